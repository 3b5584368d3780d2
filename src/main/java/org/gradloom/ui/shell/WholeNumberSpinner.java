package org.gradloom.ui.shell;

import javafx.scene.control.Spinner;
import javafx.util.StringConverter;

/** A whole number between two others, which always is one: what is no number leaves the last. */
final class WholeNumberSpinner extends Spinner<Integer> {
  WholeNumberSpinner(int least, int most, int first) {
    super(least, most, first);
    setEditable(true);
    getValueFactory()
        .setConverter(
            new StringConverter<>() {
              @Override
              public String toString(Integer number) {
                return number == null ? "" : number.toString();
              }

              @Override
              public Integer fromString(String typed) {
                return typed.strip().matches("\\d{1,9}")
                    ? Integer.valueOf(typed.strip())
                    : getValue();
              }
            });
    // What is no number does not stand there any longer than it is typed.
    getEditor().focusedProperty().addListener((observed, before, now) -> whole());
  }

  /** The number as it is typed now, whether or not the field was left; it is shown then. */
  int whole() {
    commitValue();
    getEditor().setText(Integer.toString(getValue()));
    return getValue();
  }
}
