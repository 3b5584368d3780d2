package org.gradloom.formula;

import java.util.List;
import java.util.function.IntFunction;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * A formula as a tree. It says what is computed and leaves to {@link Renderer} how that is written:
 * brackets, signs, what a long sum leaves out. {@link ExprEvaluator} gives the number it stands
 * for.
 */
public sealed interface Expr {

  /**
   * What a part of a formula stands for on the stage: the left operand, the right one, the cell.
   */
  enum Role {
    PLAIN,
    LEFT,
    RIGHT,
    RESULT
  }

  // ---- leaves ----------------------------------------------------------------------------------

  /**
   * An entry of a matrix.
   *
   * @param asResult whether a gradient is written as a fraction of ∂L and not by its short name
   */
  record Entry(Operand operand, Index row, Index column, boolean asResult) implements Expr {
    public static Entry of(Operand operand, Cell cell) {
      return new Entry(operand, new Index.At(cell.row()), new Index.At(cell.column()), false);
    }

    /** The same entry, written as a result. */
    public Entry written() {
      return new Entry(operand, row, column, true);
    }
  }

  /** A whole matrix, where a formula is about matrices and not about one cell. */
  record Whole(Operand operand, boolean transposed) implements Expr {}

  /** The place of any argument: the dot in max(0, ·). */
  record Slot() implements Expr {}

  /** A number that belongs to the rule itself: the 0 of max(0, z), the ½ of a squared error. */
  record Constant(double value) implements Expr {}

  /**
   * A number computed or read.
   *
   * @param printed as it is shown, so that it is printed once, however often it is written
   */
  record Value(double value, String printed) implements Expr {
    /** How TeX writes the sign before a number that is rounded and does not look it. */
    public static final String ABOUT_TEX = "{\\approx}";

    public Value(double value) {
      this(value, Numbers.format(value));
    }

    /** A number as it was typed: a fraction stays one. */
    static Value of(org.gradloom.matrix.Entry typed) {
      return new Value(typed.value(), typed.text());
    }

    /** The same number with so many significant digits. */
    Value printed(int digits) {
      return new Value(value, Numbers.rounded(value, digits));
    }

    /** The same number without its sign, which is written before it. */
    Value negated() {
      return new Value(-value, printed.replaceFirst(Character.toString(Numbers.MINUS), ""));
    }

    boolean isFraction() {
      return printed.contains("/");
    }
  }

  /** A number that must not be seen yet. */
  record Blank() implements Expr {}

  /** A quantity with a name of its own, as η or N, and what it stands for. */
  record Named(String tex, String plain, Expr meaning) implements Expr {}

  // ---- arithmetic ------------------------------------------------------------------------------

  /** Terms that are always few. */
  record Sum(List<Expr> terms) implements Expr {
    public Sum {
      terms = List.copyOf(terms);
    }

    public static Sum of(Expr... terms) {
      return new Sum(List.of(terms));
    }
  }

  record Difference(Expr left, Expr right) implements Expr {}

  record Negative(Expr of) implements Expr {}

  record Product(Join join, Expr left, Expr right) implements Expr {
    /** With a dot between, as two entries or two numbers are multiplied. */
    public static Product of(Expr left, Expr right) {
      return new Product(Join.DOT, left, right);
    }
  }

  /** What stands between two factors. */
  enum Join {
    DOT("\\cdot ", "·"),
    /** A dot after a coefficient, which belongs to it. */
    COEFFICIENT("\\cdot ", "·"),
    /** In TeX a little room is enough. */
    THIN("\\,", "·"),
    /** Two single letters: TeX writes μv. */
    LETTERS(" ", "·"),
    /** Before a bracket or a power nothing is needed. */
    NONE("", ""),
    /** Before a function or a sum of plain text a blank. */
    BLANK("", " "),
    /** A number times a whole matrix. */
    SCALAR("\\,", " "),
    /** A matrix product. */
    MATRIX(" \\cdot ", " · "),
    /** Two whole matrices entry by entry. */
    ENTRYWISE(" \\odot ", " ⊙ ");

    private final String tex;
    private final String plain;

    Join(String tex, String plain) {
      this.tex = tex;
      this.plain = plain;
    }

    String sign(FormulaStyle style) {
      return style.of(tex, plain);
    }
  }

  record Quotient(Bar bar, Expr over, Expr under) implements Expr {}

  /** What stands between a numerator and a denominator. */
  enum Bar {
    /** One above the other; in plain text a slash. */
    FRACTION("", " / "),
    SLASH("/", "/"),
    /** A division at the end of a line, which is a step of its own. */
    LAST("\\,/\\, ", " / "),
    /** The same between whole matrices. */
    WHOLE(" / ", " / ");

    private final String tex;
    private final String plain;

