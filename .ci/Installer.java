import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.gradloom.cli.Restart;

/**
 * Makes what a person without Java installs: the program with a Java runtime of its own, and from
 * it this system's kind of package.
 *
 * <p>JavaFX is linked into the runtime, native libraries and all: from its jars it would copy these
 * to the user's home at the first start. On Linux an AOT cache comes with it, and a script starts
 * it: jpackage's launcher asks the package manager twice who owns it, at every start. A cache is
 * taken only where every jar has the time of change that it had then, so all files get one fixed
 * time, here and in the package.
 */
@SuppressWarnings("DefaultPackage") // the launcher runs it straight from its source
final class Installer {
  private static final String OS = System.getProperty("os.name").toLowerCase(Locale.ROOT);
  private static final boolean WINDOWS = OS.contains("win");
  private static final boolean MAC = OS.contains("mac");
  private static final boolean LINUX = !WINDOWS && !MAC;
  private static final String NAME = LINUX ? "gradloom" : "Gradloom";

  /** JavaFX's jar of one module for one system; beside it lies an empty one without a system. */
  private static final Pattern JAVAFX = Pattern.compile("javafx-(\\w+)-[\\d.]+-[\\w-]+\\.jar");

  private static final Pattern NATIVE = Pattern.compile("[^/]+\\.(so|dll|dylib)");

  private static final String MAIN = "org.gradloom.Main";

  private static final String JAR = "gradloom.jar";

  /** Without this the JDK warns at every start: JavaFX and what calls BLAS are native. */
  private static final String NATIVE_ACCESS = "--enable-native-access=javafx.graphics,ALL-UNNAMED";

  private final Path project;
  private final Path folder;
  private final String version;
  private final Instant time;

  private Installer(Path project, Path folder, String version, Instant time) {
    this.project = project;
    this.folder = folder;
    this.version = version;
    this.time = time;
  }

  /** Arguments: the version of the program, and the time that its files get. */
  public static void main(String[] args) throws Exception {
    Path project = Path.of("").toAbsolutePath();
    Installer installer =
        new Installer(
            project, project.resolve("target/installer"), args[0], Instant.parse(args[1]));
    try {
      installer.make();
    } catch (Tools.Refusal refusal) {
      System.out.println("The installer: " + refusal.getMessage());
      System.exit(1);
    }
  }

  private void make() throws Exception {
    Tools.delete(folder);
    Files.createDirectories(folder);
    Path app = Files.createDirectory(folder.resolve("app"));
    Path javafx = Files.createDirectory(folder.resolve("javafx"));
    sortJars(app, javafx);
    link(app, javafx);
    Path image = image(app);
    say(image, "with a Java runtime of its own");
    Path packages = Files.createDirectory(folder.resolve("package"));
    if (LINUX) {
      addCache(image);
      new DebianPackage(project, version, time).make(image, folder.resolve("debian"), packages);
    } else {
      makePackage(image, packages);
    }
    for (Path made : Tools.list(packages)) {
      say(made, "to install");
    }
  }

  /** The program's jars into one folder, JavaFX's as modules for the linker into the other. */
  private void sortJars(Path app, Path javafx) throws Exception {
    Path jar = project.resolve("target").resolve(JAR);
    Files.copy(jar, app.resolve(jar.getFileName()));
    for (Path library : libraries(jar)) {
      String name = library.getFileName().toString();
      if (!name.startsWith("javafx-")) {
        Files.copy(library, app.resolve(name));
      } else if (JAVAFX.matcher(name).matches()) {
        moduleOf(library, javafx);
      }
    }
  }

