package org.gradloom.ui.explore;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gradloom.lesson.Beat;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.FormulaView;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.ScreenRoom;
import org.gradloom.ui.control.TexLine;
import org.gradloom.ui.stage.CompareFormula;
import org.gradloom.ui.stage.Covering;
import org.gradloom.ui.stage.FormulaAhead;
import org.gradloom.ui.stage.RelayoutGuard;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;

/**
 * The formula of a step below the stage, without what a question covers. It comes after the
 * window's first picture, which it would hold up; its room is kept until then.
 */
final class StageFormula {
  /** Of the card, which keeps the room that a formula usually takes until it comes. */
  private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

  private final Store store;
  private final Texts texts;
  private final HBox coveredSymbols;
  private final HBox coveredNumbers;
  private final FormulaView formula;
  private final RelayoutGuard steadyFormula;
  private final FormulaCard card;
  private final FormulaAhead ahead;
  private boolean comes;

  /** The beat that the formula was last shown for. */
  private Optional<Beat> told = Optional.empty();

  /** Whether there is room for one line only. */
  private boolean oneLine;

  StageFormula(Store store, Texts texts, TexRenderer renderer, FormulaAhead ahead) {
    this.store = store;
    this.texts = texts;
    this.ahead = ahead;
    this.coveredSymbols = coveredRow("formula.symbols", "ask.coveredSymbols");
    coveredSymbols.setId("symbols-covered");
    this.coveredNumbers = coveredRow("formula.numbers", "ask.coveredNumbers");
    coveredNumbers.setId("numbers-covered");
    this.formula = new FormulaView(renderer, texts);
    formula.setId("formula");
    this.steadyFormula = new RelayoutGuard(formula);
    // Numbers below stay where they are when it opens.
    VBox.setVgrow(coveredSymbols, Priority.ALWAYS);
    this.card = new FormulaCard(formula, coveredSymbols, coveredNumbers);
    card.pseudoClassStateChanged(WAITING, true);
  }

  private HBox coveredRow(String name, String words) {
    Label lead = new Label(texts.get(name));
    lead.getStyleClass().add("muted");
    HBox row = new HBox();
    row.getStyleClass().add("covered-row");
    NodeVisibility.hideEmpty(row, lead, Covering.of("covered-line", texts.get(words)));
    return row;
  }

  Node card() {
    return card;
  }

  /** From now on the formula is shown. */
  void come() {
    comes = true;
    card.pseudoClassStateChanged(WAITING, false);
    card.getChildren().add(1, steadyFormula);
    showLines(store.state().explore());
    prepare(store.state().explore());
  }

  void show(Explore state) {
    NodeVisibility.set(coveredSymbols, state.hidesSymbols());
    NodeVisibility.set(coveredNumbers, state.hidesNumbers());
    showLines(state);
  }

  /** Has the formulas set that are near, once everything else of this step is shown. */
  void prepare(Explore state) {
    if (comes) {
      ahead.prepare(state);
    }
  }

  /** Takes how high the screen is. */
  void fitInto(Dimension2D room) {
    boolean flat = ScreenRoom.isFlat(room);
    if (flat != oneLine) {
      oneLine = flat;
      card.beginAnew();
      showLines(store.state().explore());
    }
  }

  private void showLines(Explore state) {
    if (!comes) {
      return;
    }
    if (!state.beat().equals(told)) {
      told = state.beat();
      card.beginAnew();
    }
    List<TexLine> whole = CompareFormula.lines(state, texts);
    List<TexLine> lines = seen(state, whole);
    NodeVisibility.set(steadyFormula, !lines.isEmpty());
    steadyFormula.change(() -> formula.setLines(lines));
    card.keepRoomFor(oneLine ? List.of(whole.getLast()) : whole);
  }

  /**
   * The rule in symbols, then the numbers; nothing of what is covered. Where there is room for one
   * line only, that of the numbers.
   */
  private List<TexLine> seen(Explore state, List<TexLine> lines) {
    List<TexLine> seen =
        lines.subList(state.hidesSymbols() ? 1 : 0, state.hidesNumbers() ? 1 : lines.size());
    return oneLine && !seen.isEmpty() ? List.of(seen.getLast()) : seen;
  }
}
