package org.gradloom.ui.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gradloom.lesson.TableChoices;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.ExplainedButton;
import org.gradloom.ui.control.LiveScroll;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.keys.KeyNames;
import org.gradloom.ui.keys.Shortcut;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What was decided, in one line that opens, and whether the table is used. */
final class SheetFooter extends HBox {
  private final Texts texts;
  private final Consumer<TableChoices> undo;
  private final ToggleButton open = new ToggleButton();
  private final Label line = new Label();
  private final Button use = new Button();
  private final ExplainedButton explained = new ExplainedButton(use);
  private final VBox list = new VBox();
  private final ScrollPane opened = new LiveScroll(list);

  /**
   * A footer that shows nothing yet.
   *
   * @param undo told what is wanted without one of the decisions
   */
  SheetFooter(Texts texts, Consumer<TableChoices> undo, Runnable used, Runnable cancelled) {
    this.texts = texts;
    this.undo = undo;
    open.setId("table-decisions");
    open.getStyleClass().add("table-decisions");
    open.setMinWidth(USE_PREF_SIZE);
    open.setOnAction(event -> showOpened());
    line.setId("table-decided");
    line.getStyleClass().add("table-decided");
    line.setMinWidth(0);
    line.setMaxWidth(Double.MAX_VALUE);
    setHgrow(line, Priority.ALWAYS);
    Button cancel = new Button(texts.get("table.cancel"));
    cancel.setId("table-cancel");
    cancel.setOnAction(event -> cancelled.run());
    cancel.setMinWidth(USE_PREF_SIZE);
    use.setId("table-use");
    use.setText(texts.get("table.use"));
    use.getStyleClass().addAll("accent", "table-use");
    use.setOnAction(event -> used.run());
    explained.setMinWidth(USE_PREF_SIZE);
    list.getStyleClass().add("table-decision-list");
    opened.setId("table-decision-list");
    opened.getStyleClass().add("table-opened");
    opened.setFitToWidth(true);
    opened.setMaxHeight(USE_PREF_SIZE);
    getStyleClass().add("table-footer");
    getChildren().addAll(open, line, cancel, explained);
    showOpened();
  }

  /** What opens above the footer, over the table. */
  ScrollPane opened() {
    return opened;
  }

  private void showOpened() {
    NodeVisibility.set(opened, open.isSelected());
    open.setGraphic(new FontIcon(open.isSelected() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_UP));
    open.setTooltip(
        new Tooltip(
            texts.get(open.isSelected() ? "table.decisions.close" : "table.decisions.open")));
  }

  /**
   * Shows what was decided.
   *
   * @param waits whether the table is being read
   */
  void show(SheetModel model, boolean waits) {
    List<SheetDecision> all = SheetDecision.all(model);
    NodeVisibility.set(open, !all.isEmpty());
    open.setText(texts.get("table.decisions", all.size()));
    if (all.isEmpty()) {
      open.setSelected(false);
      showOpened();
    }
    line.setText(all.stream().map(this::words).collect(Collectors.joining(" · ")));
    list.getChildren().setAll(all.stream().map(this::row).toList());
    Optional<String> refusal =
        waits || model.outcome().isEmpty()
            ? Optional.of(texts.get("table.waits"))
            : model.refusal().map(wrong -> SheetNotes.sentence(texts, wrong));
    explained.explain(
        texts.get("table.use.tip", KeyNames.here(texts).of(Shortcut.OfSheet.USE)), refusal);
  }

  /** Whether the table can be used now. */
  boolean mayUse() {
    return !use.isDisabled();
  }

  private String words(SheetDecision decision) {
    String words = texts.say(decision.said());
    return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
  }

  private HBox row(SheetDecision decision) {
    Label words = new Label(words(decision));
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    setHgrow(words, Priority.ALWAYS);
    if (decision.guessed()) {
      words.getStyleClass().add("strong");
    }
    HBox row = new HBox(words);
    row.getStyleClass().add("table-decision");
    decision
        .undone()
        .ifPresent(without -> {
          Button back = new Button(texts.get("table.undo"));
          back.setAccessibleText(texts.get("table.undo.of", words.getText()));
          back.getStyleClass().add("table-undo");
          back.setMinWidth(USE_PREF_SIZE);
          back.setOnAction(event -> undo.accept(without));
          row.getChildren().add(back);
        });
    return row;
  }
}
