package org.gradloom.files;

import java.util.List;
import java.util.Locale;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;

/** Words that other programs and books have for what a document calls otherwise. */
final class KnownElsewhere {
  /** As {@link #plain} writes them. */
  private static final List<String> WORDS =
      List.of(
          "mse",
          "mse-loss",
          "mean-squared-error",
          "bce",
          "bce-loss",
          "bce-with-logits",
          "bce-with-logits-loss",
          "nll",
          "nll-loss",
          "negative-log-likelihood",
          "cross-entropy-loss",
          "categorical-crossentropy",
          "sparse-categorical-crossentropy",
          "binary-crossentropy",
          "one-hot",
          "onehot",
          "logistic",
          "log-softmax",
          "linear",
          "weight-decay",
          "l1",
          "l2");

  private KnownElsewhere() {}

  /** The refusal of a word and, where it means something known, what that is called here. */
  static InvalidInput named(String word, InvalidInput refusal) {
    String plain = plain(word);
    return WORDS.contains(plain)
        ? new InvalidInput(
            "file.calledHere", refusal.said(), Message.of("file.calledHere." + plain))
        : refusal;
  }

  /**
   * {@code BCEWithLogitsLoss}, {@code bce_with_logits} and the like in one spelling, without the
   * {@code nn.} that programs write before it.
   */
  private static String plain(String word) {
    return word.strip()
        .replaceFirst("^(?:[A-Za-z]\\w*+\\.)++", "")
        .replaceAll("([a-z])([A-Z])", "$1-$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
        .replaceAll("[ _-]+", "-")
        .toLowerCase(Locale.ROOT);
  }
}
