package org.gradloom.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gradloom.derivation.Narration;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.NudgeEffect;
import org.gradloom.derivation.Step;
import org.gradloom.engine.CheckTally;
import org.gradloom.engine.GradientCheck;
import org.gradloom.engine.MeasuredGradient;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * A gradient beside slopes that are measured: every entry of the variable is nudged by ±h. Below it
 * what comes of an entry that is moved by hand, in Z and in L.
 */
final class NudgeView extends BandedView {
  private static final int DIGITS = 6;

  /** Beyond so many products what a move does is not followed. */
  private static final long MOST_FOLLOWED = 1_000_000;

  private final Store store;
  private final Texts texts;
  private final Measuring measuring = new Measuring(this::again);
  private final HandMeasured byHand = new HandMeasured();
  private final NamedMatrix variable;
  private final NamedMatrix derived;
  private final NamedMatrix measured;
  private final NamedMatrix change;
  private final NudgeSizeSetting size;
  private final Label around = new Label();
  private final Label sides = new Label();
  private final Label kink = new Label();
  private final Label verdict = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final Button cancel;
  private final Button all;
  private final HBox running;
  private final Label move = new Label();
  private final Label loss = new Label();
  private final Label slope = new Label();
  private final ViewBand measurement;
  private final ViewBand moved;
  private final ViewBand fixed;
  private OptionalDouble h = OptionalDouble.empty();
  private boolean follows;
  private @Nullable Trace before;

  NudgeView(Store store, Texts texts, TexRenderer renderer) {
    super("nudge-view");
    this.store = store;
    this.texts = texts;
    variable = new NamedMatrix("nudge-variable", ink(), texts, renderer);
    derived = new NamedMatrix("nudge-derived", ink(), texts, renderer);
    measured = new NamedMatrix("nudge-measured", ink(), texts, renderer);
    change = new NamedMatrix("nudge-change", ink(), texts, renderer);
    for (NamedMatrix matrix : List.of(variable, derived, measured)) {
      matrix.setOnChoose(this::choose);
    }
    variable.grid().setOnDrag((cell, steps) -> drag(variable.whole(cell), steps));
    cancel = new Button(texts.get("view.nudge.cancel"));
    cancel.setId("nudge-cancel");
    cancel.setOnAction(event -> measuring.cancel());
    all = new Button();
    all.setId("nudge-all");
    all.setOnAction(event -> {
      measuring.measureAll();
      again();
    });
    progress.setId("nudge-progress");
    running = new HBox(progress, cancel);
    running.getStyleClass().add("view-running");
    around.getStyleClass().add("view-sum");
    sides.getStyleClass().add("view-note");
    slope.getStyleClass().add("view-note");
    name("nudge-around", around);
    name("nudge-sides", sides);
    name("nudge-kink", kink);
    name("nudge-verdict", verdict);
    name("nudge-move", move);
    name("nudge-change-of-loss", loss);
    name("nudge-slope-of-move", slope);
    size = new NudgeSizeSetting(texts, this::measureBy);
    size.getStyleClass().add("nudge-size");
    measurement =
        new ViewBand(
            List.of(variable, derived, measured),
            List.of(new Label(""), new Label("≈")),
            new VBox(size, around, sides, kink, verdict, all, running));
    VBox words = new VBox(move, loss, slope);
    moved = new ViewBand(List.of(change), List.of(), words);
    fixed = new ViewBand(List.of(), List.of(), words);
    getChildren().addAll(measurement.nodes());
    getChildren().addAll(moved.nodes());
  }

  private static void name(String id, Label words) {
    words.setId(id);
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
  }

