package org.gradloom.practice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.gradloom.derivation.Derivation;
import org.gradloom.engine.Trace;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Screen;
import org.gradloom.lesson.Wording;
import org.gradloom.marking.WrongAnswers;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;

/**
 * Draws exercises. A draw in which a wrong method gives the right answer by chance, or two wrong
 * ideas give one number, is not kept: on small integers that happens more often than not, and then
 * an answer tells nothing. After some dozens of draws larger numbers are tried, and then more
 * samples; where sizes are prescribed, the draw with the fewest coincidences is kept at last. Sizes
 * at which nothing can be asked, such as a large matrix of which each entry is to be legible, give
 * way to smaller ones.
 */
public final class Exercises {
  /** How often numbers up to a size are drawn. */
  private record Tries(int largest, int count) {}

  private static final List<Tries> TRIES =
      List.of(new Tries(3, 30), new Tries(5, 60), new Tries(9, 160));

  /** How often more samples are tried. */
  private static final int ENLARGED = 2;

  /** N, D and M together, up to which all these draws are tried. */
  private static final int USUAL_SIZES = 12;

  private final Texts texts;

  /**
   * @param texts the language that exercises are written in
   */
  public Exercises(Texts texts) {
    this.texts = texts;
  }

  /**
   * The exercise that a request makes, always the same one.
   *
   * @throws IllegalArgumentException if its level is none
   * @throws InvalidInput if it brings numbers of which its kind has nothing to ask
   */
  public Exercise draw(Request request) {
    return request
        .numbers()
        .map(own -> about(request.kind(), request.seed(), own))
        .orElseGet(() -> drawn(request));
  }

  private Exercise drawn(Request request) {
    int level = request.level().orElseGet(request.kind()::ownLevel);
    if (level < 1 || level > Draw.HIGHEST) {
      throw new IllegalArgumentException("No level " + level);
    }
    Recipe recipe = request.kind().recipe();
    Sizes sizes =
        recipe.fitting(
            request.sizes().orElseGet(() -> recipe.sizes(level, random(request.seed(), 0))));
    Best best = best(request, level, sizes);
    for (Sizes smaller = recipe.fitting(sizes.smaller());
        best.drawing().isEmpty() && smaller.together() < sizes.together();
        smaller = recipe.fitting(sizes.smaller())) {
      sizes = smaller;
      best = best(request, level, sizes);
    }
    return best.drawing()
        .map(drawing -> exercise(drawing.draw(), drawing.drawn()))
        .orElseThrow(() -> new IllegalStateException("No exercise of " + request));
  }

  /** The best at these sizes or, where none are prescribed, with a few more samples. */
  private Best best(Request request, int level, Sizes sizes) {
    Best best = Best.NONE;
    int enlarged = request.sizes().isPresent() ? 0 : ENLARGED;
    for (int larger = 0; larger <= enlarged && !best.isClean(); larger++) {
      Sizes tried = request.kind().recipe().fitting(sizes.withSamples(sizes.samples() + larger));
      best =
          best.or(
              best(
                  new Draw(
                      request.kind(),
                      request.seed(),
                      request.convention(),
                      level,
                      tried,
                      Optional.empty())));
    }
    return best;
  }

  /**
   * The kind's question about an author's own numbers, at a place that the seed chooses.
   *
   * @throws InvalidInput if the kind asks for no value at a place, or they have none of these
   */
  private Exercise about(Exercise.Kind kind, long seed, Lesson own) {
    if (!(kind.recipe() instanceof ValueRecipe recipe)) {
      throw new InvalidInput(
          "practice.pack.noValue",
          kind.documentName(),
          Arrays.stream(Exercise.Kind.values())
              .filter(each -> each.recipe() instanceof ValueRecipe)
              .map(Exercise.Kind::documentName)
              .collect(Collectors.joining(", ")));
    }
    Trace trace = Derivation.of(own).trace();
    Optional<Message> wrong =
        trace
            .impossible()
            .or(() ->
                trace
                    .firstNonFinite()
                    .map(grown -> Message.of("practice.pack.overflow", grown.toString())));
    if (wrong.isPresent()) {
      throw new InvalidInput(wrong.get());
    }
    Layer first = own.layers().getFirst();
    Draw draw =
        new Draw(
            kind,
            seed,
            own.convention(),
            kind.ownLevel(),
            new Sizes(own.samples(), own.features(), first.units()),
            Optional.of(own.withoutBeats()));
    return exercise(draw, recipe.about(draw, own, new DrawnIntegers(random(seed, 0), 1)));
  }

