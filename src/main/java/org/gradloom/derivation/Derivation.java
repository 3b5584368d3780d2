package org.gradloom.derivation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradloom.engine.Losses;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Phase;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.Rowwise;
import org.gradloom.text.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * The ordered places of the walk through a lesson, by random access: for each layer Z, then A; the
 * probabilities and L; the last layer's dA; for each layer, last first, dZ, dW, db, dX; then each
 * layer's new W and b. An identity layer has no A and no dZ of its own.
 */
public final class Derivation {
  private final Trace trace;
  private final Cover cover;
  private final List<Section> sections;
  private final Map<Operand, Section> byResult;

  /** How many cells, and how many terms, lie before each section. */
  private final long[] firstCells;

  private final long[] firstTerms;

  /** The number of each section's first sample that is dealt. */
  private final long[] firstDeals;

  /** The last section of each phase, in order. */
  private final List<Section> phaseEnds;

  private Derivation(Trace trace, Cover cover, List<Section> sections) {
    this.trace = trace;
    this.cover = cover;
    this.sections = List.copyOf(sections);
    this.byResult = new HashMap<>();
    List<Section> ends = new ArrayList<>();
    for (Section section : sections) {
      byResult.put(section.result(), section);
      if (!ends.isEmpty() && ends.getLast().phase() == section.phase()) {
        ends.removeLast();
      }
      ends.add(section);
    }
    this.phaseEnds = List.copyOf(ends);
    this.firstCells = sections.stream().mapToLong(Section::firstCell).toArray();
    this.firstTerms = sections.stream().mapToLong(Section::firstTerm).toArray();
    this.firstDeals = new long[sections.size()];
    for (int s = 1; s < firstDeals.length; s++) {
      firstDeals[s] = firstDeals[s - 1] + sections.get(s - 1).deals();
    }
  }

  /** The walk through a lesson, whose matrices are computed for it. */
  public static Derivation of(Lesson lesson) {
    return of(Trace.of(lesson));
  }

  public static Derivation of(Trace trace) {
    return new Derivation(trace, Cover.nothing(trace.lesson()), new Walk(trace.lesson()).sections);
  }

  /** The same walk with this covered, and nothing else. */
  public Derivation covering(Collection<? extends Coverable> items) {
    return new Derivation(trace, Cover.of(lesson(), items), sections);
  }

  /** Lays the sections out one after another. */
  private static final class Walk {
    private final Lesson lesson;
    private final Convention convention;
    private final List<Section> sections = new ArrayList<>();
    private long cells;
    private long terms;

    Walk(Lesson lesson) {
      this.lesson = lesson;
      this.convention = lesson.convention();
      for (int l = 0; l <= lesson.lastLayer(); l++) {
        forward(l);
      }
      loss();
      for (int l = lesson.lastLayer(); l >= 0; l--) {
        backward(l);
      }
      for (int l = 0; l <= lesson.lastLayer(); l++) {
        update(l);
      }
    }

    private void forward(int l) {
      Layer layer = lesson.layers().get(l);
      List<Operation.Addend> bias =
          layer.hasBias() ? List.of(new Operation.Bias(new Operand(l, MatrixSymbol.B))) : List.of();
      product(
          new Operand(l, MatrixSymbol.Z),
          new Inside(l, MatrixSymbol.X, false),
          new Inside(l, MatrixSymbol.W, false),
          bias,
          layer.inputs());
      if (!layer.isIdentity()) {
        add(
            new Operand(l, MatrixSymbol.A),
            activated(new Operand(l, MatrixSymbol.Z), layer.activation(), mask(l)),
            1);
      }
    }

    private @Nullable Operand mask(int l) {
      return lesson.layers().get(l).mask() == null ? null : new Operand(l, MatrixSymbol.MASK);
    }

    private static Operation activated(Operand z, Activation activation, @Nullable Operand mask) {
      return switch (activation) {
        case Elementwise one -> new Operation.Activate(z, one, mask);
        case Rowwise row -> new Operation.Probabilities(z, row.probabilities());
      };
    }

