package org.gradloom.derivation;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.Activation;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Probabilities;
import org.gradloom.rule.Reduction;
import org.gradloom.text.Message;

/**
 * What is said of a step. Sentences may carry the marks of {@link org.gradloom.text.Markup}.
 *
 * @param question what this cell answers
 * @param where phase, matrix, cell and term, and the lines that meet
 * @param why one or two sentences that speak of these numbers
 */
public record Narration(Message question, Message where, Message why) {

  public static Narration of(Step step) {
    return new Teller(step).tell();
  }

  /** The name and the two lines of a cell, for a screen reader that arrives at it. */
  public static Message spoken(Step step) {
    return Message.of(
        step.operation() instanceof Operation.Product ? "say.cell" : "say.cellMade",
        new Notation(step.lesson()).plain(step.result()),
        step.cell().row() + 1,
        step.cell().column() + 1,
        step.hidesSum(step.term()) ? Message.of("say.covered") : spokenNumber(step.runningSum()),
        new Teller(step).spokenMeeting());
  }

  /** A number as it is read aloud: {@code minus 6}. */
  public static Object spokenNumber(double value) {
    String text = Numbers.format(value);
    return text.charAt(0) == Numbers.MINUS ? Message.of("say.minus", text.substring(1)) : text;
  }

  /** Says one step. */
  private static final class Teller {
    private final Step step;
    private final Notation notation;
    private final Cell cell;

    Teller(Step step) {
      this.step = step;
      this.notation = new Notation(step.lesson());
      this.cell = step.cell();
    }

    Narration tell() {
      return new Narration(question(), where(), why());
    }

    private int row() {
      return cell.row() + 1;
    }

    private int column() {
      return cell.column() + 1;
    }

    private Message question() {
      return switch (step.granularity()) {
        case TERM, CELL -> questionOfCell();
        case MATRIX, PHASE -> Message.of("ask.matrix", notation.plain(step.result()));
      };
    }

    private Message questionOfCell() {
      return switch (step.operation()) {
        case Operation.Product _, Operation.ColumnSum _ ->
            step.result().quantity() == MatrixSymbol.Z
                ? Message.of("ask.z", column(), row())
                : Message.of(
                    step.lesson().loss().reduction() == Reduction.MEAN
                        ? "ask.gradientOfMean"
                        : "ask.gradient",
                    notation.variable(step.result(), cell));
        case Operation.Activate _ -> Message.of("ask.activate", column(), row());
        case Operation.ActivationGradient _ -> Message.of("ask.gate", column(), row());
        case Operation.Probabilities _ -> Message.of("ask.probability", column(), row());
        case Operation.LossTotal _ -> Message.of("ask.loss");
        case Operation.LossGradient _ -> Message.of("ask.lossGradient", column(), row());
        case Operation.Update(var parameter, _) ->
            Message.of("ask.update", notation.variable(parameter, cell));
      };
    }

    private Message where() {
      Message phase = Message.of("phase." + step.section().phase().name());
      String matrix = notation.plain(step.result());
      return switch (step.granularity()) {
        case TERM ->
            step.result().quantity() == MatrixSymbol.L
                ? Message.of(
                    "where.termOfL", phase, matrix, step.term() + 1, step.terms(), meeting())
                : step.terms() > 1
                    ? Message.of(
                        "where.term",
                        phase,
                        matrix,
                        row(),
                        column(),
                        step.term() + 1,
                        step.terms(),
                        meeting())
                    : Message.of("where.cell", phase, matrix, row(), column(), meeting());
        case CELL -> Message.of("where.cell", phase, matrix, row(), column(), meeting());
        case MATRIX -> Message.of("where.matrix", phase, matrix, rule());
        case PHASE -> Message.of("where.phase", phase, matrix);
      };
    }

    /** The matrices of a section as a rule: {@code Xᵀ · dL/dZ}. */
    private String rule() {
      return new Captions(step.lesson()).rule(step.section());
    }

