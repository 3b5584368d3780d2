package org.gradloom.files;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gradloom.lesson.Frozen;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Activation;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.L1;
import org.gradloom.rule.L2;
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

  private static final List<String> LAYER_FIELDS =
      List.of("w", "b", "activation", "frozen", "state", "mask");
  private static final List<String> LOSS_FIELDS =
      List.of("kind", "reduction", "half", "l2", "l1", "upstream", "targets", "labels");

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
          Activation activation = Elementwise.IDENTITY;
          Frozen frozen = Frozen.NOTHING;
          @Nullable OptimizerState state;
          @Nullable Matrix mask;
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
                draft.activation = Values.word(in, Activation.all(), Activation::documentName);
            case "frozen" -> draft.frozen = frozen(in);
            case "mask" -> draft.mask = MatrixInput.matrix(in);
            default -> draft.state = state(in);
          }
        });
    if (draft.w == null) {
      throw Values.missing(where, "w");
    }
    return new Layer(draft.w, draft.b, draft.activation, draft.frozen, draft.state, draft.mask);
  }

  private static Frozen frozen(JsonInput in) {
    List<String> named =
        in.list(
            "file.aListOfParameters",
            item -> Values.word(item, List.of("w", "b"), Function.identity()));
    return new Frozen(named.contains("w"), named.contains("b"));
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
    in.object(
        "file.aMemory",
        List.of("w", "b"),
        name -> read.put(name, name.equals("w") ? MatrixInput.matrix(in) : MatrixInput.vector(in)));
    return new OptimizerState.Memory(read.get("w"), read.get("b"));
  }

  private static Loss loss(JsonInput in) {
    var draft =
        new Object() {
          @Nullable LossKind kind;
          @Nullable Reduction reduction;
          @Nullable Boolean half;
          L2 l2 = L2.NONE;
          L1 l1 = L1.NONE;
          final Map<String, Target> targets = new LinkedHashMap<>();
        };
    String path = in.path();
    Message where = Message.of("file.thePath", path);
    in.object(
        "file.aLoss",
        LOSS_FIELDS,
        name -> {
          switch (name) {
            case "kind" -> draft.kind = kind(in);
            case "reduction" ->
                draft.reduction =
                    Values.word(in, List.of(Reduction.values()), Reduction::documentName);
            case "half" -> draft.half = in.truth("file.aTruth");
            case "l2" -> draft.l2 = l2(in);
            case "l1" -> draft.l1 = l1(in);
            default -> draft.targets.put(name, target(in, name));
          }
        });
    LossKind named = draft.kind;
    if (named == null) {
      throw Values.missing(where, "kind");
    }
    Target target = onlyTarget(named, draft.targets, path);
    Reduction reduction =
        draft.reduction == null && !named.isLearnt() ? Reduction.SUM : draft.reduction;
    Values.require(where, Collections.singletonMap("reduction", reduction));
    return new Loss(
        halved(named, draft.half, path), target, present(reduction), draft.l2, draft.l1);
  }

  private static LossKind kind(JsonInput in) {
    String name = Values.word(in, LossKind.documentNames(), Function.identity());
    return LossKind.named(name).orElseThrow();
  }

  private static LossKind halved(LossKind kind, @Nullable Boolean half, String path) {
    return half == null
        ? kind
        : kind.withHalf(half)
            .orElseThrow(
                () -> new InvalidInput("file.strayHalf", path + ".half", kind.documentName()));
  }

  /** The one that the loss compares with, of those a document has. */
  private static Target onlyTarget(LossKind kind, Map<String, Target> given, String path) {
    List<String> own = kind.forms().stream().map(TargetForm::documentName).toList();
    for (String name : given.keySet()) {
      if (!own.contains(name)) {
        throw new InvalidInput(
            "file.lossField", path + "." + name, kind.documentName(), String.join(", ", own));
      }
    }
    if (given.size() > 1) {
      throw new InvalidInput(
          "file.twoTargets", Message.of("file.thePath", path), String.join(", ", own));
    }
    if (given.isEmpty()) {
      throw own.size() > 1
          ? new InvalidInput(
              "file.missingField",
              Message.of("file.thePath", path),
              String.join(", ", own),
              Message.of("file.is.oneOfThem"))
          : Values.missing(Message.of("file.thePath", path), own.getFirst());
    }
    return given.values().iterator().next();
  }

  private static L2 l2(JsonInput in) {
    var draft =
        new Object() {
          @Nullable Double lambda;
          boolean half = true;
          boolean perRow;
        };
    Message where = Message.of("file.thePath", in.path());
    in.object(
        "file.anL2",
        List.of("lambda", "half", "perRow"),
        name -> {
          switch (name) {
            case "lambda" -> draft.lambda = Values.notNegative(in);
            case "half" -> draft.half = in.truth("file.aTruth");
            default -> draft.perRow = in.truth("file.aTruth");
          }
        });
    if (draft.lambda == null) {
      throw Values.missing(where, "lambda");
    }
    return new L2(draft.lambda, draft.half, draft.perRow);
  }

  private static L1 l1(JsonInput in) {
    Message where = Message.of("file.thePath", in.path());
    List<Double> lambda = new ArrayList<>();
    in.object("file.anL1", List.of("lambda"), _ -> lambda.add(Values.notNegative(in)));
    if (lambda.isEmpty()) {
      throw Values.missing(where, "lambda");
    }
    return new L1(lambda.getFirst());
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
      if (training.optimizer().countsSteps()
          && training.step().isEmpty()
          && training.taken() == 0) {
        throw new InvalidInput("file.adamWithoutStep", path);
      }
    }
  }
}
