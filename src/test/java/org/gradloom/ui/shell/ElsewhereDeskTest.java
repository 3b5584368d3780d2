package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.gradloom.derivation.Derivation;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.LessonWriter;
import org.gradloom.lesson.Lesson;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Background;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElsewhereDeskTest {
  @TempDir private Path folder;

  /** What has not been done away from the window yet. */
  private final Deque<Runnable> away = new ArrayDeque<>();

  /** A network of another program's may take a while to compute. */
  @Test
  void whatIsOpenedWhileTheirsIsComputedIsNotWrittenOver() {
    Lesson lesson = BuiltInLessons.read("h");
    Path file = folder.resolve("numbers.gradloom.json");
    LessonWriter.save(lesson.withTitle("Theirs"), file);
    Store store =
        new Store(AppState.opened(Derivation.of(lesson), new Origin.InFile(file), View.usual()));
    Background background =
        new Background(
            away::add, Runnable::run, failure -> Message.of("app.name", failure.toString()));
    FileWatch watch = new FileWatch();
    DocumentSaver saver =
        new DocumentSaver(
            store,
            Texts.english(),
            new TestWindow.Answers(),
            background,
            watch,
            (_, _, _) -> Optional.empty(),
            _ -> {});
    new ElsewhereDesk(store, Texts.english(), saver, background, watch, _ -> {}).look();
    away.remove().run();
    assertThat(away).as("theirs is computed").hasSize(1);
    Lesson other = lesson.withTitle("Other");
    store.dispatch(new Action.Open(Derivation.of(other), new Origin.Unsaved()));
    away.remove().run();
    assertThat(store.state().explore().document().lesson()).isEqualTo(other);
    assertThat(store.state().explore().document().saved()).isEqualTo(other);
  }
}
