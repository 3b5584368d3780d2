package org.gradloom.derivation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradloom.formula.Expr;
import org.gradloom.formula.Function;
import org.gradloom.matrix.Numbers;

/**
 * Writes the tree of a rule as code, so that a rule without an {@link Idioms idiom} is right in
 * every language as soon as its formula is. Operands are variables: see {@link #variable}.
 */
enum TreeCode {
  NUMPY("np."),
  TORCH("torch."),
  /** Of one entry, in a lambda. */
  JAVA("Math.");

  /** What stands before the name of a function. */
  private final String library;

  TreeCode(String library) {
    this.library = library;
  }

  /** How closely the parts of an expression hold together. */
  private enum Binding {
    CHOICE,
    SUM,
    PRODUCT,
    WHOLE
  }

  private record Code(String text, Binding binding) {
    String in(Binding loosest) {
      return binding.compareTo(loosest) <= 0 ? "(" + text + ")" : text;
    }
  }

  /** What the language calls an operand. */
  static Expr variable(String name) {
    return new Expr.Named(name, name, new Expr.Slot());
  }

  /** A rule as an expression. */
  String of(Expr expr) {
    return code(expr).text;
  }

  /** A rule as a factor of a product. */
  String factor(Expr expr) {
    return code(expr).in(Binding.SUM);
  }

  /** A rule added over all entries; a sign or a number before each of them stands before all. */
  String summed(Expr expr) {
    return switch (expr) {
      case Expr.Negative(var of) -> "-" + summed(of);
      case Expr.Product(_, Expr.Constant before, var rest) -> of(before) + " * " + summed(rest);
      case Expr.Apply apply when isOneCall(apply.function()) -> of(apply) + ".sum()";
      default -> "(" + of(expr) + ").sum()";
    };
  }

  /** True if a function is written as one call, which needs no brackets. */
  private static boolean isOneCall(Function function) {
    return function == Function.LN || function == Function.ABSOLUTE;
  }

  private Code code(Expr expr) {
    return switch (expr) {
      case Expr.Named(_, var name, _) -> whole(name);
      case Expr.Constant(double value) -> whole(Numbers.exact(value));
      case Expr.Sum(var terms) ->
          new Code(terms.stream().map(this::term).collect(Collectors.joining(" + ")), Binding.SUM);
      case Expr.Difference(var left, var right) ->
          new Code(
              term(left) + " - " + (isTest(right) ? term(right) : code(right).in(Binding.SUM)),
              Binding.SUM);
      case Expr.Negative(var of) -> new Code("-" + code(of).in(Binding.SUM), Binding.SUM);
      case Expr.Product(_, var left, var right) ->
          new Code(factor(left) + " * " + factor(right), Binding.PRODUCT);
      case Expr.Quotient(_, var over, var under) ->
          new Code(factor(over) + " / " + code(under).in(Binding.PRODUCT), Binding.PRODUCT);
      case Expr.Square(var of) -> square(code(of));
      case Expr.Apply(var function, var argument) -> apply(function, argument);
      case Expr.Largest(var all) -> whole(largest(all));
      case Expr.Test test -> test(test);
      case Expr.Picked(var of, var labels) ->
          whole(of(of) + "[" + library + "arange(" + count(labels) + "), " + of(labels) + "]");
      case Expr.Shown shown -> code(shown.of());
      // What a formula calls by a name, no library need know.
      case Expr.Call(_, _, _, Expr meaning) when meaning != null -> code(meaning);
      case Expr.Entry _,
          Expr.Whole _,
          Expr.Slot _,
          Expr.Value _,
          Expr.Blank _,
          Expr.Call _,
          Expr.Series _,
          Expr.Terms _ ->
          throw new IllegalArgumentException(expr + " is no rule of variables");
    };
  }

  /** A process that shares a mini-batch with others has fewer rows than N. */
  private String count(Expr labels) {
    return switch (this) {
      case TORCH -> "len(" + of(labels) + ")";
      case NUMPY, JAVA -> "N";
    };
  }

