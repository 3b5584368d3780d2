package org.gradloom.marking;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Quote;

/**
 * Reads what a learner typed, in the forms in which people write it. Whatever is counted counts
 * from 1, and everything is as the lesson's convention writes it.
 *
 * @param options what there is to choose from
 * @param right the right answer as it is written, whose size tells apart what can be read in two
 *     ways
 */
record AnswerText(List<Beat.Option> options, Answer right) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(\\d{1,9})(?:\\s*+(?:[×x*,;]|by)|\\s)\\s*+(\\d{1,9})", Pattern.CASE_INSENSITIVE);
  private static final Pattern LINES =
      Pattern.compile(
          "(?:row\\s*+)?(\\d{1,9})\\s*+(?:[,;·×x*]|and|with|meets|\\s)*+\\s*+(?:col(?:umn)?\\s*+)?(\\d{1,9})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CELL =
      Pattern.compile("\\(?\\s*(\\d{1,9})\\s*,\\s*(\\d{1,9})\\s*\\)?");
  private static final Pattern NAMED =
      Pattern.compile("(?:dL/(?=d))?(\\p{L}+)(?:\\((\\d)\\))?_?\\{?([1-9])([1-9])}?");
  private static final Pattern NUMBERED = Pattern.compile("\\d{1,9}");
  private static final Pattern SEPARATOR = Pattern.compile("\\s*[,;]\\s*");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final int LONGEST = 100_000;

  /**
   * The answer as it is written.
   *
   * @throws InvalidInput saying where it cannot be read, and what would be right
   */
  Answer read(String typed) {
    if (typed.length() > LONGEST) {
      throw new InvalidInput("answer.tooLong");
    }
    String text = typed.strip();
    if (text.isEmpty()
        && right.kind() != Answer.Kind.CELLS
        && right.kind() != Answer.Kind.CHOICES) {
      throw new InvalidInput("answer.empty");
    }
    return switch (right) {
      case Answer.Scalar _ -> new Answer.Scalar(NumbersText.number(text));
      case Answer.Row(var values) -> row(text, values.columns());
      case Answer.OfMatrix(var values) ->
          new Answer.OfMatrix(NumbersText.matrix(text, values.shape()));
      case Answer.OfShape _ -> new Answer.OfShape(shape(text));
      case Answer.Choice _ -> new Answer.Choice(option(text));
      case Answer.Choices _ -> new Answer.Choices(several(text));
      case Answer.Order _ -> order(text);
      case Answer.Lines _ -> lines(text);
      case Answer.Cells(var cells) -> new Answer.Cells(cells(text, cells));
      case Answer.Expression _ -> new Answer.Expression(text);
      case Answer.Parts parts -> parts(text, parts);
    };
  }

  // ---- numbers

  /** A row, lying or standing; a matrix is what some take for one. */
  private static Answer row(String text, int numbers) {
    Matrix read = NumbersText.matrix(text, new Shape(1, numbers));
    if (read.rows() > 1 && read.columns() > 1) {
      return new Answer.OfMatrix(read);
    }
    return new Answer.Row(read.rows() > 1 ? read.transposed() : read);
  }

  private static Shape shape(String text) {
    Matcher matcher = SHAPE.matcher(NumbersText.bare(text));
    if (!matcher.matches()) {
      throw new InvalidInput("answer.shape", Quote.shortened(text));
    }
    int rows = Integer.parseInt(matcher.group(1));
    int columns = Integer.parseInt(matcher.group(2));
    if (rows == 0 || columns == 0) {
      throw new InvalidInput("answer.shape", Quote.shortened(text));
    }
    return new Shape(rows, columns);
  }

  // ---- options

  private int option(String text) {
    return find(text)
        .orElseThrow(
            () -> new InvalidInput("answer.option", Quote.shortened(text), options.size()));
  }

  /** By its text, its letter or its number. */
  private Optional<Integer> find(String typed) {
    String text = plain(typed);
    Optional<Integer> said =
        IntStream.range(0, options.size())
            .boxed()
            .filter(i -> texts(options.get(i)).anyMatch(each -> plain(each).equals(text)))
            .findFirst();
    return said.or(() -> numbered(NumbersText.bare(text)));
  }

  private static Stream<String> texts(Beat.Option option) {
    return switch (option.text()) {
      case org.gradloom.lesson.Wording.Plain(var text) -> Stream.of(text);
      case org.gradloom.lesson.Wording.ByLanguage(var texts) -> texts.values().stream();
    };
  }

  /** As it is compared: without what differs between two ways to type the same. */
  private static String plain(String text) {
    return BLANKS
        .matcher(text.replace(Numbers.MINUS, '-').toLowerCase(Locale.ROOT))
        .replaceAll("")
        .strip();
  }

  private Optional<Integer> numbered(String text) {
    String bare =
        text.endsWith(".") || text.endsWith(")") ? text.substring(0, text.length() - 1) : text;
    int index;
    if (bare.length() == 1 && bare.charAt(0) >= 'a' && bare.charAt(0) <= 'z') {
      index = bare.charAt(0) - 'a';
    } else if (bare.matches("\\d{1,4}")) {
      index = Integer.parseInt(bare) - 1;
    } else {
      return Optional.empty();
    }
    return index >= 0 && index < options.size() ? Optional.of(index) : Optional.empty();
  }

  /** Separated by commas, or by blanks, or letters in a row; none of them may be right. */
  private List<Integer> several(String text) {
    String bare = NumbersText.bare(text);
    if (bare.isEmpty() || plain(bare).equals("none")) {
      return List.of();
    }
    for (List<String> pieces :
        List.of(List.of(text), split(SEPARATOR, bare), split(BLANKS, bare), letters(bare))) {
      List<Optional<Integer>> found = pieces.stream().map(this::find).toList();
      if (found.stream().allMatch(Optional::isPresent)) {
        return found.stream().map(Optional::orElseThrow).toList();
      }
    }
    String unknown =
        split(SEPARATOR, bare).stream()
            .filter(piece -> find(piece).isEmpty())
            .findFirst()
            .orElse(bare);
    throw new InvalidInput("answer.option", Quote.shortened(unknown), options.size());
  }

  private static List<String> split(Pattern at, String text) {
    return at.splitAsStream(text).filter(piece -> !piece.isEmpty()).toList();
  }

  private static List<String> letters(String text) {
    return text.chars().mapToObj(Character::toString).toList();
  }

  private Answer order(String text) {
    List<Integer> order = several(text);
    if (order.size() != options.size() || order.stream().distinct().count() != options.size()) {
      throw new InvalidInput("answer.order", options.size(), order.size());
    }
    return new Answer.Order(order);
  }

  // ---- places

  private static Answer.Lines lines(String text) {
    Matcher matcher = LINES.matcher(NumbersText.bare(text));
    if (!matcher.matches()) {
      throw new InvalidInput("answer.lines", Quote.shortened(text));
    }
    int left = Integer.parseInt(matcher.group(1));
    int right = Integer.parseInt(matcher.group(2));
    if (left == 0 || right == 0) {
      throw new InvalidInput("answer.lines", Quote.shortened(text));
    }
    return new Answer.Lines(left - 1, right - 1);
  }

  /** Each by its name, as a place, or as row and column of the matrix that is asked about. */
  private static List<Place.OfCell> cells(String text, List<Place.OfCell> right) {
    String list = NumbersText.isWithin(text, "[", "]") ? NumbersText.bare(text) : text;
    if (list.isBlank() || plain(list).equals("none")) {
      return List.of();
    }
    List<Optional<Place.OfCell>> named =
        Arrays.stream(list.strip().split("[,;\\s]+")).map(name -> named(name, right)).toList();
    if (named.stream().allMatch(Optional::isPresent)) {
      return named.stream().map(Optional::orElseThrow).toList();
    }
    List<Place.OfCell> cells = new ArrayList<>();
    for (String piece :
        list.contains("/")
            ? list.split("[;\\s]+|,(?=\\s)|,(?=layer)")
            : list.split(";|\\s+(?=\\()|(?<!,)\\s+(?!,)|(?<=\\))\\s*,")) {
      String one = piece.replace("\"", "").strip();
      if (!one.isEmpty()) {
        cells.add(cell(one, right));
      }
    }
    return cells;
  }

  /** A cell of the matrix that is asked about, by the letter of that and its two indices. */
  private static Optional<Place.OfCell> named(String name, List<Place.OfCell> right) {
    // Lowered and raised digits become plain ones.
    Matcher matcher = NAMED.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC));
    if (!matcher.matches() || right.isEmpty()) {
      return Optional.empty();
    }
    Operand operand = right.getFirst().operand();
    String layer = Integer.toString(operand.layer() + 1);
    return matcher.group(1).equalsIgnoreCase(operand.quantity().placeName())
            && Optional.ofNullable(matcher.group(2)).orElse(layer).equals(layer)
        ? Optional.of(
            new Place.OfCell(
                operand,
                new Cell(
                    Integer.parseInt(matcher.group(3)) - 1,
                    Integer.parseInt(matcher.group(4)) - 1)))
        : Optional.empty();
  }

  private static Place.OfCell cell(String text, List<Place.OfCell> right) {
    Matcher pair = CELL.matcher(text);
    if (pair.matches() && !right.isEmpty()) {
      Operand operand = right.getFirst().operand();
      int row = Integer.parseInt(pair.group(1));
      int column = Integer.parseInt(pair.group(2));
      if (row > 0 && column > 0) {
        return new Place.OfCell(operand, new Cell(row - 1, column - 1));
      }
    } else if (text.contains("/") && Region.parse(text) instanceof Place.OfCell cell) {
      return cell;
    }
    throw new InvalidInput("answer.cell", Quote.shortened(text));
  }

  // ---- parts

  private Answer parts(String text, Answer.Parts right) {
    List<Answer.Part> rights = right.parts();
    List<String> pieces =
        Arrays.stream(text.split("[;\\n]"))
            .map(String::strip)
            .filter(piece -> !piece.isEmpty())
            .toList();
    if (pieces.size() != rights.size()) {
      throw new InvalidInput("answer.parts", rights.size(), pieces.size());
    }
    return new Answer.Parts(
        IntStream.range(0, rights.size())
            .mapToObj(n ->
                right.chosen().orElse(-1) == n
                    ? chosen(pieces.get(n))
                    : new AnswerText(options, rights.get(n)).read(pieces.get(n)))
            .map(Answer.Part.class::cast)
            .toList());
  }

  /** An option by its letter or its text, or by its number as answers hold it, from 0. */
  private Answer chosen(String piece) {
    return options.isEmpty() || NUMBERED.matcher(piece).matches()
        ? new Answer.Scalar(NumbersText.number(piece))
        : new Answer.Scalar(Entry.of(option(piece)));
  }
}
