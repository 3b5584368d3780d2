package org.gradloom.derivation;

import java.util.function.Supplier;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.TargetForm;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of a language expects in the place of what a rule's formula would give: a function
 * of the library, or a form that loses no digits. A rule says for all languages in one place
 * whether it has such idioms; where it has none, {@link TreeCode} writes its formula.
 */
final class Idioms {
  /** Where t is 0 so is the term, whatever the logarithm. */
  private static final String ENTROPY =
      "@T.elementOp((r, c, q) -> q == 0 ? 0 : -q * Math.log(@P.get(r, c))).elementSum()";

  private Idioms() {}

  /**
   * Of an activation, with {@code @} for z.
   *
   * @param java in a lambda over z
   */
  record OfActivation(
      @Nullable String numPy,
      @Nullable String numPySlope,
      @Nullable String pyTorch,
      @Nullable String java,
      @Nullable String javaSlope) {}

  static OfActivation of(Elementwise activation) {
    return switch (activation) {
      case IDENTITY -> new OfActivation(null, null, null, null, null);
      case RELU -> new OfActivation(null, null, "torch.relu(@)", "@ > 0 ? @ : 0", null);
      case LEAKY_RELU ->
          new OfActivation(
              "np.where(@ > 0, @, 0.01 * @)",
              "np.where(@ > 0, 1, 0.01)",
              "F.leaky_relu(@, 0.01)",
              "@ > 0 ? @ : 0.01 * @",
              "@ > 0 ? 1 : 0.01");
      case SIGMOID ->
          new OfActivation(
              null,
              "1 / (2 + np.exp(@) + np.exp(-@))",
              "torch.sigmoid(@)",
              null,
              "1 / (2 + Math.exp(@) + Math.exp(-@))");
      case TANH ->
          // Without the brackets javac would take it for EJML's complex elementOp as well.
          new OfActivation(null, null, null, "(Math.tanh(@))", null);
      case GELU -> new OfActivation(null, null, "F.gelu(@)", "@ * Phi.applyAsDouble(@)", null);
    };
  }

  /**
   * Of a loss, with {@code @A} for the last layer's outputs, {@code @P} for what it reads of them
   * and {@code @T} for what it compares them with; {@code @R} is what turns a matrix so that its
   * rows are samples.
   */
  record OfLoss(@Nullable String numPy, @Nullable String pyTorch, @Nullable String java) {}

  static OfLoss of(LossKind kind, TargetForm form) {
    return switch (kind) {
      case GIVEN -> new OfLoss(null, null, "@P.elementMult(@T).elementSum()");
      case SQUARED_ERROR ->
          new OfLoss(null, null, "0.5 * @P.minus(@T).elementPower(2).elementSum()");
      case WHOLE_SQUARED_ERROR ->
          new OfLoss(null, null, "@P.minus(@T).elementPower(2).elementSum()");
      case CROSS_ENTROPY ->
          form == TargetForm.LABELS
              ? new OfLoss(null, null, ENTROPY)
              : new OfLoss(
                  "-(@T * np.log(np.where(@T == 0, 1, @P))).sum()",
                  "-torch.xlogy(@T, @P).sum()",
                  ENTROPY);
      case BINARY_CROSS_ENTROPY ->
          new OfLoss(null, "F.binary_cross_entropy(@P, @T, reduction=\"sum\")", null);
      case SOFTMAX_CROSS_ENTROPY ->
          // P may have become 0, where its logarithm, made from the logits, has not.
          new OfLoss(
              form == TargetForm.LABELS ? "-logP@R[np.arange(N), @T].sum()" : "-(@T * logP).sum()",
              form == TargetForm.LABELS
                  ? "F.cross_entropy(@A@R, @T, reduction=\"sum\")"
                  : "F.cross_entropy(@A@R, @T@R, reduction=\"sum\")",
              "-@T.elementMult(logP).elementSum()");
      case SIGMOID_CROSS_ENTROPY ->
          // −T ln P − (1 − T) ln(1 − P), but without a logarithm of 0.
          new OfLoss(
              "(np.logaddexp(0, @A) - @T * @A).sum()",
              "F.binary_cross_entropy_with_logits(@A, @T, reduction=\"sum\")",
              "@A.elementOp((r, c, z) -> Math.max(z, 0) - @T.get(r, c) * z"
                  + " + Math.log1p(Math.exp(-Math.abs(z)))).elementSum()");
    };
  }

  /** The idiom of an activation where there is one. */
  static String or(@Nullable String idiom, String z, Supplier<String> formula) {
    return idiom == null ? formula.get() : idiom.replace("@", z);
  }

  /** The idiom of a loss where there is one. */
  static String or(
      @Nullable String idiom,
      String logits,
      String outputs,
      String compared,
      Supplier<String> formula) {
    return idiom == null
        ? formula.get()
        : idiom.replace("@A", logits).replace("@P", outputs).replace("@T", compared);
  }
}
