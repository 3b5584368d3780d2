package org.gradloom.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gradloom.KnownLessons;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.LessonReader;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LessonTextTest {
  private static final Texts TEXTS = Texts.english();

  private static String told(Lesson lesson, boolean answers) throws IOException {
    StringBuilder text = new StringBuilder();
    LessonText.write(lesson, answers, TEXTS, text);
    return text.toString();
  }

  /** The beats of a lesson, told one by one. */
  private static List<String> beats(Lesson lesson, boolean answers) throws IOException {
    return Pattern.compile("\\n(?=Beat \\d+ of )")
        .splitAsStream(told(lesson, answers))
        .skip(1)
        .toList();
  }

  /** Four samples, three features, two neurons. */
  private static Lesson withBeats(String beats) {
    return LessonReader.read(
        """
        {"gradloom": 1, "title": "Mine",
         "x": [[-1, 3, 0], [3, -1, 1], [1, 3, 0], [-1, 1, 2]],
         "layers": [{"w": [[-1, -2], [2, -1], [-1, 3]]}],
         "loss": {"kind": "given", "upstream": [[2, -1], [3, -2], [1, -2], [2, -2]]},
         "learningRate": 0.1, "beats": [%s]}
        """
            .formatted(beats));
  }

  @Test
  void aQuestionLeavesBlankWhatItsAnswerFillsIn() throws IOException {
    Lesson lesson =
        withBeats(
            """
               {"at": "layer1/dW/3,2", "title": "How far does w₃₂ move L?",
                "say": "Add up the samples.", "cover": ["layer1/dW/:,2"],
                "ask": {"kind": "number", "of": "layer1/dW/3,2", "question": "dL/dw₃₂?",
                        "options": [{"answer": -1.5, "misconception": "M3"}, {"answer": 2}]},
                "hints": ["Start with sample 2."], "nudge": "layer1/w/3,2",
                "notes": "Let them vote."}
            """);
    String question =
        """
        Mine
        ====

        □ is covered until it is answered, · is not computed yet.

        Beat 1 of 1 · How far does w₃₂ move L?
        --------------------------------------
        Add up the samples.

          dL/dW = Xᵀ · dL/dZ   layer1/dW/3,2
          Xᵀ   3 × 4 · feature × sample
            −1   3  1  −1
             3  −1  3   1
             0   1  0   2
          dL/dZ   4 × 2 · sample × neuron
            2  −1
            3  −2
            1  −2
            2  −2
          dL/dW   3 × 2 · shaped like W
            6  □
            8  □
            7  □

          dL/dw₃₂ = x₁₃·dz₁₂ + x₂₃·dz₂₂ + x₃₃·dz₃₂ + x₄₃·dz₄₂

          dL/dw₃₂?
        """;
    assertThat(told(lesson, false)).isEqualTo(question);
    assertThat(told(lesson, true))
        .isEqualTo(
            question
                + """
                  Hint: Start with sample 2.
                  Answer: −6
                  Likely wrong answers: −1.5 (M3); 2
                  dL/dw₃₂
                    = x₁₃·dz₁₂ + x₂₃·dz₂₂ + x₃₃·dz₃₂ + x₄₃·dz₄₂
                    = 0·(−1) + 1·(−2) + 0·(−2) + 2·(−2)
                    = 0 − 2 + 0 − 4 = −6
                  (w₃₂ from 3 to 4: L 4 → −2.)
                  Notes: Let them vote.
                """);
  }

  /**
   * Where the walk has not come yet is a dot; what an input moves is told where nothing is asked.
   */
  @Test
  void aBeatThatAsksNothingIsToldWithItsNumbers() throws IOException {
    assertThat(told(BuiltInLessons.read("row-meets-column"), false))
        .startsWith(
            "Lesson 1 · Row meets column\n===========================\nForward · 4 minutes\n")
        .contains("  (w₂₁ from 0 to 1: z₁₁ 10 → 12, L ")
        .as("where the walk has not come to L yet")
        .doesNotContain("and L:");
    assertThat(told(BuiltInLessons.read("why-matrices"), false))
        .contains("    7  ·\n    ·  ·\n    ·  ·\n    ·  ·\n\n  z₁₁ = ")
        .contains("(The window measures this at n = 16, 128, 512.)");
    assertThat(told(BuiltInLessons.read("the-gate"), false))
        .contains(
            """
              (x₂₁ from 3 to 4: L stays 7.)

              x₂₁ and L:
                1    3
                1.5  5
                2    7
                2.5  7
                3    7
                3.5  7
                4    7
                4.5  7
                5    7
            """);
  }

  @Test
  void signsAreExplainedWhereSomeAre() throws IOException {
    String lesson =
        """
        {"gradloom": 1, "title": "Mine", "x": [[1, 2], [3, 4]], "layers": [{"w": [[5], [6]]}],
         "loss": {"kind": "given", "upstream": [[1], [1]]}, "learningRate": 0.1,
         "beats": [{"at": "layer1/z%s", "say": "Look."}]}
        """;
    assertThat(told(LessonReader.read(lesson.formatted("/1,1")), false))
        .contains("· is not computed yet.", "\n    17\n     ·\n");
    assertThat(told(LessonReader.read(lesson.formatted("")), false))
        .doesNotContain("computed yet")
        .contains("\n    17\n    39\n");
  }

  @Test
  void answersOfEveryKindAreWordsThatCanBeTyped() throws IOException {
    assertThat(
            Stream.of(
                    "row-meets-column",
                    "why-matrices",
                    "one-sample",
                    "add-the-cards",
                    "why-hand-me-dz",
                    "bias-and-the-numpy-layer",
                    "the-gate")
                .flatMap(LessonTextTest::answers))
        .contains(
            "10",
            "z₂₁, z₂₂",
            "100×10",
            "what this machine measures",
            "(1, 3, 5)",
            "[[2, −1], [4, −2], [6, −3]]",
            "X.T @ dZ",
            "row 3, column 2",
            "250880000",
            "a, b, d",
            "b, d, c, a",
            "b");
  }

  private static Stream<String> answers(String id) {
    try {
      return told(BuiltInLessons.read(id), true)
          .lines()
          .map(String::strip)
          .filter(line -> line.startsWith("Answer: "))
          .map(line -> line.substring("Answer: ".length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Lesson> lessons() {
    return BuiltInLessons.lessons().keySet().stream().map(BuiltInLessons::read);
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void everyLessonIsToldAndNothingOfItTooEarly(Lesson lesson) throws IOException {
    List<String> asked = beats(lesson, false);
    List<String> answered = beats(lesson, true);
    assertThat(asked).hasSameSizeAs(lesson.beats());
    assertThat(answered).hasSameSizeAs(lesson.beats());
    for (int i = 0; i < asked.size(); i++) {
      Beat beat = lesson.beats().get(i);
      Beat.Ask ask = beat.ask();
      Place at = beat.at();
      boolean hidesItsPlace =
          at != null
              && beat.cover().stream()
                  .anyMatch(item ->
                      item instanceof Region region && region.operand().equals(at.operand()));
      assertThat(asked.get(i))
          .as(lesson.title())
          .contains(Objects.requireNonNull(beat.title()).in("en"))
          .doesNotContain("Answer:", "Hint:", "Likely wrong");
      assertThat(asked.get(i).contains(Numbers.BLANK)).as(asked.get(i)).isEqualTo(hidesItsPlace);
      assertThat(answered.get(i).contains("Answer:")).as(answered.get(i)).isEqualTo(ask != null);
    }
  }

  /** Each beat tries an edit, and once looked at all the others for it: a square of their count. */
  @Test
  void everyBeatCostsTheSameHoweverManyThereAre() throws IOException {
    told(manyBeats(50), false);
    assertThat(bytesToTell(manyBeats(800))).isLessThan(6 * bytesToTell(manyBeats(200)));
  }

  private static Lesson manyBeats(int count) {
    String beat = "{\"at\": \"layer1/z/1,1\", \"nudge\": \"layer1/w/1,1\"}";
    return LessonReader.read(
        """
        {"gradloom": 1, "x": [[1]], "layers": [{"w": [[1]]}],
         "loss": {"kind": "given", "upstream": [[1]]}, "learningRate": 1, "beats": [%s]}
        """
            .formatted(String.join(",", Collections.nCopies(count, beat))));
  }

  /** What is allocated on the way, which no other load of the machine changes. */
  private static long bytesToTell(Lesson lesson) throws IOException {
    var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    told(lesson, false);
    return thread.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void aDocumentWithoutBeatsAndABeatWithoutAStepAreRefused() {
    assertThatThrownBy(() -> told(KnownLessons.lessonH(), false))
        .isInstanceOf(InvalidInput.class)
        .extracting(fault -> TEXTS.say(((InvalidInput) fault).said()))
        .isEqualTo("there is no beat in it: gradloom explain tells its derivation.");
    Lesson tooFar =
        LessonReader.read(
            """
            {"gradloom": 1, "x": [[1]], "layers": [{"w": [[1]]}],
             "loss": {"kind": "given", "upstream": [[1]]}, "learningRate": 1,
             "beats": [{"say": "First."}, {"at": "layer1/z/1,1/term2"}]}
            """);
    assertThatThrownBy(() -> told(tooFar, false))
        .isInstanceOf(InvalidInput.class)
        .extracting(fault -> TEXTS.say(((InvalidInput) fault).said()))
        .asString()
        .startsWith("beat 2: ");
  }

  /** L is 4 as told, and −2 once w₃₂ is 4: a beat that covers it, or the weight, tells neither. */
  @Test
  void whatAMoveDoesToCoveredNumbersIsNotTold() throws IOException {
    String beat = "{\"at\": \"layer1/dX/1,3\", \"nudge\": \"layer1/w/3,2\", \"cover\": [%s]}";
    Lesson lesson =
        withBeats(
            String.join(
                ", ",
                beat.formatted(""),
                beat.formatted("\"loss/L\""),
                beat.formatted("\"layer1/w/3,2\"")));
    List<String> beats = beats(lesson, false);
    assertThat(beats.get(0))
        .contains("(w₃₂ from 3 to 4: dL/dx₁₃ −5 → −6, ", ", L 4 → −2.)", "w₃₂ and L:");
    assertThat(beats.get(1))
        .contains("(w₃₂ from 3 to 4: dL/dx₁₃ −5 → −6, ")
        .doesNotContain("L 4", "and L:");
    assertThat(beats.get(2))
        .contains("In the window w₃₂ is there to be moved")
        .doesNotContain("from 3", "and L:");
  }

  @Test
  void whatBecomesOfTheLossIsSaidOnceThoughTheBeatIsThere() throws IOException {
    String beat = beats(BuiltInLessons.read("a-slope-for-each-weight"), false).get(2);
    assertThat(beat).containsOnlyOnce("L 4 → −2");
  }
}
