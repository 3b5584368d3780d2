package org.gradloom.ui.shell;

import java.util.function.Consumer;
import org.gradloom.lesson.DataSource;
import org.gradloom.text.Texts;
import org.gradloom.training.PreparedData;
import org.gradloom.ui.store.Background;
import org.gradloom.ui.table.TableSheet;

/** Asks in a sheet how a table is to be read. */
final class TableDesk {
  private final SheetLayer layer;
  private final Texts texts;
  private final Background background;

  TableDesk(SheetLayer layer, Texts texts, Background background) {
    this.layer = layer;
    this.texts = texts;
    this.background = background;
  }

  /**
   * Asks it.
   *
   * @param source whose rows are the table
   * @param use takes the samples if the table is used
   */
  void ask(DataSource source, Consumer<PreparedData> use) {
    layer.show(new TableSheet(texts, background, source, use, layer::hide));
  }
}
