package org.gradloom.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Activation;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.OptimizerState;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.TargetForm;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of a network: what a document and each of its scenes have in common. */
final class NetworkReader {
  static final List<String> FIELDS = List.of("x", "layers", "loss", "learningRate");

  private static final List<String> LAYER_FIELDS = List.of("w", "b", "activation", "state");
  private static final List<String> LOSS_FIELDS =
      List.of("kind", "reduction", "upstream", "targets", "labels");

  /** Everything that any optimizer remembers. */
  private static final List<String> MEMORIES =
      Optimizer.kinds(1).stream().flatMap(kind -> kind.remembers().stream()).distinct().toList();

  private final JsonInput in;
  private @Nullable Matrix x;
  private @Nullable List<Layer> layers;
  private @Nullable Loss loss;
  private @Nullable Double learningRate;

  NetworkReader(JsonInput in) {
    this.in = in;
  }

  void field(String name) {
    switch (name) {
      case "x" -> x = MatrixInput.matrix(in);
      case "layers" -> layers = in.list("file.aListOfLayers", NetworkReader::layer);
      case "loss" -> loss = loss(in);
      case "learningRate" -> learningRate = Values.positive(in);
      default -> throw new IllegalArgumentException(name);
    }
  }

  /** Passes where every field was there. */
  void requireAll(Message where) {
    Map<String, @Nullable Object> required = new LinkedHashMap<>();
    required.put("x", x);
    required.put("layers", layers);
    required.put("loss", loss);
    required.put("learningRate", learningRate);
    Values.require(where, required);
  }

  /** X as it is inside, whatever the convention it was written in; so the others. */
  Matrix x(Turning turning) {
    return turning.x(present(x));
  }

  List<Layer> layers(Turning turning) {
    return present(layers).stream().map(turning::layer).toList();
  }

  Loss loss(Turning turning) {
    return turning.loss(present(loss));
  }

  double learningRate() {
    return present(learningRate);
  }

  private static <T> T present(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("requireAll comes first");
    }
    return value;
  }

  private static Layer layer(JsonInput in) {
    var draft =
        new Object() {
          @Nullable Matrix w;
          @Nullable Matrix b;
          Activation activation = Activation.IDENTITY;
          @Nullable OptimizerState state;
        };
    Message where = Message.of("file.thePath", in.path());
    in.object(
        "file.aLayer",
        LAYER_FIELDS,
        name -> {
          switch (name) {
            case "w" -> draft.w = MatrixInput.matrix(in);
            case "b" -> draft.b = MatrixInput.vector(in);
            case "activation" ->
                draft.activation =
                    Values.word(in, List.of(Activation.values()), Activation::documentName);
            default -> draft.state = state(in);
          }
        });
    if (draft.w == null) {
      throw Values.missing(where, "w");
    }
    return new Layer(draft.w, draft.b, draft.activation, draft.state);
  }

  private static OptimizerState state(JsonInput in) {
    Map<String, OptimizerState.Memory> memories = new LinkedHashMap<>();
    Message where = Message.of("file.thePath", in.path());
    in.object("file.aState", MEMORIES, name -> memories.put(name, memory(in)));
    for (Optimizer kind : Optimizer.kinds(1)) {
      if (!memories.isEmpty() && memories.keySet().equals(Set.copyOf(kind.remembers()))) {
        return kind.state(
            kind.remembers().stream().map(memories::get).toArray(OptimizerState.Memory[]::new));
      }
    }
    throw new InvalidInput("file.stateFields", where);
  }

  private static OptimizerState.Memory memory(JsonInput in) {
    Map<String, Matrix> read = new LinkedHashMap<>();
    Message where = Message.of("file.thePath", in.path());
    in.object(
        "file.aMemory",
        List.of("w", "b"),
        name -> read.put(name, name.equals("w") ? MatrixInput.matrix(in) : MatrixInput.vector(in)));
    Matrix w = read.get("w");
    if (w == null) {
      throw Values.missing(where, "w");
    }
    return new OptimizerState.Memory(w, read.get("b"));
  }

  private static Loss loss(JsonInput in) {
    var draft =
        new Object() {
          @Nullable LossKind kind;
          @Nullable Reduction reduction;
          final Map<String, Target> targets = new LinkedHashMap<>();
        };
    String path = in.path();
    Message where = Message.of("file.thePath", path);
    in.object(
        "file.aLoss",
        LOSS_FIELDS,
        name -> {
          switch (name) {
            case "kind" ->
                draft.kind = Values.word(in, List.of(LossKind.values()), LossKind::documentName);
            case "reduction" ->
                draft.reduction = Values.word(in, List.of(Reduction.values()), Values::lowerCase);
            default -> draft.targets.put(name, target(in, name));
          }
        });
    LossKind kind = draft.kind;
    if (kind == null) {
      throw Values.missing(where, "kind");
    }
    String own = kind.form().documentName();
    for (String name : draft.targets.keySet()) {
      if (!name.equals(own)) {
        throw new InvalidInput("file.lossField", path + "." + name, kind.documentName(), own);
      }
    }
    Target target = draft.targets.get(own);
    Reduction reduction =
        draft.reduction == null && !kind.isLearnt() ? Reduction.SUM : draft.reduction;
    Map<String, @Nullable Object> required = new LinkedHashMap<>();
    required.put(own, target);
    required.put("reduction", reduction);
    Values.require(where, required);
    return new Loss(kind, present(target), present(reduction));
  }

  private static Target target(JsonInput in, String name) {
    for (TargetForm form : TargetForm.values()) {
      if (form.documentName().equals(name)) {
        return switch (form) {
          case UPSTREAM -> new Target.Upstream(MatrixInput.matrix(in));
          case TARGETS -> new Target.Targets(MatrixInput.matrix(in));
          case LABELS ->
              new Target.Labels(
                  in.list("file.aListOfLabels", label -> label.wholeNumber(Integer.MIN_VALUE)));
        };
      }
    }
    throw new IllegalArgumentException(name);
  }

  /** An optimizer's memory means nothing without that optimizer, and Adam's nothing without t. */
  void checkStates(@Nullable TrainingPlan training, String prefix) {
    List<Layer> written = present(layers);
    for (int l = 0; l < written.size(); l++) {
      OptimizerState state = written.get(l).state();
      if (state == null) {
        continue;
      }
      String path = prefix + "layers[" + l + "].state";
      if (training == null) {
        throw new InvalidInput("file.stateWithoutTraining", path);
      }
      if (!state.isOf(training.optimizer())) {
        throw new InvalidInput("file.stateOfOther", path, training.optimizer().documentName());
      }
      if (training.optimizer().countsSteps() && training.step().isEmpty()) {
        throw new InvalidInput("file.adamWithoutStep", path);
      }
    }
  }
}
