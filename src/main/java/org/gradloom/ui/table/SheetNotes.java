package org.gradloom.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradloom.data.ImageSize;
import org.gradloom.data.TableColumn;
import org.gradloom.data.TableGlance;
import org.gradloom.data.TableReader;
import org.gradloom.data.TableReading;
import org.gradloom.lesson.LearningTask;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Message;
import org.gradloom.text.Middle;
import org.gradloom.text.Texts;

/** The sentences of the sheet below the table, and the one above it. */
final class SheetNotes {
  /** How many classes are named. */
  private static final int MOST_CLASSES_NAMED = 8;

  private static final int LONGEST_NAME = 24;

  private SheetNotes() {}

  /** How much of the file was read. */
  static Optional<Message> read(SheetModel model, long bytes) {
    return model
        .glance()
        .map(table -> {
          String size = Numbers.bytes((double) bytes);
          Message columns = Message.of("table.columns", table.columns().size());
          return table.refused().isPresent()
              ? Message.of(
                  "table.readTo", Numbers.grouped(table.refused().getAsInt()), columns, size)
              : Message.of("table.read", Numbers.grouped(table.lines()), columns, size);
        });
  }

  /** How many lines are none of the table's, if there are any. */
  static Optional<Message> comments(SheetModel model) {
    return model
        .glance()
        .map(TableGlance::comments)
        .filter(count -> count > 0)
        .map(count -> Message.of("table.comments", count, Numbers.grouped(count)));
  }

  /** What is learned. */
  static Optional<Message> task(SheetModel model) {
    return model
        .reading()
        .map(reading -> {
          String name = shortened(reading, reading.target());
          return reading.task() == LearningTask.CLASSIFICATION
              ? Message.of(
                  "table.note.classes",
                  name,
                  Numbers.grouped(reading.classes().size()),
                  TableReader.MOST_CLASSES,
                  classes(reading))
              : Message.of(
                  "table.note.number",
                  name,
                  Numbers.format(reading.summaries().get(reading.target()).least()),
                  Numbers.format(reading.summaries().get(reading.target()).greatest()));
        });
  }

  private static String classes(TableReading reading) {
    String named =
        reading.classes().stream()
            .limit(MOST_CLASSES_NAMED)
            .map(each ->
                Middle.shortened(each.name(), LONGEST_NAME)
                    + "\u00A0("
                    + Numbers.grouped(each.rows())
                    + ")")
            .collect(Collectors.joining(" · "));
    return reading.classes().size() > MOST_CLASSES_NAMED ? named + " · …" : named;
  }

  /** What becomes of lines with missing values. */
  static Optional<Message> missing(SheetModel model) {
    return model
        .reading()
        .map(reading -> {
          String stay = Numbers.grouped(reading.rows());
          Message lines =
              reading.rowsLeftOut() == 0
                  ? Message.of("table.note.allStay", stay)
                  : Message.of(
                      "table.note.linesGo",
                      reading.rowsLeftOut(),
                      Numbers.grouped(reading.rowsLeftOut()),
                      stay);
          if (reading.filled() > 0) {
            return Message.of(
                "table.note.filled", lines, reading.filled(), Numbers.grouped(reading.filled()));
          }
          return withoutMean(reading)
              .filter(_ -> reading.rowsLeftOut() > 0)
              .map(name -> Message.of("table.note.noMean", lines, name))
              .orElse(lines);
        });
  }

  /** A category that is used and has values missing. */
  private static Optional<String> withoutMean(TableReading reading) {
    return IntStream.range(0, reading.columns().size())
        .filter(j -> {
          TableColumn column = reading.columns().get(j);
          return column.role() == TableColumn.Role.FEATURE
              && column.isCategory()
              && column.missing() > 0;
        })
        .boxed()
        .findFirst()
        .map(j -> shortened(reading, j));
  }

  /** What the network reads of a line. */
  static Optional<Message> inputs(SheetModel model) {
    return model
        .reading()
        .map(reading -> {
          int columns = 0;
          int inputs = 0;
          for (int j = 0; j < reading.columns().size(); j++) {
            columns += reading.columns().get(j).role() == TableColumn.Role.FEATURE ? 1 : 0;
            inputs += reading.inputs(j);
          }
          return Message.of("table.note.inputs", columns, inputs);
        });
  }

  /** Which columns become several inputs. */
  static Optional<Message> oneHot(SheetModel model) {
    return model
        .reading()
        .map(reading -> {
          List<Message> categories = new ArrayList<>();
          for (int j = 0; j < reading.columns().size(); j++) {
            TableColumn column = reading.columns().get(j);
            if (column.role() == TableColumn.Role.FEATURE && column.isCategory()) {
              categories.add(
                  Message.of("table.note.category", shortened(reading, j), reading.inputs(j)));
            }
          }
          return categories.stream()
              .reduce((one, other) -> Message.of("table.found.and", one, other))
              .map(all -> Message.of("table.note.oneHot", all))
              .orElse(Message.of("table.note.scaled"));
        });
  }

  /** As which pictures the features may be taken. */
  static Optional<ImageSize> pictures(SheetModel model) {
    return model.reading().flatMap(TableReading::possiblePictureSize);
  }

  private static String shortened(TableReading reading, int column) {
    String name = reading.columns().get(column).name();
    return Middle.shortened(name.isEmpty() ? reading.key(column) : name, LONGEST_NAME);
  }

  /** A refusal that stands by itself begins as a sentence does. */
  static String sentence(Texts texts, Message said) {
    String words = texts.say(said);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
