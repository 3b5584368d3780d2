package org.gradloom.ui.explore;

import java.util.Locale;
import org.gradloom.formula.Dimension;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;

/** A matrix as the stage shows it. */
sealed interface Shown {
  /** An operand, as it is or transposed. */
  record Whole(Operand operand, boolean transposed) implements Shown {}

  /** g′(Z): the slope of the activation at each entry of Z. */
  record Slopes(Operand input, Elementwise activation) implements Shown {}

  /** Labels as rows with a single 1. */
  record OneHot(Operand labels) implements Shown {}

  /** The row of ones that adds up a column. */
  record Ones(Operand summed) implements Shown {}

  /** The operand that its entries belong to. */
  default Operand operand() {
    return switch (this) {
      case Whole whole -> whole.operand();
      case Slopes slopes -> slopes.input();
      case OneHot oneHot -> oneHot.labels();
      case Ones ones -> ones.summed();
    };
  }

  default Shape shape(Lesson lesson) {
    Shape own = lesson.shape(operand());
    return switch (this) {
      case Whole whole -> whole.transposed() ? own.transposed() : own;
      case Slopes _ -> own;
      case OneHot _ -> lesson.outputs();
      case Ones _ -> new Shape(1, own.rows());
    };
  }

  /** What the rows count. */
  default Dimension rowDimension(Lesson lesson) {
    return switch (this) {
      case Whole(var operand, boolean transposed) ->
          transposed ? operand.columnDimension(lesson.lastLayer()) : operand.rowDimension();
      case Slopes(var input, _) -> input.rowDimension();
      case OneHot(var labels) -> labels.rowDimension();
      case Ones _ -> new Dimension.One();
    };
  }

  /** What the columns count. */
  default Dimension columnDimension(Lesson lesson) {
    return switch (this) {
      case Whole(var operand, boolean transposed) ->
          transposed ? operand.rowDimension() : operand.columnDimension(lesson.lastLayer());
      case Slopes(var input, _) -> input.columnDimension(lesson.lastLayer());
      case OneHot _ -> new Dimension.Units(lesson.lastLayer());
      case Ones(var summed) -> summed.rowDimension();
    };
  }

  /** The operand's own entry that stands at a row and column of this. */
  default Cell origin(int row, int column) {
    return switch (this) {
      case Whole whole -> whole.transposed() ? new Cell(column, row) : new Cell(row, column);
      case Slopes _ -> new Cell(row, column);
      case OneHot _ -> new Cell(row, 0);
      case Ones _ -> new Cell(column, 0);
    };
  }

  /** Where an entry of the operand stands in this. */
  default Cell shown(Cell origin) {
    return switch (this) {
      case Whole whole -> whole.transposed() ? origin.transposed() : origin;
      case Slopes _, OneHot _ -> origin;
      case Ones _ -> new Cell(0, origin.row());
    };
  }

  /** True if its entries are the operand's own, so that they can be typed into. */
  default boolean isWhole() {
    return this instanceof Whole;
  }

  /** A name for nodes: {@code layer1-x-turned}. */
  default String id() {
    String operand = operand().toString().replace('/', '-');
    return switch (this) {
      case Whole whole -> whole.transposed() ? operand + "-turned" : operand;
      case Slopes slopes ->
          operand + "-slope-" + slopes.activation().name().toLowerCase(Locale.ROOT);
      case OneHot _ -> operand + "-onehot";
      case Ones _ -> operand + "-ones";
    };
  }
}
