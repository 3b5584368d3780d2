package org.gradloom.training;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradloom.data.Standardizing;
import org.gradloom.data.Truth;

/**
 * A number that is learned. The network gives (y − mean) / deviation; y itself is what is shown.
 *
 * @param name of y, its unit included where it says one
 * @param mean of y over the training rows; 0 where y is learned as it is
 * @param deviation of y over the training rows; 1 where y is learned as it is
 */
public record Quantity(String name, double mean, double deviation) {
  /** “level, cm”, “level (cm)” or “level [cm]”. */
  private static final Pattern UNIT =
      Pattern.compile("(?:,\\s*([^,()\\[\\]]+)|\\(([^()]+)\\)|\\[([^\\[\\]]+)])\\s*$");

  /** A unit has a few letters; more is a word of the name. */
  private static final int LONGEST_UNIT = 8;

  /** What is learned as it is. */
  static Quantity asItIs(String name) {
    return new Quantity(name, 0, 1);
  }

  static Quantity of(Truth.Quantities train, boolean standardized) {
    if (!standardized) {
      return asItIs(train.name());
    }
    Standardizing measured = Standardizing.of(train.y());
    return new Quantity(train.name(), measured.mean().get(0, 0), measured.deviation().get(0, 0));
  }

  public boolean isStandardized() {
    return mean != 0 || deviation != 1;
  }

  /** What the network gives, in the unit of y. */
  public double inOwnUnit(double value) {
    return mean + deviation * value;
  }

  /** A y as the network is to give it. */
  public double asLearned(double y) {
    return (y - mean) / deviation;
  }

  /** The name without the unit that it ends with. */
  public String bareName() {
    Matcher found = UNIT.matcher(name);
    return unit().isPresent() && found.find() ? name.substring(0, found.start()).strip() : name;
  }

  /** The unit that the name ends with, as people write it into the head of a column. */
  public Optional<String> unit() {
    Matcher found = UNIT.matcher(name);
    if (!found.find() || found.start() == 0) {
      return Optional.empty();
    }
    for (int group = 1; group <= found.groupCount(); group++) {
      String unit = found.group(group);
      if (unit != null && unit.strip().length() <= LONGEST_UNIT) {
        return Optional.of(unit.strip());
      }
    }
    return Optional.empty();
  }
}
