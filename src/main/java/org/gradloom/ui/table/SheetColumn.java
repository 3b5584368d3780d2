package org.gradloom.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradloom.data.TableColumn;
import org.gradloom.data.TableGlance;
import org.gradloom.data.TableReading;
import org.gradloom.lesson.ColumnKind;
import org.gradloom.lesson.LearningTask;
import org.gradloom.lesson.TableChoices;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Message;

/**
 * One column as the sheet shows it.
 *
 * @param place from 0
 * @param table that it is of
 * @param reading of the table, if it is not refused
 */
record SheetColumn(int place, TableGlance table, Optional<TableReading> reading) {
  /** What a column may be taken for, whatever it seems to hold. */
  private static final List<ColumnKind> CHOSEN =
      List.of(
          ColumnKind.NUMBER,
          ColumnKind.CATEGORY,
          ColumnKind.TEXT,
          ColumnKind.DATE,
          ColumnKind.INDEX);

  private static final int MEAN_DIGITS = 4;

  private TableColumn column() {
    return table.columns().get(place);
  }

  private TableReading.Summary summary() {
    return table.summaries().get(place);
  }

  /** What choices call it. */
  String key() {
    return table.key(place);
  }

  /** As its header has it; by its number where it has none. */
  String name() {
    return column().name().isEmpty() ? "column " + (place + 1) : column().name();
  }

  ColumnKind kind() {
    return column().kind();
  }

  TableColumn.Role role() {
    return column().role();
  }

  boolean isUsed() {
    return column().isUsed();
  }

  /** Whether its fields stand at the right, as numbers do. */
  boolean isRightAligned() {
    return kind().isNumeric();
  }

  /** What it may be taken for. */
  List<ColumnKind> kinds() {
    List<ColumnKind> all = new ArrayList<>(CHOSEN);
    for (ColumnKind seen : List.of(summary().recognised(), kind())) {
      if (!all.contains(seen)) {
        all.add(seen);
      }
    }
    return all;
  }

  /** What it may do; a target becomes a feature when another column becomes the target. */
  List<TableColumn.Role> roles() {
    return role() == TableColumn.Role.TARGET
        ? List.of(TableColumn.Role.TARGET, TableColumn.Role.LEFT_OUT)
        : List.of(TableColumn.Role.values());
  }

  /** What is wanted after it is taken for something. */
  TableChoices as(ColumnKind kind, TableChoices choices) {
    return kind == summary().recognised()
        ? choices.withoutKind(key())
        : choices.withKind(key(), kind);
  }

  /** What is wanted after it is to do something. */
  TableChoices as(TableColumn.Role role, TableChoices choices) {
    return switch (role) {
      case TARGET -> choices.withTarget(key());
      case LEFT_OUT ->
          (role() == TableColumn.Role.TARGET ? choices.withFoundTarget() : choices).without(key());
      case FEATURE -> kind().isUsable() ? choices.using(key()) : choices.withKind(key(), usable());
    };
  }

  /** What a column is taken for that is used although it would be left out. */
  private ColumnKind usable() {
    return switch (kind()) {
      case TEXT, DATE -> ColumnKind.CATEGORY;
      case CONSTANT -> summary().numbers() > 0 ? ColumnKind.NUMBER : ColumnKind.CATEGORY;
      case NUMBER, CATEGORY, INDEX, EMPTY -> ColumnKind.NUMBER;
    };
  }

  /** What it holds. */
  Message holds() {
    TableReading.Summary summary = summary();
    return switch (kind()) {
      case NUMBER, INDEX ->
          summary.numbers() == 0
              ? Message.of("table.noNumber")
              : Message.of(
                  "table.range",
                  Numbers.format(summary.least()),
                  Numbers.format(summary.greatest()));
      case CATEGORY -> values("table.values");
      case TEXT -> values("table.textValues");
      case DATE -> values("table.dates");
      case CONSTANT -> Message.of("table.oneValue");
      case EMPTY -> Message.of("table.noValue");
    };
  }

  private Message values(String key) {
    return summary().values().isPresent()
        ? Message.of(key, summary().values().getAsInt())
        : Message.of(key + ".many");
  }

  /** Whether lines go for want of its values, or would if it were used. */
  boolean lacksValues() {
    return column().missing() > 0 && kind() != ColumnKind.EMPTY;
  }

  /** What is filled in where it lacks a number, about. */
  String mean() {
    return Numbers.rounded(summary().mean(), MEAN_DIGITS);
  }

  /** What a role is called. */
  static Message called(TableColumn.Role role) {
    return switch (role) {
      case FEATURE -> Message.of("table.role.feature");
      case TARGET -> Message.of("table.role.target");
      case LEFT_OUT -> Message.of("table.role.leftOut");
    };
  }

  /** What becomes of it. */
  Message becomes() {
    return switch (role()) {
      case TARGET -> target();
      case FEATURE ->
          lacksValues()
              ? missing()
              : reading
                  .map(read -> Message.of("table.inputs", read.inputs(place)))
                  .orElse(Message.of("table.nothing"));
      case LEFT_OUT -> lacksValues() ? missing() : Message.of("table.nothing");
    };
  }

  private Message missing() {
    return Message.of("table.missing", Numbers.grouped(column().missing()));
  }

  private Message target() {
    if (reading.isEmpty()) {
      return Message.of("table.nothing");
    }
    Message learned =
        Message.of(
            reading.get().task() == LearningTask.CLASSIFICATION
                ? "table.theClasses"
                : "table.theNumber");
    return isGuessed() ? Message.of("table.guessed", learned) : learned;
  }

  /** Whether it is the target for want of a better one. */
  boolean isGuessed() {
    return role() == TableColumn.Role.TARGET
        && reading.filter(read -> read.targetBy() == TableReading.TargetBy.GUESSED).isPresent();
  }
}
