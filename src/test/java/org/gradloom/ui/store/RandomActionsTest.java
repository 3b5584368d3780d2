package org.gradloom.ui.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradloom.RandomEdits;
import org.gradloom.RandomLessons;
import org.gradloom.derivation.CodeListing;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Formula;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Narration;
import org.gradloom.derivation.Perspectives;
import org.gradloom.derivation.Section;
import org.gradloom.derivation.Step;
import org.gradloom.derivation.ViewFormula;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Place;
import org.gradloom.marking.Marker;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.practice.AnswerDraft;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Exercises;
import org.gradloom.practice.Plan;
import org.gradloom.practice.Request;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

/**
 * Whatever is done one after the other, by a learner in a hurry or a lecturer with a remote: there
 * is always something to show, to say and to take back.
 */
class RandomActionsTest {
  private static final Texts TEXTS = Texts.english();
  private static final Exercises EXERCISES = new Exercises(TEXTS);
  private static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");
  private static final int ACTIONS = 25;

  private final Random random = new Random(20);
  private final List<Action> done = new ArrayList<>();
  private final Map<Request, Exercise> drawn = new HashMap<>();

  private Store store = store(BuiltInLessons.read(BuiltInLessons.FIRST));

  private static Store store(Lesson lesson) {
    return new Store(AppState.opened(Derivation.of(lesson), new Origin.Unsaved(), View.usual()));
  }

  @Test
  void nothingThatIsDoneLeavesNothingToShow() {
    for (Lesson lesson : RandomLessons.any(16, 7)) {
      isDoneTo(lesson);
    }
  }

  @Test
  void noLessonIsLostInALecture() {
    for (String id : BuiltInLessons.lessons().keySet()) {
      isDoneTo(BuiltInLessons.read(id));
    }
  }

  @Test
  void aVoteLastsAsLongAsItsBeatAndItsNumbers() {
    List<Action> ends =
        List.of(
            new Action.NextBeat(),
            new Action.LeaveLesson(),
            new Action.Apply(new Edit.SetLearningRate(0.7)),
            new Action.Open(
                Derivation.of(BuiltInLessons.read(BuiltInLessons.FIRST)), new Origin.Unsaved()));
    Lesson lesson = BuiltInLessons.read("add-the-cards");
    for (Action end : ends) {
      store = store(lesson);
      store.dispatch(new Action.BeginLecture());
      while (ballot().isEmpty()) {
        store.dispatch(new Action.NextBeat());
        store.dispatch(new Action.OpenVote());
      }
      store.dispatch(new Action.CountVotes(1, 12));
      store.dispatch(new Action.Back(Granularity.TERM));
      assertThat(ballot().orElseThrow().tallies()).as("a step is no other question").contains(12);
      store.dispatch(end);
      assertThat(ballot()).as("%s", end).isEmpty();
      assertThat(store.state().lecture()).as("the lecture goes on").isPresent();
    }
  }

  /**
   * Whatever a learner in a hurry presses, marks what was given, tells nothing before it may be
   * told, and keeps each result once.
   */
  @Test
  void practiceGoesOnWhateverIsPressed() {
    for (int learner = 0; learner < 12; learner++) {
      done.clear();
      store = store(BuiltInLessons.read(BuiltInLessons.FIRST));
      store.dispatch(new Action.ShowPractice(NOW));
      for (int i = 0; i < 4 * ACTIONS; i++) {
        PracticeState before = practice();
        Action action = anyOfPractice();
        done.add(action);
        try {
          store.dispatch(action);
          isPractised(before);
        } catch (RuntimeException | AssertionError e) {
          throw new AssertionError(done.toString(), e);
        }
      }
    }
  }

  private PracticeState practice() {
    return store.state().practice();
  }

