package org.gradloom.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gradloom.files.Progress.Reached;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressFileTest {
  private static final Progress SOME =
      Progress.NONE.at("row-meets-column", 7, 7).at("add-the-cards", 3, 7);

  @TempDir private Path folder;
  private Path path;
  private ProgressFile file;

  @BeforeEach
  void name() {
    path = folder.resolve("progress.json");
    file = new ProgressFile(path);
  }

  private static String said(Optional<Message> fault) {
    return fault.map(Texts.english()::say).orElse("");
  }

  @Test
  void whatIsAddedIsLoaded() {
    ProgressFile deep = new ProgressFile(folder.resolve("new/deep/progress.json"));
    assertThat(deep.load()).isEqualTo(new LearnerFile.Kept<>(Progress.NONE, Optional.empty()));
    assertThat(deep.add(SOME)).isEmpty();
    assertThat(deep.load()).isEqualTo(new LearnerFile.Kept<>(SOME, Optional.empty()));
  }

  @Test
  void theFileCanBeReadByPeople() throws IOException {
    file.add(SOME);
    assertThat(path)
        .content()
        .isEqualTo(
            """
            {
              "gradloomProgress": 1,
              "last": "add-the-cards",
              "lessons": {
                "add-the-cards": {
                  "beat": 3,
                  "beats": 7,
                  "done": false
                },
                "row-meets-column": {
                  "beat": 7,
                  "beats": 7,
                  "done": true
                }
              }
            }
            """);
  }

  @Test
  void whatAnotherWindowHasWrittenStays() {
    file.add(SOME);
    new ProgressFile(path).add(Progress.NONE.at("one-sample", 2, 6));
    file.add(Progress.NONE.at("add-the-cards", 4, 7));
    Progress both = file.load().held();
    assertThat(both.of("one-sample")).contains(new Reached(2, 6, false));
    assertThat(both.of("add-the-cards")).contains(new Reached(4, 7, false));
    assertThat(both.of("row-meets-column")).contains(new Reached(7, 7, true));
    assertThat(both.last()).contains("add-the-cards");
  }

  @Test
  void itCanBeErased() {
    file.add(SOME);
    assertThat(file.erase()).isEmpty();
    assertThat(file.load().held()).isEqualTo(Progress.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "\u0000\u0001",
        "{\"gradloomProgress\": 1, \"lessons\": {\"one\": 3}}",
        "{\"gradloomProgress\": 1, \"lessons\": {\"one\": {\"beat\": 0, \"beats\": 7}}}"
      })
  void aBrokenFileIsSaidAndKeptAside(String content) throws IOException {
    Files.writeString(path, content);
    LearnerFile.Kept<Progress> kept = file.load();
    assertThat(kept.held()).isEqualTo(Progress.NONE);
    Path aside = folder.resolve("progress.unread-1.json");
    assertThat(said(kept.fault()))
        .startsWith(
            "Your progress in the lessons begins anew; what was kept is now in "
                + aside
                + ", since it cannot be read: ")
        .endsWith(".");
    assertThat(aside).content().isEqualTo(content);
    assertThat(file.load().fault()).isEmpty();
  }

  @Test
  void aNewerFileIsSaidAndKeptAside() throws IOException {
    Files.writeString(path, "{\"gradloomProgress\": 2, \"path\": [], \"lessons\": 7}");
    assertThat(said(file.load().fault()))
        .endsWith("since it cannot be read: it was written by a newer Gradloom.");
    assertThat(folder.resolve("progress.unread-1.json")).exists();
  }

  @Test
  void nothingThatWasKeptAsideIsWrittenOver() throws IOException {
    Files.writeString(path, "first");
    file.load();
    Files.writeString(path, "second");
    assertThat(said(file.add(SOME))).contains("progress.unread-2.json");
    assertThat(folder.resolve("progress.unread-1.json")).content().isEqualTo("first");
    assertThat(folder.resolve("progress.unread-2.json")).content().isEqualTo("second");
    assertThat(file.load().held()).isEqualTo(SOME);
  }

  @Test
  void whereNothingCanBeWrittenThatIsSaid() throws IOException {
    Path closed = Files.createFile(folder.resolve("no-folder"));
    ProgressFile nowhere = new ProgressFile(closed.resolve("progress.json"));
    assertThat(said(nowhere.add(SOME)))
        .startsWith("Your progress in the lessons could not be kept in " + closed);
  }
}
