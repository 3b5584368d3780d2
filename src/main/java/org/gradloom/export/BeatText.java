package org.gradloom.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.derivation.Captions;
import org.gradloom.derivation.ComputedState;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Section;
import org.gradloom.derivation.Step;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Edits;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Phase;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.ViewPart;
import org.gradloom.lesson.Wording;
import org.gradloom.marking.Marker;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;

/** One beat with the numbers that it speaks of. */
final class BeatText {
  private static final String INDENT = DerivationLines.INDENT;

  /** How many steps each way L is told of. */
  private static final int STEPS = 4;

  /** A matrix with more entries is not told entry by entry. */
  private static final int MOST_CHANGES = 16;

  private final Beat beat;
  private final Derivation open;
  private final Derivation covered;
  private final DerivationLines lines;
  private final Notation notation;
  private final Texts texts;
  private final Appendable out;

  /**
   * A beat to tell.
   *
   * @param derivation of the numbers that it speaks of, nothing covered
   */
  BeatText(Beat beat, Derivation derivation, Texts texts, Appendable out) {
    this.beat = beat;
    this.open = derivation;
    this.covered = derivation.covering(beat.coveredWhileAsked());
    this.lines = new DerivationLines(covered, texts, out);
    this.notation = new Notation(derivation.lesson());
    this.texts = texts;
    this.out = out;
  }

  void write(boolean answers) throws IOException {
    paragraphs("", beat.say());
    switch (beat.screen()) {
      case EXPLORE -> {
        Place at = beat.at();
        if (at != null) {
          place(at);
        }
      }
      case SPEED ->
          lines.line(
              texts.get(
                  "beats.speed",
                  beat.sizes().size(),
                  beat.sizes().stream().map(String::valueOf).collect(Collectors.joining(", "))));
      case TRAIN -> lines.line(texts.get("beats.train"));
      // No beat plays on the Start screen, or among exercises.
      case START, PRACTICE, SUMMARY -> {}
    }
    Beat.Ask ask = beat.ask();
    if (ask == null) {
      nudge(covered);
      losses();
    } else {
      question(ask);
      if (answers) {
        answer(ask);
        nudge(open);
      }
    }
    if (answers) {
      labelled("beats.notes", beat.notes());
    }
  }

  /** A paragraph for each line of a text. */
  private void paragraphs(String indent, @Nullable Wording wording) throws IOException {
    if (wording != null) {
      for (String paragraph : LessonText.text(wording).lines().toList()) {
        lines.wrapped(indent, paragraph);
      }
    }
  }

  private void labelled(String key, @Nullable Wording wording) throws IOException {
    if (wording != null) {
      lines.wrapped(INDENT, texts.get(key, LessonText.text(wording).replace('\n', ' ')));
    }
  }

  // ---- the place

  private void place(Place at) throws IOException {
    Step step = covered.at(at);
    Section section = step.section();
    lines.line("");
    boolean hidesSymbols = covered.cover().hides(ViewPart.SYMBOLS);
    lines.line(
        INDENT
            + (hidesSymbols
                ? notation.plain(section.result())
                : new Captions(covered.lesson()).equation(section))
            + "   "
            + covered.lesson().convention().turned(at));
    for (Operation.Factor factor : section.operation().operands()) {
      matrix(notation.plain(factor), factor.operand(), factor.transposed(), step);
    }
    matrix(notation.plain(section.result()), section.result(), false, step);
    switch (at) {
      case Place.OfMatrix _ -> {}
      case Place.OfCell _, Place.OfTerm _ -> {
        if (!hidesSymbols) {
          lines.line("");
          if (step.hidesSomething()) {
            lines.rule(section, step.cell());
          } else {
            lines.cell(section, step.cell());
          }
        }
      }
    }
  }

  private void matrix(String name, Operand operand, boolean transposed, Step step)
      throws IOException {
    lines.line(
        INDENT
            + name
            + "   "
            + texts.say(new Captions(covered.lesson()).caption(operand, transposed)));
    lines.numbers(
        operand, transposed, cell -> covered.reach(step, operand, cell) == ComputedState.NOT_YET);
  }

  // ---- what the learner moves

  /** What becomes of the matrix in sight and of L when the input grows by 1. */
  private void nudge(Derivation seen) throws IOException {
    Place nudge = beat.nudge();
    if (nudge != null) {
      lines.wrapped(
          INDENT,
          texts.say(
              switch (nudge) {
                case Place.OfMatrix(var operand) ->
                    Message.of("beats.nudge", notation.plain(operand));
                case Place.OfCell input -> moved(input, seen);
                case Place.OfTerm(var operand, var cell, _) ->
                    moved(new Place.OfCell(operand, cell), seen);
              }));
    }
  }

  private String name(Operand operand, Cell inside) {
    return notation.entry(operand, inside);
  }

  private String result(Operand operand, Cell inside) {
    return notation.result(operand, inside);
  }

  private Message moved(Place.OfCell input, Derivation seen) {
    Operand operand = input.operand();
    Cell cell = input.cell();
    double value = value(input);
    Entry next = Entry.of(value + 1);
    return moved(input, next)
        .filter(_ -> !seen.cover().hides(operand, cell))
        .map(after -> changes(after, seen))
        .filter(changes -> !changes.isEmpty())
        .map(changes ->
            Message.of(
                "beats.moved",
                name(operand, cell),
                Numbers.format(value),
                next.text(),
                String.join(", ", changes)))
        .orElseGet(() -> Message.of("beats.nudge", name(operand, cell)));
  }

