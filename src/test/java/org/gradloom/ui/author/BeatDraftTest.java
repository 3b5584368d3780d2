package org.gradloom.ui.author;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gradloom.KnownLessons;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.LessonReader;
import org.gradloom.files.LessonWriter;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Edits;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Wording;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

/** What a form makes of a beat, and what it says of one that is not finished. */
class BeatDraftTest {
  private static final Texts TEXTS = Texts.english();
  private static final Place AT = Place.parse("layer1/dW/3,2");

  private final Lesson lesson = KnownLessons.lessonH();

  private static BeatDraft draft(
      String title, BeatDraft.Question question, List<String> options, int right) {
    Set<Integer> marked = right < 0 ? Set.of() : Set.of(right);
    return with(title, question, new OptionsDraft(options, marked), "", List.of());
  }

  private static BeatDraft with(
      String title,
      BeatDraft.Question question,
      OptionsDraft options,
      String expression,
      List<Place.OfCell> cells) {
    return new BeatDraft(
        title,
        "",
        Set.of(),
        question,
        "",
        options,
        expression,
        cells,
        List.of(),
        "",
        Perspective.PRODUCT,
        Optional.empty(),
        "");
  }

  private static String refusal(BeatDraft draft) {
    List<String> said = new ArrayList<>();
    assertThatThrownBy(() -> draft.written(Beat.at(AT), "en"))
        .isInstanceOfSatisfying(InvalidInput.class, refused -> said.add(TEXTS.say(refused.said())));
    return said.getFirst();
  }

  private static List<String> names(Lesson lesson, String place) {
    PlaceNames names = new PlaceNames(lesson);
    return names.at(Place.parse(place)).stream().map(names::of).map(TEXTS::say).toList();
  }

  @Test
  void whatIsMissingIsSaid() {
    BeatDraft.Question nothing = new BeatDraft.Question.Nothing();
    BeatDraft.Question oneOf = new BeatDraft.Question.OneOf();
    assertThat(refusal(draft(" ", nothing, List.of(), -1)))
        .isEqualTo("This beat says nothing yet: write a headline or a text.");
    assertThat(refusal(draft("", BeatDraft.Question.Numbers.of(AT), List.of(), -1)))
        .isEqualTo("This beat asks for something, but not what: write a headline or a text.");
    assertThat(refusal(draft("Which?", oneOf, List.of("", " "), -1)))
        .isEqualTo(
            "A choice needs at least two options, and here there is none: write one into each"
                + " field.");
    assertThat(refusal(draft("Which?", oneOf, List.of("W", "", ""), 0)))
        .isEqualTo(
            "A choice needs at least two options, and here is only one: write one into each"
                + " field.");
    assertThat(refusal(draft("Which?", oneOf, List.of("W", "X"), -1)))
        .isEqualTo("No option is marked as right: choose the circle before the right one.");
    assertThat(refusal(draft("Which?", oneOf, List.of("W", "", "X"), 1)))
        .as("the circle before an empty field")
        .isEqualTo("No option is marked as right: choose the circle before the right one.");
    assertThat(refusal(draft("Which?", oneOf, List.of("W", "X", "W "), 0)))
        .isEqualTo("“W” stands among the options twice: change or clear one of them.");
  }

  @Test
  void aChoiceCountsOnlyOptionsThatSaySomething() {
    Beat beat =
        draft("Which?", new BeatDraft.Question.OneOf(), List.of("W", "", "X"), 2)
            .written(Beat.at(AT), "en");
    assertThat(requireNonNull(beat.ask()).answer()).isEqualTo(new Answer.Choice(1));
    assertThat(BeatDraft.of(beat, "en").options().texts()).containsExactly("W", "X");
    assertThat(BeatDraft.of(beat, "en").options().right()).containsExactly(1);
  }

  @Test
  void aCellOffersItsLinesAndItsMatrixAsTheConventionWritesThem() {
    assertThat(names(lesson, "layer1/dW/3,2/term2"))
        .containsExactly("dL/dw₃₂", "row 3 of dL/dW", "column 2 of dL/dW", "all of dL/dW");
    assertThat(names(lesson.withConvention(Convention.WX), "layer1/dW/3,2"))
        .containsExactly("dL/dw₂₃", "row 2 of dL/dW", "column 3 of dL/dW", "all of dL/dW");
    assertThat(names(KnownLessons.lessonHWithBias(), "layer1/dB/1,2"))
        .containsExactly("dL/db₂", "row 1 of dL/db");
    assertThat(names(lesson, "loss/L/1,1")).containsExactly("L");
    assertThat(names(lesson, "layer1/dW")).containsExactly("all of dL/dW");
  }

