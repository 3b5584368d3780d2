package org.gradloom.ui.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.gradloom.KnownLessons;
import org.gradloom.RandomEdits;
import org.gradloom.RandomLessons;
import org.gradloom.blas.BlasSearch;
import org.gradloom.derivation.CodeListing;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Step;
import org.gradloom.formula.Dimension;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.History;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Screen;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.speed.SpeedPlan;
import org.gradloom.speed.Timings;
import org.gradloom.speed.Workload;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.training.Command;
import org.gradloom.training.PreparedData;
import org.gradloom.training.Preset;
import org.gradloom.training.RowEdits;
import org.gradloom.training.SetupEdits;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.theme.Appearance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the window's state, action by action, on lessons that fit on a page. */
class ReducerTest {
  private static final Texts TEXTS = Texts.english();
  private static final Operand X = new Operand(0, MatrixSymbol.X);
  private static final Operand W = new Operand(0, MatrixSymbol.W);
  private static final Dimension SAMPLES = new Dimension.Samples();

  private final Lesson lessonH = KnownLessons.lessonH();

  // ---- what is covered

  private static Place.OfCell cell(String place) {
    return (Place.OfCell) Place.parse(place);
  }

  private static boolean hides(Store store, String place) {
    return store
        .state()
        .explore()
        .derivation()
        .cover()
        .hides(cell(place).operand(), cell(place).cell());
  }

  @Test
  void coversAndUncoversWithoutLeavingThePlaceOrTouchingTheDocument() {
    Store store = new Store(after("layer1/dW/3,2/term2"));
    store.dispatch(new Action.Cover(List.of(Place.parse("layer1/dW"))));
    store.dispatch(new Action.Cover(List.of(Place.parse("layer1/x/2,1"))));
    assertThat(hides(store, "layer1/dW/3,2")).isTrue();
    assertThat(hides(store, "layer1/x/2,1")).isTrue();
    assertThat(store.state().explore().step().cover())
        .isEqualTo(store.state().explore().derivation().cover());
    assertThat(place(store)).isEqualTo("layer1/dW/3,2/term2");
    assertThat(store.state().explore().document().isChanged()).isFalse();
    assertThat(store.state().explore().document().history().undoable()).isEmpty();

    store.dispatch(new Action.Uncover(List.of(Place.parse("layer1/dW"))));
    assertThat(hides(store, "layer1/dW/3,2")).isFalse();
    assertThat(hides(store, "layer1/x/2,1")).isTrue();
    assertThat(place(store)).isEqualTo("layer1/dW/3,2/term2");
  }

  @Test
  void whatIsCoveredStaysSoWhenNumbersChangeAndGoesWithTheDocument() {
    Store store = store(lessonH);
    store.dispatch(new Action.Cover(List.of(Place.parse("layer1/dW/3,2"))));
    store.dispatch(new Action.Apply(new Edit.SetEntry(X, new Cell(0, 0), Entry.of(7))));
    assertThat(hides(store, "layer1/dW/3,2")).isTrue();
    // Where a feature goes, others take its place: no entry of the matrix is told from another.
    store.dispatch(new Action.Apply(new Edit.Remove(new Dimension.Units(-1), 2)));
    assertThat(hides(store, "layer1/dW/2,2")).isTrue();
    assertThat(hides(store, "layer1/dX/1,1")).isFalse();
    store.dispatch(new Action.Undo());
    assertThat(hides(store, "layer1/dW/3,2")).isTrue();
    store.dispatch(new Action.Open(Derivation.of(lessonH), new Origin.Unsaved()));
    assertThat(hides(store, "layer1/dW/3,2")).isFalse();
  }

  @Test
  void undoOfALineBringsBackWhatWasCoveredAndNoMore() {
    Store store = store(lessonH);
    store.dispatch(
        new Action.Cover(List.of(Place.parse("layer1/dW/3,2"), Place.parse("layer1/x/1,1"))));
    Set<Coverable> byHand = store.state().explore().derivation().cover().items();
    store.dispatch(new Action.Apply(new Edit.Insert(new Dimension.Units(-1), 0)));
    store.dispatch(new Action.Apply(new Edit.Insert(new Dimension.Units(-1), 0)));
    assertThat(hides(store, "layer1/dW/5,2")).isTrue();
    assertThat(hides(store, "layer1/dW/1,1")).isTrue();
    store.dispatch(new Action.Undo());
    assertThat(hides(store, "layer1/dW/1,1")).as("a line more than at first").isTrue();
    store.dispatch(new Action.Undo());
    assertThat(store.state().explore().derivation().cover().items()).isEqualTo(byHand);

    store.dispatch(new Action.Redo());
    assertThat(hides(store, "layer1/dW/1,1")).isTrue();
    store.dispatch(new Action.Cover(List.of(Place.parse("layer1/dX/1,1"))));
    store.dispatch(new Action.Cover(List.of(Place.parse("layer1/x"))));
    store.dispatch(new Action.Undo());
    assertThat(hides(store, "layer1/dW/1,1")).isFalse();
    assertThat(store.state().explore().derivation().cover().items())
        .as("what was covered beside the other shapes stays so, all of it")
        .containsExactlyInAnyOrder(
            Place.parse("layer1/dW/3,2"), Place.parse("layer1/x"), Place.parse("layer1/dX"));
  }

  @Test
  void whatWasUncoveredBesideOtherShapesIsNotCoveredAgainByUndo() {
    Store store = store(lessonH);
    store.dispatch(new Action.Cover(List.of(Place.parse("layer1/dW/3,2"))));
    store.dispatch(new Action.Apply(new Edit.Insert(new Dimension.Units(-1), 0)));
    store.dispatch(new Action.Uncover(List.of(Place.parse("layer1/dW"))));
    store.dispatch(new Action.Undo());
    assertThat(store.state().explore().derivation().cover().items()).isEmpty();
  }

