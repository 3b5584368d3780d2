package org.gradloom.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradloom.matrix.Numbers;

/** Writes one tree: collects pieces and parts in the order in which they are read. */
final class TreeWriter {
  private final FormulaStyle style;
  private final Names names;
  private final List<FormulaPart> parts = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();
  private Expr.State state = Expr.State.FIXED;

  /** Within a term any negative number stands in brackets, for its sign would join terms. */
  private boolean withinTerm;

  /** Whether all that is written belongs to one part, whatever it says of itself. */
  private boolean unbroken;

  /** Whether plain text goes on in the last piece. */
  private boolean goesOn;

  TreeWriter(FormulaStyle style, Names names) {
    this.style = style;
    this.names = names;
  }

  List<FormulaPart> parts(Expr expr) {
    write(expr);
    endPart();
    return parts;
  }

  private void write(Expr expr) {
    switch (expr) {
      case Expr.Entry entry -> text(names.name(entry, style));
      case Expr.Whole whole -> text(names.name(whole, style));
      case Expr.Slot _ -> text(style.of("\\cdot ", "·"));
      case Expr.Constant(double value) -> text(NumberWriting.constant(value, style));
      case Expr.Value value -> text(NumberWriting.number(value, withinTerm, style));
      case Expr.Blank _ -> text(style.of("\\square ", Numbers.BLANK));
      case Expr.Named(var tex, var plain, _) -> text(style.of(tex, plain));
      case Expr.Sum sum -> sum(sum);
      case Expr.Difference difference -> difference(difference);
      case Expr.Negative(var of) -> {
        text(style.of("-", "−"));
        operand(of, Binding.SUM);
      }
      case Expr.Product product -> product(product);
      case Expr.Quotient quotient -> quotient(quotient);
      case Expr.Square(var of) -> square(of);
      case Expr.Apply(var function, var argument) -> apply(function, "", argument);
      case Expr.Largest(var of) -> list(style.of("\\max", "max"), of);
      case Expr.Test(var left, var relation, double right) -> {
        text("[");
        write(left);
        text(relation.sign(style) + NumberWriting.constant(right, style) + "]");
      }
      case Expr.Call(var tex, var plain, var arguments, _) -> list(style.of(tex, plain), arguments);
      case Expr.Picked(var of, var labels) -> {
        write(of);
        text("[");
        write(labels);
        text("]");
      }
      case Expr.Series(var letters, var body) -> {
        goesOn = false;
        text(sigma(letters));
        goesOn = false;
        summand(body);
      }
      case Expr.Terms terms -> terms(terms);
      case Expr.Marked(var role, var of) -> piece(flat(of), role);
      case Expr.Folded(_, var of) -> write(of);
      case Expr.Stroke(var own, var of) -> {
        startPart(own);
        write(of);
        startPart(Expr.State.FIXED);
      }
    }
  }

  /** An operand of an operator: in brackets where it holds together no better than that. */
  private void operand(Expr expr, Binding loosest) {
    Expr bare = bare(expr);
    if (bare instanceof Expr.Value value) {
      boolean divided = value.isFraction() && loosest == Binding.PRODUCT;
      String written =
          divided
              ? "(" + NumberWriting.number(value, false, style) + ")"
              : NumberWriting.number(value, true, style);
      if (expr instanceof Expr.Marked(var role, _)) {
        piece(written, role);
      } else {
        text(written);
      }
    } else if (binding(bare).compareTo(loosest) <= 0) {
      text("(");
      write(expr);
      text(")");
    } else {
      write(expr);
    }
  }

  /** What begins a line or stands left of an operator may begin with its own sign. */
  private void first(Expr expr) {
    if (bare(expr) instanceof Expr.Value value) {
      if (value.isFraction()) {
        operand(expr, Binding.PRODUCT);
      } else {
        write(expr);
      }
    } else {
      operand(expr, Binding.SUM);
    }
  }

