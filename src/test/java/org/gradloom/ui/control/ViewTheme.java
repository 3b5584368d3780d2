package org.gradloom.ui.control;

import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.gradloom.ui.theme.Appearance;
import org.gradloom.ui.theme.Fonts;
import org.gradloom.ui.theme.Theme;

/** Scenes in the themes of the app, and a walk to show in them. */
final class ViewTheme {
  private ViewTheme() {}

  static Scene light(Parent root, double width, double height) {
    Fonts.load();
    Scene scene = new Scene(root, width, height);
    Appearance.usual().applyTo(scene);
    return scene;
  }

  static void darken(Scene scene) {
    Appearance.usual().with(Theme.of("dark").orElseThrow()).applyTo(scene);
  }

  /** The segments of a walk through one layer, as long as they are in lesson H. */
  static StepTimelineModel walk(long scale) {
    return new StepTimelineModel(
        List.of(
            new StepTimelineModel.Segment(name("Z = XW"), 0, 0, 24 * scale, "Forward: Z = XW"),
            new StepTimelineModel.Segment(name("Loss"), 1, 24 * scale, scale, "Loss"),
            new StepTimelineModel.Segment(
                name("dL/dW = Xᵀ dL/dZ"), 2, 25 * scale, 24 * scale, "Backward: dL/dW"),
            new StepTimelineModel.Segment(
                name("dL/dX = dL/dZ Wᵀ"), 2, 49 * scale, 24 * scale, "Backward: dL/dX"),
            new StepTimelineModel.Segment(name("Update"), 3, 73 * scale, 6 * scale, "Update")));
  }

  /** A name with no shorter one. */
  static StepTimelineModel.Name name(String whole) {
    return new StepTimelineModel.Name(whole, whole, 0);
  }
}