  private double value(Place.OfCell input) {
    Cell cell = input.cell();
    return open.lesson().input(input.operand()).get(cell.row(), cell.column());
  }

  /** Nothing where an input cannot be so: no target of a probability is 2. */
  private Optional<Trace> moved(Place.OfCell input, Entry to) {
    try {
      return Optional.of(
          Trace.of(
              Edits.apply(open.lesson(), new Edit.SetEntry(input.operand(), input.cell(), to))));
    } catch (InvalidInput _) {
      return Optional.empty();
    }
  }

  /** L beside other numbers of the input: what one sees in the window who moves it. */
  private void losses() throws IOException {
    if (!(beat.nudge() instanceof Place.OfCell input)
        || isBeforeLoss()
        || covered.cover().hidesLoss()
        || covered.cover().hides(input.operand(), input.cell())) {
      return;
    }
    List<String> numbers = new ArrayList<>();
    List<String> losses = new ArrayList<>();
    for (int step = -STEPS; step <= STEPS; step++) {
      Entry number = Entry.of(value(input) + step * Beat.NUDGE);
      moved(input, number)
          .ifPresent(after -> {
            numbers.add(number.text());
            losses.add(Numbers.format(after.loss()));
          });
    }
    lines.line("");
    lines.line(INDENT + texts.get("beats.losses", name(input.operand(), input.cell())));
    AlignedMatrix.write(
        new Shape(numbers.size(), 2),
        (i, j) -> (j == 0 ? numbers : losses).get(i),
        INDENT + INDENT,
        out);
  }

  /** True on the way forward, where a beat asks what becomes of the matrix in sight. */
  private boolean isBeforeLoss() {
    Place at = beat.at();
    return at != null && covered.at(at).section().phase() == Phase.FORWARD;
  }

  private List<String> changes(Trace after, Derivation seen) {
    List<String> changes = new ArrayList<>();
    Place at = beat.at();
    // What becomes of the loss is said in the end, wherever the beat is.
    if (at != null
        && at.operand().quantity() != MatrixSymbol.L
        && seen.lesson().shape(at.operand()).size() <= MOST_CHANGES) {
      Operand operand = seen.lesson().canonical(at.operand());
      Matrix before = open.trace().matrix(operand);
      for (int i = 0; i < before.rows(); i++) {
        for (int j = 0; j < before.columns(); j++) {
          Cell cell = new Cell(i, j);
          double now = after.matrix(operand).get(i, j);
          if (now != before.get(i, j) && !seen.cover().hides(operand, cell)) {
            changes.add(change(result(operand, cell), before.get(i, j), now));
          }
        }
      }
    }
    if (seen.cover().hidesLoss()) {
      return changes;
    }
    double before = open.trace().loss();
    changes.add(
        before == after.loss()
            ? texts.get("beats.same", Numbers.format(before))
            : change("L", before, after.loss()));
    return changes;
  }

  private String change(String name, double before, double after) {
    return texts.get("beats.change", name, Numbers.format(before), Numbers.format(after));
  }

  // ---- the question

  private void question(Beat.Ask ask) throws IOException {
    lines.line("");
    Wording question = ask.question();
    if (question != null) {
      paragraphs(INDENT, question);
    }
    for (int i = 0; i < ask.options().size(); i++) {
      lines.wrapped(
          INDENT + INDENT + AnswerWords.letter(i) + ") ",
          LessonText.text(ask.options().get(i).text()));
    }
  }

  private void answer(Beat.Ask ask) throws IOException {
    for (Wording hint : beat.hints()) {
      labelled("beats.hint", hint);
    }
    if (ask.measured()) {
      lines.line(INDENT + texts.get("beats.measured"));
      return;
    }
    Marker marker = new Marker(open, ask);
    AnswerWords words = new AnswerWords(notation, !ask.options().isEmpty(), texts);
    lines.wrapped(INDENT, texts.get("beats.answer", words.of(marker.turned(marker.right()))));
    List<String> wrong =
        Stream.concat(
                ask.wrong().stream()
                    .map(each ->
                        wrong(words.of(marker.turned(each.answer())), each.misconception())),
                options(ask, marker.right()))
            .toList();
    if (!wrong.isEmpty()) {
      lines.wrapped(INDENT, texts.get("beats.wrong", wrong.size(), String.join("; ", wrong)));
    }
    revealed(ask);
  }

  /** The options that tell something of who chooses them. */
  private Stream<String> options(Beat.Ask ask, Answer right) {
    return IntStream.range(0, ask.options().size())
        .filter(i -> ask.options().get(i).misconception() != null)
        .filter(i -> !right.equals(new Answer.Choice(i)))
        .mapToObj(i -> wrong(AnswerWords.letter(i), ask.options().get(i).misconception()));
  }

  private static String wrong(String answer, @Nullable Misconception misconception) {
    return misconception == null ? answer : answer + " (" + misconception.code() + ")";
  }

  /** How the cell that was asked for comes about. */
  private void revealed(Beat.Ask ask) throws IOException {
    if (ask.of() instanceof Place.OfCell(var operand, var cell)
        && !open.lesson().inputs().contains(operand)) {
      Step step = open.at(new Place.OfCell(operand, cell));
      new DerivationLines(open, texts, out).cell(step.section(), cell);
    }
  }
}
