package org.gradloom.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The answers to printed exercises, worked out from their documents and their words alone. */
final class OutsideAnswers {
  static final JsonMapper JSON = new JsonMapper();
  private static final String DIGITS = "₀₁₂₃₄₅₆₇₈₉";
  private static final Pattern INFLUENCE =
      Pattern.compile("(d?[xwz])([₀-₉,]+) changes\\. Which cells of (\\S+) change.*");
  private static final Pattern FACTOR = Pattern.compile("\\(?(dL/dZ|W|X)([₀-₉]*)\\)?(ᵀ?)");
  private static final Pattern NUMBER = Pattern.compile("−?\\d+(?:\\.\\d+)?");

  private OutsideAnswers() {}

  static JsonNode answer(JsonNode exercise) {
    OutsideSheet sheet = new OutsideSheet(exercise.get("lesson"));
    String question = exercise.get("question").asString();
    return switch (exercise.get("kind").asString()) {
      case "meeting-lines" -> lines(asked(exercise));
      case "influence" -> influenced(exercise.get("lesson"), question);
      case "shapes" -> shape(sheet.written(named(question, "shape has (\\S+)\\?"), 0));
      case "legal-products" -> legal(sheet, exercise.get("options"));
      case "order-factors" -> order(sheet, exercise);
      case "planted-mistake" -> planted(sheet, exercise);
      case "expression" -> JSON.getNodeFactory().stringNode(expression(sheet, question));
      case "gradient-check" -> slope(exercise.get("lesson"), question);
      case "jacobian-count" -> count(sheet, question);
      default -> at(sheet, asked(exercise), exercise.get("answerKind").asString());
    };
  }

  // ---- a value at a place

  private static OutsidePlace asked(JsonNode exercise) {
    return OutsidePlace.of(
        exercise.get("lesson").get("beats").get(0).get("ask").get("of").asString());
  }

  private static JsonNode at(OutsideSheet sheet, OutsidePlace place, String kind) {
    double[][] numbers =
        place.term() >= 0
            ? new double[][] {{term(sheet, place)}}
            : place.of(sheet.written(place.name(), place.layer())).orElseThrow();
    return numbers(numbers, kind);
  }

  static JsonNode numbers(double[][] numbers, String kind) {
    return switch (kind) {
      case "number" -> JSON.valueToTree(numbers[0][0]);
      case "row" -> JSON.valueToTree(numbers.length == 1 ? numbers[0] : numbers);
      default -> JSON.valueToTree(numbers);
    };
  }

  static double term(OutsideSheet sheet, OutsidePlace place) {
    boolean turned = sheet.turns(place.name());
    int i = turned ? place.column() : place.row();
    int j = turned ? place.row() : place.column();
    int t = place.term();
    double[][] x = sheet.inside("x", place.layer());
    double[][] w = sheet.inside("w", place.layer());
    double[][] dZ = sheet.inside("dZ", place.layer());
    return switch (place.name()) {
      case "z" -> x[i][t] * w[t][j];
      case "dW" -> x[t][i] * dZ[t][j];
      case "dB" -> dZ[t][j];
      case "dX" -> dZ[i][t] * w[j][t];
      default -> throw new IllegalStateException(place.toString());
    };
  }

  private static JsonNode lines(OutsidePlace place) {
    ObjectNode lines = JSON.createObjectNode();
    lines.put("left", place.row() + 1);
    lines.put("right", place.column() + 1);
    return lines;
  }

  // ---- by trying

  /** Moves the entry and looks which cells move. */
  private static JsonNode influenced(JsonNode document, String question) {
    Matcher read = INFLUENCE.matcher(question);
    if (!read.matches()) {
      throw new IllegalStateException(question);
    }
    int[] cell = indices(read.group(2));
    JsonNode moved = document.deepCopy();
    JsonNode matrix =
        switch (read.group(1)) {
          case "x" -> moved.get("x");
          case "w" -> moved.get("layers").get(0).get("w");
          default -> moved.get("loss").get("upstream");
        };
    ArrayNode row = (ArrayNode) matrix.get(cell[0]);
    row.set(cell[1], JSON.valueToTree(row.get(cell[1]).asDouble() + 1));
    String name = placeName(read.group(3));
    double[][] before = new OutsideSheet(document).written(name, 0);
    double[][] after = new OutsideSheet(moved).written(name, 0);
    ArrayNode cells = JSON.createArrayNode();
    for (int i = 0; i < before.length; i++) {
      for (int j = 0; j < before[0].length; j++) {
        if (before[i][j] != after[i][j]) {
          cells.add("layer1/" + name + "/" + (i + 1) + "," + (j + 1));
        }
      }
    }
    return cells;
  }

  static int[] indices(String subscript) {
    int[] all =
        subscript.contains(",")
            ? Pattern.compile(",")
                .splitAsStream(subscript)
                .mapToInt(OutsideAnswers::plain)
                .toArray()
            : subscript.chars().map(c -> DIGITS.indexOf(c)).toArray();
    return IntStream.of(all).map(each -> each - 1).toArray();
  }

