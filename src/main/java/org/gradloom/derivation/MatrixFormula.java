package org.gradloom.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gradloom.formula.Expr;
import org.gradloom.formula.FormulaPart;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.formula.Piece;
import org.gradloom.formula.Renderer;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Probabilities;
import org.gradloom.rule.TargetForm;
import org.gradloom.rule.WeightPenalty;
import org.jspecify.annotations.Nullable;

/** The rules of a walk as trees about whole matrices. */
public record MatrixFormula(Lesson lesson) {
  /** Of the weights of more layers, a penalty names the first and the last. */
  private static final int MOST_LAYERS = 3;

  /** The right side of a section's equation: {@code Xᵀ · dL/dZ}. */
  public Expr of(Section section) {
    return switch (section.operation()) {
      case Operation.Product(var left, var right, var addends) ->
          plus(
              new Expr.Product(Expr.Join.MATRIX, whole(left), whole(right)),
              addends.stream().map(this::of).toList());
      case Operation.BatchSum(var summed, boolean ofRows) ->
          ofRows
              ? new Expr.Product(
                  Expr.Join.MATRIX, whole(summed), new Expr.Named("1", "1", new Expr.Slot()))
              : new Expr.Product(
                  Expr.Join.MATRIX, new Expr.Named("1^{T}", "1ᵀ", new Expr.Slot()), whole(summed));
      case Operation.Activate(var input, _, var mask) -> masked(call("g", "g", whole(input)), mask);
      case Operation.ActivationGradient(var upstream, var input, _, var mask) ->
          new Expr.Product(
              Expr.Join.ENTRYWISE, masked(whole(upstream), mask), call("g'", "g′", whole(input)));
      case Operation.Probabilities(var logits, var rule) -> probabilities(rule, whole(logits));
      case Operation.RowGradient(var outputs, var upstream, var activation) ->
          activation.gradientFormula(
              whole(outputs),
              whole(upstream),
              sumOfSample(new Expr.Product(Expr.Join.ENTRYWISE, whole(outputs), whole(upstream))));
      case Operation.LossTotal(var outputs, var compared) ->
          penalized(divided(call("\\mathrm{loss}", "loss", whole(outputs), whole(compared))));
      case Operation.LossGradient(var outputs, var compared) ->
          divided(lesson.loss().kind().gradientFormula(whole(outputs), target(whole(compared))));
      case Operation.Update(var parameter, var gradient) -> {
        Optimizer optimizer = lesson.optimizer();
        yield optimizer.stepOfMatrix(
            whole(parameter),
            optimizer.directionFormula(new Expr.Slot(), new Expr.Slot(), 1, whole(gradient)));
      }
      case Operation.Keep(var parameter) -> whole(parameter);
    };
  }

  /** The same with the rules themselves in the place of g, g′ and the loss. */
  public Expr written(Section section) {
    return switch (section.operation()) {
      case Operation.Activate(var input, var activation, var mask) ->
          masked(entrywise(activation.formula(whole(input))), mask);
      case Operation.ActivationGradient(var upstream, var input, var activation, var mask) ->
          new Expr.Product(
              Expr.Join.ENTRYWISE,
              masked(whole(upstream), mask),
              entrywise(activation.slopeFormula(whole(input))));
      case Operation.LossTotal(var outputs, var compared) ->
          penalized(divided(entrywise(summed(lossTerm(whole(outputs), whole(compared))))));
      case Operation.Product _,
          Operation.BatchSum _,
          Operation.Probabilities _,
          Operation.RowGradient _,
          Operation.Keep _,
          Operation.LossGradient _,
          Operation.Update _ ->
          of(section);
    };
  }

  /** Entry by entry times the mask of dropout, if there is one. */
  private static Expr masked(Expr matrix, @Nullable Operand mask) {
    return mask == null ? matrix : new Expr.Product(Expr.Join.ENTRYWISE, matrix, whole(mask));
  }

  /** A term of L about whole matrices. */
  private Expr lossTerm(Expr outputs, Expr compared) {
    TargetForm form = lesson.loss().form();
    return lesson
        .loss()
        .kind()
        .termFormula(
            form,
            form == TargetForm.LABELS ? new Expr.Picked(outputs, compared) : outputs,
            compared);
  }

