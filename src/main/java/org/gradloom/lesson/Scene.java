package org.gradloom.lesson;

import java.util.List;
import org.gradloom.matrix.Matrix;

/** Further numbers that a lesson moves to. Shapes follow the same rules as in a {@link Lesson}. */
public record Scene(String name, Matrix x, List<Layer> layers, Loss loss, double learningRate) {
  public Scene {
    layers = List.copyOf(layers);
    ShapeCheck.check(Convention.XW, x, layers, loss);
  }
}
