package org.gradloom.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Edits;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Screen;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryFolderTest {
  private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant LATER = Instant.parse("2026-03-02T10:41:58Z");
  private static final Lesson SAVED = BuiltInLessons.read("h");

  @TempDir private Path home;

  private RecoveryFolder folder() {
    return RecoveryFolder.beside(new PreferencesFile(home.resolve("preferences.json")));
  }

  private static UnsavedWork work(Screen screen, Instant kept) {
    return new UnsavedWork(
        screen,
        Optional.of("/courses/week-3.gradloom.json"),
        TEN,
        kept,
        List.of("X row 1, column 3 set to 5", "Bias added to layer 1"),
        SAVED,
        SAVED.withTitle("Mine “½”"),
        Optional.empty());
  }

  /** A number that no process has. */
  private static long deadProcess() {
    return ProcessHandle.allProcesses().mapToLong(ProcessHandle::pid).max().orElse(1) + 9999;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("unsaved"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatAWindowLeftIsFoundWholeTheLatestFirst() {
    RecoveryFolder.OfWindow first = folder().session();
    RecoveryFolder.OfWindow second = folder().session();
    assertThat(folder().mayHoldSome()).isFalse();
    assertThat(first.keep(work(Screen.EXPLORE, TEN))).isEmpty();
    assertThat(second.keep(work(Screen.TRAIN, LATER))).isEmpty();
    first.end();
    second.end();
    assertThat(folder().mayHoldSome()).isTrue();
    RecoveryFolder.Found found = folder().left();
    assertThat(found.faults()).isEmpty();
    assertThat(found.left().stream().map(RecoveryFolder.Left::work))
        .containsExactly(work(Screen.TRAIN, LATER), work(Screen.EXPLORE, TEN));
  }

  @Test
  void whatALivingWindowKeepsIsItsOwnAndWhatItClosesIsGone() throws IOException {
    RecoveryFolder.OfWindow session = folder().session();
    session.keep(work(Screen.EXPLORE, TEN));
    session.keep(work(Screen.TRAIN, TEN));
    assertThat(folder().left().left()).isEmpty();
    assertThat(names()).hasSize(3);
    session.forget(Screen.TRAIN);
    assertThat(names()).hasSize(2);
    session.close();
    assertThat(names()).isEmpty();
    assertThat(session.keep(work(Screen.EXPLORE, LATER))).isEmpty();
    assertThat(names()).isEmpty();
  }

  @Test
  void whatIsForgottenIsGone() throws IOException {
    RecoveryFolder.OfWindow session = folder().session();
    session.keep(work(Screen.EXPLORE, TEN));
    session.end();
    RecoveryFolder.Left left = folder().left().left().getFirst();
    assertThat(folder().forget(left)).isEmpty();
    assertThat(folder().left().left()).isEmpty();
    assertThat(names()).isEmpty();
  }

  private static UnsavedWork work(Path file, Lesson saved, Lesson lesson) {
    return new UnsavedWork(
        Screen.EXPLORE,
        Optional.of(file.toString()),
        TEN,
        LATER,
        List.of("Bias added to layer 1"),
        saved,
        lesson,
        Optional.empty());
  }

  private void leave(UnsavedWork work) {
    RecoveryFolder.OfWindow session = folder().session();
    session.keep(work);
    session.end();
  }

  @Test
  void whatTheFileHoldsByNowIsNotOffered() throws IOException {
    Path file = home.resolve("week-3.gradloom.json");
    UnsavedWork kept = work(file, SAVED, SAVED.withTitle("Mine"));
    LessonWriter.save(SAVED, file);
    leave(kept);
    assertThat(folder().left().left()).hasSize(1);
    LessonWriter.save(kept.lesson(), file);
    assertThat(folder().left()).isEqualTo(new RecoveryFolder.Found(List.of(), List.of()));
    assertThat(names()).isEmpty();
  }

  /** Killed while it is saved under another name, before the file is written and after. */
  @Test
  void whatAnotherFileHoldsByNowIsNotOffered() throws IOException {
    Path file = home.resolve("week-3.gradloom.json");
    Path other = home.resolve("mine.gradloom.json");
    LessonWriter.save(SAVED, file);
    for (Optional<String> source :
        List.of(Optional.of(file.toString()), Optional.of("h"), Optional.<String>empty())) {
      UnsavedWork kept =
          new UnsavedWork(
              Screen.EXPLORE,
              source,
              TEN,
              LATER,
              List.of(),
              SAVED,
              SAVED.withTitle("Mine"),
              Optional.of(new UnsavedWork.Saving(other.toString(), SAVED.withTitle("Mine"))));
      leave(kept);
      assertThat(folder().left().left().stream().map(RecoveryFolder.Left::work))
          .containsExactly(kept);
      LessonWriter.save(SAVED.withTitle("Not mine"), other);
      assertThat(folder().left().left()).hasSize(1);
      LessonWriter.save(kept.lesson(), other);
      assertThat(folder().left()).isEqualTo(new RecoveryFolder.Found(List.of(), List.of()));
      assertThat(names()).isEmpty();
      Files.delete(other);
    }
  }

  /** Killed while it is saved under another name. */
  @Test
  void whatItsWriterLeftBesideAnotherFileGoes() throws IOException {
    Path other = home.resolve("mine.gradloom.json");
    long dead = deadProcess();
    long own = ProcessHandle.current().pid();
    Path left = Files.writeString(home.resolve(".mine.gradloom.json." + dead + "-x1.tmp"), "{");
    Path living = Files.writeString(home.resolve(".mine.gradloom.json." + own + "-x2.tmp"), "{");
    Path young = Files.writeString(home.resolve(".mine.gradloom.json." + dead + "-x3.tmp"), "{");
    Path users = Files.writeString(home.resolve("mine.gradloom.json.tmp"), "");
    for (Path old : List.of(left, living, users)) {
      Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(120)));
    }
    Lesson mine = SAVED.withTitle("Mine");
    UnsavedWork kept = work(home.resolve("week-3.gradloom.json"), SAVED, mine);
    leave(kept.with(Optional.of(new UnsavedWork.Saving("\0", mine))));
    leave(kept.with(Optional.of(new UnsavedWork.Saving(other.toString(), mine))));
    assertThat(folder().left().left()).isNotEmpty();
    assertThat(left).doesNotExist();
    assertThat(List.of(living, young, users)).allMatch(Files::exists);
  }

  /** Killed before the window knew that an earlier state of it was saved. */
  @Test
  void whatWasChangedWhileItWasSavedIsOfTheFileThatHoldsIt() {
    Path other = home.resolve("mine.gradloom.json");
    Lesson mine = SAVED.withTitle("Mine");
    UnsavedWork kept =
        work(home.resolve("week-3.gradloom.json"), SAVED, SAVED.withTitle("Mine, too"))
            .with(Optional.of(new UnsavedWork.Saving(other.toString(), mine)));
    leave(kept);
    assertThat(folder().left().left().getFirst().work()).isEqualTo(kept);
    LessonWriter.save(mine, other);
    UnsavedWork left = folder().left().left().getFirst().work();
    assertThat(left.source()).hasValue(other.toString());
    assertThat(left.saved()).isEqualTo(mine);
    assertThat(left.lesson().title()).isEqualTo("Mine, too");
  }

  /** Which beat the numbers were of says nothing about what the file holds; own numbers do. */
  @Test
  void ofALessonWithBeatsTheNumbersOfAnyBeatAreInTheFile() throws IOException {
    Path file = home.resolve("told.gradloom.json");
    Lesson told = BuiltInLessons.read("softmax-and-cross-entropy");
    LessonWriter.save(told, file);
    Lesson shown = told.withEveryBeatInAScene();
    Lesson other =
        shown.beats().stream()
            .flatMap(beat -> shown.in(beat).stream())
            .filter(placed -> !placed.hasNumbersOf(told))
            .findFirst()
            .orElseThrow();
    leave(work(file, told, other));
    assertThat(folder().left().left()).isEmpty();
    leave(work(file, told, other.withTitle("Another")));
    assertThat(folder().left().left()).hasSize(1);
    folder().forget(folder().left().left().getFirst());
    Lesson own =
        Edits.apply(
            other, new Edit.SetEntry(new Operand(0, MatrixSymbol.X), new Cell(0, 0), Entry.of(77)));
    leave(work(file, told, own));
    assertThat(folder().left().left()).hasSize(1);
  }

  /** Killed while what was left was opened: the new window has it, and the old file is there. */
  @Test
  void whatTwoWindowsLeftAlikeIsOfferedOnce() throws IOException {
    for (Instant kept : List.of(TEN, LATER)) {
      RecoveryFolder.OfWindow session = folder().session();
      session.keep(work(Screen.EXPLORE, kept));
      session.end();
    }
    assertThat(folder().left().left().stream().map(RecoveryFolder.Left::work))
        .containsExactly(work(Screen.EXPLORE, LATER));
    assertThat(names()).hasSize(1);
  }

  /** Killed at its first writing, or when all was saved. */
  @Test
  void whatADeadWindowLeftThatIsNoWorkGoes() throws IOException {
    Path unsaved = Files.createDirectory(home.resolve("unsaved"));
    long dead = deadProcess();
    Files.writeString(unsaved.resolve("abc.lock"), "");
    Path begun =
        Files.writeString(unsaved.resolve(".abc-explore.json." + dead + "-x1.tmp"), "{\"gra");
    Files.setLastModifiedTime(begun, FileTime.from(Instant.now().minusSeconds(120)));
    assertThat(folder().mayHoldSome()).isTrue();
    assertThat(folder().left()).isEqualTo(new RecoveryFolder.Found(List.of(), List.of()));
    assertThat(names()).isEmpty();
  }

  @Test
  void cutOffAnywhereItIsSaidAndKeptAside() throws IOException {
    RecoveryFolder.OfWindow session = folder().session();
    session.keep(work(Screen.EXPLORE, TEN));
    session.end();
    Path file = folder().left().left().getFirst().file();
    String whole = Files.readString(file);
    for (int length = 0; length < whole.length() - 1; length += 7) {
      Files.writeString(file, whole.substring(0, length));
      RecoveryFolder.Found found = folder().left();
      assertThat(found.left()).isEmpty();
      String aside = file.toString().replace(".json", ".unread-1.json");
      assertThat(Texts.english().say(found.faults().getFirst()))
          .startsWith(
              "Unsaved work of an earlier window begins anew; what was kept is now in " + aside);
      assertThat(Path.of(aside)).hasContent(whole.substring(0, length));
      assertThat(folder().left()).isEqualTo(new RecoveryFolder.Found(List.of(), List.of()));
      assertThat(folder().mayHoldSome()).isFalse();
      Files.delete(Path.of(aside));
    }
  }

  @Test
  void whatADesktopLeavesInAFolderIsNothing() throws IOException {
    Path unsaved = Files.createDirectory(home.resolve("unsaved"));
    Files.writeString(unsaved.resolve(".DS_Store"), "");
    assertThat(folder().mayHoldSome()).isFalse();
  }

  @Test
  void whatADeadWriterLeftBesideAFileGoesAndNothingElse() throws IOException {
    Path file = home.resolve("week-3.gradloom.json");
    long dead = deadProcess();
    long own = ProcessHandle.current().pid();
    Path left = Files.writeString(home.resolve(".week-3.gradloom.json." + dead + "-x1.tmp"), "ha");
    Path young = Files.writeString(home.resolve(".week-3.gradloom.json." + dead + "-x2.tmp"), "h");
    Path ours = Files.writeString(home.resolve(".week-3.gradloom.json." + own + "-x3.tmp"), "");
    Path other = Files.writeString(home.resolve(".week-4.gradloom.json." + dead + "-x.tmp"), "");
    Path users = Files.writeString(home.resolve(".week-3.gradloom.json.tmp"), "");
    for (Path old : List.of(left, ours, other, users)) {
      Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(120)));
    }
    LessonWriter.save(SAVED, file);
    assertThat(left).doesNotExist();
    assertThat(List.of(young, ours, other, users)).allMatch(Files::exists);
  }

  @Test
  void aNameOf255BytesIsSaved() {
    for (String letter : List.of("a", "ß", "語", "😀")) {
      int bytes = letter.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
      int times = (255 - ".gradloom.json".length()) / bytes;
      Path file = home.resolve(letter.repeat(times) + ".gradloom.json");
      LessonWriter.save(SAVED, file);
      assertThat(LessonReader.read(file)).isEqualTo(SAVED);
    }
  }
}
