package org.gradloom.ui.control;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.gradloom.ui.theme.Appearance;

/** Every look of a grid at once, among the parts of the window that stand around it. */
final class Gallery {
  private final Texts texts = Texts.english();

  Scene scene(Appearance appearance, double width, double height) {
    BorderPane window = new BorderPane(stage(), bar(), right(), transport(), left());
    Scene scene = new Scene(window, width, height);
    appearance.applyTo(scene);
    return scene;
  }

  Scene sizesScene(Appearance appearance, double width, double height) {
    Random random = new Random(7);
    SampleFaces sixteen =
        new SampleFaces("A", Matrix.numbers(new Shape(16, 16), (i, j) -> random.nextInt(19) - 9))
            .markRow(4, CellState.LEFT)
            .mark(4, 7, CellState.ACTIVE);
    MatrixGrid tiny = grid("tiny", sixteen, CellSize.TINY, tags(4, "i = 5", -1, ""));
    SampleFaces large =
        new SampleFaces(
                "W",
                Matrix.numbers(new Shape(784, 128), (i, j) -> Math.sin(i * 37.0 + j * 11) * 0.5))
            .markColumn(20, CellState.RIGHT)
            .mark(300, 20, CellState.ACTIVE);
    MatrixGrid window =
        grid(
            "window",
            large,
            CellSize.COMPACT,
            new GridContent(
                large.content().shape(),
                large,
                Optional.empty(),
                Optional.of(new LineTag(20, "j = 21", CellState.RIGHT)),
                Optional.of(new Cell(300, 20))));
    SampleFaces wide =
        new SampleFaces(
            "wide", Matrix.of(new double[][] {{-0.123457, 1.0 / 3, 12}, {1.5e-7, -123456, 0.5}}));
    VBox right =
        new VBox(
            20,
            titled("W", "784 × 128", window),
            new HBox(
                20,
                grid("widest", wide, CellSize.NORMAL, wide.content()),
                grid("widest-m", wide, CellSize.MEDIUM, wide.content())));
    HBox stage = new HBox(30, titled("A", "16 × 16", tiny), right);
    stage.getStyleClass().add("stage");
    Scene scene = new Scene(stage, width, height);
    appearance.applyTo(scene);
    return scene;
  }

  /** A heat map alone and zoomed in, half computed, and as a row of pictures. */
  Scene heatScene(Appearance appearance, double width, double height) {
    HeatMap left = heat("heat-left", new Shape(32, 64));
    left.setMarks(
        new HeatMarks(
            Optional.of(new HeatLine(new LineTag(5, "i = 6", CellState.LEFT), true)),
            Optional.of(new HeatLine(new LineTag(20, "k = 21", CellState.LEFT), false)),
            Optional.of(
                new HeatCell(
                    new Cell(5, 20),
                    Set.of(CellState.LEFT, CellState.ACTIVE),
                    OptionalDouble.empty())),
            HeatReach.ALL));
    left.setShowScale(true);
    HeatMap right = heat("heat-right", new Shape(784, 128));
    right.setSquareCells(false);
    right.setShowScale(true);
    right.setMarks(
        new HeatMarks(
            Optional.empty(),
            Optional.of(new HeatLine(new LineTag(40, "j = 41", CellState.RIGHT), true)),
            Optional.of(
                new HeatCell(
                    new Cell(300, 40),
                    Set.of(CellState.RIGHT, CellState.ACTIVE),
                    OptionalDouble.empty())),
            HeatReach.ALL));
    HeatMap result = heat("heat-result", new Shape(30, 40));
    result.setMarks(
        new HeatMarks(
            Optional.empty(),
            Optional.empty(),
            Optional.of(
                new HeatCell(
                    new Cell(12, 17),
                    Set.of(CellState.RESULT, CellState.FORMING),
                    OptionalDouble.of(-0.31))),
            new HeatReach(12 * 40 + 17, false)));
    HeatMap near = heat("heat-near", new Shape(30, 40));
    near.setMarks(result.getMarks());
    near.zoomProperty().set(1);
    near.rowCentreProperty().set(12);
    near.columnCentreProperty().set(18);
    near.setPrefSize(420, 260);
    HBox thumbnails = new HBox(12);
    for (int side : List.of(4, 8, 10, 16, 64)) {
      HeatMap thumbnail = heat("thumbnail-" + side, new Shape(side, side));
      thumbnail.setPlain(true);
      thumbnail.setPrefSize(128, 128);
      thumbnails.getChildren().add(thumbnail);
    }
    left.setPrefSize(560, 330);
    right.setPrefSize(300, 330);
    result.setPrefSize(420, 260);
    HBox above = new HBox(20, left, right);
    HBox below = new HBox(20, result, near);
    VBox stage = new VBox(16, above, below, thumbnails);
    stage.getStyleClass().addAll("stage", "stage-matrices");
    Scene scene = new Scene(stage, width, height);
    appearance.applyTo(scene);
    return scene;
  }

