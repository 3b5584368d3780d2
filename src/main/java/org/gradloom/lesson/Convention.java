package org.gradloom.lesson;

import org.gradloom.formula.Operand;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/**
 * How a course writes a layer. Inside, rows are samples and Z = X·W whatever the course; what a
 * person reads, types or saves is the same with some matrices turned, and this is the mirror
 * between the two. Turning twice is nothing, so that each method maps both ways.
 */
public enum Convention {
  /** Z = X·W: rows are samples, W has a column for each neuron. */
  XW("XW", false, false),
  /** Z = X·Wᵀ: rows are samples, W has a row for each neuron. */
  XWT("XWt", false, true),
  /** Z = W·X: columns are samples, W has a row for each neuron. */
  WX("WX", true, true),
  /** Z = Wᵀ·X: columns are samples, W has a column for each neuron. */
  WTX("WtX", true, false);

  private final String documentName;
  private final boolean samplesAreColumns;
  private final boolean neuronsAreRows;

  Convention(String documentName, boolean samplesAreColumns, boolean neuronsAreRows) {
    this.documentName = documentName;
    this.samplesAreColumns = samplesAreColumns;
    this.neuronsAreRows = neuronsAreRows;
  }

  /** The name in documents. */
  public String documentName() {
    return documentName;
  }

  /** True if X, Z and what has their shape show one column a sample, and b is a column. */
  public boolean samplesAreColumns() {
    return samplesAreColumns;
  }

  /** True if W and what has its shape show one row a neuron. */
  public boolean neuronsAreRows() {
    return neuronsAreRows;
  }

  /** True if this matrix is written as the transpose of what it is inside. */
  public boolean turns(Operand operand) {
    return switch (operand.quantity()) {
      case W, DW, W_NEXT -> neuronsAreRows;
      case X, MASK, Z, A, P, UPSTREAM, TARGETS, LABELS, DA, DZ, DX, B, DB, B_NEXT ->
          samplesAreColumns;
      case L -> false;
    };
  }

  /** Where an entry of a matrix stands as it is written or, of a written one, inside. */
  public Cell turned(Operand operand, Cell cell) {
    return turns(operand) ? cell.transposed() : cell;
  }

  /** The shape of a matrix as it is written, or of a written one inside. */
  public Shape turned(Operand operand, Shape shape) {
    return turns(operand) ? shape.transposed() : shape;
  }

  /** A matrix as it is written, or a written one as it is inside. */
  public Matrix turned(Operand operand, Matrix matrix) {
    return turns(operand) ? matrix.transposed() : matrix;
  }

  /** A bias is a list in documents, places and answers, which keeps its one row. */
  private boolean turnsLists(Operand operand) {
    return turns(operand) && !operand.quantity().needsBias();
  }

  /** The shape of a matrix as documents list it and places count its cells. */
  public Shape listed(Operand operand, Shape shape) {
    return turnsLists(operand) ? shape.transposed() : shape;
  }

  /** A matrix as documents list it, or a listed one as it is inside. */
  public Matrix listed(Operand operand, Matrix matrix) {
    return turnsLists(operand) ? matrix.transposed() : matrix;
  }

  /** A cell's place as documents and commands write it, or a written one as it is inside. */
  public Place.OfCell turned(Place.OfCell place) {
    return turnsLists(place.operand())
        ? new Place.OfCell(place.operand(), place.cell().transposed())
        : place;
  }

  /** A region as documents and commands write it, or a written one as it is inside. */
  public Region turned(Region region) {
    return switch (region) {
      case Place place -> turned(place);
      case Region.OfRow(var operand, int row) ->
          turnsLists(operand) ? new Region.OfColumn(operand, row) : region;
      case Region.OfColumn(var operand, int column) ->
          turnsLists(operand) ? new Region.OfRow(operand, column) : region;
    };
  }

  /** A place as documents and commands write it, or a written one as it is inside. */
  public Place turned(Place place) {
    return switch (place) {
      case Place.OfMatrix _ -> place;
      case Place.OfCell cell -> turned(cell);
      case Place.OfTerm(var operand, var cell, int term) ->
          turnsLists(operand) ? new Place.OfTerm(operand, cell.transposed(), term) : place;
    };
  }
}
