package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import org.gradloom.Snapshots;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.paste.MatrixReader;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.theme.Appearance;
import org.gradloom.ui.theme.Fonts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What a person sees and does in a grid of a 3×2 matrix W that can be edited. */
@InWindow
class MatrixGridTest {
  private final Texts texts = Texts.english();
  private final MemoryClipboard clipboard = new MemoryClipboard();
  private final List<Cell> chosen = new ArrayList<>();
  private final List<KeyCode> leftToTheScreen = new ArrayList<>();
  private final List<String> done = new ArrayList<>();

  private Matrix matrix = Matrix.of(new double[][] {{1, -2}, {3, 0.5}, {1.0 / 3, 6}});
  private MatrixGrid grid;

  @Start
  void start(Stage stage) {
    Fonts.load();
    grid = new MatrixGrid("W", new SampleFaces("W", matrix).content(), texts, clipboard);
    grid.setOnChoose(chosen::add);
    grid.setEditor(Optional.of(new Taker()));
    grid.setRowAdder(Optional.of(new GridAction("add-feature", "Add feature", this::rowAdded)));
    grid.setMenu(cell ->
        List.of(
            new GridAction("insert-above", "Insert row above", at -> done.add("above " + at)),
            new GridAction("remove-row", "Remove row", false, at -> done.add("never")),
            new GridSubmenu(
                "fill",
                "Fill",
                List.of(new GridAction("fill-zeros", "With zeros", at -> done.add("zeros"))))));
    Button before = new Button("before");
    Button after = new Button("after");
    VBox root = new VBox(10, before, grid, after, new Label("…"));
    root.setPadding(new Insets(20));
    root.addEventHandler(KeyEvent.KEY_PRESSED, event -> leftToTheScreen.add(event.getCode()));
    stage.setScene(new Scene(root, 700, 600));
    Appearance.usual().applyTo(stage.getScene());
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  @BeforeEach
  void startAtTheTop(FxRobot robot) {
    robot.interact(() -> robot.lookup("before").query().requestFocus());
  }

  private void rowAdded(Cell last) {
    matrix = matrix.insertRow(last.row() + 1);
    showMatrix();
  }

  private void showMatrix() {
    grid.setContent(new SampleFaces("W", matrix).content());
  }

  private MatrixCell cell(FxRobot robot, int row, int column) {
    return robot.lookup("#W-" + row + "-" + column).queryAs(MatrixCell.class);
  }

  private String shown(FxRobot robot, int row, int column) {
    return cell(robot, row, column).shown();
  }

  private static boolean has(Node node, String pseudoClass) {
    return node.getPseudoClassStates().contains(PseudoClass.getPseudoClass(pseudoClass));
  }

  private static Optional<String> bubble(FxRobot robot) {
    return popup(robot, ".error-bubble");
  }

  private static Optional<String> popup(FxRobot robot, String styleClass) {
    return robot.listTargetWindows().stream()
        .filter(window -> window.isShowing() && window.getScene() != null)
        .flatMap(window -> window.getScene().getRoot().lookupAll(styleClass).stream())
        .filter(Label.class::isInstance)
        .map(label -> ((Label) label).getText())
        .findFirst();
  }

  // ---- editing

  @Test
  void typingReplacesTheNumberAndEnterGoesDown(FxRobot robot) {
    robot.clickOn("#W-1-2").write("7.5").type(KeyCode.ENTER);
    assertThat(shown(robot, 1, 2)).isEqualTo("7.5");
    assertThat(cell(robot, 2, 2).isFocused()).isTrue();
  }

  @Test
  void aMinusSignStartsANumberToo(FxRobot robot) {
    robot.clickOn("#W-1-1").write("-.5").type(KeyCode.ENTER);
    assertThat(shown(robot, 1, 1)).isEqualTo("−0.5");
  }

  @Test
  void tabGoesRightAndOnToTheNextRow(FxRobot robot) {
    robot.clickOn("#W-1-1").write("5").type(KeyCode.TAB).write("6").type(KeyCode.TAB).write("7");
    robot.type(KeyCode.ENTER);
    assertThat(shown(robot, 1, 1)).isEqualTo("5");
    assertThat(shown(robot, 1, 2)).isEqualTo("6");
    assertThat(shown(robot, 2, 1)).isEqualTo("7");
  }

  @Test
  void anArrowTakesANumberThatWasTypedOver(FxRobot robot) {
    robot.clickOn("#W-2-1").write("9").type(KeyCode.RIGHT);
    assertThat(shown(robot, 2, 1)).isEqualTo("9");
    assertThat(cell(robot, 2, 2).isFocused()).isTrue();
  }

  @Test
  void enterOpensTheNumberInFullAndArrowsMoveTheCaret(FxRobot robot) {
    robot.clickOn("#W-3-1").type(KeyCode.ENTER);
    TextField field = robot.lookup("#W-editor").queryAs(TextField.class);
    assertThat(field.getText()).isEqualTo("0.3333333333333333");
    Snapshots.save(grid.getScene(), "grid-editing");
    robot.type(KeyCode.LEFT);
    assertThat(field.isFocused()).isTrue();
    robot.type(KeyCode.ENTER);
    assertThat(shown(robot, 3, 1)).isEqualTo("0.333333");
    assertThat(done).isEmpty();
  }

  @Test
  void aFractionStaysAFraction(FxRobot robot) {
    robot.doubleClickOn("#W-1-1").write("1/3").type(KeyCode.ENTER);
    assertThat(shown(robot, 1, 1)).isEqualTo("1/3");
  }

  @ParameterizedTest
  @EnumSource(CellSize.class)
  void twelveCharactersAreSeenWhileTheyAreTyped(CellSize size, FxRobot robot) {
    robot.interact(() -> grid.setCellSize(size));
    robot.clickOn("#W-1-2").type(KeyCode.F2).press(KeyCode.CONTROL).type(KeyCode.A);
    robot.release(KeyCode.CONTROL).write("-1.234567891");
    TextField field = robot.lookup("#W-editor").queryAs(TextField.class);
    double typed = field.lookup(".text").getLayoutBounds().getWidth();
    assertThat(typed)
        .isLessThanOrEqualTo(
            field.getWidth() - field.snappedLeftInset() - field.snappedRightInset());
    assertThat(field.lookup(".text").getLayoutX()).as("its beginning").isNotNegative();
    robot.type(KeyCode.ESCAPE);
  }

  @Test
  void escapeRestoresTheNumber(FxRobot robot) {
    robot.clickOn("#W-1-1").write("99").type(KeyCode.ESCAPE);
    assertThat(shown(robot, 1, 1)).isEqualTo("1");
    assertThat(cell(robot, 1, 1).isFocused()).isTrue();
    assertThat(robot.lookup("#W-editor").query().isVisible()).isFalse();
  }

  @Test
  void clickingElsewhereTakesTheNumber(FxRobot robot) {
    robot.clickOn("#W-1-1").write("8").clickOn("after");
    assertThat(shown(robot, 1, 1)).isEqualTo("8");
    assertThat(robot.lookup("after").query().isFocused()).isTrue();
  }

  @Test
  void deleteWritesZero(FxRobot robot) {
    robot.clickOn("#W-1-2").type(KeyCode.DELETE);
    assertThat(shown(robot, 1, 2)).isEqualTo("0");
  }

  @Test
  void aBadNumberIsRefusedAtItsCellInOneSentence(FxRobot robot) {
    robot.clickOn("#W-2-1").write("1,5x").type(KeyCode.ENTER);
    assertThat(shown(robot, 2, 1)).isEqualTo("3");
    assertThat(has(cell(robot, 2, 1), "invalid")).isTrue();
    assertThat(cell(robot, 2, 1).isFocused()).isTrue();
    assertThat(bubble(robot)).hasValueSatisfying(said -> assertThat(said).contains("“1,5x”"));
    assertThat(grid.getAccessibleText()).contains("“1,5x”");
    Snapshots.save(grid.getScene(), "grid-invalid");
  }

  @Test
  void theSentenceGoesWithTheNextKey(FxRobot robot) {
    robot.clickOn("#W-2-1").write("abc").type(KeyCode.ENTER);
    with(robot, KeyCode.CONTROL, KeyCode.UP);
    assertThat(bubble(robot)).isEmpty();
    assertThat(has(cell(robot, 2, 1), "invalid")).isFalse();
    assertThat(cell(robot, 1, 1).isFocused()).isTrue();
  }

  @Test
  void withoutAnEditorNothingCanBeTyped(FxRobot robot) {
    robot.interact(() -> grid.setEditor(Optional.empty()));
    robot.clickOn("#W-1-1").write("9").type(KeyCode.DELETE);
    assertThat(shown(robot, 1, 1)).isEqualTo("1");
    with(robot, KeyCode.CONTROL, KeyCode.DOWN);
    robot.type(KeyCode.ENTER);
    assertThat(chosen).containsExactly(new Cell(0, 0), new Cell(1, 0));
  }

  // ---- copying and pasting

  @Test
  void pastesABlockWhereTheFocusIs(FxRobot robot) {
    clipboard.write("[[10, 20], [30, 40]]");
    robot.clickOn("#W-2-1").press(KeyCode.CONTROL).type(KeyCode.V).release(KeyCode.CONTROL);
    assertThat(done).containsExactly("pasted 2×2 at 2,1");
    assertThat(shown(robot, 3, 2)).isEqualTo("40");
  }

  @Test
  void saysWhatIsWrongWithAPaste(FxRobot robot) {
    clipboard.write("[[1, 2], [3]]");
    robot.clickOn("#W-1-1").press(KeyCode.CONTROL).type(KeyCode.V).release(KeyCode.CONTROL);
    assertThat(bubble(robot)).hasValueSatisfying(said -> assertThat(said).startsWith("Row 2"));
    assertThat(shown(robot, 1, 1)).isEqualTo("1");
  }

  @Test
  void copiesTheNumberAsShown(FxRobot robot) {
    robot.clickOn("#W-2-2").press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
    assertThat(clipboard.read()).contains("0.5");
  }

  // ---- focus and keys

  private static void with(FxRobot robot, KeyCode held, KeyCode... keys) {
    robot.press(held).type(keys).release(held);
  }

  @Test
  void tabGoesAmongTheCellsAndOn(FxRobot robot) {
    robot.type(KeyCode.TAB);
    assertThat(cell(robot, 1, 1).isFocused()).isTrue();
    robot.type(KeyCode.TAB, 2);
    assertThat(cell(robot, 2, 1).isFocused()).isTrue();
    with(robot, KeyCode.CONTROL, KeyCode.DOWN, KeyCode.RIGHT);
    robot.type(KeyCode.TAB);
    assertThat(robot.lookup("after").query().isFocused()).isTrue();
    with(robot, KeyCode.SHIFT, KeyCode.TAB);
    assertThat(cell(robot, 3, 2).isFocused()).isTrue();
    assertThat(robot.lookup(".cell-focus").query().isVisible()).isTrue();
    with(robot, KeyCode.SHIFT, KeyCode.TAB);
    assertThat(cell(robot, 3, 1).isFocused()).isTrue();
  }

  @Test
  void withCtrlArrowsHomeAndEndStayInside(FxRobot robot) {
    robot.clickOn("#W-1-1");
    with(robot, KeyCode.CONTROL, KeyCode.UP, KeyCode.LEFT, KeyCode.END);
    assertThat(cell(robot, 1, 2).isFocused()).isTrue();
    with(robot, KeyCode.CONTROL, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN);
    assertThat(cell(robot, 3, 2).isFocused()).isTrue();
    with(robot, KeyCode.CONTROL, KeyCode.HOME);
    assertThat(cell(robot, 3, 1).isFocused()).isTrue();
  }

  @Test
  void leavesTheKeysOfTheWalkToTheScreen(FxRobot robot) {
    robot.clickOn("#W-2-1").type(KeyCode.SPACE, KeyCode.PAGE_DOWN, KeyCode.HOME, KeyCode.END);
    robot.type(KeyCode.RIGHT, KeyCode.LEFT);
    with(robot, KeyCode.SHIFT, KeyCode.RIGHT);
    assertThat(leftToTheScreen)
        .contains(
            KeyCode.SPACE,
            KeyCode.PAGE_DOWN,
            KeyCode.HOME,
            KeyCode.END,
            KeyCode.RIGHT,
            KeyCode.LEFT);
    assertThat(cell(robot, 2, 1).isFocused()).isTrue();
  }

  @Test
  void aClickChoosesItsCellOnce(FxRobot robot) {
    robot.clickOn("#W-3-2");
    assertThat(chosen).containsExactly(new Cell(2, 1));
    assertThat(cell(robot, 3, 2).isFocused()).isTrue();
  }

  @Test
  void theMenuOpensByMouseAndByKey(FxRobot robot) {
    robot.clickOn("#W-2-1", MouseButton.SECONDARY).clickOn("#insert-above");
    robot.clickOn("#W-1-2").press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);
    robot.listTargetWindows().stream()
        .filter(PopupWindow.class::isInstance)
        .forEach(menu -> Snapshots.save(menu.getScene(), "grid-menu"));
    robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
    assertThat(done).first().isEqualTo("above 2,1");
    assertThat(done).hasSize(2).doesNotContain("never");
  }

