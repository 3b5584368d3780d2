package org.gradloom.ui.store;

import java.util.List;
import org.gradloom.files.Progress;
import org.gradloom.lesson.Lesson;

/**
 * What the Start screen shows.
 *
 * @param progress how far the learner has come in each lesson
 * @param recent the documents that were opened last, the latest first
 */
public record StartContents(Progress progress, List<RecentDocument> recent) {
  static final StartContents EMPTY = new StartContents(Progress.NONE, List.of());

  public StartContents {
    recent = List.copyOf(recent);
  }

  /** The same with other progress, such as what was kept on this machine. */
  public StartContents with(Progress progress) {
    return new StartContents(progress, recent);
  }

  StartContents with(List<RecentDocument> recent) {
    return new StartContents(progress, recent);
  }

  /** The same after a beat of a document was reached; nobody finds again what is in no file. */
  StartContents at(Origin origin, LessonPath path, Lesson lesson) {
    return origin
        .remembered()
        .map(id -> with(progress.at(id, path.index() + 1, lesson.beats().size())))
        .orElse(this);
  }
}