  @Test
  void whatIsCoveredStaysSoInEveryWritingOfTheLesson() {
    Store store = new Store(after("layer1/dW/3,2/term2"));
    store.dispatch(new Action.Cover(List.of(Place.parse("layer1/dW/3,2"))));
    History before = store.state().explore().document().history();
    for (Convention convention : Convention.values()) {
      store.dispatch(new Action.Write(before, convention));
      assertThat(store.state().explore().lesson().convention()).isEqualTo(convention);
      assertThat(hides(store, "layer1/dW/3,2")).isTrue();
      assertThat(hides(store, "layer1/dW/2,2")).isFalse();
      assertThat(store.state().explore().step().hidesSomething()).isTrue();
      assertThat(place(store)).isEqualTo("layer1/dW/3,2/term2");
    }
    store.dispatch(new Action.Undo());
    assertThat(store.state().explore().lesson().convention()).isEqualTo(Convention.XW);
    assertThat(hides(store, "layer1/dW/3,2")).isTrue();
    assertThat(place(store)).isEqualTo("layer1/dW/3,2/term2");
  }

  @Test
  void aPlaceThatThereIsNotIsRefused() {
    Store store = store(lessonH);
    assertThat(store.dispatch(new Action.Cover(List.of(Place.parse("layer1/dW/9,9")))))
        .map(TEXTS::say)
        .contains("There is no place layer1/dW/9,9: layer1/dW is 3×2.");
    assertThat(store.state().explore().derivation().cover().items()).isEmpty();
  }

  // ---- how the window looks

  @Test
  void theLookIsOneForAllScreensAndOutlivesTheDocument() {
    Store store = store(lessonH);
    Appearance large = Appearance.usual().larger();
    store.dispatch(new Action.Wear(large));
    store.dispatch(new Action.LessMotion(true));
    store.dispatch(new Action.Open(Derivation.of(KnownLessons.twoLayers()), new Origin.Unsaved()));
    assertThat(store.state().look()).isEqualTo(new Look(large, true, false));
  }

  @Test
  void motionIsReducedWhereTheUserOrTheSystemWantsSo() {
    Store store = store(lessonH);
    assertThat(store.state().look().isMotionReduced()).isFalse();
    store.dispatch(new Action.SystemMotion(true));
    assertThat(store.state().look().isMotionReduced()).isTrue();
    store.dispatch(new Action.LessMotion(true));
    store.dispatch(new Action.SystemMotion(false));
    assertThat(store.state().look().isMotionReduced()).isTrue();
    store.dispatch(new Action.LessMotion(false));
    assertThat(store.state().look()).isEqualTo(Look.usual());
  }

  // ---- stepping

  @ParameterizedTest
  @EnumSource(Granularity.class)
  void forwardToTheEndAndBackToTheStartMeetsTheSamePlaces(Granularity granularity) {
    Store store = store(KnownLessons.twoLayers());
    store.dispatch(new Action.StepBy(granularity));
    List<String> forwards = new ArrayList<>();
    while (!store.state().explore().isAtEnd()) {
      store.dispatch(new Action.Forward(granularity));
      forwards.add(place(store));
    }
    // At the first term the first unit of more than one term is only begun.
    long steps = store.state().explore().derivation().size(granularity);
    assertThat(forwards).hasSize((int) (granularity == Granularity.TERM ? steps - 1 : steps));
    List<String> backwards = new ArrayList<>();
    while (!store.state().explore().isAtStart()) {
      backwards.addFirst(place(store));
      store.dispatch(new Action.Back(granularity));
    }
    assertThat(backwards).isEqualTo(forwards);
    assertThat(place(store)).isEqualTo("layer1/z/1,1/term1");
  }

  @Test
  void forwardFinishesWhatIsBegunFirst() {
    assertThat(place(after("layer1/dW/3,2/term2", forward(Granularity.TERM))))
        .isEqualTo("layer1/dW/3,2/term3");
    assertThat(place(after("layer1/dW/3,2/term2", forward(Granularity.CELL))))
        .isEqualTo("layer1/dW/3,2");
    assertThat(place(after("layer1/dW/2,2/term2", forward(Granularity.MATRIX))))
        .isEqualTo("layer1/dW");
    assertThat(place(after("layer1/dW/2,2/term2", forward(Granularity.PHASE))))
        .isEqualTo("layer1/dX");
  }

  @Test
  void forwardFromWhatIsFinishedGoesOn() {
    assertThat(place(after("layer1/dW/3,2/term4", forward(Granularity.TERM))))
        .isEqualTo("layer1/dX/1,1/term1");
    assertThat(place(after("layer1/dW/1,1/term4", forward(Granularity.CELL))))
        .isEqualTo("layer1/dW/1,2");
    assertThat(place(after("layer1/dW/3,2/term4", forward(Granularity.MATRIX))))
        .isEqualTo("layer1/dX");
    assertThat(place(after("layer1/dX/4,3/term2", forward(Granularity.PHASE))))
        .isEqualTo("layer1/wNext");
  }

  @Test
  void backLeavesTheUnitForTheEndOfTheOneBefore() {
    assertThat(place(after("layer1/dW/1,1/term1", back(Granularity.TERM))))
        .isEqualTo("layer1/dA/4,2/term1");
    assertThat(place(after("layer1/dW/3,2/term2", back(Granularity.CELL))))
        .isEqualTo("layer1/dW/3,1");
    assertThat(place(after("layer1/dW/3,2/term2", back(Granularity.MATRIX))))
        .isEqualTo("layer1/dA");
    assertThat(place(after("layer1/dW/3,2/term2", back(Granularity.PHASE)))).isEqualTo("layer1/dA");
  }

  @ParameterizedTest
  @EnumSource(Granularity.class)
  void backFromTheFirstUnitGoesToTheVeryFirstTermAndStays(Granularity granularity) {
    assertThat(place(after("layer1/z/1,1/term2", back(granularity), back(granularity))))
        .isEqualTo("layer1/z/1,1/term1");
  }

  @ParameterizedTest
  @EnumSource(Granularity.class)
  void forwardAtTheEndStays(Granularity granularity) {
    AppState end = after("layer1/z/1,1/term1", new Action.Last());
    assertThat(end.explore().isAtEnd()).isTrue();
    assertThat(reduce(end, forward(granularity))).isEqualTo(end);
  }

  @Test
  void lastAndFirstAreTheEndsOfTheWalk() {
    assertThat(place(after("layer1/dW/2,1/term2", new Action.Last())))
        .isEqualTo("layer1/wNext/3,2/term1");
    assertThat(place(after("layer1/dW/2,1/term2", stepBy(Granularity.MATRIX), new Action.Last())))
        .isEqualTo("layer1/wNext");
    assertThat(place(after("layer1/dW/2,1/term2", new Action.First())))
        .isEqualTo("layer1/z/1,1/term1");
  }