  @Test
  void theHandleAddsARowAndTheFocusStays(FxRobot robot) {
    robot.clickOn("#W-2-2").clickOn("#W-add-row");
    assertThat(shown(robot, 4, 1)).isEqualTo("0");
    assertThat(robot.lookup("#W-add-row").query().getAccessibleText()).isEqualTo("Add feature");
  }

  // ---- looks

  @Test
  void marksArePseudoClassesAndUnreachedCellsShowNoNumber(FxRobot robot) {
    SampleFaces faces =
        new SampleFaces("W", matrix)
            .markRow(0, CellState.LEFT)
            .mark(0, 1, CellState.ACTIVE)
            .mark(2, 1, CellState.UNREACHED);
    robot.interact(() -> grid.setContent(faces.content()));
    assertThat(has(cell(robot, 1, 1), "left")).isTrue();
    assertThat(has(cell(robot, 1, 2), "active")).isTrue();
    assertThat(has(cell(robot, 3, 2), "unreached")).isTrue();
    assertThat(shown(robot, 3, 2)).isEmpty();
    robot.interact(this::showMatrix);
    assertThat(has(cell(robot, 1, 2), "active")).isFalse();
    assertThat(shown(robot, 3, 2)).isEqualTo("6");
  }

  /** A right factor's line is dashed, but what is asked for is seen whole. */
  @Test
  void whatIsAskedHasAWholeEdgeAlsoInALineOfARightFactor(FxRobot robot) {
    SampleFaces faces =
        new SampleFaces("W", matrix)
            .markRow(0, CellState.RIGHT)
            .mark(0, 1, CellState.COVERED, CellState.ASKED);
    robot.interact(() -> grid.setContent(faces.content()));
    assertThat(dashes(cell(robot, 1, 1))).isNotEmpty();
    assertThat(dashes(cell(robot, 1, 2))).isEmpty();
  }

