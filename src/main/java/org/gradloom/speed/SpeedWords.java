package org.gradloom.speed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.gradloom.blas.Blas;
import org.gradloom.blas.BlasSearch;
import org.gradloom.matrix.Numbers;
import org.gradloom.speed.Measurer.Doing;
import org.gradloom.speed.Measurer.Measuring;
import org.gradloom.text.Message;

/** What a measurement shows, in words that credit nothing but what it found. */
public final class SpeedWords {
  private SpeedWords() {}

  /**
   * Which way was the fastest at a size, by how much, and which others are about as fast.
   *
   * @return nothing where the size is not complete
   */
  public static List<Message> of(Timings found, int n) {
    return found.fastest(n).map(best -> of(found, n, best)).orElse(List.of());
  }

  private static List<Message> of(Timings found, int n, Implementation best) {
    String time = milliseconds(found.median(best, n).orElseThrow());
    OptionalDouble ratio = found.ratio(n);
    Message fastest =
        ratio.orElse(1) > Timings.LEVEL
            ? Message.of("speed.fastest", n, name(best), time, times(ratio.getAsDouble()))
            : Message.of("speed.fastestAlone", n, name(best), time);
    return Stream.concat(Stream.of(fastest), level(found.level(n)).stream()).toList();
  }

  private static Optional<Message> level(List<Implementation> level) {
    return level.stream()
        .map(SpeedWords::name)
        .reduce((before, next) -> Message.of("speed.and", before, next))
        .map(names -> Message.of("speed.level", names));
  }

  private static Message name(Implementation way) {
    return Message.of("speed.the." + way);
  }

  /** Which library stands behind the last of the ways, or why none does. */
  public static List<Message> library(BlasSearch search) {
    return switch (search) {
      case BlasSearch.Found(Blas blas) -> List.of(Message.of("speed.blas.found", blas.name()));
      case BlasSearch.None(var passedOver) ->
          passedOver.isEmpty() ? List.of(Message.of("speed.blas.none")) : passedOver;
    };
  }

  /** How far measuring has come. */
  public static Message step(Measuring now) {
    Message doing =
        switch (now.doing()) {
          case Doing.Comparing() -> Message.of("speed.comparing");
          case Doing.WarmingUp() -> Message.of("speed.warmingUp");
          case Doing.Timing(int run, int least) -> Message.of("speed.run", run, least);
        };
    return Message.of("speed.step", now.n(), Message.of("speed.way." + now.way()), doing);
  }

  /** A time in the unit it is read in, to three digits. */
  public static Message time(double nanos) {
    return nanos < 999.5e3
        ? Message.of("speed.micros", Numbers.rounded(nanos / 1e3, 3))
        : nanos < 999.5e6
            ? Message.of("speed.time", milliseconds(nanos))
            : Message.of("speed.seconds", Numbers.rounded(nanos / 1e9, 3));
  }

  /** A time in ms, to three digits. */
  public static String milliseconds(double nanos) {
    return Numbers.rounded(nanos / 1e6, 3);
  }

  /** How many times, to a digit behind the point below ten and whole from there. */
  public static String times(double ratio) {
    return String.format(Locale.ROOT, ratio < 9.95 ? "%.1f" : "%.0f", ratio);
  }
}
