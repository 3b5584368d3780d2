package org.gradloom.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradloom.derivation.MatrixFormula;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Section;
import org.gradloom.formula.Operand;
import org.gradloom.formula.Piece;
import org.gradloom.lesson.Lesson;
import org.gradloom.rule.TargetForm;
import org.gradloom.ui.store.Layout;

/**
 * Which matrices stand on the stage, and how.
 *
 * @param items what stands in line, in reading order; the crossed layout takes the matrices by seat
 * @param crossed whether the result stands where row and column cross
 */
record StagePicture(List<Item> items, boolean crossed) {
  StagePicture {
    items = List.copyOf(items);
  }

  /** Something in line. */
  sealed interface Item {}

  /** A matrix in its seat. */
  record Placed(StageSlot seat, Shown shown) implements Item {
    String id() {
      return seat.isOrigin() ? shown.id() + "-origin" : shown.id();
    }
  }

  /** An operator between matrices. */
  record Sign(String text) implements Item {}

  List<Placed> matrices() {
    List<Placed> matrices = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof Placed placed) {
        matrices.add(placed);
      }
    }
    return matrices;
  }

  Optional<Placed> at(StageSlot seat) {
    return matrices().stream().filter(placed -> placed.seat() == seat).findFirst();
  }

  static StagePicture of(Section section, Lesson lesson, Layout layout) {
    Shown result = new Shown.Whole(section.result(), false);
    MatrixFormula rules = new MatrixFormula(lesson);
    List<Item> items = new ArrayList<>();
    boolean product = false;
    switch (section.operation()) {
      case Operation.Product(var left, var right, var addend) -> {
        product = true;
        factor(items, StageSlot.LEFT, left);
        items.add(new Sign("·"));
        factor(items, StageSlot.RIGHT, right);
        switch (addend) {
          case null -> {}
          case Operation.Bias(var bias) -> {
            items.add(new Sign("+"));
            items.add(new Placed(StageSlot.BIAS, new Shown.Whole(bias, false)));
          }
          case Operation.Penalty penalty -> items.add(new Sign("+ " + rules.sign(penalty)));
        }
      }
      case Operation.ColumnSum(var summed) -> {
        product = true;
        items.add(new Placed(StageSlot.LEFT, new Shown.Ones(summed)));
        items.add(new Sign("·"));
        items.add(new Placed(StageSlot.RIGHT, new Shown.Whole(summed, false)));
      }
      case Operation.Activate(var input, var activation) -> {
        items.add(new Placed(StageSlot.LEFT, new Shown.Whole(input, false)));
        items.add(new Sign(rules.sign(activation)));
      }
      case Operation.ActivationGradient(var upstream, var input, var activation) -> {
        items.add(new Placed(StageSlot.LEFT, new Shown.Whole(upstream, false)));
        items.add(new Sign("⊙"));
        items.add(new Placed(StageSlot.RIGHT_ORIGIN, new Shown.Whole(input, false)));
        items.add(new Placed(StageSlot.RIGHT, new Shown.Slopes(input, activation)));
      }
      case Operation.Probabilities(var logits, var rule) -> {
        items.add(new Placed(StageSlot.LEFT, new Shown.Whole(logits, false)));
        items.add(new Sign(rules.sign(rule)));
      }
      case Operation.RowGradient(var outputs, var upstream, _) -> {
        items.add(new Placed(StageSlot.LEFT, new Shown.Whole(outputs, false)));
        items.add(new Sign("⊙"));
        items.add(new Placed(StageSlot.RIGHT, new Shown.Whole(upstream, false)));
        items.add(new Sign("− Σ"));
      }
      case Operation.LossTotal total -> {
        around(
            items,
            rules.around(total),
            total.outputs(),
            List.of(new Placed(StageSlot.RIGHT, new Shown.Whole(total.compared(), false))));
        if (lesson.loss().reduction().divides()) {
          items.add(new Sign("/ " + lesson.loss().divisor(lesson.outputs())));
        }
        if (lesson.loss().l2().isPresent()) {
          items.add(new Sign("+ " + rules.penaltySign()));
        }
      }
      case Operation.LossGradient gradient ->
          around(
              items,
              rules.around(gradient),
              gradient.outputs(),
              compared(gradient.compared(), lesson));
      case Operation.Update(var parameter, var gradient) -> {
        items.add(new Placed(StageSlot.LEFT, new Shown.Whole(parameter, false)));
        items.add(new Sign(rules.sign(lesson.optimizer())));
        items.add(new Placed(StageSlot.RIGHT, new Shown.Whole(gradient, false)));
      }
      case Operation.Keep(var parameter) ->
          items.add(new Placed(StageSlot.LEFT, new Shown.Whole(parameter, false)));
    }
    items.add(new Sign("="));
    items.add(new Placed(StageSlot.RESULT, result));
    return new StagePicture(items, product && layout == Layout.FALK);
  }

  /** A factor and, where it is transposed, the matrix it is the transposed of. */
  private static void factor(List<Item> items, StageSlot seat, Operation.Factor factor) {
    if (factor.transposed()) {
      items.add(
          new Placed(
              seat == StageSlot.LEFT ? StageSlot.LEFT_ORIGIN : StageSlot.RIGHT_ORIGIN,
              new Shown.Whole(factor.operand(), false)));
    }
    items.add(new Placed(seat, new Shown.Whole(factor.operand(), factor.transposed())));
  }

  /** The pieces of a rule, the matrices in the place of their names. */
  private static void around(
      List<Item> items, List<Piece> pieces, Operand left, List<Placed> right) {
    for (Piece piece : pieces) {
      switch (piece.role()) {
        case PLAIN, RESULT -> items.add(new Sign(piece.text().strip()));
        case LEFT -> items.add(new Placed(StageSlot.LEFT, new Shown.Whole(left, false)));
        case RIGHT -> items.addAll(right);
      }
    }
  }

  /** Labels are subtracted as rows with a single 1. */
  private static List<Placed> compared(Operand compared, Lesson lesson) {
    Shown whole = new Shown.Whole(compared, false);
    return lesson.loss().form() == TargetForm.LABELS
        ? List.of(
            new Placed(StageSlot.RIGHT_ORIGIN, whole),
            new Placed(StageSlot.RIGHT, new Shown.OneHot(compared)))
        : List.of(new Placed(StageSlot.RIGHT, whole));
  }
}
