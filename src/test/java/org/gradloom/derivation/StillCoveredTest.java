package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradloom.KnownLessons;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Screen;
import org.gradloom.lesson.ViewPart;
import org.gradloom.matrix.Entry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StillCoveredTest {
  /** The questions of these regions, each beat covering dL/dX. */
  private static Lesson asking(Answer.Kind kind, String... regions) {
    Lesson h = KnownLessons.lessonH();
    return telling(
        h, List.of(regions).stream().map(of -> beat(kind, Region.parse(of))).toArray(Beat[]::new));
  }

  private static Beat beat(Answer.Kind kind, @Nullable Region of) {
    return beat(kind, of, null, List.of(Region.parse("layer1/dX")));
  }

  private static Beat beat(
      Answer.Kind kind, @Nullable Region of, @Nullable Place at, List<Coverable> cover) {
    return new Beat(
        null,
        Screen.EXPLORE,
        at,
        null,
        null,
        cover,
        new Beat.Ask(
            kind,
            of,
            null,
            List.of(),
            List.of(),
            of == null ? new Answer.Scalar(Entry.of(48)) : null,
            false),
        Perspective.PRODUCT,
        null,
        null,
        List.of(),
        List.of(),
        List.of());
  }

  private static List<String> after(Lesson lesson, int beat) {
    return StillCovered.after(lesson, beat).stream().map(Coverable::toString).toList();
  }

  @Test
  void whatALaterBeatAsksForStaysCovered() {
    Lesson lesson =
        asking(
            Answer.Kind.NUMBER, "layer1/dX/2,3", "layer1/dX/1,1", "layer1/dX/4,2", "layer1/dX/4,2");
    assertThat(after(lesson, 0)).containsExactly("layer1/dX/1,1", "layer1/dX/4,2");
    assertThat(after(lesson, 1)).containsExactly("layer1/dX/4,2");
    assertThat(after(lesson, 2)).isEmpty();
    assertThat(after(lesson, 3)).isEmpty();
  }

  @Test
  void whatWasAskedForItselfIsShownAlsoWhereALaterRowHoldsIt() {
    Lesson lesson = asking(Answer.Kind.ROW, "layer1/dX/2,3", "layer1/dX/2");
    assertThat(after(lesson, 0)).containsExactly("layer1/dX/2,1", "layer1/dX/2,2");
  }

  /** What a line or a matrix was asked for is known in each of its cells. */
  @ParameterizedTest
  @ValueSource(strings = {"layer1/dX/2", "layer1/dX/:,3", "layer1/dX"})
  void whatWasAskedForWithOthersIsShownAlsoWhereItIsAskedForAlone(String all) {
    assertThat(after(asking(Answer.Kind.ROW, all, "layer1/dX/2,3"), 0)).isEmpty();
  }

  @Test
  void aTermDoesNotGiveItsSumAway() {
    Lesson lesson = asking(Answer.Kind.NUMBER, "layer1/dX/2,3/term1", "layer1/dX/2,3");
    assertThat(after(lesson, 0)).containsExactly("layer1/dX/2,3");
  }

  @Test
  void whatThisBeatDidNotCoverIsNotCoveredByALaterOne() {
    Lesson lesson = asking(Answer.Kind.NUMBER, "layer1/dX/2,3", "layer1/dW/3,2");
    assertThat(after(lesson, 0)).isEmpty();
  }

  /** What a view adds stays covered while the very next question at that place is about it. */
  @Test
  void whatAViewAddsStaysCoveredForTheNextQuestionAtThatPlace() {
    Lesson h = KnownLessons.lessonH();
    Place dW = Place.parse("layer1/dW");
    Place dX = Place.parse("layer1/dX");
    List<Coverable> grid = List.of(ViewPart.GRID);
    Lesson lesson =
        telling(
            h,
            beat(Answer.Kind.NUMBER, null, dW, grid),
            beat(Answer.Kind.NUMBER, null, dW, grid),
            beat(Answer.Kind.NUMBER, null, dX, grid),
            beat(Answer.Kind.NUMBER, null, dX, List.of()));
    assertThat(after(lesson, 0)).containsExactly("GRID");
    assertThat(after(lesson, 1)).isEmpty();
    assertThat(after(lesson, 2)).isEmpty();
  }

  private static Lesson telling(Lesson h, Beat... beats) {
    return new Lesson(
        "", h.convention(), h.x(), h.layers(), h.loss(), 0.1, null, List.of(), List.of(beats));
  }
}