  private static List<Double> dashes(Region cell) {
    cell.applyCss();
    return cell.getBorder().getStrokes().stream()
        .flatMap(stroke -> stroke.getTopStyle().getDashArray().stream())
        .toList();
  }

  @Test
  void tagsStandBesideTheirLines(FxRobot robot) {
    SampleFaces faces = new SampleFaces("W", matrix);
    robot.interact(() ->
        grid.setContent(
            new GridContent(
                matrix.shape(),
                faces,
                Optional.of(new LineTag(2, "i = 3", CellState.LEFT)),
                Optional.of(new LineTag(1, "j = 2", CellState.RIGHT)),
                Optional.empty())));
    Bounds tag = robot.lookup("i = 3").query().getBoundsInParent();
    Bounds row = cell(robot, 3, 1).getBoundsInParent();
    assertThat(tag.getMaxX()).isLessThanOrEqualTo(row.getMinX());
    assertThat(tag.getCenterY()).isBetween(row.getMinY(), row.getMaxY());
    Bounds above = robot.lookup("j = 2").query().getBoundsInParent();
    assertThat(above.getMaxY())
        .isLessThanOrEqualTo(cell(robot, 1, 2).getBoundsInParent().getMinY());
  }

  @Test
  void everyCellSaysWhereItIsAndWhatItHolds(FxRobot robot) {
    MatrixCell cell = cell(robot, 1, 2);
    assertThat(cell.getAccessibleText()).isEqualTo("W row 1, column 2: minus 2");
    assertThat(cell.queryAccessibleAttribute(AccessibleAttribute.TEXT))
        .isEqualTo("W row 1, column 2: minus 2");
    assertThat(cell.getAccessibleRoleDescription()).isEqualTo("editable cell");
  }

