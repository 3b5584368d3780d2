package org.gradloom.cli;

import static org.gradloom.cli.OutsideAnswers.JSON;
import static org.gradloom.cli.OutsideSheet.columnSums;
import static org.gradloom.cli.OutsideSheet.filled;
import static org.gradloom.cli.OutsideSheet.plus;
import static org.gradloom.cli.OutsideSheet.scaled;
import static org.gradloom.cli.OutsideSheet.times;
import static org.gradloom.cli.OutsideSheet.turned;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Learners who each have one wrong idea, and calculate with a pencil. */
final class OutsideLearners {
  private final OutsideSheet sheet;
  private final OutsidePlace place;
  private final List<Learner> all = new ArrayList<>();

  /**
   * What somebody with an idea comes to.
   *
   * @param numbers of what is asked, as they are written
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes them
  record Learner(String code, double[][] numbers) {}

  /** The same as it is handed in. */
  record HandedIn(String code, JsonNode answer) {}

  private OutsideLearners(OutsideSheet sheet, OutsidePlace place) {
    this.sheet = sheet;
    this.place = place;
  }

  static List<HandedIn> of(JsonNode exercise) {
    OutsideSheet sheet = new OutsideSheet(exercise.get("lesson"));
    String question = exercise.get("question").asString();
    return switch (exercise.get("kind").asString()) {
      case "meeting-lines" -> lines(exercise, sheet);
      case "influence" -> across(exercise, sheet);
      case "shapes" -> shapes(exercise);
      case "legal-products" -> legal(exercise, sheet);
      case "order-factors" -> reversed(exercise);
      case "planted-mistake" -> repaired(exercise, sheet);
      case "expression" -> typed(exercise);
      case "gradient-check" -> slopes(OutsideAnswers.Parabola.of(exercise.get("lesson"), question));
      case "jacobian-count" -> counts(sheet, question);
      default ->
          ofNumbers(
                  sheet,
                  OutsidePlace.of(
                      exercise.get("lesson").get("beats").get(0).get("ask").get("of").asString()))
              .stream()
              .map(learner ->
                  new HandedIn(
                      learner.code(),
                      OutsideAnswers.numbers(
                          learner.numbers(), exercise.get("answerKind").asString())))
              .toList();
    };
  }

  // ---- numbers

  static List<Learner> ofNumbers(OutsideSheet sheet, OutsidePlace place) {
    OutsideLearners learners = new OutsideLearners(sheet, place);
    if (place.term() >= 0) {
      learners.terms();
    } else {
      switch (place.name()) {
        case "z" -> learners.forward();
        case "dW" -> learners.weights();
        case "dB" -> learners.bias();
        case "dX" -> learners.inputs();
        case "wNext" -> learners.step();
        default -> learners.blame();
      }
    }
    return learners.all;
  }

  private double[][] inside(String name) {
    return sheet.inside(name, place.layer());
  }

  private int samples() {
    return sheet.samples();
  }

  /** A learner who fills the whole matrix in like this, rows as samples. */
  private void has(String code, double[][] inside) {
    hasWritten(code, sheet.written(place.name(), inside));
  }

  private void hasWritten(String code, double[][] written) {
    place.of(written).ifPresent(numbers -> all.add(new Learner(code, numbers)));
  }

  /** Another row or column of the right numbers, for a cell or a line. */
  private void otherLines() {
    double[][] right = sheet.written(place.name(), place.layer());
    for (int i = 0; i < right.length && place.row() >= 0; i++) {
      if (i != place.row()) {
        otherLine(right, new OutsidePlace(place.layer(), place.name(), i, place.column(), -1));
      }
    }
    for (int j = 0; j < right[0].length && place.column() >= 0; j++) {
      if (j != place.column()) {
        otherLine(right, new OutsidePlace(place.layer(), place.name(), place.row(), j, -1));
      }
    }
  }

  private void otherLine(double[][] right, OutsidePlace other) {
    all.add(new Learner("M16", other.of(right).orElseThrow()));
  }

