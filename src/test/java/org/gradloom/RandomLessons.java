package org.gradloom;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Activation;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;

/** Networks of one to four layers with every activation and loss, the same for the same seed. */
public final class RandomLessons {
  private static final double KINK = 1e-3;

  private RandomLessons() {}

  /** Networks none of whose units is so near a kink that a central difference could cross it. */
  public static List<Lesson> awayFromKinks(int count, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, count)
        .mapToObj(n -> {
          Lesson lesson = draw(random, n);
          while (isNearKink(lesson)) {
            lesson = draw(random, n);
          }
          return lesson;
        })
        .toList();
  }

  /** Any networks. */
  public static List<Lesson> any(int count, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, count).mapToObj(n -> draw(random, n)).toList();
  }

  private static boolean isNearKink(Lesson lesson) {
    Trace trace = Trace.of(lesson);
    for (int l = 0; l < lesson.layers().size(); l++) {
      if (lesson.layers().get(l).activation().hasKink()) {
        for (double z : trace.matrix(new Operand(l, MatrixSymbol.Z)).toArray()) {
          if (Math.abs(z) < KINK) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Depth, loss and reduction go round with {@code n}, so that a few networks have them all. */
  private static Lesson draw(Random random, int n) {
    int samples = 1 + random.nextInt(5);
    int features = 1 + random.nextInt(5);
    boolean whole = random.nextInt(4) == 0;
    Matrix x = numbers(random, new Shape(samples, features), whole);
    List<Layer> layers = new ArrayList<>();
    int inputs = features;
    for (int l = 0; l <= n % 4; l++) {
      int units = 1 + random.nextInt(5);
      layers.add(
          new Layer(
              numbers(random, new Shape(inputs, units), whole),
              random.nextBoolean() ? numbers(random, new Shape(1, units), whole) : null,
              List.of(Activation.values()).get(random.nextInt(Activation.values().length))));
      inputs = units;
    }
    Shape outputs = new Shape(samples, inputs);
    Reduction reduction = n / 16 % 2 == 0 ? Reduction.SUM : Reduction.MEAN;
    LossKind kind = List.of(LossKind.values()).get(n / 4 % LossKind.values().length);
    Loss loss = new Loss(kind, target(random, kind, outputs, whole), reduction);
    return new Lesson("network " + n, x, layers, loss, 0.1);
  }

  private static Target target(Random random, LossKind kind, Shape outputs, boolean whole) {
    return switch (kind.form()) {
      case UPSTREAM -> new Target.Upstream(numbers(random, outputs, whole));
      case TARGETS ->
          new Target.Targets(
              switch (kind.range()) {
                case ANY -> numbers(random, outputs, whole);
                case PROBABILITY ->
                    Matrix.numbers(
                        outputs, (i, j) -> whole ? random.nextInt(2) : random.nextDouble());
              });
      case LABELS ->
          new Target.Labels(
              IntStream.range(0, outputs.rows())
                  .mapToObj(k -> random.nextInt(outputs.columns()))
                  .toList());
    };
  }

  private static Matrix numbers(Random random, Shape shape, boolean whole) {
    return Matrix.numbers(shape, (i, j) -> whole ? random.nextInt(7) - 3 : random.nextGaussian());
  }
}