  @Test
  void anotherGranularityKeepsThePlace() {
    AppState begun = after("layer1/dW/3,2/term2", stepBy(Granularity.CELL));
    assertThat(place(begun)).isEqualTo("layer1/dW/3,2/term2");
    AppState whole = reduce(begun, forward(Granularity.CELL));
    assertThat(place(whole)).isEqualTo("layer1/dW/3,2");
    assertThat(place(reduce(whole, stepBy(Granularity.TERM)))).isEqualTo("layer1/dW/3,2/term4");
    assertThat(place(reduce(whole, stepBy(Granularity.MATRIX)))).isEqualTo("layer1/dW");
    assertThat(place(reduce(whole, stepBy(Granularity.MATRIX), stepBy(Granularity.CELL))))
        .isEqualTo("layer1/dW/3,2");
  }

  // ---- seeking and choosing

  @Test
  void seekingGoesToATermAndNeverBeyondTheEnds() {
    assertThat(place(after("layer1/dW/3,2/term2", new Action.Seek(0))))
        .isEqualTo("layer1/z/1,1/term1");
    assertThat(place(after("layer1/dW/3,2/term2", new Action.Seek(25))))
        .isEqualTo("loss/L/1,1/term2");
    assertThat(place(after("layer1/dW/3,2/term2", new Action.Seek(-7))))
        .isEqualTo("layer1/z/1,1/term1");
    assertThat(place(after("layer1/dW/3,2/term2", new Action.Seek(Long.MAX_VALUE))))
        .isEqualTo("layer1/wNext/3,2/term1");
  }

  @Test
  void seekingAtACoarserGranularityTakesTheUnitAroundTheTerm() {
    assertThat(place(after("layer1/z/1,1/term1", stepBy(Granularity.CELL), new Action.Seek(4))))
        .isEqualTo("layer1/z/1,2");
    assertThat(place(after("layer1/z/1,1/term1", stepBy(Granularity.MATRIX), new Action.Seek(4))))
        .isEqualTo("layer1/z");
    assertThat(place(after("layer1/z/1,1/term1", stepBy(Granularity.PHASE), new Action.Seek(50))))
        .isEqualTo("layer1/dX");
  }

  @Test
  void choosingAComputedCellShowsAllItsTerms() {
    var choice = new Action.Choose(new Operand(0, MatrixSymbol.DX), new Cell(1, 2));
    assertThat(place(after("layer1/z/1,1/term1", choice))).isEqualTo("layer1/dX/2,3/term2");
    assertThat(place(after("layer1/z/1,1/term1", stepBy(Granularity.CELL), choice)))
        .isEqualTo("layer1/dX/2,3");
    assertThat(place(after("layer1/z/1,1/term1", stepBy(Granularity.PHASE), choice)))
        .isEqualTo("layer1/dX/2,3");
  }

  @Test
  void choosingAnInputStaysInTheCellThatReadsIt() {
    assertThat(place(after("layer1/dW/3,2/term2", new Action.Choose(X, new Cell(0, 2)))))
        .isEqualTo("layer1/dW/3,2/term1");
    assertThat(place(after("layer1/dX/2,3/term1", new Action.Choose(W, new Cell(2, 1)))))
        .isEqualTo("layer1/dX/2,3/term2");
    assertThat(place(after("layer1/z/2,2/term1", new Action.Choose(W, new Cell(2, 1)))))
        .isEqualTo("layer1/z/2,2/term3");
  }

  @Test
  void choosingAnInputStaysInTheMatrixThatReadsIt() {
    assertThat(place(after("layer1/dW/3,2/term2", new Action.Choose(X, new Cell(3, 1)))))
        .isEqualTo("layer1/dW/2,1/term4");
    assertThat(place(after("layer1/dX/2,3/term1", new Action.Choose(W, new Cell(0, 1)))))
        .isEqualTo("layer1/dX/1,1/term2");
    assertThat(place(after("layer1/wNext/2,1/term1", new Action.Choose(W, new Cell(0, 1)))))
        .isEqualTo("layer1/wNext/1,2/term1");
  }

  @Test
  void choosingAnInputThatIsNotReadHereGoesToWhereItIsUsedFirst() {
    assertThat(place(after("layer1/dW/3,2/term2", new Action.Choose(W, new Cell(2, 1)))))
        .isEqualTo("layer1/z/1,2/term3");
    assertThat(
            place(
                after(
                    "layer1/dW/3,2/term2",
                    new Action.Choose(Operand.ofLoss(MatrixSymbol.UPSTREAM), new Cell(1, 0)))))
        .isEqualTo("loss/L/1,1/term3");
  }

  @Test
  void aPlaceThatTheWalkHasNotIsRefusedInASentenceAndNothingMoves() {
    Store store = new Store(at(lessonH, "layer1/dW/3,2/term2"));
    AppState before = store.state();
    Optional<Message> refused = store.dispatch(new Action.Go(Place.parse("layer1/dB")));
    assertThat(refused.map(TEXTS::say)).hasValueSatisfying(s -> assertThat(s).endsWith("."));
    assertThat(store.state()).isSameAs(before);
  }

  // ---- the place after an edit

  @Test
  void thePlaceSurvivesAnEditAndEverythingDerivedFollows() {
    AppState before = at(lessonH, "layer1/dW/3,2/term4");
    assertThat(before.explore().step().runningSum()).isEqualTo(-6);
    AppState after =
        reduce(before, new Action.Apply(new Edit.SetEntry(X, new Cell(0, 2), Entry.of(5))));
    assertThat(place(after)).isEqualTo("layer1/dW/3,2/term4");
    assertThat(after.explore().step().runningSum()).isEqualTo(-11);
    assertThat(after.explore().step().trace()).isSameAs(after.explore().derivation().trace());
  }

  @Test
  void aMatrixThatShrinksTakesThePlaceToItsEdge() {
    Action lessSamples = new Action.Apply(new Edit.Remove(SAMPLES, 0));
    assertThat(place(after("layer1/z/4,2/term1", lessSamples))).isEqualTo("layer1/z/3,2/term1");
    assertThat(place(after("layer1/dW/3,2/term4", lessSamples))).isEqualTo("layer1/dW/3,2/term3");
    Action lessFeatures = new Action.Apply(new Edit.Remove(new Dimension.Units(-1), 0));
    assertThat(place(after("layer1/dW/3,2/term2", lessFeatures))).isEqualTo("layer1/dW/2,2/term2");
    assertThat(place(after("layer1/z/1,1/term3", lessFeatures))).isEqualTo("layer1/z/1,1/term2");
    Action lessNeurons = new Action.Apply(new Edit.Remove(new Dimension.Units(0), 0));
    assertThat(place(after("layer1/dW/3,2/term2", lessNeurons))).isEqualTo("layer1/dW/3,1/term2");
  }

