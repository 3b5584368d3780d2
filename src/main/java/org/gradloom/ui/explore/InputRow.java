package org.gradloom.ui.explore;

import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.gradloom.derivation.Notation;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Frozen;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Cell;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.Tip;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Store;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * An input by name, which leads to where it is used first, and for a parameter whether it learns.
 */
final class InputRow extends HBox {
  private final Store store;
  private final Texts texts;
  private final Button button = new Button();
  private final FontIcon icon = new FontIcon(Feather.UNLOCK);
  private final ToggleButton lock = new ToggleButton(null, icon);

  InputRow(Store store, Texts texts) {
    this.store = store;
    this.texts = texts;
    getStyleClass().add("input-row");
    button.getStyleClass().add("list-item");
    button.setMaxWidth(Double.MAX_VALUE);
    // The side is narrower where it scrolls.
    button.setWrapText(true);
    button.setMinHeight(USE_PREF_SIZE);
    setHgrow(button, Priority.ALWAYS);
    lock.getStyleClass().addAll("lock", "focusable");
    getChildren().addAll(button, lock);
  }

  void show(Operand operand, Lesson lesson) {
    String name = new Notation(lesson).plain(operand);
    String place = operand.toString().replace('/', '-');
    button.setId("input-" + place);
    button.setText(
        texts.get(
            "numbers.input",
            name,
            lesson.writtenShape(operand).toString(),
            texts.get("numbers.meaning." + operand.quantity().placeName())));
    Tip.set(button, texts.get("numbers.go", name));
    button.setOnAction(event ->
        store
            .state()
            .explore()
            .derivation()
            .placeOf(operand, new Cell(0, 0))
            .ifPresent(found -> store.dispatch(new Action.Go(found))));
    boolean bias = operand.quantity() == MatrixSymbol.B;
    boolean learns = bias || operand.quantity() == MatrixSymbol.W;
    NodeVisibility.set(lock, learns);
    if (learns) {
      Frozen frozen = lesson.layers().get(operand.layer()).frozen();
      lock.setId("freeze-" + place);
      lock.setSelected(frozen.holds(bias));
      icon.setIconCode(frozen.holds(bias) ? Feather.LOCK : Feather.UNLOCK);
      String words = texts.get(frozen.holds(bias) ? "numbers.unfreeze" : "numbers.freeze", name);
      Tip.set(lock, words);
      lock.setAccessibleText(words);
      lock.setOnAction(event ->
          store.dispatch(
              new Action.Apply(
                  new Edit.SetFrozen(
                      operand.layer(),
                      bias ? frozen.withB(lock.isSelected()) : frozen.withW(lock.isSelected())))));
    }
  }
}
