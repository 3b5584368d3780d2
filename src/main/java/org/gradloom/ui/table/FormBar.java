package org.gradloom.ui.table;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gradloom.data.TableEncoding;
import org.gradloom.data.TableGlance;
import org.gradloom.lesson.TableChoices;
import org.gradloom.text.Texts;

/** How the characters of the table are read: encoding, delimiter, decimal sign, header. */
final class FormBar extends VBox {
  private final Texts texts;
  private final SheetParts.Choice<String> encoding;
  private final SheetParts.Choice<Character> delimiter;
  private final SheetParts.Choice<Character> decimal;
  private final CheckBox header = new CheckBox();
  private final Label comments = SheetParts.note("table-comments");
  private final Label refusal = SheetParts.refusal("table-form-refusal");

  /**
   * A bar that shows nothing yet.
   *
   * @param present what was chosen so far
   * @param choose told what is wanted now
   */
  FormBar(
      Texts texts,
      Supplier<TableChoices> present,
      BiConsumer<SheetModel.Part, TableChoices> choose) {
    this.texts = texts;
    encoding =
        new SheetParts.Choice<>(
            "table-encoding",
            name -> name,
            name -> form(present, choose, present.get().form().withEncoding(name)));
    delimiter =
        new SheetParts.Choice<>(
            "table-delimiter",
            sign -> texts.say(FormChoices.delimiter(sign)),
            sign -> form(present, choose, present.get().form().withDelimiter(sign)));
    decimal =
        new SheetParts.Choice<>(
            "table-decimal",
            sign -> texts.say(FormChoices.decimal(sign)),
            sign -> form(present, choose, present.get().form().withDecimal(sign)));
    header.setId("table-header");
    header.setText(texts.get("table.header"));
    header.setTooltip(new Tooltip(texts.get("table.header.tip")));
    header.setOnAction(
        event -> form(present, choose, present.get().form().withHeader(header.isSelected())));
    FlowPane row =
        new FlowPane(
            named("table.encoding", encoding),
            named("table.delimiter", delimiter),
            named("table.decimal", decimal),
            header,
            comments);
    row.getStyleClass().add("table-form");
    getChildren().addAll(row, refusal);
  }

  private static void form(
      Supplier<TableChoices> present,
      BiConsumer<SheetModel.Part, TableChoices> choose,
      TableChoices.Form form) {
    choose.accept(SheetModel.Part.FORM, present.get().with(form));
  }

  private HBox named(String key, ComboBox<?> choice) {
    Label name = new Label(texts.get(key));
    name.getStyleClass().add("muted");
    name.setLabelFor(choice);
    name.setMinWidth(USE_PREF_SIZE);
    choice.setTooltip(new Tooltip(texts.get(key + ".tip")));
    choice.setAccessibleText(texts.get(key));
    HBox both = new HBox(name, choice);
    both.getStyleClass().add("table-choice");
    return both;
  }

  void show(SheetModel model) {
    TableChoices.Form form = model.choices().form();
    Optional<TableGlance> seen = model.glance();
    encoding.show(
        TableEncoding.names(),
        form.encoding().or(() -> seen.map(table -> table.encoding().printed())).orElse(null));
    Character sign = form.delimiter().or(() -> seen.map(TableGlance::delimiter)).orElse(null);
    delimiter.show(FormChoices.delimiters(sign == null ? ',' : sign), sign);
    decimal.show(
        FormChoices.DECIMALS,
        form.decimal().or(() -> seen.map(table -> table.decimal().sign())).orElse(null));
    header.setSelected(form.header().or(() -> seen.map(TableGlance::header)).orElse(true));
    SheetParts.say(comments, SheetNotes.comments(model).map(texts::say).orElse(""));
    SheetParts.say(
        refusal,
        model
            .refusal(SheetModel.Part.FORM)
            .map(wrong -> SheetNotes.sentence(texts, wrong))
            .orElse(""));
  }
}
