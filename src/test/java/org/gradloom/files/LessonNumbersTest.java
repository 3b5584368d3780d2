package org.gradloom.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.RegionNumbers;
import org.gradloom.engine.GradientCheck;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Edits;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.junit.jupiter.api.Test;

/** The numbers that the lessons' texts say were computed by hand; the engine gives the same. */
class LessonNumbersTest {
  private static Lesson beat(String id, int number) {
    Lesson lesson = BuiltInLessons.read(id);
    return lesson.in(lesson.beats().get(number - 1)).orElseThrow();
  }

  /** With the beat's nudge, or an entry of it, at another value. */
  private static Lesson moved(String id, int number, String cell, double value) {
    Beat beat = BuiltInLessons.read(id).beats().get(number - 1);
    Place.OfCell moved = (Place.OfCell) Place.parse(cell);
    Place nudge = Objects.requireNonNull(beat.nudge());
    assertThat(nudge).isIn(moved, new Place.OfMatrix(moved.operand()));
    return Edits.apply(
        beat(id, number), new Edit.SetEntry(moved.operand(), moved.cell(), Entry.of(value)));
  }

  private static void has(Lesson lesson, String region, double... row) {
    Matrix numbers = RegionNumbers.of(Derivation.of(lesson), Region.parse(region));
    assertThat(numbers.rows()).isEqualTo(1);
    assertThat(numbers.columns()).isEqualTo(row.length);
    for (int j = 0; j < row.length; j++) {
      assertThat(numbers.get(0, j)).as(region).isEqualTo(row[j], within(5e-4));
    }
  }

  private static void has(Lesson lesson, String matrix, double[][] rows) {
    for (int i = 0; i < rows.length; i++) {
      has(lesson, matrix + "/" + (i + 1), rows[i]);
    }
  }

  @Test
  void rowMeetsColumn() {
    has(beat("row-meets-column", 1), "layer1/z", 10, 8);
    has(moved("row-meets-column", 2, "layer1/w/2,1", 1), "layer1/z", 12, 8);
    has(beat("row-meets-column", 3), "layer1/z/2", -6, -2);
    Lesson moved = moved("row-meets-column", 4, "layer1/x/2,1", 4);
    has(moved, "layer1/z", new double[][] {{7, -1}, {-7, -4}, {5, -5}, {1, 7}});
  }

  @Test
  void whyMatrices() {
    assertThat(beat("why-matrices", 1).products()).isEqualTo(24);
    has(beat("why-matrices", 5), "layer1/w/:,1", -1, 2, -1);
  }

  @Test
  void aSlopeForEachWeight() {
    String id = "a-slope-for-each-weight";
    has(beat(id, 1), "layer1/z/:,2", -1, -2, -5, 7);
    has(beat(id, 1), "layer1/dW", new double[][] {{6, -5}, {8, -9}, {7, -6}});
    has(moved(id, 1, "layer1/w/3,2", 4), "layer1/z/:,2", -1, -1, -5, 9);
    has(moved(id, 1, "layer1/w/3,2", 4), "loss/L", -2);
    has(beat(id, 2), "loss/L/1,1/term4", 4);
    has(beat(id, 3), "loss/L", 4);
    has(moved(id, 3, "layer1/w/3,2", 3.5), "loss/L", 1);
    has(moved(id, 4, "layer1/w/1,1", 0), "loss/L", 10);
    Lesson last = beat(id, 5);
    has(last, "layer1/wNext", new double[][] {{-1.6, -1.5}, {1.2, -0.1}, {-1.7, 3.6}});
    Matrix next = RegionNumbers.of(Derivation.of(last), Region.parse("layer1/wNext"));
    Layer stepped = last.layers().getFirst().withW(next);
    has(last.withLayer(0, stepped), "loss/L", -25.1);
  }

  @Test
  void oneSample() {
    String id = "one-sample";
    has(beat(id, 1), "layer1/dW", new double[][] {{2, -1}, {4, -2}, {6, -3}});
    has(beat(id, 3), "loss/L", 12);
    has(moved(id, 1, "layer1/w/3,1", 4), "layer1/z", 13, 8);
    has(moved(id, 3, "layer1/w/3,1", 2), "loss/L", 6);
    has(moved(id, 3, "layer1/w/3,1", 2), "layer1/z/1,2", 8);
    has(moved(id, 5, "layer1/x/1,2", 0), "layer1/dW/2", 0, 0);
  }

