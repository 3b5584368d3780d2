package org.gradloom.files;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;

/**
 * A cursor over the tokens of a document that reads one typed value at a time. Every method stands
 * on the value's first token when it is called and on its last when it returns. What it refuses it
 * names by its path in the document, such as {@code layers[0].w[2]}, within a beat by its number
 * and the path in there: {@code beat 2: ask.of}.
 */
final class JsonInput {
  /** A number of more digits than this is text; no double needs a tenth of it. */
  private static final int LONGEST_NUMBER = 4096;

  private static final Pattern BEAT = Pattern.compile("beats\\[(\\d+)](.*)");

  private final JsonParser parser;

  /** How deep the document stands in an array of documents, whose index is no part of a path. */
  private int rootDepth;

  JsonInput(JsonParser parser) {
    this.parser = parser;
  }

  /** Goes to the next token; {@link JsonToken#NOT_AVAILABLE} at the end of the file. */
  JsonToken next() {
    JsonToken token = parser.nextToken();
    return token == null ? JsonToken.NOT_AVAILABLE : token;
  }

  JsonToken token() {
    JsonToken token = parser.currentToken();
    return token == null ? JsonToken.NOT_AVAILABLE : token;
  }

  boolean at(JsonToken token) {
    return token() == token;
  }

  /** Paths begin at the value that starts here. */
  void startDocument() {
    rootDepth = valueDepth();
  }

  /** Reads a document within this one, whose own paths begin at it. */
  <T> T inner(Function<JsonInput, T> document) {
    int outer = rootDepth;
    try {
      return document.apply(this);
    } finally {
      rootDepth = outer;
    }
  }

  private int valueDepth() {
    int depth = parser.streamReadContext().getNestingDepth();
    return at(JsonToken.START_OBJECT) || at(JsonToken.START_ARRAY) ? depth - 1 : depth;
  }

  /**
   * Reads an object's fields in whatever order they come.
   *
   * @param expected the key that says what stands here if not an object
   * @param known the names it may have
   * @param read called on each value, with its name
   */
  void object(String expected, List<String> known, Consumer<String> read) {
    fields(
        expected,
        name -> {
          if (!known.contains(name)) {
            throw KnownElsewhere.named(
                name,
                new InvalidInput(
                    "file.unknownField", Quote.of(name), parentPath(), String.join(", ", known)));
          }
          read.accept(name);
        });
  }

  /** Reads an object whose names are free. */
  void fields(String expected, Consumer<String> read) {
    require(JsonToken.START_OBJECT, expected);
    Set<String> seen = new HashSet<>();
    while (next() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      if (!seen.add(name)) {
        throw new InvalidInput("file.duplicateField", Quote.of(name), parentPath());
      }
      next();
      read.accept(name);
    }
  }

  /** Reads a list. */
  <T> List<T> list(String expected, Function<JsonInput, T> read) {
    require(JsonToken.START_ARRAY, expected);
    List<T> values = new ArrayList<>();
    while (next() != JsonToken.END_ARRAY) {
      values.add(read.apply(this));
    }
    return values;
  }

