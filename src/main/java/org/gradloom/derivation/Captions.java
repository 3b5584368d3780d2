package org.gradloom.derivation;

import org.gradloom.formula.Expr;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.formula.Renderer;
import org.gradloom.lesson.Lesson;
import org.gradloom.text.Message;

/**
 * Short captions for whole matrices: the rule they come from and what their rows and columns are.
 */
public record Captions(Lesson lesson) {

  /** The whole equation: {@code dL/dW = Xᵀ · dL/dZ}. */
  public String equation(Section section) {
    return new Notation(lesson).plain(section.result()) + " = " + rule(section);
  }

  /** The same with the loss and the activation written out: {@code A = max(0, Z)}. */
  public String written(Section section) {
    Notation notation = new Notation(lesson);
    Expr rule = new MatrixFormula(lesson).written(section);
    return notation.plain(section.result())
        + " = "
        + new Renderer(FormulaStyle.PLAIN, notation).text(rule);
  }

  /** The right side of the equation: {@code Xᵀ · dL/dZ}. */
  public String rule(Section section) {
    return rule(section, FormulaStyle.PLAIN);
  }

  /** The whole equation in TeX. */
  public String tex(Section section) {
    return new Notation(lesson).tex(section.result()) + " = " + rule(section, FormulaStyle.TEX);
  }

  private String rule(Section section, FormulaStyle style) {
    return new Renderer(style, new Notation(lesson)).text(new MatrixFormula(lesson).of(section));
  }

  /**
   * Shape and meaning: {@code 4 × 3 · sample × feature}, {@code 3 × 2 · shaped like W}.
   *
   * @param transposed whether this is the transpose of the matrix as it is written
   */
  public Message caption(Operand operand, boolean transposed) {
    var written = lesson.writtenShape(operand);
    var shape = transposed ? written.transposed() : written;
    boolean turned = transposed != lesson.convention().turns(operand);
    return Message.of("caption", shape.rows(), shape.columns(), meaning(operand, turned));
  }

  private Message meaning(Operand operand, boolean isTurned) {
    Notation notation = new Notation(lesson);
    String turned = isTurned ? "Turned" : "";
    int l = operand.layer();
    return switch (operand.quantity()) {
      case X -> Message.of((l == 0 ? "caption.sampleFeature" : "caption.sampleInput") + turned);
      case DX -> Message.of("caption.shapedLike", notation.plain(new Operand(l, MatrixSymbol.X)));
      case MASK, Z, A, P, UPSTREAM, TARGETS, DA, DZ -> Message.of("caption.sampleNeuron" + turned);
      case W -> Message.of((l == 0 ? "caption.featureNeuron" : "caption.inputNeuron") + turned);
      case DW, W_NEXT ->
          Message.of("caption.shapedLike", notation.plain(new Operand(l, MatrixSymbol.W)));
      case B -> Message.of("caption.perNeuron");
      case DB, B_NEXT ->
          Message.of("caption.shapedLike", notation.plain(new Operand(l, MatrixSymbol.B)));
      case LABELS -> Message.of("caption.classPerSample");
      case L -> Message.of("caption.loss");
    };
  }
}
