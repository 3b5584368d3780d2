package org.gradloom.ui.shell;

import java.time.Clock;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Plan;
import org.gradloom.ui.explore.ExploreScreen;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Store;

/** Leads from Explore to the Practice screen, at the time that it is then. */
final class WayToPractice implements ExploreScreen.Practising {
  private final Store store;
  private final Clock clock;

  WayToPractice(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public void comeBack() {
    store.dispatch(new Action.ReturnToPractice(clock.instant()));
  }

  @Override
  public void practise(Exercise.Kind kind) {
    store.dispatch(new Action.Practise(new Plan.OfKind(kind), clock.instant()));
  }
}
