package org.gradloom.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gradloom.derivation.CodeListing;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Phase;
import org.gradloom.lesson.TrainingPlan;

/** A document as a program in Java with EJML. */
final class EjmlProgram {
  private static final String MARGIN = "    ";
  private static final String INNER = MARGIN + "  ";
  private static final String JSON = "if (Arrays.asList(args).contains(\"--json\")) {";

  private static final String WRITING =
      """

        static String rows(SimpleMatrix matrix) {
          return Arrays.deepToString(matrix.toArray2());
        }

        static String list(SimpleMatrix matrix) {
          return Arrays.toString(Arrays.copyOf(matrix.getDDRM().data, matrix.getNumElements()));
        }
      """;

  private EjmlProgram() {}

  static byte[] write(ExportOrder order, Headway headway) {
    ProgramSource source = new ProgramSource(order, CodeListing.Language.EJML);
    return NumPyProgram.text(
        source.plan().map(plan -> training(source, plan)).orElseGet(() -> computing(source)));
  }

  /** Not public, so that the file may have any name. */
  private static List<String> opening(CodeListing.Preparation before) {
    return before.opening().stream().map(line -> line.replace("public class", "class")).toList();
  }

  private static List<String> computing(ProgramSource source) {
    CodeListing listing = source.listing();
    CodeListing.Preparation before = listing.preparation();
    List<String> lines = new ArrayList<>(source.heading("//", "code.run.EJML"));
    lines.addAll(before.imports());
    lines.add("");
    lines.addAll(opening(before));
    before.inputs().forEach(input -> lines.add(MARGIN + input.text()));
    before.count().forEach(line -> lines.add(MARGIN + line));
    before.settings().forEach(line -> lines.add(MARGIN + line));
    lines.add("");
    listing.lines().forEach(line -> lines.add(MARGIN + line.text()));
    // The last two close main and the class; a blank line and a comment come first.
    List<String> closing = listing.closing();
    lines.addAll(closing.subList(0, 2));
    lines.addAll(
        printed(
            MARGIN,
            "{\\\"loss\\\": \" + L + \"",
            source.answers(EjmlProgram::rows, EjmlProgram::list, EjmlProgram::entry),
            closing.subList(2, closing.size() - 2).stream().map(String::strip).toList()));
    lines.add("  }");
    WRITING.lines().forEach(lines::add);
    lines.add("}");
    return lines;
  }

