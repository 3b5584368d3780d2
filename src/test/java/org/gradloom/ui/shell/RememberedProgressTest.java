package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.gradloom.files.Progress;
import org.gradloom.files.ProgressFile;
import org.gradloom.text.Message;
import org.gradloom.ui.store.Background;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two windows that keep one learner's progress in one file. */
class RememberedProgressTest {
  private static final Progress ONE = Progress.NONE.at("one-sample", 2, 7);
  private static final Progress BOTH = ONE.at("the-gate", 3, 6);

  @TempDir private Path folder;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final List<Progress> found = new ArrayList<>();
  private final List<Message> wrong = new ArrayList<>();
  private final Background slow =
      new Background(waiting::add, Runnable::run, failure -> Message.of("error.notLogged", ""));
  private ProgressFile file = new ProgressFile(Path.of(""));

  @BeforeEach
  void keepInAFile() {
    file = new ProgressFile(folder.resolve("progress.json"));
  }

  private RememberedProgress window() {
    return new RememberedProgress(file, waiting::add, wrong::add);
  }

  private void work() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  @Test
  void whatTheOtherReachedIsFoundOnce() {
    RememberedProgress mine = window();
    RememberedProgress other = window();
    other.keep(ONE);
    work();
    mine.follow(slow, found::add);
    mine.follow(slow, found::add);
    work();
    assertThat(found).containsExactly(ONE);
    mine.keep(ONE);
    assertThat(waiting).as("nothing of it is written again").isEmpty();
  }

  @Test
  void whatIsReachedHereMeanwhileIsNotTakenBack() {
    RememberedProgress mine = window();
    mine.follow(slow, found::add);
    mine.keep(ONE);
    work();
    assertThat(found).isEmpty();
    assertThat(file.load().held()).isEqualTo(ONE);
  }

  @Test
  void whatTheOtherErasedIsGoneHereToo() {
    RememberedProgress mine = window();
    mine.keep(BOTH);
    work();
    assertThat(file.erase()).isEmpty();
    mine.follow(slow, found::add);
    work();
    assertThat(found).containsExactly(Progress.NONE);
    assertThat(wrong).isEmpty();
  }
}
