package org.gradloom.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The losses of a run in a bounded number of buckets. */
class LossCurveTest {
  @Test
  void fewLossesHaveABucketEach() {
    LossCurve curve = new LossCurve();
    curve.add(3);
    curve.add(1);
    Curve picture = curve.picture();
    assertThat(picture.steps()).isEqualTo(2);
    assertThat(picture.width()).isEqualTo(1);
    assertThat(picture.buckets()).isEqualTo(2);
    assertThat(picture.step(0)).isEqualTo(1);
    assertThat(picture.mean(0)).isEqualTo(3);
    assertThat(picture.step(1)).isEqualTo(2);
    assertThat(picture.mean(1)).isEqualTo(1);
  }

  @Test
  void neighboursBecomeOneBucketWhenAllAreFull() {
    LossCurve curve = new LossCurve();
    for (int i = 1; i <= LossCurve.BUCKETS + 1; i++) {
      curve.add(i);
    }
    Curve picture = curve.picture();
    assertThat(picture.width()).isEqualTo(2);
    assertThat(picture.buckets()).isEqualTo(LossCurve.BUCKETS / 2 + 1);
    assertThat(picture.least(0)).isEqualTo(1);
    assertThat(picture.most(0)).isEqualTo(2);
    assertThat(picture.mean(0)).isEqualTo(1.5);
    assertThat(picture.step(0)).isEqualTo(1.5);
    int last = picture.buckets() - 1;
    assertThat(picture.mean(last)).isEqualTo(301);
    assertThat(picture.step(last)).isEqualTo(301);
  }

  @Test
  void everyLossIsCountedOnceInItsPlace() {
    int count = 12_345;
    Random random = new Random(7);
    double[] all = random.doubles(count).toArray();
    LossCurve curve = new LossCurve();
    for (double loss : all) {
      curve.add(loss);
    }
    Curve picture = curve.picture();
    assertThat(picture.buckets()).isBetween(LossCurve.BUCKETS / 2, LossCurve.BUCKETS);
    for (int bucket = 0; bucket < picture.buckets(); bucket++) {
      double sum = 0;
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      int from = (int) (bucket * picture.width());
      int to = (int) Math.min(count, from + picture.width());
      for (int i = from; i < to; i++) {
        sum += all[i];
        least = Math.min(least, all[i]);
        most = Math.max(most, all[i]);
      }
      assertThat(picture.mean(bucket)).isCloseTo(sum / (to - from), within(1e-12));
      assertThat(picture.least(bucket)).isEqualTo(least);
      assertThat(picture.most(bucket)).isEqualTo(most);
    }
  }
}
