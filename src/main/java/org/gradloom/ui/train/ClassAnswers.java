package org.gradloom.ui.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.gradloom.data.DataSet;
import org.gradloom.data.ImageSize;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.gradloom.training.ConfusionMatrix;
import org.gradloom.training.PreparedData;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.control.ConfusionTable;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.PixelPictures;
import org.jspecify.annotations.Nullable;

/**
 * Which classes the network takes for which, and, where rows are pictures, its surest mistakes. For
 * networks whose answers no plane can show.
 */
final class ClassAnswers {
  private final Texts texts;
  private final ConfusionTable confusion;
  private final Label confusionOf = new Label();
  private final Label mistakesTitle = new Label();
  private final PixelPictures mistakes = new PixelPictures();
  private @Nullable TrainingSetup setup;

  ClassAnswers(Texts texts) {
    this.texts = texts;
    confusion = new ConfusionTable(texts);
    confusion.setId("confusion");
    confusion.setMinWidth(0);
    confusion.setDescriber(this::describe);
    confusionOf.getStyleClass().add("muted");
    confusionOf.setWrapText(true);
    confusionOf.setMinHeight(Region.USE_PREF_SIZE);
    mistakesTitle.getStyleClass().add("panel-title");
    mistakesTitle.setText(texts.get("panel.mistakes"));
    mistakes.setId("mistakes");
  }

  /** The table, from above to below. */
  List<Node> tableNodes() {
    return List.of(confusion, confusionOf);
  }

  /** The mistakes, from above to below. */
  List<Node> mistakeNodes() {
    return List.of(mistakesTitle, mistakes);
  }

  /** Nothing of an earlier run is shown any more. */
  void clear() {
    showTable(false);
    mistakes.setPictures(List.of());
  }

  /** Another setup; the mistakes of the one before are no longer shown. */
  void show(TrainingSetup present) {
    setup = present;
    if (PlaneAnswers.isFor(present)) {
      showTable(false);
    }
    showMistakes(false);
  }

  private void showTable(boolean wanted) {
    NodeVisibility.set(confusion, wanted);
    NodeVisibility.set(confusionOf, wanted);
  }

  private void showMistakes(boolean wanted) {
    NodeVisibility.set(mistakesTitle, wanted);
    NodeVisibility.set(mistakes, wanted);
  }

  void show(ConfusionMatrix seen) {
    TrainingSetup present = setup;
    if (present == null) {
      return;
    }
    List<Integer> counts = new ArrayList<>();
    for (double count : seen.counts().toArray()) {
      counts.add((int) count);
    }
    showTable(true);
    confusion.show(present.classNames(), new ConfusionTable.Counts(seen.counts().shape(), counts));
    confusionOf.setText(
        texts.get(seen.ofTest() ? "train.confusion.test" : "train.confusion.train"));
    Optional<DataSet> judged =
        seen.ofTest() ? present.test() : present.data().map(PreparedData::train);
    Optional<ImageSize> images = judged.flatMap(DataSet::images);
    showMistakes(images.isPresent());
    images.ifPresent(size ->
        mistakes.setPictures(
            seen.worst().stream()
                .map(mistake -> picture(mistake, judged.orElseThrow().x(), size))
                .toList()));
  }

  private PixelPictures.Picture picture(
      ConfusionMatrix.Mistake mistake, Matrix rows, ImageSize size) {
    return new PixelPictures.Picture(
        Matrix.numbers(
            new Shape(size.height(), size.width()),
            (i, j) -> rows.get(mistake.row(), i * size.width() + j)),
        texts.get(
            "train.mistake",
            className(mistake.truth()),
            className(mistake.said()),
            mistake.confidence()));
  }

  private String className(int number) {
    TrainingSetup present = setup;
    return present == null ? "" : present.classNames().get(number);
  }

  private String describe(int truth, int said, int count) {
    return setup == null
        ? ""
        : texts.get(
            truth == said ? "train.confused.right" : "train.confused",
            count,
            className(truth),
            className(said));
  }
}