  @Test
  void addTheCards() {
    String id = "add-the-cards";
    double[] added = {0, -2, 0, -4};
    for (int k = 0; k < 4; k++) {
      has(beat(id, 1), "layer1/dW/3,2/term" + (k + 1), added[k]);
    }
    has(beat(id, 3), "layer1/dW/3", 7, -6);
    has(moved(id, 5, "layer1/x/3,3", 1), "layer1/dW", new double[][] {{6, -5}, {8, -9}, {8, -8}});
    has(beat(id, 6), "layer1/dW/2,2", -9);
  }

  @Test
  void shapesCanLie() {
    String id = "shapes-can-lie";
    has(beat(id, 1), "layer1/dW", new double[][] {{8, 1}, {-1, 8}, {-9, 7}});
    has(beat(id, 2), "layer1/dW/3,2/term1", -2);
    has(beat(id, 2), "layer1/dW/3,2/term2", 9);
    has(beat(id, 3), "loss/L", 12);
    has(moved(id, 3, "layer1/w/3,2", 3), "loss/L", 19);
    // Row 3 of Xᵀ with row 2 of dL/dZ, as X.T @ dZ.T lets them meet.
    Lesson lesson = beat(id, 4);
    has(lesson, "layer1/x/:,3", -1, 3);
    has(lesson, "layer1/dZ/2", -2, 3);
  }

  @Test
  void sumOrMean() {
    String id = "sum-or-mean";
    has(beat(id, 1), "layer1/dW/3,2", -12);
    has(beat(id, 2), "layer1/dZ/:,2", -0.25, -0.5, -0.5, -0.5);
    has(beat(id, 2), "loss/L", 1);
    has(beat(id, 3), "layer1/dW", new double[][] {{1.5, -1.25}, {2, -2.25}, {1.75, -1.5}});
    has(beat(id, 4), "loss/L", 1);
    has(moved(id, 4, "layer1/w/3,2", 4), "loss/L", -0.5);
    has(beat(id, 5).withLearningRate(0.4), "layer1/wNext/3,2", 3.6);
    has(BuiltInLessons.read(id), "layer1/wNext/3,2", 3.6);
  }

  @Test
  void blameTheInputs() {
    String id = "blame-the-inputs";
    has(beat(id, 1), "layer1/dX", new double[][] {{0, 5, -5}, {1, 8, -9}, {3, 4, -7}, {2, 6, -8}});
    has(beat(id, 1), "layer1/w/3", -1, 3);
    has(beat(id, 1), "layer1/dZ/2", 3, -2);
    Lesson moved = moved(id, 2, "layer1/x/2,3", 2);
    has(moved, "loss/L", -5);
    has(moved, "layer1/z", new double[][] {{7, -1}, {-7, 1}, {5, -5}, {1, 7}});
  }

  @Test
  void whyHandMeDz() {
    Lesson lesson = beat("why-hand-me-dz", 1);
    int weights = lesson.layers().getFirst().w().shape().size();
    assertThat(lesson.outputs().size() * weights).isEqualTo(48);
    assertThat(lesson.samples() * weights).isEqualTo(24);
    assertThat(lesson.outputs().size() * lesson.x().shape().size()).isEqualTo(96);
    assertThat(zeros(lesson.x())).isEqualTo(2);
    assertThat(zeros(moved("why-hand-me-dz", 3, "layer1/x/1,3", 1).x())).isEqualTo(1);
    assertThat(32L * 100 * 784 * 100).isEqualTo(250_880_000L);
    assertThat(784 * 100).isEqualTo(78_400);
    has(beat("why-hand-me-dz", 4), "layer1/x/:,3", 0, 1, 0, 2);
    has(beat("why-hand-me-dz", 4), "layer1/dZ/:,2", -1, -2, -2, -2);
  }

