package org.gradloom.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gradloom.derivation.CodeListing;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Phase;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.matrix.Shape;

/**
 * A document as a Jupyter notebook in NumPy, with one cell a phase: the shapes of what it computes
 * are asserted, and every gradient is held to its central difference. A document that trains ends
 * with a plot of its losses.
 */
final class Notebook {
  /** The gradients that can be measured, each with what it is the gradient by. */
  private static final List<Pair> MEASURED =
      List.of(new Pair(MatrixSymbol.W, MatrixSymbol.DW), new Pair(MatrixSymbol.B, MatrixSymbol.DB));

  private final ProgramSource source;
  private final List<String> cells = new ArrayList<>();

  private record Pair(MatrixSymbol variable, MatrixSymbol gradient) {}

  private Notebook(ProgramSource source) {
    this.source = source;
  }

  static byte[] write(ExportOrder order, Headway headway) {
    Notebook notebook = new Notebook(new ProgramSource(order, CodeListing.Language.NUMPY));
    String title = order.lesson().title().isBlank() ? "Gradloom" : order.lesson().title();
    notebook.words(List.of("# " + title, "", notebook.source.text("code.run.NOTEBOOK")));
    notebook.source.plan().ifPresentOrElse(notebook::training, notebook::computing);
    return notebook.text().getBytes(StandardCharsets.UTF_8);
  }

  private void computing() {
    CodeListing.Preparation before = source.listing().preparation();
    List<String> start = new ArrayList<>(before.imports());
    start.add("");
    before.inputs().forEach(input -> start.add(input.text()));
    start.addAll(before.count());
    start.addAll(before.settings());
    code(start);
    for (Phase phase : List.of(Phase.FORWARD, Phase.LOSS, Phase.BACKWARD)) {
      phase(phase);
    }
    words(List.of("## " + source.text("code.notebook.check")));
    code(check());
    phase(Phase.UPDATE);
    words(List.of("## " + source.text("code.comment.printed")));
    code(
        PythonProgram.dictionary(
            PythonProgram.entry("loss", "float(L)"),
            source.answers(PythonProgram::matrix, PythonProgram::list, PythonProgram::entry)));
  }

  /** The statements of a phase and the shapes of what they compute. */
  private void phase(Phase phase) {
    List<String> lines = new ArrayList<>(source.lines(phase, ""));
    source.results(phase).stream()
        .filter(result -> result.quantity() != MatrixSymbol.L)
        .forEach(result -> lines.add(shape(result)));
    words(List.of("## " + source.text("code.comment." + phase.name())));
    code(lines);
  }

  private String shape(Operand result) {
    Shape shape = source.lesson().writtenShape(result);
    return "assert "
        + source.name(result)
        + ".shape == ("
        + shape.rows()
        + ", "
        + shape.columns()
        + ")";
  }

  private List<String> check() {
    Lesson lesson = source.lesson();
    List<String> variables = new ArrayList<>(List.of("X"));
    List<String> gradients = new ArrayList<>();
    gradients.add("X=" + source.name(new Operand(0, MatrixSymbol.DX)));
    for (int l = 0; l <= lesson.lastLayer(); l++) {
      for (Pair pair : MEASURED) {
        Operand variable = new Operand(l, pair.variable());
        if (lesson.has(variable)) {
          variables.add(source.name(variable));
          gradients.add(source.name(variable) + "=" + source.name(new Operand(l, pair.gradient())));
        }
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add("def loss(" + String.join(", ", variables) + "):");
    lines.addAll(source.lines(Phase.FORWARD, PythonProgram.MARGIN));
    lines.addAll(source.lines(Phase.LOSS, PythonProgram.MARGIN));
    lines.addAll(
        """
            return L


        def measured(name):
            slopes = np.zeros_like(values[name])
            for at in np.ndindex(slopes.shape):
                h = 1e-5 * max(1, abs(values[name][at]))
                ends = []
                for step in h, -h:
                    moved = values[name].copy()
                    moved[at] += step
                    ends.append(loss(**{**values, name: moved}))
                slopes[at] = (ends[0] - ends[1]) / (2 * h)
            return slopes


        values = dict(%s)
        for name, gradient in dict(%s).items():
            error = np.abs(measured(name) - gradient).max() / max(1, np.abs(gradient).max())
            print("dL/d" + name, error, "%s" if error < 1e-5 else "%s")
        """
            .formatted(
                variables.stream().map(name -> name + "=" + name).collect(Collectors.joining(", ")),
                String.join(", ", gradients),
                source.text("code.notebook.agrees"),
                source.text("code.notebook.differs"))
            .lines()
            .toList());
    return lines;
  }

  private void training(TrainingPlan plan) {
    code(NumPyProgram.beforeTraining(source, plan));
    code(NumPyProgram.loop(source));
    words(List.of("## " + source.text("code.comment.trained")));
    List<String> result = new ArrayList<>(NumPyProgram.trained(source));
    result.addAll(PythonProgram.losses(source));
    code(result);
    code(
        """
        try:
            import matplotlib.pyplot as plt
            plt.plot(range(FIRST + 1, LAST + 1), step_losses)
            plt.xlabel("%s")
            plt.ylabel("L")
            plt.show()
        except ImportError:
            print("%s")
        """
            .formatted(source.text("train.axis.step"), source.text("code.notebook.noPlot"))
            .lines()
            .toList());
  }

  // ---- as JSON

  private void words(List<String> lines) {
    cells.add("{\"cell_type\": \"markdown\", \"metadata\": {}, " + source(lines) + "}");
  }

  private void code(List<String> lines) {
    cells.add(
        "{\"cell_type\": \"code\", \"execution_count\": null, \"metadata\": {},"
            + " \"outputs\": [], "
            + source(lines)
            + "}");
  }

  private static String source(List<String> lines) {
    return "\"source\": " + quoted(String.join("\n", lines).strip());
  }

  private String text() {
    return cells.stream()
        .collect(
            Collectors.joining(
                ",\n  ",
                "{\"cells\": [\n  ",
                "\n ],\n \"metadata\": {\"kernelspec\": {\"display_name\": \"Python 3\","
                    + " \"language\": \"python\", \"name\": \"python3\"}},\n"
                    + " \"nbformat\": 4, \"nbformat_minor\": 4}\n"));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        default -> quoted.append(c < ' ' ? String.format("\\u%04x", (int) c) : c);
      }
    }
    return quoted.append('"').toString();
  }
}
