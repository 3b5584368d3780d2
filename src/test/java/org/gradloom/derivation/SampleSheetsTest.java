package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.gradloom.KnownLessons;
import org.gradloom.RandomLessons;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.junit.jupiter.api.Test;

class SampleSheetsTest {
  private static final Derivation H = Derivation.of(KnownLessons.lessonH());
  private static final Operand DX = new Operand(0, MatrixSymbol.DX);

  private static SampleSheets at(Derivation derivation, String place) {
    return SampleSheets.at(derivation, derivation.at(Place.parse(place))).orElseThrow();
  }

  private static Matrix sheet(SampleSheets sheets, int k) {
    return Matrix.numbers(sheets.shape(), (r, i) -> sheets.entry(k, new Cell(r, i)));
  }

  @Test
  void eachSampleFillsOneRowOfItsOwnSheet() {
    SampleSheets sheets = at(H, "layer1/dX/4,3/term2");
    assertThat(sheets.count()).isEqualTo(4);
    assertThat(sheets.current()).isEqualTo(3);
    assertThat(sheet(sheets, 3))
        .isEqualTo(Matrix.of(new double[][] {{0, 0, 0}, {0, 0, 0}, {0, 0, 0}, {2, 6, -8}}));
    assertThat(sheet(sheets, 0))
        .isEqualTo(Matrix.of(new double[][] {{0, 5, -5}, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}}));
  }

  @Test
  void aZeroThatWasComputedHasAPath() {
    SampleSheets sheets = at(H, "layer1/dX");
    assertThat(sheets.entry(0, new Cell(0, 0))).isZero();
    assertThat(SampleSheets.hasPath(0, new Cell(0, 0))).isTrue();
    assertThat(sheets.entry(0, new Cell(1, 0))).isZero();
    assertThat(SampleSheets.hasPath(0, new Cell(1, 0))).isFalse();
  }

  @Test
  void theWalkFillsSheetAfterSheet() {
    SampleSheets sheets = at(H, "layer1/dX/2,3/term1");
    assertThat(sheets.filled()).isEqualTo(1);
    assertThat(sheets.reach(0, new Cell(0, 2))).isEqualTo(ComputedState.KNOWN);
    assertThat(sheets.reach(1, new Cell(1, 1))).isEqualTo(ComputedState.KNOWN);
    assertThat(sheets.reach(1, new Cell(1, 2))).isEqualTo(ComputedState.FORMING);
    assertThat(sheets.reach(2, new Cell(2, 0))).isEqualTo(ComputedState.NOT_YET);
    assertThat(sheets.reach(2, new Cell(1, 0))).isEqualTo(ComputedState.KNOWN);
    assertThat(at(H, "layer1/dX/2,3").filled()).isEqualTo(2);
  }

  @Test
  void onlyInputsHaveSheets() {
    Step step = H.at(Place.parse("layer1/dW"));
    assertThat(SampleSheets.at(H, step)).isEmpty();
  }

  @Test
  void theBlameOfAHiddenLayersOutputStacksAsWell() {
    Derivation two = Derivation.of(KnownLessons.twoLayers());
    SampleSheets sheets = at(two, "layer1/dA");
    assertThat(sheets.gradient()).isEqualTo(new Operand(1, MatrixSymbol.DX));
    assertThat(sheet(sheets, 1))
        .isEqualTo(Matrix.of(new double[][] {{0, 0, 0, 0}, {-2, 4, 2, -6}, {0, 0, 0, 0}}));
  }

  /** What the engine makes of one sample's loss alone, on random networks of any depth. */
  @Test
  void aSheetIsTheGradientOfItsSampleAlone() {
    for (Lesson lesson : RandomLessons.any(60, 41)) {
      Derivation derivation = Derivation.of(lesson);
      for (int l = 0; l <= lesson.lastLayer(); l++) {
        SampleSheets sheets = at(derivation, "layer" + (l + 1) + "/dX");
        for (int k = 0; k < sheets.count(); k++) {
          assertThat(sheet(sheets, k)).as(lesson.title()).isEqualTo(alone(derivation, l, k));
        }
      }
    }
  }

  /** The same layer, where all blames but those of one sample are 0. */
  private static Matrix alone(Derivation derivation, int l, int sample) {
    Matrix dZ = derivation.trace().matrix(new Operand(l, MatrixSymbol.DZ));
    Matrix own = Matrix.numbers(dZ.shape(), (k, j) -> k == sample ? dZ.get(k, j) : 0);
    Layer layer = new Layer(derivation.lesson().layers().get(l).w(), null, Elementwise.IDENTITY);
    Lesson single =
        new Lesson(
            "",
            derivation.trace().matrix(new Operand(l, MatrixSymbol.X)),
            List.of(layer),
            new Loss(LossKind.GIVEN, new Target.Upstream(own), Reduction.SUM),
            0.1);
    Matrix dX = Trace.of(single).matrix(DX);
    return Matrix.numbers(dX.shape(), (k, i) -> dX.get(k, i) + 0.0);
  }

  @Test
  void sheetsAddUpToTheEnginesGradient() {
    for (Lesson lesson : RandomLessons.any(60, 43)) {
      Derivation derivation = Derivation.of(lesson);
      SampleSheets sheets = at(derivation, "layer1/dX");
      Matrix sum =
          Matrix.numbers(
              sheets.shape(),
              (r, i) ->
                  IntStream.range(0, sheets.count())
                      .mapToDouble(k -> sheets.entry(k, new Cell(r, i)))
                      .sum());
      assertThat(sum).as(lesson.title()).isEqualTo(zerosPlain(derivation.trace().matrix(DX)));
    }
  }

  /** −0 as 0, as a sum has it. */
  private static Matrix zerosPlain(Matrix matrix) {
    return Matrix.numbers(matrix.shape(), (i, j) -> matrix.get(i, j) + 0.0);
  }
}
