package org.gradloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradloom.KnownLessons;
import org.gradloom.Main;
import org.gradloom.files.LessonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that begins once more: with names beyond ASCII under a locale that has none, and with
 * an AOT cache beside the jar.
 */
@EnabledOnOs(OS.LINUX)
class RestartTest {
  @TempDir private Path folder;

  private String run(String command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    builder
        .environment()
        .keySet()
        .removeAll(Set.of("DISPLAY", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return said.strip();
  }

  /** The process works in another folder. */
  private static String absolute(String classPath) {
    return Stream.of(classPath.split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String java(String words) {
    return "'%s' %s".formatted(ProcessHandle.current().info().command().orElseThrow(), words);
  }

  private static String program() {
    return java(
        "-XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp '%s' %s"
            .formatted(absolute(System.getProperty("java.class.path")), Main.class.getName()));
  }

  @Test
  void aFileWhoseNameIsNoAsciiIsOpenedAndTheExitCodeComesBack() throws Exception {
    Files.writeString(folder.resolve("h.json"), LessonWriter.toText(KnownLessons.lessonH()));
    String java = program();
    // The shell writes the name: this process may have no locale for it either.
    String name = "\"$(printf 'h\\303\\274.json')\"";
    String said = run("cp h.json " + name + "; " + java + " compute " + name + " --json; echo $?");
    assertThat(said).startsWith("{").endsWith("\n0");
    assertThat(run(java + " compute " + name + "x; echo $?"))
        .contains("hü.jsonx does not exist")
        .endsWith("2");
  }

  @Test
  void everyByteOfAnArgumentIsPassedOn() throws Exception {
    assertThat(
            run(program() + " compute \"$(printf 'it\\047s \"$HOME\" `x` %%d \\134 \\303\\274')\""))
        .contains("it's \"$HOME\" `x` %d \\ ü does not exist");
  }

  /** Says with which options of its own it runs. */
  static final class SaysHow {
    private SaysHow() {}

    public static void main(String[] args) {
      Restart.ifItHelps(args);
      System.out.println(
          ManagementFactory.getRuntimeMXBean().getInputArguments()
              + " "
              + String.join(",", args)
              + " "
              + System.getProperty("sun.jnu.encoding"));
    }
  }

  private Path jarOf(Class<?> main) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, main.getName());
    attributes.put(
        Attributes.Name.CLASS_PATH,
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toUri().toString())
            .collect(Collectors.joining(" ")));
    attributes.putValue("Enable-Native-Access", "ALL-UNNAMED");
    Path jar = folder.resolve("says.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.finish();
    }
    return jar;
  }

  @Test
  void aCacheBesideTheJarIsUsedWhereItIsFresh() throws Exception {
    Path jar = jarOf(SaysHow.class);
    assertThat(run(java("-jar says.jar one two"))).startsWith("[] one,two ");

    // A cache that the JVM cannot use costs nothing but time, and it says nothing of it.
    Path cache = Files.createFile(Restart.cacheOf(jar));
    Files.setLastModifiedTime(cache, later(jar, 1));
    assertThat(run(java("-jar says.jar one two")))
        .startsWith(
            ("[-XX:AOTCache=%s, -Xlog:aot*=off,cds*=off, -XX:+UseSerialGC, -Xms72m, -Xmn40m,"
                 + " -XX:-UsePerfData, -XX:+UnlockDiagnosticVMOptions, -XX:ArchiveRelocationMode=0]"
                 + " one,two ")
                .formatted(cache));

    Files.setLastModifiedTime(cache, later(jar, -1));
    assertThat(run(java("-jar says.jar one two"))).startsWith("[] one,two ");
  }

  @Test
  void whereAWindowMayLetPeopleChooseAFileEveryNameCanBeOpened() throws Exception {
    jarOf(SaysHow.class);
    assertThat(run("DISPLAY=:0 " + java("-jar says.jar"))).endsWith("UTF-8");
    assertThat(run("DISPLAY=:0 " + java("-jar says.jar says.jar"))).endsWith("UTF-8");
    assertThat(run("DISPLAY=:0 " + java("-jar says.jar \"$(printf 'h\\303\\274.json')\"")))
        .endsWith("hü.json UTF-8");
    assertThat(run(java("-jar says.jar"))).doesNotEndWith("UTF-8");
    // A command prints in what the terminal can show.
    assertThat(run("DISPLAY=:0 " + java("-jar says.jar compute says.jar"))).doesNotEndWith("UTF-8");
  }

  @Test
  void whoGivesTheJvmOptionsMeansThem() throws Exception {
    Path jar = jarOf(SaysHow.class);
    Path cache = Files.createFile(Restart.cacheOf(jar));
    Files.setLastModifiedTime(cache, later(jar, 1));
    assertThat(run(java("-Xmx40m -jar says.jar"))).startsWith("[-Xmx40m] ");
    assertThat(run("_JAVA_OPTIONS=-Xmx40m " + java("-jar says.jar"))).doesNotContain("AOTCache");
  }

  private static FileTime later(Path file, int seconds) throws IOException {
    return FileTime.from(Files.getLastModifiedTime(file).toInstant().plusSeconds(seconds));
  }
}
