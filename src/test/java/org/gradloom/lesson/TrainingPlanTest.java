package org.gradloom.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gradloom.rule.Optimizer;
import org.junit.jupiter.api.Test;

/** One setting changes, and the others stay. */
class TrainingPlanTest {
  private static final Optimizer SGD = new Optimizer.Sgd(0.1);
  private static final Optimizer ADAM = new Optimizer.Adam(0.1);
  private static final OptionalLong SEED = OptionalLong.of(7);
  private static final Optional<DataSource> MOONS =
      Optional.of(
          new DataSource(
              new DataSource.Named("moons"),
              new DataSource.TestRows(OptionalDouble.empty(), OptionalLong.empty()),
              false));
  private static final TrainingPlan PLAN =
      new TrainingPlan(SGD, 32, 10, true, SEED, Optional.empty(), OptionalInt.empty());

  @Test
  void changesOneSetting() {
    assertThat(PLAN.with(ADAM))
        .isEqualTo(
            new TrainingPlan(ADAM, 32, 10, true, SEED, Optional.empty(), OptionalInt.empty()));
    assertThat(PLAN.withBatchSize(8))
        .isEqualTo(new TrainingPlan(SGD, 8, 10, true, SEED, Optional.empty(), OptionalInt.empty()));
    assertThat(PLAN.withEpochs(3))
        .isEqualTo(new TrainingPlan(SGD, 32, 3, true, SEED, Optional.empty(), OptionalInt.empty()));
    assertThat(PLAN.with(MOONS.orElseThrow()))
        .isEqualTo(new TrainingPlan(SGD, 32, 10, true, SEED, MOONS, OptionalInt.empty()));
  }

  @Test
  void aFrozenStepIsOneBatchInItsOwnOrder() {
    assertThat(PLAN.frozen(5, 12))
        .isEqualTo(new TrainingPlan(SGD, 5, 1, false, SEED, Optional.empty(), OptionalInt.of(12)));
  }
}
