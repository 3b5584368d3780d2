package org.gradloom.ui.store;

import java.util.List;
import org.gradloom.files.Progress;
import org.gradloom.files.RecoveryFolder;
import org.gradloom.lesson.Lesson;

/**
 * What the Start screen shows.
 *
 * @param progress how far the learner has come in each lesson
 * @param recent the documents that were opened last, the latest first
 * @param left unsaved work of windows that ended without being closed, the latest first
 */
public record StartContents(
    Progress progress, List<RecentDocument> recent, List<RecoveryFolder.Left> left) {
  /** Nothing is known. */
  public static final StartContents EMPTY = new StartContents(Progress.NONE, List.of(), List.of());

  public StartContents {
    recent = List.copyOf(recent);
    left = List.copyOf(left);
  }

  /** The same with other progress, such as what was kept on this machine. */
  public StartContents with(Progress progress) {
    return new StartContents(progress, recent, left);
  }

  StartContents with(List<RecentDocument> recent) {
    return new StartContents(progress, recent, left);
  }

  StartContents leaving(List<RecoveryFolder.Left> left) {
    return new StartContents(progress, recent, left);
  }

  /** The same after a beat of a document was reached; nobody finds again what is in no file. */
  StartContents at(Origin origin, LessonPath path, Lesson lesson) {
    return origin
        .remembered()
        .map(id -> with(progress.at(id, path.index() + 1, lesson.beats().size())))
        .orElse(this);
  }
}
