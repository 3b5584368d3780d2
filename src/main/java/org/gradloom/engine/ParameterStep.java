package org.gradloom.engine;

import java.util.OptionalDouble;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;

/**
 * What the optimizer does to W or b of one layer: W′ = W − η·direction, entry by entry. All four
 * have the shape of the parameter.
 *
 * @param of the parameter, {@code layer1/w} or {@code layer1/b}
 * @param gradient dL/dW or dL/db
 */
public record ParameterStep(Lesson lesson, Operand of, Matrix gradient) {

  /** The step that gives a matrix of the update, {@code layer1/wNext} or {@code layer1/bNext}. */
  public static ParameterStep of(Trace trace, Operand next) {
    int l = next.layer();
    return switch (next.quantity()) {
      case W_NEXT ->
          new ParameterStep(
              trace.lesson(),
              new Operand(l, MatrixSymbol.W),
              trace.matrix(new Operand(l, MatrixSymbol.DW)));
      case B_NEXT ->
          new ParameterStep(
              trace.lesson(),
              new Operand(l, MatrixSymbol.B),
              trace.matrix(new Operand(l, MatrixSymbol.DB)));
      case X, W, B, MASK, Z, A, P, L, UPSTREAM, TARGETS, LABELS, DA, DZ, DW, DB, DX ->
          throw new IllegalArgumentException(next + " is no update");
    };
  }

  private Layer layer() {
    return lesson.layers().get(of.layer());
  }

  private boolean isBias() {
    return of.quantity() == MatrixSymbol.B;
  }

  /** True if no step changes it, so that it has no direction. */
  public boolean isFrozen() {
    return layer().frozen().holds(isBias());
  }

  public Matrix before() {
    return lesson.input(of);
  }

  /**
   * What the learning rate multiplies: the gradient for SGD, the new velocity for momentum, m̂/(√v̂
   * + ε) for Adam; nothing for a frozen parameter.
   */
  public OptionalDouble direction(Cell cell) {
    return isFrozen()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            layer()
                .remembered(isBias())
                .direction(
                    lesson.optimizer(),
                    cell.row(),
                    cell.column(),
                    lesson.stepsTaken() + 1L,
                    gradient.get(cell.row(), cell.column())));
  }

  /** η·direction: what is taken away; 0 for a frozen parameter. */
  public double taken(Cell cell) {
    OptionalDouble direction = direction(cell);
    return direction.isPresent() ? lesson.optimizer().learningRate() * direction.getAsDouble() : 0;
  }

  /** The parameter after the step; a frozen one stays bit for bit. */
  public double after(Cell cell) {
    double before = before().get(cell.row(), cell.column());
    OptionalDouble direction = direction(cell);
    return direction.isPresent()
        ? lesson.optimizer().next(before, direction.getAsDouble())
        : before;
  }
}
