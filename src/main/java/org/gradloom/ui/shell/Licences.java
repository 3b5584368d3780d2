package org.gradloom.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The licences of the libraries that the app is shipped with. */
final class Licences {
  private static final String FOLDER = "/assets/licences/";

  private Licences() {}

  /** One library. */
  record Licence(String name, String version, String licence, String file) {
    @Override
    public String toString() {
      return name + " " + version + " · " + licence;
    }
  }

  static List<Licence> all() {
    return read("index.tsv")
        .lines()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .map(parts -> new Licence(parts[0], parts[1], parts[2], parts[3]))
        .toList();
  }

  /** The licence's own text. */
  static String text(Licence licence) {
    return read(licence.file());
  }

  private static String read(String file) {
    try (InputStream stream = Licences.class.getResourceAsStream(FOLDER + file)) {
      if (stream == null) {
        throw new IllegalStateException("No licence at " + FOLDER + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
