package org.gradloom.derivation;

import java.util.Locale;
import org.gradloom.formula.Expr;
import org.gradloom.formula.FormulaStyle;
import org.gradloom.formula.Index;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Names;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Cell;

/**
 * The names of matrices and entries as formulas write them, in TeX and in plain text, and as code
 * does. Sample k, feature or input i, neuron j. With several layers W₂ is the second layer's W and
 * w⁽²⁾₁₃ one of its entries; the input of a layer bears the name of the output before it, so that
 * every matrix has one name. Entries are named as the lesson's convention writes their matrix,
 * although here, as everywhere inside, rows are samples.
 */
public record Notation(Lesson lesson) implements Names {
  private static final String LETTERS = "ijkm";
  private static final String SUBSCRIPT_LETTERS = "ᵢⱼₖₘ";

  /** What a name is about: a matrix itself, the gradient by it, or its value after the update. */
  private enum Form {
    VALUE,
    GRADIENT,
    NEXT
  }

  /** A letter, the layer it belongs to (−1 for none), and what is said of it. */
  private record Name(Form form, String letter, int layer) {}

  private Name name(Operand operand) {
    int l = operand.layer();
    return switch (operand.quantity()) {
      case X -> l == 0 ? new Name(Form.VALUE, "X", -1) : output(Form.VALUE, l - 1);
      case W -> new Name(Form.VALUE, "W", l);
      case B -> new Name(Form.VALUE, "b", l);
      case MASK -> new Name(Form.VALUE, "M", l);
      case Z -> new Name(Form.VALUE, "Z", l);
      case A -> output(Form.VALUE, l);
      case P -> new Name(Form.VALUE, "P", -1);
      case L -> new Name(Form.VALUE, "L", -1);
      case UPSTREAM -> new Name(Form.VALUE, "U", -1);
      case TARGETS -> new Name(Form.VALUE, "T", -1);
      case LABELS -> new Name(Form.VALUE, "y", -1);
      case DA -> output(Form.GRADIENT, l);
      case DZ -> new Name(Form.GRADIENT, "Z", l);
      case DW -> new Name(Form.GRADIENT, "W", l);
      case DB -> new Name(Form.GRADIENT, "b", l);
      case DX -> l == 0 ? new Name(Form.GRADIENT, "X", -1) : output(Form.GRADIENT, l - 1);
      case W_NEXT -> new Name(Form.NEXT, "W", l);
      case B_NEXT -> new Name(Form.NEXT, "b", l);
    };
  }

  /** The output of a layer: A, or Z where the activation is the identity. */
  private Name output(Form form, int layer) {
    boolean identity = lesson.layers().get(layer).isIdentity();
    return new Name(form, identity ? "Z" : "A", layer);
  }

  private boolean numbered(Name name) {
    return name.layer() >= 0 && lesson.layers().size() > 1;
  }

  /** The whole matrix in TeX: {@code W_{1}}, {@code dL/dW}. */
  public String tex(Operand operand) {
    Name name = name(operand);
    String letter = name.letter() + (numbered(name) ? "_{" + (name.layer() + 1) + "}" : "");
    return switch (name.form()) {
      case VALUE -> letter;
      case GRADIENT -> "dL/d" + letter;
      case NEXT -> letter.substring(0, 1) + "'" + letter.substring(1);
    };
  }

  /** The whole matrix in plain text: {@code W₁}, {@code dL/dW}. */
  public String plain(Operand operand) {
    Name name = name(operand);
    String letter = name.letter() + (numbered(name) ? subscript(name.layer() + 1) : "");
    return switch (name.form()) {
      case VALUE -> letter;
      case GRADIENT -> "dL/d" + letter;
      case NEXT -> letter + "′";
    };
  }

  /** The variable that holds a matrix in code: {@code W2}, {@code dZ1}; one for W and its next. */
  public String code(Operand operand) {
    Name name = name(operand);
    String letter = name.letter() + (numbered(name) ? name.layer() + 1 : "");
    return switch (name.form()) {
      case VALUE, NEXT -> letter;
      case GRADIENT -> "d" + letter;
    };
  }

  /** The matrix, transposed or not, in plain text: {@code Xᵀ}. */
  public String plain(Operation.Factor factor) {
    return name(new Expr.Whole(factor.operand(), factor.transposed()), FormulaStyle.PLAIN);
  }

  @Override
  public String name(Expr.Entry entry, FormulaStyle style) {
    Operand operand = entry.operand();
    return switch (style) {
      case TEX -> {
        String row = texIndex(entry.row());
        String column = texIndex(entry.column());
        yield entry.asResult() ? resultTex(operand, row, column) : entryTex(operand, row, column);
      }
      case PLAIN -> {
        Name name = name(operand);
        String before = name.form() != Form.GRADIENT ? "" : entry.asResult() ? "dL/d" : "d";
        yield before + letter(name, operand, entry.row(), entry.column()) + after(name);
      }
    };
  }

  @Override
  public String name(Expr.Whole whole, FormulaStyle style) {
    String matrix = style.of(tex(whole.operand()), plain(whole.operand()));
    if (!whole.transposed()) {
      return matrix;
    }
    // All of dL/dZ is transposed and not its Z alone.
    boolean compound = name(whole.operand()).form() == Form.GRADIENT;
    return (compound ? "(" + matrix + ")" : matrix) + style.of("^{T}", "ᵀ");
  }

  /** An entry as a factor writes it in TeX: {@code x_{23}}, {@code dz_{22}}. */
  private String entryTex(Operand operand, String row, String column) {
    Name name = name(operand);
    return switch (name.form()) {
      case VALUE -> letterTex(name, operand, row, column);
      case GRADIENT -> "d" + letterTex(name, operand, row, column);
      case NEXT ->
          letterTex(new Name(Form.NEXT, name.letter() + "'", name.layer()), operand, row, column);
    };
  }

