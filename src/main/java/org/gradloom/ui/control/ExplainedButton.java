package org.gradloom.ui.control;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/**
 * A button that says what it does or, while it rests, why. A disabled button hears no pointer, so
 * the tooltip is that of the pane around it.
 */
public final class ExplainedButton extends StackPane {
  private final Button button;
  private final Tooltip tip = new Tooltip();

  public ExplainedButton(Button button) {
    super(button);
    this.button = button;
    setPickOnBounds(true);
    Tooltip.install(this, tip);
  }

  /**
   * Says what it does, and lets it rest where there is a refusal.
   *
   * @param refusal why it rests; empty where it does not
   */
  public void explain(String what, Optional<String> refusal) {
    tip.setText(refusal.orElse(what));
    button.setAccessibleHelp(refusal.orElse(""));
    button.setDisable(refusal.isPresent());
  }

  /** What it says now. */
  public String explanation() {
    return tip.getText();
  }
}
