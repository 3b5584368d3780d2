package org.gradloom.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.OperandLine;
import org.gradloom.derivation.Operation;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Message;

/** Formulas and numbers inside of the words of exercises. */
final class Formulas {
  private Formulas() {}

  /** A layer as a convention writes it. */
  static Message layer(Convention convention, boolean bias) {
    Message product = Message.of("convention.plain." + convention.documentName());
    return bias ? Message.of("practice.withBias", product) : product;
  }

  /** The exponentials of a layer's outputs, a list for each sample; x has one 1 in each row. */
  static String exponentials(Lesson lesson) {
    Layer layer = lesson.layers().getFirst();
    List<String> samples = new ArrayList<>();
    for (int k = 0; k < lesson.samples(); k++) {
      int row = k % lesson.features();
      samples.add(
          IntStream.range(0, layer.units())
              .mapToObj(j -> Long.toString(Math.round(Math.exp(layer.w().get(row, j)))))
              .collect(Collectors.joining(", ", "(", ")")));
    }
    return String.join(", ", samples);
  }

  /** A row or column of a factor, as the product shows it. */
  static Message line(Lesson lesson, OperandLine line) {
    boolean transposed = line.turned() != lesson.convention().turns(line.operand());
    String matrix = new Notation(lesson).plain(new Operation.Factor(line.operand(), transposed));
    return Message.of(line.isRow() ? "mark.row" : "mark.column", line.index() + 1, matrix);
  }

  /** The rows of a matrix as people write one in a line. */
  static String inLine(Matrix matrix) {
    return IntStream.range(0, matrix.rows())
        .mapToObj(i ->
            IntStream.range(0, matrix.columns())
                .mapToObj(j -> Numbers.format(matrix.get(i, j)))
                .collect(Collectors.joining(", ", "[", "]")))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** The shape of a matrix of a lesson as it is written. */
  static String shape(Lesson lesson, Operand operand) {
    return lesson.writtenShape(operand).toString();
  }
}
