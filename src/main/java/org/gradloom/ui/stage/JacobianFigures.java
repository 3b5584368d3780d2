package org.gradloom.ui.stage;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import org.gradloom.derivation.JacobianCounts;
import org.gradloom.derivation.LayerJacobian;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.ViewNames;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;

/**
 * How many numbers a Jacobian holds, of the layer on the stage and of a usual one, and how few do
 * in its place. No entry of it is looked at: those that are not 0 are counted in the matrix that it
 * repeats.
 */
final class JacobianFigures {
  /** The side of the square, in em; that of the dot follows from it. */
  private static final double SQUARE = 3.9;

  private final Texts texts;
  private final VBox here = card("jacobian-here");
  private final VBox usual = card("jacobian-usual");
  private final Label title = new Label();
  private final Label entriesName = new Label();
  private final Label entries = number("jacobian-entries");
  private final Label paths = number("jacobian-paths");
  private final Label notZero = number("jacobian-not-zero");
  private final HBox notZeroRow;
  private final Label neededName = new Label();
  private final Label needed = number("jacobian-needed");
  private final Label usualTitle = new Label();
  private final Label usualName = new Label();
  private final Label usualEntries = new Label();
  private final Label usualSize = new Label();
  private final Label usualNeeds = new Label();
  private final Label usualNeeded = new Label();
  private final Label usualBytes = new Label();
  private final Rectangle square = new Rectangle();
  private final Rectangle dot = new Rectangle();
  private final Circle ring = new Circle();
  private final Pane scale = new Pane(square, dot, ring);
  private final Label toScale = new Label();

  JacobianFigures(Texts texts) {
    this.texts = texts;
    title.getStyleClass().add("panel-title");
    usualTitle.getStyleClass().add("panel-title");
    notZeroRow = row(new Label(texts.get("view.jacobian.notZero")), notZero);
    here.getChildren()
        .addAll(
            title,
            row(entriesName, entries),
            row(new Label(texts.get("view.jacobian.paths")), paths),
            notZeroRow,
            row(neededName, needed));
    usualEntries.setId("jacobian-usual-entries");
    usualEntries.getStyleClass().add("figure-large");
    usualNeeded.setId("jacobian-usual-needed");
    usualNeeded.getStyleClass().addAll("figure-large", "result-text");
    for (Label words : new Label[] {usualSize, usualBytes, toScale}) {
      words.getStyleClass().add("view-note");
    }
    toScale.setWrapText(true);
    toScale.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(toScale, Priority.ALWAYS);
    square.getStyleClass().add("scale-square");
    dot.getStyleClass().add("scale-dot");
    ring.getStyleClass().add("scale-ring");
    HBox drawn = new HBox(scale, toScale);
    drawn.getStyleClass().add("scale");
    drawn.setAlignment(Pos.CENTER_LEFT);
    usual
        .getChildren()
        .addAll(
            usualTitle,
            usualName,
            usualEntries,
            usualSize,
            usualNeeds,
            usualNeeded,
            usualBytes,
            drawn);
  }

  private static VBox card(String id) {
    VBox card = new VBox();
    card.setId(id);
    card.getStyleClass().addAll("card", "figures-card");
    return card;
  }

  private static Label number(String id) {
    Label number = new Label();
    number.setId(id);
    number.getStyleClass().add("figure");
    number.setMinWidth(Region.USE_PREF_SIZE);
    return number;
  }

  private static HBox row(Label name, Label number) {
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    name.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(name, between, number);
    row.getStyleClass().add("figure-row");
    return row;
  }

  /** The card of the layer on the stage. */
  VBox here() {
    return here;
  }

  /** The card of a layer as one meets them. */
  VBox usual() {
    return usual;
  }

