package org.gradloom.ui.control;

import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import org.gradloom.ui.control.NetworkPicture.Emphasis;
import org.jspecify.annotations.Nullable;

/** The parts of a drawn network. Each is made once and then only lit anew. */
final class NetworkNodes {
  private static final PseudoClass RINGED = PseudoClass.getPseudoClass("ringed");
  private static final PseudoClass DROPPED = PseudoClass.getPseudoClass("dropped");

  private NetworkNodes() {}

  /** Sets one pseudo-class for each emphasis: {@code :dim :plain :left :right :result}. */
  static void light(Node node, Emphasis emphasis) {
    for (Emphasis each : Emphasis.values()) {
      node.pseudoClassStateChanged(pseudoClass(each), each == emphasis);
    }
  }

  private static PseudoClass pseudoClass(Emphasis emphasis) {
    return PseudoClass.getPseudoClass(
        switch (emphasis) {
          case DIM -> "dim";
          case PLAIN -> "plain";
          case LEFT -> "left";
          case RIGHT -> "right";
          case RESULT -> "result";
        });
  }

  /** A part that can be chosen, by a click or by a screen reader's press. */
  abstract static sealed class Part extends Region {
    private final Runnable choose;

    Part(String styleClass, Runnable choose) {
      this.choose = choose;
      getStyleClass().add(styleClass);
      setManaged(false);
      setPickOnBounds(false);
      setAccessibleRole(AccessibleRole.BUTTON);
      setOnMouseClicked(event -> {
        requestFocus();
        choose.run();
      });
    }

    /** Rings it while it has the focus, if the keyboard brought it there. */
    void ring(boolean shown) {
      pseudoClassStateChanged(RINGED, shown);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
      if (action == AccessibleAction.FIRE) {
        choose.run();
      } else {
        super.executeAccessibleAction(action, parameters);
      }
    }

    @Override
    protected void layoutChildren() {
      // Shapes are placed by whoever knows the whole network.
    }
  }

  /** A circle with its label, and its value below. */
  static final class UnitNode extends Part {
    /** A label that would be smaller in its circle stands below. */
    private static final double LEAST_SCALE = 0.9;

    private static final double LINE = 1.3;

    /** A value that would be smaller is left to overlap. */
    private static final double LEAST_VALUE = 0.75;

    private final Circle halo = new Circle();
    private final Circle disc = new Circle();
    private final Text label = text("network-label");
    private final Text value = text("network-value");

    /** Keeps wires out of the value. */
    private final Rectangle ground = new Rectangle();

    private final Scale fitted = new Scale();
    private final Scale narrowed = new Scale();
    private final Tooltip inFull = new Tooltip();
    private NetworkPicture.@Nullable Unit shown;

    UnitNode(Runnable choose) {
      super("network-unit", choose);
      halo.getStyleClass().add("network-halo");
      disc.getStyleClass().add("network-disc");
      label.getTransforms().add(fitted);
      value.getTransforms().add(narrowed);
      ground.getStyleClass().add("network-ground");
      ground.setManaged(false);
      ground.setMouseTransparent(true);
      getChildren().addAll(ground, halo, disc, label, value);
    }

    private static Text text(String styleClass) {
      Text text = new Text();
      text.getStyleClass().add(styleClass);
      text.setTextOrigin(VPos.CENTER);
      text.setManaged(false);
      text.setMouseTransparent(true);
      return text;
    }

    void show(NetworkPicture.Unit unit) {
      if (unit.equals(shown)) {
        return;
      }
      shown = unit;
      light(this, unit.emphasis());
      pseudoClassStateChanged(DROPPED, unit.dropped());
      setViewOrder(unit.emphasis() == Emphasis.DIM ? 1.5 : 1);
      if (!label.getText().equals(unit.label())) {
        label.setText(unit.label());
      }
      setAccessibleText(unit.spoken());
      inFull.setText(unit.inFull());
      if (unit.inFull().isEmpty()) {
        Tooltip.uninstall(this, inFull);
      } else {
        Tooltip.install(this, inFull);
      }
    }

