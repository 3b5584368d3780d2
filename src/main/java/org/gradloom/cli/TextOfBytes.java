package org.gradloom.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gradloom.files.FileKind;
import org.gradloom.text.InvalidInput;

/** The text in a file or a stream, whatever program wrote it. */
final class TextOfBytes {
  /** More than any text that is read; the rest need not be seen to refuse it. */
  private static final int MOST = 16_000_000;

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private TextOfBytes() {}

  /**
   * All of a file.
   *
   * @throws InvalidInput if it cannot be read, naming it
   */
  static String read(Path file) {
    FileKind.requireAnswering(file, "file.aTextFile");
    try (InputStream bytes = Files.newInputStream(file)) {
      return read(bytes);
    } catch (IOException e) {
      throw new InvalidInput("cli.noMatrixFile", file.toString());
    }
  }

  /** All of a stream, which is left open. */
  static String read(InputStream stream) throws IOException {
    return text(stream.readNBytes(MOST));
  }

  /** A byte-order mark decides; else it is UTF-8 if it can be, and else what old Windows wrote. */
  private static String text(byte[] bytes) {
    int mark = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
    if (mark == 0xFEFF || mark == 0xFFFE) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return new String(bytes, WINDOWS);
    }
  }
}
