package org.gradloom.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gradloom.derivation.ComputedState;
import org.gradloom.derivation.Cover;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.NudgeEffect;
import org.gradloom.derivation.RegionNumbers;
import org.gradloom.derivation.StillCovered;
import org.gradloom.engine.Trace;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Edits;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Phase;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Screen;
import org.gradloom.lesson.Wording;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every beat of every built-in lesson keeps to what a beat must be to teach. */
class LessonBeatsTest {
  /** One beat with the numbers that it speaks of. */
  private record Told(String name, Lesson document, int index, Derivation derivation) {
    static List<Told> of(String id) {
      Lesson lesson = BuiltInLessons.read(id);
      List<Told> told = new ArrayList<>();
      for (Beat beat : lesson.beats()) {
        String name = id + " beat " + (told.size() + 1);
        told.add(new Told(name, lesson, told.size(), Derivation.of(lesson.in(beat).orElseThrow())));
      }
      return told;
    }

    Beat beat() {
      return document.beats().get(index);
    }

    Beat.@Nullable Ask ask() {
      return beat().ask();
    }

    /** What is covered when the beat is left: all that was, or less where an answer uncovered. */
    Cover covered() {
      return Cover.of(
          derivation.lesson(),
          ask() == null ? beat().cover() : StillCovered.after(document, index));
    }

    Beat.Ask asked() {
      return Objects.requireNonNull(ask(), name);
    }

    /** What the answer is held to, or null where nothing is: what this machine measures. */
    @Nullable Answer right() {
      Beat.Ask ask = asked();
      Region of = ask.of();
      if (ask.answer() != null || of == null) {
        return ask.answer();
      }
      Matrix numbers = RegionNumbers.of(derivation, of);
      return switch (ask.kind()) {
        case NUMBER -> new Answer.Scalar(numbers.entry(0, 0));
        case ROW -> new Answer.Row(numbers);
        case MATRIX -> new Answer.OfMatrix(numbers);
        case SHAPE, CHOICE, CHOICES, ORDER, LINES, CELLS, EXPRESSION, PARTS ->
            throw new AssertionError(name + " needs an answer of its own");
      };
    }
  }

  static Stream<String> lessons() {
    return BuiltInLessons.lessons().keySet().stream();
  }

