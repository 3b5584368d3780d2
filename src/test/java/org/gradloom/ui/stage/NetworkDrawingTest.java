package org.gradloom.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gradloom.KnownLessons;
import org.gradloom.RandomLessons;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Step;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Edits;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Loss;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Target;
import org.gradloom.lesson.ViewPart;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Elementwise;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.Rowwise;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NetworkPicture;
import org.junit.jupiter.api.Test;

/** Sample 1 of the two layers: x = 1, 2; a = 3, 1, 4, 0; z = −3 where −4 was wanted. */
class NetworkDrawingTest {
  private static final Lesson TWO_LAYERS = KnownLessons.twoLayers();

  @Test
  void everyUnitSaysWhichQuantityItShows() {
    assertThat(shown(TWO_LAYERS, "layer1/z/1,2/term1"))
        .containsExactly(
            "x₁: x = 1, x₂: x = 2",
            "z⁽¹⁾₁: z = 3, z⁽¹⁾₂: z = −1 + …, z⁽¹⁾₃: z = …, z⁽¹⁾₄: z = …",
            "z⁽²⁾₁: ",
            "L: ");
    assertThat(shown(TWO_LAYERS, "layer1/a/1,2"))
        .startsWith(
            "x₁: x = 1, x₂: x = 2", "a⁽¹⁾₁: a = 3, a⁽¹⁾₂: a = 1, a⁽¹⁾₃: a = …, a⁽¹⁾₄: a = …");
    assertThat(shown(TWO_LAYERS, "layer2/z/1,1/term3"))
        .startsWith(
            "x₁: x = 1, x₂: x = 2",
            "a⁽¹⁾₁: a = 3, a⁽¹⁾₂: a = 1, a⁽¹⁾₃: a = 4, a⁽¹⁾₄: a = 0",
            "z⁽²⁾₁: z = −3 + …");
    assertThat(shown(TWO_LAYERS, "loss/L/1,1/term1")).endsWith("z⁽²⁾₁: z = −3", "L: L = 0.5 + …");
    assertThat(shown(TWO_LAYERS, "loss/L/1,1/term3")).endsWith("z⁽²⁾₁: z = −7", "L: L = 3");
  }

  @Test
  void theInputOfABiasIsNotToldWhileItIsAsked() {
    Derivation derivation = Derivation.of(Edits.apply(TWO_LAYERS, new Edit.SetBias(0, true)));
    assertThat(ofBias(derivation)).containsExactly("1", "The constant 1 that a bias weighs");
    assertThat(ofBias(derivation.covering(List.of(ViewPart.ONES))))
        .containsExactly("?", "What a bias weighs, covered");
  }

  private static List<String> ofBias(Derivation derivation) {
    NetworkPicture.Unit unit =
        NetworkDrawing.of(
                derivation, derivation.at(Place.parse("layer1/dB/1,1")), 0, Texts.english())
            .columns()
            .getFirst()
            .bias()
            .orElseThrow();
    return List.of(unit.label(), unit.spoken());
  }

  @Test
  void aGradientIsNeverMixedWithAnActivation() {
    assertThat(shown(TWO_LAYERS, "layer2/dW/2,1/term1"))
        .startsWith(
            "x₁: x = 1, x₂: x = 2",
            "a⁽¹⁾₁: a = 3, a⁽¹⁾₂: a = 1, a⁽¹⁾₃: a = 4, a⁽¹⁾₄: a = 0",
            "z⁽²⁾₁: dz = 1");
    assertThat(shown(TWO_LAYERS, "layer2/dX/1,2"))
        .contains("a⁽¹⁾₁: da = 1, a⁽¹⁾₂: da = −2, a⁽¹⁾₃: da = …, a⁽¹⁾₄: da = …");
    assertThat(shown(TWO_LAYERS, "layer1/dW/2,3/term1"))
        .startsWith(
            "x₁: x = 1, x₂: x = 2",
            "z⁽¹⁾₁: dz = 1, z⁽¹⁾₂: dz = −2, z⁽¹⁾₃: dz = −1, z⁽¹⁾₄: dz = 0",
            "z⁽²⁾₁: dz = 1");
    assertThat(shown(TWO_LAYERS, "layer1/dX/1,1")).startsWith("x₁: dx = 1, x₂: dx = …");
  }

