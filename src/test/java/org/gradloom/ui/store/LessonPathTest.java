package org.gradloom.ui.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gradloom.KnownLessons;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.engine.Trace;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.LessonReader;
import org.gradloom.files.Progress;
import org.gradloom.formula.Dimension;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Screen;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way through a lesson: from beat to beat, away and back, predicting and seeing. */
class LessonPathTest {
  private static final Operand DW = new Operand(0, MatrixSymbol.DW);
  private static final Cell CELL = new Cell(2, 1);

  /** Lesson H, then the same samples twice. */
  private static final String LESSON =
      """
      {"gradloom": 1, "title": "Add the cards",
       "x": [[-1, 3, 0], [3, -1, 1], [1, 3, 0], [-1, 1, 2]],
       "layers": [{"w": [[-1, -2], [2, -1], [-1, 3]]}],
       "loss": {"kind": "given", "upstream": [[2, -1], [3, -2], [1, -2], [2, -2]]},
       "learningRate": 0.1,
       "scenes": {"one": {"x": [[1, 2, 3]], "layers": [{"w": [[1, -1], [0, 2], [2, 1]]}],
         "loss": {"kind": "given", "upstream": [[2, -1]]}, "learningRate": 0.1}},
       "beats": [
        {"at": "layer1/z", "say": "Products."},
        {"at": "layer1/dW/3,2", "cover": ["layer1/dW"], "hints": ["Add them.", "0 − 2 + …"],
         "ask": {"kind": "number", "of": "layer1/dW/3,2"}},
        {"at": "layer1/z", "nudge": "layer1/w/3,2"},
        {"scene": "one", "at": "layer1/z/1,1", "cover": ["layer1/z"],
         "ask": {"kind": "number", "of": "layer1/z/1,1"}},
        {"at": "layer1/dW/3,2/term2", "cover": ["layer1/dW"],
         "ask": {"kind": "number", "of": "layer1/dW/3,2/term2"}},
        {"screen": "summary", "scene": "one", "at": "layer1/z"}]}
      """;

  private Store store = new Store(opened(lesson()));

  private static Lesson lesson() {
    return LessonReader.read(LESSON);
  }

  private static AppState opened(Lesson lesson) {
    return AppState.opened(Derivation.of(lesson), new Origin.BuiltIn("cards"), View.usual());
  }

  @BeforeEach
  void open() {
    store = new Store(opened(lesson()));
  }

  private Explore explore() {
    return store.state().explore();
  }

  private String place() {
    return explore().step().place().toString();
  }

  private int beat() {
    return explore().path().orElseThrow().index() + 1;
  }

  private Optional<Progress.Reached> reached(String lesson) {
    return store.state().start().progress().of(lesson);
  }

  @Test
  void everyBeatIsABookmarkAndTheLastIsTheEnd() {
    assertThat(reached("cards")).contains(new Progress.Reached(1, 6, false));
    store.dispatch(new Action.ToBeat(2));
    assertThat(reached("cards")).contains(new Progress.Reached(3, 6, false));
    store.dispatch(new Action.PreviousBeat());
    assertThat(reached("cards")).contains(new Progress.Reached(2, 6, false));
    store.dispatch(new Action.ToBeat(5));
    store.dispatch(new Action.ToBeat(0));
    assertThat(reached("cards")).contains(new Progress.Reached(1, 6, true));
    store.dispatch(new Action.EraseProgress());
    assertThat(store.state().start().progress()).isEqualTo(Progress.NONE);
  }

  @Test
  void ofALessonInNoFileNothingIsKept() {
    store.dispatch(new Action.EraseProgress());
    store.dispatch(new Action.Open(Derivation.of(lesson()), new Origin.Unsaved()));
    store.dispatch(new Action.ToBeat(2));
    assertThat(store.state().start().progress()).isEqualTo(Progress.NONE);
    Path file = Path.of("mine.gradloom.json");
    store.dispatch(new Action.Open(Derivation.of(lesson()), new Origin.InFile(file)));
    assertThat(reached(file.toAbsolutePath().toString()))
        .contains(new Progress.Reached(1, 6, false));
  }

