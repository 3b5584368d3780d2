package org.gradloom.ui.train;

import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import org.gradloom.text.Texts;
import org.gradloom.training.Preset;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.store.Backend;
import org.gradloom.ui.store.BackendWords;
import org.gradloom.ui.store.Background;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.Training;
import org.jspecify.annotations.Nullable;

/**
 * Data, network and training: everything that is chosen before training, and some while it runs.
 */
final class SetupPanel extends VBox {
  private final Texts texts;
  private final DataSettings data;
  private final NetworkSettings network;
  private final TrainingSettings training;
  private final Label products;
  private @Nullable TrainingSetup shown;

  /**
   * A panel.
   *
   * @param host asks for tables, and opens ready setups
   */
  SetupPanel(Store store, Texts texts, Background background, TrainScreen.Host host) {
    this.texts = texts;
    SetupChanges changes = new SetupChanges(store, background);
    data = new DataSettings(texts, changes, host);
    network = new NetworkSettings(texts, changes);
    training = new TrainingSettings(texts, changes);
    setId("train-setup");
    getStyleClass().add("numbers");
    getChildren().addAll(presets(host::openPreset), title(texts.get("panel.data")));
    getChildren().addAll(data.nodes());
    getChildren().add(title(texts.get("panel.network")));
    getChildren().addAll(network.nodes());
    getChildren().add(title(texts.get("panel.training")));
    getChildren().addAll(training.nodes());
    Label live = note(texts.get("train.live"));
    products = note("");
    products.setId("train-products");
    getChildren().addAll(live, products);
  }

  private MenuButton presets(Consumer<Preset> openPreset) {
    MenuButton presets = new MenuButton(texts.get("train.presets"));
    presets.setId("train-presets");
    presets.setMaxWidth(Double.MAX_VALUE);
    for (Preset preset : Preset.values()) {
      MenuItem item = new MenuItem(texts.get("preset." + preset.id()));
      item.setId("preset-" + preset.id());
      item.setOnAction(event -> openPreset.accept(preset));
      presets.getItems().add(item);
    }
    return presets;
  }

  private static Label title(String words) {
    Label title = new Label(words);
    title.getStyleClass().add("panel-title");
    return title;
  }

  private static Label note(String words) {
    Label note = new Label(words);
    note.getStyleClass().add("muted");
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    return note;
  }

  /** What multiplies is said where it is not our own kernel, as usual. */
  void show(Backend backend) {
    products.setText(
        BackendWords.of(backend).stream().map(texts::say).collect(Collectors.joining(" ")));
    NodeVisibility.set(products, backend.wantsBlas());
  }

  void show(Training state) {
    TrainingSetup setup = state.setup();
    if (!setup.equals(shown)) {
      shown = setup;
      data.show(setup);
      network.show(setup);
      training.show(setup);
    }
  }
}
