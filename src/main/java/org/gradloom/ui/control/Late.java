package org.gradloom.ui.control;

import java.util.Optional;
import java.util.function.Supplier;

/** A part of the window that is made when it is first asked for, since it is slow to build. */
public final class Late<T> {
  private final Supplier<T> make;
  private Optional<T> made = Optional.empty();

  public Late(Supplier<T> make) {
    this.make = make;
  }

  public T get() {
    if (made.isEmpty()) {
      made = Optional.of(make.get());
    }
    return made.orElseThrow();
  }

  /** The part, if it was ever asked for. */
  public Optional<T> made() {
    return made;
  }
}