  private boolean hides(int row, int column) {
    return explore().derivation().cover().hides(DW, new Cell(row, column));
  }

  private void predict(String words) {
    assertThat(store.dispatch(new Action.Predict(words, Optional.empty()))).isEmpty();
  }

  private void setW32(double value) {
    store.dispatch(
        new Action.Apply(new Edit.SetEntry(new Operand(0, MatrixSymbol.W), CELL, Entry.of(value))));
  }

  // ---- from beat to beat

  @Test
  void opensAtTheFirstBeatAndGoesOnAndBack() {
    assertThat(beat()).isEqualTo(1);
    assertThat(place()).isEqualTo("layer1/z");
    assertThat(explore().isOnPath()).isTrue();
    store.dispatch(new Action.NextBeat());
    assertThat(beat()).isEqualTo(2);
    assertThat(place()).isEqualTo("layer1/dW/3,2");
    assertThat(hides(2, 1)).isTrue();
    store.dispatch(new Action.PreviousBeat());
    store.dispatch(new Action.PreviousBeat());
    assertThat(beat()).isEqualTo(1);
    assertThat(hides(2, 1)).isFalse();
  }

  @Test
  void nextIsNeverLockedAndStopsAtTheLastBeat() {
    for (int i = 0; i < 9; i++) {
      store.dispatch(new Action.NextBeat());
    }
    assertThat(beat()).isEqualTo(6);
    assertThat(explore().beat().orElseThrow().screen()).isEqualTo(Screen.SUMMARY);
    store.dispatch(new Action.ToBeat(1));
    assertThat(beat()).isEqualTo(2);
  }

  @Test
  void aBeatBringsTheNumbersOfItsSceneAndNobodyIsAskedToSaveThem() {
    store.dispatch(new Action.ToBeat(3));
    assertThat(explore().lesson().samples()).isEqualTo(1);
    assertThat(place()).isEqualTo("layer1/z/1,1");
    assertThat(explore().document().isChanged()).isFalse();
    store.dispatch(new Action.ToBeat(0));
    assertThat(explore().lesson().samples()).isEqualTo(4);
    assertThat(explore().document().isChanged()).isFalse();
    assertThat(explore().isOnPath()).isTrue();
  }

  @Test
  void aDocumentWithoutBeatsHasNoPath() {
    store = new Store(opened(KnownLessons.lessonH()));
    assertThat(explore().path()).isEmpty();
    assertThat(explore().isOnPath()).isFalse();
    AppState before = store.state();
    store.dispatch(new Action.NextBeat());
    assertThat(store.state()).isEqualTo(before);
  }

  // ---- away and back

  @Test
  void aStepLeavesThePathAndTheCoverStaysUntilTheLessonIsLeft() {
    store.dispatch(new Action.ToBeat(1));
    store.dispatch(new Action.Back(Granularity.CELL));
    assertThat(explore().isOnPath()).isFalse();
    assertThat(explore().asked()).isEmpty();
    assertThat(hides(2, 1)).isTrue();
    store.dispatch(new Action.ReturnToBeat());
    assertThat(explore().isOnPath()).isTrue();
    assertThat(place()).isEqualTo("layer1/dW/3,2");
    store.dispatch(new Action.LeaveLesson());
    assertThat(explore().path()).isEmpty();
    assertThat(hides(2, 1)).isFalse();
    assertThat(place()).isEqualTo("layer1/dW/3,2");
  }

  @Test
  void ownNumbersAreOneUndoAwayAfterTheReturn() {
    store.dispatch(new Action.ToBeat(1));
    setW32(9);
    assertThat(explore().isOnPath()).isFalse();
    store.dispatch(new Action.ReturnToBeat());
    assertThat(explore().isOnPath()).isTrue();
    assertThat(explore().lesson().layers().getFirst().w().get(2, 1)).isEqualTo(3);
    store.dispatch(new Action.Undo());
    assertThat(explore().lesson().layers().getFirst().w().get(2, 1)).isEqualTo(9);
    assertThat(explore().isOnPath()).isFalse();
    store.dispatch(new Action.Undo());
    assertThat(explore().isOnPath()).as("the lesson's own numbers again").isTrue();
  }

