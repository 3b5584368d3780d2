package org.gradloom.marking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.derivation.Derivation;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Target;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The wrong answers to a question that a marker knows the idea behind, and how well these numbers
 * tell the ideas apart.
 */
public final class WrongAnswers {
  private static final double LEAST = 0.985;
  private static final double MOST = 1.015;
  private static final long SEED = 1;

  /** How many other lessons tell what is chance. */
  private static final int PROBES = 5;

  private final Marker marker;
  private final Derivation derivation;
  private final Beat.Ask ask;
  private final List<Method> methods;

  /** The parts that are numbers of the walk, each as a question of its own. */
  private final Map<Integer, WrongAnswers> parts;

  /** A wrong way with what is asked, and the numbers it leads to, as they are listed. */
  private static final class Method {
    private final @Nullable Misconception misconception;
    private final Supplier<Optional<Matrix>> numbers;

    Method(Asked asked, WrongMethod method) {
      this.misconception = method.misconception();
      this.numbers = new Memo<>(() -> asked.given(method));
    }

    @Nullable Misconception misconception() {
      return misconception;
    }

    Optional<Matrix> numbers() {
      return numbers.get();
    }

    boolean gives(Matrix others) {
      return numbers().filter(mine -> Tolerance.accepts(mine, others)).isPresent();
    }
  }

  /** What is worked out when it is first needed. */
  private static final class Memo<T> implements Supplier<T> {
    private final Supplier<T> source;
    private @Nullable T made;

    Memo(Supplier<T> source) {
      this.source = source;
    }

    @Override
    public T get() {
      T known = made;
      if (known == null) {
        known = source.get();
        made = known;
      }
      return known;
    }
  }

  /** About a question on these numbers. */
  public WrongAnswers(Derivation derivation, Beat.Ask ask) {
    this.marker = new Marker(derivation, ask);
    this.derivation = derivation;
    this.ask = ask;
    this.methods = methods(derivation);
    this.parts = parts();
  }

  private Map<Integer, WrongAnswers> parts() {
    Map<Integer, WrongAnswers> all = new TreeMap<>();
    if (marker.right() instanceof Answer.Parts(var rights)) {
      for (int n = 0; n < rights.size(); n++) {
        Beat.Ask part = marker.part(n);
        if (part.of() != null) {
          all.put(n, new WrongAnswers(derivation, part));
        }
      }
    }
    return all;
  }

  private List<Method> methods(Derivation of) {
    if (ask.of() == null || marker.numbersOf(marker.right()).isEmpty()) {
      return List.of();
    }
    Asked asked = new Asked(of, ask.of());
    return asked.modelled().map(method -> new Method(asked, method)).toList();
  }

  // ---- the answers

  /**
   * Those with an idea behind them, as questions hold them: the ones that came with the question,
   * then what wrong methods lead to, the likeliest first. None is right. Two ideas have one answer
   * only where a marker asks which of the two it was.
   */
  public List<Beat.Wrong> list() {
    List<Beat.Wrong> all = new ArrayList<>();
    Stream.of(listed(), modelled(), ofParts())
        .flatMap(each -> each)
        .filter(wrong -> isTold(wrong, all))
        .forEach(all::add);
    return List.copyOf(all);
  }

  private Stream<Beat.Wrong> listed() {
    return Stream.concat(
        ask.wrong().stream().filter(wrong -> wrong.misconception() != null), ofOptions());
  }

  /** Choosing an option that does not hold tells what is behind it. */
  private Stream<Beat.Wrong> ofOptions() {
    return marker.right() instanceof Answer.Choice
        ? IntStream.range(0, ask.options().size())
            .mapToObj(option ->
                new Beat.Wrong(
                    new Answer.Choice(option), ask.options().get(option).misconception()))
        : Stream.empty();
  }

  private Stream<Beat.Wrong> modelled() {
    return methods.stream()
        .filter(method -> method.misconception() != null)
        .flatMap(method ->
            method.numbers().filter(Matrix::isFinite).stream()
                .map(numbers -> new Beat.Wrong(marker.answerOf(numbers), method.misconception())));
  }

  /** Where one part is wrong. */
  private Stream<Beat.Wrong> ofParts() {
    return parts.entrySet().stream()
        .flatMap(each ->
            each.getValue().list().stream()
                .map(wrong ->
                    new Beat.Wrong(
                        ((Answer.Parts) marker.right())
                            .with(each.getKey(), (Answer.Part) wrong.answer()),
                        wrong.misconception())));
  }

  /** True if a marker says of this answer what is listed with it, and it is not listed yet. */
  private boolean isTold(Beat.Wrong wrong, List<Beat.Wrong> before) {
    boolean known =
        before.stream()
            .anyMatch(other ->
                other.misconception() == wrong.misconception()
                    && other.answer().equals(wrong.answer()));
    if (known) {
      return false;
    }
    Marked marked = marker.mark(wrong.answer());
    return !marked.correct()
        && (marked.asksLines()
            || marked
                .diagnosis()
                .filter(it -> it.misconception() == wrong.misconception())
                .isPresent());
  }