  @Test
  void announcesAPlace(FxRobot robot) {
    robot.clickOn("#W-1-1");
    robot.interact(() -> grid.announce("Row 3 of X transposed meets column 2 of dL/dZ"));
    assertThat(grid.getAccessibleText()).startsWith("Row 3");
    assertThat(cell(robot, 1, 1).getAccessibleHelp()).startsWith("Row 3");
  }

  @Test
  void aTooltipShowsOnlyWhatTheCellLeavesOut(FxRobot robot) throws TimeoutException {
    robot.interact(
        () -> grid.getScene().getStylesheets().add("data:text/css,.tooltip{-fx-show-delay:0ms;}"));
    robot.moveTo("#W-3-1");
    PromptRobot.await(() -> popup(robot, ".tooltip").equals(Optional.of("0.3333333333333333")));
    robot.moveTo("#W-1-1");
    PromptRobot.await(() -> popup(robot, ".tooltip").isEmpty());
    robot.moveTo("#W-3-1");
    PromptRobot.await(() -> popup(robot, ".tooltip").equals(Optional.of("0.3333333333333333")));
  }

  @Test
  void changedCellsFlashUnlessMotionIsReduced(FxRobot robot) throws TimeoutException {
    robot.interact(() -> grid.flash(Set.of(new Cell(0, 0), new Cell(40, 40))));
    assertThat(robot.lookup(".cell-flash").query().isVisible()).isTrue();
    PromptRobot.await(() -> !robot.lookup(".cell-flash").query().isVisible());
    robot.interact(() -> {
      grid.reducedMotionProperty().set(true);
      grid.flash(Set.of(new Cell(0, 0)));
    });
    assertThat(robot.lookup(".cell-flash").query().isVisible()).isFalse();
  }

