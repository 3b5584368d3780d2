package org.gradloom.cli;

import java.util.Map;

/** Text in ASCII for terminals that show nothing else; formulas stay readable. */
final class Ascii {
  private static final Map<Character, String> REPLACEMENTS =
      Map.ofEntries(
          Map.entry('−', "-"),
          Map.entry('–', "-"),
          Map.entry('—', "-"),
          Map.entry('×', "x"),
          Map.entry('·', "*"),
          Map.entry('⊙', "(.)"),
          Map.entry('→', "->"),
          Map.entry('←', "<-"),
          Map.entry('…', "..."),
          Map.entry('“', "\""),
          Map.entry('”', "\""),
          Map.entry('‘', "'"),
          Map.entry('’', "'"),
          Map.entry('′', "'"),
          Map.entry('¼', "1/4"),
          Map.entry('½', "1/2"),
          Map.entry('∞', "inf"),
          Map.entry('±', "+-"),
          Map.entry('≤', "<="),
          Map.entry('≥', ">="),
          Map.entry('≈', "~"),
          Map.entry('≠', "!="),
          Map.entry('√', "sqrt"),
          Map.entry('Σ', "sum"),
          Map.entry('∑', "sum"),
          Map.entry('∂', "d"),
          Map.entry('Δ', "Delta"),
          Map.entry('α', "alpha"),
          Map.entry('β', "beta"),
          Map.entry('ε', "eps"),
          Map.entry('η', "eta"),
          Map.entry('μ', "mu"),
          Map.entry('σ', "sigma"),
          // An accent over the letter before: m̂, v̂.
          Map.entry('\u0302', "_hat"),
          Map.entry('ᵀ', "^T"),
          Map.entry('ᶻ', "^z"),
          Map.entry('⁽', "("),
          Map.entry('⁾', ")"),
          Map.entry('⁻', "-"),
          Map.entry('⁺', "+"),
          Map.entry('₋', "-"),
          Map.entry('₊', "+"),
          Map.entry('¹', "1"),
          Map.entry('²', "^2"),
          Map.entry('³', "^3"),
          Map.entry('ᵢ', "i"),
          Map.entry('ⱼ', "j"),
          Map.entry('ₖ', "k"),
          Map.entry('ₙ', "n"),
          Map.entry('ₘ', "m"),
          Map.entry('ₜ', "t"),
          Map.entry('\u00A0', " "),
          Map.entry('\u2009', " "),
          Map.entry('\u202F', " "));

  private Ascii() {}

  /** The text with every other character replaced by ASCII that means the same, or by “?”. */
  static String of(CharSequence text) {
    StringBuilder ascii = new StringBuilder(text.length());
    boolean bracket = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bracket = c == '⁽' || (bracket && c != '⁾');
      if (c < 0x80) {
        ascii.append(c);
      } else if (c >= '₀' && c <= '₉') {
        ascii.append((char) ('0' + c - '₀'));
      } else if (bracket && "⁰¹²³".indexOf(c) >= 0) {
        // The number of a layer, w⁽²⁾, is no power.
        ascii.append((char) ('0' + "⁰¹²³".indexOf(c)));
      } else if (c == '⁰' || (c >= '⁴' && c <= '⁹')) {
        ascii.append((char) ('0' + c - '⁰'));
      } else if (!Character.isLowSurrogate(c)) {
        ascii.append(REPLACEMENTS.getOrDefault(c, "?"));
      }
    }
    return ascii.toString();
  }
}
