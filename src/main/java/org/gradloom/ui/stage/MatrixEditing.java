package org.gradloom.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.gradloom.derivation.Cover;
import org.gradloom.formula.Dimension;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Edits;
import org.gradloom.lesson.Filling;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.MatrixText;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.paste.MatrixReader;
import org.gradloom.paste.Reading;
import org.gradloom.staging.Shown;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.CellEditor;
import org.gradloom.ui.control.GridAction;
import org.gradloom.ui.control.GridEntry;
import org.gradloom.ui.control.GridSubmenu;
import org.gradloom.ui.control.TextClipboard;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Pasted;
import org.gradloom.ui.store.Store;

/**
 * What can be done to a matrix where it stands: typing and pasting numbers if it is an input,
 * adding and removing rows and columns, filling, copying. A transposed matrix is edited as it is
 * seen.
 */
final class MatrixEditing implements CellEditor {
  private final Store store;
  private final Texts texts;
  private final TextClipboard clipboard;
  private final Shown.Whole shown;

  MatrixEditing(Store store, Texts texts, TextClipboard clipboard, Shown.Whole shown) {
    this.store = store;
    this.texts = texts;
    this.clipboard = clipboard;
    this.shown = shown;
  }

  private Lesson lesson() {
    return store.state().explore().lesson();
  }

  private Cover cover() {
    return store.state().explore().derivation().cover();
  }

  /** The input this matrix is, under its one name; empty if it is computed. */
  private Optional<Operand> input() {
    Operand operand = lesson().canonical(shown.operand());
    return operand.quantity().isInput() ? Optional.of(operand) : Optional.empty();
  }

  boolean isEditable() {
    return input().isPresent();
  }

  /** The gradient this matrix is, under its one name. */
  private Optional<Operand> gradient() {
    Operand operand = lesson().canonical(shown.operand());
    return operand.quantity().isGradient() ? Optional.of(operand) : Optional.empty();
  }

  boolean isGradient() {
    return gradient().isPresent();
  }

  /** Compares the gradient with what is on the clipboard. */
  void compare() {
    gradient().ifPresent(gradient -> Comparing.withClipboard(store, clipboard, gradient));
  }

  private Operand operand() {
    return input().orElseThrow();
  }

  private Cell origin(Cell cell) {
    return shown.origin(cell.row(), cell.column());
  }

  // ---- numbers

  @Override
  public String exactText(Cell cell) {
    Cell origin = origin(cell);
    if (cover().hides(operand(), origin)) {
      return "";
    }
    return lesson().input(operand()).entry(origin.row(), origin.column()).exactText();
  }

  @Override
  public Optional<String> edit(Cell cell, String typed) {
    return attempt(() -> new Edit.SetEntry(operand(), origin(cell), Numbers.parse(typed)))
        .map(texts::say);
  }

  @Override
  public Optional<String> paste(Cell cell, String pasted) {
    return pasteBlock(cell, pasted).map(texts::say);
  }

  private Optional<Message> pasteBlock(Cell cell, String pasted) {
    return paste(
        pasted,
        () -> MatrixReader.readings(pasted),
        matrix -> new Edit.SetBlock(operand(), origin(cell), asOperand(matrix)));
  }

  private Optional<Message> pasteWhole(UnaryOperator<Reading> turned) {
    String text = clipboard.read().orElse("");
    return paste(
        text,
        () -> MatrixReader.readings(text).stream().map(turned).toList(),
        matrix -> new Edit.Replace(operand(), asOperand(matrix)));
  }

  private Optional<Message> paste(
      String text, Supplier<List<Reading>> readings, Function<Matrix, Edit> edit) {
    try {
      MatrixReader.requireShort(text, largest());
      Pasted pasted =
          Pasted.of(
              store.state().explore().document().lesson(),
              operand(),
              shown.shape(lesson()),
              text,
              readings.get(),
              edit);
      return store.dispatch(new Action.Paste(pasted));
    } catch (InvalidInput wrong) {
      return Optional.of(wrong.said());
    }
  }

  /** The largest matrix that can stand here, as it is seen. */
  private Shape largest() {
    Shape now = shown.shape(lesson());
    return new Shape(
        Math.max(now.rows(), Edits.LARGEST_SIDE), Math.max(now.columns(), Edits.LARGEST_SIDE));
  }

  private Matrix asOperand(Matrix block) {
    return shown.turned() ? block.transposed() : block;
  }

  /** Makes an edit and applies it; what is wrong with either is the answer. */
  private Optional<Message> attempt(Supplier<Edit> edit) {
    try {
      return store.dispatch(new Action.Apply(edit.get()));
    } catch (InvalidInput wrong) {
      return Optional.of(wrong.said());
    }
  }

  private void apply(Edit edit) {
    tellIfWrong(store.dispatch(new Action.Apply(edit)));
  }

  // ---- the menu