  /** An entry as a result writes it in TeX: a gradient as a fraction of ∂L. */
  private String resultTex(Operand operand, String row, String column) {
    Name name = name(operand);
    return name.form() == Form.GRADIENT
        ? "\\frac{\\partial L}{\\partial " + letterTex(name, operand, row, column) + "}"
        : entryTex(operand, row, column);
  }

  /** An entry in plain text: {@code x₂₃}, {@code dz₂₂}. */
  public String entry(Operand operand, Cell cell) {
    return name(Expr.Entry.of(operand, cell), FormulaStyle.PLAIN);
  }

  /** An entry as a result writes it in plain text: {@code dL/dw₃₂}. */
  public String result(Operand operand, Cell cell) {
    return name(Expr.Entry.of(operand, cell).written(), FormulaStyle.PLAIN);
  }

  /** The variable itself, whatever is said of it: {@code w₃₂} for dL/dw₃₂. */
  public String variable(Operand operand, Cell cell) {
    return letter(name(operand), operand, new Index.At(cell.row()), new Index.At(cell.column()));
  }

  /** A unit's own name, whatever the sample: {@code z⁽¹⁾₂}, for its gradient as well. */
  public String unit(Operand operand, int unit) {
    Name name = name(operand);
    return lowered(name) + subscript(unit + 1);
  }

  /** What is known of a unit, without saying of which: {@code z}, {@code dz}. */
  public String quantity(Operand operand) {
    Name name = name(operand);
    String letter = scalar(operand) ? name.letter() : name.letter().toLowerCase(Locale.ROOT);
    return name.form() == Form.GRADIENT ? "d" + letter : letter;
  }

  private String lowered(Name name) {
    String layer = numbered(name) ? "⁽" + superscript(name.layer() + 1) + "⁾" : "";
    return name.letter().toLowerCase(Locale.ROOT) + layer;
  }

  private String letterTex(Name name, Operand operand, String row, String column) {
    String letter = name.letter().toLowerCase(Locale.ROOT);
    String layer = numbered(name) ? "^{(" + (name.layer() + 1) + ")}" : "";
    if (layer.isEmpty() || !letter.endsWith("'")) {
      return scalar(operand)
          ? name.letter()
          : letter + layer + "_{" + joined(operand, row, column) + "}";
    }
    // A prime and a superscript must share one exponent.
    String bare = letter.substring(0, letter.length() - 1);
    return bare + "^{\\prime(" + (name.layer() + 1) + ")}_{" + joined(operand, row, column) + "}";
  }

  private String letter(Name name, Operand operand, Index row, Index column) {
    if (scalar(operand)) {
      return name.letter();
    }
    String letter = lowered(name);
    return column instanceof Index.ClassOf(var labels, var sample)
        ? letter + ofClass(operand, sample.name(), plain(labels) + "(" + sample.name() + ")")
        : letter + subscripts(joined(operand, texIndex(row), texIndex(column)));
  }

  /** In brackets and in the order that the matrix is written in: {@code (k, y(k))}. */
  private String ofClass(Operand operand, String sample, String ofSample) {
    return lesson.convention().turns(operand)
        ? "(" + ofSample + ", " + sample + ")"
        : "(" + sample + ", " + ofSample + ")";
  }

  private static String after(Name name) {
    return name.form() == Form.NEXT ? "′" : "";
  }

  private static boolean scalar(Operand operand) {
    return operand.quantity() == MatrixSymbol.L;
  }

  /**
   * Both indices in the order in which the matrix is written, or the one a vector has; a comma
   * where a number of two digits would be misread.
   */
  private String joined(Operand operand, String row, String column) {
    return switch (operand.quantity()) {
      case B, DB, B_NEXT -> column;
      case LABELS -> row;
      case X, W, MASK, Z, A, P, L, UPSTREAM, TARGETS, DA, DZ, DW, DX, W_NEXT ->
          lesson.convention().turns(operand) ? joined(column, row) : joined(row, column);
    };
  }

  private static String joined(String first, String second) {
    return first.length() > 1 || second.length() > 1 ? first + "," + second : first + second;
  }

  /** An index as TeX writes it; plain text lowers its digits and letters. */
  private String texIndex(Index index) {
    return switch (index) {
      case Index.At(int number) -> Integer.toString(number + 1);
      case Index.Letter(var letter, _) -> letter;
      case Index.ClassOf(var labels, var sample) -> tex(labels) + "_" + sample.name();
    };
  }

  private static String subscript(int number) {
    return subscripts(Integer.toString(number));
  }

  /** Digits and the letters of indices as they stand below a line. */
  static String lowered(String digits) {
    return subscripts(digits);
  }

  private static String subscripts(String digits) {
    return map(digits, '₀', "");
  }

  private static String superscript(int number) {
    return map(Integer.toString(number), '\u2070', "¹²³");
  }

  /** Digits shifted to another block; 1 to 3 are elsewhere among the superscripts. */
  private static String map(String digits, char zero, String oneToThree) {
    StringBuilder mapped = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int letter = LETTERS.indexOf(c);
      if (letter >= 0) {
        mapped.append(SUBSCRIPT_LETTERS.charAt(letter));
      } else if (c < '0' || c > '9') {
        mapped.append(c);
      } else if (c >= '1' && c <= '3' && !oneToThree.isEmpty()) {
        mapped.append(oneToThree.charAt(c - '1'));
      } else {
        mapped.append((char) (zero + c - '0'));
      }
    }
    return mapped.toString();
  }
}
