package org.gradloom.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Section;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.lesson.Lesson;
import org.gradloom.ui.LayoutFaults;
import org.gradloom.ui.TestWindow;
import org.gradloom.ui.shell.Opening;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Layout;
import org.gradloom.ui.store.Origin;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Every matrix of every built-in lesson, in every look: nothing is cut off, nothing covered. */
@ExtendWith(ApplicationExtension.class)
class ScreensTest {
  @TempDir private Path folder;
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = TestWindow.open(stage, folder, Opening.builtIn("h")).withoutMotion();
  }

  @ParameterizedTest
  @CsvSource({
    "1024, 700, FALK", "1024, 700, INLINE",
    "1280, 800, FALK", "1280, 800, INLINE",
    "1920, 980, FALK", "1920, 980, INLINE"
  })
  void nothingIsCutOffOrCovered(int width, int height, Layout layout, FxRobot robot) {
    robot.interact(() -> {
      window.stage().setWidth(width);
      window.stage().setHeight(height);
      window.store().dispatch(new Action.LayOut(layout));
    });
    Map<String, String> faults = new LinkedHashMap<>();
    for (String theme : List.of("light", "dark")) {
      for (String id : BuiltInLessons.ids()) {
        Lesson lesson = BuiltInLessons.read(id);
        robot.interact(() ->
            window
                .store()
                .dispatch(new Action.Open(Derivation.of(lesson), new Origin.BuiltIn(id))));
        walk(theme + " " + id, faults);
      }
      robot.press(KeyCode.CONTROL).type(KeyCode.T).release(KeyCode.CONTROL);
    }
    assertThat(window.scene().getWidth()).isEqualTo(width);
    assertThat(window.scene().getHeight()).isEqualTo(height);
    assertThat(faults.entrySet().stream().map(fault -> fault.getValue() + ": " + fault.getKey()))
        .isEmpty();
  }

  /** The first, the middle and the last term of each matrix; each fault with where it first was. */
  private void walk(String lesson, Map<String, String> faults) {
    for (long term : terms(window.store().state().derivation())) {
      List<String> here = faultsAfter(new Action.Seek(term));
      String where = lesson + " " + window.place();
      here.forEach(fault -> faults.putIfAbsent(fault, where));
    }
  }

  private static List<Long> terms(Derivation derivation) {
    List<Long> terms = new ArrayList<>();
    for (Section section : derivation.sections()) {
      long count = section.cells() * section.terms();
      terms.addAll(
          List.of(
              section.firstTerm(),
              section.firstTerm() + count / 2,
              section.firstTerm() + count - 1));
    }
    assertThat(terms.getLast()).isEqualTo(derivation.size(Granularity.TERM) - 1);
    return terms.stream().distinct().toList();
  }

  /** The faults once all has found its place: the stage asks for room, and then gets it. */
  private List<String> faultsAfter(Action action) {
    onFxThread(() -> {
      window.store().dispatch(action);
      layOut();
      return List.of();
    });
    return onFxThread(() -> {
      layOut();
      layOut();
      return LayoutFaults.of(window.scene());
    });
  }

  private void layOut() {
    window.scene().getRoot().applyCss();
    window.scene().getRoot().layout();
  }

  private static List<String> onFxThread(Callable<List<String>> work) {
    return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
  }
}
