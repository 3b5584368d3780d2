package org.gradloom.ui.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gradloom.lesson.Place;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Fading;
import org.gradloom.practice.Session;
import org.gradloom.practice.WorkedExample;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.TexLabel;
import org.gradloom.ui.control.TexLine;
import org.gradloom.ui.stage.FormulaTex;
import org.gradloom.ui.stage.RichText;

/** The steps of an exercise written out, the last of which are left to the learner. */
final class WorkedPane extends VBox {
  private static final PseudoClass YOURS = PseudoClass.getPseudoClass("yours");

  private final Texts texts;
  private final TexRenderer renderer;
  private Optional<Shown> shown = Optional.empty();
  private Optional<Place> yours = Optional.empty();

  /** What is drawn: nothing else changes it. */
  private record Shown(Exercise exercise, Fading fading, boolean over) {}

  WorkedPane(Texts texts, TexRenderer renderer) {
    this.texts = texts;
    this.renderer = renderer;
    setId("practice-worked");
    getStyleClass().add("worked");
    NodeVisibility.set(this, false);
  }

  /** Nothing where all is left to the learner. */
  void show(Session session) {
    Shown next = new Shown(session.exercise(), session.fading(), session.isOver());
    if (shown.equals(Optional.of(next))) {
      return;
    }
    shown = Optional.of(next);
    yours = Optional.empty();
    List<Node> rows = new ArrayList<>();
    if (session.fading() != Fading.ALL) {
      WorkedExample.of(session.exercise()).ifPresent(example -> rows.addAll(rows(example, next)));
    }
    getChildren().setAll(rows);
    NodeVisibility.set(this, !rows.isEmpty());
  }

  /** Where in the walk the first step stands that is the learner's, if one is shown. */
  Optional<Place> yours() {
    return yours;
  }

  private List<Node> rows(WorkedExample example, Shown now) {
    int count = example.steps().size();
    int worked = now.over() ? count : now.fading().shown(count);
    yours = worked < count ? example.steps().get(worked).at() : Optional.empty();
    List<Node> rows = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      boolean first = n == worked;
      if (n <= worked) {
        rows.add(row(n + 1, example.steps().get(n), first && !now.over()));
      }
    }
    return rows;
  }

  /** The first step that is the learner's shows what is to be worked out, and no result. */
  private Node row(int number, WorkedExample.WorkedStep step, boolean yours) {
    Label count = new Label(Integer.toString(number));
    count.getStyleClass().add("worked-number");
    count.pseudoClassStateChanged(YOURS, yours);
    RichText title = new RichText("worked-title-" + number);
    title.setSentence(texts.say(step.title()));
    VBox words = new VBox(title);
    words.getStyleClass().add("worked-words");
    if (!yours) {
      step.text()
          .ifPresent(text -> {
            RichText more = new RichText("worked-text-" + number);
            more.setSentence(texts.say(text));
            words.getChildren().add(more);
          });
    }
    for (WorkedExample.Line line : step.lines()) {
      words.getChildren().add(formula(line, yours));
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(count, words);
    row.setId("worked-" + number);
    row.getStyleClass().add("worked-row");
    row.pseudoClassStateChanged(YOURS, yours);
    return row;
  }

  private Node formula(WorkedExample.Line line, boolean yours) {
    TexLine tex = FormulaTex.line(line.formula(), yours ? line.asked() : line.sides());
    TexLabel label =
        new TexLabel(
            renderer,
            yours ? tex.tex() + " =\\;?" : tex.tex(),
            yours ? texts.get("practice.worked.yours", tex.spoken()) : tex.spoken());
    label.getStyleClass().add("worked-formula");
    return label;
  }
}