  private static List<String> training(ProgramSource source, TrainingPlan plan) {
    CodeListing.Preparation before = source.listing().preparation();
    StepRange span = StepRange.of(source.lesson(), plan);
    int rows = source.lesson().samples();
    List<String> lines = new ArrayList<>(source.heading("//", "code.run.EJML"));
    lines.addAll(
        List.of(
            "import java.util.ArrayList;",
            "import java.util.Arrays;",
            "import java.util.List;",
            "import java.util.Random;",
            "import java.util.stream.IntStream;",
            "import org.ejml.simple.SimpleMatrix;",
            ""));
    lines.addAll(opening(before));
    before.inputs().forEach(input -> lines.add(MARGIN + input.text()));
    before.settings().forEach(line -> lines.add(MARGIN + line));
    lines.addAll(
        List.of(
            "",
            MARGIN + "int[] all = IntStream.range(0, " + rows + ").toArray();",
            MARGIN + "int[] order = all.clone();"));
    if (plan.shuffle()) {
      lines.add(MARGIN + "Random random = new Random(" + plan.seed().orElse(0) + "L);");
    }
    int batches = Math.ceilDiv(rows, plan.batchSize());
    lines.addAll(
        List.of(
            MARGIN + "List<Double> stepLosses = new ArrayList<>();",
            MARGIN + "// " + source.text("code.comment.allRows"),
            MARGIN + "for (long step = 0; ; step++) {",
            INNER + "int batch = (int) (step % " + batches + ");"));
    if (plan.shuffle()) {
      lines.addAll(
          List.of(
              INNER + "for (int i = order.length - 1; i > 0 && batch == 0; i--) {",
              INNER + "  int j = random.nextInt(i + 1);",
              INNER + "  int row = order[i];",
              INNER + "  order[i] = order[j];",
              INNER + "  order[j] = row;",
              INNER + "}"));
    }
    if (span.first() > 0) {
      lines.addAll(
          List.of(
              INNER + "if (step < " + span.first() + "L) {", INNER + "  continue;", INNER + "}"));
    }
    String size = Integer.toString(plan.batchSize());
    lines.addAll(
        List.of(
            INNER + "boolean isLast = step == " + span.last() + "L;",
            INNER
                + "int[] rows = isLast ? all : Arrays.copyOfRange(order, batch * "
                + size
                + ", Math.min((batch + 1) * "
                + size
                + ", order.length));"));
    for (Operand input : source.ofRows()) {
      String name = source.name(input);
      lines.add(
          INNER
              + "var "
              + name
              + " = "
              + (source.lesson().convention().samplesAreColumns() ? "columns(" : "rows(")
              + CodeListing.Preparation.ALL
              + name
              + ", rows);");
    }
    before.count().forEach(line -> lines.add(INNER + line));
    lines.addAll(source.lines(Phase.FORWARD, INNER));
    lines.addAll(source.lines(Phase.LOSS, INNER));
    lines.addAll(
        List.of(
            INNER + "if (!Double.isFinite(L)) {",
            INNER
                + "  System.err.println(\""
                + source.text("code.printed.diverged")
                + " \" + (step + 1));",
            INNER + "  System.exit(1);",
            INNER + "}",
            INNER + "if (isLast) {"));
    List<String> readable = new ArrayList<>();
    readable.add(
        "System.out.println(\""
            + source.text("code.printed.losses")
            + ": \" + stepLosses.getFirst() + \" \" + stepLosses.getLast());");
    readable.add("System.out.println(\"" + source.text("code.printed.final") + ": \" + L);");
    source
        .parameters()
        .forEach(parameter ->
            readable.add(
                "System.out.println(\""
                    + parameter.name()
                    + " = \" + rows("
                    + parameter.name()
                    + "));"));
    lines.addAll(
        printed(
            INNER + "  ",
            "{\\\"stepLosses\\\": \" + stepLosses + \", \\\"finalLoss\\\": \" + L + \"",
            source.trained(EjmlProgram::rows, EjmlProgram::list, EjmlProgram::entry),
            readable));
    lines.addAll(List.of(INNER + "  return;", INNER + "}", INNER + "stepLosses.add(L);"));
    lines.addAll(source.lines(Phase.BACKWARD, INNER));
    lines.addAll(source.lines(Phase.UPDATE, INNER));
    lines.addAll(List.of(MARGIN + "}", "  }"));
    WRITING.lines().forEach(lines::add);
    boolean columns = source.lesson().convention().samplesAreColumns();
    (columns ? COLUMNS : ROWS).lines().forEach(lines::add);
    lines.add("}");
    return lines;
  }

  private static final String ROWS =
      """

        static SimpleMatrix rows(SimpleMatrix all, int[] rows) {
          var taken = new SimpleMatrix(rows.length, all.getNumCols());
          for (int i = 0; i < rows.length; i++) {
            taken.insertIntoThis(i, 0, all.getRow(rows[i]));
          }
          return taken;
        }
      """;

  private static final String COLUMNS =
      """

        static SimpleMatrix columns(SimpleMatrix all, int[] columns) {
          var taken = new SimpleMatrix(all.getNumRows(), columns.length);
          for (int i = 0; i < columns.length; i++) {
            taken.insertIntoThis(0, i, all.getColumn(columns[i]));
          }
          return taken;
        }
      """;

  private static List<String> printed(
      String margin, String opening, List<String> layers, List<String> readable) {
    List<String> lines = new ArrayList<>();
    lines.add(margin + JSON);
    lines.add(
        margin
            + "  System.out.println(\""
            + opening
            + ", \\\"layers\\\": [\" + String.join(\", \",");
    lines.add(
        layers.stream()
            .map(layer -> margin + "      \"{" + layer + "}\"")
            .collect(Collectors.joining(",\n")));
    lines.add(margin + "  ) + \"]}\");");
    lines.add(margin + "} else {");
    readable.forEach(line -> lines.add(margin + "  " + line));
    lines.add(margin + "}");
    return lines;
  }

  private static String rows(String name) {
    return "rows(" + name + ")";
  }

  private static String list(String name) {
    return "list(" + name + ")";
  }

  /** A name within a text, and code behind it; ProgramSource joins members by a comma. */
  private static String entry(String name, String code) {
    return "\\\"" + name + "\\\": \" + " + code + " + \"";
  }
}
