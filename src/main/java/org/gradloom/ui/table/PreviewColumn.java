package org.gradloom.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gradloom.data.TableColumn;
import org.gradloom.data.TableReading;
import org.gradloom.lesson.ColumnKind;
import org.gradloom.lesson.TableChoices;
import org.gradloom.text.Middle;
import org.gradloom.text.Quote;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.Tip;
import org.jspecify.annotations.Nullable;

/** One column of the preview: its header, with what it is and does, and its first fields. */
final class PreviewColumn extends VBox {
  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target-column");
  private static final PseudoClass LEFT_OUT = PseudoClass.getPseudoClass("left-out");
  private static final PseudoClass LACKING = PseudoClass.getPseudoClass("lacking");
  private static final PseudoClass NUMERIC = PseudoClass.getPseudoClass("numeric");
  private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
  private static final int LONGEST_FIELD = 60;

  private final Texts texts;
  private final Label name = new Label();
  private final SheetParts.Choice<ColumnKind> kind;
  private final SheetParts.Choice<TableColumn.Role> role;
  private final Label holds = new Label();
  private final Label becomes = new Label();
  private final List<Label> fields = new ArrayList<>();
  private final VBox head;
  private @Nullable SheetColumn shown;

  /** What is wanted of the column that is shown here. */
  interface Chooser {
    void choose(SheetColumn column, ColumnKind kind);

    void choose(SheetColumn column, TableColumn.Role role);
  }

  PreviewColumn(Texts texts, Chooser chooser) {
    this.texts = texts;
    kind =
        new SheetParts.Choice<>(
            "",
            of -> texts.get("table.kind." + of.word()),
            of -> present().ifPresent(column -> chooser.choose(column, of)));
    role =
        new SheetParts.Choice<>(
            "",
            of -> texts.say(SheetColumn.called(of)),
            of -> present().ifPresent(column -> chooser.choose(column, of)));
    name.getStyleClass().add("table-column-name");
    shorten(name);
    role.getStyleClass().add("table-role");
    holds.getStyleClass().add("table-column-note");
    becomes.getStyleClass().add("table-column-note");
    for (Region wide : List.of(name, kind, role, holds, becomes)) {
      wide.setMaxWidth(Double.MAX_VALUE);
      wide.setMinWidth(0);
    }
    head = new VBox(name, kind, role, holds, becomes);
    head.getStyleClass().add("table-head");
    getStyleClass().add("table-column");
    getChildren().add(head);
  }

  /** Both its beginning and its end tell a name from others. */
  private static void shorten(Label label) {
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    label.setEllipsisString("…");
  }

  private Optional<SheetColumn> present() {
    return Optional.ofNullable(shown);
  }

  /** Where the column stands in the table, from 0; negative while none is shown. */
  int place() {
    return shown == null ? -1 : shown.place();
  }

  /** The list of what the column is, or of what it does. */
  SheetParts.Choice<?> list(boolean ofRole) {
    return ofRole ? role : kind;
  }

  /**
   * Shows a column.
   *
   * @param lines the first of the table, as many as have room
   */
  void show(SheetColumn column, List<TableReading.Beginning> lines, TableChoices choices) {
    shown = column;
    String full = Quote.visible(column.name());
    name.setText(full);
    Tip.set(name, full);
    kind.setId("table-kind-" + (column.place() + 1));
    kind.setAccessibleText(texts.get("table.kind.of", full));
    Tip.set(kind, texts.get("table.kind.tip", full));
    kind.show(column.kinds(), column.kind());
    boolean target = column.role() == TableColumn.Role.TARGET;
    role.setId("table-role-" + (column.place() + 1));
    role.setAccessibleText(texts.get("table.role.of", full));
    Tip.set(role, texts.get(target ? "table.role.target.tip" : "table.role.tip", full));
    role.show(column.roles(), column.role());
    holds.setText(texts.say(column.holds()));
    becomes.setText(texts.say(column.becomes()));
    becomes.pseudoClassStateChanged(LACKING, column.isUsed() && column.lacksValues());
    pseudoClassStateChanged(TARGET, target);
    pseudoClassStateChanged(LEFT_OUT, !column.isUsed());
    while (fields.size() < lines.size()) {
      Label field = new Label();
      field.getStyleClass().add("table-field");
      field.setMaxWidth(Double.MAX_VALUE);
      field.setMinWidth(0);
      shorten(field);
      fields.add(field);
      getChildren().add(field);
    }
    while (fields.size() > lines.size()) {
      getChildren().remove(fields.removeLast());
    }
    for (int i = 0; i < lines.size(); i++) {
      showField(fields.get(i), lines.get(i), column, choices);
    }
  }

  private void showField(
      Label field, TableReading.Beginning line, SheetColumn column, TableChoices choices) {
    int place = column.place();
    String words = place < line.fields().size() ? line.fields().get(place) : "";
    boolean lacks = line.missing().contains(place) && column.isUsed();
    boolean merged = line.merged().contains(place);
    boolean refused = isRefused(line, column);
    field.setText(Middle.shortened(Quote.visible(words).replace('\n', ' '), LONGEST_FIELD));
    field.setGraphic(null);
    field.setTooltip(null);
    field.setContentDisplay(ContentDisplay.LEFT);
    if (lacks) {
      boolean filled =
          choices.filled()
              && column.role() == TableColumn.Role.FEATURE
              && column.kind().isNumeric();
      Label box = new Label(filled ? column.mean() : "");
      field.setTooltip(filled ? new Tooltip(texts.get("table.mean.tip")) : null);
      box.getStyleClass().add("table-lacking");
      field.setGraphic(box);
      field.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    } else if (merged) {
      Label other = new Label(field.getText());
      other.getStyleClass().add("table-merged");
      field.setGraphic(other);
      field.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      column
          .reading()
          .ifPresent(reading ->
              field.setTooltip(
                  new Tooltip(texts.get("table.merged", words, reading.readAs(place, words)))));
    }
    field.pseudoClassStateChanged(NUMERIC, column.isRightAligned());
    field.pseudoClassStateChanged(GONE, !line.stays());
    field.pseudoClassStateChanged(REFUSED, refused);
  }

  /** Whether a line is the one that the whole table is refused for. */
  static boolean isRefused(TableReading.Beginning line, SheetColumn column) {
    return column.table().refused().isPresent()
        && column.table().refused().getAsInt() == line.number();
  }

  /** Told when one of its lists has the focus: which column, and whether the list is of roles. */
  void onFocus(BiConsumer<Integer, Boolean> told) {
    kind.focusedProperty()
        .subscribe(focused -> {
          if (focused) {
            told.accept(place(), false);
          }
        });
    role.focusedProperty()
        .subscribe(focused -> {
          if (focused) {
            told.accept(place(), true);
          }
        });
  }
}
