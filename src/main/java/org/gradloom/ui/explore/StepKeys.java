package org.gradloom.ui.explore;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.gradloom.derivation.Granularity;
import org.gradloom.ui.control.MatrixControl;
import org.gradloom.ui.control.NetworkView;
import org.gradloom.ui.control.StepTimeline;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;
import org.jspecify.annotations.Nullable;

/** The keys that walk: what a key means, given where the focus is. */
final class StepKeys {
  private StepKeys() {}

  /** The action of a key, or nothing if it belongs to the control that has the focus. */
  static Optional<Action> action(KeyEvent key, Explore state) {
    Node focused = key.getTarget() instanceof Node node ? node : null;
    if (focused instanceof TextInputControl || key.isAltDown() || key.isMetaDown()) {
      return Optional.empty();
    }
    boolean ownArrows =
        isWithin(focused, MatrixControl.class)
            || isWithin(focused, NetworkView.class)
            || isWithin(focused, StepTimeline.class)
            || focused instanceof ComboBoxBase<?>;
    if (ownArrows && !key.isControlDown()) {
      return amongCells(key.getCode(), focused, state);
    }
    Granularity by = key.isShiftDown() ? state.granularity().coarser() : state.granularity();
    return switch (key.getCode()) {
      case SPACE ->
          focused instanceof ButtonBase
              ? Optional.empty()
              : Optional.of(new Action.Play(!state.playback().playing()));
      case RIGHT -> Optional.of(new Action.Forward(by));
      case LEFT -> Optional.of(new Action.Back(by));
      case HOME -> Optional.of(new Action.First());
      case END -> Optional.of(new Action.Last());
      case PAGE_DOWN -> Optional.of(new Action.NextPhase());
      case PAGE_UP -> Optional.of(new Action.PreviousPhase());
      default -> Optional.empty();
    };
  }

  /** What a control with arrows of its own leaves to the walk. */
  private static Optional<Action> amongCells(KeyCode key, @Nullable Node focused, Explore state) {
    boolean inGrid = isWithin(focused, MatrixControl.class);
    return switch (key) {
      case SPACE ->
          inGrid || isWithin(focused, StepTimeline.class)
              ? Optional.of(new Action.Play(!state.playback().playing()))
              : Optional.empty();
      case PAGE_DOWN -> inGrid ? Optional.of(new Action.NextPhase()) : Optional.empty();
      case PAGE_UP -> inGrid ? Optional.of(new Action.PreviousPhase()) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean isWithin(@Nullable Node node, Class<?> kind) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (kind.isInstance(at)) {
        return true;
      }
    }
    return false;
  }
}
