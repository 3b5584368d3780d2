package org.gradloom.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.gradloom.KnownLessons;
import org.gradloom.derivation.Derivation;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Region;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of the answers that learners give. */
class MarkerTest {
  private static final Texts TEXTS = Texts.english();

  private static Marker marker(Lesson lesson, Answer.Kind kind, String of) {
    return new Marker(
        Derivation.of(lesson),
        new Beat.Ask(
            kind,
            lesson.convention().turned(Region.parse(of)),
            null,
            List.of(),
            List.of(),
            null,
            false));
  }

  private static String said(Marked marked) {
    return TEXTS.say(marked.reply());
  }

  private static String code(Marked marked) {
    return marked
        .diagnosis()
        .flatMap(diagnosis -> Optional.ofNullable(diagnosis.misconception()))
        .map(Misconception::code)
        .orElse(marked.asksLines() ? "lines" : marked.correct() ? "right" : "none");
  }

  // ---- the vectors of one cell

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "−6 | right | Right: −6.",
        "-6.0 | right | Right: −6.",
        "-12/2 | right | Right: −12/2.",
        "-1.5 | M3 | −1.5 is divided by N = 4. This loss is a sum: where would a 1/N come from?",
        "6 | M12 | 6 runs the other way. When w₃₂ grows a little, does L rise or fall?",
        "0 | M4 | 0 is sample 1 alone. How many samples use w₃₂?",
        "-4 | M4 | −4 is sample 4 alone. How many samples use w₃₂?",
        "7 | M16 | 7 is column 3 of X with column 1 of dL/dZ: that is dL/dw₃₁. Which two lines meet"
            + " in dL/dw₃₂?",
        "-5 | M16 | −5 is column 1 of X with column 2 of dL/dZ: that is dL/dw₁₂. Which two lines"
            + " meet in dL/dw₃₂?",
        "-9 | M16 | −9 is column 2 of X with column 2 of dL/dZ: that is dL/dw₂₂. Which two lines"
            + " meet in dL/dw₃₂?",
        "12 | M17 | 12 takes Z where dL/dZ belongs. Which matrix says how L depends on z?",
        "-21 | M4 | −21 is the sum of column 3 of X times the sum of column 2 of dL/dZ. Does each"
            + " sample’s input meet every sample’s blame, or its own?",
        "3 | M7 | 3 adds up column 3 of X alone. By what is each of these numbers multiplied"
            + " first?",
        "-7 | M5 | −7 adds up column 2 of dL/dZ alone, as for a bias. By what does a weight"
            + " multiply each of these first?",
        "3.6 | M18 | 3.6 is w₃₂ after the step. What was asked: where w₃₂ goes, or how L depends on"
            + " it?",
        "-0.6 | M18 | −0.6 holds η = 0.1 already: that is a step. What was asked, the slope or the"
            + " step?",
        "1000 | none | 1000 is none of the ways to go wrong known here. Which row and which column"
            + " meet in dL/dw₃₂?",
      })
  void namesWhatWasDoneInLessonH(String typed, String code, String reply) {
    Marked marked = marker(KnownLessons.lessonH(), Answer.Kind.NUMBER, "layer1/dW/3,2").mark(typed);
    assertThat(code(marked)).isEqualTo(code);
    assertThat(said(marked)).isEqualTo(reply);
    assertThat(marked.attempt()).isTrue();
    assertThat(marked.credit()).isEqualTo(code.equals("right") ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "7, right",
    "3.5, M3",
    "-7, M12",
    "-2, M4",
    "9, M4",
    "-9, M16",
    "1, M16",
    "8, M16",
    "25, M17",
    "10, M4",
    "2, M7",
    "5, M5",
    "1.3, M18",
    "11, M1"
  })
  void namesWhatWasDoneInLessonL(String typed, String code) {
    assertThat(
            code(marker(KnownLessons.lessonL(), Answer.Kind.NUMBER, "layer1/dW/3,2").mark(typed)))
        .isEqualTo(code);
  }

  @Test
  void saysWhichLinesMetInAnotherProduct() {
    assertThat(said(marker(KnownLessons.lessonL(), Answer.Kind.NUMBER, "layer1/dW/3,2").mark("11")))
        .isEqualTo(
            "11 is column 3 of X with row 2 of dL/dZ. Which index should both lines run over, so"
                + " that it vanishes?");
  }

  @Test
  void speaksAsTheConventionWrites() {
    Lesson lesson = KnownLessons.lessonH().withConvention(Convention.WX);
    Marker marker = marker(lesson, Answer.Kind.NUMBER, "layer1/dW/2,3");
    assertThat(code(marker.mark("-6"))).isEqualTo("right");
    assertThat(said(marker.mark("7")))
        .isEqualTo(
            "7 is row 1 of dL/dZ with row 3 of X: that is dL/dw₁₃. Which two lines meet in"
                + " dL/dw₂₃?");
  }
}
