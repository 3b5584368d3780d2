package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Dialog;
import org.gradloom.derivation.Derivation;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.RecoveryFolder;
import org.gradloom.files.UnsavedWork;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Screen;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Background;
import org.gradloom.ui.store.Document;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryDeskTest {
  private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

  @TempDir private Path folder;

  /** A window in which unsaved work is kept so well. */
  private record Parts(Optional<Message> wrong) implements RecoveryDesk.Parts {
    @Override
    public void opened(Origin origin) {}

    @Override
    public Optional<Message> keep(Screen screen, Document document) {
      return wrong;
    }

    @Override
    public void openFile(Path file) {}

    @Override
    public void show(Dialog<?> dialog) {}
  }

  /** What has not been done away from the window yet. */
  private final Deque<Runnable> away = new ArrayDeque<>();

  private final TestWindow.Answers answers = new TestWindow.Answers();

  private void finish() {
    while (!away.isEmpty()) {
      away.remove().run();
    }
  }

  private Store open(RecoveryFolder.Left left, Optional<Message> wrong) {
    Store store =
        new Store(
            AppState.opened(
                Derivation.of(BuiltInLessons.read("h")), new Origin.BuiltIn("h"), View.usual()));
    Background background =
        new Background(
            away::add, Runnable::run, failure -> Message.of("app.name", failure.toString()));
    new RecoveryDesk(
            new RecoveryFolder(folder),
            store,
            Texts.english(),
            answers,
            new DocumentSaver(
                store,
                Texts.english(),
                answers,
                background,
                new FileWatch(),
                (_, _, _) -> Optional.empty(),
                _ -> {}),
            background,
            new Parts(wrong))
        .open(left);
    return store;
  }

  private RecoveryFolder.Left left() throws IOException {
    Lesson saved = BuiltInLessons.read("h");
    return new RecoveryFolder.Left(
        Files.writeString(folder.resolve("abc-explore.json"), "kept"),
        new UnsavedWork(
            Screen.EXPLORE,
            Optional.of("h"),
            TEN,
            TEN,
            List.of(),
            saved,
            saved.withTitle("Mine"),
            Optional.empty()),
        Optional.empty());
  }

  private static String title(Store store) {
    return store.state().explore().document().lesson().title();
  }

  /** Killed then, the next start must find it where it was. */
  @Test
  void whatCannotBeKeptAsTheWindowsOwnStaysWhereItWas() throws IOException {
    RecoveryFolder.Left left = left();
    Message full = Message.of("app.name");
    Store store = open(left, Optional.of(full));
    finish();
    assertThat(title(store)).isEqualTo("Mine");
    assertThat(left.file()).exists();
    assertThat(store.state().notice().map(Notice::said)).hasValue(full);
    open(left, Optional.empty());
    finish();
    assertThat(left.file()).doesNotExist();
  }

  @Test
  void whatIsChangedWhileItIsComputedIsAskedAbout() throws IOException {
    RecoveryFolder.Left left = left();
    Store store = open(left, Optional.empty());
    store.dispatch(new Action.Apply(new Edit.SetTitle("Newer")));
    finish();
    assertThat(answers.asked()).hasSize(1);
    assertThat(title(store)).isEqualTo("Newer");
    assertThat(left.file()).exists();
  }
}
