package org.gradloom.ui.train;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gradloom.lesson.Loss;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.text.Texts;
import org.gradloom.training.Evaluation;
import org.gradloom.training.Fit;
import org.gradloom.training.Quantity;
import org.gradloom.training.StraightLine;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.control.NodeVisibility;
import org.jspecify.annotations.Nullable;

/**
 * What is read beside the picture of numbers that are learned: the line that a network is, and how
 * the loss and the residuals belong together.
 */
final class FitNotes {
  private final Texts texts;
  private final Label line = new Label();
  private final Label best = new Label();
  private final VBox card = new VBox(line, best);
  private final Label scale = new Label();
  private final Tooltip undone;
  private @Nullable TrainingSetup setup;

  FitNotes(Texts texts) {
    this.texts = texts;
    undone = new Tooltip(texts.get("train.fit.undone.tip"));
    line.setId("fit-line");
    line.getStyleClass().add("fit-line");
    best.setId("fit-best");
    best.getStyleClass().add("muted");
    scale.setId("fit-scale");
    scale.getStyleClass().add("muted");
    card.getStyleClass().add("fit-card");
    for (Label words : List.of(line, best, scale)) {
      words.setWrapText(true);
      words.setMinHeight(Region.USE_PREF_SIZE);
    }
  }

  /** What stands above the figures. */
  Node lineNode() {
    return card;
  }

  /** What stands below them. */
  Node scaleNode() {
    return scale;
  }

  void clear() {
    line.setText("");
  }

  void show(TrainingSetup present) {
    setup = present;
    boolean wanted = FitAnswers.isFor(present);
    boolean straight =
        wanted && present.isPlain() && present.inputs() == 1 && present.hidden().isEmpty();
    NodeVisibility.set(scale, wanted);
    NodeVisibility.set(card, straight);
    if (wanted) {
      scale.setText(scaleOf(present, present.quantity().orElseThrow()));
      line.setTooltip(present.quantity().orElseThrow().isStandardized() ? undone : null);
    }
    if (straight) {
      Optional<StraightLine> least = Fit.leastSquares(present);
      best.setText(least.map(known -> texts.get("train.fit.best", right(known, ""))).orElse(""));
      NodeVisibility.set(best, least.isPresent());
    }
  }

  void show(Evaluation evaluation) {
    TrainingSetup present = setup;
    if (present != null && card.isVisible()) {
      line.setText(
          evaluation
              .fit()
              .flatMap(Fit::line)
              .map(known ->
                  texts.get(
                      "train.fit.line",
                      present.quantity().map(Quantity::bareName).orElse("y"),
                      right(known, " " + feature(present))))
              .orElse(""));
    }
  }

  private static String feature(TrainingSetup setup) {
    return setup.data().map(data -> data.train().features().getFirst()).orElse("x");
  }

  private String right(StraightLine known, String feature) {
    return texts.get(
        known.intercept() < 0 ? "train.fit.right.minus" : "train.fit.right.plus",
        Numbers.rounded(known.slope(), 3),
        feature.isEmpty() ? "x" : feature.strip(),
        Numbers.rounded(Math.abs(known.intercept()), 3));
  }

  /** How RMSE, R² and the loss are to be read beside each other. */
  private String scaleOf(TrainingSetup present, Quantity quantity) {
    if (!quantity.isStandardized()) {
      return texts.get("train.fit.scale");
    }
    Loss loss = present.lesson().loss();
    int half = loss.kind() == LossKind.SQUARED_ERROR ? 1 : 0;
    String of =
        texts.get(loss.reduction() == Reduction.SUM ? "train.fit.sum" : "train.fit.mean", half);
    String one =
        Numbers.rounded(quantity.deviation(), 3)
            + quantity.unit().map(unit -> " " + unit).orElse("");
    return texts.get(
        loss.penalties().isEmpty() ? "train.fit.scaled" : "train.fit.scaled.penalty", of, one);
  }
}
