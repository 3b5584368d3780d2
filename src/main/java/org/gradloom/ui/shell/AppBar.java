package org.gradloom.ui.shell;

import atlantafx.base.controls.Spacer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.Progress;
import org.gradloom.lesson.Screen;
import org.gradloom.practice.Mastery;
import org.gradloom.text.FileName;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.Tip;
import org.gradloom.ui.keys.KeyNames;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Document;
import org.gradloom.ui.store.Layout;
import org.gradloom.ui.store.Sides;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.theme.Theme;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The bar at the top: the name, the screens, the document's title, files, undo, layout, theme,
 * help.
 */
final class AppBar extends HBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final Texts texts;
  private final KeyNames keys;
  private final Button start;
  private final Button explore;
  private final Button train;
  private final Button practice;
  private final Button speed;
  private final DocumentTitle title;
  private final Button undo;
  private final Button redo;
  private final Button sides;
  private final Button layout;
  private final Button theme;
  private final FontIcon themeIcon = new FontIcon(Feather.MOON);
  private final Menu recent;
  private final Menu examples;
  private final List<MenuItem> ofDocument;
  private final MenuItem reset;
  private final MenuItem recovered;
  private final MenuItem eraseProgress;
  private final MenuItem savePractice;
  private final Button lecture;
  private final CheckMenuItem lessMotion;

  /** What the bar's items do beyond changing the state. */
  interface MenuCommands {
    /** What a key does, for the item or button that does the same. */
    void run(Shortcut.OfWindow key);

    void openExample(String id);

    void openRecent(Path file);

    List<Path> recentFiles();

    void writeLesson();

    /** Lets the document leave in another form. */
    void export();

    void lessonFormat();

    /** Puts exercises together for others. */
    void writePack();

    /** Writes what was practised into a table. */
    void savePractice();

    /** Forgets what was reached in the lessons, once the user has said so. */
    void eraseProgress();

    void about();
  }

  AppBar(Store store, Texts texts, MenuCommands commands) {
    this.texts = texts;
    this.keys = KeyNames.here(texts);
    getStyleClass().add("app-bar");
    Button name = new Button(texts.get("app.name"));
    name.setId("product-name");
    name.getStyleClass().addAll("flat", "product-name");
    name.setMinWidth(USE_PREF_SIZE);
    Tip.set(name, texts.get("app.startTip", keys.of(Shortcut.OfWindow.START)));
    name.setOnAction(event -> commands.run(Shortcut.OfWindow.START));
    start = tab("start", () -> commands.run(Shortcut.OfWindow.START));
    explore = tab("explore", () -> commands.run(Shortcut.OfWindow.EXPLORE));
    train = tab("train", () -> commands.run(Shortcut.OfWindow.TRAIN));
    practice = tab("practice", () -> commands.run(Shortcut.OfWindow.PRACTICE));
    speed = tab("speed", () -> commands.run(Shortcut.OfWindow.SPEED));
    title = new DocumentTitle(store, texts);
    undo = button("undo", Feather.CORNER_UP_LEFT, () -> commands.run(Shortcut.OfWindow.UNDO));
    redo = button("redo", Feather.CORNER_UP_RIGHT, () -> commands.run(Shortcut.OfWindow.REDO));
    sides = button("sides", Feather.SIDEBAR, () -> commands.run(Shortcut.OfWindow.SIDES));
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
    lecture = button("lecture", Feather.MONITOR, () -> commands.run(Shortcut.OfWindow.LECTURE));
    name(lecture, texts.get("lecture.begin", keys.of(Shortcut.OfWindow.LECTURE)));
    theme = button("theme", Feather.MOON, () -> commands.run(Shortcut.OfWindow.THEME));
    theme.setGraphic(themeIcon);
    recent = new Menu(texts.get("file.recent"));
    examples = new Menu(texts.get("file.examples"));
    examples.setId("file-examples");
    recovered = item("file.recovered", () -> store.dispatch(new Action.Show(Screen.START)));
    reset = item("file.reset", () -> store.dispatch(new Action.Reset()));
    MenuItem save = item("file.saveItem", Shortcut.OfWindow.SAVE, commands);
    MenuItem saveAs = item("file.saveAs", Shortcut.OfWindow.SAVE_AS, commands);
    MenuItem rename = item("file.rename", title::edit);
    MenuItem write = item("file.write", commands::writeLesson);
    MenuItem export = item("file.export", commands::export);
    ofDocument = List.of(save, saveAs, rename, export);
    MenuButton file =
        menu(
            "file",
            item("file.new", Shortcut.OfWindow.NEW, commands),
            item("file.openItem", Shortcut.OfWindow.OPEN, commands),
            recent,
            recovered,
            examples,
            new SeparatorMenuItem(),
            save,
            saveAs,
            rename,
            export,
            write,
            item("file.pack", commands::writePack),
            new SeparatorMenuItem(),
            reset);
    file.setOnShowing(event -> {
      listRecent(commands);
      listExamples(commands);
    });
    lessMotion = new CheckMenuItem(texts.get("help.lessMotion"));
    lessMotion.setId("help-lessMotion");
    lessMotion.setOnAction(event -> store.dispatch(new Action.LessMotion(lessMotion.isSelected())));
    savePractice = item("help.savePractice", commands::savePractice);
    eraseProgress = item("help.eraseProgress", commands::eraseProgress);
    MenuButton help =
        menu(
            "help",
            item("help.keys", Shortcut.OfWindow.KEYS, commands),
            item("help.format", commands::lessonFormat),
            lessMotion,
            savePractice,
            eraseProgress,
            item("help.about", commands::about));
    getChildren()
        .addAll(
            name,
            start,
            explore,
            train,
            practice,
            speed,
            new Spacer(),
            title,
            new Spacer(),
            file,
            undo,
            redo,
            sides,
            layout,
            theme,
            lecture,
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

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(texts.get(key));
    item.setId(key.replace('.', '-'));
    item.setOnAction(event -> action.run());
    return item;
  }

  private MenuItem item(String key, Shortcut.OfWindow shortcut, MenuCommands commands) {
    MenuItem item = item(key, () -> commands.run(shortcut));
    item.setAccelerator(shortcut.usual(keys.system()).combination());
    return item;
  }

  /** They are read only where somebody looks for them. */
  private void listExamples(MenuCommands commands) {
    if (examples.getItems().isEmpty()) {
      BuiltInLessons.examples()
          .forEach((id, title) -> {
            MenuItem item = new MenuItem(title);
            item.setId("example-" + id);
            item.setMnemonicParsing(false);
            item.setOnAction(event -> commands.openExample(id));
            examples.getItems().add(item);
          });
    }
  }

  private void listRecent(MenuCommands commands) {
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

  void show(AppState state) {
    Optional<Document> document = state.current();
    start.pseudoClassStateChanged(SELECTED, state.screen() == Screen.START);
    explore.pseudoClassStateChanged(SELECTED, state.screen() == Screen.EXPLORE);
    train.pseudoClassStateChanged(SELECTED, state.screen() == Screen.TRAIN);
    practice.pseudoClassStateChanged(SELECTED, state.screen() == Screen.PRACTICE);
    speed.pseudoClassStateChanged(SELECTED, state.screen() == Screen.SPEED);
    NodeVisibility.set(title, document.isPresent());
    title.show(titleOf(state, texts));
    dress(undo, "undo", Shortcut.OfWindow.UNDO, state.undoable());
    dress(redo, "redo", Shortcut.OfWindow.REDO, state.redoable());
    ofDocument.forEach(item -> item.setDisable(document.isEmpty()));
    recovered.setVisible(!state.start().left().isEmpty());
    recovered.setText(texts.get("file.recovered", state.start().left().size()));
    reset.setDisable(document.filter(Document::isChanged).isEmpty());
    boolean practised = !state.practice().mastery().equals(Mastery.NONE);
    savePractice.setDisable(!practised);
    eraseProgress.setDisable(state.start().progress().equals(Progress.NONE) && !practised);
    NodeVisibility.set(sides, hasSides(state.screen()));
    NodeVisibility.set(layout, state.screen() == Screen.EXPLORE);
    boolean falk = state.explore().view().layout() == Layout.FALK;
    name(layout, texts.get(falk ? "layout.toInline" : "layout.toFalk"));
    Theme other = state.look().appearance().theme().next();
    name(theme, texts.get("theme.to", other.name(), keys.of(Shortcut.OfWindow.THEME)));
    lessMotion.setSelected(state.look().isMotionReduced());
    lessMotion.setDisable(state.look().systemAsksForLess());
    themeIcon.setIconCode(other.dark() ? Feather.MOON : Feather.SUN);
  }

  private static boolean hasSides(Screen screen) {
    return switch (screen) {
      case EXPLORE, TRAIN, PRACTICE, SPEED -> true;
      case START, SUMMARY -> false;
    };
  }

  /** What the button for the sides does next. */
  void offerSides(Sides next) {
    name(sides, texts.get("sides." + next.name(), keys.of(Shortcut.OfWindow.SIDES)));
  }

  private void dress(Button button, String key, Shortcut shortcut, Optional<Message> what) {
    button.setDisable(what.isEmpty());
    name(
        button,
        what.map(done -> texts.get("bar." + key + ".what", done, keys.of(shortcut)))
            .orElseGet(() -> texts.get("bar." + key)));
  }

  private static void name(Button button, String name) {
    if (!name.equals(button.getAccessibleText())) {
      button.setAccessibleText(name);
      Tip.set(button, name);
    }
  }

  /** What the shown document is called, and whether it has changes that are not saved. */
  static String titleOf(AppState state, Texts texts) {
    String name = Titles.of(state, state.screen(), texts);
    return state.current().filter(Document::isChanged).isPresent()
        ? texts.get("app.changed", name)
        : name;
  }

  /** What the window is called: the same, with the file that holds the document. */
  static String windowTitleOf(AppState state, Texts texts) {
    return state
        .current()
        .map(document -> windowTitleOf(document, titleOf(state, texts), texts))
        .orElseGet(() ->
            texts.get(
                "app.windowTitle",
                texts.get("tab." + state.screen().name().toLowerCase(Locale.ROOT))));
  }

  private static String windowTitleOf(Document document, String title, Texts texts) {
    return document
        .origin()
        .file()
        .map(file -> texts.get("app.windowTitleOfFile", title, FileName.of(file)))
        .orElseGet(() -> texts.get("app.windowTitle", title));
  }
}
