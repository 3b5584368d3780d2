package org.gradloom.export.handout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gradloom.derivation.Captions;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Formula;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Section;
import org.gradloom.derivation.Step;
import org.gradloom.export.AnswerWords;
import org.gradloom.formula.Expr;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.formula.Operand;
import org.gradloom.formula.Renderer;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Outline;
import org.gradloom.lesson.Phase;
import org.gradloom.lesson.Place;
import org.gradloom.marking.Marker;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Markup;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;

/**
 * What a walk is on paper: what is given, the questions of a lesson without their answers, then on
 * pages of their own each phase with its matrices and one cell of each written out, and the key.
 * The questions stand first because the walk answers most of them.
 */
public final class Handout {
  /** Beyond it a matrix is no more read on paper than on the page of a browser. */
  public static final int LARGEST_SIDE = 16;

  private static final int DIGITS = 6;

  /** Of a matrix wider than this, numbers have fewer digits, or nobody could read them. */
  private static final int ROOMY = 8;

  private static final int FEW_DIGITS = 4;

  private final Derivation derivation;
  private final Lesson lesson;
  private final Notation notation;
  private final Texts texts;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Block> key = new ArrayList<>();

  private Handout(Lesson lesson, Texts texts) {
    this.derivation = Derivation.of(lesson);
    this.lesson = lesson;
    this.notation = new Notation(lesson);
    this.texts = texts;
  }

  /**
   * A document on paper.
   *
   * @throws InvalidInput if a matrix of it is too large to be read
   */
  public static List<Block> of(Lesson lesson, Texts texts) {
    requireReadable(lesson);
    Handout handout = new Handout(lesson, texts);
    handout.write();
    return List.copyOf(handout.blocks);
  }

  /**
   * Passes where every matrix can be read number by number.
   *
   * @throws InvalidInput naming the largest side, and what would fit
   */
  public static void requireReadable(Lesson lesson) {
    int largest = Math.max(lesson.samples(), lesson.features());
    for (var layer : lesson.layers()) {
      largest = Math.max(largest, layer.units());
    }
    if (largest > LARGEST_SIDE) {
      throw new InvalidInput("handout.tooLarge", largest, LARGEST_SIDE);
    }
  }

  private void write() {
    title();
    blocks.add(new Block.Heading(texts.get("explain.given")));
    blocks.add(new Block.Matrices(lesson.inputs().stream().map(input -> matrix(input)).toList()));
    exercises();
    Phase phase = null;
    for (Section section : derivation.sections()) {
      if (section.phase() != phase) {
        phase = section.phase();
        blocks.add(new Block.Heading(texts.get("phase." + phase.name())));
      }
      section(section);
    }
    if (!key.isEmpty()) {
      blocks.add(new Block.Apart(texts.get("handout.key")));
      blocks.addAll(key);
    }
  }

  private void title() {
    Outline outline = lesson.outline();
    List<String> below = new ArrayList<>();
    if (outline != null) {
      below.add(texts.get("beats.chapter", said(outline.chapter()), outline.minutes()));
      below.add(said(outline.card()));
    }
    below.add(
        texts.get(
            "explain.network",
            lesson.samples(),
            lesson.features(),
            Message.of("loss." + lesson.loss().kind().ownName()),
            Message.of("explain.reduction." + lesson.loss().reduction().documentName()),
            Numbers.format(lesson.optimizer().learningRate())));
    blocks.add(new Block.Title(name(lesson, texts), below));
  }

  /** What a document is called where it leaves. */
  public static String name(Lesson lesson, Texts texts) {
    return lesson.title().isEmpty() ? texts.get("handout.untitled") : lesson.title();
  }

  private String said(org.gradloom.lesson.Wording words) {
    return Markup.plain(words.in(texts.language()));
  }

  // ---- matrices

  private Block.Numbered matrix(Operand operand) {
    Matrix inside = derivation.trace().matrix(operand);
    Matrix written = lesson.convention().turned(operand, inside);
    int digits = written.columns() > ROOMY ? FEW_DIGITS : DIGITS;
    boolean input = lesson.canonical(operand).quantity().isInput();
    return new Block.Numbered(
        notation.tex(operand),
        notation.plain(operand),
        texts.say(new Captions(lesson).caption(operand, false)),
        rows(
            written.shape(),
            (i, j) ->
                input ? written.entry(i, j).text() : Numbers.format(written.get(i, j), digits)));
  }

