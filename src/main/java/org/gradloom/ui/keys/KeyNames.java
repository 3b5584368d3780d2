package org.gradloom.ui.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gradloom.text.Texts;

/** What keys are called, in tooltips and on the sheet of keys. */
public record KeyNames(Texts texts, KeySystem system) {

  /** As the system at hand calls them. */
  public static KeyNames here(Texts texts) {
    return new KeyNames(texts, KeySystem.HERE);
  }

  /** The first of the keys that do this. */
  public String of(Shortcut shortcut) {
    Chord chord = shortcut.usual(system);
    return chord.held(system, texts) + chord.keyName(texts);
  }

  /** The keys of a line of the sheet, with where they are keys at all. */
  public String of(KeyRow row) {
    List<String> names = new ArrayList<>();
    if (row == KeyRow.TYPE) {
      names.add(texts.get("key.digit"));
    }
    String heldBefore = "";
    boolean arrowBefore = false;
    for (Shortcut shortcut : shortcuts(row)) {
      Chord chord = shortcut.usual(system);
      String held = chord.held(system, texts);
      if (chord.isArrow() && arrowBefore && held.equals(heldBefore)) {
        names.addLast(names.removeLast() + " " + chord.keyName(texts));
      } else {
        names.add(held + chord.keyName(texts));
      }
      arrowBefore = chord.isArrow();
      heldBefore = held;
    }
    String all = String.join(", ", names);
    String where = "keys." + row.id() + ".where";
    return texts.has(where) ? texts.get(where, all) : all;
  }

  /** What the keys of a line do. */
  public String meaning(KeyRow row) {
    return texts.get("keys." + row.id());
  }

  private static List<Shortcut> shortcuts(KeyRow row) {
    Stream<Shortcut> all = Shortcut.all().stream();
    return all.filter(shortcut -> shortcut.row().filter(row::equals).isPresent()).toList();
  }
}
