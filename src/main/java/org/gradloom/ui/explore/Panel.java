package org.gradloom.ui.explore;

import atlantafx.base.controls.Spacer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A part of a side that can be folded to its title. */
final class Panel extends VBox {
  private final String id;
  private final Node content;
  private final Button fold;
  private final FontIcon arrow = new FontIcon(Feather.CHEVRON_DOWN);

  Panel(String id, Store store, Texts texts, Node content, Node... tools) {
    this.id = id;
    this.content = content;
    setId("panel-" + id);
    getStyleClass().add("panel");
    fold = new Button(texts.get("panel." + id), arrow);
    fold.setId("fold-" + id);
    fold.setMinWidth(USE_PREF_SIZE);
    fold.getStyleClass().addAll("panel-title", "fold");
    fold.setOnAction(event ->
        store.dispatch(new Action.Fold(id, !store.state().explore().view().folded().contains(id))));
    HBox head = new HBox(fold, new Spacer());
    head.getChildren().addAll(tools);
    head.getStyleClass().add("panel-head");
    getChildren().addAll(head, content);
  }

  void show(Explore state) {
    boolean folded = state.view().folded().contains(id);
    NodeVisibility.set(content, !folded);
    arrow.setIconCode(folded ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN);
    fold.setAccessibleText(fold.getText());
  }
}
