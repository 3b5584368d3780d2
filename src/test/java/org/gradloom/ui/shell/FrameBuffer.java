package org.gradloom.ui.shell;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/**
 * A screen of Xvfb's, which keeps its picture in a file in the format of {@code xwd}: mapped into
 * memory, it can be looked at without asking the server or the program that draws.
 */
final class FrameBuffer implements AutoCloseable {
  /** An empty window has one colour, or two with its border; letters alone have more. */
  private static final int COLOURS_OF_A_PICTURE = 8;

  /** A picture that stands still so long is whole. */
  private static final long STILL = TimeUnit.MILLISECONDS.toNanos(1500);

  /** Every so many lines are looked at: often enough to meet every word. */
  private static final int EVERY = 3;

  private final Process server;
  private final String display;
  private final int width;
  private final int height;
  private final IntBuffer[] lines;
  private final int[][] seen;
  private int[][] first = new int[0][];

  private FrameBuffer(Process server, String display, ByteBuffer file) {
    this.server = server;
    this.display = display;
    int headerSize = file.getInt(0);
    this.width = file.getInt(16);
    this.height = file.getInt(20);
    int bytesPerLine = file.getInt(48);
    int start = headerSize + 12 * file.getInt(76);
    ByteOrder order = file.getInt(28) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    this.lines = new IntBuffer[height];
    this.seen = new int[height][width];
    for (int y = 0; y < height; y++) {
      lines[y] = file.slice(start + y * bytesPerLine, 4 * width).order(order).asIntBuffer();
    }
  }

  /** When a picture was seen, in seconds. */
  record Seen(double first, double whole) {}

  /** What is to be done at once when the first picture is seen. */
  interface AtFirst {
    void look() throws IOException;
  }

  /** Starts a server with a screen of this size, in pixels. */
  static FrameBuffer open(int width, int height) throws IOException {
    Path folder = Files.createTempDirectory("gradloom-xvfb");
    Process server =
        new ProcessBuilder(
                "Xvfb",
                "-displayfd",
                "1",
                "-screen",
                "0",
                width + "x" + height + "x24",
                "-nocursor",
                "-nolisten",
                "tcp",
                "-fbdir",
                folder.toString())
            .redirectError(folder.resolve("xvfb.log").toFile())
            .start();
    String display = server.inputReader().readLine();
    if (display == null) {
      throw new IOException(Files.readString(folder.resolve("xvfb.log")));
    }
    try (FileChannel file =
        FileChannel.open(folder.resolve("Xvfb_screen0"), StandardOpenOption.READ)) {
      return new FrameBuffer(
          server, ":" + display, file.map(FileChannel.MapMode.READ_ONLY, 0, file.size()));
    }
  }

  String display() {
    return display;
  }

  /** Waits until nothing is shown. */
  void awaitEmpty() throws InterruptedException {
    do {
      TimeUnit.MILLISECONDS.sleep(50);
      look();
    } while (colours() >= COLOURS_OF_A_PICTURE);
  }

  /**
   * Waits until there is a picture that stands still.
   *
   * @param begin from when the time is counted, in nanoseconds
   * @throws IllegalStateException if there is none for so many seconds
   */
  Seen awaitPicture(long begin, long patience, AtFirst atFirst)
      throws IOException, InterruptedException {
    double whole = 0;
    double firstSeen = 0;
    long changed = begin;
    while (firstSeen == 0 || System.nanoTime() - changed < STILL) {
      TimeUnit.MILLISECONDS.sleep(4);
      long now = System.nanoTime();
      if (now - begin > TimeUnit.SECONDS.toNanos(patience)) {
        throw new IllegalStateException("no picture that stands still");
      }
      if (look()) {
        changed = now;
        whole = (now - begin) / 1e9;
        if (firstSeen == 0 && colours() >= COLOURS_OF_A_PICTURE) {
          atFirst.look();
          firstSeen = whole;
          first = copy();
        }
      }
    }
    return new Seen(firstSeen, whole);
  }

  /** Takes in what is on the screen; tells whether it differs from what was seen last. */
  private boolean look() {
    boolean changed = false;
    for (int y = 0; y < height; y += EVERY) {
      if (lines[y].mismatch(IntBuffer.wrap(seen[y])) >= 0) {
        lines[y].get(0, seen[y]);
        changed = true;
      }
    }
    return changed;
  }

  private long colours() {
    Set<Integer> found = new HashSet<>();
    for (int y = 0; y < height && found.size() < COLOURS_OF_A_PICTURE; y += EVERY) {
      int last = seen[y][0];
      found.add(last);
      for (int pixel : seen[y]) {
        if (pixel != last) {
          last = pixel;
          found.add(last);
        }
      }
    }
    return found.size();
  }

  private int[][] copy() {
    int[][] picture = new int[height][width];
    for (int y = 0; y < height; y++) {
      lines[y].get(0, picture[y]);
    }
    return picture;
  }

  /** Saves the first picture and the whole one. */
  void save(Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    write(first, folder.resolve(name + "-first.png"));
    write(copy(), folder.resolve(name + "-whole.png"));
  }

  private void write(int[][] picture, Path file) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      image.setRGB(0, y, width, 1, picture[y], 0, width);
    }
    ImageIO.write(image, "png", file.toFile());
  }

  @Override
  public void close() {
    server.destroy();
  }
}
