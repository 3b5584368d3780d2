package org.gradloom.ui.stage;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * Holds what shows something else at each step, and has the screen laid out around it only when it
 * needs another height. It is as wide as there is room, so what it would like to have is not asked.
 */
public final class RelayoutGuard extends Region {
  private final Region content;
  private double height = -1;
  private boolean changing;
  private boolean asked;

  public RelayoutGuard(Region content) {
    this.content = content;
    getChildren().add(content);
    setMinWidth(0);
  }

  /** Does what changes the content, and then looks whether its height has changed, too. */
  public void change(Runnable change) {
    changing = true;
    change.run();
    changing = false;
    if (asked) {
      asked = false;
      if (height == wantedHeight()) {
        setNeedsLayout(true);
      } else {
        requestLayout();
      }
    }
  }

  private double wantedHeight() {
    return content.prefHeight(getContentBias() == Orientation.HORIZONTAL ? getWidth() : -1);
  }

  @Override
  public void requestLayout() {
    if (changing) {
      asked = true;
    } else {
      super.requestLayout();
    }
  }

  @Override
  public Orientation getContentBias() {
    return content.getContentBias();
  }

  @Override
  protected double computePrefWidth(double height) {
    return content.prefWidth(height);
  }

  @Override
  protected double computeMinHeight(double width) {
    return content.minHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    return content.prefHeight(width);
  }

  @Override
  protected double computeMaxHeight(double width) {
    return content.maxHeight(width);
  }

  @Override
  protected void layoutChildren() {
    height = wantedHeight();
    content.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
