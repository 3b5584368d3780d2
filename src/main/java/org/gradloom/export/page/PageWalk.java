package org.gradloom.export.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradloom.derivation.CodeListing;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Narration;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Operation;
import org.gradloom.derivation.Section;
import org.gradloom.derivation.Step;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.ViewPart;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.staging.Shown;
import org.gradloom.staging.ShownWords;
import org.gradloom.staging.StageNumbers;
import org.gradloom.staging.StagePicture;
import org.gradloom.staging.StageSlot;
import org.gradloom.staging.StepTex;
import org.gradloom.text.Texts;

/**
 * One walk as a page holds it: every matrix once, each step as what changes, steps of one matrix
 * together. The page works nothing out; it only puts a step's marks on matrices it has.
 */
final class PageWalk {
  private static final int DIGITS = 6;

  private final Derivation derivation;
  private final Lesson lesson;
  private final Granularity granularity;
  private final Texts texts;
  private final Map<String, Object> matrices = new LinkedHashMap<>();

  PageWalk(Derivation derivation, Granularity granularity, Texts texts) {
    this.derivation = derivation;
    this.lesson = derivation.lesson();
    this.granularity = granularity;
    this.texts = texts;
  }

  long size() {
    return derivation.size(granularity);
  }

  /** All but the steps. */
  Map<String, Object> outline() {
    List<Map<String, Object>> sections = derivation.sections().stream().map(this::section).toList();
    Map<String, Object> walk = new LinkedHashMap<>();
    walk.put("sections", sections);
    walk.put("matrices", matrices);
    walk.put("names", names());
    walk.put("code", code(derivation));
    return walk;
  }

