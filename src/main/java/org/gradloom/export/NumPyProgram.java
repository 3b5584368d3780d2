package org.gradloom.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gradloom.derivation.CodeListing;
import org.gradloom.lesson.Phase;
import org.gradloom.lesson.TrainingPlan;

/** A document as a program in NumPy. */
final class NumPyProgram {
  private NumPyProgram() {}

  static byte[] write(ExportOrder order, Headway headway) {
    ProgramSource source = new ProgramSource(order, CodeListing.Language.NUMPY);
    List<String> heading = source.heading("#", "code.run.NUMPY");
    return text(
        source
            .plan()
            .map(plan -> training(source, plan, heading))
            .orElseGet(() -> PythonProgram.computing(source, "float(L)", heading)));
  }

  static byte[] text(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> training(
      ProgramSource source, TrainingPlan plan, List<String> heading) {
    List<String> lines = new ArrayList<>(heading);
    lines.addAll(beforeTraining(source, plan));
    lines.addAll(loop(source));
    lines.addAll(List.of("", "# " + source.text("code.comment.trained")));
    lines.addAll(trained(source));
    List<String> readable = new ArrayList<>(PythonProgram.losses(source));
    readable.add("np.set_printoptions(precision=17)");
    readable.add(
        "for name in \""
            + PythonProgram.names(source)
            + "\".split(): print(name, globals()[name], sep=\" =\\n\")");
    lines.addAll(PythonProgram.printed(readable));
    return lines;
  }

  /** Imports, numbers, and where the mini-batches come from. */
  static List<String> beforeTraining(ProgramSource source, TrainingPlan plan) {
    CodeListing.Preparation before = source.listing().preparation();
    List<String> lines = new ArrayList<>(List.of("import json", "import math", "import sys"));
    lines.add("from itertools import chain, islice");
    lines.addAll(before.imports());
    lines.add("");
    before.inputs().forEach(input -> lines.add(input.text()));
    lines.addAll(before.settings());
    lines.addAll(PythonProgram.miniBatches(source, plan));
    return lines;
  }

  /** All steps; behind them L is the loss over all rows. */
  static List<String> loop(ProgramSource source) {
    List<String> lines = new ArrayList<>();
    lines.add("# " + source.text("code.comment.allRows"));
    lines.add("step_losses = []");
    lines.add("for rows in chain(islice(mini_batches(), FIRST, LAST), [list(range(ROWS))]):");
    lines.add(PythonProgram.MARGIN + PythonProgram.taken(source, "rows", ""));
    source.listing().preparation().count().forEach(line -> lines.add(PythonProgram.MARGIN + line));
    lines.addAll(source.lines(Phase.FORWARD, PythonProgram.MARGIN));
    lines.addAll(source.lines(Phase.LOSS, PythonProgram.MARGIN));
    lines.addAll(PythonProgram.stopsWhereDiverged(source, "L"));
    lines.addAll(
        List.of(
            "    if FIRST + len(step_losses) == LAST:",
            "        break",
            "    step_losses.append(float(L))"));
    lines.addAll(source.lines(Phase.BACKWARD, PythonProgram.MARGIN));
    lines.addAll(source.lines(Phase.UPDATE, PythonProgram.MARGIN));
    return lines;
  }

  /** What training came to, as a dictionary. */
  static List<String> trained(ProgramSource source) {
    return PythonProgram.dictionary(
        "\"stepLosses\": step_losses, \"finalLoss\": float(L)",
        source.trained(PythonProgram::matrix, PythonProgram::list, PythonProgram::entry));
  }
}
