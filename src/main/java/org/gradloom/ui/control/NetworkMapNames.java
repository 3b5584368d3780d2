package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Text;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NetworkMap.Picture;

/** The names beside inputs and outputs, and how many units of a column are left out. */
final class NetworkMapNames {
  private static final double GAP = 6;

  /** How far apart two names are at least, in em. */
  private static final double LINE = 0.85;

  private final TextPool names;
  private final CssPalette ink;
  private final Texts texts;

  NetworkMapNames(ObservableList<Node> parent, CssPalette ink, Texts texts) {
    this.ink = ink;
    this.texts = texts;
    names = new TextPool(parent, "map-name");
  }

  /** The room that names need beside a column, in pixels. */
  double width(List<String> said) {
    double widest = 0;
    names.restart();
    for (String name : said) {
      widest = Math.max(widest, TextPool.width(names.next(name)));
    }
    return said.isEmpty() ? 0 : Math.ceil(widest) + 2 * GAP;
  }

  /** Puts all names in their places; none where there is no layout. */
  void write(GraphicsContext g, Picture picture, Optional<NetworkMapLayout> layout) {
    names.restart();
    layout.ifPresent(places -> {
      double away = places.side() / 2.0 + GAP;
      int last = places.columns() - 1;
      for (int column = 0; column <= last; column++) {
        if (places.hidden(column) > 0) {
          writeHidden(g, places, column);
        }
      }
      if (!picture.inputNames().isEmpty()) {
        for (int index : apart(places, 0)) {
          Text name = names.next(picture.inputNames().get(index));
          TextPool.place(name, places.x(0) - away - TextPool.width(name), places.y(0, index));
        }
      }
      if (!picture.outputNames().isEmpty()) {
        for (int index : apart(places, last)) {
          Text name = names.next(picture.outputNames().get(index));
          TextPool.place(name, places.x(last) + away, places.y(last, index));
        }
      }
    });
    names.finish();
  }

  /** The units of a column whose names have room: where they stand close, one name in a few. */
  private List<Integer> apart(NetworkMapLayout places, int column) {
    List<Integer> named = new ArrayList<>();
    double free = Double.NEGATIVE_INFINITY;
    for (int index : places.drawn(column)) {
      if (places.y(column, index) >= free) {
        named.add(index);
        free = places.y(column, index) + LINE * ink.em();
      }
    }
    return named;
  }

  /** On a piece of paper, since wires pass there. */
  private void writeHidden(GraphicsContext g, NetworkMapLayout places, int column) {
    Text dots = names.next(texts.get("control.map.hidden", places.hidden(column)));
    double width = TextPool.width(dots);
    double left = places.x(column) - width / 2;
    g.setFill(ink.of("paper"));
    g.fillRect(left - 2, places.gapY(column) - ink.em() * 0.7, width + 4, ink.em() * 1.4);
    TextPool.place(dots, left, places.gapY(column));
  }
}
