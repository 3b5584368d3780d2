package org.gradloom.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.gradloom.files.Progress.Reached;
import org.junit.jupiter.api.Test;

class ProgressTest {
  @Test
  void aBeatIsABookmark() {
    Progress progress = Progress.NONE.at("shapes", 1, 7).at("shapes", 3, 7);
    assertThat(progress.of("shapes")).contains(new Reached(3, 7, false));
    assertThat(progress.last()).contains("shapes");
    assertThat(progress.at("shapes", 2, 7).of("shapes")).contains(new Reached(2, 7, false));
    assertThat(progress.of("other")).isEmpty();
  }

  @Test
  void theLastBeatIsDoneForGood() {
    Progress done = Progress.NONE.at("shapes", 7, 7);
    assertThat(done.of("shapes")).contains(new Reached(7, 7, true));
    assertThat(done.at("shapes", 1, 7).of("shapes")).contains(new Reached(1, 7, true));
  }

  @Test
  void whoHasReachedTheEndGoesOnFromTheStart() {
    assertThat(new Reached(3, 7, false).next()).isEqualTo(3);
    assertThat(new Reached(7, 7, true).next()).isEqualTo(1);
    assertThat(new Reached(4, 7, true).next()).isEqualTo(4);
  }

  @Test
  void onlyWhatIsNewIsToBeWritten() {
    Progress before = Progress.NONE.at("one", 2, 7).at("two", 5, 5);
    Progress since = before.at("one", 3, 7).since(before);
    assertThat(since.lessons()).containsOnlyKeys("one");
    assertThat(since.last()).contains("one");
    assertThat(before.since(before)).isEqualTo(Progress.NONE);
  }

  @Test
  void twoWindowsAddUp() {
    Progress first = Progress.NONE.at("one", 7, 7).at("two", 2, 5);
    Progress later = Progress.NONE.at("one", 3, 7).at("three", 4, 6);
    Progress both = first.with(later);
    assertThat(both.of("one")).contains(new Reached(3, 7, true));
    assertThat(both.of("two")).contains(new Reached(2, 5, false));
    assertThat(both.of("three")).contains(new Reached(4, 6, false));
    assertThat(both.last()).contains("three");
    assertThat(first.with(new Progress(later.lessons(), Optional.empty())).last()).contains("two");
  }
}
