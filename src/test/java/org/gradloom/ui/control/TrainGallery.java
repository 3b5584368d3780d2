package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.CurveChart.Graph;
import org.gradloom.ui.control.CurveChart.Kind;
import org.gradloom.ui.theme.Appearance;

/** The pictures of a training side by side, each with numbers made up for it. */
final class TrainGallery {
  private final Random random = new Random(3);

  Scene scene(Appearance appearance, double width, double height) {
    FlowPane all = new FlowPane(16, 16);
    all.getChildren()
        .addAll(
            card("loss", loss(), 400, 390),
            card("sizes and counts", rest(), 560, 390),
            card("regions", regions(2), 330, 390),
            card("ten classes", regions(10), 330, 390),
            card("network", network(true, 2, 8, 8, 2), 470, 390),
            card("wide network", network(false, 64, 32, 10), 470, 390));
    all.getStyleClass().add("stage");
    Scene scene = new Scene(all, width, height);
    appearance.applyTo(scene);
    return scene;
  }

  /** A picture of a training, and what shows the numbers of a frame in it. */
  record Face(String name, Region control, IntConsumer frames) {}

  /** Pictures that change with every frame. */
  List<Face> faces() {
    CurveChart chart = loss();
    List<CurveChart.Picture> curves = List.of(lossPicture(), lossPicture());
    return List.of(
        new Face("curves", chart, frame -> chart.setPicture(curves.get(frame % 2))),
        regionsFace("two classes", 2),
        regionsFace("three classes", 3),
        networkFace("2-8-8-2", true, 2, 8, 8, 2),
        networkFace("64-32-10", false, 64, 32, 10));
  }

  private Face regionsFace(String name, int classes) {
    RegionPlot plot = regions(classes);
    List<RegionPlot.Point> points = plot.getPicture().points();
    List<RegionPlot.Picture> pictures =
        List.of(regionsPicture(classes, points), regionsPicture(classes, points));
    return new Face(name, plot, frame -> plot.setPicture(pictures.get(frame % 2)));
  }

  private Face networkFace(String name, boolean responses, int... sizes) {
    NetworkMap map = network(responses, sizes);
    List<NetworkMap.Picture> pictures =
        List.of(networkPicture(responses, sizes), networkPicture(responses, sizes));
    return new Face(name, map, frame -> map.setPicture(pictures.get(frame % 2)));
  }

  private static VBox card(String title, Region face, double width, double height) {
    face.setPrefSize(width, height);
    Label label = new Label(title);
    label.getStyleClass().add("panel-title");
    VBox card = new VBox(6, label, face);
    card.getStyleClass().add("card");
    return card;
  }

  private static <T extends Node> T named(String id, T node) {
    node.setId(id);
    return node;
  }

  private CurveChart loss() {
    CurveChart chart = named("loss", new CurveChart());
    chart.setPicture(lossPicture());
    return chart;
  }

