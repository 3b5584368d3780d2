package org.gradloom.expression;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradloom.expression.Expression.Operator;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Quote;

/**
 * Reads an expression by recursive descent, a function a level: sums, products, signs, what follows
 * a point, and what stands for itself.
 */
final class ExpressionParser {
  private static final int LONGEST = 1000;

  /** Far more brackets than fit into a question, and far less than a stack holds. */
  private static final int DEEPEST = 100;

  private static final Pattern NUMBER =
      Pattern.compile("(?:\\d++\\.?+\\d*+|\\.\\d++)(?:[eE][+-]?\\d{1,3})?");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*+");
  private static final Pattern ASSIGNED = Pattern.compile("\\s*+" + NAME + "\\s*+=(?!=)");

  private final String text;
  private int next;
  private int depth;

  ExpressionParser(String text) {
    this.text = text.replace(Numbers.MINUS, '-').replace('\u00a0', ' ');
  }

  Expression parse() {
    if (text.length() > LONGEST) {
      throw new InvalidInput("expression.tooLong", LONGEST);
    }
    if (text.isBlank()) {
      throw new InvalidInput("expression.empty");
    }
    assigned();
    Expression all = sum();
    if (!atEnd()) {
      throw unexpected();
    }
    return all;
  }

  /** Whoever copies a line of code has the name in it that the value gets. */
  private void assigned() {
    Matcher name = ASSIGNED.matcher(text);
    if (name.lookingAt()) {
      next = name.end();
    }
  }

  // ---- levels

  private Expression sum() {
    Expression left = product();
    while (true) {
      int at = place();
      if (takes('+')) {
        left = new Expression.Binary(Operator.ADD, left, product(), at);
      } else if (takes('-')) {
        left = new Expression.Binary(Operator.SUBTRACT, left, product(), at);
      } else {
        return left;
      }
    }
  }

  private Expression product() {
    Expression left = signed();
    while (true) {
      int at = place();
      if (text.startsWith("**", next)) {
        throw new InvalidInput("expression.power", at);
      }
      if (takes('*')) {
        left = new Expression.Binary(Operator.TIMES, left, signed(), at);
      } else if (takes('/')) {
        left = new Expression.Binary(Operator.OVER, left, signed(), at);
      } else if (takes('@')) {
        left = new Expression.Binary(Operator.MATMUL, left, signed(), at);
      } else {
        return left;
      }
    }
  }

  private Expression signed() {
    boolean minus = false;
    while (true) {
      if (takes('-')) {
        minus = !minus;
      } else if (!takes('+')) {
        Expression of = followed();
        return minus ? new Expression.Minus(of) : of;
      }
    }
  }

  private Expression followed() {
    Expression of = itself();
    while (takes('.')) {
      int at = place();
      String name = name();
      of =
          switch (name) {
            case "T" -> new Expression.Transpose(of);
            case "sum", "mean" -> {
              require('(');
              yield along(of, name.equals("mean"), at);
            }
            default -> throw new InvalidInput("expression.afterPoint", at, Quote.of(name));
          };
    }
    return of;
  }

  /** The axis, and what else stands in the brackets, up to their end. */
  private Expression along(Expression of, boolean mean, int at) {
    if (Character.isLetter(peek())) {
      keyword("axis");
    }
    char axis = peek();
    if (axis != '0' && axis != '1') {
      throw new InvalidInput("expression.axisWanted", place());
    }
    next++;
    boolean kept = false;
    if (takes(',')) {
      keyword("keepdims");
      int value = place();
      String word = name();
      if (!word.equals("True") && !word.equals("False")) {
        throw new InvalidInput("expression.truth", value);
      }
      kept = word.equals("True");
    }
    require(')');
    return new Expression.Along(of, axis - '0', mean, kept, at);
  }

  private void keyword(String word) {
    int at = place();
    if (!name().equals(word)) {
      throw new InvalidInput("expression.axisWanted", at);
    }
    require('=');
  }

  private Expression itself() {
    int at = place();
    if (takes('(')) {
      deeper(at);
      Expression within = sum();
      require(')');
      depth--;
      return within;
    }
    Matcher number = NUMBER.matcher(text).region(next, text.length());
    if (number.lookingAt()) {
      next = number.end();
      double value = Double.parseDouble(number.group());
      if (Double.isInfinite(value)) {
        throw new InvalidInput("number.tooLarge", Quote.shortened(number.group()));
      }
      return new Expression.Literal(value);
    }
    String name = name();
    return name.equals("np") ? function(at) : new Expression.Name(name, at);
  }

  private Expression function(int at) {
    require('.');
    int function = place();
    String name = name();
    return switch (name) {
      case "outer" -> {
        Expression left = first(at);
        require(',');
        Expression right = sum();
        require(')');
        depth--;
        yield new Expression.Outer(left, right, at);
      }
      case "sum", "mean" -> {
        Expression of = first(at);
        if (!takes(',')) {
          throw new InvalidInput("expression.axisWanted", place());
        }
        depth--;
        yield along(of, name.equals("mean"), function);
      }
      default -> throw new InvalidInput("expression.function", function, Quote.of(name));
    };
  }

  /** What a function is given first, within its brackets. */
  private Expression first(int at) {
    require('(');
    deeper(at);
    return sum();
  }

  private void deeper(int at) {
    if (++depth > DEEPEST) {
      throw new InvalidInput("expression.tooDeep", at);
    }
  }

  // ---- characters

  /** The place of the next character that is no blank, from 1. */
  private int place() {
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next + 1;
  }

  private boolean atEnd() {
    return place() > text.length();
  }

  /** The next character that is no blank; a blank at the end. */
  private char peek() {
    return atEnd() ? ' ' : text.charAt(next);
  }

  private boolean takes(char c) {
    if (peek() != c) {
      return false;
    }
    next++;
    return true;
  }

  private void require(char c) {
    if (!takes(c)) {
      throw new InvalidInput("expression.wanted", place(), Character.toString(c));
    }
  }

  private String name() {
    place();
    Matcher name = NAME.matcher(text).region(next, text.length());
    if (!name.lookingAt()) {
      throw unexpected();
    }
    next = name.end();
    return name.group();
  }

  private InvalidInput unexpected() {
    return atEnd()
        ? new InvalidInput("expression.ends", place())
        : new InvalidInput(
            "expression.unexpected", place(), Quote.of(Character.toString(text.codePointAt(next))));
  }
}