  private static long zeros(Matrix matrix) {
    long zeros = 0;
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        zeros += matrix.get(i, j) == 0 ? 1 : 0;
      }
    }
    return zeros;
  }

  @Test
  void biasAndTheNumPyLayer() {
    String id = "bias-and-the-numpy-layer";
    has(beat(id, 2), "layer1/dB", 8, -7);
    has(beat(id, 2), "layer1/dZ/:,1", 2, 3, 1, 2);
    has(moved(id, 1, "layer1/b/1,1", 1), "layer1/z/:,1", 8, -5, 6, 2);
    has(beat(id, 3), "loss/L", 4);
    has(moved(id, 3, "layer1/b/1,1", -0.5), "loss/L", 0);
  }

  @Test
  void theGate() {
    String id = "the-gate";
    has(beat(id, 1), "layer1/z/2,2", -2);
    has(beat(id, 1), "layer1/z/4,2", 7);
    has(beat(id, 2), "layer1/dZ", new double[][] {{2, 0}, {0, 0}, {1, 0}, {2, -2}});
    has(beat(id, 3), "loss/L", 7);
    has(moved(id, 3, "layer1/x/2,1", 2), "loss/L", 7);
    has(moved(id, 3, "layer1/x/2,1", 2), "layer1/z/2,2", 0);
    has(moved(id, 3, "layer1/x/2,1", 1), "loss/L", 3);
    has(beat(id, 4), "layer1/dW/3,2/term4", -4);
    has(beat(id, 4), "layer1/dW/3,2", -4);
  }

  @Test
  void twoLayers() {
    String id = "two-layers";
    has(beat(id, 1), "layer2/z/:,1", -3, -2, -7);
    has(beat(id, 1), "layer2/dZ/:,1", 1, -2, -1);
    has(beat(id, 1), "loss/L", 3);
    has(beat(id, 2), "layer1/dA/:,2", -2, 4, 2);
    // What reaches unit 2 is its blame times its own weight, whatever else the weight changes.
    has(moved(id, 2, "layer2/w/2,1", 0), "layer1/dA/:,2", 0, 0, 0);
    has(beat(id, 3), "layer1/dA/2", -2, 4, 2, -6);
    has(beat(id, 3), "layer1/dZ/2", -2, 0, 2, 0);
    has(beat(id, 4), "layer1/dZ/:,2", -2, 0, 2);
    has(beat(id, 4), "layer1/dW", new double[][] {{-2, -4, 2, 0}, {1, 2, -1, 0}});
    has(moved(id, 5, "layer1/w/2,4", -0.667), "loss/L", 3);
    has(moved(id, 5, "layer1/w/2,4", -0.5), "loss/L", 2.625);
    has(beat(id, 6), "layer2/dW/4,1", 0);
    has(beat(id, 6), "layer1/dA/:,4", 3, -6, -3);
    assertThat(zeros(matrix(beat(id, 6), "layer2/dW"))).isEqualTo(1);
    assertThat(zeros(matrix(beat(id, 6), "layer1/dX"))).isLessThan(6);
  }

  private static Matrix matrix(Lesson lesson, String region) {
    return RegionNumbers.of(Derivation.of(lesson), Region.parse(region));
  }

  @Test
  void softmaxAndCrossEntropy() {
    String id = "softmax-and-cross-entropy";
    has(beat(id, 1), "loss/p", new double[][] {{0.25, 0.5, 0.25}, {0.4, 0.1, 0.5}});
    Matrix paid = matrix(moved(id, 2, "layer1/w/1,2", 1), "loss/p/1");
    assertThat(paid.get(0, 0)).isLessThan(0.25).isEqualTo(paid.get(0, 2));
    has(beat(id, 3), "layer1/dZ", new double[][] {{0.25, -0.5, 0.25}, {-0.6, 0.1, 0.5}});
    has(beat(id, 4), "layer1/dA/1", 0, -2, 0);
    has(beat(id, 4), "layer1/dZ/1", 0.25, -0.5, 0.25);
    has(beat(id, 6), "layer1/dA/1", 0.125, -0.25, 0.125);
  }

  @Test
  void verifyAndGoLive() {
    String id = "verify-and-go-live";
    has(beat(id, 1), "loss/L", 18);
    double[][] losses = {{3.25, 21.125}, {2.75, 15.125}, {3.1, 19.22}, {3.01, 18.1202}};
    for (double[] loss : losses) {
      has(moved(id, 1, "layer1/w/1,1", loss[0]), "loss/L", loss[1]);
      has(moved(id, 3, "layer1/w/1,1", loss[0]), "loss/L", loss[1]);
    }
    assertThat((21.125 - 18) / 0.25).isEqualTo(12.5);
    assertThat((19.22 - 18) / 0.1).isEqualTo(12.2, within(1e-9));
    assertThat((18.1202 - 18) / 0.01).isEqualTo(12.02, within(1e-9));
    has(beat(id, 2), "layer1/dW", 12);
    Lesson live = beat(id, 4);
    has(live, "layer1/a/:,2", 0, 0, 3);
    has(live, "loss/p/3", 0.119);
    has(live, "layer2/dW/2,1", -0.881);
    assertThat(
            new GradientCheck(Trace.of(live))
                .compare(new Operand(1, MatrixSymbol.DW), new Cell(1, 0))
                .agrees())
        .isTrue();
  }
}
