package org.gradloom.files;

import java.util.List;
import org.gradloom.lesson.Answer;

/** Writes answers as they are handed in: turned already, options from 0, lines from 1. */
public record AnswerWriter(JsonWriter json) {
  /** Writes one as a value. */
  public void write(Answer answer) {
    switch (answer) {
      case Answer.Scalar(var value) -> json.number(value);
      case Answer.Row(var values) -> json.vector(values);
      case Answer.OfMatrix(var values) -> json.matrix(values);
      case Answer.OfShape(var shape) -> json.wholes(List.of(shape.rows(), shape.columns()));
      case Answer.Choice(int option) -> json.whole(option);
      case Answer.Choices(var options) -> json.wholes(options);
      case Answer.Order(var options) -> json.wholes(options);
      case Answer.Lines(int left, int right) -> {
        json.startObject();
        json.whole("left", left + 1L);
        json.whole("right", right + 1L);
        json.endObject();
      }
      case Answer.Cells(var cells) -> {
        json.startList();
        cells.forEach(cell -> json.text(cell.toString()));
        json.endList();
      }
      case Answer.Expression(var text) -> json.text(text);
      case Answer.Parts(var parts) -> {
        json.startList();
        parts.forEach(this::write);
        json.endList();
      }
    }
  }
}
