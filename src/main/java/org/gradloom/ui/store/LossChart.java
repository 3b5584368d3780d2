package org.gradloom.ui.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.text.Quote;
import org.gradloom.training.Curve;

/**
 * How the losses of a run are looked at.
 *
 * @param kept earlier runs to compare with, each of another name, the first kept first
 * @param logarithmic whether heights are; where nothing was chosen the values say so themselves
 */
public record LossChart(List<KeptRun> kept, Optional<Boolean> logarithmic) {
  /** More kept runs than this no chart can tell apart. */
  public static final int MOST_KEPT = 6;

  /** A longer name leaves the curves no room. */
  public static final int LONGEST_NAME = 18;

  /** As it is at first. */
  static final LossChart FIRST = new LossChart(List.of(), Optional.empty());

  public LossChart {
    kept = List.copyOf(kept);
  }

  /** The losses of an earlier run, under a name. */
  public record KeptRun(String name, Curve losses) {}

  /** True if no further run can be kept. */
  public boolean isFull() {
    return kept.size() >= MOST_KEPT;
  }

  /** With one more run, if there is room; a name that is taken gets a number. */
  LossChart keeping(KeptRun run) {
    if (isFull()) {
      return this;
    }
    List<KeptRun> all = new ArrayList<>(kept);
    all.add(new KeptRun(free(run.name(), kept), run.losses()));
    return new LossChart(all, logarithmic);
  }

  /** With another name of a kept run; a name that is taken gets a number. */
  LossChart naming(int index, String name) {
    List<KeptRun> others = new ArrayList<>(kept);
    KeptRun run = others.remove(index);
    others.add(index, new KeptRun(free(name, others), run.losses()));
    return new LossChart(others, logarithmic);
  }

  LossChart forgetting(int index) {
    List<KeptRun> left = new ArrayList<>(kept);
    left.remove(index);
    return new LossChart(left, logarithmic);
  }

  private static String free(String name, List<KeptRun> taken) {
    return Stream.concat(
            Stream.of(name),
            IntStream.iterate(2, n -> n + 1).mapToObj(n -> numbered(name, " (" + n + ")")))
        .filter(one -> taken.stream().noneMatch(run -> run.name().equals(one)))
        .findFirst()
        .orElseThrow();
  }

  /** A name with its number, of which the end goes where it leaves that no room. */
  private static String numbered(String name, String number) {
    int room = LONGEST_NAME - number.length();
    return Quote.of(name, room) + number;
  }

  LossChart withLogarithmic(boolean wanted) {
    return new LossChart(kept, Optional.of(wanted));
  }
}
