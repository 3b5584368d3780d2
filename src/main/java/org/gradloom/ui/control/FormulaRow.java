package org.gradloom.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import org.gradloom.typeset.TexPicture;
import org.gradloom.typeset.TexRenderer;
import org.jspecify.annotations.Nullable;

/** One line of a formula view: words, formula, words, all on one baseline. */
final class FormulaRow extends Pane {
  /** In em: a line reaches at least so far, so that a box that comes or goes moves nothing. */
  private static final double LEAST_ASCENT = 0.87;

  private static final double LEAST_DESCENT = 0.4;

  /** Glyphs overshoot the heights that the formula's metrics name. */
  private static final double OVERSHOOT = 0.08;

  private static final double WORD_GAP = 0.7;

  /** Letters of the app's font look larger than those of the formula. */
  private static final double WORD_SIZE = 0.86;

  private final TexRenderer renderer;
  private final Text lead = words();
  private final Text tail = words();
  private final TexPane formula = new TexPane();
  private final Scale wordScale = new Scale();
  private @Nullable TexPicture picture;
  private double em;
  private double shrunk = 1;

  FormulaRow(TexRenderer renderer) {
    this.renderer = renderer;
    getStyleClass().add("formula-row");
    setAccessibleRole(AccessibleRole.TEXT);
    lead.getTransforms().add(wordScale);
    tail.getTransforms().add(wordScale);
    getChildren().addAll(lead, formula, tail);
  }

  private static Text words() {
    Text words = new Text();
    words.getStyleClass().add("tex-words");
    words.setManaged(false);
    return words;
  }

  void show(TexLine line) {
    picture = renderer.picture(line.tex());
    lead.setText(line.lead());
    tail.setText(line.tail());
    setAccessibleText(line.spoken());
    update();
  }

  /** Chooses the size: the em of the control's font, and how much of it there is room for. */
  void setSize(double fullEm, double shrunkTo) {
    em = fullEm;
    shrunk = shrunkTo;
    wordScale.setX(WORD_SIZE * shrunkTo);
    wordScale.setY(WORD_SIZE * shrunkTo);
    update();
  }

  private void update() {
    if (picture != null && em > 0) {
      formula.show(picture, em * shrunk);
      requestLayout();
    }
  }

  @Nullable Rectangle activeBox() {
    return formula.activeBox();
  }

  /** The width before it is shrunk. */
  double fullWidth(double fullEm) {
    double width = picture == null ? 0 : picture.width() * fullEm;
    return widthOf(lead, fullEm) + width + widthOf(tail, fullEm);
  }

  /** Likewise, of a line that no row shows. */
  static double fullWidth(TexLine line, TexPicture picture, Font font) {
    double em = font.getSize();
    return widthOf(words(line.lead(), font), em)
        + picture.width() * em
        + widthOf(words(line.tail(), font), em);
  }

  private static Text words(String said, Font font) {
    Text words = new Text(said);
    words.setFont(font);
    return words;
  }

  double heightAt(double pixels) {
    return heightOf(picture, pixels);
  }

  static double heightOf(@Nullable TexPicture picture, double pixels) {
    return ascentOf(picture, pixels) + descentOf(picture, pixels);
  }

  private static double ascentOf(@Nullable TexPicture picture, double pixels) {
    double ascent = picture == null ? 0 : TexPane.ascent(picture);
    return Math.ceil(Math.max(ascent + OVERSHOOT, LEAST_ASCENT) * pixels);
  }

  private static double descentOf(@Nullable TexPicture picture, double pixels) {
    double descent = picture == null ? 0 : TexPane.descent(picture);
    return Math.ceil(Math.max(descent + OVERSHOOT, LEAST_DESCENT) * pixels);
  }

  /** With the gap between words and formula. */
  private static double widthOf(Text words, double fullEm) {
    return words.getText().isEmpty()
        ? 0
        : WORD_SIZE * words.getLayoutBounds().getWidth() + WORD_GAP * fullEm;
  }

  @Override
  protected void layoutChildren() {
    double baseline = ascentOf(picture, em * shrunk);
    lead.setLayoutY(baseline);
    double x = Math.rint(widthOf(lead, em) * shrunk);
    formula.resizeRelocate(
        x, baseline - formula.ascent(), formula.prefWidth(-1), formula.prefHeight(-1));
    tail.setLayoutX(Math.rint(x + formula.width() + WORD_GAP * em * shrunk));
    tail.setLayoutY(baseline);
  }
}
