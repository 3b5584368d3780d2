package org.gradloom.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradloom.practice.BegunPack.Standing;

/**
 * Packs of which something was done, the one left last at the end.
 *
 * @param all each round of each pack once
 */
public record BegunPacks(List<BegunPack> all) {
  /** Nothing was begun. */
  public static final BegunPacks NONE = new BegunPacks(List.of());

  /** How many are kept. */
  public static final int MOST = 20;

  public BegunPacks {
    all = List.copyOf(all);
  }

  /**
   * With later states of some, or further ones. Of very many the latest stay: who begins the
   * twenty-first has no use for the first.
   */
  public BegunPacks together(BegunPacks later) {
    List<BegunPack> packs = new ArrayList<>(all);
    for (BegunPack next : later.all) {
      BegunPack known =
          packs.stream().filter(next::isRoundOf).findFirst().map(next::after).orElse(next);
      packs.removeIf(next::isRoundOf);
      packs.add(known);
    }
    return new BegunPacks(packs.subList(Math.max(0, packs.size() - MOST), packs.size()));
  }

  /** The latest round of a pack, unless its results were handed in. */
  public Optional<BegunPack> of(Pack pack) {
    return all.reversed().stream()
        .filter(each -> each.pack().equals(pack))
        .findFirst()
        .filter(each -> each.standing() != Standing.HANDED_IN);
  }

  /** The one that was begun last of those that wait to be gone on with. */
  public Optional<BegunPack> last() {
    return all.reversed().stream().filter(each -> each.standing() == Standing.OPEN).findFirst();
  }
}
