package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.KnownLessons;
import org.gradloom.RandomLessons;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.ViewPart;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.Rowwise;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

class CoverTest {
  private static final Texts TEXTS = Texts.english();

  private static Derivation covered(Lesson lesson, String... places) {
    return Derivation.of(lesson).covering(Stream.of(places).map(Region::parse).toList());
  }

  private static boolean hides(Derivation derivation, String cell) {
    Place.OfCell place = (Place.OfCell) Place.parse(cell);
    return derivation.cover().hides(place.operand(), place.cell());
  }

  @Test
  void hidesNothingAtFirst() {
    Derivation derivation = Derivation.of(KnownLessons.lessonH());
    assertThat(hides(derivation, "layer1/dW/3,2")).isFalse();
    assertThat(derivation.cover().hidesSomeOf(new Operand(0, MatrixSymbol.DW))).isFalse();
    assertThat(derivation.at(Granularity.TERM, 0).hidesSomething()).isFalse();
  }

  @Test
  void hidesTheCellsOfItsPlacesAndNoOthers() {
    Derivation derivation =
        covered(KnownLessons.lessonH(), "layer1/dW/3,2", "layer1/z", "layer1/x/2,1");
    assertThat(hides(derivation, "layer1/dW/3,2")).isTrue();
    assertThat(hides(derivation, "layer1/dW/3,1")).isFalse();
    assertThat(hides(derivation, "layer1/z/4,2")).isTrue();
    assertThat(hides(derivation, "layer1/x/2,1")).isTrue();
    assertThat(hides(derivation, "layer1/x/1,2")).isFalse();
    assertThat(derivation.cover().hidesSomeOf(new Operand(0, MatrixSymbol.DX))).isFalse();
  }

  @Test
  void aRowAndAColumnHideTheirCellsAndNoOthers() {
    Derivation derivation = covered(KnownLessons.twoLayers(), "layer1/dX/2", "layer1/dW/:,4");
    assertThat(hides(derivation, "layer1/dX/2,1")).isTrue();
    assertThat(hides(derivation, "layer1/dX/1,2")).isFalse();
    assertThat(hides(derivation, "layer1/dW/2,4")).isTrue();
    assertThat(hides(derivation, "layer1/dW/2,2")).isFalse();
    assertThat(derivation.at(Place.parse("layer1/dW/1,4/term1")).hidesTerm(0)).isTrue();
    // The second layer's dX is the first one's dA.
    assertThat(hides(covered(KnownLessons.twoLayers(), "layer2/dX/:,2"), "layer1/dA/3,2")).isTrue();
  }

  /** A step is compared with its cover: the same walk with something else hidden is another. */
  @Test
  void coversOfTheSameAreOne() {
    Lesson lesson = KnownLessons.lessonH();
    Cover cover = Cover.of(lesson, List.of(Region.parse("layer1/dX/2")));
    assertThat(cover)
        .isEqualTo(Cover.of(KnownLessons.lessonH(), List.of(Region.parse("layer1/dX/2"))))
        .hasSameHashCodeAs(Cover.of(lesson, List.of(Region.parse("layer1/dX/2"))))
        .isNotEqualTo(Cover.nothing(lesson))
        .isNotEqualTo(Cover.of(KnownLessons.lessonL(), List.of(Region.parse("layer1/dX/2"))))
        .isNotEqualTo("layer1/dX/2");
    assertThat(cover.hashCode()).isNotEqualTo(Cover.nothing(lesson).hashCode());
  }

  /** a₁₁ is in one product of dz₁₂, and in the sum that its last term takes. */
  @Test
  void theLastTermOfASoftmaxTakesTheSumOfThoseBefore() {
    Step step =
        covered(KnownLessons.softmaxLayer(), "layer1/a/1,1").at(Place.parse("layer1/dZ/1,2"));
    assertThat(IntStream.range(0, 4).mapToObj(step::hidesTerm))
        .containsExactly(true, false, false, true);
  }

  @Test
  void whatAViewAddsIsHiddenByItsName() {
    Cover cover =
        Cover.of(KnownLessons.lessonH(), List.of(ViewPart.GRID, Region.parse("layer1/dX/2")));
    assertThat(cover.hides(ViewPart.GRID)).isTrue();
    assertThat(cover.hides(ViewPart.SYMBOLS)).isFalse();
    assertThat(cover.items()).hasSize(2);
  }

