package org.gradloom.ui.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gradloom.lesson.Frozen;
import org.gradloom.lesson.Layer;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Elementwise;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be typed as a setting, and what is said of the rest. */
class SettingParserTest {
  private static void assertRefused(ThrowingCallable parse, String sentence) {
    assertThatThrownBy(parse)
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(Texts.english().say(refused.said())).isEqualTo(sentence));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8 4", "8·4", " 8 · 4 ", "8, 4", "8;4", "8×4", "8–4", "+8 +4"})
  void sizesOfLayersStandBetweenAnySigns(String text) {
    assertThat(SettingParser.hidden(text)).containsExactly(8, 4);
  }

  @Test
  void nothingIsNoHiddenLayer() {
    assertThat(SettingParser.hidden("  ")).isEmpty();
    assertThat(SettingParser.text(List.of())).isEmpty();
  }

  @Test
  void whatIsShownCanBeTypedAgain() {
    assertThat(SettingParser.text(List.of(8, 128))).isEqualTo("8 · 128");
    assertThat(SettingParser.hidden("8 · 128")).containsExactly(8, 128);
    assertThat(SettingParser.percent(0.2)).isEqualTo("20 %");
    assertThat(SettingParser.share("20 %")).isEqualTo(0.2);
    assertThat(SettingParser.text(0.003)).isEqualTo("0.003");
    assertThat(SettingParser.rate("0.003")).isEqualTo(0.003);
    assertThat(SettingParser.text(0.0001)).isEqualTo("0.0001");
    assertThat(SettingParser.text(2e-6)).isEqualTo("2e−6");
    assertThat(SettingParser.lambda("2e−6")).isEqualTo(2e-6);
    assertThat(SettingParser.text(-7)).isEqualTo("−7");
    assertThat(SettingParser.percent(0.07)).isEqualTo("7 %");
    assertThat(SettingParser.percent(0.333333333)).isEqualTo("33.3333333 %");
  }

  @Test
  void aLayerIsFrozenByItsNumberAndOneParameterByItsName() {
    Layer biased = new Layer(Matrix.row(1), Matrix.row(1), Elementwise.TANH);
    List<Layer> layers = List.of(biased, biased, new Layer(biased.w(), null, Elementwise.TANH));
    assertThat(SettingParser.frozen("1, b2 3", layers))
        .containsExactly(new Frozen(true, true), new Frozen(false, true), new Frozen(true, false));
    List<Layer> frozen =
        List.of(
            biased.with(new Frozen(true, true)),
            biased.with(new Frozen(true, false)),
            layers.get(2).with(new Frozen(true, false)));
    assertThat(SettingParser.frozenText(frozen)).isEqualTo("1 · W2 · 3");
    assertThat(SettingParser.frozen("1 · W2 · 3", layers))
        .isEqualTo(frozen.stream().map(Layer::frozen).toList());
    assertThat(SettingParser.frozenText(layers)).isEmpty();
    assertRefused(
        () -> SettingParser.frozen("1 Z2", layers),
        "“Z2” is nothing that can be frozen: write the number of a layer, W1 or b1.");
    assertRefused(
        () -> SettingParser.frozen("4", layers), "There is no layer 4: this network has 3.");
  }

  @Test
  void aWholeNumberIsDigitsAlone() {
    assertThat(SettingParser.whole(" 42 ")).isEqualTo(42);
    assertThat(SettingParser.whole("−7")).isEqualTo(-7);
    assertThat(SettingParser.whole("-7")).isEqualTo(-7);
    assertRefused(
        () -> SettingParser.whole("abc"),
        "“abc” is no whole number: write digits alone, such as 8.");
    assertRefused(
        () -> SettingParser.whole("1.5"),
        "“1.5” is no whole number: write digits alone, such as 8.");
    assertRefused(
        () -> SettingParser.whole("1234567890"),
        "“1234567890” is no whole number: write digits alone, such as 8.");
  }

  @Test
  void aRateIsGreaterThanZero() {
    assertThat(SettingParser.rate("1e-3")).isEqualTo(0.001);
    assertRefused(
        () -> SettingParser.rate("0"),
        "The learning rate is 0, but must be greater than 0 here too.");
  }

  @Test
  void aMomentumIsAPart() {
    assertThat(SettingParser.momentum("0")).isZero();
    assertThat(SettingParser.momentum("0.99")).isEqualTo(0.99);
    assertRefused(
        () -> SettingParser.momentum("1"),
        "The momentum is 1, but must be at least 0 and less than 1.");
    assertRefused(
        () -> SettingParser.momentum("-0.1"),
        "The momentum is −0.1, but must be at least 0 and less than 1.");
  }

  @Test
  void epochsAreFromOneToAMillion() {
    assertThat(SettingParser.epochs("1")).isEqualTo(1);
    assertThat(SettingParser.epochs("1000000")).isEqualTo(1_000_000);
    assertRefused(
        () -> SettingParser.epochs("0"), "It cannot train for 0 epochs: choose from 1 to 1000000.");
    assertRefused(
        () -> SettingParser.epochs("1000001"),
        "It cannot train for 1000001 epochs: choose from 1 to 1000000.");
  }
}
