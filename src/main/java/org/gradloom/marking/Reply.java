package org.gradloom.marking;

import java.util.Optional;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Operation.Factor;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Message;

/**
 * What is said of a wrong method: what was done, in these numbers, and a question about the idea.
 * The right number is never said.
 */
final class Reply {
  private final Asked asked;
  private final Lesson lesson;
  private final Notation notation;
  private final ReplyNames names;

  /** The cell that is spoken of where one has to be, as it is listed. */
  private final Cell cell;

  Reply(Asked asked) {
    this.asked = asked;
    this.lesson = asked.lesson();
    this.notation = new Notation(lesson);
    this.cell = asked.first();
    this.names = new ReplyNames(asked, cell);
  }

  /**
   * The sentences.
   *
   * @param subject what the learner gave
   */
  Message of(Slip slip, Message subject) {
    return switch (slip) {
      case Slip.OfEntries same -> of(same, subject);
      case Slip.OfTerm one -> of(one, subject);
      case Slip.Otherwise other -> of(other, subject);
    };
  }

  // ---- the same with every entry

  private Message of(Slip.OfEntries slip, Message subject) {
    return switch (slip) {
      case Slip.Negated _ ->
          ofShares()
              ? Message.of("mark.negatedShares", subject)
              : Message.of("mark.negated", subject, names.variable());
      case Slip.Transposed _ -> transposed(subject);
      case Slip.WithoutSlope _ -> withoutSlope(subject);
      case Slip.Scaled(double factor, var cause) -> scaled(factor, cause, subject);
    };
  }

  /** True where probabilities less labels are asked for. */
  private boolean ofShares() {
    return lesson.loss().kind().hasProbabilities()
        && asked.section().map(section -> section.operation()).stream()
            .anyMatch(Operation.LossGradient.class::isInstance);
  }

  private Message transposed(Message subject) {
    return asked.isOne()
        ? Message.of(
            "mark.transposedCell", subject, names.entry(cell.transposed()), names.variable())
        : Message.of("mark.transposed", subject, names.variable());
  }

  private Message activation() {
    return Message.of(
        "activation." + lesson.layers().get(asked.operand().layer()).activation().documentName());
  }

  private Message withoutSlope(Message subject) {
    return asked.operand().quantity() == MatrixSymbol.DZ
        ? Message.of("mark.asItArrives", subject, names.matrix(MatrixSymbol.DA), activation())
        : Message.of(
            "mark.withoutSlope",
            subject,
            names.matrix(MatrixSymbol.DA),
            names.matrix(MatrixSymbol.DZ),
            activation());
  }

  private Message scaled(double factor, Slip.Cause cause, Message subject) {
    int samples = lesson.samples();
    int outputs = lesson.outputs().columns();
    boolean mean = lesson.loss().reduction().divides();
    return switch (cause) {
      case DIVIDED_BY_SAMPLES ->
          asked.operand().quantity() == MatrixSymbol.DB
              ? Message.of("mark.meanOfBias", subject, samples)
              : Message.of(mean ? "mark.byN.mean" : "mark.byN.sum", subject, samples);
      case DIVIDED_BY_SAMPLES_TWICE -> Message.of("mark.byNTwice", subject, samples);
      case TIMES_SAMPLES ->
          Message.of(mean ? "mark.timesN.mean" : "mark.timesN.sum", subject, samples);
      case DIVIDED_BY_ENTRIES -> Message.of("mark.byEntries", subject, samples, outputs);
      case TIMES_ENTRIES -> Message.of("mark.timesEntries", subject, samples, outputs);
      case DIVIDED_BY_OUTPUTS -> Message.of(byOutputs(mean), subject, outputs);
      case TIMES_OUTPUTS -> Message.of("mark.timesOutputs", subject, outputs);
      case OUTPUTS_FOR_SAMPLES -> Message.of("mark.outputsForN", subject, outputs);
      case DOUBLED -> Message.of("mark.doubled", subject);
      case HALVED -> Message.of("mark.halved", subject);
      case TIMES_RATE -> Message.of("mark.timesRate", subject, rate());
      case TIMES_NEGATIVE_RATE -> Message.of("mark.timesNegativeRate", subject, rate());
      case UNKNOWN -> Message.of("mark.multiple", subject, Numbers.format(factor, 4));
    };
  }

  private String byOutputs(boolean mean) {
    if (ofShares()) {
      return "mark.byClasses";
    }
    return mean ? "mark.byOutputsToo" : "mark.byOutputs";
  }

  private String rate() {
    return Numbers.format(lesson.learningRate());
  }

  // ---- one term

  private Message of(Slip.OfTerm slip, Message subject) {
    String key =
        switch (slip) {
          case Slip.MissingTerm _ -> "mark.missing.";
          case Slip.OnlyTerm _ -> "mark.only.";
          case Slip.RepeatedTerm _ -> "mark.repeated.";
        };
    return Message.of(
        key + names.termKind(slip.which()), subject, slip.which() + 1, names.variable());
  }

  // ---- something else

