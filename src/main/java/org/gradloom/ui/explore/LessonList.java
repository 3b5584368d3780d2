package org.gradloom.ui.explore;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.gradloom.text.Texts;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Origin;

/** The built-in lessons, the open one marked. */
final class LessonList extends VBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  LessonList(Texts texts, List<LessonChoice> lessons) {
    getStyleClass().add("lesson-list");
    Label title = new Label(texts.get("panel.lessons"));
    title.getStyleClass().add("panel-title");
    getChildren().add(title);
    for (LessonChoice lesson : lessons) {
      Button item = new Button(lesson.title());
      item.setId("lesson-" + lesson.id());
      item.getStyleClass().add("list-item");
      item.setMaxWidth(Double.MAX_VALUE);
      item.setWrapText(true);
      item.setMinHeight(USE_PREF_SIZE);
      item.setOnAction(event -> lesson.open().run());
      getChildren().add(item);
    }
  }

  void show(Explore state) {
    String open = state.document().origin() instanceof Origin.BuiltIn(var id) ? "lesson-" + id : "";
    getChildren()
        .forEach(child -> child.pseudoClassStateChanged(SELECTED, open.equals(child.getId())));
  }
}
