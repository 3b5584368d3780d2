package org.gradloom.ui.stage;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.TypedSetting;

/** How far entries are nudged: a number, or nothing for what is usual. */
final class NudgeSizeSetting extends TypedSetting {
  private final Texts texts;
  private final Consumer<OptionalDouble> chosen;
  private OptionalDouble last = OptionalDouble.empty();

  NudgeSizeSetting(Texts texts, Consumer<OptionalDouble> chosen) {
    super("nudge-h", texts.get("view.nudge.h"), 9);
    this.texts = texts;
    this.chosen = chosen;
    field().setPromptText(texts.get("view.nudge.usual"));
  }

  @Override
  protected void take() {
    try {
      OptionalDouble typed = read(field().getText());
      say(Optional.empty());
      if (!typed.equals(last)) {
        last = typed;
        chosen.accept(typed);
      }
    } catch (InvalidInput wrong) {
      say(Optional.of(texts.say(wrong.said())));
    }
  }

  /**
   * Reads an h.
   *
   * @throws InvalidInput if it is no number above 0
   */
  static OptionalDouble read(String typed) {
    if (typed.isBlank()) {
      return OptionalDouble.empty();
    }
    double h = Numbers.parse(typed).value();
    if (h <= 0) {
      throw new InvalidInput("view.nudge.badH");
    }
    return OptionalDouble.of(h);
  }
}
