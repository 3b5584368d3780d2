package org.gradloom.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Objects;
import org.gradloom.KnownLessons;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Documents in the four ways to write a layer: the same lesson inside. */
class ConventionTest {
  /** 2 samples of 3 features, 2 neurons, as each convention writes it. */
  private static final List<String> SAME_LESSON =
      List.of(
          document("XW", "[[1,2,3],[4,5,6]]", "[[1,0],[0,2],[3,0]]", "[[1,2],[3,4]]"),
          document("XWt", "[[1,2,3],[4,5,6]]", "[[1,0,3],[0,2,0]]", "[[1,2],[3,4]]"),
          document("WX", "[[1,4],[2,5],[3,6]]", "[[1,0,3],[0,2,0]]", "[[1,3],[2,4]]"),
          document("WtX", "[[1,4],[2,5],[3,6]]", "[[1,0],[0,2],[3,0]]", "[[1,3],[2,4]]"));

  /** The convention stands last: what is before it is turned all the same. */
  private static String document(String convention, String x, String w, String upstream) {
    return """
    {"gradloom": 1, "x": %s, "layers": [{"w": %s, "b": [5, -5]}],
     "loss": {"kind": "given", "upstream": %s}, "learningRate": 0.1,
     "scenes": {"again": {"x": %s, "layers": [{"w": %s}],
       "loss": {"kind": "given", "upstream": %s}, "learningRate": 1}},
     "beats": [{"at": "layer1/dW/%s/term2", "cover": "layer1/b/1,2",
       "ask": {"kind": "matrix", "of": "layer1/dW", "answer": %s}}],
     "convention": "%s"}\
    """
        .formatted(
            x,
            w,
            upstream,
            x,
            w,
            upstream,
            convention.equals("XW") || convention.equals("WtX") ? "3,2" : "2,3",
            w,
            convention);
  }

  @Test
  void fourWritingsAreOneLesson() {
    Lesson first = LessonReader.read(SAME_LESSON.getFirst());
    assertThat(first.convention()).isEqualTo(Convention.XW);
    for (int i = 0; i < 4; i++) {
      Lesson lesson = LessonReader.read(SAME_LESSON.get(i));
      assertThat(SAME_LESSON.get(i))
          .contains("\"convention\": \"" + lesson.convention().documentName() + "\"");
      assertThat(lesson.withConvention(Convention.XW)).isEqualTo(first);
    }
    assertThat(first.beats().getFirst().at())
        .isEqualTo(Place.parse("layer1/dW/3,2/term2"))
        .hasToString("layer1/dW/3,2/term2");
    Beat.Ask ask = Objects.requireNonNull(first.beats().getFirst().ask());
    assertThat(ask.answer())
        .isEqualTo(new Answer.OfMatrix(Matrix.of(new double[][] {{1, 0}, {0, 2}, {3, 0}})));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenIsReadAsTheSameLesson(Convention convention) {
    Lesson lesson = LessonReader.read(SAME_LESSON.getFirst()).withConvention(convention);
    assertThat(LessonReader.read(LessonWriter.toText(lesson))).isEqualTo(lesson);
  }

  @Test
  void numbersDoNotDependOnTheWriting() {
    Lesson lesson = KnownLessons.lessonH();
    Trace rows = Trace.of(lesson);
    Trace columns = Trace.of(lesson.withConvention(Convention.WX));
    Operand dw = new Operand(0, MatrixSymbol.DW);
    assertThat(columns.matrix(dw)).isEqualTo(rows.matrix(dw));
    assertThat(Convention.WX.turned(dw, rows.matrix(dw)))
        .isEqualTo(Matrix.of(new double[][] {{6, 8, 7}, {-5, -9, -6}}));
    assertThat(Convention.WX.turned(dw, new Cell(2, 1))).isEqualTo(new Cell(1, 2));
  }

  @ParameterizedTest
  @CsvSource({
    "XW, 'layer 1: W is 2×1 but X has 3 columns: W needs one row for each column of X.'",
    "XWt, 'layer 1: W is 2×1 but X has 3 columns: W needs one column for each column of X.'",
    "WX, 'layer 1: W is 2×1 but X has 2 rows: W needs one column for each row of X.'",
    "WtX, 'layer 1: W is 1×2 but X has 2 rows: W needs one row for each row of X.'",
  })
  void shapesThatDoNotFitAreNamedAsTheyAreWritten(String convention, String sentence) {
    String w = convention.equals("WtX") ? "[[1,2]]" : "[[1],[2]]";
    assertThat(fault(network(convention, "[[1,2,3],[4,5,6]]", w, "[[1]]"))).isEqualTo(sentence);
  }

  @Test
  void targetsAreNamedAsTheyAreWritten() {
    assertThat(fault(network("WX", "[[1,2,3],[4,5,6]]", "[[1,2]]", "[[1],[2],[3]]")))
        .isEqualTo("loss: upstream is 3×1 but the network’s outputs are 1×3.");
  }

  @Test
  void scenesFollowTheDocumentAlsoInWhatIsWrong() {
    String document =
        SAME_LESSON
            .get(2)
            .replace(
                "{\"again\": {\"x\": [[1,4],[2,5],[3,6]]", "{\"again\": {\"x\": [[1,4],[2,5]]");
    assertThat(fault(document))
        .isEqualTo(
            "scenes.again: layer 1: W is 2×3 but X has 2 rows:"
                + " W needs one column for each row of X.");
  }

  @Test
  void placesAreNamedAsTheyAreWritten() {
    String document = SAME_LESSON.get(2).replace("layer1/dW/2,3/term2", "layer1/dW/3,2");
    assertThat(fault(document))
        .isEqualTo("beat 1: at: There is no place layer1/dW/3,2: layer1/dW is 2×3.");
  }

  @Test
  void anotherWordIsRefused() {
    assertThat(fault(SAME_LESSON.getFirst().replace("\"XW\"", "\"xw\"")))
        .isEqualTo("convention is “xw” but must be one of XW, XWt, WX, WtX.");
  }

  private static String network(String convention, String x, String w, String upstream) {
    return """
    {"gradloom": 1, "convention": "%s", "x": %s, "layers": [{"w": %s}],
     "loss": {"kind": "given", "upstream": %s}, "learningRate": 0.1}\
    """
        .formatted(convention, x, w, upstream);
  }

  private static String fault(String document) {
    InvalidInput fault =
        catchThrowableOfType(InvalidInput.class, () -> LessonReader.read(document));
    assertThat(fault).isNotNull();
    return Texts.english().say(fault.said());
  }
}