    /**
     * Puts the unit in its place.
     *
     * @param below how much room there is below the circle
     */
    void place(NetworkLayout.Circle circle, double below) {
      relocate(circle.x(), circle.y());
      disc.setRadius(circle.radius());
      halo.setRadius(circle.radius() + 4);
      double width = Math.max(1, label.getLayoutBounds().getWidth());
      double scale = Math.min(1, 1.6 * circle.radius() / width);
      fitted.setX(scale);
      fitted.setY(scale);
      label.setX(-width / 2);
      NetworkPicture.Unit unit = Objects.requireNonNull(shown);
      boolean outside = scale < LEAST_SCALE && below >= value.getFont().getSize() * LINE;
      label.setVisible(!outside);
      String text = outside ? unit.named() : unit.value();
      if (!value.getText().equals(text)) {
        value.setText(text);
      }
      double wide = value.getLayoutBounds().getWidth();
      double tall = value.getLayoutBounds().getHeight();
      value.setX(-wide / 2);
      value.setY(circle.radius() + 1 + tall / 2);
      value.setVisible(below >= tall);
      ground.setY(circle.radius() + 1);
      ground.setHeight(tall);
      ground.setVisible(value.isVisible() && !value.getText().isEmpty());
      narrowed.setPivotY(value.getY());
      narrow(1);
    }

    private void narrow(double scale) {
      narrowed.setX(scale);
      narrowed.setY(scale);
      double wide = value.getLayoutBounds().getWidth() * scale;
      ground.setX(-wide / 2 - 1);
      ground.setWidth(wide + 2);
    }

    /** Makes what stands below it smaller by a factor, as far as it can still be read. */
    void narrowValue(double factor) {
      narrow(Math.max(LEAST_VALUE, narrowed.getX() * factor));
    }

    /** How wide what stands below it is; 0 if there is nothing. */
    double valueWidth() {
      return ground.isVisible() ? value.getLayoutBounds().getWidth() * narrowed.getX() : 0;
    }

    /** Whether what stands below it and below another one are on a line. */
    boolean valueIsBeside(UnitNode other) {
      double apart = getLayoutY() + value.getY() - other.getLayoutY() - other.value.getY();
      return ground.isVisible()
          && other.ground.isVisible()
          && Math.abs(apart) < value.getLayoutBounds().getHeight();
    }

    /** How far below its middle it reaches. */
    double reach() {
      return value.isVisible() && !value.getText().isEmpty()
          ? disc.getRadius() + 1 + value.getLayoutBounds().getHeight()
          : disc.getRadius();
    }
  }

  /** A line, with a wider one around it that can be hit. */
  static final class WireNode extends Part {
    private final Line halo = line("network-halo");
    private final Line line = line("network-line");
    private final Line target = line("network-target");
    private NetworkPicture.@Nullable Wire shown;

    WireNode(Runnable choose) {
      super("network-wire", choose);
      getChildren().addAll(halo, line, target);
    }

    private static Line line(String styleClass) {
      Line line = new Line();
      line.getStyleClass().add(styleClass);
      line.setManaged(false);
      return line;
    }

    /** Whether anything about it is new. */
    boolean show(NetworkPicture.Wire wire) {
      if (wire.equals(shown)) {
        return false;
      }
      shown = wire;
      light(this, wire.emphasis());
      setViewOrder(wire.emphasis() == Emphasis.DIM ? 3 : 2);
      setAccessibleText(wire.spoken());
      return true;
    }

    void place(double fromX, double fromY, double toX, double toY) {
      double left = Math.min(fromX, toX);
      double top = Math.min(fromY, toY);
      resizeRelocate(left, top, Math.abs(toX - fromX), Math.abs(toY - fromY));
      for (Line each : List.of(halo, line, target)) {
        each.setStartX(fromX - left);
        each.setStartY(fromY - top);
        each.setEndX(toX - left);
        each.setEndY(toY - top);
      }
    }
  }
}
