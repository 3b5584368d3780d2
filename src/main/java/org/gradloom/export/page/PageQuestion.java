package org.gradloom.export.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Notation;
import org.gradloom.export.AnswerWords;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Wording;
import org.gradloom.marking.Marked;
import org.gradloom.marking.Marker;
import org.gradloom.marking.WrongAnswers;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;

/**
 * A question as a page holds it: the right answer, and of every wrong one that has an idea behind
 * it the answer and what the marker says to it. So the page compares and never marks by a rule of
 * its own, and a diagnosis is the one that the window gives.
 *
 * <p>Where all answers can be counted up, each has its reply. Expressions, and answers of several
 * parts, cannot be: of an expression the page knows the texts that the question lists, and of parts
 * it takes a guess to hold beside the answer, as of what only a machine can measure.
 */
final class PageQuestion {
  /** All sets of so many options are marked beforehand. */
  private static final int MOST_SETS = 8;

  /** All orders of so many. */
  private static final int MOST_ORDERED = 5;

  /** All pairs of lines up to this one. */
  private static final int MOST_LINES = 16;

  private final Beat beat;
  private final Beat.Ask ask;
  private final Derivation derivation;
  private final Texts texts;
  private final Map<String, Object> values = new LinkedHashMap<>();

  private PageQuestion(Beat beat, Beat.Ask ask, Derivation derivation, Texts texts) {
    this.beat = beat;
    this.ask = ask;
    this.derivation = derivation;
    this.texts = texts;
  }

  /**
   * The question of a beat.
   *
   * @param derivation of the numbers that it is about
   */
  static Optional<Map<String, Object>> of(Beat beat, Derivation derivation, Texts texts) {
    return Optional.ofNullable(beat.ask())
        .map(ask -> new PageQuestion(beat, ask, derivation, texts).make());
  }

  private Map<String, Object> make() {
    values.put("question", ask.question() == null ? "" : words(ask.question()));
    values.put("hints", beat.hints().stream().map(this::words).toList());
    values.put("options", ask.options().stream().map(option -> words(option.text())).toList());
    asked();
    if (ask.measured()) {
      values.put("kind", "GUESS");
      values.put("answer", Html.plain(texts.get("beats.measured")));
      return values;
    }
    Marker marker = new Marker(derivation, ask);
    Answer right = marker.turned(marker.right());
    Notation notation = new Notation(derivation.lesson());
    values.put(
        "answer",
        Html.plain(
            texts.get(
                "beats.answer",
                new AnswerWords(notation, !ask.options().isEmpty(), texts).of(right))));
    values.put("kind", right.kind().name());
    values.put("right", said(marker.mark(marker.right())));
    switch (right) {
      case Answer.Scalar(var entry) ->
          numbers(marker, Matrix.entries(new Shape(1, 1), (_, _) -> entry));
      case Answer.Row(var numbers) -> numbers(marker, numbers);
      case Answer.OfMatrix(var numbers) -> numbers(marker, numbers);
      case Answer.OfShape(var shape) -> shape(marker, shape);
      case Answer.Choice _ -> all(marker, choices());
      case Answer.Choices(var options) -> choices(marker, options);
      case Answer.Order(var options) -> order(marker, options);
      case Answer.Lines lines -> lines(marker, lines);
      case Answer.Cells(var cells) -> cells(marker, cells);
      case Answer.Expression(var text) -> expression(marker, text);
      case Answer.Parts _ -> values.put("kind", "GUESS");
    }
    return values;
  }

  /** The cells whose numbers are asked for. */
  private void asked() {
    Region of = ask.of();
    if (of != null) {
      Lesson lesson = derivation.lesson();
      values.put(
          "asked",
          Map.of(
              "place",
              lesson.canonical(of.operand()).toString(),
              "cells",
              of.cells(lesson.shape(of.operand())).stream()
                  .map(cell -> lesson.convention().turned(of.operand(), cell))
                  .map(cell -> cell.row() + "," + cell.column())
                  .toList()));
    }
  }

  private String words(Wording wording) {
    return Html.marked(wording.in(texts.language()));
  }

  private String said(Marked marked) {
    return Html.marked(texts.say(marked.reply()));
  }

  // ---- numbers

  private void numbers(Marker marker, Matrix right) {
    values.put("rows", right.rows());
    values.put("columns", right.columns());
    values.put("numbers", list(right));
    List<Object> wrong = new ArrayList<>();
    Stream.concat(ask.wrong().stream(), new WrongAnswers(derivation, ask).list().stream())
        .forEach(each ->
            numbersOf(marker.turned(each.answer()))
                .filter(numbers -> numbers.shape().equals(right.shape()))
                .ifPresent(numbers ->
                    wrong.add(List.of(list(numbers), said(marker.mark(each.answer()))))));
    values.put("wrong", wrong);
    int all = right.shape().size();
    // The place of what is typed is kept as it is, for the page to fill.
    values.put(
        "unknown",
        all == 1
            ? List.of(unknown("mark.unknown.number"))
            : IntStream.range(0, all)
                .mapToObj(n ->
                    texts.get("mark.entries", n, all)
                        + " "
                        + texts.get("mark.unknown.matrix", texts.get("page.yours")))
                .toList());
  }

  private String unknown(String key) {
    return Html.marked(texts.get(key, "{0}"));
  }

