/**
 * The names of a network's matrices, which every formula is about.
 *
 * <p>Every matrix in sight has a name, an {@link org.gradloom.formula.Operand}: a layer and a
 * {@link org.gradloom.formula.MatrixSymbol}. What its rows and columns count is one of three kinds
 * of {@link org.gradloom.formula.Dimension}: samples, the units of a layer, and one.
 *
 * <p>Layers, rows, columns and terms count from 0 in code and from 1 in every text.
 */
@NullMarked
package org.gradloom.formula;

import org.jspecify.annotations.NullMarked;
