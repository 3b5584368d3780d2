package org.gradloom.ui.stage;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.NudgeEffect;
import org.gradloom.formula.Operand;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Texts;
import org.gradloom.ui.store.Explore;

/**
 * What is said of a number that was moved or can be: where it went, ΔL, and what the slope says.
 */
final class MoveWords extends VBox {
  private final Texts texts;
  private final Label move = new Label();
  private final Label loss = new Label();
  private final Label slope = new Label();

  MoveWords(Texts texts) {
    this.texts = texts;
    ViewWords.dress(move, "nudge-move");
    ViewWords.dress(loss, "nudge-change-of-loss");
    ViewWords.dress(slope, "nudge-slope-of-move");
    slope.getStyleClass().add("view-note");
    getChildren().addAll(move, loss, slope);
  }

  /**
   * Says what came of a move.
   *
   * @param effect nothing where the number is no input
   */
  void show(Explore state, Operand variable, Optional<NudgeEffect> effect) {
    Notation notation = new Notation(state.lesson());
    boolean covered = state.derivation().cover().hides(variable, state.step().cell());
    Optional<NudgeEffect> happened = effect.filter(found -> found.by() != 0 && !covered);
    ViewWords.say(
        move,
        happened
            .map(found -> moved(found, notation))
            .orElseGet(() -> invitation(state, variable, notation)));
    ViewWords.say(loss, happened.flatMap(found -> loss(state, found)).orElse(""));
    ViewWords.say(slope, happened.flatMap(found -> slope(state, found)).orElse(""));
  }

  private String invitation(Explore state, Operand variable, Notation notation) {
    if (!variable.quantity().isInput()) {
      return texts.get("view.nudge.computed", notation.plain(variable));
    }
    if (!state.movesNumbers()) {
      return texts.get("view.nudge.locked");
    }
    return texts.get(
        state.movable().isEmpty() ? "view.nudge.coveredNumber" : "view.nudge.invite",
        notation.plain(variable),
        notation.entry(variable, state.step().cell()));
  }

  private String moved(NudgeEffect effect, Notation notation) {
    return texts.get(
        "nudge.name",
        notation.entry(effect.moved().operand(), effect.moved().cell()),
        Numbers.format(effect.from()),
        Numbers.format(effect.to()));
  }

  private Optional<String> loss(Explore state, NudgeEffect effect) {
    return state.derivation().cover().hidesLoss()
        ? Optional.empty()
        : Optional.of(
            texts.get(
                "nudge.loss",
                Numbers.format(effect.before().loss()),
                Numbers.format(effect.after().loss()),
                Numbers.format(effect.lossChange())));
  }

  private Optional<String> slope(Explore state, NudgeEffect effect) {
    return effect
        .gradient()
        .filter(gradient -> !state.derivation().cover().hides(gradient, effect.moved().cell()))
        .flatMap(_ -> effect.slope())
        .map(each ->
            texts.get(
                "nudge.slope",
                Numbers.format(each),
                Numbers.inBrackets(Numbers.format(effect.by())),
                Numbers.format(each * effect.by())));
  }
}
