package org.gradloom.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gradloom.lesson.Answer;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Quote;

/**
 * A value of JSON that somebody gave for an answer. Any value is one; what can be read of it shows
 * beside the question only. Options count from 0 here, and all else is as a learner would type it.
 */
public sealed interface GivenAnswer {
  /** How a line is counted. */
  Pattern LINE = Pattern.compile("[1-9]\\d{0,8}");

  /** A text, as typed. */
  record Text(String text) implements GivenAnswer {}

  /** A number, with the digits that it was written with. */
  record Digits(String digits) implements GivenAnswer {}

  /** {@code true} or {@code false}. */
  record Word(String word) implements GivenAnswer {}

  /** {@code null}. */
  record Nothing() implements GivenAnswer {}

  /** A list. */
  record Many(List<GivenAnswer> items) implements GivenAnswer {}

  /** An object. */
  record Fields(Map<String, GivenAnswer> fields) implements GivenAnswer {}

  /** Reads the value that stands here. */
  static GivenAnswer read(JsonInput in) {
    return switch (in.token()) {
      case VALUE_STRING -> new Text(in.rawText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Digits(in.rawText());
      case VALUE_TRUE, VALUE_FALSE -> new Word(in.rawText());
      case VALUE_NULL -> new Nothing();
      case START_ARRAY -> new Many(in.list("file.aList", GivenAnswer::read));
      case START_OBJECT -> {
        Map<String, GivenAnswer> fields = new TreeMap<>();
        in.fields("file.anObject", name -> fields.put(name, read(in)));
        yield new Fields(fields);
      }
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException("No value starts at " + in.token());
    };
  }

  /**
   * The options that it counts to, where the question has some and it counts.
   *
   * @param options how many there are
   * @throws InvalidInput if it counts to one that there is not, or brings not all into order
   */
  default Optional<Answer> counted(Answer.Kind kind, int options) {
    return switch (kind) {
      case CHOICE ->
          this instanceof Digits(var digits)
              ? Optional.of(new Answer.Choice(option(digits, options)))
              : Optional.empty();
      case CHOICES -> indices(options).map(Answer.Choices::new);
      case ORDER -> indices(options).map(indices -> order(indices, options));
      case NUMBER, ROW, MATRIX, SHAPE, LINES, CELLS, EXPRESSION, PARTS -> Optional.empty();
    };
  }

  private Optional<List<Integer>> indices(int options) {
    return this instanceof Many(var items) && items.stream().allMatch(Digits.class::isInstance)
        ? Optional.of(items.stream().map(item -> option(item.typed(), options)).toList())
        : Optional.empty();
  }

  private static int option(String digits, int options) {
    boolean counts = digits.matches("\\d{1,9}") && Integer.parseInt(digits) < options;
    if (!counts) {
      throw new InvalidInput("answer.counted", Quote.shortened(digits), options - 1);
    }
    return Integer.parseInt(digits);
  }

  private static Answer order(List<Integer> indices, int options) {
    if (indices.size() != options || indices.stream().distinct().count() != options) {
      throw new InvalidInput("answer.order", options, indices.size());
    }
    return new Answer.Order(indices);
  }

  /** What a learner would have typed. */
  default String typed(Answer.Kind kind) {
    return switch (kind) {
      case CELLS, PARTS ->
          this instanceof Many(var items)
              ? items.stream().map(GivenAnswer::typed).collect(Collectors.joining("; "))
              : typed();
      case NUMBER, ROW, MATRIX, SHAPE, CHOICE, CHOICES, ORDER, LINES, EXPRESSION -> typed();
    };
  }

  private String typed() {
    return switch (this) {
      case Text(var text) -> text;
      case Digits(var digits) -> digits;
      case Word(var word) -> word;
      case Nothing() -> "";
      case Many(var items) ->
          items.stream().map(GivenAnswer::typed).collect(Collectors.joining(", ", "[", "]"));
      case Fields(var fields) when fields.keySet().equals(Set.of("left", "right")) ->
          fields.values().stream().map(GivenAnswer::typed).collect(Collectors.joining(", "));
      case Fields(var fields) ->
          fields.entrySet().stream()
              .map(field -> field.getKey() + ": " + field.getValue().typed())
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  /**
   * The two lines that it names, which count from 1.
   *
   * @throws InvalidInput if it is no object that does
   */
  default Answer.Lines lines() {
    if (this instanceof Fields(var fields)
        && fields.get("left") instanceof Digits(var left)
        && fields.get("right") instanceof Digits(var right)
        && LINE.matcher(left).matches()
        && LINE.matcher(right).matches()) {
      return new Answer.Lines(Integer.parseInt(left) - 1, Integer.parseInt(right) - 1);
    }
    throw new InvalidInput("answer.lines", Quote.shortened(typed()));
  }
}
