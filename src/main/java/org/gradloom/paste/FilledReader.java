package org.gradloom.paste;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;

/**
 * Reads calls that are given numbers in one row and how a matrix is filled with them: {@code
 * matrix(c(1, 2, 3, 4), nrow = 2)} and {@code rbind(c(1, 2), c(3, 4))} in R, {@code new
 * DMatrixRMaj(2, 2, true, 1, 2, 3, 4)} in EJML. R fills column by column unless told otherwise.
 */
final class FilledReader {
  private static final Pattern BEGIN_R =
      Pattern.compile(
          "\\s*+(?:t\\(\\s*+)?+(?:[cr]bind|c|matrix(?=\\(\\s*+(?:data\\s*+=\\s*+)?+(?:c\\(|[-+.\\d])))\\(");
  private static final Pattern BEGIN_EJML =
      Pattern.compile(
          "\\s*+(?:new\\s++)?+[\\w.]*+(?<=DMatrixRMaj|SimpleMatrix)\\(\\s*+\\d++\\s*+,");

  private static final Pattern CALL = Pattern.compile("\\s*+(?:new\\s++)?+([\\w.]++)\\s*+\\(");
  private static final Pattern NAMED = Pattern.compile("(\\w++)\\s*+=\\s*+(?s:(.*+))");
  private static final Pattern RANGE = Pattern.compile("(-?\\d{1,6}+)\\s*+:\\s*+(-?\\d{1,6}+)");
  private static final Pattern WHOLE_OF_R = Pattern.compile("([-+]?\\d++)L");
  private static final Pattern ARRAY =
      Pattern.compile("new double\\s*+\\[\\s*+\\]\\s*+\\{([^}]*+)\\}");

  /** What ranges and vectors may make together; a short text can ask for more than memory has. */
  private static final int MOST_NUMBERS = 1_000_000;