  @Override
  List<ViewBand> bands() {
    return List.of(measurement, follows ? moved : fixed);
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
    Step step = store.state().explore().step();
    if (!step.writtenCell().equals(written)) {
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
    measuring.show(new Measuring.Wanted(step.trace(), step.result(), h), step.cell());
    byHand.show(
        state.home(),
        state.lesson(),
        Optional.of(of).filter(operand -> operand.quantity().isInput()));
    NudgeContents contents = new NudgeContents(state, measuring, byHand, texts);
    Notation notation = new Notation(step.lesson());
    Shape shape = step.lesson().writtenShape(step.result());
    Cell here = step.writtenCell();
    boolean covered = step.cover().hidesSomeOf(step.result());
    variable.show(
        new NamedMatrix.Matter(
            notation.tex(of),
            notation.plain(of),
            texts.get(state.movable().isPresent() ? "view.nudge.drag" : "view.nudge.fixed"),
            shape,
            contents.variables(),
            here));
    derived.show(
        new NamedMatrix.Matter(
            notation.tex(step.result()),
            notation.plain(step.result()),
            texts.get("view.nudge.derived"),
            shape,
            contents.derived(),
            here));
    measured.show(
        new NamedMatrix.Matter(
            covered ? "\\Delta L/\\Delta" : "\\Delta L/2h",
            covered ? "ΔL/Δ" : "ΔL/2h",
            texts.get(covered ? "view.nudge.byHand" : "view.nudge.measuredCaption"),
            shape,
            contents.measured(),
            here));
    sayMeasured(step, contents);
    sayMove(state, contents);
    derived.grid().announce(texts.say(Narration.spoken(step)));
  }

  private static void say(Label label, String words) {
    label.setText(words);
    NodeVisibility.set(label, !words.isEmpty());
  }

  private void sayMeasured(Step step, NudgeContents contents) {
    Cell cell = step.cell();
    NodeVisibility.set(size, !contents.givesAway(cell));
    boolean quiet = contents.givesAway(cell) || !contents.isReached(cell);
    Optional<GradientCheck.Comparison> found = quiet ? Optional.empty() : measuring.at(cell);
    say(around, found.map(one -> around(one, new Notation(step.lesson()))).orElse(""));
    say(
        sides,
        contents.givesAway(cell)
            ? texts.get("view.nudge.hand")
            : !contents.isReached(cell)
                ? texts.get("nudge.notYet")
                : found
                    .map(one ->
                        texts.get(
                            "view.nudge.sides",
                            Numbers.rounded(one.measured().slopeAbove(), DIGITS),
                            Numbers.rounded(one.measured().slopeBelow(), DIGITS)))
                    .orElse(texts.get("view.nudge.measuring")));
    say(
        kink,
        found
            .flatMap(GradientCheck.Comparison::kink)
            .map(at ->
                texts.get(
                    "view.nudge.kink",
                    new Notation(step.lesson())
                        .entry(new Operand(at.layer(), MatrixSymbol.Z), at.cell())))
            .orElse(""));
    boolean countable = contents.allReached() && !step.cover().hidesSomeOf(step.result());
    Optional<MeasuredGradient> whole = countable ? measuring.whole() : Optional.empty();
    say(verdict, whole.map(of -> verdict(of.tally())).orElse(""));
    verdict.getStyleClass().removeAll("agrees", "differs");
    whole.ifPresent(
        of -> verdict.getStyleClass().add(of.tally().differing() == 0 ? "agrees" : "differs"));
    boolean waits = measuring.whole().isEmpty() && !measuring.isRunning();
    all.setText(texts.get("view.nudge.all", step.section().cells()));
    NodeVisibility.set(all, waits);
    NodeVisibility.set(running, measuring.isRunning());
    progress.setProgress(measuring.progress());
  }

  /** {@code w₃₂ = 3 ± 0.5: (1 − 7) / 1 = −6}. */
  private String around(GradientCheck.Comparison one, Notation notation) {
    GradientCheck.Measured at = one.measured();
    int digits = digits(at.above(), at.below());
    return texts.get(
        "view.nudge.around",
        notation.variable(one.gradient(), one.cell()),
        Numbers.rounded(at.h(), 2),
        Numbers.rounded(at.above(), digits),
        Numbers.inBrackets(Numbers.rounded(at.below(), digits)),
        Numbers.rounded(2 * at.h(), 2),
        Numbers.rounded(at.slope(), DIGITS));
  }

  /** As many as it takes to see in what two numbers differ. */
  private static int digits(double one, double other) {
    double largest = Math.max(Math.abs(one), Math.abs(other));
    double lost = Math.log10(largest / Math.abs(one - other));
    return Double.isFinite(lost) ? Math.clamp((long) Math.ceil(lost) + 2, DIGITS, 15) : DIGITS;
  }

  private String verdict(CheckTally tally) {
    List<String> said = new ArrayList<>();
    if (tally.counting() > 0) {
      said.add(
          tally.differing() == 0
              ? texts.get("nudge.allAgree", tally.counting())
              : texts.get("nudge.someDiffer", tally.differing(), tally.counting()));
    }
    if (tally.kinks() > 0) {
      said.add(texts.get("nudge.someKinks", tally.kinks()));
    }
    return String.join(" ", said);
  }

  // ---- what a move does

  private void sayMove(Explore state, NudgeContents contents) {
    Optional<Place.OfCell> entry =
        Optional.of(new Place.OfCell(contents.variable(), state.step().cell()))
            .filter(place -> place.operand().quantity().isInput());
    Optional<NudgeEffect> effect = entry.flatMap(place -> effect(state, place));
    follows = effect.flatMap(NudgeEffect::z).isPresent();
    change.setVisible(follows);
    effect.ifPresent(found -> found.z().ifPresent(z -> show(state, contents, found, z)));
    boolean happened = effect.filter(found -> found.by() != 0).isPresent();
    Notation notation = new Notation(state.lesson());
    String variable = notation.plain(contents.variable());
    say(
        move,
        happened
            ? effect.map(found -> moved(found, notation)).orElse("")
            : entry.isEmpty()
                ? texts.get("view.nudge.computed", variable)
                : state.movable().isEmpty()
                    ? texts.get("view.nudge.locked")
                    : texts.get(
                        "view.nudge.invite",
                        variable,
                        notation.entry(contents.variable(), state.step().cell())));
    say(loss, happened ? effect.flatMap(found -> loss(state, found)).orElse("") : "");
    say(slope, happened ? effect.flatMap(found -> slope(state, found)).orElse("") : "");
  }

  private Optional<NudgeEffect> effect(Explore state, Place.OfCell entry) {
    Lesson numbers = state.beforeMove(entry);
    if (numbers.equals(state.lesson())) {
      return Optional.of(
          new NudgeEffect(state.derivation().trace(), state.derivation().trace(), entry));
    }
    if (numbers.products() > MOST_FOLLOWED) {
      return Optional.empty();
    }
    Trace known = before;
    if (known == null || !known.lesson().equals(numbers)) {
      known = Trace.of(numbers);
      before = known;
    }
    return Optional.of(new NudgeEffect(known, state.derivation().trace(), entry));
  }

  private void show(Explore state, NudgeContents contents, NudgeEffect effect, Operand z) {
    Notation notation = new Notation(state.lesson());
    change.show(
        new NamedMatrix.Matter(
            "\\Delta " + notation.tex(z),
            "Δ" + notation.plain(z),
            texts.get("view.nudge.changeCaption"),
            state.lesson().writtenShape(z),
            contents.change(effect, z),
            readCell(state, effect, z)));
  }

  /** An entry of Z, as it is written, that the number has a path to. */
  private static Cell readCell(Explore state, NudgeEffect effect, Operand z) {
    Cell moved = effect.moved().cell();
    Cell inside =
        effect.moved().operand().quantity() == MatrixSymbol.X
            ? new Cell(moved.row(), 0)
            : new Cell(0, moved.column());
    return state.lesson().convention().turned(z, inside);
  }

  private String moved(NudgeEffect effect, Notation notation) {
    return texts.get(
        "nudge.name",
        notation.entry(effect.moved().operand(), effect.moved().cell()),
        Numbers.format(effect.from()),
        Numbers.format(effect.to()));
  }

  private Optional<String> loss(Explore state, NudgeEffect effect) {
    return state.derivation().cover().hidesSomeOf(Operand.ofLoss(MatrixSymbol.L))
        ? Optional.empty()
        : Optional.of(
            texts.get(
                "nudge.loss",
                Numbers.format(effect.before().loss()),
                Numbers.format(effect.after().loss()),
                Numbers.format(effect.lossChange())));
  }

  private Optional<String> slope(Explore state, NudgeEffect effect) {
    return effect
        .gradient()
        .filter(gradient -> !state.derivation().cover().hides(gradient, effect.moved().cell()))
        .flatMap(_ -> effect.slope())
        .map(each ->
            texts.get(
                "nudge.slope",
                Numbers.format(each),
                Numbers.inBrackets(Numbers.format(effect.by())),
                Numbers.format(each * effect.by())));
  }
}
