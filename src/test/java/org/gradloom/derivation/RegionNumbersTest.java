package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gradloom.KnownLessons;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Matrix;
import org.gradloom.text.InvalidInput;
import org.junit.jupiter.api.Test;

class RegionNumbersTest {
  private static final Derivation H = Derivation.of(KnownLessons.lessonH());

  private static Matrix of(String region) {
    return RegionNumbers.of(H, Region.parse(region));
  }

  @Test
  void aLineIsARowAndACellOrATermIsOneNumber() {
    assertThat(of("layer1/dX/2")).isEqualTo(Matrix.row(1, 8, -9));
    assertThat(of("layer1/x/:,3")).isEqualTo(Matrix.row(0, 1, 0, 2));
    assertThat(of("layer1/dW/3,2")).isEqualTo(Matrix.row(-6));
    assertThat(of("layer1/dW/3,2/term2")).isEqualTo(Matrix.row(-2));
    assertThat(of("layer1/dW")).isEqualTo(Matrix.of(new double[][] {{6, -5}, {8, -9}, {7, -6}}));
  }

  @Test
  void coveredNumbersAreKnownAllTheSame() {
    Region row = Region.parse("layer1/dX/2");
    assertThat(RegionNumbers.of(H.covering(List.of(row)), row)).isEqualTo(Matrix.row(1, 8, -9));
  }

  @Test
  void whatTheLessonLacksIsNamed() {
    assertThatThrownBy(() -> of("layer1/dX/5")).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> of("layer1/dW/3,2/term9")).isInstanceOf(InvalidInput.class);
  }
}