    /** The same, as it is read aloud. */
    Message spokenMeeting() {
      return step.operation() instanceof Operation.Product(var left, var right, _)
          ? Message.of("say.lines", row(), spoken(left), column(), spoken(right))
          : meeting();
    }

    private Object spoken(Operation.Factor factor) {
      String name = notation.plain(factor.operand());
      return factor.transposed() ? Message.of("say.transposed", name) : name;
    }

    /** Which lines or entries meet in the cell. */
    Message meeting() {
      return switch (step.operation()) {
        case Operation.Product(var left, var right, _) ->
            step.isBias(step.term()) && step.granularity() == Granularity.TERM
                ? Message.of(
                    "meet.bias",
                    notation.variable(new Operand(step.result().layer(), MatrixSymbol.B), cell))
                : Message.of(
                    "meet.lines", row(), notation.plain(left), column(), notation.plain(right));
        case Operation.ColumnSum(var summed) ->
            Message.of("meet.column", column(), notation.plain(summed));
        case Operation.Activate(var input, var activation) ->
            Message.of(
                "meet.activate",
                notation.entry(input, cell),
                Message.of("activation." + activation.documentName()));
        case Operation.ActivationGradient(var upstream, var input, _) ->
            Message.of("meet.gate", notation.result(upstream, cell), notation.entry(input, cell));
        case Operation.Probabilities(var logits) ->
            step.lesson().loss().kind().probabilities() == Probabilities.SOFTMAX
                ? Message.of("meet.softmax", row(), notation.plain(logits))
                : Message.of("meet.sigmoid", notation.entry(logits, cell));
        case Operation.LossTotal(var outputs, var compared) ->
            step.isDivision(step.term())
                ? Message.of("meet.divide", step.lesson().samples())
                : step.lesson().loss().target() instanceof Target.Upstream
                    ? Message.of("meet.weight", notation.plain(outputs), notation.plain(compared))
                    : Message.of("meet.compare", notation.plain(outputs), notation.plain(compared));
        case Operation.LossGradient(var outputs, var compared) ->
            step.lesson().loss().target() instanceof Target.Upstream
                ? Message.of("meet.given", notation.plain(compared))
                : Message.of("meet.compare", notation.plain(outputs), notation.plain(compared));
        case Operation.Update(var parameter, var gradient) ->
            Message.of(
                "meet.update", notation.entry(parameter, cell), notation.result(gradient, cell));
      };
    }

    private Message why() {
      return switch (step.granularity()) {
        case TERM -> step.hidesSomething() ? whyCovered() : whyTerm();
        case CELL ->
            step.isSum() && step.terms() > 1
                ? step.hidesSum(step.term()) ? whyCovered() : whyCell()
                : step.hidesSomething() ? whyCovered() : whyTerm();
        case MATRIX, PHASE ->
            Message.of(
                "why.matrix",
                notation.plain(step.result()),
                rule(),
                step.section().shape().size(),
                step.terms());
      };
    }

    /** Nothing of the numbers, not even which of them is 0 or too high. */
    private Message whyCovered() {
      return Message.of("why.covered", notation.variable(step.result(), cell), meeting());
    }

    /** A whole sum at once: how many products it has, what they come to, and why they add up. */
    private Message whyCell() {
      String key =
          switch (step.result().quantity()) {
            case Z -> "why.wholeZ";
            case DW -> "why.wholeDW";
            case DB -> "why.wholeDB";
            case DX -> "why.wholeDX";
            case L -> "why.wholeL";
            case X, W, B, A, P, UPSTREAM, TARGETS, LABELS, DA, DZ, W_NEXT, B_NEXT ->
                throw new IllegalStateException(step.result() + " is no sum");
          };
      return Message.of(
          key,
          notation.variable(step.result(), cell),
          step.terms(),
          number(step.runningSum()),
          row(),
          column(),
          step.result().quantity() == MatrixSymbol.DW ? outputsOfColumn() : "");
    }

