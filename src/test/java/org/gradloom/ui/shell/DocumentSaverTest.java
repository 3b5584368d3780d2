package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.gradloom.derivation.Derivation;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.LessonReader;
import org.gradloom.files.LessonWriter;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Screen;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.training.Preset;
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

class DocumentSaverTest {
  @TempDir private Path folder;

  /** What has not been done away from the window yet. */
  private final Deque<Runnable> away = new ArrayDeque<>();

  private final TestWindow.Answers answers = new TestWindow.Answers();

  private Document document(Store store, Screen screen) {
    return store.state().document(screen).orElseThrow();
  }

  private void finish() {
    while (!away.isEmpty()) {
      away.remove().run();
    }
  }

  private DocumentSaver saver(Store store, DocumentSaver.Keeping before) {
    return new DocumentSaver(
        store,
        Texts.english(),
        answers,
        new Background(
            away::add, Runnable::run, failure -> Message.of("app.name", failure.toString())),
        new FileWatch(),
        before,
        _ -> {});
  }

  private Store storeWith(Path file) {
    Lesson numbers = BuiltInLessons.read("h");
    LessonWriter.save(numbers, file);
    Store store =
        new Store(AppState.opened(Derivation.of(numbers), new Origin.InFile(file), View.usual()));
    store.dispatch(new Action.Apply(new Edit.SetTitle("Mine")));
    return store;
  }

  private static String said(Store store) {
    return store.state().notice().map(Notice::said).map(Texts.english()::say).orElse("");
  }

  /** The file is looked at before it is written, and meanwhile the user goes to another screen. */
  @Test
  void whoGoesToAnotherScreenWhileItIsSavedKeepsBothDocuments() {
    Path inExplore = folder.resolve("numbers.gradloom.json");
    Path inTrain = folder.resolve("gate.gradloom.json");
    Lesson numbers = BuiltInLessons.read("h");
    Lesson gate = Preset.XOR.setup().lesson();
    LessonWriter.save(numbers, inExplore);
    LessonWriter.save(gate, inTrain);
    Store store =
        new Store(
            AppState.opened(Derivation.of(numbers), new Origin.InFile(inExplore), View.usual()));
    store.dispatch(new Action.OpenSetup(Preset.XOR.setup(), new Origin.InFile(inTrain)));
    store.dispatch(new Action.Show(Screen.EXPLORE));
    store.dispatch(new Action.Apply(new Edit.SetTitle("Mine")));
    DocumentSaver saver = saver(store, (_, _, _) -> Optional.empty());
    saver.save();
    store.dispatch(new Action.Show(Screen.TRAIN));
    finish();

    assertThat(LessonReader.read(inExplore)).isEqualTo(numbers.withTitle("Mine"));
    assertThat(document(store, Screen.EXPLORE).isChanged()).isFalse();
    assertThat(document(store, Screen.TRAIN).isChanged()).isFalse();
    assertThat(document(store, Screen.TRAIN).origin().file()).isEqualTo(Optional.of(inTrain));
    store.dispatch(new Action.Rename("My gate"));
    saver.save();
    finish();
    assertThat(LessonReader.read(inTrain)).isEqualTo(gate.withTitle("My gate"));
    assertThat(LessonReader.read(inExplore)).isEqualTo(numbers.withTitle("Mine"));
  }

  /** A full disk of one's own may have no room for unsaved work, and the file lies on another. */
  @Test
  void whereUnsavedWorkCannotBeKeptTheFileIsWrittenAndThatIsSaid() {
    Path file = folder.resolve("numbers.gradloom.json");
    List<DocumentSaver.Keeping> failing =
        List.of(
            (_, _, _) -> Optional.of(Message.of("app.name")),
            (_, _, _) -> {
              throw new IllegalStateException("No room");
            },
            (_, _, _) -> {
              throw new OutOfMemoryError("No room");
            });
    for (DocumentSaver.Keeping before : failing) {
      Store store = storeWith(file);
      saver(store, before).save();
      finish();
      assertThat(LessonReader.read(file).title()).isEqualTo("Mine");
      assertThat(document(store, Screen.EXPLORE).isChanged()).isFalse();
      assertThat(store.state().notice().map(Notice::isError)).hasValue(true);
      assertThat(said(store)).isEqualTo("Saved as numbers.gradloom.json. Gradloom");
    }
  }

  /** The drive is slow, and the user was asked about changes that he had told to be saved. */
  @Test
  void whatIsOpenedWhileItIsSavedDoesNotTakeItsFile() {
    Path file = folder.resolve("numbers.gradloom.json");
    Path next = folder.resolve("next.gradloom.json");
    for (boolean asAnother : List.of(false, true)) {
      Store store = storeWith(file);
      DocumentSaver saver = saver(store, (_, _, _) -> Optional.empty());
      answers.saveTo(next);
      if (asAnother) {
        saver.saveAs();
      } else {
        saver.save();
      }
      Lesson other = BuiltInLessons.read("h").withTitle("Other");
      store.dispatch(new Action.Open(Derivation.of(other), new Origin.Unsaved()));
      finish();
      assertThat(LessonReader.read(asAnother ? next : file).title()).isEqualTo("Mine");
      assertThat(document(store, Screen.EXPLORE).origin()).isEqualTo(new Origin.Unsaved());
      assertThat(document(store, Screen.EXPLORE).isChanged()).isFalse();
      assertThat(said(store)).isEqualTo("Saved as " + (asAnother ? next : file).getFileName());
    }
  }

