package org.gradloom.ui.table;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.gradloom.data.ReadingProgress;
import org.gradloom.data.TableOutcome;
import org.gradloom.data.TableReader;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.TableChoices;
import org.gradloom.text.Message;
import org.gradloom.training.PreparedData;
import org.gradloom.ui.store.Background;

/**
 * Reads a table again and again, away from the window's thread. What was asked for last counts: a
 * reading before it ends as soon as it next looks, and is never heard of. It knows no toolkit.
 */
final class SheetReader {
  /** How much more of a table is read before it is told. */
  private static final double STEP = 0.02;

  private final Background background;
  private final AtomicLong newest = new AtomicLong();

  SheetReader(Background background) {
    this.background = background;
  }

  /** Ends a reading that nobody waits for. */
  private static final class Outdated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Outdated() {
      super("Something else was asked for", null, false, false);
    }
  }

  /**
   * Reads a table.
   *
   * @param progress told how much of it is read, from 0 to 1
   * @param read told what came of it
   */
  void read(Path file, TableChoices choices, DoubleConsumer progress, Consumer<TableOutcome> read) {
    long mine = newest.incrementAndGet();
    background.run(
        () -> unlessOutdated(() -> TableReader.look(file, choices, told(progress, mine))),
        whileNewest(mine, outcome -> outcome.ifPresent(read)),
        whileNewest(mine, wrong -> read.accept(new TableOutcome.Refused(wrong, Optional.empty()))));
  }

  /** Hears of something only as long as nothing else was asked for. */
  private <T> Consumer<T> whileNewest(long mine, Consumer<T> then) {
    return heard -> {
      if (newest.get() == mine) {
        then.accept(heard);
      }
    };
  }

  private static <T> Optional<T> unlessOutdated(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (Outdated _) {
      return Optional.empty();
    }
  }

  private ReadingProgress told(DoubleConsumer progress, long mine) {
    double[] before = {0};
    Consumer<Double> shown = whileNewest(mine, progress::accept);
    return share -> {
      if (newest.get() != mine) {
        throw new Outdated();
      }
      if (share >= before[0] + STEP) {
        before[0] = share;
        background.window().execute(() -> shown.accept(share));
      }
    };
  }

  /**
   * Takes the samples of a table.
   *
   * @param progress told how much of it is read, from 0 to 1
   * @param taken told of the samples
   * @param refused told why there are none
   */
  void prepare(
      DataSource source,
      DoubleConsumer progress,
      Consumer<PreparedData> taken,
      Consumer<Message> refused) {
    long mine = newest.incrementAndGet();
    background.run(
        () -> unlessOutdated(() -> PreparedData.of(source, told(progress, mine))),
        whileNewest(mine, data -> data.ifPresent(taken)),
        whileNewest(mine, refused));
  }

  /** Nothing is waited for any more. */
  void stop() {
    newest.incrementAndGet();
  }
}
