package org.gradloom.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.KnownLessons;
import org.gradloom.derivation.Derivation;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Frozen;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.rule.Reduction;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

/**
 * Every way to go wrong with what small lessons ask: its numbers, its idea, and all that is said of
 * it; then what a class is offered to vote on. They are held to {@code said-of-slips.txt}, where
 * each line can be checked by hand. What differs is in {@code target/said-of-slips.txt}; once it
 * has been read and holds, it takes the file's place.
 */
class SaidOfSlipsTest {
  private static final Path EXPECTED = Path.of("src/test/resources/golden/said-of-slips.txt");
  private static final Path FOUND = Path.of("target/said-of-slips.txt");
  private static final Texts TEXTS = Texts.english();

  private final List<String> lines = new ArrayList<>();

  // ---- lessons

  private static Lesson with(Optimizer optimizer) {
    Lesson lesson = KnownLessons.lessonH();
    return new Lesson(
        "",
        Convention.XW,
        lesson.x(),
        lesson.layers(),
        lesson.loss(),
        0.1,
        new TrainingPlan(
            optimizer, 4, 1, false, OptionalLong.empty(), Optional.empty(), OptionalInt.of(1)),
        List.of(),
        List.of());
  }

  /** Two layers whose first has four zeros for a bias. */
  private static Lesson withBiasBehindAGate() {
    Lesson lesson = KnownLessons.twoLayers();
    Layer first = lesson.layers().getFirst();
    return lesson.withLayer(
        0, new Layer(first.w(), Matrix.row(0, 0, 0, 0), first.activation(), Frozen.NOTHING, null));
  }

  /** z = (3·2 + 13·7, 3·5 + 13·11). */
  private static Lesson ofOneSample() {
    return new Lesson(
        "",
        Matrix.row(3, 13),
        List.of(
            new Layer(
                Matrix.of(new double[][] {{2, 5}, {7, 11}}),
                Matrix.row(0, 0),
                Elementwise.IDENTITY,
                new Frozen(true, false),
                null)),
        new Loss(LossKind.GIVEN, new Target.Upstream(Matrix.row(17, 19)), Reduction.SUM),
        0.1);
  }

  // ---- lines

  private void add(String title, Lesson lesson, String... places) {
    Derivation derivation = Derivation.of(lesson);
    for (String place : places) {
      Asked asked = new Asked(derivation, Region.parse(place));
      lines.add(title + ", " + place + ": " + text(asked.numbers()));
      lines.add("  = " + TEXTS.say(IdeaOfRight.of(asked)));
      Stream.concat(asked.modelled(), asked.further())
          .forEach(method -> addMethod(derivation, asked, method));
      Beat.Ask ask =
          new Beat.Ask(
              kind(asked.region()), asked.region(), null, List.of(), List.of(), null, false);
      for (Vote.Option option : VoteOptions.of(derivation, ask)) {
        lines.add(
            "  ? "
                + TEXTS.say(option.text()).replace("\n", "; ")
                + " | "
                + TEXTS.say(option.idea()));
      }
    }
  }

  private static Answer.Kind kind(Region region) {
    return switch (region) {
      case Place.OfMatrix _ -> Answer.Kind.MATRIX;
      case Place.OfCell _, Place.OfTerm _ -> Answer.Kind.NUMBER;
      case Region.OfRow _, Region.OfColumn _ -> Answer.Kind.ROW;
    };
  }

  private void addMethod(Derivation derivation, Asked asked, WrongMethod method) {
    Optional<Matrix> given = asked.given(method);
    if (given.isEmpty()) {
      lines.add("  – " + TEXTS.say(new IdeaOfWrong(asked).of(method.slip().get())));
      return;
    }
    String numbers = text(given.get());
    Slip slip = method.slip().get();
    Misconception idea = method.misconception();
    lines.add(
        "  %s | %s | %s | %s"
            .formatted(
                numbers,
                idea == null ? "–" : idea.code(),
                TEXTS.say(new IdeaOfWrong(asked).of(slip)),
                TEXTS.say(new Reply(asked).of(slip, Message.of("mark.plain", numbers)))));
    if (asked.region() instanceof Place.OfMatrix && asked.operand().quantity().isGradient()) {
      addComparison(derivation, asked, given.get());
    }
  }

