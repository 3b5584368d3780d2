package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradloom.KnownLessons;
import org.gradloom.derivation.CodeListing.Language;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.ViewPart;
import org.gradloom.matrix.Cell;
import org.gradloom.text.Markup;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

/**
 * All that the views of a gradient say and write beside its matrices: of a whole matrix, of a cell,
 * and of its first and last term; then their code, each line with the steps that it stands for.
 * They are held to {@code said-of-views.txt}, where each line can be checked by hand. What differs
 * is in {@code target/said-of-views.txt}; once it has been read and holds, it takes the file's
 * place.
 */
class SaidOfViewsTest {
  private static final Path EXPECTED = Path.of("src/test/resources/golden/said-of-views.txt");
  private static final Path FOUND = Path.of("target/said-of-views.txt");
  private static final Texts TEXTS = Texts.english();
  private static final List<Perspective> VIEWS =
      List.of(
          Perspective.CARDS,
          Perspective.STACK,
          Perspective.JACOBIAN,
          Perspective.NUDGE,
          Perspective.BIAS,
          Perspective.UPDATE);

  private final List<String> lines = new ArrayList<>();

  /** Of the step before: a formula is written where it is another one. */
  private List<String> formula = List.of();

  private static String say(Message message) {
    return Markup.plain(TEXTS.say(message));
  }

  // ---- words and formulas

  private void addWords(String title, Derivation derivation, String... matrices) {
    for (String matrix : matrices) {
      Place.OfMatrix whole = (Place.OfMatrix) Place.parse(matrix);
      Section section = derivation.at(whole).section();
      // Of the last row the first cell, so that the two numbers differ.
      Cell cell = new Cell(section.shape().rows() - 1, 0);
      for (Perspective view : VIEWS) {
        if (Perspectives.shows(view, derivation.at(whole))) {
          lines.add(title + ", " + matrix + ", " + view);
          formula = List.of();
          Stream.of(
                  Stream.of(derivation.at(whole)),
                  Stream.of(0, section.terms() - 1)
                      .distinct()
                      .map(term -> new Place.OfTerm(section.result(), cell, term))
                      .map(derivation::at),
                  Stream.of(derivation.at(new Place.OfCell(section.result(), cell))),
                  Perspectives.goBySamples(view)
                      ? bySample(derivation, section)
                      : Stream.<Step>of())
              .flatMap(each -> each)
              .forEach(step -> addWords(step, view));
        }
      }
    }
  }

  private static Stream<Step> bySample(Derivation derivation, Section section) {
    long last =
        derivation.indexOf(Granularity.SAMPLE, derivation.at(new Place.OfMatrix(section.result())));
    return Stream.of(derivation.at(Granularity.SAMPLE, last - section.deals() + 1));
  }

  private void addWords(Step step, Perspective view) {
    Narration narration = Narration.of(step, view);
    lines.add(
        "  "
            + step.granularity()
            + " "
            + say(narration.question())
            + " | "
            + say(narration.where()));
    lines.add("    " + say(narration.why()));
    List<String> now =
        ViewFormula.of(step, view).stream()
            .flatMap(
                rule -> Stream.of("    " + rule.plain() + " | " + rule.then(), "    " + rule.tex()))
            .toList();
    if (!now.equals(formula)) {
      formula = now;
      lines.addAll(now);
    }
  }

  // ---- code

  private void addCode(String title, Derivation derivation, Perspective view, String matrix) {
    Place.OfMatrix whole = (Place.OfMatrix) Place.parse(matrix);
    for (Language language : Language.values()) {
      CodeListing listing =
          CodeListing.of(
              derivation, language, CodeListing.Seen.of(view, derivation.at(whole)), TEXTS);
      lines.add(title + ", " + matrix + ", " + view + ", " + language);
      Section section = derivation.at(whole).section();
      List<CodeListing.Statement> statements = listing.lines();
      int first =
          statements.indexOf(
              statements.stream()
                  .filter(each -> each.computes().contains(section.result()))
                  .findFirst()
                  .orElseThrow());
      int next = first;
      while (next < statements.size()
          && (statements.get(next).computes().isEmpty()
              || statements.get(next).computes().contains(section.result()))) {
        next++;
      }
      // A comment of the view stands before its first statement.
      while (first > 0 && statements.get(first - 1).computes().isEmpty()) {
        first--;
      }
      statements
          .subList(first, next)
          .forEach(each -> lines.add("  " + steps(each) + " " + each.text()));
    }
  }

  /** T C S M P for the steps of a line, and dots where it does not run. */
  private static String steps(CodeListing.Statement statement) {
    return Stream.of(Granularity.values())
        .map(each ->
            !statement.computes().isEmpty() && statement.at().contains(each)
                ? each.name().substring(0, 1)
                : ".")
        .collect(Collectors.joining());
  }

  private static Derivation covered(Lesson lesson, Coverable... items) {
    return Derivation.of(lesson).covering(Set.of(items));
  }

  @Test
  void everyViewIsExplainedAndWrittenAsItIs() throws Exception {
    String[] gradients = {
      "layer2/z", "layer2/dW", "layer2/dB", "layer2/dX", "layer1/dW", "layer1/dX", "layer2/wNext"
    };
    addWords("penalty", Derivation.of(KnownLessons.penalized()), gradients);
    Lesson bias = KnownLessons.lessonHWithBias();
    String[] one = {"layer1/z", "layer1/dW", "layer1/dB", "layer1/dX"};
    addWords("H", Derivation.of(bias), one);
    addWords("H turned", Derivation.of(bias.withConvention(Convention.WX)), one);
    addWords("H covered", covered(bias, ViewPart.GRID, ViewPart.ONES, ViewPart.SHEETS), one);
    addWords(
        "a cell covered", covered(bias, Region.parse("layer1/x/1,3")), "layer1/dW", "layer1/dX");
    for (Convention convention : Convention.values()) {
      Derivation derivation = Derivation.of(bias.withConvention(convention));
      for (String matrix : one) {
        for (Perspective view : VIEWS) {
          if (Perspectives.shows(view, derivation.at(Place.parse(matrix)))) {
            addCode("H " + convention, derivation, view, matrix);
          }
        }
      }
    }
    Derivation penalized = Derivation.of(KnownLessons.penalized());
    for (Perspective view : VIEWS) {
      if (Perspectives.shows(view, penalized.at(Place.parse("layer2/dW")))) {
        addCode("penalty", penalized, view, "layer2/dW");
      }
    }
    Files.createDirectories(FOUND.getParent());
    Files.write(FOUND, lines);
    assertThat(lines).isEqualTo(Files.readAllLines(EXPECTED));
  }
}
