package org.gradloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradloom.KnownLessons;
import org.gradloom.Main;
import org.gradloom.files.LessonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Names beyond ASCII under a locale that has none. */
@EnabledOnOs(OS.LINUX)
class LocaleOfNamesTest {
  @TempDir private Path folder;

  private String run(String command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
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

  @Test
  void everyByteIsPassedOn() throws Exception {
    String given = "printf\0%s|\0Übung ∂\0it's \"$HOME\" `x` \\ *\0%d\0";
    assertThat(run(LocaleOfNames.script(given.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("Übung ∂|it's \"$HOME\" `x` \\ *|%d|");
  }

  @Test
  void aFileWhoseNameIsNoAsciiIsOpenedAndTheExitCodeComesBack() throws Exception {
    Files.writeString(folder.resolve("h.json"), LessonWriter.toText(KnownLessons.lessonH()));
    String java =
        ProcessHandle.current().info().command().orElseThrow()
            + " -XX:TieredStopAtLevel=1 -cp '"
            + absolute(System.getProperty("java.class.path"))
            + "' "
            + Main.class.getName();
    // The shell writes the name: this process may have no locale for it either.
    String name = "\"$(printf 'h\\303\\274.json')\"";
    String said = run("cp h.json " + name + "; " + java + " compute " + name + " --json; echo $?");
    assertThat(said).startsWith("{").endsWith("\n0");
    assertThat(run(java + " compute " + name + "x; echo $?"))
        .contains("hü.jsonx does not exist")
        .endsWith("2");
  }
}
