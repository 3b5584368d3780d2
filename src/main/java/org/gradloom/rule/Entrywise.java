package org.gradloom.rule;

/**
 * What a rule does with arrays that has no loops of its own: the same as with each entry. Tests
 * hold the loops of all others to it.
 */
final class Entrywise {
  private Entrywise() {}

  static void apply(Elementwise rule, double[] z, int count) {
    for (int i = 0; i < count; i++) {
      z[i] = rule.value(z[i]);
    }
  }

  static void multiplyBySlope(Elementwise rule, double[] z, double[] a, double[] d, int count) {
    for (int i = 0; i < count; i++) {
      d[i] *= rule.slope(z[i], a[i]);
    }
  }

  static double measureRow(
      LossKind rule,
      TargetForm form,
      double[] a,
      int from,
      int to,
      double[] answers,
      int at,
      double divisor,
      double[] dA) {
    boolean labelled = form == TargetForm.LABELS;
    double norm = rule.probabilities().ofRow(a, from, to, dA);
    double sum = 0;
    for (int j = from; j < to; j++) {
      double target = labelled ? (j - from == answers[at] ? 1 : 0) : answers[at + j - from];
      sum += rule.term(a[j] - norm, target);
      dA[j] = rule.gradient(dA[j], target) / divisor;
    }
    return sum;
  }
}
