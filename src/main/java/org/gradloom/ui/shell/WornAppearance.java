package org.gradloom.ui.shell;

import javafx.scene.Scene;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.theme.Appearance;
import org.jspecify.annotations.Nullable;

/** How a scene looks: as the user asks for, and no larger than there is room for. */
final class WornAppearance {
  private final Store store;
  private final Scene scene;

  /** How the scene looks now; nothing until it is dressed. */
  private @Nullable Appearance worn;

  private WornAppearance(Store store, Scene scene) {
    this.store = store;
    this.scene = scene;
  }

  /** Dresses a scene, and again whenever its size or the user's wish changes. */
  static void of(Scene scene, Store store) {
    WornAppearance worn = new WornAppearance(store, scene);
    store.select(state -> state.look().appearance(), _ -> worn.fit());
    scene.widthProperty().subscribe(worn::fit);
    scene.heightProperty().subscribe(worn::fit);
  }

  private void fit() {
    Appearance next = store.state().look().appearance().within(scene.getWidth(), scene.getHeight());
    if (!next.equals(worn)) {
      worn = next;
      next.applyTo(scene);
    }
  }
}
