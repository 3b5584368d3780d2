package org.gradloom.ui.train;

import javafx.scene.layout.VBox;
import org.gradloom.text.Texts;
import org.gradloom.training.Evaluation;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.control.SideScroll;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.Training;
import org.jspecify.annotations.Nullable;

/**
 * What the network says: the regions of its classes for two inputs, else which classes it mixes up;
 * or, where numbers are learned, what it answers beside what is true; and how well it does.
 */
final class AnswerPane extends SideScroll {
  private final PlaneAnswers plane;
  private final ClassAnswers classes;
  private final FitAnswers fit;
  private final FitNotes notes;
  private final FigureRows figures;
  private @Nullable TrainingSetup setup;

  AnswerPane(Store store, Texts texts) {
    super("answers");
    plane = new PlaneAnswers(store, texts);
    classes = new ClassAnswers(texts);
    fit = new FitAnswers(store, texts);
    notes = new FitNotes(texts);
    figures = new FigureRows(texts);
    VBox content = new VBox();
    content.getChildren().addAll(plane.nodes());
    content.getChildren().addAll(classes.tableNodes());
    content.getChildren().addAll(fit.nodes());
    content.getChildren().add(notes.lineNode());
    content.getChildren().addAll(figures.nodes());
    content.getChildren().add(notes.scaleNode());
    content.getChildren().addAll(classes.mistakeNodes());
    content.getStyleClass().add("answers");
    hold(content);
  }

  /** Nothing of an earlier run is shown any more. */
  void clear() {
    plane.clear();
    classes.clear();
    fit.clear();
    notes.clear();
    figures.clear();
  }

  void show(Training training) {
    if (!training.setup().equals(setup)) {
      setup = training.setup();
      plane.show(setup);
      classes.show(setup);
      fit.show(setup);
      notes.show(setup);
      figures.show(setup);
    }
  }

  void show(Evaluation evaluation) {
    figures.show(evaluation);
    plane.show(evaluation);
    fit.show(evaluation);
    notes.show(evaluation);
    if (evaluation.plane().isEmpty()) {
      evaluation.confusion().ifPresent(classes::show);
    }
  }

  /** Shows what one unit answers instead of the network; both count from 0. */
  void look(int layer, int unit) {
    plane.look(layer, unit);
    fit.look(layer, unit);
  }

  /** Shows the network's answer again. */
  void lookAway() {
    plane.lookAway();
    fit.lookAway();
  }
}
