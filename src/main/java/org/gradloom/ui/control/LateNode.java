package org.gradloom.ui.control;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;

/** A part of the window that is made when it is first asked for, since it is slow to build. */
public final class LateNode<N extends Node> {
  private final Supplier<N> make;
  private Optional<N> made = Optional.empty();

  public LateNode(Supplier<N> make) {
    this.make = make;
  }

  public N get() {
    if (made.isEmpty()) {
      made = Optional.of(make.get());
    }
    return made.orElseThrow();
  }

  /** The part, if it was ever asked for. */
  public Optional<N> made() {
    return made;
  }
}
