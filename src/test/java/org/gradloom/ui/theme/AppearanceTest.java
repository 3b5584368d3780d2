package org.gradloom.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.gradloom.Snapshots;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.PromptRobot;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Theme and size reach the window, its menus, its tooltips and its dialogs. */
@InWindow
class AppearanceTest {
  private static final Color DARK_SURFACE = Color.web("#161b22");

  private Stage stage;
  private Button button;
  private Button primary;
  private RadioButton radio;

  @Start
  void start(Stage shown) {
    Fonts.load();
    stage = shown;
    button = new Button("A button");
    Button chosen = new Button("The usual choice");
    chosen.setDefaultButton(true);
    ComboBox<String> combo = new ComboBox<>();
    combo.getItems().add("sum");
    combo.getSelectionModel().selectFirst();
    CheckBox check = new CheckBox("bias");
    check.setSelected(true);
    radio = new RadioButton("ReLU");
    radio.setSelected(true);
    primary = new Button("Next", new FontIcon(Feather.ARROW_RIGHT));
    primary.getStyleClass().add("accent");
    VBox root =
        new VBox(
            12,
            new Label("A label"),
            button,
            chosen,
            primary,
            new MenuButton("Export", null, new MenuItem("as NumPy")),
            new TextField("a field"),
            combo,
            check,
            radio,
            new Slider(0, 1, 0.4));
    root.getStyleClass().add("stage");
    stage.setScene(new Scene(root, 500, 600));
    stage.setX(0);
    stage.setY(0);
    new Appearance(Theme.of("dark").orElseThrow(), 150).applyTo(stage.getScene());
    stage.show();
  }

  @Test
  void theWindowWearsTheThemeInTheChosenSize(FxRobot robot) {
    WritableImage picture = Snapshots.save(stage.getScene(), "controls-dark");
    assertThat(picture.getPixelReader().getColor(3, 3)).isEqualTo(Color.web("#0d1117"));
    assertThat(robot.lookup("A label").queryAs(Label.class).getFont().getSize()).isEqualTo(19.5);
    assertThat(robot.lookup("A label").queryAs(Label.class).getFont().getFamily())
        .isEqualTo("IBM Plex Sans");
    robot.interact(() -> new Appearance(Theme.usual(), 100).applyTo(stage.getScene()));
    Snapshots.save(stage.getScene(), "controls-light");
    assertThat(robot.lookup("A label").queryAs(Label.class).getFont().getSize()).isEqualTo(13);
  }

  @Test
  void theIconOfAPrimaryButtonIsOfTheColourOfItsWords() {
    assertThat(((FontIcon) primary.getGraphic()).getIconColor()).isEqualTo(primary.getTextFill());
  }

  @Test
  void nothingIsDrawnWithinARadioButtonThatIsNotChosen(FxRobot robot) {
    Region dot = (Region) radio.lookup(".radio > .dot");
    assertThat(fills(dot)).anySatisfy(fill -> assertThat(fill.getOpacity()).isEqualTo(1));
    robot.interact(() -> radio.setSelected(false));
    assertThat(fills(dot)).allSatisfy(fill -> assertThat(fill.getOpacity()).isZero());
  }

  private static List<Color> fills(Region region) {
    region.applyCss();
    return region.getBackground() == null
        ? List.of()
        : region.getBackground().getFills().stream().map(fill -> (Color) fill.getFill()).toList();
  }

  @Test
  void menusFollow(FxRobot robot) {
    ContextMenu menu = new ContextMenu(new MenuItem("Insert row above"));
    robot.interact(() -> menu.show(button, 50, 50));
    Scene scene = menu.getScene();
    WritableImage picture = Snapshots.save(scene, "menu-dark");
    assertThat(fontSize(scene, label -> label.getText().startsWith("Insert"))).isEqualTo(19.5);
    assertThat(hasColour(picture, DARK_SURFACE)).isTrue();
    robot.interact(menu::hide);
  }

  @Test
  void tooltipsFollow(FxRobot robot) {
    Tooltip tooltip = new Tooltip("0.3333333333333333");
    robot.interact(() -> tooltip.show(button, 50, 50));
    Snapshots.save(tooltip.getScene(), "tooltip-dark");
    assertThat(fontSize(tooltip.getScene(), label -> label.getText().startsWith("0.3")))
        .isEqualTo(19.5);
    robot.interact(tooltip::hide);
  }

  @Test
  void dialogsFollow(FxRobot robot) {
    Alert[] alert = new Alert[1];
    robot.interact(() -> {
      alert[0] = new Alert(Alert.AlertType.CONFIRMATION, "Save the changes to lesson H?");
      alert[0].initOwner(stage);
      alert[0].show();
    });
    PromptRobot.settle();
    Scene scene = alert[0].getDialogPane().getScene();
    WritableImage picture = Snapshots.save(scene, "dialog-dark");
    assertThat(fontSize(scene, label -> label.getText().startsWith("Save"))).isEqualTo(19.5);
    assertThat(hasColour(picture, DARK_SURFACE)).isTrue();
    assertThat(List.copyOf(Window.getWindows())).contains(scene.getWindow());
    robot.interact(alert[0]::close);
  }

  @Test
  void sizesStayReasonable() {
    assertThat(new Appearance(Theme.usual(), 1000).percent()).isEqualTo(300);
    assertThat(new Appearance(Theme.usual(), 150).within(1280, 800).percent()).isEqualTo(150);
    // 29 em of 24 px are 696 px high.
    assertThat(new Appearance(Theme.usual(), 300).within(1024, 700).fontSize())
        .isStrictlyBetween(24.0, 24.2);
    assertThat(Appearance.usual().smaller().larger()).isEqualTo(Appearance.usual());
    assertThat(Appearance.usual().larger().with(Theme.of("dark").orElseThrow()).usualSize())
        .isEqualTo(new Appearance(Theme.of("dark").orElseThrow(), 100));
  }

  private static double fontSize(Scene scene, Predicate<Labeled> which) {
    return scene.getRoot().lookupAll("*").stream()
        .filter(Labeled.class::isInstance)
        .map(Labeled.class::cast)
        .filter(label -> label.getText() != null && which.test(label))
        .map(label -> label.getFont().getSize())
        .findFirst()
        .orElseThrow();
  }

  private static boolean hasColour(WritableImage picture, Color wanted) {
    for (int x = 0; x < picture.getWidth(); x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        if (picture.getPixelReader().getColor(x, y).equals(wanted)) {
          return true;
        }
      }
    }
    return false;
  }
}
