package org.gradloom.ui.explore;

import java.util.List;
import javafx.scene.layout.Pane;
import org.gradloom.files.Progress;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.author.BeatsPanel;
import org.gradloom.ui.control.Late;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;

/** Left of the stage: the beats to write, the lessons to choose from, the numbers to change. */
final class LeftSide {
  private final Late<BeatsPanel> beats;
  private final LessonList lessons;
  private final NumbersPanel numbers;

  /** Puts them on a ground that has none of them yet. */
  LeftSide(
      Store store, Texts texts, TexRenderer renderer, List<LessonChoice> choices, Pane ground) {
    this.beats =
        new Late<>(() -> {
          BeatsPanel made = new BeatsPanel(store, texts);
          ground.getChildren().addFirst(made);
          return made;
        });
    this.lessons = new LessonList(texts, choices);
    this.numbers = new NumbersPanel(store, texts, renderer);
    ground.getChildren().addAll(lessons, numbers);
  }

  void show(Explore state) {
    beats.made().ifPresent(panel -> panel.show(state));
    lessons.show(state);
    numbers.show(state);
  }

  void show(Progress reached) {
    lessons.show(reached);
  }

  /** Shows where the lesson's beats are written. */
  void writeBeats() {
    beats.get().open();
  }
}
