package org.gradloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
  @ParameterizedTest
  @CsvSource({
    "−6 → ½·(x₁₂ − 3)², '-6 -> 1/2*(x12 - 3)^2'",
    "dL/dW = Xᵀ · dL/dZ, dL/dW = X^T * dL/dZ",
    "dL/dA ⊙ g′(Z), dL/dA (.) g'(Z)",
    "w⁽²⁾₁₃ + w⁽¹²⁾₄₅, w(2)13 + w(12)45",
    "Σ(k) ∂L ≤ ∞ ± η, sum(k) dL <= inf +- eta",
    "m̂/(√v̂ + ε), m_hat/(sqrtv_hat + eps)",
    "4×3 “so” it’s…, '4x3 \"so\" it''s...'",
    "x⁻¹ ⁴, x-1 4",
    "é 😀 x, ? ? x"
  })
  void asciiMeansTheSame(String text, String ascii) {
    assertThat(Ascii.of(text)).isEqualTo(ascii);
  }

  @Test
  void utf8GoesOutAsItIsAndControlCharactersDoNot() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(out, false);
    terminal.line("−😀\u001b[31m\ttab");
    terminal.flush();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("−😀 [31m\ttab\n");
  }

  @Test
  void theEncodingOfTheStreamDecidesFirst() {
    assertThat(Terminal.showsOnlyAscii(Map.of("LC_ALL", "C"), "UTF-8", true)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "C, true",
    "POSIX, true",
    "en_US.ISO-8859-1, true",
    "en_US, true",
    "C.UTF-8, false",
    "de_DE.utf8, false"
  })
  void aLocaleDecidesNext(String locale, boolean ascii) {
    for (boolean interactive : new boolean[] {true, false}) {
      assertThat(Terminal.showsOnlyAscii(Map.of("LANG", locale), "US-ASCII", interactive))
          .isEqualTo(ascii);
    }
    assertThat(
            Terminal.showsOnlyAscii(
                Map.of("LANG", "en_US.UTF-8", "LC_ALL", locale), "US-ASCII", false))
        .isEqualTo(ascii);
  }

  @Test
  void withoutALocaleAPipeGetsUtf8AndATerminalAscii() {
    assertThat(Terminal.showsOnlyAscii(Map.of(), "ANSI_X3.4-1968", false)).isFalse();
    assertThat(Terminal.showsOnlyAscii(Map.of("LANG", ""), "ANSI_X3.4-1968", true)).isTrue();
    assertThat(Terminal.showsOnlyAscii(Map.of(), "cp850", true)).isTrue();
  }
}
