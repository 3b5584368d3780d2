package org.gradloom.cli;

import java.io.IOException;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.export.TerminalText;
import org.gradloom.text.Texts;

/** The walk of a lesson in words, at a terminal. */
final class Explain {
  private final Texts texts;
  private final Terminal out;

  Explain(Texts texts, Terminal out) {
    this.texts = texts;
    this.out = out;
  }

  void write(Derivation derivation, Granularity finest) throws IOException {
    FiniteTrace.require(derivation.trace());
    TerminalText.write(derivation, finest, texts, out);
  }
}
