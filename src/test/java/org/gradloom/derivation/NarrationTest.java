package org.gradloom.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gradloom.KnownLessons;
import org.gradloom.RandomLessons;
import org.gradloom.engine.Trace;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Repetition;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.L1;
import org.gradloom.rule.L2;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.Rowwise;
import org.gradloom.text.Markup;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

class NarrationTest {
  private static final Texts TEXTS = Texts.english();
  private static final Lesson LESSON_H = KnownLessons.lessonHWithBias();

  // ---- what is said of single steps ------------------------------------------------------------

  @Test
  void asksWhatACellAnswers() {
    assertQuestion("layer1/z/2,1", "What does neuron 1 make of sample 2?");
    assertQuestion("loss/L/1,1/term1", "Which loss has the upstream gradient U?");
    assertQuestion("loss/L", "How does L come about?");
    assertQuestion("layer1/dA/2,1", "Which upstream gradient has output 1 for sample 2?");
    assertQuestion("layer1/dW/3,2/term2", "How much does w₃₂ move the batch loss?");
    assertQuestion("layer1/dB/1,2", "How much does b₂ move the batch loss?");
    assertQuestion("layer1/dX/4,3", "How much does x₄₃ move the batch loss?");
    assertQuestion("layer1/wNext/3,2", "Where does w₃₂ go next?");
  }

  @Test
  void asksHowWrongTheNetworkIsOnlyWhereTheLossMeasuresThat() {
    Lesson measured = KnownLessons.softmax(Reduction.MEAN);
    assertThat(say(narration(measured, "loss/L/1,1/term1").question()))
        .isEqualTo("How wrong is the network on this batch?");
    assertThat(say(narration(measured, "layer1/dA/1,1").question()))
        .isEqualTo("Which way should output 1 move for sample 1?");
  }

  private static void assertQuestion(String place, String question) {
    assertThat(say(narration(LESSON_H, place).question())).isEqualTo(question);
  }

  @Test
  void saysWhereItStandsAsCoarselyAsItSteps() {
    Derivation derivation = Derivation.of(Trace.of(LESSON_H));
    Step term = derivation.at(Place.parse("layer1/dW/3,2/term2"));
    assertThat(where(term))
        .isEqualTo(
            "Backward · dL/dW · cell (3, 2) · term 2 of 4 — row 3 of Xᵀ meets column 2 of dL/dZ");
    assertThat(where(derivation.at(Place.parse("layer1/dW/3,2"))))
        .isEqualTo("Backward · dL/dW · cell (3, 2) — row 3 of Xᵀ meets column 2 of dL/dZ");
    assertThat(where(derivation.at(Place.parse("layer1/dW"))))
        .isEqualTo("Backward · dL/dW = Xᵀ · dL/dZ, every cell");
    assertThat(where(derivation.at(Granularity.PHASE, 2)))
        .isEqualTo("Backward, complete up to dL/dX");
    assertThat(where(derivation.at(Place.parse("layer1/z/1,2/term4"))))
        .isEqualTo("Forward · Z · cell (1, 2) · term 4 of 4 — the bias b₂ is added last");
  }

  private static String where(Step step) {
    return say(Narration.of(step).where());
  }

  @Test
  void saysWhatASampleAddsToAWeightsGradient() {
    assertWhy(
        LESSON_H,
        "layer1/dW/2,2/term1",
        "Sample 1 gave w₂₂ the input x₁₂ = 3, and the loss blames its output with dz₁₂ = −1:"
            + " together −3. w₂₂ reaches the loss only through z₁₂, z₂₂, z₃₂, z₄₂, once for each"
            + " sample. The batch loss adds the samples up, and that sum is a row times a column.");
    assertThat(say(narration(KnownLessons.masked(), "layer1/a/1,1").why()))
        .isEqualTo(
            "Dropout drops neuron 1 for sample 1: m⁽¹⁾₁₁ = 0 makes a⁽¹⁾₁₁ = 0, whatever"
                + " z⁽¹⁾₁₁ = 3 is. The next layer has to do without it.");
    assertThat(say(narration(KnownLessons.masked(), "layer1/dZ/1,1").why()))
        .isEqualTo(
            "What was dropped moved no loss, so the blame −3 stops at m⁽¹⁾₁₁ = 0: neuron 1 learns"
                + " nothing from sample 1.");
    Lesson twice = KnownLessons.twicePenalized();
    assertThat(say(narration(twice, "layer1/dW/1,1/term3").why()))
        .isEqualTo(
            "No sample brings this: the L1 penalty draws w₁₁ = −3 towards 0, with the same force"
                + " however large it is. Its derivative λ₁ · sign(w₁₁) adds −0.25, which is 0.25"
                + " with the sign of w₁₁. The cell ends at −5.75.");
    assertThat(say(narration(LESSON_H, "layer1/dW/3,2/term1").why()))
        .startsWith(
            "Sample 1 gave w₃₂ the input x₁₃ = 0: whatever the weight is, this sample’s loss does"
                + " not feel it.");
  }

