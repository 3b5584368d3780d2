package org.gradloom.ui.shell;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;

/** A screen that is made when it is first asked for, since most of it is slow to build. */
final class LateScreen<S extends Node> {
  private final Supplier<S> make;
  private Optional<S> made = Optional.empty();

  LateScreen(Supplier<S> make) {
    this.make = make;
  }

  S get() {
    if (made.isEmpty()) {
      made = Optional.of(make.get());
    }
    return made.orElseThrow();
  }

  /** The screen, if it was ever asked for. */
  Optional<S> made() {
    return made;
  }
}