  String text(String expected) {
    require(JsonToken.VALUE_STRING, expected);
    String text = parser.getString();
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        // Half a pair has no UTF-8 form and could not be saved again.
        if (i + 1 == text.length()
            || !Character.isSurrogatePair(text.charAt(i), text.charAt(++i))) {
          throw new InvalidInput("file.halfCharacter", path());
        }
      }
    }
    return text;
  }

  boolean truth(String expected) {
    if (at(JsonToken.VALUE_TRUE)) {
      return true;
    }
    require(JsonToken.VALUE_FALSE, expected);
    return false;
  }

  /** A finite number. */
  double number() {
    if (!isNumber()) {
      throw wrongType("file.aNumber");
    }
    return parsedNumber();
  }

  boolean isNumber() {
    return at(JsonToken.VALUE_NUMBER_INT) || at(JsonToken.VALUE_NUMBER_FLOAT);
  }

  /** The number that stands here, its sign kept where it is −0. */
  double parsedNumber() {
    String text = parser.getString();
    if (text.length() > LONGEST_NUMBER) {
      throw new InvalidInput("file.longNumber", path(), LONGEST_NUMBER);
    }
    if (text.indexOf('N') >= 0 || text.indexOf('n') >= 0) {
      // NaN, INF, Infinity and their signs: no JSON, but what Python writes.
      throw new InvalidInput("file.notFinite", path(), text);
    }
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      throw new InvalidInput("file.tooLarge", path(), Quote.shortened(text));
    }
    return value;
  }

  /** A whole number from {@code least} to the largest of its type. */
  int wholeNumber(int least) {
    return Math.toIntExact(wholeNumber(least, Integer.MAX_VALUE));
  }

  /** Any seed. */
  long seed() {
    return wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  long wholeNumber(long least, long most) {
    if (!isNumber()) {
      throw wrongType("file.aWholeNumber");
    }
    double value = parsedNumber();
    if (value != Math.rint(value)) {
      throw new InvalidInput("file.notWhole", path(), Quote.shortened(parser.getString()));
    }
    // Only integers written as such keep all the digits of a long.
    OptionalLong whole =
        at(JsonToken.VALUE_NUMBER_INT) ? exactly(parser.getString()) : rounded(value);
    if (whole.isEmpty() || whole.getAsLong() < least || whole.getAsLong() > most) {
      throw new InvalidInput(
          "file.outOfRange",
          path(),
          Quote.shortened(parser.getString()),
          Long.toString(least),
          Long.toString(most));
    }
    return whole.getAsLong();
  }

  private static OptionalLong exactly(String digits) {
    try {
      return OptionalLong.of(Long.parseLong(digits));
    } catch (NumberFormatException _) {
      return OptionalLong.empty(); // beyond the longs
    }
  }

  private static OptionalLong rounded(double value) {
    return value < 0x1p63 && value >= -0x1p63
        ? OptionalLong.of((long) value)
        : OptionalLong.empty();
  }

  /** The text of the value that stands here, for a word or a fraction. */
  String rawText() {
    return parser.getString();
  }

  void skip() {
    parser.skipChildren();
  }

  /** Where the present token starts. */
  TokenStreamLocation location() {
    return parser.currentTokenLocation();
  }

  void require(JsonToken token, String expected) {
    if (!at(token)) {
      throw wrongType(expected);
    }
  }

  /** “path is this but must be that.” */
  InvalidInput wrongType(String expected) {
    Message is = found();
    Object path = path();
    return path.equals("")
        ? new InvalidInput("file.wrongTypeOfDocument", is, Message.of(expected))
        : new InvalidInput("file.wrongType", path, is, Message.of(expected));
  }

  private Message found() {
    return switch (token()) {
      case START_OBJECT -> Message.of("file.anObject");
      case START_ARRAY -> Message.of("file.aList");
      case VALUE_STRING -> Message.of("file.theText", Quote.of(parser.getString()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          Message.of("file.theNumber", Quote.shortened(parser.getString()));
      case VALUE_TRUE -> Message.of("file.theWord", "true");
      case VALUE_FALSE -> Message.of("file.theWord", "false");
      case VALUE_NULL -> Message.of("file.theWord", "null");
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("No value starts at " + token());
    };
  }

  /** Where the present value stands: {@code layers[0].w[2]}; empty for the document itself. */
  String path() {
    TokenStreamContext context = parser.streamReadContext();
    boolean opened = at(JsonToken.START_OBJECT) || at(JsonToken.START_ARRAY);
    return pathOf(opened ? context.getParent() : context);
  }

  /** Where the object stands whose field is being read. */
  private Message parentPath() {
    TokenStreamContext context = parser.streamReadContext();
    boolean opened = at(JsonToken.START_OBJECT) || at(JsonToken.START_ARRAY);
    TokenStreamContext object = opened ? context.getParent() : context;
    String path = pathOf(object.getParent());
    return path.isEmpty() ? Message.of("file.theDocument") : Message.of("file.thePath", path);
  }

  private String pathOf(TokenStreamContext innermost) {
    Deque<TokenStreamContext> chain = new ArrayDeque<>();
    for (TokenStreamContext c = innermost; c != null && c.getNestingDepth() > rootDepth; ) {
      chain.push(c);
      c = c.getParent();
    }
    StringBuilder path = new StringBuilder();
    for (TokenStreamContext c : chain) {
      if (c.inArray()) {
        path.append('[').append(c.getCurrentIndex()).append(']');
      } else if (c.inObject() && c.hasCurrentName()) {
        path.append(path.isEmpty() ? "" : ".").append(Quote.name(c.currentName()));
      }
    }
    return inBeat(path.toString());
  }

  /** Authors know their beats by the numbers that lessons show, which count from 1. */
  private static String inBeat(String path) {
    Matcher beat = BEAT.matcher(path);
    return beat.matches()
        ? "beat " + (Integer.parseInt(beat.group(1)) + 1) + beat.group(2).replaceFirst("\\.", ": ")
        : path;
  }

  /**
   * Reads on to the end of the present document for a field of its own, whatever else is wrong.
   *
   * @return true if it stands on that field's value now
   */
  boolean seek(String field) {
    int depth = rootDepth + 1;
    while (parser.streamReadContext().getNestingDepth() >= depth) {
      boolean own = parser.streamReadContext().getNestingDepth() == depth;
      if (own && at(JsonToken.PROPERTY_NAME) && parser.currentName().equals(field)) {
        next();
        return true;
      }
      next();
    }
    return false;
  }
}
