package org.gradloom.ui.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gradloom.data.TableColumn;
import org.gradloom.data.TableGlance;
import org.gradloom.data.TableOutcome;
import org.gradloom.data.TableReading;
import org.gradloom.lesson.LearningTask;
import org.gradloom.lesson.TableChoices;
import org.gradloom.text.Message;

/**
 * What the sheet knows of a table: what was chosen, and what came of reading it so. Immutable; all
 * that is shown follows from it.
 *
 * @param choices what is wanted, which the outcome may not have caught up with yet
 * @param changed what was chosen last, beside which a refusal stands
 * @param outcome of the last reading that ended; nothing before the first
 */
record SheetModel(TableChoices choices, Part changed, Optional<TableOutcome> outcome) {
  /** What is chosen in one place of the sheet. */
  enum Part {
    /** Encoding, delimiter, decimal sign and header. */
    FORM,
    /** Kinds and roles; all that is wrong with the table as it is, too. */
    COLUMNS,
    TASK,
    MISSING,
    PICTURES
  }

  /** A table that was not read yet. */
  static SheetModel unread(TableChoices choices) {
    return new SheetModel(choices, Part.COLUMNS, Optional.empty());
  }

  /** Something else is wanted. */
  SheetModel choosing(Part part, TableChoices wanted) {
    return new SheetModel(wanted, part, outcome);
  }

  /** A reading has ended. */
  SheetModel with(TableOutcome read) {
    return new SheetModel(choices, changed, Optional.of(read));
  }

  /** How the table is read, if it can be. */
  Optional<TableReading> reading() {
    return outcome.flatMap(came ->
        switch (came) {
          case TableOutcome.Read(var reading) -> Optional.of(reading);
          case TableOutcome.Refused _ -> Optional.empty();
        });
  }

  /** What can be seen of it. */
  Optional<TableGlance> glance() {
    return outcome.flatMap(came ->
        switch (came) {
          case TableOutcome.Read(var reading) -> Optional.of(TableGlance.of(reading));
          case TableOutcome.Refused(_, var seen) -> seen;
        });
  }

  /** Why it cannot be used as it is. */
  Optional<Message> refusal() {
    return outcome.flatMap(came ->
        switch (came) {
          case TableOutcome.Read(var reading) -> reading.refusal(choices.pictures());
          case TableOutcome.Refused(var why, _) -> Optional.of(why);
        });
  }

  /** The same, if it belongs into one part of the sheet. */
  Optional<Message> refusal(Part part) {
    return refusal().filter(_ -> refused() == part);
  }

  private Part refused() {
    // What is read but cannot be learned has too many classes or is no picture.
    return reading()
        .map(reading -> reading.refusal(false).isPresent() ? Part.TASK : Part.PICTURES)
        .orElse(changed);
  }

  /** What the document keeps where the table is used: what was found does not change any more. */
  TableChoices settled() {
    return reading()
        .map(reading -> choices.settled(reading.key(reading.target()), reading.task()))
        .orElse(choices);
  }

  /** What is learned, or is wanted to be. */
  Optional<LearningTask> task() {
    return choices.task().or(() -> reading().map(TableReading::task));
  }

  /** All columns, from left to right. */
  List<SheetColumn> columns() {
    return glance()
        .map(seen ->
            IntStream.range(0, seen.columns().size())
                .mapToObj(j -> new SheetColumn(j, seen, reading()))
                .toList())
        .orElse(List.of());
  }

  /** The place of the target; the first column where there is none. */
  int target() {
    return columns().stream()
        .filter(column -> column.role() == TableColumn.Role.TARGET)
        .mapToInt(SheetColumn::place)
        .findFirst()
        .orElse(0);
  }

  /** What one click would do about lines that go. */
  List<SheetOffer> offers() {
    return outcome
        .map(came ->
            switch (came) {
              case TableOutcome.Read(var reading) -> SheetOffer.of(reading, choices);
              case TableOutcome.Refused(_, var seen) ->
                  seen.filter(table -> table.refused().isEmpty())
                      .map(table -> SheetOffer.of(table, choices))
                      .orElse(List.of());
            })
        .orElse(List.of());
  }
}
