package org.gradloom.formula;

import java.util.regex.Pattern;
import org.gradloom.matrix.Numbers;

/** Numbers as formulas write them. */
final class NumberWriting {
  /** Of a number such as 1.5e−7, once its minus is TeX's. */
  private static final Pattern POWER = Pattern.compile("e(-?\\d+)");

  private NumberWriting() {}

  /** A number that belongs to a rule. */
  static String constant(double value, FormulaStyle style) {
    return value == 0.5 ? style.of("\\tfrac{1}{2}", "½") : digits(Numbers.format(value), style);
  }

  /** A number that was computed or read; in brackets where its sign would meet an operator. */
  static String number(Expr.Value number, boolean inBrackets, FormulaStyle style) {
    String printed = inBrackets ? Numbers.inBrackets(number.printed()) : number.printed();
    return style.of("{" + digits(printed, style) + "}", printed);
  }

  /** A printed number as the style writes it. */
  private static String digits(String printed, FormulaStyle style) {
    return style.of(texDigits(printed), printed);
  }

  private static String texDigits(String printed) {
    String tex =
        printed
            .replace(Numbers.MINUS, '-')
            .replace("∞", "\\infty ")
            .replace(Character.toString(Numbers.ABOUT), Expr.Value.ABOUT_TEX);
    return POWER.matcher(tex).replaceFirst("\\\\cdot 10^{$1}");
  }
}
