package org.gradloom.ui.shell;

import atlantafx.base.controls.Spacer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import org.gradloom.lesson.Screen;
import org.gradloom.text.FileName;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Document;
import org.gradloom.ui.store.Layout;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.theme.Theme;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar at the top: the name, the document's title, files, undo, layout, theme, help. */
final class AppBar extends HBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final Texts texts;
  private final Button explore;
  private final Button train;
  private final Label title = new Label();
  private final Button undo;
  private final Button redo;
  private final Button layout;
  private final Button theme;
  private final FontIcon themeIcon = new FontIcon(Feather.MOON);
  private final Menu recent;
  private final MenuItem reset;

  /** What the bar's items do beyond changing the state. */
  interface Commands {
    void showTraining();

    void newLesson();

    void open();

    void openRecent(Path file);

    List<Path> recentFiles();

    void save();

    void saveAs();

    void switchTheme();

    void keys();

    void about();
  }

  AppBar(Store store, Texts texts, Commands commands) {
    this.texts = texts;
    getStyleClass().add("app-bar");
    Label name = new Label(texts.get("app.name"));
    name.getStyleClass().add("product-name");
    name.setMinWidth(USE_PREF_SIZE);
    explore = tab("explore", () -> store.dispatch(new Action.Show(Screen.EXPLORE)));
    train = tab("train", commands::showTraining);
    title.setId("document-title");
    title.getStyleClass().add("document-title");
    undo = button("undo", Feather.CORNER_UP_LEFT, () -> store.dispatch(new Action.Undo()));
    redo = button("redo", Feather.CORNER_UP_RIGHT, () -> store.dispatch(new Action.Redo()));
    layout =
        button(
            "layout",
            Feather.LAYOUT,
            () ->
                store.dispatch(
                    new Action.LayOut(
                        store.state().explore().view().layout() == Layout.FALK
                            ? Layout.INLINE
                            : Layout.FALK)));
    theme = button("theme", Feather.MOON, commands::switchTheme);
    theme.setGraphic(themeIcon);
    recent = new Menu(texts.get("file.recent"));
    reset = item("file.reset", "", () -> store.dispatch(new Action.Reset()));
    MenuButton file =
        menu(
            "file",
            item("file.new", "Shortcut+N", commands::newLesson),
            item("file.openItem", "Shortcut+O", commands::open),
            recent,
            new SeparatorMenuItem(),
            item("file.saveItem", "Shortcut+S", commands::save),
            item("file.saveAs", "Shortcut+Shift+S", commands::saveAs),
            new SeparatorMenuItem(),
            reset);
    file.setOnShowing(event -> listRecent(commands));
    MenuButton help =
        menu(
            "help",
            item("help.keys", "F1", commands::keys),
            item("help.about", "", commands::about));
    getChildren()
        .addAll(
            name,
            explore,
            train,
            new Spacer(),
            title,
            new Spacer(),
            file,
            undo,
            redo,
            layout,
            theme,
            help);
  }

  private Button tab(String screen, Runnable show) {
    Button tab = new Button(texts.get("tab." + screen));
    tab.getStyleClass().add("tab");
    tab.setId("tab-" + screen);
    tab.setMinWidth(USE_PREF_SIZE);
    tab.setOnAction(event -> show.run());
    return tab;
  }

  private Button button(String id, Feather icon, Runnable action) {
    Button button = new Button("", new FontIcon(icon));
    button.setId("bar-" + id);
    button.getStyleClass().addAll("flat", "icon-button");
    button.setOnAction(event -> action.run());
    return button;
  }

  private MenuButton menu(String id, MenuItem... items) {
    MenuButton menu = new MenuButton(texts.get("menu." + id));
    menu.setId("menu-" + id);
    menu.getItems().setAll(items);
    menu.setMinWidth(USE_PREF_SIZE);
    return menu;
  }

  private MenuItem item(String key, String keys, Runnable action) {
    MenuItem item = new MenuItem(texts.get(key));
    item.setId(key.replace('.', '-'));
    item.setOnAction(event -> action.run());
    if (!keys.isEmpty()) {
      item.setAccelerator(KeyCombination.valueOf(keys));
    }
    return item;
  }

  private void listRecent(Commands commands) {
    recent
        .getItems()
        .setAll(
            commands.recentFiles().stream()
                .map(file -> {
                  MenuItem item = new MenuItem(FileName.of(file));
                  item.setMnemonicParsing(false);
                  item.setOnAction(event -> commands.openRecent(file));
                  return item;
                })
                .toList());
    recent.setDisable(recent.getItems().isEmpty());
  }

  void show(AppState state, Theme present) {
    Document document = state.current();
    explore.pseudoClassStateChanged(SELECTED, state.screen() == Screen.EXPLORE);
    train.pseudoClassStateChanged(SELECTED, state.screen() == Screen.TRAIN);
    title.setText(titleOf(state, texts));
    dress(undo, "undo", document.history().undoable());
    dress(redo, "redo", document.history().redoable());
    reset.setDisable(!document.isChanged());
    NodeVisibility.set(layout, state.screen() == Screen.EXPLORE);
    boolean falk = state.explore().view().layout() == Layout.FALK;
    name(layout, texts.get(falk ? "layout.toInline" : "layout.toFalk"));
    name(theme, texts.get("theme.to", present.next().name()));
    themeIcon.setIconCode(present.next().dark() ? Feather.MOON : Feather.SUN);
  }

  private void dress(Button button, String key, Optional<Message> what) {
    button.setDisable(what.isEmpty());
    name(
        button,
        what.map(done -> texts.get("bar." + key + ".what", done))
            .orElseGet(() -> texts.get("bar." + key)));
  }

  private static void name(Button button, String name) {
    if (!name.equals(button.getAccessibleText())) {
      button.setAccessibleText(name);
      button.setTooltip(new Tooltip(name));
    }
  }

  /** What the shown document is called, and whether it has changes that are not saved. */
  static String titleOf(AppState state, Texts texts) {
    String name = Titles.of(state, state.screen(), texts);
    return state.current().isChanged() ? texts.get("app.changed", name) : name;
  }
}