  /** What was best of several draws, and how many coincidences it has. */
  private record Best(Optional<Drawing> drawing, int coincidences) {
    static final Best NONE = new Best(Optional.empty(), Integer.MAX_VALUE);

    boolean isClean() {
      return coincidences == 0;
    }

    Best or(Best other) {
      return other.coincidences < coincidences ? other : this;
    }
  }

  /** What was drawn of this. */
  private record Drawing(Draw draw, Recipe.Drawn drawn) {
    Best atMost(int coincidences) {
      return new Best(
          Optional.of(this),
          new WrongAnswers(Derivation.of(drawn.lesson()), drawn.ask()).coincidences(coincidences));
    }
  }

  private Best best(Draw draw) {
    SplittableRandom random = random(draw.seed(), purpose(draw));
    Best best = Best.NONE;
    for (Tries tries : TRIES) {
      DrawnIntegers numbers = new DrawnIntegers(random, tries.largest());
      int count = tries.count() / share(draw.sizes());
      for (int n = 0; n < count && !best.isClean(); n++) {
        Optional<Recipe.Drawn> drawn = draw.kind().recipe().draw(draw, numbers, texts);
        if (drawn.isPresent()) {
          best = best.or(new Drawing(draw, drawn.get()).atMost(best.coincidences()));
        }
      }
    }
    return best;
  }

  /** Of large sizes a draw costs more, and has coincidences whatever is drawn. */
  private static int share(Sizes sizes) {
    int larger = Math.max(1, sizes.together() / USUAL_SIZES);
    return larger * larger;
  }

  /** Other numbers for other sizes, whatever sizes were tried before. */
  private static int purpose(Draw draw) {
    Sizes sizes = draw.sizes();
    return 1
        + 31 * (31 * (31 * sizes.samples() + sizes.features()) + sizes.neurons())
        + 7 * draw.level()
        + draw.kind().documentName().hashCode();
  }

  /** Seeds that follow each other must not draw one stream from places that follow each other. */
  private static SplittableRandom random(long seed, int purpose) {
    long mixed = new SplittableRandom(seed).nextLong();
    return new SplittableRandom(new SplittableRandom(mixed + purpose).nextLong());
  }

  private Exercise exercise(Draw draw, Recipe.Drawn drawn) {
    Beat.Ask asked = drawn.ask();
    Wording question = said(drawn.question());
    Beat.Ask ask =
        new Beat.Ask(
            asked.kind(),
            asked.of(),
            question,
            asked.options(),
            asked.wrong(),
            asked.answer(),
            asked.measured());
    Beat beat =
        new Beat(
            null,
            Screen.EXPLORE,
            drawn.at(),
            question,
            said(drawn.say()),
            List.copyOf(drawn.cover()),
            ask,
            Perspective.PRODUCT,
            null,
            null,
            List.of(),
            drawn.hints().stream().map(this::said).toList(),
            List.of());
    Lesson numbers = drawn.lesson();
    Lesson lesson =
        new Lesson(
            texts.say(draw.kind().title()),
            numbers.convention(),
            numbers.x(),
            numbers.layers(),
            numbers.loss(),
            numbers.learningRate(),
            numbers.training(),
            List.of(),
            List.of(beat));
    return new Exercise(draw, lesson, drawn.given());
  }

  private Wording said(Message message) {
    return Wording.of(texts.say(message));
  }
}
