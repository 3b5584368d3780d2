package org.gradloom.files;

import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * Writes JSON for people: two blanks an indent, a matrix with one row on a line, numbers in the
 * shortest form that reads back bit for bit. What is written goes out at once; nothing is kept.
 */
public final class JsonWriter {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private static final DefaultIndenter TWO_BLANKS = new DefaultIndenter("  ", "\n");

  private static final Pattern HALF = Pattern.compile("\\p{Cs}");

  private final JsonGenerator out;

  private JsonWriter(JsonGenerator out) {
    this.out = out;
  }

  /** What is to be written. */
  @FunctionalInterface
  public interface Content {
    void writeTo(JsonWriter json) throws IOException;
  }

  /**
   * Writes one value and a line end. The target is flushed and left open.
   *
   * @throws IOException as the target throws it
   */
  public static void write(Writer target, Content content) throws IOException {
    try (JsonGenerator generator = JSON.createGenerator(new Layout(), target)) {
      content.writeTo(new JsonWriter(generator));
      generator.writeRaw('\n');
    } catch (JacksonException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw e;
    }
    target.flush();
  }

  /** The layout has state, so each writing has its own. */
  private static final class Layout extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                  .withArrayEmptySeparator("")
                  .withObjectEmptySeparator(""))
          .withObjectIndenter(TWO_BLANKS)
          .withArrayIndenter(TWO_BLANKS);
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }

  public void startObject() {
    out.writeStartObject();
  }

  public void startObject(String name) {
    out.writeName(name);
    out.writeStartObject();
  }

  public void endObject() {
    out.writeEndObject();
  }

  public void startList() {
    out.writeStartArray();
  }

  public void startList(String name) {
    out.writeName(name);
    out.writeStartArray();
  }

  public void endList() {
    out.writeEndArray();
  }

  public void text(String value) {
    out.writeString(whole(value));
  }

  public void text(String name, String value) {
    out.writeName(name);
    text(value);
  }

  /** Half a pair, as some programs leave in what is copied, has no UTF-8 form. */
  private static String whole(String text) {
    return HALF.matcher(text).replaceAll("\uFFFD");
  }

  /** A text, or null where there is none. */
  public void textOrNull(String name, @Nullable String value) {
    out.writeName(name);
    out.writeString(value);
  }

  public void truth(String name, boolean value) {
    out.writeName(name);
    out.writeBoolean(value);
  }

  /** A name whose value comes next. */
  public void name(String name) {
    out.writeName(name);
  }

  public void whole(long value) {
    out.writeNumber(value);
  }

  public void whole(String name, long value) {
    out.writeName(name);
    whole(value);
  }

  /** Null, where something may stand that does not. */
  public void nothing() {
    out.writeNull();
  }

  /** A finite number, or a fraction as it was typed. */
  public void number(Entry entry) {
    out.writeRawValue(text(entry));
  }

  /** A finite number. */
  public void number(String name, double value) {
    out.writeName(name);
    out.writeNumber(number(value));
  }

  /** A list of whole numbers, on one line. */
  public void wholes(Iterable<Integer> values) {
    StringBuilder line = new StringBuilder("[");
    for (int value : values) {
      line.append(line.length() > 1 ? ", " : "").append(value);
    }
    out.writeRawValue(line.append(']').toString());
  }

  public void wholes(String name, Iterable<Integer> values) {
    out.writeName(name);
    wholes(values);
  }

  /** A list of rows, one on a line. All entries must be finite. */
  public void matrix(Matrix matrix) {
    startList();
    for (int i = 0; i < matrix.rows(); i++) {
      out.writeRawValue(row(matrix, i));
    }
    endList();
  }

  public void matrix(String name, Matrix matrix) {
    out.writeName(name);
    matrix(matrix);
  }

  /** A 1×M matrix as a list of numbers, on one line. All entries must be finite. */
  public void vector(Matrix row) {
    out.writeRawValue(row(row, 0));
  }

  public void vector(String name, Matrix row) {
    out.writeName(name);
    vector(row);
  }

  private static String row(Matrix matrix, int row) {
    StringBuilder line = new StringBuilder("[");
    for (int j = 0; j < matrix.columns(); j++) {
      line.append(j == 0 ? "" : ", ");
      line.append(text(matrix.entry(row, j)));
    }
    return line.append(']').toString();
  }

  private static String text(Entry entry) {
    String fraction = entry.fraction();
    return fraction == null ? number(entry.value()) : '"' + fraction + '"';
  }

  /** The JSON number of the fewest digits that is read back as this one. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no " + value);
    }
    if (value == 0 && Double.compare(value, 0.0) < 0) {
      // Without a point, other readers take it for the integer 0 and lose the sign.
      return "-0.0";
    }
    return Numbers.exact(value);
  }
}
