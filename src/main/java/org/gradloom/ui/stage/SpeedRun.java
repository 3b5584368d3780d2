package org.gradloom.ui.stage;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gradloom.speed.Measurer;
import org.gradloom.speed.Measurer.Measuring;
import org.gradloom.speed.SpeedPlan;
import org.gradloom.speed.Timings;
import org.gradloom.speed.Workload;
import org.gradloom.text.Message;
import org.gradloom.ui.store.Background;
import org.jspecify.annotations.Nullable;

/**
 * The measuring of one lesson, or of the Speed screen: what was found so far, and how far the
 * present run has come. It knows no toolkit; it is called on the window's thread, and never waits.
 */
public final class SpeedRun {
  private final Measurer measurer;
  private final Background background;
  private Runnable changed = () -> {};
  private Timings found = Timings.none();
  private Optional<Measuring> running = Optional.empty();
  private Optional<Message> failed = Optional.empty();

  /** What was found is about this; null before the first run. */
  private @Nullable Workload work;

  /** Set to stop the present run; null while there is none. */
  private @Nullable AtomicBoolean stop;

  /**
   * A run that has not begun.
   *
   * @param background runs the measurer and nothing else
   */
  public SpeedRun(Measurer measurer, Background background) {
    this.measurer = measurer;
    this.background = background;
  }

  /** What is done whenever there is something else to show. */
  public void setOnChange(Runnable changed) {
    this.changed = changed;
  }

  /** What was found so far. */
  public Timings found() {
    return found;
  }

  /** True from the start of a run until it has ended, by itself or cancelled. */
  public boolean isRunning() {
    return stop != null;
  }

  /** How far the present run has come; nothing before its first word. */
  public Optional<Measuring> running() {
    return running;
  }

  /** Why the last run ended before it was done, if it did so by itself. */
  public Optional<Message> failed() {
    return failed;
  }

  /**
   * Measures a plan, its sizes again where they were; nothing while a run goes on. What was found
   * of another workload is forgotten.
   */
  public void measure(SpeedPlan plan) {
    if (isRunning()) {
      return;
    }
    AtomicBoolean mine = new AtomicBoolean();
    Timings before = plan.work().equals(work) ? found : Timings.none();
    stop = mine;
    work = plan.work();
    found = before;
    failed = Optional.empty();
    background.run(
        () ->
            measurer.measure(
                plan,
                before,
                mine::get,
                measuring -> background.window().execute(() -> show(mine, measuring))),
        all -> end(mine, all, Optional.empty()),
        why -> end(mine, found, Optional.of(why)));
    changed.run();
  }

  private void show(AtomicBoolean of, Measuring measuring) {
    if (of.equals(stop)) {
      found = measuring.found();
      running = Optional.of(measuring);
      changed.run();
    }
  }

  private void end(AtomicBoolean of, Timings all, Optional<Message> why) {
    if (of.equals(stop)) {
      stop = null;
      found = all;
      running = Optional.empty();
      failed = why;
      changed.run();
    }
  }

  /** Ends the run after the present product; what is complete by then stays. */
  public void cancel() {
    if (stop != null) {
      stop.set(true);
    }
  }

  /** Another lesson begins: ends the run, and nothing of it stays. */
  void forget() {
    cancel();
    stop = null;
    found = Timings.none();
    running = Optional.empty();
    failed = Optional.empty();
  }
}
