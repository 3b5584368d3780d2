package org.gradloom.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is dropped into a folder is found, in a directory and in a jar. */
class AssetsTest {
  private static final List<String> PATHS =
      List.of(
          "assets/a b/two.css",
          "assets/a b/one.css",
          "assets/a b/one.txt",
          "assets/a b/deep/x.css");

  @TempDir private Path folder;

  private void holdsTheFiles(URL place) throws IOException {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {place}, null)) {
      Assets assets = new Assets(loader);
      assertThat(assets.beside("assets/a b/one.css", ".css")).containsExactly("one", "two");
      assertThat(assets.text("assets/a b/two.css")).isEqualTo("assets/a b/two.css: ∂");
      // Listing has closed nothing that is needed.
      assertThat(assets.beside("assets/a b/two.css", ".txt")).containsExactly("one");
      assertThat(assets.text("assets/a b/one.css")).isEqualTo("assets/a b/one.css: ∂");
      assertThatThrownBy(() -> assets.url("assets/none.css"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("assets/none.css");
    }
  }

  @Test
  void inADirectory() throws IOException {
    for (String path : PATHS) {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, path + ": ∂");
    }
    holdsTheFiles(folder.toUri().toURL());
  }

  @Test
  void inAJarThatKnowsOfNoFolders() throws IOException {
    Path jar = folder.resolve("program.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      for (String path : PATHS) {
        entries.putNextEntry(new ZipEntry(path));
        entries.write((path + ": ∂").getBytes(StandardCharsets.UTF_8));
        entries.closeEntry();
      }
    }
    holdsTheFiles(jar.toUri().toURL());
  }

  @Test
  void ofThisProgram() {
    assertThat(Assets.ofProgram().beside("assets/themes/light.css", ".css"))
        .contains("dark", "light");
    assertThat(
            Assets.ofProgram()
                .beside("assets/lessons/add-the-cards.gradloom.json", ".gradloom.json"))
        .hasSize(14)
        .contains("row-meets-column", "two-layers");
  }
}
