package org.gradloom.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.MatrixText;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.InvalidInput;

/**
 * Numbers alone, for other programs: the matrix at a place, or else the weights of the network.
 * Everything is written as the document's convention has it, a bias as a list.
 */
final class DataFile {
  /** NumPy's format 1.0 begins its numbers at a multiple of this. */
  private static final int ALIGNMENT = 64;

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  /** The earliest time a zip file can hold: the same numbers are the same bytes. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private DataFile() {}

  /** A matrix under the name it has in code. */
  private record Named(String name, Operand operand, Matrix matrix) {
    boolean isList() {
      return operand.quantity().needsBias();
    }
  }

  static byte[] npy(ExportOrder order, Headway headway) {
    List<Named> all = numbers(order, headway);
    if (all.size() > 1) {
      throw new InvalidInput("export.oneMatrix", ".npy", "layer1/w", ".npz");
    }
    return array(all.getFirst());
  }

  static byte[] npz(ExportOrder order, Headway headway) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Named named : numbers(order, headway)) {
        ZipEntry entry = new ZipEntry(named.name() + ".npy");
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(array(named));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** One matrix as plain rows; several as one line a number, with its matrix, row and column. */
  static byte[] csv(ExportOrder order, Headway headway) {
    List<Named> all = numbers(order, headway);
    StringBuilder text = new StringBuilder();
    if (all.size() == 1) {
      Matrix matrix = all.getFirst().matrix();
      for (int i = 0; i < matrix.rows(); i++) {
        int row = i;
        text.append(
                IntStream.range(0, matrix.columns())
                    .mapToObj(j -> Numbers.exact(matrix.get(row, j)))
                    .collect(Collectors.joining(",")))
            .append('\n');
      }
    } else {
      text.append("matrix,row,column,value\n");
      for (Named named : all) {
        for (int i = 0; i < named.matrix().rows(); i++) {
          for (int j = 0; j < named.matrix().columns(); j++) {
            text.append(named.name())
                .append(',')
                .append(i + 1)
                .append(',')
                .append(j + 1)
                .append(',')
                .append(Numbers.exact(named.matrix().get(i, j)))
                .append('\n');
          }
        }
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The rows of one matrix; weights as a document has them, {@code {"layers": [{"w", "b"}]}}. */
  static byte[] json(ExportOrder order, Headway headway) {
    List<Named> all = numbers(order, headway);
    return (order.at().isPresent() ? value(all.getFirst()) : layers(all))
        .concat("\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String layers(List<Named> all) {
    List<String> layers = new ArrayList<>();
    for (Named named : all) {
      if (named.isList()) {
        layers.addLast(layers.removeLast() + ", \"b\": " + value(named));
      } else {
        layers.add("{\"w\": " + value(named));
      }
    }
    return layers.stream()
        .map(layer -> layer + "}")
        .collect(Collectors.joining(",\n  ", "{\"layers\": [\n  ", "\n]}"));
  }

  private static String value(Named named) {
    String rows = MatrixText.json(named.matrix());
    return named.isList() ? rows.substring(1, rows.length() - 1) : rows;
  }

  private static List<Named> numbers(ExportOrder order, Headway headway) {
    Lesson lesson = order.lesson();
    return order
        .at()
        .map(place -> List.of(at(place, lesson)))
        .orElseGet(() -> parameters(AfterTraining.of(lesson, headway)));
  }

  private static Named at(Place place, Lesson lesson) {
    lesson.require(place);
    Operand operand = place.operand();
    Trace trace = Trace.of(lesson);
    Finite.require(trace);
    return named(operand, trace.matrix(operand), lesson);
  }

  private static List<Named> parameters(Lesson lesson) {
    List<Named> all = new ArrayList<>();
    for (int l = 0; l < lesson.layers().size(); l++) {
      Layer layer = lesson.layers().get(l);
      all.add(named(new Operand(l, MatrixSymbol.W), layer.w(), lesson));
      Matrix b = layer.b();
      if (b != null) {
        all.add(named(new Operand(l, MatrixSymbol.B), b, lesson));
      }
    }
    return all;
  }

  private static Named named(Operand operand, Matrix matrix, Lesson lesson) {
    for (double value : matrix.toArray()) {
      if (!Double.isFinite(value)) {
        throw new InvalidInput("export.overflow", operand.toString());
      }
    }
    String name =
        operand.layer() == Operand.LOSS
            ? operand.quantity().placeName()
            : operand.quantity().placeName() + (operand.layer() + 1);
    return new Named(
        operand.quantity() == MatrixSymbol.W ? "W" + (operand.layer() + 1) : name,
        operand,
        lesson.convention().listed(operand, matrix));
  }

  /** An array of doubles as NumPy saves it. */
  private static byte[] array(Named named) {
    Matrix matrix = named.matrix();
    String shape =
        named.isList()
            ? "(" + matrix.columns() + ",)"
            : "(" + matrix.rows() + ", " + matrix.columns() + ")";
    String header = "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }";
    int before = MAGIC.length + Short.BYTES;
    int blanks = Math.floorMod(-(before + header.length() + 1), ALIGNMENT);
    byte[] head = (header + " ".repeat(blanks) + "\n").getBytes(StandardCharsets.US_ASCII);
    double[] numbers = matrix.toArray();
    ByteBuffer bytes =
        ByteBuffer.allocate(before + head.length + numbers.length * Double.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(MAGIC).putShort((short) head.length).put(head);
    for (double number : numbers) {
      bytes.putDouble(number);
    }
    return bytes.array();
  }
}
