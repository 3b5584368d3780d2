import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Packs the program for Debian, Ubuntu and their kin.
 *
 * <p>Each file lies where the system looks for its kind, and the system's own triggers do the rest:
 * there is no script that runs at an installation, so nothing can stay behind. jpackage would ask
 * for every library of the machine it runs on, under the names of that one release, and would run
 * scripts that fail where there is no desktop.
 */
@SuppressWarnings("DefaultPackage") // the launcher runs it straight from its source
final class DebianPackage {
  private final Path project;
  private final String version;
  private final Instant time;

  /**
   * For one version.
   *
   * @param project the folder of the source
   * @param time what no file in it may be later than
   */
  DebianPackage(Path project, String version, Instant time) {
    this.project = project;
    this.version = version;
    this.time = time;
  }

  /**
   * Makes the package.
   *
   * @param image the program with its runtime
   * @param root where to lay out what is packed
   * @param to the folder for the package
   */
  void make(Path image, Path root, Path to) throws Exception {
    String architecture = architecture();
    Tools.copy(image, root.resolve("opt/gradloom"));
    Path bin = Files.createDirectories(root.resolve("usr/bin"));
    Files.createSymbolicLink(bin.resolve("gradloom"), Path.of("/opt/gradloom/bin/gradloom"));
    Path icons = Files.createDirectories(root.resolve("usr/share/icons/hicolor/256x256/apps"));
    Icon.write(icons.resolve("gradloom.png"));
    write(
        root.resolve("usr/share/applications/gradloom.desktop"),
        """
        [Desktop Entry]
        Type=Application
        Name=Gradloom
        Comment=Walk backpropagation term by term, with matrices
        Exec=/usr/bin/gradloom %f
        Icon=gradloom
        Terminal=false
        Categories=Education;Science;Math;
        MimeType=application/vnd.gradloom+json;
        """);
    write(
        root.resolve("usr/share/mime/packages/gradloom.xml"),
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
          <mime-type type="application/vnd.gradloom+json">
            <comment>Gradloom document</comment>
            <sub-class-of type="application/json"/>
            <glob pattern="*.gradloom.json"/>
          </mime-type>
        </mime-info>
        """);
    write(
        root.resolve("usr/share/doc/gradloom/copyright"),
        "What Gradloom stands on has licences of its own, in /opt/gradloom/lib/licences"
            + " (index.tsv lists them) and /opt/gradloom/lib/runtime/legal.\n\n"
            + Files.readString(project.resolve("LICENSE")));
    write(
        root.resolve("DEBIAN/control"),
        """
        Package: gradloom
        Version: %s
        Architecture: %s
        Section: education
        Priority: optional
        Installed-Size: %d
        Maintainer: Gradloom
        Depends: libc6, libgtk-3-0, libxtst6
        Recommends: libgl1, libxxf86vm1
        Description: backpropagation with matrices, walked term by term
         Gradloom teaches backpropagation the way it is implemented: with matrices.
         It brings a Java runtime of its own.
        """
            .formatted(version, architecture, 1000 * Tools.megabytes(image)));
    Path made = to.resolve("gradloom_%s_%s.deb".formatted(version, architecture));
    try {
      Tools.run(time, List.of("dpkg-deb", "--root-owner-group", "--build", root, made));
    } catch (IOException missing) {
      throw new Tools.Refusal(
          "the image is done, but a .deb is made with dpkg-deb: install the package dpkg.");
    }
  }

  /** What Debian calls this machine's processor. */
  private static String architecture() {
    String name = System.getProperty("os.arch");
    return name.equals("aarch64") ? "arm64" : name;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
