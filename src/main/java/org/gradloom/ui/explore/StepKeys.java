package org.gradloom.ui.explore;

import org.gradloom.derivation.Granularity;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;

/** What the keys that walk do. */
final class StepKeys {
  private StepKeys() {}

  static Action action(Shortcut.OfWalk key, Explore state) {
    Granularity by = state.granularity();
    return switch (key) {
      case PLAY -> new Action.Play(!state.playback().playing());
      case FORWARD -> new Action.Forward(by);
      case BACK -> new Action.Back(by);
      case COARSER_FORWARD -> new Action.Forward(by.coarser());
      case COARSER_BACK -> new Action.Back(by.coarser());
      case FIRST -> new Action.First();
      case LAST -> new Action.Last();
      case NEXT_PHASE -> new Action.NextPhase();
      case PREVIOUS_PHASE -> new Action.PreviousPhase();
    };
  }
}
