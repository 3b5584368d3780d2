package org.gradloom.ui.stage;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Shape;
import org.gradloom.ui.control.GridInk;
import org.gradloom.ui.store.Explore;
import org.jspecify.annotations.Nullable;

/**
 * A view in the place of the product. It is laid out for the width that is left beside what waits
 * for an answer, in the middle of the height there is; what it needs beyond the room scrolls.
 */
abstract class OtherView extends StagePane {
  private final GridInk ink = new GridInk();
  private double letters;
  private double kept;
  private double freeAtRight;
  private Bounds room = new BoundingBox(0, 0, 0, 0);
  private StageLayout.Extent needed = new StageLayout.Extent(0, 0);
  private Sight seen = new Sight(Optional.empty(), 0, needed);
  private @Nullable Explore shown;
  private boolean alone;

  /** How far below the top it stands, and for what that was chosen. */
  private @Nullable Standing standing;

  private double lowered;

  /**
   * What is shown, and how large it and the window are: a formula below may open and need more of
   * that.
   */
  private record Standing(
      Operand result, List<Shape> shapes, double em, double width, double window) {
    static Standing of(Explore state, double em, double width, double window) {
      Lesson lesson = state.lesson();
      List<Shape> shapes = lesson.inputs().stream().map(lesson::shape).toList();
      return new Standing(state.step().result(), shapes, em, width, window);
    }
  }

  /** What is scrolled to, and what there is to scroll. */
  private record Sight(Optional<Bounds> kept, double width, StageLayout.Extent room) {}

  /**
   * A view without nodes of its own yet.
   *
   * @param id the node's id
   */
  OtherView(String id) {
    setId(id);
    getStyleClass().add("other-view");
    getChildren().add(ink);
    ink.versionProperty().subscribe(() -> requestLayout());
  }

  /** What its grids are painted with. */
  final GridInk ink() {
    return ink;
  }

  /** The size of letters, in pixels. */
  final double em() {
    return ink.em();
  }

  @Override
  public final void show(Explore state) {
    shown = state;
    draw(state);
    requestLayout();
  }

  /** What is shown; nothing before the first state. */
  final Optional<Explore> shown() {
    return Optional.ofNullable(shown);
  }

  /** Puts the state into the nodes. */
  abstract void draw(Explore state);

  /**
   * Puts the nodes where they belong.
   *
   * @param area the room there is beside what waits for an answer
   * @param whole the room there is where that stands elsewhere; for what has none in the area
   * @return what it needs
   */
  abstract StageLayout.Extent arrange(
      Explore state, StageLayout.Extent area, StageLayout.Extent whole);

  /** What is scrolled to where not all has room, in this node's coordinates, if anything is. */
  Optional<Bounds> keptInSight() {
    return Optional.empty();
  }

  @Override
  public boolean takeFocus() {
    // Its cells are painted: the walk's keys lead from one to the next.
    return false;
  }

  @Override
  public void setReducedMotion(boolean reduced) {
    // Nothing moves here: all is where it ends up at once.
  }

  @Override
  public void setAlone(boolean wanted) {
    alone = wanted;
    requestLayout();
  }

  /** Whether a class looks at it, who chooses nothing: then numbers need the room of controls. */
  final boolean isAlone() {
    return alone;
  }

  @Override
  public void setLetters(double wanted) {
    if (wanted > 0 && wanted != letters) {
      letters = wanted;
      setStyle("-fx-font-size: " + wanted + "px");
      requestLayout();
    }
  }

  @Override
  public void setRoom(Bounds viewport) {
    room = viewport;
    requestLayout();
  }

  @Override
  public void keepFree(double width) {
    if (width != kept) {
      kept = width;
      requestLayout();
    }
  }

  @Override
  public void setFreeAtRight(double width) {
    if (width != freeAtRight) {
      freeAtRight = width;
      requestLayout();
    }
  }

  @Override
  protected double computeMinWidth(double height) {
    return needed.width();
  }

  @Override
  protected double computeMinHeight(double width) {
    return needed.height();
  }

  @Override
  protected double computePrefWidth(double height) {
    return needed.width();
  }

  @Override
  protected double computePrefHeight(double width) {
    return needed.height();
  }

  @Override
  protected void layoutChildren() {
    if (shown == null || getWidth() <= 0 || getHeight() <= 0) {
      return;
    }
    // What stands beside takes no more than half: then it has to stand elsewhere.
    double beside = kept > room.getWidth() / 2 ? 0 : Math.max(kept, freeAtRight);
    StageLayout.Extent whole =
        new StageLayout.Extent(Math.floor(room.getWidth()), Math.floor(room.getHeight()));
    StageLayout.Extent area =
        new StageLayout.Extent(Math.max(0, whole.width() - Math.ceil(beside)), whole.height());
    lower(0);
    StageLayout.Extent next = arrange(shown, area, whole);
    chooseHeight(
        Standing.of(shown, em(), area.width(), getScene().getHeight()),
        whole.height() - next.height());
    lower(lowered);
    if (!next.equals(needed)) {
      needed = next;
      // The scroll pane around asks how small this can be.
      Platform.runLater(super::requestLayout);
    }
    setBeside(Math.max(0, whole.width() - next.width()));
    Sight sight = new Sight(keptInSight(), getWidth(), whole);
    if (!sight.equals(seen)) {
      // Not again before something else is to be seen: the user may scroll elsewhere.
      seen = sight;
      sight.kept().ifPresent(kept -> Platform.runLater(() -> scrollTo(kept)));
    }
  }

  /** In the middle; where it stands already it stays while words beside it come and go. */
  private void chooseHeight(Standing now, double left) {
    if (!now.equals(standing) || lowered > left) {
      lowered = Math.max(0, Math.rint(left / 2));
    }
    standing = now;
  }

  private void lower(double by) {
    getChildren().forEach(child -> child.setTranslateY(by));
  }

  private void scrollTo(Bounds kept) {
    for (Node at = getParent(); at != null; at = at.getParent()) {
      if (at instanceof ScrollPane pane) {
        double view = pane.getViewportBounds().getWidth();
        double hidden = getWidth() - view;
        double from = pane.getHvalue() * hidden;
        if (hidden > 0 && (kept.getMinX() < from || kept.getMaxX() > from + view)) {
          pane.setHvalue(Math.clamp((kept.getCenterX() - view / 2) / hidden, 0, 1));
        }
        return;
      }
    }
  }
}
