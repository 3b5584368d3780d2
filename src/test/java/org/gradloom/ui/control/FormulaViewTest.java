package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.stage.Stage;
import org.gradloom.Snapshots;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.typeset.TexRole;
import org.gradloom.ui.InWindow;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@InWindow
class FormulaViewTest {
  private final TexRenderer renderer = new TexRenderer();
  private FormulaView view;
  private TexLabel name;
  private VBox root;
  private Scene scene;

  @Start
  void start(Stage stage) {
    view = new FormulaView(renderer, Texts.english());
    view.setLines(step(1));
    name = new TexLabel(renderer, "X^T", "X transposed");
    HBox heading = new HBox(10, name, new Label("3 × 4"));
    heading.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
    root = new VBox(16, heading, view);
    root.setStyle("-fx-padding: 20");
    scene = ViewTheme.light(root, 860, 260);
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  /** The formula of dL/dw₃₂ in lesson H, at one of its terms. */
  private static List<TexLine> step(int active) {
    String[] xs = {"0", "1", "0", "2"};
    String[] dzs = {"(−1)", "(−2)", "(−2)", "(−2)"};
    List<String> symbols = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    for (int k = 0; k < xs.length; k++) {
      String x = "x_{" + (k + 1) + "3}";
      String dz = "dz_{" + (k + 1) + "2}";
      symbols.add(
          k > active
              ? boxed(TexRole.MUTED.of(x + "·" + dz), false)
              : boxed(TexRole.LEFT.of(x) + "·" + TexRole.RIGHT.of(dz), k == active));
      if (k <= active) {
        numbers.add(boxed(TexRole.LEFT.of(xs[k]) + "·" + TexRole.RIGHT.of(dzs[k]), k == active));
      }
    }
    return List.of(
        new TexLine(
            "\\frac{∂L}{∂"
                + TexRole.RESULT.of("w_{32}")
                + "}=\\sum_k"
                + TexRole.LEFT.of("x_{k3}")
                + "·"
                + TexRole.RIGHT.of("\\frac{∂L}{∂z_{k2}}")
                + "="
                + String.join("+", symbols),
            "dL by dw 3 2"),
        new TexLine(
            "numbers",
            String.join("+", numbers) + "=" + TexRole.RESULT.of("\\mathbf{−2}"),
            "so far; two samples to come",
            "0 times minus 1 plus 1 times minus 2"));
  }

  private static String boxed(String term, boolean active) {
    return "\\;" + (active ? "\\boxed{" + term + "}" : term) + "\\;";
  }

  private Bounds boundsOf(FxRobot robot, String selector) {
    return robot
        .lookup(selector)
        .query()
        .localToScene(robot.lookup(selector).query().getLayoutBounds());
  }

  @Test
  void rolesTakeTheColoursOfTheTheme(FxRobot robot) {
    Snapshots.save(scene, "formula-light");
    assertThat(((Shape) robot.lookup(".tex-left").query()).getFill())
        .isEqualTo(Color.web("#9a4600"));
    SVGPath before = robot.lookup(".tex-left").query();
    robot.interact(() -> ViewTheme.darken(scene));
    Snapshots.save(scene, "formula-dark");
    assertThat(before.getFill()).isEqualTo(Color.web("#ffb45c"));
    assertThat(robot.lookup(".tex-left").queryAs(Node.class)).isSameAs(before);
  }

  @Test
  void theBoxWandersAndNothingElseMoves(FxRobot robot) {
    Bounds box = boundsOf(robot, ".tex-active-box");
    double height = view.getHeight();
    double sum = boundsOf(robot, ".tex-text").getMaxX();
    robot.interact(() -> view.setLines(step(2)));
    Bounds next = boundsOf(robot, ".tex-active-box");
    assertThat(next.getMinX()).isGreaterThan(box.getMaxX());
    assertThat(next.getMinY()).isEqualTo(box.getMinY());
    assertThat(view.getHeight()).isEqualTo(height);
    assertThat(boundsOf(robot, ".tex-text").getMaxX()).isEqualTo(sum);
  }

  @Test
  void shrinksBeforeItScrollsAndKeepsTheBoxInSight(FxRobot robot) {
    ScrollPane scroll = robot.lookup(".formula-scroll").query();
    double full = boundsOf(robot, ".tex-active-box").getHeight();
    robot.interact(() -> {
      view.setLines(step(3));
      view.setMaxWidth(560);
    });
    assertThat(boundsOf(robot, ".tex-active-box").getHeight()).isLessThan(full);
    assertThat(scroll.getHbarPolicy()).isEqualTo(ScrollPane.ScrollBarPolicy.NEVER);
    robot.interact(() -> view.setMaxWidth(300));
    assertThat(scroll.getHbarPolicy()).isEqualTo(ScrollPane.ScrollBarPolicy.ALWAYS);
    Bounds box = boundsOf(robot, ".tex-active-box");
    Bounds seen = view.localToScene(view.getLayoutBounds());
    Snapshots.save(scene, "formula-narrow");
    assertThat(seen.contains(box)).isTrue();
  }

  /** Whole, shrunk for its words before and after, and scrolled. */
  @Test
  void knowsHowHighLinesAreBeforeTheyAreShown(FxRobot robot) {
    TexLine worded = new TexLine("numbers", "a+b", "so far; two samples to come", "a plus b");
    robot.interact(() -> {
      for (double width : new double[] {800, 280, 120}) {
        view.setLines(List.of());
        double told = view.heightOf(List.of(worded), width);
        view.setLines(List.of(worded));
        view.applyCss();
        assertThat(told).as("in %s px", width).isEqualTo(view.prefHeight(width));
      }
    });
  }

  @Test
  void growsWithTheFontOfTheApp(FxRobot robot) {
    double before = boundsOf(robot, ".tex-active-box").getHeight();
    double label = name.getHeight();
    robot.interact(() -> root.setStyle("-fx-font-size: 26px"));
    Snapshots.save(scene, "formula-large");
    assertThat(name.getHeight()).isGreaterThan(1.8 * label);
    robot.interact(() -> view.setLines(List.of(new TexLine("\\boxed{x\\cdot y}", "x times y"))));
    assertThat(boundsOf(robot, ".tex-active-box").getHeight()).isGreaterThan(1.8 * before);
  }

  @Test
  void everyLineIsSpoken(FxRobot robot) {
    assertThat(robot.lookup(".formula-row").<Node>queryAll())
        .extracting(Node::getAccessibleText)
        .containsExactly("dL by dw 3 2", "0 times minus 1 plus 1 times minus 2");
    assertThat(name.getAccessibleText()).isEqualTo("X transposed");
  }

  @Test
  void brokenTexChangesNothing(FxRobot robot) {
    List<TexLine> before = view.getLines();
    robot.interact(() ->
        assertThatThrownBy(() -> view.setLines(List.of(new TexLine("\\frac{a}", "a"))))
            .isInstanceOf(IllegalArgumentException.class));
    assertThat(view.getLines()).isEqualTo(before);
  }
}