  @Test
  void aMatrixThatGrowsKeepsThePlaceAndFinishedSumsStayFinished() {
    Action sample = new Action.Apply(new Edit.Insert(SAMPLES, 4));
    assertThat(place(after("layer1/dW/3,2/term2", sample))).isEqualTo("layer1/dW/3,2/term2");
    assertThat(place(after("layer1/dW/3,2/term4", sample))).isEqualTo("layer1/dW/3,2/term5");
    assertThat(place(after("layer1/dW/3,2/term4", stepBy(Granularity.CELL), sample)))
        .isEqualTo("layer1/dW/3,2");
  }

  @Test
  void whenTheMatrixGoesThePlaceMovesToTheNextOfTheOldWalk() {
    Action noBias = new Action.Apply(new Edit.SetBias(0, false));
    Lesson biased = KnownLessons.lessonHWithBias();
    assertThat(place(reduce(at(biased, "layer1/dB/1,2/term3"), noBias)))
        .startsWith("layer1/dX/1,2/");
    assertThat(place(reduce(at(biased, "layer1/bNext/1,2/term1"), noBias)))
        .startsWith("layer1/wNext/");
    Action squaredError = new Action.Apply(new Edit.SetLossKind(LossKind.SQUARED_ERROR));
    assertThat(
            place(
                reduce(at(KnownLessons.softmax(Reduction.SUM), "loss/p/2,3/term1"), squaredError)))
        .startsWith("loss/L/1,1/");
  }

  @Test
  void withoutAnActivationThePlaceIsTheSameCellUnderItsOtherName() {
    Action identity = new Action.Apply(new Edit.SetActivation(0, Elementwise.IDENTITY));
    Lesson twoLayers = KnownLessons.twoLayers();
    assertThat(place(reduce(at(twoLayers, "layer1/a/3,4/term1"), identity)))
        .isEqualTo("layer1/z/3,4/term2");
    assertThat(place(reduce(at(twoLayers, "layer1/dZ/3,4/term1"), identity)))
        .isEqualTo("layer2/dX/3,4/term1");
    assertThat(place(reduce(at(twoLayers, "layer2/dX/3,4/term1"), identity)))
        .isEqualTo("layer2/dX/3,4/term1");
  }

  @Test
  void aLossThatIsAveragedKeepsThePlaceOnItsLastTerm() {
    AppState summed = at(lessonH, "loss/L/1,1/term8");
    AppState averaged = reduce(summed, new Action.Apply(new Edit.SetReduction(Reduction.MEAN)));
    assertThat(place(averaged)).isEqualTo("loss/L/1,1/term9");
    AppState again = reduce(averaged, new Action.Apply(new Edit.SetReduction(Reduction.SUM)));
    assertThat(place(again)).isEqualTo("loss/L/1,1/term8");
  }

  // ---- undo, redo, reset

  @Test
  void undoTakesBackOneEditAndRedoBringsItAgain() {
    Store store = store(lessonH);
    store.dispatch(new Action.Apply(new Edit.SetEntry(X, new Cell(0, 2), Entry.of(5))));
    Lesson edited = store.state().explore().lesson();
    assertThat(said(store)).isEqualTo("X row 1, column 3 set to 5");
    store.dispatch(new Action.Undo());
    assertThat(store.state().explore().lesson()).isEqualTo(lessonH);
    assertThat(said(store)).isEqualTo("Undone: X row 1, column 3 set to 5");
    store.dispatch(new Action.Redo());
    assertThat(store.state().explore().lesson()).isEqualTo(edited);
    assertThat(said(store)).isEqualTo("X row 1, column 3 set to 5");
  }

  @Test
  void withoutAnEditThereIsNothingToUndoOrRedo() {
    AppState fresh = state(lessonH);
    assertThat(reduce(fresh, new Action.Undo())).isEqualTo(fresh);
    assertThat(reduce(fresh, new Action.Redo())).isEqualTo(fresh);
  }

  @Test
  void walkingAndLookingLeaveNoMarkInTheHistory() {
    AppState looked =
        after(
            "layer1/z/1,1/term1",
            forward(Granularity.CELL),
            new Action.LayOut(Layout.INLINE),
            new Action.Fold("why", true),
            new Action.ShowCode(CodeListing.Language.EJML),
            new Action.Play(true));
    assertThat(looked.explore().document().history().undoable()).isEmpty();
    assertThat(looked.explore().document().isChanged()).isFalse();
    assertThat(looked.explore().view())
        .isEqualTo(new View(Layout.INLINE, CodeListing.Language.EJML, Set.of("why"), Sides.USUAL));
  }

  @Test
  void resetGoesBackToTheDocumentAndCanBeUndone() {
    Store store = store(lessonH);
    store.dispatch(new Action.Apply(new Edit.Insert(SAMPLES, 0)));
    store.dispatch(new Action.Apply(new Edit.SetReduction(Reduction.MEAN)));
    Lesson edited = store.state().explore().lesson();
    store.dispatch(new Action.Reset());
    assertThat(store.state().explore().lesson()).isEqualTo(lessonH);
    assertThat(store.state().explore().document().isChanged()).isFalse();
    assertThat(said(store)).isEqualTo("Back to the document’s own numbers");
    store.dispatch(new Action.Undo());
    assertThat(store.state().explore().lesson()).isEqualTo(edited);
  }

  // ---- notices and refusals

  @Test
  void aNoticeIsGoneWithTheNextStep() {
    Store store = store(lessonH);
    store.dispatch(new Action.Tell(new Notice(Message.of("edit.lastSample"), true)));
    assertThat(said(store)).startsWith("The last sample must stay");
    store.dispatch(new Action.LayOut(Layout.INLINE));
    assertThat(store.state().notice()).isPresent();
    store.dispatch(new Action.Forward(Granularity.TERM));
    assertThat(store.state().notice()).isEmpty();
  }

