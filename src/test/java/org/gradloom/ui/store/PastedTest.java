package org.gradloom.ui.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gradloom.KnownLessons;
import org.gradloom.derivation.Derivation;
import org.gradloom.formula.Dimension;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.paste.MatrixReader;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

/** What a paste does, says and offers. */
class PastedTest {
  private static final Texts TEXTS = Texts.english();
  private static final Operand X = new Operand(0, MatrixSymbol.X);
  private static final Operand W = new Operand(0, MatrixSymbol.W);
  private static final Operand B = new Operand(0, MatrixSymbol.B);
  private static final String COLUMN = "1,5\n2,25\n0,75\n3,5";

  /** X of 4×2, W of 2×2. */
  private static final Lesson TWO_FEATURES =
      new Lesson(
          "",
          Matrix.of(new double[][] {{1, 2}, {3, 4}, {5, 6}, {7, 8}}),
          List.of(
              new Layer(
                  Matrix.of(new double[][] {{1, -2}, {0.5, -1}}), null, Elementwise.IDENTITY)),
          new Loss(
              LossKind.GIVEN,
              new Target.Upstream(Matrix.of(new double[][] {{2, -1}, {3, -2}, {1, -2}, {2, -2}})),
              Reduction.SUM),
          0.1);

  private static Store store(Lesson lesson) {
    return new Store(AppState.opened(Derivation.of(lesson), new Origin.Unsaved(), View.usual()));
  }

  /** Pastes a text as the whole matrix. */
  private static void paste(Store store, Operand operand, String text) {
    Lesson lesson = store.state().explore().lesson();
    store.dispatch(
        new Action.Paste(
            Pasted.of(
                lesson,
                operand,
                lesson.shape(operand),
                text,
                MatrixReader.readings(text),
                matrix -> new Edit.Replace(operand, matrix))));
  }

  private static Lesson lesson(Store store) {
    return store.state().explore().lesson();
  }

  private static Notice notice(Store store) {
    return store.state().notice().orElseThrow();
  }

  private static String said(Store store) {
    return TEXTS.say(notice(store).said());
  }

  /** What the buttons say, each with its reason before it. */
  private static List<String> offered(Store store) {
    return notice(store).choices().stream()
        .map(choice ->
            choice.because().map(because -> TEXTS.say(because) + " ").orElse("")
                + "["
                + TEXTS.say(choice.label())
                + "]")
        .toList();
  }

  private static void choose(Store store, int choice) {
    store.dispatch(new Action.Answer(notice(store).choices().get(choice)));
  }

  @Test
  void aLoneColumnOfCommasIsReadAsTheShapeHasItAndOffersTheOtherWay() {
    Store store = store(TWO_FEATURES);
    paste(store, X, COLUMN);
    assertThat(lesson(store).x()).hasToString("[[1, 5], [2, 25], [0, 75], [3, 5]]");
    assertThat(TEXTS.say(notice(store).about().orElseThrow())).isEqualTo("Pasted onto X");
    assertThat(said(store)).isEqualTo("Read as 4×2: commas separate the numbers.");
    assertThat(offered(store))
        .containsExactly(
            "Or are they decimal commas? Then it is 4×1. W would lose its row 2, (0.5, −1). One"
                + " feature is left. Ctrl Z takes the paste back either way. [Read as decimals]");
  }

  @Test
  void theButtonSwapsTheWaysWithinOneStepOfUndo() {
    Store store = store(TWO_FEATURES);
    paste(store, X, COLUMN);
    choose(store, 0);
    assertThat(lesson(store).x()).hasToString("[[1.5], [2.25], [0.75], [3.5]]");
    assertThat(lesson(store).layers().getFirst().w()).hasToString("[[1, -2]]");
    assertThat(said(store)).isEqualTo("Read as 4×1: the commas are decimal signs.");
    assertThat(offered(store))
        .containsExactly(
            "Or do commas separate the numbers? Then it is 4×2. Ctrl Z takes the paste back either"
                + " way. [Read as separate numbers]");
    choose(store, 0);
    assertThat(lesson(store).x()).hasToString("[[1, 5], [2, 25], [0, 75], [3, 5]]");
    assertThat(lesson(store).layers().getFirst().w()).hasToString("[[1, -2], [0.5, -1]]");
    choose(store, 0);
    store.dispatch(new Action.Undo());
    assertThat(lesson(store)).isEqualTo(TWO_FEATURES);
    assertThat(store.state().explore().document().history().undoable()).isEmpty();
  }

