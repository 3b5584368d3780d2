package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradloom.derivation.Derivation;
import org.gradloom.files.LessonReader;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

class FormatDialogTest {
  /** What a reader copies from the help, from the first brace on, can be opened. */
  @Test
  void theExampleIsALesson() {
    String words = FormatDialog.words(Texts.english());
    Lesson example = LessonReader.read(words.substring(words.indexOf("\n{") + 1));
    assertThat(example.title()).isEqualTo("Which samples move one weight?");
    assertThat(example.outline()).isNotNull();
    assertThat(example.beats()).hasSize(3);
    assertThat(Derivation.of(example).at(Place.parse("layer1/dW/2,1")).runningSum())
        .as("2·1 + 1·2 + (−1)·(−1)")
        .isEqualTo(5);
  }
}
