package org.gradloom.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import org.gradloom.ui.control.MatrixControl;
import org.gradloom.ui.control.NetworkView;
import org.gradloom.ui.control.StepTimeline;

/** What in a laid out window a person would call cut off, covered or out of place. */
public final class LayoutFaults {
  private static final double TOLERANCE = 1.5;

  private final List<String> faults = new ArrayList<>();

  private LayoutFaults() {}

  /** Every fault in the window, in words; empty if it is as it should be. */
  public static List<String> of(Scene scene) {
    LayoutFaults found = new LayoutFaults();
    Bounds window = new BoundingBox(0, 0, scene.getWidth(), scene.getHeight());
    found.visit(scene.getRoot(), window);
    if (scene.lookup("#stage") != null) {
      found.visitStage(scene);
    }
    return found.faults;
  }

  /** The same before a class, where besides nothing may have to be scrolled to or be covered. */
  public static List<String> ofLecture(Scene scene) {
    LayoutFaults found = new LayoutFaults();
    Bounds window = new BoundingBox(0, 0, scene.getWidth(), scene.getHeight());
    found.visit(scene.getRoot(), window);
    found.visitScrolled(scene.lookup("#lecture-stage"), "The stage");
    found.visitScrolled(scene.lookup("#lecture-formula"), "The formula");
    Node ballot = scene.lookup("#ballot");
    if (ballot.isVisible()) {
      // It is as high as its words need, whatever room there is.
      found.visit(ballot, inScene(ballot.getParent()));
    }
    return found.faults;
  }

  private void visitScrolled(Node node, String name) {
    if (!node.isVisible()) {
      return;
    }
    node.lookupAll(".scroll-bar").stream()
        .map(ScrollBar.class::cast)
        .filter(Node::isVisible)
        .forEach(bar -> faults.add(name + " scrolls " + bar.getOrientation()));
  }

  private void visit(Node node, Bounds room) {
    if (!node.isVisible() || node instanceof StepTimeline) {
      // A timeline's labels are cut on purpose where their segments end.
      return;
    }
    switch (node) {
      case Labeled labeled -> checkWords(labeled);
      case Text text -> checkInside(text, room);
      case ScrollPane pane -> checkBar(pane);
      default -> {}
    }
    if (node instanceof Parent parent) {
      Bounds inner = roomOf(parent, room);
      parent.getChildrenUnmodifiable().forEach(child -> visit(child, inner));
    }
  }

  /** In a scroll pane nothing is lost above or below; at the sides it may be. */
  private static Bounds roomOf(Parent parent, Bounds room) {
    Bounds own = inScene(parent);
    if (parent instanceof ScrollPane) {
      return isOne(parent, "code-scroll", "formula-scroll")
          ? new BoundingBox(-1e6, -1e6, 2e6, 2e6)
          : new BoundingBox(own.getMinX(), -1e6, own.getWidth(), 2e6);
    }
    boolean confines = parent instanceof NetworkView || isOne(parent, "card", "matrix-cell");
    return confines ? own : room;
  }

  private static boolean isOne(Node node, String... styleClasses) {
    return node.getStyleClass().stream().anyMatch(List.of(styleClasses)::contains);
  }

  private void checkWords(Labeled labeled) {
    String words = labeled.getText();
    if (words == null || words.isEmpty()) {
      return;
    }
    for (Node part : labeled.getChildrenUnmodifiable()) {
      if (part instanceof Text text && part.getStyleClass().contains("text")) {
        if (!text.getText().equals(words)) {
          faults.add("“%s” is cut to “%s”".formatted(words, text.getText()));
        }
      }
    }
  }

  /** Nobody looks for what goes on below where nothing says that it does. */
  private void checkBar(ScrollPane pane) {
    Node content = pane.getContent();
    boolean isHigher =
        content != null && content.getLayoutBounds().getHeight() > pane.getHeight() + TOLERANCE;
    if (isHigher
        && pane.getVbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER
        && pane.getChildrenUnmodifiable().stream()
            .noneMatch(child ->
                child instanceof ScrollBar bar
                    && bar.getOrientation() == Orientation.VERTICAL
                    && bar.isVisible())) {
      faults.add(
          "%s is %.0f high, has %.0f of it in sight, and no scroll bar"
              .formatted(name(pane), content.getLayoutBounds().getHeight(), pane.getHeight()));
    }
  }

