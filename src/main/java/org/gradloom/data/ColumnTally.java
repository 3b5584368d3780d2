package org.gradloom.data;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.gradloom.lesson.ColumnKind;

/**
 * What is found out of one column while its lines go by, in memory that does not grow with them.
 * The first line, which may be a header, is added last.
 */
final class ColumnTally {
  static final int MOST_CATEGORIES = 20;
  private static final int MOST_NUMBERED_CLASSES = 10;

  /** How many spellings are told apart: a few for each of the categories. */
  static final int MOST_SPELLINGS = 64;

  private final String first;
  private final Numbering withPoint = new Numbering();
  private final Numbering withComma = new Numbering();

  /** How often each came; nothing more is added when there are too many. */
  private final Map<String, Integer> spellings = new HashMap<>();

  private int lines;
  private int missing;
  private boolean onlyDates = true;
  private boolean firstComesAgain;

  /** A column in which the first line has this. */
  ColumnTally(String first) {
    this.first = first;
  }

  /** The numbers of a column as they are with one decimal sign. */
  private static final class Numbering {
    private int count;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private double sum;
    private boolean inSteps = true;

    void add(double value, int line) {
      if (Double.isNaN(value)) {
        inSteps = false;
        return;
      }
      inSteps &= count == 0 ? value == 0 || value == 1 : value == greatest + 1;
      inSteps &= count == line;
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
      sum += value;
      count++;
    }
  }

  /** Takes the field of one more line into account. */
  void add(String field, DecimalSign.Evidence evidence) {
    firstComesAgain |= field.equalsIgnoreCase(first);
    if (FieldText.isMissing(field)) {
      missing++;
      lines++;
      return;
    }
    double point = DecimalSign.POINT.value(field);
    boolean either = field.indexOf('.') < 0 && field.indexOf(',') < 0;
    double comma = either ? point : DecimalSign.COMMA.value(field);
    if (!either) {
      evidence.add(field, point, comma);
    }
    withPoint.add(point, lines);
    withComma.add(comma, lines);
    onlyDates = onlyDates && FieldText.isDate(field);
    if (spellings.size() <= MOST_SPELLINGS) {
      spellings.merge(FieldText.folded(field), 1, Integer::sum);
    }
    lines++;
  }

  private Numbering numbering(DecimalSign sign) {
    return switch (sign) {
      case POINT -> withPoint;
      case COMMA -> withComma;
    };
  }

  private boolean isNumbers(DecimalSign sign) {
    return lines > missing && numbering(sign).count == lines - missing;
  }

  /** Whether the first line has a text here above what are otherwise numbers. */
  boolean isTextAboveNumbers(DecimalSign sign) {
    return firstIsText(sign) && isNumbers(sign);
  }

  /** Whether the first line has something here that is neither number nor missing. */
  boolean firstIsText(DecimalSign sign) {
    return !FieldText.isMissing(first) && Double.isNaN(sign.value(first));
  }

  boolean firstIsFilled() {
    return !first.isEmpty();
  }

  /** Whether the first line's text comes again below, in whatever case. */
  boolean firstComesAgain() {
    return firstComesAgain;
  }

  boolean isEmpty() {
    return missing == lines;
  }

  int missing() {
    return missing;
  }

  /** The kind of a column. */
  ColumnKind kind(DecimalSign sign, boolean mayBeIndex) {
    if (isEmpty()) {
      return ColumnKind.EMPTY;
    }
    if (isConstant(sign)) {
      return ColumnKind.CONSTANT;
    }
    if (onlyDates) {
      return ColumnKind.DATE;
    }
    if (isNumbers(sign)) {
      return mayBeIndex && numbering(sign).inSteps ? ColumnKind.INDEX : ColumnKind.NUMBER;
    }
    return spellings.size() <= MOST_CATEGORIES && 2L * spellings.size() <= lines
        ? ColumnKind.CATEGORY
        : ColumnKind.TEXT;
  }

  /** What a column holds, in short. */
  TableReading.Summary summary(DecimalSign sign, ColumnKind recognised) {
    Numbering numbers = numbering(sign);
    return new TableReading.Summary(
        recognised,
        spellings.size() <= MOST_SPELLINGS ? OptionalInt.of(spellings.size()) : OptionalInt.empty(),
        numbers.count,
        numbers.least,
        numbers.greatest,
        numbers.sum / numbers.count);
  }

  private boolean isConstant(DecimalSign sign) {
    Numbering numbers = numbering(sign);
    return spellings.size() == 1 || (isNumbers(sign) && numbers.least == numbers.greatest);
  }

  private Map<Double, Integer> numbered(DecimalSign sign) {
    Map<Double, Integer> numbered = new HashMap<>();
    // Adding 0 makes 0 of −0.
    spellings.forEach(
        (spelling, count) -> numbered.merge(sign.value(spelling) + 0.0, count, Integer::sum));
    return numbered;
  }

  /** Whether numbers are classes: whole, few, and each more than once. */
  boolean isNumberedClasses(DecimalSign sign) {
    if (!isNumbers(sign) || spellings.size() > MOST_SPELLINGS) {
      return false;
    }
    Map<Double, Integer> numbered = numbered(sign);
    return numbered.size() <= MOST_NUMBERED_CLASSES
        && numbered.keySet().stream().allMatch(value -> value == Math.rint(value))
        && numbered.values().stream().allMatch(count -> count >= 2);
  }
}
