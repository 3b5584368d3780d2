package org.gradloom.ui.explore;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Screen;
import org.gradloom.practice.Exercise;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Origin;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a lesson ends on: what is known now, in a few lines, and the next lesson. */
final class SummaryView extends VBox {
  private final Texts texts;
  private final List<LessonChoice> lessons;
  private final VBox lines = new VBox();
  private final Button next = new Button();
  private final Button practise = new Button();
  private final Button measure = new Button();
  private final Consumer<Exercise.Kind> toPractice;

  /**
   * A summary of no lesson yet.
   *
   * @param toSpeed shows the Speed screen
   */
  SummaryView(
      Texts texts,
      List<LessonChoice> lessons,
      Consumer<Exercise.Kind> toPractice,
      Runnable toSpeed) {
    this.toPractice = toPractice;
    this.texts = texts;
    this.lessons = lessons;
    setId("summary");
    getStyleClass().add("summary");
    lines.getStyleClass().add("summary-lines");
    next.setId("summary-next");
    next.getStyleClass().add("accent");
    next.setGraphic(new FontIcon(Feather.ARROW_RIGHT));
    next.setContentDisplay(ContentDisplay.RIGHT);
    practise.setId("summary-practise");
    practise.setText(texts.get("summary.practise"));
    measure.setId("summary-speed");
    measure.setText(texts.get("summary.speed"));
    measure.setOnAction(event -> toSpeed.run());
    HBox ways = new HBox(next, practise, measure);
    ways.getStyleClass().add("beat-ways");
    VBox told = new VBox(lines, ways);
    told.getStyleClass().add("summary-told");
    getChildren().add(told);
  }

  void show(Explore state, Beat beat) {
    String said = beat.say() == null ? "" : beat.say().in(texts.language());
    lines
        .getChildren()
        .setAll(said.lines().filter(line -> !line.isBlank()).map(this::line).toList());
    setAccessibleText(said);
    Optional<LessonChoice> after = after(state);
    NodeVisibility.set(next, after.isPresent());
    after.ifPresent(lesson -> {
      next.setText(texts.get("summary.next", lesson.title()));
      next.setOnAction(event -> lesson.open().run());
    });
    NodeVisibility.set(measure, state.lesson().beats().stream().anyMatch(SummaryView::measures));
    Optional<Exercise.Kind> kind = kind(state);
    NodeVisibility.set(practise, kind.isPresent());
    kind.ifPresent(of -> practise.setOnAction(event -> toPractice.accept(of)));
  }

  private static boolean measures(Beat beat) {
    return beat.screen() == Screen.SPEED;
  }

  private Label line(String words) {
    Label line = new Label(words.strip());
    line.setWrapText(true);
    line.setMinHeight(USE_PREF_SIZE);
    return line;
  }

  /** The first kind of exercises that this lesson explains, if there is one. */
  private Optional<Exercise.Kind> kind(Explore state) {
    int number = index(state) + 1;
    return Stream.of(Exercise.Kind.values()).filter(kind -> kind.lesson() == number).findFirst();
  }

  /** From 0; −1 for one that is none of the list. */
  private int index(Explore state) {
    String here = state.document().origin() instanceof Origin.BuiltIn(var id) ? id : "";
    return lessons.stream().map(LessonChoice::id).toList().indexOf(here);
  }

  /** The lesson after this one, if it is one of the list. */
  private Optional<LessonChoice> after(Explore state) {
    int index = index(state);
    return index >= 0 && index + 1 < lessons.size()
        ? Optional.of(lessons.get(index + 1))
        : Optional.empty();
  }
}
