package org.gradloom.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.gradloom.derivation.Formula.Part;
import org.gradloom.derivation.Formula.Piece;
import org.gradloom.derivation.Formula.Role;
import org.gradloom.derivation.Formula.State;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.Activation;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Probabilities;
import org.gradloom.rule.Reduction;

/** Writes the formula of one step. */
final class FormulaWriter {
  /** A sum of more terms shows only its ends and the neighbours of the active one. */
  private static final int MOST_TERMS = 6;

  private static final String SMALL = "₀₁₂₃₄₅₆₇₈₉ᵢⱼₖ⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾, ";

  /** Beyond so many characters a line of numbers is told shorter. */
  private static final int LONGEST_LINE = 64;

  /**
   * Beyond it the exponentials of softmax are shown as they are computed: divided by e to the max.
   */
  private static final double LARGEST_EXPONENT = 20;

  private final Step step;
  private final Notation notation;

  FormulaWriter(Step step, Notation notation) {
    this.step = step;
    this.notation = notation;
  }

  Formula write() {
    return switch (step.operation()) {
      case Operation.Product product -> product(product);
      case Operation.ColumnSum sum -> columnSum(sum);
      case Operation.Activate activate -> activate(activate);
      case Operation.ActivationGradient gate -> gate(gate);
      case Operation.Probabilities probabilities -> probabilities(probabilities);
      case Operation.LossTotal total -> lossTotal(total);
      case Operation.LossGradient gradient -> lossGradient(gradient);
      case Operation.Update update -> update(update);
    };
  }

  // ---- sums -------------------------------------------------------------------------------------

  private Formula product(Operation.Product product) {
    String summed =
        switch (step.result().quantity()) {
          case Z -> "i";
          case DX -> "j";
          case DW -> "k";
          case X, W, B, A, P, L, UPSTREAM, TARGETS, LABELS, DA, DZ, DB, W_NEXT, B_NEXT ->
              throw new IllegalStateException(step.result() + " is no product");
        };
    List<Piece> general = new ArrayList<>();
    general.add(sigma(summed));
    general.add(general(product.left(), index(step.cell().row()), summed, Role.LEFT));
    general.add(text("\\,", "·"));
    general.add(general(product.right(), summed, index(step.cell().column()), Role.RIGHT));
    if (product.bias() != null) {
      general.add(text(" + ", " + "));
      general.add(entry(product.bias(), new Cell(0, step.cell().column()), Role.PLAIN));
    }
    return sum(fixed(general), this::symbolsOfProduct, this::numbersOfProduct);
  }

  /** A factor's entry with one letter for the index that is summed over. */
  private Piece general(Operation.Factor factor, String row, String column, Role role) {
    Operand operand = factor.operand();
    String r = factor.transposed() ? column : row;
    String c = factor.transposed() ? row : column;
    return new Piece(notation.resultTex(operand, r, c), notation.generic(operand, r, c), role);
  }

  private List<Piece> symbolsOfProduct(int t) {
    List<Piece> pieces = new ArrayList<>();
    step.left(t)
        .ifPresent(left -> {
          pieces.add(entry(left.operand(), left.cell(), Role.LEFT));
          pieces.add(times());
        });
    step.right(t)
        .ifPresent(right ->
            pieces.add(
                entry(right.operand(), right.cell(), step.isBias(t) ? Role.PLAIN : Role.RIGHT)));
    return pieces;
  }

  private List<Piece> numbersOfProduct(int t) {
    List<Piece> pieces = new ArrayList<>();
    step.left(t)
        .ifPresent(left -> {
          pieces.add(factor(step.value(left), Role.LEFT));
          pieces.add(times());
        });
    step.right(t)
        .ifPresent(right ->
            pieces.add(factor(step.value(right), step.isBias(t) ? Role.PLAIN : Role.RIGHT)));
    return pieces;
  }

  private Formula columnSum(Operation.ColumnSum sum) {
    String column = index(step.cell().column());
    List<Piece> general =
        List.of(
            sigma("k"),
            new Piece(
                notation.resultTex(sum.summed(), "k", column),
                notation.generic(sum.summed(), "k", column),
                Role.RIGHT));
    return sum(fixed(general), this::symbolsOfProduct, this::numbersOfProduct);
  }

