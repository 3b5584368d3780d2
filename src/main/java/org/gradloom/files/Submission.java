package org.gradloom.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * An answer to a beat, handed in to be marked.
 *
 * @param lesson the name or the number of a built-in lesson, or the path of a file
 * @param beat from 1
 * @param lines the two lines that the learner says were used, where they are told
 */
public record Submission(String lesson, int beat, GivenAnswer answer, Optional<GivenAnswer> lines) {
  private static final List<String> FIELDS = List.of("lesson", "beat", "answer", "lines");

  /** What names an exercise that was drawn. */
  private static final List<String> OF_EXERCISES =
      List.of("kind", "seed", "convention", "level", "sizes");

  /**
   * The answers that a file lists.
   *
   * @throws InvalidInput if the file cannot be read or lists anything else, naming the file too
   */
  public static List<Submission> readAll(Path file) {
    return JsonFile.read(file, "file.anAnswersFile", Submission::list);
  }

  private static List<Submission> list(JsonInput in) {
    if (in.next() == JsonToken.NOT_AVAILABLE) {
      throw new InvalidInput("file.noAnswers");
    }
    in.require(JsonToken.START_ARRAY, "file.answers");
    List<Submission> all = new ArrayList<>();
    while (in.next() != JsonToken.END_ARRAY) {
      try {
        all.add(read(in));
      } catch (InvalidInput e) {
        throw new InvalidInput(within(all.size(), e.said()));
      }
    }
    if (in.next() != JsonToken.NOT_AVAILABLE) {
      var location = in.location();
      throw new InvalidInput("file.afterAnswers", location.getLineNr(), location.getColumnNr());
    }
    return all;
  }

  /** What is said of one of the answers, with its index from 0. */
  public static Message within(int index, Message said) {
    return Message.of("file.inAnswers", index, said);
  }

  private static Submission read(JsonInput in) {
    in.startDocument();
    var draft =
        new Object() {
          @Nullable String lesson;
          int beat;
          @Nullable GivenAnswer answer;
          Optional<GivenAnswer> lines = Optional.empty();
        };
    in.fields(
        "file.anAnswerToBeat",
        name -> {
          switch (name) {
            case "lesson" -> draft.lesson = in.text("file.aText");
            case "beat" -> draft.beat = in.wholeNumber(1);
            case "answer" -> draft.answer = GivenAnswer.read(in);
            case "lines" ->
                draft.lines =
                    Optional.of(GivenAnswer.read(in))
                        .filter(given -> !given.equals(new GivenAnswer.Nothing()));
            default -> throw unknown(name);
          }
        });
    String lesson = draft.lesson;
    GivenAnswer answer = draft.answer;
    Message where = Message.of("file.thisAnswer");
    if (lesson == null) {
      throw Values.missing(where, "lesson");
    }
    if (draft.beat == 0) {
      throw Values.missing(where, "beat");
    }
    if (answer == null) {
      throw Values.missing(where, "answer");
    }
    return new Submission(lesson, draft.beat, answer, draft.lines);
  }

  private static InvalidInput unknown(String name) {
    return OF_EXERCISES.contains(name)
        ? new InvalidInput("file.ofExercise", name)
        : new InvalidInput(
            "file.unknownField",
            Quote.of(name),
            Message.of("file.thisAnswer"),
            String.join(", ", FIELDS));
  }
}
