package org.gradloom.ui.control;

import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.gradloom.matrix.Cell;
import org.gradloom.ui.keys.Shortcut;
import org.jspecify.annotations.Nullable;

/**
 * What mouse and keyboard do in a grid. One listener for all cells, since there may be hundreds.
 */
final class GridInput {
  private final MatrixGrid grid;
  private final MatrixGridSkin skin;
  private final CellEditing editing;
  private final Late<Tooltip> inFull = new Late<>(Tooltip::new);
  private final CellMenu menu;
  private Optional<CellDrag> drag = Optional.empty();

  GridInput(MatrixGrid grid, MatrixGridSkin skin, CellEditing editing) {
    this.grid = grid;
    this.skin = skin;
    this.editing = editing;
    menu = new CellMenu(grid.name(), grid::menuAt);
  }

  void install() {
    grid.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    grid.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    grid.addEventHandler(MouseEvent.MOUSE_RELEASED, released -> drag = Optional.empty());
    grid.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    grid.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, this::entered);
    grid.addEventFilter(MouseEvent.MOUSE_EXITED_TARGET, this::exited);
    grid.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    grid.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menuRequested);
    grid.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
    grid.addEventHandler(KeyEvent.KEY_TYPED, this::keyTyped);
  }

  /** Whether a node is one of the cells, or within one. */
  private Optional<MatrixCell> cellAt(@Nullable Object target) {
    Node node = target instanceof Node start ? start : null;
    while (node != null && node != grid) {
      if (node instanceof MatrixCell cell) {
        return Optional.of(cell);
      }
      node = node.getParent();
    }
    return Optional.empty();
  }

  // ---- mouse

  private void pressed(MouseEvent event) {
    menu.hide();
    cellAt(event.getTarget())
        .ifPresent(node -> {
          skin.focusCell(node.cell());
          drag =
              node.isMovable() && event.isPrimaryButtonDown()
                  ? Optional.of(new CellDrag(event.getSceneY(), node.getHeight() / 2))
                  : Optional.empty();
          event.consume();
        });
  }

  private void dragged(MouseEvent event) {
    drag.ifPresent(going -> {
      int steps = going.stepsTo(event.getSceneY());
      if (steps != 0) {
        grid.drag(steps);
      }
      event.consume();
    });
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
      return;
    }
    cellAt(event.getTarget())
        .ifPresent(node -> {
          boolean types = event.getClickCount() > 1 && editing.open(node.cell());
          // Whoever takes hold of a number does not mean to leave.
          if (!types && !node.isMovable()) {
            grid.choose(node.cell());
          }
          event.consume();
        });
  }

  private void entered(MouseEvent event) {
    if (event.getTarget() instanceof MatrixCell node && !node.shown().isEmpty()) {
      Cell cell = node.cell();
      String full = grid.getContent().faces().fullText(cell.row(), cell.column());
      if (!full.equals(node.shown())) {
        inFull.get().setText(full);
        Tooltip.install(node, inFull.get());
      }
    }
  }

  private void exited(MouseEvent event) {
    if (event.getTarget() instanceof MatrixCell node) {
      inFull.made().ifPresent(shown -> Tooltip.uninstall(node, shown));
    }
  }

  private void scrolled(ScrollEvent event) {
    if (skin.isWindow() && !event.isShortcutDown()) {
      skin.moveWindow(-(int) Math.signum(event.getDeltaY()), -(int) Math.signum(event.getDeltaX()));
      event.consume();
    }
  }

  // ---- the context menu

  private void menuRequested(ContextMenuEvent event) {
    if (event.isKeyboardTrigger()) {
      openMenuAtCursor();
      event.consume();
      return;
    }
    cellAt(event.getTarget())
        .ifPresent(node -> {
          skin.focusCell(node.cell());
          menu.show(node.cell(), node, event.getScreenX(), event.getScreenY());
          event.consume();
        });
  }

  private void openMenuAtCursor() {
    skin.cellNode(skin.cursor()).ifPresent(node -> menu.showBelow(node.cell(), node));
  }

  // ---- keys

  private boolean atCell(Event event) {
    return event.getTarget() instanceof MatrixCell;
  }

  private void keyPressed(KeyEvent event) {
    if (!atCell(event)) {
      return;
    }
    Shortcut.of(Shortcut.OfMatrix.values(), event)
        .filter(this::does)
        .ifPresent(done -> event.consume());
  }

  /** True if there was something to do. */
  private boolean does(Shortcut.OfMatrix key) {
    switch (key) {
      case UP -> move(Move.UP);
      case DOWN -> move(Move.DOWN);
      case LEFT -> move(Move.LEFT);
      case RIGHT -> move(Move.RIGHT);
      case NEXT -> {
        return moves(Move.NEXT);
      }
      case PREVIOUS -> {
        return moves(Move.PREVIOUS);
      }
      case ROW_START -> move(Move.ROW_START);
      case ROW_END -> move(Move.ROW_END);
      case OPEN -> {
        if (!editing.open(skin.cursor())) {
          grid.choose(skin.cursor());
        }
      }
      case EDIT -> editing.open(skin.cursor());
      case ZERO -> {
        if (grid.getEditor().isEmpty()) {
          return false;
        }
        editing.write(skin.cursor(), "0");
      }
      case MENU -> openMenuAtCursor();
      case COPY -> {
        Cell cell = skin.cursor();
        grid.clipboard().write(grid.getContent().faces().text(cell.row(), cell.column()));
      }
      case PASTE -> {
        Optional<String> text = grid.clipboard().read();
        if (grid.getEditor().isEmpty() || text.isEmpty()) {
          return false;
        }
        editing.paste(skin.cursor(), text.get());
      }
      case COMPARE -> {
        return grid.compare();
      }
    }
    return true;
  }

  /** From the last cell, Tab goes on to what follows the matrix. */
  private boolean moves(Move move) {
    Cell next = move.from(skin.cursor(), grid.shape());
    boolean within = !next.equals(skin.cursor());
    if (within) {
      skin.focusCell(next);
    }
    return within;
  }

  private void move(Move move) {
    skin.focusCell(move.from(skin.cursor(), grid.shape()));
  }

  /** Letters too, so that whoever types no number is told so. */
  private static boolean isPrinted(String typed) {
    return !typed.isBlank() && typed.codePoints().noneMatch(Character::isISOControl);
  }

  private void keyTyped(KeyEvent event) {
    String typed = event.getCharacter();
    if (atCell(event)
        && grid.getEditor().isPresent()
        && !event.isShortcutDown()
        && !event.isAltDown()
        && isPrinted(typed)) {
      editing.openTyping(skin.cursor(), typed);
      event.consume();
    }
  }
}
