package org.gradloom.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gradloom.lesson.Lesson;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LessonReaderTest {
  private static final String X = "'x': [[1, 2], [3, 4], [5, 6]]";
  private static final String LAYERS = "'layers': [{'w': [[1, -1], [0.5, 2]], 'b': [0, 1]}]";
  private static final String LOSS =
      "'loss': {'kind': 'squared-error', 'reduction': 'mean', 'targets': [[1, 2], [3, 4], [5, 6]]}";
  private static final String RATE = "'learningRate': 0.1";
  private static final String TRAINING =
      "'training': {'optimizer': {'kind': 'sgd', 'learningRate': 0.1}, 'batchSize': 2, 'epochs':"
          + " 3}";

  @TempDir private Path folder;

  /** A document of these fields, with single quotes for double ones. */
  private static String document(String... fields) {
    return ("{'gradloom': 1, " + String.join(", ", fields) + "}").replace('\'', '"');
  }

  private static String withX(String x) {
    return document("'x': " + x, LAYERS, LOSS, RATE);
  }

  private static String withLayer(String layer) {
    return document(X, "'layers': [" + layer + "]", LOSS, RATE);
  }

  private static String withLoss(String loss) {
    return document(X, LAYERS, "'loss': " + loss, RATE);
  }

  private static String withTraining(String training) {
    return document(X, LAYERS, LOSS, RATE, "'training': " + training);
  }

  private static String withOptimizer(String optimizer) {
    return withTraining("{'batchSize': 2, 'epochs': 3, 'optimizer': " + optimizer + "}");
  }

  private static String withState(String state, String training) {
    return document(
        X, "'layers': [{'w': [[1, -1], [0.5, 2]], 'state': " + state + "}]", LOSS, RATE, training);
  }

  private static String withOutline(String outline) {
    return document(X, LAYERS, LOSS, RATE, "'lesson': " + outline);
  }

  private static String withBeat(String beat) {
    return document(X, LAYERS, LOSS, RATE, "'beats': [" + beat + "]");
  }

  /** Words of other programs are told what they are called here. */
  @ParameterizedTest
  @CsvSource({
    "mse, squared-error",
    "MSELoss, squared-error",
    "bce, binary-cross-entropy",
    "BCEWithLogitsLoss, sigmoid-cross-entropy",
    "nll, cross-entropy",
    "one-hot, targets",
    "onehot, targets",
    "nn.MSELoss, squared-error",
    "torch.nn.BCELoss, sigmoid",
    "L2, lambda",
    "logistic, sigmoid"
  })
  void aWordOfOthersIsToldWhatItIsCalledHere(String word, String here) {
    assertThat(faultOf(withLoss("{'kind': '" + word + "'}")))
        .startsWith("loss.kind is “" + word + "” but must be one of given, squared-error,")
        .contains(". ")
        .satisfies(said -> assertThat(said.substring(said.indexOf(". ") + 2)).contains(here));
  }

  private static String fault(ThrowingCallable reading) {
    InvalidInput fault = catchThrowableOfType(InvalidInput.class, reading);
    assertThat(fault).isNotNull();
    String sentence = Texts.english().say(fault.said());
    assertThat(sentence).doesNotContain("\n", "{0}", "Exception");
    return sentence;
  }

  private static String faultOf(String text) {
    return fault(() -> LessonReader.read(text));
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        // Fields.
        Arguments.of(
            document(X, LAYERS, LOSS, RATE, "'colour': 1"),
            "the document has an unknown field “colour”: its fields are gradloom, title,"
                + " convention, x,"),
        Arguments.of(
            withLayer("{'w': [[1], [2]], 'bias': [1]}"),
            "layers[0] has an unknown field “bias”: its fields are w, b, activation, frozen,"
                + " state, mask."),
        Arguments.of(
            document(X, X, LAYERS, LOSS, RATE),
            "the document has the field “x” twice: keep one of them."),
        Arguments.of(
            withLayer("{'w': [[1], [2]], 'w': [[1], [2]]}"),
            "layers[0] has the field “w” twice: keep one of them."),
        Arguments.of(
            document(LAYERS, LOSS, RATE),
            "the document has no x: it needs a matrix with the features of each sample."),
        Arguments.of(document(X, LOSS, RATE), "the document has no layers:"),
        Arguments.of(document(X, LAYERS, RATE), "the document has no loss:"),
        Arguments.of(document(X, LAYERS, LOSS), "the document has no learningRate:"),
        Arguments.of(withLayer("{}"), "layers[0] has no w:"),
        Arguments.of(document(X, "'layers': []", LOSS, RATE), "layers is empty:"),
        // As courses write it.
        Arguments.of(
            withLoss("{'kind': 'given', 'half': true, 'upstream': [[1, 2]]}"),
            "loss.half: only squared-error has a ½ to drop, not given."),
        Arguments.of(
            withLayer("{'w': [[1], [2]], 'frozen': ['b']}"),
            "layer 1: frozen names b, but the layer has no bias:"),
        Arguments.of(
            withLayer("{'w': [[1], [2]], 'frozen': ['x']}"),
            "layers[0].frozen[0] is “x” but must be one of w, b."),
        Arguments.of(
            withLoss(
                "{'kind': 'softmax-cross-entropy', 'reduction': 'sum', 'labels': [0, 1],"
                    + " 'targets': [[1, 0], [0, 1]]}"),
            "loss has more than one of labels, targets:"),
        Arguments.of(
            withLoss("{'kind': 'softmax-cross-entropy', 'reduction': 'sum'}"),
            "loss has no labels, targets: this kind needs one of them."),
        Arguments.of(
            withLoss(
                "{'kind': 'softmax-cross-entropy', 'reduction': 'sum',"
                    + " 'targets': [[0.5, 0.5], [0.5, 0.4], [1, 0]]}"),
            "loss: the targets of sample 2 add up to 0.9: softmax cross-entropy needs targets"
                + " that"),
        Arguments.of(
            withLoss("{'kind': 'cross-entropy', 'reduction': 'sum', 'labels': [0, 1, 0]}"),
            "loss: cross-entropy compares probabilities, so that the last layer’s activation must"
                + " be softmax, not identity."),
        Arguments.of(
            document(
                X,
                "'layers': [{'w': [[1, -1], [0.5, 2]], 'activation': 'softmax'},"
                    + " {'w': [[1, -1], [0.5, 2]]}]",
                LOSS,
                RATE),
            "layer 1: softmax can only be the activation of the last layer, which is layer 2."),
        Arguments.of(
            withLoss("{'kind': 'given', 'l2': {'lambda': -1}, 'upstream': [[1, 2]]}"),
            "loss.l2.lambda is -1 but must not be less than 0."),
        Arguments.of(
            withLoss("{'kind': 'given', 'l2': {}, 'upstream': [[1, 2]]}"),
            "loss.l2 has no lambda: it needs a number of at least 0."),
        Arguments.of(
            withLoss("{'kind': 'given', 'weight_decay': 0.1, 'upstream': [[1, 2]]}"),
            "loss has an unknown field “weight_decay”: its fields are kind, reduction, half, l2,"
                + " l1, upstream, targets, labels. Weight decay is l2 in the loss,"),
        // The version.
        Arguments.of(
            "{\"gradloom\": 2}",
            "gradloom is 2, but this Gradloom reads documents of version 1: open it with a newer"),
        Arguments.of("{\"x\": {\"new\": [1]}, \"odd\": [{}], \"gradloom\": 3}", "gradloom is 3,"),
        Arguments.of("{\"gradloom\": 0}", "gradloom is 0 but must be from 1 to"),
        Arguments.of(
            "{\"gradloom\": \"1\"}", "gradloom is the text “1” but must be a whole number."),
        Arguments.of("{}", "gradloom is missing: a Gradloom document says \"gradloom\": 1."),
        Arguments.of("{\"name\": \"left-pad\", \"version\": \"1.0\"}", "gradloom is missing:"),
        // Matrices.
        Arguments.of(withX("[]"), "x is empty: a matrix needs at least one row and one column."),
        Arguments.of(withX("[[]]"), "x[0] is empty: a row needs at least one number."),
        Arguments.of(
            withX("[[1, 2], [3, 4], [5]]"),
            "x[2] has 1 number but the first row has 2: every row needs the same count."),
        Arguments.of(withX("[[1, 2], [3, 4, 5]]"), "x[1] has 3 numbers but the first row has 2:"),
        Arguments.of(withX("[1, 2]"), "x[0] is the number 1 but must be a row of numbers such as"),
        Arguments.of(withX("3"), "x is the number 3 but must be a list of rows such as [[1, 2], ["),
        Arguments.of(withX("{}"), "x is an object but must be a list of rows"),
        Arguments.of(withX("null"), "x is null but must be a list of rows"),
        Arguments.of(
            withX("[[1, 'one'], [3, 4], [5, 6]]"),
            "x[0][1] is the text “one” but must be a number without quotation marks, or a"
                + " fraction"),
        Arguments.of(withX("[[1, '2'], [3, 4], [5, 6]]"), "x[0][1] is the text “2” but must be"),
        Arguments.of(withX("[[1, ''], [3, 4], [5, 6]]"), "x[0][1] is the text “” but must be"),
        Arguments.of(withX("[[1, true]]"), "x[0][1] is true but must be a number"),
        Arguments.of(withX("[[1, [2]]]"), "x[0][1] is a list but must be a number"),
        Arguments.of(
            withX("[[1, '1/0']]"),
            "x[0][1]: “1/0” divides by zero: the number below the line must not be 0."),
        Arguments.of(withX("[[1, '1/x']]"), "x[0][1]: “1/x” is not a number:"),
        Arguments.of(
            withX("[[1, 'a\\nb\\u001b[2J']]"),
            "x[0][1] is the text “a\uFFFDb\uFFFD[2J” but must be"),
        Arguments.of(
            withX("[[1, '" + "9".repeat(90_000) + "']]"), "x[0][1] is the text “9999999999999999"),
        Arguments.of(
            withX("[[NaN, 1]]"),
            "x[0][0] is NaN, which is no number to compute with: write a finite one."),
        Arguments.of(withX("[[1, Infinity]]"), "x[0][1] is Infinity, which is no number"),
        Arguments.of(withX("[[1, -Infinity]]"), "x[0][1] is -Infinity, which is no number"),
        Arguments.of(
            withX("[[1, 1e400]]"), "x[0][1] is 1e400, too large to compute with: stay below"),
        Arguments.of(withX("[[-1e309]]"), "x[0][0] is -1e309, too large to compute with"),
        Arguments.of(withX("[[1" + "0".repeat(400) + "]]"), "x[0][0] is 1000000000000000000000"),
        Arguments.of(withX("[[0." + "1".repeat(5000) + "]]"), "x[0][0] has more than 4096 digits:"),
        Arguments.of(
            withLayer("{'w': [[1, -1], [0.5]]}"), "layers[0].w[1] has 1 number but the first row"),
        Arguments.of(
            withLayer("{'w': [[1, -1], [0.5, 'x']]}"), "layers[0].w[1][1] is the text “x” but"),
        Arguments.of(withLayer("{'w': [[1, 2], [1, 2]], 'b': []}"), "layers[0].b is empty:"),
        Arguments.of(
            withLayer("{'w': [[1, 2], [1, 2]], 'b': [[1, 2]]}"),
            "layers[0].b[0] is a list but must be a number"),
        Arguments.of(withLayer("7"), "layers[0] is the number 7 but must be a layer"),
        // Shapes.
        Arguments.of(
            document(
                "'x': [[1, 2, 3, 4]]", "'layers': [{'w': [[1, 2], [3, 4], [5, 6]]}]", LOSS, RATE),
            "layer 1: W is 3×2 but X has 4 columns: W needs one row for each column of X."),
        Arguments.of(
            withLayer("{'w': [[1, 2], [3, 4]]}, {'w': [[1], [2], [3]]}"),
            "layer 2: W is 3×1 but layer 1 has 2 neurons:"),
        Arguments.of(
            withLayer("{'w': [[1, 2], [3, 4]], 'b': [1, 2, 3]}"),
            "layer 1: b has 3 entries but W is 2×2: b needs one entry for each column of W."),
        Arguments.of(
            withLoss("{'kind': 'squared-error', 'reduction': 'sum', 'targets': [[1]]}"),
            "loss: targets is 1×1 but the network’s outputs are 3×2."),
        // The loss.
        Arguments.of(withLoss("{}"), "loss has no kind:"),
        Arguments.of(
            withLoss("{'kind': 'hinge'}"),
            "loss.kind is “hinge” but must be one of given, squared-error, softmax-cross-entropy,"),
        Arguments.of(
            withLoss("{'kind': 'squared-error', 'targets': [[1, 2], [3, 4], [5, 6]]}"),
            "loss has no reduction: it must be sum, mean or mean-all."),
        Arguments.of(
            withLoss("{'kind': 'squared-error', 'reduction': 'average', 'targets': [[1]]}"),
            "loss.reduction is “average” but must be one of sum, mean, mean-all."),
        Arguments.of(
            withLoss("{'kind': 'squared-error', 'reduction': 'sum', 'labels': [0, 1, 1]}"),
            "loss.labels does not belong to the loss squared-error, which has targets."),
        Arguments.of(withLoss("{'kind': 'given'}"), "loss has no upstream:"),
        Arguments.of(
            withLoss("{'kind': 'softmax-cross-entropy', 'reduction': 'sum', 'labels': [0, 1, 2]}"),
            "loss: label 2 of row 3 is out of range: labels go from 0 to 1."),
        Arguments.of(
            withLoss("{'kind': 'softmax-cross-entropy', 'reduction': 'sum', 'labels': [0, -1, 1]}"),
            "loss: label -1 of row 2 is out of range"),
        Arguments.of(
            withLoss("{'kind': 'softmax-cross-entropy', 'reduction': 'sum', 'labels': [0, 1]}"),
            "loss: there are 2 labels but X has 3 rows"),
        Arguments.of(
            withLoss("{'kind': 'softmax-cross-entropy', 'reduction': 'sum', 'labels': [0.5]}"),
            "loss.labels[0] is 0.5 but must be a whole number."),
        Arguments.of(
            withLoss("{'kind': 'softmax-cross-entropy', 'reduction': 'sum', 'labels': ['0']}"),
            "loss.labels[0] is the text “0” but must be a whole number."),
        Arguments.of(
            withLoss(
                "{'kind': 'sigmoid-cross-entropy', 'reduction': 'sum', 'targets': [[0, 1], [1, 2],"
                    + " [0, 0]]}"),
            "loss: target 2 in row 2, column 2 is out of range"),
        // Numbers and words.
        Arguments.of(
            document(X, LAYERS, LOSS, "'learningRate': 0"),
            "learningRate is 0 but must be greater than 0."),
        Arguments.of(
            document(X, LAYERS, LOSS, "'learningRate': '1/10'"),
            "learningRate is the text “1/10” but must be a number without quotation marks."),
        Arguments.of(
            document(X, LAYERS, LOSS, RATE, "'title': 5"),
            "title is the number 5 but must be a text in quotation marks."),
        Arguments.of(
            document(X, LAYERS, LOSS, RATE, "'title': '\\ud800'"), "title holds half of a"),
        Arguments.of(
            withLayer("{'w': [[1, 2], [1, 2]], 'activation': 'ReLU'}"),
            "layers[0].activation is “ReLU” but must be one of identity, relu, leaky-relu,"
                + " sigmoid,"),
        // Training.
        Arguments.of(
            document(
                X,
                LAYERS,
                "'loss': {'kind': 'given', 'upstream': [[1, 2], [3, 4], [5, 6]]}",
                RATE,
                TRAINING),
            "training needs a loss with targets or labels"),
        Arguments.of(withTraining("{'batchSize': 1, 'epochs': 1}"), "training has no optimizer:"),
        Arguments.of(
            withOptimizer("{'kind': 'momentum', 'learningRate': 0.1}"),
            "training.optimizer has no momentum:"),
        Arguments.of(
            withOptimizer("{'kind': 'adam', 'learningRate': 0.1, 'momentum': 0.9}"),
            "training.optimizer has momentum, which only the optimizer momentum has, not adam."),
        Arguments.of(
            withOptimizer("{'kind': 'rmsprop', 'learningRate': 0.1}"),
            "training.optimizer.kind is “rmsprop” but must be one of sgd, momentum, adam."),
        Arguments.of(
            withOptimizer("{'kind': 'sgd', 'learningRate': -1}"),
            "training.optimizer.learningRate is -1 but must be greater than 0."),
        Arguments.of(
            withTraining(
                "{'optimizer': {'kind': 'sgd', 'learningRate': 1}, 'batchSize': 0, 'epochs': 1}"),
            "training.batchSize is 0 but must be from 1 to 2147483647."),
        Arguments.of(
            withTraining(
                "{'optimizer': {'kind': 'sgd', 'learningRate': 1}, 'batchSize': 1, 'epochs':"
                    + " 1e10}"),
            "training.epochs is 1e10 but must be from 1 to 2147483647."),
        Arguments.of(
            withTraining(
                "{'optimizer': {'kind': 'sgd', 'learningRate': 1}, 'batchSize': 1, 'epochs': 1,"
                    + " 'shuffle': true}"),
            "training has shuffle but no seed:"),
        Arguments.of(
            withTraining(
                "{'optimizer': {'kind': 'sgd', 'learningRate': 1}, 'batchSize': 1, 'epochs': 1,"
                    + " 'shuffle': 1}"),
            "training.shuffle is the number 1 but must be true or false."),
        Arguments.of(
            withTraining(
                "{'optimizer': {'kind': 'sgd', 'learningRate': 1}, 'batchSize': 1, 'epochs': 1,"
                    + " 'seed': 9223372036854775808}"),
            "training.seed is 9223372036854775808 but must be from -9223372036854775808 to"),
        Arguments.of(
            withTraining(
                "{'optimizer': {'kind': 'sgd', 'learningRate': 1}, 'batchSize': 1, 'epochs': 1,"
                    + " 'step': -1}"),
            "training.step is -1 but must be from 0 to"),
        Arguments.of(
            withTraining(
                "{'optimizer': {'kind': 'sgd', 'learningRate': 1}, 'batchSize': 1, 'epochs': 1,"
                    + " 'data': {'samples': 3}}"),
            "training.data has no set:"),
        // The optimizer's memory.
        Arguments.of(
            withState("{'velocity': {'w': [[1, 1], [1, 1]]}}", TRAINING),
            "layers[0].state does not fit the optimizer sgd:"),
        Arguments.of(
            withState("{'velocity': {'w': [[1, 1], [1, 1]]}}", "'title': ''"),
            "layers[0].state is an optimizer’s memory: training must name that optimizer."),
        Arguments.of(
            withState("{'m': {'w': [[1, 1], [1, 1]]}}", TRAINING),
            "layers[0].state needs velocity, or m and v together."),
        Arguments.of(
            withState(
                "{'m': {'w': [[1, 1], [1, 1]]}, 'v': {'w': [[1, 1], [1, 1]]}}",
                TRAINING.replace("sgd", "adam")),
            "layers[0].state is adam’s memory: training.step must say how many steps were taken."),
        Arguments.of(
            withState(
                "{'velocity': {'w': [[1, 1]]}}",
                TRAINING.replace("'sgd'", "'momentum', 'momentum': 0.9")),
            "layer 1: the optimizer’s velocity must have the shapes of w and b."),
        // Scenes and beats.
        Arguments.of(
            document(X, LAYERS, LOSS, RATE, "'scenes': {'two': {'x': [[1]]}}"),
            "scenes.two has no layers:"),
        Arguments.of(
            document(
                X,
                LAYERS,
                LOSS,
                RATE,
                "'scenes': {'a b': {'x': [[1]], " + LAYERS + ", " + LOSS + ", " + RATE + "}}"),
            "scenes.\"a b\": layer 1: W is 2×2 but X has 1 column:"),
        Arguments.of(
            withBeat("{'scene': 'three'}"), "beat 1: scene is “three”, but scenes has none"),
        Arguments.of(
            withBeat("{'screen': 'start'}"),
            "beat 1: screen is “start” but must be one of explore, train, speed, summary."),
        Arguments.of(
            withBeat("{'screen': 'speed', 'sizes': [16, 2048]}"),
            "beat 1: sizes[1] is 2048 but must be from 1 to 1024."),
        Arguments.of(
            withBeat("{'at': 'layer1/dW/1'}"),
            "beat 1: at: “layer1/dW/1” is a row or a column, where no step stands:"),
        Arguments.of(
            withBeat("{'at': 'layer1/x/1,1'}"), "beat 1: at: There is no step at layer1/x/1,1:"),
        Arguments.of(
            withBeat("{'say': 7}"),
            "beat 1: say is the number 7 but must be a text in quotation marks, or an object"
                + " with"),
        Arguments.of(withBeat("{'title': {}}"), "beat 1: title is empty: it needs a text for at"),
        Arguments.of(
            withBeat("{'title': {'German': 'x'}}"),
            "beat 1: title has a text for “German”, which is no language: write such as en, de"),
        Arguments.of(
            withBeat("{'title': {'en': 'x', 'de': 1}}"),
            "beat 1: title.de is the number 1 but must be a text in quotation marks."),
        Arguments.of(
            withBeat("{'view': 'card'}"),
            "beat 1: view is “card” but must be one of product, cards, stack, jacobian, nudge,"),
        Arguments.of(
            withBeat("{'cover': ['gird']}"),
            "beat 1: cover[0] is “gird” but must be a place such as layer1/dW/3,2, or one of grid,"
                + " sheets, times, ratio, ones, symbols."),
        Arguments.of(
            withBeat("{'cover': ['grid', 'layer1/dW/3']}"),
            "beat 1: cover[1]: There is no place layer1/dW/3: layer1/dW is 2×2."),
        Arguments.of(
            withBeat("{'nudge': 'layer1/dW/1,1'}"),
            "beat 1: nudge is layer1/dW/1,1, which is computed: only an input can be moved, such"),
        Arguments.of(
            withBeat("{'nudge': 'layer1/w/3,1'}"),
            "beat 1: nudge: There is no place layer1/w/3,1: layer1/w is 2×2."),
        Arguments.of(withBeat("{'hints': 'x'}"), "beat 1: hints is the text “x” but must be"),
        Arguments.of(
            withBeat("{'hints': ['x', true]}"),
            "beat 1: hints[1] is true but must be a text in quotation marks, or an object with"),
        Arguments.of(
            withBeat("{'show': [1]}"), "beat 1: show[0] is the number 1 but must be a text in"),
        Arguments.of(withBeat("{'sizes': [0]}"), "beat 1: sizes[0] is 0 but must be from 1 to"),
        Arguments.of(
            withBeat("{'sizes': 16}"),
            "beat 1: sizes is the number 16 but must be a list of whole numbers such as"),
        Arguments.of(
            withOutline("{'chapter': 'Forward'}"), "lesson has no number: it needs the lesson’s"),
        Arguments.of(
            withOutline("{'number': 0}"), "lesson.number is 0 but must be from 1 to 2147483647."),
        Arguments.of(
            withOutline("{'goal': 'x'}"),
            "lesson has an unknown field “goal”: its fields are chapter, number, aha, card,"),
        Arguments.of(withOutline("'x'"), "lesson is the text “x” but must be an object with"),
        Arguments.of(
            withBeat("{'say': 'x'}, {'cover': ['layer1/z', 'layer2/z']}"),
            "beat 2: cover[1]: There is no place layer2/z: this network has one layer."),
        Arguments.of(
            withBeat("{'at': 'layer1/dW/3,1'}"),
            "beat 1: at: There is no place layer1/dW/3,1: layer1/dW is 2×2."),
        Arguments.of(withBeat("{'at': 'loss/p'}"), "beat 1: at: There is no place loss/p:"),
        Arguments.of(withBeat("{'ask': {}}"), "beat 1: ask has no kind:"),
        Arguments.of(
            withBeat("{'ask': {'kind': 'essay'}}"),
            "beat 1: ask.kind is “essay” but must be one of number, row, matrix, shape, choice,"),
        Arguments.of(
            withBeat("{'ask': {'kind': 'lines', 'answer': {'left': 1, 'left': 2}}}"),
            "beat 1: ask.answer has the field “left” twice: keep one of them."),
        Arguments.of(
            withBeat("{'ask': {'kind': 'row', 'answer': [1, NaN]}}"),
            "beat 1: ask.answer[1] is NaN"),
        Arguments.of(
            withBeat("{'ask': {'kind': 'number'}}"), "beat 1: ask has no answer: it needs one, or"),
        Arguments.of(
            withBeat("{'ask': {'kind': 'choice', 'answer': 0}}"), "beat 1: ask has no options:"),
        // Texts that are no JSON.
        Arguments.of("", "it is empty:"),
        Arguments.of(" \n\t ", "it is empty:"),
        Arguments.of("\uFEFF", "it is empty:"),
        Arguments.of("{\"gradloom\": 1", "it ends too early in line 1: a bracket or a quotation"),
        Arguments.of("{\"gradloom\": 1,\n \"ti", "it ends too early in line 2:"),
        Arguments.of("{\n  'gradloom': 1}", "line 2, column 3: “'” cannot stand here in JSON: put"),
        Arguments.of("// x\n{}", "line 1, column 1: “/” cannot stand here in JSON: it has no comm"),
        Arguments.of(
            "{\"gradloom\": 1,}", "line 1, column 16: “}” cannot stand here in JSON: look"),
        Arguments.of("{\"x\": [[1, 2,]]}", "line 1, column 14: “]” cannot stand here in JSON:"),
        Arguments.of(
            "{\"x\": [[1 2]]}", "line 1, column 11: “2” cannot stand here in JSON: look f"),
        Arguments.of(
            "{\"a\": 1 \"b\": 2}", "line 1, column 9: “\"” cannot stand here in JSON: look f"),
        Arguments.of(
            "{\"x\": [[nan]]}", "line 1, column 9: “n” cannot stand here in JSON: put text"),
        Arguments.of(
            "{\"x\": [[.5]]}", "line 1, column 9: “.” cannot stand here in JSON: look for"),
        Arguments.of("{\"x\": [[+1]]}", "line 1, column"),
        Arguments.of(
            "{\"title\": \"a\nb\"}", "line 1, column 13: the line ends here within a text"),
        Arguments.of("hello", "line 1, column 1: “h” cannot stand here in JSON"),
        Arguments.of("PK\u0003\u0004", "line 1 holds what is no text:"),
        Arguments.of("\u0000\u0001\u0002", "line 1 holds what is no text:"),
        Arguments.of(
            document(X, LAYERS, LOSS, RATE) + "\n{}", "line 2, column 1: something follows"),
        Arguments.of(document(X, LAYERS, LOSS, RATE) + "]", "line 1, column"),
        Arguments.of("7", "it holds the number 7 but must hold a Gradloom document"),
        Arguments.of("\"x\"", "it holds the text “x” but must hold a Gradloom document"),
        Arguments.of("null", "it holds null but must hold a Gradloom document"),
        // Arrays of documents.
        Arguments.of("[]", "the array holds no document:"),
        Arguments.of("[1, 2]", "document [0] of the array: it holds the number 1 but must hold"),
        Arguments.of(
            "[" + document(X, LAYERS, LOSS, RATE) + ", " + withX("[[1], ['b']]") + "]",
            "document [1] of the array: x[1][0] is the text “b” but must be a number"),
        Arguments.of(
            "[" + document(X, LAYERS, LOSS, RATE) + "]", "it holds an array of documents,"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void saysWhatIsWrongAndWhereInOneSentence(String text, String beginning) {
    assertThat(faultOf(text)).startsWith(beginning);
  }

  @Test
  void absentFieldsHaveTheirMeaning() {
    Lesson lesson =
        LessonReader.read(
            document(
                "'layers': [{'w': [[1, 2], [1, 2]]}]",
                "'learningRate': 1",
                "'loss': {'upstream': [[1, 2]], 'kind': 'given'}",
                "'x': [[1, 2]]"));
    assertThat(lesson.title()).isEmpty();
    assertThat(lesson.loss().reduction()).isEqualTo(Reduction.SUM);
    assertThat(lesson.layers().getFirst().hasBias()).isFalse();
    assertThat(lesson.training()).isNull();
  }

  @Test
  void fractionsStayAsTyped() {
    Lesson lesson = LessonReader.read(withX("[['2/6', 2], [3, '-1/3'], [1, 0]]"));
    assertThat(lesson.x().entry(0, 0).fraction()).isEqualTo("2/6");
    assertThat(lesson.x().get(0, 0)).isEqualTo(2.0 / 6);
    assertThat(lesson.x().get(1, 1)).isEqualTo(-1.0 / 3);
  }

  @ParameterizedTest
  @CsvSource({
    "-0, -0.0",
    "-0.0, -0.0",
    "4.9e-324, 4.9e-324",
    "1.7976931348623157e308, 1.7976931348623157e308",
    "12345678901234567890, 12345678901234567890",
    "1E2, 100",
    "0.1, 0.1"
  })
  void numbersAreReadExactly(String json, double value) {
    double read = LessonReader.read(withX("[[" + json + ", 1], [1, 1], [1, 1]]")).x().get(0, 0);
    assertThat(Double.doubleToLongBits(read)).isEqualTo(Double.doubleToLongBits(value));
  }

  @Test
  void ignoresTheExpectedAnswersWhateverTheyAre() {
    String text =
        document(X, "'expected': {'loss': [1, {'a': 'b'}], 'loss2': 1}", LAYERS, LOSS, RATE);
    assertThat(LessonReader.read(text).loss().kind()).isEqualTo(LossKind.SQUARED_ERROR);
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    assertThat(LessonReader.read("\uFEFF" + document(X, LAYERS, LOSS, RATE)).samples())
        .isEqualTo(3);
  }

  @Test
  void invalidUtf8IsNamedByItsLine() {
    byte[] bytes = ("{\n\"title\": \"" + "?" + "\"}").getBytes(StandardCharsets.UTF_8);
    bytes[13] = (byte) 0xC3;
    assertThat(fault(() -> LessonReader.readAll(new ByteArrayInputStream(bytes))))
        .startsWith(
            "line 2 holds what is no text: a Gradloom document is a JSON text saved as UTF-8.");
    byte[] utf16 = document(X, LAYERS, LOSS, RATE).getBytes(StandardCharsets.UTF_16);
    assertThat(fault(() -> LessonReader.readAll(new ByteArrayInputStream(utf16))))
        .startsWith("line 1 holds what is no text");
  }

  @Test
  void charactersSplitBetweenTwoReadsAreWhole() {
    String title = "é😀".repeat(40_000);
    String text = document("'title': '" + title + "'", X, LAYERS, LOSS, RATE);
    InputStream drops =
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
          @Override
          public int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, 3));
          }
        };
    assertThat(LessonReader.readAll(drops).lessons().getFirst().title()).isEqualTo(title);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "{\"a\":",
        "{\"expected\":[",
        "{\"gradloom\":1,\"beats\":[{\"ask\":{\"answer\":["
      })
  void deepNestingIsRefused(String start) {
    String deep = start + "[".repeat(1_000_000);
    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(faultOf(deep)).isNotEmpty());
    assertThat(faultOf("{\"expected\":" + "[".repeat(1_000_000)))
        .contains("this is nested too deeply, or too long for a text or a number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "[", " ", "\"", "1", "{\"a\":1,", "[0,", "{\"title\":\"", "\u0000"})
  void fiftyMegabytesThatAreNoDocumentAreRefusedAtOnce(String piece) {
    byte[] unit = piece.getBytes(StandardCharsets.UTF_8);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThat(fault(() -> LessonReader.readAll(new Repeating(unit, 50_000_000))))
                .isNotEmpty());
    byte[] whole = new byte[50_000_000];
    Arrays.fill(whole, (byte) 'x');
    byte[] start = "{\"gradloom\":1,\"title\":\"".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(start, 0, whole, 0, start.length);
    assertThat(fault(() -> LessonReader.readAll(new ByteArrayInputStream(whole))))
        .contains("too long for a text");
  }

  @Test
  void aLargeMatrixIsReadWithoutATree() {
    int rows = 2000;
    String row = "[" + "0.125, ".repeat(499) + "-3]";
    String text =
        "{\"gradloom\":1,\"x\":["
            + (row + ",").repeat(rows - 1)
            + row
            + "],\"layers\":[{\"w\":["
            + "[1],".repeat(499)
            + "[1]]}],\"loss\":{\"kind\":\"given\",\"upstream\":["
            + "[1],".repeat(rows - 1)
            + "[1]]},\"learningRate\":1}";
    Lesson lesson = LessonReader.read(text);
    assertThat(lesson.x().shape().toString()).isEqualTo("2000×500");
    assertThat(lesson.x().get(1999, 499)).isEqualTo(-3);
  }

  @Test
  void filesThatCannotBeReadAreNamed() throws IOException {
    Path missing = folder.resolve("none.json");
    assertThat(fault(() -> LessonReader.read(missing)))
        .isEqualTo(missing + " does not exist: give the path of a Gradloom document.");
    assertThat(fault(() -> LessonReader.read(missing.resolve("below.json"))))
        .contains("does not exist");
    assertThat(fault(() -> LessonReader.read(folder)))
        .isEqualTo(folder + " is a directory: give the path of a Gradloom document.");
    Path broken = Files.writeString(folder.resolve("broken.json"), "{");
    assertThat(fault(() -> LessonReader.read(broken)))
        .startsWith(broken + ": it ends too early in line 1:");
    Path hidden = Files.writeString(folder.resolve("hidden.json"), "{}");
    if (hidden.toFile().setReadable(false) && !Files.isReadable(hidden)) {
      assertThat(fault(() -> LessonReader.read(hidden)))
          .isEqualTo(hidden + " may not be read: its permissions do not let you.");
    }
  }

  @Test
  void aStreamThatFailsIsNamed() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Input/output error");
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            return read();
          }
        };
    assertThat(fault(() -> LessonReader.readAll(failing)))
        .isEqualTo("it cannot be read: Input/output error.");
  }

  /** A few bytes over and over, so that a test needs no 50 MB of its own. */
  private static final class Repeating extends InputStream {
    private final byte[] unit;
    private int left;
    private int at;

    Repeating(byte[] unit, int length) {
      this.unit = unit;
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? unit[at++ % unit.length] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      int count = 0;
      for (int next = 0; count < length && (next = read()) >= 0; count++) {
        target[offset + count] = (byte) next;
      }
      return count == 0 ? -1 : count;
    }
  }
}
