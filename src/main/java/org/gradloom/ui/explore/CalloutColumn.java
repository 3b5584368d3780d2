package org.gradloom.ui.explore;

import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.gradloom.ui.notice.NoticeCard;
import org.gradloom.ui.stage.StagePane;
import org.gradloom.ui.store.Notice;

/**
 * The stage with its right column, where a notice and a lesson's question stand beside the matrices
 * and cover none: the notice above, the question below. Where the matrices leave too little room
 * both open as the first sections of the side. For what waits for an answer the matrices move to
 * the left; for what only passes they stay where they are.
 */
final class CalloutColumn extends StackPane {
  private static final double LEAST_EMS = 17;
  private static final double MOST_EMS = 20;
  private static final double GAP = 14;

  private final ScrollPane scroll;
  private StagePane stage;
  private Subscription beside;
  private final NoticeCard card;
  private final QuestionCard question;
  private final Pane side;
  private Optional<Notice> shown = Optional.empty();

  private final CalloutPointer pointer = new CalloutPointer();

  /** What columns are measured in: words on the stage may be smaller where a screen is narrow. */
  private final Label plain = new Label();

  /**
   * A column without a notice or a question.
   *
   * @param scroll in which the stage is
   * @param stage what stands there at first
   * @param side takes them where the stage has no room
   */
  CalloutColumn(
      ScrollPane scroll, StagePane stage, NoticeCard card, QuestionCard question, Pane side) {
    super(scroll);
    this.scroll = scroll;
    this.stage = stage;
    this.card = card;
    this.question = question;
    this.side = side;
    setMinSize(0, 0);
    // A card that is higher than the stage lies over what comes below.
    setViewOrder(-1);
    setAlignment(card, Pos.TOP_RIGHT);
    setAlignment(question, Pos.BOTTOM_RIGHT);
    question.visibleProperty().subscribe(_ -> put());
    plain.setManaged(false);
    plain.setVisible(false);
    getChildren().addAll(plain, pointer);
    scroll.vvalueProperty().subscribe(_ -> requestLayout());
    side.sceneProperty().subscribe(scene -> Platform.runLater(this::put));
    beside = watch(stage);
  }

  private Subscription watch(StagePane pane) {
    return pane.besideProperty()
        .subscribe(_ -> Platform.runLater(this::put))
        .and(pane.inQuestionProperty().subscribe(_ -> Platform.runLater(this::requestLayout)))
        // It is laid out after this, and only then known where it ends.
        .and(pane.needsLayoutProperty().subscribe(this::follow));
  }

  private void follow(boolean needsLayout) {
    if (!needsLayout && question.isVisible()) {
      Platform.runLater(this::requestLayout);
    }
  }

  /** Lets a view stand on the stage, or something else in its place. */
  void stand(StagePane pane, Optional<Node> instead) {
    if (!pane.equals(stage)) {
      beside.unsubscribe();
      stage = pane;
      beside = watch(pane);
    }
    Node wanted = instead.isPresent() ? instead.get() : pane;
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

  /** Puts the cards where there is room now. */
  private void put() {
    double em = plain.getFont().getSize();
    double beside = stage.besideProperty().get() - GAP;
    boolean waits = question.isVisible() || shown.filter(Notice::isWaiting).isPresent();
    stage.keepFree(question.isVisible() ? Math.ceil(LEAST_EMS * em) + 2 * GAP : 0);
    boolean isStage = stage.equals(scroll.getContent());
    double room = !isStage ? 0 : waits ? beside : (beside - GAP) / 2;
    boolean fits = room >= LEAST_EMS * em;
    // Where the side is folded away, a card covers rather than that it is not seen.
    boolean onStage = fits || side.getScene() == null;
    double width = Math.floor(Math.clamp(room, LEAST_EMS * em, MOST_EMS * em));
    stage.setFreeAtRight(waits && fits ? width + GAP : 0);
    // On the stage it is no higher than the stage; in the side all of it is scrolled.
    question.setMinHeight(onStage ? USE_COMPUTED_SIZE : USE_PREF_SIZE);
    put(question, onStage, width);
    put(card, onStage, width);
  }

  /** A question stands next to what is on the stage, where its numbers do, and points at them. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (question.isVisible() && equals(question.getParent()) && stage.equals(scroll.getContent())) {
      contents().ifPresent(this::bringNear);
    }
    if (question.isVisible() && equals(question.getParent())) {
      keepOffAbove();
    }
    Optional<Bounds> shown =
        stage
            .inQuestionProperty()
            .get()
            .filter(_ -> question.isVisible() && equals(question.getParent()))
            .filter(_ -> stage.equals(scroll.getContent()))
            .map(stage::localToScene)
            .map(this::sceneToLocal)
            .filter(bounds -> bounds.getCenterY() < getHeight());
    pointer.point(question, shown);
  }

  /** What is higher than the stage reaches down over the formula, and not up over a beat's text. */
  private void keepOffAbove() {
    double below =
        getParent() == null
            ? getHeight()
            : getParent().getLayoutBounds().getHeight() - getLayoutY();
    double top = Math.min(0, below - question.getHeight());
    question.setLayoutY(Math.max(top, question.getLayoutY()));
  }

  /** Where the stage has anything, in this node's coordinates. */
  private Optional<Bounds> contents() {
    return stage.getChildrenUnmodifiable().stream()
        .filter(child -> child.isVisible() && child.getLayoutBounds().getWidth() > 0)
        .map(Node::getBoundsInParent)
        .reduce(CalloutColumn::around)
        .map(stage::localToScene)
        .map(this::sceneToLocal);
  }

  private static Bounds around(Bounds one, Bounds other) {
    double left = Math.min(one.getMinX(), other.getMinX());
    double top = Math.min(one.getMinY(), other.getMinY());
    return new BoundingBox(
        left,
        top,
        Math.max(one.getMaxX(), other.getMaxX()) - left,
        Math.max(one.getMaxY(), other.getMaxY()) - top);
  }

  /** From the corner, as far as is free, to the right end and the foot of what is shown. */
  private void bringNear(Bounds contents) {
    double end = Math.ceil(contents.getMaxX()) + 2 * GAP;
    double foot = Math.ceil(contents.getMaxY()) - question.getHeight();
    question.setLayoutX(Math.min(end, question.getLayoutX()));
    question.setLayoutY(Math.min(Math.max(foot, 0), question.getLayoutY()));
  }

  private void put(Region one, boolean onStage, double width) {
    one.setMaxWidth(onStage ? width : Double.MAX_VALUE);
    one.setMaxHeight(onStage ? USE_PREF_SIZE : Double.MAX_VALUE);
    Pane wanted = onStage ? this : side;
    if (!wanted.equals(one.getParent())) {
      wanted.getChildren().add(onStage ? getChildren().size() : 0, one);
    }
  }
}
