package org.gradloom.derivation;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Repetition;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.L1;
import org.gradloom.rule.L2;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Probabilities;
import org.gradloom.rule.WeightPenalty;
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

  /** With the one sentence about probabilities that are made twice, where they are. */
  Message why() {
    boolean told =
        step.result().quantity() == MatrixSymbol.P
            || step.operation() instanceof Operation.RowGradient;
    Optional<Message> twice = told ? Repetition.in(step.lesson()) : Optional.empty();
    return twice.map(sentence -> Message.of("why.and", own(), sentence)).orElseGet(this::own);
  }

  private Message own() {
    return switch (step.granularity()) {
      case TERM -> step.hidesSomething() ? whyCovered() : whyTerm();
      case CELL ->
          step.operation() instanceof Operation.Sum sum && step.terms() > 1
              ? step.hidesSum(step.term()) ? whyCovered() : whyCell(sum)
              : step.hidesSomething() ? whyCovered() : whyTerm();
      case SAMPLE, MATRIX, PHASE ->
          Message.of(
              step.section().shape().size() == 1 ? "why.matrixOfOne" : "why.matrix",
              notation.plain(step.result()),
              whereabouts.rule(),
              step.section().shape().size(),
              step.terms());
    };
  }

  /** Nothing of the numbers, not even which of them is 0 or too high. */
  private Message whyCovered() {
    return Message.of("why.covered", notation.result(step.result(), cell), whereabouts.meeting());
  }

  /** A whole sum at once: how many products it has, what they come to, and why they add up. */
  private Message whyCell(Operation.Sum operation) {
    String name = notation.variable(step.result(), cell);
    int terms = step.terms();
    String sum = number(step.runningSum());
    return switch (operation) {
      case Operation.Product(var left, var right, _) ->
          switch (step.result().quantity()) {
            case Z ->
                Message.of(
                    "why.wholeZ",
                    name,
                    terms,
                    sum,
                    step.writtenCell().row() + 1,
                    inWords(left),
                    step.writtenCell().column() + 1,
                    inWords(right));
            case DW ->
                Message.of(
                    step.isAddend(terms - 1) ? "why.wholeDWPenalty" : "why.wholeDW",
                    name,
                    step.section().products(),
                    sum,
                    outputsOfColumn());
            case DX -> Message.of("why.wholeDX", name, terms, sum, whereabouts.ofSample(), row());
            case X, W, B, MASK, A, P, L, UPSTREAM, TARGETS, LABELS, DA, DZ, DB, W_NEXT, B_NEXT ->
                throw new IllegalStateException(step.result() + " is no product");
          };
      case Operation.BatchSum _ ->
          Message.of("why.wholeDB", name, terms, sum, whereabouts.ofNeuron(), column());
      case Operation.LossTotal _ -> Message.of("why.wholeL", sum);
      case Operation.RowGradient _ -> Message.of("why.wholeDZ", name, terms, sum, row(), column());
    };
  }

  /** A factor of Z as a learner thinks of it. */
  private static Message inWords(Operation.Factor factor) {
    if (factor.operand().quantity() != MatrixSymbol.W) {
      return Message.of("why.inputs");
    }
    return Message.of(factor.transposed() ? "why.weightsTurned" : "why.weights");
  }

  /** The term, with what dz is short for where the walk meets the first of its kind. */
  private Message whyTerm() {
    Message term = step.term() > 0 && isLikeThoseBefore() ? whatItAdds() : whatItMeans();
    return firstGradient()
        .map(read ->
            Message.of(
                "why.introduced",
                term,
                notation.entry(read.operand(), read.cell()),
                notation.result(read.operand(), read.cell())))
        .orElse(term);
  }

  /** The gradient entry that this step reads, if no step before it reads any. */
  private Optional<Step.Read> firstGradient() {
    int last = step.lesson().lastLayer();
    boolean first =
        cell.equals(new Cell(0, 0))
            && step.term() == 0
            && step.result().layer() == last
            && (step.operation() instanceof Operation.ActivationGradient
                || step.operation() instanceof Operation.RowGradient
                || (step.result().quantity() == MatrixSymbol.DW
                    && step.lesson().layers().get(last).activation() == Elementwise.IDENTITY));
    return first
        ? step.reads().stream().filter(read -> read.operand().quantity().isGradient()).findFirst()
        : Optional.empty();
  }

  /** True unless the term is one of its kind or told from logits, which explain themselves. */
  private boolean isLikeThoseBefore() {
    return step.role(step.term()) == TermRole.ADDED
        && !(step.operation() instanceof Operation.LossTotal
            && LogitTerm.of(step, step.term()).isPresent());
  }

  /** A later term of a sum, which the first one has explained. */
  private Message whatItAdds() {
    if (step.operation() instanceof Operation.LossTotal) {
      return Message.of(
          "why.moreL",
          step.left().orElseThrow().cell().row() + 1,
          entry(step.left()),
          value(step.left()),
          number(step.term(step.term())),
          soFar());
    }
    if (step.operation() instanceof Operation.BatchSum(var summed, _)) {
      return Message.of("why.moreDB", step.term() + 1, seen(of(summed)), soFar());
    }
    String key =
        switch (step.result().quantity()) {
          case Z -> "why.moreZ";
          case DW -> "why.moreDW";
          case DX -> "why.moreDX";
          case DZ -> "why.moreDZ";
          case X, W, B, MASK, A, P, L, UPSTREAM, TARGETS, LABELS, DA, DB, W_NEXT, B_NEXT ->
              throw new IllegalStateException(step.result() + " is no sum of products");
        };
    return Message.of(
        key,
        step.term() + 1,
        entry(step.left()),
        value(step.left()),
        entry(step.right()),
        value(step.right()),
        number(step.term(step.term())),
        soFar());
  }

  private Message whatItMeans() {
    return switch (step.operation()) {
      case Operation.Product _ ->
          switch (step.result().quantity()) {
            case Z -> whyForward();
            case DW -> whyWeight();
            case DX -> whyInput();
            case X, W, B, MASK, A, P, L, UPSTREAM, TARGETS, LABELS, DA, DZ, DB, W_NEXT, B_NEXT ->
                throw new IllegalStateException(step.result() + " is no product");
          };
      case Operation.BatchSum(var summed, _) ->
          Message.of(
              "why.bias",
              notation.variable(step.result(), cell),
              column(),
              step.term() + 1,
              seen(of(summed)),
              whereabouts.ofNeuron(),
              soFar());
      case Operation.Activate(_, var activation, var mask) ->
          mask == null ? whyActivate(activation) : whyMasked(activation);
      case Operation.ActivationGradient(_, var input, var activation, var mask) ->
          mask == null ? whyGate(input, activation) : whyMaskedGate(activation);
      case Operation.Probabilities(_, var rule) -> whyProbability(rule);
      case Operation.RowGradient _ -> whyRow();
      case Operation.LossTotal _ -> whyLoss();
      case Operation.LossGradient _ -> whyLossGradient();
      case Operation.Update _ -> whyUpdate();
      case Operation.Keep(var parameter) ->
          Message.of("why.frozen", notation.entry(parameter, cell), number(step.term(0)));
    };
  }

  private Message whyForward() {
    if (step.isAddend(step.term())) {
      return Message.of(
          "why.zBias",
          entry(step.right()),
          value(step.right()),
          column(),
          number(step.runningSum()));
    }
    Step.Read input = of(new Operand(step.result().layer(), MatrixSymbol.X));
    Step.Read weight = of(new Operand(step.result().layer(), MatrixSymbol.W));
    return Message.of(
        zero(input) ? "why.zNoInput" : zero(weight) ? "why.zNoWeight" : "why.z",
        row(),
        seen(input),
        seen(weight),
        number(step.term(step.term())),
        notation.variable(step.result(), cell));
  }

  private Message whyWeight() {
    if (step.isAddend(step.term())) {
      return whyPenalty(step.penalty(step.term()));
    }
    int sample = step.term() + 1;
    Step.Read input = of(new Operand(step.result().layer(), MatrixSymbol.X));
    Step.Read blame = of(new Operand(step.result().layer(), MatrixSymbol.DZ));
    Message contribution =
        Message.of(
            zero(input) ? "why.dWZeroInput" : zero(blame) ? "why.dWZeroBlame" : "why.dW",
            sample,
            seen(input),
            seen(blame),
            number(step.term(step.term())),
            notation.variable(step.result(), cell));
    boolean isPenalized = step.isAddend(step.terms() - 1);
    return Message.of(
        step.lesson().samples() == 1
            ? isPenalized ? "why.dWOnePenalty" : "why.dWOne"
            : isPenalized ? "why.dWManyPenalty" : "why.dWMany",
        contribution,
        notation.variable(step.result(), cell),
        outputsOfColumn());
  }

  private Message whyPenalty(WeightPenalty penalty) {
    return Message.of(
        switch (penalty) {
          case L2 l2 -> l2.perRow() ? "why.dWPenaltyPerRow" : "why.dWPenalty";
          case L1 _ -> zero(step.right().orElseThrow()) ? "why.dWNoSign" : "why.dWSign";
        },
        entry(step.right()),
        value(step.right()),
        number(
            switch (penalty) {
              case L2 l2 -> l2.half() ? l2.lambda() : 2 * l2.lambda();
              case L1 l1 -> l1.lambda();
            }),
        number(step.term(step.term())),
        notation.variable(step.result(), cell),
        number(step.runningSum()),
        step.lesson().samples(),
        step.isLastTerm() ? 1 : 0);
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
        seen(of(new Operand(step.result().layer(), MatrixSymbol.W))),
        seen(of(new Operand(step.result().layer(), MatrixSymbol.DZ))),
        number(step.term(step.term())),
        row(),
        whereabouts.ofSamples());
  }

  private Message whyActivate(Elementwise activation) {
    double z = step.value(step.left().orElseThrow());
    return Message.of(
        RuleSentences.value(activation, z), entry(step.left()), number(z), number(step.term(0)));
  }

  /** Dropout beside g: the unit is kept for this sample and made larger, or it is dropped. */
  private Message whyMasked(Elementwise activation) {
    Step.Read mask = step.mask().orElseThrow();
    return Message.of(
        zero(mask) ? "why.dropped" : "why.kept",
        entry(step.left()),
        value(step.left()),
        entry(step.mask()),
        value(step.mask()),
        number(activation.value(step.value(step.left().orElseThrow()))),
        notation.entry(step.result(), cell),
        number(step.term(0)),
        row(),
        column());
  }

  private Message whyMaskedGate(Elementwise activation) {
    Step.Read mask = step.mask().orElseThrow();
    return Message.of(
        zero(mask) ? "why.droppedGate" : "why.keptGate",
        value(step.left()),
        entry(step.mask()),
        value(step.mask()),
        number(activation.slope(step.value(step.right().orElseThrow()))),
        number(step.term(0)),
        row(),
        column());
  }

  private Message whyGate(Operand input, Elementwise activation) {
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

  /** A row's Jacobian: one output after the other, and then what is left for this z. */
  private Message whyRow() {
    int outputs = step.lesson().outputs().columns();
    if (step.role(step.term()) != TermRole.CLOSING) {
      return Message.of(
          "why.rowProduct",
          entry(step.left()),
          value(step.left()),
          entry(step.right()),
          value(step.right()),
          number(step.term(step.term())),
          number(step.runningSum()),
          outputs);
    }
    Loss loss = step.lesson().loss();
    Message left =
        Message.of(
            "why.rowClosing",
            entry(step.left()),
            value(step.left()),
            entry(step.right()),
            value(step.right()),
            number(step.runningSum(step.term() - 1)),
            number(step.runningSum()));
    return loss.kind() == LossKind.CROSS_ENTROPY
            && !step.cover().hidesSomeOf(step.lesson().lossInput())
        ? Message.of(
            loss.reduction().divides() ? "why.rowCollapsesMean" : "why.rowCollapses",
            left,
            value(step.left()),
            number(loss.target().at(cell.row(), cell.column())),
            loss.divisor(step.lesson().outputs()),
            number(step.runningSum()))
        : left;
  }

  private Message whyProbability(Probabilities rule) {
    return Message.of(
        rule == Probabilities.SOFTMAX ? "why.softmax" : "why.sigmoidOutput",
        entry(step.left()),
        value(step.left()),
        number(step.term(0)),
        row(),
        column(),
        whereabouts.ofSample());
  }

  private Message whyLoss() {
    Loss loss = step.lesson().loss();
    return switch (step.role(step.term())) {
      case DIVISION ->
          Message.of(
              "why." + loss.reduction().documentName(),
              step.lesson().samples(),
              number(step.runningSum()),
              step.lesson().outputs().columns());
      case PENALTY ->
          Message.of(
              switch (step.penalty(step.term())) {
                case L2 _ -> "why.penalty";
                case L1 _ -> "why.penaltyOfSizes";
              },
              number(step.penalty(step.term()).lambda()),
              number(step.term(step.term())),
              number(step.runningSum()),
              step.isLastTerm() ? 1 : 0);
      case ADDED, BIAS, CLOSING -> whyLossTerm(loss);
    };
  }

  private Message whyLossTerm(Loss loss) {
    return Message.of(
        LogitTerm.of(step, step.term()).isPresent()
            ? "why.lossSure"
            : RuleSentences.of(loss.kind(), loss.form()).term(),
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
    boolean given = loss.target() instanceof Target.Upstream;
    double target = loss.target().at(cell.row(), cell.column());
    String key =
        given ? "why.gradientGiven" : RuleSentences.of(loss.kind(), loss.form()).gradient(target);
    Message gradient =
        Message.of(
            key,
            given ? notation.result(step.result(), cell) : entry(step.left()),
            given ? "" : value(step.left()),
            number(step.term(0)),
            divided(loss),
            Message.of(
                step.term(0) > 0
                    ? "why.tooHigh"
                    : step.term(0) < 0 ? "why.tooLow" : "why.justRight"),
            number(target));
    // Where it is 0 nothing was divided.
    return loss.reduction().divides() && step.term(0) != 0
        ? Message.of("why.noFurther", gradient)
        : gradient;
  }

  /** That the gradient was divided, and by how much. */
  private Object divided(Loss loss) {
    return switch (loss.reduction()) {
      case SUM -> "";
      case MEAN -> Message.of("why.bySamples", step.lesson().samples());
      case MEAN_ALL -> Message.of("why.byEntries", step.lesson().outputs().size());
    };
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

  /** What the active term reads of a matrix, on whichever side it stands. */
  private Step.Read of(Operand operand) {
    return step.reads().stream()
        .filter(read -> read.operand().equals(operand))
        .findFirst()
        .orElseThrow();
  }

  /** An entry with its number, in the colour of the side where it stands. */
  private Message seen(Step.Read read) {
    return Message.of(
        step.left().filter(read::equals).isPresent() ? "why.left" : "why.right",
        notation.entry(read.operand(), read.cell()),
        number(step.value(read)));
  }

  private boolean zero(Step.Read read) {
    return step.value(read) == 0;
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