  @Test
  void probabilitiesStandWhereTheLogitsWere() {
    Lesson softmax = KnownLessons.softmax(Reduction.SUM);
    assertThat(shown(softmax, "layer1/z/1,3")).contains("z₁: z = 0, z₂: z = 0.6931, z₃: z = 0");
    assertThat(shown(softmax, "loss/L/1,1/term2"))
        .contains("p₁: p = 0.4, p₂: p = 0.1, p₃: p = 0.5");
    assertThat(shown(softmax, "layer1/dA/2,1")).contains("z₁: dz = −0.6, z₂: dz = …, z₃: dz = …");
  }

  /** σ(13.7) in four digits is no exact 1. */
  @Test
  void aRoundedValueIsAboutEqual() {
    Lesson sure =
        new Lesson(
            "",
            Matrix.row(13.7),
            List.of(new Layer(Matrix.row(1), null, Elementwise.SIGMOID)),
            new Loss(LossKind.GIVEN, new Target.Upstream(Matrix.row(1)), Reduction.SUM),
            0.1);
    assertThat(shown(sure, "layer1/a/1,1")).contains("a₁: a ≈ 1");
    // 1 / (1 + e^−13.7), and on the way there as well as after it.
    for (String place : List.of("layer1/a/1,1", "loss/L/1,1")) {
      Derivation derivation = Derivation.of(sure);
      assertThat(NetworkDrawing.sample(derivation.at(Place.parse(place)), 0)).isEmpty();
      List<NetworkPicture.Column> columns =
          picture(derivation, derivation.at(Place.parse(place))).columns();
      assertThat(units(columns.get(1)).map(NetworkPicture.Unit::inFull))
          .singleElement()
          .asString()
          .startsWith("a = 0.99999887755");
      assertThat(units(columns.get(0)).map(NetworkPicture.Unit::inFull)).containsExactly("");
    }
  }

  /** x₁·w₁₁ is 0.9999999, and the 1 of x₂·w₂₁ is still to come. */
  @Test
  void aRoundedSumOnItsWayIsToldAsOneInFullToo() {
    Lesson sum =
        new Lesson(
            "",
            Matrix.row(1, 1),
            List.of(
                new Layer(
                    Matrix.of(new double[][] {{0.9999999}, {1}}), null, Elementwise.IDENTITY)),
            new Loss(LossKind.GIVEN, new Target.Upstream(Matrix.row(1)), Reduction.SUM),
            0.1);
    Derivation derivation = Derivation.of(sum);
    assertThat(ofNeuron(derivation, "layer1/z/1,1/term1"))
        .isEqualTo("z ≈ 1 + …, z = 0.9999999 + …");
    assertThat(ofNeuron(derivation, "layer1/z/1,1/term2"))
        .startsWith("z ≈ 2, z = 1.9999999")
        .doesNotContain("…");
  }

  private static String ofNeuron(Derivation derivation, String place) {
    NetworkPicture picture = picture(derivation, derivation.at(Place.parse(place)));
    NetworkPicture.Unit unit = units(picture.columns().get(1)).findFirst().orElseThrow();
    return unit.value() + ", " + unit.inFull();
  }

  /** Neuron 1 is dropped for sample 1 and kept for sample 2. */
  @Test
  void aDroppedUnitSaysSo() {
    Derivation derivation = Derivation.of(KnownLessons.masked());
    List<String> first = new ArrayList<>();
    for (String place : List.of("layer1/a/1,2", "layer1/a/2,2")) {
      NetworkPicture picture = picture(derivation, derivation.at(Place.parse(place)));
      units(picture.columns().get(1))
          .forEach(unit -> first.add(unit.value() + (unit.dropped() ? "; " + unit.spoken() : "")));
    }
    assertThat(first)
        .containsExactly(
            "dropped; Neuron 1 of layer 1, dropped for sample 1", "a = 2", "a = 24", "a = 4");
  }

