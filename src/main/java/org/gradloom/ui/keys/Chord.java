package org.gradloom.ui.keys;

import static javafx.scene.input.KeyCombination.ModifierValue.ANY;
import static javafx.scene.input.KeyCombination.ModifierValue.DOWN;
import static javafx.scene.input.KeyCombination.ModifierValue.UP;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.gradloom.text.Texts;

/**
 * A key with what is held down beside it.
 *
 * @param key the key itself
 * @param shift whether Shift is held down, must not be, or does not matter
 * @param control the same of Ctrl, whatever the system
 * @param alt the same of Alt
 * @param shortcut the same of the key for commands: Ctrl, and ⌘ on macOS
 */
public record Chord(
    KeyCode key,
    KeyCombination.ModifierValue shift,
    KeyCombination.ModifierValue control,
    KeyCombination.ModifierValue alt,
    KeyCombination.ModifierValue shortcut) {

  /** A key alone. */
  static Chord key(KeyCode key) {
    return new Chord(key, UP, UP, UP, UP);
  }

  static Chord shift(KeyCode key) {
    return new Chord(key, DOWN, UP, UP, UP);
  }

  static Chord alt(KeyCode key) {
    return new Chord(key, UP, UP, DOWN, UP);
  }

  /** A command. */
  static Chord command(KeyCode key) {
    return new Chord(key, UP, UP, UP, DOWN);
  }

  static Chord shiftCommand(KeyCode key) {
    return new Chord(key, DOWN, UP, UP, DOWN);
  }

  /** A command with Ctrl, which is another key on macOS alone. */
  static Chord controlCommand(KeyCode key) {
    return new Chord(key, UP, DOWN, UP, DOWN);
  }

  /** The same where Shift does not matter. */
  Chord anyShift() {
    return new Chord(key, ANY, control, alt, shortcut);
  }

  /** The same where Ctrl does not matter. */
  Chord anyControl() {
    return new Chord(key, shift, ANY, alt, shortcut);
  }

  /** As JavaFX takes it, for menus. */
  public KeyCombination combination() {
    return new KeyCodeCombination(key, shift, control, alt, UP, shortcut);
  }

  boolean matches(KeyEvent event) {
    return combination().match(event);
  }

  /** What is printed on the key, as the system at hand names it. */
  String keyName(Texts texts) {
    return switch (key) {
      case LEFT -> "←";
      case UP -> "↑";
      case RIGHT -> "→";
      case DOWN -> "↓";
      case PLUS -> "+";
      case MINUS -> "−";
      default -> texts.has("key." + key.name()) ? texts.get("key." + key.name()) : key.getName();
    };
  }

  /** What is held down, before the key's name. */
  String held(KeySystem system, Texts texts) {
    List<String> held = new ArrayList<>();
    if (control == DOWN) {
      held.add(system.control(texts));
    }
    if (alt == DOWN) {
      held.add(system.alt(texts));
    }
    if (shift == DOWN) {
      held.add(system.shift(texts));
    }
    if (shortcut == DOWN) {
      // macOS names its command key last, everybody else Ctrl first.
      held.add(system == KeySystem.MAC ? held.size() : 0, system.command(texts));
    }
    return held.isEmpty() ? "" : String.join(system.between(), held) + system.between();
  }

  boolean isArrow() {
    return key.isArrowKey();
  }
}
