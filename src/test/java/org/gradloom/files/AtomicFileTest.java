package org.gradloom.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir private Path folder;

  private static void write(Path file, String text) {
    AtomicFile.write(file, target -> target.write(text));
  }

  private static String fault(Path file, AtomicFile.Content content) {
    InvalidInput fault =
        catchThrowableOfType(InvalidInput.class, () -> AtomicFile.write(file, content));
    assertThat(fault).isNotNull();
    return Texts.english().say(fault.said());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void createsAndReplacesAndLeavesNothingElse() throws IOException {
    Path file = folder.resolve("a.json");
    write(file, "old ½");
    write(file, "new ½");
    assertThat(file).hasContent("new ½");
    assertThat(names()).containsExactly("a.json");
  }

  @Test
  void aFailureWhileWritingLeavesTheOldFile() throws IOException {
    Path file = folder.resolve("a.json");
    write(file, "old");
    String said =
        fault(
            file,
            target -> {
              target.write("half of the ne".repeat(100_000));
              throw new IOException("Input/output error");
            });
    assertThat(said)
        .isEqualTo(
            file + " cannot be saved: Input/output error. What was there before is still there.");
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("a.json");
  }

  @Test
  void aMistakeOfTheProgramLeavesTheOldFileToo() throws IOException {
    Path file = folder.resolve("a.json");
    write(file, "old");
    assertThatThrownBy(() ->
            AtomicFile.write(
                file,
                target -> {
                  target.write("half");
                  throw new IllegalStateException();
                }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("a.json");
  }

  @Test
  void aFullDiskIsNamed() throws IOException {
    Path file = folder.resolve("a.json");
    assertThat(
            fault(
                file,
                target -> {
                  throw new IOException("No space left on device");
                }))
        .isEqualTo(
            file + " cannot be saved: the disk is full. What was there before is still there.");
    assertThat(names()).isEmpty();
  }

  @Test
  void aPlaceWithoutDirectoryIsNamed() {
    Path file = folder.resolve("none").resolve("a.json");
    assertThat(fault(file, target -> {}))
        .isEqualTo(file + " cannot be saved: there is no directory " + file.getParent() + ".");
  }

  @Test
  void aDirectoryIsNoFile() {
    assertThat(fault(folder, target -> {}))
        .isEqualTo(folder + " is a directory: give the path of a file to save to.");
  }

  @Test
  void whatIsNoOrdinaryFileStays() {
    Path device = Path.of("/dev/null");
    assumeThat(Files.exists(device)).isTrue();
    assertThat(fault(device, target -> {}))
        .isEqualTo("/dev/null cannot be saved: it is no ordinary file.");
  }

  @Test
  void readOnlyFilesAndDirectoriesAreNamed() throws IOException {
    Path file = folder.resolve("a.json");
    write(file, "old");
    assumeThat(file.toFile().setWritable(false) && !Files.isWritable(file))
        .as("this user is bound by permissions")
        .isTrue();
    assertThat(fault(file, target -> {})).isEqualTo(file + " cannot be saved: it is read-only.");
    assumeThat(folder.toFile().setWritable(false)).isTrue();
    try {
      Path other = folder.resolve("b.json");
      assertThat(fault(other, target -> {}))
          .isEqualTo(other + " cannot be saved: you may not write in " + folder + ".");
    } finally {
      assertThat(folder.toFile().setWritable(true)).isTrue();
    }
  }

  @Test
  void permissionsStay() throws IOException {
    assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
    Path file = folder.resolve("a.json");
    write(file, "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    write(file, "new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void aLinkStaysAndItsTargetIsReplaced() throws IOException {
    assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path real = inner.resolve("real.json");
    write(real, "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("inner/real.json"));
    write(link, "new");
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(real).hasContent("new");

    Path dangling = Files.createSymbolicLink(folder.resolve("d"), inner.resolve("fresh.json"));
    write(dangling, "first");
    assertThat(inner.resolve("fresh.json")).hasContent("first");
    assertThat(Files.isSymbolicLink(dangling)).isTrue();
  }
}
