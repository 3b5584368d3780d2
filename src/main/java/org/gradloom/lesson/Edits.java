package org.gradloom.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gradloom.formula.Dimension;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.TargetForm;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.jspecify.annotations.Nullable;

/** Carries out edits: pure functions from one lesson to the next. */
public final class Edits {
  /** The largest side that is edited by hand; beyond it cells are too small to hit and to teach. */
  public static final int LARGEST_SIDE = 16;

  private Edits() {}

  /**
   * The lesson after the edit. An edit that reshapes a layer drops the optimizer's memory of it,
   * which would no longer fit.
   *
   * @throws InvalidInput if the edit asks for what cannot be, naming it; the lesson is untouched
   */
  public static Lesson apply(Lesson lesson, Edit edit) {
    return switch (edit) {
      case Edit.SetEntry(var operand, var cell, var entry) ->
          replace(lesson, operand, lesson.input(operand).with(cell.row(), cell.column(), entry));
      case Edit.SetBlock(var operand, var at, var block) -> setBlock(lesson, operand, at, block);
      case Edit.Replace(var operand, var matrix) -> replaceAndResize(lesson, operand, matrix);
      case Edit.Fill(var operand, var filling) -> fill(lesson, operand, filling);
      case Edit.Insert(var dimension, int at) -> insert(lesson, dimension, at);
      case Edit.Remove(var dimension, int at) -> remove(lesson, dimension, at);
      case Edit.SetBias(int l, boolean present) -> setBias(lesson, l, present);
      case Edit.SetActivation(int l, var activation) -> {
        Layer layer = lesson.layers().get(l);
        yield lesson.withLayer(l, new Layer(layer.w(), layer.b(), activation, layer.state()));
      }
      case Edit.SetLossKind(var kind) -> lesson.withLoss(lossOfKind(lesson, kind));
      case Edit.SetReduction(var reduction) -> lesson.withLoss(lesson.loss().with(reduction));
      case Edit.SetLearningRate(double learningRate) -> setLearningRate(lesson, learningRate);
      case Edit.SetTitle(var title) -> lesson.withTitle(title.strip());
    };
  }

  /** What the edit does, as the undo menu and the status line say it. */
  public static Message describe(Lesson before, Edit edit) {
    return switch (edit) {
      case Edit.SetEntry(var operand, var cell, var entry) ->
          Message.of(
              "edit.setEntry",
              name(before, operand),
              cell.row() + 1,
              cell.column() + 1,
              entry.text());
      case Edit.SetBlock(var operand, var at, var block) ->
          Message.of(
              fits(before.shape(operand), at, block) ? "edit.setBlock" : "edit.setBlockGrown",
              block.shape().toString(),
              name(before, operand));
      case Edit.Replace(var operand, var matrix) ->
          Message.of("edit.replace", name(before, operand), matrix.shape().toString());
      case Edit.Fill(var operand, _) -> Message.of("edit.fill", name(before, operand));
      case Edit.Insert(var dimension, int at) -> describe(before, "edit.insert", dimension, at);
      case Edit.Remove(var dimension, int at) -> describe(before, "edit.remove", dimension, at);
      case Edit.SetBias(int l, boolean present) ->
          Message.of(present ? "edit.addBias" : "edit.removeBias", l + 1);
      case Edit.SetActivation(int l, var activation) ->
          Message.of(
              "edit.setActivation", l + 1, Message.of("activation." + activation.documentName()));
      case Edit.SetLossKind(var kind) ->
          Message.of("edit.setLoss", Message.of("loss." + kind.documentName()));
      case Edit.SetReduction(var reduction) ->
          Message.of(reduction == Reduction.MEAN ? "edit.setMean" : "edit.setSum");
      case Edit.SetLearningRate(double learningRate) ->
          Message.of("edit.setLearningRate", Entry.of(learningRate).text());
      case Edit.SetTitle(var title) -> Message.of("edit.setTitle", title.strip());
    };
  }

  /** The plain name of an input: {@code X}, {@code W} or, with several layers, {@code W2}. */
  private static String name(Lesson lesson, Operand operand) {
    return switch (operand.quantity()) {
      case X -> "X";
      case W, B -> {
        String letter = operand.quantity() == MatrixSymbol.W ? "W" : "b";
        yield lesson.layers().size() == 1 ? letter : letter + (operand.layer() + 1);
      }
      case UPSTREAM -> "U";
      case TARGETS -> "T";
      case LABELS -> "y";
      case Z, A, P, L, DA, DZ, DW, DB, DX, W_NEXT, B_NEXT ->
          throw new IllegalArgumentException(operand + " is no input");
    };
  }

  private static Message describe(Lesson lesson, String key, Dimension dimension, int at) {
    return switch (dimension) {
      case Dimension.Samples _ ->
          Message.of(key + "Sample", at + 1, name(lesson, lesson.lossInput()));
      case Dimension.Units(int layer) when layer < 0 ->
          Message.of(key + "Feature", at + 1, lesson.layers().size() == 1 ? "W" : "W1");
      case Dimension.Units(int layer) -> Message.of(key + "Neuron", at + 1, layer + 1);
      case Dimension.One _ -> throw new IllegalArgumentException("A vector has one row");
    };
  }