  // ---- what is predicted

  @Test
  void aWrongPredictionIsDiagnosedAndStaysBesideTheRightOne() {
    store.dispatch(new Action.ToBeat(1));
    assertThat(explore().asked()).contains(new Place.OfCell(DW, CELL));
    predict("-1.5");
    assertThat(hides(2, 1)).isTrue();
    Tries tries = explore().path().orElseThrow().here();
    assertThat(tries.isOver()).isFalse();
    assertThat(tries.attempts().getFirst().marked().orElseThrow().diagnosis()).isPresent();
    predict("−6");
    assertThat(explore().isAsking()).isFalse();
    assertThat(hides(2, 1)).as("what was asked is shown").isFalse();
    assertThat(hides(0, 0)).as("and nothing else").isTrue();
    store.dispatch(new Action.NextBeat());
    store.dispatch(new Action.PreviousBeat());
    assertThat(explore().path().orElseThrow().here().attempts()).hasSize(2);
    assertThat(hides(2, 1)).isFalse();
  }

  @Test
  void whatCannotBeReadIsNoTry() {
    store.dispatch(new Action.ToBeat(1));
    Optional<Message> refused = store.dispatch(new Action.Predict("six", Optional.empty()));
    assertThat(refused).isPresent();
    assertThat(explore().path().orElseThrow().here()).isEqualTo(Tries.NONE);
  }

  @Test
  void whereTwoIdeasGiveTheNumberTheLinesUsedTellThemApart() {
    store.dispatch(new Action.ToBeat(4));
    predict("2");
    assertThat(explore().path().orElseThrow().here().asksLines()).isTrue();
    assertThat(store.dispatch(new Action.NameLines("two of them"))).isPresent();
    store.dispatch(new Action.NameLines("row 2, column 2"));
    Tries tries = explore().path().orElseThrow().here();
    assertThat(tries.asksLines()).isFalse();
    assertThat(tries.attempts()).hasSize(1);
    assertThat(
            tries
                .attempts()
                .getFirst()
                .marked()
                .orElseThrow()
                .diagnosis()
                .orElseThrow()
                .misconception())
        .isEqualTo(Misconception.M16);
    predict("-2");
    assertThat(explore().isAsking()).isFalse();
    assertThat(explore().derivation().cover().hides(DW, CELL))
        .as("a term is not its cell")
        .isTrue();
  }

  @Test
  void hintsAndTheAnswerAreSeenWithoutSayingIt() {
    store.dispatch(new Action.ToBeat(1));
    predict("3");
    store.dispatch(new Action.Hint());
    assertThat(explore().path().orElseThrow().here().hints()).isEqualTo(1);
    store.dispatch(new Action.ShowAnswer());
    assertThat(explore().isAsking()).isFalse();
    assertThat(hides(2, 1)).isFalse();
    assertThat(explore().path().orElseThrow().here().isRight()).isFalse();
  }

  @Test
  void playingStopsWhereSomethingIsAsked() {
    store.dispatch(new Action.ToBeat(1));
    store.dispatch(new Action.Play(true));
    assertThat(explore().playback().playing()).isFalse();
    store.dispatch(new Action.Go(Place.parse("layer1/dW/3,1")));
    store.dispatch(new Action.StepBy(Granularity.CELL));
    store.dispatch(new Action.Play(true));
    assertThat(explore().playback().playing()).isTrue();
    store.dispatch(new Action.Forward(Granularity.CELL));
    assertThat(place()).isEqualTo("layer1/dW/3,2");
    assertThat(explore().playback().playing()).isFalse();
  }

  // ---- what may be moved

