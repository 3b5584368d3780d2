package org.gradloom.cli;

import java.io.IOException;
import java.util.List;
import org.gradloom.derivation.Captions;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Section;
import org.gradloom.engine.Trace;
import org.gradloom.export.AlignedMatrix;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.text.Texts;

/** The answer to {@code compute} for people: each matrix with its name, its shape and its rule. */
final class Compute {
  private final Texts texts;
  private final Terminal out;

  Compute(Texts texts, Terminal out) {
    this.texts = texts;
    this.out = out;
  }

  /**
   * Writes the matrices of lessons, one after the other.
   *
   * @param numbered whether each is told apart by its number in the file
   */
  void write(List<Trace> traces, boolean numbered) throws IOException {
    for (int i = 0; i < traces.size(); i++) {
      if (numbered) {
        out.line((i == 0 ? "" : "\n") + texts.get("compute.document", i));
      }
      matrices(traces.get(i));
    }
  }

  private void matrices(Trace trace) throws IOException {
    Lesson lesson = trace.lesson();
    if (!lesson.title().isEmpty()) {
      out.line(lesson.title());
    }
    for (Section section : Derivation.of(trace).sections()) {
      Operand result = section.result();
      out.line("");
      out.line(
          result
              + "   "
              + lesson.listedShape(result)
              + "   "
              + new Captions(lesson).equation(section)
              + otherName(lesson, result));
      AlignedMatrix.write(lesson.convention().listed(result, trace.matrix(result)), "  ", out);
    }
  }

  /** The name in answers that this matrix has besides its own, such as an inner dA that is a dX. */
  private String otherName(Lesson lesson, Operand result) {
    for (int l = 0; l < lesson.layers().size(); l++) {
      for (MatrixSymbol quantity : MatrixSymbol.OF_A_LAYER) {
        Operand name = new Operand(l, quantity);
        if (!name.equals(result) && lesson.has(name) && lesson.canonical(name).equals(result)) {
          return "   " + texts.get("compute.also", name.toString());
        }
      }
    }
    return "";
  }
}
