package org.gradloom.marking;

import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Operation.Factor;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Message;

/**
 * What was done instead, in few words: a line under an option, where a {@link Reply} has two
 * sentences.
 */
final class IdeaOfWrong {
  private final Asked asked;
  private final Lesson lesson;
  private final Notation notation;
  private final ReplyNames names;

  /** The cell that is spoken of where one has to be, as it is listed. */
  private final Cell cell;

  IdeaOfWrong(Asked asked) {
    this.asked = asked;
    this.lesson = asked.lesson();
    this.notation = new Notation(lesson);
    this.cell = asked.first();
    this.names = new ReplyNames(asked, cell);
  }

  /** Where no more than the idea is known. */
  static Message of(Misconception misconception) {
    return Message.of("vote.idea." + misconception.code());
  }

  Message of(Slip slip) {
    return switch (slip) {
      case Slip.OfEntries same -> of(same);
      case Slip.OfTerm one -> of(one);
      case Slip.Otherwise other -> of(other);
    };
  }

  // ---- the same with every entry

  private Message of(Slip.OfEntries slip) {
    return switch (slip) {
      case Slip.Negated _ -> Message.of("vote.negated");
      case Slip.Transposed _ ->
          asked.isOne()
              ? Message.of("vote.transposedCell", names.entry(cell.transposed()))
              : Message.of("vote.transposed");
      case Slip.WithoutSlope _ ->
          asked.operand().quantity() == MatrixSymbol.DZ
              ? Message.of("vote.asItArrives", names.matrix(MatrixSymbol.DA))
              : instead(names.matrix(MatrixSymbol.DA), names.matrix(MatrixSymbol.DZ));
      case Slip.Scaled(double factor, var cause) -> scaled(factor, cause);
    };
  }

  private static Message instead(String taken, String of) {
    return Message.of("vote.instead", taken, of);
  }

  private Message scaled(double factor, Slip.Cause cause) {
    int samples = lesson.samples();
    int outputs = lesson.outputs().columns();
    boolean mean = lesson.loss().reduction().divides();
    String rate = Numbers.format(lesson.learningRate());
    return switch (cause) {
      case DIVIDED_BY_SAMPLES -> Message.of(mean ? "vote.byN.mean" : "vote.byN.sum", samples);
      case DIVIDED_BY_SAMPLES_TWICE -> Message.of("vote.byNTwice", samples);
      case TIMES_SAMPLES -> Message.of(mean ? "vote.timesN.mean" : "vote.timesN.sum", samples);
      case DIVIDED_BY_ENTRIES -> Message.of("vote.byEntries", samples, outputs);
      case TIMES_ENTRIES -> Message.of("vote.timesEntries", samples, outputs);
      case DIVIDED_BY_OUTPUTS ->
          Message.of(
              lesson.loss().kind().hasProbabilities() ? "vote.byClasses" : "vote.byOutputs",
              outputs);
      case TIMES_OUTPUTS -> Message.of("vote.timesOutputs", outputs);
      case OUTPUTS_FOR_SAMPLES -> Message.of("vote.outputsForN", outputs);
      case DOUBLED -> Message.of("vote.doubled");
      case HALVED -> Message.of("vote.halved");
      case TIMES_RATE -> Message.of("vote.timesRate", rate);
      case TIMES_NEGATIVE_RATE -> Message.of("vote.timesNegativeRate", rate);
      case UNKNOWN -> Message.of("vote.multiple", Numbers.format(factor, 4));
    };
  }

  // ---- one term

  private Message of(Slip.OfTerm slip) {
    String key =
        switch (slip) {
          case Slip.MissingTerm _ -> "vote.missing.";
          case Slip.OnlyTerm _ -> "vote.only.";
          case Slip.RepeatedTerm _ -> "vote.repeated.";
        };
    return Message.of(key + names.termKind(slip.which()), slip.which() + 1);
  }

  // ---- something else

  private Message of(Slip.Otherwise slip) {
    return switch (slip) {
      case Slip.SlopeAlone _ -> Message.of("vote.slopeAlone", names.matrix(MatrixSymbol.DA));
      case Slip.OtherProduct(var left, var right) -> otherProduct(left, right);
      case Slip.OtherOperand(var instead, var of) ->
          instead.quantity() == MatrixSymbol.W_NEXT
              ? Message.of("vote.afterTheStep", notation.plain(of))
              : instead(plain(instead), plain(of));
      case Slip.EntryByEntry(var left, var right) ->
          Message.of("vote.entryByEntry", notation.plain(left), notation.plain(right));
      case Slip.RowByColumn _ -> Message.of("vote.rowByColumn");
      case Slip.OneLine(var of) -> oneLine(of);
      case Slip.SumsMultiplied _ -> Message.of("vote.sums");
      case Slip.OtherLine(var taken) -> otherLine(taken);
      case Slip.OtherTerm(int term) -> Message.of("vote.only." + names.termKind(term), term + 1);
      case Slip.OneEntry(var of, var at) -> Message.of("vote.alone", notation.entry(of, at));
      case Slip.WithoutBias _ -> Message.of("vote.withoutBias");
      case Slip.OverSamples _ -> Message.of("vote.overSamples");
      case Slip.NextForGradient _ -> Message.of("vote.afterTheStep", names.variable());
      case Slip.OtherStep(var step) -> Message.of("vote.step." + step.name());
      case Slip.OtherSum(var summed) ->
          Message.of(
              "vote.summed." + summed.name(),
              names.matrix(summed == Slip.Summed.WEIGHTS ? MatrixSymbol.DW : MatrixSymbol.DZ));
      case Slip.OtherMask(var mask) ->
          Message.of(
              "vote.mask." + mask.name(),
              names.matrix(mask == Slip.Mask.UPSTREAM ? MatrixSymbol.DA : MatrixSymbol.A));
      case Slip.Carried(var of, var made) ->
          new IdeaOfWrong(new Asked(asked.derivation(), new Place.OfMatrix(of))).of(made);
      case Slip.OtherSoftmax(var softmax) -> Message.of("vote.softmax." + softmax.name());
      case Slip.OtherClass _ -> Message.of("vote.otherClass");
    };
  }

  private String plain(Operand operand) {
    return notation.plain(lesson.canonical(operand));
  }

  private Message otherProduct(Factor left, Factor right) {
    return asked.isOne()
        ? Message.of("vote.lines", names.leftLine(left, cell), names.rightLine(right, cell))
        : Message.of("vote.product", notation.plain(left), notation.plain(right));
  }

  private Message oneLine(Factor of) {
    boolean left = asked.product().map(product -> product.left().equals(of)).orElse(false);
    return names.isOneProduct()
        ? Message.of("vote.alone", names.lineOrAll(of, left))
        : Message.of("vote.oneLine", names.lineOrAll(of, left));
  }

  private Message otherLine(Cell taken) {
    return asked.isOne()
        ? otherLines(taken)
        : Message.of("vote.otherLine", names.name(asked.region(), taken));
  }

  /** The line that is another one, where only one is. */
  private Message otherLines(Cell taken) {
    if (asked.section().map(section -> section.operation()).orElse(null)
        instanceof Operation.Product(var left, var right, _)) {
      return taken.row() == cell.row()
          ? Message.of("vote.otherLine", names.rightLine(right, taken))
          : Message.of("vote.otherLine", names.leftLine(left, taken));
    }
    return Message.of("vote.otherLine", ReplyNames.plain(names.entry(taken)));
  }
}
