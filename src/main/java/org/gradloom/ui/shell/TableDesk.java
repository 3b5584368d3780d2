package org.gradloom.ui.shell;

import java.util.function.Consumer;
import org.gradloom.lesson.DataSource;
import org.gradloom.text.Texts;
import org.gradloom.training.PreparedData;
import org.gradloom.ui.store.Background;
import org.gradloom.ui.table.TableSheet;
import org.jspecify.annotations.Nullable;

/** Asks in a sheet how a table is to be read. */
final class TableDesk {
  private final SheetLayer layer;
  private final Texts texts;
  private final Background background;

  /** The sheet that is there, if one is. */
  private @Nullable TableSheet asked;

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
    ask(source, use, () -> {});
  }

  /**
   * The same.
   *
   * @param leave run if the table is not used, also since another is asked about
   */
  void ask(DataSource source, Consumer<PreparedData> use, Runnable leave) {
    if (asked != null) {
      asked.leave();
    }
    asked =
        new TableSheet(
            texts,
            background,
            source,
            data -> {
              hide();
              use.accept(data);
            },
            () -> {
              hide();
              leave.run();
            });
    layer.show(asked);
  }

  private void hide() {
    asked = null;
    layer.hide();
  }
}