  @Test
  void aNudgeStaysOnThePathAndIsOneUndo() {
    store.dispatch(new Action.ToBeat(2));
    Operand w = new Operand(0, MatrixSymbol.W);
    assertThat(explore().nudged()).contains(new Place.OfCell(w, CELL));
    store.dispatch(new Action.Nudge(1));
    store.dispatch(new Action.Nudge(1));
    assertThat(explore().lesson().input(w).get(2, 1)).isEqualTo(4);
    assertThat(explore().derivation().trace().loss()).as("4 − 6").isEqualTo(-2);
    assertThat(explore().isOnPath()).isTrue();
    store.dispatch(new Action.Undo());
    assertThat(explore().lesson().input(w).get(2, 1)).isEqualTo(3);
    setW32(5);
    assertThat(explore().isOnPath()).as("typed where it may be moved").isTrue();
    store.dispatch(new Action.Apply(new Edit.SetEntry(w, new Cell(0, 0), Entry.of(7))));
    assertThat(explore().isOnPath()).isFalse();
  }

  /** The network would not move with the input of another sample. */
  @Test
  void theSampleWhoseInputMayBeMovedIsInSight() {
    assertThat(explore().sampleInSight()).isZero();
    store =
        new Store(opened(LessonReader.read(LESSON.replace("layer1/w/3,2\"}", "layer1/x/2,1\"}"))));
    store.dispatch(new Action.ToBeat(2));
    assertThat(explore().sampleInSight()).isEqualTo(1);
    store.dispatch(new Action.Go(Place.parse("layer1/dX")));
    assertThat(explore().sampleInSight()).as("away from the path").isZero();
    store.dispatch(new Action.ToBeat(0));
    assertThat(explore().sampleInSight()).isZero();
  }

  @Test
  void ofAWholeMatrixTheEntryIsMovedWhoseSlopeIsLookedAt() {
    store =
        new Store(
            opened(
                LessonReader.read(
                    LESSON.replace(
                        "\"at\": \"layer1/z\", \"nudge\": \"layer1/w/3,2\"",
                        "\"at\": \"layer1/dW\", \"nudge\": \"layer1/w\""))));
    store.dispatch(new Action.ToBeat(2));
    Operand w = new Operand(0, MatrixSymbol.W);
    store.dispatch(new Action.Go(Place.parse("layer1/dW/1,1")));
    assertThat(explore().isOnPath()).as("any slope is the beat's").isTrue();
    Place.OfCell first = new Place.OfCell(w, new Cell(0, 0));
    assertThat(explore().nudged()).contains(first);
    assertThat(explore().beforeMove(first)).isEqualTo(explore().lesson());
    store.dispatch(new Action.Nudge(2));
    assertThat(explore().derivation().trace().loss()).as("4 + 6").isEqualTo(10);
    store.dispatch(new Action.Go(Place.parse("layer1/dW/3,2")));
    Place.OfCell last = new Place.OfCell(w, CELL);
    store.dispatch(new Action.Move(last, 2));
    assertThat(explore().isOnPath()).isTrue();
    assertThat(explore().derivation().trace().loss()).as("10 − 6").isEqualTo(4);
    assertThat(Trace.of(explore().beforeMove(last)).loss()).as("w₁₁ is still moved").isEqualTo(10);
    store.dispatch(new Action.Go(Place.parse("layer1/dX/1,1")));
    assertThat(explore().isOnPath()).isFalse();
    assertThat(explore().nudged()).isEmpty();
  }

  @Test
  void anywhereElseAMoveIsOneGestureThatUndoTakesBack() {
    store.dispatch(new Action.LeaveLesson());
    Operand x = new Operand(0, MatrixSymbol.X);
    Place.OfCell entry = new Place.OfCell(x, new Cell(1, 2));
    Lesson before = explore().lesson();
    store.dispatch(new Action.Move(entry, 1));
    store.dispatch(new Action.Move(entry, 1));
    assertThat(explore().lesson().input(x).get(1, 2)).isEqualTo(2);
    assertThat(explore().beforeMove(entry)).isEqualTo(before);
    store.dispatch(new Action.Undo());
    assertThat(explore().lesson()).isEqualTo(before);
    assertThat(explore().beforeMove(entry)).isEqualTo(before);
  }

