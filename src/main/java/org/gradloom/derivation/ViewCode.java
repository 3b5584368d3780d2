package org.gradloom.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.ViewPart;

/**
 * The matrix of a section as a view takes it apart, in code: what stands before the statement that
 * makes it at one stroke.
 */
final class ViewCode {
  private static final Set<Granularity> ONE_BY_ONE =
      Set.of(Granularity.TERM, Granularity.CELL, Granularity.SAMPLE);
  private static final Set<Granularity> AT_ONCE = Set.of(Granularity.MATRIX, Granularity.PHASE);

  private ViewCode() {}

  /** The statements of a section as a view sees it; none where the view adds nothing. */
  static Optional<List<CodeListing.Statement>> of(
      Perspective perspective, Section section, CodeStyle style) {
    return switch (perspective) {
      case PRODUCT, UPDATE -> Optional.empty();
      case NUDGE -> NudgeCode.of(section, style);
      case BIAS -> BiasCode.of(section, style);
      case CARDS ->
          section.operation() instanceof Operation.Product product
              ? Optional.of(cards(section, product, style))
              : Optional.empty();
      case STACK ->
          section.operation() instanceof Operation.Product product && !style.hides(ViewPart.SHEETS)
              ? Optional.of(new StackCode(section, product, style).lines())
              : Optional.empty();
      case JACOBIAN ->
          section.operation() instanceof Operation.Product product && !style.hides(ViewPart.GRID)
              ? Optional.of(new JacobianCode(section, product, style).lines())
              : Optional.empty();
    };
  }

  // ---- cards

  private static List<CodeListing.Statement> cards(
      Section section, Operation.Product product, CodeStyle style) {
    String gradient = style.name(section.result());
    Lines lines = new Lines(section, style);
    switch (style) {
      case NumPy _ -> python(lines, "np.", gradient, product, TreeCode.NUMPY, style);
      case PyTorch _ -> python(lines, "torch.", gradient, product, TreeCode.TORCH, style);
      case EjmlJava java -> java(lines, gradient, product, java);
      case Maths _ ->
          lines.looped(
              new Notation(style.lesson()).plain(section.result())
                  + " = Σₖ "
                  + ViewNames.outer(style.lesson(), product, FormulaStyle.PLAIN)
                  + ViewNames.penalties(style.lesson(), product, FormulaStyle.PLAIN));
    }
    return lines.closed();
  }

  private static void python(
      Lines lines,
      String library,
      String gradient,
      Operation.Product product,
      TreeCode code,
      CodeStyle style) {
    Notation notation = new Notation(style.lesson());
    String weights = gradient.substring(1);
    String left = notation.quantity(product.left().operand());
    String right = notation.quantity(product.right().operand());
    lines.before(gradient + " = " + library + "zeros_like(" + weights + ")");
    lines.before(
        "for %s, %s in zip(%s, %s):"
            .formatted(
                left,
                right,
                style.name(product.left().operand()) + (product.left().transposed() ? "" : ".T"),
                style.name(product.right().operand())
                    + (product.right().transposed() ? ".T" : "")));
    lines.looped("    %s += %souter(%s, %s)".formatted(gradient, library, left, right));
    added(product, code, style).ifPresent(term -> lines.looped(gradient + " += " + term));
  }

  private static void java(
      Lines lines, String gradient, Operation.Product product, EjmlJava style) {
    String left = style.name(product.left().operand());
    String right = style.name(product.right().operand());
    String column =
        product.left().transposed() ? left + ".getRow(k).transpose()" : left + ".getColumn(k)";
    String row =
        product.right().transposed() ? right + ".getColumn(k).transpose()" : right + ".getRow(k)";
    String weights = gradient.substring(1);
    String cards = "cardsOf" + weights;
    lines.before(
        "var %s = new SimpleMatrix(%s.getNumRows(), %s.getNumCols());"
            .formatted(cards, weights, weights));
    lines.before("for (int k = 0; k < N; k++) {");
    lines.looped("  %s = %s.plus(%s.mult(%s));".formatted(cards, cards, column, row));
    lines.before("}");
    String added = style.added(product.addends());
    if (!added.isEmpty()) {
      lines.looped(cards + " = " + cards + added + ";");
    }
  }

  /** What is added behind the samples. */
  private static Optional<String> added(Operation.Product product, TreeCode code, CodeStyle style) {
    String added = style.added(product.addends(), code);
    return added.isEmpty() ? Optional.empty() : Optional.of(added.substring(" + ".length()));
  }

  /** Statements that are put together. */
  static final class Lines {
    private final Section section;
    private final CodeStyle style;
    private final List<CodeListing.Statement> lines = new ArrayList<>();

    Lines(Section section, CodeStyle style) {
      this.section = section;
      this.style = style;
    }

    /** A line that runs once, before anything is to be seen. */
    void before(String text) {
      lines.add(new CodeListing.Statement(text, List.of(section.result()), Set.of()));
    }

    /** The line that runs at each term. */
    void looped(String text) {
      lines.add(new CodeListing.Statement(text, List.of(section.result()), ONE_BY_ONE));
    }

    /** A line that runs at every step. */
    void always(String text) {
      lines.add(new CodeListing.Statement(text, List.of(section.result())));
    }

    /** A line that is read only. */
    void said(String comment) {
      lines.add(new CodeListing.Statement(comment, List.of(), Set.of()));
    }

    /** With the usual statements behind. */
    List<CodeListing.Statement> closed() {
      return closed("code.comment.atOneStroke");
    }

    /** The same behind another comment. */
    List<CodeListing.Statement> closed(String key) {
      said(style.comment(key));
      style
          .statements(section)
          .forEach(text ->
              lines.add(new CodeListing.Statement(text, List.of(section.result()), AT_ONCE)));
      return lines;
    }

    /** With the usual statements behind a comment, where all of it runs at every step. */
    List<CodeListing.Statement> followed(String key) {
      said(style.comment(key));
      style.statements(section).forEach(this::always);
      return lines;
    }
  }
}
