package org.gradloom.ui.stage;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Shape;
import org.gradloom.staging.StagePicture;
import org.gradloom.staging.StageSlot;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.TextClipboard;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;

/**
 * The nodes of the matrices of a lesson. A matrix that stays on the stage from one step to the
 * next, or comes back later, keeps its node, so that only what changed is drawn.
 */
final class StageMatrices {
  private final Store store;
  private final Texts texts;
  private final TexRenderer renderer;
  private final TextClipboard clipboard;
  private final ObservableValue<Boolean> reducedMotion;
  private final ObservableValue<Number> letters;
  private final HeatAxes axes = new HeatAxes();
  private final Map<Key, StageMatrix> kept = new HashMap<>();

  /** A matrix keeps its node as long as its slot, its shape and its look stay. */
  private record Key(StagePicture.Placed placed, Shape shape, boolean asColours) {}

  /**
   * No matrices yet.
   *
   * @param reducedMotion whether changed cells are not to flash
   * @param letters how large the user wants letters to be, in pixels
   */
  StageMatrices(
      Store store,
      Texts texts,
      TexRenderer renderer,
      TextClipboard clipboard,
      ObservableValue<Boolean> reducedMotion,
      ObservableValue<Number> letters) {
    this.store = store;
    this.texts = texts;
    this.renderer = renderer;
    this.clipboard = clipboard;
    this.reducedMotion = reducedMotion;
    this.letters = letters;
  }

  /** The matrices of a picture by their slots, each of which shows the state. */
  Map<StageSlot, StageMatrix> show(StagePicture picture, Explore state) {
    Map<StageSlot, StageMatrix> seated = new EnumMap<>(StageSlot.class);
    boolean large = hasLargeMatrix(picture, state.lesson());
    for (StagePicture.Placed placed : picture.matrices()) {
      Key key = new Key(placed, placed.shown().shape(state.lesson()), large);
      StageMatrix matrix = kept.computeIfAbsent(key, missing -> make(missing, state));
      seated.put(placed.seat(), matrix);
      matrix.show(state, state.step().term());
    }
    return seated;
  }

  private StageMatrix make(Key key, Explore state) {
    StageMatrix matrix =
        new StageMatrix(
            key.placed(),
            state,
            store,
            texts,
            renderer,
            clipboard,
            key.asColours() ? Optional.of(axes) : Optional.empty());
    matrix.control().reducedMotionProperty().bind(reducedMotion);
    matrix.colours().ifPresent(map -> map.numberSizeProperty().bind(letters));
    return matrix;
  }

  /**
   * True if one of the matrices is too large to be read number by number. Then all of them show
   * colours, so that rows and columns still meet.
   */
  private static boolean hasLargeMatrix(StagePicture picture, Lesson lesson) {
    return picture.matrices().stream()
        .map(placed -> placed.shown().shape(lesson))
        .anyMatch(ViewMatrix::isLarge);
  }

  /** Matrices that a lesson does not have, or no longer in this shape, need no nodes. */
  void forgetAllBut(Lesson lesson) {
    kept.keySet()
        .removeIf(key ->
            key.placed().shown().convention() != lesson.convention()
                || !lesson.has(key.placed().shown().operand())
                || !key.placed().shown().shape(lesson).equals(key.shape()));
  }
}
