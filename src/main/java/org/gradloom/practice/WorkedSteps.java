package org.gradloom.practice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Formula;
import org.gradloom.derivation.Section;
import org.gradloom.derivation.Step;
import org.gradloom.formula.Expr;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.practice.WorkedExample.Line;
import org.gradloom.practice.WorkedExample.WorkedStep;
import org.gradloom.text.Message;

/**
 * The steps to what the walk computes somewhere: where to look, what has to be worked out on the
 * way, and then a cell a step, or of one cell a term a step and their sum. All numbers are those of
 * the walk's own formulas.
 */
record WorkedSteps(Exercise exercise, Derivation derivation, Section section, Region region) {

  List<WorkedStep> all() {
    List<WorkedStep> steps = new ArrayList<>();
    steps.add(new WhereToLook(derivation, this::isKnown).of(region, section));
    steps.addAll(stations(reads()));
    steps.addAll(
        switch (region) {
          case Place.OfTerm(_, var cell, int term) -> List.of(term(at(cell), term));
          case Place.OfCell(_, var cell) -> termByTerm(at(cell));
          case Place.OfMatrix _, Region.OfRow _, Region.OfColumn _ ->
              cells().map(this::at).map(this::cell).toList();
        });
    return steps;
  }

  private StepTitles titles() {
    return new StepTitles(derivation);
  }

  private Stream<Cell> cells() {
    return region.cells(section.shape()).stream();
  }

  private Step at(Cell cell) {
    return derivation.at(new Place.OfCell(section.result(), cell));
  }

  // ---- what is made

  private WorkedStep cell(Step step) {
    Formula formula = Formula.whole(step);
    return new WorkedStep(
        titles().cell(step, region),
        Optional.empty(),
        List.of(new Line(formula, List.of(formula.numbers()), formula.sum())),
        Optional.of(step.place()),
        Optional.of(step.cell()));
  }

  private List<WorkedStep> termByTerm(Step step) {
    return section.products() > 1 && step.leftLine().isPresent() && step.rightLine().isPresent()
        ? Stream.concat(
                IntStream.range(0, step.terms()).mapToObj(t -> term(step, t)), Stream.of(sum(step)))
            .toList()
        : List.of(cell(step));
  }

  private WorkedStep term(Step step, int t) {
    Formula formula = Formula.whole(step);
    Expr numbers =
        formula.numbers() instanceof Expr.Terms terms ? terms.term().apply(t) : formula.numbers();
    return new WorkedStep(
        titles().term(step, t),
        Optional.empty(),
        List.of(new Line(formula, List.of(numbers), List.of(new Expr.Value(step.term(t))))),
        Optional.of(new Place.OfTerm(step.result(), step.cell(), t)),
        switch (region) {
          case Place.OfTerm _ -> Optional.of(step.cell());
          case Place.OfCell _, Place.OfMatrix _, Region.OfRow _, Region.OfColumn _ ->
              Optional.empty();
        });
  }

  private WorkedStep sum(Step step) {
    Formula formula = Formula.whole(step);
    return new WorkedStep(
        Message.of("practice.step.sum"),
        Optional.empty(),
        List.of(
            new Line(
                formula,
                List.of(formula.sum().getFirst()),
                formula.sum().subList(1, formula.sum().size()))),
        Optional.of(step.place()),
        Optional.of(step.cell()));
  }

  // ---- what has to be worked out on the way

  /** True of a matrix whose numbers the learner sees. */
  private boolean isKnown(Operand named) {
    Operand operand = derivation.lesson().canonical(named);
    return operand.quantity().isInput()
        || exercise.given().stream().anyMatch(given -> given.operand().equals(operand));
  }

  private Stream<Step.Read> reads() {
    return switch (region) {
      case Place.OfTerm(_, var cell, int term) -> reads(at(cell), term);
      case Place.OfCell _, Place.OfMatrix _, Region.OfRow _, Region.OfColumn _ ->
          cells().map(this::at).flatMap(WorkedSteps::reads);
    };
  }

  private static Stream<Step.Read> reads(Step step) {
    return IntStream.range(0, step.terms()).boxed().flatMap(t -> reads(step, t));
  }

  private static Stream<Step.Read> reads(Step step, int t) {
    return Stream.of(step.left(t), step.right(t)).flatMap(Optional::stream);
  }

  /** A step for each matrix of which entries are needed and not shown, the farthest first. */
  private List<WorkedStep> stations(Stream<Step.Read> reads) {
    Map<Operand, Set<Cell>> needed = new LinkedHashMap<>();
    reads
        .filter(read -> !isKnown(read.operand()))
        .forEach(read ->
            needed
                .computeIfAbsent(
                    derivation.lesson().canonical(read.operand()), _ -> new LinkedHashSet<>())
                .add(read.cell()));
    List<WorkedStep> steps = new ArrayList<>();
    needed.forEach((operand, cells) -> {
      List<Step> made =
          cells.stream().map(cell -> derivation.at(new Place.OfCell(operand, cell))).toList();
      steps.addAll(stations(made.stream().flatMap(WorkedSteps::reads)));
      steps.add(station(operand, made));
    });
    return steps;
  }

  private WorkedStep station(Operand operand, List<Step> made) {
    return new WorkedStep(
        titles().station(made.getFirst()),
        Optional.empty(),
        made.stream()
            .map(step -> {
              Formula formula = Formula.whole(step);
              return new Line(formula, List.of(formula.result(), formula.numbers()), formula.sum());
            })
            .toList(),
        Optional.of(new Place.OfMatrix(operand)),
        Optional.empty());
  }
}