  @Test
  void aLargerWindowSizeGrowsTheCells(FxRobot robot) {
    double before = cell(robot, 1, 1).getWidth();
    robot.interact(() -> Appearance.usual().larger().larger().applyTo(grid.getScene()));
    PromptRobot.settle();
    assertThat(cell(robot, 1, 1).getWidth()).isGreaterThan(before * 1.15);
  }

  @Test
  void gridsAboveEachOtherCanShareTheirColumns(FxRobot robot) {
    MatrixGrid wide =
        new MatrixGrid(
            "V", new SampleFaces("V", Matrix.row(-0.123457, 1)).content(), texts, clipboard);
    robot.interact(() -> {
      ((VBox) grid.getScene().getRoot()).getChildren().add(wide);
      wide.applyCss();
      wide.layout();
      MatrixGrid.alignColumns(List.of(grid, wide));
    });
    PromptRobot.settle();
    Node other = robot.lookup("#V-1-2").query();
    assertThat(cell(robot, 1, 2).getWidth()).isEqualTo(((MatrixCell) other).getWidth());
    assertThat(grid.boundsOf(new Cell(0, 1)).orElseThrow().getMinX())
        .isEqualTo(wide.boundsOf(new Cell(0, 1)).orElseThrow().getMinX());
  }

  // ---- more than fits

  @Test
  void ofALargeMatrixAWindowShowsThatFollowsTheCellInView(FxRobot robot) {
    Shape large = new Shape(784, 128);
    SampleFaces faces =
        new SampleFaces("W", Matrix.numbers(large, (i, j) -> i + j))
            .mark(300, 20, CellState.ACTIVE);
    robot.interact(() ->
        grid.setContent(
            new GridContent(
                large, faces, Optional.empty(), Optional.empty(), Optional.of(new Cell(300, 20)))));
    assertThat(robot.lookup(".matrix-cell").queryAll()).hasSize(144);
    assertThat(shown(robot, 301, 21)).isEqualTo("320");
    assertThat(robot.lookup(".line-index").queryAllAs(Label.class))
        .extracting(Label::getText)
        .contains("301", "21");
    assertThat(robot.lookup(".more-cells").queryAllAs(Button.class))
        .filteredOn(Node::isVisible)
        .extracting(Button::getText)
        .allSatisfy(text -> assertThat(text).containsPattern("[←→↑↓] \\d+"));
  }

