package org.gradloom.ui.explore;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Step;
import org.gradloom.engine.CheckTally;
import org.gradloom.engine.GradientCheck;
import org.gradloom.engine.MeasuredGradient;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Place;
import org.gradloom.marking.GradientComparison;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.stage.RichText;
import org.gradloom.ui.stage.StepLosses;
import org.gradloom.ui.stage.TallyWords;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.Yours;
import org.jspecify.annotations.Nullable;

/** The present gradient entry, or all of a matrix, beside its central differences. */
final class CheckPanel {
  /** How many products may hold the window up for all entries of a matrix, measured once. */
  private static final long MOST_PRODUCTS_OF_ALL = 2_000_000;

  private final Texts texts;
  private final RichText measured = new RichText("check");
  private final Label verdict = new Label();
  private final Label beside = new Label();
  private final Panel panel;
  private final StepLosses losses = new StepLosses();

  private @Nullable Derivation of;
  private @Nullable GradientCheck check;

  CheckPanel(Store store, Texts texts) {
    this.texts = texts;
    verdict.setId("check-verdict");
    verdict.setWrapText(true);
    verdict.setMinHeight(Region.USE_PREF_SIZE);
    beside.setId("check-yours");
    beside.getStyleClass().add("muted");
    beside.setWrapText(true);
    beside.setMinHeight(Region.USE_PREF_SIZE);
    VBox content = new VBox(measured, verdict, beside);
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
    holdBeside("");
    if (isUpdate(step)) {
      compareLosses(step);
    } else if (!step.result().quantity().isGradient()) {
      say("nudge.noGradient");
    } else if (givesAway(step)) {
      say("nudge.covered");
    } else if (!step.isLastTerm()) {
      // Its answer would be given away before the products have met.
      say("nudge.notYet");
    } else if (step.lesson().products() > StepLosses.MOST_PRODUCTS) {
      say("nudge.tooLarge");
    } else if (!isWhole(step)) {
      compare(state);
    } else if (step.lesson().products() * step.section().cells() > MOST_PRODUCTS_OF_ALL) {
      say("nudge.tooLarge");
    } else {
      compareAll(state);
    }
  }

  private static boolean isUpdate(Step step) {
    return switch (step.result().quantity()) {
      case W_NEXT, B_NEXT -> true;
      case X, W, B, MASK, Z, A, P, L, UPSTREAM, TARGETS, LABELS, DA, DZ, DW, DB, DX -> false;
    };
  }

  /** What the minus is for: the loss before the step, and after it. */
  private void compareLosses(Step step) {
    if (StepLosses.areCovered(step)) {
      say("nudge.covered");
      return;
    }
    Optional<StepLosses.Both> known = losses.of(step);
    if (known.isEmpty()) {
      say("nudge.tooLarge");
    }
    known.ifPresent(both ->
        say(
            "nudge.step",
            Numbers.format(both.before()),
            Numbers.format(both.after()),
            Numbers.format(both.change())));
  }

  /** True of a step that shows all of a matrix, or more. */
  private static boolean isWhole(Step step) {
    return switch (step.granularity()) {
      case TERM, CELL -> false;
      case SAMPLE, MATRIX, PHASE -> true;
    };
  }

  /** The nudge is as large as the number that is nudged, and what it shows is the gradient. */
  private static boolean givesAway(Step step) {
    Operand gradient = step.result();
    Operand nudged = gradient.variable();
    return isWhole(step)
        ? step.cover().hidesSomeOf(gradient) || step.cover().hidesSomeOf(nudged)
        : step.cover().hides(gradient, step.cell()) || step.cover().hides(nudged, step.cell());
  }

  private void say(String key, Object... arguments) {
    measured.setSentence(texts.get(key, arguments));
    verdict.getStyleClass().removeAll("agrees", "differs");
    verdict.setText("");
  }

  private GradientCheck check(Explore state) {
    GradientCheck present = check;
    if (present == null || of == null || !of.equals(state.derivation())) {
      of = state.derivation();
      present = new GradientCheck(state.derivation().trace());
      check = present;
    }
    return present;
  }

  private void compareAll(Explore state) {
    Step step = state.step();
    CheckTally tally =
        MeasuredGradient.of(step.trace(), step.result(), OptionalDouble.empty(), _ -> true)
            .orElseThrow()
            .tally();
    Notation notation = new Notation(step.lesson());
    measured.setSentence(
        texts.get(
            "nudge.all",
            tally.compared(),
            notation.plain(step.result().variable()),
            notation.plain(step.result())));
    colour(
        tally.differing() == 0 ? "agrees" : "differs",
        tally.differing() == 0 ? "differs" : "agrees");
    verdict.setText(TallyWords.verdict(tally, texts));
    yours(state)
        .filter(yours -> tally.differing() == 0)
        .map(yours -> yours.differing().size())
        .filter(differing -> differing > 0)
        .ifPresent(differing -> holdBeside(texts.get("nudge.yoursDiffer", differing)));
  }

  private void compare(Explore state) {
    Step step = state.step();
    GradientCheck.Comparison found = check(state).compare(step.result(), step.cell());
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
      Place.OfCell inside = new Place.OfCell(step.result(), step.cell());
      Cell listed = step.lesson().convention().turned(inside).cell();
      yours(state)
          .filter(yours -> !yours.agrees(listed))
          .ifPresent(yours -> holdBeside(texts.get("nudge.notYours", yours.yoursText(listed))));
    } else {
      colour("differs", "agrees");
      verdict.setText(
          found
              .kink()
              .map(kink -> texts.get("nudge.kink", notation.entry(kink.operand(), kink.cell())))
              .orElseGet(() ->
                  found.isRoundedAway()
                      ? texts.get("nudge.roundedAway", Numbers.rounded(found.h(), 2))
                      : texts.get("nudge.differs", Numbers.format(found.analytic()))));
    }
  }

  /** The user's own gradient, where each of its numbers stands beside one that is measured. */
  private static Optional<GradientComparison> yours(Explore state) {
    return state.yoursHere().map(Yours::compared).filter(GradientComparison::isShapedAlike);
  }

  private void holdBeside(String words) {
    beside.setText(words);
    NodeVisibility.set(beside, !words.isEmpty());
  }

  /** A verdict that looks as before is not styled again. */
  private void colour(String wanted, String other) {
    verdict.getStyleClass().remove(other);
    if (!verdict.getStyleClass().contains(wanted)) {
      verdict.getStyleClass().add(wanted);
    }
  }
}
