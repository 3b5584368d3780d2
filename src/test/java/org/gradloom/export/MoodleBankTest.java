package org.gradloom.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Place;
import org.gradloom.marking.Marker;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Exercises;
import org.gradloom.practice.Request;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The bank as Moodle's import takes it, and its questions answered. */
class MoodleBankTest {
  private static final Texts TEXTS = Texts.english();

  /** What a question with embedded answers may hold, and how often; one is needed of each first. */
  private static final Set<String> NEEDED =
      Set.of("name", "questiontext", "generalfeedback", "penalty", "hidden");

  private static final Set<String> ALLOWED = Set.of("idnumber", "hint", "tags");
  private static final Map<String, String> FORMATTED =
      Map.of("questiontext", "html", "generalfeedback", "html", "hint", "html");

  private static List<Exercise> exercises() {
    Exercises exercises = new Exercises(TEXTS);
    List<Exercise> all = new ArrayList<>();
    for (Exercise.Kind kind : Exercise.Kind.values()) {
      for (Convention convention : Convention.values()) {
        for (Optional<Integer> level : List.of(Optional.<Integer>empty(), Optional.of(4))) {
          all.add(
              exercises.draw(
                  new Request(kind, 71, convention, level, Optional.empty(), Optional.empty())));
        }
      }
    }
    return all;
  }

  private static List<Element> questions(List<Exercise> exercises) throws Exception {
    StringBuilder xml = new StringBuilder();
    MoodleBank.write(new Worksheet("Week 3", "", exercises), TEXTS, xml);
    return elements(
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.toString().getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement());
  }

