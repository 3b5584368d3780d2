package org.gradloom.expression;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gradloom.matrix.Matrix;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;

/**
 * What somebody typed, as a tree. {@code at} is the character that it is told by, from 1.
 *
 * <pre>{@code
 * Expression.parse("X.T @ dZ").value(Map.of("X", x, "dZ", dZ));
 * }</pre>
 */
public sealed interface Expression {
  /** A matrix by its name. */
  record Name(String name, int at) implements Expression {}

  /** A number. */
  record Literal(double value) implements Expression {}

  /** The other sign. */
  record Minus(Expression of) implements Expression {}

  /** Rows as columns. */
  record Transpose(Expression of) implements Expression {}

  /** Sums along an axis, or means. */
  record Along(Expression of, int axis, boolean mean, boolean kept, int at) implements Expression {}

  /** {@code np.outer}. */
  record Outer(Expression left, Expression right, int at) implements Expression {}

  /** Two parts and what stands between them. */
  record Binary(Operator operator, Expression left, Expression right, int at)
      implements Expression {}

  /** What can stand between two parts. */
  enum Operator {
    ADD("+"),
    SUBTRACT("−"),
    TIMES("*"),
    OVER("/"),
    MATMUL("@");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }
  }

  /** More than anyone multiplies by hand; it bounds what an expression costs. */
  int MOST_NUMBERS = 1000;

  /**
   * Reads an expression.
   *
   * @throws InvalidInput saying at which character something else should stand
   */
  static Expression parse(String text) {
    return new ExpressionParser(text).parse();
  }

  /** The names in it. */
  default Set<String> names() {
    Set<String> names = new TreeSet<>();
    collect(names);
    return names;
  }

  private void collect(Set<String> names) {
    switch (this) {
      case Name(var name, _) -> names.add(name);
      case Literal _ -> {}
      case Minus(var of) -> of.collect(names);
      case Transpose(var of) -> of.collect(names);
      case Along along -> along.of().collect(names);
      case Outer(var left, var right, _) -> {
        left.collect(names);
        right.collect(names);
      }
      case Binary(_, var left, var right, _) -> {
        left.collect(names);
        right.collect(names);
      }
    }
  }

  /**
   * What it comes to; a list as one row, a number as 1×1.
   *
   * @param matrices what its names stand for
   * @throws InvalidInput if it names another matrix, or shapes do not fit, naming both
   */
  default Matrix value(Map<String, Named> matrices) {
    return evaluate(matrices).values();
  }

  /** What a name stands for: a matrix, a list or a number. */
  sealed interface Named {
    /** Two axes. */
    record OfMatrix(Matrix matrix) implements Named {}

    /** One axis, as a bias has. */
    record OfList(Matrix row) implements Named {}

    /** None. */
    record OfNumber(double number) implements Named {}
  }

  private NdArray evaluate(Map<String, Named> matrices) {
    return switch (this) {
      case Name(var name, int at) -> named(name, at, matrices);
      case Literal(double value) -> NdArray.of(value);
      case Minus(var of) -> of.evaluate(matrices).with(NdArray.of(-1), (a, b) -> a * b);
      case Transpose(var of) -> of.evaluate(matrices).transposed();
      case Along along -> along(along, along.of().evaluate(matrices));
      case Outer(var left, var right, int at) -> {
        NdArray a = left.evaluate(matrices);
        NdArray b = right.evaluate(matrices);
        bounded((long) a.size() * b.size(), at);
        yield a.outer(b);
      }
      case Binary(var operator, var left, var right, int at) ->
          combined(operator, left.evaluate(matrices), right.evaluate(matrices), at);
    };
  }

  private static NdArray named(String name, int at, Map<String, Named> matrices) {
    return switch (matrices.get(name)) {
      case Named.OfMatrix(var matrix) -> NdArray.of(matrix);
      case Named.OfList(var row) -> NdArray.ofList(row);
      case Named.OfNumber(double number) -> NdArray.of(number);
      case null ->
          throw new InvalidInput(
              "expression.name",
              at,
              Quote.of(name),
              String.join(", ", new TreeSet<>(matrices.keySet())));
    };
  }

  private static NdArray along(Along along, NdArray of) {
    if (along.axis() >= of.axes()) {
      throw new InvalidInput("expression.axis", along.at(), shape(of), along.axis());
    }
    return of.along(along.axis(), along.mean(), along.kept());
  }

  private static NdArray combined(Operator operator, NdArray left, NdArray right, int at) {
    return switch (operator) {
      case MATMUL -> product(left, right, at);
      case OVER -> {
        if (right.axes() > 0) {
          throw new InvalidInput("expression.divisor", at, shape(right));
        }
        if (right.at(0, 0) == 0) {
          throw new InvalidInput("expression.zero", at);
        }
        yield left.with(right, (a, b) -> a / b);
      }
      case ADD -> spread(operator, left, right, at).with(right, Double::sum);
      case SUBTRACT -> spread(operator, left, right, at).with(right, (a, b) -> a - b);
      case TIMES -> spread(operator, left, right, at).with(right, (a, b) -> a * b);
    };
  }

  /** The left one, if the right one fits onto it. */
  private static NdArray spread(Operator operator, NdArray left, NdArray right, int at) {
    if (!left.fitsOnto(right)) {
      throw new InvalidInput("expression.entries", at, operator.sign, shape(left), shape(right));
    }
    bounded(left.spreadSize(right), at);
    return left;
  }

  private static NdArray product(NdArray left, NdArray right, int at) {
    if (left.axes() == 0 || right.axes() == 0) {
      throw new InvalidInput("expression.timesNumber", at);
    }
    if (left.columns() != right.height()) {
      throw new InvalidInput(
          "expression.product", at, shape(left), shape(right), left.columns(), right.height());
    }
    bounded((long) left.rows() * right.width(), at);
    return left.times(right);
  }

  private static void bounded(long numbers, int at) {
    if (numbers > MOST_NUMBERS) {
      throw new InvalidInput("expression.outsize", at);
    }
  }

  private static Message shape(NdArray array) {
    return switch (array.axes()) {
      case 0 -> Message.of("expression.aNumber");
      case 1 -> Message.of("expression.aList", array.columns());
      default -> Message.of("expression.aMatrix", array.rows(), array.columns());
    };
  }
}