  private Formula lossTotal(Operation.LossTotal total) {
    Loss loss = step.lesson().loss();
    String u = notation.entryTex(total.outputs(), "k", "j");
    String v = notation.entryTex(total.compared(), "k", "j");
    String up = notation.generic(total.outputs(), "k", "j");
    String vp = notation.generic(total.compared(), "k", "j");
    List<Piece> general = new ArrayList<>();
    if (loss.reduction() == Reduction.MEAN) {
      general.add(text("\\frac{1}{N}", "1/N "));
    }
    switch (loss.kind()) {
      case GIVEN -> {
        general.add(sigma("k,j"));
        general.add(new Piece(u, up, Role.LEFT));
        general.add(times());
        general.add(new Piece(v, vp, Role.RIGHT));
      }
      case SQUARED_ERROR -> {
        general.add(sigma("k,j"));
        general.add(text("\\tfrac{1}{2}(", "½("));
        general.add(new Piece(u, up, Role.LEFT));
        general.add(text(" - ", " − "));
        general.add(new Piece(v, vp, Role.RIGHT));
        general.add(text(")^2", ")²"));
      }
      case SOFTMAX_CROSS_ENTROPY -> {
        general.add(sigma("k"));
        general.add(text("-\\ln ", "−ln "));
        general.add(new Piece("p_{k,y_k}", "p(k, y(k))", Role.LEFT));
      }
      case SIGMOID_CROSS_ENTROPY -> {
        general.add(sigma("k,j"));
        general.add(text("-", "−"));
        general.add(new Piece(v, vp, Role.RIGHT));
        general.add(text("\\ln ", " ln "));
        general.add(new Piece(u, up, Role.LEFT));
        general.add(text(" - (1 - ", " − (1 − "));
        general.add(new Piece(v, vp, Role.RIGHT));
        general.add(text(")\\ln(1 - ", ") ln(1 − "));
        general.add(new Piece(u, up, Role.LEFT));
        general.add(text(")", ")"));
      }
    }
    return sum(fixed(general), this::symbolsOfLoss, this::numbersOfLoss);
  }

  private List<Piece> symbolsOfLoss(int t) {
    if (step.isDivision(t)) {
      return List.of(text("N", "N"));
    }
    Step.Read left = step.left(t).orElseThrow();
    Step.Read right = step.right(t).orElseThrow();
    return termOfLoss(
        entry(left.operand(), left.cell(), Role.LEFT),
        entry(right.operand(), right.cell(), Role.RIGHT));
  }

  private List<Piece> numbersOfLoss(int t) {
    if (step.isDivision(t)) {
      return List.of(number(step.term(t), Role.PLAIN));
    }
    Step.Read left = step.left(t).orElseThrow();
    Step.Read right = step.right(t).orElseThrow();
    return termOfLoss(factor(step.value(left), Role.LEFT), factor(step.value(right), Role.RIGHT));
  }

  private List<Piece> termOfLoss(Piece output, Piece compared) {
    return switch (step.lesson().loss().kind()) {
      case GIVEN -> List.of(output, times(), compared);
      case SQUARED_ERROR ->
          List.of(
              text("\\tfrac{1}{2}(", "½("),
              output,
              text(" - ", " − "),
              compared,
              text(")^2", ")²"));
      case SOFTMAX_CROSS_ENTROPY -> List.of(text("(-\\ln ", "(−ln "), output, text(")", ")"));
      case SIGMOID_CROSS_ENTROPY ->
          List.of(
              text("(-", "(−"),
              compared,
              text("\\ln ", " ln "),
              output,
              text(" - (1-", " − (1−"),
              compared,
              text(")\\ln(1-", ") ln(1−"),
              output,
              text("))", "))"));
    };
  }

