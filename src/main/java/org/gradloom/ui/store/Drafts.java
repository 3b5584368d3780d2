package org.gradloom.ui.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradloom.practice.AnswerDraft;

/**
 * An answer while it is given, with what stood there before and what was taken back.
 *
 * @param before from the first to the last
 * @param after what redo brings back, the next one first
 */
public record Drafts(List<AnswerDraft> before, AnswerDraft now, List<AnswerDraft> after) {
  public Drafts {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  static Drafts of(AnswerDraft first) {
    return new Drafts(List.of(), first, List.of());
  }

  /** Something was changed; typing on in one place is one change. */
  Drafts with(AnswerDraft next) {
    if (next.equals(now)) {
      return this;
    }
    List<AnswerDraft> past = new ArrayList<>(before);
    if (past.isEmpty() || !isTypedOn(past.getLast(), now, next)) {
      past.add(now);
    }
    return new Drafts(past, next, List.of());
  }

  private static boolean isTypedOn(AnswerDraft then, AnswerDraft now, AnswerDraft next) {
    return changed(then, now)
        .filter(place -> changed(now, next).equals(Optional.of(place)))
        .isPresent();
  }

  /** The one place where two drafts hold different texts. */
  private static Optional<Integer> changed(AnswerDraft one, AnswerDraft other) {
    if (one instanceof AnswerDraft.InCells(_, _, var texts)
        && other instanceof AnswerDraft.InCells(_, _, var others)) {
      List<Integer> different = new ArrayList<>();
      for (int n = 0; n < texts.size(); n++) {
        if (!texts.get(n).equals(others.get(n))) {
          different.add(n);
        }
      }
      return different.size() == 1 ? Optional.of(different.getFirst()) : Optional.empty();
    }
    return one instanceof AnswerDraft.Code && other instanceof AnswerDraft.Code
        ? Optional.of(0)
        : Optional.empty();
  }

  boolean hasBefore() {
    return !before.isEmpty();
  }

  boolean hasAfter() {
    return !after.isEmpty();
  }

  Drafts back() {
    if (before.isEmpty()) {
      return this;
    }
    List<AnswerDraft> next = new ArrayList<>(after);
    next.addFirst(now);
    return new Drafts(before.subList(0, before.size() - 1), before.getLast(), next);
  }

  Drafts forth() {
    if (after.isEmpty()) {
      return this;
    }
    List<AnswerDraft> past = new ArrayList<>(before);
    past.add(now);
    return new Drafts(past, after.getFirst(), after.subList(1, after.size()));
  }
}
