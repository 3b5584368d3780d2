package org.gradloom.marking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/**
 * A lesson made like another, of fresh numbers that meet nothing by chance and of sizes that all
 * differ, so that an expression which fits by luck does not fit.
 */
final class FreshLesson {
  private static final int LARGEST = 9;

  private final Lesson like;
  private final Random random;

  private FreshLesson(Lesson like, long seed) {
    this.like = like;
    this.random = new Random(seed);
  }

  static Lesson like(Lesson lesson, long seed) {
    return new FreshLesson(lesson, seed).make();
  }

  private Lesson make() {
    List<Integer> sizes = sizes();
    int samples = sizes.getFirst();
    List<Layer> layers = new ArrayList<>();
    for (int l = 0; l < like.layers().size(); l++) {
      Layer layer = like.layers().get(l);
      Shape shape = new Shape(sizes.get(l + 1), sizes.get(l + 2));
      layers.add(
          new Layer(
                  numbers(shape),
                  layer.hasBias() ? numbers(new Shape(1, shape.columns())) : null,
                  layer.activation())
              .withMask(layer.mask() == null ? null : mask(new Shape(samples, shape.columns()))));
    }
    Loss loss = like.loss().with(target(new Shape(samples, sizes.getLast())));
    return new Lesson(
            "", numbers(new Shape(samples, sizes.get(1))), layers, loss, like.learningRate())
        .withConvention(like.convention());
  }

  /**
   * Samples, features, and the neurons of each layer. Sizes stay where they differ already, those
   * that a text may write out as numbers first: the samples, which a mean divides by, and the
   * outputs. One sample stays one, since more need another expression.
   */
  private List<Integer> sizes() {
    List<Integer> before =
        Stream.concat(
                Stream.of(like.samples(), like.features()),
                like.layers().stream().map(Layer::units))
            .toList();
    List<Integer> sizes = new ArrayList<>(Collections.nCopies(before.size(), 0));
    List<Integer> order = new ArrayList<>(List.of(0, before.size() - 1));
    for (int i = 1; i < before.size() - 1; i++) {
      order.add(i);
    }
    Set<Integer> taken = new HashSet<>();
    for (int i : order) {
      int size = before.get(i);
      boolean kept = (size > 1 || i == 0) && size <= LARGEST && !taken.contains(size);
      int chosen = kept ? size : free(taken, before);
      taken.add(chosen);
      sizes.set(i, chosen);
    }
    return sizes;
  }

  private static int free(Set<Integer> taken, List<Integer> before) {
    int size = 2;
    while (taken.contains(size) || before.contains(size)) {
      size++;
    }
    return size;
  }

  private Matrix numbers(Shape shape) {
    return Matrix.numbers(
        shape, (_, _) -> Math.copySign(0.5 + random.nextDouble(), random.nextInt()));
  }

  private Matrix mask(Shape shape) {
    return Matrix.numbers(shape, (_, _) -> random.nextBoolean() ? 2 : 0);
  }

  private Target target(Shape outputs) {
    List<Integer> classes = random.ints(outputs.rows(), 0, outputs.columns()).boxed().toList();
    return switch (like.loss().target()) {
      case Target.Upstream _ -> new Target.Upstream(numbers(outputs));
      case Target.Labels _ -> new Target.Labels(classes);
      // A 1 in each row is a target for every loss.
      case Target.Targets _ ->
          new Target.Targets(Matrix.numbers(outputs, (i, j) -> classes.get(i) == j ? 1 : 0));
    };
  }
}
