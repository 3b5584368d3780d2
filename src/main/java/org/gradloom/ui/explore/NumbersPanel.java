package org.gradloom.ui.explore;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Lesson;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The lesson's inputs by name, and the choices that are no matrix: activation, bias, loss, rate.
 * While a lesson tells its beats they are folded away until they are wanted.
 */
final class NumbersPanel extends VBox {
  private final Store store;
  private final Texts texts;
  private final VBox inputs = new VBox();
  private final VBox layers = new VBox();
  private final ConventionChoice convention;
  private final LossSettings loss;
  private final NumberSetting rate;

  private final VBox settings = new VBox();
  private final Fold fold;

  private @Nullable Lesson shown;

  NumbersPanel(Store store, Texts texts, TexRenderer renderer) {
    this.store = store;
    this.texts = texts;
    setId("numbers");
    getStyleClass().add("numbers");
    inputs.getStyleClass().add("input-list");
    layers.getStyleClass().add("layer-list");
    convention = new ConventionChoice(store, texts, renderer);
    loss = new LossSettings(store, texts);
    rate =
        new NumberSetting(
            "learning-rate",
            texts.get("numbers.rate"),
            store,
            texts,
            lesson -> lesson.optimizer().learningRate(),
            Edit.SetLearningRate::new);
    settings
        .getChildren()
        .addAll(
            inputs,
            title("network"),
            layers,
            title("convention"),
            convention,
            title("loss"),
            loss,
            title("update"),
            rate);
    fold = new Fold("numbers", texts, settings);
    getChildren().add(fold);
  }

  private Label title(String key) {
    Label title = new Label(texts.get("panel." + key));
    title.getStyleClass().add("panel-title");
    return title;
  }

  void show(Explore state) {
    fold.follow(state.document().origin(), state.path().isEmpty());
    Lesson lesson = state.document().lesson();
    if (lesson.equals(shown)) {
      return;
    }
    shown = lesson;
    showInputs(lesson);
    showLayers(lesson);
    convention.show(lesson);
    loss.show(lesson);
    rate.show(lesson);
  }

  private void showInputs(Lesson lesson) {
    List<Operand> operands = lesson.inputs();
    List<Node> rows = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      InputRow row =
          i < inputs.getChildren().size()
              ? (InputRow) inputs.getChildren().get(i)
              : new InputRow(store, texts);
      row.show(operands.get(i), lesson);
      rows.add(row);
    }
    inputs.getChildren().setAll(rows);
  }

  private void showLayers(Lesson lesson) {
    while (layers.getChildren().size() > lesson.layers().size()) {
      layers.getChildren().removeLast();
    }
    for (int l = 0; l < lesson.layers().size(); l++) {
      if (l == layers.getChildren().size()) {
        layers.getChildren().add(new LayerRow(l, store, texts));
      }
      ((LayerRow) layers.getChildren().get(l)).show(lesson);
    }
  }
}
