package org.gradloom.marking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.derivation.Derivation;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Wording;
import org.gradloom.matrix.Matrix;
import org.gradloom.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * The options of a vote: the right answer, then wrong ones, those that came with the question
 * first. What the marker would take for right is none, nor is one that looks like another, or has
 * another's reason.
 */
final class VoteOptions {
  private static final int MOST_WRONG = 3;

  /** More than one compares at a glance. */
  private static final int MOST_NUMBERS = 16;

  /**
   * A wrong answer that may become an option.
   *
   * @param numbers as the convention lists them, where it is made of numbers
   * @param ideas its reason in one way or another, the best first
   * @param always true where it is shown without a reason of its own, too
   */
  private record Candidate(
      Optional<Matrix> numbers,
      Message text,
      @Nullable Misconception misconception,
      List<Message> ideas,
      boolean always) {}

  private final Derivation derivation;
  private final Beat.Ask ask;
  private final Marker marker;
  private final Optional<Asked> asked;

  private final List<Vote.Option> options = new ArrayList<>();
  private final List<Matrix> numbers = new ArrayList<>();
  private final Set<Misconception> misconceptions = new HashSet<>();

  private VoteOptions(Derivation derivation, Beat.Ask ask) {
    this.derivation = derivation;
    this.ask = ask;
    this.marker = new Marker(derivation, ask);
    this.asked = asked();
  }

  /** None where nothing can be listed. */
  static List<Vote.Option> of(Derivation derivation, Beat.Ask ask) {
    VoteOptions made = new VoteOptions(derivation, ask);
    Answer right = made.marker.right();
    return switch (right) {
      case Answer.Scalar _, Answer.Row _, Answer.OfMatrix _ -> made.ofNumbers();
      case Answer.OfShape(var shape) -> made.ofShapes(new Answer.OfShape(shape.transposed()));
      case Answer.Choice _ -> made.ofChoices();
      case Answer.Expression(var text) -> made.ofExpressions(text);
      case Answer.Choices _, Answer.Order _, Answer.Lines _, Answer.Cells _, Answer.Parts _ ->
          List.of();
    };
  }

  /** What an expression makes is what it is about. */
  private Optional<Asked> asked() {
    return marker.right() instanceof Answer.Expression
        ? marker.made().map(made -> new Asked(derivation, new Place.OfMatrix(made)))
        : Optional.ofNullable(ask.of()).map(of -> new Asked(derivation, of));
  }

  // ---- by kind

  private List<Vote.Option> ofNumbers() {
    Matrix right = marker.numbersOf(marker.right()).orElseThrow();
    if (right.shape().size() > MOST_NUMBERS) {
      return List.of();
    }
    numbers.add(right);
    right(text(right), holds());
    addSome(listed(), _ -> true);
    List<Candidate> modelled =
        asked.stream()
            .flatMap(of -> of.modelled().flatMap(method -> candidate(of, method)))
            .toList();
    addSome(modelled, this::isAnotherIdeaAlone);
    addSome(modelled, _ -> true);
    addSome(
        asked.stream()
            .flatMap(of -> of.further().flatMap(method -> candidate(of, method)))
            .toList(),
        _ -> true);
    return options;
  }

  private List<Vote.Option> ofShapes(Answer turned) {
    right(text(marker.right()), holds());
    addSome(listed(), _ -> true);
    addSome(
        turned.equals(marker.right())
            ? List.of()
            : List.of(candidate(turned, Misconception.M10, null, false)),
        _ -> true);
    return options;
  }

  private List<Vote.Option> ofChoices() {
    right(text(marker.right()), Message.of("vote.right"));
    addSome(
        IntStream.range(0, ask.options().size())
            .mapToObj(option -> {
              Beat.Option chosen = ask.options().get(option);
              return candidate(
                  new Answer.Choice(option), chosen.misconception(), chosen.reply(), true);
            })
            .toList(),
        _ -> true);
    return options;
  }

  private List<Vote.Option> ofExpressions(String right) {
    right(
        Message.of("mark.plain", right),
        asked.map(IdeaOfRight::ofExpression).orElseGet(() -> Message.of("vote.right")));
    addSome(listed(), _ -> true);
    return options;
  }

  private Message holds() {
    return asked.map(IdeaOfRight::of).orElseGet(() -> Message.of("vote.right"));
  }