  private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,6}+");

  private FilledReader() {}

  static boolean begins(String text) {
    return BEGIN_R.matcher(text).lookingAt() || BEGIN_EJML.matcher(text).lookingAt();
  }

  static Reading read(String text) {
    Call call = call(text.strip().replaceFirst(";$", ""));
    return call.name.endsWith("Matrix") || call.name.endsWith("DMatrixRMaj")
        ? ofEjml(call)
        : ofR(call);
  }

  /** A function and what stands between its brackets, at its outermost commas. */
  private record Call(String name, List<String> arguments) {}

  /**
   * A text that is one call and nothing else.
   *
   * @throws InvalidInput if it is none, or something follows it
   */
  private static Call call(String text) {
    Matcher name = CALL.matcher(text);
    if (!name.lookingAt()) {
      throw new InvalidInput("paste.unknown", BracketReader.shortened(text.strip()));
    }
    List<String> arguments = new ArrayList<>();
    int open = 0;
    int from = name.end();
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (open == 0 && (c == ',' || c == ')')) {
        arguments.add(text.substring(from, i).strip());
        from = i + 1;
        if (c == ')') {
          requireNothing(text.substring(from));
          return new Call(name.group(1), arguments);
        }
      }
      open += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
    }
    throw new InvalidInput("paste.brackets");
  }

  private static void requireNothing(String rest) {
    if (!rest.isBlank()) {
      throw new InvalidInput("paste.rest", BracketReader.shortened(rest.strip()));
    }
  }

  // ---- R

  private static Reading ofR(Call call) {
    return switch (call.name) {
      case "t" ->
          ofR(call(String.join(",", call.arguments)))
              .turned(Message.of("paste.said.turned", "t()"));
      case "c" -> rows(List.of(numbers(call.arguments)));
      case "rbind" -> rows(vectors(call.arguments));
      case "cbind" -> rows(vectors(call.arguments)).transposed();
      case "matrix" -> matrix(call.arguments);
      default -> throw new InvalidInput("paste.unknown", call.name + "(");
    };
  }

  private static List<List<String>> vectors(List<String> arguments) {
    List<List<String>> vectors = new ArrayList<>();
    int count = 0;
    for (String argument : arguments) {
      List<String> vector = vector(argument);
      count += vector.size();
      requireFew(count);
      vectors.add(vector);
    }
    return vectors;
  }

  /** {@code c(…)}, a range of whole numbers, or one number. */
  private static List<String> vector(String text) {
    return text.startsWith("c(") ? numbers(call(text).arguments) : numbers(List.of(text));
  }

  private static List<String> numbers(List<String> arguments) {
    List<String> numbers = new ArrayList<>();
    for (String each : arguments) {
      Matcher range = RANGE.matcher(each);
      if (range.matches()) {
        int from = Integer.parseInt(range.group(1));
        int to = Integer.parseInt(range.group(2));
        requireFew(numbers.size() + Math.abs(to - from));
        IntStream.rangeClosed(0, Math.abs(to - from))
            .forEach(i -> numbers.add(Integer.toString(from + i * Integer.signum(to - from))));
      } else {
        numbers.add(withoutL(each));
      }
    }
    return numbers;
  }

  /** A number without the letter that makes it a whole one in R. */
  private static String withoutL(String number) {
    Matcher whole = WHOLE_OF_R.matcher(number);
    return whole.matches() ? whole.group(1) : number;
  }

  private static void requireFew(int numbers) {
    if (numbers > MOST_NUMBERS) {
      throw new InvalidInput("paste.tooMuch");
    }
  }

  private static Reading matrix(List<String> arguments) {
    Map<String, String> given = new LinkedHashMap<>();
    List<String> order = new ArrayList<>(List.of("data", "nrow", "ncol", "byrow"));
    for (String argument : arguments) {
      Matcher named = NAMED.matcher(argument);
      String name = named.matches() ? named.group(1) : order.isEmpty() ? "" : order.getFirst();
      if (!order.remove(name)) {
        throw new InvalidInput("paste.option", BracketReader.shortened(argument));
      }
      given.put(name, named.matches() ? named.group(2).strip() : argument);
    }
    List<String> data = vector(given.getOrDefault("data", ""));
    int rows = size(given, "nrow", data.size() / size(given, "ncol", 1));
    int columns = size(given, "ncol", data.size() / rows);
    return switch (given.getOrDefault("byrow", "FALSE")) {
      case "TRUE", "T" -> filled(data, rows, columns, true);
      case "FALSE", "F" ->
          filled(data, rows, columns, false).saying(Message.of("paste.said.byColumns"));
      default -> throw new InvalidInput("paste.option", "byrow = " + given.get("byrow"));
    };
  }

  private static int size(Map<String, String> given, String name, int otherwise) {
    String text = given.get(name);
    return text == null ? Math.max(1, otherwise) : count(withoutL(text));
  }

  private static int count(String text) {
    if (!COUNT.matcher(text).matches()) {
      throw new InvalidInput("paste.option", BracketReader.shortened(text));
    }
    return Integer.parseInt(text);
  }

  // ---- EJML

  private static Reading ofEjml(Call call) {
    List<String> arguments = call.arguments;
    if (arguments.size() < 4) {
      throw new InvalidInput("paste.unknown", call.name + "(");
    }
    boolean byRow =
        switch (arguments.get(2)) {
          case "true" -> true;
          case "false" -> false;
          default ->
              throw new InvalidInput("paste.option", BracketReader.shortened(arguments.get(2)));
        };
    List<String> data = arguments.subList(3, arguments.size());
    Matcher array = ARRAY.matcher(data.getFirst());
    if (data.size() == 1 && array.matches()) {
      data = List.of(array.group(1).strip().split("\\s*+,\\s*+"));
    }
    return filled(data, count(arguments.get(0)), count(arguments.get(1)), byRow);
  }

  // ---- matrices

  private static Reading filled(List<String> data, int rows, int columns, boolean byRow) {
    if (data.size() != (long) rows * columns) {
      throw new InvalidInput("paste.filled", data.size(), rows, columns);
    }
    return rows(
        IntStream.range(0, rows)
            .mapToObj(i ->
                IntStream.range(0, columns)
                    .mapToObj(j -> data.get(byRow ? i * columns + j : j * rows + i))
                    .toList())
            .toList());
  }

  private static Reading rows(List<List<String>> lists) {
    NumberRows rows = new NumberRows();
    for (List<String> list : lists) {
      list.forEach(rows::add);
      rows.end();
    }
    return rows.reading();
  }
}
