package org.gradloom.export;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gradloom.export.handout.Handout;
import org.gradloom.export.handout.Latex;
import org.gradloom.export.handout.Markdown;
import org.gradloom.export.page.WebPage;
import org.gradloom.export.picture.StageFile;
import org.gradloom.text.Message;

/** What leaves to be read by people. */
final class ReadableFile {
  private ReadableFile() {}

  static byte[] page(ExportOrder order, Headway headway) {
    return WebPage.of(order.lesson(), order.at(), order.step(), order.texts(), headway::reached)
        .getBytes(StandardCharsets.UTF_8);
  }

  static byte[] latex(ExportOrder order, Headway headway) {
    return Latex.of(Handout.of(order.lesson(), order.texts())).getBytes(StandardCharsets.UTF_8);
  }

  static byte[] markdown(ExportOrder order, Headway headway) {
    return Markdown.of(Handout.of(order.lesson(), order.texts())).getBytes(StandardCharsets.UTF_8);
  }

  static byte[] svg(ExportOrder order, Headway headway) {
    return stage(order).svg(order.at(), headway::reached);
  }

  static byte[] png(ExportOrder order, Headway headway) {
    return stage(order).png(order.at(), headway::reached);
  }

  static Optional<Message> pngRemark(ExportOrder order) {
    return stage(order).isNarrowed(order.at())
        ? Optional.of(Message.of("export.narrowed", StageFile.WIDEST))
        : Optional.empty();
  }

  static byte[] gif(ExportOrder order, Headway headway) {
    return stage(order).gif(order.at(), headway::reached);
  }

  static byte[] cards(ExportOrder order, Headway headway) {
    return stage(order).cards(order.at(), headway::reached);
  }

  private static StageFile stage(ExportOrder order) {
    return new StageFile(order.lesson(), order.colours(), order.texts());
  }

  static byte[] handout(ExportOrder order, Headway headway) {
    return HandoutPdf.of(order.lesson(), order.texts(), headway);
  }

  static byte[] slides(ExportOrder order, Headway headway) {
    return SlidesPdf.of(order.lesson(), order.colours(), order.texts(), headway);
  }
}