  private void right(Message text, Message idea) {
    options.add(new Vote.Option(text, true, idea));
  }

  // ---- wrong ones

  /** Those that came with the question and are answers to it. */
  private List<Candidate> listed() {
    return ask.wrong().stream()
        .filter(wrong -> {
          Marked marked = marker.mark(wrong.answer());
          return marked.attempt() && !marked.correct();
        })
        .map(wrong -> candidate(wrong.answer(), wrong.misconception(), wrong.reply(), false))
        .toList();
  }

  private Candidate candidate(
      Answer answer,
      @Nullable Misconception misconception,
      @Nullable Wording reply,
      boolean always) {
    Optional<Slip> slip = marker.mark(answer).diagnosis().flatMap(Diagnosis::slip);
    List<Message> ideas =
        Stream.of(
                Stream.ofNullable(reply).flatMap(words -> WhatWasDone.of(words).stream()),
                slip.stream()
                    .flatMap(done -> asked.map(of -> new IdeaOfWrong(of).of(done)).stream()),
                Stream.ofNullable(misconception).map(IdeaOfWrong::of))
            .flatMap(each -> each)
            .toList();
    return new Candidate(marker.numbersOf(answer), text(answer), misconception, ideas, always);
  }

  private Stream<Candidate> candidate(Asked of, WrongMethod method) {
    return of.given(method).stream()
        .map(given ->
            new Candidate(
                Optional.of(given),
                text(given),
                method.misconception(),
                List.of(new IdeaOfWrong(of).of(method.slip().get())),
                false));
  }

  /** True if its idea is not among the options yet, and no other one gives these numbers. */
  private boolean isAnotherIdeaAlone(Candidate candidate) {
    return candidate.misconception() != null
        && !misconceptions.contains(candidate.misconception())
        && candidate.numbers().stream()
            .noneMatch(given ->
                given.shape().size() == 1
                    && marker.mark(new Answer.Scalar(given.entry(0, 0))).asksLines());
  }

  private void addSome(List<Candidate> candidates, Predicate<Candidate> which) {
    for (Candidate candidate : candidates) {
      if (options.size() <= MOST_WRONG && isNew(candidate) && which.test(candidate)) {
        idea(candidate).ifPresent(idea -> add(candidate, idea));
      }
    }
  }

  private boolean isNew(Candidate candidate) {
    return options.stream().noneMatch(option -> option.text().equals(candidate.text()))
        && candidate.numbers().stream().allMatch(this::areNew);
  }

  private boolean areNew(Matrix given) {
    return given.isFinite()
        && given.shape().equals(numbers.getFirst().shape())
        && numbers.stream()
            .noneMatch(taken -> Tolerance.accepts(given, taken) || Tolerance.accepts(taken, given));
  }

  /** The first of its reasons that is not another option's. */
  private Optional<Message> idea(Candidate candidate) {
    Set<Message> used = new HashSet<>(options.stream().map(Vote.Option::idea).toList());
    return candidate.ideas().stream()
        .filter(idea -> !used.contains(idea))
        .findFirst()
        .or(() -> candidate.always() ? Optional.of(Message.of("vote.unknown")) : Optional.empty());
  }

  private void add(Candidate candidate, Message idea) {
    options.add(new Vote.Option(candidate.text(), false, idea));
    candidate.numbers().ifPresent(numbers::add);
    if (candidate.misconception() != null) {
      misconceptions.add(Objects.requireNonNull(candidate.misconception()));
    }
  }

  // ---- as it is read

  private Message text(Answer answer) {
    return switch (marker.turned(answer)) {
      case Answer.OfShape(var shape) -> Message.of("vote.shape", shape.rows(), shape.columns());
      case Answer.Choice(int option) -> Message.of("mark.own", ask.options().get(option).text());
      case Answer.Expression(var text) -> Message.of("mark.plain", text);
      case Answer.Scalar _, Answer.Row _, Answer.OfMatrix _ ->
          text(marker.numbersOf(answer).orElseThrow());
      case Answer.Choices _, Answer.Order _, Answer.Lines _, Answer.Cells _, Answer.Parts _ ->
          throw new IllegalArgumentException(answer.kind() + " is no option");
    };
  }

  private static Message text(Matrix given) {
    return Message.of("mark.plain", OptionText.of(given));
  }
}
