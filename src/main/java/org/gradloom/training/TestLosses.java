package org.gradloom.training;

import java.util.Arrays;
import java.util.Optional;
import org.gradloom.engine.Examples;
import org.gradloom.engine.Mlp;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;

/**
 * Measures the loss over the test rows at steps that the run alone decides, so that a run has the
 * same curve however fast it goes and whoever looks on. When {@value #MOST} losses are there, every
 * second one is forgotten and the next are measured half as often: what measuring costs beside a
 * long run vanishes. On the trainer's thread alone.
 */
final class TestLosses {
  static final int MOST = 128;

  /** So few rows cost next to nothing, also where they are measured after every step. */
  private static final int FEW = 500;

  private final Examples rows;
  private final double[] losses = new double[MOST];
  private long every;
  private int count;

  private TestLosses(Examples rows, long every) {
    this.rows = rows;
    this.every = every;
  }

  /** Of a setup that has test rows. */
  static Optional<TestLosses> of(TrainingSetup setup) {
    return setup.testX().flatMap(x -> setup.testTarget().map(target -> of(setup, x, target)));
  }

  private static TestLosses of(TrainingSetup setup, Matrix x, Target target) {
    // A forward pass is a third of a step: measuring many rows costs a tenth of the training.
    long every = x.rows() <= FEW ? 1 : Math.ceilDiv(3L * x.rows(), setup.plan().batchSize());
    return new TestLosses(Examples.of(x, setup.lesson().loss().with(target)), every);
  }

  /** Measures a network after so many steps if it is time to; again where something changed it. */
  void measure(long step, Mlp network) {
    if (step == count * every && count == MOST) {
      for (int i = 0; i < MOST / 2; i++) {
        losses[i] = losses[2 * i];
      }
      count = MOST / 2;
      every *= 2;
    }
    long index = step / every;
    if (step % every == 0 && (index == count || index == count - 1)) {
      losses[(int) index] = network.loss(rows);
      count = (int) index + 1;
    }
  }

  /** What was measured so far, as a value. */
  TestCurve picture() {
    return new TestCurve(every, Arrays.stream(losses).limit(count).boxed().toList());
  }
}