  private static Stream<Told> asking(String id) {
    return Told.of(id).stream().filter(told -> told.ask() != null);
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void endsOnASummaryAndOnNothingElse(String id) {
    List<Told> beats = Told.of(id);
    assertThat(beats.stream().map(told -> told.beat().screen() == Screen.SUMMARY))
        .endsWith(true)
        .containsOnlyOnce(true);
    String summary = text(beats.getLast().beat().say());
    assertThat(summary.lines().toList())
        .hasSizeBetween(4, 6)
        .allSatisfy(line -> assertThat(line).hasSizeBetween(15, 90));
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void saysOneThingThatFitsTheCard(String id) {
    for (Told told : Told.of(id)) {
      assertThat(text(told.beat().title())).as(told.name()).hasSizeBetween(5, 60);
      if (told.beat().screen() != Screen.SUMMARY) {
        assertThat(text(told.beat().title())).as(told.name()).endsWith("?");
        assertThat(text(told.beat().say())).as(told.name()).hasSizeBetween(20, 120);
      }
      if (told.ask() != null) {
        assertThat(text(told.asked().question())).as(told.name()).hasSizeBetween(10, 70);
        assertThat(told.asked().measured() || !told.beat().hints().isEmpty())
            .as("a hint at %s", told.name())
            .isTrue();
      }
      assertThat(texts(told.beat()))
          .as(told.name())
          .noneMatch(text -> text.contains("!"))
          .noneMatch(text -> Pattern.compile("[^\\w.@]-\\d").matcher(text).find());
    }
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void standsWhereThereIsAStep(String id) {
    for (Told told : Told.of(id)) {
      Place at = told.beat().at();
      boolean walks = told.beat().screen() == Screen.EXPLORE;
      assertThat(at != null).as(told.name()).isEqualTo(walks);
      if (at != null) {
        assertThat(told.derivation().at(at).result())
            .as(told.name())
            .isEqualTo(told.derivation().lesson().canonical(at.operand()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void aWrongAnswerIsNeitherTheRightOneNorNamedTwice(String id) {
    asking(id)
        .forEach(told -> {
          Answer right = told.right();
          List<Answer> wrong = told.asked().wrong().stream().map(Beat.Wrong::answer).toList();
          assertThat(wrong).as(told.name()).doesNotHaveDuplicates();
          if (right != null) {
            assertThat(wrong)
                .as(told.name())
                .allSatisfy(answer -> assertThat(isSame(answer, right)).as("%s", answer).isFalse());
          }
        });
  }

  /** Numbers are the same within half a percent, as they are when a learner types them. */
  private static boolean isSame(Answer one, Answer other) {
    Matrix left = numbers(one);
    Matrix right = numbers(other);
    if (left == null || right == null || !left.shape().equals(right.shape())) {
      return one.equals(other);
    }
    for (int i = 0; i < left.rows(); i++) {
      for (int j = 0; j < left.columns(); j++) {
        double expected = right.get(i, j);
        if (Math.abs(left.get(i, j) - expected) > 0.005 * Math.abs(expected) + 1e-9) {
          return false;
        }
      }
    }
    return true;
  }

  private static @Nullable Matrix numbers(Answer answer) {
    return switch (answer) {
      case Answer.Scalar(var value) -> Matrix.entries(new Shape(1, 1), (_, _) -> value);
      case Answer.Row(var values) -> values;
      case Answer.OfMatrix(var values) -> values;
      case Answer.OfShape _,
          Answer.Choice _,
          Answer.Choices _,
          Answer.Order _,
          Answer.Lines _,
          Answer.Cells _,
          Answer.Expression _,
          Answer.Parts _ ->
          null;
    };
  }

  /** What the engine gives and the question names must be hidden, but where it is an input. */
  @ParameterizedTest
  @MethodSource("lessons")
  void whatIsAskedForIsCovered(String id) {
    asking(id)
        .filter(told -> told.asked().of() != null && told.asked().answer() == null)
        .forEach(told -> {
          Region of = Objects.requireNonNull(told.asked().of());
          Lesson lesson = told.derivation().lesson();
          if (!lesson.inputs().contains(of.operand())) {
            Cover cover = Cover.of(lesson, told.beat().cover());
            assertThat(of.cells(lesson.shape(of.operand())))
                .as(told.name())
                .isNotEmpty()
                .allMatch(cell -> cover.hides(of.operand(), cell));
          }
        });
  }

  /** Nor may an earlier beat with the same numbers show it, where it did not ask for it itself. */
  @ParameterizedTest
  @MethodSource("lessons")
  void whatIsAskedForWasNotSeenBefore(String id) {
    List<Told> beats = Told.of(id);
    for (int later = 1; later < beats.size(); later++) {
      Told asking = beats.get(later);
      Set<Cell> wanted = engineCells(asking);
      for (int earlier = 0; earlier < later && !wanted.isEmpty(); earlier++) {
        Told before = beats.get(earlier);
        if (before.derivation().lesson().equals(asking.derivation().lesson())) {
          Operand operand = Objects.requireNonNull(asking.asked().of()).operand();
          if (before.ask() != null && operand.equals(operand(before))) {
            wanted.removeAll(engineCells(before));
          }
          assertThat(wanted)
              .as("%s shows what %s asks for", before.name(), asking.name())
              .noneMatch(cell -> isSeen(before, operand, cell));
        }
      }
    }
  }

  private static @Nullable Operand operand(Told told) {
    Region of = told.asked().of();
    return of == null ? null : of.operand();
  }

  /** The cells whose values the engine gives as the answer. */
  private static Set<Cell> engineCells(Told told) {
    Beat.Ask ask = told.ask();
    return ask == null || ask.of() == null || ask.answer() != null
        ? new HashSet<>()
        : switch (ask.of()) {
          case Place.OfTerm _ -> new HashSet<>();
          case Place.OfMatrix _, Place.OfCell _, Region.OfRow _, Region.OfColumn _ ->
              new HashSet<>(ask.of().cells(told.derivation().lesson().shape(ask.of().operand())));
        };
  }

  /** At the end of a beat, where an answer has uncovered what it was about. */
  private static boolean isSeen(Told told, Operand operand, Cell cell) {
    Place at = told.beat().at();
    Derivation derivation = told.derivation();
    if (at == null || derivation.lesson().inputs().contains(operand)) {
      return false;
    }
    return isKnownAt(at, derivation, operand, cell) && !told.covered().hides(operand, cell);
  }

  private static boolean isKnownAt(Place at, Derivation derivation, Operand operand, Cell cell) {
    return derivation.reach(derivation.at(at), operand, cell) == ComputedState.KNOWN;
  }

  /** A row of which one number is seen would stay half answered, and its fields without cells. */
  @ParameterizedTest
  @MethodSource("lessons")
  void whatIsAnsweredIsSeenThere(String id) {
    asking(id)
        .filter(told -> told.beat().at() != null)
        .forEach(told -> {
          Derivation derivation = told.derivation();
          Place at = Objects.requireNonNull(told.beat().at());
          if (operand(told) != null && at.operand().equals(operand(told))) {
            assertThat(engineCells(told))
                .as(told.name())
                .allMatch(cell -> isKnownAt(at, derivation, at.operand(), cell));
          }
        });
  }

  /** Where the walk stands in a cell, the two lines that meet in it are lit and named. */
  @ParameterizedTest
  @MethodSource("lessons")
  void linesThatAreAskedForAreNotLit(String id) {
    asking(id)
        .filter(told -> told.asked().kind() == Answer.Kind.LINES)
        .forEach(told ->
            assertThat(told.beat().at()).as(told.name()).isInstanceOf(Place.OfMatrix.class));
  }

  /** On the way forward it is Z that a moved number is seen to move, all of it. */
  @ParameterizedTest
  @MethodSource("lessons")
  void whatAMoveDoesIsSeenWhole(String id) {
    for (Told told : Told.of(id)) {
      Place at = told.beat().at();
      if (told.beat().nudge() != null && at != null && phase(told, at) == Phase.FORWARD) {
        Derivation derivation = told.derivation();
        Shape shape = derivation.lesson().shape(at.operand());
        assertThat(new Place.OfMatrix(at.operand()).cells(shape))
            .as(told.name())
            .allMatch(cell -> isKnownAt(at, derivation, at.operand(), cell));
      }
    }
  }

  /** Past the way forward, moving a number tells how far L moves with it. */
  @ParameterizedTest
  @MethodSource("lessons")
  void noMoveTellsTheSlopeThatIsAskedForLater(String id) {
    List<Told> beats = Told.of(id);
    for (int later = 1; later < beats.size(); later++) {
      Told asking = beats.get(later);
      Set<Cell> wanted = engineCells(asking);
      for (int earlier = 0; earlier < later && !wanted.isEmpty(); earlier++) {
        Told before = beats.get(earlier);
        if (before.derivation().lesson().equals(asking.derivation().lesson())) {
          if (before.ask() != null && Objects.equals(operand(asking), operand(before))) {
            wanted.removeAll(engineCells(before));
          }
          assertThat(wanted)
              .as("%s tells what %s asks for", before.name(), asking.name())
              .noneMatch(cell -> tellsSlope(before, operand(asking), cell));
        }
      }
    }
  }

  private static boolean tellsSlope(Told told, @Nullable Operand gradient, Cell cell) {
    Place at = told.beat().at();
    Place moved = told.beat().nudge();
    return at != null
        && moved != null
        && gradient != null
        && phase(told, at) != Phase.FORWARD
        && NudgeEffect.gradientBy(moved.operand()).filter(gradient::equals).isPresent()
        && moved.holds(cell)
        && (!told.covered().hides(gradient, cell) || isStraight(told, moved.operand(), cell));
  }

  /** True if L moves by its slope, however far the number does. */
  private static boolean isStraight(Told told, Operand input, Cell cell) {
    Lesson lesson = told.derivation().lesson();
    Entry next = Entry.of(lesson.input(input).get(cell.row(), cell.column()) + 1);
    Trace before = told.derivation().trace();
    Trace after = Trace.of(Edits.apply(lesson, new Edit.SetEntry(input, cell, next)));
    NudgeEffect effect = new NudgeEffect(before, after, new Place.OfCell(input, cell));
    return Math.abs(effect.lossChange() - effect.slope().orElseThrow()) < 1e-9;
  }

  private static Phase phase(Told told, Place at) {
    return told.derivation().at(at).section().phase();
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void noTextSaysTheNumberThatIsAskedFor(String id) {
    asking(id)
        .filter(told -> told.asked().of() != null)
        .filter(told -> told.right() instanceof Answer.Scalar)
        .forEach(told -> {
          double number = ((Answer.Scalar) Objects.requireNonNull(told.right())).value().value();
          Pattern said =
              Pattern.compile(
                  "(?<![\\d.,−])"
                      + Pattern.quote(Numbers.exact(number).replace("-", "−"))
                      + "(?![\\d.·×])");
          assertThat(texts(told.beat()))
              .as(told.name() + " " + said)
              .noneMatch(text -> said.matcher(text).find());
        });
  }

  private static List<String> texts(Beat beat) {
    Beat.Ask ask = beat.ask();
    return Stream.of(
            Stream.of(beat.title(), beat.say()),
            beat.hints().stream(),
            ask == null ? Stream.<Wording>of() : Stream.of(ask.question()),
            ask == null ? Stream.<Wording>of() : ask.options().stream().map(Beat.Option::text))
        .flatMap(wordings -> wordings)
        .map(LessonBeatsTest::text)
        .toList();
  }

  private static String text(@Nullable Wording wording) {
    return Objects.requireNonNull(wording).in("en");
  }
}
