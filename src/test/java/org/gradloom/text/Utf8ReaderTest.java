package org.gradloom.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class Utf8ReaderTest {
  private static Utf8Reader reader(String text) {
    return new Utf8Reader(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  @Test
  void readsTextLongerThanItsBufferWithoutTheByteOrderMark() throws IOException {
    String text = "Größe ∂ 😀\n".repeat(10_000);
    StringWriter read = new StringWriter();
    reader("\uFEFF" + text).transferTo(read);
    assertThat(read).hasToString(text);
  }

  @Test
  void fillsAnArrayFromItsMiddleOn() throws IOException {
    char[] target = {'a', 'b', '-', '-', '-', '-', 'c'};
    try (Utf8Reader reader = reader("xyz")) {
      assertThat(reader.read(target, 2, 4)).isEqualTo(3);
      assertThat(reader.read(target, 2, 4)).isEqualTo(-1);
    }
    assertThat(target).containsExactly('a', 'b', 'x', 'y', 'z', '-', 'c');
  }

  @Test
  void knowsTheLineThatIsNoText() {
    byte[] latin = "one\ntwo\nGröße\n".getBytes(ISO_8859_1);
    Utf8Reader.NotText fault =
        catchThrowableOfType(
            Utf8Reader.NotText.class,
            () -> new Utf8Reader(new ByteArrayInputStream(latin)).transferTo(new StringWriter()));
    assertThat(fault.line()).isEqualTo(3);
  }
}
