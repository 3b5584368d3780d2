package org.gradloom.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.formula.Expr;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Phase;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.L1;
import org.gradloom.rule.L2;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Probabilities;
import org.gradloom.rule.Rowwise;
import org.gradloom.rule.WeightPenalty;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;

/** The walk in Java with EJML's SimpleMatrix; a bias is the weight on a column of ones. */
final class EjmlJava extends CodeStyle {
  private static final String MARGIN = "    ";

  /** A literal takes some ten bytes of the 65,535 that a method of Java may have. */
  private static final int MOST_LITERALS = 200;

  /** A text in a class of Java has at most 65,535 bytes. */
  private static final int PIECE = 8000;

  /** Φ, which neither Java nor EJML has: its series, which is 0 or 1 to the last digit beyond 8. */
  private static final List<String> NORMAL_DISTRIBUTION =
      List.of(
          "java.util.function.DoubleUnaryOperator series ="
              + " z -> java.util.stream.IntStream.rangeClosed(1, 150)",
          "    .mapToDouble(n -> 303 - 2 * n).reduce(1, (s, n) -> 1 + s * z * z / n);",
          "java.util.function.DoubleUnaryOperator Phi = z -> Math.abs(z) > 8 ? (z > 0 ? 1 : 0)",
          "    : 0.5 + z * series.applyAsDouble(z) * Math.exp(-z * z / 2) / Math.sqrt(2 *"
              + " Math.PI);");

  EjmlJava(Derivation derivation, CodeListing.Purpose purpose, Texts texts) {
    super(derivation, purpose, texts);
  }

  @Override
  CodeListing.Preparation preparation() {
    List<String> lines = new ArrayList<>();
    lines.addAll(rates("double ", ";"));
    if (uses(Elementwise.GELU)) {
      lines.addAll(NORMAL_DISTRIBUTION);
    }
    Optimizer optimizer = lesson().optimizer();
    lines.add("double eta = " + Numbers.exact(optimizer.learningRate()) + ";");
    memory(lines, optimizer);
    return new CodeListing.Preparation(
        List.of("import java.util.Arrays;", "import org.ejml.simple.SimpleMatrix;"),
        List.of("public class Backprop {", "  public static void main(String[] args) {"),
        inputs(),
        List.of(
            samplesAreColumns() ? "int N = X.getNumCols();" : "int N = X.getNumRows();",
            "var ones = SimpleMatrix.ones(" + (samplesAreColumns() ? "1, N" : "N, 1") + ");"),
        lines);
  }

  @Override
  List<String> closing(List<Operand> computed) {
    List<String> lines = new ArrayList<>(List.of("", MARGIN + comment("code.comment.printed")));
    for (String name : names(computed)) {
      String value = name.equals("L") ? "L" : "Arrays.deepToString(" + name + ".toArray2())";
      lines.add(MARGIN + "System.out.println(\"" + name + " = \" + " + value + ");");
    }
    lines.addAll(List.of("  }", "}"));
    return lines;
  }

  @Override
  String margin() {
    return MARGIN;
  }

  @Override
  String given(Operand input) {
    String remark =
        input.quantity() == MatrixSymbol.LABELS ? "  " + comment("code.comment.oneHot") : "";
    return declaration(
            givenName(input),
            lesson().loss().target() instanceof Target.Labels labels
                    && input.quantity() == MatrixSymbol.LABELS
                ? written(new Operand(lesson().lastLayer(), MatrixSymbol.A), oneHot(labels))
                : written(input, lesson().input(input)))
        + remark;
  }

  /** Each label as a row with a single 1, which matrices can subtract. */
  private Matrix oneHot(Target.Labels labels) {
    return Matrix.numbers(lesson().outputs(), labels::at);
  }

