package org.gradloom.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gradloom.data.TableColumn;
import org.gradloom.data.TableReading;
import org.gradloom.lesson.TableChoices;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;

/**
 * One thing that was decided about a table.
 *
 * @param said what
 * @param guessed whether it could have been meant otherwise
 * @param undone what is wanted without it, where somebody chose it
 */
record SheetDecision(Message said, boolean guessed, Optional<TableChoices> undone) {
  /** How many columns are named. */
  private static final int MOST_NAMED = 6;

  private static SheetDecision found(Message said) {
    return new SheetDecision(said, false, Optional.empty());
  }

  private static SheetDecision guess(Message said) {
    return new SheetDecision(said, true, Optional.empty());
  }

  private static SheetDecision chosen(TableChoices without, String key, Object... arguments) {
    return new SheetDecision(Message.of(key, arguments), false, Optional.of(without));
  }

  /** All: first what was guessed, then what was chosen, then what goes, then how it is written. */
  static List<SheetDecision> all(SheetModel model) {
    List<SheetDecision> all = new ArrayList<>();
    model.reading().ifPresent(reading -> all.addAll(guesses(reading)));
    all.addAll(choices(model.choices()));
    model.reading().ifPresent(reading -> all.addAll(rest(reading)));
    model.glance().ifPresent(table -> form(model, table.header()).ifPresent(all::add));
    return all;
  }

  private static List<SheetDecision> guesses(TableReading reading) {
    List<SheetDecision> guesses = new ArrayList<>();
    boolean target = reading.targetBy() == TableReading.TargetBy.GUESSED;
    if (target) {
      guesses.add(
          guess(Message.of("table.decided.guessedTarget", reading.label(reading.target()))));
    }
    // The guess of the target is its first, in words for a terminal.
    reading.guessed().stream().skip(target ? 1 : 0).forEach(said -> guesses.add(guess(said)));
    return guesses;
  }

  private static List<SheetDecision> choices(TableChoices choices) {
    List<SheetDecision> chosen = new ArrayList<>();
    choices
        .target()
        .ifPresent(column ->
            chosen.add(
                chosen(choices.withFoundTarget(), "table.decided.target", Quote.of(column))));
    choices
        .task()
        .ifPresent(task ->
            chosen.add(
                chosen(
                    choices.withFoundTask(),
                    "table.decided.task",
                    Message.of("table.task." + task.word()))));
    new TreeMap<>(choices.kinds())
        .forEach((column, kind) ->
            chosen.add(
                chosen(
                    choices.withoutKind(column),
                    "table.decided.kind",
                    Quote.of(column),
                    Message.of("table.kind." + kind.word()))));
    choices
        .leftOut()
        .forEach(column ->
            chosen.add(chosen(choices.using(column), "table.decided.leftOut", Quote.of(column))));
    chosen.addAll(formChoices(choices));
    if (choices.pictures()) {
      chosen.add(chosen(choices.withPictures(false), "table.decided.pictures"));
    }
    return chosen;
  }

  private static List<SheetDecision> formChoices(TableChoices choices) {
    List<SheetDecision> chosen = new ArrayList<>();
    TableChoices.Form form = choices.form();
    form.encoding()
        .ifPresent(name ->
            chosen.add(
                chosen(choices.with(form.withFoundEncoding()), "table.decided.encoding", name)));
    form.delimiter()
        .ifPresent(sign ->
            chosen.add(
                chosen(
                    choices.with(form.withFoundDelimiter()),
                    "table.decided.delimiter",
                    FormChoices.delimiter(sign))));
    form.decimal()
        .ifPresent(sign ->
            chosen.add(
                chosen(
                    choices.with(form.withFoundDecimal()),
                    "table.decided.decimal",
                    FormChoices.decimal(sign))));
    form.header()
        .ifPresent(header ->
            chosen.add(
                chosen(
                    choices.with(form.withFoundHeader()),
                    header ? "table.decided.header" : "table.decided.noHeader")));
    return chosen;
  }

  private static List<SheetDecision> rest(TableReading reading) {
    List<SheetDecision> rest = new ArrayList<>();
    if (reading.targetBy() == TableReading.TargetBy.NAMED) {
      rest.add(found(Message.of("table.decided.namedTarget", reading.label(reading.target()))));
    }
    leftOut(reading).ifPresent(rest::add);
    if (reading.rowsLeftOut() > 0) {
      rest.add(
          found(
              Message.of(
                  "table.decided.lines",
                  reading.rowsLeftOut(),
                  Numbers.grouped(reading.rowsLeftOut()))));
    }
    reading.decided().forEach(said -> rest.add(found(said)));
    return rest;
  }

  private static Optional<SheetDecision> leftOut(TableReading reading) {
    List<TableColumn> all = reading.columns().stream().filter(column -> !column.isUsed()).toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    String named =
        all.stream()
            .limit(MOST_NAMED)
            .map(column -> Quote.of(column.name()))
            .collect(Collectors.joining(", "));
    return Optional.of(
        found(
            Message.of(
                "table.decided.columns",
                all.size(),
                all.size() > MOST_NAMED ? named + ", …" : named)));
  }

  /** How the characters were found to be read, as far as nobody chose it. */
  private static Optional<SheetDecision> form(SheetModel model, boolean header) {
    TableChoices.Form form = model.choices().form();
    return model
        .glance()
        .map(table -> {
          List<Message> found = new ArrayList<>();
          if (form.encoding().isEmpty()) {
            found.add(Message.of("table.found.encoding", table.encoding().printed()));
          }
          if (form.delimiter().isEmpty()) {
            found.add(
                Message.of("table.found.delimiter", FormChoices.delimiter(table.delimiter())));
          }
          if (form.decimal().isEmpty()) {
            found.add(
                Message.of("table.found.decimal", FormChoices.decimal(table.decimal().sign())));
          }
          if (form.header().isEmpty()) {
            found.add(Message.of(header ? "table.found.header" : "table.found.noHeader"));
          }
          return found;
        })
        .flatMap(found ->
            found.stream().reduce((one, other) -> Message.of("table.found.and", one, other)))
        .map(SheetDecision::found);
  }
}
