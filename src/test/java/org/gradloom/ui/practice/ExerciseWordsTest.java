package org.gradloom.ui.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.gradloom.lesson.Convention;
import org.gradloom.marking.Marker;
import org.gradloom.practice.AnswerDraft;
import org.gradloom.practice.Draw;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Exercises;
import org.gradloom.practice.Request;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

class ExerciseWordsTest {
  private static final Texts TEXTS = Texts.english();

  /** Results name answers by these words, and a marker reads them again. */
  @Test
  void whatWasEnteredIsMarkedTheSameByItsWords() {
    Exercises exercises = new Exercises(TEXTS);
    for (Exercise.Kind kind : Exercise.Kind.values()) {
      for (Convention convention : Convention.values()) {
        for (int level = 1; level <= Draw.HIGHEST; level++) {
          Exercise exercise =
              exercises.draw(
                  new Request(
                      kind, 7, convention, Optional.of(level), Optional.empty(), Optional.empty()));
          Marker marker = exercise.marker();
          AnswerDraft draft = EnteredDrafts.of(exercise, marker.turned(marker.right()));
          String name = kind + " in " + convention + ", level " + level;
          assertThat(marker.mark(marker.turned(draft.answer())).correct()).as(name).isTrue();
          String words = new ExerciseWords(exercise, TEXTS).of(draft);
          assertThat(marker.mark(words).correct()).as(name + ": " + words).isTrue();
        }
      }
    }
  }
}
