package org.gradloom.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.gradloom.KnownLessons;
import org.gradloom.data.Generator;
import org.gradloom.derivation.Derivation;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.Input;
import org.gradloom.text.Message;
import org.gradloom.training.Preset;
import org.gradloom.training.RowEdits;
import org.gradloom.training.SetupEdits;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Background;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.View;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a setting, where data take their time and where they cannot be had. */
class SetupChangesTest {
  private final Store store =
      new Store(
          AppState.opened(
              Derivation.of(KnownLessons.lessonH()), new Origin.BuiltIn("h"), View.usual()));

  /** What waits to be done away from the window's thread. */
  private final Queue<Runnable> away = new ArrayDeque<>();

  private final List<Message> refused = new ArrayList<>();
  private final SetupChanges changes =
      new SetupChanges(
          store,
          new Background(away::add, Runnable::run, failure -> Message.of("train.lastSample")));

  @BeforeEach
  void open() {
    store.dispatch(new Action.OpenSetup(Preset.XOR.setup(), new Origin.BuiltIn("xor")));
  }

  private void prepare(DataSource source) {
    changes.prepare(source, "train.done.set", refused::add);
  }

  @Test
  void aChangeIsUndoneByItsName() {
    assertThat(changes.change(setup -> SetupEdits.withBatchSize(setup, 7), "train.done.batch"))
        .isEmpty();
    assertThat(changes.setup().plan().batchSize()).isEqualTo(7);
    store.dispatch(new Action.Undo());
    assertThat(changes.setup().plan().batchSize()).isEqualTo(10);
  }

  @Test
  void otherDataComeWhenTheyAreReadyAndKeepWhatChangedMeanwhile() {
    prepare(Preset.generated(Generator.MOONS));
    changes.change(setup -> SetupEdits.withBatchSize(setup, 7), "train.done.batch");
    assertThat(changes.source().rows().set()).isEqualTo(Generator.XOR.documentName());
    away.remove().run();
    assertThat(changes.source().rows().set()).isEqualTo(Generator.MOONS.documentName());
    assertThat(changes.setup().plan().batchSize()).isEqualTo(7);
    assertThat(refused).isEmpty();
  }

  @Test
  void inputsThatWereChosenMeanwhileAreReadOfTheOtherSamples() {
    List<Input> product = List.of(new Input.Product(0, 1));
    prepare(changes.source().withSamples(50));
    changes.change(setup -> RowEdits.withInputs(setup, product), "train.done.inputs");
    away.remove().run();
    assertThat(changes.setup().lesson().samples()).isEqualTo(40);
    assertThat(changes.setup().readInputs()).isEqualTo(product);
    assertThat(changes.setup().lesson().x())
        .isEqualTo(Input.of(product, changes.setup().features()));
    // Another set is read as it is offered.
    prepare(Preset.generated(Generator.MOONS));
    changes.change(
        setup -> RowEdits.withInputs(setup, Input.plain(2).subList(0, 1)), "train.done.inputs");
    away.remove().run();
    assertThat(changes.source().rows().set()).isEqualTo(Generator.MOONS.documentName());
    assertThat(changes.setup().isPlain()).isTrue();
  }

  @Test
  void theFirstOfTwoWinsAndTheLaterIsLeftOut() {
    prepare(Preset.generated(Generator.MOONS));
    prepare(Preset.generated(Generator.CIRCLES));
    away.remove().run();
    away.remove().run();
    assertThat(changes.source().rows().set()).isEqualTo(Generator.MOONS.documentName());
  }

  @Test
  void dataThatCannotBeHadChangeNothing() {
    TrainingSetup before = changes.setup();
    DataSource missing = Preset.table(new DataSource.Table("/no/such/table.csv"));
    prepare(missing);
    away.remove().run();
    assertThat(refused).hasSize(1);
    changes.prepare(missing, "train.done.set");
    away.remove().run();
    assertThat(store.state().notice().orElseThrow().said()).isEqualTo(refused.getFirst());
    assertThat(store.state().notice().orElseThrow().isError()).isTrue();
    assertThat(changes.setup()).isEqualTo(before);
  }
}
