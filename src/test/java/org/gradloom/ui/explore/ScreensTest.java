package org.gradloom.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.gradloom.KnownLessons;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.paste.MatrixReader;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.LayoutFaults;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Layout;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Every matrix of three networks at every size: nothing is cut off, nothing covered. */
@InWindow
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreensTest {
  private static final Map<String, Lesson> NETWORKS =
      Map.of(
          "four samples", KnownLessons.lessonH(),
          "two samples", KnownLessons.lessonL(),
          "two layers", KnownLessons.twoLayers());

  @TempDir private static Path folder;
  private final TestWindow.Kept kept = new TestWindow.Kept();
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = kept.open(stage, folder);
  }

  @ParameterizedTest
  @CsvSource({
    "1024, 700, FALK", "1024, 700, INLINE",
    "1280, 800, FALK", "1280, 800, INLINE",
    "1920, 980, FALK", "1920, 980, INLINE"
  })
  void nothingIsCutOffOrCovered(int width, int height, Layout layout, FxRobot robot) {
    robot.interact(() -> {
      window.stage().setWidth(width);
      window.stage().setHeight(height);
      window.store().dispatch(new Action.LayOut(layout));
    });
    Map<String, String> faults = new LinkedHashMap<>();
    NETWORKS.forEach((name, lesson) -> {
      open(lesson, robot);
      walk(name, terms(window.store().state().explore().derivation()), faults);
    });
    assertThat(window.scene().getWidth()).isEqualTo(width);
    assertThat(window.scene().getHeight()).isEqualTo(height);
    assertThat(faults.entrySet().stream().map(fault -> fault.getValue() + ": " + fault.getKey()))
        .isEmpty();
  }

  private void open(Lesson lesson, FxRobot robot) {
    robot.interact(() ->
        window.store().dispatch(new Action.Open(Derivation.of(lesson), new Origin.Unsaved())));
  }

  /** So the walks above need only one theme, and this the network that shows most. */
  @Test
  void everythingStandsWhereItStandsInEveryTheme(FxRobot robot) {
    open(KnownLessons.twoLayers(), robot);
    robot.type(KeyCode.END);
    Map<String, List<String>> layouts = window.layouts(robot);
    assertThat(layouts).hasSameSizeAs(Theme.all());
    assertThat(layouts.values()).containsOnly(window.layout());
  }

  /** Each fault with where it first was. */
  private void walk(String lesson, List<Long> terms, Map<String, String> faults) {
    for (long term : terms) {
      List<String> here = faultsAfter(new Action.Seek(term));
      String where = lesson + " " + window.place();
      here.forEach(fault -> faults.putIfAbsent(fault, where));
    }
  }

  /** The first, the middle and the last term of each matrix. */
  private static List<Long> terms(Derivation derivation) {
    return derivation.sections().stream()
        .flatMap(section -> {
          long first = section.firstTerm();
          long count = section.cells() * section.terms();
          return Stream.of(first, first + count / 2, first + count - 1);
        })
        .distinct()
        .toList();
  }

  /** The last term of each matrix, where all of it is shown. */
  private static List<Long> ends(Derivation derivation) {
    List<Long> ends =
        derivation.sections().stream()
            .map(section -> section.firstTerm() + section.cells() * section.terms() - 1)
            .toList();
    assertThat(ends.getLast()).isEqualTo(derivation.size(Granularity.TERM) - 1);
    return ends;
  }

  // ---- lessons at the limits

  static Map<String, Lesson> limits() {
    Map<String, Lesson> lessons = new LinkedHashMap<>();
    lessons.put("one number", lesson(1, Elementwise.IDENTITY, given(1, 1, Reduction.SUM), 1, 1));
    lessons.put("one sample", lesson(1, Elementwise.RELU, squared(1, 2, Reduction.MEAN), 3, 2));
    lessons.put(
        "the largest edited by hand",
        lesson(16, Elementwise.IDENTITY, given(16, 16, Reduction.SUM), 16, 16));
    lessons.put(
        "five layers", lesson(3, Elementwise.TANH, squared(3, 2, Reduction.SUM), 2, 4, 3, 4, 3, 2));
    lessons.put("given, mean", lesson(4, Elementwise.SIGMOID, given(4, 2, Reduction.MEAN), 3, 2));
    lessons.put(
        "squared error, mean",
        lesson(4, Elementwise.LEAKY_RELU, squared(4, 2, Reduction.MEAN), 3, 2));
    lessons.put(
        "softmax, mean",
        lesson(
            4,
            Elementwise.RELU,
            new Loss(
                LossKind.SOFTMAX_CROSS_ENTROPY,
                new Target.Labels(List.of(0, 1, 2, 1)),
                Reduction.MEAN),
            3,
            3));
    lessons.put(
        "sigmoid, mean",
        lesson(
            4,
            Elementwise.IDENTITY,
            new Loss(
                LossKind.SIGMOID_CROSS_ENTROPY,
                new Target.Targets(Matrix.zeros(new Shape(4, 2))),
                Reduction.MEAN),
            3,
            2));
    lessons.put("huge and tiny numbers", extremeNumbers());
    lessons.put(
        "trained", lesson(64, Elementwise.RELU, squared(64, 10, Reduction.MEAN), 784, 128, 10));
    return lessons;
  }

  /** Every layer has a bias but in a lesson of one layer. */
  private static Lesson lesson(
      int samples, Activation activation, Loss loss, int features, int... units) {
    Matrix x = numbers(samples, features);
    List<Layer> layers = new ArrayList<>();
    int inputs = features;
    for (int count : units) {
      Matrix b = units.length > 1 ? numbers(1, count) : null;
      layers.add(new Layer(numbers(inputs, count), b, activation));
      inputs = count;
    }
    return new Lesson("At the limit", x, layers, loss, 0.1);
  }

  private static Matrix numbers(int rows, int columns) {
    return Matrix.numbers(new Shape(rows, columns), (i, j) -> ((i * 7 + j * 5) % 11 - 4.75) / 8);
  }

  private static Loss given(int samples, int outputs, Reduction reduction) {
    return new Loss(LossKind.GIVEN, new Target.Upstream(numbers(samples, outputs)), reduction);
  }

  private static Loss squared(int samples, int outputs, Reduction reduction) {
    return new Loss(
        LossKind.SQUARED_ERROR, new Target.Targets(numbers(samples, outputs)), reduction);
  }

  private static Lesson extremeNumbers() {
    Matrix x = MatrixReader.read("1e300 -1e-12; 1/3 123456.789; -0.000123456789 7");
    Matrix w = MatrixReader.read("1e-300 1/7; -2e5 3.14159265");
    return new Lesson(
        "Extremes",
        x,
        List.of(new Layer(w, Matrix.row(1e-12, -1e9), Elementwise.IDENTITY)),
        new Loss(
            LossKind.GIVEN,
            new Target.Upstream(MatrixReader.read("1 -1e-9; 2/3 1e6; 0 -4")),
            Reduction.SUM),
        1e-3);
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void lessonsAtTheLimitsStayReadableAndWalkable(Layout layout) {
    onFxThread(() -> {
      window.stage().setWidth(TestWindow.WIDTH);
      window.stage().setHeight(TestWindow.HEIGHT);
      window.store().dispatch(new Action.LayOut(layout));
      return List.of();
    });
    Map<String, String> faults = new LinkedHashMap<>();
    limits()
        .forEach((name, lesson) -> {
          faultsAfter(new Action.Open(Derivation.of(lesson), new Origin.Unsaved()));
          Derivation derivation = window.store().state().explore().derivation();
          walk(name, layout == Layout.FALK ? terms(derivation) : ends(derivation), faults);
          assertThat(window.store().state().explore().isAtEnd()).as(name).isTrue();
        });
    // Where even the smallest cells are too wide the stage scrolls, but nothing is covered.
    faults.keySet().removeIf(fault -> fault.contains("leaves") || fault.contains("scrolls"));
    assertThat(faults.entrySet().stream().map(fault -> fault.getValue() + ": " + fault.getKey()))
        .isEmpty();
  }

  /** The faults once all has found its place: the stage asks for room, and then gets it. */
  private List<String> faultsAfter(Action action) {
    onFxThread(() -> {
      window.store().dispatch(action);
      PromptRobot.frame();
      return List.of();
    });
    return onFxThread(() -> {
      PromptRobot.frame();
      PromptRobot.frame();
      return LayoutFaults.of(window.scene());
    });
  }

  private static List<String> onFxThread(Callable<List<String>> work) {
    return WaitForAsyncUtils.waitForAsyncFx(120_000, work);
  }
}
