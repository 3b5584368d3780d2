package org.gradloom.lesson;

import java.util.ArrayList;
import java.util.List;
import org.gradloom.formula.Dimension;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.WeightPenalty;
import org.gradloom.text.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Carries out edits: pure functions from one lesson to the next. */
public final class Edits {
  /** The largest side that is edited by hand; beyond it cells are too small to hit and to teach. */
  public static final int LARGEST_SIDE = 16;

  private Edits() {}

  /**
   * The lesson after the edit. An edit that reshapes a layer drops the optimizer's memory of it,
   * which would no longer fit, and the beats whose places are gone.
   *
   * @throws InvalidInput if the edit asks for what cannot be, naming it; the lesson is untouched
   */
  public static Lesson apply(Lesson lesson, Edit edit) {
    requireEdited(lesson, edit);
    return edited(lesson, edit).withoutLostBeats();
  }

  private static Lesson edited(Lesson lesson, Edit edit) {
    return switch (edit) {
      case Edit.SetEntry(var operand, var cell, var entry) ->
          replace(
              lesson,
              operand,
              operand.equals(lesson.lossInput())
                  ? TargetEdits.withEntry(lesson, cell, entry)
                  : lesson.input(operand).with(cell.row(), cell.column(), entry));
      case Edit.SetBlock(var operand, var at, var block) -> setBlock(lesson, operand, at, block);
      case Edit.Replace(var operand, var matrix) -> replaceAndResize(lesson, operand, matrix);
      case Edit.Fill(var operand, var filling) -> fill(lesson, operand, filling);
      case Edit.Insert(var dimension, int at) -> Resizing.insert(lesson, dimension, at);
      case Edit.Remove(var dimension, int at) -> Resizing.remove(lesson, dimension, at);
      case Edit.SetBias(int l, boolean present) -> setBias(lesson, l, present);
      case Edit.SetActivation(int l, var activation) ->
          lesson.withLayer(l, lesson.layers().get(l).with(activation));
      case Edit.SetLossKind(var kind) -> {
        Lesson changed = setLossKind(lesson, kind);
        // A given dL/dA does not follow the weights, so that there is nothing to train.
        yield kind.isLearnt() ? changed : changed.withoutTraining();
      }
      case Edit.SetTargetForm(var form) ->
          lesson.withLoss(
              lesson.loss().with(TargetEdits.ofForm(lesson, lesson.loss().kind(), form)));
      case Edit.SetReduction(var reduction) -> lesson.withLoss(lesson.loss().with(reduction));
      case Edit.SetL2(var l2) -> lesson.withLoss(lesson.loss().with(allowed(l2)));
      case Edit.SetL1(var l1) -> lesson.withLoss(lesson.loss().with(allowed(l1)));
      case Edit.SetFrozen(int l, var frozen) ->
          lesson.withLayer(l, lesson.layers().get(l).with(frozen));
      case Edit.SetConvention(var convention) -> lesson.withConvention(convention);
      case Edit.SetLearningRate(double learningRate) -> setLearningRate(lesson, learningRate);
      case Edit.SetTitle(var title) -> lesson.withTitle(title.strip());
      case Edit.SetOutline(var outline) ->
          lesson.telling(lesson.title(), outline, lesson.scenes(), lesson.beats());
      case Edit.OfBeats beats -> BeatEdits.apply(lesson, beats);
    };
  }

  /** What is edited may be gone: a picture of a large network shows the lesson of before. */
  private static void requireEdited(Lesson lesson, Edit edit) {
    switch (edit) {
      case Edit.SetEntry(var operand, var cell, _) ->
          lesson.require(new Place.OfCell(operand, cell));
      case Edit.SetBlock(var operand, _, _) -> lesson.require(new Place.OfMatrix(operand));
      case Edit.Replace(var operand, _) -> lesson.require(new Place.OfMatrix(operand));
      case Edit.Fill(var operand, _) -> lesson.require(new Place.OfMatrix(operand));
      case Edit.Insert _,
          Edit.Remove _,
          Edit.SetBias _,
          Edit.SetActivation _,
          Edit.SetLossKind _,
          Edit.SetTargetForm _,
          Edit.SetReduction _,
          Edit.SetL2 _,
          Edit.SetL1 _,
          Edit.SetFrozen _,
          Edit.SetConvention _,
          Edit.SetLearningRate _,
          Edit.SetTitle _,
          Edit.SetOutline _,
          Edit.OfBeats _ -> {}
    }
  }

