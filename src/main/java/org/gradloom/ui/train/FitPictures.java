package org.gradloom.ui.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Texts;
import org.gradloom.training.DecisionRegions;
import org.gradloom.training.Evaluation;
import org.gradloom.training.Fit;
import org.gradloom.training.Quantity;
import org.gradloom.training.ResponseCurve;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.control.PlotLine;
import org.gradloom.ui.control.PlotSurface;
import org.gradloom.ui.control.RegionPlot;

/** What is drawn of numbers that are learned, at a moment of a run, as values. */
record FitPictures(Texts texts, TrainingSetup setup, FitPoints points, Optional<Evaluation> seen) {
  /** How much room there is above and below the points, in parts of their height. */
  private static final double MARGIN = 0.08;

  /** A unit whose own answers are looked at; both count from 0. */
  record Unit(int layer, int number) {}

  private Quantity quantity() {
    return setup.quantity().orElseThrow();
  }

  private String feature(int index) {
    return setup
        .data()
        .map(data -> data.train().features().get(index))
        .orElseGet(() -> texts.get("train.fit.input", index + 1));
  }

  private RegionPlot.Side heights() {
    double room = MARGIN * (points.high() - points.low());
    return new RegionPlot.Side(quantity().name(), points.low() - room, points.high() + room);
  }

  // ---- over the inputs

  /** A curve over one input, a surface over two. */
  RegionPlot.Picture overInputs() {
    return setup.features().columns() == 1 ? curve() : surface();
  }

  private RegionPlot.Side along() {
    ResponseCurve.Reach reach = setup.reach().orElseThrow();
    return new RegionPlot.Side(
        feature(0), setup.inOwnUnits(reach.left(), 0), setup.inOwnUnits(reach.right(), 0));
  }

  private RegionPlot.Picture curve() {
    List<RegionPlot.Point> drawn = new ArrayList<>(points.size());
    for (int i = 0; i < points.size(); i++) {
      drawn.add(
          new RegionPlot.Point(
              points.features().get(i).getFirst(), points.truths().get(i), 0, points.isTest(i)));
    }
    Optional<PlotLine> line =
        seen.flatMap(Evaluation::curve)
            .map(curve -> line(curve, i -> quantity().inOwnUnit(curve.answer(i)), ends()));
    Optional<RegionPlot.Slope> slope =
        seen.flatMap(Evaluation::fit)
            .flatMap(Fit::line)
            .map(known -> new RegionPlot.Slope(known.slope(), known.intercept()));
    return new RegionPlot.Picture(
        along(),
        heights(),
        new RegionPlot.OfLine(texts.get("train.fit.network"), line, slope),
        drawn);
  }

  private PlotLine line(ResponseCurve curve, IntToDoubleFunction answer, double[] ends) {
    double[] x = new double[ResponseCurve.POINTS];
    double[] y = new double[ResponseCurve.POINTS];
    for (int i = 0; i < x.length; i++) {
      x[i] = setup.inOwnUnits(curve.reach().x(i), 0);
      y[i] = answer.applyAsDouble(i);
    }
    return new PlotLine(x, y, ends);
  }

  /** What is answered to each drawn row; nothing where the rows are no longer those seen. */
  private double[] ends() {
    Optional<Fit> fit = seen.flatMap(Evaluation::fit);
    if (fit.isEmpty() || fit.get().train().rows() != setup.lesson().samples()) {
      return new double[0];
    }
    double[] ends = new double[points.size()];
    for (int i = 0; i < ends.length; i++) {
      Matrix part = points.isTest(i) ? fit.get().test().orElseThrow() : fit.get().train();
      ends[i] = part.get(points.row(i), 1);
    }
    return ends;
  }

  private RegionPlot.Picture surface() {
    List<RegionPlot.Point> drawn = new ArrayList<>(points.size());
    for (int i = 0; i < points.size(); i++) {
      List<Double> at = points.features().get(i);
      drawn.add(new RegionPlot.Point(at.get(0), at.get(1), 0, points.isTest(i)));
    }
    Optional<PlotSurface> heights =
        seen.flatMap(Evaluation::plane)
            .map(plane -> {
              int last = setup.lesson().lastLayer();
              return surface(
                  point -> quantity().inOwnUnit(plane.response(last, 0, point)),
                  points.low(),
                  points.high());
            });
    return new RegionPlot.Picture(
        side(0),
        side(1),
        new RegionPlot.OfSurface(quantity().name(), heights, points.truths()),
        drawn);
  }

