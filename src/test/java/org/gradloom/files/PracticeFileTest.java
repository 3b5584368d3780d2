package org.gradloom.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.gradloom.lesson.Misconception;
import org.gradloom.practice.Exercise.Kind;
import org.gradloom.practice.Mastery;
import org.gradloom.practice.Result;
import org.gradloom.practice.Result.Outcome;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PracticeFileTest {
  private static final Instant START = Instant.parse("2026-03-01T09:30:00Z");
  private static final Result WRONG_TWICE =
      new Result(
          Kind.DW_CELL,
          -17,
          2,
          START,
          Outcome.HINTED,
          List.of(Misconception.M3, Misconception.M16));
  private static final Result RIGHT =
      new Result(Kind.DB, 8, 3, START.plusMillis(90_500), Outcome.FIRST, List.of());
  private static final Mastery SOME = new Mastery(List.of(WRONG_TWICE, RIGHT));

  private static final String WRITTEN =
      """
      {
        "gradloomPractice": 1,
        "results": [
          {
            "kind": "dw-cell",
            "seed": -17,
            "level": 2,
            "when": "2026-03-01T09:30:00Z",
            "outcome": "hinted",
            "ideas": [
              "M3",
              "M16"
            ]
          },
          {
            "kind": "db",
            "seed": 8,
            "level": 3,
            "when": "2026-03-01T09:31:30.500Z",
            "outcome": "first",
            "ideas": []
          }
        ]
      }
      """;

  @TempDir private Path folder;
  private Path path;
  private PracticeFile file;

  @BeforeEach
  void name() {
    path = folder.resolve("practice.json");
    file = new PracticeFile(path);
  }

  private static String said(Optional<Message> fault) {
    return fault.map(Texts.english()::say).orElse("");
  }

  /** The {@code n}th exercise of one window, a second after the one before. */
  private static Result made(Kind window, int n) {
    return new Result(window, n, 1, START.plusSeconds(n), Outcome.FIRST, List.of());
  }

  @Test
  void itLiesBesideThePreferencesAndCanBeReadByPeople() {
    PracticeFile beside =
        PracticeFile.beside(new PreferencesFile(folder.resolve("preferences.json")));
    assertThat(beside.load()).isEqualTo(new LearnerFile.Kept<>(Mastery.NONE, Optional.empty()));
    assertThat(beside.add(SOME)).isEmpty();
    assertThat(path).content().isEqualTo(WRITTEN);
    assertThat(file.load()).isEqualTo(new LearnerFile.Kept<>(SOME, Optional.empty()));
    assertThat(file.erase()).isEmpty();
    assertThat(file.load().held()).isEqualTo(Mastery.NONE);
  }

  @Test
  void whatIsThereAlreadyIsNotAddedTwiceAndTimeIsTheOrder() {
    file.add(new Mastery(List.of(RIGHT)));
    file.add(SOME);
    assertThat(file.load().held()).isEqualTo(SOME);
  }

  @Test
  void cutOffAnywhereItIsSaidAndKeptAside() throws IOException {
    // Without the last line end it is whole.
    for (int length = 0; length < WRITTEN.length() - 1; length++) {
      String part = WRITTEN.substring(0, length);
      Files.writeString(path, part);
      LearnerFile.Kept<Mastery> kept = file.load();
      Path aside = folder.resolve("practice.unread-1.json");
      assertThat(kept.held()).isEqualTo(Mastery.NONE);
      assertThat(said(kept.fault()))
          .as(part)
          .startsWith(
              "What you have practised begins anew; what was kept is now in "
                  + aside
                  + ", since it cannot be read: ")
          .endsWith(".");
      assertThat(path).doesNotExist();
      assertThat(aside).content().isEqualTo(part);
      Files.delete(aside);
    }
  }

  @Test
  void aNewerFileIsKeptAsideAndWhatIsNewIsKept() throws IOException {
    String newer = WRITTEN.replace("\"gradloomPractice\": 1", "\"gradloomPractice\": 2");
    Files.writeString(path, newer);
    assertThat(said(file.add(SOME)))
        .endsWith("since it cannot be read: it was written by a newer Gradloom.");
    assertThat(folder.resolve("practice.unread-1.json")).content().isEqualTo(newer);
    assertThat(file.load()).isEqualTo(new LearnerFile.Kept<>(SOME, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"dw-cell\" | \"dw-cube\" | results[0].kind is the text “dw-cube” but must be a kind of"
            + " exercise that this Gradloom knows, such as \"dw-cell\".",
        "\"M16\" | \"M99\" | results[0].ideas[1] is the text “M99” but must be an idea that this"
            + " Gradloom knows, from \"M1\" to \"M18\".",
        "\"first\" | \"perfect\" | results[1].outcome is the text “perfect” but must be \"first\","
            + " \"retried\", \"hinted\" or \"shown\".",
        "09:30:00Z | half past nine | results[0].when is the text “2026-03-01Thalf past nine” but"
            + " must be a time such as \"2026-03-01T09:30:00Z\".",
        "\"level\": 3 | \"level\": 5 | results[1].level is 5 but must be from 1 to 4.",
        "\"seed\": -17, | '' | results[0] needs kind, seed, level, when and outcome."
      })
  void whatIsNotKnownIsNamedAndTheFileKeptAside(String part, String other, String why)
      throws IOException {
    String content = WRITTEN.replace(part, other.equals("''") ? "" : other);
    Files.writeString(path, content);
    assertThat(said(file.load().fault())).endsWith("since it cannot be read: " + why);
    assertThat(folder.resolve("practice.unread-1.json")).content().isEqualTo(content);
  }

  @Test
  void whereNothingCanBeWrittenThatIsSaid() throws IOException {
    Path closed = Files.createFile(folder.resolve("no-folder"));
    PracticeFile nowhere = new PracticeFile(closed.resolve("practice.json"));
    assertThat(said(nowhere.add(SOME)))
        .startsWith("What you have practised could not be kept in " + closed);
    assertThat(nowhere.load()).isEqualTo(new LearnerFile.Kept<>(Mastery.NONE, Optional.empty()));
  }

  @Test
  void inAFolderToReadOnlyItIsReadAndNothingIsLost() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    PracticeFile kept = new PracticeFile(closed.resolve("practice.json"));
    kept.add(new Mastery(List.of(RIGHT)));
    Files.delete(closed.resolve(".practice.lock"));
    assumeThat(closed.toFile().setWritable(false) && !Files.isWritable(closed))
        .as("the file system has permissions, and they hold for whoever runs this")
        .isTrue();
    try {
      assertThat(said(kept.add(SOME)))
          .isEqualTo(
              "What you have practised could not be kept in %s: its folder is read-only."
                  .formatted(closed.resolve("practice.json")));
      assertThat(kept.load().held()).isEqualTo(new Mastery(List.of(RIGHT)));
    } finally {
      assertThat(closed.toFile().setWritable(true)).isTrue();
    }
  }

  @Test
  void twoWindowsAtOnceLoseNothing() throws Exception {
    int each = 20;
    CyclicBarrier together = new CyclicBarrier(2);
    List<Callable<List<Optional<Message>>>> windows =
        List.of(Kind.DB, Kind.GATE).stream()
            .<Callable<List<Optional<Message>>>>map(window ->
                () -> {
                  PracticeFile own = new PracticeFile(path);
                  together.await();
                  return IntStream.range(0, each)
                      .mapToObj(n -> own.add(new Mastery(List.of(made(window, n)))))
                      .toList();
                })
            .toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (Future<List<Optional<Message>>> faults : threads.invokeAll(windows)) {
        assertThat(faults.get()).containsOnly(Optional.empty());
      }
    }
    Mastery all = file.load().held();
    assertThat(all.of(Kind.DB)).hasSize(each);
    assertThat(all.of(Kind.GATE)).hasSize(each);
    assertThat(all.results()).isSortedAccordingTo((a, b) -> a.when().compareTo(b.when()));
  }

  @Test
  void twoWindowsThatFindItBrokenKeepOneAside() throws Exception {
    Files.writeString(path, "{");
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<Optional<Message>> window =
        () -> {
          PracticeFile own = new PracticeFile(path);
          together.await();
          return own.add(SOME);
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Optional<Message>> faults =
          threads.invokeAll(List.of(window, window)).stream().map(PracticeFileTest::got).toList();
      assertThat(faults).containsOnlyOnce(Optional.empty());
    }
    assertThat(folder.resolve("practice.unread-1.json")).content().isEqualTo("{");
    assertThat(folder.resolve("practice.unread-2.json")).doesNotExist();
    assertThat(file.load().held()).isEqualTo(SOME);
  }

  private static Optional<Message> got(Future<Optional<Message>> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void ofTooManyTheNewestStay() {
    file.add(
        new Mastery(IntStream.range(0, Mastery.MOST).mapToObj(n -> made(Kind.DB, n)).toList()));
    file.add(new Mastery(List.of(made(Kind.GATE, Mastery.MOST))));
    List<Result> kept = file.load().held().results();
    assertThat(kept).hasSize(5000);
    assertThat(kept.getFirst()).isEqualTo(made(Kind.DB, 1));
    assertThat(kept.getLast()).isEqualTo(made(Kind.GATE, 5000));
  }

  @Test
  void asATableEveryExerciseIsALine() {
    Path table = folder.resolve("practice.csv");
    PracticeCsv.write(SOME, table);
    assertThat(table)
        .content()
        .isEqualTo(
            """
            kind,seed,level,when,outcome,credit,ideas
            dw-cell,-17,2,2026-03-01T09:30:00Z,hinted,0.5,M3 M16
            db,8,3,2026-03-01T09:31:30.500Z,first,1,
            """
                .replace("\n", "\r\n"));
  }
}
