package org.gradloom.ui.start;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradloom.files.Progress;
import org.gradloom.lesson.Outline;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.RecentDocument;
import org.gradloom.ui.store.StartContents;

/**
 * The path through the lessons, and how far the learner has come on it.
 *
 * @param shipped the app's own lessons, in the order of their numbers
 * @param yours lessons in files that were opened lately
 */
record Course(List<LessonEntry> shipped, List<LessonEntry> yours, Progress progress) {
  Course {
    shipped = List.copyOf(shipped);
    yours = List.copyOf(yours);
  }

  static Course of(List<LessonEntry> shipped, StartContents start) {
    return new Course(
        shipped,
        start.recent().stream().map(Course::entry).flatMap(Optional::stream).toList(),
        start.progress());
  }

  private static Optional<LessonEntry> entry(RecentDocument recent) {
    return recent
        .lesson()
        .flatMap(lesson -> {
          Outline outline = lesson.outline();
          return outline == null
              ? Optional.empty()
              : Optional.of(new LessonEntry(new Origin.InFile(recent.file()), lesson, outline));
        });
  }

  /** All lessons of the path, in order. */
  List<LessonEntry> all() {
    return Stream.concat(shipped.stream(), yours.stream()).toList();
  }

  boolean isDone(LessonEntry lesson) {
    return progress.isDone(lesson.id());
  }

  /** The beat at which a lesson goes on, from 1: the one that was left, if it was not the last. */
  int beat(LessonEntry lesson) {
    return progress.of(lesson.id()).map(Progress.Reached::next).orElse(1);
  }

  /** True if a lesson was left after its first beat and before its end was ever reached. */
  boolean isBegun(LessonEntry lesson) {
    return !isDone(lesson) && beat(lesson) > 1;
  }

  /** How many of the app's own lessons are done. */
  long done() {
    return shipped.stream().filter(this::isDone).count();
  }

  /** True if nothing was done or begun yet. */
  boolean isNew() {
    return all().stream().noneMatch(lesson -> isDone(lesson) || isBegun(lesson));
  }

  /**
   * The lesson to go on with: the one that was worked on last, while it is begun; where that is
   * done, the next that is not; the first that is not otherwise. None once all are done.
   */
  Optional<LessonEntry> next() {
    Optional<LessonEntry> last =
        all().stream().filter(lesson -> progress.last().equals(Optional.of(lesson.id()))).findAny();
    if (last.filter(this::isBegun).isPresent()) {
      return last;
    }
    int from = last.filter(this::isDone).map(shipped::indexOf).orElse(-1) + 1;
    return Stream.concat(
            shipped.subList(from, shipped.size()).stream(), shipped.subList(0, from).stream())
        .filter(lesson -> !isDone(lesson))
        .findFirst();
  }
}
