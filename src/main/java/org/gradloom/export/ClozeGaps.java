package org.gradloom.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Place;
import org.gradloom.marking.Marker;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.practice.Exercise;
import org.gradloom.text.Texts;

/**
 * The gaps of one exercise: a number for each cell, and what is no number as a choice or a short
 * text. A wrong answer whose idea is known has its reply as feedback and no credit.
 */
final class ClozeGaps {
  private static final double WHOLE = 1e-9;
  private static final double SHARE = 0.005;

  private final Exercise exercise;
  private final Texts texts;
  private final Marker marker;
  private final List<Beat.Wrong> wrong;

  ClozeGaps(Exercise exercise, Texts texts) {
    this.exercise = exercise;
    this.texts = texts;
    this.marker = exercise.marker();
    this.wrong = exercise.wrongAnswers();
  }

  String html() {
    return html(written(marker.right()), ClozeGaps.this::written);
  }

  private Answer written(Answer answer) {
    return marker.turned(answer).withPlainZeros();
  }

  /** What is said to a wrong answer. */
  private String said(Beat.Wrong each) {
    return texts.say(marker.mark(each.answer()).reply());
  }

  /**
   * The gaps for an answer.
   *
   * @param part what of a whole answer this is about
   */
  private String html(Answer right, Function<Answer, Answer> part) {
    return switch (right) {
      case Answer.Scalar(var value) ->
          paragraph(number(value.value(), feedback(part, ClozeGaps::scalar)));
      case Answer.Row(var values) -> table(values, part);
      case Answer.OfMatrix(var values) -> table(values, part);
      case Answer.OfShape(var shape) ->
          paragraph(
              number(shape.rows(), feedback(part, answer -> side(answer, true)))
                  + " × "
                  + number(shape.columns(), feedback(part, answer -> side(answer, false))));
      case Answer.Lines(int left, int tail) ->
          paragraph(
              texts.get("worksheet.row")
                  + " "
                  + number(left + 1.0, feedback(part, answer -> line(answer, true)))
                  + ", "
                  + texts.get("worksheet.column")
                  + " "
                  + number(tail + 1.0, feedback(part, answer -> line(answer, false))));
      case Answer.Choice(int option) -> paragraph(choice(option));
      case Answer.Choices(var options) -> choices(options);
      case Answer.Order(var order) -> order(order);
      case Answer.Cells(var cells) -> cells(cells);
      case Answer.Expression(var text) -> paragraph(text(text));
      case Answer.Parts(var parts) -> parts(parts);
    };
  }

  private static String paragraph(String gaps) {
    return "<p>" + gaps + "</p>";
  }

  // ---- numbers

  /** The numbers that wrong answers have here, each with what is said to it. */
  private Map<Double, String> feedback(
      Function<Answer, Answer> part, Function<Answer, Optional<Double>> here) {
    Map<Double, String> all = new LinkedHashMap<>();
    for (Beat.Wrong each : wrong) {
      here.apply(part.apply(each.answer()))
          .ifPresent(number -> all.putIfAbsent(number, said(each)));
    }
    return all;
  }

  private static Optional<Double> scalar(Answer answer) {
    return answer instanceof Answer.Scalar(var value)
        ? Optional.of(value.value())
        : Optional.empty();
  }

  private static Optional<Double> side(Answer answer, boolean rows) {
    return answer instanceof Answer.OfShape(var shape)
        ? Optional.of((double) (rows ? shape.rows() : shape.columns()))
        : Optional.empty();
  }

  private static Optional<Double> line(Answer answer, boolean left) {
    return answer instanceof Answer.Lines lines
        ? Optional.of((left ? lines.left() : lines.right()) + 1.0)
        : Optional.empty();
  }

  private static Optional<Double> entry(Answer answer, Shape shape, int i, int j) {
    Optional<Matrix> values =
        switch (answer) {
          case Answer.Row(var row) -> Optional.of(row);
          case Answer.OfMatrix(var matrix) -> Optional.of(matrix);
          case Answer.Scalar _,
              Answer.OfShape _,
              Answer.Choice _,
              Answer.Choices _,
              Answer.Order _,
              Answer.Lines _,
              Answer.Cells _,
              Answer.Expression _,
              Answer.Parts _ ->
              Optional.empty();
        };
    return values.filter(each -> each.shape().equals(shape)).map(each -> each.get(i, j));
  }

  private String table(Matrix right, Function<Answer, Answer> part) {
    StringBuilder table = new StringBuilder("<table>");
    for (int i = 0; i < right.rows(); i++) {
      table.append("<tr>");
      for (int j = 0; j < right.columns(); j++) {
        int row = i;
        int column = j;
        table
            .append("<td>")
            .append(
                number(
                    right.get(i, j),
                    feedback(part, answer -> entry(answer, right.shape(), row, column))))
            .append("</td>");
      }
      table.append("</tr>");
    }
    return table.append("</table>").toString();
  }

  /** A number with what rounding may take from it; the right one is looked at first. */
  private String number(double right, Map<Double, String> others) {
    StringBuilder gap = new StringBuilder("{1:NUMERICAL:=").append(tolerant(right));
    gap.append('#').append(Markups.clozeHtml(texts.get("worksheet.right")));
    Set<String> seen = new HashSet<>(Set.of(plain(right)));
    others.forEach((number, reply) -> {
      if (Math.abs(number - right) > tolerance(right) && seen.add(plain(number))) {
        gap.append("~%0%").append(tolerant(number)).append('#').append(Markups.clozeHtml(reply));
      }
    });
    return gap.append('}').toString();
  }

  private static String tolerant(double number) {
    return plain(number) + ":" + plain(tolerance(number));
  }

