package org.gradloom.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.gradloom.derivation.CodeListing;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Perspectives;
import org.gradloom.derivation.Section;
import org.gradloom.derivation.Step;
import org.gradloom.export.TerminalText;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.staging.Shown;
import org.gradloom.staging.StagePicture;
import org.gradloom.text.Texts;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.control.CellContents;
import org.gradloom.ui.control.CellState;
import org.gradloom.ui.control.GridAction;
import org.gradloom.ui.control.GridEntry;
import org.gradloom.ui.control.GridSubmenu;
import org.gradloom.ui.control.HeatMap;
import org.gradloom.ui.control.MatrixGrid;
import org.gradloom.ui.control.MemoryClipboard;
import org.gradloom.ui.control.PaintedGrid;
import org.gradloom.ui.control.TexLine;
import org.gradloom.ui.control.Tip;
import org.gradloom.ui.shell.StartupDocument;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Layout;
import org.gradloom.ui.store.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/**
 * A covered number is nowhere: not on the stage, in no formula, sentence, tooltip, spoken text or
 * program, not on the clipboard and not in the terminal, wherever in the walk one stands.
 */
@InWindow
class CoveredNumbersTest {
  private static final Texts TEXTS = Texts.english();

  @TempDir private Path folder;
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window =
        TestWindow.open(stage, folder, StartupDocument.of(sigmoid(), Optional.empty()))
            .withoutMotion();
  }

  // ---- lessons whose numbers are all different

  private static Matrix numbers(Random random, int rows, int columns) {
    return Matrix.numbers(
        new Shape(rows, columns),
        (i, j) ->
            Math.rint(1e6 * (0.2 + random.nextDouble()) * (random.nextBoolean() ? 1 : -1)) / 1e6);
  }

  private static Layer layer(Random random, int inputs, int units, Activation activation) {
    return new Layer(numbers(random, inputs, units), numbers(random, 1, units), activation);
  }

  private static Lesson sigmoid() {
    Random random = new Random(3);
    return new Lesson(
        "Targets",
        numbers(random, 2, 2),
        List.of(layer(random, 2, 2, Elementwise.TANH), layer(random, 2, 2, Elementwise.SIGMOID)),
        new Loss(
            LossKind.SIGMOID_CROSS_ENTROPY,
            new Target.Targets(Matrix.numbers(new Shape(2, 2), (i, j) -> random.nextDouble())),
            Reduction.MEAN),
        0.3);
  }

  private static Lesson softmax() {
    Random random = new Random(5);
    return new Lesson(
        "Labels",
        numbers(random, 2, 2),
        List.of(
            layer(random, 2, 3, Elementwise.LEAKY_RELU), layer(random, 3, 3, Elementwise.IDENTITY)),
        new Loss(LossKind.SOFTMAX_CROSS_ENTROPY, new Target.Labels(List.of(0, 2)), Reduction.MEAN),
        0.3);
  }

  // ---- what is covered

  /** One cell of each of these matrices whose number no other cell nearly holds. */
  private static Map<Place, Double> secrets(Derivation derivation, Set<MatrixSymbol> symbols) {
    Map<Place, Double> secrets = new LinkedHashMap<>();
    Set<Operand> operands = new LinkedHashSet<>(derivation.lesson().inputs());
    derivation.sections().stream().map(Section::result).forEach(operands::add);
    double[] all =
        operands.stream()
            .flatMapToDouble(
                operand -> DoubleStream.of(derivation.trace().matrix(operand).toArray()))
            .toArray();
    for (Operand operand : operands) {
      Matrix matrix = derivation.trace().matrix(operand);
      if (symbols.contains(operand.quantity())) {
        for (int n = matrix.shape().size() - 1; n >= 0; n--) {
          Cell cell = new Cell(n / matrix.columns(), n % matrix.columns());
          double value = matrix.get(cell.row(), cell.column());
          long near =
              DoubleStream.of(all)
                  .filter(other -> Math.abs(Math.abs(other / value) - 1) < 1e-3)
                  .count();
          if (near == 1) {
            secrets.put(new Place.OfCell(operand, cell), value);
            break;
          }
        }
      }
    }
    return secrets;
  }

  /** Looks for numbers in texts, and in each text once, since most are told at many steps. */
  private static final class Search {
    private final Map<Double, List<String>> writings = new LinkedHashMap<>();
    private final Map<Double, String> found = new LinkedHashMap<>();
    private final Set<String> searched = new HashSet<>();

    Search(Collection<Double> numbers) {
      numbers.forEach(number -> writings.put(number, writings(number)));
    }

    /** How the number may be written, with at least four of its digits and whatever its sign. */
    private static List<String> writings(double number) {
      double size = Math.abs(number);
      return Stream.concat(
              Stream.of(Numbers.exact(size)),
              IntStream.rangeClosed(4, 6).mapToObj(digits -> Numbers.format(size, digits)))
          .filter(written -> written.chars().filter(c -> c >= '1' && c <= '9').count() >= 4)
          .distinct()
          .toList();
    }

    /** True if the text has these digits as a number of its own, and not within a longer one. */
    private static boolean holds(String text, String written) {
      for (int at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1)) {
        int end = at + written.length();
        if (end == text.length() || !Character.isDigit(text.charAt(end))) {
          return true;
        }
      }
      return false;
    }

    void in(String where, Collection<String> texts) {
      for (String text : texts) {
        if (searched.add(text)) {
          writings.forEach((number, written) -> {
            if (written.stream().anyMatch(digits -> holds(text, digits))) {
              found.putIfAbsent(number, where + ": " + text);
            }
          });
        }
      }
    }

    /** Which of the numbers were met anywhere, each with the first text that tells it. */
    Map<Double, String> found() {
      return found;
    }
  }

  /** Together every matrix of a walk, but few at a time: one cover must not hide another's gap. */
  private static final List<Set<MatrixSymbol>> ROUNDS =
      List.of(
          Set.of(MatrixSymbol.X, MatrixSymbol.TARGETS, MatrixSymbol.P, MatrixSymbol.DB),
          Set.of(MatrixSymbol.W, MatrixSymbol.L, MatrixSymbol.DZ),
          Set.of(MatrixSymbol.B, MatrixSymbol.Z, MatrixSymbol.DW, MatrixSymbol.B_NEXT),
          Set.of(MatrixSymbol.A, MatrixSymbol.DA, MatrixSymbol.DX, MatrixSymbol.W_NEXT));

  // ---- the walk

  /** How a lesson is walked; the two lessons together in every way. */
  private record Way(Layout layout, Granularity by) {}

  /**
   * How a lesson is walked while these are covered: term by term, where all is told, and in one of
   * the coarser ways. The rounds take turns with these, and the two lessons begin with another one.
   */
  private static List<Way> ways(List<Way> all, int round) {
    return List.of(all.getFirst(), all.get(1 + round % (all.size() - 1)));
  }

  @Test
  void isNowhereWithTargets(FxRobot robot) {
    everyRound(
        robot,
        List.of(
            new Way(Layout.FALK, Granularity.TERM),
            new Way(Layout.FALK, Granularity.MATRIX),
            new Way(Layout.INLINE, Granularity.CELL),
            new Way(Layout.INLINE, Granularity.PHASE)));
  }

  @Test
  void isNowhereWithLabels(FxRobot robot) {
    robot.interact(() ->
        window.store().dispatch(new Action.Open(Derivation.of(softmax()), new Origin.Unsaved())));
    everyRound(
        robot,
        List.of(
            new Way(Layout.INLINE, Granularity.TERM),
            new Way(Layout.FALK, Granularity.CELL),
            new Way(Layout.FALK, Granularity.PHASE),
            new Way(Layout.INLINE, Granularity.MATRIX)));
  }

  /** 20×18: shown as colours, whose scale ends at the largest number. */
  private static Lesson large() {
    Random random = new Random(11);
    return new Lesson(
        "Large",
        Matrix.entries(
            new Shape(20, 18),
            (i, j) ->
                Entry.of(i == 4 && j == 7 ? 987.654 : Math.rint(1e3 * random.nextDouble()) / 1e3)),
        List.of(layer(random, 18, 3, Elementwise.TANH)),
        new Loss(LossKind.GIVEN, new Target.Upstream(numbers(random, 20, 3)), Reduction.SUM),
        0.3);
  }

  @Test
  void isInNoColourAndNoScale(FxRobot robot) {
    robot.interact(() ->
        window.store().dispatch(new Action.Open(Derivation.of(large()), new Origin.Unsaved())));
    Place place = Place.parse("layer1/x/5,8");
    for (String step : List.of("layer1/z/5,1/term8", "layer1/dW/8,2/term5")) {
      window.go(robot, step);
      assertThat(heatTexts(robot)).anyMatch(text -> text.contains("988"));
      robot.interact(() -> window.store().dispatch(new Action.Cover(List.of(place))));
      assertThat(heatTexts(robot)).noneMatch(text -> text.contains("988") || text.contains("987"));
      robot.interact(() -> window.store().dispatch(new Action.Uncover(List.of(place))));
    }
  }

  /** Texts of the window, and what is said and shown of the cell in all maps that have it. */
  private Set<String> heatTexts(FxRobot robot) {
    Set<String> texts = new LinkedHashSet<>();
    robot.interact(() -> {
      collect(texts);
      for (Node node : window.scene().getRoot().lookupAll(".heat-map")) {
        HeatMap map = (HeatMap) node;
        Shape shape = map.getMatrix().shape();
        Cell cell = PromptRobot.nameOf(map).contains("turned") ? new Cell(7, 4) : new Cell(4, 7);
        if (cell.row() < shape.rows() && cell.column() < shape.columns()) {
          texts.add(Numbers.exact(map.getMatrix().get(cell.row(), cell.column())));
          map.focusCell(cell);
          texts.add(String.valueOf(map.queryAccessibleAttribute(AccessibleAttribute.TEXT)));
        }
      }
    });
    return texts;
  }

  private void everyRound(FxRobot robot, List<Way> ways) {
    Map<Place, Double> all = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS.size(); round++) {
      Map<Place, Double> secrets = secrets(derivation(), ROUNDS.get(round));
      all.putAll(secrets);
      robot.interact(() -> window.store().dispatch(new Action.Cover(secrets.keySet())));
      assertThat(found(robot, ways(ways, round), new Search(secrets.values())))
          .as("covered: %s", secrets)
          .isEmpty();
      robot.interact(() -> window.store().dispatch(new Action.Uncover(secrets.keySet())));
    }
    // With nothing covered the walk by terms alone tells every one of them.
    Search told = new Search(all.values());
    robot.interact(() -> walk(ways.getFirst(), told));
    assertThat(told.found()).containsOnlyKeys(all.values());
    // And the other views tell what they are made of.
    Search seen = new Search(all.values());
    robot.interact(() -> seeAll(seen));
    assertThat(seen.found().values()).anyMatch(where -> where.contains("as CARDS"));
  }

  private Derivation derivation() {
    return window.store().state().explore().derivation();
  }

  /** Which of these numbers are met anywhere, each with the first text that tells it. */
  private Map<Double, String> found(FxRobot robot, List<Way> ways, Search search) {
    inWalks(robot, ways, search);
    robot.interact(() -> seeAll(search));
    return search.found();
  }

  /** Every other view of a matrix that has one: at its last cell, and whole. */
  private void seeAll(Search search) {
    for (Perspective view : Perspective.values()) {
      for (Section section : derivation().sections()) {
        Place whole = new Place.OfMatrix(section.result());
        Step step = derivation().at(whole);
        if (view != Perspective.PRODUCT && Perspectives.shows(view, step)) {
          for (Place place : List.of(whole, new Place.OfCell(section.result(), step.cell()))) {
            window.store().dispatch(new Action.Go(place));
            window.store().dispatch(new Action.See(view));
            Set<String> texts = new LinkedHashSet<>();
            collect(texts);
            search.in(place + " as " + view, texts);
          }
        }
      }
    }
    window.store().dispatch(new Action.See(Perspective.PRODUCT));
  }

  private void inWalks(FxRobot robot, List<Way> ways, Search search) {
    search.in("the terminal", terminalTexts());
    for (CodeListing.Language language : CodeListing.Language.values()) {
      Set<String> texts = new LinkedHashSet<>();
      robot.interact(() -> {
        window.store().dispatch(new Action.ShowCode(language));
        collect(texts);
        ((Button) window.scene().lookup("#code-copy")).fire();
        window.clipboard().read().ifPresent(texts::add);
      });
      search.in("code in " + language, texts);
    }
    for (Way way : ways) {
      robot.interact(() -> walk(way, search));
    }
  }

  private void walk(Way way, Search search) {
    window.store().dispatch(new Action.LayOut(way.layout()));
    window.store().dispatch(new Action.StepBy(way.by()));
    window.store().dispatch(new Action.First());
    boolean goesOn = true;
    while (goesOn) {
      Set<String> texts = new LinkedHashSet<>();
      collect(texts);
      search.in(window.place() + " by " + way.by(), texts);
      goesOn = !window.store().state().explore().isAtEnd();
      window.store().dispatch(new Action.Forward(way.by()));
    }
  }

  private List<String> terminalTexts() {
    List<String> texts = new ArrayList<>();
    for (Granularity finest : List.of(Granularity.TERM, Granularity.CELL, Granularity.MATRIX)) {
      StringBuilder text = new StringBuilder();
      try {
        TerminalText.write(derivation(), finest, TEXTS, text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      text.toString().lines().forEach(texts::add);
    }
    return texts;
  }

  // ---- all that a window can tell at one moment

  private static final List<AccessibleAttribute> SPOKEN =
      List.of(
          AccessibleAttribute.TEXT,
          AccessibleAttribute.HELP,
          AccessibleAttribute.ROLE_DESCRIPTION,
          AccessibleAttribute.VALUE_STRING);

  private void collect(Set<String> texts) {
    PromptRobot.frame();
    collect(window.scene().getRoot(), texts);
    texts.add(window.stage().getTitle());
    for (TexLine line : FormulaTex.lines(window.store().state().explore().step(), TEXTS)) {
      texts.add(line.lead() + line.tex() + line.tail());
      texts.add(line.spoken());
    }
    if (window.store().state().explore().step().isLastTerm()) {
      copyEverything(texts);
    }
  }

  private void collect(Node node, Set<String> texts) {
    switch (node) {
      case Labeled labeled -> texts.add(String.valueOf(labeled.getText()));
      case TextInputControl input -> texts.add(String.valueOf(input.getText()));
      case Text text -> texts.add(text.getText());
      default -> {}
    }
    if (node instanceof Control control && control.getTooltip() != null) {
      texts.add(control.getTooltip().getText());
    }
    Tip.of(node).ifPresent(texts::add);
    if (node.hasProperties()) {
      for (Object property : node.getProperties().values()) {
        if (property instanceof Tooltip tooltip) {
          texts.add(tooltip.getText());
        }
      }
    }
    for (AccessibleAttribute attribute : SPOKEN) {
      texts.add(String.valueOf(node.queryAccessibleAttribute(attribute)));
    }
    if (node instanceof MatrixGrid grid) {
      CellContents faces = grid.getContent().faces();
      Shape shape = grid.getContent().shape();
      for (int i = 0; i < shape.rows(); i++) {
        for (int j = 0; j < shape.columns(); j++) {
          texts.add(faces.fullText(i, j));
        }
      }
    }
    if (node instanceof PaintedGrid grid) {
      CellContents faces = grid.contents();
      for (int i = 0; i < grid.shape().rows(); i++) {
        for (int j = 0; j < grid.shape().columns(); j++) {
          if (!faces.marks(i, j).contains(CellState.UNREACHED)) {
            texts.add(faces.text(i, j));
            texts.add(faces.fullText(i, j));
            texts.add(faces.spoken(i, j));
          }
        }
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
    }
  }

  /** Ctrl+C at every cell, every way to copy a matrix, and what an editor would begin with. */
  private void copyEverything(Set<String> texts) {
    MemoryClipboard clipboard = window.clipboard();
    for (Node cell : window.scene().getRoot().lookupAll(".matrix-cell")) {
      Event.fireEvent(
          cell,
          new KeyEvent(
              cell, cell, KeyEvent.KEY_PRESSED, "", "", KeyCode.C, false, true, false, false));
      clipboard.read().ifPresent(texts::add);
    }
    var explore = window.store().state().explore();
    StagePicture picture =
        StagePicture.of(
            explore.step().section(), explore.lesson(), explore.view().layout() == Layout.FALK);
    for (StagePicture.Placed placed : picture.matrices()) {
      if (placed.shown() instanceof Shown.Whole whole) {
        MatrixEditing editing = new MatrixEditing(window.store(), TEXTS, clipboard, whole);
        editing.menu().stream()
            .flatMap(entry -> actions(entry).stream())
            .filter(action -> action.id().startsWith("copy-") && action.available())
            .forEach(action -> {
              action.run().accept(new Cell(0, 0));
              clipboard.read().ifPresent(texts::add);
            });
        if (editing.isEditable()) {
          Shape shape = whole.shape(explore.lesson());
          for (int i = 0; i < shape.rows(); i++) {
            for (int j = 0; j < shape.columns(); j++) {
              texts.add(editing.exactText(new Cell(i, j)));
            }
          }
        }
      }
    }
  }

  private static List<GridAction> actions(GridEntry entry) {
    return switch (entry) {
      case GridAction action -> List.of(action);
      case GridSubmenu(_, _, var actions) -> actions;
    };
  }
}
