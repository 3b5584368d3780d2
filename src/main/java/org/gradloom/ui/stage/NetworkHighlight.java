package org.gradloom.ui.stage;

import java.util.Optional;
import java.util.OptionalInt;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Step;
import org.gradloom.derivation.TermRole;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.ui.control.NetworkPicture.Emphasis;

/**
 * Which parts of the network a step lights.
 *
 * @param layer the layer whose wires carry it
 * @param sample the row of the batch it is about
 * @param input the unit at the left end of the wire, if one is lit
 * @param output the unit at the right end, if one is lit
 * @param sharing where all outputs of a sample answer together, the one that the term is about
 * @param mirrored whether the factors of the product stand on the other sides than with samples as
 *     rows
 */
public record NetworkHighlight(
    MatrixSymbol result,
    boolean oneTerm,
    int layer,
    int lastLayer,
    int sample,
    OptionalInt input,
    OptionalInt output,
    Optional<Sharing> sharing,
    boolean mirrored) {

  /**
   * What lights a whole column of units.
   *
   * @param term the unit that stands out; none where a step is about all of them alike
   */
  record Sharing(OptionalInt term) {}

  private NetworkHighlight(
      MatrixSymbol result,
      boolean oneTerm,
      int layer,
      int lastLayer,
      int sample,
      OptionalInt input,
      OptionalInt output) {
    this(
        result,
        oneTerm,
        layer,
        lastLayer,
        sample,
        input,
        output,
        Optional.empty(),
        /* mirrored= */ false);
  }

  /**
   * The parts that a step lights.
   *
   * @param usual the sample to show where a step is about all of them alike
   */
  static NetworkHighlight of(Step step, int usual) {
    NetworkHighlight rows = withSamplesAsRows(step, usual);
    return isProduct(step) && step.lesson().convention().turns(step.result())
        ? new NetworkHighlight(
            rows.result,
            rows.oneTerm,
            rows.layer,
            rows.lastLayer,
            rows.sample,
            rows.input,
            rows.output,
            rows.sharing,
            /* mirrored= */ true)
        : rows;
  }

  private static boolean isProduct(Step step) {
    return step.operation() instanceof Operation.Product
        || step.operation() instanceof Operation.BatchSum;
  }

  private static NetworkHighlight withSamplesAsRows(Step step, int usual) {
    int row = step.cell().row();
    int column = step.cell().column();
    int last = step.lesson().lastLayer();
    boolean oneTerm = step.granularity() == Granularity.TERM;
    MatrixSymbol result = step.result().quantity();
    if (step.granularity() == Granularity.MATRIX || step.granularity() == Granularity.PHASE) {
      return new NetworkHighlight(
          result,
          false,
          step.result().quantity().belongsToLoss() ? last : step.result().layer(),
          last,
          usual,
          OptionalInt.empty(),
          OptionalInt.empty());
    }
    int term = step.term();
    OptionalInt none = OptionalInt.empty();
    return switch (step.operation()) {
      case Operation.Product _ ->
          switch (result) {
            case Z ->
                new NetworkHighlight(
                    result,
                    oneTerm,
                    step.result().layer(),
                    last,
                    row,
                    step.isAddend(term) || !oneTerm ? none : OptionalInt.of(term),
                    OptionalInt.of(column));
            case DW ->
                new NetworkHighlight(
                    result,
                    oneTerm,
                    step.result().layer(),
                    last,
                    oneTerm && !step.isAddend(term) ? term : usual,
                    OptionalInt.of(row),
                    OptionalInt.of(column));
            case DX ->
                new NetworkHighlight(
                    result,
                    oneTerm,
                    step.result().layer(),
                    last,
                    row,
                    OptionalInt.of(column),
                    oneTerm ? OptionalInt.of(term) : none);
            case X, W, B, MASK, A, P, L, UPSTREAM, TARGETS, LABELS, DA, DZ, DB, W_NEXT, B_NEXT ->
                throw new IllegalStateException(step.result() + " is no product");
          };
      case Operation.BatchSum _ ->
          new NetworkHighlight(
              result,
              oneTerm,
              step.result().layer(),
              last,
              oneTerm ? term : usual,
              none,
              OptionalInt.of(column));
      case Operation.Update _, Operation.Keep _ ->
          new NetworkHighlight(
              result,
              oneTerm,
              step.result().layer(),
              last,
              usual,
              result == MatrixSymbol.W_NEXT ? OptionalInt.of(row) : none,
              OptionalInt.of(column));
      case Operation.Activate _, Operation.ActivationGradient _ ->
          new NetworkHighlight(
              result, oneTerm, step.result().layer(), last, row, none, OptionalInt.of(column));
      case Operation.RowGradient _ ->
          new NetworkHighlight(
              result,
              oneTerm,
              step.result().layer(),
              last,
              row,
              none,
              OptionalInt.of(column),
              Optional.of(
                  new Sharing(
                      oneTerm && step.role(term) == TermRole.ADDED ? OptionalInt.of(term) : none)),
              /* mirrored= */ false);
      case Operation.Probabilities _, Operation.LossGradient _ ->
          new NetworkHighlight(result, oneTerm, last, last, row, none, OptionalInt.of(column));
      case Operation.LossTotal _ ->
          step.left()
              .map(read ->
                  new NetworkHighlight(
                      result,
                      oneTerm,
                      last,
                      last,
                      read.cell().row(),
                      none,
                      OptionalInt.of(read.cell().column())))
              .orElseGet(
                  () -> new NetworkHighlight(result, oneTerm, last, last, usual, none, none));
    };
  }

  private static boolean is(OptionalInt lit, int unit) {
    return lit.isPresent() && lit.getAsInt() == unit;
  }

  /** The role of the left factor where samples are rows. */
  private Emphasis left() {
    return mirrored ? Emphasis.RIGHT : Emphasis.LEFT;
  }

  private Emphasis right() {
    return mirrored ? Emphasis.LEFT : Emphasis.RIGHT;
  }

  Emphasis unit(int column, int unit) {
    if (column == layer && is(input, unit)) {
      return switch (result) {
        case Z, DW -> left();
        case DX -> Emphasis.RESULT;
        case X, W, B, MASK, A, P, L, UPSTREAM, TARGETS, LABELS, DA, DZ, DB, W_NEXT, B_NEXT ->
            Emphasis.PLAIN;
      };
    }
    if (column == layer + 1 && is(output, unit)) {
      return switch (result) {
        case Z, A, P, DZ, DA -> Emphasis.RESULT;
        case DW, DB -> right();
        case DX -> left();
        case L -> Emphasis.LEFT;
        case X, W, B, MASK, UPSTREAM, TARGETS, LABELS, W_NEXT, B_NEXT -> Emphasis.PLAIN;
      };
    }
    if (column == layer + 1 && sharing.isPresent()) {
      return is(sharing.get().term(), unit) ? Emphasis.LEFT : Emphasis.PLAIN;
    }
    return Emphasis.DIM;
  }

  Emphasis wire(int l, int i, int j) {
    if (l == layer && is(input, i) && is(output, j)) {
      return switch (result) {
        case Z, DX -> right();
        case DW, W_NEXT -> Emphasis.RESULT;
        case X, W, B, MASK, A, P, L, UPSTREAM, TARGETS, LABELS, DA, DZ, DB, B_NEXT -> Emphasis.DIM;
      };
    }
    boolean wholeCell =
        l == layer
            && !oneTerm
            && ((result == MatrixSymbol.Z && is(output, j))
                || (result == MatrixSymbol.DX && is(input, i)));
    return wholeCell || carriesBlame(l, i) ? Emphasis.PLAIN : Emphasis.DIM;
  }

  /** Behind the lit unit, every wire on the way to the loss brings it its blame. */
  private boolean carriesBlame(int l, int from) {
    return isBackward() && l == layer + 1 && is(output, from);
  }

  private boolean isBackward() {
    return switch (result) {
      case DW, DB, DX -> true;
      case X, W, B, MASK, Z, A, P, L, UPSTREAM, TARGETS, LABELS, DA, DZ, W_NEXT, B_NEXT -> false;
    };
  }

  boolean isWireOfTerm(int l, int i, int j) {
    return oneTerm && l == layer && is(input, i) && is(output, j) && result != MatrixSymbol.W_NEXT;
  }

  Emphasis out(int unit) {
    if (layer == lastLayer && sharing.isPresent()) {
      return is(sharing.get().term(), unit) ? Emphasis.RIGHT : Emphasis.PLAIN;
    }
    if (layer != lastLayer || !is(output, unit)) {
      return Emphasis.DIM;
    }
    return switch (result) {
      case DW, DB -> right();
      case DX -> left();
      case P, L, DA, DZ -> Emphasis.PLAIN;
      case X, W, B, MASK, Z, A, UPSTREAM, TARGETS, LABELS, W_NEXT, B_NEXT -> Emphasis.DIM;
    };
  }

  Emphasis loss() {
    return switch (result) {
      case L -> Emphasis.RESULT;
      case P, DA, DZ, DW, DB, DX -> Emphasis.PLAIN;
      case X, W, B, MASK, Z, A, UPSTREAM, TARGETS, LABELS, W_NEXT, B_NEXT -> Emphasis.DIM;
    };
  }

  Emphasis bias(int column) {
    return column == layer && output.isPresent() && lightsBias() ? Emphasis.PLAIN : Emphasis.DIM;
  }

  Emphasis biasWire(int l, int j) {
    if (l != layer || !is(output, j) || !lightsBias()) {
      return Emphasis.DIM;
    }
    return result == MatrixSymbol.Z ? Emphasis.RIGHT : Emphasis.RESULT;
  }

  private boolean lightsBias() {
    return result == MatrixSymbol.DB
        || result == MatrixSymbol.B_NEXT
        || (result == MatrixSymbol.Z && oneTerm && input.isEmpty());
  }
}
