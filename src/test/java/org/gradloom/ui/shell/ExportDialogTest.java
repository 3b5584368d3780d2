package org.gradloom.ui.shell;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.gradloom.KnownLessons;
import org.gradloom.Snapshots;
import org.gradloom.derivation.Granularity;
import org.gradloom.export.ExportKind;
import org.gradloom.export.ExportOrder;
import org.gradloom.export.Tokens;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.text.Texts;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.theme.Appearance;
import org.gradloom.ui.theme.Theme;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A form is chosen, what it makes is seen, and goes. */
@InWindow
class ExportDialogTest {
  private Stage owner;
  private @Nullable ExportDialog dialog;

  @Start
  void start(Stage stage) {
    owner = stage;
    stage.setScene(new Scene(new Pane(), 900, 900));
    stage.show();
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(dialog()::close);
  }

  private void export(FxRobot robot, Lesson lesson, Appearance appearance) {
    export(robot, lesson, appearance, ExportKind::write);
  }

  private void export(
      FxRobot robot, Lesson lesson, Appearance appearance, ExportDialog.Writing writing) {
    robot.interact(() -> {
      appearance.applyTo(owner.getScene());
      Tokens colours = Tokens.of(appearance.theme().id());
      ExportDialog shown =
          new ExportDialog(
              new ExportOrder(lesson, Optional.empty(), Granularity.CELL, colours, Texts.english()),
              Texts.english(),
              writing);
      shown.initOwner(owner);
      // In the corner, as it must not leave the small screen of the tests.
      shown.setX(0);
      shown.setY(0);
      shown.show();
      dialog = shown;
    });
  }

  private void export(FxRobot robot) {
    export(robot, KnownLessons.lessonH(), Appearance.usual());
  }

  @SuppressWarnings("unchecked")
  private <T> void choose(FxRobot robot, String list, T value) {
    robot.interact(() -> ((ComboBox<T>) node(list)).setValue(value));
  }

  private ExportDialog dialog() {
    return requireNonNull(dialog);
  }

