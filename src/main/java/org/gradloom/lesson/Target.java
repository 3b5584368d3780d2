package org.gradloom.lesson;

import java.util.List;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.TargetForm;

/** What a loss compares the outputs A (N×M) with. */
public sealed interface Target {
  TargetForm form();

  /** As a learner sees it: N×M, or for labels N×1 with classes from 1. */
  Matrix shown();

  /** The number beside one output; for labels 1 at the sample's class and 0 elsewhere. */
  double at(int row, int column);

  /** dL/dA before the reduction, N×M. */
  record Upstream(Matrix shown) implements Target {
    @Override
    public TargetForm form() {
      return TargetForm.UPSTREAM;
    }

    @Override
    public double at(int row, int column) {
      return shown.get(row, column);
    }
  }

  /** A number for each output, N×M. */
  record Targets(Matrix shown) implements Target {
    @Override
    public TargetForm form() {
      return TargetForm.TARGETS;
    }

    @Override
    public double at(int row, int column) {
      return shown.get(row, column);
    }
  }

  /**
   * One class a sample.
   *
   * @param labels N, from 0
   */
  record Labels(List<Integer> labels) implements Target {
    public Labels {
      labels = List.copyOf(labels);
    }

    @Override
    public TargetForm form() {
      return TargetForm.LABELS;
    }

    @Override
    public Matrix shown() {
      return Matrix.numbers(new Shape(labels.size(), 1), (i, j) -> labels.get(i) + 1);
    }

    @Override
    public double at(int row, int column) {
      return labels.get(row) == column ? 1 : 0;
    }
  }
}
