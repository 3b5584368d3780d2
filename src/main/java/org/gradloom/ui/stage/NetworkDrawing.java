package org.gradloom.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.gradloom.derivation.ComputedState;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Formula;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Step;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.ViewPart;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NetworkPicture;
import org.gradloom.ui.control.NetworkPicture.Column;
import org.gradloom.ui.control.NetworkPicture.Emphasis;
import org.gradloom.ui.control.NetworkPicture.Unit;
import org.gradloom.ui.control.NetworkPicture.Wire;

/**
 * The network as one place of the walk lights it: the units and the wire that the active term is
 * about, and the way on to the loss. Everything else is dim.
 */
public final class NetworkDrawing {
  /** Enough to recognise a number by in the small print of a network. */
  private static final int DIGITS = 4;

  private final Derivation derivation;
  private final Step step;
  private final Lesson lesson;
  private final Notation notation;
  private final Texts texts;
  private final NetworkHighlight lit;
  private final UnitQuantities quantities;

  private NetworkDrawing(Derivation derivation, Step step, int usual, Texts texts) {
    this.derivation = derivation;
    this.step = step;
    this.lesson = step.lesson();
    this.notation = new Notation(lesson);
    this.texts = texts;
    this.lit = NetworkHighlight.of(step, usual);
    this.quantities = UnitQuantities.at(derivation, step);
  }

  /**
   * The network at a step.
   *
   * @param usual the sample whose numbers units show where a step is about all samples alike
   */
  public static NetworkPicture of(Derivation derivation, Step step, int usual, Texts texts) {
    return new NetworkDrawing(derivation, step, usual, texts).picture();
  }

  /**
   * Of which sample the numbers are that units show, where there are several.
   *
   * @param usual as in {@link #of}
   */
  public static Optional<Message> sample(Step step, int usual) {
    return step.lesson().samples() == 1
        ? Optional.empty()
        : Optional.of(Message.of("network.sample", NetworkHighlight.of(step, usual).sample() + 1));
  }

  /**
   * Where in the walk a unit or wire belongs, when it is chosen.
   *
   * @param usual as in {@link #of}
   */
  public static Optional<Place> placeOf(Derivation derivation, Step step, int usual, String id) {
    String[] parts = id.split("-", -1);
    int sample = NetworkHighlight.of(step, usual).sample();
    return switch (parts[0]) {
      case "unit" -> {
        int column = Integer.parseInt(parts[1]);
        int unit = Integer.parseInt(parts[2]);
        Operand operand = UnitQuantities.at(derivation, step).columns().get(column);
        yield derivation.placeOf(operand, new Cell(sample, unit));
      }
      case "wire" -> {
        int layer = Integer.parseInt(parts[1]);
        MatrixSymbol quantity = isBackward(step) ? MatrixSymbol.DW : MatrixSymbol.W;
        yield derivation.placeOf(
            new Operand(layer, quantity),
            new Cell(Integer.parseInt(parts[2]), Integer.parseInt(parts[3])));
      }
      case "bias" -> {
        int layer = Integer.parseInt(parts[1]);
        MatrixSymbol quantity = isBackward(step) ? MatrixSymbol.DB : MatrixSymbol.B;
        yield derivation.placeOf(
            new Operand(layer, quantity), new Cell(0, Integer.parseInt(parts[2])));
      }
      default -> derivation.placeOf(Operand.ofLoss(MatrixSymbol.L), new Cell(0, 0));
    };
  }

  private static boolean isBackward(Step step) {
    return switch (step.section().phase()) {
      case FORWARD, LOSS -> false;
      case BACKWARD, UPDATE -> true;
    };
  }

  private NetworkPicture picture() {
    List<Column> columns = new ArrayList<>();
    List<Wire> wires = new ArrayList<>();
    for (int column = 0; column <= lesson.layers().size(); column++) {
      columns.add(column(column));
    }
    String loss = number(Operand.ofLoss(MatrixSymbol.L), new Cell(0, 0));
    columns.add(
        new Column(
            List.of(
                new Unit(
                    "loss",
                    "L",
                    loss.isEmpty() ? "" : "L " + loss,
                    lit.loss(),
                    texts.get("network.loss")))));
    for (int l = 0; l < lesson.layers().size(); l++) {
      wires(l, columns, wires);
    }
    lastWires(columns, wires);
    return new NetworkPicture(columns, wires);
  }

  private Column column(int column) {
    int units = column == 0 ? lesson.features() : lesson.layers().get(column - 1).units();
    IntPredicate matters = unit -> lit.unit(column, unit) != Emphasis.DIM;
    Column drawn = Column.of(units, matters, unit -> unit(column, unit));
    boolean feedsBias = column < lesson.layers().size() && lesson.layers().get(column).hasBias();
    boolean covered = derivation.cover().hides(ViewPart.ONES);
    return feedsBias
        ? drawn.withBias(
            new Unit(
                "one-" + column,
                covered ? "?" : "1",
                "",
                lit.bias(column),
                texts.get(covered ? "network.oneCovered" : "network.one")))
        : drawn;
  }

