package org.gradloom.ui.control;

import java.util.regex.Pattern;

/** Words whose lines break anywhere but within a short formula. */
public final class Unbroken {
  private static final Pattern SIGN = Pattern.compile(" ([=<>×@*÷≈]) ");
  private static final String KEPT = "\u00A0$1\u00A0";

  private Unbroken() {}

  /** The same words; n = 16 and (Z > 0) stay in one line. */
  public static String of(String words) {
    return SIGN.matcher(words).replaceAll(KEPT);
  }
}
