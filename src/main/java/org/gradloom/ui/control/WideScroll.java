package org.gradloom.ui.control;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * Scrolls lines that may be wider than there is room. Where they are, it asks for the height of its
 * bar too: JavaFX's own would cover the last line with it, and scroll for that line's sake.
 */
public final class WideScroll extends LiveScroll {
  private final Region lines;

  public WideScroll(Region lines) {
    super(lines);
    this.lines = lines;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    Insets around = getInsets();
    double room = (width < 0 ? getWidth() : width) - around.getLeft() - around.getRight();
    double bar = lines.prefWidth(-1) > room ? barHeight() : 0;
    return around.getTop() + Math.ceil(lines.prefHeight(-1)) + bar + around.getBottom();
  }
}
