package org.gradloom.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradloom.derivation.CodeListing;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.TrainingPlan;

/** What programs in NumPy and in PyTorch have in common. */
final class PythonProgram {
  static final String MARGIN = "    ";

  private PythonProgram() {}

  /** A member of a dictionary. */
  static String entry(String name, String code) {
    return '"' + name + "\": " + code;
  }

  static String matrix(String name) {
    return name + ".tolist()";
  }

  static String list(String name) {
    return name + ".ravel().tolist()";
  }

  /** The dictionary that JSON is made of, with one line a layer. */
  static List<String> dictionary(String opening, List<String> layers) {
    List<String> lines = new ArrayList<>();
    lines.add("answer = {" + opening + ", \"layers\": [");
    layers.forEach(layer -> lines.add(MARGIN + "{" + layer + "},"));
    lines.add("]}");
    return lines;
  }

  /** Prints the dictionary where JSON is asked for, and else what is readable. */
  static List<String> printed(List<String> readable) {
    return Stream.concat(
            Stream.of("if \"--json\" in sys.argv:", MARGIN + "print(json.dumps(answer))", "else:"),
            readable.stream().map(line -> MARGIN + line))
        .toList();
  }

  /** The program of a document that does not train. */
  static List<String> computing(ProgramSource source, String loss, List<String> heading) {
    CodeListing listing = source.listing();
    List<String> lines = new ArrayList<>(heading);
    lines.addAll(List.of("import json", "import sys"));
    lines.addAll(listing.setUp());
    listing.lines().forEach(line -> lines.add(line.text()));
    // A blank line and a comment come first.
    List<String> closing = listing.closing();
    lines.addAll(closing.subList(0, 2));
    lines.addAll(
        dictionary(
            entry("loss", loss),
            source.answers(PythonProgram::matrix, PythonProgram::list, PythonProgram::entry)));
    lines.addAll(printed(closing.subList(2, closing.size())));
    return lines;
  }

  /** The generator of mini-batches, and of random numbers where rows are shuffled. */
  static List<String> miniBatches(ProgramSource source, TrainingPlan plan) {
    List<String> lines = new ArrayList<>();
    lines.add("ROWS = " + source.lesson().samples());
    lines.add("BATCH = " + plan.batchSize());
    lines.add("FIRST, LAST = " + StepRange.of(source.lesson(), plan).python());
    if (plan.shuffle()) {
      lines.add("state = (" + plan.seed().orElse(0) + " ^ 0x5DEECE66D) & ((1 << 48) - 1)");
      lines.addAll(
          """


          def draw(bound):
              # %s
              global state
              while True:
                  state = (state * 0x5DEECE66D + 0xB) & ((1 << 48) - 1)
                  bits = state >> 17
                  if bound & -bound == bound:
                      return (bound * bits) >> 31
                  if bits - bits %% bound + bound - 1 < 1 << 31:
                      return bits %% bound
          """
              .formatted(source.text("code.comment.draw"))
              .lines()
              .toList());
    }
    lines.addAll(
        """


        def mini_batches():
            # %s
            order = list(range(ROWS))
            while True:
        """
            .formatted(source.text("code.comment.mini"))
            .lines()
            .toList());
    if (plan.shuffle()) {
      lines.addAll(
          List.of(
              "        for i in range(ROWS - 1, 0, -1):",
              "            j = draw(i + 1)",
              "            order[i], order[j] = order[j], order[i]"));
    }
    lines.addAll(
        List.of(
            "        for start in range(0, ROWS, BATCH):",
            "            yield order[start:start + BATCH]",
            "",
            ""));
    return lines;
  }

  /** The statement that takes some rows of X and of what the loss compares with. */
  static String taken(ProgramSource source, String rows, String behind) {
    List<Operand> inputs = source.ofRows();
    return inputs.stream().map(source::name).collect(Collectors.joining(", "))
        + " = "
        + inputs.stream()
            .map(input ->
                CodeListing.Preparation.ALL
                    + source.name(input)
                    + (source.samplesAreColumnsOf(input) ? "[:, " : "[")
                    + rows
                    + "]"
                    + behind)
            .collect(Collectors.joining(", "));
  }

  /** What training says where nobody asks for JSON. */
  static List<String> losses(ProgramSource source) {
    return List.of(
        "print(\""
            + source.text("code.printed.losses")
            + ":\", *step_losses[:1], *step_losses[-1:])",
        "print(\"" + source.text("code.printed.final") + ":\", answer[\"finalLoss\"])");
  }

  static String names(ProgramSource source) {
    return source.parameters().stream()
        .map(ProgramSource.Learnt::name)
        .collect(Collectors.joining(" "));
  }

  /** Ends a program whose numbers have grown too large. */
  static List<String> stopsWhereDiverged(ProgramSource source, String loss) {
    return List.of(
        MARGIN + "if not math.isfinite(" + loss + "):",
        MARGIN
            + MARGIN
            + "sys.exit(f\""
            + source.text("code.printed.diverged")
            + " {FIRST + len(step_losses) + 1}\")");
  }
}