  private void forward() {
    double[][] x = inside("x");
    double[][] w = inside("w");
    double[][] z = inside("z");
    has("M7", filled(z.length, z[0].length, (k, _) -> sum(x[k])));
    has("M7", filled(z.length, z[0].length, (_, j) -> columnSums(w)[j]));
    if (sheet.hasBias(place.layer())) {
      has("M5", times(x, w));
    }
    otherLines();
  }

  private static double sum(double[] line) {
    double all = 0;
    for (double each : line) {
      all += each;
    }
    return all;
  }

  /** A 1/N that does not belong, or is missing. */
  private void shares(double[][] right, String alone) {
    double n = samples();
    double m = sheet.outputs();
    if (n > 1) {
      has(alone, scaled(right, 1 / n));
      has("M3", sheet.mean() ? scaled(right, n) : scaled(right, 1 / n / n));
      has("M3", scaled(right, 1 / n / m));
    }
    if (m > 1 && m != n) {
      has("M3", scaled(right, 1 / m));
    }
  }

  private void weights() {
    double[][] x = inside("x");
    double[][] g = inside("dZ");
    double[][] dA = inside("dA");
    double[][] right = inside("dW");
    has("M12", scaled(right, -1));
    has("M12", scaled(right, -sheet.rate()));
    has("M18", inside("wNext"));
    has("M18", scaled(right, sheet.rate()));
    shares(right, "M3");
    if (place.isCell() || right.length != right[0].length) {
      hasWritten("M10", turned(sheet.written("dW", place.layer())));
    }
    if (samples() > 1) {
      has("M4", ofSample(x, g, 0));
      has("M4", ofSample(x, g, samples() - 1));
      has(
          "M4",
          filled(right.length, right[0].length, (i, j) -> columnSums(x)[i] * columnSums(g)[j]));
    }
    has(
        samples() > 1 ? "M5" : "M7",
        filled(right.length, right[0].length, (_, j) -> columnSums(g)[j]));
    has("M7", filled(right.length, right[0].length, (i, _) -> columnSums(x)[i]));
    has("M17", times(turned(x), inside("z")));
    has("M17", times(turned(inside("dX")), g));
    if (x[0].length == g[0].length) {
      has("M17", times(turned(inside("z")), g));
    }
    if (!sheet.activation(place.layer()).equals("identity")) {
      double[][] slope = sheet.slope(place.layer());
      has("M7", times(turned(x), dA));
      has("M7", times(turned(x), slope));
    }
    if (sheet.activation(place.layer()).equals("relu")) {
      has("M8", times(turned(x), filled(dA.length, dA[0].length, (k, j) -> Math.max(0, dA[k][j]))));
    }
    equalSizes();
    otherLines();
  }

  private static double[][] ofSample(double[][] x, double[][] g, int k) {
    return filled(x[0].length, g[0].length, (i, j) -> x[k][i] * g[k][j]);
  }

  /** Products that the shapes allow where sizes are equal. */
  private void equalSizes() {
    double[][] x = sheet.written("x", place.layer());
    double[][] g = sheet.written("dZ", place.layer());
    double[][] right = sheet.written("dW", place.layer());
    allProducts(x, g, right);
    if (x.length == g.length && x[0].length == g[0].length) {
      double[][] entries = filled(x.length, x[0].length, (i, j) -> x[i][j] * g[i][j]);
      place.of(entries).filter(_ -> place.isCell()).ifPresent(it -> all.add(new Learner("M6", it)));
    }
  }

  /** Both matrices in either order, each turned or not; the right one's factors swapped is M2. */
  private void allProducts(double[][] one, double[][] other, double[][] wanted) {
    for (double[][] left : List.of(one, turned(one))) {
      for (double[][] right : List.of(other, turned(other))) {
        product(isProduct(right, left, wanted) ? "M2" : "M1", left, right, wanted);
        product(isProduct(left, right, wanted) ? "M2" : "M1", right, left, wanted);
      }
    }
  }

  private static boolean isProduct(double[][] left, double[][] right, double[][] wanted) {
    return left[0].length == right.length && OutsideAnswers.same(times(left, right), wanted);
  }

