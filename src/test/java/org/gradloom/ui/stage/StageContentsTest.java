package org.gradloom.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Step;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.staging.StagePicture;
import org.gradloom.staging.StageSlot;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.CellContents;
import org.junit.jupiter.api.Test;

/** What cells show of a rounded number: never that it is exact. */
class StageContentsTest {
  /** σ(13.7) is 0.99999887…, one of the values that six digits tell from 1 and four do not. */
  @Test
  void aProbabilityNextToOneIsAboutOneWhereRoomIsShort() {
    Derivation sure =
        walk(13.7, Elementwise.IDENTITY, LossKind.SIGMOID_CROSS_ENTROPY, new Target.Targets(one()));
    assertThat(contents(sure, "layer1/dA/1,1", StageSlot.LEFT, 6).text(0, 0)).isEqualTo("0.999999");
    CellContents narrow = contents(sure, "layer1/dA/1,1", StageSlot.LEFT, 4);
    assertThat(narrow.text(0, 0)).isEqualTo("≈1");
    assertThat(narrow.fullText(0, 0)).startsWith("0.99999887");
  }

  /** tanh′ of a ten-thousandth is 1 − 1e-8. */
  @Test
  void aSlopeNextToOneIsToldInFullOnHover() {
    Derivation flat = walk(1e-4, Elementwise.TANH, LossKind.GIVEN, new Target.Upstream(one()));
    CellContents slopes = contents(flat, "layer1/dZ/1,1", StageSlot.RIGHT, 6);
    assertThat(slopes.text(0, 0)).isEqualTo("≈1");
    assertThat(slopes.fullText(0, 0)).startsWith("0.99999999");
  }

  private static Matrix one() {
    return Matrix.row(1);
  }

  private static Derivation walk(double x, Elementwise g, LossKind kind, Target target) {
    return Derivation.of(
        new Lesson(
            "",
            Matrix.row(x),
            List.of(new Layer(one(), null, g)),
            new Loss(kind, target, Reduction.SUM),
            0.1));
  }

  private static CellContents contents(
      Derivation derivation, String place, StageSlot seat, int digits) {
    Step step = derivation.at(Place.parse(place));
    StagePicture.Placed placed =
        StagePicture.of(step.section(), derivation.lesson(), true).at(seat).orElseThrow();
    return new StageContents(
        derivation, step, placed, step.term(), digits, Prompts.none(), Texts.english());
  }
}
