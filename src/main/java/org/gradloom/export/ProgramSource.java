package org.gradloom.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradloom.derivation.CodeListing;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Section;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Phase;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;

/**
 * What a program in any language is made of: the statements of a document's passes, as they are
 * read beside the walk, and what stands around them.
 */
final class ProgramSource {
  /** Texts of some twenty megabytes, which compilers still take. */
  private static final int MOST_NUMBERS = 1_000_000;

  private final Lesson lesson;
  private final Derivation derivation;
  private final CodeListing listing;
  private final Notation notation;
  private final Texts texts;

  /**
   * @throws InvalidInput if the document's numbers are too many, or have no answer, or if it trains
   *     with dropout
   */
  ProgramSource(ExportOrder order, CodeListing.Language language) {
    Optional<TrainingPlan> plan = plan(order.lesson());
    lesson = plan.map(planned -> frozen(order.lesson(), planned)).orElseGet(order::lesson);
    int numbers = lesson.inputs().stream().mapToInt(input -> lesson.shape(input).size()).sum();
    if (numbers > MOST_NUMBERS) {
      throw new InvalidInput("export.tooLarge", numbers, MOST_NUMBERS);
    }
    Trace trace = Trace.of(lesson);
    if (plan.isEmpty()) {
      Finite.require(trace);
    }
    derivation = Derivation.of(trace);
    texts = order.texts();
    CodeListing.Purpose purpose =
        plan.isPresent() ? CodeListing.Purpose.TRAINING : CodeListing.Purpose.PROGRAM;
    listing = CodeListing.of(derivation, language, purpose, texts);
    notation = new Notation(lesson);
  }

  /** As a step that is to be taken, so that the update is the plan's own. */
  private static Lesson frozen(Lesson lesson, TrainingPlan plan) {
    return lesson.with(plan.frozen(lesson.stepsTaken()));
  }

  Lesson lesson() {
    return lesson;
  }

  CodeListing listing() {
    return listing;
  }

  /** The plan of a document that trains. */
  Optional<TrainingPlan> plan() {
    return plan(lesson);
  }

  /**
   * The plan of a document that trains; a step with masks is computed, and not trained from.
   *
   * @throws InvalidInput if it trains with dropout, whose masks another library would not draw
   */
  private static Optional<TrainingPlan> plan(Lesson lesson) {
    Optional<TrainingPlan> plan =
        Optional.ofNullable(lesson.training())
            .filter(_ -> lesson.layers().stream().allMatch(layer -> layer.mask() == null));
    if (plan.filter(training -> training.dropoutRate() > 0).isPresent()) {
      throw new InvalidInput("export.dropout");
    }
    return plan;
  }

  String text(String key) {
    return texts.get(key);
  }

  /** The document's title and how to run the program, as comments. */
  List<String> heading(String mark, String... keys) {
    return Stream.concat(lesson.title().lines().limit(1), Stream.of(keys).map(texts::get))
        .map(line -> mark + " " + asComment(line))
        .toList();
  }

  /**
   * Java reads a backslash and a u as the beginning of a letter, even in a comment, and Python what
   * stands behind a coding and its colon as the encoding of the file.
   */
  private static String asComment(String line) {
    return line.replace("\\u", "\\ u")
        .replace("coding:", "coding :")
        .replace("coding=", "coding =");
  }

  /** The lines of a phase behind a margin. */
  List<String> lines(Phase phase, String margin) {
    return listing.lines(phase).stream().map(line -> margin + line).toList();
  }

  /** What a phase computes, in the order of the walk. */
  List<Operand> results(Phase phase) {
    return derivation.sections().stream()
        .filter(section -> section.phase() == phase)
        .map(Section::result)
        .toList();
  }

  String name(Operand operand) {
    return notation.code(lesson.canonical(operand));
  }

  /** The variables of what the walk computes, each once, in its order. */
  List<String> computed() {
    return derivation.sections().stream()
        .map(Section::result)
        .map(notation::code)
        .distinct()
        .toList();
  }

  /** The variables of all weights and biases, layer by layer. */
  List<Learnt> parameters() {
    List<Learnt> all = new ArrayList<>();
    for (int l = 0; l <= lesson.lastLayer(); l++) {
      Layer layer = lesson.layers().get(l);
      all.add(new Learnt(name(new Operand(l, MatrixSymbol.W)), !layer.frozen().w()));
      if (layer.hasBias()) {
        all.add(new Learnt(name(new Operand(l, MatrixSymbol.B)), !layer.frozen().b()));
      }
    }
    return all;
  }

  /**
   * A variable that training changes.
   *
   * @param learns false where it is frozen
   */
  record Learnt(String name, boolean learns) {}

  /** The inputs that have numbers for each sample: X and what the loss compares with. */
  List<Operand> ofRows() {
    return List.of(new Operand(0, MatrixSymbol.X), lesson.lossInput());
  }

  /** True if the rows of a training are columns of this input. */
  boolean samplesAreColumnsOf(Operand input) {
    return lesson.convention().samplesAreColumns() && input.quantity() != MatrixSymbol.LABELS;
  }

  /**
   * One object of JSON for each layer, of what {@code compute} answers.
   *
   * @param matrix the code that makes JSON of a variable's matrix
   * @param list the same of a bias, which is a list in answers
   * @param entry how a name and such code are joined
   */
  List<String> answers(UnaryOperator<String> matrix, UnaryOperator<String> list, Member entry) {
    return objects(MatrixSymbol.OF_A_LAYER, matrix, list, entry);
  }

  /** The same of what {@code train} answers. */
  List<String> trained(UnaryOperator<String> matrix, UnaryOperator<String> list, Member entry) {
    return objects(List.of(MatrixSymbol.W, MatrixSymbol.B), matrix, list, entry);
  }

  /** How a language writes a member of a JSON object. */
  @FunctionalInterface
  interface Member {
    String of(String name, String code);
  }

  private List<String> objects(
      List<MatrixSymbol> members,
      UnaryOperator<String> matrix,
      UnaryOperator<String> list,
      Member entry) {
    List<String> objects = new ArrayList<>();
    for (int l = 0; l <= lesson.lastLayer(); l++) {
      int layer = l;
      objects.add(
          members.stream()
              .filter(symbol -> lesson.has(new Operand(layer, symbol)))
              .map(symbol ->
                  entry.of(
                      symbol.placeName(),
                      (symbol.needsBias() ? list : matrix).apply(name(new Operand(layer, symbol)))))
              .collect(Collectors.joining(", ")));
    }
    return objects;
  }
}