  @Test
  void aMatrixIsCoveredUnderEachOfItsNames() {
    // The second layer is linear: its a is its z, and its dX is the first layer's dA.
    Derivation derivation = covered(KnownLessons.twoLayers(), "layer2/a/3,1", "layer1/dA");
    assertThat(hides(derivation, "layer2/z/3,1")).isTrue();
    assertThat(hides(derivation, "layer2/dX/3,4")).isTrue();
    assertThat(hides(covered(KnownLessons.twoLayers(), "layer2/dX/3,4"), "layer1/dA/3,4")).isTrue();
    assertThat(hides(covered(KnownLessons.twoLayers(), "layer1/a/1,2"), "layer2/x/1,2")).isTrue();
  }

  @Test
  void placesThatALessonDoesNotHaveCoverNothing() {
    Derivation derivation = covered(KnownLessons.lessonH(), "layer3/dW", "loss/p", "layer1/b");
    assertThat(derivation.cover().isNothing()).isTrue();
    assertThat(derivation.cover().items()).hasSize(3);
  }

  @Test
  void aCoveredCellHidesItsTermsAndWhatTheyComeTo() {
    Step second =
        covered(KnownLessons.lessonH(), "layer1/dW/3,2").at(Place.parse("layer1/dW/3,2/term2"));
    assertThat(second.hidesTerm(0)).isTrue();
    assertThat(second.hidesTerm(1)).isTrue();
    assertThat(second.hidesSum(1)).isTrue();
    assertThat(second.hidesSum(3)).isTrue();
    assertThat(second.hidesSum(-1)).isFalse();
    // What is multiplied can be seen.
    assertThat(second.reads()).noneMatch(second::hides);
  }

  @Test
  void aCoveredTermHidesTheSumFromThereOn() {
    Step last =
        covered(KnownLessons.lessonH(), "layer1/dW/3,2/term4")
            .at(Place.parse("layer1/dW/3,2/term4"));
    assertThat(Stream.of(0, 1, 2, 3).map(last::hidesTerm))
        .containsExactly(false, false, false, true);
    assertThat(Stream.of(0, 1, 2, 3).map(last::hidesSum))
        .containsExactly(false, false, false, true);
    assertThat(last.cover().hides(last.result(), last.cell())).isTrue();
  }

  @Test
  void aCoveredFactorHidesItsProductAndTheSumsThatWouldTellIt() {
    Step second =
        covered(KnownLessons.lessonH(), "layer1/w/2,1").at(Place.parse("layer1/z/1,1/term2"));
    assertThat(second.reads().stream().map(second::hides)).containsExactly(false, true);
    assertThat(Stream.of(0, 1, 2).map(second::hidesTerm)).containsExactly(false, true, false);
    // The whole sum is z itself, which is not covered.
    assertThat(Stream.of(0, 1, 2).map(second::hidesSum)).containsExactly(false, true, false);
  }

  /** The eighth term of this loss is the penalty, which all weights make. */
  @Test
  void aCoveredWeightHidesThePenaltyThatItIsPartOf() {
    Place penalty = Place.parse("loss/L/1,1/term8");
    for (String weight : List.of("layer1/w/1,1", "layer2/w/2,2")) {
      Step step = covered(KnownLessons.penalized(), weight).at(penalty);
      assertThat(step.hidesTerm(7)).as(weight).isTrue();
      assertThat(step.hidesTerm(0)).as(weight).isFalse();
    }
    for (String other : List.of("layer1/x/1,1", "layer2/b/1,1")) {
      assertThat(covered(KnownLessons.penalized(), other).at(penalty).hidesTerm(7))
          .as(other)
          .isFalse();
    }
    // What is added to a gradient is made of its own weight alone.
    Place ofWeight = Place.parse("layer2/dW/2,2/term4");
    assertThat(covered(KnownLessons.penalized(), "layer2/w/2,2").at(ofWeight).hidesTerm(3))
        .isTrue();
    assertThat(covered(KnownLessons.penalized(), "layer1/w/2,2").at(ofWeight).hidesTerm(3))
        .isFalse();
  }

