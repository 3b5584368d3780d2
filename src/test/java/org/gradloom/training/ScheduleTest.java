package org.gradloom.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  /** The rows of the next so many mini-batches. */
  private static List<List<Integer>> batches(Schedule schedule, int many) {
    List<List<Integer>> batches = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      int end = schedule.from() + schedule.count();
      batches.add(Arrays.stream(schedule.order(), schedule.from(), end).boxed().toList());
      schedule.advance();
    }
    return batches;
  }

  @Test
  void rowsComeInOrderAndTheLastBatchIsShort() {
    Schedule schedule = new Schedule(5, 2, false, 0);
    assertThat(batches(schedule, 4))
        .containsExactly(List.of(0, 1), List.of(2, 3), List.of(4), List.of(0, 1));
  }

  @Test
  void epochsAreCountedOnceComplete() {
    Schedule schedule = new Schedule(5, 2, false, 0);
    List<Long> epochs = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      epochs.add(schedule.epoch());
      schedule.advance();
    }
    assertThat(epochs).containsExactly(0L, 0L, 0L, 1L, 1L, 1L, 2L);
  }

  @Test
  void aBatchLargerThanTheRowsHoldsThemAll() {
    Schedule schedule = new Schedule(3, 10, false, 0);
    assertThat(batches(schedule, 2)).containsExactly(List.of(0, 1, 2), List.of(0, 1, 2));
  }

  @Test
  void eachEpochShufflesAllRowsAnew() {
    List<List<Integer>> epochs = batches(new Schedule(50, 50, true, 1), 3);
    assertThat(epochs).doesNotHaveDuplicates();
    for (List<Integer> epoch : epochs) {
      assertThat(epoch.stream().sorted().toList())
          .isEqualTo(batches(new Schedule(50, 50, false, 1), 1).getFirst());
    }
  }

  @Test
  void theSameSeedIsTheSameOrder() {
    assertThat(batches(new Schedule(20, 6, true, 9), 9))
        .isEqualTo(batches(new Schedule(20, 6, true, 9), 9))
        .isNotEqualTo(batches(new Schedule(20, 6, true, 8), 9));
  }

  /** Each of the 6 orders of 3 rows about as often as the others. */
  @Test
  void everyOrderIsAsLikely() {
    int[] found = new int[27];
    for (List<Integer> order : batches(new Schedule(3, 3, true, 2), 6000)) {
      found[order.get(0) * 9 + order.get(1) * 3 + order.get(2)]++;
    }
    assertThat(Arrays.stream(found).filter(count -> count > 0).boxed())
        .hasSize(6)
        .allSatisfy(count -> assertThat(count).isBetween(880, 1120));
  }

  @Test
  void anotherBatchSizeTakesEffectAtOnce() {
    Schedule schedule = new Schedule(8, 2, false, 0);
    schedule.advance();
    schedule.setBatchSize(4);
    assertThat(batches(schedule, 3))
        .containsExactly(List.of(2, 3, 4, 5), List.of(6, 7), List.of(0, 1, 2, 3));
  }

  @Test
  void nothingToTrainOnIsRefused() {
    assertThatThrownBy(() -> new Schedule(0, 1, false, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Schedule(1, 0, false, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