  private CurveChart.Picture lossPicture() {
    int count = 300;
    double[] x = new double[count];
    double[] low = new double[count];
    double[] high = new double[count];
    double[] mean = new double[count];
    double[] test = new double[count];
    double[] kept = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = i * 30;
      double at = 0.03 + 0.66 * Math.exp(-i / 60.0);
      mean[i] = at * (1 + 0.06 * random.nextGaussian());
      low[i] = mean[i] * 0.7;
      high[i] = mean[i] * 1.4;
      test[i] = at + 0.03 * (1 - Math.exp(-i / 90.0));
      kept[i] = 0.12 + 0.57 * Math.exp(-i / 30.0);
    }
    return new CurveChart.Picture(
        List.of(
            Graph.line("kept", Kind.KEPT, x, kept),
            new Graph("train", Kind.MAIN, x, low, high, mean),
            Graph.line("test", Kind.SECOND, x, test)),
        "step",
        "loss",
        "");
  }

  /** Sectors of a wound plane, surer away from their edges. */
  private RegionPlot regions(int classes) {
    RegionPlot plot = new RegionPlot(Texts.english());
    plot.setPicture(regionsPicture(classes, samples(classes)));
    return plot;
  }

  private RegionPlot.Picture regionsPicture(int classes, List<RegionPlot.Point> points) {
    double shift = random.nextDouble() / 20;
    int side = 48;
    int[] group = new int[side * side];
    double[] certainty = new double[side * side];
    for (int i = 0; i < side * side; i++) {
      double x = (i % side + 0.5) / side * 2 - 1;
      double y = 1 - (Math.floorDiv(i, side) + 0.5) / side * 2;
      double turn = turn(x + shift, y) * classes;
      group[i] = (int) turn;
      certainty[i] = Math.min(1, 4 * Math.min(turn - group[i], group[i] + 1 - turn));
    }
    return new RegionPlot.Picture(
        new RegionPlot.Side("x₁", -1, 1),
        new RegionPlot.Side("x₂", -1, 1),
        IntStream.rangeClosed(1, classes).mapToObj(k -> "class " + k).toList(),
        Optional.of(new RegionPlot.Regions(side, side, group, certainty)),
        points);
  }

  private List<RegionPlot.Point> samples(int classes) {
    List<RegionPlot.Point> points = new ArrayList<>();
    for (int i = 0; i < 240; i++) {
      double x = random.nextDouble() * 2 - 1;
      double y = random.nextDouble() * 2 - 1;
      points.add(new RegionPlot.Point(x, y, (int) (turn(x, y) * classes), i % 5 == 0));
    }
    return points;
  }

  private static double turn(double x, double y) {
    double turn = Math.atan2(y, x) / (2 * Math.PI) + 1.2 * Math.hypot(x, y) + 1;
    return turn - Math.floor(turn);
  }

  private NetworkMap network(boolean responses, int... sizes) {
    NetworkMap map = new NetworkMap(Texts.english(), new SampleOwner());
    map.setPicture(networkPicture(responses, sizes));
    return map;
  }

  private NetworkMap.Picture networkPicture(boolean responses, int... sizes) {
    List<NetworkMap.LayerPicture> layers = new ArrayList<>();
    for (int l = 1; l < sizes.length; l++) {
      Shape shape = new Shape(sizes[l - 1], sizes[l]);
      layers.add(
          new NetworkMap.LayerPicture(
              "W" + (char) ('\u2080' + l) + " " + shape.rows() + "×" + shape.columns(),
              Matrix.numbers(shape, (i, j) -> random.nextGaussian()),
              Optional.of(Matrix.zeros(new Shape(1, sizes[l]))),
              responses ? responses(sizes[l]) : List.of()));
    }
    return new NetworkMap.Picture(
        responses ? List.of("x₁", "x₂") : List.of(),
        responses ? responses(2) : List.of(),
        layers,
        List.of(),
        OptionalInt.of(1));
  }

  private List<Matrix> responses(int count) {
    return IntStream.range(0, count)
        .mapToObj(unit -> {
          double a = random.nextGaussian();
          double b = random.nextGaussian();
          double c = random.nextGaussian();
          return Matrix.numbers(
              new Shape(20, 20), (i, j) -> Math.tanh(c + a * (j - 9.5) / 5 + b * (9.5 - i) / 5));
        })
        .toList();
  }

  private VBox rest() {
    CurveChart empty = new CurveChart();
    empty.setPrefHeight(60);
    empty.setPicture(new CurveChart.Picture(List.of(), "step", "loss", "Nothing yet: press Play."));
    BarRows bars = new BarRows(Texts.english());
    bars.setRows(
        List.of(
            new BarRows.Row("‖dW₁‖", 0.132),
            new BarRows.Row("‖dW₂‖", 0.164),
            new BarRows.Row("‖dW₃‖", 0.0912)));
    BarRows vanishing = new BarRows(Texts.english());
    vanishing.setRows(
        List.of(new BarRows.Row("‖dW₁‖", 0.0000132), new BarRows.Row("‖dW₂‖", 0.164)));
    ConfusionTable table = new ConfusionTable(Texts.english());
    Integer[] counts = new Integer[36];
    Arrays.fill(counts, 0);
    IntStream.range(0, 300).forEach(i -> counts[i % 6 * 6 + (i % 7 == 0 ? i / 3 % 6 : i % 6)]++);
    table.show(
        List.of("0", "1", "2", "3", "4", "5"),
        new ConfusionTable.Counts(new Shape(6, 6), List.of(counts)));
    PixelPictures digits = new PixelPictures();
    digits.setPictures(
        List.of(
            new PixelPictures.Picture(digit(), "is 3, said 8, 97 %"),
            new PixelPictures.Picture(digit(), "is 9, said 4, 71 %")));
    return new VBox(14, empty, new HBox(20, bars, vanishing), new HBox(20, table, digits));
  }

  private Matrix digit() {
    return Matrix.numbers(
        new Shape(8, 8),
        (i, j) -> Math.abs(Math.hypot(j - 3.5, (i - 3.5) * 0.8) - 2.2) < 0.9 ? 1 : 0.05);
  }
}
