package org.gradloom.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import org.gradloom.lesson.Edits;
import org.gradloom.lesson.Filling;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.ChoiceNames;

/** Asks for the shape of a new document, and fills it with small whole numbers. */
final class NewLessonDialog extends Dialog<Lesson> {
  private final Texts texts;
  private final WholeNumberSpinner samples = spinner("new-samples", 4);
  private final WholeNumberSpinner features = spinner("new-features", 3);
  private final TextField neurons = new TextField("2");
  private final ComboBox<Elementwise> activation = new ComboBox<>();
  private final CheckBox bias = new CheckBox();
  private final Label wrong = new Label();

  NewLessonDialog(Texts texts) {
    this.texts = texts;
    setTitle(texts.get("new.title"));
    setHeaderText(texts.get("new.header"));
    neurons.setId("new-neurons");
    neurons.setPrefColumnCount(8);
    activation.setId("new-activation");
    activation.getItems().setAll(Elementwise.values());
    activation.setValue(Elementwise.IDENTITY);
    activation.setConverter(
        new ChoiceNames<>(value -> texts.get("activation." + value.documentName())));
    bias.setId("new-bias");
    bias.setText(texts.get("numbers.bias"));
    wrong.setId("new-wrong");
    wrong.getStyleClass().add("field-error");
    wrong.setWrapText(true);
    getDialogPane().setContent(form());
    ButtonType create = new ButtonType(texts.get("new.create"), ButtonBar.ButtonData.OK_DONE);
    getDialogPane()
        .getButtonTypes()
        .setAll(
            create, new ButtonType(texts.get("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
    getDialogPane()
        .lookupButton(create)
        .addEventFilter(
            javafx.event.ActionEvent.ACTION,
            event -> {
              if (units().isEmpty()) {
                wrong.setText(texts.get("new.wrongNeurons", Edits.LARGEST_SIDE));
                event.consume();
              }
            });
    setResultConverter(button -> button.equals(create) ? lesson() : null);
  }

  private GridPane form() {
    GridPane form = new GridPane(12, 10);
    form.addRow(0, new Label(texts.get("new.samples")), samples);
    form.addRow(1, new Label(texts.get("new.features")), features);
    form.addRow(2, new Label(texts.get("new.neurons")), neurons);
    form.addRow(3, new Label(texts.get("new.activation")), activation);
    form.add(bias, 1, 4);
    form.add(wrong, 0, 5, 2, 1);
    return form;
  }

  private static WholeNumberSpinner spinner(String id, int value) {
    WholeNumberSpinner spinner = new WholeNumberSpinner(1, Edits.LARGEST_SIDE, value);
    spinner.setId(id);
    spinner.setPrefWidth(110);
    return spinner;
  }

  /** The neurons of each layer as typed; empty if they are no such list. */
  private List<Integer> units() {
    List<Integer> units = new ArrayList<>();
    for (String part : neurons.getText().strip().split("[\\s,;·]+", -1)) {
      if (!part.matches("\\d{1,3}")) {
        return List.of();
      }
      int count = Integer.parseInt(part);
      if (count < 1 || count > Edits.LARGEST_SIDE) {
        return List.of();
      }
      units.add(count);
    }
    return units;
  }

  /** Inner layers get the activation, the last one is left linear for the loss to read. */
  private Lesson lesson() {
    List<Integer> units = units();
    long seed = System.nanoTime();
    Matrix x = integers(new Shape(samples.whole(), features.whole()), seed);
    List<Layer> layers = new ArrayList<>();
    int inputs = features.whole();
    for (int l = 0; l < units.size(); l++) {
      boolean last = l == units.size() - 1;
      layers.add(
          new Layer(
              integers(new Shape(inputs, units.get(l)), seed + l + 1),
              bias.isSelected() ? Matrix.zeros(new Shape(1, units.get(l))) : null,
              last && units.size() > 1 ? Elementwise.IDENTITY : activation.getValue()));
      inputs = units.get(l);
    }
    Loss loss =
        new Loss(
            LossKind.GIVEN,
            new Target.Upstream(integers(new Shape(samples.whole(), inputs), seed - 1)),
            Reduction.SUM);
    return new Lesson(texts.get("new.untitled"), x, layers, loss, 0.1);
  }

  private static Matrix integers(Shape shape, long seed) {
    return new Filling.SmallIntegers(seed).fill(shape);
  }
}