  private static Optional<Matrix> numbersOf(Answer answer) {
    return switch (answer) {
      case Answer.Scalar(var entry) ->
          Optional.of(Matrix.entries(new Shape(1, 1), (_, _) -> entry));
      case Answer.Row(var numbers) -> Optional.of(numbers);
      case Answer.OfMatrix(var numbers) -> Optional.of(numbers);
      case Answer.OfShape _,
          Answer.Choice _,
          Answer.Choices _,
          Answer.Order _,
          Answer.Lines _,
          Answer.Cells _,
          Answer.Expression _,
          Answer.Parts _ ->
          Optional.empty();
    };
  }

  private static List<Object> list(Matrix numbers) {
    List<Object> list = new ArrayList<>();
    for (double number : numbers.toArray()) {
      list.add(number);
    }
    return list;
  }

  // ---- what can be counted up

  /** Every answer by what the page calls it, with its reply; the right one has none. */
  private void all(Marker marker, Map<String, Answer> answers) {
    Map<String, Object> replies = new LinkedHashMap<>();
    answers.forEach((name, answer) -> {
      Marked marked = marker.mark(answer);
      if (marked.correct()) {
        replies.put(name, true);
      } else {
        replies.put(name, said(marked));
      }
    });
    values.put("replies", replies);
  }

  private Map<String, Answer> choices() {
    Map<String, Answer> all = new LinkedHashMap<>();
    for (int i = 0; i < ask.options().size(); i++) {
      all.put(Integer.toString(i), new Answer.Choice(i));
    }
    return all;
  }

  private static String name(List<Integer> options) {
    return String.join(",", options.stream().map(String::valueOf).toList());
  }

  private void choices(Marker marker, List<Integer> right) {
    int count = ask.options().size();
    Map<String, Answer> all = new LinkedHashMap<>();
    all.put(name(right), new Answer.Choices(right));
    for (int set = 0; count <= MOST_SETS && set < 1 << count; set++) {
      int members = set;
      List<Integer> options =
          IntStream.range(0, count).filter(i -> (members >> i & 1) == 1).boxed().toList();
      all.put(name(options), new Answer.Choices(options));
    }
    all(marker, all);
    values.put("other", unknown("mark.unknown.choices"));
  }

  private void order(Marker marker, List<Integer> right) {
    Map<String, Answer> all = new LinkedHashMap<>();
    all.put(name(right), new Answer.Order(right));
    if (right.size() <= MOST_ORDERED) {
      orders(List.of(), all);
    }
    all(marker, all);
    values.put("other", unknown("mark.unknown.order"));
  }

  private void orders(List<Integer> begun, Map<String, Answer> all) {
    if (begun.size() == ask.options().size()) {
      all.put(name(begun), new Answer.Order(begun));
    }
    for (int i = 0; i < ask.options().size(); i++) {
      if (!begun.contains(i)) {
        List<Integer> longer = new ArrayList<>(begun);
        longer.add(i);
        orders(longer, all);
      }
    }
  }

  private void lines(Marker marker, Answer.Lines right) {
    Map<String, Answer> all = new LinkedHashMap<>();
    int most = Math.max(MOST_LINES, 1 + Math.max(right.left(), right.right()));
    for (int i = 0; i < most; i++) {
      for (int j = 0; j < most; j++) {
        all.put((i + 1) + "," + (j + 1), marker.turned(new Answer.Lines(i, j)));
      }
    }
    all(marker, all);
  }

  private void shape(Marker marker, Shape right) {
    Map<String, Answer> all = new LinkedHashMap<>();
    List<Shape> shapes = new ArrayList<>(List.of(right, right.transposed()));
    ask.wrong()
        .forEach(each -> {
          if (marker.turned(each.answer()) instanceof Answer.OfShape(var shape)) {
            shapes.add(shape);
          }
        });
    for (Shape shape : shapes) {
      all.put(shape.rows() + "," + shape.columns(), marker.turned(new Answer.OfShape(shape)));
    }
    all(marker, all);
    values.put("other", unknown("mark.unknown.shape"));
  }

  // ---- cells

  private void cells(Marker marker, List<Place.OfCell> right) {
    Place at = beat.at();
    Lesson lesson = derivation.lesson();
    Operand operand =
        !right.isEmpty()
            ? right.getFirst().operand()
            : at != null ? at.operand() : derivation.sections().getFirst().result();
    Shape shape = lesson.writtenShape(operand);
    values.put("rows", shape.rows());
    values.put("columns", shape.columns());
    values.put("of", operand.toString());
    values.put("name", new Notation(lesson).plain(operand));
    Map<String, Answer> all = new LinkedHashMap<>();
    all.put(names(right), marker.turned(new Answer.Cells(right)));
    ask.wrong()
        .forEach(each -> {
          if (marker.turned(each.answer()) instanceof Answer.Cells(var cells)) {
            all.put(names(cells), each.answer());
          }
        });
    all(marker, all);
    values.put("wanted", right.stream().map(cell -> cell.cell().toString()).sorted().toList());
    values.put("other", unknown("mark.unknown.cells"));
    values.put("tooMany", unknown("mark.unknown.tooManyCells"));
  }

  private static String names(List<Place.OfCell> cells) {
    return String.join(" ", cells.stream().map(cell -> cell.cell().toString()).sorted().toList());
  }

  // ---- expressions

  private void expression(Marker marker, String right) {
    Map<String, Answer> all = new LinkedHashMap<>();
    all.put(bare(right), new Answer.Expression(right));
    ask.wrong()
        .forEach(each -> {
          if (each.answer() instanceof Answer.Expression(var text)) {
            all.put(bare(text), each.answer());
          }
        });
    all(marker, all);
    values.put("other", Html.marked(texts.say(Message.of("page.expression"))));
  }

  private static String bare(String expression) {
    return expression.replaceAll("\\s+", "");
  }
}
