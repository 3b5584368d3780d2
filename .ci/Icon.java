import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Draws the icon of the installed program: a row meets a column, in the colours of the app. */
@SuppressWarnings("DefaultPackage") // it is run from its source
final class Icon {
  private static final int CELLS = 3;
  private static final Color GROUND = new Color(0xffffff);
  private static final Color LINE = new Color(0xd9dee5);
  private static final Color CELL = new Color(0xe9edf2);
  private static final Color ROW = new Color(0xd6740f);
  private static final Color COLUMN = new Color(0x0b5cd8);
  private static final Color RESULT = new Color(0x7040bd);

  private Icon() {}

  /** Writes the icon in the format that the name of the file asks for: .png, .ico or .icns. */
  static void write(Path file) throws IOException {
    String name = file.toString();
    byte[] png = png(256);
    byte[] all = name.endsWith(".ico") ? ico(png) : name.endsWith(".icns") ? icns(png) : png;
    Files.write(file, all);
  }

  private static byte[] png(int size) throws IOException {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D to = image.createGraphics();
    to.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    to.scale(size / 64.0, size / 64.0);
    to.setColor(LINE);
    to.fill(new RoundRectangle2D.Double(2, 2, 60, 60, 14, 14));
    to.setColor(GROUND);
    to.fill(new RoundRectangle2D.Double(3, 3, 58, 58, 12, 12));
    for (int row = 0; row < CELLS; row++) {
      for (int column = 0; column < CELLS; column++) {
        to.setColor(colour(row, column));
        to.fill(new RoundRectangle2D.Double(9 + 16 * column, 9 + 16 * row, 14, 14, 5, 5));
      }
    }
    to.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static Color colour(int row, int column) {
    boolean inRow = row == 1;
    boolean inColumn = column == 2;
    if (inRow && inColumn) {
      return RESULT;
    }
    return inRow ? ROW : inColumn ? COLUMN : CELL;
  }

  /** Windows' format around one picture of 256 by 256, which it writes as 0 by 0. */
  private static byte[] ico(byte[] png) {
    int header = 22;
    return ByteBuffer.allocate(header + png.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) 0)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(0)
        .putShort((short) 1)
        .putShort((short) 32)
        .putInt(png.length)
        .putInt(header)
        .put(png)
        .array();
  }

  /** The format of macOS around one picture of 256 by 256. */
  private static byte[] icns(byte[] png) {
    int header = 8;
    return ByteBuffer.allocate(2 * header + png.length)
        .put("icns".getBytes(StandardCharsets.US_ASCII))
        .putInt(2 * header + png.length)
        .put("ic08".getBytes(StandardCharsets.US_ASCII))
        .putInt(header + png.length)
        .put(png)
        .array();
  }
}
