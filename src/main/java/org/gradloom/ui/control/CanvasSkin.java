package org.gradloom.ui.control;

import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.SkinBase;

/**
 * What the skins of pictures on a canvas share: the canvas, the palette that the stylesheets give
 * it, the words beside the pointer, and a size that goes by the font. A skin puts the three nodes
 * among its own in the order in which they cover each other.
 *
 * @param <C> the control
 */
abstract class CanvasSkin<C extends PictureControl<?>> extends SkinBase<C> {
  final Canvas canvas = new Canvas();
  final CssPalette ink;
  final ReadOut readOut = new ReadOut();
  private final Size usual;
  private final Size least;

  /** A width and a height, in em. */
  record Size(double width, double height) {}

  /**
   * A skin without nodes yet.
   *
   * @param colours the names of the palette's colours
   */
  CanvasSkin(C control, List<String> colours, Size usual, Size least) {
    super(control);
    this.usual = usual;
    this.least = least;
    ink = new CssPalette(control::requestLayout, colours);
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
  }

  @Override
  protected double computePrefWidth(double height, double t, double r, double b, double l) {
    return l + usual.width() * ink.em() + r;
  }

  @Override
  protected double computePrefHeight(double width, double t, double r, double b, double l) {
    return t + usual.height() * ink.em() + b;
  }

  @Override
  protected double computeMinWidth(double height, double t, double r, double b, double l) {
    return l + r + least.width() * ink.em();
  }

  @Override
  protected double computeMinHeight(double width, double t, double r, double b, double l) {
    return t + b + least.height() * ink.em();
  }
}
