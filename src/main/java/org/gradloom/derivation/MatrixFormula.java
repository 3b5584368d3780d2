package org.gradloom.derivation;

import java.util.ArrayList;
import java.util.List;
import org.gradloom.formula.Expr;
import org.gradloom.formula.FormulaPart;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.formula.Operand;
import org.gradloom.formula.Piece;
import org.gradloom.formula.Renderer;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.Activation;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Probabilities;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.TargetForm;

/** The rules of a walk as trees about whole matrices. */
public record MatrixFormula(Lesson lesson) {

  /** The right side of a section's equation: {@code Xᵀ · dL/dZ}. */
  public Expr of(Section section) {
    return switch (section.operation()) {
      case Operation.Product(var left, var right, var bias) -> {
        Expr product = new Expr.Product(Expr.Join.MATRIX, whole(left), whole(right));
        yield bias == null ? product : Expr.Sum.of(product, whole(bias));
      }
      case Operation.ColumnSum(var summed) ->
          new Expr.Product(
              Expr.Join.MATRIX, new Expr.Named("1^{T}", "1ᵀ", new Expr.Slot()), whole(summed));
      case Operation.Activate(var input, _) -> call("g", "g", whole(input));
      case Operation.ActivationGradient(var upstream, var input, _) ->
          new Expr.Product(Expr.Join.ENTRYWISE, whole(upstream), call("g'", "g′", whole(input)));
      case Operation.Probabilities(var logits) -> probabilities(whole(logits));
      case Operation.LossTotal(var outputs, var compared) ->
          divided(call("\\mathrm{loss}", "loss", whole(outputs), whole(compared)));
      case Operation.LossGradient(var outputs, var compared) ->
          divided(lesson.loss().kind().gradientFormula(whole(outputs), target(whole(compared))));
      case Operation.Update(var parameter, var gradient) -> {
        Optimizer optimizer = lesson.optimizer();
        yield optimizer.stepOfMatrix(
            whole(parameter),
            optimizer.directionFormula(new Expr.Slot(), new Expr.Slot(), 1, whole(gradient)));
      }
    };
  }

  private Expr probabilities(Expr logits) {
    return switch (lesson.loss().kind().probabilities()) {
      case NONE -> throw new IllegalStateException("No probabilities");
      case SOFTMAX -> call("\\mathrm{softmax}", "softmax", logits);
      case SIGMOID -> Activation.SIGMOID.formula(logits);
    };
  }

  private Expr target(Expr compared) {
    return lesson.loss().kind().form() == TargetForm.LABELS
        ? call("\\mathrm{onehot}", "onehot", compared)
        : compared;
  }

  /** The one place where 1/N lives. */
  private Expr divided(Expr whole) {
    return lesson.loss().reduction() == Reduction.MEAN
        ? new Expr.Quotient(
            Expr.Bar.WHOLE, whole, new Expr.Named("N", "N", new Expr.Constant(lesson.samples())))
        : whole;
  }

  private static Expr whole(Operation.Factor factor) {
    return new Expr.Whole(factor.operand(), factor.transposed());
  }

  private static Expr whole(Operand operand) {
    return new Expr.Whole(operand, false);
  }

  private static Expr call(String tex, String plain, Expr... arguments) {
    return new Expr.Call(tex, plain, List.of(arguments), null);
  }

  // ---- around the matrices of the stage --------------------------------------------------------

  /** An activation with a dot in the place of its argument: {@code max(0, ·)}. */
  public String sign(Activation activation) {
    return plain().text(activation.formula(new Expr.Slot()));
  }

  /** What makes probabilities of the matrix before it. */
  public String sign(Probabilities probabilities) {
    return switch (probabilities) {
      case NONE -> throw new IllegalStateException("No probabilities");
      case SOFTMAX -> "softmax";
      case SIGMOID -> sign(Activation.SIGMOID);
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
    LossKind kind = lesson.loss().kind();
    Expr term =
        kind.termFormula(
            kind.form() == TargetForm.LABELS ? new Expr.Picked(outputs, compared) : outputs,
            compared);
    List<Piece> pieces = pieces(summed(term));
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
        lesson.loss().reduction() == Reduction.MEAN
            ? new Expr.Quotient(Expr.Bar.LAST, own, new Expr.Value(lesson.samples()))
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
