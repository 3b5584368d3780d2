package org.gradloom.files;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;
import org.jspecify.annotations.Nullable;

/** Small values that many fields are made of, with the rules they share. */
final class Values {
  private Values() {}

  /** A number greater than 0. */
  static double positive(JsonInput in) {
    double value = in.number();
    if (!(value > 0)) {
      throw new InvalidInput("file.notPositive", in.path(), Quote.shortened(in.rawText()));
    }
    return value;
  }

  /** A number of at least 0. */
  static double notNegative(JsonInput in) {
    double value = in.number();
    if (value < 0) {
      throw new InvalidInput("file.negative", in.path(), Quote.shortened(in.rawText()));
    }
    return value;
  }

  /** One of a few words. */
  static <T> T word(JsonInput in, List<T> choices, Function<T, String> name) {
    String typed = in.text("file.aText");
    for (T choice : choices) {
      if (name.apply(choice).equals(typed)) {
        return choice;
      }
    }
    String right = choices.stream().map(name).collect(Collectors.joining(", "));
    throw KnownElsewhere.named(
        typed, new InvalidInput("file.wrongWord", in.path(), Quote.of(typed), right));
  }

  /** An enum's name as documents write it. */
  static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Passes where none of the values is null. */
  static void require(Message where, Map<String, @Nullable Object> values) {
    values.forEach((name, value) -> {
      if (value == null) {
        throw missing(where, name);
      }
    });
  }

  static InvalidInput missing(Message where, String name) {
    return new InvalidInput("file.missingField", where, name, Message.of("file.is." + name));
  }
}
