package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradloom.KnownLessons;
import org.gradloom.RandomLessons;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.junit.jupiter.api.Test;

class BiasAsWeightTest {
  private static final Operand X = new Operand(0, MatrixSymbol.X);
  private static final Operand W = new Operand(0, MatrixSymbol.W);
  private static final Operand B = new Operand(0, MatrixSymbol.B);

  /** Lesson H with b = (10, 20). */
  private static Trace trace(Convention convention) {
    Lesson lesson = KnownLessons.lessonHWithBias();
    return Trace.of(
        lesson
            .withLayer(0, lesson.layers().getFirst().withB(Matrix.row(10, 20)))
            .withConvention(convention));
  }

  private static double[][] numbers(BiasAsWeight product, Bordered of) {
    double[][] numbers = new double[of.shape().rows()][of.shape().columns()];
    for (int i = 0; i < numbers.length; i++) {
      for (int j = 0; j < numbers[i].length; j++) {
        numbers[i][j] = product.value(of.at(new Cell(i, j)));
      }
    }
    return numbers;
  }

  @Test
  void theInputsGetAColumnOfOnesAndTheWeightsTheBiasAsTheirLastRow() {
    BiasAsWeight forward = BiasAsWeight.forward(trace(Convention.XW), 0).orElseThrow();
    assertThat(numbers(forward, forward.left()))
        .isDeepEqualTo(new double[][] {{-1, 3, 0, 1}, {3, -1, 1, 1}, {1, 3, 0, 1}, {-1, 1, 2, 1}});
    assertThat(numbers(forward, forward.right()))
        .isDeepEqualTo(new double[][] {{-1, -2}, {2, -1}, {-1, 3}, {10, 20}});
    // z₂₁ = 3·(−1) + (−1)·2 + 1·(−1) + 1·10
    assertThat(forward.sum(new Cell(1, 0))).isEqualTo(4);
    assertThat(forward.terms()).isEqualTo(4);
    assertThat(forward.term(new Cell(1, 0), 3)).isEqualTo(10);
  }

  @Test
  void theSameRuleGivesTheGradientByBothAtOnce() {
    BiasAsWeight backward = BiasAsWeight.backward(trace(Convention.XW), 0).orElseThrow();
    assertThat(numbers(backward, backward.left()))
        .isDeepEqualTo(new double[][] {{-1, 3, 1, -1}, {3, -1, 3, 1}, {0, 1, 0, 2}, {1, 1, 1, 1}});
    assertThat(numbers(backward, backward.result()))
        .isDeepEqualTo(new double[][] {{6, -5}, {8, -9}, {7, -6}, {8, -7}});
    assertThat(backward.sum(new Cell(3, 0))).as("2 + 3 + 1 + 2").isEqualTo(8);
  }

  @Test
  void whereNeuronsAreRowsTheBiasIsALastColumnAndTheOnesAreARow() {
    BiasAsWeight forward = BiasAsWeight.forward(trace(Convention.WX), 0).orElseThrow();
    assertThat(numbers(forward, forward.left()))
        .isDeepEqualTo(new double[][] {{-1, 2, -1, 10}, {-2, -1, 3, 20}});
    assertThat(numbers(forward, forward.right()))
        .isDeepEqualTo(new double[][] {{-1, 3, 1, -1}, {3, -1, 3, 1}, {0, 1, 0, 2}, {1, 1, 1, 1}});
    BiasAsWeight backward = BiasAsWeight.backward(trace(Convention.WX), 0).orElseThrow();
    assertThat(numbers(backward, backward.result()))
        .isDeepEqualTo(new double[][] {{6, 8, 7, 8}, {-5, -9, -6, -7}});
  }