  /** What an idea leads to, where no other does and it is not right. */
  public Optional<Answer> only(Misconception idea) {
    Matrix right = marker.numbersOf(marker.right()).orElseThrow();
    return methods.stream()
        .filter(method -> method.misconception() == idea)
        .flatMap(method -> method.numbers().stream())
        .filter(numbers -> numbers.isFinite() && !Tolerance.accepts(numbers, right))
        .filter(numbers ->
            methods.stream()
                .noneMatch(other ->
                    other.misconception() != null
                        && other.misconception() != idea
                        && other.gives(numbers)))
        .findFirst()
        .map(marker::answerOf);
  }

  // ---- how well they are told apart

  /**
   * How often these numbers say less than others of their kind would: a wrong method comes to the
   * right ones, which counts for many, or two wrong ideas come to the same. What is so for any
   * numbers, such as a mean over one sample, or a gate that is open, does not count.
   *
   * @param most where it stops counting
   */
  public int coincidences(int most) {
    int count = 0;
    for (WrongAnswers part : parts.values()) {
      count += part.coincidences(most - count);
    }
    if (methods.isEmpty()) {
      return count;
    }
    Matrix right = marker.numbersOf(marker.right()).orElseThrow();
    Supplier<Others> others = new Memo<>(Others::new);
    for (int m = 0; m < methods.size() && count < most; m++) {
      Method one = methods.get(m);
      if (one.gives(right) && !others.get().isRight(m)) {
        count += methods.size();
      }
      for (int n = 0; n < m && count < most; n++) {
        Method other = methods.get(n);
        if (areTwoIdeas(one, other)
            && one.numbers().filter(other::gives).isPresent()
            && !others.get().areOne(m, n)) {
          count++;
        }
      }
    }
    return count;
  }

  private static boolean areTwoIdeas(Method one, Method other) {
    return one.misconception() != null
        && other.misconception() != null
        && one.misconception() != other.misconception();
  }

  /**
   * The same question about other numbers: a little aside, so that a gate that is asked about stays
   * as it is; a product behind gates is tried with them open and shut elsewhere, too, since which
   * of them are open is chance there.
   */
  private final class Others {
    private final List<Probe> probes;

    /** The right numbers of another lesson, and what the methods come to there. */
    private record Probe(Matrix right, List<Method> methods) {}

    Others() {
      boolean product =
          Optional.ofNullable(ask.of())
              .flatMap(of -> new Asked(derivation, of).product())
              .isPresent();
      this.probes =
          IntStream.range(0, product ? PROBES : 1)
              .mapToObj(n -> probe(moved(derivation.lesson(), new Random(SEED + n), n > 0)))
              .toList();
    }

    private Probe probe(Lesson other) {
      Derivation moved = Derivation.of(other);
      Marker there = new Marker(moved, computed());
      return new Probe(there.numbersOf(there.right()).orElseThrow(), methods(moved));
    }

    /** The question without the answer that it may hold, which is the one for these numbers. */
    private Beat.Ask computed() {
      return new Beat.Ask(
          ask.kind(), ask.of(), ask.question(), ask.options(), ask.wrong(), null, false);
    }

    boolean isRight(int method) {
      return probes.stream()
          .allMatch(
              probe -> areOne(probe.methods().get(method).numbers(), Optional.of(probe.right())));
    }

    boolean areOne(int one, int other) {
      return probes.stream()
          .map(Probe::methods)
          .allMatch(methods -> areOne(methods.get(one).numbers(), methods.get(other).numbers()));
    }

    private static boolean areOne(Optional<Matrix> one, Optional<Matrix> other) {
      return one.isPresent()
          && other.isPresent()
          && one.get().shape().equals(other.get().shape())
          && IntStream.range(0, one.get().shape().size())
              .allMatch(i -> Tolerance.areOne(one.get().toArray()[i], other.get().toArray()[i]));
    }
  }

  /**
   * Other numbers of the same sizes.
   *
   * @param turned whether some change their sign
   */
  private static Lesson moved(Lesson lesson, Random random, boolean turned) {
    List<Layer> layers =
        lesson.layers().stream()
            .map(layer -> layer.withW(moved(layer.w(), random, turned)))
            .toList();
    Target target =
        switch (lesson.loss().target()) {
          case Target.Upstream(var upstream) ->
              new Target.Upstream(moved(upstream, random, turned));
          case Target.Targets targets -> targets;
          case Target.Labels labels -> labels;
        };
    return lesson.with(moved(lesson.x(), random, turned), layers, lesson.loss().with(target));
  }

  private static Matrix moved(Matrix matrix, Random random, boolean turned) {
    return Matrix.numbers(
        new Shape(matrix.rows(), matrix.columns()),
        (i, j) -> {
          double aside = matrix.get(i, j) * random.nextDouble(LEAST, MOST);
          return turned ? Math.copySign(aside, random.nextInt()) : aside;
        });
  }
}