  /** What Explore says of these numbers beside the right ones. */
  private void addComparison(Derivation derivation, Asked asked, Matrix given) {
    if (!given.shape().equals(asked.numbers().shape())) {
      return;
    }
    GradientComparison compared =
        GradientComparison.of(derivation, asked.operand(), given, Matrix.zeros(given.shape()));
    for (PatternSentences.Said said : PatternSentences.of(derivation, compared)) {
      lines.add(
          "    > "
              + Stream.of(said.of().stream(), Stream.of(said.sentence()), said.remarks().stream())
                  .flatMap(each -> each)
                  .map(TEXTS::say)
                  .collect(Collectors.joining(" / ")));
    }
  }

  private static String text(Matrix matrix) {
    return IntStream.range(0, matrix.rows())
        .mapToObj(i ->
            IntStream.range(0, matrix.columns())
                .mapToObj(j -> Numbers.format(matrix.get(i, j)))
                .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("; "));
  }

  @Test
  void everyWayToGoWrongIsNamedAsItIs() throws Exception {
    add(
        "H",
        KnownLessons.lessonHWithBias(),
        "layer1/dW/3,2",
        "layer1/dW",
        "layer1/dW/3,2/term2",
        "layer1/dX/2,3",
        "layer1/dX/2",
        "layer1/z/2,1",
        "layer1/dB",
        "layer1/dB/1,2",
        "layer1/wNext/3,2",
        "layer1/bNext",
        "layer1/x/2,3",
        "loss/L");
    add(
        "L turned",
        KnownLessons.lessonL().withConvention(Convention.WX),
        "layer1/dW/3,2",
        "layer1/dX",
        "layer1/z/1,2/term2");
    add(
        "two layers",
        KnownLessons.twoLayers(),
        "layer1/dZ/2",
        "layer1/dZ/2,3",
        "layer1/dW/:,2",
        "layer1/a/1,1",
        "layer1/a/1",
        "layer2/dA",
        "layer2/z/2,1",
        "layer2/dX/2");
    add(
        "penalty",
        KnownLessons.penalized(),
        "layer1/dZ",
        "layer1/dW/2,1",
        "layer1/dW/2,1/term4",
        "layer2/dW/:,1",
        "layer2/dW/2,2",
        "layer2/dA/1,2",
        "layer2/dB/1,2",
        "loss/L");
    add(
        "softmax",
        KnownLessons.softmax(Reduction.MEAN),
        "layer1/dA/1",
        "layer1/dA/1,2",
        "loss/p/1",
        "loss/p/1,1",
        "layer1/dW/1,2",
        "loss/L");
    add(
        "sigmoid",
        KnownLessons.sigmoid(),
        "layer1/dA",
        "layer1/dA/1,2",
        "loss/p/2,2",
        "layer1/dW/1,1");
    add(
        "rows",
        KnownLessons.softmaxLayer(),
        "layer1/dZ/1",
        "layer1/dZ/1,2",
        "layer1/dW/1,3",
        "layer1/a/1");
    Lesson two = KnownLessons.twoLayers();
    add(
        "tanh",
        two.withLayer(0, new Layer(two.layers().getFirst().w(), null, Elementwise.TANH)),
        "layer1/dZ/2",
        "layer1/dW/1,1");
    add("momentum", with(new Optimizer.Momentum(0.1, 0.9)), "layer1/wNext/3,2", "layer1/wNext");
    add("Adam", with(new Optimizer.Adam(0.1)), "layer1/wNext/3,2");
    add("gate", withBiasBehindAGate(), "layer1/dB");
    add("gate turned", withBiasBehindAGate().withConvention(Convention.WX), "layer1/dB");
    add(
        "one sample",
        ofOneSample(),
        "layer1/dW/1,2",
        "layer1/dW",
        "layer1/dB",
        "layer1/dX/1,2",
        "layer1/wNext/1,1",
        "layer1/wNext");
    Files.createDirectories(FOUND.getParent());
    Files.write(FOUND, lines);
    assertThat(lines).isEqualTo(Files.readAllLines(EXPECTED));
  }
}
