package org.gradloom.ui.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.gradloom.cli.InProcess;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.ResultsWriter;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Misconception;
import org.gradloom.marking.Marked;
import org.gradloom.marking.Marker;
import org.gradloom.matrix.Cell;
import org.gradloom.practice.AnswerDraft;
import org.gradloom.practice.BegunPack;
import org.gradloom.practice.DraftTexts;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Exercises;
import org.gradloom.practice.Fading;
import org.gradloom.practice.PackResults;
import org.gradloom.practice.Request;
import org.gradloom.practice.Session;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a pack's results say can be found out again from them alone. */
class ResultsMarkedAgainTest {
  private static final Exercises EXERCISES = new Exercises(Texts.english());

  @TempDir private Path folder;

  private static Stream<Exercise> drawn() {
    return Stream.of(Exercise.Kind.values())
        .flatMap(kind ->
            Stream.of(Convention.values())
                .map(convention ->
                    EXERCISES.draw(
                        new Request(
                            kind,
                            41,
                            convention,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()))));
  }

  private static Stream<Exercise> ofOwnNumbers() {
    return Stream.of("row-meets-column", "two-layers", "the-gate")
        .map(BuiltInLessons::read)
        .flatMap(own -> Stream.of(Convention.values()).map(own::withConvention))
        .flatMap(own -> Stream.of(Exercise.Kind.values()).flatMap(kind -> about(kind, own)));
  }

  private static Stream<Exercise> about(Exercise.Kind kind, Lesson own) {
    try {
      return Stream.of(
          EXERCISES.draw(
              new Request(
                  kind, 3, Convention.XW, Optional.empty(), Optional.empty(), Optional.of(own))));
    } catch (InvalidInput _) {
      return Stream.of(); // of which this kind has nothing to ask
    }
  }

  /** Wrong in up to three ways, unreadable once, then right, or shown. */
  private static PackResults.Done done(Exercise exercise, boolean shown) {
    return PackResults.Done.of(session(exercise, shown), 7);
  }

  private static Session session(Exercise exercise, boolean shown) {
    Marker marker = exercise.marker();
    Session session = Session.of(exercise, Fading.ALL);
    for (var wrong : exercise.wrongAnswers().stream().limit(3).toList()) {
      session = session.with(attempt(exercise, marker.turned(wrong.answer())));
    }
    session = session.with(new Session.Attempt("%", Optional.empty(), marker.mark("%"))).hinted();
    return shown
        ? session.showing()
        : session.with(attempt(exercise, marker.turned(marker.right())));
  }

  private static Session.Attempt attempt(Exercise exercise, Answer written) {
    Marker marker = exercise.marker();
    AnswerDraft draft = EnteredDrafts.of(exercise, written);
    String words = new ExerciseWords(exercise, Texts.english()).of(draft);
    Answer answer = marker.turned(draft.answer());
    Marked marked = marker.mark(answer);
    if (!marked.asksLines()) {
      return new Session.Attempt(words, Optional.of(answer), marked);
    }
    Answer.Lines used = new Answer.Lines(1, 0);
    return new Session.Attempt(
        words,
        Optional.of(answer),
        Optional.of(used),
        marker.mark(answer, Optional.of((Answer.Lines) marker.turned(used))));
  }

  private static JsonNode marks(Path results) {
    InProcess process = new InProcess();
    assertThat(process.run("mark", results.toString(), "--json")).as(process.err()).isZero();
    return new JsonMapper().readTree(process.out());
  }

