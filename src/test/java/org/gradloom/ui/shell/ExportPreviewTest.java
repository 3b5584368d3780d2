package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

class ExportPreviewTest {
  private static String shown(byte[] file) {
    return ExportPreview.Text.of(file, Texts.english()).text();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aTextIsShownAsItBegins() {
    assertThat(shown(text("import numpy\n−1 ∂\n"))).isEqualTo("import numpy\n−1 ∂");
    assertThat(shown(text("x\n".repeat(203))))
        .startsWith("x\nx\n")
        .endsWith("x\n… and 3 more lines")
        .hasLineCount(201);
    assertThat(shown(text("1".repeat(1000)))).hasSize(162).endsWith("1 …");
  }

  @Test
  void ofNumbersTheLengthIsSaid() {
    assertThat(shown(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'}))
        .isEqualTo("A file of 6 B, which is no text.");
    assertThat(shown(new byte[2010])).contains("2.01 kB");
  }
}