    private Message whyTerm() {
      return switch (step.operation()) {
        case Operation.Product _ ->
            switch (step.result().quantity()) {
              case Z -> whyForward();
              case DW -> whyWeight();
              case DX -> whyInput();
              case X, W, B, A, P, L, UPSTREAM, TARGETS, LABELS, DA, DZ, DB, W_NEXT, B_NEXT ->
                  throw new IllegalStateException(step.result() + " is no product");
            };
        case Operation.ColumnSum _ ->
            Message.of(
                "why.bias",
                notation.variable(step.result(), cell),
                column(),
                step.term() + 1,
                entry(step.right()),
                value(step.right()),
                soFar());
        case Operation.Activate(_, var activation) -> whyActivate(activation);
        case Operation.ActivationGradient(_, var input, var activation) ->
            whyGate(input, activation);
        case Operation.Probabilities _ -> whyProbability();
        case Operation.LossTotal _ -> whyLoss();
        case Operation.LossGradient _ -> whyLossGradient();
        case Operation.Update _ -> whyUpdate();
      };
    }

    private Message whyForward() {
      if (step.isBias(step.term())) {
        return Message.of(
            "why.zBias",
            entry(step.right()),
            value(step.right()),
            column(),
            number(step.runningSum()));
      }
      return Message.of(
          zero(step.left()) ? "why.zNoInput" : zero(step.right()) ? "why.zNoWeight" : "why.z",
          row(),
          entry(step.left()),
          value(step.left()),
          entry(step.right()),
          value(step.right()),
          number(step.term(step.term())),
          notation.variable(step.result(), cell));
    }

    private Message whyWeight() {
      int sample = step.term() + 1;
      Message contribution =
          Message.of(
              zero(step.left())
                  ? "why.dWZeroInput"
                  : zero(step.right()) ? "why.dWZeroBlame" : "why.dW",
              sample,
              entry(step.left()),
              value(step.left()),
              entry(step.right()),
              value(step.right()),
              number(step.term(step.term())),
              notation.variable(step.result(), cell));
      return Message.of(
          step.terms() == 1 ? "why.dWOne" : "why.dWMany",
          contribution,
          notation.variable(step.result(), cell),
          outputsOfColumn());
    }

    /** {@code z₁₂, z₂₂, … z₄₂}: what a weight reaches the loss through. */
    private String outputsOfColumn() {
      Operand z = new Operand(step.result().layer(), MatrixSymbol.Z);
      int samples = step.lesson().samples();
      String first =
          IntStream.range(0, Math.min(samples, 4))
              .mapToObj(k -> notation.entry(z, new Cell(k, cell.column())))
              .collect(Collectors.joining(", "));
      return samples <= 4
          ? first
          : first + " … " + notation.entry(z, new Cell(samples - 1, cell.column()));
    }

    private Message whyInput() {
      return Message.of(
          step.term(step.term()) == 0 ? "why.dXZero" : "why.dX",
          notation.variable(step.result(), cell),
          step.term() + 1,
          entry(step.right()),
          value(step.right()),
          entry(step.left()),
          value(step.left()),
          number(step.term(step.term())),
          row());
    }

    private Message whyActivate(Activation activation) {
      double z = step.value(step.left().orElseThrow());
      double a = step.term(0);
      return switch (activation) {
        case IDENTITY -> throw new IllegalStateException("Identity is no step");
        case RELU ->
            Message.of(z > 0 ? "why.reluOpen" : "why.reluShut", entry(step.left()), number(z));
        case LEAKY_RELU ->
            Message.of(
                z > 0 ? "why.reluOpen" : "why.leakyShut", entry(step.left()), number(z), number(a));
        case SIGMOID, TANH ->
            Message.of(
                "why." + activation.documentName(), entry(step.left()), number(z), number(a));
      };
    }

