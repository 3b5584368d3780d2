package org.gradloom.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gradloom.derivation.Captions;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Formula;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.MatrixFormula;
import org.gradloom.derivation.Narration;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Section;
import org.gradloom.derivation.Step;
import org.gradloom.formula.Expr;
import org.gradloom.formula.FormulaPart;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Frozen;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Phase;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Repetition;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.WeightPenalty;
import org.gradloom.text.Markup;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Tells a whole derivation as readable text, phase by phase: each matrix with its rule and numbers,
 * and, as fine as asked for, each cell or each term. A matrix with a side over 16 is summarised.
 */
public final class TerminalText {
  private static final String INDENT = DerivationLines.INDENT;

  private final Derivation derivation;
  private final Lesson lesson;
  private final Notation notation;
  private final Texts texts;
  private final DerivationLines lines;

  private TerminalText(Derivation derivation, Texts texts, Appendable out) {
    this.derivation = derivation;
    this.lesson = derivation.lesson();
    this.notation = new Notation(lesson);
    this.texts = texts;
    this.lines = new DerivationLines(derivation, texts, out);
  }

  /**
   * Writes the derivation.
   *
   * @param finest TERM, CELL or MATRIX; a PHASE is told by its matrices
   */
  public static void write(Derivation derivation, Granularity finest, Texts texts, Appendable out)
      throws IOException {
    new TerminalText(derivation, texts, out).write(finest);
  }

  private void write(Granularity finest) throws IOException {
    opening();
    Phase phase = null;
    for (Section section : derivation.sections()) {
      if (section.phase() != phase) {
        phase = section.phase();
        heading(texts.get("phase." + phase.name()));
      }
      section(section, finest);
    }
  }

  private void opening() throws IOException {
    if (!lesson.title().isEmpty()) {
      line(lesson.title());
    }
    line(
        texts.get(
            "explain.network",
            lesson.samples(),
            lesson.features(),
            Message.of("loss." + lesson.loss().kind().ownName()),
            Message.of("explain.reduction." + lesson.loss().reduction().documentName()),
            Numbers.format(lesson.optimizer().learningRate())));
    for (int l = 0; l < lesson.layers().size(); l++) {
      Layer layer = lesson.layers().get(l);
      line(
          texts.get(
              "explain.layer",
              l + 1,
              layer.inputs(),
              layer.units(),
              Message.of("activation." + layer.activation().documentName()),
              Message.of(layer.hasBias() ? "explain.bias" : "explain.noBias"),
              frozen(layer.frozen())));
    }
    for (WeightPenalty penalty : lesson.loss().penalties()) {
      line(
          texts.get(
              "explain." + penalty.documentName(),
              Numbers.format(penalty.lambda()),
              new MatrixFormula(lesson).sign(penalty)));
    }
    Optional<Message> twice = Repetition.in(lesson);
    if (twice.isPresent()) {
      line(texts.say(twice.get()));
    }
    heading(texts.get("explain.given"));
    for (Operand input : lesson.inputs()) {
      line("");
      line(notation.plain(input) + "   " + caption(input));
      lines.numbers(input);
    }
  }

  private static Object frozen(Frozen frozen) {
    return frozen.equals(Frozen.NOTHING)
        ? ""
        : Message.of("explain.frozen", frozen.w() && frozen.b() ? "W, b" : frozen.w() ? "W" : "b");
  }

  private void heading(String text) throws IOException {
    line("");
    line(text);
    line("=".repeat(text.length()));
  }

  private String caption(Operand operand) {
    return texts.say(new Captions(lesson).caption(operand, false));
  }

  private void section(Section section, Granularity finest) throws IOException {
    line("");
    line(
        new Captions(lesson).equation(section)
            + "   "
            + caption(section.result())
            + "   "
            + section.result());
    lines.numbers(section.result());
    if (AlignedMatrix.isLarge(section.shape().rows(), section.shape().columns())) {
      if (finest == Granularity.TERM || finest == Granularity.CELL) {
        line(INDENT + texts.get("explain.forExample"));
        lines.cell(section, new Cell(0, 0));
      }
      return;
    }
    for (int i = 0; i < section.shape().rows(); i++) {
      for (int j = 0; j < section.shape().columns(); j++) {
        switch (finest) {
          case TERM -> terms(section, new Cell(i, j));
          case CELL -> lines.cell(section, new Cell(i, j));
          case SAMPLE, MATRIX, PHASE -> {}
        }
      }
    }
  }

  /** Each term of a cell on a line of its own, with the reason below. */
  private void terms(Section section, Cell cell) throws IOException {
    String result = notation.result(section.result(), cell);
    if (section.terms() == 1) {
      lines.cell(section, cell);
      why(section, cell, 0);
      return;
    }
    Step whole = at(new Place.OfCell(section.result(), cell));
    line("");
    line(INDENT + Markup.plain(texts.say(Narration.of(whole).where())));
    for (int t = 0; t < section.terms(); t++) {
      if (section.terms() > AlignedMatrix.LARGEST_SIDE + 1 && t == AlignedMatrix.LARGEST_SIDE) {
        line(
            INDENT
                + INDENT
                + texts.get("explain.moreTerms", section.terms() - AlignedMatrix.LARGEST_SIDE - 1));
        t = section.terms() - 1;
      }
      Formula formula = Formula.of(term(section, cell, t));
      List<String> sides = new ArrayList<>();
      sides.add(active(formula, formula.symbols()));
      sides.add(active(formula, formula.numbers()));
      sides.removeIf(String::isEmpty);
      line(
          INDENT
              + INDENT
              + texts.get(
                  "explain.term",
                  t + 1,
                  String.join(" = ", sides),
                  result,
                  soFar(term(section, cell, t))));
      why(section, cell, t);
    }
  }

  /** What the terms come to so far. */
  private static String soFar(Step step) {
    return step.hidesSum(step.term()) ? Numbers.BLANK : Numbers.format(step.runningSum());
  }

  /** What is written of the active term. */
  private static String active(Formula formula, @Nullable Expr line) {
    return line == null
        ? ""
        : formula.renderer(FormulaStyle.PLAIN).parts(line).stream()
            .filter(part -> part.state() == Expr.State.ACTIVE)
            .map(FormulaPart::text)
            .collect(Collectors.joining());
  }

  private void why(Section section, Cell cell, int t) throws IOException {
    String sentence = texts.say(Narration.of(term(section, cell, t)).why());
    lines.wrapped(INDENT.repeat(3), Markup.plain(sentence));
  }

  private Step term(Section section, Cell cell, int t) {
    return at(new Place.OfTerm(section.result(), cell, t));
  }

  private Step at(Place place) {
    return derivation.at(place);
  }

  private void line(String text) throws IOException {
    lines.line(text);
  }
}
