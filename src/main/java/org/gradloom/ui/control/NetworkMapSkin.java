package org.gradloom.ui.control;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.gradloom.ui.control.NetworkMap.Part;
import org.gradloom.ui.control.NetworkMap.Picture;
import org.gradloom.ui.control.NetworkMap.Unit;
import org.gradloom.ui.keys.Shortcut;

/** The network on a canvas, with buttons, names and a field as nodes. */
final class NetworkMapSkin extends CanvasSkin<NetworkMap> {
  private static final double GAP = 6;

  private final NetworkMapPainter painter;
  private final NetworkMapButtons buttons;
  private final NetworkMapNames names;
  private final NetworkMapEditing editing;
  private List<Node> buttonNodes = List.of();
  private Picture drawn;
  private Optional<NetworkMapLayout> layout = Optional.empty();
  private Optional<Part> pointed = Optional.empty();

  /** The unit that the owner was told of. */
  private Optional<Unit> looked = Optional.empty();

  private Point2D pointer = Point2D.ZERO;

  NetworkMapSkin(NetworkMap map) {
    super(map, NetworkMapPainter.inks(), new Size(40, 24), new Size(16, 14));
    drawn = map.getPicture();
    painter = new NetworkMapPainter(ink);
    buttons = new NetworkMapButtons(map.texts(), map.owner());
    editing = new NetworkMapEditing(map);
    getChildren().addAll(ink, canvas);
    names = new NetworkMapNames(getChildren(), ink, map.texts());
    getChildren().addAll(editing.node(), readOut);
    rebuild();
    registerChangeListener(map.pictureProperty(), change -> refresh());
    registerChangeListener(map.limitsProperty(), change -> rebuild());
    registerChangeListener(map.currentProperty(), change -> draw());
    registerChangeListener(map.focusedProperty(), change -> draw());
    map.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
    map.addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(Optional.empty()));
    map.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    map.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private void refresh() {
    Picture shown = getSkinnable().getPicture();
    boolean same = shown.hasStructureOf(drawn);
    drawn = shown;
    if (same) {
      buttons.select(shown.selected());
      draw();
    } else {
      rebuild();
    }
  }

  private void rebuild() {
    editing.close();
    layout = Optional.empty();
    point(Optional.empty());
    getSkinnable().currentProperty().set(Optional.empty());
    Optional<String> focused = buttons.focused();
    getChildren().removeAll(buttonNodes);
    buttonNodes = buttons.build(drawn, getSkinnable().getLimits());
    getChildren().addAll(getChildren().indexOf(editing.node()), buttonNodes);
    // Whoever presses a button again and again with the keyboard stays on it.
    focused.ifPresent(id -> {
      if (!buttons.focus(id)) {
        getSkinnable().requestFocus();
      }
    });
    getSkinnable().requestLayout();
  }

  /** Where a part stands, once it is laid out. */
  Optional<Point2D> middle(Part part) {
    return layout.map(places -> places.middle(part));
  }

  // ---- pointing

  private void moved(MouseEvent event) {
    pointer = new Point2D(event.getX(), event.getY());
    point(layout.flatMap(places -> places.at(event.getX(), event.getY())));
  }

  private void point(Optional<Part> part) {
    boolean changed = !part.equals(pointed);
    pointed = part;
    if (changed) {
      draw();
    } else {
      say();
    }
  }

  private void look(Optional<Unit> unit) {
    if (!unit.equals(looked)) {
      looked = unit;
      getSkinnable().owner().hovered(unit);
    }
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY
        && event.isStillSincePress()
        && event.getTarget() == getSkinnable()) {
      getSkinnable().requestFocus();
      layout
          .flatMap(places -> places.at(event.getX(), event.getY()))
          .ifPresent(part -> {
            getSkinnable().currentProperty().set(Optional.of(part));
            edit(part, new Point2D(event.getX(), event.getY()));
          });
      event.consume();
    }
  }

  /** Says what the pointer, or else the keyboard, is at. */
  private void say() {
    Optional<Part> part = pointed.or(this::cursor);
    look(part.filter(Unit.class::isInstance).map(Unit.class::cast));
    if (part.isEmpty() || layout.isEmpty() || editing.isOpen()) {
      readOut.hideWords();
      return;
    }
    Point2D at = pointed.isPresent() ? pointer : layout.get().middle(part.get());
    readOut.show(
        getSkinnable().owner().describe(part.get()), at.getX(), at.getY(), canvas.getWidth(), 0);
  }

  // ---- the keyboard

  /** Where the keyboard is, while it is here. */
  private Optional<Part> cursor() {
    return getSkinnable().isFocused() ? getSkinnable().currentProperty().get() : Optional.empty();
  }

  private void onKey(KeyEvent event) {
    if (event.getTarget() == getSkinnable() && layout.isPresent()) {
      Shortcut.of(Shortcut.OfNetwork.values(), event)
          .filter(this::does)
          .ifPresent(done -> event.consume());
    }
  }

  /** True if there was something to do. */
  private boolean does(Shortcut.OfNetwork key) {
    Optional<Part> cursor = getSkinnable().currentProperty().get();
    switch (key) {
      case UP -> walk(Move.UP);
      case DOWN -> walk(Move.DOWN);
      case LEFT -> walk(Move.LEFT);
      case RIGHT -> walk(Move.RIGHT);
      case CHOOSE -> {
        if (cursor.isEmpty() || layout.isEmpty()) {
          return false;
        }
        edit(cursor.get(), layout.get().middle(cursor.get()));
      }
      case LEAVE -> {
        if (cursor.isEmpty()) {
          return false;
        }
        getSkinnable().currentProperty().set(Optional.empty());
      }
    }
    return true;
  }

  /** The first key shows where the keyboard is. */
  private void walk(Move move) {
    layout.ifPresent(places -> {
      Optional<Part> next =
          getSkinnable()
              .currentProperty()
              .get()
              .map(part -> places.walk(part, move))
              .or(() -> Optional.of(new Unit(0, 0)));
      getSkinnable().currentProperty().set(next);
    });
  }

  private void edit(Part part, Point2D at) {
    if (editing.open(part, at, ink.em())) {
      readOut.hideWords();
    }
  }

  // ---- drawing

  @Override
  protected void layoutChildren(double x, double y, double width, double height) {
    canvas.setWidth(getSkinnable().getWidth());
    canvas.setHeight(getSkinnable().getHeight());
    if (drawn.layers().isEmpty()) {
      layout = Optional.empty();
    } else {
      double em = ink.em();
      double top = y + buttons.above();
      double bottom = y + height - buttons.below();
      double left = x + names.width(drawn.inputNames());
      double right = x + width - names.width(drawn.outputNames());
      NetworkMapLayout places =
          new NetworkMapLayout(
              drawn.sizes(),
              new Rectangle2D(
                  left, top, Math.max(1, right - left), Math.max(1, bottom - top - GAP)),
              em);
      layout = Optional.of(places);
      buttons.place(places, y, y + height);
    }
    draw();
  }

  private void draw() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    layout.ifPresent(places -> painter.draw(g, drawn, places, pointed, cursor()));
    names.write(g, drawn, layout);
    say();
  }
}
