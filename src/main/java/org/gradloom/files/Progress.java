package org.gradloom.files;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How far one learner has come in each lesson: a bookmark, and whether the end was ever reached.
 *
 * @param lessons what was reached in each lesson that was begun, by the id of a built-in lesson or
 *     a file's absolute path
 * @param last the lesson that was worked on last
 */
public record Progress(Map<String, Reached> lessons, Optional<String> last) {
  /** Nothing was begun. */
  public static final Progress NONE = new Progress(Map.of(), Optional.empty());

  /**
   * What was reached in one lesson.
   *
   * @param beat where the learner was last, from 1
   * @param beats how many there are
   * @param done whether the last beat was ever reached
   */
  public record Reached(int beat, int beats, boolean done) {
    /**
     * A bookmark in a lesson.
     *
     * @throws IllegalArgumentException if there is no such beat
     */
    public Reached {
      if (beat < 1 || beat > beats) {
        throw new IllegalArgumentException("No beat " + beat + " of " + beats);
      }
    }

    /** Where to go on: at the beat that was left, or from the start where nothing was left. */
    public int next() {
      return beat < beats ? beat : 1;
    }
  }

  public Progress {
    lessons = Map.copyOf(lessons);
  }

  public Optional<Reached> of(String lesson) {
    return Optional.ofNullable(lessons.get(lesson));
  }

  /** True if the end of a lesson was ever reached. */
  public boolean isDone(String lesson) {
    return of(lesson).filter(Reached::done).isPresent();
  }

  /**
   * The same after a beat was reached. What is done stays done, whoever begins again.
   *
   * @param beat from 1
   * @param beats how many the lesson has
   */
  public Progress at(String lesson, int beat, int beats) {
    boolean done = beat == beats || isDone(lesson);
    Map<String, Reached> all = new LinkedHashMap<>(lessons);
    all.put(lesson, new Reached(beat, beats, done));
    return new Progress(all, Optional.of(lesson));
  }

  /** What is new here, compared with what was known before. */
  public Progress since(Progress before) {
    return new Progress(
        lessons.entrySet().stream()
            .filter(lesson -> !lesson.getValue().equals(before.lessons.get(lesson.getKey())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        last.equals(before.last) ? Optional.empty() : last);
  }

  /** The same with what another window came to since. What either has done is done. */
  public Progress with(Progress later) {
    Map<String, Reached> all = new LinkedHashMap<>(lessons);
    later.lessons.forEach((lesson, now) ->
        all.merge(
            lesson,
            now,
            (then, _) -> new Reached(now.beat(), now.beats(), then.done() || now.done())));
    return new Progress(all, later.last.or(() -> last));
  }
}
