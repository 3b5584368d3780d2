package org.gradloom.ui.train;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.gradloom.lesson.DataSource;
import org.gradloom.text.Message;
import org.gradloom.training.PreparedData;
import org.gradloom.training.RowEdits;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Background;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.Training;

/**
 * How a setting changes the setup that the state holds: at once, or once other data are generated
 * or read, away from the window's thread. It knows no toolkit.
 */
record SetupChanges(Store store, Background background) {

  TrainingSetup setup() {
    return store.state().training().orElseThrow().setup();
  }

  /** How the present data are made; only where the setup says so. */
  DataSource source() {
    return setup().source().orElseThrow();
  }

  /**
   * Changes the setup.
   *
   * @param done the key of what undo calls it
   * @return what was wrong with it, in which case nothing changed
   */
  Optional<Message> change(UnaryOperator<TrainingSetup> how, String done) {
    return store.dispatch(new Action.ChangeSetup(how.apply(setup()), Message.of(done)));
  }

  /**
   * Goes on with other data as soon as they are there.
   *
   * @param refused told why there are none
   */
  void prepare(DataSource source, String done, Consumer<Message> refused) {
    Optional<PreparedData> before = setup().data();
    background.run(
        () -> PreparedData.of(source),
        prepared -> {
          TrainingSetup now = store.state().training().map(Training::setup).orElseThrow();
          // Whoever changed something else meanwhile keeps that too.
          if (now.data().map(SetupChanges::plain).equals(before.map(SetupChanges::plain))) {
            use(readAs(now, prepared), done);
          }
        },
        refused);
  }

  private static PreparedData plain(PreparedData data) {
    return data.withInputs(Optional.empty());
  }

  /** Other samples of the present set, of which is read what is read now; or another set. */
  private static PreparedData readAs(TrainingSetup now, PreparedData prepared) {
    return now.source()
        .filter(source -> source.rows().set().equals(prepared.source().rows().set()))
        .map(source -> prepared.withInputs(source.inputs()))
        .orElse(prepared);
  }

  /** Goes on with other data, which are there. */
  void use(PreparedData prepared, String done) {
    change(setup -> RowEdits.on(setup, prepared), done).ifPresent(this::tell);
  }

  /** Goes on with other data; what is wrong with them is said above the network. */
  void prepare(DataSource source, String done) {
    prepare(source, done, this::tell);
  }

  void tell(Message wrong) {
    store.dispatch(new Action.Tell(new Notice(wrong, true)));
  }
}
