package org.gradloom.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gradloom.ui.TestWindow.cell;
import static org.gradloom.ui.TestWindow.cells;
import static org.gradloom.ui.TestWindow.is;
import static org.gradloom.ui.TestWindow.node;
import static org.gradloom.ui.TestWindow.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.gradloom.KnownLessons;
import org.gradloom.Snapshots;
import org.gradloom.derivation.CodeListing;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Edits;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.L1;
import org.gradloom.rule.L2;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.Rowwise;
import org.gradloom.rule.TargetForm;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.LayoutFaults;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.control.StepTimeline;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Keys, transport, choices and linked views: each changes the one place or the one lesson. */
@InWindow
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExploreControlsTest {
  @TempDir private static Path folder;
  private final TestWindow.Kept kept = new TestWindow.Kept();
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = kept.open(stage, folder);
  }

  private static void with(FxRobot robot, KeyCode modifier, KeyCode... keys) {
    robot.press(modifier).type(keys).release(modifier);
  }

  /** Chooses as a user does who knows the list: the popup itself needs no test here. */
  private static <T> void choose(FxRobot robot, String id, T value) {
    @SuppressWarnings("unchecked")
    ComboBox<T> box = (ComboBox<T>) node(robot, id);
    robot.interact(() -> box.setValue(value));
  }

  private List<String> walk() {
    return window.store().state().explore().derivation().sections().stream()
        .map(section -> section.result().toString())
        .toList();
  }

  // ---- pictures

  /** The window may be drawn less often than it changes, and a picture be taken between. */
  @Test
  void aPictureShowsTheStateOfItsMoment(FxRobot robot) {
    for (String part : List.of("#stage-scroll", "#formula")) {
      List<Integer> seen = new ArrayList<>();
      robot.interact(() -> {
        for (int term = 1; term <= 4; term++) {
          window.store().dispatch(new Action.Go(Place.parse("layer1/dW/2,1/term" + term)));
          PromptRobot.frame();
          seen.add(pixels(robot.lookup(part).query()));
        }
      });
      assertThat(seen).as(part).doesNotHaveDuplicates();
    }
  }

  /** What tells the picture of a part from others of the same part. */
  private int pixels(Node part) {
    Bounds at = part.localToScene(part.getLayoutBounds());
    int width = (int) at.getWidth();
    int height = (int) at.getHeight();
    int[] pixels = new int[width * height];
    window
        .scene()
        .snapshot(null)
        .getPixelReader()
        .getPixels(
            (int) at.getMinX(),
            (int) at.getMinY(),
            width,
            height,
            PixelFormat.getIntArgbInstance(),
            pixels,
            0,
            width);
    return Arrays.hashCode(pixels);
  }

  // ---- keys

  @Test
  void theKeysOfTheWalkWorkFromTheStart(FxRobot robot) {
    robot.type(KeyCode.RIGHT);
    assertThat(window.place()).isEqualTo("layer1/z/1,1/term2");
    with(robot, KeyCode.SHIFT, KeyCode.RIGHT, KeyCode.RIGHT);
    assertThat(window.place()).isEqualTo("layer1/z/1,2");
    with(robot, KeyCode.SHIFT, KeyCode.LEFT);
    assertThat(window.place()).isEqualTo("layer1/z/1,1");
    robot.type(KeyCode.END);
    assertThat(window.place()).isEqualTo("layer1/wNext/3,2/term1");
    robot.type(KeyCode.PAGE_UP);
    assertThat(window.place()).isEqualTo("layer1/wNext/1,1/term1");
    robot.type(KeyCode.PAGE_UP);
    assertThat(window.place()).isEqualTo("layer1/dW/1,1/term1");
    robot.type(KeyCode.PAGE_UP);
    assertThat(window.place()).isEqualTo("loss/L/1,1/term1");
    robot.type(KeyCode.PAGE_DOWN);
    assertThat(window.place()).isEqualTo("layer1/dW/1,1/term1");
    robot.type(KeyCode.HOME);
    assertThat(window.place()).isEqualTo("layer1/z/1,1/term1");
    assertThat(node(robot, "transport-back").isDisabled()).isTrue();
  }

  @Test
  void inAMatrixTheArrowsStepAndWithCtrlTheyMove(FxRobot robot) {
    window.go(robot, "layer1/dW/1,1/term1");
    robot.clickOn("#layer1-dW-1-1");
    assertThat(window.place()).isEqualTo("layer1/dW/1,1/term4");
    with(robot, KeyCode.CONTROL, KeyCode.RIGHT, KeyCode.DOWN);
    assertThat(node(robot, "layer1-dW-2-2").isFocused()).isTrue();
    assertThat(window.place()).isEqualTo("layer1/dW/1,1/term4");
    robot.type(KeyCode.RIGHT);
    assertThat(window.place()).isEqualTo("layer1/dW/1,2/term1");
    robot.type(KeyCode.LEFT, KeyCode.LEFT);
    assertThat(window.place()).isEqualTo("layer1/dW/1,1/term3");
    robot.type(KeyCode.ENTER);
    assertThat(window.place()).isEqualTo("layer1/dW/2,2/term4");
    robot.type(KeyCode.PAGE_UP);
    assertThat(window.place()).isEqualTo("layer1/dW/1,1/term1");
  }

  @Test
  void spacePlaysAndPausesFromWithinAMatrixToo(FxRobot robot) {
    robot.type(KeyCode.SPACE);
    assertThat(window.store().state().explore().playback().playing()).isTrue();
    assertThat(node(robot, "transport-play").getAccessibleText()).isEqualTo("Pause (Space)");
    robot.interact(() -> node(robot, "layer1-z-1-1").requestFocus());
    robot.type(KeyCode.SPACE);
    assertThat(window.store().state().explore().playback().playing()).isFalse();
    assertThat(node(robot, "transport-play").getAccessibleText()).isEqualTo("Play (Space)");
  }

  @Test
  void keysTypedIntoAFieldStayThere(FxRobot robot) {
    robot.clickOn("#learning-rate").type(KeyCode.LEFT, KeyCode.HOME, KeyCode.SPACE);
    assertThat(window.place()).isEqualTo("layer1/z/1,1/term1");
    assertThat(window.store().state().explore().playback().playing()).isFalse();
  }

  // ---- transport

  @Test
  void theButtonsStepByTheChosenGranularity(FxRobot robot) {
    robot.clickOn("#step-by-cell").clickOn("#transport-forward").clickOn("#transport-forward");
    assertThat(window.place()).isEqualTo("layer1/z/1,2");
    assertThat(text(robot, "where")).startsWith("Forward · Z · cell (1, 2) — ");
    robot.clickOn("#step-by-matrix").clickOn("#transport-forward");
    assertThat(text(robot, "where")).isEqualTo("Forward · Z = X · W, every cell");
    robot.clickOn("#step-by-phase").clickOn("#transport-forward");
    assertThat(text(robot, "where")).isEqualTo("Loss, complete up to dL/dZ");
    robot.clickOn("#transport-back");
    assertThat(text(robot, "where")).isEqualTo("Forward, complete up to Z");
    robot.clickOn("#step-by-term").clickOn("#transport-last");
    assertThat(window.place()).isEqualTo("layer1/wNext/3,2/term1");
    assertThat(node(robot, "transport-forward").isDisabled()).isTrue();
    assertThat(node(robot, "transport-last").isDisabled()).isTrue();
  }

  @Test
  void oneGranularityIsAlwaysChosen(FxRobot robot) {
    robot.clickOn("#step-by-cell").clickOn("#step-by-cell");
    assertThat(((ToggleButton) node(robot, "step-by-cell")).isSelected()).isTrue();
    assertThat(((ToggleButton) node(robot, "step-by-term")).isSelected()).isFalse();
  }

  @Test
  void draggingTheKnobScrubsThroughTheWalk(FxRobot robot) {
    StepTimeline timeline = (StepTimeline) node(robot, "timeline");
    Bounds bar = timeline.localToScreen(timeline.getLayoutBounds());
    robot.moveTo(bar.getMinX() + 12, bar.getMinY() + 10);
    robot.press(MouseButton.PRIMARY);
    assertThat(window.place()).startsWith("layer1/z/1,1/");
    robot.moveTo(bar.getCenterX(), bar.getMinY() + 10);
    long half = timeline.getPosition();
    assertThat(half).isBetween(20L, 75L);
    assertThat(window.store().state().explore().step().section().index()).isBetween(1, 3);
    robot.moveTo(bar.getMaxX() - 1, bar.getMinY() + 10);
    robot.release(MouseButton.PRIMARY);
    assertThat(window.place()).isEqualTo("layer1/wNext/3,2/term1");
    assertThat(text(robot, "where")).startsWith("Update · ");
    robot.type(KeyCode.HOME);
    assertThat(window.place()).isEqualTo("layer1/z/1,1/term1");
  }

  @Test
  void playingRunsToTheEndAndStops(FxRobot robot) throws TimeoutException {
    choose(robot, "transport-speed", 4.0);
    robot.clickOn("#step-by-phase").clickOn("#transport-play");
    PromptRobot.await(() ->
        window.store().state().explore().isAtEnd()
            && !window.store().state().explore().playback().playing());
    assertThat(text(robot, "where")).isEqualTo("Update, complete up to W′");
    assertThat(node(robot, "transport-play").getAccessibleText()).isEqualTo("Play (Space)");
  }

  @Test
  void withMotionTheSumShowsNothingBeforeItsProductHasArrived(FxRobot robot)
      throws TimeoutException {
    window.go(robot, "layer1/dW/3,2/term3");
    robot.interact(() -> window.store().dispatch(new Action.LessMotion(false)));
    List<String> shown = new ArrayList<>();
    robot.interact(() -> {
      window.store().dispatch(new Action.Forward(Granularity.TERM));
      shown.add(text(robot, "product"));
      shown.add(cell(robot, "layer1-dW", 3, 2));
    });
    assertThat(shown).containsExactly("2·(−2) = −4", "−2");
    PromptRobot.await(() -> cell(robot, "layer1-dW", 3, 2).equals("−6"));
    assertThat(cells(robot, "layer1-dW", "forming")).isEmpty();
  }

  @Test
  void aMatrixStepChecksTheWholeMatrix(FxRobot robot) {
    window.go(robot, "layer1/dW");
    assertThat(text(robot, "check"))
        .isEqualTo("Nudge each of the 6 entries of W in turn, and hold dL/dW beside it:");
    assertThat(text(robot, "check-verdict")).isEqualTo("✓ all 6 entries agree");
    robot.interact(
        () -> window.store().dispatch(new Action.Cover(List.of(Place.parse("layer1/dW/1,2")))));
    assertThat(text(robot, "check")).contains("would give away");
    assertThat(text(robot, "check-verdict")).isEmpty();
  }

  private static boolean scrolls(FxRobot robot) {
    return node(robot, "formula").lookupAll(".scroll-bar").stream().anyMatch(Node::isVisible);
  }

  private static double baseline(FxRobot robot, String matrix) {
    Node caption = node(robot, matrix + "-heading").lookup(".matrix-caption");
    return at(robot, matrix + "-heading").getMinY()
        + caption.getLayoutY()
        + caption.getBaselineOffset();
  }

  /** The walk that a course begins with, in the window that most have. */
  @Test
  void theFirstLessonStandsStillAndFits(FxRobot robot) {
    List<String> places =
        List.of(
            "layer1/z/1,1/term1",
            "loss/L/1,1/term6",
            "layer1/dA/1,1",
            "layer1/dW/3,2/term4",
            "layer1/dX/1,1/term1",
            "layer1/wNext/1,1");
    places.forEach(place -> window.go(robot, place));
    window.go(robot, places.getFirst());
    double width = node(robot, "layer1-z-1-1").getLayoutBounds().getWidth();
    double left = at(robot, "layer1-z").getMinX();
    assertThat(baseline(robot, "layer1-x")).isCloseTo(baseline(robot, "layer1-z"), within(0.01));
    for (int step = 0; step < 24; step++) {
      assertThat(at(robot, "layer1-z").getMinX()).as(window.place()).isEqualTo(left);
      robot.interact(() -> window.store().dispatch(new Action.Forward(Granularity.TERM)));
    }
    for (String place : places) {
      window.go(robot, place);
      String result = place.substring(0, place.indexOf('/', place.indexOf('/') + 1));
      assertThat(node(robot, result.replace('/', '-') + "-1-1").getLayoutBounds().getWidth())
          .as(place)
          .isEqualTo(width);
      assertThat(scrolls(robot)).as("the formula at " + place).isFalse();
    }
    window.go(robot, "layer1/dW/3,2/term4");
    assertThat(baseline(robot, "layer1-x-turned"))
        .isCloseTo(baseline(robot, "layer1-dW"), within(0.01));
    assertThat(node(robot, "layer1-x-origin-add-row").isVisible())
        .as("a handle over the words below an origin")
        .isFalse();
  }

  // ---- notices

  private static Bounds at(FxRobot robot, String id) {
    return node(robot, id).localToScene(node(robot, id).getLayoutBounds());
  }

  private static Notice asking() {
    return new Notice(Message.of("notice.reset"), false)
        .offering(
            new Notice.Choice(Optional.empty(), Message.of("help.lessMotion"), new Action.Undo()));
  }

  @Test
  void aNoticeStandsBesideTheMatricesAndHidesNothing(FxRobot robot) {
    window.go(robot, "layer1/z/1,1/term1");
    robot.interact(() -> {
      window.stage().setWidth(1130);
      window.stage().setHeight(700);
    });
    double left = at(robot, "layer1-z").getMinX();
    robot.interact(() -> window.store().dispatch(new Action.Tell(asking())));
    assertThat(text(robot, "where")).startsWith("Forward · Z · cell (1, 1) · term 1 of 3");
    assertThat(at(robot, "notice-card").getMinX())
        .as("no room: the side takes it")
        .isGreaterThan(at(robot, "right-scroll").getMinX());
    assertThat(at(robot, "layer1-z").getMinX()).isEqualTo(left);
    robot.interact(() -> {
      window.stage().setWidth(1920);
      window.stage().setHeight(980);
    });
    Bounds card = at(robot, "notice-card");
    assertThat(card.getMaxX()).isCloseTo(at(robot, "stage-scroll").getMaxX(), within(1.0));
    assertThat(card.getMinX()).isGreaterThan(at(robot, "layer1-w").getMaxX());
    assertThat(card.getMinX()).isGreaterThan(at(robot, "product").getMaxX());
    assertThat(card.getWidth()).isGreaterThanOrEqualTo(17 * 13);
    robot.type(KeyCode.F6);
    assertThat(node(robot, "notice-choice-1").isFocused()).isTrue();
    robot.type(KeyCode.F6, KeyCode.RIGHT);
    assertThat(window.place()).isEqualTo("layer1/z/1,1/term2");
    assertThat(text(robot, "notice")).as("a choice waits").isNotEmpty();
    robot.type(KeyCode.ESCAPE);
    assertThat(text(robot, "notice")).isEmpty();
  }

  @Test
  void whatPassesMovesNoMatrix(FxRobot robot) {
    double left = at(robot, "layer1-z").getMinX();
    robot.clickOn("#loss-mean");
    assertThat(text(robot, "notice")).isEqualTo("Loss averaged over the batch");
    assertThat(at(robot, "layer1-z").getMinX()).isEqualTo(left);
  }

  // ---- layout and panels

  @Test
  void theInlineLayoutPutsTheProductInOneLine(FxRobot robot) {
    window.go(robot, "layer1/dW/3,2/term4");
    assertThat(minY(robot, "layer1-dZ")).isLessThan(minY(robot, "layer1-x-turned"));
    robot.clickOn("#bar-layout");
    assertThat(centerY(robot, "layer1-dZ-2-1") + centerY(robot, "layer1-dZ-3-1"))
        .isEqualTo(2 * centerY(robot, "layer1-x-turned-2-1"), within(3.0));
    assertThat(node(robot, "bar-layout").getAccessibleText())
        .isEqualTo("Lay products out crosswise, after Falk");
    assertThat(window.preferences().load().layout()).isEqualTo("inline");
    assertThat(cell(robot, "layer1-dW", 3, 2)).isEqualTo("−6");
    robot.clickOn("#bar-layout");
    assertThat(minY(robot, "layer1-dZ")).isLessThan(minY(robot, "layer1-x-turned"));
  }

  private static double minY(FxRobot robot, String id) {
    return node(robot, id).localToScene(node(robot, id).getLayoutBounds()).getMinY();
  }

  private static double centerY(FxRobot robot, String id) {
    return node(robot, id).localToScene(node(robot, id).getLayoutBounds()).getCenterY();
  }

  @Test
  void aFoldedPanelIsGoneAndRemembered(FxRobot robot) {
    assertThat(text(robot, "why")).isNotEmpty();
    robot.clickOn("#fold-why");
    assertThat(text(robot, "why")).isEmpty();
    assertThat(window.preferences().load().foldedPanels()).containsExactly("why");
    robot.clickOn("#fold-path").clickOn("#transport-forward").clickOn("#fold-path");
    assertThat(text(robot, "why")).isEmpty();
    assertThat(is(node(robot, "wire-0-1-0"), "right")).as("the wire of the place").isTrue();
    robot.clickOn("#fold-why");
    assertThat(text(robot, "why")).startsWith("Input 2 adds x₁₂ = 3");
    assertThat(window.preferences().load().foldedPanels()).isEmpty();
  }

  // ---- choices that change the walk

  private Loss loss() {
    return window.store().state().explore().lesson().loss();
  }

  /** Each switch is one step back. */
  @Test
  void aLossIsWrittenAsTheCourseWritesIt(FxRobot robot) {
    assertThat(node(robot, "loss-half").isVisible()).as("a given gradient has no ½").isFalse();
    choose(robot, "loss-kind", LossKind.SQUARED_ERROR);
    robot.clickOn("#loss-half");
    assertThat(loss().kind()).isEqualTo(LossKind.WHOLE_SQUARED_ERROR);
    robot.clickOn("#loss-mean-all");
    assertThat(loss().reduction()).isEqualTo(Reduction.MEAN_ALL);
    assertThat(text(robot, "notice")).isEqualTo("Loss averaged over all entries");
    assertThat(node(robot, "loss-lambda-half").getParent().isVisible()).isFalse();
    robot.doubleClickOn("#loss-lambda").write("0.5").type(KeyCode.ENTER);
    assertThat(loss().l2()).isEqualTo(new L2(0.5, true, false));
    robot.clickOn("#loss-lambda-per-row").clickOn("#loss-lambda-half");
    assertThat(loss().l2()).isEqualTo(new L2(0.5, false, true));
    window.go(robot, "layer1/dW/1,1/term5");
    // 2 · 0.5 / 4 = 0.25 times w₁₁ = −1
    assertThat(text(robot, "product")).isEqualTo("0.25·(−1) = −0.25");
    assertThat(text(robot, "where")).contains("the penalty on w₁₁ is added last");
    robot.doubleClickOn("#loss-lambda").write("-1").type(KeyCode.ENTER);
    assertThat(TestWindow.popups(robot, ".error-bubble"))
        .containsExactly("λ is −1, but must not be less than 0.");
    robot.doubleClickOn("#loss-lambda1").write("0.5").type(KeyCode.ENTER);
    assertThat(loss().l1()).isEqualTo(new L1(0.5));
    window.go(robot, "layer1/dW/1,1/term5");
    assertThat(text(robot, "where")).endsWith("the L2 penalty on w₁₁ is added");
    window.go(robot, "layer1/dW/1,1/term6");
    assertThat(text(robot, "product")).isEqualTo("0.5·sign(−1) = −0.5");
    assertThat(text(robot, "where")).contains("the L1 penalty on w₁₁ is added last");
    for (int step = 0; step < 7; step++) {
      robot.interact(() -> window.store().dispatch(new Action.Undo()));
    }
    assertThat(loss().kind()).isEqualTo(LossKind.GIVEN);
    assertThat(loss().l2()).isEqualTo(L2.NONE);
    assertThat(loss().l1()).isEqualTo(L1.NONE);
  }

  @Test
  void aFrozenWeightStaysAndSoftmaxTwiceIsSaid(FxRobot robot) {
    robot.clickOn("#freeze-layer1-w");
    assertThat(text(robot, "notice")).isEqualTo("W frozen: no step changes it");
    window.go(robot, "layer1/wNext/1,1");
    assertThat(text(robot, "question")).isEqualTo("What becomes of w₁₁, which is frozen?");
    assertThat(cell(robot, "layer1-wNext", 1, 1)).isEqualTo("−1");
    choose(robot, "loss-kind", LossKind.CROSS_ENTROPY);
    assertThat(window.store().state().explore().lesson().layers().getFirst().activation())
        .as("what the loss needs comes with it")
        .isEqualTo(Rowwise.SOFTMAX);
    assertThat(text(robot, "repetition")).isEmpty();
    choose(robot, "activation-1", Elementwise.RELU);
    assertThat(text(robot, "notice")).contains("the last layer’s activation must be softmax");
    choose(robot, "loss-kind", LossKind.GIVEN);
    choose(robot, "loss-kind", LossKind.SOFTMAX_CROSS_ENTROPY);
    assertThat(text(robot, "repetition")).startsWith("softmax is applied twice");
    robot.clickOn("#loss-form-targets");
    assertThat(loss().form()).isEqualTo(TargetForm.TARGETS);
  }

  /** The row (0.4, 0.1, 0.5) and its class 1: da is −1/0.4 = −2.5, and dz is p − y. */
  @Test
  void aSoftmaxRowShowsItsJacobianAtWork(FxRobot robot) {
    robot.interact(() ->
        window
            .store()
            .dispatch(new Action.Open(Derivation.of(softmaxRow()), new Origin.Unsaved())));
    window.go(robot, "layer1/dA/2,1");
    assertThat(node(robot, "jacobian").isVisible()).isFalse();
    window.go(robot, "layer1/dZ/2,1/term1");
    assertThat(sentence(robot, "jacobian-step")).isEqualTo("0.4·(−2.5) = −1");
    assertThat(text(robot, "product")).isEqualTo("0.4·(−2.5) = −1");
    // What it comes to is not told before the walk has come to it.
    assertThat(sentence(robot, "jacobian-row")).isEqualTo("0.24·(−2.5) + (−0.04)·0 + (−0.2)·0");
    assertThat(sentence(robot, "jacobian-collapse")).isEqualTo("(0.4, 0.1, 0.5) − (1, 0, 0)");
    window.go(robot, "layer1/dZ/2,1/term4");
    assertThat(text(robot, "question")).isEqualTo("3 outputs answer for z₂₁ together");
    assertThat(text(robot, "jacobian-sum")).isEqualTo("Σ = −1");
    assertThat(sentence(robot, "jacobian-step")).isEqualTo("dz₂₁ = 0.4·(−2.5 − (−1)) = −0.6");
    assertThat(sentence(robot, "jacobian-row"))
        .isEqualTo("0.24·(−2.5) + (−0.04)·0 + (−0.2)·0 = −0.6");
    assertThat(sentence(robot, "jacobian-collapse"))
        .isEqualTo("(0.4, 0.1, 0.5) − (1, 0, 0) = (−0.6, 0.1, 0.5)");
    assertThat(sentence(robot, "jacobian-implication"))
        .isEqualTo("da = −y/a  ⇒  Σ a·da = −Σ y = −1  ⇒  dz = a·da + a = a − y");
    robot.interact(PromptRobot::frame);
    assertThat(LayoutFaults.of(window.scene())).as("three outputs have room").isEmpty();
    Snapshots.save(window.scene(), "softmax-layer");
    robot.interact(
        () -> window.store().dispatch(new Action.Cover(List.of(Place.parse("layer1/dZ/2,1")))));
    assertThat(node(robot, "jacobian").isVisible()).as("it would tell what is covered").isFalse();

    // exp(z) is now 4, 2^0.7 = 1.6245 and 5, which share 10.6245. A sample is a column of Z = W·X.
    Edit edit = new Edit.SetEntry(new Operand(0, MatrixSymbol.X), new Cell(1, 0), Entry.of(0.7));
    Lesson columns = Edits.apply(softmaxRow(), edit).withConvention(Convention.WX);
    robot.interact(() ->
        window.store().dispatch(new Action.Open(Derivation.of(columns), new Origin.Unsaved())));
    window.go(robot, "layer1/dZ/2,1/term4");
    assertThat(sentence(robot, "jacobian-step")).isEqualTo("dz₁₂ = 0.376·(−2.66 − (−1)) = −0.624");
    assertThat(robot.lookup("#jacobian .cell-name").<Label>queryAll())
        .extracting(Label::getText)
        .containsExactly("z₁₂", "a₁₂", "da₁₂", "a·da", "a₁₂", "a₂₂", "a₃₂", "z₁₂", "z₂₂", "z₃₂");
    robot.interact(PromptRobot::frame);
    Snapshots.save(window.scene(), "softmax-column");
    assertThat(LayoutFaults.of(window.scene()))
        .as("its numbers are readable in a small window")
        .noneMatch(fault -> fault.contains(" is cut to "));
  }

  /** Of the Jacobian only the row at work has room. */
  @Test
  void theCardsOfSixOutputsStayInTheWindow(FxRobot robot) {
    Matrix w = Matrix.numbers(new Shape(2, 6), (i, j) -> 0.3 * ((i * 5 + j * 3) % 7) - 0.9);
    Lesson six =
        new Lesson(
            "Six outputs",
            Matrix.of(new double[][] {{1, 0}, {0, 1}, {1, 1}}),
            List.of(new Layer(w, null, Rowwise.SOFTMAX)),
            new Loss(LossKind.CROSS_ENTROPY, new Target.Labels(List.of(1, 0, 2)), Reduction.MEAN),
            0.1);
    robot.interact(
        () -> window.store().dispatch(new Action.Open(Derivation.of(six), new Origin.Unsaved())));
    window.go(robot, "layer1/dZ/2,1/term7");
    robot.interact(PromptRobot::frame);
    Snapshots.save(window.scene(), "softmax-six");
    assertThat(robot.lookup("#jacobian .cell-name").<Label>queryAll())
        .extracting(Label::getText)
        .containsExactly("z₂₁", "a₂₁", "da₂₁", "a·da", "z₂₁");
    assertThat(sentence(robot, "jacobian-implication"))
        .isEqualTo("da = −y/(3·a)  ⇒  Σ a·da = −Σ y/3 = −1/3  ⇒  dz = a·da + a/3 = (a − y)/3");
    // The stage scrolls, for three matrices of six columns are too wide for it.
    assertThat(LayoutFaults.of(window.scene()))
        .noneMatch(fault -> !fault.contains("leaves") && !fault.contains("scrolls"));
    Bounds formula = node(robot, "formula").localToScene(node(robot, "formula").getLayoutBounds());
    Bounds cards = node(robot, "jacobian").localToScene(node(robot, "jacobian").getLayoutBounds());
    assertThat(cards.getMaxX()).isLessThanOrEqualTo(formula.getMaxX() + 20);
    assertThat(cards.getMaxY()).isLessThanOrEqualTo(formula.getMinY());

    // Eight shares of some three digits and their gradients: the longest row that is shown whole.
    Matrix eight = Matrix.numbers(new Shape(2, 8), (i, j) -> 0.5 * ((i * 3 + j * 5) % 7 - 3) - i);
    Edit wider = new Edit.Replace(new Operand(0, MatrixSymbol.W), eight);
    robot.interact(() ->
        window
            .store()
            .dispatch(
                new Action.Open(Derivation.of(Edits.apply(six, wider)), new Origin.Unsaved())));
    window.go(robot, "layer1/dZ/2,3");
    robot.interact(PromptRobot::frame);
    double right = at(robot, "jacobian").getMaxX();
    assertThat(right).isLessThanOrEqualTo(formula.getMaxX() + 20);
    assertThat(robot.lookup("#jacobian .label").<Label>queryAll())
        .hasSizeGreaterThan(40)
        .allSatisfy(label ->
            assertThat(label.localToScene(label.getLayoutBounds()).getMaxX())
                .as(label.getText())
                .isLessThanOrEqualTo(right));
  }

  private static String sentence(FxRobot robot, String id) {
    return node(robot, id).getAccessibleText();
  }

  private static Lesson softmaxRow() {
    Lesson logits = KnownLessons.softmax(Reduction.SUM);
    Lesson row =
        Edits.apply(
            logits.withLoss(logits.loss().with(new Target.Labels(List.of(1, 0)))),
            new Edit.SetLossKind(LossKind.CROSS_ENTROPY));
    return row.withTitle("A softmax row");
  }

  @Test
  void aLossWithProbabilitiesAddsThemToTheWalk(FxRobot robot) {
    choose(robot, "loss-kind", LossKind.SOFTMAX_CROSS_ENTROPY);
    assertThat(walk())
        .containsExactly(
            "layer1/z", "loss/p", "loss/L", "layer1/dA", "layer1/dW", "layer1/dX", "layer1/wNext");
    assertThat(text(robot, "notice")).isEqualTo("Loss set to softmax cross-entropy");
    assertThat(text(robot, "input-loss-labels")).contains("4×1");
    window.go(robot, "loss/p/2,1");
    assertThat(text(robot, "where")).startsWith("Loss · P · cell (2, 1)");
    with(robot, KeyCode.CONTROL, KeyCode.Z);
    assertThat(walk()).doesNotContain("loss/p");
    assertThat(((ComboBox<?>) node(robot, "loss-kind")).getValue()).isEqualTo(LossKind.GIVEN);
    assertThat(window.place()).startsWith("loss/L/1,1");
  }

  @Test
  void anActivationAddsItsTwoMatrices(FxRobot robot) {
    choose(robot, "activation-1", Elementwise.RELU);
    assertThat(walk())
        .containsExactly(
            "layer1/z",
            "layer1/a",
            "loss/L",
            "layer1/dA",
            "layer1/dZ",
            "layer1/dW",
            "layer1/dX",
            "layer1/wNext");
    assertThat(text(robot, "notice")).isEqualTo("Activation of layer 1 set to ReLU");
    window.go(robot, "layer1/dZ/2,1");
    assertThat(cell(robot, "layer1-z-slope-relu", 2, 1)).isEqualTo("0");
  }

  @Test
  void aReaderHearsTheOneThatStandsThereAndNotTheNumberBelow(FxRobot robot) {
    robot.clickOn("#bias-1");
    window.go(robot, "layer1/dB/1,1/term2");
    assertThat(spokenCells(robot))
        .contains("a row of ones row 1, column 2: 1")
        .anyMatch(said -> said.matches("dL/d.* row 2, column 1: \\d.*"));
    robot.interact(
        () -> window.store().dispatch(new Action.Cover(List.of(Place.parse("layer1/dA/2,1")))));
    assertThat(spokenCells(robot))
        .contains("a row of ones row 1, column 2: 1")
        .noneMatch(said -> said.matches("dL/d.* row 2, column 1: \\d.*"));
  }

  private static List<String> spokenCells(FxRobot robot) {
    return robot.lookup(".matrix-cell").queryAll().stream()
        .map(cell -> String.valueOf(cell.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
        .toList();
  }

  @Test
  void aBiasAddsItsTermAndItsGradient(FxRobot robot) {
    robot.clickOn("#bias-1");
    assertThat(text(robot, "notice")).isEqualTo("Bias added to layer 1");
    assertThat(walk()).contains("layer1/dB", "layer1/bNext");
    robot.type(KeyCode.HOME);
    assertThat(text(robot, "where")).contains("term 1 of 4");
    assertThat(cell(robot, "layer1-b", 1, 2)).isEqualTo("0");
    window.go(robot, "layer1/dB/1,2");
    assertThat(cell(robot, "layer1-dB", 1, 2)).isEqualTo("−7");
    robot.clickOn("#bias-1");
    assertThat(window.place()).startsWith("layer1/dX/");
    assertThat(((CheckBox) node(robot, "bias-1")).isSelected()).isFalse();
  }

  @Test
  void theMeanDividesOnceInTheLoss(FxRobot robot) {
    window.go(robot, "layer1/dW/3,2");
    robot.clickOn("#loss-mean");
    assertThat(cell(robot, "layer1-dW", 3, 2)).isEqualTo("−1.5");
    assertThat(text(robot, "notice")).isEqualTo("Loss averaged over the batch");
    robot.clickOn("#loss-mean");
    assertThat(((ToggleButton) node(robot, "loss-mean")).isSelected()).isTrue();
    window.go(robot, "loss/L/1,1/term9");
    assertThat(text(robot, "why")).contains("divided once by the 4 samples");
    robot.clickOn("#loss-sum");
    window.go(robot, "layer1/dW/3,2");
    assertThat(cell(robot, "layer1-dW", 3, 2)).isEqualTo("−6");
  }

  @Test
  void theLearningRateTakesANumberAndRefusesTheRest(FxRobot robot) {
    enterRate(robot, "1/2");
    assertThat(window.store().state().explore().lesson().learningRate()).isEqualTo(0.5);
    assertThat(text(robot, "learning-rate")).isEqualTo("0.5");
    enterRate(robot, "0");
    assertThat(TestWindow.popups(robot, ".error-bubble"))
        .containsExactly("The learning rate is 0, but must be greater than 0.");
    assertThat(text(robot, "learning-rate")).isEqualTo("0.5");
    enterRate(robot, "abc");
    assertThat(TestWindow.popups(robot, ".error-bubble"))
        .containsExactly(
            "“abc” is not a number: write a decimal such as 1.5 or a fraction such as 1/3.");
    assertThat(window.store().state().explore().lesson().learningRate()).isEqualTo(0.5);
    enterRate(robot, "0.25");
    assertThat(TestWindow.popups(robot, ".error-bubble")).isEmpty();
    assertThat(window.store().state().explore().lesson().learningRate()).isEqualTo(0.25);
    with(robot, KeyCode.CONTROL, KeyCode.Z);
    assertThat(text(robot, "learning-rate")).as("undone from within its field").isEqualTo("0.5");
  }

  private static void enterRate(FxRobot robot, String typed) {
    robot.doubleClickOn("#learning-rate");
    with(robot, KeyCode.CONTROL, KeyCode.A);
    robot.write(typed).type(KeyCode.ENTER);
  }

  // ---- linked views

  private static List<String> activeCode(FxRobot robot) {
    return robot.lookup("#code .code-line").<Label>queryAll().stream()
        .filter(line -> is(line, "active"))
        .map(Label::getText)
        .toList();
  }

  private static List<String> litWires(FxRobot robot) {
    return robot.lookup(".network-wire").<Node>queryAll().stream()
        .filter(wire -> !is(wire, "dim"))
        .map(PromptRobot::nameOf)
        .sorted()
        .toList();
  }

  @Test
  void everyViewShowsTheSamePlace(FxRobot robot) {
    window.go(robot, "layer1/dW/3,2/term2");
    assertThat(activeCode(robot)).containsExactly("dW = X.T @ dZ");
    assertThat(litWires(robot)).containsExactly("out-1", "wire-0-2-1");
    assertThat(is(node(robot, "wire-0-2-1"), "result")).isTrue();
    assertThat(text(robot, "where")).contains("cell (3, 2) · term 2 of 4");
    assertThat(text(robot, "why")).startsWith("Sample 2 adds x₂₃ = 1");
    assertThat(text(robot, "check")).startsWith("The measurement comes with the last term");
    window.go(robot, "layer1/dW/3,2/term4");
    assertThat(text(robot, "check")).startsWith("Nudge w₃₂");
    window.go(robot, "layer1/dX/2,1/term2");
    assertThat(activeCode(robot)).containsExactly("dX = dZ @ W.T");
    assertThat(litWires(robot)).containsExactly("out-1", "wire-0-0-1");
    assertThat(text(robot, "check")).startsWith("Nudge x₂₁");
    window.go(robot, "layer1/z/2,1/term3");
    assertThat(activeCode(robot)).containsExactly("Z = X @ W");
    assertThat(text(robot, "check")).startsWith("A central difference measures a gradient");
  }

  @Test
  void aWireAndAUnitOfTheNetworkLeadToTheirPlaces(FxRobot robot) {
    window.go(robot, "layer1/dW/1,1/term1");
    robot.clickOn("#wire-0-2-1");
    assertThat(window.place()).isEqualTo("layer1/dW/3,2");
    assertThat(cell(robot, "layer1-dW", 3, 2)).isEqualTo("−6");
    // Its unit shows dz, and leads to where that is computed.
    robot.clickOn("#unit-1-0");
    assertThat(window.place()).isEqualTo("layer1/dA/1,1");
    robot.clickOn("#wire-0-2-1");
    assertThat(window.place()).isEqualTo("layer1/z/1,2/term3");
    robot.clickOn("#loss");
    assertThat(window.place()).isEqualTo("loss/L/1,1");
  }

  @Test
  void theCodeComesInFourLanguagesAndCanBeCopied(FxRobot robot) {
    window.go(robot, "layer1/dW/3,2/term2");
    for (CodeListing.Language language : CodeListing.Language.values()) {
      choose(robot, "code-language", language);
      assertThat(activeCode(robot)).as("%s", language).hasSizeGreaterThanOrEqualTo(1);
      robot.clickOn("#code-copy");
      assertThat(window.clipboard().read())
          .contains(
              CodeListing.of(
                      window.store().state().explore().derivation(), language, Texts.english())
                  .text());
    }
    assertThat(window.preferences().load().codeLanguage())
        .contains(List.of(CodeListing.Language.values()).getLast().name());
  }

  @Test
  void anInputInTheListLeadsToWhereItIsUsed(FxRobot robot) {
    window.go(robot, "layer1/dX/1,1");
    robot.clickOn("#input-layer1-w");
    assertThat(window.place()).isEqualTo("layer1/z/1,1/term1");
    robot.clickOn("#input-loss-upstream");
    assertThat(window.place()).isEqualTo("loss/L/1,1/term1");
  }

  // ---- less motion

  private static boolean flashes(FxRobot robot) {
    return robot.lookup(".cell-flash").queryAll().stream().anyMatch(Node::isVisible);
  }

  @Test
  void changedNumbersFlashUnlessLessMotionIsAskedFor(FxRobot robot) {
    robot.interact(
        () -> window.store().dispatch(new Action.Apply(new Edit.SetReduction(Reduction.MEAN))));
    window.go(robot, "layer1/dW/1,1");
    robot.interact(() -> window.store().dispatch(new Action.Undo()));
    assertThat(flashes(robot)).isFalse();
    robot.interact(() -> window.store().dispatch(new Action.LessMotion(false)));
    robot.interact(() -> window.store().dispatch(new Action.Redo()));
    assertThat(flashes(robot)).isTrue();
  }
}
