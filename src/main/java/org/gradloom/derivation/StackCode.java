package org.gradloom.derivation;

import java.util.List;
import org.gradloom.formula.FormulaStyle;

/** dL/dX in code, one sample's line after the other. */
final class StackCode {
  private final Section section;
  private final Operation.Product product;
  private final CodeStyle style;
  private final String gradient;
  private final String variable;

  StackCode(Section section, Operation.Product product, CodeStyle style) {
    this.section = section;
    this.product = product;
    this.style = style;
    this.gradient = style.name(section.result());
    this.variable = style.name(section.result().variable());
  }

  List<CodeListing.Statement> lines() {
    ViewCode.Lines lines = new ViewCode.Lines(section, style);
    switch (style) {
      case NumPy _ -> python(lines, "np.");
      case PyTorch _ -> python(lines, "torch.");
      case EjmlJava _ -> java(lines);
      case Maths _ -> maths(lines);
    }
    return lines.closed();
  }

  private boolean ofColumns() {
    return style.samplesAreColumns();
  }

  /** The factor without samples, W as it is written. */
  private Operation.Factor weights() {
    return ofColumns() ? product.left() : product.right();
  }

  private String blames() {
    return style.name((ofColumns() ? product.right() : product.left()).operand());
  }

  private void python(ViewCode.Lines lines, String library) {
    String w = style.name(weights().operand()) + (weights().transposed() ? ".T" : "");
    lines.before(gradient + " = " + library + "zeros_like(" + variable + ")");
    lines.before("for k in range(N):");
    lines.looped(
        ofColumns()
            ? "    %s[:, k] += %s @ %s[:, k]".formatted(gradient, w, blames())
            : "    %s[k] += %s[k] @ %s".formatted(gradient, blames(), w));
  }

  private void java(ViewCode.Lines lines) {
    String w = style.name(weights().operand()) + (weights().transposed() ? ".transpose()" : "");
    String stack = "stackOf" + variable;
    lines.before(
        "var %s = new SimpleMatrix(%s.getNumRows(), %s.getNumCols());"
            .formatted(stack, variable, variable));
    lines.before("for (int k = 0; k < N; k++) {");
    lines.looped(
        ofColumns()
            ? "  %s.insertIntoThis(0, k, %s.mult(%s.getColumn(k)));".formatted(stack, w, blames())
            : "  %s.insertIntoThis(k, 0, %s.getRow(k).mult(%s));".formatted(stack, blames(), w));
    lines.before("}");
  }

  private void maths(ViewCode.Lines lines) {
    String sheet = ViewNames.sheet(style.lesson(), section.result(), "k", FormulaStyle.PLAIN);
    lines.looped(
        style.comment(
            ofColumns() ? "code.stack.column" : "code.stack.row",
            sheet,
            ViewNames.line(style.lesson(), product, "k")));
    lines.looped(new Notation(style.lesson()).plain(section.result()) + " = Σₖ " + sheet);
  }
}
