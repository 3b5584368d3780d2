package org.gradloom.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gradloom.formula.Dimension;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.text.InvalidInput;

/** More or fewer samples, features or units: every input that has the dimension follows. */
final class Resizing {
  private Resizing() {}

  /** The lesson with so many of a dimension; what comes or goes is last. */
  static Lesson resize(Lesson lesson, Dimension dimension, int size) {
    int now = lesson.size(dimension);
    if (size > Edits.LARGEST_SIDE && size > now) {
      throw new InvalidInput("edit.tooLarge", Edits.LARGEST_SIDE);
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

  static Lesson insert(Lesson lesson, Dimension dimension, int at) {
    if (lesson.size(dimension) >= Edits.LARGEST_SIDE) {
      throw new InvalidInput("edit.tooLarge", Edits.LARGEST_SIDE);
    }
    return reshape(lesson, dimension, m -> m.insertRow(at), m -> m.insertColumn(at), at, true);
  }

  static Lesson remove(Lesson lesson, Dimension dimension, int at) {
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
      Matrix mask = layer.mask();
      layers.add(
          new Layer(
              w,
              b == null ? null : change.of(new Operand(l, MatrixSymbol.B), b),
              layer.activation(),
              layer.frozen(),
              w.shape().equals(layer.w().shape()) ? layer.state() : null,
              mask == null
                  ? null
                  : kept(mask, change.of(new Operand(l, MatrixSymbol.MASK), mask), at)));
    }
    Operand compared = lesson.lossInput();
    Target target =
        switch (lesson.loss().target()) {
          case Target.Upstream(var upstream) -> new Target.Upstream(change.of(compared, upstream));
          // Without one of its classes, or with one more sample, a distribution may be none.
          case Target.Targets(var targets) ->
              new Target.Targets(lesson.loss().kind().range().from(change.of(compared, targets)));
          case Target.Labels(var labels) ->
              new Target.Labels(labelsAfter(lesson, labels, dimension, at, grows));
        };
    return lesson.with(x, layers, lesson.loss().with(target));
  }

  /** What comes into a mask is not dropped: it gets the factor that others have. */
  private static Matrix kept(Matrix before, Matrix mask, int at) {
    double factor = Arrays.stream(before.toArray()).max().orElse(1);
    boolean rows = mask.rows() > before.rows();
    boolean columns = mask.columns() > before.columns();
    return Matrix.entries(
        mask.shape(),
        (i, j) -> (rows && i == at) || (columns && j == at) ? Entry.of(factor) : mask.entry(i, j));
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
}
