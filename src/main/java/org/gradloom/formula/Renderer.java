package org.gradloom.formula;

import java.util.List;

/**
 * Writes trees in one style. All that is decided about writing is decided here, once for every
 * style: where brackets stand, where a sign would meet an operator, which terms of a long sum are
 * left out.
 *
 * <p>What is written falls into pieces, each of one role. An operator between two operands is a
 * piece of its own; brackets, names of functions and signs that belong to them run together.
 */
public final class Renderer {
  private final FormulaStyle style;
  private final Names names;

  public Renderer(FormulaStyle style, Names names) {
    this.style = style;
    this.names = names;
  }

  /** The tree as terms, each with its state, and what stands between them. */
  public List<FormulaPart> parts(Expr expr) {
    return new TreeWriter(style, names).parts(expr);
  }

  /** The tree as one line. */
  public String text(Expr expr) {
    StringBuilder line = new StringBuilder();
    parts(expr).forEach(part -> line.append(part.text()));
    return line.toString();
  }
}