  /** What the jar names; beside it may lie what an earlier build needed. */
  private static List<Path> libraries(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      String names = file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return Stream.of(names.split(" ")).map(jar::resolveSibling).toList();
    }
  }

  /** The linker puts native libraries where they belong if they come apart from the classes. */
  private void moduleOf(Path jar, Path javafx) throws Exception {
    String module = JAVAFX.matcher(jar.getFileName().toString()).replaceAll("javafx.$1");
    Path classes = Files.createDirectories(folder.resolve("unpacked").resolve(module));
    Path natives = Files.createDirectories(folder.resolve("natives").resolve(module));
    Path legal = Files.createDirectories(folder.resolve("legal").resolve(module));
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        // JavaFX for Eclipse's windows, of no use in a window of its own.
        if (!entry.isDirectory() && !entry.getName().equals("javafx-swt.jar")) {
          boolean code = NATIVE.matcher(entry.getName()).matches();
          Path file = (code ? natives : classes).resolve(entry.getName());
          Files.createDirectories(file.getParent());
          try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, file);
          }
        }
      }
    }
    for (String licence : List.of("gpl-2.0-with-classpath-exception.txt", "openjfx-parts.txt")) {
      Files.copy(project.resolve("assets/licences").resolve(licence), legal.resolve(licence));
    }
    Tools.run(
        time,
        List.of(
            Tools.ofJdk("jmod"),
            "create",
            "--class-path",
            classes,
            "--libs",
            natives,
            "--legal-notices",
            legal,
            javafx.resolve(module + ".jmod")));
  }

  /** A runtime of the modules that the program needs. */
  private void link(Path app, Path javafx) throws Exception {
    List<Object> ask =
        new ArrayList<>(
            List.of(
                Tools.ofJdk("jdeps"),
                "--multi-release",
                Runtime.version().feature(),
                "--ignore-missing-deps",
                "--print-module-deps",
                "--module-path",
                folder.resolve("unpacked")));
    ask.addAll(Tools.list(app));
    String modules = Tools.run(time, ask).strip();
    Tools.run(
        time,
        List.of(
            Tools.ofJdk("jlink"),
            "--module-path",
            javafx,
            "--add-modules",
            modules,
            "--strip-java-debug-attributes",
            "--no-header-files",
            "--no-man-pages",
            "--compress",
            "zip-9",
            "--output",
            folder.resolve("runtime")));
  }

  private Path image(Path app) throws Exception {
    Path icon = folder.resolve(WINDOWS ? "gradloom.ico" : MAC ? "gradloom.icns" : "gradloom.png");
    Icon.write(icon);
    Path licences = Files.createDirectory(folder.resolve("licences"));
    Files.copy(project.resolve("LICENSE"), licences.resolve("gradloom.txt"));
    for (Path licence : Tools.list(project.resolve("assets/licences"))) {
      Files.copy(licence, licences.resolve(licence.getFileName()));
    }
    Tools.run(
        time,
        List.of(
            Tools.ofJdk("jpackage"),
            "--type",
            "app-image",
            "--name",
            NAME,
            "--app-version",
            packageVersion(),
            "--vendor",
            "Gradloom",
            "--description",
            "Backpropagation with matrices, walked term by term",
            "--icon",
            icon,
            "--input",
            app,
            "--main-jar",
            JAR,
            "--main-class",
            MAIN,
            "--runtime-image",
            folder.resolve("runtime"),
            "--java-options",
            NATIVE_ACCESS,
            "--app-content",
            licences,
            "--dest",
            folder.resolve("image")));
    return Tools.list(folder.resolve("image")).getFirst();
  }

  /** The cache, and the script that starts the program with it. */
  private void addCache(Path image) throws Exception {
    Tools.setTimes(image, time);
    Path app = image.resolve("lib/app");
    Path cache = app.resolve("gradloom.aot");
    Path java = image.resolve("lib/runtime/bin/java");
    Cache.make(cache, java.toString(), program(app, app.toString()));
    say(cache, "in it");
    Files.delete(app.resolve("gradloom.cfg"));
    Files.delete(image.resolve("lib/libapplauncher.so"));
    Path script = image.resolve("bin/gradloom");
    Files.writeString(
        script,
        """
        #!/bin/sh
        # Without its cache, or with one of other jars, the program starts just as silently.
        lib=$(dirname "$(dirname "$(readlink -f "$0")")")/lib
        exec "$lib/runtime/bin/java" %s "$@"
        """
            .formatted(
                Stream.concat(
                        Restart.optionsFor("$lib/app/gradloom.aot").stream(),
                        program(app, "$lib/app").stream())
                    .map(word -> '"' + word + '"')
                    .collect(Collectors.joining(" "))));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    Tools.setTimes(image, time);
  }

  /** What java is to run: the same words for the cache and for every start, or it is not taken. */
  private static List<String> program(Path app, String folder) throws IOException {
    String classPath =
        Tools.list(app).stream()
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(".jar"))
            // What the program looks up is mostly its own.
            .sorted(Comparator.comparing(name -> !name.equals(JAR)))
            .map(name -> folder + "/" + name)
            .collect(Collectors.joining(":"));
    return List.of(NATIVE_ACCESS, "-cp", classPath, MAIN);
  }

  private void makePackage(Path image, Path packages) throws Exception {
    List<Object> command =
        new ArrayList<>(
            List.of(
                Tools.ofJdk("jpackage"),
                "--type",
                WINDOWS ? "msi" : "dmg",
                "--app-image",
                image,
                "--name",
                NAME,
                "--app-version",
                packageVersion(),
                "--license-file",
                project.resolve("LICENSE"),
                "--dest",
                packages));
    if (WINDOWS) {
      command.addAll(List.of("--win-menu", "--win-per-user-install"));
    }
    Tools.run(time, command);
  }

  /** macOS takes no version that begins with 0. */
  private String packageVersion() {
    return MAC && version.startsWith("0.") ? "1" + version.substring(1) : version;
  }

  private static void say(Path made, String what) throws IOException {
    System.out.println(
        "The installer: " + made + ", " + Tools.megabytes(made) + " MB, " + what + ".");
  }
}
