package org.gradloom.marking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.MatrixFormula;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Section;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.marking.Slip.Cause;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.LossKind;
import org.gradloom.text.Message;

/** What the patterns of a comparison are, in a sentence each, and how people come to them. */
public final class PatternSentences {
  private final Lesson lesson;
  private final Notation notation;
  private final Derivation derivation;
  private final Section section;

  private PatternSentences(Derivation derivation, Operand gradient) {
    this.derivation = derivation;
    this.lesson = derivation.lesson();
    this.notation = new Notation(lesson);
    this.section = derivation.at(new Place.OfMatrix(gradient)).section();
  }

  /**
   * What is said of one pattern.
   *
   * @param of what makes the difference, where it is one term of the sums: sample 3
   * @param sentence what differs
   * @param remarks how people come to it, and why some entries agree all the same
   */
  public record Said(Optional<Message> of, Message sentence, List<Message> remarks) {
    public Said {
      remarks = List.copyOf(remarks);
    }
  }

  /** What is said of a comparison's patterns, in their order. */
  public static List<Said> of(Derivation derivation, GradientComparison compared) {
    PatternSentences sentences = new PatternSentences(derivation, compared.gradient());
    return compared.slips().stream()
        .map(slip ->
            new Said(sentences.termOf(slip), sentences.sentence(slip), sentences.remarks(slip)))
        .toList();
  }

  private Message sentence(Slip slip) {
    String gradient = notation.plain(section.result());
    return switch (slip) {
      case Slip.Negated _ -> Message.of("compare.negated", gradient);
      case Slip.Transposed _ ->
          Message.of("compare.transposed", gradient, notation.plain(section.result().variable()));
      case Slip.WithoutSlope _ -> withoutSlope();
      case Slip.Scaled(double factor, var cause) -> scaled(factor, cause);
      case Slip.MissingTerm(int term, _) -> ofTerm("compare.missing", term);
      case Slip.OnlyTerm(int term, _) -> ofTerm("compare.only", term);
      case Slip.RepeatedTerm(int term, _) -> ofTerm("compare.repeated", term);
      case Slip.Otherwise other ->
          new Reply(new Asked(derivation, new Place.OfMatrix(section.result())))
              .of(other, Message.of("mark.yours"));
    };
  }

  private Message withoutSlope() {
    int layer = section.result().layer();
    return Message.of(
        "compare.withoutSlope",
        Message.of("activation." + lesson.layers().get(layer).activation().documentName()),
        notation.plain(lesson.canonical(new Operand(layer, MatrixSymbol.DA))),
        notation.plain(new Operand(layer, MatrixSymbol.DZ)));
  }

  private Message scaled(double factor, Cause cause) {
    int samples = lesson.samples();
    int outputs = lesson.outputs().columns();
    boolean mean = lesson.loss().reduction().divides();
    return switch (cause) {
      case TIMES_SAMPLES ->
          Message.of(mean ? "compare.timesN.mean" : "compare.timesN.sum", samples);
      case DIVIDED_BY_SAMPLES -> Message.of(mean ? "compare.byN.mean" : "compare.byN.sum", samples);
      case DIVIDED_BY_SAMPLES_TWICE -> Message.of("compare.byNTwice", samples);
      case OUTPUTS_FOR_SAMPLES -> Message.of("compare.outputsForSamples", outputs, samples);
      case TIMES_ENTRIES -> Message.of("compare.timesEntries", samples, outputs);
      case DIVIDED_BY_ENTRIES -> Message.of("compare.byEntries", samples, outputs);
      case TIMES_OUTPUTS -> Message.of("compare.timesOutputs", outputs);
      case DIVIDED_BY_OUTPUTS -> Message.of("compare.byOutputs", outputs);
      case DOUBLED -> Message.of("compare.doubled");
      case HALVED -> Message.of("compare.halved");
      case TIMES_RATE -> Message.of("compare.timesRate", Numbers.format(factor));
      case TIMES_NEGATIVE_RATE -> Message.of("compare.timesNegativeRate", Numbers.format(factor));
      case UNKNOWN -> Message.of("compare.multiple", Numbers.format(factor, 4));
    };
  }

