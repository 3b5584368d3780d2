package org.gradloom.practice;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;

/** How exercises of one kind are drawn. */
sealed interface Recipe
    permits ValueRecipe,
        MeetingLinesRecipe,
        InfluenceRecipe,
        ShapesRecipe,
        LegalProductsRecipe,
        OrderFactorsRecipe,
        PlantedMistakeRecipe,
        ExpressionRecipe,
        GradientCheckRecipe,
        JacobianCountRecipe {

  /**
   * What was drawn.
   *
   * @param lesson its numbers, in the convention that it is written in
   * @param ask the question without its words
   * @param question the words of the question
   * @param say what has to be known beside the numbers
   * @param hints three
   * @param at where in the walk it is asked
   * @param cover what must not be seen before it is answered
   * @param given the matrices that a learner sees beside the empty one, as they are written
   */
  record Drawn(
      Lesson lesson,
      Beat.Ask ask,
      Message question,
      Message say,
      List<Message> hints,
      Place at,
      List<? extends Coverable> cover,
      List<Given> given) {}

  /** Sizes that belong to a level. */
  default Sizes sizes(int level, SplittableRandom random) {
    List<Sizes> all = Ramp.of(level);
    return all.get(random.nextInt(all.size()));
  }

  /** The nearest sizes that an exercise of this kind can have. */
  default Sizes fitting(Sizes sizes) {
    return sizes;
  }

  /**
   * Draws once.
   *
   * @return empty where what was drawn does not make an exercise
   */
  Optional<Drawn> draw(Draw draw, DrawnIntegers numbers, Texts texts);
}
