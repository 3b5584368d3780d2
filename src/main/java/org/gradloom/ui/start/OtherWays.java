package org.gradloom.ui.start;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gradloom.text.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where else one can begin than with a lesson. */
final class OtherWays extends VBox {
  private final Texts texts;

  OtherWays(Texts texts, StartScreen.Host host) {
    this.texts = texts;
    getStyleClass().add("other-ways");
    getChildren()
        .addAll(
            way("numbers", Feather.EDIT_2, host::showOwnNumbers),
            way("train", Feather.TRENDING_UP, host::showTraining),
            way("practice", Feather.CHECK_SQUARE, host::showPractice),
            way("speed", Feather.CLOCK, host::showSpeed));
  }

  private Node way(String id, Feather icon, Runnable go) {
    StackPane sign = new StackPane(new FontIcon(icon));
    sign.getStyleClass().add("way-sign");
    Label title = new Label(texts.get("start.way." + id));
    title.getStyleClass().add("way-title");
    Label words = new Label(texts.get("start.wayWords." + id));
    words.getStyleClass().add("muted");
    VBox said = new VBox(title, words);
    HBox.setHgrow(said, Priority.ALWAYS);
    HBox line = new HBox(sign, said, new FontIcon(Feather.CHEVRON_RIGHT));
    line.getStyleClass().add("way-line");
    Button way = new Button("", line);
    way.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    way.setId("way-" + id);
    way.getStyleClass().addAll("card", "way");
    way.setMaxWidth(Double.MAX_VALUE);
    line.prefWidthProperty().bind(way.widthProperty());
    way.setAccessibleText(title.getText() + ". " + words.getText());
    way.setOnAction(event -> go.run());
    return way;
  }
}
