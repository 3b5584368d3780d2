package org.gradloom.ui.shell;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * One sheet above everything else in the window, which rests meanwhile: it takes neither mouse nor
 * focus. It is no window of its own, so that it moves and grows with the window it belongs to.
 */
final class SheetLayer {
  private final BorderPane root;
  private final StackPane veil = new StackPane();
  private @Nullable Node focusedBefore;

  /** A layer over what stands in a window, now and later. */
  SheetLayer(BorderPane root) {
    this.root = root;
    veil.getStyleClass().add("sheet-veil");
    veil.setManaged(false);
    veil.setVisible(false);
    veil.setViewOrder(-1);
    root.getChildren().add(veil);
    root.layoutBoundsProperty()
        .subscribe(room -> veil.resizeRelocate(0, 0, room.getWidth(), room.getHeight()));
    // A screen may be built only while the sheet is there.
    root.centerProperty().subscribe(this::rest);
    root.topProperty().subscribe(this::rest);
  }

  /** Whether a sheet is there. */
  boolean isShown() {
    return veil.isVisible();
  }

  /** Shows a sheet in the place of one that may be there. */
  void show(Region sheet) {
    if (!isShown()) {
      focusedBefore = root.getScene() == null ? null : root.getScene().getFocusOwner();
    }
    veil.getChildren().setAll(sheet);
    veil.setVisible(true);
    rest();
    sheet.requestFocus();
  }

  /** Takes the sheet away; the focus is where it was. */
  void hide() {
    veil.setVisible(false);
    veil.getChildren().clear();
    rest();
    if (focusedBefore != null && focusedBefore.getScene() != null) {
      focusedBefore.requestFocus();
    } else {
      Optional.ofNullable(root.getCenter()).ifPresent(Node::requestFocus);
    }
    focusedBefore = null;
  }

  private void rest() {
    for (Node part : new Node[] {root.getTop(), root.getCenter()}) {
      if (part != null) {
        part.setDisable(isShown());
      }
    }
  }
}
