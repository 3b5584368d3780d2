package org.gradloom.ui.stage;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import org.gradloom.engine.GradientCheck;
import org.gradloom.engine.MeasuredGradient;
import org.gradloom.engine.Trace;
import org.gradloom.formula.Operand;
import org.gradloom.matrix.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Measures a gradient: at once where that is quick, else away from the window's thread. What comes
 * too late, since something else is asked for by then, is dropped.
 */
final class SlopeMeasuring {
  /** Products that the window's thread takes on; some five milliseconds. */
  private static final long MOST_AT_ONCE = 2_000_000;

  /** Products that are measured without being asked for; some seconds of another thread. */
  private static final long MOST_UNASKED = 2_000_000_000;

  /** What is measured. */
  record Wanted(Trace trace, Operand gradient, OptionalDouble h) {
    long entries() {
      return trace.lesson().shape(gradient).size();
    }

    private long products() {
      return MeasuredGradient.products(trace.lesson(), entries());
    }
  }

  /** One entry of it. */
  private record One(Wanted of, Cell cell) {}

  private final Runnable changed;
  private @Nullable Wanted whole;
  private @Nullable MeasuredGradient measured;
  private @Nullable One one;
  private GradientCheck.@Nullable Comparison ofOne;

  /** What is being measured; whoever measures looks here whether it is still wanted. */
  private final AtomicReference<@Nullable Object> running = new AtomicReference<>();

  private long done;

  /**
   * Nothing is measured yet.
   *
   * @param changed called on the window's thread when there is more to show
   */
  SlopeMeasuring(Runnable changed) {
    this.changed = changed;
  }

  /** Has this measured, as much of it as may be without being asked for. */
  void show(Wanted wanted, Cell cell) {
    if (!wanted.equals(whole)) {
      whole = wanted;
      measured = null;
      one = null;
      ofOne = null;
      done = 0;
      running.set(null);
      if (wanted.products() <= MOST_AT_ONCE) {
        measured = measure(wanted, wanted).orElseThrow();
      } else if (wanted.products() <= MOST_UNASKED) {
        start();
      }
    }
    One here = new One(wanted, cell);
    if (measured == null && !here.equals(one)) {
      one = here;
      ofOne = null;
      measureOne(here);
    }
  }

  /** Measures all of it, however long that takes. */
  void measureAll() {
    start();
    changed.run();
  }

  private void start() {
    Wanted wanted = whole;
    if (wanted != null && running.get() == null) {
      Object token = new Object();
      running.set(token);
      away(() -> {
        Optional<MeasuredGradient> found = measure(wanted, token);
        Platform.runLater(() -> take(wanted, token, found));
      });
    }
  }

  private void take(Wanted wanted, Object token, Optional<MeasuredGradient> found) {
    if (running.compareAndSet(token, null) && wanted.equals(whole)) {
      measured = found.orElse(null);
      changed.run();
    }
  }

  private Optional<MeasuredGradient> measure(Wanted wanted, Object token) {
    boolean here = token.equals(wanted);
    long step = Math.max(1, wanted.entries() / 100);
    return MeasuredGradient.of(
        wanted.trace(),
        wanted.gradient(),
        wanted.h(),
        count -> {
          if (!here && count % step == 0) {
            Platform.runLater(() -> tell(token, count));
          }
          return here || token.equals(running.get());
        });
  }

  private void tell(Object token, long count) {
    if (token.equals(running.get())) {
      done = count;
      changed.run();
    }
  }

  private void measureOne(One wanted) {
    if (2 * wanted.of().trace().lesson().products() <= MOST_AT_ONCE) {
      ofOne = compare(wanted);
      return;
    }
    away(() -> {
      GradientCheck.Comparison found = compare(wanted);
      Platform.runLater(() -> {
        if (wanted.equals(one)) {
          ofOne = found;
          changed.run();
        }
      });
    });
  }

  private static GradientCheck.Comparison compare(One wanted) {
    return new GradientCheck(wanted.of().trace())
        .compare(wanted.of().gradient(), wanted.cell(), wanted.of().h());
  }

  private static void away(Runnable work) {
    Thread.ofPlatform().daemon().name("measuring").start(work);
  }

  /** Ends what is being measured; the entry that is looked at stays. */
  void cancel() {
    running.set(null);
    changed.run();
  }

  // ---- what is known

  /** All of it, if it is measured. */
  Optional<MeasuredGradient> whole() {
    return Optional.ofNullable(measured);
  }

  /** An entry, if it is measured. */
  Optional<GradientCheck.Comparison> at(Cell cell) {
    return whole()
        .map(all -> all.at(cell))
        .or(() -> Optional.ofNullable(ofOne).filter(found -> found.cell().equals(cell)));
  }

  boolean isRunning() {
    return running.get() != null;
  }

  /** How much of it is measured, from 0 to 1. */
  double progress() {
    Wanted wanted = whole;
    return wanted == null ? 0 : (double) done / wanted.entries();
  }
}
