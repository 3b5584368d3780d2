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
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Probabilities;
import org.gradloom.rule.Reduction;
import org.gradloom.text.Message;

/** Why a step is as it is, in one or two sentences that speak of its numbers. */
final class Reason {
  private final Step step;
  private final Notation notation;
  private final Cell cell;
  private final Whereabouts whereabouts;

  Reason(Step step, Whereabouts whereabouts) {
    this.step = step;
    this.notation = new Notation(step.lesson());
    this.cell = step.cell();
    this.whereabouts = whereabouts;
  }

  private int row() {
    return cell.row() + 1;
  }

  private int column() {
    return cell.column() + 1;
  }

  Message why() {
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
              whereabouts.rule(),
              step.section().shape().size(),
              step.terms());
    };
  }

  /** Nothing of the numbers, not even which of them is 0 or too high. */
  private Message whyCovered() {
    return Message.of("why.covered", notation.variable(step.result(), cell), whereabouts.meeting());
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
      case Operation.ActivationGradient(_, var input, var activation) -> whyGate(input, activation);
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
        IntStream.range(0, samples <= 5 ? samples : 4)
            .mapToObj(k -> notation.entry(z, new Cell(k, cell.column())))
            .collect(Collectors.joining(", "));
    return samples <= 5
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
    return Message.of(
        RuleSentences.value(activation, z), entry(step.left()), number(z), number(step.term(0)));
  }

  private Message whyGate(Operand input, Activation activation) {
    double z = step.value(step.right().orElseThrow());
    double slope = activation.slope(z);
    return Message.of(
        RuleSentences.slope(activation, slope),
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
    return Message.of(
        LogitTerm.of(step, step.term()).isPresent()
            ? "why.lossSure"
            : RuleSentences.of(step.lesson().loss().kind()).term(),
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
    String key =
        RuleSentences.of(loss.kind()).gradient()
            + (loss.reduction() == Reduction.MEAN ? "Mean" : "");
    return loss.target() instanceof Target.Upstream
        ? Message.of(
            key,
            notation.result(step.result(), cell),
            number(step.term(0)),
            step.lesson().samples())
        : Message.of(
            key,
            entry(step.left()),
            value(step.left()),
            number(step.term(0)),
            step.lesson().samples(),
            Message.of(
                step.term(0) > 0
                    ? "why.tooHigh"
                    : step.term(0) < 0 ? "why.tooLow" : "why.justRight"));
  }

  private Message whyUpdate() {
    double gradient = step.value(step.right().orElseThrow());
    Optimizer optimizer = step.lesson().optimizer();
    return Message.of(
        RuleSentences.step(optimizer, gradient),
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
    return read.map(r -> step.entry(r).text()).orElse("");
  }

  private static String number(double value) {
    return Numbers.format(value);
  }
}
