package org.gradloom.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Wording;
import org.gradloom.practice.Exercise.Kind;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether the words of exercises name entries as each convention does. */
class WordsTest {
  private static final Exercises EXERCISES = new Exercises(Texts.english());

  private static Exercise draw(Kind kind, long seed, Convention convention) {
    return EXERCISES.draw(
        new Request(kind, seed, convention, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  /** A place as documents write it, {@code layer1/dW/2,3}, as an entry's name has it: ₂₃. */
  private static String indices(Convention convention, Place place) {
    return convention
        .turned(place)
        .toString()
        .replaceAll(".*/(\\d),(\\d)$", "$1$2")
        .chars()
        .mapToObj(digit -> Character.toString(digit - '0' + '₀'))
        .collect(Collectors.joining());
  }

  private static String said(@Nullable Wording wording) {
    return Objects.requireNonNull(wording).in("en");
  }

  @ParameterizedTest
  @EnumSource(Convention.class)
  void theCellThatIsAskedForIsNamedAsTheConventionWritesIt(Convention convention) {
    for (long seed = 0; seed < 5; seed++) {
      Exercise exercise = draw(Kind.DW_CELL, seed, convention);
      String cell = "dL/dw" + indices(convention, (Place) exercise.place().orElseThrow());
      assertThat(said(exercise.ask().question())).isEqualTo("What is " + cell + "?");
      assertThat(said(exercise.hints().get(1))).startsWith(cell + " is row ");
      assertThat(said(exercise.hints().get(2))).startsWith(cell + ": ");
      Exercise lines = draw(Kind.MEETING_LINES, seed, convention);
      Place met = (Place) Objects.requireNonNull(lines.ask().of());
      assertThat(said(lines.ask().question()))
          .isEqualTo(
              "Which row and which column meet in %s?"
                  .formatted("dL/dw" + indices(convention, met)));
      Exercise planted = draw(Kind.PLANTED_MISTAKE, seed, convention);
      assertThat(planted.marker().right())
          .isInstanceOfSatisfying(
              Answer.Parts.class,
              parts ->
                  assertThat(parts.parts().getFirst())
                      .isInstanceOfSatisfying(
                          Answer.Cells.class,
                          cells ->
                              assertThat(said(planted.hints().get(2)))
                                  .isEqualTo(
                                      "It is dL/dw%s."
                                          .formatted(
                                              indices(convention, cells.cells().getFirst())))));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "XW, Xᵀ, dL/dZ",
    "XWT, (dL/dZ)ᵀ, X",
    "WX, dL/dZ, Xᵀ",
    "WTX, X, (dL/dZ)ᵀ",
  })
  void aPlantedMistakeNamesTheFactorsOfTheConvention(
      Convention convention, String left, String right) {
    assertThat(said(draw(Kind.PLANTED_MISTAKE, 1, convention).hints().getFirst()))
        .startsWith("Each cell is one row of %s times one column of %s.".formatted(left, right));
  }
}
