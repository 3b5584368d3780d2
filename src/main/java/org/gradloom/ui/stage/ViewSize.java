package org.gradloom.ui.stage;

import org.gradloom.ui.control.CellSize;

/**
 * How large the cells of a view's matrices are.
 *
 * @param em the size of plain text, in pixels
 */
record ViewSize(CellSize cells, double em) {}
