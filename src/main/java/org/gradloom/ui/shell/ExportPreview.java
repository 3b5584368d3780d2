package org.gradloom.ui.shell;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.image.Image;
import org.gradloom.export.ExportKind;
import org.gradloom.export.ExportOrder;
import org.gradloom.export.FilePicture;
import org.gradloom.export.Headway;
import org.gradloom.export.HeldArrays;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Texts;

/** What is shown of a file before it is written. */
sealed interface ExportPreview {
  /** The room that a picture has, in pixels of the window. */
  double WIDTH = 620;

  /** Likewise. */
  double HEIGHT = 380;

  /** How a text begins, or which arrays a file of numbers holds, and how long it is. */
  record Text(String text) implements ExportPreview {
    private static final int LINES = 200;
    private static final int LETTERS = 160;

    static Text of(ExportKind kind, byte[] file, Texts texts) {
      String text;
      try {
        text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      } catch (CharacterCodingException _) {
        return numbers(kind, file, texts);
      }
      return text.indexOf(0) < 0
          ? beginning(text.lines().toList(), texts)
          : numbers(kind, file, texts);
    }

    private static Text numbers(ExportKind kind, byte[] file, Texts texts) {
      String held =
          HeldArrays.of(kind, file).stream().collect(Collectors.joining("\n", "", "\n\n"));
      String said = texts.get("export.binary", Numbers.bytes(file.length));
      return new Text(held.isBlank() ? said : held + said);
    }

    private static Text beginning(List<String> lines, Texts texts) {
      String shown =
          lines.stream()
              .limit(LINES)
              .map(line -> line.length() > LETTERS ? line.substring(0, LETTERS) + " …" : line)
              .collect(Collectors.joining("\n"));
      int left = lines.size() - LINES;
      return new Text(left > 0 ? shown + "\n" + texts.get("export.furtherLines", left) : shown);
    }
  }

  /**
   * A picture of the file; one that moves, moves.
   *
   * @param width that it is shown with, so that it is no larger than it will be, and has room
   * @param said how large the file is
   */
  record Picture(Image image, double width, String said) implements ExportPreview {
    /** Shown are half as many pixels each way, which a finer screen makes use of. */
    private static final double HALF = 0.5;

    static Picture of(FilePicture picture, String remark, Texts texts) {
      double scale = Math.min(HALF, Math.min(WIDTH / picture.width(), HEIGHT / picture.height()));
      double width = Math.rint(scale * picture.width());
      Image image =
          new Image(
              new ByteArrayInputStream(picture.pixels()),
              width / HALF,
              scale * picture.height() / HALF,
              true,
              true);
      return new Picture(image, width, texts.say(picture.said()) + remark);
    }
  }

  /** What is shown of a file that this kind has made of an order. */
  static ExportPreview of(
      ExportKind kind, ExportOrder order, byte[] file, Headway headway, Texts texts) {
    String remark = kind.remark(order).map(said -> "\n" + texts.say(said)).orElse("");
    return FilePicture.of(kind, order, file, headway)
        .<ExportPreview>map(picture -> Picture.of(picture, remark, texts))
        .orElseGet(() -> Text.of(kind, file, texts));
  }
}
