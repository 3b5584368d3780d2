package org.gradloom.derivation;

import java.util.List;
import org.gradloom.formula.Expr;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.formula.Index;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Numbers;

/**
 * dL/dW or dL/dX in code by way of dZ/dW or dZ/dX, which nobody should build. Its rows and columns
 * are those of Z, W and X read row by row as they are written, as in {@link LayerJacobian}.
 */
final class JacobianCode {
  /** A program with more entries would not run everywhere. */
  private static final long MOST_ENTRIES = 1_000_000;

  private final Section section;
  private final Operation.Product product;
  private final CodeStyle style;
  private final Lesson lesson;
  private final boolean byWeights;
  private final String gradient;
  private final String variable;
  private final String x;
  private final String w;
  private final String z;
  private final String dZ;

  JacobianCode(Section section, Operation.Product product, CodeStyle style) {
    int layer = section.result().layer();
    this.section = section;
    this.product = product;
    this.style = style;
    this.lesson = style.lesson();
    this.byWeights = section.result().quantity() == MatrixSymbol.DW;
    this.gradient = style.name(section.result());
    this.variable = style.name(section.result().variable());
    this.x = style.name(layer, MatrixSymbol.X);
    this.w = style.name(layer, MatrixSymbol.W);
    this.z = style.name(layer, MatrixSymbol.Z);
    this.dZ = style.name(layer, MatrixSymbol.DZ);
  }

  List<CodeListing.Statement> lines() {
    ViewCode.Lines lines = new ViewCode.Lines(section, style);
    if (style instanceof Maths) {
      maths(lines);
      return lines.closed();
    }
    lines.said(style.comment("code.jacobian.never", byWeights ? "D·M" : "N·D"));
    if (entries() > MOST_ENTRIES) {
      lines.said(style.comment("code.jacobian.tooLarge", Numbers.grouped(entries())));
    } else {
      switch (style) {
        case NumPy _ -> numPy(lines);
        case PyTorch _ -> pyTorch(lines);
        case EjmlJava java -> java(lines, java.added(product.addends()));
        case Maths _ -> throw new IllegalStateException("Equations build nothing");
      }
    }
    return lines.closed("code.jacobian.without");
  }

  private long entries() {
    int layer = section.result().layer();
    return (long) lesson.shape(new Operand(layer, MatrixSymbol.Z)).size() * section.shape().size();
  }

  // ---- NumPy

  private void numPy(ViewCode.Lines lines) {
    lines.before("J = " + kronecker());
    lines.looped(gradient + " = " + dZ + ".ravel() @ J");
    lines.looped(
        "%s = %s.reshape(%s.shape)%s"
            .formatted(
                gradient, gradient, variable, style.added(product.addends(), TreeCode.NUMPY)));
  }

  /** The blocks of the Jacobian: copies of X or W, or of their lines, along a diagonal. */
  private String kronecker() {
    Convention convention = lesson.convention();
    String units = "np.eye(" + z + (style.samplesAreColumns() ? ".shape[0])" : ".shape[1])");
    if (byWeights) {
      return switch (convention) {
        case XW -> "np.kron(" + x + ", " + units + ")";
        case XWT -> "np.vstack([np.kron(" + units + ", x) for x in " + x + "])";
        case WX -> "np.kron(" + units + ", " + x + ".T)";
        case WTX -> "np.hstack([np.kron(" + units + ", x[:, None]) for x in " + x + "])";
      };
    }
    return switch (convention) {
      case XW -> "np.kron(np.eye(N), " + w + ".T)";
      case XWT -> "np.kron(np.eye(N), " + w + ")";
      case WX -> "np.kron(" + w + ", np.eye(N))";
      case WTX -> "np.kron(" + w + ".T, np.eye(N))";
    };
  }

  // ---- PyTorch

