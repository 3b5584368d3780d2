package org.gradloom.ui.store;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.gradloom.derivation.Derivation;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Lesson;

/**
 * What stays covered when other numbers take the place of those shown. A cover names rows, columns
 * and cells by where they stand: a line that is added or removed moves the numbers behind it to
 * where nothing is covered. So beside other shapes all of a matrix is covered of which some was,
 * until the numbers are again those of which only some was, or those of the beat.
 *
 * @param items what of the other numbers is covered
 * @param earlier what was covered of numbers that may come back
 */
record KeptCover(Set<Coverable> items, EarlierCovers earlier) {
  KeptCover {
    items = Set.copyOf(items);
  }

  /** Where nothing of what was covered before counts any more. */
  static KeptCover only(Collection<Coverable> items) {
    return new KeptCover(Set.copyOf(items), EarlierCovers.NONE);
  }

  /**
   * What is covered of the other numbers.
   *
   * @param before the numbers shown, with what of them is covered
   * @param earlier what was covered of those before them
   * @param way where the lesson has come to, if it has beats and was not left
   */
  static KeptCover of(
      Derivation before, EarlierCovers earlier, Derivation other, Optional<LessonPath> way) {
    Set<Coverable> items = before.cover().items();
    Optional<Set<Coverable>> known = earlier.of(other.lesson());
    boolean alike = haveSameShapes(before.lesson(), other.lesson());
    if (alike && known.isEmpty()) {
      return new KeptCover(items, earlier);
    }
    Set<Coverable> kept = EarlierCovers.whole(items);
    known.ifPresent(covered -> narrow(kept, covered));
    way.filter(path -> path.hasNumbers(other.lesson()))
        .map(path -> path.covered(other))
        .ifPresent(ofBeat -> narrow(kept, ofBeat));
    return new KeptCover(
        kept, known.isPresent() ? earlier.before(other.lesson()) : earlier.with(before));
  }

  /** In the place of the whole matrices of which some is covered. */
  private static void narrow(Set<Coverable> kept, Collection<Coverable> some) {
    kept.removeAll(EarlierCovers.whole(some));
    kept.addAll(some);
  }

  private static boolean haveSameShapes(Lesson one, Lesson other) {
    return one.inputs().equals(other.inputs())
        && one.inputs().stream().allMatch(input -> one.shape(input).equals(other.shape(input)));
  }
}
