package org.gradloom.ui.explore;

import atlantafx.base.controls.Spacer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Lesson;
import org.gradloom.rule.L1;
import org.gradloom.rule.L2;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.TargetForm;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.ChoiceNames;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.Tip;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Store;

/** The choices of the loss: its rule, what it compares with, its reduction and its penalties. */
final class LossSettings extends VBox {
  private final Store store;
  private final Texts texts;
  private final ComboBox<LossKind> kind = new ComboBox<>();
  private final CheckBox half;
  private final Map<TargetForm, ToggleButton> forms = new EnumMap<>(TargetForm.class);
  private final HBox formsRow;
  private final Map<Reduction, ToggleButton> reductions = new EnumMap<>(Reduction.class);
  private final Label overBatch = new Label();
  private final NumberSetting lambda;
  private final CheckBox halfOfPenalty;
  private final CheckBox perRow;
  private final HBox penalty;
  private final NumberSetting lambdaOfSizes;

  LossSettings(Store store, Texts texts) {
    this.store = store;
    this.texts = texts;
    setId("loss-settings");
    getStyleClass().add("loss-settings");
    half = box("loss-half", "numbers.half");
    half.setOnAction(event ->
        lesson()
            .loss()
            .kind()
            .withHalf(half.isSelected())
            .ifPresent(other -> apply(new Edit.SetLossKind(other))));
    dressKind();
    HBox.setHgrow(kind, Priority.ALWAYS);
    HBox rule = new HBox(kind, half);
    rule.getStyleClass().add("setting");
    formsRow =
        new HBox(
            new Spacer(),
            toggles(
                forms,
                List.of(TargetForm.LABELS, TargetForm.TARGETS),
                "loss-form-",
                "numbers.form.",
                TargetForm::documentName,
                Edit.SetTargetForm::new));
    formsRow.getStyleClass().add("setting");
    lambda =
        new NumberSetting(
            "loss-lambda",
            texts.get("numbers.lambda"),
            store,
            texts,
            lesson -> lesson.loss().l2().lambda(),
            typed -> new Edit.SetL2(l2().withLambda(typed)));
    halfOfPenalty = box("loss-lambda-half", "numbers.lambda.half");
    halfOfPenalty.setOnAction(
        event -> apply(new Edit.SetL2(l2().withHalf(halfOfPenalty.isSelected()))));
    perRow = box("loss-lambda-per-row", "numbers.lambda.perRow");
    perRow.setOnAction(event -> apply(new Edit.SetL2(l2().withPerRow(perRow.isSelected()))));
    penalty = new HBox(new Spacer(), halfOfPenalty, perRow);
    penalty.getStyleClass().add("setting");
    lambdaOfSizes =
        new NumberSetting(
            "loss-lambda1",
            texts.get("numbers.lambda1"),
            store,
            texts,
            lesson -> lesson.loss().l1().lambda(),
            typed -> new Edit.SetL1(new L1(typed)));
    getChildren().addAll(rule, formsRow, reductionRow(), lambda, penalty, lambdaOfSizes);
  }

  private void dressKind() {
    kind.setId("loss-kind");
    kind.setMaxWidth(Double.MAX_VALUE);
    kind.setAccessibleText(texts.get("panel.loss"));
    kind.getItems().setAll(listed());
    kind.setConverter(new ChoiceNames<>(rule -> texts.get("loss." + rule.ownName())));
    kind.setOnAction(event -> {
      LossKind chosen = kind.getValue();
      if (chosen != null && chosen != withHalf(lesson().loss().kind())) {
        apply(new Edit.SetLossKind(chosen));
        // A choice that was refused is not kept.
        kind.setValue(withHalf(lesson().loss().kind()));
      }
    });
  }

  /** A rule that differs from another by its ½ alone is the other one with its box unchecked. */
  private static List<LossKind> listed() {
    return Arrays.stream(LossKind.values()).filter(rule -> withHalf(rule) == rule).toList();
  }

  private static LossKind withHalf(LossKind rule) {
    return rule.withHalf(true).orElse(rule);
  }

  private CheckBox box(String id, String key) {
    CheckBox box = new CheckBox(texts.get(key));
    box.setId(id);
    box.setMinWidth(USE_PREF_SIZE);
    Tip.set(box, texts.get(key + ".tip"));
    return box;
  }

  private <T> HBox toggles(
      Map<T, ToggleButton> made,
      List<T> values,
      String id,
      String key,
      Function<T, String> name,
      Function<T, Edit> edit) {
    ToggleGroup group = new ToggleGroup();
    for (T value : values) {
      ToggleButton toggle = new ToggleButton(texts.get(key + name.apply(value)));
      toggle.setId(id + name.apply(value));
      toggle.setToggleGroup(group);
      toggle.setMinWidth(USE_PREF_SIZE);
      Tip.set(toggle, texts.get(key + name.apply(value) + ".tip"));
      toggle.setOnAction(event -> {
        // One of them is always chosen.
        toggle.setSelected(true);
        apply(edit.apply(value));
      });
      made.put(value, toggle);
    }
    HBox segmented = new HBox(values.stream().map(made::get).toArray(Node[]::new));
    segmented.setMinWidth(USE_PREF_SIZE);
    segmented.getStyleClass().add("segmented");
    return segmented;
  }

  private HBox reductionRow() {
    HBox toggles =
        toggles(
            reductions,
            List.of(Reduction.values()),
            "loss-",
            "numbers.",
            Reduction::documentName,
            Edit.SetReduction::new);
    overBatch.setText(texts.get("numbers.reduction"));
    overBatch.setLabelFor(toggles);
    overBatch.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(overBatch, new Spacer(), toggles);
    row.getStyleClass().add("setting");
    return row;
  }

  /** The document's own, even while its matrices are computed: a choice made is shown as made. */
  private Lesson lesson() {
    return store.state().explore().document().lesson();
  }

  private L2 l2() {
    return lesson().loss().l2();
  }

  private void apply(Edit edit) {
    store.dispatch(new Action.Apply(edit));
  }

  void show(Lesson lesson) {
    var loss = lesson.loss();
    kind.setValue(withHalf(loss.kind()));
    NodeVisibility.set(half, loss.kind().withHalf(true).isPresent());
    half.setSelected(withHalf(loss.kind()) == loss.kind());
    NodeVisibility.set(formsRow, loss.kind().forms().size() > 1);
    forms.forEach((form, toggle) -> toggle.setSelected(form == loss.form()));
    reductions.forEach((reduction, toggle) -> toggle.setSelected(reduction == loss.reduction()));
    boolean entries = lesson.outputs().columns() > 1 || loss.reduction() == Reduction.MEAN_ALL;
    NodeVisibility.set(Objects.requireNonNull(reductions.get(Reduction.MEAN_ALL)), entries);
    // Three choices leave no room for words beside them, and say by themselves what they are.
    NodeVisibility.set(overBatch, !entries);
    lambda.show(lesson);
    NodeVisibility.set(penalty, loss.l2().isPresent());
    halfOfPenalty.setSelected(loss.l2().half());
    perRow.setSelected(loss.l2().perRow());
    lambdaOfSizes.show(lesson);
  }
}
