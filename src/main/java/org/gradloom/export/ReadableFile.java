package org.gradloom.export;

import java.nio.charset.StandardCharsets;
import org.gradloom.export.page.WebPage;

/** What leaves to be read by people. */
final class ReadableFile {
  private ReadableFile() {}

  static byte[] page(ExportOrder order, Headway headway) {
    return WebPage.of(order.lesson(), order.at(), order.step(), order.texts(), headway::reached)
        .getBytes(StandardCharsets.UTF_8);
  }
}