  /** Shows the figures of a Jacobian. */
  void show(Lesson lesson, LayerJacobian jacobian, boolean hidesNumbers, double em) {
    Notation notation = new Notation(lesson);
    JacobianCounts counts = jacobian.counts();
    title.setText(layer("view.jacobian.here", lesson, counts));
    entriesName.setText(
        texts.get(
            "view.jacobian.entries",
            Numbers.grouped(counts.outputs()),
            Numbers.grouped(counts.variables())));
    entries.setText(Numbers.grouped(counts.entries()));
    paths.setText(Numbers.grouped(counts.paths()));
    NodeVisibility.set(notZeroRow, !hidesNumbers);
    if (!hidesNumbers) {
      notZero.setText(Numbers.grouped(jacobian.notZero()));
    }
    neededName.setText(
        texts.get(
            "view.jacobian.needed",
            notation.plain(jacobian.repeated()),
            notation.plain(jacobian.blames())));
    needed.setText(Numbers.grouped(counts.repeated()) + " + " + Numbers.grouped(counts.outputs()));
    showUsual(lesson, notation, jacobian, counts.ofAUsualLayer(), em);
  }

  /**
   * The same in words, where cards have no room.
   *
   * @param withUsual false while a usual layer must not be spoken of
   */
  String brief(Lesson lesson, LayerJacobian jacobian, boolean withUsual) {
    Notation notation = new Notation(lesson);
    JacobianCounts counts = jacobian.counts();
    String here =
        texts.get(
            "view.jacobian.briefHere",
            Numbers.grouped(counts.entries()),
            Numbers.grouped(counts.paths()),
            notation.plain(jacobian.repeated()),
            notation.plain(jacobian.blames()),
            Numbers.grouped(counts.repeated()),
            Numbers.grouped(counts.outputs()));
    JacobianCounts usual = counts.ofAUsualLayer();
    Shape written = written(lesson, usual);
    return !withUsual
        ? here
        : here
            + " "
            + texts.get(
                "view.jacobian.briefUsual",
                written.rows(),
                written.columns(),
                usual.units(),
                Numbers.grouped(usual.entries()),
                Numbers.grouped(usual.variables()));
  }

  private void showUsual(
      Lesson lesson, Notation notation, LayerJacobian jacobian, JacobianCounts counts, double em) {
    usualTitle.setText(layer("view.jacobian.usual", lesson, counts));
    usualName.setText(ViewNames.slopes(lesson, jacobian.z(), jacobian.variable()));
    usualEntries.setText(Numbers.grouped(counts.entries()));
    usualSize.setText(
        texts.get(
            "view.jacobian.size",
            Math.round(100 * counts.structuralShare()),
            Numbers.bytes(JacobianCounts.bytes(counts.entries()))));
    usualNeeds.setText(texts.get("view.jacobian.allOneNeeds", notation.plain(jacobian.gradient())));
    usualNeeded.setText(Numbers.grouped(counts.variables()));
    usualBytes.setText(
        texts.get("view.jacobian.bytes", Numbers.bytes(JacobianCounts.bytes(counts.variables()))));
    toScale.setText(texts.get("view.jacobian.toScale", Numbers.grouped(counts.outputs())));
    drawToScale(counts, em);
  }

  /** N×D → M, as X is written. */
  private String layer(String key, Lesson lesson, JacobianCounts counts) {
    Shape written = written(lesson, counts);
    return texts.get(key, written.rows(), written.columns(), counts.units());
  }

  private static Shape written(Lesson lesson, JacobianCounts counts) {
    Shape inside = new Shape((int) counts.samples(), (int) counts.inputs());
    return lesson.convention().turned(new Operand(0, MatrixSymbol.X), inside);
  }

  /** Areas are as the numbers of entries are. */
  private void drawToScale(JacobianCounts counts, double em) {
    double side = SQUARE * em;
    double small = side * Math.sqrt((double) counts.variables() / counts.entries());
    double radius = 0.45 * em;
    square.setWidth(side);
    square.setHeight(side);
    dot.setWidth(small);
    dot.setHeight(small);
    ring.setRadius(radius);
    ring.setCenterX(side + 1.5 * radius);
    ring.setCenterY(side - radius);
    dot.setX(ring.getCenterX() - small / 2);
    dot.setY(ring.getCenterY() - small / 2);
    scale.setMinSize(side + 3 * radius, side);
    scale.setMaxSize(side + 3 * radius, side);
  }
}
