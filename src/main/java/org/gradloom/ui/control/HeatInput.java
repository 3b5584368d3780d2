package org.gradloom.ui.control;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.gradloom.matrix.Cell;
import org.gradloom.ui.keys.Shortcut;
import org.jspecify.annotations.Nullable;

/** What mouse, touch and keyboard do in a heat map. */
final class HeatInput {
  private static final double KEY_FACTOR = 1.6;

  /** The logarithm of the factor for one pixel that the wheel turned. */
  private static final double WHEEL = 0.005;

  private final HeatMap map;
  private final HeatSight sight;
  private final CellEditing editing;
  private final Node ring;
  private final CellMenu menu;
  private final Tooltip inFull = new Tooltip();
  private Optional<Cell> hovered = Optional.empty();
  private @Nullable Point2D dragged;

  /**
   * Not listening yet.
   *
   * @param ring the node around the current cell
   */
  HeatInput(HeatMap map, HeatSight sight, CellEditing editing, Node ring) {
    this.map = map;
    this.sight = sight;
    this.editing = editing;
    this.ring = ring;
    menu = new CellMenu(map.name(), map::menuAt);
    inFull.setId(map.name() + "-hover");
  }

  void install() {
    map.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    map.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    map.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    map.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    map.addEventHandler(MouseEvent.MOUSE_EXITED, event -> hover(Optional.empty()));
    map.currentProperty().subscribe(cell -> pointWithKeys());
    map.focusedProperty().subscribe(focused -> pointWithKeys());
    map.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    map.addEventHandler(ZoomEvent.ZOOM, this::pinched);
    map.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menuRequested);
    map.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  // ---- mouse and touch

  private void pressed(MouseEvent event) {
    inFull.hide();
    menu.hide();
    dragged = new Point2D(event.getX(), event.getY());
    sight.cellAt(event.getX(), event.getY()).ifPresent(map::setCurrent);
    map.requestFocus();
    event.consume();
  }

  private void dragged(MouseEvent event) {
    Point2D from = dragged;
    if (from != null
        && event.getButton() == MouseButton.PRIMARY
        && sight.canPan()
        && !event.isStillSincePress()) {
      dragged = new Point2D(event.getX(), event.getY());
      sight.pan(event.getX() - from.getX(), event.getY() - from.getY());
      event.consume();
    }
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
      return;
    }
    if (event.getClickCount() == 1) {
      sight.cellAt(event.getX(), event.getY()).ifPresent(map::choose);
    } else if (event.getClickCount() == 2) {
      Optional<Cell> cell = sight.cellAt(event.getX(), event.getY());
      boolean opened = sight.isReadable() && cell.filter(editing::open).isPresent();
      if (!opened) {
        boolean zoomedIn = map.zoomProperty().get() > 0;
        sight.zoomTo(zoomedIn ? 0 : 1, event.getX(), event.getY());
      }
    }
    event.consume();
  }

  private void menuRequested(ContextMenuEvent event) {
    inFull.hide();
    if (event.isKeyboardTrigger()) {
      openMenuAtCurrent();
    } else {
      sight
          .cellAt(event.getX(), event.getY())
          .ifPresent(cell -> menu.show(cell, map, event.getScreenX(), event.getScreenY()));
    }
    event.consume();
  }

  private void openMenuAtCurrent() {
    map.reveal(map.current());
    menu.showBelow(map.current(), ring);
  }

  private void moved(MouseEvent event) {
    Optional<Cell> cell = sight.cellAt(event.getX(), event.getY());
    hover(cell);
    // Beside a plain picture its owner says the number, which may change below the pointer.
    if (cell.isPresent()
        && !map.plainProperty().get()
        && map.getScene() != null
        && map.getScene().getWindow() != null) {
      inFull.setText(map.described(cell.get()));
      double x = event.getScreenX() + 14;
      double y = event.getScreenY() + 18;
      if (inFull.isShowing()) {
        inFull.setAnchorX(x);
        inFull.setAnchorY(y);
      } else {
        inFull.show(map, x, y);
      }
    }
  }

  /** The keyboard's cursor points as the pointer does. */
  private void pointWithKeys() {
    hover(map.isFocused() ? Optional.of(map.current()) : Optional.empty());
  }

  private void hover(Optional<Cell> cell) {
    if (cell.isEmpty()) {
      inFull.hide();
    }
    if (!cell.equals(hovered)) {
      hovered = cell;
      map.hover(cell);
    }
  }

  private void scrolled(ScrollEvent event) {
    if (map.plainProperty().get() || event.isShortcutDown() || event.isInertia()) {
      return;
    }
    if (event.getDeltaX() != 0) {
      sight.pan(event.getDeltaX(), 0);
    } else {
      sight.zoomBy(Math.exp(WHEEL * event.getDeltaY()), event.getX(), event.getY());
    }
    event.consume();
  }

  private void pinched(ZoomEvent event) {
    sight.zoomBy(event.getZoomFactor(), event.getX(), event.getY());
    event.consume();
  }

  // ---- keys

  private void keyPressed(KeyEvent event) {
    // The field over a cell has keys of its own.
    if (event.getTarget() != map) {
      return;
    }
    boolean done =
        Shortcut.of(Shortcut.OfHeatMap.values(), event).map(this::does).orElse(false)
            || Shortcut.of(Shortcut.OfMatrix.values(), event).map(this::does).orElse(false);
    if (done) {
      event.consume();
    }
  }

  private boolean does(Shortcut.OfHeatMap key) {
    switch (key) {
      case CLOSER -> zoomAtCursor(KEY_FACTOR);
      case FARTHER -> zoomAtCursor(1 / KEY_FACTOR);
      case WHOLE -> sight.zoomTo(0, 0, 0);
    }
    return true;
  }

  /** True if there was something to do. */
  private boolean does(Shortcut.OfMatrix key) {
    switch (key) {
      case UP -> move(Move.UP);
      case DOWN -> move(Move.DOWN);
      case LEFT -> move(Move.LEFT);
      case RIGHT -> move(Move.RIGHT);
      case ROW_START -> move(Move.ROW_START);
      case ROW_END -> move(Move.ROW_END);
      case OPEN -> {
        if (!editing.open(map.current())) {
          map.choose(map.current());
        }
      }
      case EDIT -> editing.open(map.current());
      case MENU -> openMenuAtCurrent();
      case COMPARE -> {
        return map.compare();
      }
      case NEXT, PREVIOUS, ZERO, COPY, PASTE -> {
        // There are too many cells, and the one that is meant may be out of sight.
        return false;
      }
    }
    return true;
  }

  private void move(Move move) {
    map.setCurrent(move.from(map.current(), map.shape()));
    map.reveal(map.current());
  }

  private void zoomAtCursor(double factor) {
    map.reveal(map.current());
    map.boundsOf(map.current())
        .ifPresent(cell -> sight.zoomBy(factor, cell.getCenterX(), cell.getCenterY()));
  }
}