  private void product(String code, double[][] left, double[][] right, double[][] wanted) {
    if (left[0].length == right.length
        && left.length == wanted.length
        && right[0].length == wanted[0].length
        && !OutsideAnswers.same(times(left, right), wanted)
        && !OutsideAnswers.same(times(left, right), turned(wanted))) {
      hasWritten(code, times(left, right));
    }
  }

  private void bias() {
    double[][] g = inside("dZ");
    double[][] right = inside("dB");
    has("M12", scaled(right, -1));
    has("M18", inside("bNext"));
    if (samples() > 1) {
      shares(right, "M5");
      has("M4", new double[][] {g[0]});
      has("M4", new double[][] {g[g.length - 1]});
      has("M5", new double[][] {columnSums(inside("dW"))});
      hasWritten("M5", sheet.written("dZ", place.layer()));
    }
  }

  private void inputs() {
    double[][] g = inside("dZ");
    double[][] w = inside("w");
    double[][] right = inside("dX");
    has("M12", scaled(right, -1));
    shares(right, "M3");
    has("M13", times(g, turned(inside("wNext"))));
    if (samples() > 1) {
      double[] summed = columnSums(right);
      has("M11", filled(right.length, right[0].length, (_, i) -> summed[i]));
    }
    if (place.isCell()) {
      hasWritten("M10", turned(sheet.written("dX", place.layer())));
    }
    double[][] wanted = sheet.written("dX", place.layer());
    double[][] writtenG = sheet.written("dZ", place.layer());
    double[][] writtenW = sheet.written("w", place.layer());
    allProducts(writtenG, writtenW, wanted);
    has("M7", filled(right.length, right[0].length, (k, _) -> sum(g[k])));
    has("M7", filled(right.length, right[0].length, (_, i) -> sum(w[i])));
    has("M17", times(g, turned(inside("dW"))));
    otherLines();
  }

  private void step() {
    double[][] w = inside("w");
    double[][] dW = inside("dW");
    has("M12", plus(w, dW, sheet.rate()));
    has("M12", plus(w, dW, -1));
    has("M12", scaled(dW, -sheet.rate()));
    has("M12", dW);
  }

  private void blame() {
    double[][] dA = inside("dA");
    double[][] right = inside("dZ");
    if (sheet.shares().length > 0) {
      softmax(right);
      return;
    }
    has("M7", dA);
    has("M7", sheet.slope(place.layer()));
    has("M8", filled(dA.length, dA[0].length, (k, j) -> Math.max(0, dA[k][j])));
    has("M12", scaled(right, -1));
  }

  private void softmax(double[][] right) {
    double[][] p = sheet.shares();
    double[][] y = sheet.labels();
    int n = p.length;
    int m = p[0].length;
    has("M14", scaled(right, -1));
    has("M14", filled(n, m, (k, j) -> -y[k][j] / p[k][j]));
    has("M14", filled(n, m, (k, j) -> -y[k][j] * (1 - p[k][j])));
    has("M14", filled(n, m, (k, j) -> right[k][j] * p[k][j] * (1 - p[k][j])));
    has("M14", p);
    double[][] z = inside("z");
    has(
        "M14",
        filled(
            n,
            m,
            (k, j) -> {
              double all = 0;
              for (double[] row : z) {
                all += Math.exp(row[j]);
              }
              return Math.exp(z[k][j]) / all - y[k][j];
            }));
    if (m != n) {
      has("M14", scaled(right, 1.0 / m));
    }
    if (n > 1) {
      has("M3", scaled(right, 1.0 / n));
    }
    for (int by = 1; by < m; by++) {
      int away = by;
      has("M16", filled(n, m, (k, j) -> p[k][j] - y[k][(j + away) % m]));
    }
  }

