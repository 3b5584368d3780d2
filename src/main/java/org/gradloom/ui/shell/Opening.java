package org.gradloom.ui.shell;

import java.util.Optional;
import java.util.stream.Stream;
import org.gradloom.lesson.Screen;
import org.gradloom.text.Message;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Store;

/** Brings the store from its first state to what a window opens with, and says what is to say. */
final class Opening {
  private final Store store;
  private final DocumentController desk;
  private final PackDesk packs;
  private final RememberedState remembered;

  Opening(Store store, DocumentController desk, PackDesk packs, RememberedState remembered) {
    this.store = store;
    this.desk = desk;
    this.packs = packs;
    this.remembered = remembered;
  }

  /** Goes to the place, the screen and the exercises that are wanted. */
  void begin(StartupDocument first) {
    first
        .at()
        .<Action>map(Action.Go::new)
        .or(() -> remembered.beatLeft(first.origin()))
        .ifPresent(store::dispatch);
    first.training().ifPresent(store::dispatch);
    remembered
        .settings()
        .keep(
            first
                .training()
                .map(Action.OpenSetup::origin)
                .filter(trained -> trained.file().isPresent())
                .orElse(first.origin()));
    show(first.screen());
    first.pack().ifPresent(pack -> packs.open(() -> pack));
    // One after the other, the last alone would stay.
    Stream.concat(remembered.faults(), first.notice().map(Notice::said).stream())
        .reduce(Notice::both)
        .ifPresent(said -> store.dispatch(new Action.Tell(new Notice(said, true))));
  }

  private void show(Screen screen) {
    switch (screen) {
      case START, EXPLORE, SPEED -> store.dispatch(new Action.Show(screen));
      case TRAIN -> desk.showTraining();
      case PRACTICE -> desk.showPractice();
      case SUMMARY -> throw new IllegalStateException("Nothing starts with " + screen);
    }
  }

  /**
   * Offers what was left unsaved. Who named a document sees that; everybody else sees first what
   * was left.
   */
  void offerRecovered(StartupDocument first) {
    if (first.named()) {
      store.dispatch(
          new Action.Tell(
              new Notice(Message.of("recovered.notice"), false)
                  .offering(
                      new Notice.Choice(
                          Optional.empty(),
                          Message.of("recovered.see"),
                          new Action.Show(Screen.START)))));
    } else {
      store.dispatch(new Action.Show(Screen.START));
    }
  }
}
