package org.gradloom.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradloom.KnownLessons;
import org.gradloom.text.Message;
import org.junit.jupiter.api.Test;

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
  void aGestureThatChangedNothingLeavesNoMark() {
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
}