  @Test
  void theOtherReadingComesFirstWhereOnlyItFits() {
    Store store = store(TWO_FEATURES);
    paste(store, X, COLUMN);
    choose(store, 0); // X has one feature now
    paste(store, X, "9,5\n8,25\n7,75\n6,5");
    assertThat(lesson(store).x()).hasToString("[[9.5], [8.25], [7.75], [6.5]]");
    assertThat(offered(store))
        .singleElement()
        .asString()
        .startsWith("Or do commas separate the numbers? Then it is 4×2.");
  }

  @Test
  void aWeightWithARowForEachNeuronIsAskedAbout() {
    Store store = store(KnownLessons.lessonH());
    paste(store, W, "tensor([[1., 2., 3.],\n        [4., 5., 6.]])");
    assertThat(lesson(store)).isEqualTo(KnownLessons.lessonH());
    assertThat(said(store))
        .isEqualTo(
            "This is 2×3 and W is 3×2. PyTorch keeps a weight so, with a row for each neuron."
                + " Nothing is pasted yet.");
    assertThat(offered(store))
        .containsExactly(
            "[Turn it to 3×2]",
            "X would lose its column 3, (0, 1, 0, 2). 2 features are left. [Take it as 2×3]");
    choose(store, 0);
    assertThat(lesson(store).layers().getFirst().w()).hasToString("[[1, 4], [2, 5], [3, 6]]");
    assertThat(said(store))
        .isEqualTo("W replaced by a 3×2 matrix. Turned to 3×2, so that it fits.");
    store.dispatch(new Action.Undo());
    assertThat(lesson(store)).isEqualTo(KnownLessons.lessonH());
  }

  @Test
  void theWeightIsTakenAsItIsWhereThatIsChosen() {
    Store store = store(KnownLessons.lessonH());
    paste(store, W, "[[1, 2, 3], [4, 5, 6]]");
    choose(store, 1);
    assertThat(lesson(store).layers().getFirst().w()).hasToString("[[1, 2, 3], [4, 5, 6]]");
    assertThat(lesson(store).x()).hasToString("[[-1, 3], [3, -1], [1, 3], [-1, 1]]");
  }

  @Test
  void whatOthersWouldLoseIsSaidBeforeItIsLost() {
    Store store = store(KnownLessons.lessonH());
    paste(store, X, "1 2 3\n4 5 6");
    assertThat(lesson(store)).isEqualTo(KnownLessons.lessonH());
    assertThat(said(store)).isEqualTo("This is 2×3 and X is 4×3. Nothing is pasted yet.");
    assertThat(offered(store))
        .containsExactly("U would lose its rows 3 to 4. 2 samples are left. [Take it as 2×3]");
    choose(store, 0);
    assertThat(lesson(store).x()).hasToString("[[1, 2, 3], [4, 5, 6]]");
    assertThat(lesson(store).samples()).isEqualTo(2);
  }

  @Test
  void numbersThatAreCoveredAreNotToldWhenTheyWouldBeLost() {
    Store store = store(TWO_FEATURES);
    store.dispatch(new Action.Cover(List.of(Place.parse("layer1/w/1,1"))));
    paste(store, X, COLUMN);
    assertThat(offered(store)).singleElement().asString().contains("W would lose its row 2. One");
  }

  @Test
  void whatFitsOnceTurnedIsTurnedAndCanBeHadAsItWas() {
    Store store = store(KnownLessons.lessonH());
    paste(store, X, "1 4 7 10\n2 5 8 11\n3 6 9 12");
    assertThat(lesson(store).x()).hasToString("[[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]]");
    assertThat(said(store)).isEqualTo("Turned to 4×3, so that it fits.");
    assertThat(offered(store))
        .containsExactly(
            "Or is it meant as it was copied? Then it is 3×4. U would lose its row 4, (2, −2). 3"
                + " samples are left. Ctrl Z takes the paste back either way. [Take it as 3×4]");
  }