    private void loss() {
      Operand outputs = new Operand(lesson.lastLayer(), MatrixSymbol.A);
      Operand compared = lesson.lossInput();
      Operand probabilities = Operand.ofLoss(MatrixSymbol.P);
      boolean hasProbabilities = lesson.loss().kind().hasProbabilities();
      if (hasProbabilities) {
        add(
            probabilities,
            new Operation.Probabilities(outputs, lesson.loss().kind().probabilities()),
            1);
      }
      add(
          Operand.ofLoss(MatrixSymbol.L),
          new Operation.LossTotal(hasProbabilities ? probabilities : outputs, compared),
          Losses.terms(lesson.loss(), lesson.outputs())
              + (lesson.loss().reduction().divides() ? 1 : 0)
              + lesson.loss().penalties().size());
      add(
          new Operand(lesson.lastLayer(), MatrixSymbol.DA),
          new Operation.LossGradient(hasProbabilities ? probabilities : outputs, compared),
          1);
    }

    private void backward(int l) {
      Layer layer = lesson.layers().get(l);
      throughActivation(l, layer);
      Operand weights = new Operand(l, MatrixSymbol.W);
      product(
          new Operand(l, MatrixSymbol.DW),
          new Inside(l, MatrixSymbol.X, true),
          new Inside(l, MatrixSymbol.DZ, false),
          lesson.loss().penalties().stream()
              .<Operation.Addend>map(rule -> new Operation.Penalty(weights, rule))
              .toList(),
          lesson.samples());
      if (layer.hasBias()) {
        Operand summed = new Operand(l, MatrixSymbol.DZ);
        add(
            new Operand(l, MatrixSymbol.DB),
            new Operation.BatchSum(summed, convention.turns(summed)),
            lesson.samples());
      }
      product(
          new Operand(l, MatrixSymbol.DX),
          new Inside(l, MatrixSymbol.DZ, false),
          new Inside(l, MatrixSymbol.W, true),
          List.of(),
          layer.units());
    }

    private void throughActivation(int l, Layer layer) {
      if (layer.isIdentity()) {
        return;
      }
      Operand dZ = new Operand(l, MatrixSymbol.DZ);
      Operand dA = new Operand(l, MatrixSymbol.DA);
      switch (layer.activation()) {
        case Elementwise one ->
            add(
                dZ,
                new Operation.ActivationGradient(dA, new Operand(l, MatrixSymbol.Z), one, mask(l)),
                1);
        case Rowwise row ->
            add(
                dZ,
                new Operation.RowGradient(new Operand(l, MatrixSymbol.A), dA, row),
                layer.units() + 1);
      }
    }

    private void update(int l) {
      Layer layer = lesson.layers().get(l);
      step(l, MatrixSymbol.W_NEXT, MatrixSymbol.W, MatrixSymbol.DW, layer.frozen().w());
      if (layer.hasBias()) {
        step(l, MatrixSymbol.B_NEXT, MatrixSymbol.B, MatrixSymbol.DB, layer.frozen().b());
      }
    }

    private void step(
        int l, MatrixSymbol next, MatrixSymbol now, MatrixSymbol gradient, boolean frozen) {
      Operand parameter = new Operand(l, now);
      add(
          new Operand(l, next),
          frozen
              ? new Operation.Keep(parameter)
              : new Operation.Update(parameter, new Operand(l, gradient)),
          1);
    }

    /** One side of a product as it is computed, with rows as samples. */
    private record Inside(int layer, MatrixSymbol quantity, boolean transposed) {
      /** The same, or in the transposed product its transpose, in terms of what is written. */
      Operation.Factor written(Convention convention, boolean inTransposed) {
        Operand operand = new Operand(layer, quantity);
        return new Operation.Factor(
            operand, (transposed != inTransposed) != convention.turns(operand));
      }
    }

