package org.gradloom.ui.table;

import java.util.stream.Stream;
import org.gradloom.text.Middle;
import org.gradloom.text.Texts;

/** How wide a column is shown at least. */
final class ColumnWidth {
  /** In em. */
  private static final double NARROWEST = 6.8;

  private static final double WIDEST = 14;
  private static final double LETTER = 0.5;
  private static final double AROUND = 1.5;

  private static final int LINES_MEASURED = 12;

  private ColumnWidth() {}

  /** In em, by its longest words. */
  static double of(SheetColumn column, Texts texts) {
    int longest =
        Stream.concat(
                Stream.of(
                    Middle.shortened(column.name(), 20),
                    // A list has an arrow beside its words.
                    texts.get("table.kind." + column.kind().word()) + "____",
                    texts.say(SheetColumn.called(column.role())) + "____",
                    texts.say(column.holds()),
                    texts.say(column.becomes())),
                column.table().beginning().stream()
                    .limit(LINES_MEASURED)
                    .filter(line -> column.place() < line.fields().size())
                    .map(line -> line.fields().get(column.place())))
            .mapToInt(String::length)
            .max()
            .orElse(0);
    return Math.clamp(longest * LETTER + AROUND, NARROWEST, WIDEST);
  }
}