  private static Lesson replace(Lesson lesson, Operand operand, Matrix matrix) {
    int l = operand.layer();
    return switch (operand.quantity()) {
      case X -> lesson.with(matrix, lesson.layers(), lesson.loss());
      case W -> {
        Layer layer = lesson.layers().get(l);
        yield lesson.withLayer(l, new Layer(matrix, layer.b(), layer.activation(), layer.state()));
      }
      case B -> {
        Layer layer = lesson.layers().get(l);
        yield lesson.withLayer(l, new Layer(layer.w(), matrix, layer.activation(), layer.state()));
      }
      case UPSTREAM, TARGETS, LABELS ->
          lesson.withLoss(
              lesson.loss().with(target(lesson.loss().kind().form(), lesson.outputs(), matrix)));
      case Z, A, P, L, DA, DZ, DW, DB, DX, W_NEXT, B_NEXT ->
          throw new IllegalArgumentException(operand + " is no input");
    };
  }

  /** What a learner typed, as the loss holds it. */
  private static Target target(TargetForm form, Shape outputs, Matrix shown) {
    return switch (form) {
      case UPSTREAM -> new Target.Upstream(shown);
      case TARGETS -> new Target.Targets(shown);
      case LABELS -> new Target.Labels(labels(shown, outputs.columns()));
    };
  }

