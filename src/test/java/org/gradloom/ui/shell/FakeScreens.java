package org.gradloom.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;

/** Screens of a test: windows keep their size, and what was asked of them is kept. */
public final class FakeScreens implements Screens {
  private final List<Boolean> filled = new ArrayList<>();
  private Optional<Rectangle2D> second = Optional.empty();

  /** From now on there is a second screen. */
  public void plugIn(Rectangle2D area) {
    second = Optional.of(area);
  }

  public void unplug() {
    second = Optional.empty();
  }

  /** What windows were asked for, in order: to fill their screen, or no longer. */
  public List<Boolean> filled() {
    return filled;
  }

  @Override
  public Optional<Rectangle2D> projector(Stage stage) {
    return second;
  }

  @Override
  public void fill(Stage stage, boolean whole) {
    filled.add(whole);
  }
}
