package org.gradloom.ui.explore;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.History;
import org.gradloom.lesson.Lesson;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.TexLabel;
import org.gradloom.ui.control.Tip;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * How the lesson is written, chosen by its formula. While the list is open everything follows the
 * arrow keys; Enter keeps what is seen, Esc goes back. Either way it is one step of undo at most.
 */
final class ConventionChoice extends ComboBox<Convention> {
  private final Store store;
  private final Texts texts;
  private final TexRenderer renderer;

  /** The document as it was when the list was opened. */
  private @Nullable History before;

  ConventionChoice(Store store, Texts texts, TexRenderer renderer) {
    this.store = store;
    this.texts = texts;
    this.renderer = renderer;
    setId("convention");
    setMaxWidth(Double.MAX_VALUE);
    setAccessibleText(texts.get("panel.convention"));
    Tip.set(this, texts.get("convention.tip"));
    setVisibleRowCount(Convention.values().length);
    getItems().setAll(List.of(Convention.values()));
    setCellFactory(list -> new Row());
    setButtonCell(new Chosen());
    setSkin(new ComboBoxListViewSkin<>(this));
    ((ComboBoxListViewSkin<?>) getSkin())
        .getPopupContent()
        .addEventFilter(KeyEvent.KEY_PRESSED, this::restoreOnEscape);
    setOnShowing(event -> before = history());
    setOnHidden(event -> before = null);
    valueProperty().subscribe(this::write);
  }

  private History history() {
    return store.state().explore().document().history();
  }

  void show(Lesson lesson) {
    setValue(lesson.convention());
  }

  private void write(@Nullable Convention chosen) {
    if (chosen != null && chosen != history().present().convention()) {
      History since = before;
      store.dispatch(new Action.Write(since == null ? history() : since, chosen));
    }
  }

  private void restoreOnEscape(KeyEvent event) {
    History since = before;
    if (Shortcut.OfList.LEAVE.matches(event) && since != null) {
      setValue(since.present().convention());
    }
  }

  private TexLabel formula(Convention convention) {
    return new TexLabel(
        renderer,
        texts.get("convention.tex." + convention.documentName()),
        texts.get("convention.plain." + convention.documentName()));
  }

  /** The formula alone. */
  private final class Chosen extends ListCell<Convention> {
    @Override
    protected void updateItem(@Nullable Convention item, boolean empty) {
      super.updateItem(item, empty);
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      setGraphic(item == null ? null : formula(item));
    }
  }

  /** The formula, the shape of W in it, and who writes so; above the first of a kind what it is. */
  private final class Row extends ListCell<Convention> {
    @Override
    protected void updateItem(@Nullable Convention item, boolean empty) {
      super.updateItem(item, empty);
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      setGraphic(item == null ? null : content(item));
    }

    private Node content(Convention convention) {
      Operand w = new Operand(0, MatrixSymbol.W);
      Lesson lesson = history().present();
      Label shape =
          new Label(
              texts.get(
                  "convention.shape",
                  lesson.withConvention(convention).writtenShape(w).toString()));
      shape.getStyleClass().add("convention-note");
      HBox gap = new HBox();
      HBox.setHgrow(gap, Priority.ALWAYS);
      HBox line = new HBox(formula(convention), gap, shape);
      Label who = new Label(texts.get("convention.who." + convention.documentName()));
      who.getStyleClass().add("convention-note");
      VBox content = new VBox(line, who);
      content.getStyleClass().add("convention");
      if (convention == Convention.XW || convention == Convention.WX) {
        String kind = convention.samplesAreColumns() ? "columns" : "rows";
        Label group = new Label(texts.get("convention." + kind).toUpperCase(Locale.ROOT));
        group.getStyleClass().add("panel-title");
        content.getChildren().addFirst(group);
      }
      return content;
    }
  }
}
