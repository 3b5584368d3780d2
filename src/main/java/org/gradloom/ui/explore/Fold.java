package org.gradloom.ui.explore;

import atlantafx.base.controls.Spacer;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gradloom.text.Texts;
import org.gradloom.ui.store.Origin;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A part of the left side under a title that folds it. Unlike a {@link Panel} it folds and unfolds
 * by itself too, when another document is opened, and nobody remembers how it was left.
 */
final class Fold extends VBox {
  private final Node content;
  private final FontIcon arrow = new FontIcon(Feather.CHEVRON_RIGHT);

  /** What was open when it was last folded or unfolded by itself. */
  private Optional<Origin> shown = Optional.empty();

  Fold(String id, Texts texts, Node content, Node... tools) {
    this.content = content;
    Button title = new Button(texts.get("panel." + id), arrow);
    title.setId("fold-" + id);
    title.getStyleClass().addAll("panel-title", "fold");
    title.setOnAction(event -> unfold(!isUnfolded()));
    HBox head = new HBox(title, new Spacer());
    head.getChildren().addAll(tools);
    getChildren().add(head);
  }

  /** Unfolds it beside a document that was not open before, or folds it. */
  void follow(Origin opened, boolean unfolded) {
    if (shown.filter(opened::equals).isEmpty()) {
      shown = Optional.of(opened);
      unfold(unfolded);
    }
  }

  private boolean isUnfolded() {
    return getChildren().contains(content);
  }

  /** What is folded is no part of the window, which would dress what nobody sees. */
  private void unfold(boolean wanted) {
    if (wanted != isUnfolded()) {
      getChildren().remove(content);
      if (wanted) {
        getChildren().add(content);
      }
    }
    arrow.setIconCode(wanted ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
  }
}
