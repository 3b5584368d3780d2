package org.gradloom.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Wording;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;

/**
 * Exercises that somebody put together for others.
 *
 * @param intro what is said before the first one, or empty
 * @param items at least one
 * @param shuffle whether each learner gets them in another order
 */
public record Pack(String title, String intro, List<Item> items, boolean shuffle) {
  /** More is no sheet, and no lesson either. */
  public static final int MOST = 500;

  /**
   * @throws InvalidInput if they are more than {@link #MOST}
   */
  public Pack {
    items = List.copyOf(items);
    int count = items.stream().mapToInt(item -> item.seeds().size()).sum();
    if (count > MOST) {
      throw new InvalidInput("practice.pack.tooMany", count, MOST);
    }
  }

  /**
   * Exercises of one kind.
   *
   * @param seeds at least one, an exercise for each
   * @param numbers the author's own, which are asked about in the place of drawn ones
   * @param question the author's own words for the headline
   */
  public record Item(
      Exercise.Kind kind,
      List<Long> seeds,
      Optional<Sizes> sizes,
      Optional<Lesson> numbers,
      Optional<Wording> question) {
    public Item {
      seeds = List.copyOf(seeds);
    }
  }

  /** Of an item, with its number from 1. */
  public static Message within(int number, Message said) {
    return Message.of("practice.pack.item", number, said);
  }

  /**
   * The exercises.
   *
   * @param convention how the learner's course writes a layer; own numbers keep their own
   * @param order which of the orders, where they are shuffled
   * @throws InvalidInput if own numbers have nothing that their kind asks for, naming the item
   */
  public List<Exercise> exercises(Exercises from, Convention convention, long order) {
    List<Exercise> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      try {
        all.addAll(exercises(items.get(i), from, convention));
      } catch (InvalidInput e) {
        throw new InvalidInput(within(i + 1, e.said()));
      }
    }
    return shuffle ? new DrawnIntegers(new SplittableRandom(order), 1).shuffled(all) : all;
  }

  private static List<Exercise> exercises(Item item, Exercises from, Convention convention) {
    return item.seeds().stream()
        .map(seed ->
            from.draw(
                new Request(
                    item.kind(), seed, convention, Optional.empty(), item.sizes(), item.numbers())))
        .map(exercise -> item.question().map(exercise::asking).orElse(exercise))
        .toList();
  }
}
