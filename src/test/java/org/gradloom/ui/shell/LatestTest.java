package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestTest {
  private final Deque<Runnable> away = new ArrayDeque<>();
  private final Deque<Runnable> soon = new ArrayDeque<>();
  private final List<String> written = new ArrayList<>();
  private final Latest<String> latest = new Latest<>(away::add, soon::add, written::add);

  private static void run(Deque<Runnable> waiting) {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  @Test
  void ofMuchThatComesAtOnceTheLastIsWrittenOnce() {
    latest.keepSoon("a");
    latest.keepSoon("ab");
    latest.keepSoon("abc");
    assertThat(soon).hasSize(1);
    run(soon);
    run(away);
    assertThat(written).containsExactly("abc");
    latest.keepSoon("abcd");
    assertThat(soon).hasSize(1);
  }

  @Test
  void whatMayNotWaitIsNotWrittenOverByWhatCameBefore() {
    latest.keepSoon("typed");
    run(soon);
    latest.keep("checked");
    run(away);
    assertThat(written).containsExactly("checked");
  }

  @Test
  void whatWaitsIsWrittenAtTheEndAndNotAgain() {
    latest.keepSoon("typed");
    latest.flush();
    run(soon);
    run(away);
    latest.flush();
    assertThat(written).containsExactly("typed");
  }
}
