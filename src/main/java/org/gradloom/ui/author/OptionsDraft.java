package org.gradloom.ui.author;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Wording;
import org.gradloom.text.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * The options that a form holds.
 *
 * @param texts to choose from, or lines in their right order; blank ones are none
 * @param right which of them are right, from 0 among all
 */
record OptionsDraft(List<String> texts, Set<Integer> right) {
  static final OptionsDraft NONE = new OptionsDraft(List.of(), Set.of());

  OptionsDraft {
    texts = List.copyOf(texts);
    right = Set.copyOf(right);
  }

  /** Options as they stand, but lines in their right order. */
  static OptionsDraft of(Beat.Ask ask, String language) {
    List<String> shown = shown(ask.options(), language);
    Answer answer = ask.answer();
    return answer instanceof Answer.Order(var order)
        ? new OptionsDraft(order.stream().map(shown::get).toList(), Set.of())
        : new OptionsDraft(shown, answer == null ? Set.of() : right(answer));
  }

  private static Set<Integer> right(Answer answer) {
    return switch (answer) {
      case Answer.Choice(int option) -> Set.of(option);
      case Answer.Choices(var options) -> Set.copyOf(options);
      case Answer.Scalar _,
          Answer.Row _,
          Answer.OfMatrix _,
          Answer.OfShape _,
          Answer.Order _,
          Answer.Lines _,
          Answer.Cells _,
          Answer.Expression _,
          Answer.Parts _ ->
          Set.of();
    };
  }

  private static List<String> shown(List<Beat.Option> options, String language) {
    return options.stream().map(option -> option.text().in(language)).toList();
  }

  /**
   * A question for one of them.
   *
   * @throws InvalidInput if none of them is marked
   */
  Beat.Ask oneOf(Beat.@Nullable Ask old, @Nullable Wording words, String language) {
    List<Beat.Option> given = given(old, Answer.Kind.CHOICE, language);
    List<Integer> marked = marked();
    if (marked.size() != 1) {
      throw new InvalidInput("author.noRight");
    }
    return asked(old, words, given, new Answer.Choice(marked.getFirst()));
  }

  /** A question for all that are right; it may be that none is. */
  Beat.Ask someOf(Beat.@Nullable Ask old, @Nullable Wording words, String language) {
    List<Beat.Option> given = given(old, Answer.Kind.CHOICES, language);
    return asked(old, words, given, new Answer.Choices(marked()));
  }

  /** Lines are shown mixed: by the alphabet or, where that is right, with the first one last. */
  Beat.Ask ordered(Beat.@Nullable Ask old, @Nullable Wording words, String language) {
    List<Beat.Option> inOrder = given(old, Answer.Kind.ORDER, language);
    Optional<Beat.Ask> same =
        Optional.ofNullable(old)
            .filter(ask -> ask.kind() == Answer.Kind.ORDER)
            .filter(ask -> of(ask, language).texts.equals(shown(inOrder, language)));
    List<Beat.Option> mixed = new ArrayList<>(same.map(Beat.Ask::options).orElse(inOrder));
    if (same.isEmpty()) {
      mixed.sort(Comparator.comparing(option -> option.text().in(language)));
      if (mixed.equals(inOrder)) {
        mixed.add(mixed.removeFirst());
      }
    }
    return asked(
        old, words, mixed, new Answer.Order(inOrder.stream().map(mixed::indexOf).toList()));
  }

  /** What is known to be answered wrongly is counted in options, and stays while they stay. */
  private static Beat.Ask asked(
      Beat.@Nullable Ask old, @Nullable Wording words, List<Beat.Option> given, Answer answer) {
    boolean same = old != null && old.kind() == answer.kind() && old.options().equals(given);
    return new Beat.Ask(
        answer.kind(),
        old != null && same ? old.of() : null,
        words,
        given,
        old != null && same
            ? old.wrong().stream().filter(wrong -> !wrong.answer().equals(answer)).toList()
            : List.of(),
        answer,
        false);
  }

  /** Those marked that say something, from 0 among those that do. */
  private List<Integer> marked() {
    List<Integer> said =
        IntStream.range(0, texts.size()).filter(i -> !texts.get(i).isBlank()).boxed().toList();
    return new TreeSet<>(right).stream().map(said::indexOf).filter(i -> i >= 0).toList();
  }

  /** The options that say something, at least two of them. */
  private List<Beat.Option> given(Beat.@Nullable Ask old, Answer.Kind kind, String language) {
    List<Beat.Option> before = old == null || old.kind() != kind ? List.of() : old.options();
    List<Beat.Option> given = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (String option : texts) {
      String text = option.strip();
      if (text.isEmpty()) {
        continue;
      }
      if (seen.contains(text)) {
        throw new InvalidInput("author.sameOption", text);
      }
      seen.add(text);
      given.add(known(before, text, language).orElse(new Beat.Option(Wording.of(text), null)));
    }
    if (given.size() < 2) {
      throw new InvalidInput("author.fewOptions", given.size());
    }
    return given;
  }

  /** An option that is unchanged keeps what choosing it tells of a learner. */
  private static Optional<Beat.Option> known(
      List<Beat.Option> before, String text, String language) {
    return before.stream().filter(option -> option.text().in(language).equals(text)).findFirst();
  }
}
