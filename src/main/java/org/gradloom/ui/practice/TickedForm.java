package org.gradloom.ui.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.practice.AnswerDraft;
import org.gradloom.text.Texts;
import org.gradloom.ui.store.PracticeState;

/** Options of which any number may be right. */
final class TickedForm implements AnswerForm {
  private final List<CheckBox> boxes = new ArrayList<>();
  private final FlowPane list = new FlowPane();

  TickedForm(
      List<Beat.Option> options,
      Supplier<AnswerDraft> draft,
      Consumer<AnswerDraft> enter,
      Texts texts) {
    list.getStyleClass().add("practice-options");
    for (int n = 0; n < options.size(); n++) {
      int option = n;
      CheckBox box = new CheckBox(options.get(n).text().in(texts.language()));
      box.setId("practice-option-" + (n + 1));
      box.setMnemonicParsing(false);
      box.setOnAction(event ->
          AnswerForm.as(AnswerDraft.Ticked.class, draft.get())
              .ifPresent(now -> enter.accept(now.turned(option))));
      boxes.add(box);
    }
    list.getChildren().setAll(boxes);
  }

  @Override
  public Optional<ExerciseGrid> matrix() {
    return Optional.empty();
  }

  @Override
  public List<Node> below() {
    return List.of(list);
  }

  @Override
  public void show(PracticeState.Work work) {
    boolean over = work.session().isOver();
    Set<Integer> right = AnswerForm.shown(work.session()).map(TickedForm::options).orElse(Set.of());
    Set<Integer> ticked =
        work.session().shown()
            ? right
            : AnswerForm.as(AnswerDraft.Ticked.class, work.draft())
                .map(AnswerDraft.Ticked::options)
                .orElse(Set.of());
    for (int n = 0; n < boxes.size(); n++) {
      boxes.get(n).setSelected(ticked.contains(n));
      boxes.get(n).setDisable(over);
    }
  }

  private static Set<Integer> options(Answer answer) {
    return switch (answer) {
      case Answer.Choices(var options) -> Set.copyOf(options);
      case Answer.Choice(int option) -> Set.of(option);
      case Answer.Scalar _,
          Answer.Row _,
          Answer.OfMatrix _,
          Answer.OfShape _,
          Answer.Order _,
          Answer.Lines _,
          Answer.Cells _,
          Answer.Expression _,
          Answer.Parts _ ->
          Set.of();
    };
  }

  @Override
  public Optional<Node> first() {
    return boxes.stream().findFirst().map(Node.class::cast);
  }
}
