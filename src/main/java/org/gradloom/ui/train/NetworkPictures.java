package org.gradloom.ui.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
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
import org.gradloom.training.Quantity;
import org.gradloom.training.ResponseCurve;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.control.NetworkMap;
import org.gradloom.ui.store.Training;

/** What the picture of the network shows at a moment of a run, as a value. */
record NetworkPictures(Texts texts) {
  /** More inputs than this have no names beside them. */
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
        setup.inputs() <= MOST_NAMED_INPUTS
            ? setup.data().map(data -> data.train().features()).orElse(List.of())
            : List.of(),
        plane
            .map(NetworkPictures::inputs)
            .or(() -> curve.map(_ -> List.of(along(i -> 2.0 * i / (ResponseCurve.POINTS - 1) - 1))))
            .orElse(List.of()),
        layers,
        setup.labels().isPresent()
            ? setup.classNames()
            : setup.quantity().filter(_ -> setup.outputs() == 1).stream()
                .map(Quantity::name)
                .toList(),
        OptionalInt.of(state.layer()));
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
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < ResponseCurve.POINTS; i++) {
        low = Math.min(low, curve.response(layer, unit, i));
        high = Math.max(high, curve.response(layer, unit, i));
      }
      double bound = bounded(of) ? 1 : Math.max(Math.abs(low), Math.abs(high));
      double middle = whole ? (low + high) / 2 : 0;
      double half = Math.max(Double.MIN_NORMAL, whole ? (high - low) / 2 : bound);
      int number = unit;
      curves.add(along(i -> (curve.response(layer, number, i) - middle) / half));
    }
    return curves;
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
    DecisionRegions.Area area = plane.area();
    return List.of(
        scaled(point -> area.x(point % DecisionRegions.SIDE)),
        scaled(point -> area.y(point / DecisionRegions.SIDE)));
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
