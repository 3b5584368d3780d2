package org.gradloom.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Dialog;
import org.gradloom.derivation.Derivation;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.RecoveryFolder;
import org.gradloom.files.UnsavedWork;
import org.gradloom.lesson.Screen;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.training.Preset;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.start.RecoveredPane;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Background;
import org.gradloom.ui.store.Document;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Store;

/**
 * Offers what other windows left unsaved that were ended. Nothing of it is opened, and no file
 * written, unless the user says so.
 */
final class RecoveryDesk implements RecoveredPane.Host {
  private final RecoveryFolder folder;
  private final Store store;
  private final Texts texts;
  private final UserPrompts asking;
  private final DocumentSaver saver;
  private final Background background;
  private final Parts parts;

  /** What the window does about it. */
  interface Parts {
    void opened(Origin origin);

    /**
     * Keeps a document as this window's own unsaved work, at once.
     *
     * @return why it could not be kept
     */
    Optional<Message> keep(Screen screen, Document document);

    void openFile(Path file);

    void show(Dialog<?> dialog);
  }

  RecoveryDesk(
      RecoveryFolder folder,
      Store store,
      Texts texts,
      UserPrompts asking,
      DocumentSaver saver,
      Background background,
      Parts parts) {
    this.folder = folder;
    this.store = store;
    this.texts = texts;
    this.asking = asking;
    this.saver = saver;
    this.background = background;
    this.parts = parts;
  }

  /**
   * Looks for what was left, in the background.
   *
   * @param then told whether there is any
   */
  void look(Consumer<Boolean> then) {
    background.run(
        folder::left,
        found -> {
          store.dispatch(new Action.ListLeft(found.left()));
          then.accept(!found.left().isEmpty());
          found.faults().forEach(this::tell);
        },
        this::tell);
  }

  private void tell(Message wrong) {
    store.dispatch(new Action.Tell(new Notice(wrong, true)));
  }

  @Override
  public void open(RecoveryFolder.Left left) {
    Screen screen = left.work().screen();
    // Who changes something while it is computed is asked about that, too.
    background.run(
        () -> opening(left.work()),
        actions ->
            saver.afterKeeping(
                screen,
                () -> {
                  actions.forEach(store::dispatch);
                  store.state().document(screen).ifPresent(document -> opened(left, document));
                }),
        this::tell);
  }

  /** Kept as this window's own first, or not at all: at no time it is kept nowhere. */
  private void opened(RecoveryFolder.Left left, Document document) {
    parts.opened(document.origin());
    Screen screen = left.work().screen();
    Supplier<Optional<Message>> moved =
        () -> parts.keep(screen, document).or(() -> folder.forget(left));
    background.run(moved, wrong -> wrong.ifPresent(this::tell), this::tell);
    drop(left);
  }

  private static List<Action> opening(UnsavedWork work) {
    Origin origin = origin(work);
    return work.screen() == Screen.TRAIN
        ? List.of(
            new Action.OpenSetup(TrainingSetup.opened(work.saved()), origin),
            new Action.ChangeSetup(
                TrainingSetup.opened(work.lesson()), Message.of("recovered.edit")))
        : List.of(
            new Action.Open(Derivation.of(work.saved()), origin),
            new Action.Replace(work.lesson(), Message.of("recovered.edit")));
  }

  private static Origin origin(UnsavedWork work) {
    return work.source()
        .<Origin>map(source ->
            isOfApp(work.screen(), source)
                ? new Origin.BuiltIn(source)
                : new Origin.InFile(Path.of(source)))
        .orElseGet(Origin.Unsaved::new);
  }

  private static boolean isOfApp(Screen screen, String source) {
    return screen == Screen.TRAIN ? Preset.of(source).isPresent() : BuiltInLessons.has(source);
  }

  @Override
  public void keepSaved(RecoveryFolder.Left left) {
    forget(left);
    left.work().source().map(Path::of).ifPresent(parts::openFile);
  }

  @Override
  public void discard(RecoveryFolder.Left left) {
    if (asking.discardRecovered(RecoveredPane.name(left, texts))) {
      forget(left);
    }
  }

  private void forget(RecoveryFolder.Left left) {
    background.run(() -> folder.forget(left), wrong -> wrong.ifPresent(this::tell), this::tell);
    drop(left);
  }

  private void drop(RecoveryFolder.Left left) {
    store.dispatch(
        new Action.ListLeft(
            store.state().start().left().stream().filter(each -> !each.equals(left)).toList()));
  }

  @Override
  public void showBoth(RecoveryFolder.Left left) {
    parts.show(
        new DifferencesDialog(
            texts,
            left.work().saved(),
            left.work().lesson(),
            List.of(Message.of("differs.saved"), Message.of("differs.recovered"))));
  }
}
