package org.gradloom.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradloom.data.DataSet;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.gradloom.training.Answers;
import org.gradloom.training.Metrics;
import org.gradloom.training.Quantity;
import org.gradloom.training.Score;
import org.gradloom.training.TrainingSetup;

/** What trained weights are worth, in sentences: on the training rows, and on the test rows. */
record TrainScores(Texts texts) {
  /** The sentences; none where the rows have neither classes nor numbers. */
  List<String> of(Lesson lesson, List<Layer> layers) {
    List<String> lines = new ArrayList<>();
    TrainingSetup setup;
    try {
      setup = TrainingSetup.of(lesson);
    } catch (InvalidInput unknown) {
      // The rows to train on are in the document; only the others are lost with their source.
      setup = new TrainingSetup(lesson, Optional.empty());
      lines.add(texts.get("cli.train.noTest", texts.say(unknown.said())));
    }
    Answers answers = Answers.of(setup, layers);
    String unit = setup.quantity().flatMap(Quantity::unit).map(known -> " " + known).orElse("");
    String train = said(answers.onTraining(), unit);
    if (!train.isEmpty()) {
      lines.addFirst(texts.get("cli.train.onTraining", lesson.samples(), train));
    }
    Optional<Metrics> test = answers.onTest();
    test.ifPresent(metrics ->
        lines.add(
            texts.get(
                "cli.train.onTest",
                answers.setup().test().map(DataSet::size).orElseThrow(),
                said(metrics, unit))));
    return lines;
  }

  private String said(Metrics metrics, String unit) {
    return switch (metrics.score()) {
      case Score.OfClasses(double part) -> texts.get("cli.train.accuracy", part);
      case Score.OfNumbers(double root, var explained) -> {
        String rmse = texts.get("cli.train.rmse", Numbers.rounded(root, 3) + unit);
        yield explained.isPresent()
            ? texts.get("cli.train.rSquared", rmse, Numbers.rounded(explained.getAsDouble(), 3))
            : rmse;
      }
      case Score.None _ -> "";
    };
  }
}
