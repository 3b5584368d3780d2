package org.gradloom.practice;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gradloom.practice.Result.Outcome.FIRST;
import static org.gradloom.practice.Result.Outcome.HINTED;
import static org.gradloom.practice.Result.Outcome.RETRIED;
import static org.gradloom.practice.Result.Outcome.SHOWN;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.lesson.Misconception;
import org.gradloom.practice.Exercise.Kind;
import org.gradloom.practice.Result.Outcome;
import org.junit.jupiter.api.Test;

class MasteryTest {
  private static final Instant START = Instant.parse("2026-03-01T09:30:00Z");

  private static Instant day(int day) {
    return START.plus(day, DAYS);
  }

  private static Result result(Kind kind, Instant when, Outcome outcome, Misconception... ideas) {
    return new Result(kind, when.getEpochSecond(), 1, when, outcome, List.of(ideas));
  }

  /** The same with some of {@code db}, a minute after each other. */
  private static Mastery then(Mastery before, Instant from, Outcome... outcomes) {
    Mastery now = before;
    for (int n = 0; n < outcomes.length; n++) {
      now = now.with(result(Kind.DB, from.plus(n, MINUTES), outcomes[n]));
    }
    return now;
  }

  private static Mastery of(Outcome... outcomes) {
    return then(Mastery.NONE, START, outcomes);
  }

  // ---- mastered

  @Test
  void threeOfTheLastFourWithoutAHintAreMastery() {
    assertThat(of(FIRST, FIRST).isMastered(Kind.DB)).isFalse();
    assertThat(of(FIRST, RETRIED, FIRST).isMastered(Kind.DB)).isTrue();
    assertThat(of(FIRST, HINTED, FIRST, RETRIED).isMastered(Kind.DB)).isTrue();
    assertThat(of(FIRST, HINTED, FIRST, SHOWN).isMastered(Kind.DB)).isFalse();
    assertThat(of(FIRST, FIRST, FIRST, HINTED).isMastered(Kind.DB)).isTrue();
    assertThat(of(FIRST, FIRST, FIRST, HINTED, HINTED).isMastered(Kind.DB)).isFalse();
    assertThat(of(FIRST, FIRST, FIRST).isMastered(Kind.GATE)).isFalse();
  }

  @Test
  void theLastFourAreTheDots() {
    assertThat(of(SHOWN, FIRST, HINTED, RETRIED, FIRST).lastOf(Kind.DB))
        .containsExactly(true, false, true, true);
    assertThat(of(FIRST).lastOf(Kind.DB)).containsExactly(true);
    assertThat(Mastery.NONE.lastOf(Kind.DB)).isEmpty();
  }

  // ---- due

  @Test
  void itIsDueADayAfterwards() {
    Mastery once = of(FIRST);
    assertThat(Mastery.NONE.dueAt(Kind.DB)).isEmpty();
    assertThat(once.dueAt(Kind.DB)).contains(day(1));
    assertThat(once.isDue(Kind.DB, day(1).minusSeconds(1))).isFalse();
    assertThat(once.isDue(Kind.DB, day(1))).isTrue();
  }

  @Test
  void whatIsMasteredIsDueAfterADayAndThenAWeekLaterEachTime() {
    Mastery mastered = of(FIRST, FIRST, FIRST);
    Instant last = START.plus(2, MINUTES);
    assertThat(mastered.dueAt(Kind.DB)).contains(last.plus(1, DAYS));
    Mastery reviewed = then(mastered, day(2), FIRST);
    assertThat(reviewed.dueAt(Kind.DB)).contains(day(9));
    assertThat(then(reviewed, day(9), RETRIED).dueAt(Kind.DB)).contains(day(16));
  }

  @Test
  void whatIsMasteredByTheReviewItselfIsReviewedADayLaterFirst() {
    Mastery mastered = then(of(FIRST, FIRST), day(2), FIRST);
    assertThat(mastered.isMastered(Kind.DB)).isTrue();
    assertThat(mastered.dueAt(Kind.DB)).contains(day(3));
    assertThat(then(mastered, day(3), FIRST).dueAt(Kind.DB)).contains(day(10));
  }

  @Test
  void practisingEarlyDoesNotPutTheReviewOff() {
    Mastery reviewed = then(of(FIRST, FIRST, FIRST), day(2), FIRST);
    assertThat(then(reviewed, day(5), FIRST).dueAt(Kind.DB)).contains(day(9));
  }