  /** Reads classes from 1 into labels from 0. */
  private static List<Integer> labels(Matrix classes, int count) {
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < classes.rows(); i++) {
      double c = classes.get(i, 0);
      if (c != Math.rint(c) || c < 1 || c > count) {
        throw new InvalidInput("edit.classOutOfRange", i + 1, classes.entry(i, 0).text(), count);
      }
      labels.add((int) c - 1);
    }
    return labels;
  }

  private static boolean fits(Shape shape, Cell at, Matrix block) {
    return at.row() + block.rows() <= shape.rows()
        && at.column() + block.columns() <= shape.columns();
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
      throw new InvalidInput("edit.oneRowOnly", matrix.rows());
    }
    if (columns instanceof Dimension.One && matrix.columns() > 1) {
      throw new InvalidInput("edit.oneColumnOnly", matrix.columns());
    }
    Lesson resized = resize(lesson, rows, matrix.rows());
    resized = resize(resized, columns, matrix.columns());
    return replace(resized, operand, matrix);
  }

  private static Lesson resize(Lesson lesson, Dimension dimension, int size) {
    int now = lesson.size(dimension);
    if (size > LARGEST_SIDE && size > now) {
      throw new InvalidInput("edit.tooLarge", LARGEST_SIDE);
    }
    Lesson resized = lesson;
    for (int have = now; have < size; have++) {
      resized = insert(resized, dimension, have);
    }
    for (int have = now; have > size; have--) {
      resized = remove(resized, dimension, have - 1);
    }
    return resized;
  }

  private static Lesson fill(Lesson lesson, Operand operand, Filling filling) {
    Shape shape = lesson.shape(operand);
    Matrix filled = filling.fill(shape);
    if (operand.quantity() == MatrixSymbol.LABELS) {
      // Any filling of classes is folded into the range of classes there are.
      int classes = lesson.outputs().columns();
      filled = Matrix.numbers(shape, foldInto(classes, filled));
    } else if (operand.quantity() == MatrixSymbol.TARGETS) {
      filled = inRange(lesson.loss().kind(), filled);
    }
    return replace(lesson, operand, filled);
  }

  private static Matrix.NumberSource foldInto(int classes, Matrix drawn) {
    return (i, j) -> 1 + Math.floorMod((long) Math.floor(drawn.get(i, j)), (long) classes);
  }

  private static Lesson insert(Lesson lesson, Dimension dimension, int at) {
    if (lesson.size(dimension) >= LARGEST_SIDE) {
      throw new InvalidInput("edit.tooLarge", LARGEST_SIDE);
    }
    return reshape(lesson, dimension, m -> m.insertRow(at), m -> m.insertColumn(at), at, true);
  }

  private static Lesson remove(Lesson lesson, Dimension dimension, int at) {
    if (lesson.size(dimension) == 1) {
      throw new InvalidInput(
          switch (dimension) {
            case Dimension.Samples _ -> "edit.lastSample";
            case Dimension.Units(int layer) -> layer < 0 ? "edit.lastFeature" : "edit.lastNeuron";
            case Dimension.One _ -> throw new IllegalArgumentException("A vector has one row");
          });
    }
    return reshape(lesson, dimension, m -> m.removeRow(at), m -> m.removeColumn(at), at, false);
  }

  /** Applies one change of rows or columns to every input that has this dimension. */
  private static Lesson reshape(
      Lesson lesson,
      Dimension dimension,
      UnaryOperator<Matrix> rows,
      UnaryOperator<Matrix> columns,
      int at,
      boolean grows) {
    var change = new Reshaping(dimension, lesson.lastLayer(), rows, columns);
    Matrix x = change.of(new Operand(0, MatrixSymbol.X), lesson.x());
    List<Layer> layers = new ArrayList<>();
    for (int l = 0; l < lesson.layers().size(); l++) {
      Layer layer = lesson.layers().get(l);
      Matrix w = change.of(new Operand(l, MatrixSymbol.W), layer.w());
      Matrix b = layer.b();
      layers.add(
          new Layer(
              w,
              b == null ? null : change.of(new Operand(l, MatrixSymbol.B), b),
              layer.activation(),
              w.shape().equals(layer.w().shape()) ? layer.state() : null));
    }
    Operand compared = lesson.lossInput();
    Target target =
        switch (lesson.loss().target()) {
          case Target.Upstream(var upstream) -> new Target.Upstream(change.of(compared, upstream));
          case Target.Targets(var targets) -> new Target.Targets(change.of(compared, targets));
          case Target.Labels(var labels) ->
              new Target.Labels(labelsAfter(lesson, labels, dimension, at, grows));
        };
    return lesson.with(x, layers, lesson.loss().with(target));
  }

  /** A change of one dimension, applied to the rows or columns that stand for it. */
  private record Reshaping(
      Dimension dimension,
      int lastLayer,
      UnaryOperator<Matrix> rows,
      UnaryOperator<Matrix> columns) {
    Matrix of(Operand operand, Matrix matrix) {
      Matrix changed = operand.rowDimension().equals(dimension) ? rows.apply(matrix) : matrix;
      return operand.columnDimension(lastLayer).equals(dimension)
          ? columns.apply(changed)
          : changed;
    }
  }

  private static List<Integer> labelsAfter(
      Lesson lesson, List<Integer> labels, Dimension dimension, int at, boolean grows) {
    if (dimension instanceof Dimension.Samples) {
      List<Integer> changed = new ArrayList<>(labels.subList(0, at));
      if (grows) {
        changed.add(0);
      }
      changed.addAll(labels.subList(grows ? at : at + 1, labels.size()));
      return changed;
    }
    if (dimension.equals(new Dimension.Units(lesson.lastLayer()))) {
      int classes = lesson.outputs().columns();
      return labels.stream()
          .map(label -> grows ? labelAfterInsert(label, at) : labelAfterRemoval(label, at, classes))
          .toList();
    }
    return labels;
  }

  private static int labelAfterInsert(int label, int at) {
    return label >= at ? label + 1 : label;
  }

  /** A class that goes hands its labels to the next, the last one to the one before. */
  private static int labelAfterRemoval(int label, int at, int classes) {
    return label > at ? label - 1 : Math.min(label, classes - 2);
  }

  private static Lesson setBias(Lesson lesson, int l, boolean present) {
    Layer layer = lesson.layers().get(l);
    if (layer.hasBias() == present) {
      return lesson;
    }
    @Nullable Matrix b = present ? Matrix.zeros(new Shape(1, layer.units())) : null;
    // The optimizer's memory has one number for each parameter and would no longer fit.
    return lesson.withLayer(l, new Layer(layer.w(), b, layer.activation(), null));
  }

  private static Lesson setLearningRate(Lesson lesson, double learningRate) {
    if (!(learningRate > 0)) {
      throw new InvalidInput("lesson.learningRate", Entry.of(learningRate).text());
    }
    return lesson.withLearningRate(learningRate);
  }

  private static Loss lossOfKind(Lesson lesson, LossKind kind) {
    Loss old = lesson.loss();
    if (old.kind() == kind) {
      return old;
    }
    Matrix numbers =
        switch (old.target()) {
          case Target.Upstream(var upstream) -> upstream;
          case Target.Targets(var targets) -> targets;
          case Target.Labels labels -> Matrix.numbers(lesson.outputs(), labels::at);
        };
    Target target =
        switch (kind.form()) {
          case UPSTREAM -> new Target.Upstream(numbers);
          case TARGETS ->
              new Target.Targets(isInRange(kind, numbers) ? numbers : inRange(kind, numbers));
          case LABELS -> new Target.Labels(greatestOfRows(numbers));
        };
    return new Loss(kind, target, old.reduction());
  }

  private static boolean isInRange(LossKind kind, Matrix numbers) {
    return Arrays.stream(numbers.toArray()).allMatch(kind.range()::accepts);
  }

  private static Matrix inRange(LossKind kind, Matrix numbers) {
    return Matrix.numbers(numbers.shape(), (i, j) -> kind.range().from(numbers.get(i, j)));
  }

  private static List<Integer> greatestOfRows(Matrix numbers) {
    List<Integer> labels = new ArrayList<>(Collections.nCopies(numbers.rows(), 0));
    for (int i = 0; i < numbers.rows(); i++) {
      for (int j = 1; j < numbers.columns(); j++) {
        if (numbers.get(i, j) > numbers.get(i, labels.get(i))) {
          labels.set(i, j);
        }
      }
    }
    return labels;
  }
}