  /** What can be done at a cell. */
  List<GridEntry> menu() {
    List<GridEntry> entries = new ArrayList<>(menuOfWhole());
    List<GridAction> lines = new ArrayList<>();
    if (isEditable()) {
      lines.addAll(lineActions(rows(), "Row", Cell::row));
      lines.addAll(lineActions(columns(), "Column", Cell::column));
    }
    if (!lines.isEmpty()) {
      entries.add(submenu("lines", lines));
    }
    return entries;
  }

  /** What can be done to the matrix, whatever the cell. */
  List<GridEntry> menuOfWhole() {
    List<GridEntry> entries = new ArrayList<>();
    if (isGradient()) {
      entries.add(new GridAction("compare", texts.get("grid.compare"), cell -> compare()));
    }
    if (isEditable()) {
      entries.add(submenu("paste", pastes()));
    }
    entries.add(
        submenu(
            "copy",
            List.of(
                copy("numpy", MatrixText::numpy),
                copy("torch", MatrixText::torch),
                copy("matlab", MatrixText::matlab),
                copy("latex", MatrixText::latex),
                copy("spreadsheet", MatrixText::spreadsheet))));
    if (isEditable()) {
      entries.add(
          submenu(
              "fill",
              List.of(
                  fill("zeros", seed -> new Filling.Constant(0)),
                  fill("ones", seed -> new Filling.Constant(1)),
                  fill("integers", Filling.SmallIntegers::new),
                  fill("glorot", Filling.Glorot::new))));
    }
    return entries;
  }

  private GridSubmenu submenu(String id, List<GridAction> actions) {
    return new GridSubmenu("matrix-" + id, texts.get("grid." + id), actions);
  }

  private List<GridAction> pastes() {
    return List.of(
        new GridAction("paste-block", texts.get("grid.pasteBlock"), this::pasteFromClipboard),
        new GridAction("paste-whole", texts.get("grid.pasteWhole"), cell -> replaceFromClipboard()),
        new GridAction(
            "paste-transposed", texts.get("grid.pasteTransposed"), cell -> replaceTransposed()));
  }

  private Dimension rows() {
    return shown.rowDimension(lesson());
  }

  private Dimension columns() {
    return shown.columnDimension(lesson());
  }

  private List<GridAction> lineActions(
      Dimension dimension, String line, Function<Cell, Integer> index) {
    Optional<String> noun = noun(dimension);
    if (noun.isEmpty()) {
      return List.of();
    }
    String word = texts.get(noun.get());
    return List.of(
        new GridAction(
            "insert-before" + line,
            texts.get("grid.insertBefore" + line, word),
            cell -> apply(new Edit.Insert(dimension, index.apply(cell)))),
        new GridAction(
            "insert-after" + line,
            texts.get("grid.insertAfter" + line, word),
            cell -> apply(new Edit.Insert(dimension, index.apply(cell) + 1))),
        new GridAction(
            "remove" + line,
            texts.get("grid.remove", word),
            lesson().size(dimension) > 1,
            cell -> apply(new Edit.Remove(dimension, index.apply(cell)))));
  }

  /** The handle at the bottom edge. */
  Optional<GridAction> rowAdder() {
    return adder(rows(), "add-row");
  }

  /** The handle at the right edge. */
  Optional<GridAction> columnAdder() {
    return adder(columns(), "add-column");
  }

  private Optional<GridAction> adder(Dimension dimension, String id) {
    return noun(dimension)
        .map(noun ->
            new GridAction(
                id,
                texts.get("grid.add", texts.get(noun)),
                cell -> apply(new Edit.Insert(dimension, lesson().size(dimension)))));
  }

  private static Optional<String> noun(Dimension dimension) {
    return switch (dimension) {
      case Dimension.Samples _ -> Optional.of("noun.sample");
      case Dimension.Units(int layer) -> Optional.of(layer < 0 ? "noun.feature" : "noun.neuron");
      case Dimension.One _ -> Optional.empty();
    };
  }

  private GridAction fill(String id, Function<Long, Filling> filling) {
    return new GridAction(
        "fill-" + id,
        texts.get("grid.fill." + id),
        cell -> apply(new Edit.Fill(operand(), filling.apply(System.nanoTime()))));
  }

  private GridAction copy(String id, Function<Matrix, String> write) {
    return new GridAction(
        "copy-" + id,
        texts.get("grid.copy." + id),
        !cover().hidesSomeOf(shown.operand()),
        cell -> {
          Matrix matrix = store.state().explore().derivation().trace().matrix(shown.operand());
          clipboard.write(write.apply(shown.turned() ? matrix.transposed() : matrix));
        });
  }

  private void pasteFromClipboard(Cell cell) {
    tellIfWrong(pasteBlock(cell, clipboard.read().orElse("")));
  }

  private void replaceFromClipboard() {
    tellIfWrong(pasteWhole(reading -> reading));
  }

  private void replaceTransposed() {
    tellIfWrong(pasteWhole(Reading::transposed));
  }

  private void tellIfWrong(Optional<Message> refused) {
    refused.ifPresent(wrong -> store.dispatch(new Action.Tell(new Notice(wrong, true))));
  }
}