  /** A paste that was read in one of two ways. */
  private static Notice twoReadings() {
    return new Notice(Message.of("notice.reset"), false)
        .offering(
            new Notice.Choice(
                Optional.empty(),
                Message.of("help.lessMotion"),
                new Action.Apply(new Edit.SetLearningRate(0.5))));
  }

  @Test
  void aNoticeWithAChoiceWaitsWhileTheWalkGoesOn() {
    Store store = store(lessonH);
    store.dispatch(new Action.Tell(twoReadings()));
    store.dispatch(new Action.Forward(Granularity.PHASE));
    store.dispatch(new Action.First());
    assertThat(store.state().notice()).contains(twoReadings());
    store.dispatch(new Action.Apply(new Edit.SetReduction(Reduction.MEAN)));
    assertThat(said(store)).isEqualTo("Loss averaged over the batch");
  }

  @Test
  void aNoticeWithAChoiceWaitsBehindAnotherScreen() {
    Store store = training();
    store.dispatch(new Action.Show(Screen.EXPLORE));
    store.dispatch(new Action.Tell(twoReadings()));
    store.dispatch(new Action.Show(Screen.TRAIN));
    assertThat(store.state().notice()).isEmpty();
    store.dispatch(new Action.Show(Screen.EXPLORE));
    assertThat(store.state().notice()).contains(twoReadings());
  }

  @Test
  void theAnswerIsDoneAndTheNoticeIsGone() {
    Store store = store(lessonH);
    store.dispatch(new Action.Tell(twoReadings()));
    Notice.Choice choice = twoReadings().choices().getFirst();
    store.dispatch(new Action.Answer(choice));
    assertThat(store.state().explore().lesson().learningRate()).isEqualTo(0.5);
    assertThat(said(store)).isEqualTo("Learning rate set to 0.5");
    Notice.Choice silent =
        new Notice.Choice(Optional.empty(), Message.of("help.lessMotion"), new Action.Play(true));
    store.dispatch(new Action.Tell(twoReadings()));
    store.dispatch(new Action.Answer(silent));
    assertThat(store.state().notice()).isEmpty();
  }

  @Test
  void anAnswerThatCannotBeLeavesTheNotice() {
    Store store = store(lessonH);
    store.dispatch(new Action.Tell(twoReadings()));
    Notice.Choice wrong =
        new Notice.Choice(
            Optional.empty(),
            Message.of("help.lessMotion"),
            new Action.Apply(new Edit.SetLearningRate(0)));
    assertThat(store.dispatch(new Action.Answer(wrong))).isPresent();
    assertThat(store.state().notice()).contains(twoReadings());
  }

  @Test
  void aNoticeThatIsClosedIsGoneButNotTheNext() {
    Store store = store(lessonH);
    Notice read = new Notice(Message.of("edit.lastSample"), true);
    store.dispatch(new Action.Tell(twoReadings()));
    store.dispatch(new Action.Dismiss(read));
    assertThat(store.state().notice()).contains(twoReadings());
    store.dispatch(new Action.Dismiss(twoReadings()));
    assertThat(store.state().notice()).isEmpty();
  }

  @Test
  void whatCannotBeIsRefusedAndNothingChanges() {
    Store store = store(lessonH);
    AppState before = store.state();
    assertThat(store.dispatch(new Action.Apply(new Edit.SetLearningRate(0))).map(TEXTS::say))
        .contains("The learning rate is 0, but must be greater than 0.");
    assertThat(
            store
                .dispatch(new Action.Apply(new Edit.Replace(X, Matrix.row(new double[17]))))
                .map(TEXTS::say))
        .contains("A matrix edited by hand has at most 16 rows and columns.");
    assertThat(store.state()).isSameAs(before);
  }

  // ---- the document

  @Test
  void savingMakesTheLessonTheDocument() {
    Store store = store(lessonH);
    store.dispatch(new Action.Apply(new Edit.SetReduction(Reduction.MEAN)));
    assertThat(store.state().explore().document().isChanged()).isTrue();
    Path file = Path.of("lessons", "mine.gradloom.json");
    store.dispatch(new Action.Saved(Screen.EXPLORE, store.state().explore().lesson(), file));
    assertThat(store.state().explore().document().isChanged()).isFalse();
    assertThat(store.state().explore().document().origin()).isEqualTo(new Origin.InFile(file));
    assertThat(said(store)).isEqualTo("Saved as mine.gradloom.json");
    store.dispatch(new Action.Undo());
    assertThat(store.state().explore().document().isChanged()).isTrue();
    assertThat(store.state().explore().lesson()).isEqualTo(lessonH);
  }

  @Test
  void aDocumentIsRenamedAndUndoKnowsIt() {
    Store store = store(lessonH.withTitle("Old"));
    store.dispatch(new Action.Rename(" Mine "));
    assertThat(store.state().explore().lesson().title()).isEqualTo("Mine");
    assertThat(said(store)).isEqualTo("Title set to “Mine”");
    store.dispatch(new Action.Undo());
    assertThat(store.state().explore().lesson().title()).isEqualTo("Old");
    store.dispatch(new Action.Rename("Old"));
    assertThat(store.state().explore().document().history().undoable()).isEmpty();
  }

  @Test
  void aSetupIsRenamedWhileItTrains() {
    Store store = training();
    Training before = store.state().training().orElseThrow();
    store.dispatch(new Action.Rename("My run"));
    Training renamed = store.state().training().orElseThrow();
    assertThat(renamed.setup().lesson().title()).isEqualTo("My run");
    assertThat(renamed.setup().data()).isEqualTo(before.setup().data());
    assertThat(renamed.run()).isEqualTo(before.run());
    assertThat(store.state().explore().lesson().title()).isNotEqualTo("My run");
  }

  @Test
  void whatWasEditedWhileAFileWasWrittenIsStillUnsaved() {
    Store store = store(lessonH);
    store.dispatch(new Action.Apply(new Edit.SetReduction(Reduction.MEAN)));
    Lesson written = store.state().explore().lesson();
    store.dispatch(new Action.Apply(new Edit.SetLearningRate(0.5)));
    store.dispatch(new Action.Saved(Screen.EXPLORE, written, Path.of("mine.gradloom.json")));
    assertThat(store.state().explore().document().isChanged()).isTrue();
  }

