package org.gradloom.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.Input;
import org.gradloom.lesson.TableChoices;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.lesson.WeightInit;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Optimizer;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;
import org.jspecify.annotations.Nullable;

/** Reads how a document is to be trained. */
final class TrainingReader {
  private static final List<String> FIELDS =
      List.of(
          "optimizer",
          "batchSize",
          "epochs",
          "shuffle",
          "seed",
          "data",
          "step",
          "taken",
          "dropout");
  private static final List<String> DATA_FIELDS =
      Stream.concat(
              Stream.of(
                  "set",
                  "samples",
                  "noise",
                  "testShare",
                  "seed",
                  "splitSeed",
                  "standardized",
                  "start",
                  "startSeed",
                  "inputs",
                  "features",
                  "file"),
              TableFields.NAMES.stream())
          .toList();

  private TrainingReader() {}

  static TrainingPlan read(JsonInput in) {
    var draft =
        new Object() {
          @Nullable Optimizer optimizer;
          @Nullable Integer batchSize;
          @Nullable Integer epochs;
          boolean shuffle;
          OptionalLong seed = OptionalLong.empty();
          Optional<DataSource> data = Optional.empty();
          OptionalInt step = OptionalInt.empty();
          long taken;
          double dropout;
        };
    Message where = Message.of("file.thePath", in.path());
    in.object(
        "file.aTraining",
        FIELDS,
        name -> {
          switch (name) {
            case "optimizer" -> draft.optimizer = optimizer(in);
            case "batchSize" -> draft.batchSize = in.wholeNumber(1);
            case "epochs" -> draft.epochs = in.wholeNumber(1);
            case "shuffle" -> draft.shuffle = in.truth("file.aTruth");
            case "seed" -> draft.seed = OptionalLong.of(in.seed());
            case "data" -> draft.data = Optional.of(data(in));
            case "dropout" -> draft.dropout = Values.notNegative(in);
            case "taken" -> draft.taken = in.wholeNumber(0, Long.MAX_VALUE);
            default -> draft.step = OptionalInt.of(in.wholeNumber(0));
          }
        });
    Map<String, @Nullable Object> required = new LinkedHashMap<>();
    required.put("optimizer", draft.optimizer);
    required.put("batchSize", draft.batchSize);
    required.put("epochs", draft.epochs);
    Values.require(where, required);
    if (draft.optimizer == null || draft.batchSize == null || draft.epochs == null) {
      throw new IllegalStateException();
    }
    if (draft.shuffle && draft.seed.isEmpty()) {
      throw new InvalidInput("file.shuffleWithoutSeed", where);
    }
    return new TrainingPlan(
        draft.optimizer,
        draft.batchSize,
        draft.epochs,
        draft.shuffle,
        draft.seed,
        draft.data,
        draft.step,
        draft.taken,
        draft.dropout);
  }

  private static Optimizer optimizer(JsonInput in) {
    var draft =
        new Object() {
          @Nullable Optimizer kind;
          @Nullable Double learningRate;
          @Nullable Double momentum;
        };
    Message where = Message.of("file.thePath", in.path());
    in.object(
        "file.anOptimizer",
        List.of("kind", "learningRate", "momentum"),
        name -> {
          switch (name) {
            case "kind" ->
                draft.kind = Values.word(in, Optimizer.kinds(1), Optimizer::documentName);
            case "learningRate" -> draft.learningRate = Values.positive(in);
            default -> draft.momentum = Values.notNegative(in);
          }
        });
    Map<String, @Nullable Object> required = new LinkedHashMap<>();
    required.put("kind", draft.kind);
    required.put("learningRate", draft.learningRate);
    boolean wantsMomentum = draft.kind instanceof Optimizer.Momentum;
    if (wantsMomentum) {
      required.put("momentum", draft.momentum);
    }
    Values.require(where, required);
    if (draft.kind == null || draft.learningRate == null) {
      throw new IllegalStateException();
    }
    if (draft.momentum != null && !wantsMomentum) {
      throw new InvalidInput("file.strayMomentum", where, draft.kind.documentName());
    }
    return draft.momentum != null
        ? new Optimizer.Momentum(draft.learningRate, draft.momentum)
        : draft.kind.withRate(draft.learningRate);
  }

