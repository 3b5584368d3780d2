package org.gradloom.ui.explore;

import java.util.List;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gradloom.files.Progress;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Origin;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The built-in lessons, the open one marked, and those that are done ticked and counted. Beside a
 * lesson they are listed; beside other numbers only their title stands, until it is clicked.
 */
final class LessonList extends VBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

  private final Texts texts;
  private final List<Item> lessons;
  private final Label done = new Label();
  private final VBox items = new VBox();
  private final Fold fold;

  /** A lesson of the list, with what marks it as done. */
  private record Item(LessonChoice lesson, Button button, Label badge, FontIcon tick) {}

  LessonList(Texts texts, List<LessonChoice> choices) {
    this.texts = texts;
    getStyleClass().add("lesson-list");
    done.setId("lessons-done");
    done.getStyleClass().add("muted");
    done.setMinWidth(USE_PREF_SIZE);
    fold = new Fold("lessons", texts, items, done);
    getChildren().add(fold);
    lessons =
        IntStream.range(0, choices.size()).mapToObj(i -> item(i + 1, choices.get(i))).toList();
    lessons.forEach(each -> items.getChildren().add(row(each)));
  }

  private static Item item(int number, LessonChoice lesson) {
    Label badge = new Label(Integer.toString(number));
    badge.getStyleClass().add("lesson-number");
    Button item = new Button(lesson.title(), badge);
    item.setId("lesson-" + lesson.id());
    item.getStyleClass().add("list-item");
    item.setMaxWidth(Double.MAX_VALUE);
    item.setWrapText(true);
    item.setMinHeight(USE_PREF_SIZE);
    item.setOnAction(event -> lesson.open().run());
    return new Item(lesson, item, badge, new FontIcon(Feather.CHECK));
  }

  /** Whoever clicks the tick clicks the lesson. */
  private static StackPane row(Item item) {
    item.tick().setId("done-" + item.lesson().id());
    item.tick().setMouseTransparent(true);
    item.tick().getStyleClass().add("lesson-tick");
    StackPane.setAlignment(item.tick(), Pos.CENTER_RIGHT);
    return new StackPane(item.button(), item.tick());
  }

  void show(Explore state) {
    fold.follow(state.document().origin(), state.path().isPresent());
    String open = state.document().origin() instanceof Origin.BuiltIn(var id) ? id : "";
    lessons.forEach(
        item -> item.button().pseudoClassStateChanged(SELECTED, open.equals(item.lesson().id())));
  }

  /** Ticks the lessons that are done. */
  void show(Progress progress) {
    int count = 0;
    for (Item item : lessons) {
      boolean isDone = progress.isDone(item.lesson().id());
      count += isDone ? 1 : 0;
      item.tick().setVisible(isDone);
      item.button().pseudoClassStateChanged(DONE, isDone);
      item.badge().pseudoClassStateChanged(DONE, isDone);
      String title = item.lesson().title();
      item.button().setAccessibleText(isDone ? texts.get("lessons.itemDone", title) : title);
    }
    done.setText(texts.get("lessons.done", count, lessons.size()));
    NodeVisibility.set(done, count > 0);
  }
}
