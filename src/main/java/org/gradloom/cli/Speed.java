package org.gradloom.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gradloom.files.JsonWriter;
import org.gradloom.matrix.Numbers;
import org.gradloom.speed.Bench;
import org.gradloom.speed.Implementation;
import org.gradloom.speed.SpeedPlan;
import org.gradloom.speed.SpeedWords;
import org.gradloom.speed.Timings;
import org.gradloom.speed.Workload;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;

/** What {@code speed} is asked for and prints. */
final class Speed {
  private static final double NANOS = 1e9;
  private static final String NONE = "–";

  private final Bench bench;
  private final SpeedPlan plan;
  private final Timings found;

  Speed(Bench bench, SpeedPlan plan, Timings found) {
    this.bench = bench;
    this.plan = plan;
    this.found = found;
  }

  /**
   * Every way at the sizes that were typed, or at the usual ones.
   *
   * @throws InvalidInput if these are no sizes
   */
  static SpeedPlan plan(@Nullable String sizes) {
    return SpeedPlan.of(Workload.both(), sizes == null ? SpeedPlan.USUAL_SIZES : sizes(sizes));
  }

  private static List<Integer> sizes(String typed) {
    List<Integer> sizes =
        Arrays.stream(typed.split(",", -1))
            .map(String::strip)
            .map(size -> size.matches("\\d{1,9}") ? Integer.parseInt(size) : 0)
            .toList();
    if (sizes.stream().anyMatch(n -> n < 1 || n > Workload.LARGEST_SIZE)) {
      throw new InvalidInput("cli.wrongSpeedSizes", Quote.of(typed), Workload.LARGEST_SIZE);
    }
    return sizes;
  }

  /** Writes all of it as JSON, times in seconds. */
  void writeJson(Texts texts, Terminal out) throws IOException {
    JsonWriter.write(
        out,
        json -> {
          json.startObject();
          json.text("machine", texts.say(bench.machine().named()));
          json.whole("samples", plan.work().samples());
          json.startList("ways");
          for (Implementation way : Implementation.values()) {
            found.agrees(way).ifPresent(agrees -> way(way, agrees, texts, json));
          }
          json.endList();
          json.endObject();
        });
  }

  private void way(Implementation way, boolean agrees, Texts texts, JsonWriter json) {
    json.startObject();
    json.text("name", texts.get("speed.way." + way));
    json.truth("agrees", agrees);
    double difference = found.difference(way).orElse(Double.NaN);
    if (Double.isFinite(difference)) {
      json.number("difference", difference);
    } else {
      json.textOrNull("difference", null);
    }
    json.startObject("medians");
    for (int n : plan.sizes()) {
      found.median(way, n).ifPresent(median -> json.number(Integer.toString(n), median / NANOS));
    }
    json.endObject();
    json.endObject();
  }

  /** Writes it for people: first what agrees, then the times, then what they show. */
  void writeText(Texts texts, Terminal out) throws IOException {
    out.line(texts.say(bench.machine().named()));
    out.line(texts.get("cli.speed.layer", plan.work().samples()));
    out.line("");
    out.line(texts.get("cli.speed.agreement"));
    table(ways(way -> List.of(difference(way), verdict(way, texts)), texts), out);
    for (Message said : SpeedWords.library(bench.blas().search())) {
      out.line(texts.get("cli.speed.blas", said));
    }
    out.line("");
    out.line(texts.get("cli.speed.times", plan.leastRuns()));
    List<List<String>> times = new ArrayList<>();
    times.add(row("", n -> texts.get("speed.n", n)));
    times.addAll(ways(way -> plan.sizes().stream().map(n -> time(way, n, texts)).toList(), texts));
    times.add(row(texts.get("speed.ratio"), n -> ratio(n, texts)));
    table(times, out);
    int largest = plan.sizes().getLast();
    out.line("");
    for (Message said : SpeedWords.of(found, largest)) {
      out.line(texts.say(said));
    }
  }

  private List<String> row(String name, Function<Integer, String> cell) {
    return Stream.concat(Stream.of(name), plan.sizes().stream().map(cell)).toList();
  }

  private List<List<String>> ways(Function<Implementation, List<String>> cells, Texts texts) {
    return Arrays.stream(Implementation.values())
        .map(way ->
            Stream.concat(Stream.of(texts.get("speed.way." + way)), cells.apply(way).stream())
                .toList())
        .toList();
  }

  private String difference(Implementation way) {
    OptionalDouble difference = found.difference(way);
    return way == Implementation.LOOPS || difference.isEmpty()
        ? ""
        : Numbers.rounded(difference.getAsDouble(), 2);
  }

  private String verdict(Implementation way, Texts texts) {
    Optional<Boolean> agrees = found.agrees(way);
    return way == Implementation.LOOPS
        ? texts.get("speed.reference")
        : agrees
            .map(same -> texts.get(same ? "speed.agrees" : "speed.differs"))
            .orElseGet(() -> texts.get("speed.blas.none"));
  }

  private String time(Implementation way, int n, Texts texts) {
    OptionalDouble median = found.median(way, n);
    return median.isPresent()
        ? texts.say(SpeedWords.time(median.getAsDouble()))
        : found.agrees(way).orElse(true) ? NONE : texts.get("speed.noTime");
  }

  private String ratio(int n, Texts texts) {
    OptionalDouble ratio = found.ratio(n);
    return ratio.isPresent()
        ? texts.get("speed.times.as", SpeedWords.times(ratio.getAsDouble()))
        : NONE;
  }

  /** A row a line; the first column begins at the left, the others end at the right. */
  private static void table(List<List<String>> rows, Terminal out) throws IOException {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int k = 0; k < columns; k++) {
        widths[k] = Math.max(widths[k], row.get(k).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder("  ");
      for (int k = 0; k < columns; k++) {
        String gap = " ".repeat(widths[k] - row.get(k).length());
        line.append(k == 0 ? row.get(k) + gap : "  " + gap + row.get(k));
      }
      out.line(line.toString());
    }
  }
}
