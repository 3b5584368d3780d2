package org.gradloom.derivation;

import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.ViewPart;
import org.gradloom.matrix.Cell;
import org.gradloom.rule.Probabilities;
import org.gradloom.text.Message;
import org.jspecify.annotations.Nullable;

/** What a step answers, where in the walk it is, and which lines or entries meet in its cell. */
final class Whereabouts {
  private final Step step;
  private final Notation notation;
  private final Cell cell;

  Whereabouts(Step step) {
    this.step = step;
    this.notation = new Notation(step.lesson());
    this.cell = step.cell();
  }

  /** The sample, or where W is concerned the input; the row inside. */
  private int row() {
    return cell.row() + 1;
  }

  /** The neuron, or where X is concerned the input; the column inside. */
  private int column() {
    return cell.column() + 1;
  }

  private int writtenRow() {
    return step.writtenCell().row() + 1;
  }

  private int writtenColumn() {
    return step.writtenCell().column() + 1;
  }

  /** What a neuron is in Z as it is written. */
  Message ofNeuron() {
    return Message.of(step.lesson().convention().samplesAreColumns() ? "noun.row" : "noun.column");
  }

  Message ofSamples() {
    return Message.of(
        step.lesson().convention().samplesAreColumns() ? "noun.columns" : "noun.rows");
  }

  /** What a sample is in the matrices as they are written: a row or a column. */
  Message ofSample() {
    return Message.of(step.lesson().convention().samplesAreColumns() ? "noun.column" : "noun.row");
  }

  Message question() {
    return switch (step.granularity()) {
      case TERM, CELL -> questionOfCell();
      case SAMPLE, MATRIX, PHASE -> Message.of("ask.matrix", notation.plain(step.result()));
    };
  }

  private Message questionOfCell() {
    return switch (step.operation()) {
      case Operation.Product _, Operation.BatchSum _ ->
          step.result().quantity() == MatrixSymbol.Z
              ? Message.of("ask.z", column(), row())
              : Message.of(
                  step.lesson().loss().reduction().divides()
                      ? "ask.gradientOfMean"
                      : "ask.gradient",
                  notation.variable(step.result(), cell));
      case Operation.Activate _ -> Message.of("ask.activate", column(), row());
      case Operation.ActivationGradient _ -> Message.of("ask.gate", column(), row());
      case Operation.Probabilities _ -> Message.of("ask.probability", column(), row());
      case Operation.RowGradient _ ->
          Message.of(
              "ask.rowGate",
              step.section().shape().columns(),
              notation.variable(step.result(), cell));
      case Operation.LossTotal _ -> Message.of(isGiven() ? "ask.lossGiven" : "ask.loss");
      case Operation.LossGradient _ ->
          Message.of(isGiven() ? "ask.lossGradientGiven" : "ask.lossGradient", column(), row());
      case Operation.Update(var parameter, _) ->
          Message.of("ask.update", notation.variable(parameter, cell));
      case Operation.Keep(var parameter) ->
          Message.of("ask.keep", notation.variable(parameter, cell));
    };
  }

  /** True if the loss measures nothing, but stands for what has this upstream gradient. */
  private boolean isGiven() {
    return step.lesson().loss().target() instanceof Target.Upstream;
  }

  Message where() {
    Message phase = Message.of("phase." + step.section().phase().name());
    String matrix = notation.plain(step.result());
    return switch (step.granularity()) {
      case TERM ->
          step.result().quantity() == MatrixSymbol.L
              ? Message.of("where.termOfL", phase, matrix, step.term() + 1, step.terms(), meeting())
              : step.terms() > 1
                  ? Message.of(
                      "where.term",
                      phase,
                      matrix,
                      writtenRow(),
                      writtenColumn(),
                      step.term() + 1,
                      step.terms(),
                      meeting())
                  : Message.of(
                      "where.cell", phase, matrix, writtenRow(), writtenColumn(), meeting());
      case CELL ->
          Message.of("where.cell", phase, matrix, writtenRow(), writtenColumn(), meeting());
      case SAMPLE, MATRIX ->
          step.cover().hides(ViewPart.SYMBOLS)
              ? Message.of("where.matrixCovered", phase, matrix)
              : Message.of("where.matrix", phase, matrix, rule());
      case PHASE -> Message.of("where.phase", phase, matrix);
    };
  }

