package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;

/**
 * How often which class was taken for which: rows are what samples are, columns what was said. What
 * was said rightly stands on the diagonal; a mistake is tinted the more, the more often it was
 * made.
 */
public final class ConfusionTable extends GridPane {
  private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
  private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");
  private static final PseudoClass DENSE = PseudoClass.getPseudoClass("dense");

  /** So many letters of names stand side by side in the usual width. */
  private static final int LETTERS = 55;

  /** With more classes than this a cell has room for two digits. */
  private static final int MOST_WIDE = 10;

  /** Where columns are narrow one of so many has its number. */
  private static final int COUNTED = 5;

  /** What names of rows take of the width where columns have numbers, in percent. */
  private static final double NAMES = 34;

  /** Tints of mistakes, from the rarest. */
  private static final List<PseudoClass> TINTS =
      List.of(
          PseudoClass.getPseudoClass("rare"),
          PseudoClass.getPseudoClass("some"),
          PseudoClass.getPseudoClass("many"));

  private final Texts texts;
  private final List<Label> counts = new ArrayList<>();
  private final Tooltip tooltip = new Tooltip();
  private Describer describer = (truth, said, count) -> "";
  private List<String> names = List.of();
  private Counts shown = new Counts(new Shape(1, 1), List.of(0));
  private Optional<Cell> pointed = Optional.empty();

  /** The sentence for a cell. */
  public interface Describer {
    String sentence(int truth, int said, int count);
  }

  /**
   * How many samples of each class, in rows, were taken for each class, in columns.
   *
   * @param shape as many rows as columns
   * @param counts row by row
   */
  public record Counts(Shape shape, List<Integer> counts) {
    public Counts {
      counts = List.copyOf(counts);
      if (shape.rows() != shape.columns() || counts.size() != shape.size()) {
        throw new IllegalArgumentException(counts.size() + " counts for " + shape);
      }
    }

    public int at(int truth, int said) {
      return counts.get(truth * shape.columns() + said);
    }

    /** The most of one mistake. */
    int worst() {
      int worst = 0;
      for (int i = 0; i < shape.rows(); i++) {
        for (int j = 0; j < shape.columns(); j++) {
          worst = i == j ? worst : Math.max(worst, at(i, j));
        }
      }
      return worst;
    }
  }

  public ConfusionTable(Texts texts) {
    this.texts = texts;
    getStyleClass().add("confusion-table");
    setAccessibleRole(AccessibleRole.TABLE_VIEW);
    setAccessibleText(texts.get("control.confusion"));
  }

  /** What to say at the pointer, and to a screen reader. */
  public void setDescriber(Describer words) {
    describer = words;
  }

  /** Shows counts under the names of the classes. */
  public void show(List<String> classes, Counts counts) {
    if (classes.size() != counts.shape().rows()) {
      throw new IllegalArgumentException(classes + " for " + counts.shape());
    }
    shown = counts;
    if (!classes.equals(names)) {
      names = List.copyOf(classes);
      build();
    }
    int worst = counts.worst();
    for (int i = 0; i < names.size(); i++) {
      for (int j = 0; j < names.size(); j++) {
        write(counts.at(i, j), i, j, worst);
      }
    }
    say();
  }

  private void write(int count, int truth, int said, int worst) {
    Label label = counts.get(truth * names.size() + said);
    label.setText(count == 0 ? "·" : isDense() && count > 99 ? "…" : Numbers.format(count));
    label.setAccessibleText(describer.sentence(truth, said, count));
    boolean mistake = truth != said && count > 0;
    int tint = mistake ? Math.min(TINTS.size() - 1, TINTS.size() * (count - 1) / worst) : -1;
    for (int i = 0; i < TINTS.size(); i++) {
      label.pseudoClassStateChanged(TINTS.get(i), i == tint);
    }
    label.pseudoClassStateChanged(RIGHT, truth == said);
    label.pseudoClassStateChanged(NONE, count == 0);
  }

  private void build() {
    getChildren().clear();
    getColumnConstraints().clear();
    counts.clear();
    pointed = Optional.empty();
    pseudoClassStateChanged(DENSE, isDense());
    // All classes as wide as each other; the names of the rows take what two of them do.
    boolean numbered = isNumbered();
    double rows = numbered ? NAMES : 200.0 / (names.size() + 2);
    getColumnConstraints().add(wide(rows));
    names.forEach(name -> getColumnConstraints().add(wide((100 - rows) / names.size())));
    add(header(texts.get("control.confusion.corner"), "confusion-corner"), 0, 0);
    for (int i = 0; i < names.size(); i++) {
      if (!isDense() || !numbered || i == 0 || (i + 1) % COUNTED == 0) {
        add(column(i, numbered), i + 1, 0);
      }
      add(row(i, numbered), 0, i + 1);
    }
    for (int i = 0; i < names.size(); i++) {
      for (int j = 0; j < names.size(); j++) {
        Cell cell = new Cell(i, j);
        Label count = header("", "confusion-count");
        count.setUserData("said-" + (i + 1) + "-" + (j + 1));
        count.setOnMouseEntered(event -> point(Optional.of(cell)));
        count.setOnMouseExited(event -> point(Optional.empty()));
        Tooltip.install(count, tooltip);
        counts.add(count);
        add(count, j + 1, i + 1);
      }
    }
  }

  /** Where the names have no room above the columns their numbers stand there. */
  private boolean isNumbered() {
    int longest = names.stream().mapToInt(String::length).max().orElse(0);
    return longest > LETTERS / (names.size() + 2);
  }

  private boolean isDense() {
    return names.size() > MOST_WIDE;
  }

  private Label column(int index, boolean numbered) {
    Label head =
        named(numbered ? Integer.toString(index + 1) : names.get(index), "confusion-column", index);
    // Beyond a narrow column on both sides, the last one not beyond the table.
    GridPane.setHalignment(head, index == names.size() - 1 ? HPos.RIGHT : HPos.CENTER);
    return head;
  }

  private Label row(int index, boolean numbered) {
    String name = names.get(index);
    Label head = named(numbered ? (index + 1) + "  " + name : name, "confusion-row", index);
    if (numbered) {
      head.setMinWidth(0);
    }
    return head;
  }

  private Label named(String words, String styleClass, int index) {
    Label label = header(words, styleClass);
    label.setAccessibleText(names.get(index));
    label.setTooltip(new Tooltip(names.get(index)));
    return label;
  }

  private static ColumnConstraints wide(double percent) {
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(percent);
    column.setMinWidth(0);
    return column;
  }

  private static Label header(String words, String styleClass) {
    Label label = new Label(words);
    label.getStyleClass().add(styleClass);
    label.setMinWidth(USE_PREF_SIZE);
    label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    return label;
  }

  private void point(Optional<Cell> cell) {
    pointed = cell;
    say();
  }

  private void say() {
    pointed.ifPresent(cell ->
        tooltip.setText(
            describer.sentence(cell.row(), cell.column(), shown.at(cell.row(), cell.column()))));
  }
}
