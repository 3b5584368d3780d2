package org.gradloom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every source file is as google-java-format writes it, and gives javac, Error Prone and NullAway
 * nothing to warn of. They are tests so that they run beside those that show a window, of which
 * only one runs at a time, and on one core alone; and programs of their own, with their own heap,
 * options and JDK classes opened to them. Maven copies the tools into {@code target/tools} before
 * the tests.
 */
@Tag("checks")
class StaticChecksTest {
  private static final Path TOOLS = Path.of("target", "tools");

  /** On one core, and without the better code that takes longer to make than it saves here. */
  private static final List<String> VIRTUAL_MACHINE =
      List.of("-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1", "-XX:TieredStopAtLevel=1");

  @TempDir private Path folder;

  @Test
  void everyFileIsAsTheFormatterWritesIt() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(program("java"));
    command.addAll(VIRTUAL_MACHINE);
    for (String part : List.of("api", "code", "file", "parser", "tree", "util")) {
      command.add("--add-exports=jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED");
    }
    command.addAll(List.of("-classpath", jars("format")));
    command.add("com.google.googlejavaformat.java.Main");
    command.addAll(List.of("--dry-run", "--set-exit-if-changed", sources()));
    assertPasses("`mvn -Pformat` mends what is written otherwise", command);
  }

  @Test
  void nothingIsWarnedOf() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(program("javac"));
    VIRTUAL_MACHINE.forEach(option -> command.add("-J" + option));
    for (String part :
        List.of("api", "file", "main", "model", "parser", "processing", "tree", "util")) {
      command.add("-J--add-exports=jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED");
    }
    for (String part : List.of("code", "comp")) {
      command.add("-J--add-opens=jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED");
    }
    command.addAll(List.of("--release", release(), "-encoding", "UTF-8"));
    command.addAll(List.of("-parameters", "-proc:none"));
    // Every warning left on is one to mend. Off: what concerns only serialized objects, subclasses
    // outside this program, and archives of other people.
    command.addAll(List.of("-Xlint:all,-serial,-this-escape,-path,-classfile,-options", "-Werror"));
    // Maven has written the classes.
    command.addAll(List.of("--should-stop=ifError=FLOW", "--should-stop=ifNoError=FLOW"));
    command.add("-XDcompilePolicy=simple");
    command.add("-XDaddTypeAnnotationsToSymbol=true");
    command.addAll(List.of("-processorpath", jars("checks")));
    command.add(
        "-Xplugin:ErrorProne -Xep:NullAway:ERROR"
            + " -XepOpt:NullAway:AnnotatedPackages=org.gradloom"
            + " -XepOpt:NullAway:CustomInitializerAnnotations=org.testfx.framework.junit5.Start");
    command.addAll(List.of("-d", folder.resolve("classes").toString()));
    command.addAll(List.of("-classpath", System.getProperty("java.class.path"), sources()));
    assertPasses("no warnings", command);
  }

  /** Of Java; a newer JDK could warn of more. */
  private static String release() throws IOException {
    Matcher release =
        Pattern.compile("<jdk.release>(\\d+)<").matcher(Files.readString(Path.of("pom.xml")));
    assertThat(release.find()).isTrue();
    return release.group(1);
  }

  private static String program(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private static String jars(String tool) throws IOException {
    try (Stream<Path> files = Files.list(TOOLS.resolve(tool))) {
      return String.join(File.pathSeparator, files.map(Path::toString).sorted().toList());
    }
  }

  /** Names every source file in a file, since a command line has not the room. */
  private String sources() throws IOException {
    List<String> sources = new ArrayList<>();
    for (String root : List.of("src", ".ci")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        files
            .map(file -> file.toString().replace('\\', '/'))
            .filter(file -> file.endsWith(".java"))
            .forEach(sources::add);
      }
    }
    return "@" + Files.write(folder.resolve("sources"), sources);
  }

  private void assertPasses(String what, List<String> command) throws Exception {
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    int exit = process.waitFor();
    // In the system's own encoding, in which the program wrote.
    String words = Files.readString(said, Charset.forName(System.getProperty("native.encoding")));
    assertThat(exit).as("%s:%n%s", what, words).isZero();
  }
}
