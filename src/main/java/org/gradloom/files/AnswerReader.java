package org.gradloom.files;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;

/**
 * Reads the answer to a question. A question's kind may stand behind its answer in the document, so
 * an answer is read by its form first, and held against its kind once both are known.
 *
 * @param options how many options the question has
 * @param places told of every place that the answer names, with its path
 */
record AnswerReader(int options, BiConsumer<String, Region> places) {
  private static final List<String> LINES = List.of("left", "right");

  /** What stands in a document, with its path in there. */
  sealed interface Form {
    String path();

    record Typed(String path, Entry entry, String typed) implements Form {}

    record Text(String path, String text) implements Form {}

    record Many(String path, List<Form> items) implements Form {}

    record Lines(String path, int left, int right) implements Form {}
  }

  /** Reads the value that stands here, whatever kind of answer it is. */
  static Form form(JsonInput in) {
    String path = in.path();
    return switch (in.token()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Form.Typed(path, Entry.of(in.parsedNumber()), in.rawText());
      case VALUE_STRING -> new Form.Text(path, in.text("file.aText"));
      case START_ARRAY -> new Form.Many(path, in.list("file.aList", AnswerReader::form));
      case START_OBJECT -> linesOf(in, path);
      case VALUE_TRUE,
          VALUE_FALSE,
          VALUE_NULL,
          END_OBJECT,
          END_ARRAY,
          PROPERTY_NAME,
          VALUE_EMBEDDED_OBJECT,
          NOT_AVAILABLE ->
          throw in.wrongType("file.anAnswer");
    };
  }

  private static Form linesOf(JsonInput in, String path) {
    int[] ends = new int[2];
    in.object("file.twoLines", LINES, name -> ends[LINES.indexOf(name)] = in.wholeNumber(1));
    for (String name : LINES) {
      if (ends[LINES.indexOf(name)] == 0) {
        throw Values.missing(Message.of("file.thePath", path), name);
      }
    }
    return new Form.Lines(path, ends[0] - 1, ends[1] - 1);
  }

  /**
   * The answer of a kind.
   *
   * @throws InvalidInput if its form is another, or names what there is not, with its path
   */
  Answer read(Answer.Kind kind, Form form) {
    return switch (kind) {
      case NUMBER -> new Answer.Scalar(number(form, "file.answer.NUMBER"));
      case ROW -> new Answer.Row(row(form, "file.answer.ROW"));
      case MATRIX -> new Answer.OfMatrix(matrix(form));
      case SHAPE -> shape(form);
      case CHOICE -> new Answer.Choice(option(form, "file.answer.CHOICE"));
      case CHOICES ->
          new Answer.Choices(
              each(form, "file.answer.CHOICES", item -> option(item, "file.anOption")));
      case ORDER -> order(form);
      case LINES -> {
        if (form instanceof Form.Lines lines) {
          yield lines(lines);
        }
        throw refused(form, "file.answer.LINES");
      }
      case CELLS -> cells(form);
      case EXPRESSION -> {
        if (form instanceof Form.Text(_, String text)) {
          yield new Answer.Expression(text);
        }
        throw refused(form, "file.answer.EXPRESSION");
      }
      case PARTS -> new Answer.Parts(atLeastOne(form, "file.answer.PARTS", this::part));
    };
  }

  private Answer.Part part(Form form) {
    return switch (form) {
      case Form.Typed(_, var entry, _) -> new Answer.Scalar(entry);
      case Form.Text text when MatrixInput.isFraction(text.text()) ->
          new Answer.Scalar(number(text, "file.answer.NUMBER"));
      case Form.Text(_, var text) -> new Answer.Expression(text);
      case Form.Lines lines -> lines(lines);
      case Form.Many(_, var items) when items.isEmpty() -> new Answer.Cells(List.of());
      case Form.Many(_, var items) ->
          switch (items.getFirst()) {
            case Form.Many _ -> new Answer.OfMatrix(matrix(form));
            case Form.Text(_, var text) when !MatrixInput.isFraction(text) -> cells(form);
            case Form.Typed _, Form.Text _, Form.Lines _ ->
                new Answer.Row(row(form, "file.answer.ROW"));
          };
    };
  }

