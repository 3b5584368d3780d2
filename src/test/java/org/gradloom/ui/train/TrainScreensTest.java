package org.gradloom.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.gradloom.training.Preset;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.LayoutFaults;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.shell.StartupDocument;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.theme.Appearance;
import org.gradloom.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Every ready setup at every size of window: no text cut, nothing out of sight. */
@InWindow
class TrainScreensTest {
  @TempDir private Path folder;
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = TestWindow.open(stage, folder, StartupDocument.builtIn("h")).withoutMotion();
  }

  @ParameterizedTest
  @CsvSource({"1024, 700", "1280, 800", "1920, 980"})
  void nothingIsCutOrOutOfSight(double width, double height, FxRobot robot)
      throws TimeoutException {
    robot.interact(() -> {
      window.stage().setWidth(width);
      window.stage().setHeight(height);
    });
    Set<String> faults = new LinkedHashSet<>();
    for (Preset preset : Preset.values()) {
      trainOneBatch(preset, robot);
      robot.interact(() ->
          LayoutFaults.of(window.scene()).forEach(fault -> faults.add(preset.id() + ": " + fault)));
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void theNetworkKeepsHalfOfTheWindowWhateverTheScale(FxRobot robot) throws TimeoutException {
    robot.interact(() -> {
      window.stage().setWidth(1280);
      window.stage().setHeight(800);
    });
    trainOneBatch(Preset.SPIRALS, robot);
    List<String> faults = new ArrayList<>();
    for (int percent : new int[] {100, 150, 200, 300}) {
      robot.interact(
          () -> window.store().dispatch(new Action.Wear(new Appearance(Theme.usual(), percent))));
      PromptRobot.settle();
      robot.interact(() -> {
        double share = ((Region) window.scene().lookup("#train-middle")).getWidth() / 1280;
        if (share < 0.5) {
          faults.add(percent + " %: the network has " + share + " of the width");
        }
        LayoutFaults.of(window.scene()).forEach(fault -> faults.add(percent + " %: " + fault));
      });
    }
    assertThat(faults).isEmpty();
  }

  /** So the sizes above need only one theme. */
  @Test
  void everythingStandsWhereItStandsInEveryTheme(FxRobot robot) throws TimeoutException {
    for (Preset preset : Preset.values()) {
      trainOneBatch(preset, robot);
      Map<String, List<String>> layouts = window.layouts(robot);
      assertThat(layouts).hasSameSizeAs(Theme.all());
      assertThat(layouts.values()).as(preset.id()).containsOnly(window.layout());
    }
  }

  @ParameterizedTest
  @CsvSource({"1024, 700", "1280, 800"})
  void theSizesOfSixGradientsStandInTheirCard(double width, double height, FxRobot robot)
      throws TimeoutException {
    robot.interact(() -> {
      window.stage().setWidth(width);
      window.stage().setHeight(height);
    });
    trainOneBatch(Preset.VANISHING_SIGMOID, robot);
    ScrollPane scroll = robot.lookup(".gradient-card .scroll-pane").queryAs(ScrollPane.class);
    Bounds seen = inScene(scroll.lookup(".viewport"));
    List<Label> values =
        new ArrayList<>(robot.lookup(".gradient-card .bar-value").<Label>queryAll());
    assertThat(values).hasSize(6);
    assertThat(values)
        .allSatisfy(value -> {
          assertThat(value.getWidth()).isGreaterThanOrEqualTo(value.prefWidth(-1));
          assertThat(inScene(value).getMaxX()).isLessThanOrEqualTo(seen.getMaxX());
        });
    if (height >= 800) {
      assertThat(inScene(values.getLast()).getMaxY()).isLessThanOrEqualTo(seen.getMaxY() + 1);
    }
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private void trainOneBatch(Preset preset, FxRobot robot) throws TimeoutException {
    robot.interact(() ->
        window
            .store()
            .dispatch(new Action.OpenSetup(preset.setup(), new Origin.BuiltIn(preset.id()))));
    awaitStep("0", robot); // and not still the step of the run before
    robot.interact(() -> robot.lookup("#train-oneBatch").queryButton().fire());
    awaitStep("1", robot);
  }

  private static void awaitStep(String step, FxRobot robot) throws TimeoutException {
    PromptRobot.await(
        () -> robot.lookup("#train-step").queryAs(Label.class).getText().equals(step));
  }
}
