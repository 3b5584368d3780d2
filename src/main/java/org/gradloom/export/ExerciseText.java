package org.gradloom.export;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.gradloom.derivation.Notation;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Wording;
import org.gradloom.marking.Marker;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Given;
import org.gradloom.text.Texts;

/** An exercise as a learner reads it in a terminal, and its key. */
public final class ExerciseText {
  private static final String INDENT = DerivationLines.INDENT;

  private final Exercise exercise;
  private final Texts texts;
  private final Appendable out;
  private final Notation notation;
  private final DerivationLines lines;

  /** Text of an exercise that goes there. */
  public ExerciseText(Exercise exercise, Texts texts, Appendable out) {
    this.exercise = exercise;
    this.texts = texts;
    this.out = out;
    this.notation = new Notation(exercise.lesson());
    this.lines = new DerivationLines(exercise.marker().derivation(), texts, out);
  }

  /** The question and what has to be known beside the numbers, on one line. */
  public static String question(Exercise exercise) {
    Beat beat = exercise.beat();
    String headline = plain(Objects.requireNonNull(beat.title()));
    Wording say = beat.say();
    return say == null ? headline : headline + " " + plain(say);
  }

  /** A text without its marks. */
  public static String plain(Wording wording) {
    return LessonText.text(wording);
  }

  /** Writes the question, the matrices that are given, and what there is to choose from. */
  public void question() throws IOException {
    lines.wrapped("", question(exercise));
    for (Given given : exercise.given()) {
      out.append(INDENT)
          .append(notation.plain(given.operand()))
          .append("   ")
          .append(given.numbers().shape().toString())
          .append('\n');
      AlignedMatrix.write(given.numbers(), INDENT + INDENT, out);
    }
    List<Beat.Option> options = exercise.ask().options();
    for (int i = 0; i < options.size(); i++) {
      lines.wrapped(INDENT + AnswerWords.letter(i) + ") ", plain(options.get(i).text()));
    }
  }

  /** Writes the answer, and which idea is behind each wrong one that is known. */
  public void key() throws IOException {
    Marker marker = exercise.marker();
    AnswerWords words = new AnswerWords(notation, !exercise.ask().options().isEmpty(), texts);
    lines.wrapped(
        INDENT,
        texts.get("beats.answer", words.of(marker.turned(marker.right()).withPlainZeros())));
    List<String> wrong =
        exercise.wrongAnswers().stream()
            .map(each ->
                words.of(marker.turned(each.answer()).withPlainZeros())
                    + " ("
                    + Objects.requireNonNull(each.misconception()).code()
                    + ")")
            .toList();
    if (!wrong.isEmpty()) {
      lines.wrapped(INDENT, texts.get("beats.wrong", wrong.size(), String.join("; ", wrong)));
    }
  }
}
