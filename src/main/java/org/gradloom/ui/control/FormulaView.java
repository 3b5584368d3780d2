package org.gradloom.ui.control;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;

/**
 * Lines of formulas, one below the other. Where they are too wide they shrink a little, together;
 * where that does not do, they scroll, and the boxed term stays in sight.
 */
public final class FormulaView extends Control {
  private final TexRenderer renderer;
  private final ObjectProperty<List<TexLine>> lines =
      new SimpleObjectProperty<>(this, "lines", List.of());

  public FormulaView(TexRenderer renderer, Texts texts) {
    this.renderer = renderer;
    getStyleClass().add("formula-view");
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText(texts.get("control.formula"));
    setFocusTraversable(false);
  }

  public ObjectProperty<List<TexLine>> linesProperty() {
    return lines;
  }

  public List<TexLine> getLines() {
    return lines.get();
  }

  /**
   * Shows other lines.
   *
   * @throws IllegalArgumentException if one cannot be set whole
   */
  public void setLines(List<TexLine> shown) {
    List<TexLine> copy = List.copyOf(shown);
    copy.forEach(line -> renderer.picture(line.tex()));
    lines.set(copy);
  }

  /** How high lines would be in a width; nothing before the view is on a screen. */
  public double heightOf(List<TexLine> others, double width) {
    return getSkin() instanceof FormulaSkin skin ? skin.heightOf(others, width) : 0;
  }

  /** The size of its letters, in pixels; nothing before the view is on a screen. */
  public double em() {
    return getSkin() instanceof FormulaSkin skin ? skin.em() : 0;
  }

  /** Keeps no room any more for what was shown before. */
  public void beginAnew() {
    if (getSkin() instanceof FormulaSkin skin) {
      skin.beginAnew();
    }
  }

  TexRenderer renderer() {
    return renderer;
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new FormulaSkin(this);
  }
}
