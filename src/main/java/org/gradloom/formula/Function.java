package org.gradloom.formula;

import java.util.function.DoubleUnaryOperator;

/** A function of one number that formulas name, with how it is written before its argument. */
public enum Function {
  EXP("\\exp", "exp", Math::exp),
  /** The same as EXP, in TeX as a power. */
  E_TO("e^", "exp", Math::exp),
  LN("\\ln", "ln", Math::log),
  TANH("\\tanh", "tanh", Math::tanh),
  /** 1/(1 + e⁻ᶻ). */
  SIGMOID("\\sigma", "σ", z -> 1 / (1 + Math.exp(-z))),
  SQUARE_ROOT("\\sqrt", "√", Math::sqrt),
  /** Φ, the part of the normal distribution below its argument. */
  NORMAL_DISTRIBUTION("\\Phi", "Φ", Normal::distribution),
  /** φ, the normal distribution's density, Φ's derivative. */
  NORMAL_DENSITY("\\varphi", "φ", Normal::density),
  /** 1 above 0, −1 below, and 0 at 0. */
  SIGN("\\mathrm{sign}", "sign", Math::signum),
  /** Written as bars around its argument. */
  ABSOLUTE("", "", Math::abs);

  private final String tex;
  private final String plain;

  @SuppressWarnings("ImmutableEnumChecker") // none of them has a state
  private final DoubleUnaryOperator meaning;

  Function(String tex, String plain, DoubleUnaryOperator meaning) {
    this.tex = tex;
    this.plain = plain;
    this.meaning = meaning;
  }

  /** Its name in a formula. */
  String name(FormulaStyle style) {
    return style.of(tex, plain);
  }

  /** True if TeX takes the argument in braces, as a root and an exponent do. */
  boolean bracesInTex() {
    return this == E_TO || this == SQUARE_ROOT;
  }

  /** True if an argument of one letter or number needs no brackets, as in ln p. */
  boolean standsBeforeOne() {
    return this == LN || this == SQUARE_ROOT;
  }

  /** What stands between its name and an argument that needs no brackets. */
  String gap() {
    return this == LN ? " " : "";
  }

  /** True if bars around the argument say what it is, and no name does. */
  boolean standsAround() {
    return this == ABSOLUTE;
  }

  double of(double argument) {
    return meaning.applyAsDouble(argument);
  }
}