  private static int plain(String subscript) {
    int all = 0;
    for (int i = 0; i < subscript.length(); i++) {
      all = 10 * all + DIGITS.indexOf(subscript.charAt(i));
    }
    return all;
  }

  private static String placeName(String shown) {
    return switch (shown) {
      case "Z" -> "z";
      case "X" -> "x";
      case "W" -> "w";
      case "dL/dZ" -> "dZ";
      case "dL/dW" -> "dW";
      case "dL/dX" -> "dX";
      case "dL/db" -> "dB";
      default -> throw new IllegalStateException(shown);
    };
  }

  private static String named(String question, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(question);
    if (!found.find()) {
      throw new IllegalStateException(question);
    }
    return placeName(found.group(1));
  }

  static JsonNode shape(double[][] matrix) {
    return JSON.valueToTree(List.of(matrix.length, matrix[0].length));
  }

  // ---- products

  static double[][] factor(OutsideSheet sheet, String text) {
    Matcher read = FACTOR.matcher(text);
    if (!read.matches()) {
      throw new IllegalStateException(text);
    }
    int layer = read.group(2).isEmpty() ? 0 : plain(read.group(2)) - 1;
    double[][] matrix = sheet.written(placeName(read.group(1)), layer);
    return read.group(3).isEmpty() ? matrix : OutsideSheet.turned(matrix);
  }

  private static JsonNode legal(OutsideSheet sheet, JsonNode options) {
    double[][] w = sheet.written("w", 0);
    ArrayNode fitting = JSON.createArrayNode();
    for (int i = 0; i < options.size(); i++) {
      int[] shape = shape(sheet, options.get(i).asString());
      if (shape.length > 0 && shape[0] == w.length && shape[1] == w[0].length) {
        fitting.add(i);
      }
    }
    return fitting;
  }

  /** Rows and columns of a product; nothing where it cannot be formed. */
  static int[] shape(OutsideSheet sheet, String product) {
    int dot = product.indexOf(" · ");
    double[][] left = factor(sheet, product.substring(0, dot));
    double[][] right = factor(sheet, product.substring(dot + " · ".length()));
    return left[0].length == right.length ? new int[] {left.length, right[0].length} : new int[] {};
  }

  /** The one order whose product is the gradient. */
  private static JsonNode order(OutsideSheet sheet, JsonNode exercise) {
    List<List<Integer>> found = new ArrayList<>();
    List<double[][]> factors = new ArrayList<>();
    exercise.get("options").forEach(option -> factors.add(factor(sheet, option.asString())));
    String name = named(exercise.get("question").asString(), "make (dL/d[WX])");
    double[][] wanted = sheet.written(name, 0);
    for (List<Integer> order : orders(factors.size())) {
      double[][] product = factors.get(order.getFirst());
      for (int n = 1; n < order.size() && product.length > 0; n++) {
        double[][] next = factors.get(order.get(n));
        product =
            product[0].length == next.length
                ? OutsideSheet.times(product, next)
                : new double[][] {};
      }
      if (product.length > 0 && same(product, wanted)) {
        found.add(order);
      }
    }
    if (found.size() != 1) {
      throw new IllegalStateException("Orders that make it: " + found);
    }
    return JSON.valueToTree(found.getFirst());
  }

  private static List<List<Integer>> orders(int count) {
    if (count == 0) {
      return List.of(List.of());
    }
    List<List<Integer>> all = new ArrayList<>();
    for (List<Integer> fewer : orders(count - 1)) {
      for (int at = 0; at < count; at++) {
        List<Integer> more = new ArrayList<>(fewer);
        more.add(at, count - 1);
        all.add(more);
      }
    }
    return all;
  }

  static boolean same(double[][] one, double[][] other) {
    if (one.length != other.length || one[0].length != other[0].length) {
      return false;
    }
    for (int i = 0; i < one.length; i++) {
      for (int j = 0; j < one[0].length; j++) {
        if (Math.abs(one[i][j] - other[i][j]) > 1e-9 * Math.max(1, Math.abs(other[i][j]))) {
          return false;
        }
      }
    }
    return true;
  }

  // ---- the planted mistake

  /** The numbers of the matrix that the question shows. */
  private static double[][] shown(JsonNode exercise, double[][] like) {
    String question = exercise.get("question").asString();
    String numbers = question.substring(question.indexOf("= [["), question.indexOf("]]"));
    double[] all =
        NUMBER
            .matcher(numbers)
            .results()
            .map(MatchResult::group)
            .mapToDouble(text -> Double.parseDouble(text.replace('−', '-')))
            .toArray();
    return OutsideSheet.filled(like.length, like[0].length, (i, j) -> all[i * like[0].length + j]);
  }

