package org.gradloom.ui.stage;

import java.util.Optional;
import javafx.scene.control.Hyperlink;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.OperandLine;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Step;
import org.gradloom.staging.StageSlot;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.Tip;

/**
 * The words under a matrix that also stands on the stage as its transpose: which of its lines is
 * read. A click plays how it turns.
 */
final class TurnedLink extends Hyperlink {
  private static final double GAP = 4;
  private static final double LINE_HEIGHT = 1.6;
  private static final double LEAST_BELOW = 0.5;

  private final Texts texts;

  /** Whether there is room for words that repeat what is seen. */
  private boolean wanted = true;

  TurnedLink(Texts texts, Runnable replay) {
    this.texts = texts;
    setId("turned");
    getStyleClass().addAll("matrix-caption", "turned");
    setManaged(false);
    Tip.set(this, texts.get("stage.replay"));
    setOnAction(event -> {
      setVisited(false);
      replay.run();
    });
  }

  void setWanted(boolean there) {
    wanted = there;
  }

  void show(Staged staged) {
    Step at = staged.step();
    boolean lit =
        wanted
            && staged.origin().isPresent()
            && at.operation() instanceof Operation.Product
            && (at.granularity() == Granularity.TERM || at.granularity() == Granularity.CELL);
    setVisible(lit);
    if (lit) {
      Optional<OperandLine> line =
          staged.at(StageSlot.LEFT_ORIGIN).isPresent() ? at.leftLine() : at.rightLine();
      line.ifPresent(found ->
          setText(
              texts.get(
                  found.isRow() ? "stage.columnTurned" : "stage.rowTurned",
                  found.index() + 1,
                  new Notation(at.lesson()).plain(found.operand()))));
    }
  }

  /** The width its words need, 0 while there are none. */
  double wantedWidth() {
    if (getSkin() == null) {
      applyCss();
    }
    return isVisible() ? Math.ceil(prefWidth(-1)) : 0;
  }

  /** The height kept for it below cells, whether there are words or not. */
  double heightBelow() {
    return GAP + getFont().getSize() * (wanted ? LINE_HEIGHT : LEAST_BELOW);
  }

  /** Puts it below cells that end at {@code bottom}. */
  void place(double cellsLeft, double bottom) {
    resizeRelocate(cellsLeft, bottom + GAP, prefWidth(-1), prefHeight(-1));
  }
}
