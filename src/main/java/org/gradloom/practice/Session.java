package org.gradloom.practice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Misconception;
import org.gradloom.marking.Marked;
import org.gradloom.marking.Marker;
import org.gradloom.practice.Result.Outcome;
import org.gradloom.text.InvalidInput;

/**
 * An exercise that is being done. What cannot be read is no try; a hint opens after a try that came
 * since the last one; what was shown scores nothing.
 *
 * @param fading how much of it is left to the learner
 * @param attempts from the first to the last, those that could not be read too
 * @param hints how many are open
 * @param triesBefore how many tries that count came before the last of them
 * @param shown whether its answer was shown
 */
public record Session(
    Exercise exercise,
    Fading fading,
    List<Attempt> attempts,
    int hints,
    int triesBefore,
    boolean shown) {
  public Session {
    attempts = List.copyOf(attempts);
  }

  /** One that begins. */
  public static Session of(Exercise exercise, Fading fading) {
    return new Session(exercise, fading, List.of(), 0, 0, false);
  }

  /** With one more try, unless it is over. */
  public Session with(Attempt attempt) {
    if (isOver()) {
      return this;
    }
    List<Attempt> all = new ArrayList<>(attempts);
    all.add(attempt);
    return new Session(exercise, fading, all, hints, triesBefore, shown);
  }

  /** With the last try seen in another light. */
  public Session explained(Attempt last) {
    List<Attempt> all = new ArrayList<>(attempts);
    all.set(all.size() - 1, last);
    return new Session(exercise, fading, all, hints, triesBefore, shown);
  }

  /** With the next hint open, where one may be opened. */
  public Session hinted() {
    return mayHint()
        ? new Session(exercise, fading, attempts, hints + 1, tries().size(), shown)
        : this;
  }

  /** With its answer shown, unless it was found before. */
  public Session showing() {
    return isOver() ? this : new Session(exercise, fading, attempts, hints, triesBefore, true);
  }

  /** Without the worked steps. */
  public Session unaided() {
    return new Session(exercise, Fading.ALL, attempts, hints, triesBefore, shown);
  }

  /** The tries that count. */
  public List<Attempt> tries() {
    return attempts.stream().filter(attempt -> attempt.marked().attempt()).toList();
  }

  /** The last thing that was given, if it was not right. */
  public Optional<Attempt> wrong() {
    return attempts.isEmpty() || isRight() ? Optional.empty() : Optional.of(attempts.getLast());
  }

  /** True if the next hint may be opened: there is one, and a try came since the last. */
  public boolean mayHint() {
    return !isOver() && hints < exercise.hints().size() && tries().size() > triesBefore;
  }

  /** True if a further hint waits for a try. */
  public boolean isHintWaiting() {
    return !isOver() && hints < exercise.hints().size() && !mayHint();
  }

  public boolean isRight() {
    return !attempts.isEmpty() && attempts.getLast().marked().correct();
  }

  public boolean isOver() {
    return isRight() || shown;
  }

  /** How it ended, once it is over. */
  public Optional<Outcome> outcome() {
    if (!isOver()) {
      return Optional.empty();
    }
    if (shown) {
      return Optional.of(Outcome.SHOWN);
    }
    if (hints > 0) {
      return Optional.of(Outcome.HINTED);
    }
    return Optional.of(tries().size() == 1 ? Outcome.FIRST : Outcome.RETRIED);
  }

  /** What is kept of it, once it is over. */
  public Optional<Result> result(Instant when) {
    Draw draw = exercise.draw();
    return outcome()
        .map(outcome -> new Result(draw.kind(), draw.seed(), draw.level(), when, outcome, ideas()));
  }

  /** The wrong ideas that the tries showed, in their order. */
  List<Misconception> ideas() {
    return tries().stream()
        .flatMap(attempt -> attempt.marked().diagnosis().stream())
        .<Misconception>flatMap(idea -> Stream.ofNullable(idea.misconception()))
        .toList();
  }

  /**
   * One try at an exercise.
   *
   * @param words what was given, as it is read
   * @param answer what it was read as; empty where it could not be read
   * @param used the two lines it was made of, as they are written, where the learner was asked
   */
  public record Attempt(
      String words, Optional<Answer> answer, Optional<Answer.Lines> used, Marked marked) {
    /** One that was kept, as it is read and marked now. */
    static Attempt again(Marker marker, PackResults.Try given) {
      Marked marked = marker.mark(given.words(), given.used());
      try {
        return new Attempt(
            given.words(), Optional.of(marker.read(given.words())), given.used(), marked);
      } catch (InvalidInput _) {
        return new Attempt(given.words(), Optional.empty(), marked);
      }
    }

    /** One of which no more than the answer is known. */
    public Attempt(String words, Optional<Answer> answer, Marked marked) {
      this(words, answer, Optional.empty(), marked);
    }
  }
}
