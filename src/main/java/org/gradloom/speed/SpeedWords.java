package org.gradloom.speed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradloom.matrix.Numbers;
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
    double ratio = found.ratio(n).orElseThrow();
    Message fastest =
        ratio > Timings.LEVEL
            ? Message.of("speed.fastest", n, name(best), time, times(ratio))
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

  /** A time in ms, to three digits. */
  public static String milliseconds(double nanos) {
    return Numbers.rounded(nanos / 1e6, 3);
  }

  /** How many times, to a digit behind the point below ten and whole from there. */
  public static String times(double ratio) {
    return String.format(Locale.ROOT, ratio < 9.95 ? "%.1f" : "%.0f", ratio);
  }
}
