package org.gradloom.ui.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.NudgeEffect;
import org.gradloom.derivation.Perspectives;
import org.gradloom.derivation.Step;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Edits;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.ViewPart;
import org.gradloom.matrix.Cell;
import org.gradloom.text.InvalidInput;

/**
 * What the Explore screen shows.
 *
 * @param document the lesson as a document, with what was done to it
 * @param derivation of the document's present lesson or, while the matrices of that one are still
 *     computed, of the one shown before; with what of it is covered
 * @param step where the walk stands; one selection drives every view
 * @param granularity how far a step of the transport goes
 * @param perspective the view of it that was chosen; {@link #seen} says which one is shown
 * @param view how the user likes to see it; outlives the document
 * @param yours a gradient of the user's own that is compared with the derived one
 * @param path where its lesson has come to, if it has beats and was not left
 * @param earlier what was covered of other numbers, for when these come back
 */
public record Explore(
    Document document,
    Derivation derivation,
    Step step,
    Granularity granularity,
    Perspective perspective,
    Playback playback,
    View view,
    Optional<Yours> yours,
    Optional<LessonPath> path,
    EarlierCovers earlier) {

  /**
   * A document at its first term.
   *
   * @param opening a number that no document opened here before has
   */
  static Explore opened(
      long opening, Derivation derivation, Origin origin, double speed, View view) {
    return new Explore(
        Document.opened(opening, derivation.lesson(), origin),
        derivation,
        derivation.at(Granularity.TERM, 0),
        Granularity.TERM,
        Perspective.PRODUCT,
        new Playback(false, speed),
        view,
        Optional.empty(),
        Optional.empty(),
        EarlierCovers.NONE);
  }

  /** The lesson whose numbers are shown; {@link #awaited} says whether others are on the way. */
  public Lesson lesson() {
    return derivation.lesson();
  }

  /** The document's lesson, where its matrices are not computed yet. */
  public Optional<Lesson> awaited() {
    return document.lesson().equals(lesson()) ? Optional.empty() : Optional.of(document.lesson());
  }

  public boolean isAtStart() {
    return derivation.indexOf(Granularity.TERM, step) == 0;
  }

  public boolean isAtEnd() {
    return derivation.indexOf(Granularity.TERM, step) == derivation.size(Granularity.TERM) - 1;
  }

  Explore with(Document document) {
    return new Explore(
        document, derivation, step, granularity, perspective, playback, view, yours, path, earlier);
  }

  /**
   * Everything derived follows the numbers; the place in the walk stays, and what is covered stays
   * so ({@link KeptCover}). Beside other beats it is covered what these say, and nothing of what
   * was tried counts any more.
   */
  Explore computed(Derivation other) {
    Lesson next = document.lesson();
    boolean told = next.beats().equals(lesson().beats());
    Optional<LessonPath> way =
        path.flatMap(old -> (told ? old : LessonPath.first().at(old.index())).in(next));
    KeptCover kept =
        told
            ? KeptCover.of(derivation, earlier, other, way)
            : KeptCover.only(way.map(onward -> onward.covered(other)).orElse(List.of()));
    Derivation covered = other.covering(kept.items());
    return new Explore(
        document,
        covered,
        Walk.nearest(this, covered),
        granularity,
        perspective,
        playback,
        view,
        yours.flatMap(own -> own.in(covered)),
        way,
        kept.earlier());
  }

  Explore with(Step step) {
    return new Explore(
        document, derivation, step, granularity, perspective, playback, view, yours, path, earlier);
  }

  /**
   * Seen in another way, at a place that this way can show. Only cards and sheets go by samples.
   */
  Explore with(Perspective perspective, Step step) {
    boolean dealt = granularity == Granularity.SAMPLE && !Perspectives.goBySamples(perspective);
    return new Explore(
        document,
        derivation,
        step,
        dealt ? Granularity.TERM : granularity,
        perspective,
        playback,
        view,
        yours,
        path,
        earlier);
  }

  /** The view that is shown: the product wherever the chosen one has nothing to show. */
  public Perspective seen() {
    return Perspectives.shows(perspective, step) ? perspective : Perspective.PRODUCT;
  }

  Explore with(Granularity granularity, Step step) {
    return new Explore(
        document, derivation, step, granularity, perspective, playback, view, yours, path, earlier);
  }

  /** What must not be seen yet, and nothing else. */
  Explore covering(Collection<? extends Coverable> items) {
    return covering(items, EarlierCovers.NONE);
  }

  /** What must not be seen either. */
  Explore coveringToo(Collection<? extends Coverable> more) {
    Set<Coverable> items = new HashSet<>(derivation.cover().items());
    items.addAll(more);
    return covering(items, earlier.without(more));
  }

  private Explore covering(Collection<? extends Coverable> items, EarlierCovers known) {
    Derivation covered = derivation.covering(items);
    Step same = covered.at(step.granularity(), covered.indexOf(step.granularity(), step));
    return new Explore(
        document, covered, same, granularity, perspective, playback, view, yours, path, known);
  }

  /** Beside a gradient of the user's own, or beside none any more. */
  Explore comparing(Optional<Yours> yours) {
    return new Explore(
        document, derivation, step, granularity, perspective, playback, view, yours, path, earlier);
  }

  /**
   * The user's own gradient, where the walk is at the one it is compared with: at a cell of it or
   * more, since a term is a thing of the product alone.
   */
  public Optional<Yours> yoursHere() {
    return yours
        .filter(own -> own.compared().gradient().equals(step.result()))
        .filter(own -> step.granularity() != Granularity.TERM);
  }

  Explore with(View view) {
    return new Explore(
        document, derivation, step, granularity, perspective, playback, view, yours, path, earlier);
  }

  Explore playing(boolean wanted) {
    return with(new Playback(wanted, playback.speed()));
  }

  Explore at(double speed) {
    return with(new Playback(playback.playing(), speed));
  }

  // ---- the lesson's beats

  /** The beat that the lesson has come to, if it has beats and was not left. */
  public Optional<Beat> beat() {
    return path.map(way -> way.beat(lesson()));
  }

  /** True if place and numbers are those of the present beat, not the learner's own. */
  public boolean isOnPath() {
    return path.filter(way ->
            way.isAt(step, derivation)
                && way.isSeenAs(perspective, lesson())
                && way.hasNumbers(document.lesson()))
        .isPresent();
  }

  /** True if the present beat asks for what was neither said nor shown yet. */
  public boolean isAsking() {
    return path.filter(way -> way.isAsking(lesson())).isPresent();
  }

  /** The question of the beat where one is, open or over. */
  private Optional<Beat.Ask> questionHere() {
    return beat().filter(_ -> isOnPath()).flatMap(beat -> Optional.ofNullable(beat.ask()));
  }

  /**
   * True if a beat that is still to come covers something that a view adds, and asks: until then
   * nothing else may tell it.
   */
  public boolean willAskAbout(ViewPart part) {
    return path.filter(way ->
            lesson().beats().stream()
                .skip(way.index() + 1L)
                .anyMatch(later -> later.ask() != null && later.cover().contains(part)))
        .isPresent();
  }

  /** What is asked where one is, if it was neither said nor shown yet. */
  private Optional<Beat.Ask> question() {
    return questionHere().filter(_ -> isAsking());
  }

  /** Which numbers the question where one is is about, open or over, if any. */
  public Optional<Region> inQuestion() {
    return questionHere().flatMap(ask -> Optional.ofNullable(ask.of()));
  }

  /** Which numbers are to be predicted where one is, if any. */
  public Optional<Region> asked() {
    return question().flatMap(ask -> Optional.ofNullable(ask.of()));
  }

  /** The matrix whose cells are to be marked where one is, if a question asks for cells. */
  public Optional<Operand> markable() {
    return question()
        .flatMap(ask -> Optional.ofNullable(ask.answer()))
        .filter(answer -> answer.kind() == Answer.Kind.CELLS)
        .flatMap(answer -> answer.places().findFirst())
        .map(Region::operand);
  }

  /** The cells that are marked so far where they are asked for. */
  public Set<Place.OfCell> marked() {
    return markable().isEmpty() ? Set.of() : path.map(LessonPath::marked).orElse(Set.of());
  }

  /** True where the rule in symbols would say what is asked for. */
  public boolean hidesSymbols() {
    return step().cover().hides(ViewPart.SYMBOLS);
  }

  /** True where the rule in numbers would say what is asked for. */
  public boolean hidesNumbers() {
    return asked().isPresent() && step().cover().hides(step().result(), step().cell());
  }

  /** True while code would answer the question. */
  public boolean hidesCode() {
    return beat()
        .filter(_ -> isAsking())
        .flatMap(beat -> Optional.ofNullable(beat.ask()))
        .filter(Beat.Ask::hidesCode)
        .isPresent();
  }

  /**
   * The number that the present beat lets the learner move now: the one it names or, of a whole
   * matrix, the one whose slope is looked at.
   */
  public Optional<Place.OfCell> nudged() {
    return ofBeat().filter(this::isSeen);
  }

  /**
   * The sample, from 0, that is looked at where a step is about all of them alike: the one whose
   * input the present beat lets the learner move, or else the first.
   */
  public int sampleInSight() {
    return beat()
        .filter(_ -> isOnPath())
        .map(Beat::nudge)
        .filter(place -> place.operand().quantity() == MatrixSymbol.X)
        .map(place ->
            switch (place) {
              case Place.OfCell(_, var cell) -> cell.row();
              case Place.OfTerm(_, var cell, _) -> cell.row();
              case Place.OfMatrix _ -> 0;
            })
        .orElse(0);
  }

  private Optional<Place.OfCell> ofBeat() {
    return path.filter(way -> isOnPath() && !way.isAsking(lesson()))
        .flatMap(way -> Optional.ofNullable(way.beat(lesson()).nudge()))
        .flatMap(place ->
            switch (place) {
              case Place.OfCell cell -> Optional.of(cell);
              case Place.OfTerm(var operand, var cell, _) ->
                  Optional.of(new Place.OfCell(operand, cell));
              case Place.OfMatrix(var operand) ->
                  NudgeEffect.gradientBy(operand)
                      .filter(gradient -> lesson().canonical(gradient).equals(step.result()))
                      .map(_ -> new Place.OfCell(operand, step.cell()));
            });
  }

  /**
   * The number that can be moved where one is: the one of the beat or, beside measured slopes, the
   * one whose slope is looked at, if it is an input and no question has to be answered first. What
   * is covered is not moved: nobody would see where it goes.
   */
  public Optional<Place.OfCell> movable() {
    return movableWhereSeen().filter(this::isSeen);
  }

  /** True where numbers can be moved, also if the one that {@link #movable} means is covered. */
  public boolean movesNumbers() {
    return movableWhereSeen().isPresent();
  }

  private Optional<Place.OfCell> movableWhereSeen() {
    return ofBeat()
        .or(() ->
            seen() == Perspective.NUDGE && question().isEmpty() ? atSlope() : Optional.empty());
  }

  boolean isSeen(Place.OfCell entry) {
    return !derivation.cover().hides(entry.operand(), entry.cell());
  }

  /** The input's entry whose slope the step makes. */
  private Optional<Place.OfCell> atSlope() {
    return Optional.of(lesson().canonical(step.result().variable()))
        .filter(operand -> operand.quantity().isInput())
        .map(operand -> new Place.OfCell(operand, step.cell()));
  }

  /**
   * The numbers shown, but for one that was moved: that one is as the present beat has it, or as it
   * was before the gesture that moved it last. Where it was not moved, these are the numbers shown.
   */
  public Lesson beforeMove(Place.OfCell entry) {
    return home()
        .flatMap(home -> entryOf(home, entry))
        .map(set -> Edits.apply(lesson(), set))
        .or(() -> LessonReducer.beforeMove(document.history(), entry))
        .filter(before -> before.products() == lesson().products())
        .orElse(lesson());
  }

  private static Optional<Edit> entryOf(Lesson lesson, Place.OfCell entry) {
    try {
      lesson.require(entry);
    } catch (InvalidInput e) {
      return Optional.empty();
    }
    Cell cell = entry.cell();
    return Optional.of(
        new Edit.SetEntry(
            entry.operand(), cell, lesson.input(entry.operand()).entry(cell.row(), cell.column())));
  }

  /** Where the present beat stands in the walk, if it stands anywhere. */
  public Optional<Step> beatStep() {
    return beat().flatMap(beat -> LessonPath.stepOf(beat, derivation));
  }

  /** The numbers of the present beat, as it gives them. */
  public Optional<Lesson> home() {
    return path.map(way -> way.home(lesson()));
  }

  /** The beat's numbers are the lesson's own: nobody loses work where they are left. */
  Explore withNumbersSaved() {
    return with(document.withNumbersSaved());
  }

  Explore on(Optional<LessonPath> path) {
    return new Explore(
        document, derivation, step, granularity, perspective, playback, view, yours, path, earlier);
  }

  private Explore with(Playback playback) {
    return new Explore(
        document, derivation, step, granularity, perspective, playback, view, yours, path, earlier);
  }
}