  private void memory(List<String> lines, Optimizer optimizer) {
    switch (optimizer) {
      case Optimizer.Sgd _ -> {
        return;
      }
      case Optimizer.Momentum(_, double mu) -> lines.add("double mu = " + Numbers.exact(mu) + ";");
      case Optimizer.Adam _ -> lines.add("int t = " + (lesson().stepsTaken() + 1) + ";");
    }
    for (int l = 0; l < lesson().layers().size(); l++) {
      for (MatrixSymbol quantity : List.of(MatrixSymbol.W, MatrixSymbol.B)) {
        boolean bias = quantity == MatrixSymbol.B;
        if (bias && !lesson().layers().get(l).hasBias()) {
          continue;
        }
        var remembered = lesson().layers().get(l).remembered(bias);
        Operand parameter = new Operand(l, quantity);
        String name = name(parameter);
        if (optimizer instanceof Optimizer.Adam) {
          lines.add(declaration("m" + name, orZeros(remembered.first(), parameter)));
          lines.add(declaration("v" + name, orZeros(remembered.second(), parameter)));
        } else {
          lines.add(declaration("v" + name, orZeros(remembered.first(), parameter)));
        }
      }
    }
  }

  private Matrix orZeros(@Nullable Matrix matrix, Operand parameter) {
    return written(parameter, matrix == null ? Matrix.zeros(lesson().shape(parameter)) : matrix);
  }

  private static String declaration(String name, Matrix matrix) {
    return "var "
        + name
        + " = new SimpleMatrix("
        + (matrix.shape().size() > MOST_LITERALS ? read(matrix) : literals(matrix))
        + ");";
  }