  private HeatMap heat(String id, Shape shape) {
    Random random = new Random(3);
    return new HeatMap(id, Matrix.numbers(shape, (i, j) -> 0.4 * random.nextGaussian()), texts);
  }

  private static HBox bar() {
    HBox bar = new HBox();
    bar.getStyleClass().add("app-bar");
    Label name = styled(new Label("Gradloom"), "product-name");
    ToggleButton explore = styled(new ToggleButton("Explore"), "tab");
    explore.setSelected(true);
    ToggleButton train = styled(new ToggleButton("Train"), "tab");
    Label document = styled(new Label("Lesson 5 · Add the cards"), "document-title");
    bar.getChildren()
        .addAll(
            name, explore, train, grow(), document, grow(), new Button("Undo"), new Button("Redo"));
    return bar;
  }

  private static Region left() {
    VBox panel = new VBox();
    panel.getStyleClass().addAll("side-panel", "left-side");
    panel.setPrefWidth(230);
    panel.getChildren().add(styled(new Label("LESSONS"), "panel-title"));
    for (String lesson :
        List.of("1 · Row meets column", "5 · Add the cards", "13 · Softmax and cross-entropy")) {
      ToggleButton item = styled(new ToggleButton(lesson), "list-item");
      item.setSelected(lesson.startsWith("5"));
      panel.getChildren().add(item);
    }
    panel.getChildren().add(styled(new VBox(new Label("3 rows pasted into X")), "notice"));
    VBox error = styled(new VBox(new Label("That is no document")), "notice");
    error.pseudoClassStateChanged(PseudoClass.getPseudoClass("error"), true);
    panel.getChildren().add(error);
    return panel;
  }

  private static Region right() {
    VBox code = new VBox();
    code.getStyleClass().add("code-block");
    for (String line :
        List.of(
            "def backward(X, W, dZ):",
            "    dW = X.T @ dZ",
            "    dX = dZ @ W.T",
            "    return dX, dW")) {
      Label label = styled(new Label(line), "code-line");
      label.pseudoClassStateChanged(PseudoClass.getPseudoClass("active"), line.contains("dW ="));
      code.getChildren().add(label);
    }
    Label why =
        styled(
            new Label(
                "w₃₂ reaches the loss only through z₁₂, z₂₂, z₃₂, z₄₂, once for each sample."),
            "why");
    why.setWrapText(true);
    Label check = styled(new Label("nudge w₃₂ by 10⁻⁶ → ΔL/2h = −6"), "check");
    VBox panel =
        new VBox(
            styled(new Label("CODE"), "panel-title"),
            code,
            styled(new Label("WHY"), "panel-title"),
            why,
            styled(new Label("CHECK"), "panel-title"),
            check,
            styled(new Label("agrees"), "agrees"),
            styled(new Label("left operand"), "left-text"),
            styled(new Label("right operand"), "right-text"),
            styled(new Label("result"), "result-text"));
    panel.getStyleClass().addAll("side-panel", "right-side");
    panel.setPrefWidth(300);
    return panel;
  }

  private static Region transport() {
    HBox bar = new HBox();
    bar.getStyleClass().add("transport");
    for (String sign : List.of("|<", "<", ">", ">|")) {
      Button button = styled(new Button(sign), "transport-button");
      if (sign.equals(">")) {
        button.getStyleClass().add("primary");
      }
      bar.getChildren().add(button);
    }
    HBox segments = new HBox();
    segments.getStyleClass().add("segmented");
    ToggleGroup group = new ToggleGroup();
    for (String step : List.of("term", "cell", "matrix", "phase")) {
      ToggleButton button = new ToggleButton(step);
      button.setToggleGroup(group);
      button.setSelected(step.equals("term"));
      segments.getChildren().add(button);
    }
    bar.getChildren().addAll(grow(), new Label("Step by"), segments);
    return bar;
  }

