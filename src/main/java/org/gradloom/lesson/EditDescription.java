package org.gradloom.lesson;

import org.gradloom.formula.Dimension;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Message;

/** What an edit does, in words. */
public final class EditDescription {
  private EditDescription() {}

  /** What the edit does, as the undo menu and the status line say it. */
  public static Message of(Lesson before, Edit edit) {
    return switch (edit) {
      case Edit.SetEntry(var operand, var cell, var entry) ->
          Message.of(
              operand.equals(before.lossInput()) && TargetEdits.sharesRow(before)
                  ? "edit.setShare"
                  : "edit.setEntry",
              name(before, operand),
              before.convention().turned(operand, cell).row() + 1,
              before.convention().turned(operand, cell).column() + 1,
              entry.text());
      case Edit.SetBlock(var operand, var at, var block) ->
          Message.of(
              fits(before.shape(operand), at, block) ? "edit.setBlock" : "edit.setBlockGrown",
              before.convention().turned(operand, block.shape()).toString(),
              name(before, operand));
      case Edit.Replace(var operand, var matrix) ->
          Message.of(
              "edit.replace",
              name(before, operand),
              before.convention().turned(operand, matrix.shape()).toString());
      case Edit.Fill(var operand, _) -> Message.of("edit.fill", name(before, operand));
      case Edit.Insert(var dimension, int at) -> describe(before, "edit.insert", dimension, at);
      case Edit.Remove(var dimension, int at) -> describe(before, "edit.remove", dimension, at);
      case Edit.SetBias(int l, boolean present) ->
          Message.of(present ? "edit.addBias" : "edit.removeBias", l + 1);
      case Edit.SetActivation(int l, var activation) ->
          Message.of(
              "edit.setActivation", l + 1, Message.of("activation." + activation.documentName()));
      case Edit.SetLossKind(var kind) ->
          Message.of("edit.setLoss", Message.of("loss." + kind.ownName()));
      case Edit.SetReduction(var reduction) ->
          Message.of("edit.setReduction." + reduction.documentName());
      case Edit.SetTargetForm(var form) -> Message.of("edit.setTargetForm." + form.documentName());
      case Edit.SetL2(var l2) ->
          l2.isPresent()
              ? Message.of("edit.setL2", Entry.of(l2.lambda()).text())
              : Message.of("edit.removeL2");
      case Edit.SetL1(var l1) ->
          l1.isPresent()
              ? Message.of("edit.setL1", Entry.of(l1.lambda()).text())
              : Message.of("edit.removeL1");
      case Edit.SetFrozen(int l, var frozen) -> frozen(before, l, frozen);
      case Edit.SetConvention(var convention) ->
          Message.of(
              "edit.setConvention", Message.of("convention.plain." + convention.documentName()));
      case Edit.SetLearningRate(double learningRate) ->
          Message.of("edit.setLearningRate", Entry.of(learningRate).text());
      case Edit.SetTitle(var title) -> Message.of("edit.setTitle", title.strip());
      case Edit.SetOutline(var outline) ->
          outline == null
              ? Message.of("edit.removeOutline")
              : Message.of("edit.setOutline", outline.number());
      case Edit.AddBeat(int at, _) -> Message.of("edit.addBeat", at + 1);
      case Edit.ReplaceBeat(int at, _) -> Message.of("edit.replaceBeat", at + 1);
      case Edit.MoveBeat(int from, int to) -> Message.of("edit.moveBeat", from + 1, to + 1);
      case Edit.RemoveBeat(int at) -> Message.of("edit.removeBeat", at + 1);
    };
  }

  /** The plain name of an input: {@code X}, {@code W} or, with several layers, {@code W2}. */
  static String name(Lesson lesson, Operand operand) {
    String letter = operand.quantity().letter();
    boolean ofOneLayer =
        operand.quantity() == MatrixSymbol.W || operand.quantity() == MatrixSymbol.B;
    return ofOneLayer && lesson.layers().size() > 1 ? letter + (operand.layer() + 1) : letter;
  }

  private static Message frozen(Lesson before, int l, Frozen frozen) {
    Frozen now = before.layers().get(l).frozen();
    boolean bias = frozen.b() != now.b();
    return Message.of(
        frozen.holds(bias) ? "edit.freeze" : "edit.unfreeze",
        name(before, new Operand(l, bias ? MatrixSymbol.B : MatrixSymbol.W)));
  }

  private static Message describe(Lesson lesson, String key, Dimension dimension, int at) {
    return switch (dimension) {
      case Dimension.Samples _ ->
          Message.of(
              key + "Sample",
              at + 1,
              name(lesson, lesson.lossInput()),
              line(!lesson.convention().samplesAreColumns()));
      case Dimension.Units(int layer) when layer < 0 ->
          Message.of(
              key + "Feature",
              at + 1,
              lesson.layers().size() == 1 ? "W" : "W1",
              line(lesson.convention().samplesAreColumns()),
              line(!lesson.convention().neuronsAreRows()));
      case Dimension.Units(int layer) -> Message.of(key + "Neuron", at + 1, layer + 1);
      case Dimension.One _ -> throw new IllegalArgumentException("A vector has one row");
    };
  }

  private static Message line(boolean isRow) {
    return Message.of(isRow ? "noun.row" : "noun.column");
  }

  private static boolean fits(Shape shape, Cell at, Matrix block) {
    return at.row() + block.rows() <= shape.rows()
        && at.column() + block.columns() <= shape.columns();
  }
}
