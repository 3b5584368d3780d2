package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gradloom.KnownLessons;
import org.gradloom.RandomLessons;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Frozen;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Phase;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.Rowwise;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerivationTest {
  private static final List<Lesson> RANDOM = RandomLessons.awayFromKinks(256, 1);

  private final Derivation lessonH = of(KnownLessons.lessonHWithBias());
  private final Derivation twoLayers = of(KnownLessons.twoLayers());

  private static Derivation of(Lesson lesson) {
    return Derivation.of(Trace.of(lesson));
  }

  // ---- the order of the walk -------------------------------------------------------------------

  @Test
  void walksForwardThenTheLossThenBackThenTheUpdate() {
    assertThat(names(lessonH))
        .containsExactly(
            "layer1/z",
            "loss/L",
            "layer1/dA",
            "layer1/dW",
            "layer1/dB",
            "layer1/dX",
            "layer1/wNext",
            "layer1/bNext");
    assertThat(names(twoLayers))
        .containsExactly(
            "layer1/z",
            "layer1/a",
            "layer2/z",
            "loss/L",
            "layer2/dA",
            "layer2/dW",
            "layer2/dX",
            "layer1/dZ",
            "layer1/dW",
            "layer1/dX",
            "layer1/wNext",
            "layer2/wNext");
    assertThat(names(of(KnownLessons.softmax(Reduction.SUM))))
        .containsExactly(
            "layer1/z", "loss/p", "loss/L", "layer1/dA", "layer1/dW", "layer1/dX", "layer1/wNext");
  }

  @Test
  void anActivationOfTheLastLayerHasPhasesOfItsOwn() {
    Lesson lesson = KnownLessons.lessonHWithBias();
    Layer layer = lesson.layers().getFirst();
    assertThat(names(of(lesson.withLayer(0, new Layer(layer.w(), layer.b(), Elementwise.TANH)))))
        .containsExactly(
            "layer1/z",
            "layer1/a",
            "loss/L",
            "layer1/dA",
            "layer1/dZ",
            "layer1/dW",
            "layer1/dB",
            "layer1/dX",
            "layer1/wNext",
            "layer1/bNext");
  }

  private static List<String> names(Derivation derivation) {
    return derivation.sections().stream().map(section -> section.result().toString()).toList();
  }

  @Test
  void goesThroughAMatrixRowByRowAndTermByTerm() {
    List<String> places = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      places.add(lessonH.at(Granularity.TERM, i).place().toString());
    }
    assertThat(places)
        .containsExactly(
            "layer1/z/1,1/term1",
            "layer1/z/1,1/term2",
            "layer1/z/1,1/term3",
            "layer1/z/1,1/term4",
            "layer1/z/1,2/term1",
            "layer1/z/1,2/term2",
            "layer1/z/1,2/term3",
            "layer1/z/1,2/term4",
            "layer1/z/2,1/term1");
    assertThat(lessonH.at(Granularity.TERM, 111).place()).hasToString("layer1/bNext/1,2/term1");
  }

  @Test
  void standsForMatricesAndPhasesByTheirLastTerm() {
    assertThat(lessonH.at(Granularity.CELL, 0).termPlace()).hasToString("layer1/z/1,1/term4");
    assertThat(lessonH.at(Granularity.MATRIX, 3).place()).hasToString("layer1/dW");
    assertThat(lessonH.at(Granularity.MATRIX, 3).termPlace()).hasToString("layer1/dW/3,2/term4");
    assertThat(
            List.of(0, 1, 2, 3).stream()
                .map(n -> lessonH.at(Granularity.PHASE, n).termPlace().toString()))
        .containsExactly(
            "layer1/z/4,2/term4",
            "layer1/dA/4,2/term1",
            "layer1/dX/4,3/term2",
            "layer1/bNext/1,2/term1");
    assertThat(
            List.of(0, 1, 2, 3).stream()
                .map(n -> lessonH.at(Granularity.PHASE, n).section().phase()))
        .containsExactly(Phase.values());
  }

  @Test
  void countsItsSteps() {
    // Z 8·4, L 8, dA 8, dW 6·4, db 2·4, dX 12·2, W 6, b 2
    assertThat(lessonH.size(Granularity.TERM)).isEqualTo(32 + 8 + 8 + 24 + 8 + 24 + 6 + 2);
    assertThat(lessonH.size(Granularity.CELL)).isEqualTo(8 + 1 + 8 + 6 + 2 + 12 + 6 + 2);
    assertThat(lessonH.size(Granularity.MATRIX)).isEqualTo(8);
    assertThat(lessonH.size(Granularity.PHASE)).isEqualTo(4);
  }

  @Test
  void aMeanHasItsDivisionAsATermOfItsOwn() {
    Lesson lesson = KnownLessons.lessonHWithBias();
    Derivation mean = of(lesson.withLoss(lesson.loss().with(Reduction.MEAN)));
    assertThat(mean.size(Granularity.TERM)).isEqualTo(lessonH.size(Granularity.TERM) + 1);
    Step division = mean.at(Place.parse("loss/L/1,1/term9"));
    assertThat(division.role(division.term())).isEqualTo(TermRole.DIVISION);
    assertThat(division.term(8)).isEqualTo(4);
    assertThat(division.runningSum(7)).isEqualTo(4);
    assertThat(division.runningSum()).isEqualTo(1);
  }

  @Test
  void countsBeyondWhatFitsAnInt() {
    // Softmax's dZ has M + 1 terms a cell and M cells a sample, and is computed in no time.
    int units = 47_000;
    Matrix wide = Matrix.zeros(new Shape(1, units));
    Derivation derivation =
        of(
            new Lesson(
                "",
                Matrix.row(1),
                List.of(new Layer(wide, null, Rowwise.SOFTMAX)),
                new Loss(LossKind.GIVEN, new Target.Upstream(wide), Reduction.SUM),
                0.1));
    long last = derivation.size(Granularity.TERM) - 1;
    assertThat(last).isGreaterThan((long) units * units);
    Step end = derivation.at(Granularity.TERM, last);
    assertThat(end.place()).hasToString("layer1/wNext/1,47000/term1");
    assertThat(derivation.indexOf(Granularity.TERM, end)).isEqualTo(last);
    Step dX = derivation.at(Place.parse("layer1/dX/1,1/term47000"));
    long index = derivation.indexOf(Granularity.TERM, dX);
    assertThat(index).isGreaterThan(Integer.MAX_VALUE);
    assertThat(derivation.at(Granularity.TERM, index)).isEqualTo(dX);
  }

  @ParameterizedTest
  @EnumSource
  void hasNoStepBeforeItsFirstOrAfterItsLast(Granularity granularity) {
    assertThatThrownBy(() -> lessonH.at(granularity, -1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> lessonH.at(granularity, lessonH.size(granularity)))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void theNextCoarserStepEndsWithTheWalksPhases() {
    assertThat(Stream.of(Granularity.values()).map(Granularity::coarser))
        .containsExactly(
            Granularity.CELL,
            Granularity.MATRIX,
            Granularity.MATRIX,
            Granularity.PHASE,
            Granularity.PHASE);
  }

  @Test
  void samplesGoOneByOneThroughTheGradientsOfWeightsAndInputs() {
    List<String> dealt =
        LongStream.range(0, lessonH.size(Granularity.SAMPLE))
            .mapToObj(n -> lessonH.at(Granularity.SAMPLE, n))
            .map(step -> step.granularity() + " " + step.place())
            .toList();
    assertThat(dealt)
        .containsSubsequence(
            "MATRIX layer1/z",
            "SAMPLE layer1/dW/3,2/term1",
            "SAMPLE layer1/dW/3,2/term2",
            "SAMPLE layer1/dW/3,2/term3",
            "SAMPLE layer1/dW",
            "CELL layer1/dX/1,3",
            "CELL layer1/dX/2,3",
            "CELL layer1/dX/3,3",
            "CELL layer1/dX/4,3");
  }

  @Test
  void everySampleIsFoundAgainByItsNumber() {
    for (Lesson lesson : RANDOM) {
      Derivation derivation = of(lesson);
      for (long i = 0; i < derivation.size(Granularity.SAMPLE); i++) {
        Step step = derivation.at(Granularity.SAMPLE, i);
        assertThat(derivation.indexOf(Granularity.SAMPLE, step)).isEqualTo(i);
        assertThat(step.section().deals() > 1).isEqualTo(step.granularity() != Granularity.MATRIX);
      }
    }
  }

  /** Before the last cell no sample is dealt to its end, so that a step by it deals the first. */
  @Test
  void aTermOfAnEarlierCellBelongsToTheFirstSample() {
    Step term = lessonH.at(Place.parse("layer1/dW/2,1/term3"));
    long unit = lessonH.indexOf(Granularity.SAMPLE, term);
    assertThat(lessonH.at(Granularity.SAMPLE, unit).termPlace()).hasToString("layer1/dW/3,2/term1");
  }

  // ---- there and back --------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SAMPLE")
  void everyStepIsFoundAgainByItsNumberAndByTheTextOfItsPlace(Granularity granularity) {
    for (Lesson lesson : RANDOM) {
      Derivation derivation = of(lesson);
      for (long i = 0; i < derivation.size(granularity); i++) {
        Step step = derivation.at(granularity, i);
        assertThat(step.granularity()).isEqualTo(granularity);
        assertThat(derivation.indexOf(granularity, step)).isEqualTo(i);

        Place place = Place.parse(step.place().toString());
        assertThat(place).isEqualTo(step.place());
        assertThat(derivation.indexOf(granularity, place)).isEqualTo(i);
        assertThat(derivation.at(place).termPlace()).isEqualTo(step.termPlace());
        if (granularity != Granularity.PHASE) {
          assertThat(derivation.at(place)).isEqualTo(step);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void walkingToTheEndAndBackVisitsTheSamePlacesInReverse(Granularity granularity) {
    for (Lesson lesson : RANDOM) {
      Derivation derivation = of(lesson);
      List<Place> there = walk(derivation, granularity, 0, 1);
      List<Place> back = walk(derivation, granularity, derivation.size(granularity) - 1, -1);
      assertThat(back).isEqualTo(there.reversed());
      assertThat(there).doesNotHaveDuplicates();
      assertThat((long) there.size()).isEqualTo(derivation.size(granularity));
    }
  }

  /** From one step to the next as a player goes: from where it stands, by one. */
  private static List<Place> walk(
      Derivation derivation, Granularity granularity, long from, int by) {
    List<Place> places = new ArrayList<>();
    long index = from;
    while (index >= 0 && index < derivation.size(granularity)) {
      Place place = derivation.at(granularity, index).place();
      places.add(place);
      index = derivation.indexOf(granularity, place) + by;
    }
    return places;
  }

  @Test
  void changesGranularityWithoutLosingItsPlace() {
    for (Lesson lesson : RANDOM) {
      Derivation derivation = of(lesson);
      for (long i = 0; i < derivation.size(Granularity.TERM); i++) {
        Step term = derivation.at(Granularity.TERM, i);
        for (Granularity coarser : Granularity.values()) {
          long index = derivation.indexOf(coarser, term);
          Step whole = derivation.at(coarser, index);
          assertThat(derivation.indexOf(Granularity.TERM, whole)).isGreaterThanOrEqualTo(i);
          if (index > 0) {
            Step before = derivation.at(coarser, index - 1);
            assertThat(derivation.indexOf(Granularity.TERM, before)).isLessThan(i);
          }
        }
      }
    }
  }

  // ---- the engine's numbers --------------------------------------------------------------------

  @Test
  void everyRunningSumEndsInTheEnginesCellBitForBit() {
    long cells = 0;
    for (Lesson lesson : RANDOM) {
      Trace trace = Trace.of(lesson);
      Derivation derivation = Derivation.of(trace);
      for (long i = 0; i < derivation.size(Granularity.CELL); i++) {
        Step step = derivation.at(Granularity.CELL, i);
        double cell = trace.matrix(step.result()).get(step.cell().row(), step.cell().column());
        assertThat(Double.doubleToRawLongBits(step.runningSum()))
            .as("%s %s: %s, not %s", lesson.title(), step.place(), step.runningSum(), cell)
            .isEqualTo(Double.doubleToRawLongBits(cell));
        cells++;
      }
    }
    assertThat(cells).isGreaterThan(20_000);
  }

  @Test
  void aRunningSumGrowsByOneTermAtATime() {
    // −1·(−2) + 3·(−1) + 0·3, then the bias 0
    Step z = lessonH.at(Place.parse("layer1/z/1,2"));
    assertThat(List.of(z.runningSum(-1), z.runningSum(0), z.runningSum(1), z.runningSum(2)))
        .containsExactly(0.0, 2.0, -1.0, -1.0);
    // dW(3,2) = 0·(−1) + 1·(−2) + 0·(−2) + 2·(−2)
    Step dW = lessonH.at(Place.parse("layer1/dW/3,2/term2"));
    assertThat(List.of(dW.term(0), dW.term(1), dW.term(2), dW.term(3)))
        .containsExactly(-0.0, -2.0, -0.0, -4.0);
    assertThat(dW.runningSum()).isEqualTo(-2);
    assertThat(dW.runningSum(3)).isEqualTo(-6);
  }

  // ---- the lines that meet ---------------------------------------------------------------------

  @Test
  void namesTheTwoLinesAndTheTwoEntriesThatMeet() {
    Step dW = lessonH.at(Place.parse("layer1/dW/3,2/term2"));
    Operand x = new Operand(0, MatrixSymbol.X);
    Operand dZ = new Operand(0, MatrixSymbol.DZ);
    assertThat(dW.leftLine()).contains(new OperandLine(x, true, true, 2));
    assertThat(dW.rightLine()).contains(new OperandLine(dZ, false, false, 1));
    assertThat(dW.reads())
        .containsExactly(new Step.Read(x, new Cell(1, 2)), new Step.Read(dZ, new Cell(1, 1)));
    assertThat(dW.reads().stream().map(dW::value)).containsExactly(1.0, -2.0);
    // Row 3 of X transposed is column 3 of X.
    assertThat(dW.leftLine().orElseThrow().contains(new Cell(0, 2))).isTrue();
    assertThat(dW.leftLine().orElseThrow().contains(new Cell(2, 0))).isFalse();
    assertThat(dW.rightLine().orElseThrow().contains(new Cell(3, 1))).isTrue();
  }

  /** A softmax reads the outputs of a sample, and its gradient two such rows; σ reads an entry. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "softmax layer | layer1/z/1,2 | row 1 of layer1/x | column 2 of layer1/w",
        "softmax layer | layer1/a/2,3 | row 2 of layer1/z | none",
        "softmax layer | layer1/dZ/2,3 | row 2 of layer1/a | row 2 of layer1/dA",
        "softmax layer | layer1/dA/2,3 | none | none",
        "softmax layer | loss/L | none | none",
        "two layers | layer1/a/2,3 | none | none",
        "two layers | layer1/dZ/2,3 | none | none",
        "two layers | layer2/dX/2,3 | row 2 of layer2/dZ | column 3 of layer2/w turned",
        "sigmoid | loss/p/2,1 | none | none",
        "bias | layer1/dB/1,2 | none | column 2 of layer1/dZ",
        "bias turned | layer1/dB/1,2 | row 2 of layer1/dZ turned | none",
        "bias | layer1/wNext/1,2 | none | none",
        "frozen | layer1/wNext/1,2 | none | none",
      })
  void someCellsAreMadeOfLinesAndOthersOfEntries(
      String lesson, String place, String left, String right) {
    Lesson bias = KnownLessons.lessonHWithBias();
    Layer first = bias.layers().getFirst();
    Step step =
        of(switch (lesson) {
              case "softmax layer" -> KnownLessons.softmaxLayer();
              case "two layers" -> KnownLessons.twoLayers();
              case "sigmoid" -> KnownLessons.sigmoid();
              case "bias turned" -> bias.withConvention(Convention.WX);
              case "frozen" ->
                  bias.withLayer(
                      0,
                      new Layer(
                          first.w(), first.b(), first.activation(), new Frozen(true, true), null));
              default -> bias;
            })
            .at(Place.parse(place));
    assertThat(line(step.leftLine())).isEqualTo(left);
    assertThat(line(step.rightLine())).isEqualTo(right);
  }

  private static String line(Optional<OperandLine> line) {
    return line.map(each ->
            (each.isRow() ? "row " : "column ")
                + (each.index() + 1)
                + " of "
                + each.operand()
                + (each.turned() ? " turned" : ""))
        .orElse("none");
  }

  @Test
  void aBiasStandsAloneOnTheRight() {
    Step bias = lessonH.at(Place.parse("layer1/z/2,1/term4"));
    assertThat(bias.role(3)).isEqualTo(TermRole.BIAS);
    assertThat(bias.role(2)).isEqualTo(TermRole.ADDED);
    assertThat(bias.left()).isEmpty();
    assertThat(bias.right())
        .contains(new Step.Read(new Operand(0, MatrixSymbol.B), new Cell(0, 0)));
  }

  @Test
  void aTermOfEveryRandomNetworkReadsWhatItsLinesHold() {
    for (Lesson lesson : RANDOM) {
      Derivation derivation = of(lesson);
      for (long i = 0; i < derivation.size(Granularity.TERM); i++) {
        Step step = derivation.at(Granularity.TERM, i);
        step.left()
            .filter(read -> step.operation() instanceof Operation.Product)
            .ifPresent(read -> {
              assertThat(step.leftLine().orElseThrow().contains(read.cell())).isTrue();
              assertThat(step.term(step.term()))
                  .isEqualTo(step.value(read) * step.value(step.right().orElseThrow()));
            });
        step.rightLine()
            .filter(line -> !step.isAddend(step.term()))
            .ifPresent(
                line -> assertThat(line.contains(step.right().orElseThrow().cell())).isTrue());
      }
    }
  }

  // ---- where a cell belongs --------------------------------------------------------------------

  @Test
  void aComputedCellIsAtHomeWhereItIsComputedAndAnInputWhereItIsReadFirst() {
    for (Lesson lesson : RANDOM) {
      Derivation derivation = of(lesson);
      Map<Step.Read, Place> firstReads = firstReads(derivation);
      for (Operand operand : operands(lesson)) {
        Operand canonical = lesson.canonical(operand);
        Shape shape = lesson.shape(operand);
        for (int i = 0; i < shape.rows(); i++) {
          for (int j = 0; j < shape.columns(); j++) {
            Cell cell = new Cell(i, j);
            Place expected =
                canonical.quantity().isInput()
                    ? firstReads.get(new Step.Read(canonical, cell))
                    : new Place.OfCell(canonical, cell);
            assertThat(derivation.placeOf(operand, cell))
                .as("%s: %s %s", lesson.title(), operand, cell)
                .contains(expected);
            assertThat(derivation.at(derivation.placeOf(operand, cell).orElseThrow()).place())
                .isEqualTo(expected);
          }
        }
      }
    }
  }

  private static Map<Step.Read, Place> firstReads(Derivation derivation) {
    Map<Step.Read, Place> first = new HashMap<>();
    for (long i = 0; i < derivation.size(Granularity.TERM); i++) {
      Step step = derivation.at(Granularity.TERM, i);
      for (Step.Read read : step.reads()) {
        var canonical = new Step.Read(derivation.lesson().canonical(read.operand()), read.cell());
        first.putIfAbsent(canonical, step.place());
      }
    }
    return first;
  }

  private static List<Operand> operands(Lesson lesson) {
    List<Operand> operands = new ArrayList<>();
    for (MatrixSymbol quantity : MatrixSymbol.values()) {
      if (quantity.belongsToLoss()) {
        operands.add(Operand.ofLoss(quantity));
      } else {
        for (int l = 0; l < lesson.layers().size(); l++) {
          operands.add(new Operand(l, quantity));
        }
      }
    }
    return operands.stream().filter(lesson::has).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layer1/x/2,3 | layer1/z/2,1/term3",
        "layer1/w/3,2 | layer1/z/1,2/term3",
        "layer1/b/1,2 | layer1/z/1,2/term4",
        "loss/upstream/2,1 | loss/L/1,1/term3",
        "layer1/dZ/4,2 | layer1/dA/4,2",
        "layer1/dX/4,3 | layer1/dX/4,3",
      })
  void goesToTheHomeOfAClickedCell(String clicked, String home) {
    Place.OfCell cell = (Place.OfCell) Place.parse(clicked);
    assertThat(lessonH.placeOf(cell.operand(), cell.cell()).map(Place::toString)).contains(home);
  }

  @ParameterizedTest
  @ValueSource(strings = {"layer1/dB", "layer2/b", "loss/p", "loss/upstream", "layer3/z"})
  void aMatrixThatTheLessonDoesNotHaveIsNowhere(String name) {
    assertThat(twoLayers.placeOf(Place.parse(name).operand(), new Cell(0, 0))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Z = X·W + b, 4×2 of three products and the bias.
        "layer1/z/2,2/term1 | layer1/x/2,3 | layer1/z/2,2/term3",
        "layer1/z/2,2/term1 | layer1/x/4,3 | layer1/z/4,1/term3",
        "layer1/z/2,2/term1 | layer1/w/3,2 | layer1/z/2,2/term3",
        "layer1/z/2,2/term1 | layer1/w/3,1 | layer1/z/1,1/term3",
        "layer1/z/2,2/term1 | layer1/b/1,2 | layer1/z/2,2/term4",
        "layer1/z/2,2/term1 | layer1/b/1,1 | layer1/z/1,1/term4",
        "layer1/z/2,2/term1 | loss/upstream/1,1 | nowhere",
        "layer1/z/2,2/term1 | layer1/z/1,1 | nowhere",
        "loss/L/1,1/term1 | loss/upstream/1,1 | nowhere",
        "layer1/dA/2,1/term1 | loss/upstream/3,2 | layer1/dA/3,2",
        "layer1/dA/2,1/term1 | layer1/x/3,2 | nowhere",
        // dW = Xᵀ·dZ: entry (4, 3) of X is the fourth of row 3 of Xᵀ.
        "layer1/dW/3,2/term1 | layer1/x/4,3 | layer1/dW/3,2/term4",
        "layer1/dW/3,2/term1 | layer1/x/4,1 | layer1/dW/1,1/term4",
        "layer1/dW/3,2/term1 | layer1/w/1,1 | nowhere",
        "layer1/dB/1,2/term1 | layer1/b/1,2 | nowhere",
        // dX = dZ·Wᵀ
        "layer1/dX/2,3/term1 | layer1/w/3,2 | layer1/dX/2,3/term2",
        "layer1/dX/2,3/term1 | layer1/w/1,2 | layer1/dX/1,1/term2",
        "layer1/wNext/1,1/term1 | layer1/w/3,2 | layer1/wNext/3,2",
        "layer1/wNext/1,1/term1 | layer1/b/1,2 | nowhere",
        "layer1/bNext/1,1/term1 | layer1/b/1,2 | layer1/bNext/1,2",
      })
  void findsAnInputInTheProductOneIsLookingAt(String at, String clicked, String use) {
    assertUse(lessonH, at, clicked, use);
  }

  @Test
  void aLabelIsReadByEveryCellOfItsRow() {
    Derivation softmax = of(KnownLessons.softmax(Reduction.SUM));
    assertUse(softmax, "layer1/dA/1,3/term1", "loss/labels/2,1", "layer1/dA/2,3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layer1/a/1,2/term1 | layer1/x/1,1 | nowhere",
        "layer1/dZ/1,2/term1 | loss/targets/1,1 | nowhere",
        "layer1/dZ/1,2/term4 | loss/targets/1,2 | nowhere",
        "layer1/dA/1,2/term1 | loss/targets/1,3 | layer1/dA/1,3",
      })
  void aSoftmaxReadsNoInputItself(String at, String clicked, String use) {
    assertUse(of(KnownLessons.softmaxLayer()), at, clicked, use);
  }

  @Test
  void aGateReadsNoInputItself() {
    assertUse(twoLayers, "layer1/a/1,2/term1", "layer1/w/1,2", "nowhere");
    assertUse(twoLayers, "layer1/dZ/1,2/term1", "layer1/w/1,2", "nowhere");
  }

  private static void assertUse(Derivation derivation, String at, String clicked, String use) {
    Place.OfCell cell = (Place.OfCell) Place.parse(clicked);
    Step step = derivation.at(Place.parse(at));
    assertThat(
            derivation
                .useOf(step, cell.operand(), cell.cell())
                .map(Place::toString)
                .orElse("nowhere"))
        .isEqualTo(use);
  }

  // ---- how far the walk has come ---------------------------------------------------------------

  @Test
  void knowsWhatIsReachedAtATerm() {
    Step step = lessonH.at(Place.parse("layer1/dW/2,1/term3"));
    assertReach(step, "layer1/z/4,2", ComputedState.KNOWN);
    assertReach(step, "layer1/a/4,2", ComputedState.KNOWN);
    assertReach(step, "layer1/dZ/1,1", ComputedState.KNOWN);
    assertReach(step, "layer1/w/3,2", ComputedState.KNOWN);
    assertReach(step, "layer1/dW/1,2", ComputedState.KNOWN);
    assertReach(step, "layer1/dW/2,1", ComputedState.FORMING);
    assertReach(step, "layer1/dW/2,2", ComputedState.NOT_YET);
    assertReach(step, "layer1/dB/1,1", ComputedState.NOT_YET);
    assertReach(step, "layer1/wNext/1,1", ComputedState.NOT_YET);
  }

  @Test
  void knowsACellAtItsLastTermAndAtCoarserSteps() {
    assertReach(
        lessonH.at(Place.parse("layer1/dW/2,1/term4")), "layer1/dW/2,1", ComputedState.KNOWN);
    assertReach(lessonH.at(Place.parse("layer1/dW/2,1")), "layer1/dW/2,1", ComputedState.KNOWN);
    assertReach(lessonH.at(Place.parse("layer1/dW/2,1")), "layer1/dW/2,2", ComputedState.NOT_YET);
    assertReach(lessonH.at(Place.parse("layer1/dW")), "layer1/dW/3,2", ComputedState.KNOWN);
    assertReach(lessonH.at(Granularity.PHASE, 2), "layer1/dX/4,3", ComputedState.KNOWN);
    assertReach(lessonH.at(Granularity.PHASE, 2), "layer1/wNext/1,1", ComputedState.NOT_YET);
  }

  private void assertReach(Step step, String place, ComputedState reach) {
    Place.OfCell cell = (Place.OfCell) Place.parse(place);
    assertThat(lessonH.reach(step, cell.operand(), cell.cell())).as(place).isEqualTo(reach);
  }

  @Test
  void reachAgreesWithTheOrderOfTheWalk() {
    for (Lesson lesson : RANDOM.subList(0, 32)) {
      Derivation derivation = of(lesson);
      long last = derivation.size(Granularity.TERM) - 1;
      for (long here = 0; here <= last; here += 7) {
        Step step = derivation.at(Granularity.TERM, here);
        for (long i = 0; i < derivation.size(Granularity.CELL); i++) {
          Step cell = derivation.at(Granularity.CELL, i);
          long end = derivation.indexOf(Granularity.TERM, cell);
          long start = end - cell.terms() + 1;
          ComputedState expected =
              end <= here
                  ? ComputedState.KNOWN
                  : start <= here ? ComputedState.FORMING : ComputedState.NOT_YET;
          assertThat(derivation.reach(step, cell.result(), cell.cell())).isEqualTo(expected);
        }
      }
    }
  }

  // ---- places of other names, and places that do not exist -------------------------------------

  @Test
  void anyNameOfAMatrixLeadsToItsOne() {
    assertThat(twoLayers.at(Place.parse("layer2/dZ/1,1/term1")).place())
        .hasToString("layer2/dA/1,1/term1");
    assertThat(twoLayers.at(Place.parse("layer2/a")).place()).hasToString("layer2/z");
    assertThat(twoLayers.at(Place.parse("layer2/x/1,3")).place()).hasToString("layer1/a/1,3");
    assertThat(twoLayers.at(Place.parse("layer1/dA/2,4")).place()).hasToString("layer2/dX/2,4");
    assertThat(twoLayers.indexOf(Granularity.MATRIX, Place.parse("layer1/dA"))).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layer1/dW/3,2/term5 | There is no place layer1/dW/3,2/term5: a cell there has 4 terms.",
        "layer1/dA/1,1/term2 | There is no place layer1/dA/1,1/term2: a cell there has one term.",
        "layer1/dW/4,1 | There is no place layer1/dW/4,1: layer1/dW is 3×2.",
        "layer1/dW/1,3/term1 | There is no place layer1/dW/1,3/term1: layer1/dW is 3×2.",
        "layer1/a/5,1 | There is no place layer1/a/5,1: layer1/a is 4×2.",
        "loss/L/1,2 | There is no place loss/L/1,2: loss/L is 1×1.",
        "layer2/z | There is no place layer2/z: this network has one layer.",
        "loss/p | There is no place loss/p: this lesson has no such matrix.",
        "loss/targets/1,1 | There is no place loss/targets/1,1: this lesson has no such matrix.",
        "layer1/x/1,1 | There is no step at layer1/x/1,1: it is an input, which is given and not"
            + " computed.",
        "layer1/b | There is no step at layer1/b: it is an input, which is given and not computed.",
        "loss/upstream | There is no step at loss/upstream: it is an input, which is given and not"
            + " computed.",
      })
  void saysWhyThereIsNoSuchPlace(String place, String sentence) {
    assertRefused(lessonH, place, sentence);
  }

  @Test
  void aLayerThatIsThereMayBeWithoutAMatrix() {
    assertRefused(
        of(KnownLessons.lessonH()),
        "layer1/dB",
        "There is no place layer1/dB: this lesson has no such matrix.");
  }

  @Test
  void saysHowManyLayersThereAre() {
    assertRefused(
        twoLayers, "layer3/dW", "There is no place layer3/dW: this network has 2 layers.");
    assertRefused(
        twoLayers, "layer1/dB", "There is no place layer1/dB: this lesson has no such matrix.");
  }

  private static void assertRefused(Derivation derivation, String place, String sentence) {
    assertThatThrownBy(() -> derivation.at(Place.parse(place)))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(Texts.english().say(refused.said())).isEqualTo(sentence));
  }
}