  private static double tolerance(double number) {
    boolean whole = Math.abs(number - Math.rint(number)) <= WHOLE * Math.max(1, Math.abs(number));
    return whole ? WHOLE * Math.max(1, Math.abs(number)) : SHARE * Math.abs(number);
  }

  private static String plain(double number) {
    return number == 0 ? "0" : new BigDecimal(Double.toString(number)).toPlainString();
  }

  // ---- choices

  private String option(int option) {
    return Markups.clozeHtml(ExerciseText.plain(exercise.ask().options().get(option).text()));
  }

  private String choice(int right) {
    return "{1:MULTICHOICE:"
        + IntStream.range(0, exercise.ask().options().size())
            .mapToObj(i -> (i == right ? "=" : "%0%") + option(i))
            .collect(Collectors.joining("~"))
        + "}";
  }

  /** Each option for itself, yes or no. */
  private String choices(List<Integer> right) {
    String yes = Markups.clozeHtml(texts.get("worksheet.fits"));
    String no = Markups.clozeHtml(texts.get("worksheet.fitsNot"));
    return IntStream.range(0, exercise.ask().options().size())
        .mapToObj(i -> {
          boolean fits = right.contains(i);
          String why =
              fits ? "" : "#" + Markups.clozeHtml(texts.say(marker.mark(with(right, i)).reply()));
          return paragraph(
              AnswerWords.letter(i)
                  + ") {1:MULTICHOICE:"
                  + (fits ? "=" + yes + "~%0%" + no : "%0%" + yes + why + "~=" + no)
                  + "}");
        })
        .collect(Collectors.joining());
  }

  private static Answer with(List<Integer> right, int wrong) {
    List<Integer> all = new ArrayList<>(right);
    all.add(wrong);
    return new Answer.Choices(all);
  }

  /** A choice for each place. */
  private String order(List<Integer> right) {
    String reply = wrong.isEmpty() ? "" : "#" + Markups.clozeHtml(said(wrong.getFirst()));
    return paragraph(
        right.stream()
            .map(here ->
                "{1:MULTICHOICE:"
                    + IntStream.range(0, right.size())
                        .mapToObj(i -> i == here ? "=" + option(i) : "%0%" + option(i) + reply)
                        .collect(Collectors.joining("~"))
                    + "}")
            .collect(Collectors.joining(" · ")));
  }

  /** A choice for each cell of the matrix that is asked about. */
  private String cells(List<Place.OfCell> right) {
    String changes = Markups.clozeHtml(texts.get("worksheet.changes"));
    String stays = Markups.clozeHtml(texts.get("worksheet.stays"));
    Place.OfCell first = right.getFirst();
    Shape shape = exercise.lesson().listedShape(exercise.lesson().canonical(first.operand()));
    StringBuilder table = new StringBuilder("<table>");
    for (int i = 0; i < shape.rows(); i++) {
      table.append("<tr>");
      for (int j = 0; j < shape.columns(); j++) {
        Place.OfCell here = new Place.OfCell(first.operand(), new Cell(i, j));
        table
            .append("<td>{1:MULTICHOICE:")
            .append(
                right.contains(here)
                    ? "=" + changes + "~%0%" + stays
                    : "%0%" + changes + cellReply(here) + "~=" + stays)
            .append("}</td>");
      }
      table.append("</tr>");
    }
    return table.append("</table>").toString();
  }

  /** What is said to the first wrong answer that has this cell. */
  private String cellReply(Place.OfCell here) {
    return wrong.stream()
        .filter(each ->
            written(each.answer()) instanceof Answer.Cells(var cells) && cells.contains(here))
        .findFirst()
        .map(each -> "#" + Markups.clozeHtml(said(each)))
        .orElse("");
  }

  // ---- texts

  /** In the ways to set blanks that people have; an asterisk stands for itself. */
  private String text(String right) {
    Set<String> ways = new LinkedHashSet<>();
    List<String> gaps = new ArrayList<>();
    for (String way : ways(right)) {
      if (ways.add(way)) {
        gaps.add("=" + pattern(way));
      }
    }
    for (Beat.Wrong each : wrong) {
      if (each.answer() instanceof Answer.Expression(var text)) {
        for (String way : ways(text)) {
          if (ways.add(way)) {
            gaps.add("%0%" + pattern(way) + "#" + Markups.clozeHtml(said(each)));
          }
        }
      }
    }
    return "{1:SHORTANSWER_C:" + String.join("~", gaps) + "}";
  }

  private static List<String> ways(String text) {
    return List.of(text, text.replace(" ", ""));
  }

  private static String pattern(String text) {
    return Markups.cloze(text).replace("*", "\\*");
  }

  // ---- several parts

  private String parts(List<Answer.Part> right) {
    StringBuilder html = new StringBuilder();
    Answer.Parts all = new Answer.Parts(right);
    for (int n = 0; n < right.size(); n++) {
      int which = n;
      boolean chosen = all.chosen().orElse(-1) == n && !exercise.ask().options().isEmpty();
      html.append(
          switch (right.get(n)) {
            case Answer.Scalar(var option) when chosen -> paragraph(choice((int) option.value()));
            case Answer.Cells(var cells) when cells.size() == 1 ->
                paragraph(cell(cells.getFirst()));
            default -> html(right.get(n), answer -> part(written(answer), which));
          });
    }
    return html.toString();
  }

  private static Answer part(Answer answer, int n) {
    return answer instanceof Answer.Parts(var parts) ? parts.get(n) : answer;
  }

  /** One cell by its row and its column. */
  private String cell(Place.OfCell right) {
    return texts.get("worksheet.row")
        + " "
        + number(right.cell().row() + 1.0, Map.of())
        + ", "
        + texts.get("worksheet.column")
        + " "
        + number(right.cell().column() + 1.0, Map.of());
  }
}