  private Message ofTerm(String key, int term) {
    return Message.of(key, term(term), share(term));
  }

  private Message term(int term) {
    return term < section.products()
        ? Message.of("compare.term." + kindOfTerm(), term + 1)
        : Message.of("compare.penalty");
  }

  private Optional<Message> termOf(Slip slip) {
    return slip.ofTerm().map(one -> term(one.which()));
  }

  /** The sums of a gradient run over the samples, those of dX over a layer's neurons. */
  private String kindOfTerm() {
    return section.result().quantity() == MatrixSymbol.DX ? "neuron" : "sample";
  }

  /** What a term adds to all entries at once. */
  private Message share(int term) {
    return switch (section.operation()) {
      case Operation.Product product when term >= section.products() ->
          Message.of(
              "compare.shareOfPenalty",
              new MatrixFormula(lesson).sign(product.penalties().get(term - section.products())));
      case Operation.Product(var left, var right, _) ->
          Message.of("compare.share", term + 1, notation.plain(left), notation.plain(right));
      case Operation.BatchSum(var summed, boolean ofRows) ->
          Message.of(
              "compare.shareOfSum",
              term + 1,
              notation.plain(summed),
              Message.of(ofRows ? "noun.column" : "noun.row"));
      case Operation.ActivationGradient _,
          Operation.RowGradient _,
          Operation.Activate _,
          Operation.Probabilities _,
          Operation.LossTotal _,
          Operation.LossGradient _,
          Operation.Update _,
          Operation.Keep _ ->
          throw new IllegalArgumentException(section.result() + " is no sum");
    };
  }

  // ---- remarks

  private List<Message> remarks(Slip slip) {
    return switch (slip) {
      // No line of a product is missing, and no round of a loop.
      case Slip.OfTerm one when one.which() == section.products() -> List.of();
      case Slip.MissingTerm(int term, _) -> missing(term);
      case Slip.OnlyTerm _ -> List.of(Message.of("compare.overwritten." + kindOfTerm()));
      case Slip.RepeatedTerm _ -> List.of();
      case Slip.Scaled(_, var cause)
          when cause == Cause.DOUBLED && lesson.loss().kind() == LossKind.SQUARED_ERROR ->
          List.of(Message.of("compare.half"));
      case Slip.OfEntries _, Slip.Otherwise _ -> List.of();
    };
  }

  private List<Message> missing(int term) {
    List<Message> remarks = new ArrayList<>();
    zero(term).ifPresent(remarks::add);
    if (term == 0) {
      remarks.add(Message.of("compare.loopBegins." + kindOfTerm()));
    } else if (term == section.products() - 1) {
      remarks.add(Message.of("compare.loopEnds." + kindOfTerm()));
    }
    return remarks;
  }

  /** The first line that agrees although the term is missing, as a factor of it is 0. */
  private Optional<Message> zero(int term) {
    if (!(section.operation() instanceof Operation.Product(var left, var right, _))) {
      return Optional.empty();
    }
    Shape written = lesson.writtenShape(section.result());
    Optional<Message> row =
        zero(written.rows(), i -> cell(left, i, term), left.operand(), "compare.zeroRow");
    return row.isPresent()
        ? row
        : zero(written.columns(), j -> cell(right, term, j), right.operand(), "compare.zeroColumn");
  }

  private Optional<Message> zero(int lines, IntFunction<Cell> cells, Operand operand, String key) {
    Matrix matrix = derivation.trace().matrix(operand);
    return IntStream.range(0, lines)
        .filter(i -> matrix.get(cells.apply(i).row(), cells.apply(i).column()) == 0)
        .mapToObj(i -> Message.of(key, i + 1, notation.entry(operand, cells.apply(i))))
        .findFirst();
  }

  /** The operand's own entry at a place of the factor. */
  private Cell cell(Operation.Factor factor, int row, int column) {
    Cell seen = new Cell(row, column);
    return lesson
        .convention()
        .turned(factor.operand(), factor.transposed() ? seen.transposed() : seen);
  }
}
