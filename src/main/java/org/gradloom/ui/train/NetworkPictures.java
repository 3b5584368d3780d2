package org.gradloom.ui.train;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.gradloom.derivation.Notation;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.text.Texts;
import org.gradloom.training.DecisionRegions;
import org.gradloom.training.Evaluation;
import org.gradloom.training.PreparedData;
import org.gradloom.training.Quantity;
import org.gradloom.training.ResponseCurve;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.control.NetworkMap;
import org.gradloom.ui.store.Training;

/** What the picture of the network shows at a moment of a run, as a value. */
record NetworkPictures(Texts texts) {
  /** Inputs made of more features than this have no names beside them. */
  private static final int MOST_NAMED_INPUTS = 4;

  /** Points a side of a unit's small picture. */
  private static final int SMALL = DecisionRegions.SIDE / 2;

  /** An answer of so many times the root of the mean square has the fullest colour. */
  private static final double FULL = 1.5;

  NetworkMap.Picture of(Evaluation evaluation, Training state) {
    Lesson lesson = evaluation.trace().lesson();
    Optional<DecisionRegions> plane = evaluation.plane();
    Optional<ResponseCurve> curve = evaluation.curve();
    Notation notation = new Notation(lesson);
    List<NetworkMap.LayerPicture> layers = new ArrayList<>();
    for (int l = 0; l < lesson.layers().size(); l++) {
      Layer layer = lesson.layers().get(l);
      int index = l;
      layers.add(
          new NetworkMap.LayerPicture(
              texts.get(
                  "train.face",
                  notation.plain(new Operand(l, MatrixSymbol.W)),
                  lesson.writtenShape(new Operand(l, MatrixSymbol.W)).toString()),
              layer.w(),
              Optional.ofNullable(layer.b()),
              plane
                  .map(answers -> responses(answers, index, layer.units()))
                  .or(() ->
                      curve.map(
                          answers -> curves(answers, index, layer, index == lesson.lastLayer())))
                  .orElse(List.of())));
    }
    TrainingSetup setup = state.setup();
    return new NetworkMap.Picture(
        setup.features().columns() <= MOST_NAMED_INPUTS
            ? setup.data().map(data -> named(setup, data)).orElse(List.of())
            : List.of(),
        plane
            .map(NetworkPictures::inputs)
            .or(() -> curve.map(NetworkPictures::inputs))
            .orElse(List.of()),
        layers,
        setup.labels().isPresent()
            ? setup.classNames().stream().map(ShortNames::of).toList()
            : setup.quantity().filter(_ -> setup.outputs() == 1).stream()
                .map(Quantity::name)
                .map(ShortNames::of)
                .toList(),
        OptionalInt.of(state.layer()));
  }

  private static List<String> named(TrainingSetup setup, PreparedData data) {
    return setup.readInputs().stream()
        .map(input -> ShortNames.of(input, data.train().features()))
        .toList();
  }

  private static List<Matrix> responses(DecisionRegions plane, int layer, int units) {
    List<Matrix> responses = new ArrayList<>(units);
    for (int unit = 0; unit < units; unit++) {
      int of = unit;
      responses.add(scaled(point -> plane.response(layer, of, point)));
    }
    return responses;
  }

  /**
   * What the units of a layer answer along the one input, each a single row: hidden ones with 0 in
   * the middle, outputs over the whole height.
   */
  private static List<Matrix> curves(ResponseCurve curve, int layer, Layer of, boolean whole) {
    List<Matrix> curves = new ArrayList<>(of.units());
    for (int unit = 0; unit < of.units(); unit++) {
      int number = unit;
      IntToDoubleFunction answer = i -> curve.response(layer, number, i);
      curves.add(whole ? wholeHeight(answer) : aroundZero(answer, bounded(of)));
    }
    return curves;
  }

  /** From −1 to 1, whatever its least and greatest value. */
  private static Matrix wholeHeight(IntToDoubleFunction answer) {
    DoubleSummaryStatistics all = statistics(answer);
    double middle = (all.getMin() + all.getMax()) / 2;
    double half = Math.max(Double.MIN_NORMAL, (all.getMax() - all.getMin()) / 2);
    return along(i -> (answer.applyAsDouble(i) - middle) / half);
  }

  private static Matrix aroundZero(IntToDoubleFunction answer, boolean bounded) {
    DoubleSummaryStatistics all = statistics(answer);
    double bound = bounded ? 1 : Math.max(Math.abs(all.getMin()), Math.abs(all.getMax()));
    double half = Math.max(Double.MIN_NORMAL, bound);
    return along(i -> answer.applyAsDouble(i) / half);
  }

  private static DoubleSummaryStatistics statistics(IntToDoubleFunction answer) {
    return IntStream.range(0, ResponseCurve.POINTS).mapToDouble(answer).summaryStatistics();
  }

  /** Whether no answer of a layer is beyond 1. */
  private static boolean bounded(Layer layer) {
    return layer.activation() == Elementwise.TANH || layer.activation() == Elementwise.SIGMOID;
  }

  private static Matrix along(IntToDoubleFunction answer) {
    return Matrix.numbers(
        new Shape(1, ResponseCurve.POINTS / 4 + 1), (i, j) -> answer.applyAsDouble(4 * j));
  }

  private static List<Matrix> inputs(DecisionRegions plane) {
    return IntStream.range(0, plane.inputs())
        .mapToObj(input -> scaled(point -> plane.input(input, point)))
        .toList();
  }

  /** What is read along the one feature, each over the whole height. */
  private static List<Matrix> inputs(ResponseCurve curve) {
    return IntStream.range(0, curve.inputs())
        .mapToObj(input -> wholeHeight(point -> curve.input(input, point)))
        .toList();
  }

  /**
   * Every second point, from −1 to 1. What is far beyond the usual is cut off, or few great answers
   * would make all others pale.
   */
  private static Matrix scaled(IntToDoubleFunction response) {
    double squares = 0;
    for (int point = 0; point < DecisionRegions.POINTS; point++) {
      double answer = response.applyAsDouble(point);
      squares += answer * answer;
    }
    double most = Math.max(Double.MIN_NORMAL, FULL * Math.sqrt(squares) / DecisionRegions.SIDE);
    return Matrix.numbers(
        new Shape(SMALL, SMALL),
        (i, j) ->
            Math.clamp(response.applyAsDouble(2 * i * DecisionRegions.SIDE + 2 * j) / most, -1, 1));
  }
}
