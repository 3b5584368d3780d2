package org.gradloom.ui.shell;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;

/**
 * Puts off what a window's first picture can do without until that is on the screen; from then on
 * nothing waits. Belongs to the window's thread.
 */
final class FirstPicture implements Executor {
  /**
   * How long the first picture takes to be on the screen, in nanoseconds, counted from when it is
   * laid out. It is drawn by another thread and then put there by the window's, which must be free
   * for that; and whatever else is computed meanwhile takes a processor from it.
   */
  private static final long DRAWN_WITHIN = TimeUnit.MILLISECONDS.toNanos(100);

  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean drawn;

  @Override
  public void execute(Runnable work) {
    if (drawn) {
      work.run();
    } else {
      waiting.add(work);
    }
  }

  /** Waits for the first picture of the window, which is shown by now. */
  void follow() {
    new AnimationTimer() {
      private long begun = Long.MAX_VALUE;

      @Override
      public void handle(long now) {
        begun = Math.min(begun, now);
        if (now - begun >= DRAWN_WITHIN) {
          stop();
          catchUp();
        }
      }
    }.start();
  }

  /** All at once, for one more picture: each takes as long as what is done for it. */
  private void catchUp() {
    for (Runnable work = waiting.poll(); work != null; work = waiting.poll()) {
      try {
        work.run();
      } catch (RuntimeException | Error failure) {
        // What fails is told, and keeps nothing else waiting.
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
      }
    }
    drawn = true;
  }
}
