package org.gradloom.ui.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradloom.KnownLessons;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Screen;
import org.gradloom.rule.Reduction;
import org.gradloom.text.Message;
import org.gradloom.training.Preset;
import org.junit.jupiter.api.Test;

/** Who is told of what: each screen of its own slice, and of nothing else. */
class StoreTest {
  private final Store store =
      new Store(
          AppState.opened(
              Derivation.of(KnownLessons.lessonH()), new Origin.Unsaved(), View.usual()));
  private final List<Explore> explores = new ArrayList<>();
  private final List<Training> trainings = new ArrayList<>();

  private void selectBoth() {
    store.dispatch(new Action.OpenSetup(Preset.IRIS.setup(), new Origin.BuiltIn(Preset.IRIS.id())));
    store.select(AppState::explore, explores::add);
    store.select(AppState::training, training -> training.ifPresent(trainings::add));
  }

  @Test
  void aSliceIsDrawnAtOnceAndThenAsOftenAsItChanges() {
    selectBoth();
    assertThat(explores).containsExactly(store.state().explore());
    store.dispatch(new Action.Forward(Granularity.TERM));
    store.dispatch(new Action.Forward(Granularity.TERM));
    assertThat(explores).hasSize(3).last().isSameAs(store.state().explore());
  }

  @Test
  void whatIsDoneOnTheTrainScreenDrawsNothingInExplore() {
    selectBoth();
    store.dispatch(new Action.Train(true));
    store.dispatch(new Action.TrainAt(10));
    store.dispatch(new Action.ShowLayer(1));
    store.dispatch(new Action.SameStart());
    store.dispatch(new Action.Tell(new Notice(Message.of("edit.lastSample"), true)));
    assertThat(trainings).hasSize(5);
    assertThat(explores).hasSize(1);
  }

  @Test
  void whatIsDoneInExploreDrawsNothingOnTheTrainScreen() {
    selectBoth();
    store.dispatch(new Action.Show(Screen.EXPLORE));
    int before = trainings.size();
    store.dispatch(new Action.Forward(Granularity.TERM));
    store.dispatch(new Action.Apply(new Edit.SetReduction(Reduction.MEAN)));
    store.dispatch(new Action.LayOut(Layout.INLINE));
    store.dispatch(new Action.Undo());
    assertThat(explores).hasSize(5);
    assertThat(trainings).hasSize(before);
  }

  @Test
  void anotherRecordThatSaysTheSameIsNotDrawnAgain() {
    selectBoth();
    store.dispatch(new Action.Play(false));
    store.dispatch(new Action.StepBy(Granularity.TERM));
    store.dispatch(new Action.First());
    assertThat(explores).hasSize(1);
  }

  @Test
  void aNoticeIsToldByTheScreenThatIsShownOnly() {
    selectBoth();
    Notice notice = new Notice(Message.of("edit.lastSample"), true);
    List<Optional<Notice>> inExplore = new ArrayList<>();
    List<Optional<Notice>> inTrain = new ArrayList<>();
    store.select(state -> state.notice(Screen.EXPLORE), inExplore::add);
    store.select(state -> state.notice(Screen.TRAIN), inTrain::add);
    store.dispatch(new Action.Tell(notice));
    assertThat(inTrain).containsExactly(Optional.empty(), Optional.of(notice));
    assertThat(inExplore).containsExactly(Optional.empty());
  }

  @Test
  void whoNoLongerListensIsNotTold() {
    List<Explore> seen = new ArrayList<>();
    var listening = store.select(AppState::explore, seen::add);
    listening.unsubscribe();
    store.dispatch(new Action.Forward(Granularity.TERM));
    assertThat(seen).hasSize(1);
  }
}
