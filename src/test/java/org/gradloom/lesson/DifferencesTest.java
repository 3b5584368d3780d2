package org.gradloom.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.formula.Dimension;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

class DifferencesTest {
  private static List<String> between(Lesson one, Lesson other) {
    Texts texts = Texts.english();
    return Differences.between(one, other).stream()
        .map(each ->
            texts.say(each.what()) + ": " + texts.say(each.one()) + " | " + texts.say(each.other()))
        .toList();
  }

  @Test
  void namesEachEntryAndWhatHasAnotherShape() {
    Lesson h = BuiltInLessons.read("h");
    Lesson other =
        Edits.apply(
            h, new Edit.SetEntry(new Operand(0, MatrixSymbol.W), new Cell(2, 1), Entry.of(-1)));
    assertThat(between(h, h)).isEmpty();
    assertThat(between(h, other)).containsExactly("W row 3, column 2: 3 | −1");
    assertThat(between(h, Edits.apply(h, new Edit.Insert(new Dimension.Samples(), 4))))
        .contains("X: 4×3 | 5×3");
    assertThat(between(h, Edits.apply(h, new Edit.SetTitle("Mine"))))
        .containsExactly("title: " + h.title() + " | Mine");
  }
}
