package org.gradloom.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class CalloutPointerTest {
  private final CalloutPointer pointer = new CalloutPointer();
  private final Region callout = new Region();

  CalloutPointerTest() {
    callout.resizeRelocate(600, 300, 240, 150);
  }

  private void pointAt(double middle) {
    pointer.point(callout, Optional.of(new BoundingBox(500, middle - 20, 50, 40)));
  }

  @Test
  void aCalloutBesideItsCellStaysWhereItIs() {
    pointAt(400);
    assertThat(callout.getLayoutY()).isEqualTo(300);
    assertThat(pointer.getLayoutY()).isEqualTo(400);
    assertThat(pointer.isVisible()).isTrue();
  }

  @Test
  void aCalloutGoesUpToACellThatIsHigher() {
    pointAt(200);
    assertThat(callout.getLayoutY()).as("its corner clear of the tip").isEqualTo(183);
    assertThat(pointer.getLayoutY()).isEqualTo(200);
  }

  @Test
  void nothingIsPointedAtThatIsOutOfReachOrOutOfSight() {
    pointAt(5);
    assertThat(pointer.isVisible()).isFalse();
    pointAt(445);
    assertThat(pointer.isVisible()).as("below the callout").isFalse();
    pointer.point(callout, Optional.empty());
    assertThat(pointer.isVisible()).isFalse();
    assertThat(callout.getLayoutY()).isEqualTo(300);
  }
}