  static OutsidePlace plantedAt(OutsideSheet sheet, JsonNode exercise) {
    double[][] right = sheet.written("dW", 0);
    double[][] shown = shown(exercise, right);
    List<OutsidePlace> found = new ArrayList<>();
    for (int i = 0; i < right.length; i++) {
      for (int j = 0; j < right[0].length; j++) {
        if (Math.abs(shown[i][j] - right[i][j]) > 1e-4) {
          found.add(new OutsidePlace(0, "dW", i, j, -1));
        }
      }
    }
    if (found.size() != 1) {
      throw new IllegalStateException("Wrong cells: " + found);
    }
    return found.getFirst();
  }

  private static JsonNode planted(OutsideSheet sheet, JsonNode exercise) {
    OutsidePlace at = plantedAt(sheet, exercise);
    double[][] right = sheet.written("dW", 0);
    double wrong = shown(exercise, right)[at.row()][at.column()];
    Set<Integer> reasons = new TreeSet<>();
    for (OutsideLearners.Learner learner : OutsideLearners.ofNumbers(sheet, at)) {
      JsonNode options = exercise.get("options");
      for (int i = 0; i < options.size(); i++) {
        boolean shows = Math.abs(learner.numbers()[0][0] - wrong) <= 5e-6 * Math.abs(wrong);
        if (shows && code(options.get(i).asString()).equals(learner.code())) {
          reasons.add(i);
        }
      }
    }
    if (reasons.size() != 1) {
      throw new IllegalStateException("Reasons for " + wrong + ": " + reasons);
    }
    ArrayNode parts = JSON.createArrayNode();
    parts.addArray().add("layer1/dW/" + (at.row() + 1) + "," + (at.column() + 1));
    parts.add(reasons.iterator().next());
    parts.add(right[at.row()][at.column()]);
    return parts;
  }

  private static String code(String reason) {
    return switch (reason) {
      case "the sum was divided by N" -> "M3";
      case "not every sample was added once" -> "M4";
      case "blame alone was added up, as for the bias" -> "M5";
      case "the sign is turned" -> "M12";
      case "another row or column was taken" -> "M16";
      case "another matrix was taken" -> "M17";
      default -> throw new IllegalStateException(reason);
    };
  }

  // ---- code, slopes, counts

  /** The line of NumPy, found by its shapes: N, D and M are all different. */
  private static String expression(OutsideSheet sheet, String question) {
    boolean columns = sheet.samplesAreColumns();
    boolean rows = sheet.neuronsAreRows();
    String name = question.substring("Write ".length(), question.indexOf(" in one"));
    return switch (name) {
      case "Z" -> columns ? (rows ? "W @ X" : "W.T @ X") : (rows ? "X @ W.T" : "X @ W");
      case "dW" -> columns ? (rows ? "dZ @ X.T" : "X @ dZ.T") : (rows ? "dZ.T @ X" : "X.T @ dZ");
      case "dX" -> columns ? (rows ? "W.T @ dZ" : "W @ dZ") : (rows ? "dZ @ W" : "dZ @ W.T");
      case "db" -> columns ? "dZ.sum(axis=1)" : "dZ.sum(axis=0)";
      case "W_next" -> "W - lr * dW";
      default -> throw new IllegalStateException(question);
    };
  }

  /** x, w, t and h, and L = ½(wx − t)². */
  record Parabola(double x, double w, double t, double h) {
    static Parabola of(JsonNode document, String question) {
      Matcher h = Pattern.compile("for h = ([0-9.]+)\\?").matcher(question);
      if (!h.find()) {
        throw new IllegalStateException(question);
      }
      return new Parabola(
          document.get("x").get(0).get(0).asDouble(),
          document.get("layers").get(0).get("w").get(0).get(0).asDouble(),
          document.get("loss").get("targets").get(0).get(0).asDouble(),
          Double.parseDouble(h.group(1)));
    }

    double at(double other) {
      return 0.5 * (other * x - t) * (other * x - t);
    }
  }

  private static JsonNode slope(JsonNode document, String question) {
    Parabola parabola = Parabola.of(document, question);
    double rise =
        parabola.at(parabola.w() + parabola.h()) - parabola.at(parabola.w() - parabola.h());
    return JSON.valueToTree(rise / (2 * parabola.h()));
  }

  /** Counts the entries one by one. */
  private static JsonNode count(OutsideSheet sheet, String question) {
    boolean byWeights = question.contains("dZ/dW");
    boolean structural = question.contains("not 0");
    double[][] by = sheet.inside(byWeights ? "w" : "x", 0);
    double[][] z = sheet.inside("z", 0);
    long count = 0;
    for (int k = 0; k < z.length; k++) {
      for (int j = 0; j < z[0].length; j++) {
        for (int r = 0; r < by.length; r++) {
          for (int c = 0; c < by[0].length; c++) {
            boolean feels = byWeights ? c == j : r == k;
            count += !structural || feels ? 1 : 0;
          }
        }
      }
    }
    return JSON.valueToTree(count);
  }
}
