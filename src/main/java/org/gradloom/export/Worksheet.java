package org.gradloom.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Section;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Region;
import org.gradloom.marking.Marker;
import org.gradloom.matrix.Cell;
import org.gradloom.practice.Exercise;
import org.gradloom.text.Texts;

/**
 * Exercises as a sheet to print or to import.
 *
 * @param intro what is said before the first one, or empty
 */
public record Worksheet(String title, String intro, List<Exercise> exercises) {
  /** More cells than this are not derived one by one. */
  private static final int MOST_DERIVED = 16;

  public Worksheet {
    exercises = List.copyOf(exercises);
  }

  /** The answer to an exercise in words. */
  static String answer(Exercise exercise, Texts texts) {
    Marker marker = exercise.marker();
    return new AnswerWords(
            new Notation(exercise.lesson()), !exercise.ask().options().isEmpty(), texts)
        .of(marker.turned(marker.right()).withPlainZeros());
  }

  /**
   * How the answer comes about, a cell a line; where it is no number of the walk, what the hints
   * say of it.
   */
  static List<String> derivation(Exercise exercise, Texts texts) {
    Region of = exercise.ask().of();
    if (of == null || exercise.place().isEmpty()) {
      return exercise.hints().stream().skip(1).map(ExerciseText::plain).toList();
    }
    Derivation derivation = exercise.marker().derivation();
    Section section =
        derivation.sections().stream()
            .filter(each -> each.result().equals(derivation.lesson().canonical(of.operand())))
            .findFirst()
            .orElseThrow();
    List<Cell> cells = of.cells(section.shape());
    List<String> lines = new ArrayList<>();
    for (Cell cell : cells.subList(0, Math.min(MOST_DERIVED, cells.size()))) {
      StringBuilder text = new StringBuilder();
      try {
        new DerivationLines(derivation, texts, text).cell(section, cell);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      lines.add(text.toString().strip().replaceAll("\\s+", " "));
    }
    return lines;
  }

  /** The headline of an exercise, and what has to be known beside it. */
  static List<String> question(Exercise exercise) {
    Beat beat = exercise.beat();
    List<String> lines = new ArrayList<>();
    lines.add(ExerciseText.plain(Objects.requireNonNull(beat.title())));
    if (beat.say() != null) {
      lines.add(ExerciseText.plain(beat.say()));
    }
    return lines;
  }
}
