package org.gradloom.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The names of matrices, and what is known of each. */
class OperandTest {
  private static final Dimension SAMPLES = new Dimension.Samples();
  private static final Dimension ONE = new Dimension.One();

  /** Of a layer in the middle of a network whose last layer is the fifth. */
  private static Operand of(MatrixSymbol symbol) {
    return symbol.belongsToLoss() ? Operand.ofLoss(symbol) : new Operand(2, symbol);
  }

  private static Dimension units(int layer) {
    return new Dimension.Units(layer);
  }

  @Test
  void everyNameIsThatOfOneMatrix() {
    for (MatrixSymbol symbol : MatrixSymbol.values()) {
      assertThat(MatrixSymbol.named(symbol.placeName())).contains(symbol);
    }
    assertThat(MatrixSymbol.named("q")).isEmpty();
    assertThat(MatrixSymbol.named("")).isEmpty();
  }

  @Test
  void isWrittenAsInAPlace() {
    assertThat(of(MatrixSymbol.DW)).hasToString("layer3/dW");
    assertThat(of(MatrixSymbol.P)).hasToString("loss/p");
  }

  @Test
  void rowsAndColumnsCountWhatTheFormulasSay() {
    // Z = X·W + b
    assertThat(dimensions(MatrixSymbol.X)).containsExactly(SAMPLES, units(1));
    assertThat(dimensions(MatrixSymbol.W)).containsExactly(units(1), units(2));
    assertThat(dimensions(MatrixSymbol.B)).containsExactly(ONE, units(2));
    assertThat(dimensions(MatrixSymbol.Z)).containsExactly(SAMPLES, units(2));
    // The loss sees the outputs of the last layer.
    assertThat(dimensions(MatrixSymbol.P)).containsExactly(SAMPLES, units(4));
    assertThat(dimensions(MatrixSymbol.TARGETS)).containsExactly(SAMPLES, units(4));
    assertThat(dimensions(MatrixSymbol.LABELS)).containsExactly(SAMPLES, ONE);
    assertThat(dimensions(MatrixSymbol.L)).containsExactly(ONE, ONE);
    // A gradient has the shape of what it is the gradient by.
    assertThat(dimensions(MatrixSymbol.DX)).isEqualTo(dimensions(MatrixSymbol.X));
    assertThat(dimensions(MatrixSymbol.B_NEXT)).isEqualTo(dimensions(MatrixSymbol.B));
  }

  private static List<Dimension> dimensions(MatrixSymbol symbol) {
    return List.of(of(symbol).rowDimension(), of(symbol).columnDimension(4));
  }

  @Test
  void knowsWhatKindOfMatrixItIs() {
    assertThat(those(MatrixSymbol::isInput))
        .containsExactly(
            MatrixSymbol.X,
            MatrixSymbol.W,
            MatrixSymbol.B,
            MatrixSymbol.MASK,
            MatrixSymbol.UPSTREAM,
            MatrixSymbol.TARGETS,
            MatrixSymbol.LABELS);
    assertThat(those(MatrixSymbol::isGradient))
        .containsExactly(
            MatrixSymbol.DA, MatrixSymbol.DZ, MatrixSymbol.DW, MatrixSymbol.DB, MatrixSymbol.DX);
    assertThat(those(MatrixSymbol::belongsToLoss))
        .containsExactly(
            MatrixSymbol.P,
            MatrixSymbol.L,
            MatrixSymbol.UPSTREAM,
            MatrixSymbol.TARGETS,
            MatrixSymbol.LABELS);
    assertThat(those(symbol -> symbol.role() == MatrixSymbol.Role.FORWARD))
        .containsExactly(MatrixSymbol.Z, MatrixSymbol.A);
    assertThat(those(MatrixSymbol::needsBias))
        .containsExactly(MatrixSymbol.B, MatrixSymbol.DB, MatrixSymbol.B_NEXT);
  }

  private static List<MatrixSymbol> those(Predicate<MatrixSymbol> wanted) {
    return Arrays.stream(MatrixSymbol.values()).filter(wanted).toList();
  }

  @Test
  void aGradientIsByItsMatrix() {
    assertThat(of(MatrixSymbol.DW).variable()).isEqualTo(of(MatrixSymbol.W));
    assertThat(MatrixSymbol.DW.letter()).isEqualTo("W");
    assertThatThrownBy(() -> of(MatrixSymbol.W_NEXT).variable())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("layer3/wNext is no gradient");
  }

  @Test
  void onlyWhatBelongsToTheLossIsInNoLayer() {
    assertThatThrownBy(() -> new Operand(0, MatrixSymbol.L))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Operand.ofLoss(MatrixSymbol.W))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
