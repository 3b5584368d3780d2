package org.gradloom.export;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with its raised and lowered characters taken apart, which most typefaces have no drawings
 * of: they are written as plain ones, smaller and higher or lower.
 */
public final class Scripts {
  private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉ᵢⱼₖₘ";
  private static final String LOWERED_AS = "0123456789ijkm";
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁻ᵀᶻ";
  private static final String RAISED_AS = "0123456789()\u2212Tz";

  private Scripts() {}

  /** Where a run of characters stands. */
  public enum Height {
    ON_THE_LINE,
    LOWERED,
    RAISED
  }

  /** Characters at one height, as plain ones. */
  public record Run(String text, Height height) {}

  /** The runs of a text, in order. */
  public static List<Run> runs(String text) {
    List<Run> runs = new ArrayList<>();
    for (int c : text.codePoints().toArray()) {
      Run next = run(c);
      if (!runs.isEmpty() && runs.getLast().height() == next.height()) {
        next = new Run(runs.removeLast().text() + next.text(), next.height());
      }
      runs.add(next);
    }
    return runs;
  }

  private static Run run(int c) {
    int lowered = LOWERED.indexOf(c);
    if (lowered >= 0) {
      return new Run(LOWERED_AS.substring(lowered, lowered + 1), Height.LOWERED);
    }
    int raised = RAISED.indexOf(c);
    if (raised >= 0) {
      return new Run(RAISED_AS.substring(raised, raised + 1), Height.RAISED);
    }
    return new Run(Character.toString(c), Height.ON_THE_LINE);
  }
}
