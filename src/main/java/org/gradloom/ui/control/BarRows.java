package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Texts;

/**
 * Sizes as bars in rows, each with its name before it and its number after it. Where they span more
 * than three decades, bars grow with the logarithm, and {@link #note} says so, until they span much
 * less. Many rows stand closer to each other.
 */
public final class BarRows extends GridPane {
  private static final double DECADES = 1000;

  /** More rows than these stand closer. */
  private static final int FEW = 4;

  private static final PseudoClass MANY = PseudoClass.getPseudoClass("many");

  /** The shortest of the bars, where they are logarithmic, in parts of the longest. */
  private static final double LEAST = 0.08;

  private final List<Line> lines = new ArrayList<>();
  private final Label note;
  private List<Row> shown = List.of();
  private boolean logarithmic;

  /**
   * A bar.
   *
   * @param value its length; not negative
   */
  public record Row(String name, double value) {}

  /** The nodes of a row. */
  private record Line(Label name, Bar bar, Label value) {}

  public BarRows(Texts texts) {
    note = new Label(texts.get("control.bars.logarithmic"));
    note.getStyleClass().add("bar-note");
    note.setTooltip(new Tooltip(texts.get("control.bars.logarithmic.tip")));
    note.setMinWidth(USE_PREF_SIZE);
    NodeVisibility.set(note, false);
    getStyleClass().add("bar-rows");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(USE_PREF_SIZE);
    ColumnConstraints bars = new ColumnConstraints();
    bars.setHgrow(Priority.ALWAYS);
    ColumnConstraints values = new ColumnConstraints();
    values.setMinWidth(USE_PREF_SIZE);
    values.setHalignment(HPos.RIGHT);
    getColumnConstraints().addAll(names, bars, values);
  }

  /** Says when bars grow with the logarithm; has its place beside the title of the rows. */
  public Label note() {
    return note;
  }

  /** Shows these rows from top to bottom; rows of the same names keep their nodes. */
  public void setRows(List<Row> rows) {
    boolean same =
        rows.stream().map(Row::name).toList().equals(shown.stream().map(Row::name).toList());
    shown = List.copyOf(rows);
    if (!same || lines.isEmpty()) {
      build();
    }
    double largest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (Row row : shown) {
      if (Double.isFinite(row.value()) && row.value() > 0) {
        largest = Math.max(largest, row.value());
        least = Math.min(least, row.value());
      }
    }
    // Bars that changed their scale again and again would look as if gradients did.
    logarithmic = largest / least > (logarithmic ? DECADES / 30 : DECADES);
    NodeVisibility.set(note, logarithmic);
    for (int i = 0; i < lines.size(); i++) {
      double value = shown.get(i).value();
      lines.get(i).value().setText(Numbers.rounded(value, 3));
      lines.get(i).bar().show(part(value, least, largest, logarithmic));
    }
  }

  private static double part(double value, double least, double largest, boolean logarithmic) {
    if (!(value > 0 && Double.isFinite(value))) {
      return 0;
    }
    return logarithmic
        ? LEAST + (1 - LEAST) * Math.log(value / least) / Math.log(largest / least)
        : value / largest;
  }

  private void build() {
    getChildren().clear();
    lines.clear();
    for (Row row : shown) {
      Line line = new Line(new Label(row.name()), new Bar(), new Label());
      line.name().getStyleClass().add("bar-name");
      line.value().getStyleClass().addAll("bar-value", "mono");
      line.value().setAccessibleRole(AccessibleRole.TEXT);
      line.name().setLabelFor(line.value());
      addRow(lines.size(), line.name(), line.bar(), line.value());
      lines.add(line);
    }
    pseudoClassStateChanged(MANY, lines.size() > FEW);
  }

  /** A bar that fills a part of its width, at its left end. */
  private static final class Bar extends Region {
    private final Region fill = new Region();
    private double part;

    Bar() {
      getStyleClass().add("bar-track");
      fill.getStyleClass().add("bar-fill");
      fill.setManaged(false);
      getChildren().add(fill);
    }

    void show(double newPart) {
      if (newPart != part) {
        part = newPart;
        requestLayout();
      }
    }

    @Override
    protected void layoutChildren() {
      fill.resizeRelocate(0, 0, Math.rint(getWidth() * part), getHeight());
    }
  }
}
