package org.gradloom.ui.explore;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.gradloom.derivation.Granularity;
import org.gradloom.ui.control.MatrixControl;
import org.gradloom.ui.control.NetworkView;
import org.gradloom.ui.control.StepTimeline;
import org.gradloom.ui.keys.Shortcut;
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
    Optional<Shortcut.OfWalk> meant = Shortcut.of(Shortcut.OfWalk.values(), key);
    return ownArrows && !key.isControlDown()
        ? meant.flatMap(walk -> amongCells(walk, focused, state))
        : meant.flatMap(walk -> action(walk, focused, state));
  }

  private static Optional<Action> action(
      Shortcut.OfWalk key, @Nullable Node focused, Explore state) {
    Granularity by = state.granularity();
    return switch (key) {
      case PLAY -> focused instanceof ButtonBase ? Optional.empty() : play(state);
      case FORWARD -> Optional.of(new Action.Forward(by));
      case BACK -> Optional.of(new Action.Back(by));
      case COARSER_FORWARD -> Optional.of(new Action.Forward(by.coarser()));
      case COARSER_BACK -> Optional.of(new Action.Back(by.coarser()));
      case FIRST -> Optional.of(new Action.First());
      case LAST -> Optional.of(new Action.Last());
      case NEXT_PHASE -> Optional.of(new Action.NextPhase());
      case PREVIOUS_PHASE -> Optional.of(new Action.PreviousPhase());
    };
  }

  private static Optional<Action> play(Explore state) {
    return Optional.of(new Action.Play(!state.playback().playing()));
  }

  /** What a control with arrows of its own leaves to the walk. */
  private static Optional<Action> amongCells(
      Shortcut.OfWalk key, @Nullable Node focused, Explore state) {
    boolean inGrid = isWithin(focused, MatrixControl.class);
    return switch (key) {
      case PLAY -> inGrid || isWithin(focused, StepTimeline.class) ? play(state) : Optional.empty();
      case NEXT_PHASE, PREVIOUS_PHASE -> inGrid ? action(key, focused, state) : Optional.empty();
      case FORWARD, BACK, COARSER_FORWARD, COARSER_BACK, FIRST, LAST -> Optional.empty();
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