  private Action anyOfPractice() {
    Optional<Request> wanted = practice().wanted();
    if (wanted.isPresent() && random.nextInt(4) > 0) {
      return new Action.TakeExercise(wanted.get(), drawn(wanted.get()), NOW);
    }
    return switch (random.nextInt(16)) {
      case 0 -> new Action.Practise(plan(), NOW);
      case 1, 2, 3, 4 ->
          practice()
              .work()
              .<Action>map(work -> new Action.EnterAnswer(given(work)))
              .orElseGet(() -> new Action.ShowPractice(NOW));
      case 5, 6, 7 -> new Action.CheckAnswer("words", NOW);
      case 8 -> new Action.OpenHint();
      case 9 -> random.nextBoolean() ? new Action.Undo() : new Action.Redo();
      case 10 -> random.nextInt(3) == 0 ? new Action.TellAnswer(NOW) : new Action.SolveAlone();
      case 11, 12 -> new Action.NextExercise(NOW);
      case 13 -> new Action.WriteExercisesAs(pick(List.of(Convention.values())), NOW);
      case 14 ->
          random.nextBoolean()
              ? new Action.NameUsed(new Answer.Lines(random.nextInt(2), 0))
              : new Action.EraseMastery();
      default ->
          random.nextBoolean() ? new Action.ShowPractice(NOW) : new Action.ReturnToPractice(NOW);
    };
  }

  private Plan plan() {
    return random.nextInt(3) == 0
        ? new Plan.Mixed()
        : new Plan.OfKind(pick(List.of(Exercise.Kind.values())));
  }

  private Exercise drawn(Request request) {
    return drawn.computeIfAbsent(request, EXERCISES::draw);
  }

  /** Something typed, clicked or moved; in a third of all cases what is right. */
  private AnswerDraft given(PracticeState.Work work) {
    String text = pick(List.of("1", "−2", "1,5", "", "1/3", "X @ W", "9".repeat(400)));
    return switch (work.draft()) {
      case AnswerDraft.InCells cells ->
          random.nextInt(3) == 0
              ? rightly(work, cells)
              : cells.with(random.nextInt(cells.texts().size()), text);
      case AnswerDraft.Sides(_, var columns) -> new AnswerDraft.Sides(text, columns);
      case AnswerDraft.Code _ -> new AnswerDraft.Code(text);
      case AnswerDraft.Ticked ticked -> ticked.turned(0);
      case AnswerDraft.Ordered ordered -> ordered.moved(0, 1);
      case AnswerDraft.TwoLines(_, var right) ->
          new AnswerDraft.TwoLines(OptionalInt.of(0), right.isEmpty() ? OptionalInt.of(0) : right);
      case AnswerDraft.CellSet set -> set.turned(new Cell(0, 0));
      case AnswerDraft.Correction(var matrix, _, _, _) ->
          new AnswerDraft.Correction(matrix, Optional.of(new Cell(0, 0)), OptionalInt.of(0), text);
    };
  }

  private static AnswerDraft.InCells rightly(PracticeState.Work work, AnswerDraft.InCells cells) {
    Marker marker = work.session().exercise().marker();
    Matrix numbers =
        switch (marker.turned(marker.right())) {
          case Answer.Scalar(var value) -> Matrix.entries(new Shape(1, 1), (_, _) -> value);
          case Answer.Row(var values) -> values;
          case Answer.OfMatrix(var values) -> values;
          default -> throw new IllegalStateException("no numbers");
        };
    return new AnswerDraft.InCells(
        cells.kind(),
        cells.shape(),
        IntStream.range(0, numbers.shape().size())
            .mapToObj(n -> numbers.entry(n / numbers.columns(), n % numbers.columns()).exactText())
            .toList());
  }

  private void isPractised(PracticeState before) {
    PracticeState now = practice();
    assertThat(now.done().size()).isLessThanOrEqualTo(now.plan().length());
    assertThat(now.wanted().isPresent() || now.work().isPresent() || now.isFinished())
        .as("there is something to do")
        .isTrue();
    assertThat(now.mastery().results().size())
        .as("one result for one exercise")
        .isLessThanOrEqualTo(before.mastery().results().size() + 1);
    now.session()
        .ifPresent(session -> {
          assertThat(session.hints()).isLessThanOrEqualTo(session.tries().size());
          assertThat(session.attempts())
              .allSatisfy(attempt -> assertThat(TEXTS.say(attempt.marked().reply())).isNotBlank());
          if (!session.isOver()) {
            assertThat(now.mastery().results())
                .noneMatch(result ->
                    result.kind() == session.exercise().draw().kind()
                        && result.seed() == session.exercise().draw().seed());
          }
        });
  }