  private Formula sum(
      List<Part> general, IntFunction<List<Piece>> symbols, IntFunction<List<Piece>> numbers) {
    int last = step.terms() - 1;
    List<Part> result =
        List.of(new Part(State.FIXED, List.of(number(step.runningSum(), Role.RESULT))));
    List<Part> values = new ArrayList<>(values());
    values.addAll(result);
    List<Part> written = terms(numbers, step.term(), wide() ? 2 : MOST_TERMS);
    // Long numbers leave room for fewer of them; what they come to is never left out.
    if (length(written) + length(values) > LONGEST_LINE) {
      values = result;
    }
    double room = LONGEST_LINE - length(values);
    List<Part> symbolic = terms(symbols, last, wide() ? 1 : MOST_TERMS);
    return new Formula(
        resultParts(),
        general,
        shortened(symbolic, symbols, last, LONGEST_LINE - length(general)),
        shortened(written, numbers, step.term(), room),
        values,
        last - step.term());
  }

  /** The same terms, fewer of them written out the less room there is. */
  private List<Part> shortened(
      List<Part> written, IntFunction<List<Piece>> write, int last, double room) {
    List<Part> shorter = written;
    for (int most = MOST_TERMS / 2; most > 0 && length(shorter) > room; most--) {
      shorter = terms(write, last, most);
    }
    return shorter;
  }

  /** About how wide it will be set, in letters; small raised and lowered ones take half as much. */
  private static double length(List<Part> parts) {
    return Formula.plain(parts).chars().mapToDouble(c -> SMALL.indexOf(c) < 0 ? 1 : 0.4).sum();
  }

  /** The values of the terms so far, joined by their signs, where there are a few of them. */
  private List<Part> values() {
    List<Part> values = new ArrayList<>();
    if (step.term() > 0 && step.term() < MOST_TERMS && hasFactors()) {
      if (step.isDivision(step.term())) {
        values.add(new Part(State.FIXED, List.of(text("(", "("))));
      }
      for (int t = 0; t <= step.term(); t++) {
        values.add(new Part(State.FIXED, signed(t)));
      }
      values.add(new Part(State.FIXED, List.of(text(" = ", " = "))));
    }
    return values;
  }

  /** True if a term is so long that only the active one fits. */
  private boolean wide() {
    return step.operation() instanceof Operation.LossTotal
        && step.lesson().loss().kind() == LossKind.SIGMOID_CROSS_ENTROPY;
  }

  /** True if the value of a term differs from what the numbers line shows of it. */
  private boolean hasFactors() {
    return !(step.operation() instanceof Operation.ColumnSum);
  }

  /** The terms up to {@code last}, joined, with an ellipsis for those left out. */
  private List<Part> terms(IntFunction<List<Piece>> write, int last, int most) {
    boolean divided = step.isDivision(last);
    int lastAdded = divided ? last - 1 : last;
    List<Part> parts = new ArrayList<>();
    if (divided) {
      parts.addAll(fixed(List.of(text("(", "("))));
    }
    int next = 0;
    for (int t : shown(lastAdded, most)) {
      if (t > next) {
        parts.add(ellipsis(next));
      }
      if (t > 0) {
        parts.add(joint(t, text(" + ", " + ")));
      }
      parts.add(new Part(state(t), write.apply(t)));
      next = t + 1;
    }
    if (next <= lastAdded) {
      parts.add(ellipsis(next));
    }
    if (divided) {
      parts.add(joint(last, text(")\\,/\\, ", ") / ")));
      parts.add(new Part(state(last), write.apply(last)));
    }
    return parts;
  }

  /** Stands for the terms left out from {@code first} on. */
  private Part ellipsis(int first) {
    return new Part(
        state(first), List.of(first == 0 ? text("\\dots ", "…") : text(" + \\dots ", " + …")));
  }

  /** What joins term {@code t} to those before. */
  private Part joint(int t, Piece sign) {
    return new Part(t > step.term() ? State.AHEAD : State.FIXED, List.of(sign));
  }

  private List<Integer> shown(int last, int most) {
    if (last < most) {
      return IntStream.rangeClosed(0, last).boxed().toList();
    }
    int active = Math.min(step.term(), last);
    if (most <= 2) {
      return List.of(active);
    }
    return IntStream.of(0, active - 1, active, active + 1, last)
        .filter(t -> t >= 0 && t <= last)
        .sorted()
        .distinct()
        .boxed()
        .toList();
  }

