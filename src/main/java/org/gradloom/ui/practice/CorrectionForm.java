package org.gradloom.ui.practice;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.practice.AnswerDraft;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.CellState;
import org.gradloom.ui.store.PracticeState;

/** The wrong cell of a matrix that is shown, what was done there, and the right number. */
final class CorrectionForm implements AnswerForm {
  private final ExerciseGrid grid;
  private final TextField number;
  private final List<RadioButton> reasons = new ArrayList<>();
  private final VBox below;

  CorrectionForm(
      ExerciseGrid grid,
      Operand matrix,
      List<Beat.Option> options,
      Supplier<AnswerDraft> draft,
      Consumer<AnswerDraft> enter,
      Texts texts) {
    this.grid = grid;
    Supplier<AnswerDraft.Correction> now =
        () ->
            AnswerForm.as(AnswerDraft.Correction.class, draft.get())
                .orElse(
                    new AnswerDraft.Correction(matrix, Optional.empty(), OptionalInt.empty(), ""));
    grid.setOnChoose(cell ->
        enter.accept(
            new AnswerDraft.Correction(
                matrix, Optional.of(cell), now.get().reason(), now.get().number())));
    ToggleGroup group = new ToggleGroup();
    VBox list = new VBox(label(texts.get("practice.correction.reason")));
    list.getStyleClass().add("answer-options");
    for (int n = 0; n < options.size(); n++) {
      int option = n;
      RadioButton button = new RadioButton(options.get(n).text().in(texts.language()));
      button.setId("practice-reason-" + (n + 1));
      button.setMnemonicParsing(false);
      button.setToggleGroup(group);
      button.setOnAction(event ->
          enter.accept(
              new AnswerDraft.Correction(
                  matrix, now.get().cell(), OptionalInt.of(option), now.get().number())));
      reasons.add(button);
      list.getChildren().add(button);
    }
    number =
        AnswerForm.field(
            "practice-number",
            texts.get("practice.correction.number"),
            typed ->
                enter.accept(
                    new AnswerDraft.Correction(
                        matrix, now.get().cell(), now.get().reason(), typed)));
    number.setPrefColumnCount(6);
    Label right = label(texts.get("practice.correction.number"));
    right.setLabelFor(number);
    HBox row = new HBox(right, number);
    row.getStyleClass().add("practice-line");
    below = new VBox(label(texts.get("practice.correction.cell")), list, row);
    below.getStyleClass().add("practice-parts");
  }

  private static Label label(String words) {
    Label label = new Label(words);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  @Override
  public Optional<ExerciseGrid> matrix() {
    return Optional.empty();
  }

  @Override
  public List<Node> below() {
    return List.of(below);
  }

  @Override
  public void show(PracticeState.Work work) {
    boolean over = work.session().isOver();
    AnswerForm.as(AnswerDraft.Correction.class, work.draft())
        .map(entered -> work.session().shown() ? told(work, entered) : entered)
        .ifPresent(now -> {
          grid.mark(cell ->
              now.cell().equals(Optional.of(cell))
                  ? EnumSet.of(CellState.MARKED)
                  : EnumSet.noneOf(CellState.class));
          for (int n = 0; n < reasons.size(); n++) {
            reasons.get(n).setSelected(now.reason().equals(OptionalInt.of(n)));
            reasons.get(n).setDisable(over);
          }
          AnswerForm.write(number, now.number());
          number.setEditable(!over);
        });
  }

  private static AnswerDraft.Correction told(
      PracticeState.Work work, AnswerDraft.Correction entered) {
    return AnswerForm.shown(work.session()).orElse(null) instanceof Answer.Parts(var parts)
            && parts.get(0) instanceof Answer.Cells(var cells)
            && parts.get(1) instanceof Answer.Scalar(var reason)
            && parts.get(2) instanceof Answer.Scalar(var right)
        ? new AnswerDraft.Correction(
            entered.matrix(),
            cells.stream().map(Place.OfCell::cell).findFirst(),
            OptionalInt.of((int) reason.value()),
            right.text())
        : entered;
  }

  @Override
  public Optional<Node> first() {
    return Optional.of(grid.cell(new Cell(0, 0)));
  }
}
