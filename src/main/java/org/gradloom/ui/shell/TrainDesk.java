package org.gradloom.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.gradloom.engine.Trace;
import org.gradloom.lesson.DataSource;
import org.gradloom.training.PreparedData;
import org.gradloom.training.Preset;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.train.TrainScreen;

/** What the Train screen cannot do by itself: choosing tables, opening presets and steps. */
final class TrainDesk implements TrainScreen.Host {
  private final UserPrompts asking;
  private final TableDesk tables;
  private final DocumentController desk;

  TrainDesk(UserPrompts asking, TableDesk tables, DocumentController desk) {
    this.asking = asking;
    this.tables = tables;
    this.desk = desk;
  }

  @Override
  public Optional<Path> csvToOpen() {
    return asking.csvToOpen();
  }

  @Override
  public void askAbout(DataSource table, Consumer<PreparedData> use) {
    tables.ask(table, use);
  }

  @Override
  public void openPreset(Preset preset) {
    desk.openPreset(preset);
  }

  @Override
  public void openStep(
      Trace step, Origin.FrozenStep origin, boolean trains, Optional<Action> then) {
    desk.openStep(step, origin, trains, then);
  }
}
