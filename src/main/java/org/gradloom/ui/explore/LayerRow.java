package org.gradloom.ui.explore;

import atlantafx.base.controls.Spacer;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.rule.Activation;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.ChoiceNames;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Store;

/** The choices of one layer: its activation, and whether it has a bias. */
final class LayerRow extends HBox {
  private final int layer;
  private final Label name = new Label();
  private final ComboBox<Activation> activation = new ComboBox<>();
  private final CheckBox bias;

  LayerRow(int layer, Store store, Texts texts) {
    this.layer = layer;
    this.bias = new CheckBox(texts.get("numbers.bias"));
    getStyleClass().add("setting");
    activation.setId("activation-" + (layer + 1));
    activation.setConverter(
        new ChoiceNames<>(value -> texts.get("activation." + value.documentName())));
    activation.setAccessibleText(texts.get("numbers.activation", layer + 1));
    activation.setOnAction(event -> {
      Activation chosen = activation.getValue();
      Lesson lesson = store.state().explore().document().lesson();
      if (chosen != null && chosen != lesson.layers().get(layer).activation()) {
        Optional<Message> refused =
            store.dispatch(new Action.Apply(new Edit.SetActivation(layer, chosen)));
        refused.ifPresent(why -> {
          store.dispatch(new Action.Tell(new Notice(why, true)));
          activation.setValue(lesson.layers().get(layer).activation());
        });
      }
    });
    bias.setId("bias-" + (layer + 1));
    bias.setMinWidth(USE_PREF_SIZE);
    bias.setOnAction(
        event -> store.dispatch(new Action.Apply(new Edit.SetBias(layer, bias.isSelected()))));
    getChildren().addAll(name, activation, new Spacer(), bias);
  }

  void show(Lesson lesson) {
    Layer shown = lesson.layers().get(layer);
    boolean several = lesson.layers().size() > 1;
    name.setText(several ? Integer.toString(layer + 1) : "");
    NodeVisibility.set(name, several);
    List<Activation> choices = Activation.in(layer == lesson.lastLayer());
    if (!activation.getItems().equals(choices)) {
      activation.getItems().setAll(choices);
    }
    activation.setValue(shown.activation());
    bias.setSelected(shown.hasBias());
  }
}