  private State state(int t) {
    if (t == step.term()) {
      // A whole cell has no term of its own to point at.
      return step.granularity() == Granularity.TERM ? State.ACTIVE : State.DONE;
    }
    return t < step.term() ? State.DONE : State.AHEAD;
  }

  /** The value of a term with the sign that joins it to those before. */
  private List<Piece> signed(int t) {
    double value = step.term(t);
    if (step.isDivision(t)) {
      return List.of(text(")\\,/\\,", ") / "), number(value, Role.PLAIN));
    }
    if (t == 0) {
      return List.of(number(value, Role.PLAIN));
    }
    boolean negative = value < 0;
    return List.of(
        text(negative ? " - " : " + ", negative ? " − " : " + "),
        number(Math.abs(value), Role.PLAIN));
  }

  // ---- made at one stroke -----------------------------------------------------------------------

  private Formula activate(Operation.Activate activate) {
    double z = step.value(step.left().orElseThrow());
    List<Piece> general =
        List.of(text("g(", "g("), entry(activate.input(), Role.LEFT), text(")", ")"));
    return stroke(
        general,
        applied(activate.activation(), entry(activate.input(), Role.LEFT)),
        applied(activate.activation(), number(z, Role.LEFT)));
  }

  private static List<Piece> applied(Activation activation, Piece z) {
    return switch (activation) {
      case IDENTITY -> List.of(z);
      case RELU -> List.of(text("\\max(0,\\, ", "max(0, "), z, text(")", ")"));
      case LEAKY_RELU ->
          List.of(
              text("\\max(", "max("),
              z,
              text(",\\, 0.01\\cdot ", ", 0.01·"),
              inBrackets(z),
              text(")", ")"));
      case SIGMOID -> List.of(text("\\sigma(", "σ("), z, text(")", ")"));
      case TANH -> List.of(text("\\tanh(", "tanh("), z, text(")", ")"));
    };
  }

  private Formula gate(Operation.ActivationGradient gate) {
    Piece upstream = entry(gate.upstream(), Role.LEFT);
    Piece z = entry(gate.input(), Role.RIGHT);
    double zValue = step.value(step.right().orElseThrow());
    List<Piece> general =
        List.of(
            new Piece(
                notation.resultTex(gate.upstream(), step.cell()),
                notation.result(gate.upstream(), step.cell()),
                Role.LEFT),
            times(),
            text("g'(", "g′("),
            z,
            text(")", ")"));
    List<Piece> symbols = new ArrayList<>(List.of(upstream, times()));
    symbols.addAll(slope(gate.activation(), z));
    return stroke(
        general,
        symbols,
        List.of(
            factor(step.value(step.left().orElseThrow()), Role.LEFT),
            times(),
            factor(gate.activation().slope(zValue), Role.RIGHT)));
  }

  private static List<Piece> slope(Activation activation, Piece z) {
    return switch (activation) {
      case IDENTITY -> List.of(text("1", "1"));
      case RELU -> List.of(text("[", "["), z, text(" > 0]", " > 0]"));
      case LEAKY_RELU ->
          List.of(
              text("([", "(["),
              z,
              text(" > 0] + 0.01\\,[", " > 0] + 0.01·["),
              z,
              text(" \\leq 0])", " ≤ 0])"));
      case SIGMOID ->
          List.of(
              text("\\sigma(", "σ("), z, text(")(1 - \\sigma(", ")(1 − σ("), z, text("))", "))"));
      case TANH -> List.of(text("(1 - \\tanh^2(", "(1 − tanh²("), z, text("))", "))"));
    };
  }

  private static List<Piece> inverseOfOnePlusExp(Piece z) {
    return List.of(text("1/(1 + \\exp(-", "1/(1 + exp(−"), z, text("))", "))"));
  }

