package org.gradloom.derivation;

import java.util.Optional;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;

/**
 * What comes of one number that was moved.
 *
 * @param before all matrices as they were
 * @param after all matrices as they are, of the same shapes
 * @param moved the input's entry
 */
public record NudgeEffect(Trace before, Trace after, Place.OfCell moved) {

  public double from() {
    return value(before, moved.operand(), moved.cell());
  }

  public double to() {
    return value(after, moved.operand(), moved.cell());
  }

  /** How far it was moved. */
  public double by() {
    return to() - from();
  }

  /** ΔL. */
  public double lossChange() {
    return after.loss() - before.loss();
  }

  /** Z of the layer that reads the number; empty for what only the loss reads. */
  public Optional<Operand> z() {
    Operand operand = moved.operand();
    return switch (operand.quantity()) {
      case X, W, B -> Optional.of(new Operand(operand.layer(), MatrixSymbol.Z));
      case MASK, UPSTREAM, TARGETS, LABELS -> Optional.empty();
      case Z, A, P, L, DA, DZ, DW, DB, DX, W_NEXT, B_NEXT ->
          throw new IllegalArgumentException(operand + " is no input");
    };
  }

  /** One entry of the change of a matrix. */
  public double change(Operand operand, Cell cell) {
    return value(after, operand, cell) - value(before, operand, cell);
  }

  /** The gradient that has the slope of the number; empty for what only the loss reads. */
  public Optional<Operand> gradient() {
    return gradientBy(moved.operand());
  }

  /** The gradient by an input, if the walk makes one. */
  public static Optional<Operand> gradientBy(Operand input) {
    return switch (input.quantity()) {
      case X -> Optional.of(new Operand(input.layer(), MatrixSymbol.DX));
      case W -> Optional.of(new Operand(input.layer(), MatrixSymbol.DW));
      case B -> Optional.of(new Operand(input.layer(), MatrixSymbol.DB));
      case MASK, UPSTREAM, TARGETS, LABELS, Z, A, P, L, DA, DZ, DW, DB, DX, W_NEXT, B_NEXT ->
          Optional.empty();
    };
  }

  /** The slope before the number was moved. */
  public Optional<Double> slope() {
    return gradient().map(gradient -> value(before, gradient, moved.cell()));
  }

  private static double value(Trace trace, Operand operand, Cell cell) {
    return trace.matrix(operand).get(cell.row(), cell.column());
  }
}