  private void terms() {
    boolean turned = sheet.turns(place.name());
    int i = turned ? place.column() : place.row();
    int j = turned ? place.row() : place.column();
    int t = place.term();
    double[][] x = inside("x");
    double[][] w = inside("w");
    double[][] g = inside("dZ");
    double left =
        switch (place.name()) {
          case "z" -> x[i][t];
          case "dW" -> x[t][i];
          case "dX" -> g[i][t];
          default -> Double.NaN;
        };
    double right =
        switch (place.name()) {
          case "z" -> w[t][j];
          case "dW" -> g[t][j];
          case "dX" -> w[j][t];
          default -> Double.NaN;
        };
    if (Double.isNaN(left)) {
      return;
    }
    number("M7", left);
    number("M7", right);
    if (!place.name().equals("z")) {
      number("M12", -left * right);
    }
    int terms =
        place.name().equals("z") ? w.length : place.name().equals("dW") ? x.length : g[0].length;
    for (int other = 0; other < terms; other++) {
      if (other != t) {
        number(
            "M16",
            OutsideAnswers.term(
                sheet,
                new OutsidePlace(place.layer(), place.name(), place.row(), place.column(), other)));
      }
    }
  }

  private void number(String code, double value) {
    all.add(new Learner(code, new double[][] {{value}}));
  }

  // ---- what is no number of the walk

  private static List<HandedIn> lines(JsonNode exercise, OutsideSheet sheet) {
    OutsidePlace place =
        OutsidePlace.of(exercise.get("lesson").get("beats").get(0).get("ask").get("of").asString());
    double[][] result = sheet.written(place.name(), place.layer());
    List<HandedIn> all = new ArrayList<>();
    for (int row = 0; row < result.length; row++) {
      if (row != place.row()) {
        all.add(new HandedIn("M16", line(row, place.column())));
      }
    }
    for (int column = 0; column < result[0].length; column++) {
      if (column != place.column()) {
        all.add(new HandedIn("M16", line(place.row(), column)));
      }
    }
    if (place.row() != place.column()) {
      all.add(new HandedIn("M16", line(place.column(), place.row())));
    }
    return all;
  }

  private static JsonNode line(int left, int right) {
    ObjectNode lines = JSON.createObjectNode();
    lines.put("left", left + 1);
    lines.put("right", right + 1);
    return lines;
  }

  /** The column where it is the row, through the same cell. */
  private static List<HandedIn> across(JsonNode exercise, OutsideSheet sheet) {
    List<OutsidePlace> right = new ArrayList<>();
    exercise.get("answer").forEach(cell -> right.add(OutsidePlace.of(cell.asString())));
    boolean isRow = right.stream().mapToInt(OutsidePlace::row).distinct().count() == 1;
    double[][] in = sheet.written(right.getFirst().name(), 0);
    String entry = exercise.get("question").asString();
    entry = entry.substring(0, entry.indexOf(' '));
    int[] indices = entry.chars().filter(c -> c >= '₀' && c <= '₉').map(c -> c - '₀' - 1).toArray();
    if (indices.length != 2) {
      return List.of();
    }
    int line = isRow ? indices[1] : indices[0];
    int lines = isRow ? in[0].length : in.length;
    if (line >= lines) {
      return List.of();
    }
    ArrayNode cells = JSON.createArrayNode();
    for (int n = 0; n < (isRow ? in.length : in[0].length); n++) {
      cells.add(
          "layer1/%s/%d,%d"
              .formatted(right.getFirst().name(), (isRow ? n : line) + 1, (isRow ? line : n) + 1));
    }
    return List.of(new HandedIn("M16", cells));
  }

  private static List<HandedIn> shapes(JsonNode exercise) {
    JsonNode right = exercise.get("answer");
    return List.of(
        new HandedIn("M10", JSON.valueToTree(List.of(right.get(1).asInt(), right.get(0).asInt()))));
  }

  private static List<HandedIn> legal(JsonNode exercise, OutsideSheet sheet) {
    double[][] w = sheet.written("w", 0);
    ArrayNode turned = JSON.createArrayNode();
    ArrayNode any = JSON.createArrayNode();
    JsonNode options = exercise.get("options");
    for (int i = 0; i < options.size(); i++) {
      int[] shape = OutsideAnswers.shape(sheet, options.get(i).asString());
      if (shape.length > 0) {
        any.add(i);
        if (shape[0] == w[0].length && shape[1] == w.length) {
          turned.add(i);
        }
      }
    }
    return List.of(new HandedIn("M10", turned), new HandedIn("M1", any));
  }