  @Test
  void whatNeededAHintIsDueAfterADayAgain() {
    Mastery reviewed = then(of(FIRST, FIRST, FIRST), day(2), FIRST);
    Mastery hinted = then(reviewed, day(9), HINTED);
    assertThat(hinted.isMastered(Kind.DB)).isTrue();
    assertThat(hinted.dueAt(Kind.DB)).contains(day(10));
  }

  @Test
  void whatWasShownComesBackAtOnceAndThatIsNoReview() {
    Mastery shown = then(of(FIRST, FIRST, FIRST), day(2), SHOWN);
    assertThat(shown.isDue(Kind.DB, day(2))).isTrue();
    Mastery rightAfterwards = then(shown, day(2).plus(1, MINUTES), FIRST);
    assertThat(rightAfterwards.isMastered(Kind.DB)).isTrue();
    assertThat(rightAfterwards.dueAt(Kind.DB)).contains(day(3).plus(1, MINUTES));
  }

  // ---- level and worked examples

  @Test
  void theLevelClimbsAfterTwoThatWereRightAtOnce() {
    assertThat(Mastery.NONE.level(Kind.DW_CELL)).isEqualTo(1);
    assertThat(cells(FIRST).level(Kind.DW_CELL)).isEqualTo(1);
    assertThat(cells(FIRST, FIRST).level(Kind.DW_CELL)).isEqualTo(2);
    assertThat(cells(FIRST, RETRIED, FIRST).level(Kind.DW_CELL)).isEqualTo(1);
    assertThat(cells(FIRST, FIRST).level(Kind.GATE)).isEqualTo(1);
  }

  @Test
  void theLevelClimbsToTheHighestOnWhatWasDoneThere() {
    Mastery up = Mastery.NONE;
    for (int n = 0; n < 8; n++) {
      up = up.with(new Result(Kind.DW_CELL, n, up.level(Kind.DW_CELL), day(n), FIRST, List.of()));
    }
    assertThat(up.results().stream().map(Result::level)).containsExactly(1, 1, 2, 2, 3, 3, 4, 4);
    assertThat(up.level(Kind.DW_CELL)).isEqualTo(4);
  }

  @Test
  void theLevelFallsByOneWhereTheAnswerWasShown() {
    assertThat(cells(FIRST, FIRST, SHOWN).level(Kind.DW_CELL)).isEqualTo(1);
    assertThat(cells(SHOWN).level(Kind.DW_CELL)).isEqualTo(1);
    assertThat(cells(FIRST, SHOWN, FIRST).level(Kind.DW_CELL)).isEqualTo(1);
  }

  @Test
  void aRowOrAMatrixBeginsWithARow() {
    assertThat(Mastery.NONE.level(Kind.DB)).isEqualTo(3);
    assertThat(Mastery.NONE.level(Kind.ONE_SAMPLE_DW)).isEqualTo(3);
    assertThat(Mastery.NONE.level(Kind.DX_ROW)).isEqualTo(3);
    assertThat(Mastery.NONE.level(Kind.Z_CELL)).isEqualTo(1);
    assertThat(of(FIRST, FIRST).level(Kind.DB)).isEqualTo(3);
  }

  /** The same of a kind that begins with one term. */
  private static Mastery cells(Outcome... outcomes) {
    Mastery all = Mastery.NONE;
    for (Result made : of(outcomes).results()) {
      all =
          all.with(
              new Result(
                  Kind.DW_CELL, made.seed(), made.level(), made.when(), made.outcome(), List.of()));
    }
    return all;
  }

  @Test
  void theWorkedExampleFadesWithEachThatWasRightWithoutAHint() {
    assertThat(Mastery.NONE.fading(Kind.DB)).isEqualTo(Fading.LAST);
    assertThat(of(FIRST).fading(Kind.DB)).isEqualTo(Fading.LAST_TWO);
    assertThat(of(FIRST, RETRIED).fading(Kind.DB)).isEqualTo(Fading.ALL);
    assertThat(of(SHOWN, SHOWN, HINTED).fading(Kind.DB)).isEqualTo(Fading.LAST);
    assertThat(of(FIRST, FIRST, SHOWN, SHOWN).fading(Kind.DB))
        .as("it stays away once it was not needed")
        .isEqualTo(Fading.ALL);
  }

