package org.gradloom.ui.control;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import javafx.scene.paint.Color;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to paint a heat map of these rows × columns in these pixels. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class HeatPixelsBenchmark {
  @Param({"32 64 640 320", "10 10 128 128", "784 128 300 300", "64 784 400 200", "64 784 1200 800"})
  private String shape = "";

  private HeatPixels painter =
      new HeatPixels(new int[0], 0, 0, new double[0], 0, colours(), axis(1, 1), axis(1, 1));

  private static HeatColours colours() {
    return new HeatColours(Color.PURPLE, Color.WHITE, Color.ORANGE, Color.RED);
  }

  private static HeatAxis axis(int count, int room) {
    return new HeatAxis(count, room, (double) room / count, 30, 0, 0);
  }

  @Setup
  public void prepare() {
    String[] sizes = shape.split(" ", -1);
    int rows = Integer.parseInt(sizes[0]);
    int columns = Integer.parseInt(sizes[1]);
    int width = Integer.parseInt(sizes[2]);
    int height = Integer.parseInt(sizes[3]);
    double[] values = new Random(1).doubles((long) rows * columns, -1, 1).toArray();
    painter =
        new HeatPixels(
            new int[width * height],
            width,
            height,
            values,
            1,
            colours(),
            axis(rows, height),
            axis(columns, width));
  }

  @Benchmark
  public void paint() {
    painter.paint();
  }
}
