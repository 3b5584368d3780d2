package org.gradloom.ui.control;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.gradloom.ui.theme.Appearance;
import org.gradloom.ui.theme.Fonts;

/**
 * What a frame of a training costs the window's thread, picture by picture: handing the numbers
 * over, and that with the CSS and layout it causes. A program of its own, because JMH has no
 * window's thread.
 */
public final class TrainPicturesBenchmark {
  private static final int ROUNDS = 400;
  private static final int WARM_UP = 400;

  private final List<TrainGallery.Face> faces = new TrainGallery().faces();
  private final CountDownLatch done = new CountDownLatch(1);
  private final long[] update = new long[ROUNDS];
  private final long[] pulse = new long[ROUNDS];
  private int round;
  private long start;
  private long updated;

  private TrainPicturesBenchmark() {}

  public static void main(String[] arguments) throws InterruptedException {
    CountDownLatch[] done = new CountDownLatch[1];
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(() -> {
      TrainPicturesBenchmark benchmark = new TrainPicturesBenchmark();
      done[0] = benchmark.done;
      benchmark.show();
      started.countDown();
    });
    started.await();
    if (!done[0].await(2, TimeUnit.MINUTES)) {
      System.out.println("Gave up after two minutes");
    }
    Platform.exit();
  }

  private void show() {
    Fonts.load();
    Stage stage = new Stage();
    Scene scene = new Scene(new StackPane(faces.getFirst().control()), 600, 420);
    stage.setScene(scene);
    Appearance.usual().applyTo(scene);
    stage.show();
    scene.addPreLayoutPulseListener(this::step);
    scene.addPostLayoutPulseListener(this::frameLaidOut);
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        if (round % (WARM_UP + ROUNDS) == 0 && round < faces.size() * (WARM_UP + ROUNDS)) {
          scene.setRoot(new StackPane(face().control()));
        }
        Platform.requestNextPulse();
      }
    }.start();
  }

  private TrainGallery.Face face() {
    return faces.get(round / (WARM_UP + ROUNDS));
  }

  private void step() {
    if (round < faces.size() * (WARM_UP + ROUNDS)) {
      start = System.nanoTime();
      face().frames().accept(round);
      updated = System.nanoTime();
    }
  }

  private void frameLaidOut() {
    if (round >= faces.size() * (WARM_UP + ROUNDS)) {
      return;
    }
    int measured = round % (WARM_UP + ROUNDS) - WARM_UP;
    if (measured >= 0) {
      update[measured] = updated - start;
      pulse[measured] = System.nanoTime() - start;
    }
    if (measured == ROUNDS - 1) {
      System.out.printf(
          "%-14s update %s, with CSS and layout %s%n",
          face().name(), spread(update), spread(pulse));
    }
    round++;
    if (round == faces.size() * (WARM_UP + ROUNDS)) {
      done.countDown();
    }
  }

  private static String spread(long[] nanos) {
    Arrays.sort(nanos);
    return "%.3f ms (95 %%: %.3f)"
        .formatted(nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 95 / 100] / 1e6);
  }
}
