package org.gradloom.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradloom.lesson.Misconception;
import org.gradloom.practice.Exercise.Kind;
import org.gradloom.practice.Result.Outcome;

/**
 * What a learner has practised, and what follows from it. A kind is mastered when three of its last
 * four exercises were right without a hint. It is due again a day after that, and where it is right
 * then, a week later each time; what is not mastered is due after a day, and at once where the
 * answer was shown.
 *
 * @param results from the first to the last
 */
public record Mastery(List<Result> results) {
  /** Nothing was practised yet. */
  public static final Mastery NONE = new Mastery(List.of());

  /** How many exercises of a kind are looked at. */
  public static final int LOOKED_AT = 4;

  /** How many results are kept. */
  public static final int MOST = 5000;

  private static final int ENOUGH = 3;

  /** Right at the first try so often at a level, and the next one comes. */
  private static final int CLIMBS = 2;

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);

  public Mastery {
    results = List.copyOf(results);
  }

  /** With one more. */
  public Mastery with(Result result) {
    List<Result> all = new ArrayList<>(results);
    all.add(result);
    return new Mastery(all);
  }

  /**
   * With those of another, each once, in the order of their time. Of very many the newest stay:
   * more than {@link #MOST} say nothing further, and a file is written anew with each.
   */
  public Mastery together(Mastery other) {
    Map<Key, Result> each = new LinkedHashMap<>();
    Stream.concat(results.stream(), other.results.stream())
        .forEach(result -> each.putIfAbsent(Key.of(result), result));
    List<Result> all = each.values().stream().sorted(Comparator.comparing(Result::when)).toList();
    return new Mastery(all.subList(Math.max(0, all.size() - MOST), all.size()));
  }

  /** What is new here, compared with what was known before. */
  public Mastery since(Mastery before) {
    Set<Key> known = before.results.stream().map(Key::of).collect(Collectors.toSet());
    return new Mastery(results.stream().filter(result -> !known.contains(Key.of(result))).toList());
  }

  /** What tells one result from another, whichever window it was made in. */
  private record Key(Kind kind, long seed, Instant when) {
    static Key of(Result result) {
      return new Key(result.kind(), result.seed(), result.when());
    }
  }

  /** The results of one kind, from the first to the last. */
  public List<Result> of(Kind kind) {
    return results.stream().filter(result -> result.kind() == kind).toList();
  }

  /** The last four of a kind, or fewer: true where it was right without a hint. */
  public List<Boolean> lastOf(Kind kind) {
    List<Result> all = of(kind);
    return all.subList(Math.max(0, all.size() - LOOKED_AT), all.size()).stream()
        .map(result -> result.outcome().isUnaided())
        .toList();
  }

  public boolean isMastered(Kind kind) {
    return isMastered(of(kind));
  }

  private static boolean isMastered(List<Result> all) {
    return all.subList(Math.max(0, all.size() - LOOKED_AT), all.size()).stream()
            .filter(result -> result.outcome().isUnaided())
            .count()
        >= ENOUGH;
  }

  // ---- when

  /** True if a kind that was practised is to be practised again. */
  public boolean isDue(Kind kind, Instant now) {
    return dueAt(kind).filter(due -> !now.isBefore(due)).isPresent();
  }

  /** When a kind is due again; nothing for one that was never practised. */
  public Optional<Instant> dueAt(Kind kind) {
    List<Result> all = of(kind);
    Optional<Instant> due = Optional.empty();
    boolean reviewed = false;
    for (int n = 0; n < all.size(); n++) {
      Result result = all.get(n);
      boolean waited = due.filter(at -> !result.when().isBefore(at)).isPresent();
      // Right after it was shown is no review, however right.
      boolean review =
          waited && all.get(n - 1).outcome() != Outcome.SHOWN && isMastered(all.subList(0, n));
      reviewed = result.outcome().isUnaided() && (review || reviewed);
      boolean early = reviewed && !waited;
      due = early ? due : Optional.of(result.when().plus(wait(result.outcome(), reviewed)));
    }
    return due;
  }

  private static Duration wait(Outcome outcome, boolean reviewed) {
    return outcome == Outcome.SHOWN ? Duration.ZERO : reviewed ? WEEK : DAY;
  }

  /** The kinds that are due, the one that has waited longest first. */
  public List<Kind> due(Instant now) {
    return List.of(Kind.values()).stream()
        .filter(kind -> isDue(kind, now))
        .sorted(Comparator.comparing(kind -> dueAt(kind).orElse(now)))
        .toList();
  }

  // ---- how hard

  /**
   * The level that a kind's next exercise has: it begins with the kind's first and climbs after two
   * that were right at once, and goes one back where an answer was shown.
   */
  public int level(Kind kind) {
    int level = kind.firstLevel();
    int clean = 0;
    for (Result result : of(kind)) {
      clean = result.outcome() == Outcome.FIRST && result.level() >= level ? clean + 1 : 0;
      if (clean >= CLIMBS) {
        level = Math.min(Draw.HIGHEST, level + 1);
        clean = 0;
      } else if (result.outcome() == Outcome.SHOWN) {
        level = Math.max(1, level - 1);
      }
    }
    return level;
  }

  /**
   * How much of the next exercise of a kind is left to the learner: the last step, the last two,
   * then all, one further with each that was right without a hint. So two of them leave all from
   * then on, and whoever had the answer shown is shown the steps once more.
   */
  public Fading fading(Kind kind) {
    return Fading.after(of(kind).stream().filter(result -> result.outcome().isUnaided()).count());
  }

  // ---- what trips

  /** How often each idea showed since a moment, the most frequent first. */
  public Map<Misconception, Integer> ideasSince(Instant from) {
    Map<Misconception, Integer> counts = new EnumMap<>(Misconception.class);
    results.stream()
        .filter(result -> !result.when().isBefore(from))
        .flatMap(result -> result.ideas().stream())
        .forEach(idea -> counts.merge(idea, 1, Integer::sum));
    Map<Misconception, Integer> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<Misconception, Integer>comparingByValue().reversed())
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  /** How often each idea showed in the week before a moment. */
  public Map<Misconception, Integer> ideasThisWeek(Instant now) {
    return ideasSince(now.minus(WEEK));
  }

  // ---- what comes next

  /**
   * The kind that a mixed review asks next: one that is due, else one that is not mastered, else
   * the first that was never tried, else the one that rests longest. The one just asked comes again
   * only where there is no other.
   */
  public Kind next(Instant now, Optional<Kind> justAsked) {
    List<Kind> others =
        List.of(Kind.values()).stream()
            .filter(kind -> !justAsked.equals(Optional.of(kind)))
            .toList();
    return due(now).stream()
        .filter(others::contains)
        .findFirst()
        .or(() ->
            others.stream().filter(kind -> !of(kind).isEmpty() && !isMastered(kind)).findFirst())
        .or(() -> others.stream().filter(kind -> of(kind).isEmpty()).findFirst())
        .orElseGet(() ->
            others.stream()
                .min(Comparator.comparing(kind -> dueAt(kind).orElse(now)))
                .orElseThrow());
  }
}
