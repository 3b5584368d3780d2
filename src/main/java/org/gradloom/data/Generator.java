package org.gradloom.data;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.InvalidInput;

/**
 * Point clouds in the plane. Without noise every point lies within [−1, 1]², on its class's figure;
 * noise then moves it by a Gaussian jitter. So the coordinates can be trained on as they are.
 *
 * <p>Row i is of class i mod K, so that the classes differ by one row at most; which rows are
 * trained on, and in which order, is for {@link Split} to say.
 */
public enum Generator implements SampleGenerator {
  /** One class in the first and third quadrant, the other in the second and fourth. */
  XOR("xor", 2, 200, 0.05) {
    @Override
    void place(int row, Random random, double[] point) {
      // The gap along the axes makes the classes separable at the usual noise.
      double x = 0.1 + 0.9 * random.nextDouble();
      double y = 0.1 + 0.9 * random.nextDouble();
      double side = row / 2 % 2 == 0 ? 1 : -1;
      point[0] = side * x;
      point[1] = (row % 2 == 0 ? side : -side) * y;
    }
  },

  /** Two half circles of radius ⅔, each reaching into the other. */
  MOONS("moons", 2, 300, 0.07) {
    @Override
    void place(int row, Random random, double[] point) {
      double angle = StrictMath.PI * random.nextDouble();
      double side = row % 2 == 0 ? 1 : -1;
      point[0] = side * (2 * StrictMath.cos(angle) - 1) / 3;
      point[1] = side * (2 * StrictMath.sin(angle) - 0.5) / 3;
    }
  },

  /** A circle of radius 0.4 within one of radius 1. */
  CIRCLES("circles", 2, 300, 0.08) {
    @Override
    void place(int row, Random random, double[] point) {
      onCircle(row % 2 == 0 ? 0.4 : 1, random.nextDouble(), point);
    }
  },

  /** Two arms that wind one and a half times around the middle. */
  TWO_SPIRALS("two-spirals", 2, 500, 0.02) {
    @Override
    void place(int row, Random random, double[] point) {
      onSpiral(row, 2, 1.5, random, point);
    }
  },

  /** Three arms that wind once around the middle. */
  THREE_SPIRALS("three-spirals", 3, 600, 0.03) {
    @Override
    void place(int row, Random random, double[] point) {
      onSpiral(row, 3, 1, random, point);
    }
  },

  /** Three centres at distance 0.7 from the middle; the noise alone makes clouds of them. */
  BLOBS("blobs", 3, 300, 0.18) {
    @Override
    void place(int row, Random random, double[] point) {
      // The first stands above the middle.
      onCircle(0.7, 0.25 + row % 3 / 3.0, point);
    }
  },

  /** Four by four squares, in turn of one class and of the other. */
  CHECKERBOARD("checkerboard", 2, 600, 0.02) {
    @Override
    void place(int row, Random random, double[] point) {
      int down = random.nextInt(4);
      int across = 2 * random.nextInt(2) + (down + row) % 2;
      // Between the squares a gap is left.
      point[0] = -1 + (across + 0.1 + 0.8 * random.nextDouble()) / 2;
      point[1] = 1 - (down + 0.1 + 0.8 * random.nextDouble()) / 2;
    }
  },

  /** One class above the curve x₂ = ½ sin πx₁, the other below it. */
  ABOVE_CURVE("above-curve", 2, 300, 0.04) {
    @Override
    void place(int row, Random random, double[] point) {
      double side = row % 2 == 0 ? 1 : -1;
      point[0] = 2 * random.nextDouble() - 1;
      double curve = StrictMath.sin(StrictMath.PI * point[0]) / 2;
      double away = 0.05 + 0.95 * random.nextDouble();
      point[1] = curve + away * (side - curve);
    }
  };

  private static final List<String> FEATURES = List.of("x₁", "x₂");
  private static final List<String> CLASSES = List.of("A", "B", "C");

  private final String documentName;
  private final int classes;
  private final int usualSamples;
  private final double usualNoise;

  Generator(String documentName, int classes, int usualSamples, double usualNoise) {
    this.documentName = documentName;
    this.classes = classes;
    this.usualSamples = usualSamples;
    this.usualNoise = usualNoise;
  }

  /** Puts {@code point} where the row lies without noise. Changes {@code point} and the random. */
  abstract void place(int row, Random random, double[] point);

  @Override
  public String documentName() {
    return documentName;
  }

  /** K, the number of classes. */
  public int classes() {
    return classes;
  }

  @Override
  public int usualSamples() {
    return usualSamples;
  }

  /** {@inheritDoc} The classes can then be told apart but for a few rows. */
  @Override
  public double usualNoise() {
    return usualNoise;
  }

  /**
   * {@inheritDoc}
   *
   * @param noise the standard deviation of what is added to each coordinate, from 0 to 1
   * @return N×2
   */
  @Override
  public DataSet make(int samples, double noise, long seed) {
    require(samples, noise);
    Random random = new Random(seed);
    double[] values = new double[2 * samples];
    Integer[] labels = new Integer[samples];
    double[] point = new double[2];
    for (int i = 0; i < samples; i++) {
      labels[i] = i % classes;
      place(i, random, point);
      values[2 * i] = point[0] + noise * random.nextGaussian();
      values[2 * i + 1] = point[1] + noise * random.nextGaussian();
    }
    return new DataSet(
        documentName,
        Matrix.of(new Shape(samples, 2), values),
        List.of(labels),
        FEATURES,
        CLASSES.subList(0, classes),
        Optional.empty());
  }

  /**
   * @throws InvalidInput if samples or noise are out of range
   */
  static void require(int samples, double noise) {
    if (samples < FEWEST_SAMPLES || samples > MOST_SAMPLES) {
      throw new InvalidInput("data.samples", samples, FEWEST_SAMPLES, MOST_SAMPLES);
    }
    if (!(noise >= 0 && noise <= MOST_NOISE)) {
      throw new InvalidInput("data.noise", Numbers.format(noise), Numbers.format(MOST_NOISE));
    }
  }

  /**
   * (r cos α, r sin α) with r = 0.1 + 0.9u and α = 2π(turns · u + k / arms) on arm k. The arm is
   * about 2πru · du long, so u is drawn with a density that grows with it: the points lie evenly
   * along the arm, and do not crowd in the middle where no network could tell them apart.
   */
  private static void onSpiral(int row, int arms, double turns, Random random, double[] point) {
    double u = StrictMath.sqrt(random.nextDouble());
    onCircle(0.1 + 0.9 * u, turns * u + (double) (row % arms) / arms, point);
  }

  /** (r cos α, r sin α), where {@code turn} = 1 is once around. */
  private static void onCircle(double radius, double turn, double[] point) {
    double angle = 2 * StrictMath.PI * turn;
    point[0] = radius * StrictMath.cos(angle);
    point[1] = radius * StrictMath.sin(angle);
  }
}
