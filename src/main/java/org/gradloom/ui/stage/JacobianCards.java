package org.gradloom.ui.stage;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gradloom.derivation.RowJacobian;
import org.gradloom.derivation.Step;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;

/**
 * What stands under the matrices at softmax's dL/dZ: the step in numbers, the row of the Jacobian
 * that it is, and what cross-entropy leaves of it.
 */
public final class JacobianCards extends VBox {
  /** More outputs show only those around the active one. */
  private static final int MOST = 8;

  /**
   * So many leave room for two cards side by side, the one with all rows of the Jacobian. Of more
   * there is the row at work, under the numbers that it meets; its sum is the formula's below.
   */
  private static final int MOST_BESIDE = 3;

  /** More numbers in a row stand closer. */
  private static final int MOST_APART = 6;

  /** The width of a word or two. */
  private static final double LEAST_SENTENCE = 40;

  private static final int DIGITS = 3;

  private final Texts texts;
  private Optional<Step> shown = Optional.empty();

  public JacobianCards(Texts texts) {
    this.texts = texts;
    setId("jacobian");
    getStyleClass().add("jacobian");
    setMinHeight(USE_PREF_SIZE);
    NodeVisibility.set(this, false);
  }

  public void show(Step step) {
    if (shown.filter(step::equals).isPresent()) {
      return;
    }
    shown = Optional.of(step);
    Optional<RowJacobian> row = RowJacobian.at(step);
    NodeVisibility.set(this, row.isPresent());
    getChildren().clear();
    row.ifPresent(this::build);
  }

  private void build(RowJacobian row) {
    VBox work = card("stage.stepOfSample", row.sample() + 1);
    GridPane numbers = numbers(row);
    work.getChildren().add(numbers);
    if (row.outputs() <= MOST_BESIDE) {
      VBox jacobian = card("stage.jacobianRow");
      Label sums = new Label(texts.get("stage.rowsAddUp"));
      sums.getStyleClass().add("caption");
      sums.setWrapText(true);
      wrapped(sums);
      HBox.setHgrow(sums, Priority.ALWAYS);
      HBox table = new HBox(entries(row), sums);
      table.getStyleClass().add("cards");
      table.setAlignment(Pos.CENTER_LEFT);
      work.getChildren().add(wrapped(line("jacobian-step", stepLine(row))));
      jacobian.getChildren().addAll(table, wrapped(line("jacobian-row", rowLine(row))));
      HBox.setHgrow(work, Priority.ALWAYS);
      HBox.setHgrow(jacobian, Priority.ALWAYS);
      HBox both = new HBox(work, jacobian);
      both.getStyleClass().add("cards");
      getChildren().add(both);
    } else {
      // Under the numbers that it meets, and named by what it is a row of.
      addEntries(row, row.output(), numbers, numbers.getRowCount());
      Label jacobian = new Label(texts.get("stage.itsJacobianRow"));
      jacobian.getStyleClass().add("matrix-caption");
      jacobian.setMinWidth(USE_PREF_SIZE);
      numbers.add(jacobian, numbers.getColumnCount() - 1, numbers.getRowCount() - 1);
      getChildren().add(work);
    }
    row.collapsesOver()
        .ifPresent(divisor -> {
          VBox left = card("stage.collapse");
          String implication =
              divisor == 1
                  ? texts.get("stage.implication")
                  : texts.get("stage.implicationOver", divisor);
          HBox result = new HBox(line("jacobian-collapse", collapse(row, divisor)));
          if (row.isClosed()) {
            Label same = new Label("✓ " + texts.get("stage.sameRow"));
            same.getStyleClass().add("same");
            same.setMinWidth(USE_PREF_SIZE);
            result.getChildren().add(same);
          }
          result.getStyleClass().add("cards");
          result.setAlignment(Pos.CENTER_LEFT);
          left.getChildren().addAll(wrapped(line("jacobian-implication", implication)), result);
          getChildren().add(left);
        });
  }

  private VBox card(String key, Object... parameters) {
    Label title = new Label(texts.get(key, parameters));
    title.getStyleClass().add("panel-title");
    VBox card = new VBox(title);
    card.getStyleClass().addAll("card", "jacobian-card");
    return card;
  }

  private static RichText line(String id, String sentence) {
    RichText line = new RichText(id);
    line.setSentence(sentence);
    return line;
  }

  /** A sentence can be wrapped and numbers cannot: it asks for no room that they might need. */
  private static <T extends Region> T wrapped(T sentence) {
    sentence.setPrefWidth(LEAST_SENTENCE);
    return sentence;
  }

  // ---- the step

  private static GridPane numbers(RowJacobian row) {
    GridPane grid = grid();
    if (row.outputs() > MOST_APART) {
      grid.getStyleClass().add("close");
    }
    int first = first(row);
    int last = last(row);
    grid.add(name(row.name(MatrixSymbol.Z, row.active())), 0, 0);
    grid.add(name(row.name(MatrixSymbol.A, row.active())), 0, 1);
    grid.add(name(row.name(MatrixSymbol.DA, row.active())), 0, 2);
    grid.add(name("a·da"), 0, 3);
    for (int m = first; m <= last; m++) {
      boolean active = m == row.active();
      grid.add(number(row.z(m), "plain", false), m - first + 1, 0);
      grid.add(number(row.a(m), "left", active), m - first + 1, 1);
      grid.add(number(row.dA(m), "right", active), m - first + 1, 2);
      grid.add(
          m < row.reached() ? number(row.product(m), "plain", false) : unreached(),
          m - first + 1,
          3);
    }
    Label sum = new Label("Σ = " + Numbers.format(row.sum(), DIGITS));
    sum.setId("jacobian-sum");
    grid.add(sum, last - first + 2, 3);
    return grid;
  }

