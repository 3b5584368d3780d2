/**
 * Formulas as trees, and the names of a network's matrices, which every formula is about.
 *
 * <p>Every matrix in sight has a name, an {@link org.gradloom.formula.Operand}: a layer and a
 * {@link org.gradloom.formula.MatrixSymbol}. What its rows and columns count is one of three kinds
 * of {@link org.gradloom.formula.Dimension}: samples, the units of a layer, and one.
 *
 * <p>An {@link org.gradloom.formula.Expr} says what is computed. {@link
 * org.gradloom.formula.Renderer} writes it as TeX or as plain text, which is also what a screen
 * reader says and a terminal shows; brackets, signs and what a long sum leaves out are decided
 * there and nowhere else. {@link org.gradloom.formula.ExprEvaluator} computes it, and puts numbers
 * in the place of names: so a rule is written once, and a test can hold what is explained against
 * what the engine computes.
 *
 * <p>How a tree is shown lies in the tree, too, where it is a matter of meaning: {@link
 * org.gradloom.formula.Expr.Marked} gives a part the role it plays on the stage, {@link
 * org.gradloom.formula.Expr.Folded} says that the line of numbers has its value alone. Roles on
 * leaves only were tried first; but [y = 2] is one operand to a learner, and three leaves.
 *
 * <p>Rejected: pairs of texts, TeX and plain, written side by side for every rule, which nothing
 * held to each other or to the engine; and one general system of algebra with a node for an
 * operator of any kind, where the compiler could not say which node a renderer has forgotten.
 *
 * <p>Layers, rows, columns and terms count from 0 in code and from 1 in every text.
 */
@NullMarked
package org.gradloom.formula;

import org.jspecify.annotations.NullMarked;
