package org.gradloom.ui.control;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What the values of a list to choose from are called. They are chosen, never typed. */
public final class ChoiceNames<T> extends StringConverter<T> {
  private final Function<T, String> name;

  public ChoiceNames(Function<T, String> name) {
    this.name = name;
  }

  /** The value's name; empty while nothing is chosen. */
  @Override
  public String toString(@Nullable T value) {
    return value == null ? "" : name.apply(value);
  }

  @Override
  public T fromString(String text) {
    throw new UnsupportedOperationException("This is chosen, not typed");
  }
}
