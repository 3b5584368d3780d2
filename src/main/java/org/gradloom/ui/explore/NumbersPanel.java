package org.gradloom.ui.explore;

import atlantafx.base.controls.Spacer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gradloom.derivation.Notation;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.ChoiceNames;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The lesson's inputs by name, and the choices that are no matrix: activation, bias, loss, rate.
 */
final class NumbersPanel extends VBox {
  private final Store store;
  private final Texts texts;
  private final VBox inputs = new VBox();
  private final VBox layers = new VBox();
  private final ComboBox<LossKind> loss = new ComboBox<>();
  private final ToggleButton sum;
  private final ToggleButton mean;
  private final TextField rate = new TextField();
  private final Label rateError = new Label();

  private @Nullable Lesson shown;

  NumbersPanel(Store store, Texts texts) {
    this.store = store;
    this.texts = texts;
    setId("numbers");
    getStyleClass().add("numbers");
    inputs.getStyleClass().add("input-list");
    layers.getStyleClass().add("layer-list");
    ToggleGroup reduction = new ToggleGroup();
    sum = reduction(Reduction.SUM, reduction);
    mean = reduction(Reduction.MEAN, reduction);
    dressLoss();
    dressRate();
    HBox reductions = new HBox(sum, mean);
    reductions.setMinWidth(USE_PREF_SIZE);
    reductions.getStyleClass().add("segmented");
    getChildren()
        .addAll(
            title("numbers"),
            inputs,
            title("network"),
            layers,
            title("loss"),
            loss,
            row(texts.get("numbers.reduction"), reductions),
            title("update"),
            row(texts.get("numbers.rate"), rate),
            rateError);
  }

  private Label title(String key) {
    Label title = new Label(texts.get("panel." + key));
    title.getStyleClass().add("panel-title");
    return title;
  }

  private static HBox row(String words, Node control) {
    Label label = new Label(words);
    label.setMinWidth(USE_PREF_SIZE);
    label.setLabelFor(control);
    HBox row = new HBox(label, new Spacer(), control);
    row.getStyleClass().add("setting");
    return row;
  }

  /** The document's own, even while its matrices are computed: a choice made is shown as made. */
  private Lesson lesson() {
    return store.state().explore().document().lesson();
  }

  private void apply(Edit edit) {
    store.dispatch(new Action.Apply(edit));
  }

  private ToggleButton reduction(Reduction reduction, ToggleGroup group) {
    String name = reduction == Reduction.SUM ? "sum" : "mean";
    ToggleButton toggle = new ToggleButton(texts.get("numbers." + name));
    toggle.setId("loss-" + name);
    toggle.setToggleGroup(group);
    toggle.setTooltip(new Tooltip(texts.get("numbers." + name + ".tip")));
    toggle.setOnAction(event -> {
      // One of the two is always chosen.
      toggle.setSelected(true);
      apply(new Edit.SetReduction(reduction));
    });
    return toggle;
  }

  private void dressLoss() {
    loss.setId("loss-kind");
    loss.setMaxWidth(Double.MAX_VALUE);
    loss.setAccessibleText(texts.get("panel.loss"));
    loss.getItems().setAll(LossKind.values());
    loss.setConverter(new ChoiceNames<>(kind -> texts.get("loss." + kind.ownName())));
    loss.setOnAction(event -> {
      if (loss.getValue() != null && loss.getValue() != lesson().loss().kind()) {
        apply(new Edit.SetLossKind(loss.getValue()));
      }
    });
  }

  private void dressRate() {
    rate.setId("learning-rate");
    rate.setPrefColumnCount(5);
    rate.setOnAction(event -> takeRate());
    rate.focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            takeRate();
          }
        });
    rateError.setId("learning-rate-error");
    rateError.getStyleClass().add("field-error");
    rateError.setWrapText(true);
    rateError.setMinHeight(USE_PREF_SIZE);
    NodeVisibility.set(rateError, false);
  }

  /** A wrong rate keeps the old one, which the field shows again once it is left. */
  private void takeRate() {
    Lesson lesson = lesson();
    Optional<String> wrong = Optional.empty();
    if (!rate.getText().equals(rateText(lesson))) {
      try {
        double typed = Numbers.parse(rate.getText()).value();
        wrong = store.dispatch(new Action.Apply(new Edit.SetLearningRate(typed))).map(texts::say);
      } catch (InvalidInput e) {
        wrong = Optional.of(texts.say(e.said()));
      }
    }
    rateError.setText(wrong.orElse(""));
    NodeVisibility.set(rateError, wrong.isPresent());
    rate.setText(rateText(lesson()));
  }

  private static String rateText(Lesson lesson) {
    return Entry.of(lesson.optimizer().learningRate()).exactText();
  }

  void show(Explore state) {
    Lesson lesson = state.document().lesson();
    if (lesson.equals(shown)) {
      return;
    }
    shown = lesson;
    showInputs(lesson);
    showLayers(lesson);
    loss.setValue(lesson.loss().kind());
    boolean isMean = lesson.loss().reduction() == Reduction.MEAN;
    mean.setSelected(isMean);
    sum.setSelected(!isMean);
    rate.setText(rateText(lesson));
  }

  // ---- the inputs by name

  private void showInputs(Lesson lesson) {
    List<Operand> operands = lesson.inputs();
    List<Node> rows = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      rows.add(i < inputs.getChildren().size() ? inputs.getChildren().get(i) : new Button());
      dressInput((Button) rows.get(i), operands.get(i), lesson);
    }
    inputs.getChildren().setAll(rows);
  }

  private void dressInput(Button button, Operand operand, Lesson lesson) {
    String name = new Notation(lesson).plain(operand);
    button.setId("input-" + operand.toString().replace('/', '-'));
    if (!button.getStyleClass().contains("list-item")) {
      button.getStyleClass().add("list-item");
      button.setMaxWidth(Double.MAX_VALUE);
    }
    button.setText(
        texts.get(
            "numbers.input",
            name,
            lesson.shape(operand).toString(),
            texts.get("numbers.meaning." + operand.quantity().placeName())));
    button.setTooltip(new Tooltip(texts.get("numbers.go", name)));
    button.setOnAction(event ->
        store
            .state()
            .explore()
            .derivation()
            .placeOf(operand, new Cell(0, 0))
            .ifPresent(place -> store.dispatch(new Action.Go(place))));
  }

  // ---- activation and bias of each layer

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