    /** A product; where its result is turned, (AB)ᵀ = BᵀAᵀ is written. */
    private void product(
        Operand result, Inside left, Inside right, List<Operation.Addend> addends, int products) {
      boolean turned = convention.turns(result);
      add(
          result,
          new Operation.Product(
              (turned ? right : left).written(convention, turned),
              (turned ? left : right).written(convention, turned),
              addends),
          products + addends.size());
    }

    private void add(Operand result, Operation operation, int termsOfCell) {
      Section section =
          new Section(
              sections.size(),
              result,
              Phase.of(result, lesson.lastLayer()),
              operation,
              lesson.shape(result),
              termsOfCell,
              cells,
              terms);
      sections.add(section);
      cells = section.endCell();
      terms = section.endTerm();
    }
  }

  public Trace trace() {
    return trace;
  }

  public Lesson lesson() {
    return trace.lesson();
  }

  /** What must not be seen of it yet. */
  public Cover cover() {
    return cover;
  }

  /** The matrices of the walk, in order. */
  public List<Section> sections() {
    return sections;
  }

  /** How many steps the walk has. */
  public long size(Granularity granularity) {
    Section last = sections.getLast();
    return switch (granularity) {
      case TERM -> last.endTerm();
      case CELL -> last.endCell();
      case SAMPLE -> firstDeals[last.index()] + last.deals();
      case MATRIX -> sections.size();
      case PHASE -> phaseEnds.size();
    };
  }

  /**
   * The step with this number, from 0.
   *
   * @throws IndexOutOfBoundsException outside 0 … size − 1
   */
  public Step at(Granularity granularity, long index) {
    if (index < 0 || index >= size(granularity)) {
      throw new IndexOutOfBoundsException(granularity + " " + index);
    }
    return switch (granularity) {
      case TERM -> {
        Section section = sections.get(sectionOf(firstTerms, index));
        long within = index - section.firstTerm();
        yield step(
            granularity,
            section,
            section.cell(within / section.terms()),
            (int) (within % section.terms()));
      }
      case CELL -> {
        Section section = sections.get(sectionOf(firstCells, index));
        yield whole(granularity, section, section.cell(index - section.firstCell()));
      }
      case SAMPLE -> {
        Section section = sections.get(sectionOf(firstDeals, index));
        int deal = (int) (index - firstDeals[section.index()]);
        if (section.deals() == 1) {
          yield whole(Granularity.MATRIX, section);
        }
        yield section.result().quantity() == MatrixSymbol.DX
            ? whole(Granularity.CELL, section, new Cell(deal, section.shape().columns() - 1))
            : step(granularity, section, section.lastCell(), deal);
      }
      case MATRIX -> whole(granularity, sections.get((int) index));
      case PHASE -> whole(granularity, phaseEnds.get((int) index));
    };
  }

  private static int sectionOf(long[] firsts, long index) {
    int found = Arrays.binarySearch(firsts, index);
    return found >= 0 ? found : -found - 2;
  }

  private Step whole(Granularity granularity, Section section) {
    return whole(granularity, section, section.lastCell());
  }

  private Step whole(Granularity granularity, Section section, Cell cell) {
    return step(granularity, section, cell, section.terms() - 1);
  }

  private Step step(Granularity granularity, Section section, Cell cell, int term) {
    return new Step(trace, cover, granularity, section, cell, term);
  }

  /**
   * The step at a place: a term, a whole cell or a whole matrix, as the place says. Any name of a
   * matrix will do ({@code layer1/a} of an identity layer is its Z).
   *
   * @throws InvalidInput if the walk has no such place, naming what it has instead
   */
  public Step at(Place place) {
    Section section = section(place);
    return switch (place) {
      case Place.OfMatrix _ -> whole(Granularity.MATRIX, section);
      case Place.OfCell(_, var cell) ->
          whole(Granularity.CELL, section, inside(section, cell, place));
      case Place.OfTerm(_, var cell, int term) -> {
        if (term >= section.terms()) {
          throw new InvalidInput("place.term", written(place), section.terms());
        }
        yield step(Granularity.TERM, section, inside(section, cell, place), term);
      }
    };
  }

