package org.gradloom.ui.explore;

import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.gradloom.ui.notice.NoticeCard;
import org.gradloom.ui.store.Notice;

/**
 * The stage with its right column, where a notice stands beside the matrices and covers none. Where
 * they leave too little room it opens as the first section of the side. For what waits for an
 * answer the matrices move to the left; for what only passes they stay where they are.
 */
final class CalloutColumn extends StackPane {
  private static final double LEAST_EMS = 17;
  private static final double MOST_EMS = 20;
  private static final double GAP = 14;

  private final ScrollPane scroll;
  private final StageView stage;
  private final NoticeCard card;
  private final Pane side;
  private Optional<Notice> shown = Optional.empty();

  /** What columns are measured in: words on the stage may be smaller where a screen is narrow. */
  private final Label plain = new Label();

  /**
   * A column without a notice.
   *
   * @param scroll in which the stage is
   * @param side takes the notice where the stage has no room
   */
  CalloutColumn(ScrollPane scroll, StageView stage, NoticeCard card, Pane side) {
    super(scroll);
    this.scroll = scroll;
    this.stage = stage;
    this.card = card;
    this.side = side;
    setMinSize(0, 0);
    setAlignment(card, Pos.TOP_RIGHT);
    plain.setManaged(false);
    plain.setVisible(false);
    getChildren().add(plain);
    side.sceneProperty().subscribe(scene -> Platform.runLater(this::put));
    stage.besideProperty().subscribe(beside -> Platform.runLater(this::put));
  }

  /** Shows something in the stage's place, or the stage again. */
  void putInPlaceOfStage(Optional<Node> other) {
    Node wanted = other.isPresent() ? other.get() : stage;
    if (!wanted.equals(scroll.getContent())) {
      scroll.setContent(wanted);
      put();
    }
  }

  void show(Optional<Notice> notice) {
    shown = notice;
    card.show(notice);
    put();
  }

  /** Puts the card where there is room now. */
  private void put() {
    double em = plain.getFont().getSize();
    double beside = stage.besideProperty().get() - GAP;
    boolean waits = shown.filter(Notice::isWaiting).isPresent();
    boolean isStage = stage.equals(scroll.getContent());
    double room = !isStage ? 0 : waits ? beside : (beside - GAP) / 2;
    boolean fits = room >= LEAST_EMS * em;
    // Where the side is folded away, a notice covers rather than that it is not seen.
    boolean onStage = fits || side.getScene() == null;
    double width = Math.floor(Math.clamp(room, LEAST_EMS * em, MOST_EMS * em));
    stage.setFreeAtRight(waits && fits ? width + GAP : 0);
    card.setMaxWidth(onStage ? width : Double.MAX_VALUE);
    card.setMaxHeight(onStage ? USE_PREF_SIZE : Double.MAX_VALUE);
    Pane wanted = onStage ? this : side;
    if (!wanted.equals(card.getParent())) {
      wanted.getChildren().add(onStage ? getChildren().size() : 0, card);
    }
  }
}
