package org.gradloom;

import java.util.List;
import java.util.Random;
import org.gradloom.formula.Dimension;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Filling;
import org.gradloom.lesson.Frozen;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Activation;
import org.gradloom.rule.L2;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;

/** Edits of every kind, of which a lesson refuses some. */
public final class RandomEdits {
  private RandomEdits() {}

  /** An edit of something that this lesson has. */
  public static Edit any(Random random, Lesson lesson) {
    Operand operand = lesson.inputs().get(random.nextInt(lesson.inputs().size()));
    Shape shape = lesson.shape(operand);
    Cell cell = new Cell(random.nextInt(shape.rows()), random.nextInt(shape.columns()));
    int layer = random.nextInt(lesson.layers().size());
    Dimension dimension =
        random.nextInt(3) == 0
            ? new Dimension.Samples()
            : new Dimension.Units(random.nextInt(lesson.layers().size() + 1) - 1);
    return switch (random.nextInt(15)) {
      case 0 -> new Edit.SetEntry(operand, cell, Entry.of(random.nextInt(7) - 3));
      case 1 -> new Edit.SetBlock(operand, cell, block(random));
      case 2 -> new Edit.Replace(operand, block(random));
      case 3 -> new Edit.Fill(operand, new Filling.SmallIntegers(random.nextLong()));
      case 4 -> new Edit.Fill(operand, new Filling.Glorot(random.nextLong()));
      case 5 -> new Edit.Insert(dimension, random.nextInt(lesson.size(dimension) + 1));
      case 6 -> new Edit.Remove(dimension, random.nextInt(lesson.size(dimension)));
      case 7 -> new Edit.SetBias(layer, random.nextBoolean());
      case 8 ->
          new Edit.SetActivation(
              layer, Activation.all().get(random.nextInt(Activation.all().size())));
      case 9 ->
          new Edit.SetLossKind(
              List.of(LossKind.values()).get(random.nextInt(LossKind.values().length)));
      case 10 -> new Edit.SetReduction(List.of(Reduction.values()).get(random.nextInt(3)));
      case 11 ->
          new Edit.SetL2(
              new L2(random.nextInt(3) / 2.0, random.nextBoolean(), random.nextBoolean()));
      case 12 ->
          new Edit.SetFrozen(
              layer,
              new Frozen(
                  random.nextBoolean(),
                  lesson.layers().get(layer).hasBias() && random.nextBoolean()));
      case 13 ->
          new Edit.SetTargetForm(
              lesson
                  .loss()
                  .kind()
                  .forms()
                  .get(random.nextInt(lesson.loss().kind().forms().size())));
      default -> new Edit.SetLearningRate(random.nextInt(10) / 10.0);
    };
  }

  private static Matrix block(Random random) {
    Shape shape = new Shape(1 + random.nextInt(6), 1 + random.nextInt(6));
    return Matrix.numbers(shape, (i, j) -> random.nextInt(4));
  }
}