  private Section section(Place place) {
    Operand operand = place.operand();
    if (lesson().has(operand)) {
      Section section = byResult.get(lesson().canonical(operand));
      if (section != null) {
        return section;
      }
      throw new InvalidInput("place.input", written(place));
    }
    throw new InvalidInput(
        operand.layer() > lesson().lastLayer() ? "place.layer" : "place.matrix",
        written(place),
        lesson().layers().size());
  }

  private Cell inside(Section section, Cell cell, Place place) {
    if (cell.row() >= section.shape().rows() || cell.column() >= section.shape().columns()) {
      throw new InvalidInput(
          "place.cell",
          written(place),
          place.operand().toString(),
          lesson().convention().listed(section.result(), section.shape()).toString());
    }
    return cell;
  }

  /**
   * The number of the step that completes a place: of a matrix, its last term at term granularity.
   *
   * @throws InvalidInput if the walk has no such place
   */
  public long indexOf(Granularity granularity, Place place) {
    return indexOf(granularity, at(place));
  }

  /** In dL/dW, before the last cell not even the first sample is dealt to its end. */
  private static int dealOf(Step step) {
    Section section = step.section();
    if (section.result().quantity() == MatrixSymbol.DX) {
      return step.cell().row();
    }
    boolean last = section.number(step.cell()) == section.cells() - 1;
    return last && section.deals() > 1 ? step.term() : 0;
  }

  /** The number of the unit that holds a step. */
  public long indexOf(Granularity granularity, Step step) {
    Section section = step.section();
    return switch (granularity) {
      case TERM ->
          section.firstTerm() + section.number(step.cell()) * section.terms() + step.term();
      case CELL -> section.firstCell() + section.number(step.cell());
      case SAMPLE -> firstDeals[section.index()] + dealOf(step);
      case MATRIX -> section.index();
      case PHASE -> {
        int phase = 0;
        while (phaseEnds.get(phase).index() < section.index()) {
          phase++;
        }
        yield phase;
      }
    };
  }

  /**
   * Where a cell of any matrix belongs in the walk: the cell itself if the walk computes it, and
   * for an input the term that uses it first.
   *
   * @return empty only for a matrix that this lesson does not have
   */
  public Optional<Place> placeOf(Operand named, Cell cell) {
    if (!lesson().has(named)) {
      return Optional.empty();
    }
    Operand operand = lesson().canonical(named);
    if (byResult.containsKey(operand)) {
      return Optional.of(new Place.OfCell(operand, cell));
    }
    int l = operand.layer();
    return switch (operand.quantity()) {
      case X -> Optional.of(term(0, MatrixSymbol.Z, cell.row(), 0, cell.column()));
      case W -> Optional.of(term(l, MatrixSymbol.Z, 0, cell.column(), cell.row()));
      case B ->
          Optional.of(term(l, MatrixSymbol.Z, 0, cell.column(), lesson().layers().get(l).inputs()));
      case MASK -> Optional.of(term(l, MatrixSymbol.A, cell.row(), cell.column(), 0));
      case UPSTREAM, TARGETS ->
          Optional.of(lossTerm(cell.row() * lesson().outputs().columns() + cell.column()));
      case LABELS -> Optional.of(lossTerm(cell.row()));
      case Z, A, P, L, DA, DZ, DW, DB, DX, W_NEXT, B_NEXT ->
          throw new IllegalStateException(operand + " has no place in the walk");
    };
  }