  private static Answer.Part lines(Form.Lines form) {
    return new Answer.Lines(form.left(), form.right());
  }

  private Answer.Part cells(Form form) {
    return new Answer.Cells(each(form, "file.answer.CELLS", this::cell));
  }

  private static Entry number(Form form, String expected) {
    return switch (form) {
      case Form.Typed(_, var entry, _) -> entry;
      case Form.Text(_, var text) when MatrixInput.isFraction(text) -> Numbers.parse(text);
      case Form.Text _, Form.Many _, Form.Lines _ -> throw refused(form, expected);
    };
  }

  private static Matrix row(Form form, String expected) {
    List<Entry> entries =
        atLeastOne(form, expected, item -> number(item, "file.aNumberOrFraction"));
    return Matrix.entries(new Shape(1, entries.size()), (_, j) -> entries.get(j));
  }

  private static Matrix matrix(Form form) {
    List<Matrix> rows = atLeastOne(form, "file.answer.MATRIX", item -> row(item, "file.aRow"));
    int columns = rows.getFirst().columns();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).columns() != columns) {
        throw new InvalidInput(
            "file.ragged", form.path() + "[" + i + "]", rows.get(i).columns(), columns);
      }
    }
    return Matrix.entries(new Shape(rows.size(), columns), (i, j) -> rows.get(i).entry(0, j));
  }

  private static Answer shape(Form form) {
    List<Integer> sides =
        each(form, "file.answer.SHAPE", item -> whole(item, 1, Integer.MAX_VALUE, "file.aSide"));
    if (sides.size() != 2) {
      throw new InvalidInput("file.notTwoSides", form.path(), sides.size());
    }
    return new Answer.OfShape(new Shape(sides.get(0), sides.get(1)));
  }

  private Answer order(Form form) {
    List<Integer> order = each(form, "file.answer.ORDER", item -> option(item, "file.anOption"));
    if (order.size() != options || order.stream().distinct().count() != options) {
      throw new InvalidInput("file.notAnOrder", form.path(), options);
    }
    return new Answer.Order(order);
  }

  private int option(Form form, String expected) {
    return whole(form, 0, options - 1, expected);
  }

  private static int whole(Form form, int least, int most, String expected) {
    if (!(form instanceof Form.Typed(var path, var entry, var typed))) {
      throw refused(form, expected);
    }
    double value = entry.value();
    if (value != Math.rint(value)) {
      throw new InvalidInput("file.notWhole", path, Quote.shortened(typed));
    }
    if (value < least || value > most) {
      throw new InvalidInput(
          "file.outOfRange",
          path,
          Quote.shortened(typed),
          Integer.toString(least),
          Integer.toString(most));
    }
    return (int) value;
  }

  private Place.OfCell cell(Form form) {
    if (!(form instanceof Form.Text(var path, var text) && Quote.isPlain(text))) {
      throw refused(form, "file.aCell");
    }
    try {
      if (Place.parse(text) instanceof Place.OfCell cell) {
        places.accept(path, cell);
        return cell;
      }
    } catch (InvalidInput e) {
      throw new InvalidInput("file.at", Message.of("file.thePath", path), e.said());
    }
    throw refused(form, "file.aCell");
  }

  private static <T> List<T> atLeastOne(Form form, String expected, Function<Form, T> read) {
    List<T> all = each(form, expected, read);
    if (all.isEmpty()) {
      throw refused(form, expected);
    }
    return all;
  }

  private static <T> List<T> each(Form form, String expected, Function<Form, T> read) {
    if (form instanceof Form.Many(_, var items)) {
      return items.stream().map(read).toList();
    }
    throw refused(form, expected);
  }

  private static InvalidInput refused(Form form, String expected) {
    Message found =
        switch (form) {
          case Form.Typed number -> Message.of("file.theNumber", Quote.shortened(number.typed()));
          case Form.Text text -> Message.of("file.theText", Quote.of(text.text()));
          case Form.Many many ->
              Message.of(many.items().isEmpty() ? "file.anEmptyList" : "file.aList");
          case Form.Lines _ -> Message.of("file.anObject");
        };
    return new InvalidInput("file.wrongType", form.path(), found, Message.of(expected));
  }
}
