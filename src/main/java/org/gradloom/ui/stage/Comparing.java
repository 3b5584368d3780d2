package org.gradloom.ui.stage;

import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Shape;
import org.gradloom.paste.MatrixReader;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.ui.control.TextClipboard;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Store;

/** Begins to compare a gradient with the user's own. */
final class Comparing {
  private Comparing() {}

  /** With what is on the clipboard; what is wrong with it is told. */
  static void withClipboard(Store store, TextClipboard clipboard, Operand gradient) {
    Lesson lesson = store.state().explore().lesson();
    Shape written = lesson.listedShape(gradient);
    try {
      String text =
          clipboard
              .read()
              .filter(copied -> !copied.isBlank())
              .orElseThrow(() -> new InvalidInput("compare.nothingCopied"));
      MatrixReader.requireShort(text, written);
      store
          .dispatch(new Action.Compare(gradient, MatrixReader.readings(text, written).getFirst()))
          .ifPresent(wrong -> tell(store, wrong));
    } catch (InvalidInput wrong) {
      tell(store, wrong.said());
    }
  }

  private static void tell(Store store, Message wrong) {
    store.dispatch(new Action.Tell(new Notice(wrong, true)));
  }
}
