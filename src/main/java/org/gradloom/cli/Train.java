package org.gradloom.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.gradloom.blas.Blas;
import org.gradloom.export.AlignedMatrix;
import org.gradloom.files.Documents;
import org.gradloom.files.JsonWriter;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.training.PlannedRun;

/** What {@code train} does and prints. */
final class Train {
  private final Documents documents;
  private final List<PlannedRun> runs = new ArrayList<>();
  private final List<Result> results = new ArrayList<>();

  /** A document trained to its end, or to where it was stopped. */
  private record Result(
      Lesson lesson, PlannedRun.Trained trained, LossHistory losses, Convention convention) {
    Result(Lesson lesson, PlannedRun.Trained trained, LossHistory losses) {
      this(lesson, trained, losses, lesson.convention());
    }

    Matrix w(int l) {
      return convention.turned(new Operand(l, MatrixSymbol.W), trained.layers().get(l).w());
    }
  }

  /**
   * @throws InvalidInput if one of the documents has no training, before any is trained
   */
  Train(Documents documents) {
    this.documents = documents;
    for (Lesson lesson : documents.lessons()) {
      try {
        runs.add(new PlannedRun(lesson));
      } catch (InvalidInput e) {
        throw new InvalidInput(documents.within(runs.size(), e.said()));
      }
    }
  }

  /**
   * Trains every document, where there is a BLAS with its products; what went wrong if one of them
   * diverges, after which none is trained. Once it is to stop, each of those that are left takes
   * one step.
   *
   * @param all whether every loss is kept, as JSON tells them; else the first and the last
   */
  Optional<Message> run(
      Optional<Blas> blas, BooleanSupplier stops, boolean all, ProgressLine progress) {
    for (int i = 0; i < runs.size(); i++) {
      PlannedRun run = runs.get(i);
      long steps = run.steps();
      LossHistory losses = new LossHistory(all);
      PlannedRun.Outcome outcome =
          run.run(
              blas,
              stops,
              (step, loss) -> {
                losses.add(loss);
                progress.show(
                    step / (double) steps,
                    () -> Message.of("cli.train.progress", step, steps, Numbers.format(loss)));
              });
      progress.clear();
      switch (outcome) {
        case PlannedRun.Trained trained ->
            results.add(new Result(documents.lessons().get(i), trained, losses));
        case PlannedRun.Diverged(long step, var impossible) -> {
          String at = Long.toString(step);
          return Optional.of(
              documents.within(
                  i,
                  impossible
                      .map(why -> Message.of("cli.train.impossible", at, why))
                      .orElseGet(() -> Message.of("cli.train.diverged", at))));
        }
      }
    }
    return Optional.empty();
  }

  /** Says where a run was stopped before its end. */
  Optional<Message> stopped() {
    for (int i = 0; i < results.size(); i++) {
      long taken = results.get(i).trained().taken();
      if (taken < runs.get(i).last()) {
        return Optional.of(
            documents.within(i, Message.of("cli.train.stopped", taken, runs.get(i).last())));
      }
    }
    return Optional.empty();
  }

  /**
   * The one document with the weights it came to, which training goes on from.
   *
   * @throws InvalidInput if there are several
   */
  Lesson saved() {
    requireOne();
    Result result = results.getFirst();
    return result.lesson().trained(result.trained().layers(), result.trained().taken());
  }

  /**
   * Passes where one document is trained, which can be saved.
   *
   * @throws InvalidInput if there are several
   */
  void requireOne() {
    if (documents.array()) {
      throw new InvalidInput("cli.saveOne");
    }
  }

  /** Writes the answers as JSON with every digit. */
  void writeJson(Terminal out) throws IOException {
    JsonWriter.write(
        out,
        json -> {
          if (documents.array()) {
            json.startList();
          }
          results.forEach(result -> answer(result, json));
          if (documents.array()) {
            json.endList();
          }
        });
  }

  private static void answer(Result result, JsonWriter json) {
    json.startObject();
    json.vector("stepLosses", result.losses().all());
    json.number("finalLoss", result.trained().finalLoss());
    json.startList("layers");
    for (int l = 0; l < result.trained().layers().size(); l++) {
      json.startObject();
      json.matrix("w", result.w(l));
      Matrix b = result.trained().layers().get(l).b();
      if (b != null) {
        json.vector("b", b);
      }
      json.endObject();
    }
    json.endList();
    json.endObject();
  }

  /** Writes how the losses went, and the parameters. */
  void writeText(Texts texts, Terminal out) throws IOException {
    for (int i = 0; i < results.size(); i++) {
      if (documents.array()) {
        out.line((i == 0 ? "" : "\n") + texts.get("compute.document", i));
      }
      String title = documents.lessons().get(i).title();
      if (!title.isEmpty()) {
        out.line(title);
      }
      LossHistory losses = results.get(i).losses();
      out.line(
          texts.get(
              "cli.train.steps",
              losses.count(),
              Numbers.format(losses.first()),
              Numbers.format(losses.last()),
              Numbers.format(results.get(i).trained().finalLoss())));
      List<Layer> layers = results.get(i).trained().layers();
      for (String line : new TrainScores(texts).of(documents.lessons().get(i), layers)) {
        out.line(line);
      }
      for (int l = 0; l < layers.size(); l++) {
        parameter(new Operand(l, MatrixSymbol.W), results.get(i).w(l), texts, out);
        Matrix b = layers.get(l).b();
        if (b != null) {
          parameter(new Operand(l, MatrixSymbol.B), b, texts, out);
        }
      }
    }
  }

  private static void parameter(Operand operand, Matrix matrix, Texts texts, Terminal out)
      throws IOException {
    out.line("\n" + operand + "   " + matrix.shape());
    AlignedMatrix.writeOrSumUp(matrix, "  ", texts, out);
  }
}