    Bar(String tex, String plain) {
      this.tex = tex;
      this.plain = plain;
    }

    public String sign(FormulaStyle style) {
      return style.of(tex, plain);
    }
  }

  record Square(Expr of) implements Expr {}

  record Apply(Function function, Expr argument) implements Expr {}

  /** The largest of several. */
  record Largest(List<Expr> of) implements Expr {
    public Largest {
      of = List.copyOf(of);
    }
  }

  /** 1 where the relation holds, 0 elsewhere: [z > 0]. */
  record Test(Expr left, Relation relation, double right) implements Expr {}

  /** How two numbers compare. */
  enum Relation {
    GREATER(" > ", " > "),
    AT_MOST(" \\leq ", " ≤ "),
    EQUAL(" = ", " = ");

    private final String tex;
    private final String plain;

    Relation(String tex, String plain) {
      this.tex = tex;
      this.plain = plain;
    }

    String sign(FormulaStyle style) {
      return style.of(tex, plain);
    }

    boolean holds(double left, double right) {
      return switch (this) {
        case GREATER -> left > right;
        case AT_MOST -> left <= right;
        case EQUAL -> left == right;
      };
    }
  }

  /**
   * A name with arguments in brackets: g(z), softmax(Z).
   *
   * @param meaning what it stands for; null where only whole matrices can be meant
   */
  record Call(String tex, String plain, List<Expr> arguments, @Nullable Expr meaning)
      implements Expr {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** Of each row of a matrix the entry that its label names: P[y]. */
  record Picked(Expr of, Expr labels) implements Expr {}

  // ---- sums ------------------------------------------------------------------------------------

  /** Σ over letters; the last one runs fastest. Without letters, over all entries. */
  record Series(List<Index.Letter> letters, Expr body) implements Expr {
    public Series {
      letters = List.copyOf(letters);
    }
  }

  /** How far the walk has come with a part of a formula. */
  enum State {
    /** Not a term: an equals sign, a factor before the sum. */
    FIXED,
    DONE,
    ACTIVE,
    AHEAD
  }

  /** What becomes of a sum at its end, as one more term. */
  sealed interface Closing {}

  /** It is divided. */
  record Division(Expr divisor) implements Closing {}

  /** Something is added that belongs to no other term, after a division undivided. */
  record Addition(Expr term) implements Closing {}

  /** It is taken from a minuend, and that multiplied by a factor: aⱼ·(daⱼ − Σ). */
  record Remainder(Expr factor, Expr minuend) implements Closing {}

  /**
   * The terms of a cell, each made only when it is asked for: a sum of 785 costs no more than one
   * of three.
   *
   * @param all how many terms the whole sum has, by which it is decided what is left out
   * @param count how many of them are added
   * @param term term {@code t}, from 0
   * @param closings what becomes of the sum then, each as one more term
   * @param active the term the walk stands at; from {@code count} on a closing
   * @param activeState how the active term is shown
   * @param most how many terms are written before the middle is left out
   */
  record Terms(
      int all,
      int count,
      IntFunction<Expr> term,
      List<Closing> closings,
      int active,
      State activeState,
      int most)
      implements Expr {
    public Terms {
      closings = List.copyOf(closings);
    }

    /** A whole sum. */
    public Terms(
        int count,
        IntFunction<Expr> term,
        List<Closing> closings,
        int active,
        State activeState,
        int most) {
      this(count, count, term, closings, active, activeState, most);
    }

    /** The same sum, at most so many of its terms written. */
    public Terms showing(int fewer) {
      return new Terms(all, count, term, closings, active, activeState, fewer);
    }

    /**
     * The terms up to and with {@code last}; closings are among them. Written are those that the
     * whole sum writes.
     */
    public Terms upTo(int last) {
      return new Terms(
          all,
          Math.min(last + 1, count),
          term,
          closings.subList(0, Math.max(0, last + 1 - count)),
          active,
          activeState,
          most);
    }

    State state(int t) {
      if (t < active) {
        return State.DONE;
      }
      return t > active ? State.AHEAD : activeState;
    }

    /** What joins term {@code t} to those before. */
    State stateOfJoint(int t) {
      return t > active ? State.AHEAD : State.FIXED;
    }
  }

  // ---- how it is shown -------------------------------------------------------------------------

  /** Says how a tree is shown, and changes nothing of what it stands for. */
  sealed interface Shown extends Expr {
    Expr of();
  }

  /** Shown in the manner of a role, as one piece. */
  record Marked(Role role, Expr of) implements Shown {}

  /** A part of which the line of numbers shows its value alone, in the manner of a role. */
  record Folded(Role role, Expr of) implements Shown {}

  /** A part of the line that is not one term of a sum, with its own state. */
  record Stroke(State state, Expr of) implements Shown {}
}