    private Message whyGate(Operand input, Activation activation) {
      double z = step.value(step.right().orElseThrow());
      double slope = activation.slope(z);
      String key =
          switch (activation) {
            case IDENTITY -> throw new IllegalStateException("Identity is no step");
            case RELU -> slope == 0 ? "why.gateShut" : "why.gateOpen";
            case LEAKY_RELU -> slope == 1 ? "why.gateOpen" : "why.gateSlope";
            case SIGMOID, TANH -> "why.gateSlope";
          };
      return Message.of(
          key,
          notation.entry(input, cell),
          number(z),
          number(slope),
          value(step.left()),
          number(step.term(0)),
          row(),
          column());
    }

    private Message whyProbability() {
      return Message.of(
          step.lesson().loss().kind().probabilities() == Probabilities.SOFTMAX
              ? "why.softmax"
              : "why.sigmoidOutput",
          entry(step.left()),
          value(step.left()),
          number(step.term(0)),
          row(),
          column());
    }

    private Message whyLoss() {
      if (step.isDivision(step.term())) {
        return Message.of("why.mean", step.lesson().samples(), number(step.runningSum()));
      }
      String key =
          switch (step.lesson().loss().kind()) {
            case GIVEN -> "why.lossGiven";
            case SQUARED_ERROR -> "why.lossSquared";
            case SOFTMAX_CROSS_ENTROPY -> "why.lossSoftmax";
            case SIGMOID_CROSS_ENTROPY -> "why.lossSigmoid";
          };
      return Message.of(
          key,
          entry(step.left()),
          value(step.left()),
          entry(step.right()),
          value(step.right()),
          number(step.term(step.term())),
          soFar());
    }

    /** What the terms come to: so far, or at the end. */
    private Message soFar() {
      return Message.of(step.isLastTerm() ? "why.inAll" : "why.soFar", number(step.runningSum()));
    }

    private Message whyLossGradient() {
      Loss loss = step.lesson().loss();
      String mean = loss.reduction() == Reduction.MEAN ? "Mean" : "";
      return switch (loss.kind()) {
        case GIVEN ->
            Message.of(
                "why.gradientGiven" + mean,
                notation.result(step.result(), cell),
                number(step.term(0)),
                step.lesson().samples());
        case SQUARED_ERROR, SIGMOID_CROSS_ENTROPY, SOFTMAX_CROSS_ENTROPY ->
            Message.of(
                (loss.kind() == LossKind.SQUARED_ERROR
                        ? "why.gradientSquared"
                        : "why.gradientEntropy")
                    + mean,
                entry(step.left()),
                value(step.left()),
                number(step.term(0)),
                step.lesson().samples(),
                Message.of(
                    step.term(0) > 0
                        ? "why.tooHigh"
                        : step.term(0) < 0 ? "why.tooLow" : "why.justRight"));
      };
    }

    private Message whyUpdate() {
      double gradient = step.value(step.right().orElseThrow());
      Optimizer optimizer = step.lesson().optimizer();
      String key =
          switch (optimizer) {
            case Optimizer.Sgd _ ->
                gradient == 0
                    ? "why.updateStill"
                    : gradient > 0 ? "why.updateDown" : "why.updateUp";
            case Optimizer.Momentum _ -> "why.updateMomentum";
            case Optimizer.Adam _ -> "why.updateAdam";
          };
      return Message.of(
          key,
          entry(step.left()),
          value(step.left()),
          number(step.term(0)),
          number(gradient),
          number(optimizer.learningRate()),
          number(step.direction()));
    }

    private boolean zero(Optional<Step.Read> read) {
      return read.isPresent() && step.value(read.get()) == 0;
    }

    private String entry(Optional<Step.Read> read) {
      return read.map(r -> notation.entry(r.operand(), r.cell())).orElse("");
    }

    private String value(Optional<Step.Read> read) {
      return read.map(r -> number(step.value(r))).orElse("");
    }

    private static String number(double value) {
      return Numbers.format(value);
    }
  }
}
