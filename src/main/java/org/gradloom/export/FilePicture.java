package org.gradloom.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Message;

/**
 * What can be looked at of a file before it is written, for whoever can show pixels alone.
 *
 * @param pixels PNG or GIF, with twice the pixels each way that it has on paper or in a text
 * @param width in pixels
 * @param height in pixels
 * @param said how large the file is
 */
@SuppressWarnings("ArrayRecordComponent") // handed from the maker to a window, and never compared
public record FilePicture(byte[] pixels, int width, int height, Message said) {
  private static final int SCALE = 2;

  /**
   * The picture of a file: itself, its first page, or the same in pixels; none of a text or of
   * numbers.
   *
   * @param file what this kind has made of the order
   * @param headway may end it by an exception of its own
   */
  public static Optional<FilePicture> of(
      ExportKind kind, ExportOrder order, byte[] file, Headway headway) {
    try {
      return switch (kind) {
        case PNG -> Optional.of(ofPixels("png", file, file.length, "export.seen.png"));
        case GIF, CARDS -> Optional.of(ofPixels("gif", file, file.length, "export.seen.gif"));
        case SVG ->
            Optional.of(
                ofPixels(
                    "png", ExportKind.PNG.write(order, headway), file.length, "export.seen.svg"));
        case HANDOUT, SLIDES -> Optional.of(firstPage(file));
        case HTML, LATEX, MARKDOWN, NUMPY, PYTORCH, JAVA, NOTEBOOK, NPY, NPZ, CSV, JSON ->
            Optional.empty();
      };
    } catch (IOException e) {
      // Nothing here is read from or written to anything but memory.
      throw new UncheckedIOException(e);
    }
  }

  private static FilePicture ofPixels(String format, byte[] pixels, int length, String key)
      throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(pixels))) {
      reader.setInput(in);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      return new FilePicture(
          pixels,
          width,
          height,
          Message.of(key, width, height, Numbers.bytes(length), reader.getNumImages(true)));
    } finally {
      reader.dispose();
    }
  }

  private static FilePicture firstPage(byte[] file) throws IOException {
    try (PDDocument pages = Loader.loadPDF(file)) {
      ByteArrayOutputStream pixels = new ByteArrayOutputStream();
      var page = new PDFRenderer(pages).renderImage(0, SCALE);
      ImageIO.write(page, "png", pixels);
      return new FilePicture(
          pixels.toByteArray(),
          page.getWidth(),
          page.getHeight(),
          Message.of("export.seen.pages", pages.getNumberOfPages(), Numbers.bytes(file.length)));
    }
  }
}