  private Optional<Ballot> ballot() {
    return store.state().lecture().flatMap(Lecture::ballot);
  }

  private void isDoneTo(Lesson lesson) {
    done.clear();
    store = store(lesson);
    Lesson first = explore().document().lesson();
    for (int i = 0; i < ACTIONS; i++) {
      Action action = any();
      done.add(action);
      try {
        store.dispatch(action);
        isShown();
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError(lesson.title() + ": " + done, e);
      }
    }
    store.dispatch(new Action.EndLecture());
    assertThat(store.state().lecture()).isEmpty();
    while (explore().document().history().undoable().isPresent()) {
      store.dispatch(new Action.Undo());
    }
    assertThat(explore().lesson().hasNumbersOf(first)).as("%s: %s", lesson.title(), done).isTrue();
  }

  private Explore explore() {
    return store.state().explore();
  }

  // ---- what can be done

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private Granularity granularity() {
    return pick(List.of(Granularity.values()));
  }

  private Place.OfCell cell() {
    Lesson lesson = explore().lesson();
    List<Operand> operands =
        Stream.concat(
                lesson.inputs().stream(),
                explore().derivation().sections().stream().map(Section::result))
            .toList();
    Operand operand = pick(operands);
    Shape shape = lesson.shape(operand);
    return new Place.OfCell(
        operand, new Cell(random.nextInt(shape.rows()), random.nextInt(shape.columns())));
  }

  private Place place() {
    Section section = pick(explore().derivation().sections());
    Shape shape = section.shape();
    Cell cell = new Cell(random.nextInt(shape.rows()), random.nextInt(shape.columns()));
    return switch (random.nextInt(3)) {
      case 0 -> new Place.OfMatrix(section.result());
      case 1 -> new Place.OfCell(section.result(), cell);
      default -> new Place.OfTerm(section.result(), cell, random.nextInt(section.terms()));
    };
  }

  private Action any() {
    Place.OfCell cell = cell();
    return switch (random.nextInt(38)) {
      case 0, 1, 2, 3 -> new Action.See(pick(List.of(Perspective.values())));
      case 4, 5 -> new Action.StepBy(granularity());
      case 6, 7, 8 -> new Action.Forward(explore().granularity());
      case 9 -> new Action.Back(granularity());
      case 10 -> new Action.Go(place());
      case 11 -> new Action.Choose(cell.operand(), cell.cell());
      case 12 -> new Action.Seek(random.nextInt(60));
      case 13 -> random.nextBoolean() ? new Action.NextPhase() : new Action.PreviousPhase();
      case 14 -> random.nextBoolean() ? new Action.First() : new Action.Last();
      case 15, 16 -> new Action.Apply(RandomEdits.any(random, explore().document().lesson()));
      case 17 ->
          new Action.Write(explore().document().history(), pick(List.of(Convention.values())));
      case 18 -> random.nextBoolean() ? new Action.Undo() : new Action.Redo();
      case 19 -> new Action.Cover(List.of(random.nextBoolean() ? cell : place()));
      case 20 -> new Action.Uncover(explore().derivation().cover().items());
      case 21 -> new Action.ToBeat(random.nextInt(14));
      case 22 -> random.nextBoolean() ? new Action.NextBeat() : new Action.PreviousBeat();
      case 23 ->
          new Action.Predict(pick(List.of("−6", "3×2", "X.T @ dZ", "1 2", "")), Optional.empty());
      case 24 ->
          pick(
              List.of(
                  new Action.Hint(),
                  new Action.ShowAnswer(),
                  new Action.LeaveLesson(),
                  new Action.ReturnToBeat()));
      case 25 -> new Action.Nudge(random.nextInt(5) - 2);
      case 26, 27 -> new Action.BeginLecture();
      case 28 -> new Action.EndLecture();
      case 29, 30 -> new Action.Reveal();
      case 31 -> new Action.GoBack();
      case 32 ->
          new Action.TurnCover(
              random.nextBoolean() ? cell : new Place.OfMatrix(explore().step().result()));
      case 33, 34 -> new Action.OpenVote();
      case 35 -> new Action.CountVotes(random.nextInt(4), random.nextInt(40));
      case 36 ->
          random.nextBoolean()
              ? new Action.TypeDigit(random.nextInt(10))
              : new Action.JumpToTyped();
      default ->
          pick(
              List.of(
                  new Action.CloseVote(),
                  new Action.Withdraw(),
                  new Action.AskToLeave(),
                  new Action.ZoomLecture(10),
                  new Action.TurnBlank(Lecture.Blank.BLACK),
                  new Action.Reset(),
                  new Action.Play(true)));
    };
  }

