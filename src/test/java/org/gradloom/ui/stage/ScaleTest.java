package org.gradloom.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.gradloom.derivation.Derivation;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.Rowwise;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.LayoutFaults;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.control.HeatMap;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Layout;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Sides;
import org.gradloom.ui.theme.Appearance;
import org.gradloom.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Whatever the scale and the window: the stage keeps its share, and its cells never shrink. */
@InWindow
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScaleTest {
  @TempDir private static Path folder;
  private final TestWindow.Kept kept = new TestWindow.Kept();
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = kept.open(stage, folder);
  }

  private void resize(int width, int height) {
    onFxThread(() -> {
      window.stage().setWidth(width);
      window.stage().setHeight(height);
    });
  }

  private void scale(int percent) {
    onFxThread(
        () -> window.store().dispatch(new Action.Wear(new Appearance(Theme.usual(), percent))));
  }

  /** Does something and lets all find its place: the stage asks for room, and then gets it. */
  private static void onFxThread(Runnable work) {
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          work.run();
          PromptRobot.frame();
        });
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          PromptRobot.frame();
          PromptRobot.frame();
        });
  }

  private Region region(String id) {
    return (Region) PromptRobot.named(window.scene().getRoot(), id).orElseThrow();
  }

  private static Matrix numbers(int rows, int columns) {
    return Matrix.numbers(new Shape(rows, columns), (i, j) -> (i * 7 + j * 5) % 11 - 5);
  }

  /** So large that they are shown as colours: X is 24×30, and dL/dW 30×20. */
  @Test
  void whatOneZoomsIntoGrowsWithTheScaleAndColoursNeverShrink() {
    Lesson large =
        new Lesson(
            "Colours",
            numbers(24, 30),
            List.of(new Layer(numbers(30, 20), null, Elementwise.IDENTITY)),
            new Loss(LossKind.GIVEN, new Target.Upstream(numbers(24, 20)), Reduction.SUM),
            0.1);
    resize(1280, 800);
    onFxThread(() -> {
      window.store().dispatch(new Action.Open(Derivation.of(large), new Origin.Unsaved()));
      window.store().dispatch(new Action.Go(Place.parse("layer1/dW/2,1/term2")));
    });
    HeatMap result = (HeatMap) region("layer1-dW");
    Cell second = new Cell(1, 0);
    double whole = 0;
    for (int percent : new int[] {100, 120, 140, 160, 180, 200}) {
      scale(percent);
      double height = result.boundsOf(second).orElseThrow().getHeight();
      assertThat(height).as("%d %%", percent).isGreaterThanOrEqualTo(whole);
      whole = height;
      onFxThread(() -> {
        result.zoomProperty().set(1);
        result.reveal(second);
      });
      // Zoomed in, a cell is 2.2 em high, of which 100 % are 13 pixels.
      assertThat(result.boundsOf(second).orElseThrow().getHeight())
          .isCloseTo(2.2 * 13 * percent / 100, within(0.01));
      assertThat(LayoutFaults.of(window.scene())).noneMatch(fault -> !fault.contains("is cut to"));
      onFxThread(() -> result.zoomProperty().set(0));
    }
  }

  /** Numbers of eight digits in a small window: the product is what they can do without. */
  @Test
  void allLinesOfASmallMatrixComeBeforeTheProductBesideIt() {
    Lesson small =
        new Lesson(
            "Softmax of its own",
            Matrix.of(new double[][] {{1, 3}, {2, -2}, {0, 0}}),
            List.of(
                new Layer(
                    Matrix.of(new double[][] {{1, 2, 2}, {-1, 1, -1}}),
                    Matrix.of(new double[][] {{1, 2, 0}}),
                    Rowwise.SOFTMAX)),
            new Loss(LossKind.CROSS_ENTROPY, new Target.Labels(List.of(0, 1, 2)), Reduction.MEAN),
            0.1);
    resize(1024, 700);
    onFxThread(() -> {
      window
          .store()
          .dispatch(
              new Action.Open(
                  Derivation.of(small.withConvention(Convention.WX)), new Origin.Unsaved()));
      window.store().dispatch(new Action.Go(Place.parse("layer1/dW/2,1/term1")));
    });
    for (int percent : new int[] {80, 100, 140, 200}) {
      scale(percent);
      assertThat(LayoutFaults.of(window.scene())).noneMatch(fault -> !fault.contains("is cut to"));
      for (String all : List.of("layer1-dZ-3-3", "layer1-dW-3-2")) {
        assertThat(PromptRobot.named(window.scene().getRoot(), all))
            .as("%s at %d %%", all, percent)
            .hasValueSatisfying(cell -> assertThat(cell.isVisible()).isTrue());
      }
    }
  }

  /** Without sides the stage is as wide at every scale. */
  @Test
  void anotherViewThanTheProductStandsInTheMiddleAtEveryScale() {
    resize(1920, 980);
    onFxThread(() -> {
      window.store().dispatch(new Action.ShowSides(Sides.HIDDEN));
      window.store().dispatch(new Action.Go(Place.parse("layer1/wNext/3,2")));
      window.store().dispatch(new Action.See(Perspective.UPDATE));
    });
    for (int percent : new int[] {100, 120, 160}) {
      scale(percent);
      Region view = region("update");
      Bounds room = ((ScrollPane) region("stage-scroll")).getViewportBounds();
      List<Bounds> seen =
          view.getChildrenUnmodifiable().stream()
              .filter(part -> part.isVisible() && part.getLayoutBounds().getHeight() > 0)
              .map(Node::getBoundsInParent)
              .toList();
      double above = seen.stream().mapToDouble(Bounds::getMinY).min().orElseThrow();
      double below =
          room.getHeight() - seen.stream().mapToDouble(Bounds::getMaxY).max().orElseThrow();
      assertThat(above).as("%d %%", percent).isCloseTo(below, within(4.0));
    }
  }

  @ParameterizedTest
  @CsvSource({"1024, 700", "1280, 800", "1920, 980"})
  void theStageKeepsItsShareAndCellsNeverShrink(int width, int height) {
    resize(width, height);
    List<String> faults = new ArrayList<>();
    for (Layout layout : Layout.values()) {
      onFxThread(() -> {
        window.store().dispatch(new Action.LayOut(layout));
        window.store().dispatch(new Action.Go(Place.parse("layer1/dW/2,1/term2")));
      });
      double before = 0;
      for (int percent = 80; percent <= 300; percent += 20) {
        scale(percent);
        String where = "%d×%d at %d %%, %s: ".formatted(width, height, percent, layout);
        double cell = region("layer1-dW-1-1").getHeight();
        if (cell < before) {
          faults.add(where + "cells shrink from " + before + " to " + cell);
        }
        before = cell;
        Region stage = region("stage-scroll");
        if (stage.getWidth() < StageShare.OF_WIDTH * width
            || stage.getHeight() < StageShare.OF_HEIGHT * height) {
          faults.add(where + "the stage has only " + stage.getWidth() + " × " + stage.getHeight());
        }
        // What words the sides cut is for the tests of screens to say.
        LayoutFaults.of(window.scene()).stream()
            .filter(fault -> !fault.contains("is cut to"))
            .forEach(fault -> faults.add(where + fault));
      }
    }
    assertThat(faults).isEmpty();
  }
}