  @Test
  void whatIsCoveredIsNotMoved() {
    store.dispatch(new Action.LeaveLesson());
    store.dispatch(new Action.Go(Place.parse("layer1/dW/3,2")));
    store.dispatch(new Action.See(Perspective.NUDGE));
    Place.OfCell entry = new Place.OfCell(new Operand(0, MatrixSymbol.W), CELL);
    assertThat(explore().movable()).contains(entry);
    store.dispatch(new Action.TurnCover(entry));
    Lesson before = explore().lesson();
    store.dispatch(new Action.Nudge(1));
    store.dispatch(new Action.Move(entry, 1));
    assertThat(explore().lesson()).isEqualTo(before);
    assertThat(explore().movable()).isEmpty();
    assertThat(explore().movesNumbers()).as("others can be moved").isTrue();
    store.dispatch(new Action.Go(Place.parse("layer1/dW/1,1")));
    store.dispatch(new Action.Nudge(2));
    assertThat(explore().derivation().trace().loss()).as("4 + 6").isEqualTo(10);

    store.dispatch(new Action.ToBeat(2));
    assertThat(explore().nudged()).contains(entry);
    store.dispatch(new Action.TurnCover(entry));
    assertThat(explore().nudged()).as("nor where a beat lets it be moved").isEmpty();
    store.dispatch(new Action.Nudge(1));
    assertThat(explore().isOnPath()).isTrue();
  }

  @Test
  void whatALectureCoveredByHandIsGivenBackAtItsEnd() {
    store.dispatch(new Action.ToBeat(1));
    Place.OfMatrix gradient = new Place.OfMatrix(DW);
    Place.OfMatrix x = new Place.OfMatrix(new Operand(0, MatrixSymbol.X));
    store.dispatch(new Action.BeginLecture());
    store.dispatch(new Action.TurnCover(x));
    assertThat(explore().derivation().cover().items()).containsExactlyInAnyOrder(gradient, x);
    store.dispatch(new Action.EndLecture());
    assertThat(explore().derivation().cover().items())
        .as("what the beat asks for stays covered")
        .containsExactly(gradient);
  }

  /** A feature before the others takes row 2 of dW, still covered, to where row 3 was shown. */
  @Test
  void whatIsCoveredStaysSoWhereALineIsAddedOrRemoved() {
    store.dispatch(new Action.ToBeat(1));
    predict("−6");
    Set<Coverable> ofBeat = explore().derivation().cover().items();
    assertThat(hides(1, 1)).isTrue();
    assertThat(hides(2, 1)).isFalse();
    store.dispatch(new Action.Apply(new Edit.Insert(new Dimension.Units(-1), 0)));
    assertThat(explore().lesson().shape(DW)).isEqualTo(new Shape(4, 2));
    assertThat(hides(2, 1)).as("row 2 stands there now").isTrue();
    store.dispatch(new Action.Apply(new Edit.Remove(new Dimension.Units(-1), 3)));
    assertThat(hides(2, 1)).as("it still does, in a matrix as large as before").isTrue();
    Place.OfMatrix x = new Place.OfMatrix(new Operand(0, MatrixSymbol.X));
    store.dispatch(new Action.Cover(List.of(x)));
    store.dispatch(new Action.Undo());
    store.dispatch(new Action.Undo());
    assertThat(explore().isOnPath()).isTrue();
    assertThat(explore().derivation().cover().items())
        .as("the beat's own cells again, and what was covered by hand")
        .containsAll(ofBeat)
        .contains(x)
        .hasSize(ofBeat.size() + 1);
    store.dispatch(new Action.Redo());
    store.dispatch(new Action.ReturnToBeat());
    assertThat(explore().derivation().cover().items()).isEqualTo(ofBeat);
  }

