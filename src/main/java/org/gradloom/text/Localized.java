package org.gradloom.text;

/** Words that come from a document, which has them for readers of one language or of several. */
public interface Localized {
  /** The words for a reader of a language, such as {@code de}. */
  String in(String language);
}
