package org.gradloom.ui.stage;

import java.util.ArrayList;
import java.util.List;
import org.gradloom.engine.CheckTally;
import org.gradloom.text.Texts;

/** What is said of all slopes of a gradient that were measured. */
public final class TallyWords {
  private TallyWords() {}

  /** How many agree or differ, and why others are left out. */
  public static String verdict(CheckTally tally, Texts texts) {
    List<String> said = new ArrayList<>();
    if (tally.counting() > 0) {
      said.add(
          tally.differing() == 0
              ? texts.get("nudge.allAgree", tally.counting())
              : texts.get("nudge.someDiffer", tally.differing(), tally.counting()));
    }
    if (tally.kinks() > 0) {
      said.add(texts.get("nudge.someKinks", tally.kinks()));
    }
    if (tally.roundedAway() > 0) {
      said.add(texts.get("nudge.someRoundedAway", tally.roundedAway()));
    }
    return String.join(" ", said);
  }
}