  @Test
  void openingStartsAtTheFirstTermAndKeepsHowTheUserLikesToSee() {
    AppState opened =
        after(
            "layer1/dW/3,2/term2",
            new Action.LayOut(Layout.INLINE),
            new Action.PlayAt(4),
            new Action.Play(true),
            new Action.Apply(new Edit.SetReduction(Reduction.MEAN)),
            new Action.Open(Derivation.of(KnownLessons.twoLayers()), new Origin.Unsaved()));
    assertThat(opened.explore().lesson()).isEqualTo(KnownLessons.twoLayers());
    assertThat(place(opened)).isEqualTo("layer1/z/1,1/term1");
    assertThat(opened.explore().playback()).isEqualTo(new Playback(false, 4));
    assertThat(opened.explore().view().layout()).isEqualTo(Layout.INLINE);
    assertThat(opened.notice()).isEmpty();
    assertThat(opened.explore().document().history().undoable()).isEmpty();
  }

  // ---- playing

  @Test
  void playingFromTheEndStartsAgain() {
    AppState playing = after("layer1/z/1,1/term1", new Action.Last(), new Action.Play(true));
    assertThat(playing.explore().playback().playing()).isTrue();
    assertThat(place(playing)).isEqualTo("layer1/z/1,1/term1");
    AppState paused = reduce(playing, forward(Granularity.CELL), new Action.Play(false));
    assertThat(place(paused)).isEqualTo("layer1/z/1,1");
  }

  @Test
  void theSpeedStaysWithinWhatAPersonCanFollow() {
    assertThat(after("layer1/z/1,1/term1", new Action.PlayAt(100)).explore().playback().speed())
        .isEqualTo(4);
    assertThat(after("layer1/z/1,1/term1", new Action.PlayAt(0)).explore().playback().speed())
        .isEqualTo(0.5);
  }

  // ---- any sequence

  @Test
  void anySequenceOfActionsLeavesAPlaceThatTheWalkHasAndCanBeUndone() {
    int refused = 0;
    for (int n = 0; n < 300; n++) {
      Random random = new Random(n);
      Lesson first = RandomLessons.any(1 + n % 32, n).getLast();
      Store store = store(first);
      for (int i = 0; i < 40; i++) {
        Action action = action(random, store.state());
        AppState before = store.state();
        Optional<Message> wrong = store.dispatch(action);
        if (wrong.isPresent()) {
          refused++;
          assertThat(TEXTS.say(wrong.get())).endsWith(".");
          assertThat(store.state()).isSameAs(before);
        }
        assertStandsInItsWalk(store.state(), action);
      }
      Lesson last = store.state().explore().lesson();
      int undone = 0;
      while (store.state().explore().document().history().undoable().isPresent()) {
        store.dispatch(new Action.Undo());
        assertStandsInItsWalk(store.state(), new Action.Undo());
        undone++;
      }
      assertThat(store.state().explore().lesson())
          .as("the first lesson of sequence " + n)
          .isEqualTo(first);
      for (int i = 0; i < undone; i++) {
        store.dispatch(new Action.Redo());
      }
      assertThat(store.state().explore().lesson())
          .as("the last lesson of sequence " + n)
          .isEqualTo(last);
    }
    assertThat(refused).isBetween(100, 4000);
  }

  private static Action action(Random random, AppState state) {
    Granularity by = List.of(Granularity.values()).get(random.nextInt(4));
    Derivation derivation = state.explore().derivation();
    return switch (random.nextInt(17)) {
      case 0 -> new Action.Forward(by);
      case 1 -> new Action.Back(by);
      case 2 -> new Action.First();
      case 3 -> new Action.Last();
      case 4 -> new Action.StepBy(by);
      case 5, 6 -> new Action.Seek(random.nextLong(derivation.size(Granularity.TERM)));
      case 7 -> new Action.Go(derivation.at(by, random.nextLong(derivation.size(by))).place());
      case 8 -> choice(random, state);
      case 9 -> random.nextBoolean() ? new Action.Undo() : new Action.Redo();
      case 10 ->
          random.nextInt(4) == 0
              ? new Action.Reset()
              : new Action.Saved(Screen.EXPLORE, state.explore().lesson(), Path.of("mine.json"));
      case 11 -> new Action.Play(random.nextBoolean());
      case 12 ->
          random.nextBoolean()
              ? new Action.Cover(
                  List.of(derivation.at(by, random.nextLong(derivation.size(by))).place()))
              : new Action.Uncover(derivation.cover().items());
      default -> new Action.Apply(RandomEdits.any(random, state.explore().lesson()));
    };
  }

  /** Any cell of any matrix that the lesson has. */
  private static Action choice(Random random, AppState state) {
    Lesson lesson = state.explore().lesson();
    List<Operand> operands = new ArrayList<>(lesson.inputs());
    state.explore().derivation().sections().forEach(section -> operands.add(section.result()));
    Operand operand = operands.get(random.nextInt(operands.size()));
    var shape = lesson.shape(operand);
    return new Action.Choose(
        operand, new Cell(random.nextInt(shape.rows()), random.nextInt(shape.columns())));
  }

  private static void assertStandsInItsWalk(AppState state, Action after) {
    Derivation derivation = state.explore().derivation();
    Step step = state.explore().step();
    assertThat(derivation.lesson())
        .as("the lesson walked after %s", after)
        .isSameAs(state.explore().document().lesson());
    assertThat(step.trace()).as("the numbers after %s", after).isSameAs(derivation.trace());
    assertThat(step.cover()).as("the cover after %s", after).isSameAs(derivation.cover());
    assertThat(derivation.at(step.granularity(), derivation.indexOf(step.granularity(), step)))
        .as("the step after %s", after)
        .isEqualTo(step);
    assertThat(derivation.at(step.termPlace()).cell()).isEqualTo(step.cell());
  }

  // ---- states

  private static AppState state(Lesson lesson) {
    return AppState.opened(Derivation.of(lesson), new Origin.Unsaved(), View.usual());
  }

  private static Store store(Lesson lesson) {
    return new Store(state(lesson));
  }

  private static AppState at(Lesson lesson, String place) {
    return reduce(state(lesson), new Action.Go(Place.parse(place)));
  }

  private AppState after(String place, Action... actions) {
    return reduce(at(lessonH, place), actions);
  }

  private static AppState reduce(AppState state, Action... actions) {
    AppState now = state;
    for (Action action : actions) {
      now = Reducer.reduce(now, action);
    }
    return now;
  }

  private static Action forward(Granularity by) {
    return new Action.Forward(by);
  }

