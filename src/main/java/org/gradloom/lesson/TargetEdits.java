package org.gradloom.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.TargetForm;
import org.gradloom.rule.TargetRange;
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

  /**
   * A number typed into one cell. Where a sample's targets must add up to 1 the others share what
   * is left as they did before, or evenly where all of them are 0.
   */
  static Matrix withEntry(Lesson lesson, Cell cell, Entry entry) {
    Matrix before = lesson.loss().target().shown();
    Matrix after = before.with(cell.row(), cell.column(), entry);
    double left = 1 - entry.value();
    if (!sharesRow(lesson) || !(left >= 0 && left <= 1) || before.columns() == 1) {
      return after;
    }
    double others = 0;
    for (int j = 0; j < before.columns(); j++) {
      others += j == cell.column() ? 0 : before.get(cell.row(), j);
    }
    for (int j = 0; j < before.columns(); j++) {
      if (j != cell.column()) {
        double share =
            others == 0
                ? left / (before.columns() - 1)
                : before.get(cell.row(), j) * (left / others);
        after = after.with(cell.row(), j, Entry.of(share));
      }
    }
    return after;
  }

  /** True if the targets of a sample must add up to 1. */
  static boolean sharesRow(Lesson lesson) {
    return lesson.loss().form() == TargetForm.TARGETS
        && lesson.loss().kind().range() == TargetRange.DISTRIBUTION;
  }

  /** Any numbers, made into some that the loss can compare with. */
  static Matrix fitting(Lesson lesson, Matrix drawn) {
    return switch (lesson.loss().form()) {
      case UPSTREAM -> drawn;
      case TARGETS -> lesson.loss().kind().range().from(drawn);
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
    TargetForm form =
        kind.forms().equals(old.kind().forms()) ? old.form() : kind.forms().getFirst();
    return old.kind() == kind ? old : old.with(kind, ofForm(lesson, kind, form));
  }

  /** What the lesson's loss compares with, made such numbers for a kind. */
  static Target ofForm(Lesson lesson, LossKind kind, TargetForm form) {
    Matrix numbers =
        switch (lesson.loss().target()) {
          case Target.Upstream(var upstream) -> upstream;
          case Target.Targets(var targets) -> targets;
          case Target.Labels labels -> Matrix.numbers(lesson.outputs(), labels::at);
        };
    return switch (form) {
      case UPSTREAM -> new Target.Upstream(numbers);
      case TARGETS -> new Target.Targets(kind.range().from(numbers));
      case LABELS -> new Target.Labels(greatestOfRows(numbers));
    };
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