  private RegionPlot.Side side(int feature) {
    DecisionRegions.Area area = setup.area().orElseThrow();
    return new RegionPlot.Side(
        feature(feature),
        setup.inOwnUnits(feature == 0 ? area.left() : area.bottom(), feature),
        setup.inOwnUnits(feature == 0 ? area.right() : area.top(), feature));
  }

  static PlotSurface surface(IntToDoubleFunction height, double low, double high) {
    double[] heights = new double[DecisionRegions.POINTS];
    for (int i = 0; i < heights.length; i++) {
      heights[i] = height.applyAsDouble(i);
    }
    double room = low < high ? 0 : Math.max(1, Math.abs(low));
    return new PlotSurface(
        DecisionRegions.SIDE, DecisionRegions.SIDE, heights, low - room, high + room);
  }

  // ---- a unit

  /** What a unit answers over the inputs, with a scale of its own. */
  Optional<RegionPlot.Picture> ofUnit(Unit unit) {
    String name = texts.get("train.fit.answer");
    return seen.flatMap(moment ->
        moment
            .curve()
            .map(curve -> ofUnit(unit, name, curve))
            .or(() ->
                moment
                    .plane()
                    .map(plane ->
                        new RegionPlot.Picture(
                            side(0),
                            side(1),
                            new RegionPlot.OfSurface(
                                name,
                                Optional.of(unitSurface(plane, unit.layer(), unit.number())),
                                List.of()),
                            List.of()))));
  }

  private RegionPlot.Picture ofUnit(Unit unit, String name, ResponseCurve curve) {
    PlotLine line = line(curve, i -> curve.response(unit.layer(), unit.number(), i), new double[0]);
    double low = 0;
    double high = 0;
    for (int i = 0; i < ResponseCurve.POINTS; i++) {
      low = Math.min(low, line.y(i));
      high = Math.max(high, line.y(i));
    }
    double room = MARGIN * (high - low);
    return new RegionPlot.Picture(
        along(),
        new RegionPlot.Side(name, low - room, high + room),
        new RegionPlot.OfLine(name, Optional.of(line), Optional.empty()),
        List.of());
  }

  /** What a unit answers over a plane, from as far below 0 as above it. */
  static PlotSurface unitSurface(DecisionRegions plane, int layer, int number) {
    double most = Double.MIN_NORMAL;
    for (int i = 0; i < DecisionRegions.POINTS; i++) {
      most = Math.max(most, Math.abs(plane.response(layer, number, i)));
    }
    return surface(point -> plane.response(layer, number, point), -most, most);
  }

  // ---- against what is true

  /** What is answered over what is true; the line is where both are one. */
  RegionPlot.Picture againstTrue() {
    double[] said = ends();
    List<RegionPlot.Point> drawn = new ArrayList<>(said.length);
    double[] ends = new double[said.length];
    for (int i = 0; i < said.length; i++) {
      double truth = points.truths().get(i);
      drawn.add(new RegionPlot.Point(truth, said[i], 0, points.isTest(i)));
      ends[i] = truth;
    }
    RegionPlot.Side heights = heights();
    double[] corners = {heights.low(), heights.high()};
    return new RegionPlot.Picture(
        new RegionPlot.Side(
            texts.get("train.fit.true", quantity().name()), heights.low(), heights.high()),
        new RegionPlot.Side(
            texts.get("train.fit.said", quantity().name()), heights.low(), heights.high()),
        new RegionPlot.OfLine(
            texts.get("train.fit.diagonal"),
            Optional.of(new PlotLine(corners, corners, ends)),
            Optional.empty()),
        drawn);
  }

  // ---- what is said of a place

  String place(double x, double y) {
    return texts.get("train.place", Numbers.rounded(x, 3), Numbers.rounded(y, 3));
  }

  /** What the network, or a unit, answers there. */
  String describe(double x, double y, Optional<Unit> unit) {
    int layer = unit.map(Unit::layer).orElse(setup.lesson().lastLayer());
    int number = unit.map(Unit::number).orElse(0);
    double across = setup.asRead(x, 0);
    Optional<Double> answer =
        setup.features().columns() == 1
            ? seen.flatMap(Evaluation::curve)
                .map(curve -> curve.response(layer, number, curve.reach().nearest(across)))
            : seen.flatMap(Evaluation::plane)
                .map(plane -> {
                  double upwards = setup.asRead(y, 1);
                  return plane.response(layer, number, plane.point(across, upwards));
                });
    String at = setup.features().columns() == 1 ? Numbers.rounded(x, 3) : place(x, y);
    return answer
        .map(value -> unit.isPresent() ? value : quantity().inOwnUnit(value))
        .map(value -> texts.get("train.unitSays", at, Numbers.rounded(value, 4)))
        .orElse("");
  }
}