  /** A rule of entries said of matrices: what it multiplies is multiplied entry by entry. */
  static Expr entrywise(Expr rule) {
    return switch (rule) {
      case Expr.Product(var join, var left, var right) ->
          new Expr.Product(
              isOfMatrices(left) && isOfMatrices(right) ? Expr.Join.ENTRYWISE : join,
              entrywise(left),
              entrywise(right));
      case Expr.Sum(var terms) -> new Expr.Sum(terms.stream().map(t -> entrywise(t)).toList());
      case Expr.Difference(var left, var right) ->
          new Expr.Difference(entrywise(left), entrywise(right));
      case Expr.Negative(var of) -> new Expr.Negative(entrywise(of));
      case Expr.Series(var letters, var body) -> new Expr.Series(letters, entrywise(body));
      case Expr.Quotient(var bar, var over, var under) ->
          new Expr.Quotient(bar, entrywise(over), entrywise(under));
      case Expr.Marked(var role, var of) -> new Expr.Marked(role, entrywise(of));
      case Expr.Folded _,
          Expr.Stroke _,
          Expr.Entry _,
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
          Expr.Terms _ ->
          rule;
    };
  }

  /** True unless it is one number, the same for all entries. */
  private static boolean isOfMatrices(Expr factor) {
    return !(factor instanceof Expr.Constant || factor instanceof Expr.Named);
  }

  private Expr of(Operation.Addend addend) {
    return switch (addend) {
      case Operation.Bias(var bias) -> whole(bias);
      case Operation.Penalty(var weights, var rule) ->
          rule.gradientFormula(rule.rate(), whole(weights), samples());
    };
  }

  /** L with the penalties on the weights of all layers. */
  private Expr penalized(Expr ofOutputs) {
    return plus(ofOutputs, lesson.loss().penalties().stream().map(this::penalty).toList());
  }

  private static Expr plus(Expr first, List<Expr> others) {
    return others.isEmpty()
        ? first
        : new Expr.Sum(Stream.concat(Stream.of(first), others.stream()).toList());
  }

  private Expr penalty(WeightPenalty penalty) {
    List<Expr> sums = new ArrayList<>();
    for (int l = 0; l <= lesson.lastLayer(); l++) {
      sums.add(
          new Expr.Series(List.of(), penalty.costFormula(whole(new Operand(l, MatrixSymbol.W)))));
    }
    if (sums.size() > MOST_LAYERS) {
      sums.subList(1, sums.size() - 1).clear();
      sums.add(1, new Expr.Named("\\dots ", "…", new Expr.Slot()));
    }
    return penalty.formula(
        penalty.rate(), sums.size() == 1 ? sums.getFirst() : new Expr.Sum(sums), samples());
  }

  private static Expr probabilities(Probabilities rule, Expr logits) {
    return switch (rule) {
      case NONE -> throw new IllegalStateException("No probabilities");
      case SOFTMAX -> call("\\mathrm{softmax}", "softmax", logits);
      case SIGMOID -> Elementwise.SIGMOID.formula(logits);
    };
  }

  private Expr target(Expr compared) {
    return lesson.loss().form() == TargetForm.LABELS
        ? call("\\mathrm{onehot}", "onehot", compared)
        : compared;
  }

  /** The one place where 1/N lives. */
  private Expr divided(Expr whole) {
    return lesson.loss().reduction().divides()
        ? new Expr.Quotient(Expr.Bar.WHOLE, whole, divisor())
        : whole;
  }

  /** What the loss is divided by: N, or N·M for a mean over all entries. */
  Expr divisor() {
    return switch (lesson.loss().reduction()) {
      case SUM -> new Expr.Constant(1);
      case MEAN -> samples();
      case MEAN_ALL ->
          Expr.Product.of(
              samples(), new Expr.Named("M", "M", new Expr.Constant(lesson.outputs().columns())));
    };
  }

  private Expr samples() {
    return new Expr.Named("N", "N", new Expr.Constant(lesson.samples()));
  }

  private static Expr whole(Operation.Factor factor) {
    return new Expr.Whole(factor.operand(), factor.transposed());
  }

  private static Expr whole(Operand operand) {
    return new Expr.Whole(operand, false);
  }

  /** Added over the outputs of each sample, which is a row or a column as the course writes it. */
  private Expr sumOfSample(Expr summed) {
    return lesson.convention().samplesAreColumns()
        ? call("\\mathrm{colsum}", "colsum", summed)
        : call("\\mathrm{rowsum}", "rowsum", summed);
  }

  private static Expr call(String tex, String plain, Expr... arguments) {
    return new Expr.Call(tex, plain, List.of(arguments), null);
  }

