package org.gradloom.ui.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the table of keys says, and how it is told to a user. */
class ShortcutTest {
  private static final Texts TEXTS = Texts.english();

  private static String sheet(KeySystem system) {
    KeyNames names = new KeyNames(TEXTS, system);
    return Arrays.stream(KeyRow.values())
        .map(row -> names.of(row) + ": " + names.meaning(row))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  @Test
  void theSheetOfWindowsAndLinux() {
    assertThat(sheet(KeySystem.of("Linux")))
        .isEqualTo(
            """
            ↑ ↓, Enter on the Start screen: Along the path of lessons, open a lesson
            Space: Play and pause
            ← →: One step back or forward, whatever was clicked last
            Shift ← →: The same, one size coarser: cell instead of term; ↑ ↓ too
            Home, End: To the start, to the end
            Page up, Page down: To the start of this phase or the one before, of the next
            Alt ← →: In a lesson: the beat before, the next one
            Alt ↑ ↓: Move the number that a beat lets you move
            F5: Begin a lecture: what Explore shows, for a class
            Page down, Space, Page up in a lecture: Show what is covered, else the next beat or phase; back
            ← → in a lecture: One step back or forward
            B, W in a lecture: Black, white, and the picture again; point and comma too
            a number, Enter in a lecture: To the beat whose number was typed before
            +, − in a lecture: Everything larger, smaller
            S in a lecture: Light only what is around the pointer
            C in a lecture: Cover the result, or show it; a click does the same for a cell
            V, A, B, C, D in a lecture: Let the class vote; A to D are the fields that count
            Esc in a lecture: Leave the lecture, pressed twice
            Ctrl ← ↑ → ↓, Tab in a matrix: From cell to cell
            +, −, 0 in a large matrix: Closer until numbers can be read, farther, all of it
            a digit, F2, Enter: Type a number over the cell, or edit it
            Enter, Tab: Take the number and go down, or right
            Esc: Keep the old number
            Esc: Leave a cell, a field or a list: Space plays again
            Shift F10: Menu of a matrix: rows, columns, paste, fill, copy
            Ctrl C, Ctrl V: Copy the cell, paste numbers at the cell
            Ctrl Shift V: Compare a gradient with your own, from the clipboard
            Alt Home, Ctrl 1, Ctrl 2, Ctrl 3, Ctrl 4: Start, Explore, Train, Practice, Speed
            Space on the Train screen: Train and pause
            N, Shift N: Train for one mini-batch, for one epoch
            Enter on the Practice screen: Check an answer, and on to the next exercise
            Alt H, Alt A, Alt S on the Practice screen: A hint, the answer, skip
            Alt E on the Practice screen, and in Explore: See an exercise in Explore, and back
            ← ↑ → ↓, Enter in the network: From unit to wire and on; type a weight or a bias
            ← ↑ → ↓, Enter, Delete among points: Move the cross, add a point there, take the nearest away
            ← ↑ → ↓, Ctrl Enter on the sheet of a table: From header to header, use the table; Alt ↓ opens a list
            Ctrl Z, Ctrl Y: Undo, redo
            Ctrl N, Ctrl O, Ctrl S: New, open, save
            Ctrl +, Ctrl −, Ctrl 0: Larger, smaller, usual size
            Ctrl B: Hide the sides of the stage, or bring them back
            Ctrl T: Next theme: light, for a projector, dark, colour-blind safe
            F6, Esc: To a notice and back, close it
            F1: This sheet
            """);
  }

  @Test
  void theSheetOfMacOs() {
    assertThat(sheet(KeySystem.of("Mac OS X")))
        .contains(
            "⇧← →: The same",
            "⌘← ↑ → ↓, Tab in a matrix: From cell to cell",
            "⌃⌘H, ⌃⌘A, ⌃⌘S on the Practice screen: A hint, the answer, skip",
            "⌃⌘E on the Practice screen, and in Explore",
            "⌘Z, ⇧⌘Z: Undo, redo",
            "⌘+, ⌘−, ⌘0: Larger",
            "⌘C, ⌘V: Copy")
        .doesNotContain("Ctrl");
  }

  @Test
  void everyLineOfTheSheetHasItsKeys() {
    KeyNames names = new KeyNames(TEXTS, KeySystem.USUAL);
    for (KeyRow row : KeyRow.values()) {
      assertThat(Shortcut.all())
          .as(row.id())
          .anyMatch(shortcut -> shortcut.row().filter(row::equals).isPresent());
      assertThat(names.meaning(row)).isNotBlank();
    }
  }

  /** With Alt a letter types another character there, into the answer. */
  @Test
  void noKeyOfMacOsIsALetterWithAlt() {
    assertThat(
            Shortcut.all().stream()
                .flatMap(shortcut -> shortcut.chords(KeySystem.MAC).stream())
                .filter(chord -> chord.key().isLetterKey())
                .map(Chord::alt))
        .isNotEmpty()
        .containsOnly(KeyCombination.ModifierValue.UP);
  }

  /** Within a place; a matrix with the focus and the screen around it share the arrows. */
  @ParameterizedTest
  @EnumSource(KeySystem.class)
  void noKeyMeansTwoThingsInOnePlace(KeySystem system) {
    Map<String, List<String>> meanings = new TreeMap<>();
    for (Shortcut shortcut : Shortcut.all()) {
      for (Chord chord : shortcut.chords(system)) {
        String key = shortcut.getClass().getSimpleName() + " " + chord.combination().getName();
        meanings
            .computeIfAbsent(key, unknown -> new java.util.ArrayList<>())
            .add(shortcut.toString());
      }
    }
    assertThat(meanings)
        .hasSizeGreaterThan(60)
        .allSatisfy((key, many) -> assertThat(many).as(key).hasSize(1));
  }

  @ParameterizedTest
  @EnumSource(KeySystem.class)
  void commandsOfTheWindowAreFreeInEveryOtherPlace(KeySystem system) {
    List<String> window =
        Arrays.stream(Shortcut.OfWindow.values())
            .flatMap(shortcut -> shortcut.chords(system).stream())
            .map(chord -> chord.combination().getName())
            .toList();
    assertThat(
            Shortcut.all().stream()
                .filter(shortcut -> !(shortcut instanceof Shortcut.OfWindow))
                .flatMap(shortcut -> shortcut.chords(system).stream())
                .map(chord -> chord.combination().getName()))
        .doesNotContainAnyElementsOf(window);
  }
}
