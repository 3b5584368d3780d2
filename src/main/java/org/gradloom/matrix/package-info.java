/**
 * Matrices as values, and numbers as people write them.
 *
 * <p>{@link org.gradloom.matrix.Matrix} is immutable and equal by value; it is what documents,
 * steps and views hold. It does no linear algebra: products belong to the engine. An entry
 * remembers the fraction it was typed as ({@code 1/3}), because a learner who types a third wants
 * to see a third again. Rows and columns count from 0 here and everywhere in code; only texts count
 * from 1.
 *
 * <p>What is shown is true: {@link org.gradloom.matrix.Numbers} prints no rounded number as an
 * exact one, as a learner who reads 1 − 1 = −1.13e−6 loses faith in all the rest. Where a rounding
 * is plain from what stands around, at the ends of a scale, it only rounds.
 *
 * <p>{@link org.gradloom.matrix.Numbers} is the one place that reads and prints numbers for people,
 * {@link org.gradloom.matrix.MatrixText} the one that prints matrices as spreadsheets, NumPy and
 * MATLAB write them; package {@code paste} reads them. Both live here and not beside the documents
 * because they need no file and the editor needs them at every key.
 */
@NullMarked
package org.gradloom.matrix;

import org.jspecify.annotations.NullMarked;