  @Test
  void bothFilesOfResultsAreMarkedAgainWithTheSameCreditsAndIdeas() throws Exception {
    List<PackResults.Done> entries = new ArrayList<>();
    Stream.concat(drawn(), ofOwnNumbers())
        .forEach(exercise -> entries.add(done(exercise, entries.size() % 2 == 0)));
    assertThat(entries.stream().filter(each -> each.draw().numbers().isPresent()))
        .hasSizeGreaterThan(30);
    assertThat(entries.stream().flatMap(each -> each.answers().stream()))
        .as("ties that lines told apart")
        .anySatisfy(answer -> assertThat(answer.used()).isPresent());
    PackResults results = new PackResults("Week 3; \"B\", −", entries);
    for (String name : List.of("results.json", "results.csv", "saved.csv")) {
      Path file = folder.resolve(name);
      ResultsWriter.save(results, file);
      if (name.equals("saved.csv")) {
        Files.writeString(file, "\uFEFF" + Files.readString(file));
      }
      JsonNode marks = marks(file);
      assertThat(marks).hasSize(entries.size());
      for (int i = 0; i < entries.size(); i++) {
        same(marks.get(i), entries.get(i));
      }
    }
  }

  /** So is what was done of a pack, at the next start. */
  @Test
  void anExerciseThatIsGoneOnWithIsAsItWasLeft() {
    for (Exercise exercise : Stream.concat(drawn(), ofOwnNumbers()).toList()) {
      for (boolean shown : List.of(true, false)) {
        Session left = session(exercise, shown);
        Session back = BegunPack.Answered.of(PackResults.Done.of(left, 7)).at(exercise);
        assertThat(back.attempts())
            .as(exercise.draw().toString())
            .usingRecursiveFieldByFieldElementComparatorIgnoringFields("answer")
            .isEqualTo(left.attempts());
        assertThat(back.outcome()).isEqualTo(left.outcome());
        assertThat(back.hints()).isEqualTo(left.hints());
      }
    }
  }

  /** What is entered and not checked, too, whole or half. */
  @Test
  void aDraftIsThereAgainAsItWas() {
    for (Exercise exercise : Stream.concat(drawn(), ofOwnNumbers()).toList()) {
      Marker marker = exercise.marker();
      AnswerDraft empty = AnswerDraft.empty(exercise);
      AnswerDraft right = EnteredDrafts.of(exercise, marker.turned(marker.right()));
      for (AnswerDraft draft : List.of(empty, right, half(right))) {
        assertThat(DraftTexts.draft(exercise, DraftTexts.of(draft)))
            .as(exercise.draw().toString())
            .contains(draft);
      }
      for (List<String> odd :
          List.of(List.of("99,99"), List.of("9999", "0"), Collections.nCopies(400, "x"))) {
        assertThat(DraftTexts.draft(exercise, odd).map(DraftTexts::of).orElse(odd)).isEqualTo(odd);
      }
    }
  }

  private static AnswerDraft half(AnswerDraft draft) {
    return switch (draft) {
      case AnswerDraft.InCells cells -> cells.with(0, "-");
      case AnswerDraft.Sides(var rows, _) -> new AnswerDraft.Sides(rows, "");
      case AnswerDraft.Code(var text) -> new AnswerDraft.Code(text + " @ (");
      case AnswerDraft.Ticked ticked -> ticked.turned(0);
      case AnswerDraft.Ordered ordered -> ordered.moved(0, 1);
      case AnswerDraft.TwoLines(_, var right) ->
          new AnswerDraft.TwoLines(OptionalInt.empty(), right);
      case AnswerDraft.CellSet set -> set.turned(new Cell(0, 0));
      case AnswerDraft.Correction(var matrix, var cell, _, _) ->
          new AnswerDraft.Correction(matrix, cell, OptionalInt.empty(), "1,");
    };
  }

  private static void same(JsonNode mark, PackResults.Done entry) {
    String name = entry.draw() + " " + entry.answers();
    assertThat(mark.get("credit").asDouble()).as(name).isEqualTo(entry.credit());
    assertThat(mark.get("correct").asBoolean()).as(name).isEqualTo(!entry.shown());
    assertThat(mark.get("answers")).as(name).hasSize(entry.answers().size());
    assertThat(mark.get("misconceptions").valueStream().map(JsonNode::asString))
        .as(name)
        .containsExactlyElementsOf(entry.ideas().stream().map(Misconception::code).toList());
  }
}
