package org.gradloom.ui.store;

/** The screens of the window, one of which is shown. */
public enum Screen {
  EXPLORE,
  TRAIN
}