  // ---- around the matrices of the stage --------------------------------------------------------

  /** An activation with a dot in the place of its argument: {@code max(0, ·)}. */
  public String sign(Elementwise activation) {
    return plain().text(activation.formula(new Expr.Slot()));
  }

  /** What a penalty on weights adds to their gradient: {@code λ·W}. */
  public String sign(Operation.Penalty penalty) {
    return sign(penalty, FormulaStyle.PLAIN);
  }

  /** The same in a style. */
  String sign(Operation.Penalty penalty, FormulaStyle style) {
    return new Renderer(style, new Notation(lesson)).text(of(penalty));
  }

  /** What it adds to L: {@code ½λ Σ W²}. */
  public String sign(WeightPenalty penalty) {
    return plain().text(penalty(penalty));
  }

  /** What makes probabilities of the matrix before it. */
  public String sign(Probabilities probabilities) {
    return switch (probabilities) {
      case NONE -> throw new IllegalStateException("No probabilities");
      case SOFTMAX -> "softmax";
      case SIGMOID -> sign(Elementwise.SIGMOID);
    };
  }

  /** What stands between a parameter and the gradient that moves it: {@code − 0.1 · v ←}. */
  public String sign(Optimizer optimizer) {
    return Numbers.MINUS
        + " "
        + Numbers.format(optimizer.learningRate())
        + switch (optimizer) {
          case Optimizer.Sgd _ -> " ·";
          case Optimizer.Momentum _ -> " · v ←";
          // Without ε, which the equation above it has: the stage is for matrices.
          case Optimizer.Adam _ -> " · m̂/√v̂ ←";
        };
  }

  /** L before its division; the two matrices it reads are the pieces on the left and the right. */
  public List<Piece> around(Operation.LossTotal total) {
    Expr outputs = new Expr.Marked(Expr.Role.LEFT, whole(total.outputs()));
    Expr compared = new Expr.Marked(Expr.Role.RIGHT, whole(total.compared()));
    List<Piece> pieces = pieces(summed(lossTerm(outputs, compared)));
    // A rule that reads a matrix twice has no room for it: ℓ stands for the rule.
    return count(pieces, Expr.Role.LEFT) == 1 && count(pieces, Expr.Role.RIGHT) == 1
        ? pieces
        : pieces(summed(call("\\ell", "ℓ", outputs, compared)));
  }

  private static long count(List<Piece> pieces, Expr.Role role) {
    return pieces.stream().filter(piece -> piece.role() == role).count();
  }

  /** The terms added over all entries; a sign or a number before each of them stands before Σ. */
  private static Expr summed(Expr term) {
    return switch (term) {
      case Expr.Negative(var of) -> new Expr.Negative(summed(of));
      case Expr.Product(_, Expr.Constant before, var rest) ->
          new Expr.Product(Expr.Join.BLANK, before, summed(rest));
      default -> new Expr.Series(List.of(), term);
    };
  }

  /** dL/dA, with N as the number it is. */
  public List<Piece> around(Operation.LossGradient gradient) {
    Expr own =
        lesson
            .loss()
            .kind()
            .gradientFormula(
                new Expr.Marked(Expr.Role.LEFT, whole(gradient.outputs())),
                new Expr.Marked(Expr.Role.RIGHT, whole(gradient.compared())));
    return pieces(
        lesson.loss().reduction().divides()
            ? new Expr.Quotient(
                Expr.Bar.LAST, own, new Expr.Value(lesson.loss().divisor(lesson.outputs())))
            : own);
  }

  /** What is written between two matrices is one sign, but for a division, which is a step. */
  private List<Piece> pieces(Expr expr) {
    List<Piece> pieces = new ArrayList<>();
    for (FormulaPart part : plain().parts(expr)) {
      for (Piece piece : part.pieces()) {
        boolean goesOn =
            !pieces.isEmpty()
                && pieces.getLast().role() == Expr.Role.PLAIN
                && piece.role() == Expr.Role.PLAIN
                && !piece.text().startsWith(Expr.Bar.LAST.sign(FormulaStyle.PLAIN));
        pieces.add(
            goesOn ? new Piece(pieces.removeLast().text() + piece.text(), Expr.Role.PLAIN) : piece);
      }
    }
    return pieces;
  }

  private Renderer plain() {
    return new Renderer(FormulaStyle.PLAIN, new Notation(lesson));
  }
}
