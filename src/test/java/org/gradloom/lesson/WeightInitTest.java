package org.gradloom.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.junit.jupiter.api.Test;

class WeightInitTest {
  private static List<Layer> layers(WeightInit start, boolean bias, long seed) {
    return start.layers(List.of(100, 50, 2), Elementwise.TANH, Elementwise.IDENTITY, bias, seed);
  }

  @Test
  void layersFollowTheSizes() {
    List<Layer> layers = layers(WeightInit.GLOROT, true, 1);
    assertThat(layers).hasSize(2);
    assertThat(layers.get(0).w().shape()).isEqualTo(new Shape(100, 50));
    assertThat(layers.get(0).activation()).isEqualTo(Elementwise.TANH);
    assertThat(layers.get(1).w().shape()).isEqualTo(new Shape(50, 2));
    assertThat(layers.get(1).b()).isEqualTo(Matrix.row(0, 0));
    assertThat(layers.get(1).activation()).isEqualTo(Elementwise.IDENTITY);
    assertThat(layers(WeightInit.HE, false, 1)).allMatch(layer -> !layer.hasBias());
  }

  @Test
  void glorotIsUniformUpToItsLimit() {
    // √(6 / (100 + 50)) = 0.2, and the deviation of a uniform number is its limit over √3.
    double[] w = layers(WeightInit.GLOROT, true, 1).getFirst().w().toArray();
    assertThat(Arrays.stream(w).map(Math::abs).max()).hasValueCloseTo(0.2, within(1e-3));
    assertThat(deviation(w)).isCloseTo(0.2 / Math.sqrt(3), within(0.003));
  }

  @Test
  void heIsNormalByItsInputs() {
    // √(2 / 100) = 0.1414
    assertThat(deviation(layers(WeightInit.HE, true, 1).getFirst().w().toArray()))
        .isCloseTo(0.1414, within(0.004));
  }

  @Test
  void documentsNameThem() {
    assertThat(Arrays.stream(WeightInit.values()).map(WeightInit::documentName))
        .containsExactly("glorot", "he", "zeros");
  }

  @Test
  void zerosAreZeros() {
    assertThat(layers(WeightInit.ZEROS, true, 1).getFirst().w())
        .isEqualTo(Matrix.zeros(new Shape(100, 50)));
  }

  @Test
  void theSameSeedIsTheSameNetwork() {
    for (WeightInit start : WeightInit.values()) {
      assertThat(layers(start, true, 4)).isEqualTo(layers(start, true, 4));
    }
    assertThat(layers(WeightInit.HE, true, 4)).isNotEqualTo(layers(WeightInit.HE, true, 5));
  }

  private static double deviation(double[] values) {
    return Math.sqrt(Arrays.stream(values).map(v -> v * v).average().orElseThrow());
  }
}