  @Test
  void whenAnotherNumberOfLinesHasRoomTheCellInViewIsSeenWhereItIs(FxRobot robot) {
    Shape large = new Shape(40, 40);
    SampleFaces faces = new SampleFaces("W", Matrix.numbers(large, (i, j) -> 100 * i + j));
    robot.interact(() ->
        grid.setContent(
            new GridContent(
                large,
                faces.content().faces(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Cell(0, 0)))));
    robot.interact(() -> robot.lookup("#W-below").queryAs(Button.class).fire());
    assertThat(robot.lookup("#W-1-1").tryQuery()).isEmpty();
    // 13 lines still show as a window of 12, which goes back to the cell in view.
    robot.interact(() -> grid.setMostVisible(new Shape(13, 13)));
    assertThat(grid.boundsOf(new Cell(0, 0))).contains(cell(robot, 1, 1).getBoundsInParent());
    assertThat(shown(robot, 2, 1)).isEqualTo("100");
  }

  @Test
  void arrowsScrollALargeMatrix(FxRobot robot) {
    robot.interact(() -> {
      grid.setEditor(Optional.empty());
      grid.setCellSize(CellSize.COMPACT);
      Shape large = new Shape(40, 3);
      grid.setContent(new SampleFaces("W", Matrix.numbers(large, (i, j) -> 10 * i + j)).content());
    });
    robot.clickOn("#W-12-1");
    with(robot, KeyCode.CONTROL, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN);
    assertThat(cell(robot, 15, 1).isFocused()).isTrue();
    assertThat(shown(robot, 15, 1)).isEqualTo("140");
    assertThat(robot.lookup("#W-1-1").tryQuery()).isEmpty();
  }

  @Test
  void aMovedWindowKeepsTheCellsInSightAndReadsThemInOrder(FxRobot robot) {
    Shape large = new Shape(40, 3);
    SampleFaces faces = new SampleFaces("W", Matrix.numbers(large, (i, j) -> 10 * i + j));
    robot.interact(() -> grid.setContent(faces.content()));
    MatrixCell staying = cell(robot, 12, 1);
    robot.interact(() ->
        grid.setContent(
            new GridContent(
                large, faces, Optional.empty(), Optional.empty(), Optional.of(new Cell(12, 0)))));
    assertThat(cell(robot, 12, 1)).isSameAs(staying);
    assertThat(shown(robot, 14, 1)).isEqualTo("130");
    List<?> children =
        (List<?>)
            Objects.requireNonNull(grid.queryAccessibleAttribute(AccessibleAttribute.CHILDREN));
    assertThat(children.subList(0, 36))
        .extracting(child -> PromptRobot.nameOf((Node) child))
        .startsWith("W-3-1", "W-3-2", "W-3-3", "W-4-1")
        .endsWith("W-14-3");
  }

  /** Takes numbers as the app does. */
  private final class Taker implements CellEditor {
    @Override
    public String exactText(Cell cell) {
      return matrix.entry(cell.row(), cell.column()).exactText();
    }

    @Override
    public Optional<String> edit(Cell cell, String typed) {
      try {
        matrix = matrix.with(cell.row(), cell.column(), Numbers.parse(typed));
        showMatrix();
        return Optional.empty();
      } catch (InvalidInput wrong) {
        return Optional.of(texts.say(wrong.said()));
      }
    }

    @Override
    public Optional<String> paste(Cell cell, String pasted) {
      try {
        Matrix block = MatrixReader.read(pasted);
        done.add("pasted " + block.shape() + " at " + cell);
        for (int i = 0; i < block.rows(); i++) {
          for (int j = 0; j < block.columns(); j++) {
            matrix = matrix.with(cell.row() + i, cell.column() + j, block.entry(i, j));
          }
        }
        showMatrix();
        return Optional.empty();
      } catch (InvalidInput wrong) {
        return Optional.of(texts.say(wrong.said()));
      }
    }
  }
}
