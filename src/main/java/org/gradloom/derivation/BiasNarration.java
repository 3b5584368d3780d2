package org.gradloom.derivation;

import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.ViewPart;
import org.gradloom.matrix.Cell;
import org.gradloom.text.Message;

/** What is said of a place where the bias is seen as a weight. */
final class BiasNarration {
  private BiasNarration() {}

  static Narration of(Step step) {
    Narration plain = Narration.of(step);
    int layer = step.result().layer();
    if (!step.lesson().layers().get(layer).hasBias()) {
      return new Narration(Message.of("view.bias.questionNone"), plain.where(), plain.why());
    }
    Notation notation = new Notation(step.lesson());
    String bias =
        notation.entry(new Operand(layer, MatrixSymbol.B), new Cell(0, step.cell().column()));
    if (step.cover().hides(ViewPart.ONES)) {
      return new Narration(
          Message.of("view.bias.questionCovered"),
          plain.where(),
          Message.of("view.bias.whyCovered", bias));
    }
    return new Narration(
        Message.of("view.bias.question"), plain.where(), why(step, notation, bias, layer));
  }

  private static Message why(Step step, Notation notation, String bias, int layer) {
    String samples = notation.plain(new Operand(layer, MatrixSymbol.X));
    return step.result().quantity() == MatrixSymbol.Z
        ? Message.of("view.bias.whyForward", bias, notation.entry(step.result(), step.cell()))
        : Message.of(
            "view.bias.whyBackward",
            samples,
            notation.plain(new Operand(layer, MatrixSymbol.DZ)),
            notation.plain(new Operand(layer, MatrixSymbol.DB)));
  }
}
