package org.gradloom.ui.practice;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.gradloom.practice.Mastery;

/** The last four exercises of a kind: filled where it was right without a hint. */
final class LastFour extends HBox {
  private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");

  LastFour() {
    getStyleClass().add("dots");
    setMinWidth(USE_PREF_SIZE);
    for (int n = 0; n < Mastery.LOOKED_AT; n++) {
      Region dot = new Region();
      dot.getStyleClass().add("dot");
      getChildren().add(dot);
    }
  }

  /** Those that were right come first, since their order says nothing. */
  void show(List<Boolean> last) {
    long right = last.stream().filter(each -> each).count();
    for (int n = 0; n < getChildren().size(); n++) {
      getChildren().get(n).pseudoClassStateChanged(FILLED, n < right);
    }
  }
}