  private interface Texted {
    String at(int row, int column);
  }

  private static List<List<String>> rows(Shape shape, Texted cells) {
    return IntStream.range(0, shape.rows())
        .mapToObj(i -> IntStream.range(0, shape.columns()).mapToObj(j -> cells.at(i, j)).toList())
        .toList();
  }

  private void section(Section section) {
    blocks.add(new Block.Equation(List.of(new Captions(lesson).tex(section))));
    blocks.add(new Block.Matrices(List.of(matrix(section.result()))));
    blocks.add(new Block.Equation(written(section)));
  }

  /** The last cell of a matrix with all its terms, as the walk's own formula writes it. */
  private List<String> written(Section section) {
    Shape shape = section.shape();
    Cell last = new Cell(shape.rows() - 1, shape.columns() - 1);
    Step step = derivation.at(new Place.OfCell(section.result(), last));
    Formula formula = Formula.of(step);
    Renderer renderer = formula.renderer(FormulaStyle.TEX);
    List<Expr> sides = new ArrayList<>();
    sides.add(formula.result());
    if (formula.symbols() != null) {
      sides.add(formula.symbols());
    } else if (formula.general() != null) {
      sides.add(formula.general());
    }
    sides.add(formula.numbers());
    formula.sum().stream()
        .filter(side -> !formula.plain(side).equals(formula.plain(formula.numbers())))
        .forEach(sides::add);
    List<String> written = new ArrayList<>();
    for (Expr side : sides) {
      boolean about = formula.plain(side).charAt(0) == Numbers.ABOUT;
      String text = renderer.text(side);
      written.add(
          written.isEmpty()
              ? text
              : about ? "\\approx " + text.replace(Expr.Value.ABOUT_TEX, "") : "= " + text);
    }
    return written;
  }

  // ---- exercises

  private void exercises() {
    int number = 0;
    for (Beat beat : lesson.beats()) {
      Beat.Ask ask = beat.ask();
      if (ask != null) {
        number++;
        if (number == 1) {
          blocks.add(new Block.Heading(texts.get("handout.exercises")));
        }
        exercise(number, beat, ask);
      }
    }
    if (number > 0) {
      blocks.add(new Block.Apart(texts.get("handout.walk")));
    }
  }

  private void exercise(int number, Beat beat, Beat.Ask ask) {
    List<String> lines = new ArrayList<>();
    if (beat.title() != null) {
      lines.add(beat.title().in(texts.language()));
    }
    if (beat.say() != null) {
      beat.say().in(texts.language()).lines().forEach(lines::add);
    }
    if (ask.question() != null) {
      lines.add(ask.question().in(texts.language()));
    }
    List<String> options =
        IntStream.range(0, ask.options().size())
            .mapToObj(i ->
                AnswerWords.letter(i) + ") " + ask.options().get(i).text().in(texts.language()))
            .toList();
    Lesson numbers = lesson.in(beat).orElseThrow();
    if (!numbers.hasNumbersOf(lesson)) {
      blocks.add(new Block.Text(texts.get("handout.otherNumbers", number)));
      Derivation other = Derivation.of(numbers);
      Handout there = new Handout(numbers, texts);
      blocks.add(new Block.Matrices(other.lesson().inputs().stream().map(there::matrix).toList()));
    }
    blocks.add(new Block.Exercise(number, lines, options, texts.get("worksheet.answer")));
    key.add(new Block.Answered(number, answer(ask, numbers)));
  }

  private String answer(Beat.Ask ask, Lesson numbers) {
    if (ask.measured()) {
      return texts.get("beats.measured");
    }
    Marker marker = new Marker(Derivation.of(numbers), ask);
    Answer right = marker.turned(marker.right());
    return texts.get(
        "beats.answer",
        new AnswerWords(new Notation(numbers), !ask.options().isEmpty(), texts).of(right));
  }
}