  private static Code whole(String text) {
    return new Code(text, Binding.WHOLE);
  }

  /**
   * A term of a sum. In Python a comparison is a truth value, which adds up to no more than one.
   */
  private String term(Expr expr) {
    return this != JAVA && isTest(expr) ? "1.0 * " + of(expr) : code(expr).in(Binding.CHOICE);
  }

  private static boolean isTest(Expr expr) {
    return expr instanceof Expr.Test;
  }

  private Code apply(Function function, Expr argument) {
    return switch (function) {
      case EXP, E_TO -> call("exp", of(argument));
      case LN -> call("log", of(argument));
      case TANH -> call("tanh", of(argument));
      case SQUARE_ROOT -> root(argument);
      case SIGMOID -> code(sigmoid(argument));
      case NORMAL_DISTRIBUTION -> normalDistribution(of(argument));
      case NORMAL_DENSITY -> code(normalDensity(argument));
      case SIGN -> call(this == JAVA ? "signum" : "sign", of(argument));
      case ABSOLUTE -> call("abs", of(argument));
    };
  }

  /** PyTorch has a root of tensors only, and a power of all. */
  private Code root(Expr argument) {
    return this == TORCH
        ? whole(code(argument).in(Binding.PRODUCT) + "**0.5")
        : call("sqrt", of(argument));
  }

  /** Φ has a name in no library that all have; a listing that needs it says what it is first. */
  private Code normalDistribution(String argument) {
    return whole(
        switch (this) {
          case NUMPY -> "Phi(" + argument + ")";
          case TORCH -> "torch.special.ndtr(" + argument + ")";
          case JAVA -> "Phi.applyAsDouble(" + argument + ")";
        });
  }

  private static Expr normalDensity(Expr z) {
    return new Expr.Quotient(
        Expr.Bar.SLASH,
        new Expr.Apply(
            Function.EXP,
            new Expr.Quotient(
                Expr.Bar.SLASH, new Expr.Negative(new Expr.Square(z)), new Expr.Constant(2))),
        new Expr.Apply(Function.SQUARE_ROOT, new Expr.Constant(2 * Math.PI)));
  }

  private static Expr sigmoid(Expr z) {
    return new Expr.Quotient(
        Expr.Bar.SLASH,
        new Expr.Constant(1),
        Expr.Sum.of(new Expr.Constant(1), new Expr.Apply(Function.EXP, new Expr.Negative(z))));
  }

  private Code square(Code of) {
    return switch (this) {
      case NUMPY, TORCH -> whole(of.in(Binding.PRODUCT) + "**2");
      case JAVA -> call("pow", of.text + ", 2");
    };
  }

  private Code call(String name, String arguments) {
    return whole(library + name + "(" + arguments + ")");
  }

  /** What varies comes first, and then the numbers. */
  private String largest(List<Expr> all) {
    return Stream.concat(
            all.stream().filter(one -> !(one instanceof Expr.Constant)).map(this::of),
            all.stream().filter(Expr.Constant.class::isInstance).map(this::number))
        .reduce((one, other) -> call(this == JAVA ? "max" : "maximum", one + ", " + other).text)
        .orElseThrow();
  }

  /** PyTorch compares tensors with tensors only. */
  private String number(Expr constant) {
    return this == TORCH ? "torch.tensor(" + of(constant) + ")" : of(constant);
  }

  private Code test(Expr.Test test) {
    String sign =
        switch (test.relation()) {
          case GREATER -> " > ";
          case AT_MOST -> " <= ";
          case EQUAL -> " == ";
        };
    String relation = code(test.left()).in(Binding.CHOICE) + sign + Numbers.exact(test.right());
    return switch (this) {
      case NUMPY, TORCH -> whole("(" + relation + ")");
      case JAVA -> new Code(relation + " ? 1 : 0", Binding.CHOICE);
    };
  }
}
