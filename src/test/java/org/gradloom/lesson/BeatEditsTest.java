package org.gradloom.lesson;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gradloom.KnownLessons;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an author does to beats, and the numbers that go with each of them. */
class BeatEditsTest {
  private static final Operand W = new Operand(0, MatrixSymbol.W);

  private final Lesson plain = KnownLessons.lessonH();

  private static Beat beat(String title, String place) {
    return beat(null, title, place);
  }

  private static Beat beat(@Nullable String scene, String title, String place) {
    return new Beat(
        scene,
        Screen.EXPLORE,
        Place.parse(place),
        Wording.of(title),
        null,
        List.of(),
        null,
        Perspective.PRODUCT,
        null,
        null,
        List.of(),
        List.of(),
        List.of());
  }

  private static List<String> told(Lesson lesson) {
    return lesson.beats().stream()
        .map(beat -> requireNonNull(beat.title()).in("en") + " @ " + beat.scene())
        .toList();
  }

  private static List<String> scenes(Lesson lesson) {
    return lesson.scenes().stream().map(Scene::name).toList();
  }

  private static Lesson withW32(Lesson lesson, double value) {
    return Edits.apply(lesson, new Edit.SetEntry(W, new Cell(2, 1), Entry.of(value)));
  }

  private Lesson three() {
    Lesson one = Edits.apply(plain, new Edit.AddBeat(0, beat("A", "layer1/z/1,1")));
    Lesson two = Edits.apply(one, new Edit.AddBeat(1, beat("B", "layer1/dW/3,2")));
    return Edits.apply(withW32(two, 7), new Edit.AddBeat(1, beat("C", "layer1/z/2,2")));
  }

  @Test
  void aBeatTakesThePresentNumbersAlongAndSharesThemWithItsLike() {
    Lesson lesson = three();
    assertThat(told(lesson)).containsExactly("A @ numbers 1", "C @ numbers 2", "B @ numbers 1");
    assertThat(scenes(lesson)).containsExactly("numbers 1", "numbers 2");
    assertThat(lesson.in(lesson.beats().get(0)).orElseThrow().layers().getFirst().w().get(2, 1))
        .isEqualTo(3);
    assertThat(lesson.in(lesson.beats().get(1)).orElseThrow().layers().getFirst().w().get(2, 1))
        .isEqualTo(7);
  }

  @Test
  void aBeatInASceneKeepsItAndANameThatIsTakenIsPassedOver() {
    Lesson lesson = three();
    Lesson renamed =
        Edits.apply(lesson, new Edit.ReplaceBeat(1, beat("numbers 1", "C2", "layer1/z/2,2")));
    assertThat(told(renamed)).containsExactly("A @ numbers 1", "C2 @ numbers 1", "B @ numbers 1");
    assertThat(scenes(renamed)).as("nobody is in the other any more").containsExactly("numbers 1");
    Lesson more = Edits.apply(withW32(lesson, 9), new Edit.AddBeat(3, beat("D", "layer1/z/1,1")));
    assertThat(scenes(more)).containsExactly("numbers 1", "numbers 2", "numbers 3");
    Lesson fewer = Edits.apply(more, new Edit.RemoveBeat(1));
    assertThat(scenes(fewer)).containsExactly("numbers 1", "numbers 3");
    Lesson again = Edits.apply(withW32(fewer, 5), new Edit.AddBeat(0, beat("E", "layer1/z/1,1")));
    assertThat(scenes(again)).containsExactly("numbers 1", "numbers 3", "numbers 4");
  }

  @Test
  void beatsAreMovedAndTheirNumbersWithThem() {
    Lesson moved = Edits.apply(three(), new Edit.MoveBeat(2, 0));
    assertThat(told(moved)).containsExactly("B @ numbers 1", "A @ numbers 1", "C @ numbers 2");
  }

  @Test
  void aPlaceThatTheNumbersDoNotHaveIsRefused() {
    assertThatThrownBy(() -> Edits.apply(plain, new Edit.AddBeat(0, beat("A", "layer1/dW/4,1"))))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused ->
                assertThat(Texts.english().say(refused.said()))
                    .isEqualTo("There is no place layer1/dW/4,1: layer1/dW is 3×2."));
  }

  @Test
  void aBeatIsNotReplacedByOneThatNamesWhatTheNumbersDoNotHave() {
    Lesson one = Edits.apply(plain, new Edit.AddBeat(0, beat("A", "layer1/z/1,1")));
    Beat asking = beat("A", "layer1/z");
    Place.OfCell none = (Place.OfCell) Place.parse("layer1/z/9,1");
    Beat.Ask ask =
        new Beat.Ask(
            Answer.Kind.CELLS,
            Place.parse("layer1/z"),
            null,
            List.of(),
            List.of(new Beat.Wrong(new Answer.Cells(List.of(none)), Misconception.M16)),
            null,
            false);
    Beat wrong =
        new Beat(
            null,
            Screen.EXPLORE,
            asking.at(),
            asking.title(),
            null,
            List.of(),
            ask,
            Perspective.PRODUCT,
            null,
            null,
            List.of(),
            List.of(),
            List.of());
    for (Beat each : List.of(beat("A", "layer1/dW/4,1"), wrong)) {
      assertThatThrownBy(() -> Edits.apply(one, new Edit.ReplaceBeat(0, each)))
          .isInstanceOf(InvalidInput.class);
    }
  }

  @Test
  void eachIsOneStepOfUndoWithItsName() {
    Edit.OfBeats add = new Edit.AddBeat(0, beat("A", "layer1/z/1,1"));
    History history =
        History.of(plain).commit(Edits.apply(plain, add), EditDescription.of(plain, add));
    assertThat(history.undoable().map(Texts.english()::say)).contains("Beat 1 added");
    assertThat(history.undo().present()).isEqualTo(plain);
    assertThat(history.undo().redo().present().beats()).hasSize(1);
    assertThat(said(new Edit.ReplaceBeat(1, beat("A", "layer1/z")))).isEqualTo("Beat 2 changed");
    assertThat(said(new Edit.MoveBeat(2, 0))).isEqualTo("Beat 3 is now beat 1");
    assertThat(said(new Edit.RemoveBeat(2))).isEqualTo("Beat 3 removed");
  }

  @Test
  void anOutlinePutsItOnTheListAndTakesItOff() {
    Outline outline = new Outline(Wording.of("Mine"), 3, Wording.of("Aha"), Wording.of("Card"), 5);
    Lesson listed = Edits.apply(plain, new Edit.SetOutline(outline));
    assertThat(listed.outline()).isEqualTo(outline);
    assertThat(said(new Edit.SetOutline(outline))).isEqualTo("Placed in the list as lesson 3");
    assertThat(Edits.apply(listed, new Edit.SetOutline(null))).isEqualTo(plain);
    assertThat(said(new Edit.SetOutline(null))).isEqualTo("Taken from the list of lessons");
  }

  private String said(Edit edit) {
    return Texts.english().say(EditDescription.of(plain, edit));
  }
}
