package org.gradloom.ui.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gradloom.ui.TestWindow.cell;
import static org.gradloom.ui.TestWindow.node;
import static org.gradloom.ui.TestWindow.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.gradloom.engine.Trace;
import org.gradloom.files.LessonReader;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Screen;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.LossKind;
import org.gradloom.training.Preset;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.control.CurveChart;
import org.gradloom.ui.control.HeatMap;
import org.gradloom.ui.control.NetworkMap;
import org.gradloom.ui.control.RegionPlot;
import org.gradloom.ui.shell.StartupDocument;
import org.gradloom.ui.shell.UserPrompts;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A learner trains, stops, looks into a step, goes back, and changes what is trained. */
@InWindow
class TrainSessionTest {
  @TempDir private Path folder;
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = TestWindow.open(stage, folder, StartupDocument.builtIn("h")).withoutMotion();
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(() -> window.stage().getOnCloseRequest().handle(closing()));
  }

  private WindowEvent closing() {
    window.answers().aboutUnsaved(UserPrompts.Unsaved.DISCARD);
    window.answers().aboutUnsaved(UserPrompts.Unsaved.DISCARD);
    return new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST);
  }

  private static double number(FxRobot robot, String id) {
    String digits = text(robot, id).replaceAll("[^0-9.]", "");
    return digits.isEmpty() ? Double.NaN : Double.parseDouble(digits);
  }

  /** What the notice says, if there is one. */
  private static String said(FxRobot robot) {
    return robot.lookup("#notice").tryQuery().map(_ -> text(robot, "notice")).orElse("");
  }

  private static Bounds at(FxRobot robot, String id) {
    Node found = node(robot, id);
    return found.localToScene(found.getLayoutBounds());
  }

  private static Matrix shown(FxRobot robot, String heatMap) {
    return robot.lookup("#" + heatMap).queryAs(HeatMap.class).getMatrix();
  }

  private void openTrain(FxRobot robot) throws TimeoutException {
    robot.clickOn("#tab-train");
    PromptRobot.await(() -> number(robot, "train-step") == 0);
  }

  private void open(FxRobot robot, Preset preset) throws TimeoutException {
    robot.interact(() ->
        window
            .store()
            .dispatch(new Action.OpenSetup(preset.setup(), new Origin.BuiltIn(preset.id()))));
    PromptRobot.await(() -> number(robot, "train-step") == 0);
  }

  private void choose(FxRobot robot, String id, Object value) {
    robot.interact(() -> {
      @SuppressWarnings("unchecked")
      ComboBox<Object> choice = robot.lookup("#" + id).queryAs(ComboBox.class);
      choice.setValue(value);
    });
  }

  private void type(FxRobot robot, String id, String text) {
    robot.interact(() -> {
      TextField field = robot.lookup("#" + id).queryAs(TextField.class);
      field.requestFocus();
      field.setText(text);
    });
    robot.type(KeyCode.ENTER);
  }

  private static Optional<RegionPlot.Regions> regions(FxRobot robot) {
    return robot.lookup("#regions").queryAs(RegionPlot.class).getPicture().regions();
  }

  // ---- one screen at a time

  @Test
  void neitherScreenIsDrawnBehindTheOther(FxRobot robot) throws TimeoutException {
    Label question = robot.lookup("#question").queryAs(Label.class);
    openTrain(robot);
    Label watch = robot.lookup("#train-watch").queryAs(Label.class);
    // Whoever draws the screen puts its own words there again.
    robot.interact(() -> question.setText("as left"));
    choose(robot, "train-pace", 100.0);
    robot.clickOn("#train-oneBatch");
    PromptRobot.await(() -> number(robot, "train-step") == 1);
    assertThat(question.getText()).isEqualTo("as left");
    robot.interact(() -> window.store().dispatch(new Action.Show(Screen.EXPLORE)));
    robot.interact(() -> watch.setText("as left"));
    window.go(robot, "layer1/z/1,1");
    assertThat(question.getText()).isNotEqualTo("as left");
    assertThat(watch.getText()).isEqualTo("as left");
  }

  // ---- training and looking into a step

  @Test
  void trainsSpiralsAndWalksAStepOfIt(FxRobot robot) throws TimeoutException {
    openTrain(robot);
    assertThat(text(robot, "document-title")).isEqualTo("Two spirals · 2–8–8–2 · tanh");
    double accuracyAtFirst = number(robot, "figure-test-accuracy");
    RegionPlot.Regions regionsAtFirst = regions(robot).orElseThrow();
    choose(robot, "train-pace", Double.POSITIVE_INFINITY);
    robot.clickOn("#train-play");
    PromptRobot.await(() -> number(robot, "figure-test-accuracy") > 90);
    assertThat(accuracyAtFirst).isLessThan(80);
    assertThat(regions(robot).orElseThrow()).isNotSameAs(regionsAtFirst);
    if (text(robot, "train-play").equals("Pause")) {
      robot.clickOn("#train-play");
    }
    PromptRobot.await(() -> text(robot, "train-play").equals("Train"));

    robot.clickOn("#open-step");
    PromptRobot.await(() -> window.store().state().screen() == Screen.EXPLORE);
    String frozen = text(robot, "document-title");
    Matrix gradient =
        window
            .store()
            .state()
            .explore()
            .derivation()
            .trace()
            .matrix(Place.parse("layer2/dW").operand());
    window.go(robot, "layer2/dW/8,8");
    assertThat(cell(robot, "layer2-dW", 8, 8)).isEqualTo(Numbers.format(gradient.get(7, 7), 4));

    robot.clickOn("#back-to-training");
    PromptRobot.await(() -> window.store().state().screen() == Screen.TRAIN);
    assertThat(shown(robot, "layer-dW")).isEqualTo(gradient);
    double step = number(robot, "train-step");
    assertThat(frozen).isEqualTo("Two spirals, step " + Numbers.grouped((long) step + 1));
    robot.clickOn("#train-oneBatch");
    PromptRobot.await(() -> number(robot, "train-step") == step + 1);
    assertThat(shown(robot, "layer-dW")).isNotEqualTo(gradient);
  }

  @Test
  void theWeightsOfAnEditedStepAreTakenBackAndUndone(FxRobot robot) throws TimeoutException {
    openTrain(robot);
    robot.clickOn("#train-oneBatch");
    PromptRobot.await(() -> number(robot, "train-step") == 1);
    double before = map(robot).getPicture().layers().getFirst().weights().get(0, 0);
    robot.clickOn("#open-step");
    PromptRobot.await(() -> window.store().state().screen() == Screen.EXPLORE);
    assertThat(node(robot, "take-back").isVisible()).isFalse();
    Edit six = new Edit.SetEntry(new Operand(0, MatrixSymbol.W), new Cell(0, 0), Entry.of(6));
    robot.interact(() -> window.store().dispatch(new Action.Apply(six)));
    robot.clickOn("#take-back");
    PromptRobot.await(() -> map(robot).getPicture().layers().getFirst().weights().get(0, 0) == 6);
    assertThat(number(robot, "train-step")).isEqualTo(1);
    assertThat(said(robot)).startsWith("The run goes on from the weights of your step");
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    PromptRobot.await(
        () -> map(robot).getPicture().layers().getFirst().weights().get(0, 0) == before);
  }

  @Test
  void goesOnByItselfAfterALookAtAStep(FxRobot robot) throws TimeoutException {
    openTrain(robot);
    robot.clickOn("#train-play");
    PromptRobot.await(() -> number(robot, "train-step") > 20);
    robot.clickOn("#open-step");
    PromptRobot.await(() -> window.store().state().screen() == Screen.EXPLORE);
    int frozen =
        Optional.ofNullable(window.store().state().explore().lesson().training())
            .flatMap(plan -> plan.step().stream().boxed().findFirst())
            .orElseThrow();
    robot.clickOn("#back-to-training");
    PromptRobot.await(() -> number(robot, "train-step") > frozen + 20);
    assertThat(text(robot, "train-play")).isEqualTo("Pause");
  }

  @Test
  void aSavedStepComputesTheSameFromItsFile(FxRobot robot) throws TimeoutException {
    openTrain(robot);
    robot.clickOn("#train-oneBatch");
    PromptRobot.await(() -> number(robot, "train-step") == 1);
    robot.clickOn("#open-step");
    PromptRobot.await(() -> window.store().state().screen() == Screen.EXPLORE);
    Path file = folder.resolve("step.gradloom.json");
    window.answers().saveTo(file);
    robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
    PromptRobot.await(() -> Files.exists(file));
    Lesson saved = LessonReader.read(file);
    assertThat(Trace.of(saved).matrix(Place.parse("layer1/wNext").operand()))
        .isEqualTo(
            window
                .store()
                .state()
                .explore()
                .derivation()
                .trace()
                .matrix(Place.parse("layer1/wNext").operand()));
  }

  @Test
  void anEpochThatRunsCanBePausedAndLookedInto(FxRobot robot) throws TimeoutException {
    openTrain(robot);
    // So slowly that the epoch lasts longer than a slow machine takes for two clicks.
    choose(robot, "train-pace", 1.0);
    robot.clickOn("#train-oneEpoch");
    PromptRobot.await(() -> text(robot, "train-play").equals("Pause"));
    robot.clickOn("#train-play");
    PromptRobot.await(() -> text(robot, "train-play").equals("Train"));
    assertThat(number(robot, "train-epoch")).isZero();
    robot.clickOn("#train-oneEpoch");
    PromptRobot.await(() -> text(robot, "train-play").equals("Pause"));
    robot.clickOn("#open-step");
    PromptRobot.await(() -> window.store().state().screen() == Screen.EXPLORE);
    assertThat(window.store().state().training().orElseThrow().playing()).isFalse();
  }

  @Test
  void aRunThatEndsTheSameWayTwiceIsSaidTwice(FxRobot robot) throws TimeoutException {
    openTrain(robot);
    type(robot, "train-epochs", "1");
    choose(robot, "train-pace", Double.POSITIVE_INFINITY);
    robot.clickOn("#train-play");
    PromptRobot.await(() -> said(robot).startsWith("The epoch is done"));
    robot.clickOn("#train-play");
    PromptRobot.await(() -> said(robot).startsWith("All 2 epochs are done"));
    assertThat(text(robot, "train-play")).isEqualTo("Train");
  }

  @Test
  void spaceTrainsAfterAChoiceFromAListAndAReadySetupAsksNothingOverAnUnchangedOne(FxRobot robot)
      throws TimeoutException {
    openTrain(robot);
    robot.clickOn("#train-pace").type(KeyCode.UP, KeyCode.ENTER);
    assertThat(window.store().state().training().orElseThrow().pace()).isEqualTo(100);
    robot.type(KeyCode.SPACE);
    assertThat(window.store().state().training().orElseThrow().playing()).isTrue();
    PromptRobot.await(() -> number(robot, "train-step") > 0);
    robot.clickOn("#train-presets").clickOn("#preset-xor");
    PromptRobot.await(() -> text(robot, "document-title").startsWith("XOR"));
    assertThat(window.answers().asked()).isEmpty();
    PromptRobot.await(() -> number(robot, "train-step") == 0);
    robot.type(KeyCode.SPACE);
    PromptRobot.await(() -> number(robot, "train-step") > 0);
    robot.type(KeyCode.SPACE);
    type(robot, "train-epochs", "7");
    robot.interact(() -> window.store().dispatch(new Action.Undo()));
    robot.clickOn("#train-presets").clickOn("#preset-sine");
    PromptRobot.await(() -> text(robot, "document-title").startsWith("A sine"));
    assertThat(window.answers().asked()).isEmpty();
  }

  // ---- changes while it trains

  private static String refusal(FxRobot robot) {
    return String.join("", TestWindow.popups(robot, ".error-bubble"));
  }

  @Test
  void aRefusedValueIsMarkedInItsFieldAndMovesNothing(FxRobot robot) throws TimeoutException {
    openTrain(robot);
    Bounds below = at(robot, "train-penalty");
    type(robot, "train-rate", "abc");
    assertThat(refusal(robot)).startsWith("“abc” is not a number");
    assertThat(at(robot, "train-penalty")).isEqualTo(below);
    Node setting = node(robot, "train-rate").getParent();
    assertThat(TestWindow.is(setting, "refused")).isTrue();
    assertThat(node(robot, "train-rate").getAccessibleHelp()).isEqualTo(refusal(robot));
    robot.type(KeyCode.TAB);
    assertThat(robot.lookup("#train-rate").queryAs(TextField.class).getText()).isEqualTo("abc");
    robot.type(KeyCode.SHIFT);
    assertThat(refusal(robot)).isEmpty();
    assertThat(TestWindow.is(setting, "refused")).isTrue();
    assertThat(robot.lookup("#train-rate").queryAs(TextField.class).getTooltip().getText())
        .contains("abc");
    type(robot, "train-rate", "0.5");
    assertThat(TestWindow.is(setting, "refused")).isFalse();
  }

  @Test
  void otherDataInTheMiddleOfARunShowNothingOfTheOldOne(FxRobot robot) throws TimeoutException {
    openTrain(robot);
    robot.clickOn("#train-play");
    PromptRobot.await(() -> number(robot, "train-step") > 50);
    choose(robot, "train-set", "iris");
    PromptRobot.await(() ->
        text(robot, "document-title").startsWith("Iris") && shown(robot, "layer-w").columns() > 1);
    assertThat(robot.lookup("#regions").query().isVisible()).isFalse();
    PromptRobot.await(() -> robot.lookup("#confusion").query().isVisible());
    assertThat(text(robot, "train-rows")).startsWith("120 training and 30 test rows");
    assertThat(text(robot, "train-play")).isEqualTo("Pause");
  }

  @Test
  void theRateChangesWhileItTrains(FxRobot robot) throws TimeoutException {
    openTrain(robot);
    robot.clickOn("#train-play");
    PromptRobot.await(() -> number(robot, "train-step") > 50);
    double step = number(robot, "train-step");
    type(robot, "train-rate", "0.005");
    PromptRobot.await(() -> number(robot, "train-step") > step + 50);
    assertThat(window.store().state().training().orElseThrow().setup().plan().optimizer())
        .extracting(rule -> rule.learningRate())
        .isEqualTo(0.005);
    type(robot, "train-rate", "-1");
    assertThat(refusal(robot))
        .isEqualTo("The learning rate is −1, but must be greater than 0 here too.");
    assertThat(window.store().state().training().orElseThrow().setup().plan().optimizer())
        .extracting(rule -> rule.learningRate())
        .isEqualTo(0.005);
    robot.type(KeyCode.ESCAPE);
    assertThat(robot.lookup("#train-rate").queryAs(TextField.class).getText()).isEqualTo("0.005");
    assertThat(refusal(robot)).isEmpty();
    type(robot, "train-hidden", "abc");
    assertThat(refusal(robot))
        .isEqualTo("“abc” is no whole number: write digits alone, such as 8.");
    assertThat(map(robot).getPicture().layers()).hasSize(3);
  }

  @Test
  void aPenaltyOnWeightsHasRowsAndALineOfItsOwn(FxRobot robot) throws TimeoutException {
    openTrain(robot);
    assertThat(robot.lookup("#figure-train-penalty").query().isVisible()).isFalse();
    robot.clickOn("#train-oneEpoch");
    PromptRobot.await(() -> number(robot, "train-epoch") == 1);
    type(robot, "train-penalty", "-1");
    assertThat(refusal(robot)).isEqualTo("λ is −1, but must not be less than 0.");
    type(robot, "train-penalty", "0.1");
    PromptRobot.await(() -> text(robot, "figure-train-penalty").length() > 0);
    assertThat(number(robot, "train-epoch")).isEqualTo(1);
    assertThat(number(robot, "figure-train-loss"))
        .isCloseTo(
            number(robot, "figure-train-data-loss") + number(robot, "figure-train-penalty"),
            within(0.01));
    robot.clickOn("#train-oneBatch");
    PromptRobot.await(() -> number(robot, "train-step") == 41);
    assertThat(chart(robot).getPicture().curves())
        .extracting(CurveChart.Graph::name)
        .contains("penalty");
    type(robot, "train-dropout", "1");
    assertThat(refusal(robot)).isEqualTo("Dropout is 1, but must be at least 0 and less than 1.");
    type(robot, "train-dropout", "0.5");
    PromptRobot.await(() -> text(robot, "train-dropout").equals("0.5"));
    robot.interact(() -> window.store().dispatch(new Action.Undo()));
    PromptRobot.await(() -> text(robot, "train-dropout").equals("0"));
    double squares = number(robot, "figure-train-penalty");
    type(robot, "train-penalty-l1", "-1");
    assertThat(refusal(robot)).isEqualTo("λ is −1, but must not be less than 0.");
    type(robot, "train-penalty-l1", "0.1");
    PromptRobot.await(() -> number(robot, "figure-train-penalty") > squares);
    robot.interact(() -> window.store().dispatch(new Action.Undo()));
    PromptRobot.await(() -> number(robot, "figure-train-penalty") == squares);
    assertThat(text(robot, "train-penalty-l1")).isEqualTo("0");
    robot.interact(() -> window.store().dispatch(new Action.Undo()));
    PromptRobot.await(() -> !robot.lookup("#figure-train-penalty").query().isVisible());
    assertThat(text(robot, "train-penalty")).isEqualTo("0");
  }

  @Test
  void aLayerIsFrozenAndAnotherConventionChosenWhileItTrains(FxRobot robot)
      throws TimeoutException {
    openTrain(robot);
    robot.interact(() -> window.store().dispatch(new Action.ShowLayer(0)));
    robot.clickOn("#train-play");
    awaitStepsFrom(robot, 0);
    type(robot, "train-frozen", "W1");
    // What is shown may still be of a step that was taken before.
    awaitStepsFrom(robot, number(robot, "train-step"));
    awaitStepsFrom(robot, number(robot, "train-step"));
    awaitStepsFrom(robot, number(robot, "train-step"));
    Matrix frozen = shown(robot, "layer-w");
    awaitStepsFrom(robot, number(robot, "train-step"));
    assertThat(shown(robot, "layer-w")).isEqualTo(frozen);
    assertThat(shown(robot, "layer-dW").get(0, 0)).isNotZero();
    choose(robot, "train-convention", Convention.WX);
    PromptRobot.await(() -> shown(robot, "layer-w").shape().equals(frozen.shape().transposed()));
    awaitStepsFrom(robot, number(robot, "train-step"));
    assertThat(shown(robot, "layer-w")).isEqualTo(frozen.transposed());
    assertThat(text(robot, "layer-w-name")).contains(frozen.shape().transposed().toString());
    robot.interact(() -> window.store().dispatch(new Action.Undo()));
    assertThat(robot.lookup("#train-convention").queryAs(ComboBox.class).getValue())
        .isEqualTo(Convention.XW);
    robot.interact(() -> window.store().dispatch(new Action.Undo()));
    double step = number(robot, "train-step");
    PromptRobot.await(
        () -> number(robot, "train-step") > step && !shown(robot, "layer-w").equals(frozen));
    type(robot, "train-frozen", "7");
    assertThat(refusal(robot)).isEqualTo("There is no layer 7: this network has 3.");
  }

  private static void awaitStepsFrom(FxRobot robot, double step) throws TimeoutException {
    PromptRobot.await(() -> number(robot, "train-step") > step + 20);
  }

  @Test
  void unitsAndLayersChangeOnThePictureAndUndoTakesThemBack(FxRobot robot) throws TimeoutException {
    openTrain(robot);
    type(robot, "train-hidden", "3");
    PromptRobot.await(() -> map(robot).getPicture().layers().size() == 2);
    assertThat(text(robot, "document-title")).isEqualTo("Two spirals · 2–3–2 · tanh •");
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    PromptRobot.await(() -> map(robot).getPicture().layers().size() == 3);
    assertThat(text(robot, "train-hidden")).isEqualTo("8 · 8");
  }

  private static NetworkMap map(FxRobot robot) {
    return robot.lookup("#network-map").queryAs(NetworkMap.class);
  }

  @Test
  void buttonsOnThePictureChangeUnitsAndLayers(FxRobot robot) throws TimeoutException {
    openTrain(robot);
    robot.clickOn("#more-units-1");
    PromptRobot.await(() -> text(robot, "train-hidden").equals("9 · 8"));
    robot.clickOn("#remove-layer-2");
    PromptRobot.await(() -> text(robot, "document-title").startsWith("Two spirals · 2–9–2 · tanh"));
    robot.press(KeyCode.CONTROL).type(KeyCode.Z, KeyCode.Z).release(KeyCode.CONTROL);
    PromptRobot.await(() -> text(robot, "document-title").equals("Two spirals · 2–8–8–2 · tanh"));
  }

  @Test
  void aWeightTypedOnItsWireIsTrainedOnAndEveryFigureFollows(FxRobot robot)
      throws TimeoutException {
    openTrain(robot);
    String lossBefore = text(robot, "figure-train-loss");
    robot.interact(() -> map(robot).requestFocus());
    robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.ENTER).write("6").type(KeyCode.ENTER);
    PromptRobot.await(() -> map(robot).getPicture().layers().getFirst().weights().get(0, 0) == 6);
    assertThat(text(robot, "figure-train-loss")).isNotEqualTo(lossBefore);
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    PromptRobot.await(() -> text(robot, "figure-train-loss").equals(lossBefore));
    robot.press(KeyCode.CONTROL).type(KeyCode.Y).release(KeyCode.CONTROL);
    PromptRobot.await(() -> map(robot).getPicture().layers().getFirst().weights().get(0, 0) == 6);
    robot.clickOn("#train-sameStart");
    PromptRobot.await(() -> text(robot, "figure-train-loss").equals(lossBefore));
  }

  @Test
  void aPointIsAddedAndTakenAwayWithTheKeyboardAndByUndo(FxRobot robot) throws TimeoutException {
    openTrain(robot);
    robot.clickOn("#train-oneBatch");
    PromptRobot.await(() -> number(robot, "train-step") == 1);
    robot.interact(() -> robot.lookup("#regions").query().requestFocus());
    robot.type(KeyCode.RIGHT, KeyCode.ENTER);
    PromptRobot.await(() -> text(robot, "train-rows").startsWith("401 training"));
    assertThat(number(robot, "train-step")).isEqualTo(1);
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    PromptRobot.await(() -> text(robot, "train-rows").startsWith("400 training"));
  }

  @Test
  void pointingAtAUnitShowsItsAnswersLarge(FxRobot robot) throws TimeoutException {
    openTrain(robot);
    assertThat(text(robot, "answers-title")).isEqualTo("WHAT THE NETWORK SAYS");
    robot.interact(() -> map(robot).requestFocus());
    robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
    PromptRobot.await(() -> text(robot, "answers-title").startsWith("WHAT UNIT"));
  }

  private static List<String> namesOfKept(FxRobot robot) {
    return chart(robot).getPicture().curves().stream()
        .filter(curve -> curve.kind() == CurveChart.Kind.KEPT)
        .map(CurveChart.Graph::name)
        .toList();
  }

  @Test
  void keptRunsStayInTheChartUnderTheirNames(FxRobot robot) throws TimeoutException {
    openTrain(robot);
    robot.clickOn("#train-oneEpoch");
    PromptRobot.await(() -> number(robot, "train-epoch") == 1);
    robot.clickOn("#keep-run").clickOn("#kept-runs").clickOn("#keep-another");
    robot.clickOn("#train-newStart");
    PromptRobot.await(() -> number(robot, "train-step") == 0);
    assertThat(namesOfKept(robot)).containsExactly("Adam 0.03", "Adam 0.03 (2)");
    assertThat(chart(robot).getPicture().curves())
        .extracting(CurveChart.Graph::kind)
        .doesNotContain(CurveChart.Kind.MAIN);
    assertThat(text(robot, "kept-runs")).isEqualTo("2 kept");
    robot.clickOn("#kept-runs").doubleClickOn("#kept-name-2");
    robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
    robot.write("narrow").type(KeyCode.ENTER);
    PromptRobot.await(() -> namesOfKept(robot).equals(List.of("Adam 0.03", "narrow")));
    robot.clickOn("#forget-run-1");
    PromptRobot.await(() -> namesOfKept(robot).equals(List.of("narrow")));
    robot.clickOn("#forget-run-1");
    PromptRobot.await(() -> namesOfKept(robot).isEmpty());
    assertThat(robot.lookup("#kept-runs").query().isVisible()).isFalse();
  }

  @Test
  void theChartSaysItsScaleAndKeepsTheOneThatWasChosen(FxRobot robot) throws TimeoutException {
    openTrain(robot);
    robot.clickOn("#train-oneEpoch");
    PromptRobot.await(() -> number(robot, "train-epoch") == 1);
    assertThat(text(robot, "loss-scale")).isEqualTo("linear axis");
    robot.clickOn("#loss-scale");
    assertThat(text(robot, "loss-scale")).isEqualTo("log axis");
    assertThat(chart(robot).getPicture().isLogarithmic()).isTrue();
    robot.clickOn("#chart-accuracy");
    assertThat(robot.lookup("#loss-scale").query().isVisible()).isFalse();
    assertThat(chart(robot).getPicture().isLogarithmic()).isFalse();
    // The start and each of the 40 steps, however few of them were seen.
    assertThat(chart(robot).getPicture().curves())
        .extracting(CurveChart.Graph::size)
        .containsExactly(41, 41);
    robot.clickOn("#tab-explore").clickOn("#tab-train").clickOn("#chart-loss");
    assertThat(text(robot, "loss-scale")).isEqualTo("log axis");
  }

  private static CurveChart chart(FxRobot robot) {
    return robot.lookup("#loss-chart").queryAs(CurveChart.class);
  }

  @Test
  void divergenceIsSaidWithAWayOut(FxRobot robot) throws TimeoutException {
    open(robot, Preset.XOR);
    choose(robot, "train-loss", LossKind.SQUARED_ERROR);
    type(robot, "train-rate", "20");
    PromptRobot.await(() -> number(robot, "train-step") == 0);
    choose(robot, "train-pace", Double.POSITIVE_INFINITY);
    robot.clickOn("#train-play");
    PromptRobot.await(() -> said(robot).contains("would have left the finite numbers"));
    assertThat(said(robot)).contains("at learning rate 20").contains("Step ");
    assertThat(text(robot, "train-play")).isEqualTo("Train");
    assertThat(shown(robot, "layer-w").isFinite()).isTrue();
    assertThat(text(robot, "notice-choice-1")).isEqualTo("Same start with η = 2");
    assertThat(node(robot, "train-watch").isVisible()).isTrue();
    assertThat(at(robot, "notice-card").getMinX())
        .isGreaterThan(at(robot, "network-map").getMaxX());
    assertThat(at(robot, "notice-card").getMinY()).isGreaterThan(at(robot, "regions").getMaxY());
    double narrow = at(robot, "network-map").getWidth();
    robot.press(KeyCode.CONTROL).type(KeyCode.B).release(KeyCode.CONTROL);
    assertThat(robot.lookup("#train-setup").tryQuery()).isEmpty();
    assertThat(robot.lookup("#regions").tryQuery()).isEmpty();
    assertThat(at(robot, "network-map").getWidth()).isGreaterThan(narrow + 500);
    assertThat(text(robot, "notice-choice-1")).isEqualTo("Same start with η = 2");
    robot.clickOn("#bar-sides");
    PromptRobot.await(
        () -> at(robot, "notice-card").getMinX() > at(robot, "network-map").getMaxX());
    assertThat(at(robot, "network-map").getWidth()).isEqualTo(narrow);
    robot.clickOn("#notice-choice-1");
    PromptRobot.await(
        () -> !said(robot).contains("finite numbers") && number(robot, "train-step") > 0);
  }

  // ---- tables of the user's

  @Test
  void aBrokenTableSaysWhichLineIsWrong(FxRobot robot) throws Exception {
    openTrain(robot);
    Path table = folder.resolve("broken.csv");
    Files.writeString(table, "a,b,class\n1,2,yes\n3,x\n4,4,no\n");
    window.answers().csvToOpen(table);
    choose(robot, "train-set", "csv");
    PromptRobot.await(() -> !text(robot, "table-refusal").isEmpty());
    assertThat(text(robot, "table-refusal")).startsWith("Line 3 has 2 fields, the others 3");
    assertThat(node(robot, "table-use").isDisabled()).isTrue();
    robot.type(KeyCode.ESCAPE);
    assertThat(robot.lookup("#table-sheet").tryQuery()).isEmpty();
    assertThat(text(robot, "document-title")).startsWith("Two spirals");
    assertThat(robot.lookup("#train-set").queryAs(ComboBox.class).getValue())
        .isEqualTo("two-spirals");

    Files.writeString(table, "a,b,class\n1,2,yes\n3,4,no\n0,1,yes\n5,5,no\n1,1,yes\n6,4,no\n");
    choose(robot, "train-set", "csv");
    PromptRobot.await(() -> !node(robot, "table-use").isDisabled());
    robot.clickOn("#table-use");
    PromptRobot.await(() -> text(robot, "train-rows").contains("2 features"));
    assertThat(text(robot, "train-file")).isEqualTo("broken.csv");
    assertThat(node(robot, "regions").isVisible()).isTrue();
  }

  @Test
  void aTableDroppedOnTheWindowIsTrainedOn(FxRobot robot) throws Exception {
    Path table = folder.resolve("points.csv");
    Files.writeString(table, "a,b,class\n1,2,yes\n3,4,no\n0,1,yes\n5,5,no\n1,1,yes\n6,4,no\n");
    robot.interact(() -> window.window().open(table));
    PromptRobot.await(() -> !node(robot, "table-use").isDisabled());
    robot.clickOn("#table-use");
    PromptRobot.await(() -> text(robot, "document-title").startsWith("points.csv"));
    assertThat(text(robot, "train-rows")).contains("2 features");
  }

  // ---- setups as documents

  @Test
  void aSetupIsSavedAndOpenedAgain(FxRobot robot) throws TimeoutException {
    openTrain(robot);
    type(robot, "train-samples", "60");
    PromptRobot.await(() -> text(robot, "train-rows").startsWith("48 training and 12 test rows"));
    Path file = folder.resolve("setup.gradloom.json");
    window.answers().saveTo(file);
    robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
    PromptRobot.await(() -> Files.exists(file) && !text(robot, "document-title").endsWith("•"));
    Lesson saved = window.store().state().current().orElseThrow().lesson();
    open(robot, Preset.IRIS);
    window.answers().fileToOpen(file);
    robot.press(KeyCode.CONTROL).type(KeyCode.O).release(KeyCode.CONTROL);
    PromptRobot.await(() -> text(robot, "document-title").startsWith("Two spirals"));
    assertThat(window.store().state().current().orElseThrow().lesson()).isEqualTo(saved);
    assertThat(text(robot, "train-rows")).startsWith("48 training and 12 test rows");
  }

  // ---- what is read of a row

  private static List<String> namesOfInputs(FxRobot robot) {
    return map(robot).getPicture().inputNames();
  }

  @Test
  void inputsAreSwitchedByClickAndThePointsStay(FxRobot robot) throws TimeoutException {
    open(robot, Preset.SPIRALS);
    int points = robot.lookup("#regions").queryAs(RegionPlot.class).getPicture().points().size();
    robot.clickOn("#train-input-5");
    PromptRobot.await(() -> namesOfInputs(robot).equals(List.of("x₁", "x₂", "x₁·x₂")));
    robot.clickOn("#train-input-1");
    PromptRobot.await(() -> namesOfInputs(robot).equals(List.of("x₂", "x₁·x₂")));
    RegionPlot.Picture picture = robot.lookup("#regions").queryAs(RegionPlot.class).getPicture();
    assertThat(picture.points()).hasSize(points);
    assertThat(picture.x().name()).isEqualTo("x₁");
    robot.clickOn("#train-oneBatch");
    PromptRobot.await(() -> number(robot, "train-step") == 1);
    robot.clickOn("#train-input-2").clickOn("#train-input-5");
    PromptRobot.await(() -> said(robot).startsWith("The network reads one input at least"));
    PromptRobot.await(() -> namesOfInputs(robot).equals(List.of("x₁·x₂")));
    for (int changes = 0; changes < 3; changes++) {
      robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
    }
    PromptRobot.await(() -> namesOfInputs(robot).equals(List.of("x₁", "x₂")));
  }

  @Test
  void pointsOfOnesOwnAreAddedFromTwoOn(FxRobot robot) throws TimeoutException {
    open(robot, Preset.SPIRALS);
    choose(robot, "train-set", "own");
    PromptRobot.await(() -> text(robot, "train-rows").startsWith("2 training rows"));
    assertThat(node(robot, "train-samples").getParent().isVisible()).isFalse();
    // It would make them again, which leaves two of them.
    assertThat(node(robot, "train-standardized").isVisible()).isFalse();
    robot.clickOn("#regions");
    PromptRobot.await(() -> text(robot, "train-rows").startsWith("3 training rows"));
    robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
    PromptRobot.await(() -> text(robot, "train-rows").startsWith("2 training rows"));
  }
}
