package org.gradloom.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Dialog;
import org.gradloom.derivation.Derivation;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Screen;
import org.gradloom.text.FileName;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Background;
import org.gradloom.ui.store.Document;
import org.gradloom.ui.store.Elsewhere;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Store;

/**
 * Looks whether the files of open documents are still what they were, and does what the user says
 * about those that are not. Who has no changes of his own gets theirs at once, and undo.
 */
final class ElsewhereDesk implements ElsewhereStrip.Host {
  private static final Message TAKEN = Message.of("elsewhere.taken");

  private final Store store;
  private final Texts texts;
  private final DocumentSaver saver;
  private final Background background;
  private final FileWatch watch;
  private final Consumer<Dialog<?>> show;

  ElsewhereDesk(
      Store store,
      Texts texts,
      DocumentSaver saver,
      Background background,
      FileWatch watch,
      Consumer<Dialog<?>> show) {
    this.store = store;
    this.texts = texts;
    this.saver = saver;
    this.background = background;
    this.watch = watch;
    this.show = show;
  }

  /** Looks at the files of all documents, in the background. */
  void look() {
    List.of(Screen.EXPLORE, Screen.TRAIN)
        .forEach(
            screen -> store.state().document(screen).ifPresent(document -> look(screen, document)));
  }

  private void look(Screen screen, Document document) {
    document
        .origin()
        .file()
        .ifPresent(file ->
            background.run(
                () -> watch.look(file, document.saved()),
                found -> found(screen, file, document.saved(), found),
                this::tell));
  }

  private void found(Screen screen, Path file, Lesson compared, Optional<Elsewhere> found) {
    Optional<Document> now =
        store
            .state()
            .document(screen)
            .filter(document ->
                document.origin().file().equals(Optional.of(file))
                    && document.saved().equals(compared));
    if (now.isEmpty() || now.get().elsewhere().equals(found)) {
      return;
    }
    if (found.isPresent()
        && found.get() instanceof Elsewhere.Changed(var theirs, _)
        && !now.get().isChanged()) {
      take(screen, now.get(), theirs);
    } else {
      store.dispatch(new Action.FoundElsewhere(screen, found));
    }
  }

  private void tell(Message wrong) {
    store.dispatch(new Action.Tell(new Notice(wrong, true)));
  }

  private void take(Screen screen, Document document, Lesson theirs) {
    Optional<Path> file = document.origin().file();
    background.run(
        () -> {
          file.ifPresent(watch::note);
          return taking(screen, document, theirs);
        },
        actions -> {
          if (isOpen(screen, document)) {
            actions.forEach(store::dispatch);
            store.dispatch(new Action.HeldOnDisk(screen, theirs));
            file.ifPresent(path ->
                store.dispatch(
                    new Action.Tell(
                        new Notice(Message.of("elsewhere.took", FileName.of(path)), false))));
          }
        },
        this::tell);
  }

  /** Whether it was not opened another while theirs was computed. */
  private boolean isOpen(Screen screen, Document document) {
    return store
        .state()
        .document(screen)
        .filter(now -> now.continues(document) && now.origin().equals(document.origin()))
        .isPresent();
  }

  /** A lesson of other beats is begun anew, since nobody stands in the midst of those. */
  private static List<Action> taking(Screen screen, Document document, Lesson theirs) {
    if (screen == Screen.TRAIN) {
      return List.of(new Action.ChangeSetup(TrainingSetup.opened(theirs), TAKEN));
    }
    return theirs.beats().equals(document.lesson().beats())
        ? List.of(new Action.Replace(theirs, TAKEN))
        : List.of(new Action.Open(Derivation.of(theirs), document.origin()));
  }

  @Override
  public void keepMine() {
    saver.overwrite();
  }

  @Override
  public void takeTheirs(Lesson theirs) {
    store.state().current().ifPresent(document -> take(store.state().screen(), document, theirs));
  }

  @Override
  public void saveMineAs() {
    saver.saveAs();
  }

  @Override
  public void whatDiffers(Lesson mine, Lesson theirs) {
    show.accept(
        new DifferencesDialog(
            texts,
            theirs,
            mine,
            List.of(Message.of("differs.theirs"), Message.of("differs.mine"))));
  }
}