  @Test
  void whatIsCoveredOrAskedElsewhereStaysOnOffer() {
    List<Region> here = new PlaceNames(lesson).at(AT);
    Coverable elsewhere = Region.parse("layer1/z");
    assertThat(BeatDraft.coverable(here, Set.of(AT, elsewhere))).hasSize(5).contains(elsewhere);
    BeatDraft.Question other = BeatDraft.Question.Numbers.of(Region.parse("layer1/z/2"));
    assertThat(BeatDraft.questions(here, other)).hasSize(14).endsWith(other);
    assertThat(BeatDraft.questions(here, new BeatDraft.Question.OneOf())).hasSize(13);
  }

  @Test
  void linesAreWrittenInOrderAndShownMixed() {
    List<String> lines = List.of("Z = X @ W", "dZ = U", "dW = X.T @ dZ");
    Beat beat =
        draft("Which order?", new BeatDraft.Question.Ordered(), lines, -1)
            .written(Beat.at(AT), "en");
    Beat.Ask ask = requireNonNull(beat.ask());
    assertThat(ask.options().stream().map(option -> option.text().in("en")))
        .containsExactly("Z = X @ W", "dW = X.T @ dZ", "dZ = U");
    assertThat(ask.answer()).isEqualTo(new Answer.Order(List.of(0, 2, 1)));
    assertThat(BeatDraft.of(beat, "en").options().texts()).isEqualTo(lines);
    Beat sorted =
        draft("Which?", new BeatDraft.Question.Ordered(), List.of("a", "b", "c"), -1)
            .written(Beat.at(AT), "en");
    assertThat(requireNonNull(sorted.ask()).answer())
        .as("never in order from the beginning")
        .isEqualTo(new Answer.Order(List.of(2, 0, 1)));
  }

  @Test
  void codeAndCellsAreAnsweredByTheAuthor() {
    BeatDraft.Question code = new BeatDraft.Question.Code();
    Beat typed =
        with("Type it", code, OptionsDraft.NONE, " X.T @ dZ ", List.of())
            .written(Beat.at(AT), "en");
    assertThat(requireNonNull(typed.ask()).answer()).isEqualTo(new Answer.Expression("X.T @ dZ"));
    assertThat(refusal(with("Type it", code, OptionsDraft.NONE, " ", List.of())))
        .isEqualTo("The right line is missing: write it as a learner would.");
    assertThat(refusal(with("Type it", code, OptionsDraft.NONE, "X.T @", List.of()))).isNotEmpty();

    List<Place.OfCell> cells = CellsText.read("layer1/z/2,1; layer1/z/2,2", lesson);
    Beat marked =
        with("Mark them", new BeatDraft.Question.Marking(), OptionsDraft.NONE, "", cells)
            .written(Beat.at(AT), "en");
    assertThat(requireNonNull(marked.ask()).answer()).isEqualTo(new Answer.Cells(cells));
    assertThat(CellsText.of(cells, lesson)).isEqualTo("layer1/z/2,1 layer1/z/2,2");
    assertThat(
            refusal(
                with(
                    "Mark them",
                    new BeatDraft.Question.Marking(),
                    OptionsDraft.NONE,
                    "",
                    List.of())))
        .startsWith("No cell is named as right");
    assertThatThrownBy(() -> CellsText.read("layer1/z", lesson)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> CellsText.read("layer1/z/9,1", lesson))
        .isInstanceOf(InvalidInput.class);
    assertThat(CellsText.movable(lesson)).hasSize(18).contains(Place.parse("layer1/w/3,2"));
  }

  private static BeatDraft several(List<Answer.Part> parts) {
    return new BeatDraft(
        "What meets here, and what comes of it?",
        "",
        Set.of(),
        new BeatDraft.Question.Several(),
        "",
        OptionsDraft.NONE,
        "",
        List.of(),
        parts,
        "",
        Perspective.PRODUCT,
        Optional.empty(),
        "");
  }

  @Test
  void allThatHoldOfSomeOptionsAreMarkedAndMayBeNone() {
    BeatDraft.Question someOf = new BeatDraft.Question.SomeOf();
    Beat beat =
        with(
                "Which are kept?",
                someOf,
                new OptionsDraft(List.of("X", "", "W", "dZ"), Set.of(0, 1, 3)),
                "",
                List.of())
            .written(Beat.at(AT), "en");
    assertThat(requireNonNull(beat.ask()).answer()).isEqualTo(new Answer.Choices(List.of(0, 2)));
    assertThat(BeatDraft.of(beat, "en").question()).isEqualTo(someOf);
    assertThat(BeatDraft.of(beat, "en").options())
        .isEqualTo(new OptionsDraft(List.of("X", "W", "dZ"), Set.of(0, 2)));
    Beat none = draft("Which?", someOf, List.of("X", "W"), -1).written(Beat.at(AT), "en");
    assertThat(requireNonNull(none.ask()).answer()).isEqualTo(new Answer.Choices(List.of()));
    assertThat(refusal(draft("Which?", someOf, List.of("X"), 0)))
        .startsWith("A choice needs at least two options");
    Lesson written = Edits.apply(lesson, new Edit.AddBeat(0, beat));
    assertThat(LessonReader.read(LessonWriter.toText(written))).isEqualTo(written);
  }

