package org.gradloom.ui.train;

import atlantafx.base.controls.Spacer;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gradloom.derivation.Notation;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.text.Texts;
import org.gradloom.training.Evaluation;
import org.gradloom.ui.control.BarRows;
import org.gradloom.ui.control.LiveScroll;

/** How large the gradient of each layer's weights is, as bars. */
final class GradientSizes extends VBox {
  private final Texts texts;
  private final BarRows bars;

  GradientSizes(Texts texts) {
    this.texts = texts;
    bars = new BarRows(texts);
    bars.setId("gradient-sizes");
    Label title = new Label(texts.get("panel.gradients"));
    title.getStyleClass().add("panel-title");
    title.setTooltip(new Tooltip(texts.get("train.gradients.tip")));
    HBox head = new HBox(title, new Spacer(), bars.note());
    head.getStyleClass().add("gradient-head");
    ScrollPane scroll = new LiveScroll(bars);
    scroll.getStyleClass().add("side-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    getStyleClass().addAll("card", "gradient-card");
    getChildren().addAll(head, scroll);
  }

  /** Nothing of an earlier run is shown any more. */
  void clear() {
    bars.setRows(List.of());
  }

  void show(Evaluation evaluation) {
    Trace trace = evaluation.trace();
    Notation notation = new Notation(trace.lesson());
    List<BarRows.Row> rows = new ArrayList<>();
    for (int l = 0; l < trace.lesson().layers().size(); l++) {
      Operand gradient = new Operand(l, MatrixSymbol.DW);
      rows.add(
          new BarRows.Row(
              texts.get("train.gradientSize", notation.plain(gradient)),
              norm(trace.matrix(gradient).toArray())));
    }
    bars.setRows(rows);
  }

  /**
   * By Frobenius: the root of the sum of squares, of parts of the greatest, which do not overflow.
   */
  private static double norm(double[] entries) {
    double greatest = 0;
    for (double entry : entries) {
      greatest = Math.max(greatest, Math.abs(entry));
    }
    double scale = greatest > 0 && Double.isFinite(greatest) ? greatest : 1;
    double sum = 0;
    for (double entry : entries) {
      sum += entry / scale * (entry / scale);
    }
    return scale * Math.sqrt(sum);
  }
}