  /** Z as a function of what it is differentiated by; a bias does not change its slopes. */
  private void pyTorch(ViewCode.Lines lines) {
    String free = byWeights ? "w" : "x";
    String ofX = byWeights ? x : free;
    String ofW = byWeights ? free : w;
    String forward =
        switch (lesson.convention()) {
          case XW -> ofX + " @ " + ofW;
          case XWT -> ofX + " @ " + ofW + ".T";
          case WX -> ofW + " @ " + ofX;
          case WTX -> ofW + ".T @ " + ofX;
        };
    lines.before(
        "J = torch.autograd.functional.jacobian(lambda %s: %s, %s)"
            .formatted(free, forward, variable));
    lines.looped(
        "%s = torch.tensordot(%s, J, dims=2)%s"
            .formatted(gradient, dZ, style.added(product.addends(), TreeCode.TORCH)));
  }

  // ---- EJML

  private void java(ViewCode.Lines lines, String added) {
    String count = style.samplesAreColumns() ? ".getNumRows()" : ".getNumCols()";
    String units = "SimpleMatrix.identity(" + z + count + ")";
    String samples = "SimpleMatrix.identity(N)";
    if (byWeights) {
      switch (lesson.convention()) {
        case XW -> built(lines, x + ".kron(" + units + ")");
        case WX -> built(lines, units + ".kron(" + x + ".transpose())");
        case XWT ->
            byLines(lines, "k * %s.getNumCols(), 0, %s.kron(%s.getRow(k))".formatted(z, units, x));
        case WTX ->
            byLines(
                lines,
                "0, k * %s.getNumRows(), %s.kron(%s.getRow(k).transpose())".formatted(z, units, x));
      }
    } else {
      switch (lesson.convention()) {
        case XW -> built(lines, samples + ".kron(" + w + ".transpose())");
        case XWT -> built(lines, samples + ".kron(" + w + ")");
        case WX -> built(lines, w + ".kron(" + samples + ")");
        case WTX -> built(lines, w + ".transpose().kron(" + samples + ")");
      }
    }
    lines.before(
        "var slopes = new SimpleMatrix(1, J.getNumRows(), true, %s.getDDRM().data).mult(J);"
            .formatted(dZ));
    lines.looped(
        "var contracted = new SimpleMatrix(%s.getNumRows(), %s.getNumCols(), true,"
            .formatted(variable, variable));
    lines.looped("    slopes.getDDRM().data)" + added + ";");
  }

  private static void built(ViewCode.Lines lines, String value) {
    lines.before("var J = " + value + ";");
  }

  /** From one row of X after the other. */
  private void byLines(ViewCode.Lines lines, String inserted) {
    lines.before(
        "var J = new SimpleMatrix(%s.getNumElements(), %s.getNumElements());"
            .formatted(z, variable));
    lines.before("for (int k = 0; k < " + x + ".getNumRows(); k++) {");
    lines.before("  J.insertIntoThis(" + inserted + ");");
    lines.before("}");
  }

  // ---- equations

  private void maths(ViewCode.Lines lines) {
    Index k = ViewNames.letter("k");
    Index j = ViewNames.letter("j");
    Index i = ViewNames.letter("i");
    Index m = ViewNames.letter("m");
    int layer = section.result().layer();
    String zkj = entry(new Operand(layer, MatrixSymbol.Z), k, j);
    String blame = entry(new Operand(layer, MatrixSymbol.DZ), k, j);
    Operand by = section.result().variable();
    Expr.Entry variable =
        byWeights ? new Expr.Entry(by, i, m, false) : new Expr.Entry(by, m, i, false);
    String free = new Notation(lesson).name(variable, FormulaStyle.PLAIN);
    String penalties =
        byWeights ? JacobianFormula.penalties(lesson, variable, FormulaStyle.PLAIN) : "";
    String slope = "∂" + zkj + "/∂" + free;
    lines.looped("∂L/∂" + free + " = Σₖ,ⱼ " + blame + " · " + slope + penalties);
    lines.looped(
        style.comment(
            "code.jacobian.slope",
            slope,
            byWeights
                ? entry(new Operand(layer, MatrixSymbol.X), k, i)
                : entry(new Operand(layer, MatrixSymbol.W), i, j),
            byWeights ? "m = j" : "m = k"));
  }

  private String entry(Operand operand, Index row, Index column) {
    return ViewNames.entry(lesson, operand, row, column, FormulaStyle.PLAIN);
  }
}