  private static DataSource data(JsonInput in) {
    var draft =
        new Object() {
          @Nullable String set;
          OptionalInt samples = OptionalInt.empty();
          OptionalDouble noise = OptionalDouble.empty();
          OptionalDouble testShare = OptionalDouble.empty();
          OptionalLong seed = OptionalLong.empty();
          OptionalLong splitSeed = OptionalLong.empty();
          boolean standardized;
          @Nullable String file;
          TableChoices choices = TableChoices.NONE;
          Optional<WeightInit> start = Optional.empty();
          OptionalLong startSeed = OptionalLong.empty();
          List<Input> inputs = List.of();
          @Nullable Matrix features;
        };
    Message where = Message.of("file.thePath", in.path());
    in.object(
        "file.aDataSource",
        DATA_FIELDS,
        name -> {
          switch (name) {
            case "set" -> draft.set = in.text("file.aText");
            case "samples" -> draft.samples = OptionalInt.of(in.wholeNumber(1));
            case "noise" -> draft.noise = OptionalDouble.of(Values.notNegative(in));
            case "testShare" -> draft.testShare = OptionalDouble.of(share(in));
            case "seed" -> draft.seed = OptionalLong.of(in.seed());
            case "splitSeed" -> draft.splitSeed = OptionalLong.of(in.seed());
            case "standardized" -> draft.standardized = in.truth("file.aTruth");
            case "file" -> draft.file = in.text("file.aText");
            case "start" ->
                draft.start =
                    Optional.of(
                        Values.word(in, List.of(WeightInit.values()), WeightInit::documentName));
            case "startSeed" -> draft.startSeed = OptionalLong.of(in.seed());
            case "inputs" -> draft.inputs = inputs(in);
            case "features" -> draft.features = MatrixInput.matrix(in);
            default -> draft.choices = TableFields.read(in, name, draft.choices);
          }
        });
    if (draft.set == null) {
      throw Values.missing(where, "set");
    }
    if (draft.set.equals(DataSource.CSV) && draft.file == null) {
      throw Values.missing(where, "file");
    }
    if (draft.features != null && draft.inputs.isEmpty()) {
      throw new InvalidInput("file.featuresWithoutInputs", where);
    }
    DataSource.Rows rows =
        draft.file != null
            ? new DataSource.Table(draft.file, draft.choices)
            : new DataSource.Named(draft.set, draft.samples, draft.noise, draft.seed);
    return new DataSource(
        rows,
        new DataSource.TestRows(draft.testShare, draft.splitSeed),
        draft.standardized,
        new DataSource.Start(draft.start, draft.startSeed),
        draft.inputs.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new DataSource.Inputs(draft.inputs, Optional.ofNullable(draft.features))));
  }

  private static List<Input> inputs(JsonInput in) {
    Message where = Message.of("file.thePath", in.path());
    List<Input> inputs = in.list("file.aListOfTexts", TrainingReader::input);
    if (inputs.isEmpty() || Set.copyOf(inputs).size() < inputs.size()) {
      throw new InvalidInput("file.inputsOnce", where);
    }
    return inputs;
  }

  private static Input input(JsonInput in) {
    String written = in.text("file.aText");
    return Input.named(written)
        .orElseThrow(() -> new InvalidInput("file.noInput", in.path(), Quote.of(written)));
  }

  private static double share(JsonInput in) {
    double share = in.number();
    if (share < 0 || share >= 1) {
      throw new InvalidInput("file.noShare", in.path(), Quote.shortened(in.rawText()));
    }
    return share;
  }
}
