package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradloom.derivation.Derivation;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.LessonWriter;
import org.gradloom.files.RecoveryFolder;
import org.gradloom.files.UnsavedWork;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Screen;
import org.gradloom.text.Texts;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Document;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedUnsavedTest {
  private static final Lesson H = BuiltInLessons.read("h");

  @TempDir private Path folder;

  /** A window with a document of a file. */
  private final class Edited {
    private final Store store =
        new Store(AppState.opened(Derivation.of(H), new Origin.InFile(file()), View.usual()));
    private final RememberedUnsaved unsaved =
        new RememberedUnsaved(
            new RecoveryFolder(folder.resolve("unsaved")),
            Runnable::run,
            wrong -> {
              throw new AssertionError(wrong);
            },
            TestWindow.CLOCK,
            Texts.english());

    private Document document() {
      return store.state().explore().document();
    }

    private void rename(String title) {
      store.dispatch(new Action.Apply(new Edit.SetTitle(title)));
      unsaved.keep(store.state());
    }

    private void saved(Lesson lesson, Path to) {
      store.dispatch(new Action.Saved(Screen.EXPLORE, lesson, to));
      unsaved.keep(store.state());
    }
  }

  private Path file() {
    return folder.resolve("week-3.gradloom.json");
  }

  private Path other() {
    return folder.resolve("mine.gradloom.json");
  }

  /** What is offered if the program is killed now. */
  private List<UnsavedWork> left() throws IOException {
    Path copy = Files.createTempDirectory(folder, "left");
    try (Stream<Path> all = Files.list(folder.resolve("unsaved"))) {
      for (Path each : all.toList()) {
        Files.copy(each, copy.resolve(each.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return new RecoveryFolder(copy).left().left().stream().map(RecoveryFolder.Left::work).toList();
  }

  private void assertOffered(String title, Path source, String savedTitle) throws IOException {
    assertThat(left()).hasSize(1);
    UnsavedWork work = left().getFirst();
    assertThat(work.lesson().title()).isEqualTo(title);
    assertThat(work.source()).hasValue(source.toString());
    assertThat(work.saved().title()).isEqualTo(savedTitle);
  }

  /** Killed at any time while somebody goes on with what is being saved. */
  @Test
  void whatIsChangedWhileItIsSavedIsOfferedAsOfTheFileThatHoldsTheRest() throws IOException {
    for (Path to : List.of(file(), other())) {
      LessonWriter.save(H, file());
      Edited edited = new Edited();
      edited.rename("One");
      Document saving = edited.document();
      assertThat(edited.unsaved.beforeSaving(Screen.EXPLORE, saving, to)).isEmpty();
      assertOffered("One", file(), H.title());
      edited.rename("Two");
      assertOffered("Two", file(), H.title());
      LessonWriter.save(saving.lesson(), to);
      assertOffered("Two", to, "One");
      edited.saved(saving.lesson(), to);
      assertOffered("Two", to, "One");
      Files.delete(to);
      assertOffered("Two", to, "One");
      edited.unsaved.close();
    }
  }

  @Test
  void whatIsOpenedWhileAnotherIsSavedIsNotOfItsFile() throws IOException {
    Edited edited = new Edited();
    edited.rename("One");
    Document saving = edited.document();
    edited.unsaved.beforeSaving(Screen.EXPLORE, saving, other());
    edited.store.dispatch(new Action.Open(Derivation.of(H), new Origin.Unsaved()));
    edited.rename("Two");
    LessonWriter.save(saving.lesson(), other());
    assertThat(left()).hasSize(1);
    assertThat(left().getFirst().source()).isEqualTo(Optional.empty());
    assertThat(left().getFirst().saved()).isEqualTo(H);
    edited.unsaved.close();
  }
}
