package org.gradloom.ui.author;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** Lines of text that are seen all, however many there are: the form around them scrolls. */
final class GrowingArea extends TextArea {
  private final int leastRows;
  private final Text oneLine = new Text("x");

  GrowingArea(String written, int leastRows) {
    super(written);
    this.leastRows = leastRows;
    setPrefRowCount(leastRows);
    setWrapText(true);
    setMinHeight(Region.USE_PREF_SIZE);
    oneLine.fontProperty().bind(fontProperty());
    skinProperty().subscribe(() -> Platform.runLater(this::follow));
  }

  private void follow() {
    for (Node words : lookupAll(".text")) {
      words.layoutBoundsProperty().subscribe(_ -> Platform.runLater(this::grow));
    }
  }

  private void grow() {
    double height =
        lookupAll(".text").stream()
            .mapToDouble(words -> words.getLayoutBounds().getHeight())
            .max()
            .orElse(0);
    int rows = (int) Math.ceil(height / oneLine.getLayoutBounds().getHeight() - 0.1);
    setPrefRowCount(Math.max(leastRows, rows));
  }
}
