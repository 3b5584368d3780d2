package org.gradloom.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What expressions come to, and what is said of those that come to nothing. */
class ExpressionTest {
  private static final Texts TEXTS = Texts.english();

  /** X is 2×3, W is 3×2, b is a list of 2. */
  private static final Map<String, Expression.Named> NAMES =
      Map.of(
          "X", new Expression.Named.OfMatrix(Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}})),
          "W", new Expression.Named.OfMatrix(Matrix.of(new double[][] {{1, 0}, {0, 1}, {2, -1}})),
          "b", new Expression.Named.OfList(Matrix.row(10, 20)),
          "lr", new Expression.Named.OfNumber(0.5));

  /** Lists of 10, 100 and 101 numbers, and a column of 10. */
  private static final Map<String, Expression.Named> LARGE =
      Map.of(
          "ten", new Expression.Named.OfList(Matrix.zeros(new Shape(1, 10))),
          "hundred", new Expression.Named.OfList(Matrix.zeros(new Shape(1, 100))),
          "more", new Expression.Named.OfList(Matrix.zeros(new Shape(1, 101))),
          "column", new Expression.Named.OfMatrix(Matrix.zeros(new Shape(10, 1))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X @ W | [[7, -1], [16, -1]]",
        "X@W + b | [[17, 19], [26, 19]]",
        "(W.T @ X.T).T | [[7, -1], [16, -1]]",
        "X.T.T | [[1, 2, 3], [4, 5, 6]]",
        "X * X | [[1, 4, 9], [16, 25, 36]]",
        "W - lr * W | [[0.5, 0], [0, 0.5], [1, -0.5]]",
        "W − 2 * W | [[-1, 0], [0, -1], [-2, 1]]",
        "-X @ W | [[-7, 1], [-16, 1]]",
        "- -X | [[1, 2, 3], [4, 5, 6]]",
        "X / 2 | [[0.5, 1, 1.5], [2, 2.5, 3]]",
        "X / (4 / 2) / .5 | [[1, 2, 3], [4, 5, 6]]",
        "X.sum(axis=0) | [[5, 7, 9]]",
        "X.sum(axis = 1) | [[6, 15]]",
        "X.sum(1, keepdims=True) | [[6], [15]]",
        "X.sum(1, keepdims=False) | [[6, 15]]",
        "X.mean(axis=0) | [[2.5, 3.5, 4.5]]",
        "X.sum(axis=0).sum(axis=0) | [[21]]",
        "b.T @ W.T | [[10, 20, 0]]",
        "W @ b | [[10, 20, 0]]",
        "np.outer(b, b - 10) | [[0, 100], [0, 200]]",
        "np.sum(X, axis=0) | [[5, 7, 9]]",
        "np.mean(2 * X.T, 1) | [[5, 7, 9]]",
        "np.sum(X, axis=1, keepdims=True) | [[6], [15]]",
        "Z = X @ W + b | [[17, 19], [26, 19]]",
        "db=b.sum(axis=0) | [[30]]",
        "X.sum(axis=0) * X | [[5, 14, 27], [20, 35, 54]]",
        "2e1 + b | [[30, 40]]",
        "1 - 2 - 3 | [[-4]]",
        "2 * 3 + 4 | [[10]]",
      })
  void isComputedAsNumPyDoes(String text, String value) {
    assertThat(Expression.parse(text).value(NAMES)).hasToString(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X @ X | Character 3: 2×3 @ 2×3 does not fit: rows of 3 meet columns of 2.",
        "X + W | Character 3: 2×3 + 3×2 does not fit: entries of two shapes do not meet.",
        "X - b | Character 3: 2×3 − a list of 2 does not fit: entries of two shapes do not meet.",
        "X @ 2 | Character 3: @ multiplies matrices. A number multiplies with *.",
        "X / W | Character 3: / divides by a number, and here stands 3×2.",
        "X / 0 | Character 3: nothing is divided by 0.",
        "X @ dZ | Character 5: there is no dZ here, but W, X, b, lr.",
        "X @ | Character 4: the expression ends where a matrix or a number should stand.",
        "(X @ W | Character 7: a “)” should stand here.",
        "X ** 2 | Character 3: powers are not known here. * multiplies entry by entry, @ multiplies"
            + " matrices.",
        "X.S | Character 3: “.S” is not known here. There are .T, .sum(axis=0) and .mean(axis=0).",
        "np.exp(X) | Character 4: “np.exp” is not known here, only np.outer, np.sum and np.mean.",
        "np.sum(X) | Character 9: say along which axis, axis=0 for down the rows or axis=1 for"
            + " along a row.",
        "X == W | Character 3: “=” cannot stand here. There are names, numbers, + − * / @,"
            + " brackets, .T, .sum(axis=0), .mean(axis=0), np.outer, np.sum and np.mean.",
        "Z = | Character 4: the expression ends where a matrix or a number should stand.",
        "X.sum() | Character 7: say along which axis, axis=0 for down the rows or axis=1 for along"
            + " a row.",
        "b.sum(axis=1) | Character 3: a list of 2 has no axis 1.",
        "X.sum(axis=0).sum(axis=1) | Character 15: a list of 3 has no axis 1.",
        "(X @ W @ b).sum(axis=1) | Character 13: a list of 2 has no axis 1.",
        "(b @ b).sum(axis=0) | Character 9: a number has no axis 0.",
        "X > 0 | Character 3: “>” cannot stand here. There are names, numbers, + − * / @, brackets,"
            + " .T, .sum(axis=0), .mean(axis=0), np.outer, np.sum and np.mean.",
        "X W | Character 3: “W” cannot stand here. There are names, numbers, + − * / @, brackets,"
            + " .T, .sum(axis=0), .mean(axis=0), np.outer, np.sum and np.mean.",
      })
  void saysAtWhichCharacterItFails(String text, String sentence) {
    assertThatThrownBy(() -> Expression.parse(text).value(NAMES))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(TEXTS.say(refused.said())).isEqualTo(sentence));
  }

  @Test
  void neitherDeepNorLongNorLargeOnesTakeLong() {
    refuses("(".repeat(400) + "X" + ")".repeat(400), "expression.tooDeep");
    refuses("np.outer(X," + "np.outer(X,".repeat(20) + "X" + ")".repeat(21), "expression.outsize");
    refuses("X +".repeat(400) + "X", "expression.tooLong");
    refuses("X.sum(1, keepdims=Maybe)", "expression.truth");
    assertThat(Expression.parse("-".repeat(999) + "X").value(NAMES))
        .hasToString("[[-1, -2, -3], [-4, -5, -6]]");
  }

  @Test
  void aHundredBracketsMayBeOpenAtOnce() {
    assertThat(value("(".repeat(100) + "7" + ")".repeat(100))).hasToString("[[7]]");
    refuses("(".repeat(101) + "7" + ")".repeat(101), "expression.tooDeep");
    refuses("np.outer(".repeat(100), "expression.ends");
    refuses("np.outer(".repeat(101), "expression.tooDeep");
    // And any number one after the other.
    assertThat(value("(1)+".repeat(120) + "1")).hasToString("[[121]]");
    assertThat(value("np.outer(1,1)+".repeat(60) + "np.outer(1,1)")).hasToString("[[61]]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"np.outer(ten, %s)", "column @ np.outer(1, %s)", "column + %s", "%s * column"})
  void aThousandNumbersAreTheMost(String form) {
    assertThat(Expression.parse(form.formatted("hundred")).value(LARGE).shape())
        .isEqualTo(new Shape(10, 100));
    refuses(form.formatted("more"), LARGE, "expression.outsize");
  }

  @Test
  void namesAreFoundWhereverTheyStand() {
    assertThat(Expression.parse("np.outer(-X.T, b) * (W + 2).sum(axis=0) / lr - X").names())
        .containsExactly("W", "X", "b", "lr");
  }

  private static Matrix value(String text) {
    return Expression.parse(text).value(NAMES);
  }

  private static void refuses(String text, String key) {
    refuses(text, NAMES, key);
  }

  private static void refuses(String text, Map<String, Expression.Named> names, String key) {
    assertThatThrownBy(() -> Expression.parse(text).value(names))
        .isInstanceOfSatisfying(
            InvalidInput.class, refused -> assertThat(refused.said().key()).isEqualTo(key));
  }

  @Test
  void everyTextIsComputedOrRefused() {
    String[] pieces = {
      "X",
      "W",
      "b",
      "lr",
      "2",
      ".5",
      "@",
      "*",
      "/",
      "+",
      "-",
      "(",
      ")",
      ".T",
      ".sum(axis=0)",
      ".mean(axis=1)",
      "np.outer(",
      ",",
      " ",
      ">",
      "𝄞",
      "\u0000",
      "np",
      ".",
      "1e999"
    };
    Random random = new Random(1);
    int computed = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      try {
        assertThat(Expression.parse(text.toString()).value(NAMES).shape().size())
            .isLessThanOrEqualTo(Expression.MOST_NUMBERS);
        computed++;
      } catch (InvalidInput refused) {
        assertThat(TEXTS.say(refused.said())).isNotEmpty();
      }
    }
    assertThat(computed).isGreaterThan(500);
  }
}