  private Node node(String id) {
    return requireNonNull(dialog().getDialogPane().lookup("#" + id));
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private void awaitWords(String label, String words) throws Exception {
    PromptRobot.await(() -> ((Label) node(label)).getText().contains(words));
  }

  /** Its own pixels, the same as SVG has, a first page; and in the colours that are chosen. */
  @Test
  void showsAPictureBeforeItIsWritten(FxRobot robot) throws Exception {
    export(robot);
    ImageView picture = (ImageView) node("export-picture");
    for (var form :
        List.of(
            Map.entry(ExportKind.HANDOUT, "The first of"),
            Map.entry(ExportKind.GIF, "24 pictures"),
            Map.entry(ExportKind.SVG, "any size"),
            Map.entry(ExportKind.PNG, "pixels, "))) {
      choose(robot, "export-kind", form.getKey());
      awaitWords("export-size", form.getValue());
      assertThat(picture.getImage().getWidth()).isGreaterThan(300);
      robot.interact(() -> picture.getScene().getRoot().layout());
      assertThat(inScene(picture).getMinY()).isGreaterThan(inScene(node("export-kind")).getMaxY());
      robot.interact(() -> Snapshots.save(picture.getScene(), "export-" + form.getKey().word()));
    }
    assertThat(node("export-preview").isVisible()).isFalse();
    Image light = picture.getImage();
    assertThat(light.getPixelReader().getColor(2, 2)).isEqualTo(Color.web("#ffffff"));
    choose(robot, "export-theme", Theme.of("dark").orElseThrow());
    PromptRobot.await(() -> picture.getImage() != null && !light.equals(picture.getImage()));
    assertThat(picture.getImage().getPixelReader().getColor(2, 2)).isEqualTo(Color.web("#161b22"));
  }

  @Test
  void showsWhatAFormMakesBeforeItIsWritten(FxRobot robot) throws Exception {
    export(robot);
    TextArea preview = (TextArea) node("export-preview");
    PromptRobot.await(() -> preview.getText().contains("import numpy"));
    assertThat(node("export-theme").isVisible()).isFalse();
    robot.interact(() -> Snapshots.save(preview.getScene(), "export-text"));
    choose(robot, "export-kind", ExportKind.NPZ);
    PromptRobot.await(() -> preview.getText().contains("no text"));
    robot.interact(() -> {
      Snapshots.save(preview.getScene(), "export-dialog");
      ((Button)
              dialog()
                  .getDialogPane()
                  .lookupButton(dialog().getDialogPane().getButtonTypes().getFirst()))
          .fire();
    });
    assertThat(dialog().getResult().kind()).isEqualTo(ExportKind.NPZ);
    assertThat(dialog().getResult().bytes()).startsWith('P', 'K');
  }

  /** Whatever it is: the dialog does not wait for ever, says so, and has it logged. */
  @Test
  void endsWhereAFormFails(FxRobot robot) throws Exception {
    ends(robot, new NullPointerException("in a test"), "could not be made");
    close(robot);
    ends(robot, new StackOverflowError("in a test"), "could not be made");
    close(robot);
    ends(robot, new OutOfMemoryError("in a test"), "memory");
  }

  private void ends(FxRobot robot, Throwable failure, String words) throws Exception {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    AtomicReference<Throwable> told = new AtomicReference<>();
    Thread.setDefaultUncaughtExceptionHandler((_, thrown) -> told.set(thrown));
    try {
      export(
          robot,
          KnownLessons.lessonH(),
          Appearance.usual(),
          (_, _, _) -> {
            switch (failure) {
              case RuntimeException unforeseen -> throw unforeseen;
              case Error error -> throw error;
              default -> throw new IllegalArgumentException(failure);
            }
          });
      awaitWords("export-wrong", words);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertThat(told.get()).isSameAs(failure);
    assertThat(node("export-progress").isVisible()).isFalse();
    assertThat(
            dialog()
                .getDialogPane()
                .lookupButton(dialog().getDialogPane().getButtonTypes().getFirst())
                .isDisabled())
        .isTrue();
  }

  /** On a small screen, where the window is one too, its buttons stay in sight. */
  @Test
  void isNoHigherThanItsWindow(FxRobot robot) {
    robot.interact(() -> owner.setHeight(620));
    export(robot, KnownLessons.lessonH(), new Appearance(Theme.usual(), 150));
    assertThat(dialog().getHeight()).isBetween(500.0, 620.0);
    Node save =
        dialog().getDialogPane().lookupButton(dialog().getDialogPane().getButtonTypes().getFirst());
    assertThat(save.localToScene(save.getLayoutBounds()).getMaxY())
        .isLessThan(save.getScene().getHeight());
  }

  /** In letters of half again the size no word of it is cut. */
  @Test
  void saysAllThatItSays(FxRobot robot) throws Exception {
    Matrix wide = Matrix.numbers(new Shape(16, 16), (i, j) -> i + j / 7.0);
    Appearance appearance = new Appearance(Theme.of("dark").orElseThrow(), 150);
    export(robot, KnownLessons.lessonH(), appearance);
    choose(robot, "export-kind", ExportKind.CARDS);
    awaitWords("export-size", "4 pictures of");
    isWhole(robot, "export-cards");
    choose(robot, "export-kind", ExportKind.SLIDES);
    awaitWords("export-wrong", "has none: ");
    isWhole(robot, "export-refused");
    close(robot);
    export(
        robot,
        new Lesson(
            "",
            wide,
            List.of(new Layer(wide, null, Elementwise.IDENTITY)),
            new Loss(LossKind.GIVEN, new Target.Upstream(wide), Reduction.SUM),
            1),
        appearance);
    choose(robot, "export-kind", ExportKind.PNG);
    awaitWords("export-size", "made smaller");
    isWhole(robot, "export-narrowed");
  }

  private void isWhole(FxRobot robot, String picture) {
    robot.interact(() -> Snapshots.save(dialog().getDialogPane().getScene(), picture));
    assertThat(dialog().getDialogPane().lookupAll(".label"))
        .filteredOn(Label.class::isInstance)
        .allSatisfy(node -> {
          Label label = (Label) node;
          assertThat(((Text) label.lookup(".text")).getText()).isEqualTo(label.getText());
        });
    assertThat(node("export-kind").lookupAll(".text"))
        .extracting(text -> ((Text) text).getText())
        .anyMatch(text -> text.endsWith(")"))
        .noneMatch(text -> text.contains("…"));
  }
}