  private void sum(Expr.Sum sum) {
    boolean first = true;
    for (Expr term : sum.terms()) {
      if (first) {
        write(term);
      } else if (bare(term) instanceof Expr.Value value && value.value() < 0) {
        text(style.of(" - ", " − "));
        Expr positive = value.negated();
        write(
            term instanceof Expr.Marked(var role, _) ? new Expr.Marked(role, positive) : positive);
      } else {
        text(" + ");
        write(term);
      }
      first = false;
    }
  }

  private void difference(Expr.Difference difference) {
    // Terms are long, and what is left of one is read as one thing.
    boolean tight = withinTerm && difference.left() instanceof Expr.Constant;
    write(difference.left());
    text(tight ? style.of("-", "−") : style.of(" - ", " − "));
    operand(difference.right(), Binding.SUM);
  }

  /** What a sum runs over: its own terms are in brackets, or the sum would end with the first. */
  private void summand(Expr body) {
    if (bare(body) instanceof Expr.Negative) {
      write(body);
    } else {
      operand(body, Binding.SUM);
    }
  }

  private void product(Expr.Product product) {
    operand(product.left(), Binding.SUM);
    boolean ownPiece = product.join() == Expr.Join.DOT;
    goesOn &= !ownPiece;
    boolean matrices = isMatrix(product.left()) && isMatrix(product.right());
    // What a rule says of entries is said of whole matrices entry by entry.
    text((ownPiece && matrices ? Expr.Join.ENTRYWISE : joining(product)).sign(style));
    goesOn &= !ownPiece;
    // The dot of the product is also that of the place.
    if (!(product.right() instanceof Expr.Slot)) {
      operand(product.right(), Binding.SUM);
    }
  }

  /** Without a dot, the digits of a number would go on with those of the number before it. */
  private static Expr.Join joining(Expr.Product product) {
    boolean close = product.join() == Expr.Join.NONE || product.join() == Expr.Join.BLANK;
    return close && bare(product.right()) instanceof Expr.Value
        ? Expr.Join.COEFFICIENT
        : product.join();
  }

  private void quotient(Expr.Quotient quotient) {
    if (quotient.bar() == Expr.Bar.FRACTION && style == FormulaStyle.TEX) {
      text("\\frac{" + flat(quotient.over()) + "}{" + flat(quotient.under()) + "}");
      return;
    }
    boolean tight =
        quotient.bar() == Expr.Bar.FRACTION
            && isSingle(quotient.over())
            && isSingle(quotient.under());
    first(quotient.over());
    goesOn &= quotient.bar() != Expr.Bar.LAST;
    text(tight ? "/" : sign(quotient));
    operand(quotient.under(), Binding.PRODUCT);
  }

  /** What a rule says of entries is said of whole matrices entry by entry. */
  private String sign(Expr.Quotient quotient) {
    return bare(quotient.under()) instanceof Expr.Whole
        ? style.of(" \\oslash ", " ⊘ ")
        : quotient.bar().sign(style);
  }

  private void square(Expr of) {
    String two = style.of("^2", "²");
    if (of instanceof Expr.Apply(var function, var argument) && !function.bracesInTex()) {
      apply(function, two, argument);
    } else if (style == FormulaStyle.TEX
        && bare(of) instanceof Expr.Entry
        && flat(of).contains("^{(")) {
      // TeX takes no second exponent beside the layer's.
      String braced = "{" + flat(of) + "}";
      if (of instanceof Expr.Marked(var role, _)) {
        piece(braced, role);
      } else {
        text(braced);
      }
      text(two);
    } else {
      operand(of, Binding.PRODUCT);
      text(two);
    }
  }

