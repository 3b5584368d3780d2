package org.gradloom.ui.explore;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Origin;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The built-in lessons, the open one marked. Beside a lesson they are listed; beside other numbers
 * only their title stands, until it is clicked.
 */
final class LessonList extends VBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final VBox items = new VBox();
  private final FontIcon arrow = new FontIcon(Feather.CHEVRON_RIGHT);

  /** What was open when the list was last unfolded or folded by itself. */
  private Optional<Origin> shown = Optional.empty();

  LessonList(Texts texts, List<LessonChoice> lessons) {
    getStyleClass().add("lesson-list");
    Button title = new Button(texts.get("panel.lessons"), arrow);
    title.setId("fold-lessons");
    title.getStyleClass().addAll("panel-title", "fold");
    title.setOnAction(event -> unfold(!items.isVisible()));
    getChildren().addAll(title, items);
    for (int i = 0; i < lessons.size(); i++) {
      items.getChildren().add(item(i + 1, lessons.get(i)));
    }
    unfold(false);
  }

  private static Button item(int number, LessonChoice lesson) {
    Label badge = new Label(Integer.toString(number));
    badge.getStyleClass().add("lesson-number");
    Button item = new Button(lesson.title(), badge);
    item.setId("lesson-" + lesson.id());
    item.getStyleClass().add("list-item");
    item.setMaxWidth(Double.MAX_VALUE);
    item.setWrapText(true);
    item.setMinHeight(USE_PREF_SIZE);
    item.setOnAction(event -> lesson.open().run());
    return item;
  }

  private void unfold(boolean wanted) {
    NodeVisibility.set(items, wanted);
    arrow.setIconCode(wanted ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
  }

  void show(Explore state) {
    Optional<Origin> now = Optional.of(state.document().origin());
    if (!now.equals(shown)) {
      shown = now;
      unfold(state.path().isPresent());
    }
    String open = state.document().origin() instanceof Origin.BuiltIn(var id) ? "lesson-" + id : "";
    items
        .getChildren()
        .forEach(child -> child.pseudoClassStateChanged(SELECTED, open.equals(child.getId())));
  }
}
