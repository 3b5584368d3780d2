package org.gradloom.files;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.ViewPart;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;

/** Reads what a beat names of a lesson's numbers, and keeps it until the lesson is known. */
final class RegionReader {
  private final JsonInput in;
  private final Map<String, Region> named = new LinkedHashMap<>();

  RegionReader(JsonInput in) {
    this.in = in;
  }

  /** What has been named up to here, by the paths where it was. */
  Map<String, Region> named() {
    return Collections.unmodifiableMap(named);
  }

  void add(String path, Region region) {
    named.put(path, region);
  }

  Place place() {
    return read(Place::parse);
  }

  Region region() {
    return read(Region::parse);
  }

  /** A region, or the name of a view's part. */
  Coverable coverable() {
    String text = in.text("file.aPlace");
    for (ViewPart part : ViewPart.values()) {
      if (Values.lowerCase(part).equals(text)) {
        return part;
      }
    }
    if (text.indexOf('/') < 0) {
      throw new InvalidInput(
          "file.notCoverable",
          in.path(),
          Quote.of(text),
          Stream.of(ViewPart.values()).map(Values::lowerCase).collect(Collectors.joining(", ")));
    }
    return region();
  }

  private <T extends Region> T read(Function<String, T> parse) {
    String text = in.text("file.aPlace");
    if (!Quote.isPlain(text)) {
      throw in.wrongType("file.aPlace");
    }
    try {
      T region = parse.apply(text);
      add(in.path(), region);
      return region;
    } catch (InvalidInput e) {
      throw new InvalidInput("file.at", Message.of("file.thePath", in.path()), e.said());
    }
  }
}