  @Test
  void eachIsCalledWhatItIsInItsConvention() {
    assertThat(called(Convention.XW, true)).isEqualTo("[X | 1]·[W / b] = Z");
    assertThat(called(Convention.XWT, true)).isEqualTo("[X | 1]·[Wᵀ / b] = Z");
    assertThat(called(Convention.WX, true)).isEqualTo("[W | b]·[X / 1] = Z");
    assertThat(called(Convention.WTX, true)).isEqualTo("[Wᵀ | b]·[X / 1] = Z");
    assertThat(called(Convention.XW, false)).isEqualTo("[Xᵀ / 1]·dL/dZ = [dL/dW / dL/db]");
    assertThat(called(Convention.XWT, false)).isEqualTo("(dL/dZ)ᵀ·[X | 1] = [dL/dW | (dL/db)ᵀ]");
    assertThat(called(Convention.WX, false)).isEqualTo("dL/dZ·[Xᵀ | 1] = [dL/dW | dL/db]");
    assertThat(called(Convention.WTX, false)).isEqualTo("[X / 1]·(dL/dZ)ᵀ = [dL/dW / (dL/db)ᵀ]");
  }

  private static String called(Convention convention, boolean forward) {
    Trace trace = trace(convention);
    BiasAsWeight product =
        (forward ? BiasAsWeight.forward(trace, 0) : BiasAsWeight.backward(trace, 0)).orElseThrow();
    Notation notation = new Notation(trace.lesson());
    return called(product.left(), notation)
        + "·"
        + called(product.right(), notation)
        + " = "
        + called(product.result(), notation);
  }

  private static String called(Bordered matrix, Notation notation) {
    String main = notation.plain(matrix.main());
    String between = matrix.below() ? " / " : " | ";
    return switch (matrix.border()) {
      case null -> main;
      case Bordered.Ones _ -> "[" + main + between + "1]";
      case Bordered.OfBias(var bias) -> "[" + main + between + notation.plain(bias) + "]";
    };
  }

  @Test
  void everyEntryIsFoundWhereItStands() {
    for (Convention convention : Convention.values()) {
      BiasAsWeight forward = BiasAsWeight.forward(trace(convention), 0).orElseThrow();
      Bordered weights = convention.samplesAreColumns() ? forward.left() : forward.right();
      for (Bordered.Of entry :
          List.of(new Bordered.Of(W, new Cell(2, 1)), new Bordered.Of(B, new Cell(0, 1)))) {
        Cell written = weights.where(entry.operand(), entry.cell()).orElseThrow();
        assertThat(weights.at(written)).isEqualTo(entry);
      }
      assertThat(weights.where(X, new Cell(0, 0))).isEmpty();
    }
  }

  @Test
  void alwaysMakesTheNumbersOfTheEngine() {
    int compared = 0;
    for (Lesson lesson : RandomLessons.any(96, 10)) {
      Trace trace = Trace.of(lesson);
      for (int l = 0; l <= lesson.lastLayer(); l++) {
        List<BiasAsWeight> products =
            Stream.of(BiasAsWeight.forward(trace, l), BiasAsWeight.backward(trace, l))
                .flatMap(Optional::stream)
                .toList();
        assertThat(products).hasSize(lesson.layers().get(l).hasBias() ? 2 : 0);
        for (BiasAsWeight product : products) {
          Shape shape = product.result().shape();
          assertThat(product.left().shape().rows()).isEqualTo(shape.rows());
          assertThat(product.right().shape())
              .isEqualTo(new Shape(product.terms(), shape.columns()));
          for (int i = 0; i < shape.rows(); i++) {
            for (int j = 0; j < shape.columns(); j++) {
              Cell cell = new Cell(i, j);
              assertThat(product.sum(cell))
                  .as("%s %s %s", lesson.title(), product.result(), cell)
                  .isEqualTo(product.value(product.result().at(cell)));
              compared++;
            }
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(1500);
  }

  @Test
  void belongsToTheStepsThatMakeItsNumbers() {
    Derivation derivation = Derivation.of(trace(Convention.XW));
    assertThat(at(derivation, "layer1/z"))
        .contains(BiasAsWeight.forward(derivation.trace(), 0).orElseThrow());
    assertThat(at(derivation, "layer1/dW")).isEqualTo(at(derivation, "layer1/dB")).isPresent();
    assertThat(at(derivation, "layer1/dX")).isEmpty();
    assertThat(at(Derivation.of(KnownLessons.lessonH()), "layer1/z")).isEmpty();
  }

  private static Optional<BiasAsWeight> at(Derivation derivation, String place) {
    return BiasAsWeight.of(derivation.at(Place.parse(place)));
  }
}