  /**
   * Where the matrix that a step is making reads an input: the same cell's term if that cell reads
   * it, else the first cell's that does. So a click on a number near at hand does not leave the
   * product one is looking at.
   *
   * @return empty if this is no input, or not read there
   */
  public Optional<Place> useOf(Step step, Operand named, Cell cell) {
    Operand operand = lesson().canonical(named);
    if (!operand.quantity().isInput()) {
      return Optional.empty();
    }
    Operand result = step.result();
    return switch (step.operation()) {
      case Operation.Product(var left, var right, var addends) -> {
        Convention convention = lesson().convention();
        int r = step.writtenCell().row();
        int c = step.writtenCell().column();
        if (isOf(left, operand)) {
          Cell shown = left.turned(convention) ? cell.transposed() : cell;
          Cell used = new Cell(shown.row(), shown.row() == r ? c : 0);
          yield Optional.of(
              new Place.OfTerm(result, convention.turned(result, used), shown.column()));
        }
        if (isOf(right, operand)) {
          Cell shown = right.turned(convention) ? cell.transposed() : cell;
          Cell used = new Cell(shown.column() == c ? r : 0, shown.column());
          yield Optional.of(new Place.OfTerm(result, convention.turned(result, used), shown.row()));
        }
        // What is added is all made of one matrix, and its first use is the one to show.
        yield addends.stream()
            .filter(addend -> addend.operand().equals(operand))
            .findFirst()
            .map(addend ->
                new Place.OfTerm(
                    result, cellOf(addend, step.cell(), cell), step.section().products()));
      }
      case Operation.LossGradient(_, var compared) ->
          compared.equals(operand)
              ? Optional.of(
                  new Place.OfCell(
                      result,
                      operand.quantity() == MatrixSymbol.LABELS
                          ? new Cell(cell.row(), step.cell().column())
                          : cell))
              : Optional.empty();
      case Operation.Update(var parameter, _) -> whereKept(result, parameter, operand, cell);
      case Operation.Keep(var parameter) -> whereKept(result, parameter, operand, cell);
      case Operation.Activate _, Operation.ActivationGradient _ ->
          operand.quantity() == MatrixSymbol.MASK && operand.layer() == result.layer()
              ? Optional.of(new Place.OfCell(result, cell))
              : Optional.empty();
      // These read no input, or are where it is used first.
      case Operation.LossTotal _,
          Operation.BatchSum _,
          Operation.Probabilities _,
          Operation.RowGradient _ ->
          Optional.empty();
    };
  }

  private static Optional<Place> whereKept(
      Operand result, Operand parameter, Operand operand, Cell cell) {
    return parameter.equals(operand)
        ? Optional.of(new Place.OfCell(result, cell))
        : Optional.empty();
  }

  /** The cell that adds an entry, near the one that is being made where several do. */
  private static Cell cellOf(Operation.Addend addend, Cell now, Cell entry) {
    return switch (addend) {
      case Operation.Bias _ ->
          new Cell(entry.column() == now.column() ? now.row() : 0, entry.column());
      case Operation.Penalty _ -> entry;
    };
  }

  private boolean isOf(Operation.Factor factor, Operand operand) {
    return lesson().canonical(factor.operand()).equals(operand);
  }

  private static Place term(int layer, MatrixSymbol quantity, int row, int column, int term) {
    return new Place.OfTerm(new Operand(layer, quantity), new Cell(row, column), term);
  }

  /** A place as the lesson's convention writes it. */
  private String written(Place place) {
    return lesson().convention().turned(place).toString();
  }

  private static Place lossTerm(int term) {
    return new Place.OfTerm(Operand.ofLoss(MatrixSymbol.L), new Cell(0, 0), term);
  }

  /** How far the walk has come with a cell of any matrix when it stands at {@code step}. */
  public ComputedState reach(Step step, Operand named, Cell cell) {
    Section section = byResult.get(lesson().canonical(named));
    if (section == null) {
      return ComputedState.KNOWN;
    }
    long ahead = (long) section.index() - step.section().index();
    if (ahead == 0 && step.granularity() != Granularity.SAMPLE) {
      ahead = section.number(cell) - section.number(step.cell());
    }
    return switch (Long.signum(ahead)) {
      case -1 -> ComputedState.KNOWN;
      case 1 -> ComputedState.NOT_YET;
      default -> step.isLastTerm() ? ComputedState.KNOWN : ComputedState.FORMING;
    };
  }
}
