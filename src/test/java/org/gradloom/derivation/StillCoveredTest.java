package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradloom.KnownLessons;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Screen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StillCoveredTest {
  /** The questions of these regions, each beat covering dL/dX. */
  private static Lesson asking(Answer.Kind kind, String... regions) {
    Lesson h = KnownLessons.lessonH();
    return new Lesson(
        "",
        h.convention(),
        h.x(),
        h.layers(),
        h.loss(),
        0.1,
        null,
        List.of(),
        List.of(regions).stream().map(of -> beat(kind, Region.parse(of))).toList());
  }

  private static Beat beat(Answer.Kind kind, @Nullable Region of) {
    return new Beat(
        null,
        Screen.EXPLORE,
        null,
        null,
        null,
        List.of(Region.parse("layer1/dX")),
        new Beat.Ask(kind, of, null, List.of(), List.of(), null, false),
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
}
