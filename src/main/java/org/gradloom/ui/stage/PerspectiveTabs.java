package org.gradloom.ui.stage;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.gradloom.lesson.Perspective;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.ChoiceNames;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.Tip;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;

/** The views of the stage to choose from: tabs, or a list where tabs have no room. */
public final class PerspectiveTabs extends StackPane {
  private final Store store;
  private final Texts texts;
  private final HBox tabs = new HBox();
  private final ComboBox<Perspective> list = new ComboBox<>();
  private final Map<Perspective, ToggleButton> buttons = new EnumMap<>(Perspective.class);

  public PerspectiveTabs(Store store, Texts texts) {
    this.store = store;
    this.texts = texts;
    setId("perspectives");
    getStyleClass().add("perspective-tabs");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(0);
    tabs.getStyleClass().add("tabs");
    tabs.setMinWidth(0);
    ToggleGroup group = new ToggleGroup();
    for (Perspective perspective : Perspective.values()) {
      tabs.getChildren().add(tab(perspective, group));
    }
    list.setId("perspective-list");
    list.getItems().setAll(Perspective.values());
    list.setAccessibleText(texts.get("view.choose"));
    list.setConverter(new ChoiceNames<>(shown -> texts.get(key(shown))));
    list.setOnAction(event -> {
      Perspective chosen = list.getValue();
      if (chosen != null && chosen != store.state().explore().seen()) {
        store.dispatch(new Action.See(chosen));
      }
    });
    getChildren().add(tabs);
    widthProperty().subscribe(this::fit);
    fit();
  }

  private static String key(Perspective perspective) {
    return "view." + perspective.name().toLowerCase(Locale.ROOT);
  }

  private ToggleButton tab(Perspective perspective, ToggleGroup group) {
    ToggleButton tab = new ToggleButton(texts.get(key(perspective)));
    tab.setId("see-" + perspective.name().toLowerCase(Locale.ROOT));
    tab.getStyleClass().add("perspective-tab");
    tab.setMinWidth(USE_PREF_SIZE);
    tab.setToggleGroup(group);
    Tip.set(tab, texts.get(key(perspective) + ".tip"));
    tab.setOnAction(event -> {
      // One of them is always chosen.
      tab.setSelected(true);
      store.dispatch(new Action.See(perspective));
    });
    buttons.put(perspective, tab);
    return tab;
  }

  private void fit() {
    boolean roomy = getWidth() <= 0 || tabs.prefWidth(-1) <= getWidth();
    NodeVisibility.set(tabs, roomy);
    NodeVisibility.set(this, list, !roomy);
  }

  /** Marks the view that is seen. */
  public void show(Explore state) {
    buttons.forEach((perspective, tab) -> tab.setSelected(perspective == state.seen()));
    list.setValue(state.seen());
  }
}