  @Test
  void theOnlyTermOfACoveredCellIsHiddenAndNoOther() {
    Derivation derivation = covered(KnownLessons.twoLayers(), "layer1/a/1,1", "layer1/z/1,2/term1");
    assertThat(derivation.at(Place.parse("layer1/a/1,1/term1")).hidesTerm(0)).isTrue();
    assertThat(derivation.at(Place.parse("layer1/a/1,3/term1")).hidesTerm(0)).isFalse();
    Step z = derivation.at(Place.parse("layer1/z/1,2/term2"));
    assertThat(z.hidesTerm(0)).isTrue();
    assertThat(z.hidesTerm(1)).isFalse();
  }

  @Test
  void aFormulaShowsABlankForEachCoveredNumber() {
    Derivation derivation = covered(KnownLessons.lessonH(), "layer1/w/2,1");
    assertThat(Formula.of(derivation.at(Place.parse("layer1/z/1,1/term2"))).plain())
        .contains("3·□")
        .doesNotContain("3·2");
    assertThat(Formula.of(derivation.at(Place.parse("layer1/z/1,2/term2"))).plain())
        .doesNotContain("□");
  }

  /** Half of dL/dz is the slope; it is a blank too, and only while that cell is covered. */
  @Test
  void theSlopeOfACoveredGradientIsABlank() {
    String place = "layer1/dZ/1,2";
    Formula open = Formula.of(Derivation.of(KnownLessons.twoLayers()).at(Place.parse(place)));
    Formula hidden = Formula.of(covered(KnownLessons.twoLayers(), place).at(Place.parse(place)));
    Formula other =
        Formula.of(covered(KnownLessons.twoLayers(), "layer1/dZ/1,1").at(Place.parse(place)));
    assertThat(open.plain()).doesNotContain("□").isEqualTo(other.plain());
    assertThat(hidden.plain()).endsWith("(−2)·□ = □");
  }

  /** The largest exponent is taken off, and may be a covered one: then nothing is taken off. */
  @Test
  void theLargestLogitOfARowIsNotTakenOffWhereTheRowIsCovered() {
    Lesson lesson =
        new Lesson(
            "",
            Matrix.row(1),
            List.of(new Layer(Matrix.row(1234, 7), null, Elementwise.IDENTITY)),
            new Loss(LossKind.SOFTMAX_CROSS_ENTROPY, new Target.Labels(List.of(0)), Reduction.SUM),
            0.1);
    String place = "loss/p/1,2";
    assertThat(Formula.of(Derivation.of(lesson).at(Place.parse(place))).plain()).contains("1234");
    assertThat(Formula.of(covered(lesson, "layer1/z/1,1").at(Place.parse(place))).plain())
        .doesNotContain("1234");
    assertThat(Formula.of(covered(lesson, "layer1/w/1,2").at(Place.parse(place))).plain())
        .contains("1234");
  }

  @Test
  void sentencesAndCodeNameWhatIsCoveredWithoutItsNumbers() {
    Derivation derivation = covered(KnownLessons.lessonH(), "layer1/dW/3,2", "layer1/w");
    Step cell = derivation.at(Place.parse("layer1/dW/3,2"));
    assertThat(TEXTS.say(Narration.spoken(cell)))
        .isEqualTo("dL/dW row 3, column 2: covered. Row 3 of X transposed with column 2 of dL/dZ.");
    assertThat(TEXTS.say(Narration.of(cell).why()))
        .isEqualTo(
            "Not all numbers of dL/dw₃₂ are shown yet: row 3 of Xᵀ meets column 2 of dL/dZ. Say"
                + " first what is covered.");
    CodeListing code = CodeListing.of(derivation, CodeListing.Language.NUMPY, TEXTS);
    assertThat(code.text())
        .contains("# W is covered", "# dW is covered", "dX = dZ @ W.T", "X = np.array(")
        .doesNotContain("W = np.array", "dW = X.T");
  }

  /** p is 0.4, 0.1, 0.5 and y is 0.7, 0.1, 0.2: together they say what is left of dz. */
  @Test
  void thatSoftmaxCollapsesIsNotToldWithACoveredNumber() {
    Lesson lesson =
        new Lesson(
            "",
            Matrix.row(1),
            List.of(new Layer(Matrix.row(Math.log(4), 0, Math.log(5)), null, Rowwise.SOFTMAX)),
            new Loss(
                LossKind.CROSS_ENTROPY,
                new Target.Targets(Matrix.row(0.7, 0.1, 0.2)),
                Reduction.SUM),
            0.1);
    Place closing = Place.parse("layer1/dZ/1,3/term4");
    Step open = Derivation.of(lesson).at(closing);
    assertThat(TEXTS.say(Narration.of(open).why()))
        .contains("collapses to p − y: 0.5 − 0.2 = <o>0.3</o>");
    assertThat(RowJacobian.at(open)).isPresent();

    for (String place :
        List.of("loss/targets/1,3", "layer1/a/1,3", "loss/targets/1,1", "layer1/dZ/1,3")) {
      Step step = covered(lesson, place).at(closing);
      assertThat(TEXTS.say(Narration.of(step).why())).as(place).doesNotContain("collapses", "0.2");
      assertThat(RowJacobian.at(step)).as(place).isEmpty();
    }
  }

