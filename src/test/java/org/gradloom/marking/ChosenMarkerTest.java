package org.gradloom.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.gradloom.KnownLessons;
import org.gradloom.derivation.Derivation;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Wording;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of answers that are no numbers, and what part of them counts. */
class ChosenMarkerTest {
  private static final Texts TEXTS = Texts.english();
  private static final Derivation LESSON_H = Derivation.of(KnownLessons.lessonH());

  private static Beat.Option option(String text, @Nullable Misconception idea) {
    return new Beat.Option(Wording.of(text), idea);
  }

  private static Marker marker(Answer right, List<Beat.Option> options, Beat.Wrong... wrong) {
    return new Marker(
        LESSON_H, new Beat.Ask(right.kind(), null, null, options, List.of(wrong), right, false));
  }

  private static String said(Marked marked) {
    return TEXTS.say(marked.reply());
  }

  private static @Nullable Misconception idea(Marked marked) {
    return marked.diagnosis().orElseThrow().misconception();
  }

  private static final List<Beat.Option> PRODUCTS =
      List.of(
          new Beat.Option(Wording.of("XᵀG"), null),
          option("GX", Misconception.M2),
          option("XG", Misconception.M1));

  @Test
  void aChoiceIsNamedByItsOptionAndWhatIsNoOptionByNothing() {
    Marker marker = marker(new Answer.Choice(0), PRODUCTS);
    assertThat(idea(marker.mark(new Answer.Choice(1)))).isEqualTo(Misconception.M2);
    assertThat(idea(marker.mark(new Answer.Choice(2)))).isEqualTo(Misconception.M1);
    assertThat(said(marker.mark(new Answer.Choice(3))))
        .isEqualTo(
            "That does not hold here. Try it with one of the numbers on the page: what comes out?");
  }

  @Test
  void severalChoicesAreNamedByTheFirstThatDoesNotHold() {
    Marker marker = marker(new Answer.Choices(List.of(0)), PRODUCTS);
    Marked marked = marker.mark(new Answer.Choices(List.of(0, 2, 1)));
    assertThat(idea(marked)).isEqualTo(Misconception.M2);
    assertThat(marked.credit()).isEqualTo(1.0 / 3);
  }

  @Test
  void whatHoldsShowsNoWrongIdea() {
    Marker marker =
        marker(
            new Answer.Choices(List.of(0)),
            List.of(option("a", Misconception.M1), option("b", Misconception.M2)));
    assertThat(idea(marker.mark(new Answer.Choices(List.of(0, 1))))).isEqualTo(Misconception.M2);
  }

