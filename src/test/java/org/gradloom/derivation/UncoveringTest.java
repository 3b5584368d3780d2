package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gradloom.KnownLessons;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.ViewPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a covered matrix stays covered when a part of it is shown. */
class UncoveringTest {
  private static List<String> rest(Lesson lesson, String opened, Coverable... items) {
    return Uncovering.rest(Derivation.of(lesson), Arrays.asList(items), Region.parse(opened))
        .stream()
        .map(Coverable::toString)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // dL/dW is 3×2.
        "layer1/dW | layer1/dW/2 | layer1/dW/1,1 layer1/dW/1,2 layer1/dW/3,1 layer1/dW/3,2",
        "layer1/dW | layer1/dW/:,2 | layer1/dW/1,1 layer1/dW/2,1 layer1/dW/3,1",
        "layer1/dW | layer1/dW | ''",
        "layer1/dW/3 | layer1/dW/3,1 | layer1/dW/3,2",
        "layer1/dW/3 | layer1/dW/2,1 | layer1/dW/3,1 layer1/dW/3,2",
        "layer1/dW/:,1 | layer1/dW/3,1 | layer1/dW/1,1 layer1/dW/2,1",
        "layer1/dW/3,2 | layer1/dW/3 | ''",
        // The other three samples of the cell.
        "layer1/dW/3 | layer1/dW/3,2/term2 | layer1/dW/3,1 layer1/dW/3,2/term1"
            + " layer1/dW/3,2/term3 layer1/dW/3,2/term4",
        "layer1/dW/3,2/term1 | layer1/dW/3,2/term2 | layer1/dW/3,2/term1",
        "layer1/dW/3,1/term2 | layer1/dW/3,2/term2 | layer1/dW/3,1/term2",
        "layer1/dW/3,2/term2 | layer1/dW/3,2/term2 | ''",
        "layer1/dW/3,2/term2 | layer1/dW/3,2 | ''",
        "layer1/dW/3,2/term2 | layer1/dW/3,1 | layer1/dW/3,2/term2",
        "layer1/dX | layer1/dW/3,2 | layer1/dX",
        "layer1/x/1 | layer1/x/1,3 | layer1/x/1,1 layer1/x/1,2",
        "layer9/z | layer1/dW | layer9/z",
      })
  void whatIsShownIsCoveredNoLonger(String covered, String opened, String rest) {
    assertThat(String.join(" ", rest(KnownLessons.lessonH(), opened, Region.parse(covered))))
        .isEqualTo(rest);
  }

  @Test
  void aMatrixIsShownUnderEachOfItsNames() {
    assertThat(
            rest(
                KnownLessons.twoLayers(),
                "layer1/dA/:,1",
                Region.parse("layer2/dX/1,1"),
                Region.parse("layer2/dX/1,2")))
        .containsExactly("layer2/dX/1,2");
  }

  @Test
  void whatAViewAddsIsShownWithIt() {
    assertThat(rest(KnownLessons.lessonH(), "layer1/dW/3,2", ViewPart.GRID)).isEmpty();
  }

  @Test
  void whatIsCoveredTwiceStaysOnce() {
    Coverable[] twice =
        Stream.of("layer1/dW/3", "layer1/dW/:,1").map(Region::parse).toArray(Coverable[]::new);
    assertThat(rest(KnownLessons.lessonH(), "layer1/dW/3,2", twice))
        .containsExactly("layer1/dW/3,1", "layer1/dW/1,1", "layer1/dW/2,1");
  }
}
