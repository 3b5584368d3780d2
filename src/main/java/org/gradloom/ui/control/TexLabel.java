package org.gradloom.ui.control;

import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.gradloom.typeset.TexRenderer;

/**
 * A short formula among other nodes, such as a matrix's name ({@code X^T}, {@code dL/dZ}, {@code
 * W_1}), as large as the font that CSS gives it.
 */
public final class TexLabel extends Region {
  private final TexRenderer renderer;
  private final TexPane pane = new TexPane();

  /** Nobody sees it; CSS gives it the font that text in this node has. */
  private final Text probe = new Text();

  private String tex = "";

  /**
   * @param spoken the formula in words, for a screen reader
   */
  public TexLabel(TexRenderer renderer, String tex, String spoken) {
    this.renderer = renderer;
    getStyleClass().add("tex-label");
    setAccessibleRole(AccessibleRole.TEXT);
    NodeVisibility.set(probe, false);
    getChildren().addAll(probe, pane);
    probe.fontProperty().subscribe(this::refresh);
    setTex(tex, spoken);
  }

  /** Shows another formula. */
  public void setTex(String shown, String spoken) {
    setAccessibleText(spoken);
    if (!shown.equals(tex)) {
      tex = shown;
      refresh();
    }
  }

  private void refresh() {
    if (!tex.isEmpty()) {
      pane.show(renderer.picture(tex), probe.getFont().getSize());
      requestLayout();
    }
  }

  @Override
  public double getBaselineOffset() {
    return snappedTopInset() + pane.ascent();
  }

  @Override
  protected double computePrefWidth(double height) {
    Insets insets = getInsets();
    return insets.getLeft() + pane.prefWidth(-1) + insets.getRight();
  }

  @Override
  protected double computePrefHeight(double width) {
    Insets insets = getInsets();
    return insets.getTop() + pane.prefHeight(-1) + insets.getBottom();
  }

  @Override
  protected double computeMinWidth(double height) {
    return computePrefWidth(height);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMaxWidth(double height) {
    return computePrefWidth(height);
  }

  @Override
  protected double computeMaxHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    pane.resizeRelocate(
        snappedLeftInset(), snappedTopInset(), pane.prefWidth(-1), pane.prefHeight(-1));
  }
}