  /** It is looked at before it is written, and meanwhile the user has had enough of waiting. */
  @Test
  void whoSavesAsAnotherWhileItIsSavedGoesOnInTheOther() {
    Path file = folder.resolve("numbers.gradloom.json");
    Path other = folder.resolve("here.gradloom.json");
    Store store = storeWith(file);
    DocumentSaver saver = saver(store, (_, _, _) -> Optional.empty());
    saver.save();
    store.dispatch(new Action.Apply(new Edit.SetTitle("Mine, too")));
    answers.saveTo(other);
    saver.saveAs();
    finish();
    assertThat(LessonReader.read(file).title()).isEqualTo("Mine");
    assertThat(LessonReader.read(other).title()).isEqualTo("Mine, too");
    assertThat(document(store, Screen.EXPLORE).origin()).isEqualTo(new Origin.InFile(other));
    assertThat(document(store, Screen.EXPLORE).isChanged()).isFalse();
  }

  @Test
  void whoChangesADocumentWhileItIsSavedToBeLeftIsAskedAgain() {
    Path file = folder.resolve("numbers.gradloom.json");
    Store store = storeWith(file);
    AtomicInteger left = new AtomicInteger();
    answers.aboutUnsaved(UserPrompts.Unsaved.SAVE);
    answers.aboutUnsaved(UserPrompts.Unsaved.SAVE);
    saver(store, (_, _, _) -> Optional.empty()).afterKeeping(Screen.EXPLORE, left::incrementAndGet);
    store.dispatch(new Action.Apply(new Edit.SetTitle("Mine, too")));
    finish();
    assertThat(answers.asked()).hasSize(2);
    assertThat(LessonReader.read(file).title()).isEqualTo("Mine, too");
    assertThat(left).hasValue(1);
  }

  @Test
  void whatAnotherProgramWroteIsNoMatterOfWhatIsOpenedMeanwhile() {
    Path file = folder.resolve("numbers.gradloom.json");
    Store store = storeWith(file);
    Lesson theirs = BuiltInLessons.read("h").withTitle("Theirs");
    LessonWriter.save(theirs, file);
    saver(store, (_, _, _) -> Optional.empty()).save();
    store.dispatch(
        new Action.Open(Derivation.of(BuiltInLessons.read("h")), new Origin.BuiltIn("h")));
    finish();
    assertThat(LessonReader.read(file)).isEqualTo(theirs);
    assertThat(document(store, Screen.EXPLORE).elsewhere()).isEmpty();
    assertThat(said(store))
        .isEqualTo("numbers.gradloom.json was not saved, since another program had changed it.");
  }

  /** Whoever saves as another does so to leave the old file alone. */
  @Test
  void whatIsSavedWhileItIsSavedAsAnotherGoesThere() {
    Path file = folder.resolve("numbers.gradloom.json");
    Path other = folder.resolve("here.gradloom.json");
    Store store = storeWith(file);
    DocumentSaver saver = saver(store, (_, _, _) -> Optional.empty());
    answers.saveTo(other);
    saver.saveAs();
    store.dispatch(new Action.Apply(new Edit.SetTitle("Mine, too")));
    saver.save();
    finish();
    assertThat(LessonReader.read(file)).isEqualTo(BuiltInLessons.read("h"));
    assertThat(LessonReader.read(other).title()).isEqualTo("Mine, too");
    assertThat(document(store, Screen.EXPLORE).origin()).isEqualTo(new Origin.InFile(other));
    assertThat(document(store, Screen.EXPLORE).isChanged()).isFalse();
  }

  /** What was saved is then nowhere in the history any more. */
  @Test
  void whoUndoesAndChangesWhileItIsWrittenIsStillInTheDocumentThatIsSaved() {
    Path file = folder.resolve("numbers.gradloom.json");
    Store store = storeWith(file);
    saver(store, (_, _, _) -> Optional.empty()).save();
    away.remove().run();
    assertThat(away).as("what waits is to write, not to look").hasSize(1);
    assertThat(LessonReader.read(file)).isEqualTo(BuiltInLessons.read("h"));
    store.dispatch(new Action.Undo());
    store.dispatch(new Action.Apply(new Edit.SetTitle("Other")));
    finish();
    assertThat(LessonReader.read(file).title()).isEqualTo("Mine");
    assertThat(document(store, Screen.EXPLORE).saved().title()).isEqualTo("Mine");
    store.dispatch(new Action.Undo());
    assertThat(document(store, Screen.EXPLORE).lesson()).isEqualTo(BuiltInLessons.read("h"));
    assertThat(document(store, Screen.EXPLORE).isChanged()).isTrue();
  }

  @Test
  void whoSavesAsAnotherTwiceGoesOnInTheLast() {
    Path file = folder.resolve("numbers.gradloom.json");
    Path there = folder.resolve("there.gradloom.json");
    Path here = folder.resolve("here.gradloom.json");
    for (Path last : List.of(here, file)) {
      Store store = storeWith(file);
      DocumentSaver saver = saver(store, (_, _, _) -> Optional.empty());
      answers.saveTo(there);
      saver.saveAs();
      answers.saveTo(last);
      saver.saveAs();
      finish();
      assertThat(LessonReader.read(there).title()).isEqualTo("Mine");
      assertThat(LessonReader.read(last).title()).isEqualTo("Mine");
      assertThat(document(store, Screen.EXPLORE).origin()).isEqualTo(new Origin.InFile(last));
      store.dispatch(new Action.Apply(new Edit.SetTitle("Mine, too")));
      saver.save();
      finish();
      assertThat(LessonReader.read(there).title()).isEqualTo("Mine");
      assertThat(LessonReader.read(last).title()).isEqualTo("Mine, too");
    }
  }
}
