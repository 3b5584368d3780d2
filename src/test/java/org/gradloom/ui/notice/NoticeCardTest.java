package org.gradloom.ui.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradloom.ui.TestWindow.node;
import static org.gradloom.ui.TestWindow.text;

import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.gradloom.KnownLessons;
import org.gradloom.derivation.Derivation;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.View;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** How long a notice is shown, and how it is answered. Plain ones are over at the next frame. */
@InWindow
class NoticeCardTest {
  private static final Notice PLAIN = new Notice(Message.of("notice.reset"), false);

  private static final Notice CHOICE =
      PLAIN
          .about(Message.of("menu.file"))
          .offering(
              new Notice.Choice(
                  Optional.of(Message.of("edit.lastSample")),
                  Message.of("help.lessMotion"),
                  new Action.LessMotion(true)));

  private final Store store =
      new Store(
          AppState.opened(
              Derivation.of(KnownLessons.twoLayers()), new Origin.Unsaved(), View.usual()));
  private Button other;
  private NoticeCard card;

  @Start
  void start(Stage stage) {
    other = new Button("other");
    card = new NoticeCard(store, Texts.english(), Duration.millis(1));
    store.select(AppState::notice, card::show);
    VBox root = new VBox(other, card);
    stage.setScene(new Scene(root, 400, 300));
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  private void tell(FxRobot robot, Notice notice) {
    robot.interact(() -> store.dispatch(new Action.Tell(notice)));
  }

  private void waitUntilGone() throws TimeoutException {
    PromptRobot.await(() -> !card.isVisible());
  }

  @Test
  void aPlainNoticeLeavesByItself(FxRobot robot) throws TimeoutException {
    tell(robot, PLAIN);
    waitUntilGone();
    assertThat(store.state().notice()).isEmpty();
  }

  @Test
  void focusHoldsANoticeUntilItGoes(FxRobot robot) throws TimeoutException {
    tell(robot, CHOICE);
    robot.interact(card::toggleFocus);
    tell(robot, PLAIN);
    assertThat(node(robot, "notice-close").isFocused()).isTrue();
    assertThat(text(robot, "notice")).isEqualTo("Back to the document’s own numbers");
    robot.interact(other::requestFocus);
    waitUntilGone();
  }

  @Test
  void theMouseHoldsANoticeUntilItGoes(FxRobot robot) throws TimeoutException {
    tell(robot, CHOICE);
    robot.moveTo("#notice");
    tell(robot, PLAIN);
    robot.moveBy(2, 0);
    assertThat(text(robot, "notice")).isEqualTo("Back to the document’s own numbers");
    robot.moveTo(other);
    waitUntilGone();
  }

  @Test
  void aChoiceStaysAndIsTakenByOneClick(FxRobot robot) {
    tell(robot, CHOICE);
    assertThat(text(robot, "notice-about")).isEqualTo("File");
    assertThat(text(robot, "notice-choice-1")).isEqualTo("Less motion");
    robot.clickOn("#notice-choice-1");
    assertThat(store.state().look().lessMotion()).isTrue();
    assertThat(card.isVisible()).isFalse();
  }

  @Test
  void theFocusComesToTheChoiceAndGoesBack(FxRobot robot) {
    robot.interact(other::requestFocus);
    tell(robot, CHOICE);
    assertThat(other.isFocused()).as("a notice asks politely").isTrue();
    robot.interact(card::toggleFocus);
    assertThat(node(robot, "notice-choice-1").isFocused()).isTrue();
    robot.interact(card::toggleFocus);
    assertThat(other.isFocused()).isTrue();
    robot.interact(card::toggleFocus);
    robot.type(KeyCode.ESCAPE);
    assertThat(store.state().notice()).isEmpty();
    assertThat(other.isFocused()).isTrue();
  }

  @Test
  void theCrossClosesIt(FxRobot robot) {
    tell(robot, CHOICE);
    robot.clickOn("#notice-close");
    assertThat(store.state().notice()).isEmpty();
  }
}
