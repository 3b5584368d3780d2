package org.gradloom.staging;

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
import org.gradloom.rule.WeightPenalty;
import org.jspecify.annotations.Nullable;

/**
 * Which matrices stand on the stage, and how.
 *
 * @param items what stands in line, in reading order; the crossed layout takes the matrices by seat
 * @param crossed whether the result stands where row and column cross
 */
public record StagePicture(List<Item> items, boolean crossed) {
  public StagePicture {
    items = List.copyOf(items);
  }

  /** Something in line. */
  public sealed interface Item {}

  /** A matrix in its seat. */
  public record Placed(StageSlot seat, Shown shown) implements Item {
    /** A name for nodes: {@code layer1-x}. */
    public String id() {
      return seat.isOrigin() ? shown.id() + "-origin" : shown.id();
    }
  }

  /** An operator between matrices. */
  public record Sign(String text) implements Item {}

  /** The matrices alone, in reading order. */
  public List<Placed> matrices() {
    List<Placed> matrices = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof Placed placed) {
        matrices.add(placed);
      }
    }
    return matrices;
  }

  /** Who sits there. */
  public Optional<Placed> at(StageSlot seat) {
    return matrices().stream().filter(placed -> placed.seat() == seat).findFirst();
  }

  /**
   * The picture of one matrix of the walk.
   *
   * @param crossing whether a product's result shall stand where row and column cross
   */
  public static StagePicture of(Section section, Lesson lesson, boolean crossing) {
    Shown result = whole(section.result(), lesson);
    MatrixFormula rules = new MatrixFormula(lesson);
    List<Item> items = new ArrayList<>();
    boolean product = false;
    switch (section.operation()) {
      case Operation.Product(var left, var right, var addends) -> {
        product = true;
        factor(items, StageSlot.LEFT, left, lesson);
        items.add(new Sign("·"));
        factor(items, StageSlot.RIGHT, right, lesson);
        for (Operation.Addend addend : addends) {
          switch (addend) {
            case Operation.Bias(var bias) -> {
              items.add(new Sign("+"));
              items.add(new Placed(StageSlot.BIAS, whole(bias, lesson)));
            }
            case Operation.Penalty penalty -> items.add(new Sign("+ " + rules.sign(penalty)));
          }
        }
      }
      case Operation.BatchSum(var summed, boolean ofRows) -> {
        product = true;
        Shown matrix = whole(summed, lesson);
        Shown ones = new Shown.Ones(summed, lesson.convention());
        items.add(new Placed(StageSlot.LEFT, ofRows ? matrix : ones));
        items.add(new Sign("·"));
        items.add(new Placed(StageSlot.RIGHT, ofRows ? ones : matrix));
      }
      case Operation.Activate(var input, var activation, var mask) -> {
        items.add(new Placed(StageSlot.LEFT, whole(input, lesson)));
        items.add(new Sign(rules.sign(activation)));
        mask(items, mask, lesson);
      }
      case Operation.ActivationGradient(var upstream, var input, var activation, var mask) -> {
        items.add(new Placed(StageSlot.LEFT, whole(upstream, lesson)));
        mask(items, mask, lesson);
        items.add(new Sign("⊙"));
        items.add(new Placed(StageSlot.RIGHT_ORIGIN, whole(input, lesson)));
        items.add(
            new Placed(StageSlot.RIGHT, new Shown.Slopes(input, activation, lesson.convention())));
      }
      case Operation.Probabilities(var logits, var rule) -> {
        items.add(new Placed(StageSlot.LEFT, whole(logits, lesson)));
        items.add(new Sign(rules.sign(rule)));
      }
      case Operation.RowGradient(var outputs, var upstream, _) -> {
        items.add(new Placed(StageSlot.LEFT, whole(outputs, lesson)));
        items.add(new Sign("⊙ ("));
        items.add(new Placed(StageSlot.RIGHT, whole(upstream, lesson)));
        items.add(new Sign("− Σ )"));
      }
      case Operation.LossTotal total -> {
        around(
            items,
            rules.around(total),
            whole(total.outputs(), lesson),
            List.of(new Placed(StageSlot.RIGHT, whole(total.compared(), lesson))));
        if (lesson.loss().reduction().divides()) {
          items.add(new Sign("/ " + lesson.loss().divisor(lesson.outputs())));
        }
        for (WeightPenalty penalty : lesson.loss().penalties()) {
          items.add(new Sign("+ " + rules.sign(penalty)));
        }
      }
      case Operation.LossGradient gradient ->
          around(
              items,
              rules.around(gradient),
              whole(gradient.outputs(), lesson),
              compared(gradient.compared(), lesson));
      case Operation.Update(var parameter, var gradient) -> {
        items.add(new Placed(StageSlot.LEFT, whole(parameter, lesson)));
        items.add(new Sign(rules.sign(lesson.optimizer())));
        items.add(new Placed(StageSlot.RIGHT, whole(gradient, lesson)));
      }
      case Operation.Keep(var parameter) ->
          items.add(new Placed(StageSlot.LEFT, whole(parameter, lesson)));
    }
    items.add(new Sign("="));
    items.add(new Placed(StageSlot.RESULT, result));
    return new StagePicture(items, product && crossing);
  }

  private static void mask(List<Item> items, @Nullable Operand mask, Lesson lesson) {
    if (mask != null) {
      items.add(new Sign("⊙"));
      items.add(new Placed(StageSlot.MASK, whole(mask, lesson)));
    }
  }

  /** A matrix as it is written. */
  private static Shown whole(Operand operand, Lesson lesson) {
    return new Shown.Whole(operand, false, lesson.convention());
  }

  /** A factor and, where it is transposed, the matrix it is the transposed of. */
  private static void factor(
      List<Item> items, StageSlot seat, Operation.Factor factor, Lesson lesson) {
    if (factor.transposed()) {
      items.add(
          new Placed(
              seat == StageSlot.LEFT ? StageSlot.LEFT_ORIGIN : StageSlot.RIGHT_ORIGIN,
              whole(factor.operand(), lesson)));
    }
    items.add(
        new Placed(
            seat, new Shown.Whole(factor.operand(), factor.transposed(), lesson.convention())));
  }

  /** The pieces of a rule, the matrices in the place of their names. */
  private static void around(List<Item> items, List<Piece> pieces, Shown left, List<Placed> right) {
    for (Piece piece : pieces) {
      switch (piece.role()) {
        case PLAIN, RESULT -> items.add(new Sign(piece.text().strip()));
        case LEFT -> items.add(new Placed(StageSlot.LEFT, left));
        case RIGHT -> items.addAll(right);
      }
    }
  }

  /** Labels are subtracted as rows with a single 1. */
  private static List<Placed> compared(Operand compared, Lesson lesson) {
    Shown whole = whole(compared, lesson);
    return lesson.loss().form() == TargetForm.LABELS
        ? List.of(
            new Placed(StageSlot.RIGHT_ORIGIN, whole),
            new Placed(StageSlot.RIGHT, new Shown.OneHot(compared, lesson.convention())))
        : List.of(new Placed(StageSlot.RIGHT, whole));
  }
}