  private static List<Element> elements(Element parent) {
    List<Element> all = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        all.add(element);
      }
    }
    return all;
  }

  private static String text(Element question, String name) {
    return elements(question).stream()
        .filter(each -> each.getTagName().equals(name))
        .findFirst()
        .orElseThrow()
        .getTextContent();
  }

  @Test
  void aQuestionHoldsWhatItsTypeHas() throws Exception {
    List<Element> questions = questions(exercises());
    assertThat(questions.getFirst().getAttribute("type")).isEqualTo("category");
    for (Element question : questions.subList(1, questions.size())) {
      assertThat(question.getTagName()).isEqualTo("question");
      assertThat(question.getAttribute("type")).isEqualTo("cloze");
      List<Element> parts = elements(question);
      List<String> names = parts.stream().map(Element::getTagName).toList();
      assertThat(names).containsAll(NEEDED);
      for (String name : names) {
        assertThat(NEEDED.contains(name) || ALLOWED.contains(name)).as(name).isTrue();
      }
      assertThat(names.stream().filter(NEEDED::contains)).doesNotHaveDuplicates();
      for (Element part : parts) {
        assertThat(part.getAttribute("format"))
            .isEqualTo(FORMATTED.getOrDefault(part.getTagName(), ""));
        boolean plain = Set.of("penalty", "hidden").contains(part.getTagName());
        assertThat(elements(part).stream().map(Element::getTagName))
            .as(part.getTagName())
            .isEqualTo(plain ? List.of() : List.of("text"));
        assertThat(part.getTextContent()).isNotBlank();
      }
    }
  }

  // ---- answered

  private static String number(double value) {
    return new BigDecimal(Double.toString(value)).toPlainString();
  }

  private static Stream<String> numbers(Matrix values) {
    return IntStream.range(0, values.shape().size()).mapToObj(n -> number(values.toArray()[n]));
  }

  private static String option(Exercise exercise, int option) {
    return ExerciseText.plain(exercise.ask().options().get(option).text());
  }

  /** What a student would fill in, gap by gap, to give an answer that is as it is written. */
  private static List<String> filled(Exercise exercise, Answer answer) {
    return switch (answer) {
      case Answer.Scalar(var value) -> List.of(number(value.value()));
      case Answer.Row(var values) -> numbers(values).toList();
      case Answer.OfMatrix(var values) -> numbers(values).toList();
      case Answer.OfShape(var shape) -> List.of("" + shape.rows(), "" + shape.columns());
      case Answer.Lines(int left, int right) -> List.of("" + (left + 1), "" + (right + 1));
      case Answer.Choice(int option) -> List.of(option(exercise, option));
      case Answer.Choices(var options) ->
          IntStream.range(0, exercise.ask().options().size())
              .mapToObj(n -> options.contains(n) ? "fits" : "does not fit")
              .toList();
      case Answer.Order(var order) -> order.stream().map(n -> option(exercise, n)).toList();
      case Answer.Cells(var cells) -> changing(exercise, cells);
      case Answer.Expression(var text) -> List.of(text);
      case Answer.Parts parts ->
          IntStream.range(0, parts.parts().size())
              .mapToObj(n -> ofPart(exercise, parts, n))
              .flatMap(List::stream)
              .toList();
    };
  }

  private static List<String> changing(Exercise exercise, List<Place.OfCell> cells) {
    Shape shape =
        exercise.lesson().listedShape(exercise.lesson().canonical(cells.getFirst().operand()));
    Set<Cell> marked = cells.stream().map(Place.OfCell::cell).collect(Collectors.toSet());
    return IntStream.range(0, shape.size())
        .mapToObj(n -> new Cell(n / shape.columns(), n % shape.columns()))
        .map(cell -> marked.contains(cell) ? "changes" : "stays")
        .toList();
  }

  private static List<String> ofPart(Exercise exercise, Answer.Parts parts, int n) {
    return switch (parts.parts().get(n)) {
      case Answer.Cells(var cells) ->
          List.of(
              "" + (cells.getFirst().cell().row() + 1),
              "" + (cells.getFirst().cell().column() + 1));
      case Answer.Scalar(var option) when parts.chosen().orElse(-1) == n ->
          List.of(option(exercise, (int) option.value()));
      case Answer.Part other -> filled(exercise, other);
    };
  }

  private static List<MoodleGap.Alternative> marked(List<MoodleGap> gaps, List<String> filled) {
    return IntStream.range(0, gaps.size()).mapToObj(n -> gaps.get(n).given(filled.get(n))).toList();
  }

  private static double credit(List<MoodleGap.Alternative> marked) {
    return marked.stream().mapToDouble(MoodleGap.Alternative::percent).average().orElse(0);
  }

  /** Right is marked as right, and to each wrong idea is said what Gradloom says of it. */
  @Test
  void everyGapIsReadAndAnsweredRightAndWrong() throws Exception {
    List<Exercise> exercises = exercises();
    List<Element> questions = questions(exercises);
    int wrong = 0;
    int told = 0;
    for (int i = 0; i < exercises.size(); i++) {
      Exercise exercise = exercises.get(i);
      String name = exercise.draw().toString();
      String html = text(questions.get(i + 1), "questiontext");
      List<MoodleGap> gaps = MoodleGap.of(html);
      assertThat(html.chars().filter(c -> c == '{')).as(name).hasSameSizeAs(gaps);
      gaps.forEach(MoodleGap::isValid);
      Marker marker = exercise.marker();
      List<String> answer = filled(exercise, marker.turned(marker.right()));
      assertThat(gaps).as(name).hasSameSizeAs(answer);
      List<MoodleGap.Alternative> right = marked(gaps, answer);
      assertThat(credit(right)).as(name).isEqualTo(100);
      for (Beat.Wrong each : exercise.wrongAnswers()) {
        List<String> filled = filled(exercise, marker.turned(each.answer()));
        if (filled.size() != gaps.size()) {
          continue; // a matrix of another shape finds no gaps
        }
        List<MoodleGap.Alternative> given = marked(gaps, filled);
        assertThat(credit(given)).as("%s: %s", name, each).isLessThan(100);
        wrong++;
        told +=
            given.stream().anyMatch(one -> one.percent() < 100 && !one.feedback().isEmpty())
                ? 1
                : 0;
      }
    }
    assertThat(wrong).isGreaterThan(1000);
    assertThat((double) told / wrong).as("%d of %d", told, wrong).isGreaterThan(0.97);
  }

  /** Signs that mean something to XML, to HTML or to an embedded answer stay what they are. */
  @Test
  void signsThatMeanSomethingStayThemselves() {
    String odd = "a < b & c } ~ # = % \\\\ {1:NUMERICAL:=2} \"q\"";
    String gap = "{1:MULTICHOICE:=" + Markups.clozeHtml(odd) + "#" + Markups.clozeHtml(odd) + "~x}";
    MoodleGap read = MoodleGap.of(gap).getFirst();
    read.isValid();
    assertThat(read.alternatives()).hasSize(2);
    assertThat(MoodleGap.decoded(read.alternatives().getFirst().answer())).isEqualTo(odd);
    assertThat(MoodleGap.decoded(read.alternatives().getFirst().feedback())).isEqualTo(odd);
  }
}
