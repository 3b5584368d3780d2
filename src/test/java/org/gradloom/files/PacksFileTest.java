package org.gradloom.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Wording;
import org.gradloom.practice.BegunPack;
import org.gradloom.practice.BegunPack.Answered;
import org.gradloom.practice.BegunPack.Standing;
import org.gradloom.practice.BegunPacks;
import org.gradloom.practice.Exercise.Kind;
import org.gradloom.practice.Pack;
import org.gradloom.practice.PackResults.Try;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacksFileTest {
  private static final Instant START = Instant.parse("2026-03-01T09:30:00Z");
  private static final Pack WEEK_3 =
      new Pack(
          "Week 3",
          "By hand, please.",
          List.of(
              new Pack.Item(
                  Kind.DW_CELL,
                  List.of(4L, 9L),
                  Optional.empty(),
                  Optional.of(BuiltInLessons.read("h")),
                  Optional.of(new Wording.Plain("Which number?"))),
              new Pack.Item(
                  Kind.DB, List.of(1L), Optional.empty(), Optional.empty(), Optional.empty())),
          true);
  private static final Answered TIED =
      new Answered(
          List.of(
              new Try("2", Optional.of(new Answer.Lines(0, 1))),
              new Try("%", Optional.empty()),
              new Try("−6", Optional.empty())),
          1,
          false,
          75,
          List.of("2", "", "−"));
  private static final BegunPack BEGUN = begun(WEEK_3, 0, List.of(TIED));

  @TempDir private Path folder;
  private Path path;
  private PacksFile file;

  @BeforeEach
  void name() {
    path = folder.resolve("packs.json");
    file = new PacksFile(path);
  }

  private static BegunPack begun(Pack pack, int minute, List<Answered> answered) {
    return new BegunPack(
        pack,
        Convention.WX,
        -17,
        START.plusSeconds(60L * minute),
        answered,
        answered.size(),
        Standing.OPEN);
  }

  private static Pack named(String title) {
    return new Pack(title, "", WEEK_3.items(), false);
  }

  private BegunPacks held() {
    LearnerFile.Kept<BegunPacks> kept = file.load();
    assertThat(kept.fault()).isEmpty();
    return kept.held();
  }

  @Test
  void whatWasAnsweredIsThereAgainWithThePackItself() {
    assertThat(PacksFile.beside(new PreferencesFile(folder.resolve("preferences.json"))).load())
        .isEqualTo(new LearnerFile.Kept<>(BegunPacks.NONE, Optional.empty()));
    assertThat(file.add(new BegunPacks(List.of(BEGUN)))).isEmpty();
    assertThat(held().all()).containsExactly(BEGUN);
    assertThat(held().of(WEEK_3)).contains(BEGUN);
    assertThat(held().of(named("Week 4"))).isEmpty();
  }

  @Test
  void twoWindowsKeepTheirPacksAndTheLaterStateOfOneReplacesTheEarlier() {
    BegunPack other = begun(named("Week 4"), 1, List.of(TIED));
    BegunPack further = begun(WEEK_3, 0, List.of(TIED, TIED));
    file.add(new BegunPacks(List.of(BEGUN)));
    new PacksFile(path).add(new BegunPacks(List.of(other)));
    file.add(new BegunPacks(List.of(further)));
    assertThat(held().all()).containsExactly(other, further);
    assertThat(held().last()).contains(further);
  }

  @Test
  void whatWasHandedInIsNotOfferedButItsNextRoundIs() {
    BegunPack again = begun(WEEK_3, 5, List.of(TIED));
    file.add(new BegunPacks(List.of(BEGUN)));
    file.add(new BegunPacks(List.of(BEGUN.with(Standing.HANDED_IN))));
    assertThat(held().of(WEEK_3)).isEmpty();
    assertThat(held().last()).isEmpty();
    file.add(new BegunPacks(List.of(BEGUN)));
    assertThat(held().last()).as("the same once more").isEmpty();
    file.add(new BegunPacks(List.of(again)));
    assertThat(held().of(WEEK_3)).contains(again);
  }

  @Test
  void whatIsLeftIsNotOfferedButIsThereForWhoOpensItAgain() {
    BegunPack earlier = begun(named("Week 2"), -1, List.of(TIED));
    file.add(new BegunPacks(List.of(earlier, BEGUN)));
    file.add(new BegunPacks(List.of(BEGUN.with(Standing.LEFT))));
    assertThat(held().last()).as("another one waits").contains(earlier);
    assertThat(held().of(WEEK_3)).contains(BEGUN.with(Standing.LEFT));
    file.add(new BegunPacks(List.of(BEGUN)));
    assertThat(held().last()).as("gone on with").contains(BEGUN);
  }

  @Test
  void ofVeryManyTheLatestStay() {
    IntStream.rangeClosed(1, BegunPacks.MOST + 3)
        .forEach(n -> file.add(new BegunPacks(List.of(begun(named("Week " + n), n, List.of())))));
    assertThat(held().all()).hasSize(BegunPacks.MOST);
    assertThat(held().all().getFirst().pack().title()).isEqualTo("Week 4");
  }

  @Test
  void cutOffAnywhereOrOfALaterVersionItIsSaidAndKeptAside() throws IOException {
    file.add(new BegunPacks(List.of(BEGUN)));
    String whole = Files.readString(path);
    for (int length = 0; length < whole.length() - 1; length += 7) {
      refused(whole.substring(0, length));
    }
    refused(whole.replace("\"gradloomPacks\": 1", "\"gradloomPacks\": 2"));
    refused(whole.replace("\"behind\": 1", "\"behind\": 2"));
    refused(whole.replace("\"convention\": \"WX\",\n      \"order\"", "\"order\""));
  }

  private void refused(String text) throws IOException {
    Files.writeString(path, text);
    LearnerFile.Kept<BegunPacks> kept = file.load();
    Path aside = folder.resolve("packs.unread-1.json");
    assertThat(kept.held()).as(text).isEqualTo(BegunPacks.NONE);
    assertThat(Texts.english().say(kept.fault().orElseThrow()))
        .startsWith("What you have answered to packs of exercises begins anew; what was kept is")
        .contains("packs.unread-1.json");
    assertThat(aside).content().isEqualTo(text);
    Files.delete(aside);
  }
}