  /** {@code dz₂₁ = 0.4·(−2.5 − (−1)) = −0.6}; before the end the product that is added. */
  private static String stepLine(RowJacobian row) {
    int m = row.active();
    if (!row.isClosed()) {
      return "<l>%s</l>·<r>%s</r> = %s"
          .formatted(written(row.a(m)), bracketed(row.dA(m)), written(row.product(m)));
    }
    return "<o>%s</o> = <l>%s</l>·(<r>%s</r> − %s) = <o>%s</o>"
        .formatted(
            row.name(MatrixSymbol.DZ, m),
            written(row.a(m)),
            written(row.dA(m)),
            bracketed(row.sum()),
            written(row.gradient()));
  }

  // ---- the Jacobian

  private static GridPane entries(RowJacobian row) {
    GridPane grid = grid();
    for (int m = 0; m < row.outputs(); m++) {
      grid.add(name(row.name(MatrixSymbol.A, m)), m + 1, 0);
    }
    for (int j = 0; j < row.outputs(); j++) {
      addEntries(row, j, grid, j + 1);
    }
    return grid;
  }

  /** Adds one row of the Jacobian, of those outputs that are shown. */
  private static void addEntries(RowJacobian row, int j, GridPane grid, int line) {
    grid.add(name(row.name(MatrixSymbol.Z, j)), 0, line);
    for (int m = first(row); m <= last(row); m++) {
      String role = j == row.output() ? "result" : "plain";
      grid.add(number(row.entry(j, m), role, false), m - first(row) + 1, line);
    }
  }

  /** {@code 0.24·(−2.5) + (−0.04)·0 + (−0.2)·0 = −0.6}; the result at the end only. */
  private static String rowLine(RowJacobian row) {
    String products =
        IntStream.rangeClosed(first(row), last(row))
            .mapToObj(m ->
                "<o>%s</o>·<r>%s</r>"
                    .formatted(
                        m == first(row)
                            ? written(row.entry(row.output(), m))
                            : bracketed(row.entry(row.output(), m)),
                        bracketed(row.dA(m))))
            .collect(Collectors.joining(" + "));
    String sum = row.outputs() > MOST ? "… + " + products + " + …" : products;
    return row.isClosed() ? "%s = <o>%s</o>".formatted(sum, written(row.gradient())) : sum;
  }

  // ---- what cross-entropy leaves

  /** {@code (0.4, 0.1, 0.5) − (1, 0, 0) = (−0.6, 0.1, 0.5)}; what it comes to at the end only. */
  private static String collapse(RowJacobian row, int divisor) {
    String difference = "<l>%s</l> − <r>%s</r>".formatted(all(row, row::a), all(row, row::target));
    String left = divisor == 1 ? difference : "(%s) / %d".formatted(difference, divisor);
    return row.isClosed()
        ? "%s = <o>%s</o>".formatted(left, all(row, m -> (row.a(m) - row.target(m)) / divisor))
        : left;
  }

  private static String all(RowJacobian row, IntToDoubleFunction number) {
    String numbers =
        IntStream.rangeClosed(first(row), last(row))
            .mapToObj(m -> written(number.applyAsDouble(m)))
            .collect(Collectors.joining(", "));
    return row.outputs() > MOST ? "(…, " + numbers + ", …)" : "(" + numbers + ")";
  }

  // ---- cells

  private static int first(RowJacobian row) {
    return Math.clamp(row.active() - MOST / 2L, 0, Math.max(0, row.outputs() - MOST));
  }

  private static int last(RowJacobian row) {
    return Math.min(first(row) + MOST, row.outputs()) - 1;
  }

  private static GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("small-cells");
    return grid;
  }

  /** A number in a frame as wide as its column, which is never too narrow for its numbers. */
  private static final class SmallCell extends Label {
    private static final double LEAST_EMS = 3.9;

    SmallCell(String text) {
      super(text);
      getStyleClass().add("small-cell");
      setMinWidth(USE_PREF_SIZE);
      setMaxWidth(Double.MAX_VALUE);
    }

    @Override
    protected double computePrefWidth(double height) {
      return Math.max(LEAST_EMS * getFont().getSize(), super.computePrefWidth(height));
    }
  }

  private static Label name(String text) {
    Label name = new Label(text);
    name.getStyleClass().add("cell-name");
    name.setMinWidth(USE_PREF_SIZE);
    return name;
  }

  private static Label number(double value, String role, boolean active) {
    SmallCell cell = new SmallCell(written(value));
    cell.getStyleClass().add(role);
    if (active) {
      cell.getStyleClass().add("active");
    }
    return cell;
  }

  private static Label unreached() {
    SmallCell cell = new SmallCell("");
    cell.getStyleClass().add("unreached");
    return cell;
  }

  private static String written(double value) {
    return Numbers.format(value, DIGITS);
  }

  private static String bracketed(double value) {
    return Numbers.inBrackets(written(value));
  }
}