  private static Lesson replace(Lesson lesson, Operand operand, Matrix matrix) {
    int l = operand.layer();
    return switch (operand.quantity().role()) {
      case LOSS_INPUT ->
          lesson.withLoss(
              lesson
                  .loss()
                  .with(TargetEdits.typed(lesson.loss().form(), lesson.outputs(), matrix)));
      case INPUT ->
          operand.quantity() == MatrixSymbol.X
              ? lesson.with(matrix, lesson.layers(), lesson.loss())
              : lesson.withLayer(l, withParameter(lesson.layers().get(l), operand, matrix));
      case FORWARD, LOSS, GRADIENT, UPDATE ->
          throw new IllegalArgumentException(operand + " is no input");
    };
  }

  private static Layer withParameter(Layer layer, Operand operand, Matrix matrix) {
    return switch (operand.quantity()) {
      case W -> layer.withW(matrix);
      case B -> layer.withB(matrix);
      case MASK -> layer.withMask(matrix);
      case X, Z, A, P, L, UPSTREAM, TARGETS, LABELS, DA, DZ, DW, DB, DX, W_NEXT, B_NEXT ->
          throw new IllegalArgumentException(operand + " is no layer's own");
    };
  }

  private static Lesson setBlock(Lesson lesson, Operand operand, Cell at, Matrix block) {
    Matrix old = lesson.input(operand);
    Shape reached =
        new Shape(
            Math.max(old.rows(), at.row() + block.rows()),
            Math.max(old.columns(), at.column() + block.columns()));
    Matrix merged =
        Matrix.entries(
            reached,
            (i, j) -> {
              int r = i - at.row();
              int c = j - at.column();
              if (r >= 0 && r < block.rows() && c >= 0 && c < block.columns()) {
                return block.entry(r, c);
              }
              return i < old.rows() && j < old.columns() ? old.entry(i, j) : Entry.of(0);
            });
    return replaceAndResize(lesson, operand, merged);
  }

  private static Lesson replaceAndResize(Lesson lesson, Operand operand, Matrix matrix) {
    Dimension rows = operand.rowDimension();
    Dimension columns = operand.columnDimension(lesson.lastLayer());
    if (rows instanceof Dimension.One && matrix.rows() > 1) {
      throw onlyOne(lesson.convention().turns(operand), matrix.rows());
    }
    if (columns instanceof Dimension.One && matrix.columns() > 1) {
      throw onlyOne(!lesson.convention().turns(operand), matrix.columns());
    }
    Lesson resized = Resizing.resize(lesson, rows, matrix.rows());
    resized = Resizing.resize(resized, columns, matrix.columns());
    return replace(resized, operand, matrix);
  }

  /** A vector is given more lines than its one, which are columns as it is written, or rows. */
  private static InvalidInput onlyOne(boolean areColumns, int lines) {
    return new InvalidInput(areColumns ? "edit.oneColumnOnly" : "edit.oneRowOnly", lines);
  }

  private static Lesson fill(Lesson lesson, Operand operand, Filling filling) {
    Matrix filled = filling.fill(lesson.shape(operand));
    return replace(
        lesson,
        operand,
        operand.equals(lesson.lossInput()) ? TargetEdits.fitting(lesson, filled) : filled);
  }

  private static Lesson setBias(Lesson lesson, int l, boolean present) {
    Layer layer = lesson.layers().get(l);
    if (layer.hasBias() == present) {
      return lesson;
    }
    @Nullable Matrix b = present ? Matrix.zeros(new Shape(1, layer.units())) : null;
    // The optimizer's memory has one number for each parameter and would no longer fit.
    return lesson.withLayer(
        l, new Layer(layer.w(), b, layer.activation(), layer.frozen().withB(false), null));
  }

  private static Lesson setLossKind(Lesson lesson, LossKind kind) {
    List<Layer> layers = new ArrayList<>(lesson.layers());
    Layer last = layers.removeLast();
    layers.add(last.with(kind.outputs().orElse(withoutRepeating(lesson, kind))));
    return lesson.with(lesson.x(), layers, TargetEdits.ofKind(lesson, kind));
  }

  /** The last activation; not one that the old loss needed and that a loss over logits repeats. */
  private static Activation withoutRepeating(Lesson lesson, LossKind kind) {
    Activation last = lesson.layers().getLast().activation();
    boolean needed = lesson.loss().kind().outputs().isPresent();
    return needed && kind.repeats(last) ? Elementwise.IDENTITY : last;
  }

  private static <P extends WeightPenalty> P allowed(P penalty) {
    if (!(penalty.lambda() >= 0)) {
      throw new InvalidInput("lesson.lambda", Entry.of(penalty.lambda()).text());
    }
    return penalty;
  }

  private static Lesson setLearningRate(Lesson lesson, double learningRate) {
    if (!(learningRate > 0)) {
      throw new InvalidInput("lesson.learningRate", Entry.of(learningRate).text());
    }
    return lesson.withLearningRate(learningRate);
  }
}
