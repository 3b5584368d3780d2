package org.gradloom.data;

import java.util.List;
import org.gradloom.matrix.Cell;

/**
 * The samples of a table.
 *
 * @param reading how it was read
 * @param samples a row for each line that stays
 * @param gaps the entries of the rows that are missing, and 0 until they are filled
 */
public record TableSamples(TableReading reading, DataSet samples, List<Cell> gaps) {
  public TableSamples {
    gaps = List.copyOf(gaps);
  }
}
