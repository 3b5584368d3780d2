package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
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
    label.setText(count == 0 ? "·" : Numbers.format(count));
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
    // All classes as wide as each other; the names of the rows take what two of them do.
    double part = 100.0 / (names.size() + 2);
    getColumnConstraints().add(wide(2 * part));
    names.forEach(name -> getColumnConstraints().add(wide(part)));
    add(header(texts.get("control.confusion.corner"), "confusion-corner"), 0, 0);
    for (int i = 0; i < names.size(); i++) {
      add(header(names.get(i), "confusion-column"), i + 1, 0);
      add(header(names.get(i), "confusion-row"), 0, i + 1);
    }
    for (int i = 0; i < names.size(); i++) {
      for (int j = 0; j < names.size(); j++) {
        Cell cell = new Cell(i, j);
        Label count = header("", "confusion-count");
        count.setId("said-" + (i + 1) + "-" + (j + 1));
        count.setOnMouseEntered(event -> point(Optional.of(cell)));
        count.setOnMouseExited(event -> point(Optional.empty()));
        Tooltip.install(count, tooltip);
        counts.add(count);
        add(count, j + 1, i + 1);
      }
    }
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
