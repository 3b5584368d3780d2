package org.gradloom.ui.train;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.gradloom.ui.notice.NoticeCard;

/**
 * The middle of the screen with the place of its notice: the end of a side, where it covers nothing
 * and the network stays where it is. While the side is folded away it lies over the middle, rather
 * than that it is not seen.
 */
final class NoticePlace extends StackPane {
  private final Pane side;
  private final NoticeCard card;

  /** A place for one notice; {@code side} takes it while it is in the window. */
  NoticePlace(Node middle, Pane side, NoticeCard card) {
    super(middle);
    this.side = side;
    this.card = card;
    setMinSize(0, 0);
    setAlignment(card, Pos.TOP_RIGHT);
    card.setMaxHeight(USE_PREF_SIZE);
    getStyleClass().add("notice-place");
    // While a side comes or goes no other node may.
    side.sceneProperty().subscribe(scene -> Platform.runLater(this::put));
    put();
  }

  private void put() {
    Pane wanted = side.getScene() == null ? this : side;
    if (!wanted.equals(card.getParent())) {
      wanted.getChildren().add(card);
    }
  }
}
