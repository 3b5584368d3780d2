package org.gradloom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
 *
 * <p>All files take two minutes of a core, a fifth of the whole build, so a build looks at those
 * that differ from the branch that this one tracks, as far as that has come, and CI at all.
 */
@Tag("checks")
class StaticChecksTest {
  private static final Path TOOLS = Path.of("target", "tools");

  /** On one core, and without the better code that takes longer to make than it saves here. */
  private static final List<String> VIRTUAL_MACHINE =
      List.of("-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1", "-XX:TieredStopAtLevel=1");

  private static final String THIS_FILE = "src/test/java/org/gradloom/StaticChecksTest.java";

  /** Where these are changed, others may be warned of than before. */
  private static final Set<String> RULES = Set.of("pom.xml", THIS_FILE);

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

  /** Names the source files to look at in a file, since a command line has not the room. */
  private String sources() throws Exception {
    Set<String> sources = all();
    if (!"all".equals(System.getProperty("checks"))) {
      Optional<Set<String>> changed = changed();
      if (changed.isPresent() && Collections.disjoint(changed.get(), RULES)) {
        sources.retainAll(changed.get());
        // At least one, so that it is seen that the tools work.
        sources.add(THIS_FILE);
      }
    }
    return "@" + Files.write(folder.resolve("sources"), sources);
  }

  private static Set<String> all() throws IOException {
    Set<String> sources = new TreeSet<>();
    for (String root : List.of("src", ".ci")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        files
            .map(file -> file.toString().replace('\\', '/'))
            .filter(file -> file.endsWith(".java"))
            .forEach(sources::add);
      }
    }
    return sources;
  }

  /** The files that are not as in the tracked branch; empty where there is none, or no Git. */
  private Optional<Set<String>> changed() throws Exception {
    Optional<List<String>> base = git("merge-base", "HEAD", "@{upstream}");
    if (base.isEmpty()) {
      return Optional.empty();
    }
    Optional<List<String>> differing = git("diff", "--name-only", base.get().getFirst());
    Optional<List<String>> added = git("ls-files", "--others", "--exclude-standard");
    return differing.flatMap(some ->
        added.map(more -> {
          Set<String> files = new TreeSet<>(some);
          files.addAll(more);
          return files;
        }));
  }

  /** The lines that Git answers with; empty where it refuses or is not there. */
  private Optional<List<String>> git(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.quotePath=false"));
    command.addAll(List.of(words));
    Path said = folder.resolve("git");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      return process.waitFor() == 0 ? Optional.of(Files.readAllLines(said)) : Optional.empty();
    } catch (IOException noGit) {
      return Optional.empty();
    }
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
