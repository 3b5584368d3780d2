package org.gradloom.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gradloom.data.DataSet;
import org.gradloom.lesson.Layer;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The figures of a run: each has a name, and a number wherever the screen shows its row. */
class FigureTest {
  private static final Status PAUSED = new Status.Paused();

  private final Evaluation iris = Evaluations.of(Preset.IRIS.setup(), 1, 0, 30, PAUSED);
  private final Evaluation line = Evaluations.of(Preset.LINE.setup(), 1, 0, 30, PAUSED);
  private final Evaluation penalized =
      Evaluations.of(SetupEdits.withL2(Preset.LINE.setup(), 0.1), 1, 0, 30, PAUSED);

  @ParameterizedTest
  @EnumSource
  void everyFigureHasAName(Figure figure) {
    assertThat(Texts.english().keys())
        .contains("figure." + figure.id(), "measure." + figure.measure().id());
  }

  @Test
  void noTwoFiguresHaveOneName() {
    assertThat(Arrays.stream(Figure.values()).map(Figure::id)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void everyFigureOfASetupIsAFiniteNumberAndNoOtherIsKnown(Figure figure) {
    for (Evaluation seen : List.of(iris, line, penalized)) {
      assertThat(seen.figure(figure).isPresent())
          .isEqualTo(figure.isOf(seen.snapshot().setup()))
          .isEqualTo(seen.figures().containsKey(figure));
      seen.figure(figure).ifPresent(value -> assertThat(value).isFinite());
    }
  }

  @Test
  void aPenaltySplitsTheLossIntoWhatOutputsAndWeightsCost() {
    TrainingSetup setup = SetupEdits.withL2(Preset.IRIS.setup(), 0.5);
    Evaluation seen = Evaluations.of(setup, 1, 0, 30, PAUSED);
    double squares = 0;
    for (Layer layer : seen.snapshot().layers()) {
      for (double w : layer.w().toArray()) {
        squares += w * w;
      }
    }
    for (Figure.Rows rows : Figure.Rows.values()) {
      double loss = value(seen, Figure.Measure.LOSS, rows);
      double data = value(seen, Figure.Measure.DATA_LOSS, rows);
      double penalty = value(seen, Figure.Measure.PENALTY, rows);
      assertThat(penalty).isCloseTo(0.25 * squares, within(1e-12));
      assertThat(loss).isEqualTo(data + penalty);
    }
    assertThat(iris.figure(Figure.TRAIN_PENALTY)).isEmpty();
    assertThat(Figure.TRAIN_DATA_LOSS.isOf(Preset.IRIS.setup())).isFalse();
  }

  private static double value(Evaluation seen, Figure.Measure measure, Figure.Rows rows) {
    return seen.figure(Figure.of(measure, rows)).orElseThrow();
  }

  @Test
  void classesHaveAnAccuracyAndNumbersHaveResiduals() {
    assertThat(iris.figures().keySet())
        .containsExactly(
            Figure.TRAIN_ACCURACY, Figure.TEST_ACCURACY, Figure.TRAIN_LOSS, Figure.TEST_LOSS);
    assertThat(line.figures().keySet())
        .containsExactly(
            Figure.TRAIN_RMSE,
            Figure.TEST_RMSE,
            Figure.TRAIN_R_SQUARED,
            Figure.TEST_R_SQUARED,
            Figure.TRAIN_LOSS,
            Figure.TEST_LOSS);
  }

  @ParameterizedTest
  @EnumSource(names = {"TEST_ACCURACY", "TEST_LOSS"})
  void withoutTestRowsThereIsNoFigureOfThem(Figure figure) {
    PreparedData all = Preset.IRIS.setup().data().orElseThrow();
    PreparedData untested =
        new PreparedData(all.source(), all.train(), Optional.<DataSet>empty(), all.scale());
    Evaluation seen = Evaluations.of(RowEdits.on(Preset.IRIS.setup(), untested), 1, 0, 0, PAUSED);
    assertThat(figure.isOf(seen.snapshot().setup())).isFalse();
    assertThat(seen.figure(figure)).isEmpty();
    assertThat(seen.figures().keySet())
        .doesNotContain(figure)
        .contains(Figure.TRAIN_ACCURACY, Figure.TRAIN_LOSS);
  }

  @Test
  void figuresAreWhatTheyAreCalled() {
    assertThat(iris.figure(Figure.TRAIN_LOSS).getAsDouble()).isEqualTo(iris.train().loss());
    assertThat(iris.figure(Figure.TRAIN_ACCURACY)).isEqualTo(iris.train().score().accuracy());
    Metrics test = iris.test().orElseThrow();
    assertThat(iris.figure(Figure.TEST_LOSS)).isEqualTo(OptionalDouble.of(test.loss()));
    assertThat(iris.figure(Figure.TEST_ACCURACY)).isEqualTo(test.score().accuracy());
    assertThat(Figure.TRAIN_ACCURACY.id()).isEqualTo("train-accuracy");
  }
}
