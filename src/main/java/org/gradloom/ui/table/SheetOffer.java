package org.gradloom.ui.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.gradloom.data.TableColumn;
import org.gradloom.data.TableGlance;
import org.gradloom.data.TableReading;
import org.gradloom.lesson.TableChoices;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Message;

/**
 * What one click would do about lines that go for missing values.
 *
 * @param words of the button
 * @param choices what is wanted after the click
 */
record SheetOffer(Message words, TableChoices choices) {
  /** A column costs many lines if one of so many goes for it alone. */
  private static final int ONE_OF = 20;

  /** The column that costs most lines, if it costs many. */
  static List<SheetOffer> of(TableReading reading, TableChoices choices) {
    return IntStream.range(0, reading.columns().size())
        .filter(j -> reading.columns().get(j).role() == TableColumn.Role.FEATURE)
        .filter(j -> reading.uses().get(j).costs() * ONE_OF >= Math.max(1, reading.lines()))
        .boxed()
        .max(Comparator.comparingInt(j -> reading.uses().get(j).costs()))
        .map(j ->
            new SheetOffer(
                Message.of(
                    "table.offer",
                    reading.columns().get(j).name().isEmpty()
                        ? reading.key(j)
                        : reading.columns().get(j).name(),
                    Numbers.grouped(reading.rows() + reading.uses().get(j).costs())),
                choices.without(reading.key(j))))
        .stream()
        .toList();
  }

  /** The features of a refused table that are mostly missing, if there are any. */
  static List<SheetOffer> of(TableGlance table, TableChoices choices) {
    List<String> sparse = new ArrayList<>();
    for (int j = 0; j < table.columns().size(); j++) {
      TableColumn column = table.columns().get(j);
      if (column.role() == TableColumn.Role.FEATURE && 2L * column.missing() >= table.lines()) {
        sparse.add(table.key(j));
      }
    }
    TableChoices without = choices;
    for (String key : sparse) {
      without = without.without(key);
    }
    return sparse.isEmpty()
        ? List.of()
        : List.of(new SheetOffer(Message.of("table.offerSparse", sparse.size()), without));
  }
}
