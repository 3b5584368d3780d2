package org.gradloom.lesson;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gradloom.text.Localized;

/** A text of a document that a reader sees: the same for all, or one for each language. */
public sealed interface Wording extends Localized {
  /** The language that a reader without one of the others gets. */
  String FALLBACK = "en";

  /** One text, whatever the reader's language. */
  record Plain(String text) implements Wording {
    @Override
    public String in(String language) {
      return text;
    }
  }

  /**
   * A text for each of some languages.
   *
   * @param texts at least one, by language, in the order of the document
   */
  record ByLanguage(Map<String, String> texts) implements Wording {
    public ByLanguage {
      if (texts.isEmpty()) {
        throw new IllegalArgumentException("No text in any language");
      }
      texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    @Override
    public String in(String language) {
      String text = texts.containsKey(language) ? texts.get(language) : texts.get(FALLBACK);
      return text == null ? texts.values().iterator().next() : text;
    }
  }

  /** The same with another text for the readers of a language. */
  default Wording with(String language, String text) {
    return switch (this) {
      case Plain _ -> of(text);
      case ByLanguage(var texts) -> {
        Map<String, String> changed = new LinkedHashMap<>(texts);
        changed.put(language, text);
        yield new ByLanguage(changed);
      }
    };
  }

  static Wording of(String text) {
    return new Plain(text);
  }
}