  private Formula probabilities(Operation.Probabilities probabilities) {
    Operand logits = probabilities.logits();
    double z = step.value(step.left().orElseThrow());
    if (step.lesson().loss().kind().probabilities() == Probabilities.SOFTMAX) {
      return softmax(logits, z);
    }
    return stroke(
        applied(Activation.SIGMOID, entry(logits, Role.LEFT)),
        inverseOfOnePlusExp(entry(logits, Role.LEFT)),
        inverseOfOnePlusExp(factor(z, Role.LEFT)));
  }

  private Formula softmax(Operand logits, double z) {
    Matrix all = step.trace().matrix(logits);
    int row = step.cell().row();
    double max = Probabilities.rowMaximum(all, row);
    // Where the exponentials themselves are ordinary numbers a learner can follow them.
    double shift = Math.abs(max) <= LARGEST_EXPONENT ? 0 : max;
    return stroke(
        List.of(shareOfExponentials(logits, 0)),
        shift == 0 ? List.of() : List.of(shareOfExponentials(logits, shift)),
        List.of(
            number(Math.exp(z - shift), Role.LEFT),
            text("\\,/\\,", " / "),
            number(Probabilities.sumOfExponentials(all, row, shift), Role.PLAIN)));
  }

  /** eᶻ over the sum of its row, every exponent lowered by the shift. */
  private Piece shareOfExponentials(Operand logits, double shift) {
    String row = index(step.cell().row());
    Piece own = entry(logits, Role.LEFT);
    String less = shift == 0 ? "" : " − " + Numbers.asFactor(shift);
    String lessTex = less.replace(Numbers.MINUS, '-');
    return new Piece(
        "\\frac{e^{"
            + own.tex()
            + lessTex
            + "}}{\\sum_{j} e^{"
            + notation.entryTex(logits, row, "j")
            + lessTex
            + "}}",
        "exp("
            + own.plain()
            + less
            + ") / Σ(j) exp("
            + notation.generic(logits, row, "j")
            + less
            + ")",
        Role.LEFT);
  }

  private Formula lossGradient(Operation.LossGradient gradient) {
    Loss loss = step.lesson().loss();
    Step.Read compared = step.right().orElseThrow();
    boolean mean = loss.reduction() == Reduction.MEAN;
    List<Piece> symbols = new ArrayList<>();
    List<Piece> numbers = new ArrayList<>();
    if (loss.target() instanceof Target.Upstream) {
      symbols.add(entry(compared.operand(), compared.cell(), Role.RIGHT));
      numbers.add(number(step.value(compared), Role.RIGHT));
    } else {
      String open = mean ? "(" : "";
      String close = mean ? ")" : "";
      double output = step.value(step.left().orElseThrow());
      Piece right = entry(compared.operand(), compared.cell(), Role.RIGHT);
      double rightValue = step.value(compared);
      if (loss.target() instanceof Target.Labels) {
        int own = step.cell().column() + 1;
        right =
            new Piece(
                "[" + right.tex() + " = " + own + "]",
                "[" + right.plain() + " = " + own + "]",
                Role.RIGHT);
        rightValue = rightValue == own ? 1 : 0;
      }
      symbols.addAll(
          List.of(
              text(open, open),
              entry(gradient.outputs(), Role.LEFT),
              text(" - ", " − "),
              right,
              text(close, close)));
      numbers.addAll(
          List.of(
              text(open, open),
              number(output, Role.LEFT),
              text(" - ", " − "),
              factor(rightValue, Role.RIGHT),
              text(close, close)));
    }
    if (mean) {
      symbols.add(text("\\,/\\, N", " / N"));
      numbers.add(text("\\,/\\,", " / "));
      numbers.add(number(step.lesson().samples(), Role.PLAIN));
    }
    return stroke(List.of(), symbols, numbers);
  }

