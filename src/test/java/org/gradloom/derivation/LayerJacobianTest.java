package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.gradloom.KnownLessons;
import org.gradloom.RandomLessons;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LayerJacobianTest {
  private static final Operand DW = new Operand(0, MatrixSymbol.DW);
  private static final Operand DX = new Operand(0, MatrixSymbol.DX);

  private static LayerJacobian of(Lesson lesson, Operand gradient) {
    return LayerJacobian.behind(Trace.of(lesson), gradient).orElseThrow();
  }

  /** A row as it is read, {@code ·} where no path leads. */
  private static String row(LayerJacobian jacobian, int row) {
    List<String> entries = new ArrayList<>();
    for (int column = 0; column < jacobian.columns(); column++) {
      entries.add(
          jacobian.source(row, column).isEmpty()
              ? "·"
              : Integer.toString((int) jacobian.entry(row, column)));
    }
    return String.join(" ", entries);
  }

  @Test
  void byWeightsItRepeatsXOnceForEachNeuron() {
    LayerJacobian jacobian = of(KnownLessons.lessonH(), DW);
    assertThat(jacobian.rows()).isEqualTo(8);
    assertThat(jacobian.columns()).isEqualTo(6);
    assertThat(row(jacobian, 0)).isEqualTo("-1 · 3 · 0 ·");
    assertThat(row(jacobian, 1)).isEqualTo("· -1 · 3 · 0");
    assertThat(row(jacobian, 7)).isEqualTo("· -1 · 1 · 2");
  }

  @Test
  void byInputsItRepeatsWOnceForEachSample() {
    LayerJacobian jacobian = of(KnownLessons.lessonH(), DX);
    assertThat(jacobian.rows()).isEqualTo(8);
    assertThat(jacobian.columns()).isEqualTo(12);
    assertThat(row(jacobian, 0)).isEqualTo("-1 2 -1 · · · · · · · · ·");
    assertThat(row(jacobian, 3)).isEqualTo("· · · -2 -1 3 · · · · · ·");
  }

  /** With samples as columns, both are laid out as Z and W are written: I ⊗ Xᵀ. */
  @Test
  void blocksFollowTheWayTheMatricesAreWritten() {
    LayerJacobian jacobian = of(KnownLessons.lessonH().withConvention(Convention.WX), DW);
    assertThat(jacobian.blockRows()).isEqualTo(4);
    assertThat(jacobian.blockColumns()).isEqualTo(3);
    assertThat(row(jacobian, 0)).isEqualTo("-1 3 0 · · ·");
    assertThat(row(jacobian, 5)).isEqualTo("· · · 3 -1 1");
  }

  @Test
  void countsAreThoseOfTheLayer() {
    LayerJacobian byWeights = of(KnownLessons.lessonH(), DW);
    assertThat(byWeights.counts()).isEqualTo(new JacobianCounts(4, 3, 2, true));
    assertThat(byWeights.counts().entries()).isEqualTo(48);
    assertThat(byWeights.counts().paths()).isEqualTo(24);
    assertThat(byWeights.counts().repeated()).isEqualTo(12);
    assertThat(byWeights.counts().outputs()).isEqualTo(8);
    assertThat(byWeights.notZero()).isEqualTo(20);
    LayerJacobian byInputs = of(KnownLessons.lessonH(), DX);
    assertThat(byInputs.counts()).isEqualTo(new JacobianCounts(4, 3, 2, false));
    assertThat(byInputs.counts().entries()).isEqualTo(96);
    assertThat(byInputs.counts().paths()).isEqualTo(24);
    assertThat(byInputs.counts().repeated()).isEqualTo(6);
    assertThat(byInputs.notZero()).isEqualTo(24);
  }

  @Test
  void aUsualLayerHasAQuarterOfABillionSlopesAndNeedsNone() {
    JacobianCounts usual = of(KnownLessons.lessonH(), DW).counts().ofAUsualLayer();
    assertThat(usual.entries()).isEqualTo(250_880_000);
    assertThat(usual.variables()).isEqualTo(78_400);
    assertThat(usual.entries() / usual.variables()).isEqualTo(3_200);
    assertThat(usual.structuralShare()).isEqualTo(0.99, within(1e-12));
    assertThat(JacobianCounts.bytes(usual.entries())).isEqualTo(2_007_040_000.0);
    assertThat(JacobianCounts.bytes(usual.variables())).isEqualTo(627_200.0);
    JacobianCounts byInputs = of(KnownLessons.lessonH(), DX).counts().ofAUsualLayer();
    assertThat(byInputs.entries()).isEqualTo(80_281_600);
    assertThat(byInputs.variables()).isEqualTo(25_088);
  }

  @Test
  void countsOfTheLargestLayersAreExact() {
    JacobianCounts counts = new JacobianCounts(1024, 1024, 1024, true);
    assertThat(counts.entries()).isEqualTo(1L << 40);
    assertThat(counts.paths()).isEqualTo(1L << 30);
  }

  @Test
  void onlyWeightsAndInputsHaveOne() {
    Trace trace = Trace.of(KnownLessons.lessonHWithBias());
    assertThat(LayerJacobian.behind(trace, new Operand(0, MatrixSymbol.DB))).isEmpty();
    assertThat(LayerJacobian.behind(trace, new Operand(0, MatrixSymbol.DZ))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Convention.class)
  void rowsAndColumnsAreFoundByTheirCells(Convention convention) {
    LayerJacobian jacobian = of(KnownLessons.lessonH().withConvention(convention), DX);
    for (int row = 0; row < jacobian.rows(); row++) {
      assertThat(jacobian.rowOf(jacobian.output(row))).isEqualTo(row);
    }
    for (int column = 0; column < jacobian.columns(); column++) {
      assertThat(jacobian.columnOf(jacobian.variable(column))).isEqualTo(column);
    }
  }

  /** On random networks: what Z does when one entry of W or X grows by 1. */
  @Test
  void columnsAreWhatZDoesWhenOneEntryGrows() {
    for (Lesson lesson : RandomLessons.any(24, 47)) {
      Trace trace = Trace.of(lesson);
      for (int l = 0; l <= lesson.lastLayer(); l++) {
        for (MatrixSymbol symbol : List.of(MatrixSymbol.DW, MatrixSymbol.DX)) {
          LayerJacobian jacobian =
              LayerJacobian.behind(trace, new Operand(l, symbol)).orElseThrow();
          for (int column = 0; column < jacobian.columns(); column++) {
            Matrix growth = growth(trace, l, jacobian.variable(), jacobian.variable(column));
            for (int row = 0; row < jacobian.rows(); row++) {
              Cell z = jacobian.output(row);
              assertThat(jacobian.entry(row, column))
                  .as("%s, layer %d, %s", lesson.title(), l, symbol)
                  .isCloseTo(growth.get(z.row(), z.column()), within(1e-9));
            }
          }
        }
      }
    }
  }

  private static Matrix growth(Trace trace, int l, Operand variable, Cell cell) {
    Matrix x = trace.matrix(new Operand(l, MatrixSymbol.X));
    Matrix w = trace.lesson().layers().get(l).w();
    boolean ofWeight = variable.quantity() == MatrixSymbol.W;
    Matrix before = z(x, w);
    Matrix after = ofWeight ? z(x, grown(w, cell)) : z(grown(x, cell), w);
    return Matrix.numbers(before.shape(), (k, j) -> after.get(k, j) - before.get(k, j));
  }

  private static Matrix grown(Matrix matrix, Cell cell) {
    double value = matrix.get(cell.row(), cell.column());
    return matrix.with(cell.row(), cell.column(), Entry.of(value + 1));
  }

  private static Matrix z(Matrix x, Matrix w) {
    Matrix unused = Matrix.zeros(new Shape(x.rows(), w.columns()));
    Lesson linear =
        new Lesson(
            "",
            x,
            List.of(new Layer(w, null, Elementwise.IDENTITY)),
            new Loss(LossKind.GIVEN, new Target.Upstream(unused), Reduction.SUM),
            0.1);
    return Trace.of(linear).matrix(new Operand(0, MatrixSymbol.Z));
  }

  /** On random networks, whatever the convention, reduction, penalty or bias. */
  @Test
  void contractedWithBlamesItIsTheEnginesGradient() {
    for (Lesson lesson : RandomLessons.any(60, 53)) {
      Derivation derivation = Derivation.of(lesson);
      for (Section section : derivation.sections()) {
        LayerJacobian.behind(derivation.trace(), section.result())
            .ifPresent(jacobian -> contract(derivation, section, jacobian));
      }
    }
  }

  private static void contract(Derivation derivation, Section section, LayerJacobian jacobian) {
    Matrix dZ = derivation.trace().matrix(new Operand(section.result().layer(), MatrixSymbol.DZ));
    for (int column = 0; column < jacobian.columns(); column++) {
      Cell cell = jacobian.variable(column);
      Step step = derivation.at(new Place.OfCell(section.result(), cell));
      String as = derivation.lesson().title() + ", " + step.place();
      assertThat(jacobian.terms()).as(as).isEqualTo(section.products());
      for (int term = 0; term < jacobian.terms(); term++) {
        int row = jacobian.rowOfTerm(cell, term);
        assertThat(jacobian.entry(row, column) * blame(dZ, jacobian, row))
            .as(as)
            .isEqualTo(step.term(term));
      }
      int of = column;
      double contracted =
          IntStream.range(0, jacobian.rows())
              .mapToDouble(row -> jacobian.entry(row, of) * blame(dZ, jacobian, row))
              .sum();
      double penalty =
          IntStream.range(jacobian.terms(), step.terms()).mapToDouble(step::term).sum();
      assertThat(contracted + penalty).as(as).isCloseTo(step.runningSum(), within(1e-9));
    }
  }

  private static double blame(Matrix dZ, LayerJacobian jacobian, int row) {
    Cell z = jacobian.output(row);
    return dZ.get(z.row(), z.column());
  }

  @Test
  void countsAgreeWithCountingOnRandomLayers() {
    for (Lesson lesson : RandomLessons.any(24, 59)) {
      Trace trace = Trace.of(lesson);
      for (MatrixSymbol symbol : List.of(MatrixSymbol.DW, MatrixSymbol.DX)) {
        LayerJacobian jacobian = LayerJacobian.behind(trace, new Operand(0, symbol)).orElseThrow();
        long paths = 0;
        long notZero = 0;
        for (int row = 0; row < jacobian.rows(); row++) {
          for (int column = 0; column < jacobian.columns(); column++) {
            paths += jacobian.source(row, column).isPresent() ? 1 : 0;
            notZero += jacobian.entry(row, column) != 0 ? 1 : 0;
          }
        }
        assertThat(jacobian.counts().paths()).isEqualTo(paths);
        assertThat(visited(jacobian)).hasSize((int) paths);
        assertThat(jacobian.counts().entries())
            .isEqualTo((long) jacobian.rows() * jacobian.columns());
        assertThat(jacobian.notZero()).isEqualTo(notZero);
      }
    }
  }

  /** The places that have a path, each with what stands there. */
  private static Set<String> visited(LayerJacobian jacobian) {
    Set<String> places = new HashSet<>();
    jacobian.paths((row, column, entry) -> {
      assertThat(jacobian.source(row, column)).isPresent();
      assertThat(entry).isEqualTo(jacobian.entry(row, column));
      places.add(row + "," + column);
    });
    return places;
  }

  /** z₂₁ of lesson H is made of row 2 of X and column 1 of W; from w₃₂ it is w₃₁ that is near. */
  @Test
  void theNearestEntryOfAPathIsInTheSameRowOrColumn() {
    Trace trace = Trace.of(KnownLessons.lessonH());
    Operand dW = new Operand(0, MatrixSymbol.DW);
    Operand dX = new Operand(0, MatrixSymbol.DX);
    LayerJacobian byWeights = LayerJacobian.behind(trace, dW).orElseThrow();
    LayerJacobian byInputs = LayerJacobian.behind(trace, dX).orElseThrow();
    assertThat(byWeights.gradient()).isEqualTo(dW);
    int row = byWeights.rowOfTerm(new Cell(0, 0), 1);
    assertThat(byWeights.onRow(row, new Cell(2, 1))).isEqualTo(new Cell(2, 0));
    assertThat(byInputs.onRow(row, new Cell(3, 2))).isEqualTo(new Cell(1, 2));
  }
}
