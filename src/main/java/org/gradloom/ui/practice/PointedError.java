package org.gradloom.ui.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.gradloom.text.Message;

/**
 * What is wrong with an expression, so that a reader finds the place.
 *
 * @param character the one it is about, from 1; empty where it is about the whole line
 * @param said the same sentence, with the sizes that do not meet in bold
 */
record PointedError(OptionalInt character, Message said) {
  private static final String OF_EXPRESSION = "expression.";
  private static final String PRODUCT = "expression.product";
  private static final String TRIED = "mark.triedWith";

  /** The arguments of a product that are the two sizes. */
  private static final Set<Integer> SIZES = Set.of(3, 4);

  /** Their first argument is no character. */
  private static final Set<String> WITHOUT_PLACE =
      Set.of("expression.tooLong", "expression.aList", "expression.aMatrix");

  static PointedError of(Message said) {
    if (said.key().equals(TRIED) && said.arguments().getFirst() instanceof Message why) {
      PointedError within = of(why);
      List<Object> all = new ArrayList<>(said.arguments());
      all.set(0, within.said());
      return new PointedError(within.character(), new Message(TRIED, all));
    }
    boolean placed = said.key().startsWith(OF_EXPRESSION) && !WITHOUT_PLACE.contains(said.key());
    OptionalInt character =
        placed
                && !said.arguments().isEmpty()
                && said.arguments().getFirst() instanceof Integer place
            ? OptionalInt.of(place)
            : OptionalInt.empty();
    return new PointedError(character, said.key().equals(PRODUCT) ? bold(said) : said);
  }

  private static Message bold(Message product) {
    List<Object> all = new ArrayList<>(product.arguments());
    SIZES.forEach(n -> all.set(n, Message.of("practice.bold", all.get(n))));
    return new Message(PRODUCT, all);
  }
}
