package org.gradloom.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.gradloom.RandomLessons;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Perspectives;
import org.gradloom.derivation.Section;
import org.gradloom.derivation.Step;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.L1;
import org.gradloom.rule.L2;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.Rowwise;
import org.gradloom.text.Texts;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.control.FormulaView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** In a window of 1280 × 800 no line of a formula has to be scrolled, whatever network it is of. */
@InWindow
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormulaRoomTest {
  private static final Texts TEXTS = Texts.english();

  @TempDir private static Path folder;
  private final TestWindow.Kept kept = new TestWindow.Kept();
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = kept.open(stage, folder);
  }

  @Test
  void builtInLessonsAndExamples(FxRobot robot) {
    assertThat(
            scrolling(
                Stream.concat(
                        BuiltInLessons.lessons().keySet().stream(),
                        BuiltInLessons.examples().keySet().stream())
                    .map(BuiltInLessons::read)
                    .toList(),
                robot))
        .isEmpty();
  }

  /** Every loss, reduction and convention, of one to four layers, many with penalties. */
  @Test
  void randomNetworks(FxRobot robot) {
    assertThat(scrolling(RandomLessons.any(8, 7), robot)).isEmpty();
  }

  /** Softmax of six outputs, whose numbers have all the digits and exponents there can be. */
  @Test
  void longNumbers(FxRobot robot) {
    assertThat(
            scrolling(
                Stream.of(1e-7, 1.0, 12345.0).map(FormulaRoomTest::sixOutputs).toList(), robot))
        .isEmpty();
  }

  private static Lesson sixOutputs(double scale) {
    Shape outputs = new Shape(12, 6);
    return new Lesson(
        "Six outputs of " + scale,
        Matrix.numbers(new Shape(12, 7), (k, i) -> scale * Math.sin(7 * k + i)),
        List.of(
            new Layer(
                Matrix.numbers(new Shape(7, 6), (i, j) -> -Math.cos(5 * i + j) / scale),
                Matrix.numbers(new Shape(1, 6), (i, j) -> -1 / (j + 3.0)),
                Rowwise.SOFTMAX)),
        new Loss(
            LossKind.SQUARED_ERROR,
            new Target.Targets(
                Matrix.numbers(outputs, (k, j) -> -scale * Math.sin(3 * k + 2 * j + 1))),
            Reduction.MEAN_ALL,
            new L2(0.123456, true, true),
            new L1(0.654321)),
        0.1);
  }

  /** The lines that do not fit, each with the step that has it. */
  private Map<String, String> scrolling(List<Lesson> lessons, FxRobot robot) {
    FormulaView formula = robot.lookup("#formula").query();
    ScrollPane scroll = robot.from(formula).lookup(".formula-scroll").query();
    Map<String, String> found = new LinkedHashMap<>();
    robot.interact(() -> {
      assertThat(window.scene().getWidth()).isEqualTo(1280);
      for (Lesson lesson : lessons) {
        steps(Derivation.of(lesson))
            .forEach(step -> {
              for (Perspective seen : views(step)) {
                formula.setLines(FormulaTex.lines(step, seen, TEXTS));
                formula.layout();
                if (scroll.getHbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER) {
                  found.put(
                      lesson.title() + " " + step.place() + " " + seen,
                      formula.getLines().toString());
                }
              }
            });
      }
    });
    return found;
  }

  private static List<Perspective> views(Step step) {
    return Arrays.stream(Perspective.values())
        .filter(view -> Perspectives.shows(view, step))
        .filter(view -> view == Perspective.PRODUCT || step.granularity() == Granularity.TERM)
        .toList();
  }

  /** A middle and the last term of a middle cell of each matrix, the cell, and all of it. */
  private static Stream<Step> steps(Derivation derivation) {
    return derivation.sections().stream().flatMap(section -> steps(derivation, section));
  }

  private static Stream<Step> steps(Derivation derivation, Section section) {
    long terms = section.terms();
    long middle = section.firstTerm() + section.cells() / 2 * terms;
    Step first = derivation.at(Granularity.TERM, middle);
    return Stream.concat(
        LongStream.of(terms / 2, terms - 1)
            .distinct()
            .mapToObj(t -> derivation.at(Granularity.TERM, middle + t)),
        Stream.of(Granularity.CELL, Granularity.MATRIX)
            .map(by -> derivation.at(by, derivation.indexOf(by, first))));
  }
}
