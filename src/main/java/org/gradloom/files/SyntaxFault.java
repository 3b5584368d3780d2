package org.gradloom.files;

import java.io.IOException;
import java.util.OptionalInt;
import org.gradloom.text.Failures;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Quote;
import org.gradloom.text.Utf8Reader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Says in one sentence where and why a text is no JSON. */
final class SyntaxFault {
  private SyntaxFault() {}

  /**
   * The sentence for a fault.
   *
   * @param reached where the parser stands, for faults that do not know where they are
   */
  static InvalidInput of(JacksonException fault, TokenStreamLocation reached, Utf8Reader text) {
    if (fault.getCause() instanceof Utf8Reader.NotText notText) {
      return new InvalidInput("file.notText", notText.line());
    }
    if (fault.getCause() instanceof IOException failure) {
      return new InvalidInput("file.unreadable", Failures.reason(failure));
    }
    TokenStreamLocation known = fault.getLocation();
    TokenStreamLocation location = known == null ? reached : known;
    int line = location.getLineNr();
    int column = location.getColumnNr();
    if (fault instanceof StreamConstraintsException) {
      return new InvalidInput("file.outsize", line, column);
    }
    if (fault instanceof UnexpectedEndOfInputException) {
      return new InvalidInput("file.endsEarly", line);
    }
    OptionalInt found = text.recent(location.getCharOffset());
    if (found.isEmpty()) {
      return new InvalidInput("file.syntax", line, column);
    }
    String hint =
        switch (found.getAsInt()) {
          case '\'' -> "file.syntaxQuote";
          case '/', '#' -> "file.syntaxComment";
          case '}', ']' -> "file.syntaxClosing";
          case '"', '[', '{' -> "file.syntaxOpening";
          case '\n', '\r', '\t' -> "file.syntaxLineEnd";
          case '+', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> "file.syntaxNumber";
          default ->
              Character.isLetter(found.getAsInt()) ? "file.syntaxWord" : "file.syntaxCharacter";
        };
    return new InvalidInput(hint, line, column, Quote.of(Character.toString(found.getAsInt())));
  }
}