  private Unit unit(int column, int unit) {
    Operand operand = quantities.columns().get(column);
    String name = notation.unit(operand, unit);
    Cell cell = new Cell(lit.sample(), unit);
    boolean dropped = isDropped(column, cell);
    String number = number(operand, cell);
    String value = number.isEmpty() ? "" : notation.quantity(operand) + " " + number;
    boolean silent = dropped && operand.quantity() != MatrixSymbol.Z;
    return new Unit(
        "unit-" + column + "-" + unit,
        name,
        silent ? texts.get("network.dropped") : value,
        number.isEmpty() || silent
            ? name + (silent ? " " + texts.get("network.dropped") : "")
            : (operand.quantity().isGradient() ? "d" : "") + name + " " + number,
        number.startsWith(String.valueOf(Numbers.ABOUT)) ? inFull(operand, cell) : "",
        lit.unit(column, unit),
        dropped,
        texts.get(
            column == 0 ? "network.feature" : dropped ? "network.neuronDropped" : "network.neuron",
            unit + 1,
            column,
            lit.sample() + 1));
  }

  /** True for a neuron that dropout has taken out for the sample in sight. */
  private boolean isDropped(int column, Cell cell) {
    Matrix mask = column == 0 ? null : lesson.layers().get(column - 1).mask();
    return mask != null
        && mask.get(cell.row(), cell.column()) == 0
        && !derivation.cover().hides(new Operand(column - 1, MatrixSymbol.MASK), cell);
  }

  /** What is only about equal to the number that is shown. */
  private String inFull(Operand operand, Cell cell) {
    String value =
        isHere(operand, cell)
            ? Numbers.inFull(step.runningSum()) + toCome()
            : Numbers.inFull(step.trace().matrix(operand).get(cell.row(), cell.column()));
    return notation.quantity(operand) + " = " + value;
  }

  private boolean isHere(Operand operand, Cell cell) {
    return operand.equals(step.result()) && cell.equals(step.cell());
  }

  /** The terms of the present sum that are still to come, if any. */
  private String toCome() {
    return step.isSum() && !step.isLastTerm() ? " + …" : "";
  }

  /**
   * {@code = −2}; {@code = 1 + …} of a sum on its way, dots while the walk is at this matrix, and
   * nothing before that.
   */
  private String number(Operand operand, Cell cell) {
    if (isHere(operand, cell)) {
      String sum =
          step.hidesSum(step.term()) ? Numbers.BLANK : Numbers.format(step.runningSum(), DIGITS);
      return Formula.equal(sum) + toCome();
    }
    if (derivation.reach(step, operand, cell) != ComputedState.KNOWN) {
      return operand.equals(step.result()) ? Formula.equal("…") : "";
    }
    return Formula.equal(
        derivation.cover().hides(operand, cell)
            ? Numbers.BLANK
            : step.trace().matrix(operand).entry(cell.row(), cell.column()).text(DIGITS));
  }

  private void wires(int l, List<Column> columns, List<Wire> wires) {
    Layer layer = lesson.layers().get(l);
    for (int i : unitsIn(columns.get(l))) {
      for (int j : unitsIn(columns.get(l + 1))) {
        Emphasis emphasis = lit.wire(l, i, j);
        wires.add(
            new Wire(
                "wire-" + l + "-" + i + "-" + j,
                "unit-" + l + "-" + i,
                "unit-" + (l + 1) + "-" + j,
                emphasis == Emphasis.PLAIN
                    ? ""
                    : notation.entry(new Operand(l, MatrixSymbol.W), new Cell(i, j)),
                lit.isWireOfTerm(l, i, j) ? product() : "",
                emphasis,
                texts.get("network.wire", i + 1, j + 1, l + 1)));
      }
    }
    if (layer.hasBias()) {
      for (int j : unitsIn(columns.get(l + 1))) {
        wires.add(
            new Wire(
                "bias-" + l + "-" + j,
                "one-" + l,
                "unit-" + (l + 1) + "-" + j,
                notation.entry(new Operand(l, MatrixSymbol.B), new Cell(0, j)),
                "",
                lit.biasWire(l, j),
                texts.get("network.bias", j + 1, l + 1)));
      }
    }
  }

  private void lastWires(List<Column> columns, List<Wire> wires) {
    int last = lesson.layers().size();
    for (int j : unitsIn(columns.get(last))) {
      wires.add(
          new Wire(
              "out-" + j,
              "unit-" + last + "-" + j,
              "loss",
              "",
              "",
              lit.out(j),
              texts.get("network.out", j + 1)));
    }
  }

  private static List<Integer> unitsIn(Column column) {
    List<Integer> units = new ArrayList<>();
    for (NetworkPicture.Slot slot : column.slots()) {
      switch (slot) {
        case Unit unit ->
            units.add(Integer.parseInt(unit.id().substring(unit.id().lastIndexOf('-') + 1)));
        case NetworkPicture.Gap _ -> {}
      }
    }
    return units;
  }

  private String product() {
    return step.left().isPresent() && step.right().isPresent()
        ? new Factors(step, DIGITS).product()
        : "";
  }
}