  /** Every name of a matrix with the one it has in the walk. */
  private Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    for (int l = 0; l <= lesson.lastLayer(); l++) {
      for (MatrixSymbol symbol : MatrixSymbol.values()) {
        Operand operand = symbol.belongsToLoss() ? Operand.ofLoss(symbol) : new Operand(l, symbol);
        if (lesson.has(operand) && !lesson.canonical(operand).equals(operand)) {
          names.put(operand.toString(), lesson.canonical(operand).toString());
        }
      }
    }
    return names;
  }

  // ---- matrices

  private Map<String, Object> section(Section section) {
    List<Object> items = new ArrayList<>();
    Step whole = lastStep(section);
    for (StagePicture.Item item : picture(section).items()) {
      switch (item) {
        case StagePicture.Sign(var text) -> items.add(text);
        case StagePicture.Placed placed -> {
          matrices.computeIfAbsent(placed.shown().id(), _ -> matrix(placed, whole));
          items.add(List.of(placed.shown().id(), role(placed.seat())));
        }
      }
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("place", section.result().toString());
    values.put("phase", texts.get("phase." + section.phase().name()));
    values.put("name", MathMl.of(new Notation(lesson).tex(section.result())));
    values.put("turned", lesson.convention().turns(section.result()));
    values.put("items", items);
    values.put("steps", steps(section).length());
    return values;
  }

  /** The class of the marks in a matrix that sits here. */
  private static String role(StageSlot seat) {
    return switch (seat) {
      case LEFT, LEFT_ORIGIN -> "left";
      case RIGHT, RIGHT_ORIGIN, BIAS, MASK -> "right";
      case RESULT -> "result";
    };
  }

  private StagePicture picture(Section section) {
    return StagePicture.of(section, lesson, false);
  }

  private Map<String, Object> matrix(StagePicture.Placed placed, Step whole) {
    Shown shown = placed.shown();
    ShownWords words = new ShownWords(lesson);
    Shape shape = shown.shape(lesson);
    StageNumbers numbers = new StageNumbers(derivation, whole, placed, whole.terms() - 1, DIGITS);
    Map<String, Object> matrix = new LinkedHashMap<>();
    matrix.put("tex", MathMl.of(words.tex(shown)));
    matrix.put("name", words.spoken(shown, texts));
    matrix.put("caption", texts.say(words.caption(shown)));
    matrix.put("rows", shape.rows());
    matrix.put("columns", shape.columns());
    matrix.put(
        "cells",
        IntStream.range(0, shape.size())
            .mapToObj(n -> numbers.text(n / shape.columns(), n % shape.columns()))
            .toList());
    return matrix;
  }

  private Step lastStep(Section section) {
    return derivation.at(Granularity.MATRIX, section.index());
  }

  // ---- steps

  /** The numbers of a section's steps. */
  private record Range(long first, long end) {
    int length() {
      return (int) (end - first);
    }
  }

  private Range steps(Section section) {
    long end = derivation.indexOf(granularity, lastStep(section)) + 1;
    long first =
        section.index() == 0
            ? 0
            : derivation.indexOf(
                    granularity, lastStep(derivation.sections().get(section.index() - 1)))
                + 1;
    return new Range(first, end);
  }

  /**
   * The steps of each section.
   *
   * @param headway is told the part that is done
   */
  List<Object> steps(DoubleConsumer headway) {
    List<Object> all = new ArrayList<>();
    for (Section section : derivation.sections()) {
      List<Object> steps = new ArrayList<>();
      Range range = steps(section);
      for (long i = range.first(); i < range.end(); i++) {
        steps.add(step(derivation.at(granularity, i)));
        headway.accept((double) (i + 1) / size());
      }
      all.add(steps);
    }
    return all;
  }

  private Map<String, Object> step(Step step) {
    Map<String, Object> values = told(step);
    values.put("p", lesson.convention().turned(step.place()).toString());
    values.put("c", List.of(step.writtenCell().row(), step.writtenCell().column()));
    long before = derivation.indexOf(Granularity.CELL, step) - step.section().firstCell();
    values.put("n", before);
    values.put("m", marks(step));
    return values;
  }

  /** What is said of a step, which is another where something is covered. */
  private Map<String, Object> told(Step step) {
    Map<String, Object> values = new LinkedHashMap<>();
    Narration narration = Narration.of(step);
    values.put("t", step.hidesSum(step.term()) ? Numbers.BLANK : Numbers.format(step.runningSum()));
    values.put("v", texts.say(Narration.spoken(step)));
    values.put("q", Html.marked(texts.say(narration.question())));
    values.put("w", Html.marked(texts.say(narration.where())));
    boolean hidesSymbols = step.cover().hides(ViewPart.SYMBOLS);
    // The numbers would say what is asked for.
    boolean hidesNumbers = step.cover().hides(step.result(), step.cell());
    values.put(
        "y",
        hidesSymbols || hidesNumbers
            ? texts.get("ask.coveredWhy")
            : Html.marked(texts.say(narration.why())));
    List<Object> lines = new ArrayList<>();
    for (StepTex line : StepTex.lines(step, texts)) {
      boolean first = lines.isEmpty();
      boolean hidden = first ? hidesSymbols : hidesNumbers;
      lines.add(
          hidden
              ? covered(first ? "ask.coveredSymbols" : "ask.coveredNumbers", line)
              : List.of(Html.plain(line.lead()), MathMl.of(line.tex()), Html.plain(line.tail())));
    }
    values.put("f", lines);
    return values;
  }

  private List<String> covered(String key, StepTex line) {
    return List.of(
        Html.plain(line.lead()),
        "<span class=\"hidden\">" + Html.plain(texts.get(key)) + "</span>",
        "");
  }

  /** For each matrix on the stage the line and the cell that are lit: {@code r1}, {@code a0,2}. */
  private List<Object> marks(Step step) {
    return picture(step.section()).matrices().stream()
        .map(placed -> {
          StageNumbers numbers = new StageNumbers(derivation, step, placed, step.term(), DIGITS);
          return (Object)
              (numbers.line().map(line -> (line.isRow() ? "r" : "c") + line.index()).orElse("")
                  + numbers
                      .active()
                      .map(cell -> "a" + cell.row() + "," + cell.column())
                      .orElse(""));
        })
        .toList();
  }

  // ---- code

  /** The listing in each language: lines with the sections that they make. */
  private Map<String, Object> code(Derivation seen) {
    Map<Operand, Integer> sections = new LinkedHashMap<>();
    seen.sections().forEach(section -> sections.put(section.result(), section.index()));
    return Arrays.stream(CodeListing.Language.values())
        .collect(
            Collectors.toMap(
                language -> texts.get("code." + language.name()),
                language ->
                    CodeListing.of(seen, language, texts).lines().stream()
                        .map(line ->
                            (Object)
                                List.of(
                                    line.text(),
                                    line.computes().stream().map(sections::get).toList()))
                        .toList(),
                (one, _) -> one,
                LinkedHashMap::new));
  }

  /** In each language a line that says when the program can be seen. */
  private Map<String, Object> hiddenCode() {
    List<Object> line = List.of(texts.get("ask.coveredCode"), List.of());
    Map<String, Object> code = new LinkedHashMap<>();
    for (CodeListing.Language language : CodeListing.Language.values()) {
      code.put(texts.get("code." + language.name()), List.of(line));
    }
    return code;
  }

  // ---- covers

  /**
   * What is different while something is covered: cells, the steps that would tell, and code.
   *
   * @param hidesCode true if no line of code may be seen
   */
  Map<String, Object> covered(Collection<? extends Coverable> items, boolean hidesCode) {
    Derivation seen = derivation.covering(items);
    Map<String, Object> cells = new LinkedHashMap<>();
    Map<String, Object> steps = new LinkedHashMap<>();
    for (Section section : seen.sections()) {
      Step whole = seen.at(Granularity.MATRIX, section.index());
      for (StagePicture.Placed placed : picture(section).matrices()) {
        StageNumbers numbers = new StageNumbers(seen, whole, placed, whole.terms() - 1, DIGITS);
        if (numbers.coversSome()) {
          Shape shape = placed.shown().shape(lesson);
          cells.put(
              placed.shown().id(),
              IntStream.range(0, shape.size())
                  .filter(n -> numbers.covers(n / shape.columns(), n % shape.columns()))
                  .boxed()
                  .toList());
        }
      }
      if (mayTell(seen, section)) {
        Range range = steps(section);
        for (long i = range.first(); i < range.end(); i++) {
          Map<String, Object> told = told(seen.at(granularity, i));
          if (!told.equals(told(derivation.at(granularity, i)))) {
            steps.put(Long.toString(i), told);
          }
        }
      }
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("cells", cells);
    values.put("steps", steps);
    values.put("symbols", seen.cover().hides(ViewPart.SYMBOLS));
    values.put("code", hidesCode ? hiddenCode() : code(seen));
    return values;
  }

  private static boolean mayTell(Derivation seen, Section section) {
    return seen.cover().hides(ViewPart.SYMBOLS)
        || seen.cover().hidesSomeOf(section.result())
        || section.operation() instanceof Operation.LossTotal
        || section.operation().operands().stream()
            .anyMatch(factor -> seen.cover().hidesSomeOf(factor.operand()));
  }
}