  private void apply(Function function, String power, Expr argument) {
    String name = function.name(style) + power;
    if (function.standsAround()) {
      text("|");
      alone(argument);
      text("|" + power);
    } else if (function.bracesInTex() && style == FormulaStyle.TEX) {
      text(name + "{" + flat(argument) + "}");
    } else if (function.standsBeforeOne() && isSingle(argument)) {
      text(name + function.gap());
      operand(argument, Binding.PRODUCT);
    } else {
      list(name, List.of(argument));
    }
  }

  private void list(String name, List<Expr> arguments) {
    text(name + "(");
    boolean first = true;
    for (Expr argument : arguments) {
      if (!first) {
        text(style.of(",\\, ", ", "));
      }
      alone(argument);
      first = false;
    }
    text(")");
  }

  /** What has brackets around it already needs none for its sign. */
  private void alone(Expr argument) {
    boolean outside = withinTerm;
    withinTerm &= !(bare(argument) instanceof Expr.Value);
    write(argument);
    withinTerm = outside;
  }

  private String sigma(List<Index.Letter> letters) {
    String over = letters.stream().map(Index.Letter::name).collect(Collectors.joining(","));
    return over.isEmpty()
        ? style.of("\\sum ", "Σ ")
        : style.of("\\sum_{" + over + "} ", "Σ(" + over + ") ");
  }

  // ---- sums ----------------------------------------------------------------------------------

  /**
   * The terms, joined, with an ellipsis for those left out, and what closes the sum around them.
   */
  private void terms(Expr.Terms terms) {
    if (closesActively(terms)) {
      startPart(terms.activeState());
      unbroken = true;
    }
    for (int k = terms.closings().size() - 1; k >= 0; k--) {
      open(terms, k);
    }
    added(terms);
    for (int k = 0; k < terms.closings().size(); k++) {
      close(terms, k);
    }
    unbroken = false;
    startPart(Expr.State.FIXED);
  }

  /** True if the active closing stands on both sides of the sum, which is then a part of it. */
  private static boolean closesActively(Expr.Terms terms) {
    int closing = terms.active() - terms.count();
    return closing >= 0
        && closing < terms.closings().size()
        && terms.closings().get(closing) instanceof Expr.Remainder;
  }

  private void added(Expr.Terms terms) {
    int next = 0;
    for (int t : shown(terms)) {
      if (t > next) {
        ellipsis(terms, next);
      }
      if (t > 0) {
        part(terms.stateOfJoint(t), " + ");
      }
      startPart(terms.state(t));
      withinTerm = true;
      operand(terms.term().apply(t), Binding.SUM);
      withinTerm = false;
      next = t + 1;
    }
    if (next < terms.count()) {
      ellipsis(terms, next);
    }
  }

  /** What a closing writes before the sum. */
  private void open(Expr.Terms terms, int closing) {
    int t = terms.count() + closing;
    switch (terms.closings().get(closing)) {
      case Expr.Division _ -> part(Expr.State.FIXED, "(");
      case Expr.Addition _ -> {}
      case Expr.Remainder(var factor, var minuend) -> {
        startPart(terms.state(t));
        operand(factor, Binding.SUM);
        text(Expr.Join.DOT.sign(style) + "(");
        write(minuend);
        text(style.of(" - ", " − ") + "(");
      }
    }
  }

  /** What it writes behind it. */
  private void close(Expr.Terms terms, int closing) {
    int t = terms.count() + closing;
    switch (terms.closings().get(closing)) {
      case Expr.Division(var divisor) -> {
        part(terms.stateOfJoint(t), ")" + Expr.Bar.LAST.sign(style));
        startPart(terms.state(t));
        operand(divisor, Binding.PRODUCT);
      }
      case Expr.Addition(var term) -> {
        part(terms.stateOfJoint(t), " + ");
        startPart(terms.state(t));
        withinTerm = true;
        operand(term, Binding.SUM);
        withinTerm = false;
      }
      case Expr.Remainder _ -> part(terms.state(t), "))");
    }
  }

