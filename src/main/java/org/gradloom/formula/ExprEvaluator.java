package org.gradloom.formula;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** The number a tree stands for, and the tree with numbers in the place of names. */
public final class ExprEvaluator {
  private final Entries entries;
  private final Covered covered;

  /** The values of the letters that are being summed over. */
  private final Map<String, Integer> letters = new HashMap<>();

  private ExprEvaluator(Entries entries, Covered covered) {
    this.entries = entries;
    this.covered = covered;
  }

  /**
   * The value of a tree. Terms that would be left out in writing count.
   *
   * @throws IllegalArgumentException if the tree is about whole matrices and not about a number
   */
  public static double value(Expr expr, Entries entries) {
    return new ExprEvaluator(entries, Covered.NOTHING).of(expr);
  }

  /**
   * The tree with a number for every entry and named quantity, and one for each folded part. What a
   * covered entry goes into is left blank.
   */
  public static Expr inNumbers(Expr expr, Entries entries, Covered covered) {
    return new ExprEvaluator(entries, covered).numbers(expr);
  }

  private double of(Expr expr) {
    return switch (expr) {
      case Expr.Entry(var operand, var row, var column, _) ->
          entries.at(operand, number(row), number(column));
      case Expr.Constant(double value) -> value;
      case Expr.Value(double value, _) -> value;
      case Expr.Named(_, _, var meaning) -> of(meaning);
      case Expr.Sum(var terms) -> sum(terms);
      case Expr.Difference(var left, var right) -> of(left) - of(right);
      case Expr.Negative(var of) -> -of(of);
      case Expr.Product(_, var left, var right) -> of(left) * of(right);
      case Expr.Quotient(_, var over, var under) -> of(over) / of(under);
      case Expr.Square(var of) -> {
        double base = of(of);
        yield base * base;
      }
      case Expr.Apply(var function, var argument) -> function.of(of(argument));
      case Expr.Largest(var all) -> {
        double largest = of(all.getFirst());
        for (Expr one : all) {
          largest = Math.max(largest, of(one));
        }
        yield largest;
      }
      case Expr.Test(var left, var relation, double right) ->
          relation.holds(of(left), right) ? 1 : 0;
      case Expr.Call call -> {
        if (call.meaning() == null) {
          throw notANumber(call);
        }
        yield of(call.meaning());
      }
      case Expr.Series(var over, var body) -> series(over, 0, body, 0);
      case Expr.Terms terms -> {
        double sum = 0;
        for (int t = 0; t < terms.count(); t++) {
          sum += of(terms.term().apply(t));
        }
        for (Expr.Closing closing : terms.closings()) {
          sum =
              switch (closing) {
                case Expr.Division(var divisor) -> sum / of(divisor);
                case Expr.Addition(var term) -> sum + of(term);
                case Expr.Remainder(var factor, var minuend) -> of(factor) * (of(minuend) - sum);
              };
        }
        yield sum;
      }
      case Expr.Shown shown -> of(shown.of());
      case Expr.Whole _, Expr.Slot _, Expr.Picked _, Expr.Blank _ -> throw notANumber(expr);
    };
  }

  private static IllegalArgumentException notANumber(Expr expr) {
    return new IllegalArgumentException(expr + " is no number");
  }

  private double sum(List<Expr> terms) {
    double sum = 0;
    for (Expr term : terms) {
      sum += of(term);
    }
    return sum;
  }

  private double series(List<Index.Letter> over, int depth, Expr body, double before) {
    if (depth == over.size()) {
      return before + of(body);
    }
    Index.Letter letter = over.get(depth);
    double sum = before;
    for (int i = 0; i < letter.count(); i++) {
      letters.put(letter.name(), i);
      sum = series(over, depth + 1, body, sum);
    }
    letters.remove(letter.name());
    return sum;
  }

  private int number(Index index) {
    return switch (index) {
      case Index.At(int number) -> number;
      case Index.Letter(var name, _) -> {
        Integer bound = letters.get(name);
        if (bound == null) {
          throw new IllegalArgumentException("Nothing runs over " + name);
        }
        yield bound;
      }
      // Labels count from 1.
      case Index.ClassOf(var labels, var sample) -> (int) entries.at(labels, number(sample), 0) - 1;
    };
  }