  @Test
  void afterTheFirstTermOfACellSaysOnlyWhatTheNextOneAdds() {
    assertWhy(
        LESSON_H,
        "layer1/dW/3,2/term2",
        "Sample 2 adds x₂₃ = 1 times dz₂₂ = −2, which is −2: so far −2.");
    assertWhy(
        LESSON_H,
        "layer1/dW/3,2/term4",
        "Sample 4 adds x₄₃ = 2 times dz₄₂ = −2, which is −4: in all −6.");
    assertWhy(
        LESSON_H,
        "layer1/z/1,2/term2",
        "Input 2 adds x₁₂ = 3 times w₂₂ = −1, which is −3: so far −1.");
    assertWhy(
        LESSON_H,
        "layer1/dX/1,2/term2",
        "Neuron 2 adds dz₁₂ = −1 times w₂₂ = −1, which is 1: in all 5.");
    assertWhy(LESSON_H, "layer1/dB/1,2/term3", "Sample 3 adds dz₃₂ = −2: so far −5.");
    assertWhy(
        KnownLessons.twoLayers(),
        "loss/L/1,1/term2",
        "Sample 2 adds 2 for z⁽²⁾₂₁ = −2: so far 2.5.");
    assertThat(say(narration(LESSON_H, "layer1/z/1,2/term4").why()))
        .startsWith("b₂ = 0 is added for every sample alike");
  }

  @Test
  void introducesTheShortNameOfAGradientOnce() {
    assertThat(say(narration(LESSON_H, "layer1/dW/1,1/term1").why()))
        .endsWith(" Here dz₁₁ is short for dL/dz₁₁.");
    assertThat(say(narration(KnownLessons.twoLayers(), "layer2/dW/1,1/term1").why()))
        .endsWith(" Here dz⁽²⁾₁₁ is short for dL/dz⁽²⁾₁₁.");
    for (Lesson lesson : RandomLessons.any(24, 3)) {
      Derivation derivation = Derivation.of(lesson);
      assertThat(
              LongStream.range(0, derivation.size(Granularity.TERM))
                  .mapToObj(i -> say(Narration.of(derivation.at(Granularity.TERM, i)).why()))
                  .filter(why -> why.contains("is short for")))
          .hasSize(1);
    }
  }

  @Test
  void marksTheOperandsInTheSentence() {
    String sentence = TEXTS.say(narration(LESSON_H, "layer1/dW/2,2/term1").why());
    assertThat(Markup.runs(sentence))
        .contains(
            new Markup.Run("x₁₂ = 3", Markup.Style.LEFT),
            new Markup.Run("dz₁₂ = −1", Markup.Style.RIGHT),
            new Markup.Run("z₁₂, z₂₂, z₃₂, z₄₂", Markup.Style.STRONG),
            new Markup.Run("is", Markup.Style.STRONG));
  }

  @Test
  void saysWhatFallsBackOnAnInput() {
    assertWhy(
        LESSON_H,
        "layer1/dX/1,2/term1",
        "x₁₂ fed neuron 1 through w₂₁ = 2, and that neuron is blamed with dz₁₁ = 2: 4 of it"
            + " falls back on x₁₂. Sample 1 is blamed only for its own outputs: rows stay apart.");
  }

