package org.gradloom.ui.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.gradloom.RandomLessons;
import org.gradloom.derivation.CodeListing;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Narration;
import org.gradloom.derivation.Perspectives;
import org.gradloom.derivation.ViewFormula;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Place;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

/** Whatever is pressed in whatever order, in every view and before a class. */
class ViewsAndLectureTest {
  private static final int ACTIONS = 250;
  private static final Texts TEXTS = Texts.english();

  private static Action any(Random random, AppState state) {
    Explore explore = state.explore();
    Derivation derivation = explore.derivation();
    long terms = derivation.size(Granularity.TERM);
    return switch (random.nextInt(22)) {
      case 0, 1, 2 -> new Action.See(one(random, List.of(Perspective.values())));
      case 3 -> steps(random, explore, one(random, List.of(Granularity.values())));
      case 4 -> new Action.Seek(random.nextLong(terms));
      case 5, 6 -> new Action.Forward(explore.granularity());
      case 7 -> new Action.Back(explore.granularity());
      case 8 -> new Action.NextPhase();
      case 9 -> new Action.Undo();
      case 10 -> new Action.Redo();
      case 11 ->
          new Action.Apply(new Edit.SetConvention(one(random, List.of(Convention.values()))));
      case 12 -> new Action.Choose(explore.step().result(), explore.step().cell());
      case 13 -> new Action.Cover(List.of(new Place.OfMatrix(explore.step().result())));
      case 14 -> new Action.BeginLecture();
      case 15 -> random.nextInt(4) == 0 ? new Action.EndLecture() : new Action.Reveal();
      case 16 -> new Action.GoBack();
      case 17 -> new Action.TurnCover(explore.step().place());
      case 18 -> new Action.OpenVote();
      case 19 -> new Action.CountVotes(random.nextInt(5), random.nextInt(50));
      case 20 -> random.nextBoolean() ? new Action.TypeDigit(3) : new Action.JumpToTyped();
      default -> new Action.ToBeat(random.nextInt(8));
    };
  }

  private static <T> T one(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** Sample by sample is offered beside cards alone. */
  private static Action steps(Random random, Explore explore, Granularity size) {
    return size == Granularity.SAMPLE && explore.perspective() != Perspective.CARDS
        ? new Action.StepBy(random.nextBoolean() ? Granularity.TERM : Granularity.CELL)
        : new Action.StepBy(size);
  }

  private static void holds(AppState state, Lesson lesson) {
    Explore explore = state.explore();
    assertThat(Perspectives.shows(explore.seen(), explore.step())).isTrue();
    if (explore.step().granularity() == Granularity.SAMPLE) {
      assertThat(explore.seen()).as("what is dealt sample by sample").isEqualTo(Perspective.CARDS);
    }
    Narration said = Narration.of(explore.step(), explore.seen());
    assertThat(TEXTS.say(said.question()) + TEXTS.say(said.where()) + TEXTS.say(said.why()))
        .as(lesson.title())
        .isNotBlank();
    ViewFormula.of(explore.step(), explore.seen())
        .ifPresent(rule -> assertThat(rule.plain()).isNotBlank());
    assertThat(
            CodeListing.of(
                    explore.derivation(),
                    CodeListing.Language.NUMPY,
                    CodeListing.Seen.of(explore.seen(), explore.step()),
                    TEXTS)
                .lines())
        .isNotEmpty();
  }

  private static void play(Lesson lesson, long seed) {
    Random random = new Random(seed);
    AppState state = AppState.opened(Derivation.of(lesson), new Origin.Unsaved(), View.usual());
    for (int n = 0; n < ACTIONS; n++) {
      state = Reducer.reduce(state, any(random, state));
      if (state.explore().awaited().isPresent()) {
        Derivation computed = Derivation.of(state.explore().document().lesson());
        state = Reducer.reduce(state, new Action.Computed(computed));
      }
      holds(state, lesson);
    }
    assertThat(Reducer.reduce(state, new Action.EndLecture()).lecture()).isEmpty();
  }

  @Test
  void inAnyNetwork() {
    List<Lesson> lessons = RandomLessons.any(8, 21);
    for (int n = 0; n < lessons.size(); n++) {
      play(lessons.get(n), n);
    }
  }

  @Test
  void inLessons() {
    for (String id : List.of("add-the-cards", "why-hand-me-dz", "bias-and-the-numpy-layer")) {
      play(BuiltInLessons.read(id), id.length());
    }
  }
}
