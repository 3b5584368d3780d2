package org.gradloom.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.matrix.Matrix;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;

/**
 * Reads bare lines, with tabs, semicolons, commas or blanks between numbers.
 *
 * <p>Which of them separates is told in this order, as what is rarer within a number comes first. A
 * comma is a decimal sign where something else separates the numbers. A semicolon separates
 * numbers, as in the CSV of countries that write decimal commas, but ends a row where blanks or
 * commas separate numbers beside it.
 */
final class GridReader {
  private static final Pattern DECIMAL_COMMA =
      Pattern.compile("[+-]?\\d++,\\d++(?:[eE][+-]?\\d+)?");
  private static final Pattern ROWS_OF_CENTS = Pattern.compile("[+-]?\\d++,0\\d++");
  private static final Pattern ONE_COMMA = Pattern.compile("[+-]?\\d++,\\d++");
  private static final Pattern NAME = Pattern.compile("[\"']?[A-Za-z_][^,;\\t|]*+");
  private static final Pattern RULE = Pattern.compile("[\\s|:]*+-[\\s|:-]*+");
  private static final Pattern PLAIN_NUMBER = Pattern.compile("[-+.eE/\\d]++");
  private static final Pattern SEPARATORS_ONLY = Pattern.compile("[\\s,;|]*+");
  private static final Pattern FOOTER =
      Pattern.compile("\\[\\d+ rows x \\d+ columns\\]|\\(\\d+ rows?\\)|-++(?:\\+-++)++");

  private static final Set<String> NO_NAMES =
      Set.of("nan", "inf", "infinity", "na", "none", "null", "true", "false");
  private static final Set<String> NAMES_OF_INDEX =
      Set.of("", "unnamed: 0", "index", "id", "no", "#");

  private GridReader() {}

  /** Every way to read the text, the likelier first. */
  static List<Reading> read(String text) {
    List<String> lines =
        text.lines()
            .filter(line -> !line.isBlank() && !FOOTER.matcher(line.strip()).matches())
            .toList();
    if (lines.stream().allMatch(line -> SEPARATORS_ONLY.matcher(line).matches())) {
      throw new InvalidInput("paste.empty");
    }
    if (lines.stream().allMatch(line -> line.strip().startsWith("|"))) {
      return List.of(table(markdown(lines), false));
    }
    if (lines.stream().allMatch(line -> line.contains("|"))) {
      return List.of(table(stripped(split(lines, "\\|")), false));
    }
    if (text.contains("\t") && lines.stream().anyMatch(line -> line.strip().contains("\t"))) {
      return List.of(table(split(withoutLast(lines, '\t'), "\t"), true));
    }
    List<String> stripped = lines.stream().map(String::strip).toList();
    return text.contains(";") ? withSemicolons(stripped) : withoutSemicolons(stripped);
  }

  private static List<List<String>> split(List<String> lines, String separator) {
    return lines.stream().map(line -> List.of(line.split(separator, -1))).toList();
  }

  /** Lines without the separator that ends each of them. */
  private static List<String> withoutLast(List<String> lines, char separator) {
    String last = String.valueOf(separator);
    return lines.stream().allMatch(line -> line.endsWith(last))
        ? lines.stream().map(line -> line.substring(0, line.length() - 1)).toList()
        : lines;
  }

  private static List<List<String>> markdown(List<String> lines) {
    return lines.stream()
        .map(String::strip)
        .filter(line -> !RULE.matcher(line).matches())
        .map(line -> line.substring(1, Math.max(1, line.length() - (line.endsWith("|") ? 1 : 0))))
        .map(line -> List.of(line.split("\\|", -1)))
        .toList();
  }

  // ---- semicolons

  private static List<Reading> withSemicolons(List<String> lines) {
    List<String> open = withoutLast(lines, ';');
    List<List<String>> cells = stripped(split(open, ";"));
    if (cells.stream().allMatch(row -> row.size() == 1)) {
      return withoutSemicolons(open); // each ended a row
    }
    List<String> pieces =
        cells.stream().flatMap(List::stream).filter(piece -> !piece.isEmpty()).toList();
    if (pieces.stream().anyMatch(GridReader::holdsSeveral)) {
      return withoutSemicolons(pieces);
    }
    Reading grid = table(cells, true);
    boolean rows =
        lines.size() == 1 && pieces.stream().allMatch(piece -> ONE_COMMA.matcher(piece).matches());
    return rows ? withOther(grid, pieces) : List.of(grid);
  }

  /** True if a piece between semicolons is a row by itself. */
  private static boolean holdsSeveral(String piece) {
    return !NAME.matcher(piece).matches()
        && (piece.contains(" ") || piece.chars().filter(c -> c == ',').count() > 1);
  }

  private static List<Reading> withOther(Reading grid, List<String> csv) {
    Reading other = table(split(csv, ","), false);
    Matrix matrix = other.matrix();
    return List.of(
        grid.as(Way.COMMAS_ARE_DECIMAL)
            .saying(Message.of("paste.said.orCommas", matrix.rows(), matrix.columns())),
        other.as(Way.COMMAS_SEPARATE).saying(Message.of("paste.said.separators")));
  }

  // ---- commas and blanks