  @Test
  void saysWhichWayAnOutputIsOff() {
    Lesson lesson = KnownLessons.twoLayers();
    assertWhy(
        lesson,
        "layer2/dA/1,1",
        "Output minus target: z⁽²⁾₁₁ = −3 is too high, and the gradient is 1.");
    assertWhy(
        lesson,
        "layer2/dA/2,1",
        "Output minus target: z⁽²⁾₂₁ = −2 is too low, and the gradient is −2.");
    assertWhy(
        KnownLessons.softmax(Reduction.SUM),
        "layer1/dA/1,2",
        "Probability minus what was wanted: p₁₂ = 0.5 is too low, and the gradient is −0.5.");
    assertWhy(
        KnownLessons.softmax(Reduction.MEAN),
        "layer1/dA/1,2",
        "Probability minus what was wanted, divided once by the 2 samples: p₁₂ = 0.5 is too low,"
            + " and the gradient is −0.25. No further division will come.");
  }

  private static Lesson oneWeight(double x, Elementwise activation, Loss loss) {
    return new Lesson(
        "", Matrix.row(x), List.of(new Layer(Matrix.row(3), null, activation)), loss, 0.1);
  }

  private static Loss squared(double target, L2 l2) {
    return new Loss(
        LossKind.SQUARED_ERROR, new Target.Targets(Matrix.row(target)), Reduction.SUM, l2, L1.NONE);
  }

  @Test
  void saysOfWhatIsMetThatItIsJustRight() {
    assertWhy(
        oneWeight(2, Elementwise.IDENTITY, squared(6, L2.NONE)),
        "layer1/dA/1,1",
        "Output minus target: z₁₁ = 6 is just right, and the gradient is 0.");
  }

  @Test
  void saysOfZeroThatItIsNotPositive() {
    for (Elementwise gate : List.of(Elementwise.RELU, Elementwise.LEAKY_RELU)) {
      assertThat(say(narration(oneWeight(0, gate, squared(6, L2.NONE)), "layer1/a/1,1").why()))
          .startsWith("z₁₁ = 0 is not positive");
    }
  }

  /** The derivative of λ·w² is 2λ·w, that of ½λ·w² is λ·w; w is 3 and λ is ½. */
  @Test
  void saysWhatThePenaltyAsksForWithItsHalfAndWithout() {
    for (boolean half : new boolean[] {true, false}) {
      Lesson lesson = oneWeight(2, Elementwise.IDENTITY, squared(6, new L2(0.5, half, false)));
      assertThat(say(narration(lesson, "layer1/dW/1,1/term2").why()))
          .contains(half ? "its derivative 0.5 · w₁₁ adds 1.5." : "its derivative 1 · w₁₁ adds 3.");
    }
  }

  @Test
  void saysOfProbabilitiesMadeTwiceThatTheyAre() {
    Lesson twice =
        new Lesson(
            "",
            Matrix.row(1),
            List.of(new Layer(Matrix.row(2, 2), null, Rowwise.SOFTMAX)),
            new Loss(LossKind.SOFTMAX_CROSS_ENTROPY, new Target.Labels(List.of(0)), Reduction.SUM),
            0.1);
    String sentence = say(Repetition.in(twice).orElseThrow());
    assertThat(say(narration(twice, "loss/p/1,1").why())).endsWith(sentence);
    assertThat(say(narration(twice, "layer1/dZ/1,1").why())).endsWith(sentence);
    assertThat(say(narration(twice, "layer1/dA/1,1").why())).doesNotContain(sentence);
  }

  /** Of two equal outputs of one sample the first is its class. */
  @Test
  void speaksOfADivisionOnlyWhereSomethingWasDivided() {
    Lesson lesson =
        new Lesson(
            "",
            Matrix.row(1),
            List.of(new Layer(Matrix.row(2, 2), null, Rowwise.SOFTMAX)),
            new Loss(LossKind.CROSS_ENTROPY, new Target.Labels(List.of(0)), Reduction.MEAN),
            0.1);
    assertThat(say(narration(lesson, "layer1/dA/1,1").why()))
        .endsWith("No further division will come.");
    assertThat(say(narration(lesson, "layer1/dA/1,2").why())).endsWith("through softmax.");
  }

