package org.gradloom.ui.store;

import org.gradloom.text.Message;

/** One line for the user about what just happened. */
public record Notice(Message said, boolean isError) {}
