package org.gradloom.ui.keys;

import java.util.List;
import java.util.Optional;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Who a key belongs to just now: to the screen, whatever was clicked last, but while text is
 * edited, while a list is open, and where Tab led to a control that does something by this key. The
 * keys of a presenter's remote are the screen's in any case.
 *
 * <p>Every press of the mouse and Esc give the keys back to the screen; what is pressed then takes
 * the focus if it will.
 */
public final class KeyOwner {
  private final Parent root;
  private final Runnable home;

  /** Whether the focus was led by Tab since the keys were the screen's last. */
  private boolean byTab;

  /**
   * Watches a window from now on.
   *
   * @param root all that stands in the window
   * @param home puts the focus where the screen's keys are at home
   */
  public KeyOwner(Parent root, Runnable home) {
    this.root = root;
    this.home = home;
    root.addEventFilter(MouseEvent.MOUSE_PRESSED, this::mousePressed);
    root.addEventFilter(MouseEvent.MOUSE_RELEASED, this::mouseReleased);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::tabPressed);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::escapePressed);
  }

  private void mousePressed(MouseEvent event) {
    byTab = false;
    Node focused = focused();
    if (focused == null || !isWithin(event.getTarget(), focused)) {
      home.run();
    }
  }

  /** A press on the empty ground of a scroll pane gives it the focus, which it has no use for. */
  private void mouseReleased(MouseEvent event) {
    if (focused() instanceof ScrollPane) {
      home.run();
    }
  }

  private void tabPressed(KeyEvent event) {
    byTab |=
        Shortcut.of(Shortcut.OfFocus.values(), event).filter(Shortcut.OfFocus::leads).isPresent()
            || Shortcut.OfWindow.NOTICE.matches(event);
  }

  /** What an editor, a list or a chart has a use for does not come here. */
  private void escapePressed(KeyEvent event) {
    if (Shortcut.OfFocus.GIVE_BACK.matches(event)) {
      giveBack();
    }
  }

  private void giveBack() {
    byTab = false;
    openLists().forEach(ContextMenu::hide);
    if (focused() instanceof ComboBoxBase<?> choice) {
      choice.hide();
    }
    home.run();
  }

  /**
   * Which of a screen's entries a key is, if it belongs to the screen. A remote's key ends what is
   * typed, as a click elsewhere would, and closes what is open.
   */
  public <K extends Shortcut> Optional<K> meant(K[] entries, KeyEvent key) {
    Optional<K> meant = Shortcut.of(entries, key);
    Node focused = focused();
    boolean busy = focused != null && (isTyped(focused) || isListOpen(focused));
    if (busy && meant.filter(Shortcut::isOnRemotes).isPresent()) {
      giveBack();
      return meant;
    }
    return meant.filter(entry -> !busy && !(byTab && focused != null && owns(focused, key)));
  }

  /** Whether text is edited in a node. */
  private static boolean isTyped(Node focused) {
    return focused instanceof TextInputControl text && text.isEditable();
  }

  private static boolean isListOpen(Node focused) {
    return (focused instanceof ComboBoxBase<?> choice && choice.isShowing())
        || !openLists().isEmpty();
  }

  private static List<ContextMenu> openLists() {
    return Window.getWindows().stream()
        .filter(window -> window instanceof ContextMenu && window.isShowing())
        .map(ContextMenu.class::cast)
        .toList();
  }

  private static boolean owns(Node focused, KeyEvent key) {
    Optional<Shortcut.OfControl> own = Shortcut.of(Shortcut.OfControl.values(), key);
    return switch (focused) {
      // Of buttons that exclude each other, Tab leads to one, and arrows to the others.
      case ToggleButton one when one.getToggleGroup() != null -> own.isPresent();
      case ButtonBase _ -> own.filter(Shortcut.OfControl::activates).isPresent();
      case ComboBoxBase<?> _ -> own.filter(Shortcut.OfControl::chooses).isPresent();
      case ScrollPane _ -> own.filter(Shortcut.OfControl::scrolls).isPresent();
      default -> ownerOf(focused).filter(owner -> owner.owns(key)).isPresent();
    };
  }

  private static Optional<OwnKeys> ownerOf(Node focused) {
    for (Node at = focused; at != null; at = at.getParent()) {
      if (at instanceof OwnKeys owner) {
        return Optional.of(owner);
      }
    }
    return Optional.empty();
  }

  private @Nullable Node focused() {
    return root.getScene() == null ? null : root.getScene().getFocusOwner();
  }

  private static boolean isWithin(EventTarget target, Node outer) {
    for (Node at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
      if (at.equals(outer)) {
        return true;
      }
    }
    return false;
  }
}
