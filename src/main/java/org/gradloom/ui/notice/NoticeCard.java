package org.gradloom.ui.notice;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.Tip;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Store;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Shows a notice, and is not there while there is none. A plain one is dismissed after a while, in
 * which neither mouse nor focus may be on it.
 */
public final class NoticeCard extends VBox {
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

  private final Store store;
  private final Texts texts;
  private final Label about = new Label();
  private final Label said = new Label();
  private final Label quoted = new Label();
  private final Button close = new Button();
  private final VBox choices = new VBox();
  private final PauseTransition leaving;
  private Optional<Notice> shown = Optional.empty();

  /** Who had the focus before it was brought here. */
  private @Nullable Node before;

  /**
   * A card without a notice.
   *
   * @param stays how long a plain notice is shown
   */
  public NoticeCard(Store store, Texts texts, Duration stays) {
    this.store = store;
    this.texts = texts;
    this.leaving = new PauseTransition(stays);
    setId("notice-card");
    getStyleClass().add("notice");
    setAccessibleRole(AccessibleRole.TEXT);
    about.setId("notice-about");
    about.getStyleClass().add("panel-title");
    said.setId("notice");
    said.setWrapText(true);
    said.setMinHeight(USE_PREF_SIZE);
    said.setMaxWidth(Double.MAX_VALUE);
    quoted.setId("notice-quoted");
    quoted.getStyleClass().addAll("mono", "notice-quoted");
    quoted.setMinHeight(USE_PREF_SIZE);
    close.setId("notice-close");
    close.getStyleClass().addAll("flat", "icon-button");
    close.setGraphic(new FontIcon(Feather.X));
    close.setAccessibleText(texts.get("notice.close"));
    Tip.set(close, texts.get("notice.close.tip"));
    close.setOnAction(event -> close());
    VBox words = new VBox(about, said);
    words.getStyleClass().add("notice-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox head = new HBox(words, close);
    head.getStyleClass().add("notice-head");
    choices.getStyleClass().add("notice-choices");
    setMinHeight(USE_PREF_SIZE);
    leaving.setOnFinished(event -> close());
    hoverProperty().subscribe(this::hold);
    focusWithinProperty().subscribe(this::hold);
    addEventHandler(KeyEvent.KEY_PRESSED, this::closeByKey);
    NodeVisibility.hideEmpty(this, head, quoted, choices);
  }

  /** Shows another notice, or none any more. */
  public void show(Optional<Notice> notice) {
    if (notice.equals(shown)) {
      return;
    }
    shown = notice;
    boolean focused = isFocusWithin();
    pseudoClassStateChanged(ERROR, notice.filter(Notice::isError).isPresent());
    say(about, notice.flatMap(Notice::about).map(texts::say));
    said.setText(notice.map(Notice::said).map(texts::say).orElse(""));
    say(quoted, notice.flatMap(Notice::quoted));
    choices.getChildren().clear();
    notice.ifPresent(told -> told.choices().forEach(this::add));
    if (choices.getChildren().size() > 1) {
      choices.lookup(".button").getStyleClass().add("accent"); // the likeliest of several
    }
    NodeVisibility.set(choices, notice.filter(Notice::isWaiting).isPresent());
    setAccessibleText(
        about.getText().isEmpty() ? said.getText() : about.getText() + ". " + said.getText());
    NodeVisibility.set(this, notice.isPresent());
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    if (focused && notice.isEmpty()) {
      giveFocusBack();
    } else if (focused) {
      focusFirst();
    }
    hold();
  }

  private static void say(Label label, Optional<String> words) {
    label.setText(words.orElse(""));
    NodeVisibility.set(label, words.isPresent());
  }

  private void add(Notice.Choice choice) {
    Label because = new Label();
    because.setWrapText(true);
    because.setMinHeight(USE_PREF_SIZE);
    say(because, choice.because().map(texts::say));
    Button button = new Button(texts.say(choice.label()));
    button.setWrapText(true);
    button.setMinHeight(USE_PREF_SIZE);
    button.setId("notice-choice-" + (choices.getChildren().size() + 1));
    button.setOnAction(event -> store.dispatch(new Action.Answer(choice)).ifPresent(this::tell));
    VBox offer = new VBox(because, button);
    offer.getStyleClass().add("notice-choice");
    choices.getChildren().add(offer);
  }

  private void tell(Message refused) {
    store.dispatch(new Action.Tell(new Notice(refused, true)));
  }

  private void close() {
    shown.ifPresent(notice -> store.dispatch(new Action.Dismiss(notice)));
  }

  /** Whoever looks at it keeps it, and has all of its time again afterwards. */
  private void hold() {
    leaving.stop();
    if (shown.filter(notice -> !notice.isWaiting()).isPresent() && !isHover() && !isFocusWithin()) {
      leaving.playFromStart();
    }
  }

  /** Closes the notice by the key for that, wherever on the screen it was pressed. */
  public void closeByKey(KeyEvent key) {
    if (shown.isPresent() && Shortcut.OfNotice.CLOSE.matches(key)) {
      close();
    }
  }

  /** Brings the focus to what can be answered here, or back from there. */
  public void toggleFocus() {
    if (isFocusWithin()) {
      giveFocusBack();
    } else if (shown.isPresent()) {
      before = getScene().getFocusOwner();
      focusFirst();
    }
  }

  private void focusFirst() {
    Node first = choices.lookup(".button");
    (first == null ? close : first).requestFocus();
  }

  private void giveFocusBack() {
    if (before != null) {
      before.requestFocus();
      before = null;
    }
  }
}
