package org.gradloom.ui.table;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.gradloom.data.TableReading;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Texts;

/** Says below the preview which lines and columns are seen. */
final class PreviewHints extends HBox {
  private final Texts texts;
  private final Label lines = new Label();
  private final Label headers = new Label();

  PreviewHints(Texts texts) {
    this.texts = texts;
    lines.setId("table-lines");
    for (Label hint : List.of(lines, headers)) {
      hint.getStyleClass().add("table-hint");
      hint.setMinWidth(0);
    }
    Region between = new Region();
    setHgrow(between, Priority.ALWAYS);
    setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(lines, between, headers);
  }

  /** Shows what is said of these lines and columns. */
  void show(SheetModel model, List<TableReading.Beginning> shown, ColumnWindow window) {
    int columns = model.columns().size();
    headers.setText(
        window.isWhole(columns)
            ? texts.get("table.headers")
            : texts.get("table.more", window.first() + 1, window.last(), Numbers.grouped(columns)));
    lines.setText(
        model
            .glance()
            .filter(table -> !shown.isEmpty())
            .map(table ->
                table.refused().isPresent()
                    ? texts.get(
                        "table.linesTo",
                        Numbers.grouped(shown.getFirst().number()),
                        Numbers.grouped(shown.getLast().number()))
                    : texts.get("table.lines", shown.size(), Numbers.grouped(table.lines())))
            .orElse(""));
  }
}