  /** Numbers that are read from texts, since a method of Java holds only so many literals. */
  private static String read(Matrix matrix) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (double value : matrix.toArray()) {
      piece.append(piece.isEmpty() ? "" : " ").append(Numbers.exact(value));
      if (piece.length() > PIECE) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
    }
    if (!piece.isEmpty()) {
      pieces.add(piece.toString());
    }
    return matrix.rows()
        + ", "
        + matrix.columns()
        + ", true, java.util.stream.Stream.of("
        + pieces.stream().map(text -> '"' + text + '"').collect(Collectors.joining(", "))
        + ").flatMap(s -> Arrays.stream(s.split(\""
        + " \"))).mapToDouble(Double::parseDouble).toArray()";
  }

  private static String literals(Matrix matrix) {
    String rows =
        IntStream.range(0, matrix.rows())
            .mapToObj(i ->
                IntStream.range(0, matrix.columns())
                    .mapToObj(j -> literal(matrix.entry(i, j)))
                    .collect(Collectors.joining(", ", "{", "}")))
            .collect(Collectors.joining(", "));
    return "new double[][] {" + rows + "}";
  }

  /** A number as Java reads it: whole ones only as far as an int goes, fractions of doubles. */
  private static String literal(Entry entry) {
    String fraction = entry.fraction();
    if (fraction != null) {
      return Stream.of(fraction.split("/"))
          .map(part -> part.contains(".") ? part : part + ".0")
          .collect(Collectors.joining(" / "));
    }
    return Math.abs(entry.value()) <= Integer.MAX_VALUE
        ? Numbers.exact(entry.value())
        : Double.toString(entry.value());
  }

  @Override
  String entries(String outputs) {
    return outputs + ".getNumElements()";
  }

  @Override
  String commentMark() {
    return "//";
  }

  @Override
  List<String> opening(Phase phase) {
    return List.of(comment(phase));
  }

  @Override
  List<String> nextStep() {
    return switch (lesson().optimizer()) {
      case Optimizer.Sgd _, Optimizer.Momentum _ -> List.of();
      case Optimizer.Adam _ -> List.of("t++;");
    };
  }

  @Override
  List<String> values(Section section) {
    String result = name(section.result());
    return switch (section.operation()) {
      case Operation.Product(var left, var right, var addends) ->
          List.of(variable(result, factor(left) + ".mult(" + factor(right) + ")" + added(addends)));
      case Operation.BatchSum(var summed, boolean ofRows) ->
          List.of(
              variable(
                  result,
                  ofRows
                      ? name(summed) + ".mult(ones.transpose())"
                      : "ones.transpose().mult(" + name(summed) + ")"));
      case Operation.Activate(var input, var activation, var mask) ->
          List.of(
              variable(
                  result,
                  masked(
                      name(input) + ".elementOp((r, c, z) -> " + value(activation) + ")", mask)));
      case Operation.ActivationGradient(var upstream, var input, var activation, var mask) ->
          List.of(
              variable(
                  result,
                  masked(name(upstream), mask)
                      + ".elementMult("
                      + name(input)
                      + ".elementOp((r, c, z) -> "
                      + slope(activation)
                      + "))"));
      case Operation.Probabilities(var logits, var rule) ->
          section.phase() == Phase.LOSS
              ? probabilities(result, name(logits), rule)
              : softmax(result, name(logits));
      case Operation.RowGradient(var outputs, var upstream, var activation) ->
          List.of(variable(result, rowGradient(name(outputs), name(upstream), activation)));
      case Operation.LossTotal(var outputs, var compared) ->
          List.of(
              "double L = "
                  + loss(name(outputs), name(compared))
                  + mean()
                  + penalties(TreeCode.JAVA, EjmlJava::cost)
                  + ";");
      case Operation.LossGradient(var outputs, var compared) ->
          List.of(variable(result, gradient(name(outputs), name(compared))));
      case Operation.Update(var parameter, var gradient) -> update(name(parameter), name(gradient));
      case Operation.Keep _ -> List.of(frozen(result));
    };
  }

  /** What is added to a product, as methods of it. */
  String added(List<Operation.Addend> addends) {
    return addends.stream()
        .map(addend ->
            switch (addend) {
              case Operation.Bias(var bias) -> ".plus(" + forEachSample(name(bias)) + ")";
              case Operation.Penalty(var weights, var rule) ->
                  ".plus(" + gradient(name(weights), rule) + ")";
            })
        .collect(Collectors.joining());
  }

  /** What a penalty adds to the gradient of weights, as a method of the matrix. */
  private static String gradient(String weights, WeightPenalty penalty) {
    return switch (penalty) {
      case L2 l2 ->
          weights
              + ".scale("
              + (l2.half() ? "" : "2 * ")
              + l2.variable()
              + (l2.perRow() ? " / N)" : ")");
      case L1 l1 -> entryByEntry(weights, gradient(l1, "z"));
    };
  }

  /** What all weights of a layer cost. */
  private static String cost(WeightPenalty penalty, String weights) {
    return switch (penalty) {
      case L2 _ -> weights + ".elementPower(2).elementSum()";
      case L1 l1 -> // A lambda that is one call might return nothing, but for the brackets.
          weights
              + ".elementOp((r, c, z) -> ("
              + TreeCode.JAVA.of(l1.costFormula(TreeCode.variable("z")))
              + ")).elementSum()";
    };
  }

  private String masked(String value, @Nullable Operand mask) {
    return mask == null ? value : value + ".elementMult(" + name(mask) + ")";
  }

  private String rowGradient(String a, String dA, Rowwise activation) {
    return switch (activation) {
      case SOFTMAX -> {
        String products = a + ".elementMult(" + dA + ")";
        yield a + ".elementMult(" + dA + ".minus(" + spread(products, a) + "))";
      }
    };
  }

  /** Ones that make of the outputs of each sample their sum, once for every output. */
  private String square(String matrix) {
    String outputs = matrix + (samplesAreColumns() ? ".getNumRows()" : ".getNumCols()");
    return "SimpleMatrix.ones(" + outputs + ", " + outputs + ")";
  }

  private static String variable(String name, String value) {
    return "var " + name + " = " + value + ";";
  }

  private String factor(Operation.Factor factor) {
    return name(factor.operand()) + (factor.transposed() ? ".transpose()" : "");
  }

  private String forEachSample(String bias) {
    return samplesAreColumns() ? bias + ".mult(ones)" : "ones.mult(" + bias + ")";
  }

  private static String value(Elementwise activation) {
    return Idioms.or(
        Idioms.of(activation).java(),
        "z",
        () -> TreeCode.JAVA.of(activation.formula(TreeCode.variable("z"))));
  }

  private static String slope(Elementwise activation) {
    return Idioms.or(
        Idioms.of(activation).javaSlope(),
        "z",
        () -> TreeCode.JAVA.of(activation.slopeFormula(TreeCode.variable("z"))));
  }

  /** A layer's own, of which nobody needs the logarithm. */
  private List<String> softmax(String a, String z) {
    return List.of(
        variable("E", z + ".elementOp((r, c, x) -> (Math.exp(x - " + largestOfSample(z) + ")))"),
        variable(a, "E.elementDiv(" + spread("E", "E") + ")"));
  }

  private String largestOfSample(String outputs) {
    return outputs + (samplesAreColumns() ? ".getColumn(c)" : ".getRow(r)") + ".elementMax()";
  }

  /** What the outputs of each sample add up to, in every place of it, by a square of ones. */
  private String spread(String outputs, String shape) {
    return samplesAreColumns()
        ? square(shape) + ".mult(" + outputs + ")"
        : outputs + ".mult(" + square(shape) + ")";
  }

  /** What the outputs of each sample add up to. */
  private String sumOfSample(String outputs) {
    return samplesAreColumns()
        ? "SimpleMatrix.ones(1, M.getNumRows()).mult(" + outputs + ")"
        : outputs + ".mult(SimpleMatrix.ones(M.getNumCols(), 1))";
  }

  private List<String> probabilities(String p, String logits, Probabilities rule) {
    return rule == Probabilities.SOFTMAX
        ? List.of(
            "var M = "
                + logits
                + ".elementOp((r, c, z) -> (z - "
                + logits
                + (samplesAreColumns() ? ".getColumn(c)" : ".getRow(r)")
                + ".elementMax()));",
            "var logS = " + sumOfSample("M.elementExp()") + ".elementLog();",
            "var logP = M.elementOp((r, c, m) -> (m - logS.get("
                + (samplesAreColumns() ? "c" : "r")
                + ")));",
            variable(p, "logP.elementExp()"))
        : List.of(
            variable(p, logits + ".elementOp((r, c, z) -> " + value(Elementwise.SIGMOID) + ")"));
  }

  private String loss(String outputs, String compared) {
    return Idioms.or(
        Idioms.of(lesson().loss().kind(), lesson().loss().form()).java(),
        name(lesson().lastLayer(), MatrixSymbol.A),
        outputs,
        compared,
        () -> entryByEntry(outputs, entryTerm(compared)) + ".elementSum()");
  }

  /** A term of L in a lambda; labels are rows with a single 1 here, which leaves their own term. */
  private Expr entryTerm(String compared) {
    Expr target = TreeCode.variable(compared + ".get(r, c)");
    Expr term =
        lesson().loss().kind().termFormula(lesson().loss().form(), TreeCode.variable("z"), target);
    return isLabelled() ? Expr.Product.of(target, term) : term;
  }

  /** A difference of matrices has a method of its own, any other rule goes entry by entry. */
  private String gradient(String outputs, String compared) {
    Expr left = TreeCode.variable(outputs);
    Expr right = TreeCode.variable(compared);
    Expr rule = lesson().loss().kind().gradientFormula(left, right);
    String own =
        rule.equals(right)
            ? compared
            : rule.equals(new Expr.Difference(left, right))
                ? outputs + ".minus(" + compared + ")"
                : entryByEntry(
                    outputs,
                    lesson()
                        .loss()
                        .kind()
                        .gradientFormula(
                            TreeCode.variable("z"), TreeCode.variable(compared + ".get(r, c)")));
    return divisor().isEmpty() ? own : own + ".divide(" + divisor() + ")";
  }

  private static String entryByEntry(String outputs, Expr rule) {
    return outputs + ".elementOp((r, c, z) -> " + TreeCode.JAVA.of(rule) + ")";
  }

  private List<String> update(String w, String g) {
    return switch (lesson().optimizer()) {
      case Optimizer.Sgd _ -> List.of(w + " = " + w + ".minus(" + g + ".scale(eta));");
      case Optimizer.Momentum _ ->
          List.of(
              "v" + w + " = v" + w + ".scale(mu).plus(" + g + ");",
              w + " = " + w + ".minus(v" + w + ".scale(eta));");
      case Optimizer.Adam _ ->
          List.of(
              "m" + w + " = m" + w + ".scale(0.9).plus(" + g + ".scale(0.1));",
              "v" + w + " = v" + w + ".scale(0.999).plus(" + g + ".elementPower(2).scale(0.001));",
              "var vHat" + w + " = v" + w + ".divide(1 - Math.pow(0.999, t));",
              w
                  + " = "
                  + w
                  + ".minus(m"
                  + w
                  + ".divide(1 - Math.pow(0.9, t)).elementDiv(vHat"
                  + w
                  + ".elementPower(0.5).plus(1e-8)).scale(eta));");
    };
  }
}
