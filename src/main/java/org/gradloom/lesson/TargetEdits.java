package org.gradloom.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.TargetForm;
import org.gradloom.text.InvalidInput;

/** What the loss compares with, made of what a learner types, fills in or had before. */
final class TargetEdits {
  private TargetEdits() {}

  /** What a learner typed, as the loss holds it. */
  static Target typed(TargetForm form, Shape outputs, Matrix shown) {
    return switch (form) {
      case UPSTREAM -> new Target.Upstream(shown);
      case TARGETS -> new Target.Targets(shown);
      case LABELS -> new Target.Labels(labels(shown, outputs.columns()));
    };
  }

  /** Reads classes from 1 into labels from 0. */
  private static List<Integer> labels(Matrix classes, int count) {
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < classes.rows(); i++) {
      double c = classes.get(i, 0);
      if (c != Math.rint(c) || c < 1 || c > count) {
        throw new InvalidInput("edit.classOutOfRange", i + 1, classes.entry(i, 0).text(), count);
      }
      labels.add((int) c - 1);
    }
    return labels;
  }

  /** Any numbers, made into some that the loss can compare with. */
  static Matrix fitting(Lesson lesson, Matrix drawn) {
    return switch (lesson.loss().kind().form()) {
      case UPSTREAM -> drawn;
      case TARGETS -> inRange(lesson.loss().kind(), drawn);
      case LABELS -> foldInto(lesson.outputs().columns(), drawn);
    };
  }

  /** Classes from 1 to {@code count}: a number that is one stays it, others begin anew. */
  private static Matrix foldInto(int count, Matrix drawn) {
    return Matrix.numbers(
        drawn.shape(),
        (i, j) -> {
          long size = (long) Math.floor(Math.abs(drawn.get(i, j)));
          return 1 + Math.floorMod(Math.max(1, size) - 1, (long) count);
        });
  }

  /** The lesson's loss, made one of another kind; what it compares with is kept where it can be. */
  static Loss ofKind(Lesson lesson, LossKind kind) {
    Loss old = lesson.loss();
    if (old.kind() == kind) {
      return old;
    }
    Matrix numbers =
        switch (old.target()) {
          case Target.Upstream(var upstream) -> upstream;
          case Target.Targets(var targets) -> targets;
          case Target.Labels labels -> Matrix.numbers(lesson.outputs(), labels::at);
        };
    Target target =
        switch (kind.form()) {
          case UPSTREAM -> new Target.Upstream(numbers);
          case TARGETS -> new Target.Targets(inRange(kind, numbers));
          case LABELS -> new Target.Labels(greatestOfRows(numbers));
        };
    return new Loss(kind, target, old.reduction());
  }

  /** The numbers themselves where the loss can compare with all of them. */
  private static Matrix inRange(LossKind kind, Matrix numbers) {
    if (Arrays.stream(numbers.toArray()).allMatch(kind.range()::accepts)) {
      return numbers;
    }
    return Matrix.numbers(numbers.shape(), (i, j) -> kind.range().from(numbers.get(i, j)));
  }

  private static List<Integer> greatestOfRows(Matrix numbers) {
    List<Integer> labels = new ArrayList<>(Collections.nCopies(numbers.rows(), 0));
    for (int i = 0; i < numbers.rows(); i++) {
      for (int j = 1; j < numbers.columns(); j++) {
        if (numbers.get(i, j) > numbers.get(i, labels.get(i))) {
          labels.set(i, j);
        }
      }
    }
    return labels;
  }
}