  /** The matrices of a section as a rule: {@code Xᵀ · dL/dZ}. */
  String rule() {
    return new Captions(step.lesson()).rule(step.section());
  }

  /** The same, as it is read aloud. */
  Message spokenMeeting() {
    return step.operation() instanceof Operation.Product(var left, var right, _)
        ? Message.of("say.lines", writtenRow(), spoken(left), writtenColumn(), spoken(right))
        : meeting();
  }

  private Object spoken(Operation.Factor factor) {
    String name = notation.plain(factor.operand());
    return factor.transposed() ? Message.of("say.transposed", name) : name;
  }

  /** Which lines or entries meet in the cell. */
  Message meeting() {
    return switch (step.operation()) {
      case Operation.Product(var left, var right, var addends) ->
          step.isAddend(step.term()) && step.granularity() == Granularity.TERM
              ? last(addends.get(step.term() - step.section().products()))
              : Message.of(
                  "meet.lines",
                  writtenRow(),
                  notation.plain(left),
                  writtenColumn(),
                  notation.plain(right));
      case Operation.RowGradient(var outputs, var upstream, _) ->
          Message.of(
              "meet.rows", row(), notation.plain(outputs), notation.plain(upstream), ofSample());
      case Operation.BatchSum(var summed, boolean ofRows) ->
          Message.of(ofRows ? "meet.row" : "meet.column", column(), notation.plain(summed));
      case Operation.Activate(var input, var activation, var mask) ->
          masked(
              Message.of(
                  "meet.activate",
                  notation.entry(input, cell),
                  Message.of("activation." + activation.documentName())),
              mask);
      case Operation.ActivationGradient(var upstream, var input, _, var mask) ->
          masked(
              Message.of("meet.gate", notation.result(upstream, cell), notation.entry(input, cell)),
              mask);
      case Operation.Probabilities(var logits, var rule) ->
          rule == Probabilities.SOFTMAX
              ? Message.of("meet.softmax", row(), notation.plain(logits), ofSample())
              : Message.of("meet.sigmoid", notation.entry(logits, cell));
      case Operation.LossTotal(var outputs, var compared) ->
          switch (step.role(step.term())) {
            case DIVISION ->
                Message.of(
                    "meet.divide." + step.lesson().loss().reduction().documentName(),
                    step.lesson().loss().divisor(step.lesson().outputs()));
            case PENALTY -> Message.of("meet.penalty", whichPenalty());
            case ADDED, BIAS, CLOSING ->
                isGiven()
                    ? Message.of("meet.weight", notation.plain(outputs), notation.plain(compared))
                    : Message.of("meet.compare", notation.plain(outputs), notation.plain(compared));
          };
      case Operation.LossGradient(var outputs, var compared) ->
          isGiven()
              ? Message.of("meet.given", notation.plain(compared))
              : Message.of("meet.compare", notation.plain(outputs), notation.plain(compared));
      case Operation.Update(var parameter, var gradient) ->
          Message.of(
              "meet.update", notation.entry(parameter, cell), notation.result(gradient, cell));
      case Operation.Keep(var parameter) ->
          Message.of("meet.keep", notation.entry(parameter, cell));
    };
  }

  private Message masked(Message meeting, @Nullable Operand mask) {
    return mask == null ? meeting : Message.of("meet.masked", meeting, notation.entry(mask, cell));
  }

  /** What is added last, after the lines have met. */
  private Message last(Operation.Addend addend) {
    return switch (addend) {
      case Operation.Bias(var bias) -> Message.of("meet.bias", notation.variable(bias, cell));
      case Operation.Penalty(var weights, _) ->
          Message.of("meet.decay", notation.variable(weights, cell), whichPenalty());
    };
  }

  /** Which penalty this is: the only one, the first of two, or the last. */
  private int whichPenalty() {
    return step.lesson().loss().penalties().size() < 2 ? 0 : step.isLastTerm() ? 2 : 1;
  }
}
