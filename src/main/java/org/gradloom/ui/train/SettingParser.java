package org.gradloom.ui.train;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradloom.lesson.Frozen;
import org.gradloom.lesson.Layer;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Quote;

/**
 * Settings as they are typed and as they are shown: what is shown can be typed again and means the
 * same. Everything here throws {@link InvalidInput} for what no such setting can be.
 */
final class SettingParser {
  static final int MOST_EPOCHS = 1_000_000;

  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,9}");

  /** What may stand between the sizes of two layers. */
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;·×–]+");

  private static final Pattern PARAMETER = Pattern.compile("([wWbB]?)(\\d{1,4})");

  private SettingParser() {}

  static double number(String text) {
    return Numbers.parse(text).value();
  }

  /** A learning rate, greater than 0. */
  static double rate(String text) {
    double value = number(text);
    if (!(value > 0)) {
      throw new InvalidInput("train.notPositive", Numbers.format(value));
    }
    return value;
  }

  /** The part of the last step that goes on, from 0 to less than 1. */
  static double momentum(String text) {
    double value = number(text);
    if (!(value >= 0 && value < 1)) {
      throw new InvalidInput("train.noMomentum", Numbers.format(value));
    }
    return value;
  }

  /** λ, at least 0. */
  static double lambda(String text) {
    double value = number(text);
    if (!(value >= 0)) {
      throw new InvalidInput("lesson.lambda", Numbers.format(value));
    }
    return value;
  }

  /** A part of a whole, typed in percent with or without the sign. */
  static double share(String text) {
    return number(text.replace('%', ' ')) / 100;
  }

  static int whole(String text) {
    String digits = text.strip().replace(Numbers.MINUS, '-');
    if (!WHOLE.matcher(digits).matches()) {
      throw new InvalidInput("train.notWhole", Quote.of(text.strip()));
    }
    return Integer.parseInt(digits);
  }

  static int epochs(String text) {
    int count = whole(text);
    if (count < 1 || count > MOST_EPOCHS) {
      throw new InvalidInput("train.wrongEpochs", count, MOST_EPOCHS);
    }
    return count;
  }

  /** Units of the hidden layers, with signs or spaces between them; nothing for no hidden layer. */
  static List<Integer> hidden(String text) {
    List<Integer> units = new ArrayList<>();
    for (String word : BETWEEN.split(text.strip(), -1)) {
      if (!word.isEmpty()) {
        units.add(whole(word));
      }
    }
    return units;
  }

  /**
   * Which parameters no step changes: the number of a layer for all of its, or W1, b1 for one.
   *
   * @return one for each of the layers
   */
  static List<Frozen> frozen(String text, List<Layer> layers) {
    List<Frozen> frozen = new ArrayList<>(Collections.nCopies(layers.size(), Frozen.NOTHING));
    for (String word : BETWEEN.split(text.strip(), -1)) {
      if (!word.isEmpty()) {
        Matcher named = PARAMETER.matcher(word);
        if (!named.matches()) {
          throw new InvalidInput("train.noParameter", Quote.of(word));
        }
        int l = Integer.parseInt(named.group(2)) - 1;
        if (l < 0 || l >= layers.size()) {
          throw new InvalidInput("train.noLayer", l + 1, layers.size());
        }
        Frozen before = frozen.get(l);
        frozen.set(
            l,
            switch (named.group(1).toLowerCase(Locale.ROOT)) {
              case "w" -> before.withW(true);
              case "b" -> before.withB(true);
              default -> new Frozen(true, layers.get(l).hasBias());
            });
      }
    }
    return frozen;
  }

  // ---- the same as text

  static String frozenText(List<Layer> layers) {
    List<String> words = new ArrayList<>();
    for (int l = 0; l < layers.size(); l++) {
      Frozen frozen = layers.get(l).frozen();
      boolean all = frozen.w() && frozen.b() == layers.get(l).hasBias();
      if (frozen.w() || frozen.b()) {
        words.add((all ? "" : frozen.w() ? "W" : "b") + (l + 1));
      }
    }
    return String.join(" · ", words);
  }

  static String text(double number) {
    return Numbers.inFull(number);
  }

  static String text(long whole) {
    return Numbers.withRealMinus(Long.toString(whole));
  }

  static String percent(double share) {
    // By its digits: 100 · 0.07 would be 7.000000000000001.
    BigDecimal exact = new BigDecimal(Double.toString(share)).movePointRight(2);
    return text(exact.doubleValue()) + " %";
  }

  static String text(List<Integer> hidden) {
    return String.join(" · ", hidden.stream().map(units -> Integer.toString(units)).toList());
  }
}
