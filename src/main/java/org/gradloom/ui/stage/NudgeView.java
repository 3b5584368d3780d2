package org.gradloom.ui.stage;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import org.gradloom.derivation.Narration;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.NudgeEffect;
import org.gradloom.derivation.Step;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * A gradient beside slopes that are measured: every entry of the variable is nudged by ±h. Below it
 * what comes of an entry that is moved by hand, in Z and in L.
 */
final class NudgeView extends BandedView {
  /** Beyond so many products what a move does is not followed. */
  private static final long MOST_FOLLOWED = 1_000_000;

  private final Store store;
  private final Texts texts;
  private final SlopeMeasuring measuring = new SlopeMeasuring(this::again);
  private final HandMeasured byHand = new HandMeasured();
  private final ViewMatrices matrices;
  private final MeasureWords measured;
  private final MoveWords moved;
  private final ViewBand measurement;
  private final ViewBand move;
  private final ViewBand fixed;
  private OptionalDouble h = OptionalDouble.empty();
  private boolean follows;

  /** All matrices of the numbers before one was moved. */
  private @Nullable Trace before;

  /** The matrices of the view. */
  private record ViewMatrices(
      NamedMatrix variable, NamedMatrix derived, NamedMatrix measured, NamedMatrix change) {}

  NudgeView(Store store, Texts texts, TexRenderer renderer) {
    super("nudge-view");
    this.store = store;
    this.texts = texts;
    matrices =
        new ViewMatrices(
            new NamedMatrix("nudge-variable", ink(), texts, renderer),
            new NamedMatrix("nudge-derived", ink(), texts, renderer),
            new NamedMatrix("nudge-measured", ink(), texts, renderer),
            new NamedMatrix("nudge-change", ink(), texts, renderer));
    List<NamedMatrix> alike = List.of(matrices.variable(), matrices.derived(), matrices.measured());
    alike.forEach(matrix -> matrix.setOnChoose(this::choose));
    matrices.variable().setOnDrag(this::drag);
    measured = new MeasureWords(texts, measuring, this::measureBy);
    moved = new MoveWords(texts);
    measurement = new ViewBand(alike, List.of(new Label(""), new Label("≈")), measured);
    move = new ViewBand(List.of(matrices.change()), List.of(), moved);
    fixed = new ViewBand(List.of(), List.of(), moved);
    getChildren().addAll(measurement.nodes());
    getChildren().addAll(move.nodes());
  }

  @Override
  List<ViewBand> bands() {
    return List.of(measurement, follows ? move : fixed);
  }

  // ---- what is done

  private void again() {
    shown().ifPresent(this::show);
  }

  private void measureBy(OptionalDouble wanted) {
    h = wanted;
    again();
  }

  /** Goes to the slope of an entry. */
  private void choose(Cell written) {
    Step step = store.state().explore().step();
    Cell inside = step.lesson().convention().turned(step.result(), written);
    store.dispatch(new Action.Go(new Place.OfCell(step.result(), inside)));
  }

  private void drag(Cell written, int steps) {
    if (!store.state().explore().step().writtenCell().equals(written)) {
      choose(written);
    }
    store
        .state()
        .explore()
        .movable()
        .ifPresent(entry -> store.dispatch(new Action.Move(entry, steps)));
  }

  // ---- what is shown

  @Override
  void draw(Explore state) {
    Step step = state.step();
    Operand of = step.lesson().canonical(step.result().variable());
    boolean isInput = of.quantity().isInput();
    measuring.show(new SlopeMeasuring.Wanted(step.trace(), step.result(), h), step.cell());
    byHand.show(state.home(), state.lesson(), isInput ? Optional.of(of) : Optional.empty());
    NudgeContents contents = new NudgeContents(state, measuring, byHand, texts);
    show(state, step, of, contents);
    measured.show(step, contents, isAlone());
    Optional<NudgeEffect> effect =
        isInput ? effect(state, new Place.OfCell(of, step.cell())) : Optional.empty();
    follows = effect.flatMap(NudgeEffect::z).isPresent();
    matrices.change().setVisible(follows);
    effect.ifPresent(found -> found.z().ifPresent(z -> show(state, contents, found, z)));
    moved.show(state, of, effect);
    matrices.derived().announce(texts.say(Narration.spoken(step)));
  }

  private void show(Explore state, Step step, Operand of, NudgeContents contents) {
    Notation notation = new Notation(step.lesson());
    Shape shape = step.lesson().writtenShape(step.result());
    Cell here = step.writtenCell();
    boolean covered = step.cover().hidesSomeOf(step.result());
    matrices
        .variable()
        .show(
            new NamedMatrix.Matter(
                notation.tex(of),
                notation.plain(of),
                texts.get(state.movesNumbers() ? "view.nudge.drag" : "view.nudge.fixed"),
                shape,
                contents.variables(),
                here));
    matrices
        .derived()
        .show(
            new NamedMatrix.Matter(
                notation.tex(step.result()),
                notation.plain(step.result()),
                texts.get("view.nudge.derived"),
                shape,
                contents.derived(),
                here));
    matrices
        .measured()
        .show(
            new NamedMatrix.Matter(
                covered ? "\\Delta L/\\Delta" : "\\Delta L/2h",
                covered ? "ΔL/Δ" : "ΔL/2h",
                texts.get(covered ? "view.nudge.byHand" : "view.nudge.measuredCaption"),
                shape,
                contents.measured(),
                here));
  }

  /** What came of the last move of an entry; nothing of it in a network that is too large. */
  private Optional<NudgeEffect> effect(Explore state, Place.OfCell entry) {
    Trace now = state.derivation().trace();
    Lesson numbers = state.beforeMove(entry);
    if (numbers.equals(now.lesson())) {
      return Optional.of(new NudgeEffect(now, now, entry));
    }
    if (numbers.products() > MOST_FOLLOWED) {
      return Optional.empty();
    }
    Trace known = before;
    if (known == null || !known.lesson().equals(numbers)) {
      known = Trace.of(numbers);
      before = known;
    }
    return Optional.of(new NudgeEffect(known, now, entry));
  }

  private void show(Explore state, NudgeContents contents, NudgeEffect effect, Operand z) {
    Notation notation = new Notation(state.lesson());
    Cell entry = effect.moved().cell();
    Cell read =
        effect.moved().operand().quantity() == MatrixSymbol.X
            ? new Cell(entry.row(), 0)
            : new Cell(0, entry.column());
    matrices
        .change()
        .show(
            new NamedMatrix.Matter(
                "\\Delta " + notation.tex(z),
                "Δ" + notation.plain(z),
                texts.get("view.nudge.changeCaption"),
                state.lesson().writtenShape(z),
                contents.change(effect, z),
                state.lesson().convention().turned(z, read)));
  }
}
