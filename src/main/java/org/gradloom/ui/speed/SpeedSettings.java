package org.gradloom.ui.speed;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gradloom.speed.Implementation;
import org.gradloom.speed.SpeedPlan;
import org.gradloom.speed.Workload;
import org.gradloom.text.Quote;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.TexLabel;
import org.gradloom.ui.control.TypedSetting;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.BackendWords;
import org.gradloom.ui.store.SpeedState;
import org.gradloom.ui.store.Store;

/** The layer, the sizes, the ways and the runs: what is to be measured. */
final class SpeedSettings extends VBox {
  private static final int MOST_RUNS = 999;

  private final Store store;
  private final Texts texts;
  private final WholeNumber samples;
  private final WholeNumber runs;
  private final Map<Integer, ToggleButton> sizes = new TreeMap<>();
  private final CheckBox onBlas = new CheckBox();
  private final Label products = note("");
  private final Map<Implementation, CheckBox> ways = new EnumMap<>(Implementation.class);

  SpeedSettings(Store store, Texts texts, TexRenderer renderer) {
    this.store = store;
    this.texts = texts;
    setId("speed-settings");
    getStyleClass().addAll("side-panel", "left-side", "speed-settings");
    samples =
        new WholeNumber(
            "speed-samples",
            "speed.samples",
            Workload.MOST_SAMPLES,
            plan -> plan.work().samples(),
            typed -> {
              SpeedPlan plan = plan();
              return new SpeedPlan(
                  new Workload(typed, plan.work().passes()),
                  plan.sizes(),
                  plan.ways(),
                  plan.leastRuns());
            });
    runs =
        new WholeNumber(
            "speed-runs",
            "speed.runs",
            MOST_RUNS,
            SpeedPlan::leastRuns,
            typed -> new SpeedPlan(plan().work(), plan().sizes(), plan().ways(), typed));
    FlowPane sizeButtons = new FlowPane();
    sizeButtons.getStyleClass().addAll("segmented", "speed-sizes");
    for (int n : SpeedPlan.USUAL_SIZES) {
      ToggleButton size = new ToggleButton(Integer.toString(n));
      size.setId("speed-size-" + n);
      size.setOnAction(event -> turn(n, size.isSelected()));
      sizes.put(n, size);
      sizeButtons.getChildren().add(size);
    }
    getChildren()
        .addAll(
            title("speed.layer"),
            formula(renderer, "Z = X \\cdot W", "speed.spoken.z"),
            formula(renderer, "dL/dW = X^T \\cdot dL/dZ", "speed.spoken.dW"),
            formula(renderer, "dL/dX = dL/dZ \\cdot W^T", "speed.spoken.dX"),
            samples,
            note(texts.get("speed.layer.note")),
            title("speed.sizes"),
            sizeButtons,
            title("speed.ways"));
    for (Implementation way : Implementation.values()) {
      getChildren().add(way(way));
    }
    getChildren().addAll(title("speed.runs.title"), runs, note(texts.get("speed.runs.note")));
    onBlas.setText(texts.get("speed.training.blas"));
    onBlas.setId("speed-train-on-blas");
    onBlas.setOnAction(event -> store.dispatch(new Action.TrainOnBlas(onBlas.isSelected())));
    products.setId("speed-products");
    getChildren().addAll(title("speed.training"), onBlas, products);
    setMinHeight(USE_PREF_SIZE);
  }

  private SpeedPlan plan() {
    return store.state().speed().plan();
  }

  private Label title(String key) {
    Label title = new Label(texts.get(key).toUpperCase(Locale.ROOT));
    title.getStyleClass().add("panel-title");
    return title;
  }

  private static Label note(String words) {
    Label note = new Label(words);
    note.getStyleClass().addAll("muted", "speed-note");
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    return note;
  }

  private TexLabel formula(TexRenderer renderer, String tex, String spoken) {
    TexLabel label = new TexLabel(renderer, tex, texts.get(spoken));
    label.getStyleClass().add("speed-formula");
    return label;
  }

  private HBox way(Implementation way) {
    CheckBox box = new CheckBox(texts.get("speed.short." + way));
    box.setId("speed-way-" + way.name().toLowerCase(Locale.ROOT));
    box.setOnAction(event -> turn(way, box.isSelected()));
    ways.put(way, box);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(box, gap, SeriesSign.legend(way));
    row.getStyleClass().add("speed-way");
    return row;
  }

  private void turn(int n, boolean wanted) {
    Set<Integer> next = new HashSet<>(plan().sizes());
    next.remove(n);
    if (wanted) {
      next.add(n);
    }
    store.dispatch(new Action.PlanSpeed(plan().at(List.copyOf(next))));
  }

  private void turn(Implementation way, boolean wanted) {
    SpeedPlan plan = plan();
    Set<Implementation> next = new HashSet<>(plan.ways());
    next.remove(way);
    if (wanted) {
      next.add(way);
    }
    store.dispatch(
        new Action.PlanSpeed(new SpeedPlan(plan.work(), plan.sizes(), next, plan.leastRuns())));
  }

  void show(SpeedState state) {
    SpeedPlan plan = state.plan();
    samples.show(plan);
    runs.show(plan);
    sizes.forEach((n, button) -> button.setSelected(plan.sizes().contains(n)));
    ways.forEach((way, box) -> box.setSelected(plan.ways().contains(way)));
    onBlas.setSelected(state.backend().wantsBlas());
    products.setText(
        BackendWords.of(state.backend()).stream().map(texts::say).collect(Collectors.joining(" ")));
    // What is measured is what was chosen when it began.
    setDisable(state.measuring());
  }

  /** A whole number of the plan. */
  private final class WholeNumber extends TypedSetting {
    private final int most;
    private final ToIntFunction<SpeedPlan> present;
    private final IntFunction<SpeedPlan> planned;

    WholeNumber(
        String id,
        String name,
        int most,
        ToIntFunction<SpeedPlan> present,
        IntFunction<SpeedPlan> planned) {
      super(id, texts.get(name), 4);
      this.most = most;
      this.present = present;
      this.planned = planned;
    }

    void show(SpeedPlan plan) {
      write(Integer.toString(present.applyAsInt(plan)));
    }

    @Override
    protected void take() {
      String typed = field().getText().strip();
      int whole = typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
      if (whole < 1 || whole > most) {
        say(Optional.of(texts.get("speed.wrongWhole", Quote.of(typed), most)));
      } else {
        store.dispatch(new Action.PlanSpeed(planned.apply(whole)));
        show(plan());
      }
    }
  }
}
