package org.gradloom.assets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The files packed beside the program, by their paths, such as {@code assets/themes/dark.css}. */
public final class Assets {
  private final ClassLoader loader;

  Assets(ClassLoader loader) {
    this.loader = loader;
  }

  /** Those of this program. */
  public static Assets ofProgram() {
    return new Assets(Assets.class.getClassLoader());
  }

  /**
   * Where a file is.
   *
   * @throws IllegalStateException if there is none, which is a mistake in the program
   */
  public URL url(String path) {
    URL found = loader.getResource(path);
    if (found == null) {
      throw new IllegalStateException("There is no file " + path);
    }
    return found;
  }

  /** What a file holds. */
  public InputStream open(String path) {
    try {
      return url(path).openStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of text in UTF-8. */
  public String text(String path) {
    try (InputStream stream = open(path)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The files of a folder that have an ending, without it, in the order of the alphabet.
   *
   * @param known a file of that folder. A jar need not know of folders, but of every file.
   * @param ending such as {@code .css}
   */
  public List<String> beside(String known, String ending) {
    String folder = known.substring(0, known.lastIndexOf('/') + 1);
    try {
      return names(url(known), folder).stream()
          .filter(name -> name.endsWith(ending) && name.indexOf('/') < 0)
          .map(name -> name.substring(0, name.length() - ending.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files below the folder that this file lies in, by their names from there. */
  private static List<String> names(URL known, String folder) throws IOException {
    URLConnection connection = known.openConnection();
    if (connection instanceof JarURLConnection inJar) {
      // Not the class loader's own, which must stay open.
      inJar.setUseCaches(false);
      try (JarFile jar = inJar.getJarFile()) {
        return jar.stream()
            .map(entry -> entry.getName())
            .filter(name -> name.startsWith(folder))
            .map(name -> name.substring(folder.length()))
            .toList();
      }
    }
    Path folderOnDisk = Path.of(uri(known)).resolveSibling("");
    try (Stream<Path> files = Files.list(folderOnDisk)) {
      return files.map(file -> folderOnDisk.relativize(file).toString()).toList();
    }
  }

  private static URI uri(URL url) {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
