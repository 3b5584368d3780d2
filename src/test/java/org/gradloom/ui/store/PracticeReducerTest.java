package org.gradloom.ui.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gradloom.derivation.Derivation;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Convention;
import org.gradloom.marking.Marker;
import org.gradloom.practice.AnswerDraft;
import org.gradloom.practice.Exercise.Kind;
import org.gradloom.practice.Exercises;
import org.gradloom.practice.Mastery;
import org.gradloom.practice.Pack;
import org.gradloom.practice.Plan;
import org.gradloom.practice.Request;
import org.gradloom.practice.Result;
import org.gradloom.practice.Result.Outcome;
import org.gradloom.practice.Session;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

/** What a hurried learner's keys make of the exercises, without a window. */
class PracticeReducerTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");
  private static final Exercises EXERCISES = new Exercises(Texts.english());

  private final Store store =
      new Store(
          AppState.opened(
              Derivation.of(BuiltInLessons.read(BuiltInLessons.FIRST)),
              new Origin.Unsaved(),
              View.usual()));

  private PracticeState practice() {
    return store.state().practice();
  }

  private Session session() {
    return practice().session().orElseThrow();
  }

  private long seed() {
    return session().exercise().draw().seed();
  }

  private void choose(Kind kind) {
    store.dispatch(new Action.Practise(new Plan.OfKind(kind), NOW));
    draw();
  }

  private void draw() {
    Request wanted = practice().wanted().orElseThrow();
    store.dispatch(new Action.TakeExercise(wanted, EXERCISES.draw(wanted), NOW));
  }

  private void next() {
    store.dispatch(new Action.NextExercise(NOW));
  }

  private void answer(String number) {
    AnswerDraft.InCells draft = (AnswerDraft.InCells) practice().work().orElseThrow().draft();
    store.dispatch(
        new Action.EnterAnswer(
            new AnswerDraft.InCells(
                draft.kind(), draft.shape(), Collections.nCopies(draft.texts().size(), number))));
    check();
  }

  private void check() {
    store.dispatch(new Action.CheckAnswer("words", NOW));
  }

  private String right() {
    Marker marker = session().exercise().marker();
    return ((Answer.Scalar) marker.turned(marker.right())).value().exactText();
  }

  @Test
  void theSameAnswerCheckedTwiceIsOneTryAndOpensOneHint() {
    choose(Kind.JACOBIAN_COUNT);
    answer("1");
    check();
    assertThat(session().tries()).hasSize(1);
    store.dispatch(new Action.OpenHint());
    check();
    store.dispatch(new Action.OpenHint());
    assertThat(session().hints()).as("the same number again is no other try").isEqualTo(1);
    answer("2");
    store.dispatch(new Action.OpenHint());
    assertThat(session().hints()).isEqualTo(2);
  }

  @Test
  void whatIsSkippedComesWithOtherNumbers() {
    choose(Kind.JACOBIAN_COUNT);
    long first = seed();
    next();
    draw();
    assertThat(seed()).isEqualTo(first + 1);
    next();
    draw();
    assertThat(seed()).isEqualTo(first + 2);
    assertThat(practice().done()).containsExactly(Optional.empty(), Optional.empty());
  }

  @Test
  void whoLeavesAfterAWrongTryFindsOtherNumbersAndWhoTriedNothingTheSame() {
    choose(Kind.JACOBIAN_COUNT);
    long first = seed();
    choose(Kind.DB);
    choose(Kind.JACOBIAN_COUNT);
    assertThat(seed()).isEqualTo(first);
    answer("1");
    choose(Kind.DB);
    choose(Kind.JACOBIAN_COUNT);
    assertThat(seed()).as("it is known by now that 1 is wrong").isEqualTo(first + 1);
  }

  @Test
  void whatIsStillDrawnIsNotSkipped() {
    choose(Kind.JACOBIAN_COUNT);
    answer(right());
    next();
    next();
    next();
    assertThat(practice().done()).containsExactly(Optional.of(Outcome.FIRST));
    draw();
    assertThat(session().attempts()).isEmpty();
  }

  @Test
  void whereNoneCanBeDrawnOneGoesOn() {
    choose(Kind.JACOBIAN_COUNT);
    next();
    Request wanted = practice().wanted().orElseThrow();
    store.dispatch(new Action.GiveUpExercise(wanted));
    assertThat(practice().wanted()).as("it is not asked for without end").isEmpty();
    next();
    assertThat(practice().wanted().orElseThrow().seed()).isEqualTo(wanted.seed() + 1);
  }

  @Test
  void pastTheGreatestSeedOtherNumbersComeStill() {
    store.dispatch(
        new Action.TakeMastery(
            new Mastery(
                List.of(
                    new Result(
                        Kind.JACOBIAN_COUNT, Long.MAX_VALUE, 1, NOW, Outcome.FIRST, List.of())))));
    choose(Kind.JACOBIAN_COUNT);
    long first = seed();
    answer(right());
    next();
    draw();
    assertThat(seed()).isEqualTo(first + 1);
  }

  @Test
  void anotherConventionDoesNotTakeBackWhatWasShown() {
    choose(Kind.JACOBIAN_COUNT);
    store.dispatch(new Action.TellAnswer(NOW));
    store.dispatch(new Action.WriteExercisesAs(Convention.WX, NOW));
    assertThat(session().isOver()).isTrue();
    next();
    draw();
    assertThat(practice().done()).containsExactly(Optional.of(Outcome.SHOWN));
    assertThat(session().exercise().draw().convention()).isEqualTo(Convention.WX);
  }

  @Test
  void anotherConventionBeforeATryKeepsTheNumbers() {
    choose(Kind.DW_CELL);
    long first = seed();
    store.dispatch(new Action.WriteExercisesAs(Convention.WX, NOW));
    draw();
    assertThat(seed()).isEqualTo(first);
    assertThat(session().exercise().draw().convention()).isEqualTo(Convention.WX);
  }

  private void openPack() {
    Pack.Item item =
        new Pack.Item(
            Kind.JACOBIAN_COUNT,
            List.of(1L, 2L),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Pack pack = new Pack("Week 3", "", List.of(item), false);
    store.dispatch(
        new Action.Practise(Plan.OfPack.of(pack, EXERCISES, Convention.XW, 0, NOW), NOW));
    draw();
  }

  private void resume() {
    store.dispatch(new Action.ResumePack(practice().paused().orElseThrow()));
  }

  /** A click beside a pack must not cost what is to be handed in. */
  @Test
  void aPackThatWasLeftIsGoneOnWithWhereItWasLeft() {
    openPack();
    store.dispatch(new Action.NextExercise(NOW));
    draw();
    answer("7");
    PracticeState before = store.state().practice();
    choose(Kind.DB);
    choose(Kind.SHAPES);
    assertThat(store.state().practice().plan()).isEqualTo(new Plan.OfKind(Kind.SHAPES));
    resume();
    PracticeState after = store.state().practice();
    assertThat(after.plan()).isEqualTo(before.plan());
    assertThat(after.done()).isEqualTo(before.done()).hasSize(1);
    assertThat(after.entries()).isEqualTo(before.entries());
    assertThat(after.work()).isEqualTo(before.work()).isPresent();
    assertThat(after.paused()).as("it is here").isEmpty();
  }

  @Test
  void theResultsOfAPackOutliveItsNextRound() {
    openPack();
    store.dispatch(new Action.NextExercise(NOW));
    draw();
    store.dispatch(new Action.NextExercise(NOW));
    var results = store.state().practice().results();
    assertThat(results).isPresent();
    store.dispatch(new Action.NextExercise(NOW));
    draw();
    assertThat(store.state().practice().results()).as("begun anew").isEmpty();
    resume();
    assertThat(store.state().practice().results()).isEqualTo(results);
  }

  @Test
  void aPackOfWhichNothingWasDoneIsNotKept() {
    openPack();
    choose(Kind.DB);
    assertThat(store.state().practice().paused()).isEmpty();
  }
}