  /** Stands for the terms left out from {@code first} on. */
  private void ellipsis(Expr.Terms terms, int first) {
    part(
        terms.state(first), first == 0 ? style.of("\\dots ", "…") : style.of(" + \\dots ", " + …"));
  }

  // ---- pieces and parts ----------------------------------------------------------------------

  private String flat(Expr expr) {
    TreeWriter writer = new TreeWriter(style, names);
    writer.withinTerm = withinTerm;
    writer.write(expr);
    return writer.pieces.stream().map(Piece::text).collect(Collectors.joining());
  }

  private void text(String text) {
    if (text.isEmpty()) {
      return;
    }
    if (goesOn) {
      Piece last = pieces.removeLast();
      pieces.add(new Piece(last.text() + text, last.role()));
    } else {
      pieces.add(new Piece(text, Expr.Role.PLAIN));
    }
    goesOn = true;
  }

  private void piece(String text, Expr.Role role) {
    pieces.add(new Piece(text, role));
    goesOn = false;
  }

  private void part(Expr.State own, String text) {
    startPart(own);
    text(text);
  }

  private void startPart(Expr.State next) {
    if (!unbroken) {
      endPart();
      state = next;
    }
  }

  private void endPart() {
    if (!pieces.isEmpty()) {
      parts.add(new FormulaPart(state, pieces));
      pieces.clear();
      goesOn = false;
    }
  }

  // ---- the shape of trees ----------------------------------------------------------------------

  /** How closely the parts of a tree hold together. */
  private enum Binding {
    SUM,
    PRODUCT,
    WHOLE
  }

  private static Binding binding(Expr expr) {
    return switch (expr) {
      case Expr.Sum _, Expr.Difference _, Expr.Negative _ -> Binding.SUM;
      case Expr.Product _, Expr.Quotient _ -> Binding.PRODUCT;
      case Expr.Shown shown -> binding(shown.of());
      case Expr.Entry _,
          Expr.Whole _,
          Expr.Slot _,
          Expr.Constant _,
          Expr.Value _,
          Expr.Blank _,
          Expr.Named _,
          Expr.Square _,
          Expr.Apply _,
          Expr.Largest _,
          Expr.Test _,
          Expr.Call _,
          Expr.Picked _,
          Expr.Series _,
          Expr.Terms _ ->
          Binding.WHOLE;
    };
  }

  /** The tree without what only says how it is shown. */
  private static Expr bare(Expr expr) {
    return expr instanceof Expr.Shown shown ? bare(shown.of()) : expr;
  }

  /** True for a whole matrix, or what is left of one. */
  private static boolean isMatrix(Expr expr) {
    return switch (bare(expr)) {
      case Expr.Whole _ -> true;
      case Expr.Difference(var left, _) -> isMatrix(left);
      default -> false;
    };
  }

  /** True for one letter or one number. */
  private static boolean isSingle(Expr expr) {
    Expr bare = bare(expr);
    return bare instanceof Expr.Entry
        || bare instanceof Expr.Whole
        || bare instanceof Expr.Constant
        || bare instanceof Expr.Value
        || bare instanceof Expr.Blank
        || bare instanceof Expr.Named
        || bare instanceof Expr.Picked;
  }

  /**
   * Which terms of a sum are written: all, or the ends and the neighbours of the active one, or
   * that alone; where a closing is active, and nothing is to be written, none.
   */
  private static List<Integer> shown(Expr.Terms terms) {
    int last = terms.all() - 1;
    int end = terms.count() - 1;
    if (last < terms.most()) {
      return IntStream.rangeClosed(0, end).boxed().toList();
    }
    int active = Math.min(terms.active(), end);
    if (terms.most() <= 2) {
      return terms.most() == 0 && terms.active() > end ? List.of() : List.of(active);
    }
    return IntStream.of(0, active - 1, active, active + 1, last)
        .filter(t -> t >= 0 && t <= end)
        .sorted()
        .distinct()
        .boxed()
        .toList();
  }
}