  /**
   * Covers two numbers at a time that stand nowhere else in a random lesson, one of the first half
   * of its walk and one of the second, and reads all that is said and written of every step.
   */
  @Test
  void aCoveredNumberIsInNoSentenceAndNoCode() {
    Random random = new Random(7);
    int told = 0;
    List<Lesson> lessons = new ArrayList<>(RandomLessons.any(32, 11));
    // Products of whole numbers meet by chance.
    lessons.removeIf(lesson -> lesson.x().get(0, 0) == Math.rint(lesson.x().get(0, 0)));
    for (Lesson lesson : lessons) {
      Derivation open = Derivation.of(lesson);
      List<String> openTexts = texts(open);
      List<Place.OfCell> places = unique(open, random);
      int half = (places.size() + 1) / 2;
      for (int i = 0; i < half; i++) {
        List<Place.OfCell> hidden =
            i + half < places.size()
                ? List.of(places.get(i), places.get(i + half))
                : List.of(places.get(i));
        List<String> texts = texts(open.covering(hidden));
        for (Place.OfCell place : hidden) {
          double secret =
              open.trace().matrix(place.operand()).get(place.cell().row(), place.cell().column());
          List<String> writings = writings(secret);
          assertThat(texts.stream().filter(text -> tells(text, writings)))
              .as("%s of %s: %s", place, lesson.title(), secret)
              .isEmpty();
          told += openTexts.stream().anyMatch(text -> tells(text, writings)) ? 1 : 0;
        }
      }
    }
    // Without a cover nearly all of them are told.
    assertThat(told).isGreaterThan(200);
  }

  /** One cell of each matrix whose number no other cell nearly holds, and no whole number. */
  private static List<Place.OfCell> unique(Derivation derivation, Random random) {
    List<Operand> operands = new ArrayList<>(derivation.lesson().inputs());
    derivation.sections().stream().map(Section::result).forEach(operands::add);
    List<Place.OfCell> cells = new ArrayList<>();
    for (Operand operand : operands) {
      Matrix matrix = derivation.trace().matrix(operand);
      Cell cell = new Cell(random.nextInt(matrix.rows()), random.nextInt(matrix.columns()));
      double value = matrix.get(cell.row(), cell.column());
      long holders =
          operands.stream()
              .flatMapToDouble(other -> DoubleStream.of(derivation.trace().matrix(other).toArray()))
              .filter(other -> Math.abs(Math.abs(other / value) - 1) < 1e-3)
              .count();
      if (holders == 1 && value != Math.rint(value)) {
        cells.add(new Place.OfCell(operand, cell));
      }
    }
    return cells;
  }

  private static List<String> texts(Derivation derivation) {
    List<String> texts = new ArrayList<>();
    for (Granularity by : Granularity.values()) {
      for (long index = 0; index < derivation.size(by); index++) {
        Step step = derivation.at(by, index);
        Narration narration = Narration.of(step);
        texts.add(TEXTS.say(narration.question()));
        texts.add(TEXTS.say(narration.where()));
        texts.add(TEXTS.say(narration.why()));
        texts.add(TEXTS.say(Narration.spoken(step)));
      }
    }
    for (CodeListing.Language language : CodeListing.Language.values()) {
      texts.add(CodeListing.of(derivation, language, TEXTS).text());
    }
    return texts;
  }

  /**
   * The number as any view writes it, whatever its sign. Fewer than five digits would be met by
   * chance.
   */
  private static List<String> writings(double number) {
    double size = Math.abs(number);
    return Stream.of(Numbers.exact(size), Numbers.format(size))
        .filter(written -> written.chars().filter(Character::isDigit).count() >= 5)
        .distinct()
        .toList();
  }

  private static boolean tells(String text, List<String> writings) {
    return writings.stream().anyMatch(text::contains);
  }
}
