package org.gradloom.practice;

import org.gradloom.formula.Operand;
import org.gradloom.matrix.Matrix;

/**
 * A matrix that is shown with an exercise.
 *
 * @param numbers as the convention writes the matrix; in an exercise with a planted mistake not
 *     what the walk makes
 */
public record Given(Operand operand, Matrix numbers) {}