  /** dW adds up all samples; the numbers at the units are of one of them. */
  @Test
  void itSaysOfWhichSampleTheNumbersAre() {
    assertThat(sample("layer1/dW", 0)).isEqualTo("sample 1");
    assertThat(sample("layer1/dW", 1)).isEqualTo("sample 2");
    assertThat(sample("layer1/z", 1)).isEqualTo("sample 2");
    assertThat(sample("layer1/dW/3,2", 0)).isEqualTo("sample 1");
    assertThat(sample("layer1/dW/3,2", 1)).isEqualTo("sample 2");
    assertThat(sample("layer1/dW/3,2/term3", 1)).isEqualTo("sample 3");
    assertThat(sample("layer1/z/4,1/term2", 1)).isEqualTo("sample 4");
  }

  private static String sample(String place, int usual) {
    Step step = Derivation.of(KnownLessons.lessonH()).at(Place.parse(place));
    return Texts.english().say(NetworkDrawing.sample(step, usual).orElseThrow());
  }

  /** Softmax has the outputs share one whole: all answer, and the term's one stands out. */
  @Test
  void allOutputsOfASoftmaxRowAreLit() {
    Lesson row =
        new Lesson(
            "",
            Matrix.row(1),
            List.of(new Layer(Matrix.row(0, 1, 2), null, Rowwise.SOFTMAX)),
            new Loss(LossKind.CROSS_ENTROPY, new Target.Labels(List.of(1)), Reduction.SUM),
            0.1);
    assertThat(lit(row, "layer1/dZ/1,1/term2")).containsExactly("RESULT", "LEFT", "PLAIN");
    assertThat(lit(row, "layer1/dZ/1,1/term3")).containsExactly("RESULT", "PLAIN", "LEFT");
    assertThat(lit(row, "layer1/dZ/1,2/term4")).containsExactly("PLAIN", "RESULT", "PLAIN");
    assertThat(lit(row, "layer1/dZ/1,3")).containsExactly("PLAIN", "PLAIN", "RESULT");
  }

  private static List<String> lit(Lesson lesson, String place) {
    Derivation derivation = Derivation.of(lesson);
    NetworkPicture picture = picture(derivation, derivation.at(Place.parse(place)));
    return units(picture.columns().get(1)).map(unit -> unit.emphasis().toString()).toList();
  }

  @Test
  void whatIsCoveredIsBlank() {
    Derivation covered = Derivation.of(TWO_LAYERS).covering(List.of(Place.parse("layer1/a/1,2")));
    assertThat(shown(covered, covered.at(Place.parse("layer2/z/1,1/term1"))))
        .contains("a⁽¹⁾₁: a = 3, a⁽¹⁾₂: a = □, a⁽¹⁾₃: a = 4, a⁽¹⁾₄: a = 0");
  }

  @Test
  void allUnitsOfAColumnShowOneQuantityAtEveryStepOfAnyNetwork() {
    for (Lesson lesson : RandomLessons.any(6, 3)) {
      Derivation derivation = Derivation.of(lesson);
      for (Granularity granularity : Granularity.values()) {
        for (long i = 0; i < derivation.size(granularity); i++) {
          Step step = derivation.at(granularity, i);
          for (NetworkPicture.Column column : picture(derivation, step).columns()) {
            assertThat(
                    units(column)
                        .map(unit -> unit.value().replaceFirst(" [=≈] .*", ""))
                        .filter(quantity -> !quantity.isEmpty() && !quantity.equals("dropped"))
                        .distinct())
                .as("%s", step.place())
                .hasSizeLessThan(2);
          }
        }
      }
    }
  }

  /** Each column as {@code label: value} of its units. */
  private static List<String> shown(Lesson lesson, String place) {
    Derivation derivation = Derivation.of(lesson);
    return shown(derivation, derivation.at(Place.parse(place)));
  }

  private static List<String> shown(Derivation derivation, Step step) {
    return picture(derivation, step).columns().stream()
        .map(column ->
            String.join(
                ", ", units(column).map(unit -> unit.label() + ": " + unit.value()).toList()))
        .toList();
  }

  private static NetworkPicture picture(Derivation derivation, Step step) {
    return NetworkDrawing.of(derivation, step, 0, Texts.english());
  }

  private static Stream<NetworkPicture.Unit> units(NetworkPicture.Column column) {
    return column.slots().stream()
        .filter(NetworkPicture.Unit.class::isInstance)
        .map(NetworkPicture.Unit.class::cast);
  }
}
