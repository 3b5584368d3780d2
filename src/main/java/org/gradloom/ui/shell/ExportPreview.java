package org.gradloom.ui.shell;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Texts;

/** What is shown of a file before it is written: how a text begins, how long anything else is. */
final class ExportPreview {
  private static final int LINES = 200;
  private static final int LETTERS = 160;

  private ExportPreview() {}

  static String of(byte[] file, Texts texts) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException _) {
      return numbers(file, texts);
    }
    return text.indexOf(0) < 0 ? beginning(text.lines().toList(), texts) : numbers(file, texts);
  }

  private static String numbers(byte[] file, Texts texts) {
    return texts.get("export.binary", Numbers.bytes(file.length));
  }

  private static String beginning(List<String> lines, Texts texts) {
    String shown =
        lines.stream()
            .limit(LINES)
            .map(line -> line.length() > LETTERS ? line.substring(0, LETTERS) + " …" : line)
            .collect(Collectors.joining("\n"));
    int left = lines.size() - LINES;
    return left > 0 ? shown + "\n" + texts.get("export.furtherLines", left) : shown;
  }
}
