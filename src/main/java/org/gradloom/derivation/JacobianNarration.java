package org.gradloom.derivation;

import java.util.ArrayList;
import java.util.List;
import org.gradloom.lesson.ViewPart;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Message;

/** What is said of a place that is seen as the slopes of all z, contracted with dL/dZ. */
final class JacobianNarration {
  /** How many entries of a column are named one by one. */
  private static final int MOST_NAMES = 5;

  private final Step step;
  private final LayerJacobian jacobian;
  private final Notation notation;
  private final Whereabouts whereabouts;
  private final String slopes;

  private JacobianNarration(Step step, LayerJacobian jacobian) {
    this.step = step;
    this.jacobian = jacobian;
    this.notation = new Notation(step.lesson());
    this.whereabouts = new Whereabouts(step);
    this.slopes = ViewNames.slopes(step.lesson(), jacobian.z(), jacobian.variable());
  }

  /** What is said of a step at dW or dX. */
  static Narration of(Step step) {
    JacobianNarration narration =
        new JacobianNarration(
            step, LayerJacobian.behind(step.trace(), step.result()).orElseThrow());
    return new Narration(narration.question(), narration.where(), narration.why());
  }

  private boolean isCovered() {
    return step.cover().hides(ViewPart.GRID);
  }

  private boolean isOfCell() {
    return step.granularity() == Granularity.TERM || step.granularity() == Granularity.CELL;
  }

  private boolean isPenalty() {
    return step.granularity() == Granularity.TERM && step.isAddend(step.term());
  }

  private String dZ() {
    return notation.plain(jacobian.blames());
  }

  /** The product that is left: {@code Xᵀ · dL/dZ}. */
  private String left() {
    return step.operation() instanceof Operation.Product(var left, var right, _)
        ? notation.plain(left) + " · " + notation.plain(right)
        : "";
  }

  private Message question() {
    return isCovered()
        ? Message.of("view.jacobian.questionCovered", slopes, dZ())
        : Message.of("view.jacobian.question", slopes, dZ(), left());
  }

  private Message where() {
    if (!isOfCell() || isPenalty()) {
      return whereabouts.where();
    }
    Message phase = Message.of("phase." + step.section().phase().name());
    String gradient = notation.plain(step.result());
    int row = step.writtenCell().row() + 1;
    int column = step.writtenCell().column() + 1;
    String variable = notation.variable(step.result(), step.cell());
    return switch (step.granularity()) {
      case TERM ->
          Message.of(
              "view.jacobian.whereTerm",
              phase,
              gradient,
              row,
              column,
              step.term() + 1,
              step.terms(),
              variable,
              slopes,
              notation.entry(jacobian.z(), jacobian.output(row())));
      case CELL, SAMPLE, MATRIX, PHASE ->
          Message.of("view.jacobian.where", phase, gradient, row, column, variable, slopes);
    };
  }

  /** The row of the Jacobian that the present term meets. */
  private int row() {
    return jacobian.rowOfTerm(step.cell(), step.term());
  }

  private Message why() {
    if (isCovered()) {
      return Message.of("view.jacobian.whyCovered", slopes);
    }
    return switch (step.granularity()) {
      case TERM -> isPenalty() ? whyPenalty() : step.hidesSomething() ? whyHidden() : whyTerm();
      case CELL -> whyColumn();
      case SAMPLE, MATRIX, PHASE -> whyAll();
    };
  }

  private Message whyHidden() {
    return Message.of(
        "why.covered", notation.result(step.result(), step.cell()), whereabouts.meeting());
  }

  private Message whyPenalty() {
    return Message.of(
        "view.jacobian.whyPenalty", notation.variable(step.result(), step.cell()), slopes);
  }

  /** One slope and one blame. */
  private Message whyTerm() {
    int row = row();
    Step.Read slope =
        new Step.Read(
            jacobian.repeated(),
            jacobian.source(row, jacobian.columnOf(step.cell())).orElseThrow());
    Step.Read blame = new Step.Read(jacobian.blames(), jacobian.output(row));
    return Message.of(
        "view.jacobian.whyTerm",
        notation.variable(step.result(), step.cell()),
        notation.entry(jacobian.z(), jacobian.output(row)),
        marked(slope),
        marked(blame),
        Numbers.format(step.term(step.term())));
  }

  /** A number in the colour of the side on which it stands in the product. */
  private Message marked(Step.Read read) {
    boolean left = step.left().filter(read::equals).isPresent();
    return Message.of(
        left ? "why.left" : "why.right",
        notation.entry(read.operand(), read.cell()),
        step.entry(read).text());
  }

  /** How much of a column has no path. */
  private Message whyColumn() {
    int none = jacobian.rows() - jacobian.terms();
    return Message.of(
        jacobian.counts().byWeights() ? "view.jacobian.whyWeight" : "view.jacobian.whyInput",
        notation.variable(step.result(), step.cell()),
        step.cell().column() + 1,
        step.cell().row() + 1,
        jacobian.rows(),
        none,
        leftOver(),
        slopes,
        dZ());
  }

  /** The entries of a column that have a path, by name: {@code x₁₃, x₂₃, x₃₃, x₄₃}. */
  private String leftOver() {
    int column = jacobian.columnOf(step.cell());
    int terms = jacobian.terms();
    List<String> names = new ArrayList<>();
    for (int term = 0; term < terms; term++) {
      if (terms > MOST_NAMES && term == MOST_NAMES - 2) {
        names.add("…");
        term = terms - 1;
      }
      int row = jacobian.rowOfTerm(step.cell(), term);
      names.add(notation.entry(jacobian.repeated(), jacobian.source(row, column).orElseThrow()));
    }
    return String.join(", ", names);
  }

  private Message whyAll() {
    JacobianCounts counts = jacobian.counts();
    return Message.of(
        "view.jacobian.whyAll",
        slopes,
        Numbers.grouped(counts.entries()),
        Numbers.grouped(counts.paths()),
        notation.plain(jacobian.repeated()),
        counts.copies(),
        Message.of(counts.byWeights() ? "view.jacobian.neurons" : "view.jacobian.samples"),
        left(),
        notation.quantity(jacobian.variable()),
        counts.entries(),
        dZ());
  }
}
