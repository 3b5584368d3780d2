package org.gradloom.ui.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gradloom.derivation.Derivation;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.ViewPart;

/**
 * What was covered of numbers whose place numbers of other shapes have taken, until something is
 * uncovered.
 *
 * @param all the first first
 */
record EarlierCovers(List<Earlier> all) {
  static final EarlierCovers NONE = new EarlierCovers(List.of());

  EarlierCovers {
    all = List.copyOf(all);
  }

  record Earlier(Lesson lesson, Set<Coverable> items) {
    Earlier {
      items = Set.copyOf(items);
    }
  }

  /** What was covered of these numbers, if they were shown before. */
  Optional<Set<Coverable>> of(Lesson lesson) {
    return all.stream()
        .filter(earlier -> earlier.lesson().equals(lesson))
        .findFirst()
        .map(Earlier::items);
  }

  /** What was covered before these numbers. */
  EarlierCovers before(Lesson lesson) {
    return new EarlierCovers(
        all.stream().takeWhile(earlier -> !earlier.lesson().equals(lesson)).toList());
  }

  /** With what is covered of numbers that others take the place of. */
  EarlierCovers with(Derivation left) {
    Set<Coverable> items = left.cover().items();
    if (items.isEmpty()) {
      return this;
    }
    List<Earlier> more = new ArrayList<>(before(left.lesson()).all());
    more.add(new Earlier(left.lesson(), items));
    return new EarlierCovers(more);
  }

  /** But for the matrices of which something else is covered since. */
  EarlierCovers without(Collection<? extends Coverable> since) {
    Set<Coverable> whole = whole(since);
    return new EarlierCovers(
        all.stream()
            .map(earlier ->
                new Earlier(
                    earlier.lesson(),
                    earlier.items().stream()
                        .filter(item -> !whole.contains(whole(item)))
                        .collect(Collectors.toSet())))
            .toList());
  }

  /** All of the matrices of which some is covered. */
  static Set<Coverable> whole(Collection<? extends Coverable> items) {
    return items.stream().map(EarlierCovers::whole).collect(Collectors.toCollection(HashSet::new));
  }

  private static Coverable whole(Coverable item) {
    return switch (item) {
      case Region region -> new Place.OfMatrix(region.operand());
      case ViewPart part -> part;
    };
  }
}