  private Region stage() {
    Matrix x = Matrix.of(new double[][] {{-1, 3, 0}, {3, -1, 1}, {1, 3, 0}, {-1, 1, 2}});
    Matrix xt = Matrix.of(new double[][] {{-1, 3, 1, -1}, {3, -1, 3, 1}, {0, 1, 0, 2}});
    Matrix dz = Matrix.of(new double[][] {{2, -1}, {3, -2}, {1, -2}, {2, -2}});
    Matrix dw = Matrix.of(new double[][] {{6, -5}, {8, -9}, {7, -2}});
    Matrix dx = Matrix.zeros(new Shape(2, 3));

    SampleFaces origin =
        new SampleFaces("X", x).markColumn(2, CellState.LEFT).mark(1, 2, CellState.MATCH);
    SampleFaces left =
        new SampleFaces("Xᵀ", xt).markRow(2, CellState.LEFT).mark(2, 1, CellState.ACTIVE);
    SampleFaces right =
        new SampleFaces("dL/dZ", dz).markColumn(1, CellState.RIGHT).mark(1, 1, CellState.ACTIVE);
    SampleFaces result =
        new SampleFaces("dL/dW", dw).mark(2, 1, CellState.RESULT, CellState.FORMING);
    SampleFaces later = new SampleFaces("dL/dX", dx);
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 3; j++) {
        later.mark(i, j, CellState.UNREACHED);
      }
    }
    later.mark(0, 1, CellState.RESULT);

    MatrixGrid originGrid = grid("X", origin, CellSize.COMPACT, origin.content());
    originGrid.setEditor(Optional.of(new NothingTaken()));
    originGrid.setRowAdder(Optional.of(new GridAction("add", "Add sample", cell -> {})));
    originGrid.setColumnAdder(Optional.of(new GridAction("add", "Add feature", cell -> {})));
    MatrixGrid leftGrid = grid("Xt", left, CellSize.NORMAL, tags(2, "i = 3", -1, ""));
    MatrixGrid rightGrid = grid("dZ", right, CellSize.NORMAL, columnTag(1, "j = 2"));
    MatrixGrid resultGrid = grid("dW", result, CellSize.NORMAL, result.content());
    MatrixGrid laterGrid = grid("dX", later, CellSize.MEDIUM, later.content());

    GridPane falk = new GridPane(8, 8);
    falk.add(new VBox(titled("X", "4 × 3 · sample × feature", originGrid)), 0, 0);
    falk.add(titled("dL/dZ", "4 × 2 · sample × neuron", rightGrid), 1, 0);
    falk.add(titled("Xᵀ", "3 × 4 · feature × sample", leftGrid), 0, 1);
    falk.add(titled("dL/dW", "3 × 2 · shaped like W", resultGrid), 1, 1);
    falk.add(titled("dL/dX", "2 × 3", laterGrid), 2, 1);
    VBox card = new VBox(new Label("numbers   0·(−1) + 1·(−2) = 0 − 2 = −2   so far"));
    card.getStyleClass().add("card");
    VBox stage =
        new VBox(
            6,
            styled(new Label("How much does w₃₂ move the batch loss?"), "stage-title"),
            styled(new Label("Backward · dL/dW · cell (3, 2) · term 2 of 4"), "stage-subtitle"),
            falk,
            card);
    stage.getStyleClass().add("stage");
    VBox.setMargin(falk, new Insets(8, 0, 8, 0));
    return stage;
  }

  private MatrixGrid grid(String id, SampleFaces faces, CellSize size, GridContent content) {
    MatrixGrid grid =
        new MatrixGrid(
            id,
            new GridContent(
                faces.content().shape(),
                faces,
                content.rowTag(),
                content.columnTag(),
                content.inView()),
            texts,
            new MemoryClipboard());
    grid.setCellSize(size);
    return grid;
  }

  private static GridContent tags(int row, String rowText, int column, String columnText) {
    return new GridContent(
        new Shape(1, 1),
        new SampleFaces("", Matrix.row(0)),
        row < 0 ? Optional.empty() : Optional.of(new LineTag(row, rowText, CellState.LEFT)),
        column < 0
            ? Optional.empty()
            : Optional.of(new LineTag(column, columnText, CellState.RIGHT)),
        Optional.empty());
  }

  private static GridContent columnTag(int column, String text) {
    return tags(-1, "", column, text);
  }

  private static VBox titled(String title, String caption, MatrixGrid grid) {
    HBox heading =
        new HBox(
            styled(new Label(title), "matrix-title"), styled(new Label(caption), "matrix-caption"));
    heading.getStyleClass().add("matrix-heading");
    heading.getChildren().forEach(label -> ((Label) label).setMinWidth(Region.USE_PREF_SIZE));
    return new VBox(heading, grid);
  }

  private static Pane grow() {
    Pane pane = new Pane();
    HBox.setHgrow(pane, Priority.ALWAYS);
    return pane;
  }

  private static <T extends javafx.scene.Node> T styled(T node, String styleClass) {
    node.getStyleClass().add(styleClass);
    return node;
  }

  /** Says no to everything. */
  private static final class NothingTaken implements CellEditor {
    @Override
    public String exactText(Cell cell) {
      return "1";
    }

    @Override
    public Optional<String> edit(Cell cell, String typed) {
      return Optional.of(
          "“1,5x” is not a number: write a decimal such as 1.5 or a fraction such as 1/3.");
    }

    @Override
    public Optional<String> paste(Cell cell, String pasted) {
      return Optional.of("There are no numbers to paste.");
    }
  }
}
