package org.gradloom.files;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.Frozen;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Outline;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.L1;
import org.gradloom.rule.L2;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.OptimizerState;
import org.gradloom.rule.Reduction;
import org.jspecify.annotations.Nullable;

/** Writes lessons as documents that {@link LessonReader} reads back as the same lesson. */
public final class LessonWriter {
  private final JsonWriter json;
  private final Convention convention;
  private final Turning turning;

  private LessonWriter(JsonWriter json, Convention convention) {
    this.json = json;
    this.convention = convention;
    this.turning = new Turning(convention);
  }

  /**
   * Saves a lesson, whole or not at all. The table that it names is written relative to the file
   * where it lies near by.
   *
   * @throws org.gradloom.text.InvalidInput if it cannot be saved there; what was there remains
   */
  public static void save(Lesson lesson, Path file) {
    Lesson written = TableBeside.document(file).written(lesson);
    AtomicFile.write(file, target -> write(written, target));
  }

  /** The document as text. */
  public static String toText(Lesson lesson) {
    StringWriter text = new StringWriter();
    try {
      write(lesson, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Writes the document; the target is flushed and left open. */
  public static void write(Lesson lesson, Writer target) throws IOException {
    JsonWriter.write(target, json -> write(lesson, json));
  }

  /** Writes the document as a value of something larger. */
  public static void write(Lesson lesson, JsonWriter json) {
    new LessonWriter(json, lesson.convention()).document(lesson);
  }

  private void document(Lesson lesson) {
    json.startObject();
    json.whole("gradloom", DocumentReader.VERSION);
    if (!lesson.title().isEmpty()) {
      json.text("title", lesson.title());
    }
    if (convention != Convention.XW) {
      json.text("convention", convention.documentName());
    }
    network(lesson.x(), lesson.layers(), lesson.loss(), lesson.learningRate());
    TrainingPlan training = lesson.training();
    if (training != null) {
      training(training);
    }
    BeatWriter narration = new BeatWriter(json);
    Outline outline = lesson.outline();
    if (outline != null) {
      narration.outline(outline);
    }
    if (!lesson.scenes().isEmpty()) {
      json.startObject("scenes");
      for (var scene : lesson.scenes()) {
        json.startObject(scene.name());
        network(scene.x(), scene.layers(), scene.loss(), scene.learningRate());
        json.endObject();
      }
      json.endObject();
    }
    if (!lesson.beats().isEmpty()) {
      json.startList("beats");
      lesson.beats().stream().map(turning::beat).forEach(narration::beat);
      json.endList();
    }
    json.endObject();
  }

  private void network(Matrix x, List<Layer> layers, Loss loss, double learningRate) {
    json.matrix("x", turning.x(x));
    json.startList("layers");
    layers.stream().map(turning::layer).forEach(this::layer);
    json.endList();
    loss(turning.loss(loss));
    json.number("learningRate", learningRate);
  }

  private void layer(Layer layer) {
    json.startObject();
    weights(layer.w(), layer.b());
    json.text("activation", layer.activation().documentName());
    if (!layer.frozen().equals(Frozen.NOTHING)) {
      json.startList("frozen");
      if (layer.frozen().w()) {
        json.text("w");
      }
      if (layer.frozen().b()) {
        json.text("b");
      }
      json.endList();
    }
    OptimizerState state = layer.state();
    if (state != null) {
      json.startObject("state");
      state.memories().forEach(this::memory);
      json.endObject();
    }
    if (layer.mask() != null) {
      json.matrix("mask", layer.mask());
    }
    json.endObject();
  }

  private void memory(String name, OptimizerState.Memory memory) {
    json.startObject(name);
    weights(memory.w(), memory.b());
    json.endObject();
  }

  private void weights(@Nullable Matrix w, @Nullable Matrix b) {
    if (w != null) {
      json.matrix("w", w);
    }
    if (b != null) {
      json.vector("b", b);
    }
  }

  private void loss(Loss loss) {
    json.startObject("loss");
    json.text("kind", loss.kind().documentName());
    if (loss.kind().isLearnt() || loss.reduction() != Reduction.SUM) {
      json.text("reduction", loss.reduction().documentName());
    }
    if (!loss.kind().equals(LossKind.named(loss.kind().documentName()).orElseThrow())) {
      json.truth("half", false);
    }
    if (!loss.l2().equals(L2.NONE)) {
      l2(loss.l2());
    }
    if (!loss.l1().equals(L1.NONE)) {
      json.startObject("l1");
      json.number("lambda", loss.l1().lambda());
      json.endObject();
    }
    String field = loss.form().documentName();
    switch (loss.target()) {
      case Target.Upstream(var upstream) -> json.matrix(field, upstream);
      case Target.Targets(var targets) -> json.matrix(field, targets);
      case Target.Labels(var labels) -> json.wholes(field, labels);
    }
    json.endObject();
  }

  private void l2(L2 l2) {
    json.startObject("l2");
    json.number("lambda", l2.lambda());
    if (!l2.half()) {
      json.truth("half", false);
    }
    if (l2.perRow()) {
      json.truth("perRow", true);
    }
    json.endObject();
  }

  private void training(TrainingPlan plan) {
    json.startObject("training");
    json.startObject("optimizer");
    json.text("kind", plan.optimizer().documentName());
    json.number("learningRate", plan.optimizer().learningRate());
    if (plan.optimizer() instanceof Optimizer.Momentum momentum) {
      json.number("momentum", momentum.momentum());
    }
    json.endObject();
    json.whole("batchSize", plan.batchSize());
    json.whole("epochs", plan.epochs());
    json.truth("shuffle", plan.shuffle());
    plan.seed().ifPresent(seed -> json.whole("seed", seed));
    plan.data().ifPresent(this::data);
    plan.step().ifPresent(step -> json.whole("step", step));
    if (plan.dropoutRate() > 0) {
      json.number("dropout", plan.dropoutRate());
    }
    if (plan.taken() > 0) {
      json.whole("taken", plan.taken());
    }
    json.endObject();
  }

  private void data(DataSource data) {
    json.startObject("data");
    json.text("set", data.rows().set());
    if (data.rows() instanceof DataSource.Named named) {
      named.samples().ifPresent(samples -> json.whole("samples", samples));
      named.noise().ifPresent(noise -> json.number("noise", noise));
    }
    data.test().share().ifPresent(share -> json.number("testShare", share));
    if (data.rows() instanceof DataSource.Named named) {
      named.seed().ifPresent(seed -> json.whole("seed", seed));
    }
    data.test().seed().ifPresent(seed -> json.whole("splitSeed", seed));
    if (data.standardized()) {
      json.truth("standardized", true);
    }
    if (data.rows() instanceof DataSource.Table table) {
      json.text("file", table.file());
      TableFields.write(json, table.choices());
    }
    data.start().kind().ifPresent(start -> json.text("start", start.documentName()));
    data.start().seed().ifPresent(seed -> json.whole("startSeed", seed));
    data.inputs().ifPresent(this::inputs);
    json.endObject();
  }

  private void inputs(DataSource.Inputs inputs) {
    json.startList("inputs");
    inputs.chosen().forEach(input -> json.text(input.documentName()));
    json.endList();
    inputs.features().ifPresent(features -> json.matrix("features", features));
  }
}