  // ---- what must hold

  private void isShown() {
    Explore explore = explore();
    Step step = explore.step();
    assertThat(Perspectives.shows(explore.seen(), step)).isTrue();
    assertThat(step.lesson()).isEqualTo(explore.lesson());
    assertThat(explore.derivation().indexOf(step.granularity(), step)).isNotNegative();
    ballot()
        .ifPresent(ballot ->
            assertThat(explore.beat().flatMap(beat -> LectureReducer.voteOn(explore, beat)))
                .as("the vote is on the present beat and its numbers")
                .contains(ballot.vote()));
    List<String> texts = texts(step, explore.seen());
    for (double secret : secrets(explore.derivation())) {
      for (String written :
          List.of(Numbers.format(Math.abs(secret), 5), Numbers.format(Math.abs(secret), 4))) {
        assertThat(texts)
            .as(
                "%s seen as %s at %s, cover %s",
                written, explore.seen(), step.place(), explore.derivation().cover())
            .noneMatch(text -> holds(text, written));
      }
    }
  }

  private List<String> texts(Step step, Perspective seen) {
    Narration told = Narration.of(step, seen);
    List<String> texts =
        new ArrayList<>(
            List.of(
                TEXTS.say(told.question()),
                TEXTS.say(told.where()),
                TEXTS.say(told.why()),
                TEXTS.say(Narration.spoken(step)),
                Formula.of(step).plain(),
                Formula.whole(step).plain()));
    ViewFormula.of(step, seen)
        .ifPresent(formula -> {
          texts.add(formula.tex());
          texts.add(formula.plain());
        });
    CodeListing code =
        CodeListing.of(
            explore().derivation(),
            pick(List.of(CodeListing.Language.values())),
            CodeListing.Seen.of(seen, step),
            TEXTS);
    texts.add(code.text());
    return texts;
  }

  /**
   * Covered numbers that no other cell nearly holds, so that who reads them must have seen them.
   */
  private static List<Double> secrets(Derivation derivation) {
    Lesson lesson = derivation.lesson();
    if (derivation.cover().items().isEmpty()) {
      return List.of();
    }
    List<Operand> operands =
        Stream.concat(lesson.inputs().stream(), derivation.sections().stream().map(Section::result))
            .distinct()
            .toList();
    double[] all =
        operands.stream()
            .flatMapToDouble(one -> DoubleStream.of(derivation.trace().matrix(one).toArray()))
            .toArray();
    List<Double> secrets = new ArrayList<>();
    for (Operand operand : operands) {
      Matrix matrix = derivation.trace().matrix(operand);
      for (int i = 0; i < matrix.rows(); i++) {
        for (int j = 0; j < matrix.columns(); j++) {
          double value = matrix.get(i, j);
          if (derivation.cover().hides(operand, new Cell(i, j))
              && Numbers.format(Math.abs(value), 4)
                      .chars()
                      .filter(c -> c >= '1' && c <= '9')
                      .count()
                  >= 4
              && DoubleStream.of(all).filter(o -> Math.abs(Math.abs(o / value) - 1) < 1e-3).count()
                  == 1) {
            secrets.add(value);
          }
        }
      }
    }
    return secrets;
  }

  /** True if the text has these digits as a number of its own, and not within a longer one. */
  private static boolean holds(String text, String written) {
    for (int at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1)) {
      int end = at + written.length();
      if (end == text.length() || !Character.isDigit(text.charAt(end))) {
        return true;
      }
    }
    return false;
  }
}
