package org.gradloom.ui.practice;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.scene.control.TextField;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.paste.MatrixReader;
import org.gradloom.paste.Reading;
import org.gradloom.practice.AnswerDraft;
import org.gradloom.text.InvalidInput;
import org.gradloom.ui.control.TextClipboard;
import org.gradloom.ui.store.Notice;

/**
 * Puts several numbers into the cells of an answer at once. A field by itself would leave out what
 * stands between them, and make one wrong number of them without a word.
 *
 * @param tell says what was decided on the way, or why nothing was pasted
 */
record CellPaste(
    TextClipboard clipboard,
    Supplier<AnswerDraft> draft,
    Consumer<AnswerDraft> enter,
    Consumer<Notice> tell) {
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\[\\](){};&|]");

  /** A field of one of the cells. */
  TextField field(String id, String spoken, Consumer<String> entered) {
    TextField field =
        new TextField() {
          @Override
          public void paste() {
            if (!isEditable() || !takes()) {
              super.paste();
            }
          }
        };
    return AnswerForm.dressed(field, id, spoken, entered);
  }

  /** True if more than one number was there, so that a field has nothing to do with it. */
  private boolean takes() {
    Optional<String> text =
        clipboard.read().map(String::strip).filter(all -> BETWEEN.matcher(all).find());
    Optional<AnswerDraft.InCells> cells =
        AnswerForm.as(AnswerDraft.InCells.class, draft.get()).filter(_ -> text.isPresent());
    cells.ifPresent(into -> {
      try {
        paste(text.orElseThrow(), into);
      } catch (InvalidInput refused) {
        tell.accept(new Notice(refused.said(), true));
      }
    });
    return cells.isPresent();
  }

  private void paste(String text, AnswerDraft.InCells into) {
    Shape shape = into.shape();
    MatrixReader.requireShort(text, shape);
    Reading reading = MatrixReader.readings(text, shape).getFirst();
    Matrix numbers = reading.matrix();
    boolean line =
        isLine(shape) && isLine(numbers.shape()) && numbers.shape().size() == shape.size();
    if (!line && !numbers.shape().equals(shape)) {
      throw new InvalidInput(
          shape.size() == 1 ? "practice.paste.one" : "practice.paste.shape",
          numbers.shape().toString(),
          shape.toString());
    }
    List<String> texts =
        IntStream.range(0, shape.size())
            .mapToObj(n -> numbers.entry(n / numbers.columns(), n % numbers.columns()).exactText())
            .toList();
    enter.accept(new AnswerDraft.InCells(into.kind(), shape, texts));
    reading.said().stream()
        .reduce(Notice::both)
        .ifPresent(said -> tell.accept(new Notice(said, false)));
  }

  private static boolean isLine(Shape shape) {
    return shape.rows() == 1 || shape.columns() == 1;
  }
}