  @Test
  void severalPartsAreWrittenOneALineAsTheirFormTellsThemApart() {
    String text =
        """
        row 3, column 2
        -6
        1/3
        [0, -6]
        [[2, 6], [0, -6]]
        layer1/dW/3,2 layer1/dW/3,1
        none
        X.T @ dZ\
        """;
    List<Answer.Part> parts = PartsText.read(text, lesson);
    assertThat(parts.stream().map(Answer::kind))
        .containsExactly(
            Answer.Kind.LINES,
            Answer.Kind.NUMBER,
            Answer.Kind.NUMBER,
            Answer.Kind.ROW,
            Answer.Kind.MATRIX,
            Answer.Kind.CELLS,
            Answer.Kind.CELLS,
            Answer.Kind.EXPRESSION);
    assertThat(parts.getFirst()).isEqualTo(new Answer.Lines(2, 1));
    assertThat(PartsText.of(parts, lesson)).isEqualTo(text);
    Beat beat = several(parts).written(Beat.at(AT), "en");
    assertThat(requireNonNull(beat.ask()).answer()).isEqualTo(new Answer.Parts(parts));
    assertThat(BeatDraft.of(beat, "en").written(beat, "en")).isEqualTo(beat);
    Lesson written = Edits.apply(lesson, new Edit.AddBeat(0, beat));
    assertThat(LessonReader.read(LessonWriter.toText(written))).isEqualTo(written);
    assertThat(refusal(several(parts.subList(0, 1))))
        .isEqualTo(
            "Several parts are at least two, and here is only one: write each on a line of its"
                + " own.");
    assertThatThrownBy(() -> PartsText.read("layer1/dW/9,1", lesson))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> PartsText.read("X.T @", lesson)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void aMatrixOffersItsShapeAndACellOfAProductItsLines() {
    List<BeatDraft.Question> offered =
        BeatDraft.questions(new PlaceNames(lesson).at(AT), new BeatDraft.Question.Nothing());
    assertThat(offered)
        .contains(
            new BeatDraft.Question.Numbers(Answer.Kind.LINES, AT),
            new BeatDraft.Question.Numbers(Answer.Kind.SHAPE, new Place.OfMatrix(AT.operand())));
  }

  /** Whoever opens a form and saves it has changed nothing, in any lesson there is. */
  @Test
  void aFormThatIsSavedAsItIsChangesNothing() {
    assertThat(BuiltInLessons.lessons().keySet())
        .hasSizeGreaterThan(10)
        .allSatisfy(id ->
            assertThat(BuiltInLessons.read(id).beats())
                .isNotEmpty()
                .allSatisfy(beat -> {
                  if (beat.title() != null || beat.say() != null) {
                    assertThat(BeatDraft.of(beat, "en").written(beat, "en")).isEqualTo(beat);
                  }
                }));
  }

  @Test
  void aWrittenLessonIsReadBackAsItIs() {
    Beat asks =
        new BeatDraft(
                "How much?",
                "Four samples.",
                Set.of(new Place.OfMatrix(AT.operand())),
                BeatDraft.Question.Numbers.of(AT),
                "What is dL/dw₃₂?",
                OptionsDraft.NONE,
                "",
                List.of(),
                List.of(),
                "Row 3 of Xᵀ.\n\n 0 − 2 + … ",
                Perspective.CARDS,
                Optional.of(Place.parse("layer1/w/3,2")),
                "Ask for hands first.")
            .written(Beat.at(AT), "en");
    assertThat(asks.hints()).hasSize(2);
    assertThat(asks.view()).isEqualTo(Perspective.CARDS);
    assertThat(asks.nudge()).isEqualTo(Place.parse("layer1/w/3,2"));
    assertThat(asks.notes()).isEqualTo(Wording.of("Ask for hands first."));
    Lesson written = Edits.apply(lesson, new Edit.AddBeat(0, asks));
    assertThat(LessonReader.read(LessonWriter.toText(written))).isEqualTo(written);
  }
}
