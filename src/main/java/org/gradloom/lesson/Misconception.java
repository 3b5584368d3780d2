package org.gradloom.lesson;

import java.util.Optional;

/** Mistakes that learners are known to make, by the codes that documents and answers use. */
public enum Misconception {
  /** Factors in another order, or the wrong one turned. */
  M1,
  /** The formula of another convention. */
  M2,
  /** Divided once too often, by something else, or not at all. */
  M3,
  /** Not the sum over the samples: one of them alone, or the product of two sums. */
  M4,
  /** The gradient of the bias not summed over the samples, or summed over something else. */
  M5,
  /** A product of matrices where entries meet their own kind, or the reverse. */
  M6,
  /** One factor left out: dA taken for dZ, or inputs, or blame alone. */
  M7,
  /** The gate of an activation taken from something else than its z. */
  M8,
  /** dZ/dW taken for a matrix. */
  M9,
  /** Turned: a gradient that is not shaped like its variable. */
  M10,
  /** The gradient of the inputs summed over the samples. */
  M11,
  /** The sign or the rate of the step. */
  M12,
  /** The weights after the step where those before it belong. */
  M13,
  /** The gradient of softmax with cross-entropy. */
  M14,
  /** A slope measured on one side, or divided by something else than the way between. */
  M15,
  /** Another row or column of the right matrices. */
  M16,
  /** Another matrix in a factor's place. */
  M17,
  /** The step where the gradient was asked. */
  M18;

  /** The code of documents and answers, such as {@code M3}. */
  public String code() {
    return name();
  }

  public static Optional<Misconception> of(String code) {
    for (Misconception one : values()) {
      if (one.code().equals(code)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
