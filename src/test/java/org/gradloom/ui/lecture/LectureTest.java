package org.gradloom.ui.lecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradloom.ui.TestWindow.cell;
import static org.gradloom.ui.TestWindow.is;
import static org.gradloom.ui.TestWindow.node;
import static org.gradloom.ui.TestWindow.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.gradloom.KnownLessons;
import org.gradloom.derivation.Derivation;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Edits;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Screen;
import org.gradloom.lesson.Wording;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.LayoutFaults;
import org.gradloom.ui.PromptRobot;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Lecture;
import org.gradloom.ui.store.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A lecture as a presenter gives it: by a remote's keys, by digits, by a click. */
@InWindow
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LectureTest {
  @TempDir private static Path folder;
  private final TestWindow.Kept kept = new TestWindow.Kept();
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = kept.open(stage, folder);
  }

  @AfterEach
  void end(FxRobot robot) {
    robot.interact(() -> window.store().dispatch(new Action.EndLecture()));
  }

  private void lesson(FxRobot robot, String id) {
    robot.interact(() -> window.openBuiltIn(id));
    robot.type(KeyCode.F5);
    robot.interact(PromptRobot::frame);
  }

  private Lecture lecture() {
    return window.store().state().lecture().orElseThrow();
  }

  private int beat() {
    return window.store().state().explore().path().orElseThrow().index() + 1;
  }

  @Test
  void aRemoteLeadsThroughALesson(FxRobot robot) {
    lesson(robot, "add-the-cards");
    assertThat(window.screens().filled()).containsExactly(true);
    assertThat(window.scene().lookup(".app-bar")).isNull();
    assertThat(text(robot, "lecture-title")).isEqualTo("What does sample 2 ask of w₃₂?");
    assertThat(text(robot, "lecture-count")).isEqualTo("1 / 7");
    robot.type(KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN);
    // The first press shows what is asked, the second goes on.
    assertThat(text(robot, "lecture-count")).isEqualTo("2 / 7");
    robot.type(KeyCode.SPACE, KeyCode.SPACE);
    assertThat(text(robot, "lecture-title")).isEqualTo("What do all four ask together?");
    robot.interact(PromptRobot::frame);
    assertThat(cell(robot, "layer1-dW", 3, 2)).isEqualTo("?");
    robot.type(KeyCode.SPACE);
    robot.interact(PromptRobot::frame);
    assertThat(cell(robot, "layer1-dW", 3, 2)).isEqualTo("−6");
    assertThat(beat()).isEqualTo(3);
    robot.type(KeyCode.PAGE_UP);
    assertThat(beat()).isEqualTo(2);
    robot.type(KeyCode.DIGIT6, KeyCode.ENTER);
    assertThat(text(robot, "lecture-title")).isEqualTo("Can you do any other weight?");
    robot.type(KeyCode.LEFT);
    assertThat(window.place()).isEqualTo("layer1/dW/2,2/term3");
  }

  @Test
  void withoutBeatsItGoesFromPhaseToPhase(FxRobot robot) {
    lesson(robot, "h");
    robot.type(KeyCode.PAGE_DOWN);
    assertThat(window.place()).startsWith("loss/L");
    robot.type(KeyCode.PAGE_UP);
    assertThat(window.place()).isEqualTo("layer1/z/1,1/term1");
    robot.type(KeyCode.RIGHT);
    assertThat(text(robot, "lecture-say")).contains("term 2 of 3");
  }

  @Test
  void oneEscAsksAndASecondLeaves(FxRobot robot) {
    lesson(robot, "add-the-cards");
    robot.type(KeyCode.ESCAPE);
    assertThat(text(robot, "lecture-words")).isEqualTo("Press Esc again to leave the lecture");
    // F5 comes in turn with Esc from a remote, and only withdraws the question.
    robot.type(KeyCode.F5);
    assertThat(node(robot, "lecture-words").isVisible()).isFalse();
    robot.type(KeyCode.ESCAPE, KeyCode.RIGHT);
    assertThat(lecture().asksToLeave()).isFalse();
    robot.type(KeyCode.ESCAPE, KeyCode.ESCAPE);
    assertThat(window.store().state().lecture()).isEmpty();
    assertThat(node(robot, "explore").isVisible()).isTrue();
    assertThat(window.scene().lookup(".app-bar")).isNotNull();
    assertThat(window.screens().filled()).containsExactly(true, false);
  }

  @Test
  void thePictureGoesAndComes(FxRobot robot) {
    lesson(robot, "add-the-cards");
    robot.type(KeyCode.B);
    assertThat(((Region) node(robot, "lecture-blank")).getBackground())
        .isEqualTo(Background.fill(Color.BLACK));
    robot.type(KeyCode.PERIOD);
    assertThat(node(robot, "lecture-blank").isVisible()).isFalse();
    robot.type(KeyCode.W);
    assertThat(((Region) node(robot, "lecture-blank")).getBackground())
        .isEqualTo(Background.fill(Color.WHITE));
    // Whoever goes on wants to see where.
    robot.type(KeyCode.PAGE_DOWN);
    assertThat(lecture().blank()).isEqualTo(Lecture.Blank.NOTHING);
    robot.type(KeyCode.PLUS);
    assertThat(lecture().percent()).isEqualTo(110);
    robot.type(KeyCode.MINUS, KeyCode.MINUS);
    assertThat(lecture().percent()).isEqualTo(90);
    robot.type(KeyCode.S);
    assertThat(lecture().spotlight()).isTrue();
  }

  @Test
  void aClickCoversAndShows(FxRobot robot) {
    lesson(robot, "h");
    robot.interact(() -> window.store().dispatch(new Action.LeaveLesson()));
    window.go(robot, "layer1/dW/3,2/term4");
    robot.interact(PromptRobot::frame);
    assertThat(cell(robot, "layer1-dW", 3, 2)).isEqualTo("−6");
    robot.clickOn("#layer1-dW-3-2");
    robot.interact(PromptRobot::frame);
    assertThat(is(robot.lookup("#layer1-dW-3-2").query(), "covered")).isTrue();
    assertThat(window.place()).isEqualTo("layer1/dW/3,2/term4");
    robot.clickOn("#layer1-dW-3-2");
    robot.interact(PromptRobot::frame);
    assertThat(cell(robot, "layer1-dW", 3, 2)).isEqualTo("−6");
    robot.type(KeyCode.C);
    robot.interact(PromptRobot::frame);
    assertThat(is(robot.lookup("#layer1-dW-1-1").query(), "covered")).isTrue();
    robot.type(KeyCode.SPACE);
    robot.interact(PromptRobot::frame);
    assertThat(cell(robot, "layer1-dW", 1, 1)).isEqualTo("6");
  }

  /** A digit is a beat's number wherever the focus is, and Enter opens a cell. */
  @Test
  void typingEditsNoCell(FxRobot robot) {
    lesson(robot, "h");
    robot.interact(() -> robot.lookup("#layer1-x-1-1").query().requestFocus());
    robot.type(KeyCode.DIGIT7);
    assertThat(lecture().number()).isEqualTo(7);
    assertThat(robot.lookup(".text-field").queryAllAs(TextField.class))
        .noneMatch(LectureTest::isSeen);
    robot.type(KeyCode.RIGHT);
    assertThat(lecture().number()).isZero();
    robot.interact(() -> robot.lookup("#layer1-x-1-1").query().requestFocus());
    robot.type(KeyCode.ENTER);
    TextField editor =
        robot.lookup(".text-field").queryAllAs(TextField.class).stream()
            .filter(LectureTest::isSeen)
            .findFirst()
            .orElseThrow();
    assertThat(editor.isFocused()).isTrue();
    robot.type(KeyCode.B);
    assertThat(lecture().blank()).as("a letter is typed").isEqualTo(Lecture.Blank.NOTHING);
    // The first Esc only leaves the field, and a remote's page does so and goes on.
    robot.type(KeyCode.ESCAPE);
    assertThat(lecture().asksToLeave()).isFalse();
    robot.type(KeyCode.PAGE_DOWN);
    assertThat(window.place()).startsWith("loss/L");
  }

  @Test
  void aClassVotesAndSeesTheIdeasBehind(FxRobot robot) {
    lesson(robot, "add-the-cards");
    robot.type(KeyCode.DIGIT3, KeyCode.ENTER, KeyCode.V);
    robot.interact(PromptRobot::frame);
    List<String> options =
        Stream.of("A", "B", "C", "D").map(name -> text(robot, "option-" + name + "-text")).toList();
    assertThat(options).containsExactlyInAnyOrder("−6", "−1.5", "6", "−4");
    String right = Character.toString('A' + options.indexOf("−6"));
    String mean = Character.toString('A' + options.indexOf("−1.5"));
    assertThat(node(robot, "option-" + right + "-percent").isVisible()).isFalse();
    // A letter leads to its field, where only digits are taken; B is no black screen now.
    robot.type(KeyCode.B, KeyCode.DIGIT1, KeyCode.X, KeyCode.DIGIT0, KeyCode.ENTER);
    assertThat(lecture().blank()).isEqualTo(Lecture.Blank.NOTHING);
    assertThat(lecture().ballot().orElseThrow().tallies()).containsExactly(0, 10, 0, 0);
    robot.type(KeyCode.valueOf(right), KeyCode.DIGIT3, KeyCode.DIGIT0);
    robot.type(KeyCode.ENTER, KeyCode.valueOf(mean), KeyCode.DIGIT1, KeyCode.DIGIT0);
    int votes = lecture().ballot().orElseThrow().total();
    assertThat(text(robot, "ballot-total")).isEqualTo(votes + " votes");
    robot.type(KeyCode.SPACE);
    robot.interact(PromptRobot::frame);
    assertThat(text(robot, "option-" + right + "-percent"))
        .isEqualTo(Math.round(3000.0 / votes) + " %");
    assertThat(text(robot, "option-" + right + "-idea"))
        .isEqualTo("0 − 2 + 0 − 4: four samples, added");
    assertThat(text(robot, "option-" + mean + "-idea")).isEqualTo("divided by N = 4: the mean");
    assertThat(is(node(robot, "option-" + right), "right")).isTrue();
    assertThat(cell(robot, "layer1-dW", 3, 2)).isEqualTo("−6");
    // The next page is the next beat, and the vote is over.
    robot.type(KeyCode.PAGE_DOWN);
    assertThat(beat()).isEqualTo(4);
    assertThat(lecture().ballot()).isEmpty();
  }

  /** What a beat names is shown, and nothing else moves for what it does not name. */
  @Test
  void aBeatSaysWhichPanelsAClassSees(FxRobot robot) {
    Beat plain = Beat.at(Place.parse("layer1/dW/3,2/term2"));
    Beat beat =
        new Beat(
            null,
            Screen.EXPLORE,
            plain.at(),
            Wording.of("One card"),
            Wording.of("What sample 2 asks."),
            List.of(),
            null,
            Perspective.CARDS,
            null,
            Wording.of("Ask who sees a zero."),
            List.of("code", "network", "why"),
            List.of(),
            List.of());
    Lesson lesson = Edits.apply(KnownLessons.lessonH(), new Edit.AddBeat(0, beat));
    robot.interact(() ->
        window.store().dispatch(new Action.Open(Derivation.of(lesson), new Origin.Unsaved())));
    robot.type(KeyCode.F5);
    robot.interact(PromptRobot::frame);
    assertThat(node(robot, "lecture-say").isVisible()).isFalse();
    assertThat(node(robot, "lecture-formula").isVisible()).isFalse();
    assertThat(node(robot, "lecture-network").isVisible()).isTrue();
    assertThat(robot.lookup("#lecture-code > .code-line").queryAllAs(Label.class))
        .filteredOn(line -> is(line, "active"))
        .extracting(Label::getText)
        .containsExactly("    dW += np.outer(x, dz)");
    assertThat(robot.lookup("#lecture-why").queryAs(Node.class).isVisible()).isTrue();
  }

  /** Whatever has the focus, a remote's keys are the lecture's. */
  @Test
  void everyKeyOfARemoteReachesTheLectureFromEveryFocus(FxRobot robot) {
    lesson(robot, "add-the-cards");
    robot.type(KeyCode.DIGIT3, KeyCode.ENTER, KeyCode.V);
    robot.interact(PromptRobot::frame);
    List<String> focusable =
        List.of("option-A-tally", "layer1-x-turned-1-1", "layer1-dW-3-2", "lecture");
    List<String> faults = new ArrayList<>();
    for (String id : focusable) {
      focus(robot, id);
      robot.type(KeyCode.PAGE_UP);
      if (beat() != 2) {
        faults.add("Page up from " + id);
      }
      robot.interact(() -> window.store().dispatch(new Action.ToBeat(2)));
      focus(robot, id);
      robot.type(KeyCode.PAGE_DOWN);
      if (window.store().state().explore().asked().isPresent()) {
        faults.add("Page down from " + id);
      }
      focus(robot, id);
      robot.type(KeyCode.ESCAPE, KeyCode.F5);
      if (window.store().state().lecture().filter(Lecture::asksToLeave).isPresent()) {
        faults.add("F5 from " + id);
      }
      robot.interact(() -> {
        window.store().dispatch(new Action.EndLecture());
        lessonAgain();
      });
      robot.interact(PromptRobot::frame);
    }
    assertThat(faults).isEmpty();
  }

  /** Lesson 5 at its third beat, with a vote open. */
  private void lessonAgain() {
    window.openBuiltIn("add-the-cards");
    window.store().dispatch(new Action.BeginLecture());
    window.store().dispatch(new Action.ToBeat(2));
    window.store().dispatch(new Action.OpenVote());
  }

  private static void focus(FxRobot robot, String id) {
    robot.interact(() -> robot.lookup("#" + id).query().requestFocus());
  }

  @Test
  void onTwoScreensThePresenterHasNotes(FxRobot robot) {
    window.screens().plugIn(new Rectangle2D(0, 0, 1280, 720));
    lesson(robot, "add-the-cards");
    assertThat(text(robot, "presenter-now")).isEqualTo("What does sample 2 ask of w₃₂?");
    assertThat(text(robot, "presenter-next")).isEqualTo("Who asks nothing?");
    assertThat(text(robot, "presenter-notes")).isEqualTo("No notes for this beat");
    robot.type(KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN);
    assertThat(text(robot, "presenter-now")).isEqualTo("Who asks nothing?");
    Stage ofClass =
        Window.getWindows().stream()
            .filter(Stage.class::isInstance)
            .map(Stage.class::cast)
            .filter(stage -> stage.getScene().lookup("#lecture") != null)
            .findFirst()
            .orElseThrow();
    assertThat(((Label) ofClass.getScene().lookup("#lecture-title")).getText())
        .isEqualTo("Who asks nothing?");
    robot.type(KeyCode.ESCAPE, KeyCode.ESCAPE);
    assertThat(ofClass.isShowing()).isFalse();
    assertThat(node(robot, "explore").isVisible()).isTrue();
  }

  /**
   * On a projector of 1080 lines no letter is lower than 28 pixels, in any beat of any lesson. The
   * test's own screen has fewer lines, and everything goes by their number.
   */
  @Test
  void everyLetterCanBeReadFromTheLastRow(FxRobot robot) {
    robot.interact(() -> {
      window.stage().setWidth(1600);
      window.stage().setHeight(900);
    });
    Map<String, List<String>> small = new TreeMap<>();
    Map<String, List<String>> faults = new TreeMap<>();
    for (String id : BuiltInLessons.lessons().keySet()) {
      lesson(robot, id);
      int beats = window.store().state().explore().lesson().beats().size();
      for (int i = 0; i < beats; i++) {
        int beat = i;
        robot.interact(() -> window.store().dispatch(new Action.ToBeat(beat)));
        // Where everything stands needs no picture; what a layout puts off comes in between.
        robot.interact(this::layOut);
        robot.interact(this::layOut);
        String name = id + " " + (i + 1);
        List<String> letters = lettersBelow(28.0 * 900 / 1080);
        if (!letters.isEmpty()) {
          small.put(name, letters);
        }
        List<String> found = new ArrayList<>(LayoutFaults.ofLecture(window.scene()));
        if (window.store().state().explore().beat().orElseThrow().screen() == Screen.SPEED) {
          // A table of times for several sizes may be longer.
          found.remove("The stage scrolls VERTICAL");
        }
        if (!found.isEmpty()) {
          faults.put(name, found);
        }
      }
      robot.interact(() -> window.store().dispatch(new Action.EndLecture()));
    }
    assertThat(small).isEmpty();
    assertThat(faults).isEmpty();
  }

  /** On a projector of 1024 × 768 nothing is cut or scrolled to, beside a vote neither. */
  @Test
  void aNarrowProjectorShowsAllOfABeatAndItsVote(FxRobot robot) {
    robot.interact(() -> {
      window.stage().setWidth(1024);
      window.stage().setHeight(768);
    });
    Map<String, List<String>> faults = new TreeMap<>();
    Map<String, List<Integer>> tried =
        Map.of(
            "a-slope-for-each-weight", List.of(2, 4),
            "one-sample", List.of(4),
            "shapes-can-lie", List.of(3),
            "why-hand-me-dz", List.of(3),
            "blame-the-inputs", List.of(4),
            "bias-and-the-numpy-layer", List.of(4),
            "sum-or-mean", List.of(3),
            "the-gate", List.of(2),
            "two-layers", List.of(1, 3),
            "softmax-and-cross-entropy", List.of(4, 6));
    List<String> votes = new ArrayList<>();
    tried.forEach((place, numbers) -> {
      lesson(robot, place);
      for (int number : numbers) {
        robot.interact(() -> {
          window.store().dispatch(new Action.ToBeat(number - 1));
          window.store().dispatch(new Action.OpenVote());
        });
        look(robot, place + " " + number, faults);
        if (lecture().ballot().isPresent()) {
          votes.add(place + " " + number);
          robot.interact(() -> window.store().dispatch(new Action.Reveal()));
          look(robot, place + " " + number + " revealed", faults);
        }
      }
      robot.interact(() -> window.store().dispatch(new Action.EndLecture()));
    });
    assertThat(votes).hasSize(11);
    assertThat(faults).isEmpty();
  }

  /** On a narrow projector the times of a beat stand smaller, and none of their words is cut. */
  @Test
  void aTableOfTimesHasRoomAloneAndBesideAVote(FxRobot robot) {
    robot.interact(() -> {
      window.stage().setWidth(1024);
      window.stage().setHeight(768);
    });
    lesson(robot, "why-matrices");
    Map<String, List<String>> faults = new TreeMap<>();
    for (int number : List.of(4, 6)) {
      robot.interact(() -> window.store().dispatch(new Action.ToBeat(number - 1)));
      look(robot, "beat " + number, faults);
      robot.interact(() -> window.store().dispatch(new Action.OpenVote()));
      look(robot, "vote " + number, faults);
    }
    assertThat(faults).isEmpty();
  }

  private void look(FxRobot robot, String name, Map<String, List<String>> faults) {
    robot.interact(this::layOut);
    robot.interact(this::layOut);
    List<String> found = LayoutFaults.ofLecture(window.scene());
    if (!found.isEmpty()) {
      faults.put(name, found);
    }
  }

  private void layOut() {
    window.scene().getRoot().applyCss();
    window.scene().getRoot().layout();
  }

  private List<String> lettersBelow(double least) {
    List<String> small = new ArrayList<>();
    for (Node node : window.scene().getRoot().lookupAll(".text")) {
      if (node instanceof Text words && isSeen(words) && !words.getText().isBlank()) {
        double scale = words.getLocalToSceneTransform().getMyy();
        double size = words.getFont().getSize() * scale;
        if (size < least) {
          small.add("%s %.1f".formatted(words.getText(), size));
        }
      }
    }
    return small;
  }

  private static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
