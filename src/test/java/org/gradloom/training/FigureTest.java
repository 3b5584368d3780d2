package org.gradloom.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gradloom.data.DataSet;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The figures of a run: each has a name, and a number wherever the screen shows its row. */
class FigureTest {
  private static final Status PAUSED = new Status.Paused();

  private final Evaluation iris = Evaluations.of(Preset.IRIS.setup(), 1, 0, 30, PAUSED);

  @ParameterizedTest
  @EnumSource
  void everyFigureHasAName(Figure figure) {
    assertThat(Texts.english().keys()).contains("figure." + figure.id());
  }

  @Test
  void noTwoFiguresHaveOneName() {
    assertThat(Arrays.stream(Figure.values()).map(Figure::id)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void everyFigureOfASetupIsAFiniteNumber(Figure figure) {
    assertThat(figure.isOf(iris.snapshot().setup())).isTrue();
    assertThat(iris.figure(figure)).isPresent();
    assertThat(iris.figure(figure).getAsDouble()).isFinite();
  }

  @ParameterizedTest
  @EnumSource(names = {"TEST_ACCURACY", "TEST_LOSS"})
  void withoutTestRowsThereIsNoFigureOfThem(Figure figure) {
    PreparedData all = Preset.IRIS.setup().data().orElseThrow();
    PreparedData untested =
        new PreparedData(all.source(), all.train(), Optional.<DataSet>empty(), all.scale());
    Evaluation seen = Evaluations.of(SetupEdits.on(Preset.IRIS.setup(), untested), 1, 0, 0, PAUSED);
    assertThat(figure.isOf(seen.snapshot().setup())).isFalse();
    assertThat(seen.figure(figure)).isEmpty();
    assertThat(seen.figures().keySet())
        .doesNotContain(figure)
        .contains(Figure.TRAIN_ACCURACY, Figure.TRAIN_LOSS);
  }

  @Test
  void figuresAreWhatTheyAreCalled() {
    assertThat(iris.figure(Figure.TRAIN_LOSS).getAsDouble()).isEqualTo(iris.train().loss());
    assertThat(iris.figure(Figure.TRAIN_ACCURACY)).isEqualTo(iris.train().accuracy());
    Metrics test = iris.test().orElseThrow();
    assertThat(iris.figure(Figure.TEST_LOSS)).isEqualTo(OptionalDouble.of(test.loss()));
    assertThat(iris.figure(Figure.TEST_ACCURACY)).isEqualTo(test.accuracy());
    assertThat(List.of(Figure.TRAIN_ACCURACY.kind(), Figure.TRAIN_LOSS.kind()))
        .containsExactly(Figure.Kind.PART, Figure.Kind.NUMBER);
  }
}