  private Formula update(Operation.Update update) {
    Piece parameter = entry(update.parameter(), Role.LEFT);
    Piece gradient =
        new Piece(
            notation.resultTex(update.gradient(), step.cell()),
            notation.result(update.gradient(), step.cell()),
            Role.RIGHT);
    double w = step.value(step.left().orElseThrow());
    Optimizer optimizer = step.lesson().optimizer();
    Piece eta = text("\\eta", "η");
    Piece rate = number(optimizer.learningRate(), Role.PLAIN);
    Piece before = number(w, Role.LEFT);
    return switch (optimizer) {
      case Optimizer.Sgd _ ->
          stroke(
              List.of(parameter, text(" - ", " − "), eta, times(), gradient),
              List.of(),
              List.of(
                  before, text(" - ", " − "), rate, times(), factor(step.direction(), Role.RIGHT)));
      case Optimizer.Momentum _ ->
          stroke(
              List.of(
                  parameter,
                  text(" - ", " − "),
                  eta,
                  text("(\\mu v + ", "(μ·v + "),
                  gradient,
                  text(")", ")")),
              List.of(),
              List.of(
                  before, text(" - ", " − "), rate, times(), factor(step.direction(), Role.RIGHT)));
      case Optimizer.Adam _ ->
          stroke(
              List.of(
                  parameter,
                  text(" - ", " − "),
                  eta,
                  text("\\,\\hat m / (\\sqrt{\\hat v} + \\varepsilon)", "·m̂/(√v̂ + ε)")),
              List.of(),
              List.of(
                  before, text(" - ", " − "), rate, times(), factor(step.direction(), Role.RIGHT)));
    };
  }

  /** A formula without a sum: rule, symbols and numbers of the one stroke, and its value. */
  private Formula stroke(List<Piece> general, List<Piece> symbols, List<Piece> numbers) {
    State state = step.granularity() == Granularity.TERM ? State.ACTIVE : State.DONE;
    return new Formula(
        resultParts(),
        general.isEmpty() ? List.of() : fixed(general),
        symbols.isEmpty() ? List.of() : List.of(new Part(State.FIXED, symbols)),
        List.of(new Part(state, numbers)),
        fixed(List.of(number(step.term(0), Role.RESULT))),
        0);
  }

  // ---- pieces -----------------------------------------------------------------------------------

  private List<Part> resultParts() {
    return fixed(
        List.of(
            new Piece(
                notation.resultTex(step.result(), step.cell()),
                notation.result(step.result(), step.cell()),
                Role.RESULT)));
  }

  private static List<Part> fixed(List<Piece> pieces) {
    return List.of(new Part(State.FIXED, pieces));
  }

  private Piece entry(Operand operand, Role role) {
    return entry(operand, step.cell(), role);
  }

  private Piece entry(Operand operand, Cell cell, Role role) {
    return new Piece(notation.entryTex(operand, cell), notation.entry(operand, cell), role);
  }

  private static Piece sigma(String letters) {
    return text("\\sum_{" + letters + "} ", "Σ(" + letters + ") ");
  }

  private static Piece times() {
    return text("\\cdot ", "·");
  }

  private static Piece text(String tex, String plain) {
    return new Piece(tex, plain, Role.PLAIN);
  }

  private static Piece number(double value, Role role) {
    String plain = Numbers.format(value);
    return new Piece(tex(plain), plain, role);
  }

  /** A number in brackets where its sign would meet an operator. */
  private static Piece factor(double value, Role role) {
    String plain = Numbers.asFactor(value);
    return new Piece(tex(plain), plain, role);
  }

  private static Piece inBrackets(Piece number) {
    return number.plain().charAt(0) == Numbers.MINUS
        ? new Piece("(" + number.tex() + ")", "(" + number.plain() + ")", number.role())
        : number;
  }

  private static String tex(String number) {
    String tex = number.replace(Numbers.MINUS, '-').replace("∞", "\\infty ");
    int e = tex.indexOf('e');
    if (e < 0) {
      return "{" + tex + "}";
    }
    String exponent = tex.substring(e + 1);
    boolean bracketed = exponent.endsWith(")");
    String power = bracketed ? exponent.substring(0, exponent.length() - 1) : exponent;
    return "{" + tex.substring(0, e) + "\\cdot 10^{" + power + "}" + (bracketed ? ")" : "") + "}";
  }

  private static String index(int fromZero) {
    return Integer.toString(fromZero + 1);
  }
}
