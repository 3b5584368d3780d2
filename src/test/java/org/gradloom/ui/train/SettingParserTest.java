package org.gradloom.ui.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
