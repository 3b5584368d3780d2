package org.gradloom.ui.store;

import java.nio.file.Path;

/** Where a document came from, and where Save would put it. */
public sealed interface Origin {
  /** Shipped with the app; saving asks for a file. */
  record BuiltIn(String id) implements Origin {}

  record InFile(Path path) implements Origin {}

  /** Never saved. */
  record Unsaved() implements Origin {}
}
