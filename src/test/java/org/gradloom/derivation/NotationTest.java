package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gradloom.KnownLessons;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.junit.jupiter.api.Test;

class NotationTest {
  private static Lesson deep(int layers, int width) {
    Matrix square = Matrix.zeros(new Shape(width, width));
    List<Layer> all = new ArrayList<>();
    for (int l = 0; l < layers; l++) {
      all.add(new Layer(square, null, Elementwise.TANH));
    }
    return new Lesson(
        "", square, all, new Loss(LossKind.GIVEN, new Target.Upstream(square), Reduction.SUM), 0.1);
  }

  @Test
  void writesWholeMatricesInTeX() {
    Notation one = new Notation(KnownLessons.lessonH());
    assertThat(one.tex(new Operand(0, MatrixSymbol.W))).isEqualTo("W");
    assertThat(one.tex(new Operand(0, MatrixSymbol.DW))).isEqualTo("dL/dW");
    assertThat(one.tex(new Operand(0, MatrixSymbol.W_NEXT))).isEqualTo("W'");
    Notation two = new Notation(KnownLessons.twoLayers());
    assertThat(two.tex(new Operand(1, MatrixSymbol.W))).isEqualTo("W_{2}");
    assertThat(two.tex(new Operand(0, MatrixSymbol.DW))).isEqualTo("dL/dW_{1}");
    assertThat(two.tex(new Operand(1, MatrixSymbol.W_NEXT))).isEqualTo("W'_{2}");
    assertThat(two.tex(new Operand(0, MatrixSymbol.X))).isEqualTo("X");
  }

  @Test
  void aUnitHasItsNumberWhateverTheSampleAndIsNamedForItsGradientToo() {
    Notation two = new Notation(KnownLessons.twoLayers());
    assertThat(two.unit(new Operand(0, MatrixSymbol.Z), 1)).isEqualTo("z⁽¹⁾₂");
    assertThat(two.unit(new Operand(1, MatrixSymbol.DZ), 0)).isEqualTo("z⁽²⁾₁");
  }

  @Test
  void writesEveryDigitBelow() {
    Notation notation = new Notation(deep(1, 10));
    Operand w = new Operand(0, MatrixSymbol.W);
    assertThat(notation.result(w, new Cell(0, 9))).isEqualTo("w₁,₁₀");
    assertThat(notation.result(w, new Cell(8, 6))).isEqualTo("w₉₇");
    assertThat(notation.result(w, new Cell(4, 5))).isEqualTo("w₅₆");
    assertThat(notation.result(w, new Cell(2, 7))).isEqualTo("w₃₈");
  }

  @Test
  void writesEveryLayerAbove() {
    Notation notation = new Notation(deep(10, 1));
    assertThat(
            List.of(0, 1, 2, 3, 8, 9).stream()
                .map(layer -> notation.result(new Operand(layer, MatrixSymbol.W), new Cell(0, 0))))
        .containsExactly("w⁽¹⁾₁₁", "w⁽²⁾₁₁", "w⁽³⁾₁₁", "w⁽⁴⁾₁₁", "w⁽⁹⁾₁₁", "w⁽¹⁰⁾₁₁");
  }
}
