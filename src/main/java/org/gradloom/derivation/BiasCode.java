package org.gradloom.derivation;

import java.util.List;
import java.util.Optional;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.ViewPart;

/** A layer with its bias as one more weight, in code, before the usual statement. */
final class BiasCode {
  private final Section section;
  private final CodeStyle style;
  private final BiasAsWeight product;
  private final ViewCode.Lines lines;

  private BiasCode(Section section, CodeStyle style, BiasAsWeight product) {
    this.section = section;
    this.style = style;
    this.lines = new ViewCode.Lines(section, style);
    this.product = product;
  }

  /** The statements; none without a bias, or while its input must not be seen. */
  static Optional<List<CodeListing.Statement>> of(Section section, CodeStyle style) {
    Derivation derivation = style.derivation();
    return derivation.cover().hides(ViewPart.ONES)
        ? Optional.empty()
        : BiasAsWeight.of(derivation.at(new Place.OfMatrix(section.result())))
            .map(product -> new BiasCode(section, style, product).lines());
  }

  private List<CodeListing.Statement> lines() {
    switch (style) {
      case NumPy _ -> python("np.hstack([%s, %s])", "np.vstack([%s, %s])", "np.ones((%s))");
      case PyTorch _ ->
          python("torch.hstack([%s, %s])", "torch.vstack([%s, %s])", "torch.ones((%s))");
      case EjmlJava _ -> java();
      case Maths _ ->
          lines.always(
              ViewNames.bordered(product.result(), FormulaStyle.PLAIN)
                  + " = "
                  + ViewNames.bordered(product.left(), FormulaStyle.PLAIN)
                  + " · "
                  + ViewNames.bordered(product.right(), FormulaStyle.PLAIN)
                  + (product.isPenalized() ? " + …" : ""));
    }
    boolean penalized = product.isPenalized() && section.result().quantity() == MatrixSymbol.DW;
    return lines.followed(penalized ? "code.comment.penalized" : "code.comment.asUsual");
  }

  private void python(String beside, String below, String ones) {
    String left = python(product.left(), beside, below, ones);
    String right = python(product.right(), beside, below, ones);
    lines.always(made() + " = " + left + " @ " + right);
  }

  /** The name of a factor, with its border if it has one, which is put together first. */
  private String python(Bordered matrix, String beside, String below, String ones) {
    String main = factor(matrix.main(), ".T");
    if (matrix.border() == null) {
      return main;
    }
    String border =
        switch (matrix.border()) {
          case Bordered.Ones _ -> ones.formatted(matrix.below() ? "1, N" : "N, 1");
          case Bordered.OfBias(var bias) -> factor(bias, ".T");
        };
    String name = bordered(matrix);
    lines.before(name + " = " + (matrix.below() ? below : beside).formatted(main, border));
    return name;
  }

  private void java() {
    String left = java(product.left());
    String right = java(product.right());
    lines.always("var %s = %s.mult(%s);".formatted(made(), left, right));
  }

  private String java(Bordered matrix) {
    String main = factor(matrix.main(), ".transpose()");
    if (matrix.border() == null) {
      return main;
    }
    String border =
        switch (matrix.border()) {
          case Bordered.Ones _ ->
              matrix.below() == style.samplesAreColumns() ? "ones" : "ones.transpose()";
          case Bordered.OfBias(var bias) -> factor(bias, ".transpose()");
        };
    String name = bordered(matrix);
    lines.before(
        "var %s = %s.%s(%s);"
            .formatted(name, main, matrix.below() ? "concatRows" : "concatColumns", border));
    return name;
  }

  private String factor(Operation.Factor factor, String transposing) {
    return style.name(factor.operand()) + (factor.transposed() ? transposing : "");
  }

  /** {@code X_1} and {@code W_b}. */
  private String bordered(Bordered matrix) {
    String main = style.name(matrix.main().operand());
    return switch (matrix.border()) {
      case null -> main;
      case Bordered.Ones _ -> main + "_1";
      case Bordered.OfBias(var bias) -> main + "_" + style.name(bias.operand());
    };
  }

  /** What the product makes, which is not called as the usual statement calls it. */
  private String made() {
    return section.result().quantity() == MatrixSymbol.Z
        ? style.name(section.result()) + "_bordered"
        : bordered(product.result());
  }
}
