package org.gradloom.lesson;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How documents write inputs. */
final class InputName {
  private static final String NUMBER = "x([1-9]\\d{0,5})";

  /** How one is written that is made of one feature, and what it is then. */
  private record Form(Pattern written, IntFunction<Input> made) {}

  private static final List<Form> OF_ONE =
      List.of(
          new Form(Pattern.compile(NUMBER), Input.Plain::new),
          new Form(Pattern.compile(NUMBER + "\\^2"), Input.Square::new),
          new Form(Pattern.compile("sin\\(pi\\*" + NUMBER + "\\)"), Input.Sine::new));
  private static final Pattern PRODUCT = Pattern.compile(NUMBER + "\\*" + NUMBER);

  private InputName() {}

  static String of(Input input) {
    return switch (input) {
      case Input.Plain(int feature) -> name(feature);
      case Input.Square(int feature) -> name(feature) + "^2";
      case Input.Product(int first, int second) -> name(first) + "*" + name(second);
      case Input.Sine(int feature) -> "sin(pi*" + name(feature) + ")";
    };
  }

  private static String name(int feature) {
    return "x" + (feature + 1);
  }

  /** The one that is written so, if any is. */
  static Optional<Input> read(String written) {
    for (Form form : OF_ONE) {
      Matcher found = form.written().matcher(written);
      if (found.matches()) {
        return Optional.of(form.made().apply(feature(found, 1)));
      }
    }
    Matcher product = PRODUCT.matcher(written);
    return product.matches()
        ? Optional.of(new Input.Product(feature(product, 1), feature(product, 2)))
        : Optional.empty();
  }

  private static int feature(Matcher found, int group) {
    return Integer.parseInt(found.group(group)) - 1;
  }
}
