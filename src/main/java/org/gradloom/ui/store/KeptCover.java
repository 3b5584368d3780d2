package org.gradloom.ui.store;

import java.util.Collection;
import java.util.HashSet;
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
 * What stays covered when other numbers take the place of those shown. A cover names rows, columns
 * and cells by where they stand: a line that is added or removed moves the numbers behind it to
 * where nothing is covered. So beside other shapes all of a matrix is covered of which some was,
 * until the numbers are those of the beat again.
 */
final class KeptCover {
  private KeptCover() {}

  /**
   * What of the other numbers is covered.
   *
   * @param before the numbers shown, with what of them is covered
   * @param way where the lesson has come to, if it has beats and was not left
   */
  static Collection<Coverable> of(Derivation before, Derivation other, Optional<LessonPath> way) {
    Set<Coverable> items = before.cover().items();
    if (haveSameShapes(before.lesson(), other.lesson())) {
      return items;
    }
    Set<Coverable> kept = whole(items);
    way.filter(path -> path.hasNumbers(other.lesson()))
        .map(path -> path.covered(other))
        .ifPresent(ofBeat -> {
          kept.removeAll(whole(ofBeat));
          kept.addAll(ofBeat);
        });
    return kept;
  }

  private static boolean haveSameShapes(Lesson one, Lesson other) {
    return one.inputs().equals(other.inputs())
        && one.inputs().stream().allMatch(input -> one.shape(input).equals(other.shape(input)));
  }

  private static Set<Coverable> whole(Collection<Coverable> items) {
    return items.stream()
        .map(item ->
            switch (item) {
              case Region region -> new Place.OfMatrix(region.operand());
              case ViewPart part -> part;
            })
        .collect(Collectors.toCollection(HashSet::new));
  }
}
