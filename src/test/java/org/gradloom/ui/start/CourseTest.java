package org.gradloom.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.Progress;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Outline;
import org.gradloom.lesson.Wording;
import org.gradloom.ui.store.Origin;
import org.junit.jupiter.api.Test;

/** Which lesson is next. */
class CourseTest {
  private static final Lesson LESSON = BuiltInLessons.read("h");

  /** Three lessons, called a, b and c. */
  private static final List<LessonEntry> LESSONS =
      IntStream.range(0, 3)
          .mapToObj(i -> entry(new Origin.BuiltIn("abc".substring(i, i + 1)), i + 1))
          .toList();

  private static LessonEntry entry(Origin origin, int number) {
    Wording words = Wording.of("words");
    return new LessonEntry(origin, LESSON, new Outline(words, number, words, words, 5));
  }

  private static Course course(Progress progress) {
    return new Course(LESSONS, List.of(), progress);
  }

  private static Optional<String> next(Progress progress) {
    return course(progress).next().map(LessonEntry::id);
  }

  private static Progress done(String... lessons) {
    return Stream.of(lessons)
        .reduce(Progress.NONE, (all, id) -> all.at(id, 5, 5), (one, two) -> two);
  }

  @Test
  void aNewcomerBeginsWithTheFirst() {
    assertThat(next(Progress.NONE)).contains("a");
    assertThat(course(Progress.NONE).isNew()).isTrue();
  }

  @Test
  void afterALessonComesTheNextThatIsNotDone() {
    assertThat(next(done("a"))).contains("b");
    assertThat(next(done("b"))).contains("c");
    assertThat(next(done("b", "c"))).contains("a");
    assertThat(next(done("b", "a"))).contains("c");
    assertThat(next(done("a", "b", "c"))).isEmpty();
    assertThat(course(done("a", "c")).done()).isEqualTo(2);
  }

  @Test
  void aLessonThatWasLeftGoesOnWhereItWasLeft() {
    Progress left = done("a").at("c", 3, 5);
    assertThat(next(left)).contains("c");
    assertThat(course(left).beat(LESSONS.get(2))).isEqualTo(3);
    assertThat(course(left).isBegun(LESSONS.get(2))).isTrue();
  }

  @Test
  void whoHasOnlyLookedInHasNotBegun() {
    assertThat(next(Progress.NONE.at("c", 1, 5))).contains("a");
    assertThat(course(Progress.NONE.at("c", 1, 5)).isNew()).isTrue();
  }

  @Test
  void aLessonInAFileIsNextWhileItIsBegunOnly() {
    Origin file = new Origin.InFile(java.nio.file.Path.of("/tmp/mine.json").toAbsolutePath());
    LessonEntry mine = entry(file, 1);
    Progress begun = done("a").at(mine.id(), 2, 5);
    assertThat(new Course(LESSONS, List.of(mine), begun).next()).contains(mine);
    Progress over = begun.at(mine.id(), 5, 5);
    assertThat(new Course(LESSONS, List.of(mine), over).next()).contains(LESSONS.get(1));
    assertThat(new Course(LESSONS, List.of(mine), over).done()).isEqualTo(1);
  }
}
