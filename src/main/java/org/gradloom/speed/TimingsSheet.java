package org.gradloom.speed;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradloom.text.Texts;

/** Measured times as a text that a spreadsheet takes: tabs between, seconds with a point. */
public final class TimingsSheet {
  private static final double NANOS = 1e9;

  private TimingsSheet() {}

  /** A line that says where, one with the names of the ways, and one a size. */
  public static String of(Machine machine, SpeedPlan plan, Timings found, Texts texts) {
    List<Implementation> ways =
        Arrays.stream(Implementation.values()).filter(plan.ways()::contains).toList();
    Stream<String> head =
        Stream.of(
            texts.get(
                "speed.sheet", texts.say(machine.named()), Integer.toString(plan.work().samples())),
            line("n", ways.stream().map(way -> texts.get("speed.way." + way))));
    Stream<String> sizes =
        plan.sizes().stream()
            .map(n ->
                line(Integer.toString(n), ways.stream().map(way -> time(found.median(way, n)))));
    return Stream.concat(head, sizes).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(String first, Stream<String> others) {
    return Stream.concat(Stream.of(first), others).collect(Collectors.joining("\t"));
  }

  private static String time(OptionalDouble median) {
    return median.isPresent() ? Double.toString(median.getAsDouble() / NANOS) : "";
  }
}
