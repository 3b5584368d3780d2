package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gradloom.KnownLessons;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.rule.Reduction;
import org.gradloom.text.Markup;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

/**
 * All that is said of every matrix of small lessons, of its last cell, and of the first two terms
 * and the last one of that, held to {@code said-of-steps.txt}, where each line can be checked by
 * hand. What differs is in {@code target/said-of-steps.txt}; once it has been read and holds, it
 * takes the file's place.
 */
class SaidOfStepsTest {
  private static final Path EXPECTED = Path.of("src/test/resources/golden/said-of-steps.txt");
  private static final Path FOUND = Path.of("target/said-of-steps.txt");
  private static final Texts TEXTS = Texts.english();

  private final List<String> lines = new ArrayList<>();

  private static String say(Message message) {
    return Markup.plain(TEXTS.say(message));
  }

  private void add(String title, Lesson lesson) {
    Derivation derivation = Derivation.of(lesson);
    for (Section section : derivation.sections()) {
      Cell last = new Cell(section.shape().rows() - 1, section.shape().columns() - 1);
      add(title, derivation.at(new Place.OfMatrix(section.result())));
      add(title, derivation.at(new Place.OfCell(section.result(), last)));
      IntStream.of(0, 1, section.terms() - 1)
          .filter(term -> section.terms() > 1 && term < section.terms())
          .distinct()
          .forEach(
              term -> add(title, derivation.at(new Place.OfTerm(section.result(), last, term))));
    }
  }

  private void add(String title, Step step) {
    Narration narration = Narration.of(step);
    lines.add(title + ", " + step.place());
    lines.add("  " + say(narration.question()) + " | " + say(narration.where()));
    lines.add("  " + say(narration.why()));
    lines.add("  " + say(Narration.spoken(step)));
    lines.add("  " + Formula.of(step).plain().replace("\n", " ⏎ "));
  }

  @Test
  void everyStepIsExplainedAsItIs() throws Exception {
    add("H", KnownLessons.lessonHWithBias());
    add("L turned", KnownLessons.lessonL().withConvention(Convention.WX));
    add("two layers", KnownLessons.twoLayers());
    add("penalty", KnownLessons.penalized());
    add("two penalties", KnownLessons.twicePenalized());
    add("dropout", KnownLessons.masked());
    add("softmax", KnownLessons.softmax(Reduction.MEAN));
    add("sigmoid", KnownLessons.sigmoid());
    add("rows", KnownLessons.softmaxLayer());
    Files.createDirectories(FOUND.getParent());
    Files.write(FOUND, lines);
    assertThat(lines).isEqualTo(Files.readAllLines(EXPECTED));
  }
}
