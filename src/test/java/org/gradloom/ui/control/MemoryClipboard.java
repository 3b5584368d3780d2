package org.gradloom.ui.control;

import java.util.Optional;

/** A clipboard of its own, so that tests do not meet in the desktop's. */
public final class MemoryClipboard implements TextClipboard {
  private Optional<String> text = Optional.empty();

  @Override
  public Optional<String> read() {
    return text;
  }

  public void clear() {
    text = Optional.empty();
  }

  @Override
  public void write(String written) {
    text = Optional.of(written);
  }
}