  @Test
  void everyIdeaHasANameOfItsOwn() {
    assertThat(Arrays.stream(Misconception.values()).map(Ideas::name).map(TEXTS::say))
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name).isNotBlank());
  }

  @Test
  void severalChoicesAreTooManyOrTooFew() {
    List<Beat.Option> plain = List.of(option("a", null), option("b", null), option("c", null));
    Marker marker = marker(new Answer.Choices(List.of(0, 1)), plain);
    assertThat(said(marker.mark(new Answer.Choices(List.of(0, 1, 2)))))
        .startsWith("All that belong here are chosen, and something that does not.");
    assertThat(said(marker.mark(new Answer.Choices(List.of(0)))))
        .startsWith("Something that belongs here is missing.");
  }

  @Test
  void anOrderCountsWhatStandsInItsPlace() {
    Marker marker =
        marker(
            new Answer.Order(List.of(1, 2, 0)),
            List.of(option("c", null), option("a", null), option("b", null)));
    Marked marked = marker.mark(new Answer.Order(List.of(1, 0, 2)));
    assertThat(marked.credit()).isEqualTo(1.0 / 3);
    assertThat(said(marked)).startsWith("That order asks for something before it is there.");
  }

  @Test
  void eachOfTwoLinesCountsHalf() {
    Marker marker = marker(new Answer.Lines(2, 1), List.of());
    assertThat(marker.mark("3, 1").credit()).isEqualTo(0.5);
    assertThat(marker.mark("1, 2").credit()).isEqualTo(0.5);
    assertThat(marker.mark("1, 1").credit()).isZero();
    // Of no matrix nothing is known but that it is another line.
    assertThat(idea(marker.mark("3, 1"))).isEqualTo(Misconception.M16);
  }

  @Test
  void otherLinesAreToldWhatTheyMakeWhereTheyMeet() {
    Marker marker =
        new Marker(
            LESSON_H,
            new Beat.Ask(
                Answer.Kind.LINES,
                Region.parse("layer1/dW/3,2"),
                null,
                List.of(),
                List.of(),
                null,
                false));
    assertThat(said(marker.mark("2, 1")))
        .isEqualTo("Row 2 of Xᵀ and column 1 of dL/dZ meet in dL/dw₂₁. Which two meet in dL/dw₃₂?");
    String unmet = said(marker.mark("4, 1"));
    assertThat(unmet).doesNotContain("dL/dw₄₁").endsWith("?");
    assertThat(said(marker.mark("3, 3"))).isEqualTo(unmet);
  }

  @Test
  void cellsAreTooManyOrMissingAndOnesOfNoMatrixAreNoneOfThem() {
    List<Place.OfCell> two =
        List.of(
            (Place.OfCell) Place.parse("layer1/z/2,1"), (Place.OfCell) Place.parse("layer1/z/2,2"));
    Marker marker =
        marker(
            new Answer.Cells(two),
            List.of(),
            new Beat.Wrong(new Answer.Cells(two.subList(0, 1)), Misconception.M16));
    assertThat(idea(marker.mark("2,1"))).isEqualTo(Misconception.M16);
    assertThat(said(marker.mark("2,1"))).isEqualTo(TEXTS.get("mark.ofCells.M16"));
    Marked many = marker.mark("2,1; 2,2; 3,1");
    assertThat(many.credit()).isEqualTo(2.0 / 3);
    assertThat(said(many)).startsWith("All that move are among them, and others that stay.");
    assertThat(said(marker.mark("2,2"))).startsWith("A cell that moves is not among them.");
    assertThat(marker.mark("layer9/z/1,1 layer1/z/2,1").credit()).isEqualTo(1.0 / 3);
  }

  @Test
  void aCellCountsUnderEachOfItsNames() {
    Place.OfCell a = (Place.OfCell) Place.parse("layer1/a/1,1");
    Answer.Cells right = new Answer.Cells(List.of(a));
    Marker marker =
        new Marker(
            Derivation.of(KnownLessons.twoLayers()),
            new Beat.Ask(right.kind(), null, null, List.of(), List.of(), right, false));
    assertThat(marker.mark("layer2/x/1,1").correct()).isTrue();
  }

  @Test
  void whatIsSaidToCellsIsSaidInWhateverOrder() {
    List<Place.OfCell> two =
        List.of(
            (Place.OfCell) Place.parse("layer1/z/2,1"), (Place.OfCell) Place.parse("layer1/z/3,2"));
    Answer.Cells right = new Answer.Cells(two.subList(0, 1));
    Marker marker =
        marker(
            right,
            List.of(),
            new Beat.Wrong(new Answer.Cells(two), null, Wording.of("Both of them?")));
    assertThat(said(marker.mark("3,2; 2,1"))).isEqualTo("Both of them?");
    assertThat(said(marker.mark("3,2; 2,2"))).isNotEqualTo("Both of them?");
  }

  // ---- what the question itself says, and parts

  @Test
  void whatTheQuestionSaysToAnAnswerIsSaidToThatOneAlone() {
    Marker marker =
        new Marker(
            LESSON_H,
            new Beat.Ask(
                Answer.Kind.NUMBER,
                Region.parse("layer1/dW/3,2"),
                null,
                List.of(),
                List.of(
                    new Beat.Wrong(
                        new Answer.Scalar(Entry.of(99)), null, Wording.of("Ninety-nine?"))),
                null,
                false));
    assertThat(said(marker.mark("99"))).isEqualTo("Ninety-nine?");
    assertThat(said(marker.mark("98"))).startsWith("98 does not come out here.");
    assertThat(marker.mark("99").diagnosis()).isEmpty();
  }

  @Test
  void anAnswerOfAnotherKindIsNoTry() {
    Marked marked = marker(new Answer.Choice(0), PRODUCTS).mark(new Answer.Lines(0, 0));
    assertThat(marked.attempt()).isFalse();
    assertThat(said(marked)).isEqualTo("Choose one option.");
  }

  @Test
  void partsAreCountedAndTheFirstThatIsWrongIsNamed() {
    Marker marker =
        marker(
            new Answer.Parts(
                List.of(new Answer.Scalar(Entry.of(2)), new Answer.Row(Matrix.row(1, 2)))),
            List.of());
    assertThat(said(marker.mark(new Answer.Parts(List.of(new Answer.Scalar(Entry.of(2)))))))
        .isEqualTo("There are 2 parts to answer and one is here: separate them with ;.");
    Marked unread =
        marker.mark(
            new Answer.Parts(
                List.of(new Answer.Scalar(Entry.of(2)), new Answer.Row(Matrix.row(1, 2, 3)))));
    assertThat(unread.attempt()).isFalse();
    assertThat(said(unread)).contains("1×3").contains("1×2");
    assertThat(said(marker.mark("2; 1, 3"))).startsWith("Part 2 is not right yet.");
    assertThat(said(marker.mark("3; 1, 2"))).startsWith("Part 1 is not right yet.");
  }
}
