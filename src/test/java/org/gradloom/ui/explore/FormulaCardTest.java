package org.gradloom.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.InWindow;
import org.gradloom.ui.control.FormulaView;
import org.gradloom.ui.control.TexLine;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@InWindow
class FormulaCardTest {
  private FormulaCard card;

  @Start
  void start(Stage stage) {
    FormulaView formula = new FormulaView(new TexRenderer(), Texts.english());
    card = new FormulaCard(formula, formula);
    stage.setScene(new Scene(new Group(card), 900, 400));
    stage.show();
  }

  /** Not that of the width which it has had till now: narrow lines are smaller. */
  @Test
  void isAsHighAsTheWidthItIsAskedForNeeds(FxRobot robot) {
    robot.interact(() -> {
      TexLine line = new TexLine("a+b+c+d+e+f+g+h+i+j+k+l+m+n", "a sum");
      card.resize(800, 300);
      card.keepRoomFor(Collections.nCopies(4, line));
      double wide = card.prefHeight(800);
      double narrow = card.prefHeight(200);
      assertThat(card.getContentBias()).isEqualTo(Orientation.HORIZONTAL);
      assertThat(narrow).isLessThan(wide);
      card.resize(200, 300);
      assertThat(card.prefHeight(200)).isEqualTo(narrow);
      assertThat(card.prefHeight(-1)).isEqualTo(narrow);
    });
  }

  @Test
  void isAsHighAsItsLettersNeed(FxRobot robot) {
    robot.interact(() -> {
      card.keepRoomFor(List.of(new TexLine("a+b", "a sum")));
      double usual = highAt(14);
      assertThat(highAt(28)).isGreaterThan(1.5 * usual);
      assertThat(highAt(14)).isEqualTo(usual);
    });
  }

  private double highAt(int pixels) {
    card.setStyle("-fx-font-size: " + pixels + "px");
    card.applyCss();
    return card.prefHeight(800);
  }
}
