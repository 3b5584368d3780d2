package org.gradloom.ui.table;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.gradloom.data.TableReading;

/** The numbers of the lines in their file, before the columns of the preview. */
final class LineNumbers extends VBox {
  private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

  LineNumbers() {
    getStyleClass().add("table-numbers");
    getChildren().add(label("table-head"));
  }

  private static Label label(String styleClass) {
    Label label = new Label();
    label.getStyleClass().add(styleClass);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  /** Shows those of some lines; {@code column} is any of the table. */
  void show(List<TableReading.Beginning> lines, SheetColumn column) {
    while (getChildren().size() < lines.size() + 1) {
      getChildren().add(label("table-number"));
    }
    getChildren().remove(lines.size() + 1, getChildren().size());
    for (int i = 0; i < lines.size(); i++) {
      Label number = (Label) getChildren().get(i + 1);
      TableReading.Beginning line = lines.get(i);
      number.setText(Integer.toString(line.number()));
      number.pseudoClassStateChanged(GONE, !line.stays());
      number.pseudoClassStateChanged(REFUSED, PreviewColumn.isRefused(line, column));
    }
  }
}
