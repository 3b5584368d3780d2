package org.gradloom.ui.keys;

import javafx.scene.input.KeyEvent;

/** A control that, once Tab has led to it, has keys of its own before those of its screen. */
public interface OwnKeys {
  /** Whether a key means something to the control itself. */
  boolean owns(KeyEvent key);
}
