package org.gradloom.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import org.gradloom.derivation.Step;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Shape;
import org.gradloom.staging.StagePicture;
import org.gradloom.staging.StageSlot;
import org.gradloom.ui.control.MatrixGrid;

/**
 * What stands on the stage at one step: a picture, and the nodes it is made of.
 *
 * @param seated the matrices by their slots
 * @param line matrices and signs in reading order
 */
record Staged(
    StagePicture picture, Step step, Map<StageSlot, StageMatrix> seated, List<Item> line) {

  /** Something in line. */
  sealed interface Item {
    /** True for a matrix that stands here a second time, as its transpose. */
    default boolean isOrigin() {
      return switch (this) {
        case Seated(var matrix) -> matrix.placed().seat().isOrigin();
        case Sign _ -> false;
      };
    }
  }

  record Seated(StageMatrix matrix) implements Item {}

  record Sign(Label label) implements Item {}

  /** New signs for matrices that are on the stage in another order, or for the first time. */
  static Staged anew(StagePicture picture, Step step, Map<StageSlot, StageMatrix> seated) {
    List<Item> line = new ArrayList<>();
    for (StagePicture.Item item : picture.items()) {
      switch (item) {
        case StagePicture.Placed placed ->
            line.add(new Seated(Objects.requireNonNull(seated.get(placed.seat()))));
        case StagePicture.Sign(var text) -> {
          Label sign = new Label(text);
          sign.getStyleClass().add("stage-sign");
          line.add(new Sign(sign));
        }
      }
    }
    return new Staged(picture, step, seated, line);
  }

  /** The same nodes at another step. */
  Staged at(Step other) {
    return new Staged(picture, other, seated, line);
  }

  boolean crossed() {
    return picture.crossed();
  }

  Optional<StageMatrix> at(StageSlot slot) {
    return Optional.ofNullable(seated.get(slot));
  }

  /** The matrix that also stands here as its transpose. */
  Optional<StageMatrix> origin() {
    return at(StageSlot.LEFT_ORIGIN).or(() -> at(StageSlot.RIGHT_ORIGIN));
  }

  StageMatrix matrix(StageSlot slot) {
    return Objects.requireNonNull(seated.get(slot), () -> "Nobody sits at " + slot);
  }

  /** The signs that are drawn; where matrices cross, their places say it all. */
  List<Label> signs() {
    List<Label> signs = new ArrayList<>();
    for (Item item : crossed() ? List.<Item>of() : line) {
      switch (item) {
        case Sign(var label) -> signs.add(label);
        case Seated _ -> {}
      }
    }
    return signs;
  }

  /** True if matrices show only windows of themselves, because there is no room for more. */
  boolean isCrowded() {
    return seated.values().stream().anyMatch(StageMatrix::isWindowed);
  }

  /** Where these numbers stand, in the stage's coordinates; nothing unless all are in sight. */
  Optional<Bounds> boundsOf(Region region) {
    return seated.values().stream()
        .filter(matrix -> matrix.isOf(region.operand(), step.lesson()))
        .flatMap(matrix -> matrix.boundsOf(region, step.lesson()).stream())
        .findFirst();
  }

  boolean hasColours() {
    return seated.values().stream().anyMatch(matrix -> matrix.colours().isPresent());
  }

  List<Shape> shapes() {
    return picture.matrices().stream()
        .flatMap(placed -> at(placed.seat()).stream())
        .map(StageMatrix::shape)
        .toList();
  }

  /** Where in a line even the highest matrix ends. */
  double bottom() {
    return seated.values().stream().mapToDouble(StageMatrix::bottom).max().orElse(0);
  }

  /** Gives names that stand in a row one baseline, and cells above each other one width. */
  void align() {
    List<StageHeading> row = new ArrayList<>();
    seated.forEach((slot, matrix) -> {
      if (isInRow(slot)) {
        row.add(matrix.heading());
      } else {
        matrix.heading().setLeast(StageHeading.Reach.NONE);
      }
    });
    StageHeading.Reach common =
        row.stream()
            .map(StageHeading::reach)
            .reduce(StageHeading.Reach.NONE, StageHeading.Reach::and);
    row.forEach(heading -> heading.setLeast(common));
    alignColumns();
  }

  private boolean isInRow(StageSlot slot) {
    return switch (slot) {
      case LEFT, RESULT -> true;
      case RIGHT -> !crossed();
      case BIAS, LEFT_ORIGIN, RIGHT_ORIGIN -> false;
      case MASK -> true;
    };
  }

  private void alignColumns() {
    if (crossed()) {
      List<MatrixGrid> stacked = new ArrayList<>();
      for (StageSlot slot : List.of(StageSlot.RIGHT, StageSlot.BIAS, StageSlot.RESULT)) {
        at(slot)
            .filter(matrix -> slot != StageSlot.BIAS || !matrix.placed().shown().turned())
            .flatMap(StageMatrix::numbers)
            .ifPresent(stacked::add);
      }
      MatrixGrid.alignColumns(stacked);
    }
  }
}
