package org.gradloom.ui.shell;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Screen;
import org.gradloom.ui.start.LessonEntry;
import org.gradloom.ui.start.StartScreen;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Background;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Store;

/** What the Start screen cannot do by itself: opening, and reading what was opened lately. */
final class StartDesk implements StartScreen.Host {
  private final Store store;
  private final DocumentController desk;
  private final Background background;
  private final Runnable writeLesson;

  /**
   * The desk of a window.
   *
   * @param writeLesson leads to where a lesson is written
   */
  StartDesk(Store store, DocumentController desk, Background background, Runnable writeLesson) {
    this.store = store;
    this.desk = desk;
    this.background = background;
    this.writeLesson = writeLesson;
  }

  /** The app's own lessons, in the order of their numbers. */
  static List<LessonEntry> lessons() {
    return BuiltInLessons.lessons().keySet().stream()
        .map(StartDesk::entry)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<LessonEntry> entry(String id) {
    Lesson lesson = BuiltInLessons.read(id);
    return Optional.ofNullable(lesson.outline())
        .map(outline -> new LessonEntry(new Origin.BuiltIn(id), lesson, outline));
  }

  /**
   * Reads what these files hold, so that the screen can say it.
   *
   * @param opened when they were opened, by their paths, where that is known
   */
  void list(List<Path> files, Map<String, Instant> opened) {
    background.run(
        () -> RecentDocuments.read(files, opened),
        recent -> store.dispatch(new Action.ListRecent(recent)),
        wrong -> store.dispatch(new Action.Tell(new Notice(wrong, true))));
  }

  @Override
  public void open(LessonEntry lesson, int beat) {
    switch (lesson.origin()) {
      case Origin.BuiltIn(var id) -> desk.openBuiltIn(id, beat);
      case Origin.InFile(var path) -> desk.openFile(path, beat);
      case Origin.Unsaved _, Origin.FrozenStep _, Origin.OfExercise _ ->
          throw new IllegalArgumentException("No lesson " + lesson.origin());
    }
  }

  @Override
  public void showOwnNumbers() {
    desk.showOwnNumbers();
  }

  @Override
  public void showTraining() {
    desk.showTraining();
  }

  @Override
  public void showPractice() {
    desk.showPractice();
  }

  @Override
  public void showSpeed() {
    store.dispatch(new Action.Show(Screen.SPEED));
  }

  @Override
  public void openFile() {
    desk.openFile();
  }

  @Override
  public void openFile(Path file) {
    desk.openFile(file);
  }

  @Override
  public void writeLesson() {
    writeLesson.run();
  }
}