  private void checkInside(Text text, Bounds room) {
    if (!text.getText().isBlank() && !contains(room, inScene(text))) {
      faults.add(
          "“%s” at %s leaves its room %s"
              .formatted(text.getText(), words(inScene(text)), words(room)));
    }
  }

  // ---- the stage

  /** A thing on the stage, and the matrix that it is a part of. */
  private record Thing(String name, Object matrix, Bounds bounds) {}

  private void visitStage(Scene scene) {
    Node scroll = scene.lookup("#stage-scroll");
    visitScrolled(scroll, "The stage");
    visitScrolled(scene.lookup("#formula"), "The formula");
    Parent stage = (Parent) scene.lookup("#stage");
    List<Thing> things = new ArrayList<>();
    for (Node child : stage.getChildrenUnmodifiable()) {
      if (!child.isVisible()) {
        continue;
      }
      if (child instanceof MatrixControl matrix) {
        things.addAll(parts(matrix));
      } else {
        things.add(new Thing(name(child), child, inScene(child)));
      }
    }
    Bounds room = inScene(scroll);
    for (int i = 0; i < things.size(); i++) {
      Thing one = things.get(i);
      if (!contains(room, one.bounds())) {
        faults.add(
            "%s at %s leaves the stage %s".formatted(one.name(), words(one.bounds()), words(room)));
      }
      for (Thing other : things.subList(i + 1, things.size())) {
        if (!one.matrix().equals(other.matrix()) && overlap(one.bounds(), other.bounds())) {
          faults.add(
              "%s at %s covers %s at %s"
                  .formatted(one.name(), words(one.bounds()), other.name(), words(other.bounds())));
        }
      }
    }
  }

  /** The cells of a matrix as one, and what stands beside them: tags, and the scale of colours. */
  private static List<Thing> parts(MatrixControl matrix) {
    List<Thing> parts = new ArrayList<>();
    for (Node node : matrix.getChildrenUnmodifiable()) {
      if (node.isVisible() && isOne(node, "line-tag", "heat-scale")) {
        node.lookupAll(".text").stream()
            .filter(text -> !((Text) text).getText().isEmpty())
            .forEach(text ->
                parts.add(new Thing("“" + ((Text) text).getText() + "”", matrix, inScene(text))));
      }
    }
    parts.add(new Thing("#" + PromptRobot.nameOf(matrix), matrix, cells(matrix)));
    return parts;
  }

  private static Bounds cells(MatrixControl matrix) {
    Insets margins = matrix.margins();
    return matrix.localToScene(
        new BoundingBox(
            margins.getLeft(),
            margins.getTop(),
            matrix.getWidth() - margins.getLeft() - margins.getRight(),
            matrix.getHeight() - margins.getTop() - margins.getBottom()));
  }

  private static String name(Node node) {
    return node instanceof Labeled labeled && !labeled.getText().isEmpty()
        ? "“" + labeled.getText() + "”"
        : !PromptRobot.nameOf(node).isEmpty()
            ? "#" + PromptRobot.nameOf(node)
            : node.getStyleClass().toString();
  }

  // ---- bounds

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private static boolean contains(Bounds room, Bounds inner) {
    return inner.getMinX() >= room.getMinX() - TOLERANCE
        && inner.getMinY() >= room.getMinY() - TOLERANCE
        && inner.getMaxX() <= room.getMaxX() + TOLERANCE
        && inner.getMaxY() <= room.getMaxY() + TOLERANCE;
  }

  private static boolean overlap(Bounds one, Bounds other) {
    return Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX())
            > TOLERANCE
        && Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY())
            > TOLERANCE;
  }

  private static String words(Bounds bounds) {
    return String.format(
        Locale.ROOT,
        "[%.0f…%.0f × %.0f…%.0f]",
        bounds.getMinX(),
        bounds.getMaxX(),
        bounds.getMinY(),
        bounds.getMaxY());
  }
}
