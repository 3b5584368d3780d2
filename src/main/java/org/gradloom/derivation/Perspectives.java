package org.gradloom.derivation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradloom.formula.Dimension;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;

/** Which views a place of the walk has, and where the nearest place is that has one. */
public final class Perspectives {
  private Perspectives() {}

  /** True for views that show sample by sample what each does. */
  public static boolean goBySamples(Perspective perspective) {
    return switch (perspective) {
      case CARDS, STACK -> true;
      case PRODUCT, JACOBIAN, NUDGE, BIAS, UPDATE -> false;
    };
  }

  /** True if a view has something to show of where a step stands. */
  public static boolean shows(Perspective perspective, Step step) {
    MatrixSymbol made = step.result().quantity();
    return switch (perspective) {
      case PRODUCT -> true;
      case CARDS -> made == MatrixSymbol.DW;
      case STACK -> made == MatrixSymbol.DX;
      case JACOBIAN -> made == MatrixSymbol.DW || made == MatrixSymbol.DX;
      case NUDGE -> made == MatrixSymbol.DW || made == MatrixSymbol.DB || made == MatrixSymbol.DX;
      case BIAS -> made == MatrixSymbol.Z || made == MatrixSymbol.DW || made == MatrixSymbol.DB;
      case UPDATE -> made == MatrixSymbol.W_NEXT || made == MatrixSymbol.B_NEXT;
    };
  }

  /**
   * The step itself where a view shows it, else the step of the same layer that it belongs to: the
   * same sample, feature and neuron as far as the step speaks of them, the first of each that it
   * does not. Of what belongs to the loss, the last layer is the one behind.
   *
   * @return at a term where the step is at one; never coarser than a cell, unless it stays
   */
  public static Step towards(Perspective perspective, Derivation derivation, Step from) {
    Lesson lesson = derivation.lesson();
    Operand result = from.result();
    int layer = result.layer() == Operand.LOSS ? lesson.lastLayer() : result.layer();
    return shows(perspective, from)
        ? from
        : home(perspective, lesson.layers().get(layer))
            .map(made -> nearest(sectionOf(derivation, new Operand(layer, made)), derivation, from))
            .orElse(from);
  }

  private static Step nearest(Section home, Derivation derivation, Step from) {
    Lesson lesson = derivation.lesson();
    Map<Dimension, Integer> here = indices(from);
    Operand target = home.result();
    Cell cell =
        new Cell(
            here.getOrDefault(target.rowDimension(), 0),
            here.getOrDefault(target.columnDimension(lesson.lastLayer()), 0));
    int term =
        summedOver(home, lesson)
            .flatMap(over -> Optional.ofNullable(here.get(over)))
            .orElse(home.terms() - 1);
    Step found = derivation.at(new Place.OfTerm(target, cell, term));
    Granularity finest =
        from.granularity() == Granularity.TERM ? Granularity.TERM : Granularity.CELL;
    return derivation.at(finest, derivation.indexOf(finest, found));
  }

  /** Which matrix of a layer a view is about; none for the one that is about all. */
  private static Optional<MatrixSymbol> home(Perspective perspective, Layer layer) {
    return switch (perspective) {
      case PRODUCT -> Optional.empty();
      case CARDS, JACOBIAN, NUDGE -> Optional.of(MatrixSymbol.DW);
      case STACK -> Optional.of(MatrixSymbol.DX);
      case BIAS -> Optional.of(layer.hasBias() ? MatrixSymbol.DB : MatrixSymbol.Z);
      case UPDATE -> Optional.of(MatrixSymbol.W_NEXT);
    };
  }

  private static Section sectionOf(Derivation derivation, Operand result) {
    return derivation.sections().stream()
        .filter(section -> section.result().equals(result))
        .findFirst()
        .orElseThrow();
  }

  /** What sample, feature and neuron a step speaks of. */
  private static Map<Dimension, Integer> indices(Step step) {
    Map<Dimension, Integer> found = new HashMap<>();
    int last = step.lesson().lastLayer();
    summedOver(step.section(), step.lesson())
        .filter(_ -> step.granularity() == Granularity.TERM && !step.isAddend(step.term()))
        .ifPresent(over -> found.put(over, step.term()));
    found.put(step.result().rowDimension(), step.cell().row());
    found.put(step.result().columnDimension(last), step.cell().column());
    return found;
  }

  /** What the terms of a product or of a sum over the batch count. */
  private static Optional<Dimension> summedOver(Section section, Lesson lesson) {
    return switch (section.operation()) {
      case Operation.Product(var left, _, _) -> vanished(left.operand(), section.result(), lesson);
      case Operation.BatchSum(var summed, _) -> vanished(summed, section.result(), lesson);
      case Operation.Activate _,
          Operation.ActivationGradient _,
          Operation.Probabilities _,
          Operation.RowGradient _,
          Operation.LossTotal _,
          Operation.LossGradient _,
          Operation.Update _,
          Operation.Keep _ ->
          Optional.empty();
    };
  }

  /** The dimension of an operand that the result no longer has. */
  private static Optional<Dimension> vanished(Operand operand, Operand result, Lesson lesson) {
    return dimensions(operand, lesson)
        .filter(one -> dimensions(result, lesson).noneMatch(one::equals))
        .findFirst();
  }

  private static Stream<Dimension> dimensions(Operand operand, Lesson lesson) {
    return Stream.of(operand.rowDimension(), operand.columnDimension(lesson.lastLayer()));
  }
}