  private static Action back(Granularity by) {
    return new Action.Back(by);
  }

  private static Action stepBy(Granularity granularity) {
    return new Action.StepBy(granularity);
  }

  private static String place(AppState state) {
    return state.explore().step().place().toString();
  }

  private static String place(Store store) {
    return place(store.state());
  }

  private static String said(Store store) {
    return store.state().notice().map(Notice::said).map(TEXTS::say).orElse("");
  }

  // ---- screens

  @Test
  void whatIsNoScreenOfTheWindowIsRefused() {
    Screen screen = Screen.SUMMARY;
    Store store = training();
    AppState before = store.state();
    assertThat(store.dispatch(new Action.Show(screen)))
        .map(TEXTS::say)
        .hasValueSatisfying(said -> assertThat(said).startsWith("The window has no screen for "));
    assertThat(store.state()).isSameAs(before);
    assertThat(before.document(screen)).isEmpty();
  }

  // ---- speed

  @Test
  void anotherLayerForgetsWhatWasMeasuredAndOtherSizesDoNot() {
    Store store = store(lessonH);
    SpeedState begun = store.state().speed();
    Timings found = new Timings(Map.of(), Set.of(16, 64));
    store.dispatch(new Action.TakeTimings(found, false, Optional.empty(), Optional.empty()));
    assertThat(store.state().speed().at()).hasValue(64);
    store.dispatch(new Action.SeeSize(16));
    store.dispatch(new Action.PlanSpeed(begun.plan().at(List.of(32))));
    assertThat(store.state().speed().at()).hasValue(16);
    assertThat(store.state().speed().plan().sizes()).containsExactly(32);
    SpeedPlan other = SpeedPlan.of(new Workload(8, Workload.Passes.BOTH), List.of(32));
    store.dispatch(new Action.TakeTimings(found, true, Optional.empty(), Optional.empty()));
    store.dispatch(new Action.PlanSpeed(other));
    assertThat(store.state().speed().plan().work().samples()).as("while measuring").isEqualTo(64);
    store.dispatch(new Action.TakeTimings(found, false, Optional.empty(), Optional.empty()));
    store.dispatch(new Action.PlanSpeed(other));
    assertThat(store.state().speed().found()).isEqualTo(Timings.none());
    assertThat(store.state().speed().at()).isEmpty();
  }

  // ---- training

  private Store training() {
    Store store = store(lessonH);
    store.dispatch(new Action.Play(true));
    store.dispatch(new Action.OpenSetup(Preset.IRIS.setup(), new Origin.BuiltIn(Preset.IRIS.id())));
    store.dispatch(new Action.Train(true));
    return store;
  }

  private static Training trained(Store store) {
    return store.state().training().orElseThrow();
  }

  @Test
  void exploreDoesNotPlayBehindTheTrainScreen() {
    assertThat(training().state().explore().playback().playing()).isFalse();
  }

  @Test
  void trainingWaitsWhileAnotherScreenIsShownAndGoesOnAfterwards() {
    Store store = training();
    store.dispatch(new Action.Show(Screen.EXPLORE));
    assertThat(trained(store).playing()).isFalse();
    store.dispatch(new Action.Show(Screen.TRAIN));
    assertThat(trained(store).playing()).isTrue();
    store.dispatch(new Action.Open(Derivation.of(KnownLessons.twoLayers()), new Origin.Unsaved()));
    assertThat(store.state().screen()).isEqualTo(Screen.EXPLORE);
    assertThat(trained(store).playing()).isFalse();
    store.dispatch(new Action.Show(Screen.TRAIN));
    assertThat(trained(store).playing()).isTrue();
  }

  @Test
  void behindTheStartScreenNothingGoesOnAndThereTrainingGoesOnAfterwards() {
    Store store = training();
    store.dispatch(new Action.Show(Screen.START));
    assertThat(trained(store).playing()).isFalse();
    store.dispatch(new Action.Show(Screen.EXPLORE));
    store.dispatch(new Action.Play(true));
    store.dispatch(new Action.Show(Screen.START));
    assertThat(store.state().explore().playback().playing()).isFalse();
    store.dispatch(new Action.Show(Screen.TRAIN));
    assertThat(trained(store).playing()).isTrue();
  }

  @Test
  void onTheStartScreenThereIsNoDocumentToChange() {
    Store store = store(lessonH);
    store.dispatch(new Action.Apply(new Edit.SetLearningRate(0.5)));
    store.dispatch(new Action.Show(Screen.START));
    AppState before = store.state();
    for (Action change :
        List.of(new Action.Undo(), new Action.Reset(), new Action.Rename("Mine"))) {
      store.dispatch(change);
      assertThat(store.state()).as(change.toString()).isEqualTo(before);
    }
    store.dispatch(new Action.Show(Screen.EXPLORE));
    store.dispatch(new Action.Undo());
    store.dispatch(new Action.Show(Screen.START));
    store.dispatch(new Action.Redo());
    assertThat(store.state().explore().document().lesson()).isEqualTo(lessonH);
  }

  @Test
  void whatWasSavedStaysTheScreensThatWasShownThen() {
    Store store = training();
    store.dispatch(new Action.Saved(Screen.EXPLORE, lessonH, Path.of("h.gradloom.json")));
    assertThat(store.state().document(Screen.EXPLORE).orElseThrow().origin())
        .isEqualTo(new Origin.InFile(Path.of("h.gradloom.json")));
    assertThat(trained(store).document().origin()).isEqualTo(new Origin.BuiltIn(Preset.IRIS.id()));
  }

  @Test
  void aRunGoesOnWithAnotherRateAndBeginsAnewWithAnotherNetwork() {
    Store store = training();
    long run = trained(store).run();
    TrainingSetup setup = trained(store).setup();
    store.dispatch(
        new Action.ChangeSetup(
            SetupEdits.withBatchSize(setup, 20), Message.of("train.done.batch")));
    assertThat(trained(store).run()).isEqualTo(run);
    TrainingSetup wider = SetupEdits.withHidden(trained(store).setup(), List.of(3));
    store.dispatch(new Action.ChangeSetup(wider, Message.of("train.done.hidden")));
    assertThat(trained(store).run()).isEqualTo(run + 1);
    store.dispatch(new Action.Undo());
    assertThat(trained(store).setup()).isEqualTo(SetupEdits.withBatchSize(setup, 20));
    assertThat(trained(store).run()).isEqualTo(run + 2);
  }

