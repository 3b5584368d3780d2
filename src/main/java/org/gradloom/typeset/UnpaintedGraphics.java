package org.gradloom.typeset;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of AWT's Graphics2D a formula has use for: a colour, a font, a pen and a transform, and
 * shapes to fill. All else is refused, so that nothing of a formula gets lost in silence.
 */
abstract class UnpaintedGraphics extends Graphics2D {
  private final AffineTransform transform = new AffineTransform();
  private Color color;
  private Font font = new Font(Font.SERIF, Font.PLAIN, 1);
  private Stroke stroke = new BasicStroke();

  UnpaintedGraphics(Color first) {
    color = first;
  }

  /** Exact outlines, without the grid of any screen. */
  @Override
  public FontRenderContext getFontRenderContext() {
    return new FontRenderContext(null, true, true);
  }

  // ---- state

  @Override
  public Color getColor() {
    return color;
  }

  @Override
  public void setColor(Color chosen) {
    color = chosen;
  }

  @Override
  public Font getFont() {
    return font;
  }

  @Override
  public void setFont(Font chosen) {
    font = chosen;
  }

  @Override
  public Stroke getStroke() {
    return stroke;
  }

  @Override
  public void setStroke(Stroke chosen) {
    stroke = chosen;
  }

  @Override
  public AffineTransform getTransform() {
    return new AffineTransform(transform);
  }

  @Override
  public void setTransform(AffineTransform chosen) {
    transform.setTransform(chosen);
  }

  @Override
  public void transform(AffineTransform added) {
    transform.concatenate(added);
  }

  @Override
  public void translate(int x, int y) {
    transform.translate(x, y);
  }

  @Override
  public void translate(double x, double y) {
    transform.translate(x, y);
  }

  @Override
  public void rotate(double angle) {
    transform.rotate(angle);
  }

  @Override
  public void rotate(double angle, double x, double y) {
    transform.rotate(angle, x, y);
  }

  @Override
  public void scale(double x, double y) {
    transform.scale(x, y);
  }

  @Override
  public void shear(double x, double y) {
    transform.shear(x, y);
  }

  // ---- hints are for pixels, of which there are none

  @Override
  public void setRenderingHint(RenderingHints.Key key, Object value) {
    // An outline is exact whatever is wished for.
  }

  @Override
  public @Nullable Object getRenderingHint(RenderingHints.Key key) {
    return getRenderingHints().get(key);
  }

  @Override
  public void setRenderingHints(Map<?, ?> hints) {
    // An outline is exact whatever is wished for.
  }

  @Override
  public void addRenderingHints(Map<?, ?> hints) {
    // An outline is exact whatever is wished for.
  }

  @Override
  public RenderingHints getRenderingHints() {
    return new RenderingHints(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
  }

  @Override
  public void dispose() {
    // Nothing is held.
  }

  // ---- drawn by way of a shape

  @Override
  public void drawString(String text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public void fillRect(int x, int y, int width, int height) {
    fill(new Rectangle2D.Double(x, y, width, height));
  }

  // ---- what no formula asks for

  private static UnsupportedOperationException refused() {
    return new UnsupportedOperationException("No outline can say this");
  }

  @Override
  public Graphics create() {
    throw refused();
  }

  @Override
  public void setPaintMode() {
    throw refused();
  }

  @Override
  public void setXORMode(Color with) {
    throw refused();
  }

  @Override
  public FontMetrics getFontMetrics(Font of) {
    throw refused();
  }

  @Override
  public Rectangle getClipBounds() {
    throw refused();
  }

  @Override
  public void clipRect(int x, int y, int width, int height) {
    throw refused();
  }

  @Override
  public void setClip(int x, int y, int width, int height) {
    throw refused();
  }

  @Override
  public Shape getClip() {
    throw refused();
  }

  @Override
  public void setClip(Shape clip) {
    throw refused();
  }

  @Override
  public void clip(Shape clip) {
    throw refused();
  }

  @Override
  public void copyArea(int x, int y, int width, int height, int dx, int dy) {
    throw refused();
  }

  @Override
  public void drawLine(int x1, int y1, int x2, int y2) {
    throw refused();
  }

  @Override
  public void clearRect(int x, int y, int width, int height) {
    throw refused();
  }

  @Override
  public void drawRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
    throw refused();
  }

  @Override
  public void fillRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
    throw refused();
  }

  @Override
  public void drawOval(int x, int y, int width, int height) {
    throw refused();
  }

  @Override
  public void fillOval(int x, int y, int width, int height) {
    throw refused();
  }

  @Override
  public void drawArc(int x, int y, int width, int height, int from, int angle) {
    throw refused();
  }

  @Override
  public void fillArc(int x, int y, int width, int height, int from, int angle) {
    throw refused();
  }

  @Override
  public void drawPolyline(int[] x, int[] y, int count) {
    throw refused();
  }

  @Override
  public void drawPolygon(int[] x, int[] y, int count) {
    throw refused();
  }

  @Override
  public void fillPolygon(int[] x, int[] y, int count) {
    throw refused();
  }

  @Override
  public void drawString(AttributedCharacterIterator text, int x, int y) {
    throw refused();
  }

  @Override
  public void drawString(AttributedCharacterIterator text, float x, float y) {
    throw refused();
  }

  @Override
  public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
    throw refused();
  }

  @Override
  public boolean drawImage(
      Image image, int x, int y, int width, int height, ImageObserver observer) {
    throw refused();
  }

  @Override
  public boolean drawImage(Image image, int x, int y, Color behind, ImageObserver observer) {
    throw refused();
  }

  @Override
  public boolean drawImage(
      Image image, int x, int y, int width, int height, Color behind, ImageObserver observer) {
    throw refused();
  }

  @Override
  public boolean drawImage(
      Image image,
      int toX1,
      int toY1,
      int toX2,
      int toY2,
      int fromX1,
      int fromY1,
      int fromX2,
      int fromY2,
      ImageObserver observer) {
    throw refused();
  }

  @Override
  public boolean drawImage(
      Image image,
      int toX1,
      int toY1,
      int toX2,
      int toY2,
      int fromX1,
      int fromY1,
      int fromX2,
      int fromY2,
      Color behind,
      ImageObserver observer) {
    throw refused();
  }

  @Override
  public boolean drawImage(Image image, AffineTransform by, ImageObserver observer) {
    throw refused();
  }

  @Override
  public void drawImage(BufferedImage image, BufferedImageOp by, int x, int y) {
    throw refused();
  }

  @Override
  public void drawRenderedImage(RenderedImage image, AffineTransform by) {
    throw refused();
  }

  @Override
  public void drawRenderableImage(RenderableImage image, AffineTransform by) {
    throw refused();
  }

  @Override
  public boolean hit(Rectangle where, Shape shape, boolean onStroke) {
    throw refused();
  }

  @Override
  public GraphicsConfiguration getDeviceConfiguration() {
    throw refused();
  }

  @Override
  public void setComposite(Composite chosen) {
    throw refused();
  }

  @Override
  public Composite getComposite() {
    throw refused();
  }

  @Override
  public void setPaint(Paint chosen) {
    throw refused();
  }

  @Override
  public Paint getPaint() {
    return color;
  }

  @Override
  public void setBackground(Color chosen) {
    throw refused();
  }

  @Override
  public Color getBackground() {
    throw refused();
  }
}
