package org.gradloom.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gradloom.KnownLessons;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.TrainingPlan;
import org.gradloom.rule.Optimizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document and its table, as they go from one folder and one machine to another. */
class TableBesideTest {
  private static final String DOCUMENT = "wine.gradloom.json";

  @TempDir private Path home;
  private Path course;

  @BeforeEach
  void makeFolders() throws IOException {
    course = Files.createDirectories(home.resolve("ana").resolve("course"));
  }

  private static Path table(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "a,b\n1,2\n");
  }

  private static Lesson on(String table) {
    DataSource source =
        new DataSource(
            new DataSource.Table(table),
            new DataSource.TestRows(OptionalDouble.empty(), OptionalLong.empty()),
            false);
    return KnownLessons.twoLayers()
        .with(
            new TrainingPlan(
                new Optimizer.Sgd(0.1),
                1,
                1,
                false,
                OptionalLong.empty(),
                Optional.of(source),
                OptionalInt.empty()));
  }

  /** What the file says, and not where it is found. */
  private static String said(Path document) throws IOException {
    return tableOf(LessonReader.read(Files.readString(document)));
  }

  private static String tableOf(Lesson lesson) {
    return Optional.ofNullable(lesson.training())
        .flatMap(TrainingPlan::data)
        .flatMap(DataSource::table)
        .orElseThrow()
        .file();
  }

  private static String tableOf(Path document) {
    return tableOf(LessonReader.read(document));
  }

  private Path saved(String table) {
    Path document = course.resolve(DOCUMENT);
    LessonWriter.save(on(table), document);
    return document;
  }

  @ParameterizedTest
  @ValueSource(strings = {"wine.csv", "tables/red/wine.csv", "../tables/wine.csv"})
  void whatLiesNearTheDocumentIsNamedFromThere(String named) throws IOException {
    Path table = table(course.resolve(named).normalize());
    Path document = saved(table.toString());
    assertThat(said(document)).isEqualTo(named);
    assertThat(tableOf(document)).isEqualTo(table.toString());
    assertThat(LessonReader.read(document)).isEqualTo(on(table.toString()));
  }

  @Test
  void bothAreFoundInAnotherFolder() throws IOException {
    Path table = table(course.resolve("tables").resolve("wine.csv"));
    Path document = saved(table.toString());
    Path desk = home.resolve("ben");
    Files.move(course, desk);
    assertThat(tableOf(desk.resolve(document.getFileName())))
        .isEqualTo(desk.resolve("tables").resolve("wine.csv").toString());
  }

  @Test
  void whatLiesFurtherAwayIsNamedAsItIs() throws IOException {
    Path table = table(home.resolve("wine.csv"));
    Path document = saved(table.toString());
    assertThat(said(document)).isEqualTo(table.toString());
    assertThat(tableOf(document)).isEqualTo(table.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/home/somebody/wine.csv",
        "C:\\Users\\somebody\\wine.csv",
        "tables\\wine.csv",
        "elsewhere/wine.csv"
      })
  void aPathOfTheAuthorsLeadsToTheTableBesideTheDocument(String authors) throws IOException {
    Path document = saved(authors);
    Path table = table(course.resolve("wine.csv"));
    assertThat(tableOf(document)).isEqualTo(table.toString());
    LessonWriter.save(LessonReader.read(document), document);
    assertThat(said(document)).isEqualTo("wine.csv");
  }

  /** The user's own table is not taken for another of its name. */
  @Test
  void aPathThatLeadsToATableIsFollowedFirst() throws IOException {
    table(course.resolve("wine.csv"));
    Path meant = table(home.resolve("wine.csv"));
    assertThat(tableOf(saved(meant.toString()))).isEqualTo(meant.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"wine.csv", "/home/somebody/wine.csv", "", "..", "a\u0000b", "C:\\w.csv"})
  void whatIsNowhereStaysNamedAsItWas(String named) throws IOException {
    Path document = saved(named);
    assertThat(said(document)).isEqualTo(named);
    LessonWriter.save(LessonReader.read(document), document);
    assertThat(said(document)).isEqualTo(named);
  }
}
