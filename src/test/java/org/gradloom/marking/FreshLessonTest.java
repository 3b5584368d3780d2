package org.gradloom.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.gradloom.KnownLessons;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.junit.jupiter.api.Test;

/** Which numbers an expression is tried with. */
class FreshLessonTest {
  private static List<Integer> sizes(int samples, int features, int outputs) {
    Lesson lesson =
        FreshLesson.like(
            new Lesson(
                "",
                Matrix.zeros(new Shape(samples, features)),
                List.of(
                    new Layer(
                        Matrix.zeros(new Shape(features, outputs)), null, Elementwise.IDENTITY)),
                new Loss(
                    LossKind.GIVEN,
                    new Target.Upstream(Matrix.zeros(new Shape(samples, outputs))),
                    Reduction.SUM),
                0.1),
            1);
    return List.of(lesson.samples(), lesson.features(), lesson.outputs().columns());
  }

  @Test
  void sizesStayWhereTheyDifferAndAreSmall() {
    assertThat(sizes(4, 3, 2)).containsExactly(4, 3, 2);
    assertThat(sizes(9, 3, 2)).containsExactly(9, 3, 2);
    assertThat(sizes(1, 3, 2)).as("one sample is another task").containsExactly(1, 3, 2);
  }

  @Test
  void sizesThatAreEqualOrOneOrLargeAreReplaced() {
    assertThat(sizes(2, 3, 2)).containsExactly(2, 3, 4);
    assertThat(sizes(4, 4, 4)).containsExactly(4, 3, 2);
    assertThat(sizes(4, 1, 2)).containsExactly(4, 3, 2);
    assertThat(sizes(10, 3, 2)).containsExactly(4, 3, 2);
    assertThat(sizes(1, 1, 1)).containsExactly(1, 3, 2);
  }

  @Test
  void numbersAreOfUsualSizeAndOfBothSigns() {
    double[] numbers = FreshLesson.like(KnownLessons.lessonH(), 1).x().toArray();
    assertThat(Arrays.stream(numbers).map(Math::abs).boxed())
        .hasSize(12)
        .doesNotHaveDuplicates()
        .allMatch(size -> size >= 0.5 && size < 1.5);
    assertThat(Arrays.stream(numbers).boxed())
        .anyMatch(value -> value < 0)
        .anyMatch(value -> value > 0);
    assertThat(FreshLesson.like(KnownLessons.lessonH(), 1).x().toArray()).isEqualTo(numbers);
    assertThat(FreshLesson.like(KnownLessons.lessonH(), 2).x().toArray()).isNotEqualTo(numbers);
  }

  @Test
  void targetsHoldOneInEachRowAndTheConventionStays() {
    Lesson fresh = FreshLesson.like(KnownLessons.twoLayers().withConvention(Convention.WX), 1);
    assertThat(fresh.convention()).isEqualTo(Convention.WX);
    Target target = fresh.loss().target();
    Shape outputs = fresh.outputs();
    for (int i = 0; i < outputs.rows(); i++) {
      double sum = 0;
      for (int j = 0; j < outputs.columns(); j++) {
        assertThat(target.at(i, j)).isIn(0.0, 1.0);
        sum += target.at(i, j);
      }
      assertThat(sum).isEqualTo(1);
    }
  }
}
