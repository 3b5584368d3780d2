package org.gradloom.ui.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/**
 * The colours and the font that the stylesheets give to what a canvas draws. A canvas has no parts
 * that CSS could reach; so for each colour there is a shape that nobody sees, of the style class
 * {@code ink-NAME}, and what CSS fills it with is drawn.
 */
final class CssPalette extends Group {
  private final Map<String, Rectangle> samples = new HashMap<>();
  private final Text letters = new Text();

  /** The owner is told of every change, which comes with another theme or size. */
  CssPalette(Runnable changed, List<String> names) {
    NodeVisibility.set(this, false);
    letters.fontProperty().subscribe((before, now) -> changed.run());
    getChildren().add(letters);
    for (String name : names) {
      Rectangle sample = new Rectangle();
      sample.getStyleClass().add("ink-" + name);
      sample.fillProperty().subscribe((before, now) -> changed.run());
      samples.put(name, sample);
      getChildren().add(sample);
    }
  }

  Color of(String name) {
    Rectangle sample = samples.get(name);
    if (sample == null) {
      throw new IllegalArgumentException("No ink " + name);
    }
    return sample.getFill() instanceof Color colour ? colour : Color.TRANSPARENT;
  }

  /** The size of the font that plain text has within the control, in pixels. */
  double em() {
    return letters.getFont().getSize();
  }
}
