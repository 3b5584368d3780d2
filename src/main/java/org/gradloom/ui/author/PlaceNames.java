package org.gradloom.ui.author;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.gradloom.derivation.Notation;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.ViewPart;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * What stands at a place of a lesson, and what it is called there, as the lesson's convention
 * writes rows and columns.
 */
record PlaceNames(Lesson lesson) {

  /** A cell, its lines and its matrix: each once, where some of them are the same. */
  List<Region> at(@Nullable Place place) {
    return switch (place) {
      case null -> List.of();
      case Place.OfMatrix(var operand) -> whole(operand);
      case Place.OfCell(var operand, var cell) -> around(operand, cell);
      case Place.OfTerm(var operand, var cell, _) -> around(operand, cell);
    };
  }

  private List<Region> around(Operand operand, Cell cell) {
    Region one = new Place.OfCell(operand, cell);
    Shape shape = lesson.shape(operand);
    boolean tall = shape.rows() > 1;
    boolean wide = shape.columns() > 1;
    if (!(tall && wide)) {
      return Stream.concat(Stream.of(one), whole(operand).stream()).distinct().toList();
    }
    return List.of(
        one,
        lesson.convention().turns(operand)
            ? new Region.OfColumn(operand, cell.column())
            : new Region.OfRow(operand, cell.row()),
        lesson.convention().turns(operand)
            ? new Region.OfRow(operand, cell.row())
            : new Region.OfColumn(operand, cell.column()),
        new Place.OfMatrix(operand));
  }

  /** A matrix of one line is that line, and one of one cell that cell. */
  private List<Region> whole(Operand operand) {
    Shape shape = lesson.shape(operand);
    if (shape.rows() > 1 && shape.columns() > 1) {
      return List.of(new Place.OfMatrix(operand));
    }
    if (shape.rows() > 1) {
      return List.of(new Region.OfColumn(operand, 0));
    }
    return List.of(
        shape.columns() > 1
            ? new Region.OfRow(operand, 0)
            : new Place.OfCell(operand, new Cell(0, 0)));
  }

  /** What something is called that can be covered or asked for. */
  Message of(Coverable item) {
    return switch (item) {
      case ViewPart part -> Message.of("author.part", part.name().toLowerCase(Locale.ROOT));
      case Region region -> region(region);
    };
  }

  private Message region(Region region) {
    Notation notation = new Notation(lesson);
    String matrix = notation.plain(region.operand());
    return switch (lesson.convention().turned(region)) {
      case Place.OfMatrix _ -> Message.of("author.matrix", matrix);
      case Region.OfRow(_, int row) -> Message.of("author.row", row + 1, matrix);
      case Region.OfColumn(_, int column) -> Message.of("author.column", column + 1, matrix);
      case Place.OfCell(var operand, var cell) ->
          Message.of(
              "author.cell",
              notation.result(
                  operand, lesson.convention().turned(new Place.OfCell(operand, cell)).cell()));
      case Place.OfTerm(var operand, var cell, int term) ->
          Message.of(
              "author.term",
              term + 1,
              notation.result(
                  operand, lesson.convention().turned(new Place.OfCell(operand, cell)).cell()));
    };
  }
}
