package org.gradloom.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.gradloom.KnownLessons;
import org.gradloom.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {
  private static final Message RENAMED = Message.of("edit.setTitle", "a");
  private static final Message SLOWED = Message.of("edit.setLearningRate", "0.01");

  private final Lesson first = KnownLessons.lessonH();
  private final Lesson second = first.withTitle("a");
  private final Lesson third = second.withLearningRate(0.01);

  @Test
  void beginsWithNothingToUndoOrRedo() {
    History history = History.of(first);
    assertThat(history.present()).isSameAs(first);
    assertThat(history.undoable()).isEmpty();
    assertThat(history.redoable()).isEmpty();
    assertThat(history.undo().present()).isSameAs(first);
    assertThat(history.redo().present()).isSameAs(first);
  }

  @Test
  void goesBackAndForthAndNamesEachGesture() {
    History history = History.of(first).commit(second, RENAMED).commit(third, SLOWED);
    assertThat(history.present()).isSameAs(third);
    assertThat(history.undoable()).contains(SLOWED);

    History once = history.undo();
    assertThat(once.present()).isSameAs(second);
    assertThat(once.undoable()).contains(RENAMED);
    assertThat(once.redoable()).contains(SLOWED);

    History twice = once.undo();
    assertThat(twice.present()).isSameAs(first);
    assertThat(twice.undoable()).isEmpty();
    assertThat(twice.redoable()).contains(RENAMED);

    assertThat(twice.redo().redo().present()).isSameAs(third);
    assertThat(twice.redo().redo().undoable()).contains(SLOWED);
    assertThat(twice.redo().redo().redoable()).isEmpty();
  }

  @Test
  void aNewGestureForgetsWhatWasUndone() {
    History history = History.of(first).commit(second, RENAMED).undo().commit(third, SLOWED);
    assertThat(history.redoable()).isEmpty();
    assertThat(history.undo().present()).isSameAs(first);
  }

  @Test
  void aGestureThatChangedNothingIsNotKept() {
    History undone = History.of(first).commit(second, RENAMED).undo();
    History same = undone.commit(KnownLessons.lessonH(), SLOWED);
    assertThat(same.undoable()).isEmpty();
    assertThat(same.redoable()).contains(RENAMED);
  }

  @Test
  void hasNoLimit() {
    History history = History.of(first);
    for (int n = 0; n < 10_000; n++) {
      history = history.commit(first.withTitle("title " + n), RENAMED);
    }
    for (int n = 0; n < 10_000; n++) {
      history = history.undo();
    }
    assertThat(history.present()).isSameAs(first);
  }

  private static final Message TOGETHER = Message.of("edit.setTitle", "together");

  @Test
  void goesBackToAMarkAndForthAgain() {
    History history = History.of(first).mark("beat").commit(second, RENAMED).commit(third, SLOWED);
    assertThat(history.at("beat")).containsSame(first);

    History back = history.backTo("beat");
    assertThat(back.present()).isSameAs(first);
    assertThat(back.undoable()).isEmpty();
    assertThat(back.redo().redo().present()).isSameAs(third);
    assertThat(back.redo().redo().redoable()).isEmpty();
    assertThat(back.redo().redo().at("beat")).containsSame(first);
  }

  @Test
  void makesOneGestureOfEverythingSinceAMark() {
    Lesson fourth = third.withTitle("d");
    History history =
        History.of(first)
            .commit(second, RENAMED)
            .mark("drag")
            .commit(third, SLOWED)
            .commit(fourth, RENAMED)
            .squash("drag", TOGETHER);
    assertThat(history.present()).isSameAs(fourth);
    assertThat(history.undoable()).contains(TOGETHER);

    History undone = history.undo();
    assertThat(undone.present()).isSameAs(second);
    assertThat(undone.undoable()).contains(RENAMED);
    assertThat(undone.redoable()).contains(TOGETHER);
    assertThat(undone.redo().present()).isSameAs(fourth);
    assertThat(undone.undo().present()).isSameAs(first);
  }

  @Test
  void squashingKeepsWhatCanBeRedone() {
    Lesson fourth = third.withTitle("d");
    History history =
        History.of(first)
            .mark("drag")
            .commit(second, RENAMED)
            .commit(third, SLOWED)
            .commit(fourth, RENAMED)
            .undo()
            .squash("drag", TOGETHER);
    assertThat(history.present()).isSameAs(third);
    assertThat(history.redoable()).contains(RENAMED);
    assertThat(history.redo().present()).isSameAs(fourth);
    assertThat(history.undo().present()).isSameAs(first);
  }

  @Test
  void squashingThereAndBackLeavesNoGesture() {
    History history =
        History.of(first)
            .commit(second, RENAMED)
            .mark("drag")
            .commit(third, SLOWED)
            .commit(second, SLOWED)
            .mark("end")
            .squash("drag", TOGETHER);
    assertThat(history.present()).isEqualTo(second);
    assertThat(history.undoable()).contains(RENAMED);
    assertThat(history.undo().present()).isSameAs(first);
    assertThat(history.commit(third, SLOWED).at("end")).contains(second);
  }

  @Test
  void aMarkThatIsNotThereChangesNothing() {
    History history = History.of(first).commit(second, RENAMED);
    assertThat(history.at("beat")).isEmpty();
    assertThat(history.backTo("beat")).isSameAs(history);
    assertThat(history.squash("beat", TOGETHER)).isSameAs(history);
    assertThat(history.mark("now").squash("now", TOGETHER).undoable()).contains(RENAMED);
  }

  @Test
  void aMarkGoesWithItsMoment() {
    History undone = History.of(first).commit(second, RENAMED).mark("beat").undo();
    // Ahead of the present it is no place to come back to.
    assertThat(undone.at("beat")).isEmpty();
    assertThat(undone.redo().at("beat")).containsSame(second);
    assertThat(undone.commit(third, SLOWED).redo().at("beat")).isEmpty();
  }

  @Test
  void ofAMarkThatStandsTwiceTheLaterCounts() {
    History history =
        History.of(first).mark("beat").commit(second, RENAMED).mark("beat").commit(third, SLOWED);
    assertThat(history.at("beat")).containsSame(second);
    assertThat(history.backTo("beat").undo().at("beat")).containsSame(first);
  }

  /** Whatever was squashed, undoing everything ends where it began and redoing all where it was. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void undoStaysExact(long seed) {
    Random random = new Random(seed);
    History history = History.of(first);
    for (int n = 0; n < 200; n++) {
      String mark = "mark " + random.nextInt(4);
      Lesson before = history.present();
      history =
          switch (random.nextInt(6)) {
            case 0, 1 -> history.commit(first.withLearningRate(1 + random.nextInt(3)), SLOWED);
            case 2 -> history.undo();
            case 3 -> history.redo();
            case 4 -> history.mark(mark);
            default -> {
              History squashed = history.squash(mark, TOGETHER);
              assertThat(squashed.present()).isEqualTo(before);
              assertThat(squashed.at(mark)).isEqualTo(history.at(mark));
              yield squashed;
            }
          };
      assertThat(end(history).present()).isEqualTo(end(start(history)).present());
      assertThat(start(history).present()).isSameAs(first);
    }
  }

  private static History start(History history) {
    History back = history;
    while (back.undoable().isPresent()) {
      back = back.undo();
    }
    return back;
  }

  private static History end(History history) {
    History on = history;
    while (on.redoable().isPresent()) {
      on = on.redo();
    }
    return on;
  }
}
