package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.gradloom.files.PracticeFile;
import org.gradloom.lesson.Misconception;
import org.gradloom.practice.Exercise.Kind;
import org.gradloom.practice.Mastery;
import org.gradloom.practice.Result;
import org.gradloom.practice.Result.Outcome;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.store.Background;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two windows that keep what one learner practises in one file. */
class RememberedPracticeTest {
  private static final Result EARLY = result(Kind.DB, "2026-03-01T09:00:00Z");
  private static final Result LATE = result(Kind.GATE, "2026-03-01T09:05:00Z");

  @TempDir private Path folder;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final List<Mastery> found = new ArrayList<>();
  private final List<Message> wrong = new ArrayList<>();
  private final Background slow =
      new Background(waiting::add, Runnable::run, failure -> Message.of("error.notLogged", ""));
  private PracticeFile file = new PracticeFile(Path.of(""));

  private static Result result(Kind kind, String when) {
    return new Result(kind, 7, 2, Instant.parse(when), Outcome.RETRIED, List.of(Misconception.M3));
  }

  private static Mastery of(Result... results) {
    return new Mastery(List.of(results));
  }

  @BeforeEach
  void keepInAFile() {
    file = new PracticeFile(folder.resolve("practice.json"));
  }

  private RememberedPractice window() {
    return new RememberedPractice(file, waiting::add, wrong::add);
  }

  private void work() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatIsPractisedIsThereAtTheNextStart() {
    RememberedPractice mine = window();
    assertThat(mine.practised()).isEqualTo(Mastery.NONE);
    mine.keep(of(EARLY));
    mine.keep(of(EARLY, LATE));
    assertThat(waiting).hasSize(2);
    work();
    assertThat(window().practised()).isEqualTo(of(EARLY, LATE));
    assertThat(window().fault()).isEmpty();
  }

  @Test
  void whatTheOtherPractisedIsFoundInItsOrderAndWrittenOnce() {
    RememberedPractice mine = window();
    RememberedPractice other = window();
    mine.keep(of(LATE));
    other.keep(of(EARLY));
    work();
    mine.follow(slow, found::add);
    mine.follow(slow, found::add);
    work();
    assertThat(found).containsExactly(of(EARLY, LATE));
    mine.keep(of(EARLY, LATE));
    assertThat(waiting).as("nothing of it is written again").isEmpty();
  }

  @Test
  void whatIsPractisedHereMeanwhileIsNotTakenBack() {
    RememberedPractice mine = window();
    mine.follow(slow, found::add);
    mine.keep(of(EARLY));
    work();
    assertThat(found).isEmpty();
    assertThat(file.load().held()).isEqualTo(of(EARLY));
  }

  @Test
  void erasingForgetsWhatTheOtherAddedToo() {
    RememberedPractice mine = window();
    RememberedPractice other = window();
    other.keep(of(EARLY));
    mine.erase();
    work();
    assertThat(file.load().held()).isEqualTo(Mastery.NONE);
    other.follow(slow, found::add);
    work();
    assertThat(found).containsExactly(Mastery.NONE);
    other.keep(of(LATE));
    work();
    assertThat(file.load().held()).as("what was erased does not come back").isEqualTo(of(LATE));
  }

  @Test
  void whatCannotBeReadIsSaidAtTheStart() throws IOException {
    Files.writeString(folder.resolve("practice.json"), "{");
    assertThat(window().fault().map(Texts.english()::say).orElse(""))
        .startsWith("What you have practised begins anew; what was kept is now in ")
        .contains("practice.unread-1.json, since it cannot be read: ");
  }

  /** A file where the folder should be stands for every place that nothing can be written to. */
  @Test
  void whatCannotBeKeptIsSaidAndIsStillThereWhileTheWindowIs() throws IOException {
    Path closed = Files.createFile(folder.resolve("closed"));
    file = new PracticeFile(closed.resolve("practice.json"));
    RememberedPractice mine = window();
    mine.keep(of(EARLY));
    waiting.remove().run();
    assertThat(wrong)
        .singleElement()
        .extracting(Texts.english()::say)
        .asString()
        .startsWith("What you have practised could not be kept in " + closed);
    mine.follow(slow, found::add);
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
    assertThat(found).as("what was practised is not taken back").isEmpty();
    Files.delete(closed);
    Files.createDirectory(closed);
    mine.keep(of(EARLY, LATE));
    wrong.clear();
    work();
    assertThat(file.load().held()).as("kept as soon as it can be").isEqualTo(of(EARLY, LATE));
  }
}