  private static List<HandedIn> reversed(JsonNode exercise) {
    ArrayNode back = JSON.createArrayNode();
    JsonNode right = exercise.get("answer");
    for (int i = right.size() - 1; i >= 0; i--) {
      back.add(right.get(i));
    }
    ArrayNode swapped = (ArrayNode) right.deepCopy();
    JsonNode last = swapped.remove(swapped.size() - 1);
    swapped.insert(swapped.size() - 1, last);
    return List.of(new HandedIn("M1", back), new HandedIn("M1", swapped));
  }

  /** Who finds the cell and the reason, and repairs it by an own wrong idea. */
  private static List<HandedIn> repaired(JsonNode exercise, OutsideSheet sheet) {
    return ofNumbers(sheet, OutsideAnswers.plantedAt(sheet, exercise)).stream()
        .map(learner -> {
          ArrayNode parts = (ArrayNode) exercise.get("answer").deepCopy();
          parts.set(2, JSON.valueToTree(learner.numbers()[0][0]));
          return new HandedIn(learner.code(), parts);
        })
        .toList();
  }

  private static List<HandedIn> typed(JsonNode exercise) {
    String right = exercise.get("answer").asString();
    String question = exercise.get("question").asString();
    List<HandedIn> all = new ArrayList<>();
    if (question.startsWith("Write dW") || question.startsWith("Write dX")) {
      text(all, "M12", "-(" + right + ")");
      text(all, "M10", "(" + right + ").T");
      text(all, "M3", right + " / N");
    }
    if (question.startsWith("Write dW")) {
      text(all, "M17", right.replace("dZ", "Z"));
      text(all, "M18", "W - lr * (" + right + ")");
      text(all, "M18", "lr * (" + right + ")");
    }
    if (question.startsWith("Write dX")) {
      text(all, "M13", right.replace("W", "(W - lr * dW)"));
    }
    if (question.startsWith("Write db")) {
      text(all, "M5", right.replace("sum", "mean"));
      text(all, "M5", right.contains("=0") ? right.replace("=0", "=1") : right.replace("=1", "=0"));
      text(all, "M12", "-" + right);
    }
    if (question.startsWith("Write W_next")) {
      text(all, "M12", "W + lr * dW");
      text(all, "M12", "W - dW");
      text(all, "M12", "-lr * dW");
    }
    return all;
  }

  private static void text(List<HandedIn> all, String code, String text) {
    all.add(new HandedIn(code, JSON.getNodeFactory().stringNode(text)));
  }

  private static List<HandedIn> slopes(OutsideAnswers.Parabola it) {
    double up = it.at(it.w() + it.h());
    double now = it.at(it.w());
    double down = it.at(it.w() - it.h());
    return List.of(
        new HandedIn("M15", JSON.valueToTree((up - now) / it.h())),
        new HandedIn("M15", JSON.valueToTree((now - down) / it.h())),
        new HandedIn("M15", JSON.valueToTree((up - down) / it.h())));
  }

  private static List<HandedIn> counts(OutsideSheet sheet, String question) {
    double[][] x = sheet.inside("x", 0);
    double[][] w = sheet.inside("w", 0);
    int n = x.length;
    int d = w.length;
    int m = w[0].length;
    boolean byWeights = question.contains("dZ/dW");
    List<Integer> wrong = new ArrayList<>(List.of(n * d, d * m, n * m));
    wrong.add(question.contains("not 0") ? n * m * (byWeights ? d * m : n * d) : n * d * m);
    return wrong.stream().map(each -> new HandedIn("M9", JSON.valueToTree(each))).toList();
  }

  /** True of two answers that a marker takes for one. */
  static boolean agree(JsonNode given, JsonNode right) {
    if (given.isNumber() && right.isNumber()) {
      double a = given.asDouble();
      double b = right.asDouble();
      boolean whole = Math.abs(b - Math.rint(b)) < 1e-9 * Math.max(1, Math.abs(b));
      return Math.abs(a - b) <= (whole ? 1e-9 * Math.max(1, Math.abs(b)) : 0.005 * Math.abs(b));
    }
    if (given.isArray() && right.isArray()) {
      boolean all = given.size() == right.size();
      for (int i = 0; all && i < given.size(); i++) {
        all = agree(given.get(i), right.get(i));
      }
      return all;
    }
    return given.equals(right);
  }
}