  private static List<Reading> withoutSemicolons(List<String> all) {
    List<String> lines = withoutLast(all, ',');
    if (lines.stream().noneMatch(line -> line.contains(","))) {
      return List.of(table(split(lines, "\\s++"), false));
    }
    if (areDecimalsBetweenBlanks(lines)) {
      return List.of(table(split(lines, "\\s++"), true));
    }
    if (areDecimalsBetweenCommas(lines)) {
      return withOther(
          table(split(lines, ",\\s++"), true), lines.stream().map(GridReader::tight).toList());
    }
    boolean column =
        lines.stream().allMatch(line -> ONE_COMMA.matcher(line).matches() || isWhole(line));
    boolean halves = lines.stream().anyMatch(GridReader::isWhole); // half of a row is none
    if (column && (halves || lines.stream().anyMatch(GridReader::isWithCents))) {
      return List.of(decimals(lines));
    }
    lines.forEach(PastedText::requireSeparatingCommas);
    Reading csv = table(stripped(split(lines, ",")), false);
    if (column) {
      Reading other = decimals(lines);
      Matrix matrix = other.matrix();
      return List.of(
          csv.as(Way.COMMAS_SEPARATE)
              .saying(Message.of("paste.said.orDecimals", matrix.rows(), matrix.columns())),
          other.as(Way.COMMAS_ARE_DECIMAL));
    }
    return List.of(csv);
  }

  private static Reading decimals(List<String> lines) {
    return table(lines.stream().map(List::of).toList(), true);
  }

  /** {@code 65,01}: with a zero first, what follows the comma is no number of its own. */
  private static boolean isWithCents(String line) {
    return ROWS_OF_CENTS.matcher(line).matches();
  }

  /** {@code 0,5, 0,25}: a comma within every number, and one with a blank between them. */
  private static boolean areDecimalsBetweenCommas(List<String> lines) {
    return lines.stream()
        .allMatch(line ->
            Stream.of(line.split(",\\s++")).allMatch(piece -> ONE_COMMA.matcher(piece).matches())
                && line.contains(" "));
  }

  private static String tight(String line) {
    return line.replaceAll("\\s++", "");
  }

  private static List<List<String>> stripped(List<List<String>> rows) {
    return rows.stream().map(row -> row.stream().map(String::strip).toList()).toList();
  }

  private static boolean isWhole(String line) {
    return line.chars().allMatch(c -> Character.isDigit(c) || c == '-');
  }

  private static boolean areDecimalsBetweenBlanks(List<String> lines) {
    return lines.stream().anyMatch(line -> line.contains(" "))
        && lines.stream()
            .flatMap(line -> Stream.of(line.split("\\s++")))
            .allMatch(piece ->
                PLAIN_NUMBER.matcher(piece).matches() || DECIMAL_COMMA.matcher(piece).matches());
  }

  // ---- names and counts around numbers

  /**
   * The numbers of a table, without what names its columns and rows.
   *
   * @param commas whether a comma may be a decimal sign, as it separates nothing
   */
  private static Reading table(List<List<String>> cells, boolean commas) {
    List<Message> said = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>(cells);
    boolean named = false;
    if (rows.size() > 1 && isHeader(rows)) {
      List<String> header = rows.removeFirst();
      said.add(Message.of("paste.said.header"));
      int width = rows.getFirst().size();
      named =
          header.size() == width - 1
              || (header.size() == width && isNameOfIndex(header.getFirst()) && counts(rows));
    }
    boolean names = rows.size() > 1 && allFirst(rows, GridReader::isName);
    if (named || names) {
      rows.replaceAll(row -> row.subList(1, row.size()));
      said.add(Message.of("paste.said.index"));
    }
    boolean decimal =
        commas
            && rows.stream().flatMap(List::stream).noneMatch(cell -> cell.contains("."))
            && rows.stream()
                .flatMap(List::stream)
                .anyMatch(cell -> DECIMAL_COMMA.matcher(unquoted(cell)).matches());
    if (decimal) {
      said.add(Message.of("paste.said.decimals"));
    }
    NumberRows numbers = new NumberRows();
    for (List<String> row : rows) {
      row.forEach(cell -> numbers.add(decimal ? unquoted(cell).replace(',', '.') : cell.strip()));
      numbers.end();
    }
    return numbers.reading().saying(said);
  }

  private static String unquoted(String cell) {
    String text = cell.strip();
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  /** True if the first row names the columns, or counts them from 0 as pandas does. */
  private static boolean isHeader(List<List<String>> rows) {
    List<String> header = rows.getFirst();
    List<List<String>> rest = rows.subList(1, rows.size());
    int width = rest.getFirst().size();
    boolean names =
        header.stream().skip(1).allMatch(GridReader::isName)
            && (isName(header.getFirst()) || isNameOfIndex(header.getFirst()))
            && header.stream().anyMatch(GridReader::isName);
    boolean counted =
        header.size() == width - 1
            && IntStream.range(0, header.size())
                .allMatch(j -> header.get(j).equals(Integer.toString(j)))
            && counts(rest);
    return (names && (header.size() == width || header.size() == width - 1)) || counted;
  }

  /** True if the first column is 0, 1, 2 … or 1, 2, 3 …, and not all there is. */
  private static boolean counts(List<List<String>> rows) {
    return rows.getFirst().size() > 1
        && IntStream.of(0, 1)
            .anyMatch(from ->
                IntStream.range(0, rows.size())
                    .allMatch(
                        i -> unquoted(rows.get(i).getFirst()).equals(Integer.toString(from + i))));
  }

  private static boolean allFirst(List<List<String>> rows, Predicate<String> is) {
    return rows.stream().allMatch(row -> row.size() > 1 && is.test(row.getFirst()));
  }

  private static boolean isName(String cell) {
    return NAME.matcher(cell.strip()).matches()
        && !NO_NAMES.contains(unquoted(cell).toLowerCase(Locale.ROOT));
  }

  private static boolean isNameOfIndex(String cell) {
    return NAMES_OF_INDEX.contains(unquoted(cell).toLowerCase(Locale.ROOT));
  }
}
