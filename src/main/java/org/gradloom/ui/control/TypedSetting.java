package org.gradloom.ui.control;

import atlantafx.base.controls.Spacer;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/**
 * A setting that is typed: its name and a field. What could not be done with what was typed is said
 * in a bubble, so that nothing moves; the field is marked as long as that stands in it, and says
 * why to whoever points at it.
 */
public abstract class TypedSetting extends HBox {
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

  private final TextField field = new TextField();
  private final ErrorBubble bubble;
  private final Late<Tooltip> tip = new Late<>(this::tip);
  private String usual = "";

  /**
   * A row with a field of the id {@code id}.
   *
   * @param columns how many characters the field has room for
   */
  protected TypedSetting(String id, String name, int columns) {
    bubble = new ErrorBubble(id);
    field.setId(id);
    field.setPrefColumnCount(columns);
    field.setOnAction(event -> take());
    field
        .focusedProperty()
        .addListener((observed, was, focused) -> {
          if (!focused) {
            take();
          }
        });
    Label label = new Label(name);
    label.setLabelFor(field);
    label.setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("setting");
    getChildren().addAll(label, new Spacer(), field);
  }

  /** Takes what was typed: Enter was pressed, or the field was left. */
  protected abstract void take();

  protected final TextField field() {
    return field;
  }

  /** Says what the setting does. */
  protected final void explain(String words) {
    usual = words;
    mark(Optional.empty());
  }

  /** Says at the field what could not be done with what was typed. */
  protected final void say(Optional<String> sentence) {
    bubble.hide();
    sentence.ifPresent(words -> bubble.show(field, words));
    mark(sentence);
  }

  /** Shows what is set, in place of whatever was typed. */
  protected final void write(String text) {
    field.setText(text);
    mark(Optional.empty());
  }

  private void mark(Optional<String> refusal) {
    pseudoClassStateChanged(REFUSED, refusal.isPresent());
    field.setAccessibleHelp(refusal.orElse(""));
    String words = refusal.orElse(usual);
    if (words.isEmpty()) {
      field.setTooltip(null);
    } else {
      tip.get().setText(words);
      field.setTooltip(tip.get());
    }
  }

  private Tooltip tip() {
    Tooltip made = new Tooltip();
    // It says the same.
    made.setOnShowing(event -> bubble.hide());
    return made;
  }
}
