package org.gradloom.ui.shell;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The window. */
public final class GradloomApp extends Application {
  @Override
  public void start(Stage stage) {
    Label greeting = new Label("Gradloom");
    greeting.setId("greeting");
    stage.setScene(new Scene(new StackPane(greeting), 1280, 800));
    stage.setTitle("Gradloom");
    stage.show();
  }
}
