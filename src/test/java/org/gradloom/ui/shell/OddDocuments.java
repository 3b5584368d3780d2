package org.gradloom.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gradloom.KnownLessons;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.TableChoices;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Reduction;

/** Documents that can be read, but hold names that nobody expects. */
final class OddDocuments {
  static final List<String> NAMES =
      List.of(
          "",
          " ",
          "no such set",
          "a\u0000b",
          "\u0000",
          "\uD800",
          "x\uDC00y",
          "two\nlines\u2028three",
          "'{0}'",
          "{",
          "/",
          "..",
          "C:\\tables\\iris.csv",
          "Ω𝛁".repeat(300),
          "x".repeat(100_000));

  private OddDocuments() {}

  /** Each name as a title, as the data set of a frozen step, and as the path of its table. */
  static List<Lesson> all() {
    List<Lesson> lessons = new ArrayList<>();
    for (String name : NAMES) {
      lessons.add(KnownLessons.twoLayers().withTitle(name));
      lessons.add(frozen(source(new DataSource.Named(name))));
      lessons.add(frozen(source(new DataSource.Table(name, TableChoices.NONE.withTarget(name)))));
    }
    return lessons;
  }

  static DataSource source(DataSource.Rows rows) {
    return new DataSource(
        rows, new DataSource.TestRows(OptionalDouble.empty(), OptionalLong.empty()), false);
  }

  /** A step of a training on such data, without a title of its own. */
  static Lesson frozen(DataSource source) {
    return training(source, OptionalInt.of(3));
  }

  static Lesson training(DataSource source, OptionalInt step) {
    Lesson two = KnownLessons.twoLayers();
    return new Lesson(
        "",
        Convention.XW,
        two.x(),
        two.layers(),
        two.loss().with(Reduction.MEAN),
        two.learningRate(),
        new TrainingPlan(
            new Optimizer.Sgd(0.1), 1, 1, false, OptionalLong.empty(), Optional.of(source), step),
        List.of(),
        List.of());
  }
}