  @Test
  void aColumnPastedOntoABiasIsARow() {
    Store store = store(KnownLessons.lessonHWithBias());
    paste(store, B, "3\n4");
    assertThat(lesson(store).layers().getFirst().b()).hasToString("[[3, 4]]");
    assertThat(said(store))
        .isEqualTo("b replaced by a 1×2 matrix. Turned to 1×2, so that it fits.");
    assertThat(offered(store)).isEmpty();
  }

  @Test
  void whatHadToBeDecidedIsSaid() {
    Store store = store(TWO_FEATURES);
    paste(store, X, "a\tb\n1,5\t2\n3\t4\n5\t6\n7\t8");
    assertThat(said(store))
        .isEqualTo(
            "X replaced by a 4×2 matrix. The first line names the columns and was left out. The"
                + " commas were read as decimal signs.");
  }

  @Test
  void aBlockInTheMiddleIsOneWayWhereItFits() {
    Store store = store(KnownLessons.lessonH());
    store.dispatch(
        new Action.Paste(
            Pasted.of(
                lesson(store),
                X,
                lesson(store).shape(X),
                "5,5\n6,6",
                MatrixReader.readings("5,5\n6,6"),
                matrix -> new Edit.SetBlock(X, new Cell(1, 2), matrix))));
    assertThat(lesson(store).x())
        .as("decimals fit into the last column, pairs of numbers do not")
        .hasToString("[[-1, 3, 0], [3, -1, 5.5], [1, 3, 6.6], [-1, 1, 2]]");
    choose(store, 0);
    assertThat(lesson(store).features()).isEqualTo(4);
  }

  @Test
  void whatFitsInNoWayIsRefusedAsItWasCopied() {
    assertThatThrownBy(() -> paste(store(KnownLessons.lessonHWithBias()), B, "1 2\n3 4"))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused ->
                assertThat(TEXTS.say(refused.said()))
                    .isEqualTo("This is a vector: it cannot take 2 rows."));
  }

  @Test
  void linesAreNamedAsTheConventionWritesThem() {
    Store store = store(KnownLessons.lessonH().withConvention(Convention.WX));
    Lesson lesson = lesson(store);
    store.dispatch(
        new Action.Paste(
            Pasted.of(
                lesson,
                X,
                lesson.writtenShape(X),
                "1 2\n3 4\n5 6",
                MatrixReader.readings("1 2\n3 4\n5 6"),
                matrix -> new Edit.Replace(X, matrix.transposed()))));
    assertThat(said(store)).isEqualTo("This is 3×2 and X is 3×4. Nothing is pasted yet.");
    assertThat(offered(store))
        .containsExactly("U would lose its columns 3 to 4. 2 samples are left. [Take it as 3×2]");
  }

  @Test
  void aGradientIsComparedAsTheConventionWritesIt() {
    Store store = store(KnownLessons.lessonH().withConvention(Convention.WX));
    store.dispatch(
        new Action.Compare(
            new Operand(0, MatrixSymbol.DW),
            MatrixReader.readings("[6 8 0; -5 -9 -6]").getFirst()));
    Explore explore = store.state().explore();
    assertThat(explore.yoursHere().orElseThrow().compared().differing())
        .containsExactly(new Cell(0, 2));
    assertThat(explore.step().cell()).as("inside").isEqualTo(new Cell(2, 0));
  }

  @Test
  void aComparisonFollowsTheNumbersAndGoesWhereItNoLongerFits() {
    Store store = store(KnownLessons.lessonH());
    store.dispatch(
        new Action.Compare(
            new Operand(0, MatrixSymbol.DW),
            MatrixReader.readings("[6 -5; 8 -9; 7 -6]").getFirst()));
    store.dispatch(new Action.Apply(new Edit.SetEntry(X, new Cell(0, 2), Entry.of(1))));
    assertThat(store.state().explore().yours().orElseThrow().compared().differing())
        .as("row 3 of dL/dW has gained (2, −1)")
        .containsExactly(new Cell(2, 0), new Cell(2, 1));
    store.dispatch(new Action.Apply(new Edit.Remove(new Dimension.Units(-1), 0)));
    assertThat(store.state().explore().yours()).isEmpty();
  }
}
