package org.gradloom.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** One setting changes, and the others stay. */
class DataSourceTest {
  private static final DataSource.Named MOONS =
      new DataSource.Named(
          "moons", OptionalInt.of(200), OptionalDouble.of(0.1), OptionalLong.of(7));
  private static final DataSource.Table FILE =
      new DataSource.Table("iris.csv", TableChoices.NONE.withTarget("species"));
  private static final DataSource.TestRows A_FIFTH =
      new DataSource.TestRows(OptionalDouble.of(0.2), OptionalLong.of(3));
  private static final DataSource.Start HE =
      new DataSource.Start(Optional.of(WeightInit.HE), OptionalLong.of(5));
  private static final DataSource.Start UNKNOWN =
      new DataSource.Start(Optional.empty(), OptionalLong.empty());

  private final DataSource moons = new DataSource(MOONS, A_FIFTH, true, HE);
  private final DataSource file = new DataSource(FILE, A_FIFTH, true, HE);

  @Test
  void aFileIsTheUsersAndASetIsNot() {
    assertThat(file.table()).contains(FILE);
    assertThat(FILE.set()).isEqualTo("csv");
    assertThat(moons.table()).isEmpty();
  }

  @Test
  void otherRowsKeepTheSettings() {
    assertThat(moons.with(FILE)).isEqualTo(file);
  }

  @Test
  void generatesMoreSamplesOrWithMoreNoise() {
    assertThat(moons.withSamples(50))
        .isEqualTo(
            moons.with(
                new DataSource.Named(
                    "moons", OptionalInt.of(50), OptionalDouble.of(0.1), OptionalLong.of(7))));
    assertThat(moons.withNoise(0.5))
        .isEqualTo(
            moons.with(
                new DataSource.Named(
                    "moons", OptionalInt.of(200), OptionalDouble.of(0.5), OptionalLong.of(7))));
  }

  @Test
  void aFileHasTheRowsThatItHas() {
    assertThatThrownBy(() -> file.withSamples(50))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("iris.csv has the rows that it has");
    assertThatThrownBy(() -> file.withNoise(0.5)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aSeedDrawsRowsAndSplitsThemAndAFileIsOnlySplit() {
    DataSource.TestRows split = new DataSource.TestRows(OptionalDouble.of(0.2), OptionalLong.of(9));
    DataSource.Named drawn =
        new DataSource.Named(
            "moons", OptionalInt.of(200), OptionalDouble.of(0.1), OptionalLong.of(9));
    assertThat(moons.withSeed(9)).isEqualTo(new DataSource(drawn, split, true, HE));
    assertThat(file.withSeed(9)).isEqualTo(new DataSource(FILE, split, true, HE));
  }

  @Test
  void theSeedIsThatOfTheRowsOrElseOfTheSplit() {
    assertThat(moons.seed()).hasValue(7);
    assertThat(file.seed()).hasValue(3);
    assertThat(moons.with(new DataSource.Named("digits")).seed()).hasValue(3);
  }

  @Test
  void keepsAnotherShareForTestingOrLeavesFeaturesAsTheyAre() {
    assertThat(moons.withTestShare(0.5))
        .isEqualTo(
            new DataSource(
                MOONS,
                new DataSource.TestRows(OptionalDouble.of(0.5), OptionalLong.of(3)),
                true,
                HE));
    assertThat(moons.withStandardized(false)).isEqualTo(new DataSource(MOONS, A_FIFTH, false, HE));
  }

  @Test
  void startWeightsSayNothingOfTheRows() {
    DataSource glorot = moons.withStart(WeightInit.GLOROT, 11);
    assertThat(glorot)
        .isEqualTo(
            new DataSource(
                MOONS,
                A_FIFTH,
                true,
                new DataSource.Start(Optional.of(WeightInit.GLOROT), OptionalLong.of(11))));
    assertThat(glorot).isNotEqualTo(moons);
    assertThat(glorot.recipe()).isEqualTo(new DataSource(MOONS, A_FIFTH, true, UNKNOWN));
  }
}