  @Test
  void countsASingleSampleAsOne() {
    Lesson one =
        new Lesson(
            "",
            Matrix.row(2),
            List.of(new Layer(Matrix.row(3), null, Elementwise.IDENTITY)),
            new Loss(LossKind.GIVEN, new Target.Upstream(Matrix.row(4)), Reduction.MEAN),
            0.1);
    assertThat(say(narration(one, "loss/L/1,1/term2").why()))
        .startsWith("The sum is divided once by the one sample: L = 24.");
    assertThat(say(narration(one, "layer1/dW/1,1").why()))
        .isEqualTo(
            "Sample 1 gave w₁₁ the input x₁₁ = 2, and the loss blames its output with dz₁₁ = 4:"
                + " together 8. w₁₁ reaches the loss only through z₁₁, so input × incoming"
                + " gradient is all of it. Here dz₁₁ is short for dL/dz₁₁.");
  }

  @Test
  void saysWhatAGateDoes() {
    Lesson lesson = KnownLessons.twoLayers();
    assertThat(say(narration(lesson, "layer1/dZ/1,1").why()))
        .startsWith("On the way forward z⁽¹⁾₁₁ = 3 was positive and passed unchanged");
    assertThat(say(narration(lesson, "layer1/dZ/1,4").why()))
        .isEqualTo(
            "On the way forward z⁽¹⁾₁₄ = −4 was not positive and the gate was shut, so the blame 3"
                + " stops here: neuron 4 learns nothing from sample 1.");
  }

  @Test
  void doesNotCallTheSlopeOfTanhAtZeroAnOpenGate() {
    Lesson lesson =
        new Lesson(
            "",
            Matrix.row(0),
            List.of(new Layer(Matrix.row(1), null, Elementwise.TANH)),
            new Loss(LossKind.GIVEN, new Target.Upstream(Matrix.row(3)), Reduction.SUM),
            0.1);
    assertThat(say(narration(lesson, "layer1/dZ/1,1").why()))
        .startsWith("At z₁₁ = 0 the activation has slope 1, so of the blame 3 there remains 3.");
  }

  @Test
  void isSpokenToAScreenReader() {
    assertThat(spoken("layer1/dW/3,2"))
        .isEqualTo("dL/dW row 3, column 2: minus 6. Row 3 of X transposed with column 2 of dL/dZ.");
    assertThat(spoken("layer1/dB/1,2"))
        .isEqualTo("dL/db row 1, column 2: minus 7; column 2 of dL/dZ adds up.");
    assertThat(spoken("layer1/wNext/1,1"))
        .isEqualTo("W′ row 1, column 1: minus 1.6; from w₁₁, against dL/dw₁₁.");
  }

  private static String spoken(String place) {
    return say(Narration.spoken(Derivation.of(Trace.of(LESSON_H)).at(Place.parse(place))));
  }

  @Test
  void listsTheFirstAndTheLastOfManySamples() {
    assertThat(say(narration(samples(12), "layer1/dW/1,1").why()))
        .contains("only through z₁₁, z₂₁, z₃₁, z₄₁ … z₁₂,₁, once for each sample");
    assertThat(say(narration(samples(6), "layer1/dW/1,1").why()))
        .contains("only through z₁₁, z₂₁, z₃₁, z₄₁ … z₆₁, once for each sample");
    // Nothing is left out between the fourth and the fifth.
    assertThat(say(narration(samples(5), "layer1/dW/1,1").why()))
        .contains("only through z₁₁, z₂₁, z₃₁, z₄₁, z₅₁, once for each sample");
  }

  private static Lesson samples(int count) {
    Matrix ones = Matrix.numbers(new Shape(count, 1), (i, j) -> 1);
    return new Lesson(
        "",
        ones,
        List.of(new Layer(Matrix.row(1), null, Elementwise.IDENTITY)),
        new Loss(LossKind.GIVEN, new Target.Upstream(ones), Reduction.SUM),
        0.1);
  }

  // ---- any step of any network -----------------------------------------------------------------

  /** Placeholders, numbers that are none, marks left over, doubled or missing words. */
  private static final List<String> ODDITIES =
      List.of(
          "{",
          "}",
          "<",
          ">",
          "null",
          "NaN",
          "∞",
          "Optional",
          "−−",
          "− −",
          "  ",
          " .",
          " ,",
          " :",
          " ;",
          ":.",
          ": .",
          " the the ",
          " is is ");