  private Message of(Slip.Otherwise slip, Message subject) {
    return switch (slip) {
      case Slip.SlopeAlone _ -> Message.of("mark.slopeAlone", subject, activation());
      case Slip.OtherProduct(var left, var right) -> otherProduct(left, right, subject);
      case Slip.OtherOperand(var instead, var of) -> otherOperand(instead, of, subject);
      case Slip.EntryByEntry(var left, var right) ->
          Message.of("mark.entryByEntry", subject, notation.plain(left), notation.plain(right));
      case Slip.RowByColumn _ ->
          Message.of("mark.rowByColumn", subject, names.matrix(MatrixSymbol.DA), activation());
      case Slip.OneLine(var of) -> oneLine(of, subject);
      case Slip.SumsMultiplied(var left, var right) ->
          Message.of(
              "mark.sums", subject, names.lineOrAll(left, true), names.lineOrAll(right, false));
      case Slip.OtherLine(var taken) -> otherLine(taken, subject);
      case Slip.OtherTerm(int term) ->
          Message.of("mark.otherTerm." + names.termKind(), subject, term + 1);
      case Slip.OneEntry(var of, var at) ->
          Message.of("mark.oneEntry", subject, notation.entry(of, at));
      case Slip.WithoutBias _ ->
          Message.of("mark.withoutBias", subject, names.matrix(MatrixSymbol.B));
      case Slip.OverSamples _ -> Message.of("mark.overSamples", subject);
      case Slip.NextForGradient _ -> Message.of("mark.next", subject, names.variable());
      case Slip.OtherStep(var step) -> Message.of("mark.step." + step.name(), subject, rate());
      case Slip.OtherSum(var summed) ->
          Message.of(
              "mark.summed." + summed.name(),
              subject,
              names.matrix(summed == Slip.Summed.WEIGHTS ? MatrixSymbol.DW : MatrixSymbol.DZ));
      case Slip.OtherMask(var mask) ->
          Message.of(
              "mark.mask." + mask.name(),
              subject,
              names.matrix(mask == Slip.Mask.UPSTREAM ? MatrixSymbol.DA : MatrixSymbol.A));
      case Slip.Carried(var of, var made) ->
          Message.of(
              "mark.carried",
              subject,
              notation.plain(of),
              new Reply(new Asked(asked.derivation(), new Place.OfMatrix(of)))
                  .of(made, Message.of("mark.it")));
      case Slip.OtherSoftmax(var softmax) -> Message.of("mark.softmax." + softmax.name(), subject);
      case Slip.OtherClass _ -> Message.of("mark.otherClass", subject);
    };
  }

  private Message otherProduct(Factor left, Factor right, Message subject) {
    boolean swapped =
        asked
            .product()
            .map(product -> product.left().equals(right) && product.right().equals(left))
            .orElse(false);
    String key = swapped ? "mark.otherConvention" : "mark.otherProduct";
    return asked.isOne()
        ? Message.of(
            key + ".cell", subject, names.leftLine(left, cell), names.rightLine(right, cell))
        : Message.of(key + ".matrix", subject, notation.plain(left), notation.plain(right));
  }

  private Message otherOperand(Operand instead, Operand of, Message subject) {
    if (instead.quantity() == MatrixSymbol.W_NEXT) {
      return Message.of("mark.afterTheStep", subject, notation.plain(of));
    }
    return Message.of(
        of.quantity().isGradient() ? "mark.forBlame" : "mark.forValue",
        subject,
        notation.plain(lesson.canonical(instead)),
        notation.plain(lesson.canonical(of)));
  }

  private Message oneLine(Factor of, Message subject) {
    boolean left = asked.product().map(product -> product.left().equals(of)).orElse(false);
    if (names.isOneProduct()) {
      return asked.isOne()
          ? Message.of(
              "mark.oneEntry",
              subject,
              left ? names.entry(of, cell.row(), 0) : names.entry(of, 0, cell.column()))
          : Message.of("mark.oneFactor", subject, notation.plain(of.operand()));
    }
    boolean asForBias =
        asked.operand().quantity() == MatrixSymbol.DW && of.operand().quantity() == MatrixSymbol.DZ;
    return Message.of(
        asForBias ? "mark.oneLine.bias" : "mark.oneLine.factor",
        subject,
        names.lineOrAll(of, left));
  }

  private Message otherLine(Cell taken, Message subject) {
    if (!asked.isOne()) {
      Message name = names.name(asked.region(), taken);
      // Of an input the line itself is the answer.
      return asked.operand().quantity().isInput()
          ? Message.of("mark.otherLine.input", subject, name)
          : Message.of("mark.otherLine.whole", subject, name, names.name());
    }
    return asked
        .product()
        .map(product -> otherLine(product, taken, subject))
        .orElseGet(() ->
            Message.of("mark.otherLine.entry", subject, names.entry(taken), names.entry(cell)));
  }

  private Message otherLine(Operation.Product product, Cell taken, Message subject) {
    return asked.region() instanceof Place.OfTerm(_, _, int term)
        ? Message.of(
            "mark.otherLine.term",
            subject,
            names.entry(product.left(), taken.row(), term),
            names.entry(product.right(), term, taken.column()),
            names.entry(taken),
            names.entry(cell))
        : Message.of(
            "mark.otherLine.cell",
            subject,
            names.leftLine(product.left(), taken),
            names.rightLine(product.right(), taken),
            names.entry(taken),
            names.entry(cell));
  }

  /**
   * What two lines make, and which question that leaves; nothing where they do not meet in a cell.
   *
   * @param lines as they are inside
   */
  Optional<Message> meeting(Answer.Lines lines) {
    Cell inside = new Cell(lines.left(), lines.right());
    Shape shape = lesson.shape(asked.operand());
    boolean there = inside.row() < shape.rows() && inside.column() < shape.columns();
    Cell taken = asked.turned(inside);
    return asked
        .product()
        .filter(_ -> there)
        .map(product ->
            Message.of(
                "mark.ofLines.M16",
                taken.row() + 1,
                notation.plain(product.left()),
                taken.column() + 1,
                notation.plain(product.right()),
                names.entry(taken),
                names.entry(cell)));
  }
}
