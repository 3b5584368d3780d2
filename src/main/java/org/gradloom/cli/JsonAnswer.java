package org.gradloom.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.gradloom.engine.Trace;
import org.gradloom.files.JsonWriter;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;

/** What {@code compute --json} prints. */
final class JsonAnswer {
  private JsonAnswer() {}

  /** Writes one answer, or for an array of documents the array of them. All is finite. */
  static void write(List<Trace> traces, boolean array, Writer out) throws IOException {
    JsonWriter.write(
        out,
        json -> {
          if (array) {
            json.startList();
          }
          traces.forEach(trace -> answer(trace, json));
          if (array) {
            json.endList();
          }
        });
  }

  private static void answer(Trace trace, JsonWriter json) {
    json.startObject();
    json.number("loss", trace.loss());
    json.startList("layers");
    for (int l = 0; l < trace.lesson().layers().size(); l++) {
      json.startObject();
      for (MatrixSymbol quantity : MatrixSymbol.OF_A_LAYER) {
        Operand operand = new Operand(l, quantity);
        if (!trace.lesson().has(operand)) {
          continue;
        }
        if (quantity.needsBias()) {
          json.vector(quantity.placeName(), trace.matrix(operand));
        } else {
          json.matrix(
              quantity.placeName(),
              trace.lesson().convention().listed(operand, trace.matrix(operand)));
        }
      }
      json.endObject();
    }
    json.endList();
    json.endObject();
  }
}
