package org.gradloom.ui.shell;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * Puts off what a window's first picture can do without until that is drawn; from then on nothing
 * waits. Belongs to the window's thread.
 */
final class FirstPicture implements Executor {
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

  /** Watches the scene of the window, which is shown by now. */
  void follow(Scene scene) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            Platform.runLater(FirstPicture.this::next);
          }
        });
  }

  /** One after the other, with a picture between. */
  private void next() {
    Runnable work = waiting.poll();
    if (work == null) {
      drawn = true;
    } else {
      Platform.runLater(this::next);
      work.run();
    }
  }
}
