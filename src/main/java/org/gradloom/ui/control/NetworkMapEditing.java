package org.gradloom.ui.control;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.InvalidInput;
import org.gradloom.ui.control.NetworkMap.Part;
import org.gradloom.ui.control.NetworkMap.Unit;
import org.gradloom.ui.control.NetworkMap.Wire;
import org.jspecify.annotations.Nullable;

/** Typing a weight or a bias into the field that opens at a part of a drawn network. */
final class NetworkMapEditing implements InPlaceEditor.Owner {
  /** The field edits one number at a time; which, is remembered beside it. */
  private static final Cell ONLY = new Cell(0, 0);

  private final NetworkMap map;
  private final InPlaceEditor editor = new InPlaceEditor("network-map", this);
  private final ErrorBubble bubble = new ErrorBubble("network-map");
  private Optional<Part> edited = Optional.empty();

  NetworkMapEditing(NetworkMap map) {
    this.map = map;
  }

  Node node() {
    return editor.node();
  }

  boolean isOpen() {
    return edited.isPresent();
  }

  void close() {
    editor.cancel();
    bubble.hide();
  }

  /**
   * Opens the field for a part, if that has a number; whether it did.
   *
   * @param at the field's middle
   * @param em the size of the map's font
   */
  boolean open(Part part, Point2D at, double em) {
    Optional<Double> value = map.getPicture().value(part);
    value.ifPresent(number -> {
      bubble.hide();
      String exact = Numbers.inFull(number);
      place(exact, at, em);
      edited = Optional.of(part);
      editor.open(ONLY, exact, map.owner().describe(part));
    });
    return value.isPresent();
  }

  private void place(String exact, Point2D at, double em) {
    TextField field = editor.node();
    double width = Math.max(8, Math.min(24, exact.length() + 2)) * 0.62 * em + 20;
    double height = Math.ceil(field.prefHeight(-1));
    field.resizeRelocate(
        Math.rint(Math.clamp(at.getX() - width / 2, 0, Math.max(0, map.getWidth() - width))),
        Math.rint(at.getY() - height / 2),
        width,
        height);
  }

  @Override
  public void editorClosed(Cell cell, Move move) {
    edited = Optional.empty();
    map.requestFocus();
  }

  @Override
  public void typed(Cell cell, String text, @Nullable Move move) {
    Optional<Part> part = edited;
    edited = Optional.empty();
    if (part.isEmpty()) {
      return;
    }
    try {
      double value = Numbers.parse(text).value();
      if (move != null) {
        map.requestFocus();
      }
      switch (part.get()) {
        case Wire wire -> map.owner().setWeight(wire, value);
        case Unit unit -> map.owner().setBias(unit, value);
      }
    } catch (InvalidInput e) {
      if (move != null) {
        // The field stays, with what was typed, to be put right.
        edited = part;
        editor.openTyping(
            ONLY,
            map.getPicture().value(part.get()).map(Numbers::inFull).orElse(""),
            text,
            map.owner().describe(part.get()));
      }
      bubble.show(editor.node(), map.texts().say(e.said()));
    }
  }
}
