package org.gradloom.ui.control;

import java.util.Map;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** Text put aside and taken back. */
public interface TextClipboard {
  /** The text there is, if there is any. */
  Optional<String> read();

  void write(String text);

  /** The desktop's own. */
  static TextClipboard ofSystem() {
    return new TextClipboard() {
      @Override
      public Optional<String> read() {
        return Optional.ofNullable(Clipboard.getSystemClipboard().getString());
      }

      @Override
      public void write(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
      }
    };
  }
}
