package org.gradloom.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;

/**
 * The numbers of exercises: integers that are not 0, since a 0 hides who is asked about it.
 *
 * @param largest of their absolute values
 */
record DrawnIntegers(SplittableRandom random, int largest) {
  int next() {
    int size = 1 + random.nextInt(largest);
    return random.nextBoolean() ? size : -size;
  }

  Matrix matrix(int rows, int columns) {
    return Matrix.numbers(new Shape(rows, columns), (_, _) -> next());
  }

  /** One of so many, from 0. */
  int index(int count) {
    return random.nextInt(count);
  }

  boolean coin() {
    return random.nextBoolean();
  }

  <T> T oneOf(List<T> items) {
    return items.get(index(items.size()));
  }

  <T> List<T> shuffled(List<T> items) {
    List<T> all = new ArrayList<>(items);
    for (int i = all.size() - 1; i > 0; i--) {
      int j = index(i + 1);
      T moved = all.get(i);
      all.set(i, all.get(j));
      all.set(j, moved);
    }
    return List.copyOf(all);
  }
}
