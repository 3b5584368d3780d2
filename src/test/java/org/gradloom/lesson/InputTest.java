package org.gradloom.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradloom.matrix.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {
  private static final List<String> NAMES = List.of("length", "width");

  @ParameterizedTest
  @CsvSource({
    "x2, width, 0.5",
    "x1^2, length², 9",
    "x1*x2, length·width, 1.5",
    "sin(pi*x2), sin πwidth, 1",
  })
  void isWrittenNamedAndComputed(String written, String shown, double value) {
    Input input = Input.named(written).orElseThrow();
    assertThat(input.documentName()).isEqualTo(written);
    assertThat(input.named(NAMES::get)).isEqualTo(shown);
    Matrix features = Matrix.of(new double[][] {{0, 0}, {3, 0.5}});
    assertThat(Input.of(List.of(input), features).get(1, 0)).isEqualTo(value);
    assertThat(Input.of(List.of(input), features).get(0, 0)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "x0", "x1^3", "x1 ", "X1", "x1*", "sin(x1)", "x9999999", "2*x1"})
  void nothingElseIsOne(String written) {
    assertThat(Input.named(written)).isEmpty();
  }

  @Test
  void whatIsOfferedIsWrittenAndReadBack() {
    assertThat(Input.offered(2).stream().map(Input::documentName))
        .containsExactly("x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(pi*x1)", "sin(pi*x2)");
    assertThat(Input.offered(1).stream().map(Input::documentName))
        .containsExactly("x1", "x1^2", "sin(pi*x1)");
    assertThat(Input.offered(4)).isEqualTo(Input.plain(4));
    for (Input input : Input.offered(2)) {
      assertThat(Input.named(input.documentName())).contains(input);
    }
  }

  @Test
  void needsTheLastOfItsFeatures() {
    assertThat(new Input.Product(4, 2).lastFeature()).isEqualTo(4);
    assertThat(new Input.Product(2, 4).lastFeature()).isEqualTo(4);
    assertThat(new Input.Sine(3).lastFeature()).isEqualTo(3);
  }

  @Test
  void noneStandsForTheFeaturesAsTheyAre() {
    Matrix features = Matrix.of(new double[][] {{1, 2}});
    assertThat(Input.of(List.of(), features)).isSameAs(features);
  }
}
