package org.gradloom.practice;

import java.util.Optional;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Section;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.lesson.Region;
import org.gradloom.practice.Exercise.Kind;
import org.gradloom.text.Message;

/**
 * On which side of an exercise's product its factors stand, so that words are coloured like them in
 * every convention.
 */
record FactorSides(Derivation derivation, Optional<Region> asked) {
  private static final String LEFT = "l";
  private static final String RIGHT = "r";

  /** What a kind is about. Of its two marks the first is for inputs, or for blame sent back. */
  Message idea(Kind kind) {
    String first = asked.flatMap(this::first).orElse(LEFT);
    return Message.of(
        "practice.idea." + kind.documentName(), first, first.equals(LEFT) ? RIGHT : LEFT);
  }

  private Optional<String> first(Region region) {
    return derivation.sections().stream()
        .filter(section -> section.result().equals(derivation.lesson().canonical(region.operand())))
        .findFirst()
        .map(FactorSides::first);
  }

  private static String first(Section section) {
    return switch (section.operation()) {
      case Operation.Product(var left, _, _) -> isFirst(section, left) ? LEFT : RIGHT;
      case Operation.BatchSum(_, boolean ofRows) -> ofRows ? LEFT : RIGHT;
      case Operation.Activate _,
          Operation.ActivationGradient _,
          Operation.Probabilities _,
          Operation.RowGradient _,
          Operation.LossTotal _,
          Operation.LossGradient _,
          Operation.Update _,
          Operation.Keep _ ->
          LEFT;
    };
  }

  /** True of inputs where dW is made, and else of what meets the weights. */
  private static boolean isFirst(Section section, Operation.Factor factor) {
    return switch (factor.operand().quantity()) {
      case X, Z, A -> true;
      case W -> false;
      case B, MASK, P, L, UPSTREAM, TARGETS, LABELS, DA, DZ, DW, DB, DX, W_NEXT, B_NEXT ->
          section.result().quantity() != MatrixSymbol.DW;
    };
  }
}
