package org.gradloom.staging;

import java.util.Locale;
import org.gradloom.derivation.OperandLine;
import org.gradloom.formula.Dimension;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;

/**
 * A matrix as the stage shows it. Its rows and columns are those that are drawn; the entries of its
 * operand are as they are inside, where rows are samples.
 */
public sealed interface Shown {
  /**
   * An operand.
   *
   * @param transposed whether this is the transpose of the operand as the convention writes it
   */
  record Whole(Operand operand, boolean transposed, Convention convention) implements Shown {
    /** Whether a line of the operand is a row of this. */
    public boolean isRow(OperandLine line) {
      return line.isRow() == (line.turned() == turned());
    }
  }

  /** g′(Z): the slope of the activation at each entry of Z. */
  record Slopes(Operand input, Elementwise activation, Convention convention) implements Shown {}

  /** Labels as one line a sample with a single 1. */
  record OneHot(Operand labels, Convention convention) implements Shown {
    /** What stands at a row and column. */
    public double at(int row, int column, Lesson lesson) {
      return turned()
          ? lesson.loss().target().at(column, row)
          : lesson.loss().target().at(row, column);
    }
  }

  /** The line of ones that adds up the samples. */
  record Ones(Operand summed, Convention convention) implements Shown {}

  /** How the lesson is written. */
  Convention convention();

  /** The operand that its entries belong to. */
  default Operand operand() {
    return switch (this) {
      case Whole whole -> whole.operand();
      case Slopes slopes -> slopes.input();
      case OneHot oneHot -> oneHot.labels();
      case Ones ones -> ones.summed();
    };
  }

  /** True if what is drawn is the transpose of what there is inside. */
  default boolean turned() {
    boolean turns = convention().turns(operand());
    return switch (this) {
      case Whole whole -> whole.transposed() != turns;
      case Slopes _, OneHot _, Ones _ -> turns;
    };
  }

  default Shape shape(Lesson lesson) {
    Shape own = lesson.shape(operand());
    Shape inside =
        switch (this) {
          case Whole _, Slopes _ -> own;
          case OneHot _ -> lesson.outputs();
          case Ones _ -> new Shape(1, own.rows());
        };
    return turned() ? inside.transposed() : inside;
  }

  /** What the rows count. */
  default Dimension rowDimension(Lesson lesson) {
    return turned() ? columnsInside(lesson) : rowsInside();
  }

  /** What the columns count. */
  default Dimension columnDimension(Lesson lesson) {
    return turned() ? rowsInside() : columnsInside(lesson);
  }

  private Dimension rowsInside() {
    return switch (this) {
      case Whole _, Slopes _, OneHot _ -> operand().rowDimension();
      case Ones _ -> new Dimension.One();
    };
  }

  private Dimension columnsInside(Lesson lesson) {
    return switch (this) {
      case Whole _, Slopes _ -> operand().columnDimension(lesson.lastLayer());
      case OneHot _ -> new Dimension.Units(lesson.lastLayer());
      case Ones _ -> operand().rowDimension();
    };
  }

  /** The operand's own entry that stands at a row and column of this. */
  default Cell origin(int row, int column) {
    Cell inside = turned() ? new Cell(column, row) : new Cell(row, column);
    return switch (this) {
      case Whole _, Slopes _ -> inside;
      case OneHot _ -> new Cell(inside.row(), 0);
      case Ones _ -> new Cell(inside.column(), 0);
    };
  }

  /** Where an entry of the operand stands in this. */
  default Cell shown(Cell origin) {
    Cell inside =
        switch (this) {
          case Whole _, Slopes _, OneHot _ -> origin;
          case Ones _ -> new Cell(0, origin.row());
        };
    return turned() ? inside.transposed() : inside;
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