  @Test
  void everySentenceOfEveryRandomNetworkReadsWell() {
    long[] steps = {0};
    assertThat(
            everyStep()
                .peek(_ -> steps[0]++)
                .flatMap(NarrationTest::sentences)
                .filter(sentence ->
                    sentence.isBlank() || ODDITIES.stream().anyMatch(sentence::contains)))
        .isEmpty();
    assertThat(steps[0]).isGreaterThan(25_000);
  }

  private static Stream<String> sentences(Step step) {
    Narration narration = Narration.of(step);
    return Stream.of(
            narration.question(), narration.where(), narration.why(), Narration.spoken(step))
        .map(NarrationTest::say);
  }

  @Test
  void everySentenceSpeaksOfTheNumbersThatTheTraceHolds() {
    assertThat(
            everyStep()
                .filter(step -> step.granularity() == Granularity.TERM)
                .filter(step -> {
                  String why = say(Narration.of(step).why());
                  return !numbers(step).allMatch(number -> holds(why, number));
                }))
        .isEmpty();
  }

  private static boolean holds(String sentence, double number) {
    String text = Pattern.quote(Numbers.format(number));
    return Pattern.compile("(?<![\\d.])" + text + "(?![\\d]|\\.\\d|e)").matcher(sentence).find();
  }

  /** The numbers that the sentence about a step must speak of. */
  private static Stream<Double> numbers(Step step) {
    double term = step.term(step.term());
    double sum = step.runningSum();
    double left = step.left().map(step::value).orElse(0.0);
    double right = step.right().map(step::value).orElse(0.0);
    return switch (step.operation()) {
      case Operation.Product _ when step.isAddend(step.term()) -> Stream.of(right, sum);
      case Operation.Product _ when step.result().quantity() == MatrixSymbol.DW && term == 0 ->
          Stream.of(0.0);
      case Operation.Product _ when term == 0 -> Stream.of(left, right);
      case Operation.Product _ -> Stream.of(left, right, term);
      case Operation.BatchSum(_, boolean ofRows) -> Stream.of(ofRows ? left : right, sum);
      case Operation.Activate(_, _, Operand mask) when mask != null -> Stream.of(left, term);
      case Operation.ActivationGradient _ when step.mask().isPresent() -> Stream.of(left);
      case Operation.Activate(_, var activation, _) ->
          activation == Elementwise.RELU || (left > 0 && activation == Elementwise.LEAKY_RELU)
              ? Stream.of(left)
              : Stream.of(left, term);
      case Operation.ActivationGradient _ -> Stream.of(left, right);
      case Operation.Probabilities _ -> Stream.of(left, term);
      case Operation.LossTotal _ ->
          switch (step.role(step.term())) {
            case DIVISION -> Stream.of((double) step.lesson().samples(), sum).filter(n -> n != 1);
            case PENALTY -> Stream.of(term, sum);
            case ADDED, BIAS, CLOSING -> Stream.of(left, term, sum);
          };
      case Operation.RowGradient _ -> Stream.of(left, right, sum);
      case Operation.Keep _ -> Stream.of(sum);
      case Operation.LossGradient _ -> Stream.of(term);
      case Operation.Update _ ->
          right == 0 ? Stream.of(right, sum) : Stream.of(left, right, sum, 0.1);
    };
  }

  private static Stream<Step> everyStep() {
    return RandomLessons.awayFromKinks(128, 1).stream()
        .map(lesson -> Derivation.of(Trace.of(lesson)))
        .flatMap(derivation ->
            Stream.of(Granularity.values())
                .flatMap(granularity ->
                    LongStream.range(0, derivation.size(granularity))
                        .mapToObj(i -> derivation.at(granularity, i))));
  }

  private static Narration narration(Lesson lesson, String place) {
    return Narration.of(Derivation.of(Trace.of(lesson)).at(Place.parse(place)));
  }

  private static void assertWhy(Lesson lesson, String place, String sentence) {
    assertThat(say(narration(lesson, place).why())).isEqualTo(sentence);
  }

  private static String say(Message message) {
    return Markup.plain(TEXTS.say(message));
  }
}
