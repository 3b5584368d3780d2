package org.gradloom.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gradloom.lesson.Misconception;
import org.gradloom.practice.Exercise.Kind;
import org.gradloom.practice.Result.Outcome;
import org.gradloom.practice.Session.Attempt;
import org.junit.jupiter.api.Test;

/** dL/dw₃₂ of lesson H: −6 is right, −1.5 is divided by N (M3), 6 has the wrong sign (M12). */
class SessionTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");
  private static final Exercise EXERCISE = KnownExercises.cellOfH();

  private static Session after(String... answers) {
    return after(Session.of(EXERCISE, Fading.LAST), answers);
  }

  private static Session after(Session session, String... answers) {
    Session now = session;
    for (String words : answers) {
      now = now.with(new Attempt(words, Optional.empty(), EXERCISE.marker().mark(words)));
    }
    return now;
  }

  private static List<String> words(List<Attempt> attempts) {
    return attempts.stream().map(Attempt::words).toList();
  }

  @Test
  void rightAtOnceCountsWhole() {
    Session done = after("−6");
    assertThat(done.isRight()).isTrue();
    assertThat(done.wrong()).isEmpty();
    assertThat(done.outcome()).contains(Outcome.FIRST);
    assertThat(Outcome.FIRST.credit()).isEqualTo(1);
    assertThat(done.result(NOW))
        .contains(new Result(Kind.DW_CELL, 7, 2, NOW, Outcome.FIRST, List.of()));
  }

  @Test
  void aWrongTryLeavesItOpenAndItsIdeaIsKept() {
    Session wrong = after("-1.5", "6");
    assertThat(wrong.isOver()).isFalse();
    assertThat(wrong.outcome()).isEmpty();
    assertThat(wrong.result(NOW)).isEmpty();
    assertThat(wrong.wrong().map(Attempt::words)).contains("6");
    Session done = after(wrong, "-6");
    assertThat(done.result(NOW))
        .contains(
            new Result(
                Kind.DW_CELL,
                7,
                2,
                NOW,
                Outcome.RETRIED,
                List.of(Misconception.M3, Misconception.M12)));
    assertThat(Outcome.RETRIED.credit()).isEqualTo(0.5);
  }

  @Test
  void whatCannotBeReadIsNoTry() {
    Session unread = after("six");
    assertThat(unread.tries()).isEmpty();
    assertThat(unread.wrong().map(Attempt::words)).contains("six");
    assertThat(unread.mayHint()).isFalse();
    assertThat(after(unread, "-6").outcome()).contains(Outcome.FIRST);
  }

  @Test
  void aHintNeedsATryBefore() {
    Session begun = after();
    assertThat(begun.mayHint()).isFalse();
    assertThat(begun.isHintWaiting()).isTrue();
    assertThat(begun.hinted()).isEqualTo(begun);
    assertThat(after("6").hinted().hints()).isEqualTo(1);
  }

  @Test
  void theNextHintNeedsAFurtherTryHoweverManyCameBefore() {
    Session hinted = after("6", "7", "12").hinted();
    assertThat(hinted.hints()).isEqualTo(1);
    assertThat(hinted.mayHint()).isFalse();
    assertThat(hinted.isHintWaiting()).isTrue();
    assertThat(after(hinted, "six").mayHint()).as("unreadable is no try").isFalse();
    assertThat(after(hinted, "3").mayHint()).isTrue();
  }

  @Test
  void afterTheThirdHintThereIsNone() {
    Session all = after(after(after("6").hinted(), "7").hinted(), "12").hinted();
    assertThat(all.hints()).isEqualTo(3);
    Session further = after(all, "3");
    assertThat(further.mayHint()).isFalse();
    assertThat(further.isHintWaiting()).isFalse();
    assertThat(after(further, "-6").outcome()).contains(Outcome.HINTED);
    assertThat(Outcome.HINTED.isUnaided()).isFalse();
  }

  @Test
  void whatIsShownScoresNothingAndCanNotBeAnsweredAnyMore() {
    Session shown = after("-1.5").showing();
    assertThat(shown.isOver()).isTrue();
    assertThat(shown.isRight()).isFalse();
    assertThat(shown.outcome()).contains(Outcome.SHOWN);
    assertThat(Outcome.SHOWN.credit()).isZero();
    assertThat(words(after(shown, "-6").attempts())).containsExactly("-1.5");
    assertThat(shown.result(NOW).orElseThrow().ideas()).containsExactly(Misconception.M3);
  }

  @Test
  void whatWasFoundStaysFoundWhenItIsShownAfterwards() {
    Session done = after("-6");
    assertThat(done.showing()).isEqualTo(done);
    assertThat(words(after(done, "7").attempts())).containsExactly("-6");
    assertThat(done.hinted()).isEqualTo(done);
  }

  @Test
  void withoutTheWorkedStepsAllIsTheLearners() {
    Session known = after("6").unaided();
    assertThat(known.fading()).isEqualTo(Fading.ALL);
    assertThat(words(known.attempts())).containsExactly("6");
  }
}
