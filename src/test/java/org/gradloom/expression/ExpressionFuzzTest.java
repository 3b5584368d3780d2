package org.gradloom.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.gradloom.expression.Expression.Named;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

/**
 * Texts that nobody would type, and those that are nearly right: each is answered or refused, at
 * once and in little memory. {@code -Dexpression.fuzz=100000} tries more, and {@code
 * -Dexpression.from=12} others.
 */
class ExpressionFuzzTest {
  private static final int TRIES = Integer.getInteger("expression.fuzz", 10_000);
  private static final long SEED = Long.getLong("expression.from", 11);

  /** Of processor time; the machine may be busy with something else. */
  private static final long MOST_NANOS = 10_000_000;

  private static final long MOST_BYTES = 4_000_000;

  private static final List<String> PIECES =
      List.of(
          "X",
          "W",
          "dZ",
          "b",
          "lr",
          "N",
          "X.T",
          "dZ.T",
          " @ ",
          "@",
          "*",
          " + ",
          "-",
          "−",
          "/",
          "(",
          ")",
          ".T",
          ".sum(axis=0)",
          ".sum(axis=1)",
          ".mean(axis=0)",
          ".mean(axis=2)",
          ".sum(",
          "np.outer(",
          "np.outer(X, X)",
          "np.",
          ",",
          "=",
          "1e308*1e308",
          "1e309",
          "0",
          "1/0",
          "2",
          "0.5",
          ".5",
          "1e",
          "**",
          "keepdims=True",
          "True",
          "\0",
          "\uD800",
          "𝒳",
          "ᵀ",
          "\u00a0",
          "\n",
          "__import__('os')",
          "[",
          "]",
          "'",
          "\\",
          "X if 1 else W",
          "lambda: 1");

  private static final Map<String, Named> NAMES =
      Map.of(
          "X", new Named.OfMatrix(filled(5, 4)),
          "W", new Named.OfMatrix(filled(4, 3)),
          "dZ", new Named.OfMatrix(filled(5, 3)),
          "b", new Named.OfList(filled(1, 3)),
          "lr", new Named.OfNumber(0.1),
          "N", new Named.OfNumber(5));

  private final com.sun.management.ThreadMXBean thread =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static Matrix filled(int rows, int columns) {
    return Matrix.numbers(new Shape(rows, columns), (i, j) -> i - 1.5 * j + 0.25);
  }

  private static String text(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int pieces = 1 + random.nextInt(random.nextInt(20) == 0 ? 200 : 12);
    for (int n = 0; n < pieces; n++) {
      text.append(
          random.nextInt(25) == 0
              ? Character.toString((char) random.nextInt(0x10000))
              : PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  /** True if it has a value, false if it is refused in a sentence. */
  private static boolean answers(String text) {
    try {
      Matrix value = Expression.parse(text).value(NAMES);
      return value.shape().size() <= Expression.MOST_NUMBERS;
    } catch (InvalidInput e) {
      assertThat(Texts.english().say(e.said())).isNotBlank();
      return false;
    }
  }

  private void isQuick(String text) {
    long most = Long.MAX_VALUE;
    long bytes = 0;
    // What is compiled or collected meanwhile is not the text's fault.
    for (int again = 0; again < 3 && most > MOST_NANOS; again++) {
      long allocated = thread.getCurrentThreadAllocatedBytes();
      long start = thread.getCurrentThreadCpuTime();
      answers(text);
      most = Math.min(most, thread.getCurrentThreadCpuTime() - start);
      bytes = thread.getCurrentThreadAllocatedBytes() - allocated;
    }
    assertThat(most).as(text).isLessThan(MOST_NANOS);
    assertThat(bytes).as(text).isLessThan(MOST_BYTES);
  }

  @Test
  void anyTextIsAnsweredOrRefusedAtOnce() {
    SplittableRandom random = new SplittableRandom(SEED);
    int answered = 0;
    for (int n = 0; n < TRIES; n++) {
      String text = text(random);
      isQuick(text);
      answered += answers(text) ? 1 : 0;
    }
    assertThat(answered).isBetween(TRIES / 1000, TRIES / 2);
  }

  @Test
  void whatIsMeantToBeSlowIsNot() {
    for (String text :
        List.of(
            "(".repeat(500) + "X" + ")".repeat(499),
            "(".repeat(100_000),
            "-".repeat(999) + "X",
            "X" + ".T".repeat(499),
            "X" + "+X".repeat(499),
            "X" + " @ X.T @ X".repeat(90),
            "np.outer(".repeat(90) + "X",
            "np.outer(np.outer(X, X), np.outer(X, X))",
            "np.outer(X, X) @ np.outer(X, X)",
            "1e308*1e308",
            "9".repeat(999),
            "0.".repeat(400),
            "X".repeat(10_000_000),
            "\0".repeat(900),
            "𝒳".repeat(400))) {
      isQuick(text.length() > 1_000_000 ? text.substring(0, 1_000_000) : text);
    }
  }
}