  @Test
  void undoFindsTheDataOfEachSetupEvenWhereTheirSourceIsTheSame() {
    Store store = training();
    PreparedData first = trained(store).setup().data().orElseThrow();
    PreparedData second =
        new PreparedData(
            first.source(),
            first.train().rows(IntStream.range(0, 60).toArray()),
            first.test(),
            first.scale());
    TrainingSetup other = RowEdits.on(trained(store).setup(), second);
    store.dispatch(new Action.ChangeSetup(other, Message.of("train.done.set")));
    store.dispatch(
        new Action.ChangeSetup(SetupEdits.withBatchSize(other, 5), Message.of("train.done.batch")));
    store.dispatch(new Action.Undo());
    assertThat(trained(store).setup()).isEqualTo(other);
    store.dispatch(new Action.Undo());
    assertThat(trained(store).setup().data()).contains(first);
  }

  // ---- a step of the training, in Explore

  private static void openStep(Store store) {
    Training training = trained(store);
    Lesson start = training.setup().lesson();
    Lesson step =
        new Lesson(
            "",
            Convention.XW,
            start.x(),
            start.layers(),
            start.loss(),
            start.learningRate(),
            training.setup().plan().frozen(start.samples(), 7),
            List.of(),
            List.of());
    store.dispatch(
        new Action.OpenStep(Derivation.of(step), new Origin.FrozenStep(training.run(), 7), false));
  }

  @Test
  void onlyAStepOfThePresentRunLeadsBackToItHoweverAlikeTheirData() {
    Store store = training();
    openStep(store);
    assertThat(store.state().isFrozenStep()).isTrue();
    store.dispatch(new Action.Show(Screen.TRAIN));
    store.dispatch(new Action.SameStart());
    store.dispatch(new Action.Show(Screen.EXPLORE));
    assertThat(store.state().explore().lesson().training()).isNotNull();
    assertThat(store.state().isFrozenStep()).isFalse();
    openStep(store);
    assertThat(store.state().isFrozenStep()).isTrue();
  }

  @Test
  void aStepReadFromAFileIsNoneOfThePresentRun() {
    Store store = training();
    openStep(store);
    Derivation step = store.state().explore().derivation();
    store.dispatch(new Action.Open(step, new Origin.InFile(Path.of("step.gradloom.json"))));
    assertThat(store.state().isFrozenStep()).isFalse();
  }

  @Test
  void aStepThatWasSavedIsStillTheRuns() {
    Store store = training();
    openStep(store);
    Path file = Path.of("step.gradloom.json");
    store.dispatch(new Action.Saved(Screen.EXPLORE, store.state().explore().lesson(), file));
    assertThat(store.state().isFrozenStep()).isTrue();
    assertThat(store.state().explore().document().origin().file()).contains(file);
  }

  private static void editFirstWeight(Store store) {
    store.dispatch(
        new Action.Apply(
            new Edit.SetEntry(new Operand(0, MatrixSymbol.W), new Cell(0, 0), Entry.of(6))));
  }

  @Test
  void theWeightsOfAnEditedStepGoToTheRunOrAreSaidToStayBehind() {
    Store store = training();
    openStep(store);
    store.dispatch(new Action.Show(Screen.TRAIN));
    assertThat(store.state().notice()).isEmpty();
    store.dispatch(new Action.Show(Screen.EXPLORE));
    editFirstWeight(store);
    List<Layer> edited = store.state().explore().lesson().layers();
    store.dispatch(new Action.Show(Screen.TRAIN));
    Notice left = store.state().notice().orElseThrow();
    assertThat(left.said()).isEqualTo(Message.of("train.leftBehind"));
    assertThat(trained(store).byHand().done()).isEmpty();
    store.dispatch(left.choices().getFirst().then());
    assertThat(trained(store).byHand().done().getLast().set())
        .isEqualTo(new Command.SetLayers(edited));
    assertThat(trained(store).byHand().done().getLast().back())
        .isEqualTo(new Command.ResetLayers());
    assertThat(store.state().hasWeightsForRun()).isFalse();
    store.dispatch(new Action.Undo());
    assertThat(trained(store).byHand().done()).isEmpty();
    assertThat(store.state().hasWeightsForRun()).isTrue();
  }

  /** What a step drops stays with the step: the run draws its own masks. */
  @Test
  void anEditedMaskIsNothingForTheRun() {
    Store store = training();
    openStep(store);
    Lesson step = store.state().explore().lesson();
    Layer first = step.layers().getFirst();
    Matrix all = Matrix.numbers(new Shape(step.samples(), first.units()), (_, _) -> 2);
    store.dispatch(
        new Action.OpenStep(
            Derivation.of(step.withLayer(0, first.withMask(all))),
            new Origin.FrozenStep(trained(store).run(), 7),
            false));
    store.dispatch(
        new Action.Apply(
            new Edit.SetEntry(new Operand(0, MatrixSymbol.MASK), new Cell(0, 0), Entry.of(0))));
    assertThat(store.state().hasWeightsForRun()).isFalse();
    editFirstWeight(store);
    assertThat(store.state().hasWeightsForRun()).isTrue();
  }

  @Test
  void aBackendIsLookedForOnlyForWhoWantsItAndWhileHeDoes() {
    Store store = store(lessonH);
    Message why = Message.of("blas.noSymbol", "libblas");
    assertThat(store.state().speed().backend()).isEqualTo(new Backend.Own());
    store.dispatch(new Action.TakeBlas(new BlasSearch.None(List.of(why))));
    assertThat(store.state().speed().backend()).isEqualTo(new Backend.Own());
    store.dispatch(new Action.TrainOnBlas(true));
    assertThat(store.state().speed().backend()).isEqualTo(new Backend.Sought());
    store.dispatch(new Action.TakeBlas(new BlasSearch.None(List.of(why))));
    assertThat(store.state().speed().backend()).isEqualTo(new Backend.NoBlas(List.of(why)));
    assertThat(BackendWords.of(store.state().speed().backend()).stream().map(TEXTS::say))
        .containsExactly(
            "This machine has no BLAS to use, so products are Gradloom’s own.",
            "libblas has no cblas_dgemm and is not used.");
    store.dispatch(new Action.TrainOnBlas(false));
    assertThat(store.state().speed().backend()).isEqualTo(new Backend.Own());
  }
}