  @Test
  void ofFourStepsThreeTwoAndNoneAreShown() {
    assertThat(Stream.of(Fading.values()).map(fading -> fading.shown(4))).containsExactly(3, 2, 0);
    assertThat(Stream.of(Fading.values()).map(fading -> fading.shown(1))).containsExactly(0, 0, 0);
  }

  // ---- what trips

  @Test
  void ideasOfTheLastSevenDaysAreCountedTheMostFrequentFirst() {
    Mastery some =
        new Mastery(
            List.of(
                result(Kind.DB, day(0), RETRIED, Misconception.M5, Misconception.M5),
                result(Kind.DB, day(1), RETRIED, Misconception.M1),
                result(Kind.REDUCTION, day(2), SHOWN, Misconception.M3, Misconception.M3),
                result(Kind.DW_CELL, day(7), HINTED, Misconception.M3)));
    assertThat(some.ideasThisWeek(day(8)))
        .containsExactly(Map.entry(Misconception.M3, 3), Map.entry(Misconception.M1, 1));
    assertThat(some.ideasThisWeek(day(20))).isEmpty();
  }

  // ---- mixed review

  @Test
  void mixedReviewAsksFirstForWhatHasWaitedLongest() {
    Mastery some =
        new Mastery(
            List.of(
                result(Kind.GATE, day(0), FIRST),
                result(Kind.DB, day(1), FIRST),
                result(Kind.Z_CELL, day(3), FIRST)));
    assertThat(some.due(day(3))).containsExactly(Kind.GATE, Kind.DB);
    assertThat(some.next(day(3), Optional.empty())).isEqualTo(Kind.GATE);
    assertThat(some.next(day(3), Optional.of(Kind.GATE))).isEqualTo(Kind.DB);
  }

  @Test
  void thenForWhatIsNotMasteredAndThenForWhatIsNew() {
    Mastery mastered = of(FIRST, FIRST, FIRST);
    Mastery open = mastered.with(result(Kind.GATE, START, FIRST));
    assertThat(open.next(START, Optional.empty())).isEqualTo(Kind.GATE);
    assertThat(open.next(START, Optional.of(Kind.GATE))).isEqualTo(Kind.Z_CELL);
    assertThat(mastered.next(START, Optional.of(Kind.DB))).isEqualTo(Kind.Z_CELL);
    assertThat(Mastery.NONE.next(START, Optional.of(Kind.Z_CELL))).isEqualTo(Kind.MEETING_LINES);
  }

  @Test
  void whereAllIsMasteredItAsksForWhatRestsLongest() {
    List<Kind> order = List.of(Kind.values());
    Mastery all = Mastery.NONE;
    for (int n = 0; n < 3; n++) {
      for (Kind kind : order) {
        Instant when = START.plus(n * 30L - order.indexOf(kind), MINUTES);
        all = all.with(result(kind, when, FIRST));
      }
    }
    assertThat(all.due(START.plus(90, MINUTES))).isEmpty();
    assertThat(all.next(START.plus(90, MINUTES), Optional.empty())).isEqualTo(Kind.LIVE_LAYER);
    assertThat(all.next(START.plus(90, MINUTES), Optional.of(Kind.LIVE_LAYER)))
        .isEqualTo(Kind.JACOBIAN_COUNT);
  }

  // ---- put together

  @Test
  void resultsOfTwoWindowsComeTogetherInTheirOrder() {
    Result early = result(Kind.DB, day(0), FIRST);
    Result middle = result(Kind.GATE, day(1), FIRST);
    Result late = result(Kind.DB, day(2), FIRST);
    Mastery mine = new Mastery(List.of(early, late));
    Mastery other = new Mastery(List.of(early, middle));
    assertThat(mine.together(other).results()).containsExactly(early, middle, late);
    assertThat(mine.since(other).results()).containsExactly(late);
    assertThat(mine.since(mine)).isEqualTo(Mastery.NONE);
    assertThat(mine.together(other).since(mine).results()).containsExactly(middle);
  }

  @Test
  void ofTooManyTheNewestStay() {
    List<Result> many =
        IntStream.rangeClosed(0, Mastery.MOST)
            .mapToObj(n -> result(Kind.DB, START.plusSeconds(n), FIRST))
            .toList();
    assertThat(new Mastery(many).together(Mastery.NONE).results()).isEqualTo(many.subList(1, 5001));
  }
}
