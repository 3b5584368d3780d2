package org.gradloom.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What arrays a file for NumPy holds, as its own headers say, for whoever cannot read numbers. */
public final class HeldArrays {
  private static final Pattern SHAPE = Pattern.compile("'shape': \\((\\d+), ?(\\d*)\\)");
  private static final String ENDING = ".npy";

  private HeldArrays() {}

  /** One line an array, such as {@code W1 3 × 2}; none of another kind. */
  public static List<String> of(ExportKind kind, byte[] file) {
    return switch (kind) {
      case NPY -> List.of(shape(file));
      case NPZ -> named(file);
      case HTML,
          HANDOUT,
          SLIDES,
          LATEX,
          MARKDOWN,
          SVG,
          PNG,
          GIF,
          CARDS,
          NUMPY,
          PYTORCH,
          JAVA,
          NOTEBOOK,
          CSV,
          JSON ->
          List.of();
    };
  }

  private static List<String> named(byte[] file) {
    List<String> all = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        all.add(entry.getName().replace(ENDING, "") + " " + shape(zip.readAllBytes()));
      }
    } catch (IOException e) {
      // Nothing here is read from anything but memory.
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** Rows and columns, or how long a list is. */
  private static String shape(byte[] array) {
    Matcher found = SHAPE.matcher(new String(array, StandardCharsets.ISO_8859_1));
    if (!found.find()) {
      throw new IllegalStateException("An array has a shape");
    }
    return found.group(2).isEmpty() ? found.group(1) : found.group(1) + " × " + found.group(2);
  }
}
