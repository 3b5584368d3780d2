package org.gradloom.ui.explore;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.SideScroll;

/**
 * What was predicted, the latest at the top. Where there is no room for all, that one stays in
 * sight, and the older ones are scrolled to, by the keys too.
 */
final class PredictionScroll extends SideScroll {
  private final VBox rows = new VBox();

  PredictionScroll(Texts texts) {
    super("question-tried");
    hold(rows);
    rows.getStyleClass().add("question-attempts");
    getStyleClass().add("focusable");
    setAccessibleText(texts.get("ask.tried"));
    focusTraversableProperty()
        .bind(
            Bindings.createBooleanBinding(
                this::overflows, rows.heightProperty(), viewportBoundsProperty()));
  }

  private boolean overflows() {
    return rows.getHeight() > getViewportBounds().getHeight() + 1;
  }

  /** Shows others, from the latest on. */
  void show(List<? extends Region> latestFirst) {
    rows.getChildren().setAll(latestFirst);
    setVvalue(0);
  }

  @Override
  protected double computeMinHeight(double width) {
    double wide = width < 0 ? getWidth() : width;
    // Beside a scroll bar there is less.
    double room = rows.getWidth() > 0 ? Math.min(wide, rows.getWidth()) : wide;
    return rows.getChildren().stream()
        .findFirst()
        .map(latest -> Math.ceil(latest.prefHeight(room)))
        .orElse(0.0);
  }
}
