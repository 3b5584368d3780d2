package org.gradloom.ui.shell;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;

/**
 * Puts off what a window's first picture can do without until that is on the screen; from then on
 * nothing waits. Belongs to the window's thread.
 */
final class FirstPicture implements Executor {
  /**
   * The pulse by which the first one's picture is on the screen. It is drawn by another thread and
   * then put there by the window's, which must be free for that.
   */
  private static final int ON_SCREEN = 3;

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
      private int pulses;

      @Override
      public void handle(long now) {
        pulses++;
        if (pulses == ON_SCREEN) {
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