  private Expr numbers(Expr expr) {
    return switch (expr) {
      case Expr.Entry entry -> entry(entry);
      case Expr.Named named -> new Expr.Marked(Expr.Role.PLAIN, value(named));
      case Expr.Folded(var role, var of) -> new Expr.Marked(role, value(of));
      case Expr.Marked(var role, var of) ->
          switch (numbers(of)) {
            case Expr.Marked(_, var number) -> new Expr.Marked(role, number);
            case Expr number -> new Expr.Marked(role, number);
          };
      case Expr.Constant _, Expr.Value _, Expr.Blank _ -> expr;
      case Expr.Sum(var terms) -> new Expr.Sum(SumDigits.ofSum(numbers(terms)));
      case Expr.Difference(var left, var right) ->
          SumDigits.ofDifference(numbers(left), numbers(right));
      case Expr.Negative(var of) -> {
        Expr number = numbers(of);
        // A sign before a fraction of nothing says nothing.
        yield isNothing(number) ? number : new Expr.Negative(number);
      }
      case Expr.Product(var join, var left, var right) -> {
        Expr first = numbers(left);
        Expr second = numbers(right);
        // Two numbers side by side would read as one.
        yield new Expr.Product(
            isNumber(first) && isNumber(second) ? Expr.Join.DOT : join, first, second);
      }
      case Expr.Quotient(var bar, var over, var under) ->
          new Expr.Quotient(bar, numbers(over), numbers(under));
      case Expr.Square(var of) -> new Expr.Square(numbers(of));
      case Expr.Apply(var function, var argument) -> new Expr.Apply(function, numbers(argument));
      case Expr.Largest(var all) -> new Expr.Largest(numbers(all));
      case Expr.Test(var left, var relation, double right) ->
          new Expr.Test(numbers(left), relation, right);
      case Expr.Call(var tex, var plain, var arguments, var meaning) ->
          new Expr.Call(tex, plain, numbers(arguments), meaning == null ? null : numbers(meaning));
      case Expr.Terms terms ->
          new Expr.Terms(
              terms.all(),
              terms.count(),
              kept(t -> numbers(terms.term().apply(t))),
              terms.closings().stream().map(this::numbers).toList(),
              terms.active(),
              terms.activeState(),
              terms.most());
      case Expr.Stroke(var state, var of) -> new Expr.Stroke(state, numbers(of));
      // What runs over a letter has no single number in the place of its entries.
      case Expr.Series series -> new Expr.Marked(Expr.Role.PLAIN, value(series));
      case Expr.Whole _, Expr.Slot _, Expr.Picked _ -> throw notANumber(expr);
    };
  }

  private Expr.Closing numbers(Expr.Closing closing) {
    return switch (closing) {
      case Expr.Division(var divisor) -> new Expr.Division(numbers(divisor));
      case Expr.Addition(var term) -> new Expr.Addition(numbers(term));
      case Expr.Remainder(var factor, var minuend) ->
          new Expr.Remainder(numbers(factor), numbers(minuend));
    };
  }

  /** The same terms, each made once: a line is written several times until it is short enough. */
  private static IntFunction<Expr> kept(IntFunction<Expr> term) {
    Map<Integer, Expr> made = new HashMap<>();
    return t -> made.computeIfAbsent(t, term::apply);
  }

  private List<Expr> numbers(List<Expr> all) {
    return all.stream().map(this::numbers).toList();
  }

  /** An entry as it was typed, or a blank where it is covered. */
  private Expr entry(Expr.Entry entry) {
    int row = number(entry.row());
    int column = number(entry.column());
    return covered.covers(entry.operand(), row, column)
        ? new Expr.Blank()
        : Expr.Value.of(entries.typed(entry.operand(), row, column));
  }

  /** The value of a part, or a blank where a covered entry is read for it. */
  private Expr value(Expr expr) {
    boolean[] hidden = new boolean[1];
    Entries noted =
        (operand, row, column) -> {
          hidden[0] |= covered.covers(operand, row, column);
          return entries.at(operand, row, column);
        };
    double value = value(expr, noted);
    return hidden[0] ? new Expr.Blank() : new Expr.Value(value);
  }

  private static boolean isNothing(Expr expr) {
    return switch (expr) {
      case Expr.Quotient(_, var over, _) -> isNothing(over);
      case Expr.Marked(_, var of) -> isNothing(of);
      case Expr.Value(double value, _) -> value == 0;
      default -> false;
    };
  }

  private static boolean isNumber(Expr expr) {
    Expr bare = expr instanceof Expr.Marked(_, var of) ? of : expr;
    return bare instanceof Expr.Value || bare instanceof Expr.Blank;
  }
}
