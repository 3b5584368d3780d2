package org.gradloom.ui.control;

import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Skin;
import javafx.scene.control.SkinBase;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A side of a screen: as wide as its content asks for, and scrolled where that is too long. */
public class SideScroll extends LiveScroll {
  public SideScroll(String id, Node content) {
    this(id);
    hold(content);
  }

  /** A side whose content is still to come. */
  public SideScroll(String id) {
    setId(id);
    getStyleClass().add("side-scroll");
    setFitToWidth(true);
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
  }

  /** Scrolls something, or nothing. */
  public final void hold(@Nullable Node held) {
    if (held == null) {
      setContent(null);
    } else if (!(held.getParent() instanceof Held before && before.equals(getContent()))) {
      setContent(new Held(held));
      if (held instanceof Pane ground && ground.getChildren().isEmpty()) {
        ground.getChildren().subscribe(this::scrollWhatCame);
      }
    }
    if (getSkin() instanceof Unscrolled) {
      setSkin(createDefaultSkin());
    }
  }

  private void scrollWhatCame() {
    if (getSkin() instanceof Unscrolled && !isEmpty()) {
      setSkin(createDefaultSkin());
    }
  }

  private boolean isEmpty() {
    return !(getContent() instanceof Held held)
        || (held.getChildren().getFirst() instanceof Pane ground && ground.getChildren().isEmpty());
  }

  /** Brings the top of the side that a node stands in into sight, if it stands in one. */
  public static void showTop(Node within) {
    for (Node at = within; at != null; at = at.getParent()) {
      if (at instanceof SideScroll side) {
        side.setVvalue(0);
      }
    }
  }

  /** Scrolls the side that a node stands in no farther than needed for it to be seen. */
  public static void reveal(Node within) {
    for (Node at = within; at != null; at = at.getParent()) {
      if (at instanceof SideScroll side) {
        side.scrollTo(within);
      }
    }
  }

  /**
   * A scroll pane that fits its content asks how high that is at least, but not at which width, and
   * so shows no bar where only the lines that wrap have no room.
   */
  private static final class Held extends StackPane {
    private Held(Node held) {
      super(held);
      widthProperty().subscribe(this::requestLayout);
    }

    @Override
    protected double computeMinHeight(double width) {
      return super.computeMinHeight(width < 0 && getWidth() > 0 ? getWidth() : width);
    }
  }

  /**
   * A ground on which nothing stands yet, without bars: these are sixteen nodes that nobody would
   * see, and a window dresses them all before its first picture.
   */
  private static final class Unscrolled extends SkinBase<SideScroll> {
    private Unscrolled(SideScroll side) {
      super(side);
      getChildren().setAll(Stream.ofNullable(side.getContent()).toList());
    }
  }

  private void scrollTo(Node within) {
    Node content = getContent();
    double room = getViewportBounds().getHeight();
    double hidden = content.getLayoutBounds().getHeight() - room;
    if (hidden > 0) {
      Bounds at = content.sceneToLocal(within.localToScene(within.getLayoutBounds()));
      double top = getVvalue() * hidden;
      double wanted = Math.min(at.getMinY(), Math.max(top, at.getMaxY() - room));
      setVvalue(Math.clamp(wanted / hidden, 0, 1));
    }
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return isEmpty() ? new Unscrolled(this) : super.createDefaultSkin();
  }

  /** Words wrap, so that how high it is hangs on how wide it is. */
  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return getContent() == null ? 0 : Math.ceil(getContent().prefHeight(width));
  }
}
