package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gradloom.KnownLessons;
import org.gradloom.derivation.Granularity;
import org.gradloom.export.ExportKind;
import org.gradloom.export.ExportOrder;
import org.gradloom.export.Headway;
import org.gradloom.export.Tokens;
import org.gradloom.lesson.Place;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

class ExportPreviewTest {
  private static String shown(byte[] file) {
    return ExportPreview.Text.of(ExportKind.NUMPY, file, Texts.english()).text();
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

  /** Which numbers leave: those of a place, or the weights of the network. */
  @Test
  void ofArraysTheNamesAndShapesAreSaid() {
    assertThat(made(ExportKind.NPZ, Optional.empty()))
        .matches("W1 3 × 2\nb1 2\n\nA file of \\d+ B, which is no text\\.");
    assertThat(made(ExportKind.NPZ, Optional.of(Place.parse("layer1/dX"))))
        .startsWith("dX1 4 × 3\n\n");
    assertThat(made(ExportKind.NPY, Optional.of(Place.parse("layer1/dX")))).startsWith("4 × 3\n\n");
  }

  private static String made(ExportKind kind, Optional<Place> at) {
    ExportOrder order =
        new ExportOrder(
            KnownLessons.lessonHWithBias(),
            at,
            Granularity.CELL,
            Tokens.of("light"),
            Texts.english());
    byte[] file = kind.write(order, Headway.UNSEEN);
    return ((ExportPreview.Text) ExportPreview.of(kind, order, file, Headway.UNSEEN, order.texts()))
        .text();
  }

  @Test
  void ofNumbersTheLengthIsSaid() {
    assertThat(shown(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'}))
        .isEqualTo("A file of 6 B, which is no text.");
    assertThat(shown(new byte[2010])).contains("2.01 kB");
  }
}
