package org.gradloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gradloom.KnownLessons;
import org.gradloom.data.TableOutcome;
import org.gradloom.derivation.Derivation;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.LessonReader;
import org.gradloom.files.LessonWriter;
import org.gradloom.files.PackReader;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Numbers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandsTest {
  @TempDir private Path folder;
  private final InProcess process = new InProcess();
  private String h;
  private String twoLayers;

  @BeforeEach
  void writeDocuments() {
    h = save("h", BuiltInLessons.read("h"));
    twoLayers = save("two-layers", KnownLessons.twoLayers().withTitle("Two layers"));
  }

  private String save(String name, Lesson lesson) {
    Path file = folder.resolve(name + ".gradloom.json");
    LessonWriter.save(lesson, file);
    return file.toString();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text.replace('\'', '"')).toString();
  }

  private void refuses(String sentence) {
    assertThat(process.out()).isEmpty();
    assertThat(process.err()).isEqualTo("gradloom: " + sentence + "\n");
  }

  // ---- explain
  // ------------------------------------------------------------------------------------

  @Test
  void explainTellsEachCellWithItsTerms() {
    assertThat(process.run("explain", h)).isZero();
    assertThat(process.err()).isEmpty();
    assertThat(process.out())
        .startsWith(
            "Four samples, one layer\n4 samples, 3 features; loss: upstream gradient U, sum")
        .containsSubsequence(
            "\nForward\n=======\n",
            "\nZ = X · W   4 × 2 · sample × neuron   layer1/z\n",
            "     7  −1\n    −6  −2\n",
            "  z₁₁ = x₁₁·w₁₁ + x₁₂·w₂₁ + x₁₃·w₃₁ = (−1)·(−1) + 3·2 + 0·(−1) = 1 + 6 + 0 = 7\n",
            "\nLoss\n====\n",
            "= 14 + 1 − 18 + 4 + 5 + 10 + 2 − 14",
            "  dL/dz₁₁ = u₁₁ = 2\n",
            "\nBackward\n========\n",
            "0·(−1) + 1·(−2) + 0·(−2) + 2·(−2)",
            "0 − 2 + 0 − 4 = −6\n",
            "\nUpdate\n======\n");
    assertThat(process.out().lines()).allMatch(line -> line.length() <= 100);
  }

  /** σ of 0 is ½: σ(½) = 0.622, and its term ½ + ln(1 + e^−½) − ½·t. */
  @Test
  void aSigmoidAppliedTwiceIsSaidInOneSentence() throws IOException {
    String twice =
        file(
            "twice.json",
            "{'gradloom': 1, 'x': [[0]], 'layers': [{'w': [[1]], 'activation': 'sigmoid'}],"
                + " 'loss': {'kind': 'sigmoid-cross-entropy', 'reduction': 'sum',"
                + " 'targets': [[1]]}, 'learningRate': 1}");
    String sentence =
        "sigmoid is applied twice: the last layer has it, and sigmoid cross-entropy applies it once"
            + " more to what should be logits.\n";
    assertThat(process.run("compute", twice)).isZero();
    assertThat(process.err()).isEqualTo(sentence);
    InProcess check = new InProcess();
    assertThat(check.run("check", twice)).isZero();
    assertThat(check.err()).isEqualTo(sentence);
    InProcess explain = new InProcess();
    assertThat(explain.run("explain", twice)).isZero();
    assertThat(explain.out()).contains(sentence);
    String trained =
        Files.readString(Path.of(twice))
            .replace(
                "\"learningRate\": 1}",
                "\"learningRate\": 1, \"training\": {\"optimizer\": {\"kind\": \"sgd\","
                    + " \"learningRate\": 1}, \"batchSize\": 1, \"epochs\": 1}}");
    InProcess train = new InProcess();
    assertThat(train.run("train", file("two.json", "[" + training(1, 1) + "," + trained + "]")))
        .isZero();
    assertThat(train.err()).isEqualTo("document [1] of the array: " + sentence);
  }

  /** exp(−800) is 0 to a double, and what was given no probability did happen. */
  @Test
  void aProbabilityOfZeroForWhatHappenedIsNamed() throws IOException {
    String impossible =
        file(
            "impossible.json",
            "{'gradloom': 1, 'x': [[1], [800]], 'layers': [{'w': [[1, 0]],"
                + " 'activation': 'softmax'}], 'loss': {'kind': 'cross-entropy',"
                + " 'reduction': 'sum', 'labels': [0, 1]}, 'learningRate': 1}");
    assertThat(process.run("compute", impossible)).isEqualTo(2);
    assertThat(process.err())
        .contains("sample 2 gives class 2 the probability 0, but its target is 1:");
  }

  /** Sample 1 is learned, and then comes sample 2, to whose class exp(−800) is given. */
  @Test
  void trainingNamesWhatWasImpossibleWithItsStep() throws IOException {
    String impossible =
        file(
            "impossible.json",
            "{'gradloom': 1, 'x': [[0], [800]], 'layers': [{'w': [[1, 0]],"
                + " 'activation': 'softmax'}], 'loss': {'kind': 'cross-entropy',"
                + " 'reduction': 'sum', 'labels': [0, 1]}, 'learningRate': 1, 'training':"
                + " {'optimizer': {'kind': 'sgd', 'learningRate': 1}, 'batchSize': 1,"
                + " 'epochs': 1}}");
    assertThat(process.run("train", impossible)).isEqualTo(1);
    refuses(
        "training stopped at step 2: sample 2 gives class 2 the probability 0, but its target is 1:"
            + " the logarithm of 0 makes the loss infinite.");
  }

  /** Where the class is all but impossible, ln a is steep, and h stays within what is left of a. */
  @Test
  void checkHoldsWhereALogarithmIsSteep() throws IOException {
    String steep =
        file(
            "steep.json",
            "{'gradloom': 1, 'x': [[12]], 'layers': [{'w': [[1, 0]], 'activation': 'softmax'}],"
                + " 'loss': {'kind': 'cross-entropy', 'reduction': 'mean-all',"
                + " 'l2': {'lambda': 0.5, 'perRow': true}, 'labels': [1]}, 'learningRate': 1}");
    assertThat(process.run("check", steep)).isZero();
    assertThat(process.out())
        .contains("dL/dZ = A ⊙ (dL/dA − rowsum(A ⊙ dL/dA))", "All 7 gradients agree");
  }

  /** Where a sample is a column, what softmax adds for each sample is a column's sum. */
  @ParameterizedTest
  @CsvSource({"XW, rowsum", "XWt, rowsum", "WX, colsum", "WtX, colsum"})
  void softmaxAddsOverTheOutputsOfASampleAsTheConventionWritesIt(String convention, String sum)
      throws IOException {
    String square =
        file(
            convention + ".json",
            "{'gradloom': 1, 'convention': '"
                + convention
                + "', 'x': [[1, 2], [3, 4]], 'layers': [{'w': [[1, 0], [0, 1]],"
                + " 'activation': 'softmax'}], 'loss': {'kind': 'cross-entropy',"
                + " 'reduction': 'sum', 'labels': [0, 1]}, 'learningRate': 1}");
    assertThat(process.run("explain", square)).isZero();
    assertThat(process.out()).contains("dL/dZ = A ⊙ (dL/dA − " + sum + "(A ⊙ dL/dA))");
  }

  /** x = w = 1 and t = 0: L = ½·1² + ½·0.1·w², or + 0.1·w², of which the gradient is 2·0.1·w. */
  @ParameterizedTest
  @CsvSource({
    "true, ½·0.1·1, 1·1 + 0.1·1 = 1 + 0.1 = 1.1",
    "false, 0.1·1, 1·1 + 2·0.1·1 = 1 + 0.2 = 1.2"
  })
  void thePenaltysNumbersStandApart(String half, String term, String gradient) throws IOException {
    String penalized =
        file(
            "l2.json",
            "{'gradloom': 1, 'x': [[1]], 'layers': [{'w': [[1]]}],"
                + " 'loss': {'kind': 'squared-error', 'reduction': 'sum', 'l2': {'lambda': 0.1,"
                + " 'half': "
                + half
                + "}, 'targets': [[0]]}, 'learningRate': 1}");
    assertThat(process.run("explain", penalized)).isZero();
    assertThat(process.out()).contains(" + " + term + " = ", " = " + gradient + "\n");
  }

  /** x = w = 1 and t = 0, as above, with 0.1·|w| and its slope 0.1·sign(w); w = 0 has none. */
  @ParameterizedTest
  @CsvSource({
    "1, 0.1·1, 1·1 + 0.1·sign(1) = 1 + 0.1 = 1.1",
    "-1, 0.1·1, 1·(−1) + 0.1·sign(−1) = −1 − 0.1 = −1.1",
    "0, 0.1·0, 1·0 + 0.1·sign(0) = 0 + 0 = 0"
  })
  void anL1DrawsByASign(String w, String term, String gradient) throws IOException {
    String penalized =
        file(
            "l1.json",
            "{'gradloom': 1, 'x': [[1]], 'layers': [{'w': [[%s]]}], 'loss': {'kind':".formatted(w)
                + " 'squared-error', 'reduction': 'sum', 'l1': {'lambda': 0.1}, 'targets':"
                + " [[0]]}, 'learningRate': 1}");
    assertThat(process.run("explain", penalized)).isZero();
    assertThat(process.out())
        .contains("L1 penalty on weights with λ₁ = 0.1: λ₁ Σ |W|")
        .contains(" + " + term + " = ", " = " + gradient + "\n");
    assertThat(process.run("check", penalized)).isZero();
  }

  /** The second unit is dropped: z = 2·3·1 + 0, and blame goes back to the first alone. */
  @Test
  void aMaskIsComputedWithAndExportedAndADroppingTrainingIsNot() throws IOException {
    String layers =
        "'layers': [{'w': [[3, 5]], %s 'activation': 'relu'}, {'w': [[1], [7]]}], 'loss':"
            + " {'kind': 'squared-error', 'reduction': 'sum', 'targets': [[2]]},"
            + " 'learningRate': 1";
    String start = "{'gradloom': 1, 'x': [[1]], ";
    String masked = file("mask.json", start + layers.formatted("'mask': [[2, 0]],") + "}");
    assertThat(process.run("compute", masked)).isZero();
    assertThat(process.out()).contains("A₁ = g(Z₁) ⊙ M₁\n  6  0\n");
    assertThat(process.run("check", masked)).isZero();
    Path program = folder.resolve("mask.py");
    assertThat(process.run("export", masked, "--to", program.toString())).isZero();
    assertThat(Files.readString(program))
        .contains("A1 = M1 * np.maximum(Z1, 0)", "dZ1 = M1 * dA1 * (Z1 > 0)");
    String plan =
        ", 'training': {'optimizer': {'kind': 'sgd', 'learningRate': 0.5}, 'batchSize': 1,"
            + " 'epochs': 1, 'dropout': 0.5}}";
    String training = file("dropout.json", start + layers.formatted("") + plan);
    Path refused = folder.resolve("dropout.py");
    assertThat(process.run("export", training, "--to", refused.toString())).isNotZero();
    assertThat(process.err()).contains("Training with dropout is not written as a program");
  }

  /** w = 1e-7 passes 0 within ±1e-5, on whose two sides |w| has other slopes. */
  @Test
  void checkNamesAWeightThatPassesTheKinkOfItsSize() throws IOException {
    String penalized =
        file(
            "kink.json",
            "{'gradloom': 1, 'x': [[1]], 'layers': [{'w': [[1e-7]]}], 'loss': {'kind':"
                + " 'squared-error', 'reduction': 'sum', 'l1': {'lambda': 0.1}, 'targets':"
                + " [[0]]}, 'learningRate': 1}");
    assertThat(process.run("check", penalized)).isZero();
    assertThat(process.out()).contains("kink: layer1/w/1,1 passes 0 within ±");
  }

  /** x = 1, w = 2 and b = 1 frozen, t = 0: dL/dw = 3 + λw = 4, and L = 4.5 + ½·0.5·2². */
  @Test
  void trainLeavesFrozenParametersAndCountsThePenalty() throws IOException {
    String frozen =
        file(
            "frozen.json",
            "{'gradloom': 1, 'x': [[1]], 'layers': [{'w': [[2]], 'b': [1], 'frozen': ['b']}],"
                + " 'loss': {'kind': 'squared-error', 'reduction': 'sum',"
                + " 'l2': {'lambda': 0.5}, 'targets': [[0]]}, 'learningRate': 0.5, 'training':"
                + " {'optimizer': {'kind': 'sgd', 'learningRate': 0.5}, 'batchSize': 1,"
                + " 'epochs': 1}}");
    assertThat(process.run("train", "--json", frozen)).isZero();
    // w = 2 − 0.5·4 = 0, and then a = 1.
    assertThat(process.out().replaceAll("\\s", ""))
        .isEqualTo("{\"stepLosses\":[5.5],\"finalLoss\":0.5,\"layers\":[{\"w\":[[0]],\"b\":[1]}]}");
  }

  @Test
  void explainTellsEachTermWithItsReason() {
    assertThat(process.run("explain", "--step", "term", twoLayers)).isZero();
    assertThat(process.out())
        .contains(
            "    term 2: x₁₂·w⁽¹⁾₂₁ = 2·1; z⁽¹⁾₁₁ so far 3\n",
            "Input 2 adds x₁₂ = 2 times w⁽¹⁾₂₁ = 1, which is 2: in all 3.")
        .doesNotContain("<l>", "<r>", "<o>", "<b>");
    assertThat(process.out().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void explainTellsMatricesAlone() {
    assertThat(process.run("explain", "--step=matrix", h)).isZero();
    assertThat(process.out()).contains("dL/dW = Xᵀ · dL/dZ").doesNotContain("x₁₁");
  }

  @Test
  void explainSummarisesWhatIsLarge() throws IOException {
    String row = "[" + "1, ".repeat(16) + "-2]";
    String large =
        file(
            "large.json",
            "{'gradloom': 1, 'x': ["
                + row
                + "], 'layers': [{'w': ["
                + "[2],".repeat(16)
                + "[3]]}], 'loss': {'kind': 'given', 'upstream': [[1]]}, 'learningRate': 1}");
    assertThat(process.run("explain", large)).isZero();
    assertThat(process.out())
        .contains(
            "1×17 numbers, from −2 to 1, 0.823529 on average",
            "too large to list; its first cell:\n  dL/dw₁₁ = x₁₁·dz₁₁ = 1·1 = 1\n",
            "= 1·2 + 1·2 + 1·2 + 1·2 + 1·2 + 1·2 + 1·2 + 1·2 + 1·2");
  }

  @Test
  void explainInAscii() {
    assertThat(process.withAscii().run("explain", twoLayers)).isZero();
    assertThat(process.out()).contains("dL/dW2", "A1^T * dL/dZ2", "(.) g'(Z1)");
    assertThat(process.out().chars()).allMatch(c -> c < 0x80);
    assertThat(process.out()).doesNotContain("?");
  }

  @Test
  void everyTermOfEveryWalkIsToldAndHasItsAscii() throws IOException {
    JsonNode documents =
        new JsonMapper().readTree(Path.of("src/test/resources/golden/gradient.json"));
    for (JsonNode document : documents) {
      String file = file("one.json", document.toString());
      InProcess fresh = new InProcess().withAscii();
      assertThat(fresh.run("explain", "--step", "term", file)).isZero();
      assertThat(fresh.out()).doesNotContain("?", "NaN", "null", "<l>", "<o>");
      assertThat(fresh.out())
          .contains(
              Derivation.of(LessonReader.read(Path.of(file))).sections().stream()
                  .map(section -> section.result().toString())
                  .toList());
    }
  }

  @Test
  void anUnknownStepIsRefused() {
    assertThat(process.run("explain", h, "--step", "phase")).isEqualTo(2);
    refuses("--step is “phase” but must be term, cell or matrix.");
  }

  // ---- lesson
  // -------------------------------------------------------------------------------------

  @Test
  void lessonTellsABuiltInOneByItsNumberOrNameAndOneInAFile() {
    assertThat(process.run("lesson", "5")).isZero();
    assertThat(process.out())
        .startsWith("Lesson 5 · Add the cards\n")
        .contains("\n  What is dL/dw₃₂?\n")
        .doesNotContain("Answer:");
    InProcess named = new InProcess();
    assertThat(named.run("lesson", "add-the-cards")).isZero();
    assertThat(named.out()).isEqualTo(process.out());
    InProcess inFile = new InProcess();
    assertThat(inFile.run("lesson", save("mine", BuiltInLessons.read("add-the-cards")))).isZero();
    assertThat(inFile.out()).isEqualTo(process.out());
    InProcess answered = new InProcess();
    assertThat(answered.run("lesson", "5", "--answers")).isZero();
    assertThat(answered.out()).contains("\n  Answer: −6\n");
  }

  /** A question mark is all that ASCII has for what is covered. */
  @Test
  void everyLessonCanBeToldInAscii() {
    for (String name : BuiltInLessons.lessons().keySet()) {
      InProcess whole = new InProcess();
      whole.run("lesson", name, "--answers");
      InProcess ascii = new InProcess().withAscii();
      ascii.run("lesson", name, "--answers");
      long marks =
          whole.out().chars().filter(c -> c == '?' || c == Numbers.BLANK.charAt(0)).count();
      assertThat(ascii.out().chars().filter(c -> c == '?')).as(name).hasSize((int) marks);
    }
  }

  @Test
  void lessonRefusesWhatTellsNothing() {
    assertThat(process.run("lesson", "15")).isEqualTo(2);
    refuses(
        "15 is neither a file nor a built-in lesson: give a path, a number from 1 to 14, or a name"
            + " such as add-the-cards.");
    InProcess silent = new InProcess();
    assertThat(silent.run("lesson", h)).isEqualTo(2);
    assertThat(silent.err())
        .isEqualTo("gradloom: there is no beat in it: gradloom explain tells its derivation.\n");
  }

  // ---- compute
  // ------------------------------------------------------------------------------------

  @Test
  void computePrintsEveryMatrixAligned() {
    assertThat(process.run("compute", twoLayers)).isZero();
    assertThat(process.out())
        .contains(
            """
            layer1/z   3×4   Z₁ = X · W₁
              3   1  4  −4
              1  −3  3  −3
              2   4  1  −1
            """,
            "layer2/z   3×1   Z₂ = A₁ · W₂   (= layer2/a)\n",
            "loss/L   1×1   L = loss(Z₂, T)\n  3\n",
            "(= layer1/dA)\n",
            "layer2/wNext   4×1   W₂′ = W₂ − η dL/dW₂\n   1.1\n  −1.7\n  −0.7\n   3\n");
  }

  @Test
  void computePrintsJson() throws IOException {
    String file =
        file(
            "third.json",
            "{'gradloom': 1, 'x': [['1/3']], 'layers': [{'w': [[1]], 'b': [-1]}],"
                + " 'loss': {'kind': 'given', 'upstream': [[1]]}, 'learningRate': 0.5}");
    assertThat(process.run("compute", "--json", file)).isZero();
    assertThat(process.out().replaceAll("\\s+", ""))
        .isEqualTo(
            "{\"loss\":-0.6666666666666667,\"layers\":[{\"z\":[[-0.6666666666666667]],"
                + "\"a\":[[-0.6666666666666667]],\"dA\":[[1]],\"dZ\":[[1]],"
                + "\"dW\":[[0.3333333333333333]],\"dB\":[1],\"dX\":[[1]],"
                + "\"wNext\":[[0.8333333333333334]],\"bNext\":[-1.5]}]}");
  }

  @Test
  void computeAnswersAnArrayWithAnArray() throws IOException {
    String text = Files.readString(Path.of(h));
    String array = file("array.json", "[" + text + "," + text + "]");
    assertThat(process.run("compute", array)).isZero();
    assertThat(process.out())
        .startsWith("document [0]\nFour samples, one layer")
        .contains("\n\ndocument [1]\n");
    InProcess json = new InProcess();
    assertThat(json.run("compute", array, "--json")).isZero();
    assertThat(json.out()).startsWith("[\n  {\n    \"loss\": 4,").endsWith("\n]\n");
  }

  @Test
  void overflowIsNamedAndNothingPrinted() throws IOException {
    String file =
        file(
            "huge.json",
            "{'gradloom': 1, 'x': [[1e200]], 'layers': [{'w': [[1e200]]}],"
                + " 'loss': {'kind': 'given', 'upstream': [[1]]}, 'learningRate': 1}");
    for (String command : new String[] {"compute", "explain", "check"}) {
      InProcess fresh = new InProcess();
      assertThat(fresh.run(command, file)).isEqualTo(2);
      assertThat(fresh.out()).isEmpty();
      assertThat(fresh.err())
          .isEqualTo(
              "gradloom: layer1/z overflows: the numbers of Z grow beyond 1.8e308. Use smaller"
                  + " ones.\n");
    }
  }

  // ---- train
  // --------------------------------------------------------------------------------------

  /** x = 2, w = 3, target 5: a = 6, L = ½, dL/dw = 2; a rate of 0.25 reaches the target at once. */
  private static String training(double rate, int epochs) {
    return "{'gradloom': 1, 'title': 'One weight', 'x': [[2]], 'layers': [{'w': [[3]]}],"
        + " 'loss': {'kind': 'squared-error', 'targets': [[5]], 'reduction': 'sum'},"
        + " 'learningRate': 1, 'training': {'optimizer': {'kind': 'sgd', 'learningRate': "
        + rate
        + "}, 'batchSize': 4, 'epochs': "
        + epochs
        + "}}";
  }

  @Test
  void trainPrintsTheLossesAndTheWeights() throws IOException {
    assertThat(process.run("train", file("one.json", training(0.125, 2)))).isZero();
    assertThat(process.err()).isEmpty();
    assertThat(process.out())
        .isEqualTo(
            """
            One weight
            2 steps taken. The loss of a mini-batch was 0.5 before the first update and 0.125 before\
             the last; over all rows it is now 0.03125.
            On the training row: RMSE 0.25.

            layer1/w   1×1
              2.625
            """);
  }

  @Test
  void trainSaysWhatTheWeightsAreWorthOnTrainingAndTestRows() throws IOException {
    Path regression = Path.of("src/test/resources/golden/regression.json");
    assertThat(process.run("train", regression.toString())).isZero();
    // As PyTorch has it: 0.623277…, 0.934034…, 0.513355… and 0.972998…
    assertThat(process.out())
        .contains(
            """
            On the 32 training rows: RMSE 0.623, R² 0.934.
            On the 8 test rows: RMSE 0.513, R² 0.973.
            """)
        .contains("On the 14 training rows: RMSE 0.318, R² 0.946.");

    InProcess classes = new InProcess();
    String spirals = Files.readString(Path.of("src/test/resources/golden/training.json"));
    assertThat(spirals).contains("softmax-cross-entropy");
    assertThat(classes.run("train", file("classes.json", spirals))).isZero();
    assertThat(classes.out())
        .containsPattern("On the \\d+ training rows: accuracy \\d+\\.\\d %\\.");
  }

  @Test
  void trainSaysWhyTestRowsAreNotKnown() throws IOException {
    String lost =
        training(0.125, 2)
            .replace("'epochs'", "'data': {'set': 'csv', 'file': '/nowhere.csv'}, 'epochs'");
    assertThat(process.run("train", file("lost.json", lost))).isZero();
    assertThat(process.out())
        .contains(
            """
            On the training row: RMSE 0.25.
            The rows that were kept for testing are not known: /nowhere.csv does not exist: give the path of a CSV file.
            """);
  }

  @Test
  void trainingOnABlasSaysWhoseProductsTheyAre() throws IOException {
    // The bench of these tests has none.
    assertThat(process.run("train", "--blas", file("one.json", training(0.125, 2)))).isZero();
    assertThat(process.err())
        .isEqualTo("No BLAS to use on this machine: the products are Gradloom’s own.\n");
    InProcess plain = new InProcess();
    plain.run("train", file("one.json", training(0.125, 2)));
    assertThat(process.out()).isEqualTo(plain.out());
    assertThat(plain.err()).isEmpty();
  }

  @Test
  void trainPrintsJson() throws IOException {
    assertThat(process.run("train", "--json", file("one.json", training(0.25, 2)))).isZero();
    assertThat(process.out().replaceAll("\\s+", ""))
        .isEqualTo("{\"stepLosses\":[0.5,0],\"finalLoss\":0,\"layers\":[{\"w\":[[2.5]]}]}");
  }

  @Test
  void trainAnswersAnArrayWithAnArray() throws IOException {
    String array = file("array.json", "[" + training(0.25, 1) + "," + training(0.5, 3) + "]");
    assertThat(process.run("train", array)).isZero();
    assertThat(process.out())
        .startsWith("document [0]\nOne weight\nOne step taken.")
        .contains("\n\ndocument [1]\nOne weight\n3 steps taken.");
    InProcess json = new InProcess();
    assertThat(json.run("train", array, "--json")).isZero();
    assertThat(json.out()).startsWith("[\n  {\n    \"stepLosses\": [0.5],").endsWith("\n]\n");
  }

  @Test
  void aDocumentWithoutTrainingIsNotTrained() throws IOException {
    String wanting =
        "training is missing: to be trained, a document needs training with an optimizer, a"
            + " batchSize and epochs.";
    assertThat(process.run("train", h)).isEqualTo(2);
    refuses(wanting);
    InProcess array = new InProcess();
    String two = file("two.json", "[" + training(1, 1) + "," + Files.readString(Path.of(h)) + "]");
    assertThat(array.run("train", two)).isEqualTo(2);
    assertThat(array.out()).isEmpty();
    assertThat(array.err()).isEqualTo("gradloom: document [1] of the array: " + wanting + "\n");
  }

  @Test
  void divergenceNamesTheStepAndPrintsNothing() throws IOException {
    // Each step makes the error 4e200 − 1 times as large: the second one's square overflows.
    assertThat(process.run("train", "--json", file("one.json", training(1e200, 9)))).isEqualTo(1);
    refuses(
        "training diverged at step 2: its numbers grew beyond 1.8e308. Try a smaller learning"
            + " rate.");
  }

  @Test
  void aLossOverAllRowsThatIsNotFiniteIsADivergenceOfTheLastStep() throws IOException {
    assertThat(process.run("train", file("one.json", training(1e200, 1)))).isEqualTo(1);
    assertThat(process.err()).startsWith("gradloom: training diverged at step 1: ");
    assertThat(process.out()).isEmpty();
  }

  @Test
  void aTrainedLargeMatrixIsSummedUp() throws IOException {
    String zeros = "[0" + ", 0".repeat(16) + "]";
    String large =
        file(
            "large.json",
            training(0.25, 1)
                .replace("[[3]]", "[" + zeros + "]")
                .replace("[[5]]", "[" + zeros + "]"));
    assertThat(process.run("train", large)).isZero();
    assertThat(process.out())
        .contains("layer1/w   1×17\n  1×17 numbers, from 0 to 0, 0 on average\n");
  }

  @Test
  void aShortRunLeavesNoProgressBehind() throws IOException {
    assertThat(process.withReader().run("train", file("one.json", training(0.25, 2)))).isZero();
    assertThat(process.err()).isEmpty();
  }

  // ---- check
  // --------------------------------------------------------------------------------------

  @Test
  void checkComparesEveryGradient() {
    assertThat(process.run("check", twoLayers)).isZero();
    assertThat(process.out())
        .contains("layer1/dW\n", "layer2/dX\n", "relative error")
        .containsPattern("  2,3 +−1 +−1 +\\S+\n")
        .containsPattern(
            "The largest relative error is \\S+e−1\\d, at layer\\S+\\. All 45 gradients agree"
                + " with the central differences\\.\n$");
  }

  @Test
  void checkNamesAKink() throws IOException {
    String file =
        file(
            "kink.json",
            "{'gradloom': 1, 'x': [[1, -1]], 'layers': [{'w': [[2], [2]], 'activation': 'relu'}],"
                + " 'loss': {'kind': 'given', 'upstream': [[3]]}, 'learningRate': 1}");
    assertThat(process.run("check", file)).isZero();
    assertThat(process.out())
        .contains(
            "kink: layer1/z/1,1 passes 0 within ±1e−5", "5 stand at a kink and were left out.");
  }

  @Test
  void checkSaysWhereALossIsTooLargeForItsNudge() throws IOException {
    String file =
        file(
            "huge.json",
            "{'gradloom': 1, 'x': [[1, 1]], 'layers': [{'w': [[2, 1], [2, 1]]}],"
                + " 'loss': {'kind': 'given', 'upstream': [[1e23, 3]]}, 'learningRate': 1}");
    assertThat(process.run("check", file)).isZero();
    assertThat(process.out())
        .contains("L is too large for h = 1e−5: rounding eats the difference")
        .contains("All 5 gradients agree with the central differences. 3 were left out, since L");
  }

  // ---- the window
  // ---------------------------------------------------------------------------------

  @Test
  void withoutArgumentsTheWindowOpensOnWhatWasLast() {
    assertThat(process.run()).isZero();
    assertThat(process.opened()).containsExactly(new WindowOpener.Last());
  }

  @Test
  void theWindowOpensOnATable() throws IOException {
    Path table = folder.resolve("points.csv");
    Files.writeString(table, "kind,size\na,1.5\nb,2.5\na,3.5\nb,4.5\n");
    assertThat(process.run(table.toString())).isZero();
    assertThat(process.opened())
        .singleElement()
        .isInstanceOfSatisfying(
            WindowOpener.OfTable.class,
            opened -> assertThat(opened.outcome()).isInstanceOf(TableOutcome.Read.class));

    // Another target can be chosen in the window.
    Files.writeString(table, "kind,size\na,1.5\na,2.5\na,3.5\n");
    assertThat(process.run(table.toString())).isZero();
    assertThat(process.opened()).hasSize(2);

    Files.writeString(table, "kind,size\na,1.5\nb\na,3.5\n");
    assertThat(process.run(table.toString())).isEqualTo(2);
    assertThat(process.err()).contains("line 3 has 1 field, the others 2");
  }

  @Test
  void theWindowOpensOnAFile() {
    assertThat(process.run(h)).isZero();
    assertThat(process.opened())
        .containsExactly(new WindowOpener.InFile(BuiltInLessons.read("h"), Path.of(h)));
  }

  @Test
  void theWindowOpensOnAFileAtAPlace() {
    assertThat(process.run(h, "--at", "layer1/dW/3,2/term2")).isZero();
    WindowOpener.At start = (WindowOpener.At) process.opened().getFirst();
    assertThat(start.file()).contains(Path.of(h));
    assertThat(start.derivation().lesson()).isEqualTo(BuiltInLessons.read("h"));
    assertThat(start.at()).isEqualTo(Place.parse("layer1/dW/3,2/term2"));
  }

  private String pack(String kind) throws IOException {
    return Files.writeString(
            folder.resolve("week3.json"),
            """
            {"gradloom-pack": 1, "title": "Week 3", "intro": "By hand.", "items": [{"kind": "%s"}]}
            """
                .formatted(kind))
        .toString();
  }

  @Test
  void theWindowOpensOnAPack() throws IOException {
    String file = pack("db");
    assertThat(process.run(file)).isZero();
    assertThat(process.opened())
        .containsExactly(new WindowOpener.OfPack(PackReader.read(Path.of(file)), Path.of(file)));
    assertThat(process.run(file, "--at", "layer1/dW")).isEqualTo(2);
    refuses("A pack of exercises has no place layer1/dW: leave --at out.");
  }

  @Test
  void aBrokenPackOpensNoWindow() throws IOException {
    String file = pack("dw");
    assertThat(process.run(file)).isEqualTo(2);
    assertThat(process.opened()).isEmpty();
    assertThat(process.err())
        .startsWith("gradloom: " + file + ": items[0].kind")
        .contains("dw-cell");
  }

  @Test
  void withoutADisplayAPackIsPrinted() throws IOException {
    assertThat(process.withoutDisplay().run(pack("db"))).isZero();
    assertThat(process.err()).endsWith(" Here are its exercises as text.\n");
    assertThat(process.out())
        .startsWith("Week 3\nBy hand.\n\n")
        .contains("db, seed 1 (XW, level 3)\nWhat is dL/db?", "dL/dZ   5×2")
        .endsWith("See gradloom --help.\n");
  }

  @Test
  void aPlaceWithoutAFileIsOneOfTheFirstLesson() {
    assertThat(process.run("--at=layer1/dW/3,2")).isZero();
    WindowOpener.At start = (WindowOpener.At) process.opened().getFirst();
    assertThat(start.file()).isEmpty();
    assertThat(start.derivation().lesson()).isEqualTo(BuiltInLessons.read("h"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layer1/dW/4,1 | There is no place layer1/dW/4,1: layer1/dW is 3×2.",
        "layer1/dW/1,1/term5 | There is no place layer1/dW/1,1/term5: a cell there has 4 terms.",
        "layer2/z | There is no place layer2/z: this network has one layer.",
        "dW | “dW” is not a place: write one such as layer1/dW/3,2/term2.",
        "layer1/x | There is no step at layer1/x: it is an input, which is given and not computed."
      })
  void aPlaceThatIsNoneIsRefused(String place, String sentence) {
    assertThat(process.run(h, "--at", place)).isEqualTo(2);
    assertThat(process.opened()).isEmpty();
    refuses(sentence);
  }

  @Test
  void withoutADisplayTheWalkIsTold() {
    assertThat(process.withoutDisplay().run(twoLayers)).isZero();
    assertThat(process.err())
        .isEqualTo(
            "There is no display here (DISPLAY is not set), so no window opens. Here is the walk"
                + " as text.\n");
    assertThat(process.out())
        .startsWith("Two layers")
        .contains("Update\n======")
        .endsWith(
            "\n"
                + "Commands that need no window: gradloom lesson 1, gradloom explain FILE, gradloom"
                + " compute FILE, gradloom train FILE, gradloom check FILE. See gradloom"
                + " --help.\n");
  }

  @Test
  void withoutADisplayAndWithoutAFileTheFirstLessonIsTold() {
    assertThat(process.withoutDisplay().run()).isZero();
    assertThat(process.out()).startsWith("Four samples, one layer");
  }

  @Test
  void aMissingLibraryIsNamed() {
    assertThat(process.withoutLibraries().run(h)).isEqualTo(1);
    refuses("The window needs a: please install b (Debian, Ubuntu), c (Fedora) or d (Arch).");
  }

  @Test
  void aNamedDocumentThatNoWindowShowsIsBadInput() {
    assertThat(process.withoutWindow("file.theDocument").run(h)).isEqualTo(2);
    refuses("the document");
  }

  @Test
  void whatNoWindowShowsThoughNobodyNamedItIsAFailure() {
    assertThat(process.withoutWindow("file.theDocument").run()).isEqualTo(1);
    refuses("the document");
  }

  // ---- help and bad usage
  // -------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h"})
  void helpNamesWhatThereIs(String option) {
    assertThat(process.run(option)).isZero();
    assertThat(process.out())
        .startsWith("Usage: gradloom [--at=PLACE] [FILE]\n       gradloom COMMAND FILE\n")
        .contains("explain", "compute", "train", "check", "export", "mark", "--version")
        .doesNotContain("\r");
  }

  @Test
  void eachCommandHasItsHelp() {
    for (String command : new String[] {"explain", "compute", "train", "check", "mark"}) {
      InProcess fresh = new InProcess();
      assertThat(fresh.run(command, "--help")).isZero();
      assertThat(fresh.out()).startsWith("Usage: gradloom " + command + " [");
    }
  }

  @Test
  void theVersionIsPrinted() {
    assertThat(process.run("--version")).isZero();
    assertThat(process.out()).isEqualTo("Gradloom 9.9\n");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "explain, FILE is missing: see gradloom explain --help.",
        "compute --json, FILE is missing: see gradloom compute --help.",
        "compute --xml f, there is no option --xml: see gradloom compute --help.",
        "--at, --at needs a value: see gradloom --help.",
        "f g, “g” is one argument too many: see gradloom --help.",
        "exlain f, “f” is one argument too many: see gradloom --help.",
        "check f g, “g” is one argument too many: see gradloom check --help.",
        "--at x --at y, \"--at is given twice: give it once, see gradloom --help.\"",
        "compute --json=5 f, an option has a value but takes none: see gradloom compute --help.",
        "compute @none, \"@none does not exist: give the path of a Gradloom document.\"",
      })
  void badUsageIsOneLine(String line, String sentence) {
    assertThat(process.run(line.split(" "))).isEqualTo(2);
    refuses(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"explain", "compute", "train", "check", ""})
  void aBrokenDocumentIsOneLine(String command) throws IOException {
    String broken = file("broken.json", "{'gradloom': 1, 'x': [[1, 'a']]}");
    String[] line = command.isEmpty() ? new String[] {broken} : new String[] {command, broken};
    assertThat(process.run(line)).isEqualTo(2);
    refuses(
        broken
            + ": x[0][1] is the text “a” but must be a number without quotation marks, or a"
            + " fraction such as \"1/3\".");
  }

  @Test
  void anEmptyNameIsRefused() {
    assertThat(process.run("compute", "")).isEqualTo(2);
    refuses("FILE is missing: see gradloom --help.");
  }

  @Test
  void controlCharactersOfADocumentDoNotReachTheTerminal() throws IOException {
    String text = Files.readString(Path.of(h)).replace("Four", "\\u001b[31mFour\\u0007");
    assertThat(process.run("explain", file("evil.json", text))).isZero();
    assertThat(process.out()).startsWith(" [31mFour  samples").doesNotContain("\u001b");
  }

  // ---- the output
  // ---------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(strings = {"explain", "compute", "check"})
  void aReaderThatStopsIsNoFailure(String command) {
    assertThat(process.withFailingOutput("Broken pipe").run(command, h)).isZero();
    assertThat(process.err()).isEmpty();
  }

  @Test
  void outputThatCannotBeWrittenIsSaid() {
    int code = process.withFailingOutput("No space left on device").run("compute", "--json", h);
    assertThat(code).isEqualTo(1);
    assertThat(process.err())
        .isEqualTo("gradloom: the output cannot be written: No space left on device\n");
  }
}
