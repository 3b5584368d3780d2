package org.gradloom.ui.explore;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Step;
import org.gradloom.engine.GradientCheck;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Texts;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;
import org.jspecify.annotations.Nullable;

/** The present gradient entry beside its central difference. */
final class CheckPanel {
  /** Beyond so many products a measurement would hold the window up. */
  private static final long MOST_PRODUCTS = 200_000;

  private final Texts texts;
  private final RichText measured = new RichText("check");
  private final Label verdict = new Label();
  private final Panel panel;

  private @Nullable Derivation of;
  private @Nullable GradientCheck check;

  CheckPanel(Store store, Texts texts) {
    this.texts = texts;
    verdict.setId("check-verdict");
    verdict.setWrapText(true);
    verdict.setMinHeight(Region.USE_PREF_SIZE);
    VBox content = new VBox(measured, verdict);
    content.getStyleClass().add("check");
    panel = new Panel("check", store, texts, content);
  }

  Panel panel() {
    return panel;
  }

  void show(Explore state) {
    panel.show(state);
    if (state.view().folded().contains("check")) {
      return;
    }
    Step step = state.step();
    if (!step.result().quantity().isGradient()) {
      say("nudge.noGradient");
    } else if (givesAway(step)) {
      say("nudge.covered");
    } else if (!step.isLastTerm()) {
      // Its answer would be given away before the products have met.
      say("nudge.notYet");
    } else if (step.lesson().products() > MOST_PRODUCTS) {
      say("nudge.tooLarge");
    } else {
      compare(state);
    }
  }

  /** The nudge is as large as the number that is nudged, and what it shows is the gradient. */
  private static boolean givesAway(Step step) {
    Operand gradient = step.result();
    Operand nudged = gradient.variable();
    return step.cover().hides(gradient, step.cell()) || step.cover().hides(nudged, step.cell());
  }

  private void say(String key) {
    measured.setSentence(texts.get(key));
    verdict.getStyleClass().removeAll("agrees", "differs");
    verdict.setText("");
  }

  private void compare(Explore state) {
    if (check == null || of == null || !of.equals(state.derivation())) {
      of = state.derivation();
      check = new GradientCheck(state.derivation().trace());
    }
    Step step = state.step();
    GradientCheck.Comparison found = check.compare(step.result(), step.cell());
    Notation notation = new Notation(step.lesson());
    measured.setSentence(
        texts.get(
            "nudge.measured",
            notation.variable(step.result(), step.cell()),
            Numbers.rounded(found.h(), 2),
            Numbers.rounded(found.numeric(), 6)));
    if (found.agrees()) {
      colour("agrees", "differs");
      verdict.setText(texts.get("nudge.agrees", Numbers.format(found.analytic())));
    } else {
      colour("differs", "agrees");
      verdict.setText(
          found
              .kink()
              .map(kink ->
                  texts.get(
                      "nudge.kink",
                      notation.entry(new Operand(kink.layer(), MatrixSymbol.Z), kink.cell())))
              .orElseGet(() -> texts.get("nudge.differs", Numbers.format(found.analytic()))));
    }
  }

  /** A verdict that looks as before is not styled again. */
  private void colour(String wanted, String other) {
    verdict.getStyleClass().remove(other);
    if (!verdict.getStyleClass().contains(wanted)) {
      verdict.getStyleClass().add(wanted);
    }
  }
}