  /** Its file has the numbers of all beats: whoever only went on and undid that loses none. */
  @Test
  void theNumbersOfAnotherBeatAreNoWorkOfOnesOwn() {
    store.dispatch(new Action.ToBeat(3));
    store.dispatch(new Action.Undo());
    assertThat(explore().isOnPath()).as("beside the numbers of beats 1 to 3").isFalse();
    assertThat(explore().document().isChanged()).isFalse();
    Cell first = new Cell(0, 0);
    store.dispatch(
        new Action.Apply(new Edit.SetEntry(new Operand(0, MatrixSymbol.X), first, Entry.of(7))));
    assertThat(explore().document().isChanged()).isTrue();
    store.dispatch(new Action.NextBeat());
    assertThat(explore().document().isChanged()).as("left, and one undo away").isFalse();
    store.dispatch(new Action.Undo());
    assertThat(explore().document().isChanged()).isTrue();
  }

  @Test
  void whatIsMarkedStaysMarkedInAnotherConventionAndWhileOneTriesNumbers() {
    store = new Store(opened(BuiltInLessons.read("bias-and-the-numpy-layer")));
    Place.OfCell second = new Place.OfCell(new Operand(0, MatrixSymbol.Z), new Cell(1, 0));
    store.dispatch(new Action.Mark(second));
    store.dispatch(new Action.Write(explore().document().history(), Convention.WX));
    assertThat(explore().marked()).containsExactly(second);
    store.dispatch(
        new Action.Apply(
            new Edit.SetEntry(new Operand(0, MatrixSymbol.X), new Cell(0, 0), Entry.of(7))));
    assertThat(explore().marked()).as("nothing is asked of other numbers").isEmpty();
    store.dispatch(new Action.ReturnToBeat());
    assertThat(explore().marked()).containsExactly(second);
    store.dispatch(new Action.NextBeat());
    store.dispatch(new Action.PreviousBeat());
    assertThat(explore().marked()).as("another question was asked").isEmpty();
  }

  @Test
  void nothingIsMovedWhereTheBeatDoesNotSaySo() {
    AppState before = store.state();
    store.dispatch(new Action.Nudge(1));
    assertThat(store.state()).isEqualTo(before);
    assertThat(List.of(explore().nudged())).containsOnly(Optional.empty());
  }

  // ---- what an author changes

  private void narrate(Edit.OfBeats edit) {
    assertThat(store.dispatch(new Action.Narrate(edit))).isEmpty();
  }

  private String told() {
    return Texts.english().say(store.state().notice().orElseThrow().said());
  }

  @Test
  void aBeatIsAddedShownAndTakenBack() {
    store = new Store(opened(KnownLessons.lessonH()));
    Beat asks = lesson().beats().get(1);
    narrate(new Edit.AddBeat(0, asks));
    assertThat(explore().isAsking()).isTrue();
    assertThat(place()).isEqualTo("layer1/dW/3,2");
    assertThat(hides(2, 1)).isTrue();
    assertThat(told()).isEqualTo("Beat 1 added");
    assertThat(explore().document().isChanged()).as("it is in no file yet").isTrue();
    store.dispatch(new Action.Undo());
    assertThat(explore().path()).isEmpty();
    assertThat(hides(2, 1)).as("what it covered is seen again").isFalse();
    store.dispatch(new Action.Redo());
    assertThat(explore().lesson().beats()).hasSize(1);
  }

  @Test
  void aChangedBeatIsAskedAnewAndStaysUnsavedFromBeatToBeat() {
    store.dispatch(new Action.ToBeat(1));
    predict("−6");
    assertThat(explore().isAsking()).isFalse();
    narrate(new Edit.MoveBeat(1, 0));
    assertThat(beat()).isEqualTo(1);
    assertThat(explore().isAsking()).isTrue();
    assertThat(hides(2, 1)).isTrue();
    store.dispatch(new Action.NextBeat());
    assertThat(explore().document().isChanged()).isTrue();
    int beats = explore().lesson().beats().size();
    narrate(new Edit.RemoveBeat(beats - 1));
    assertThat(beat()).as("the last one is gone").isEqualTo(beats - 1);
    assertThat(told()).isEqualTo("Beat " + beats + " removed");
  }
}
