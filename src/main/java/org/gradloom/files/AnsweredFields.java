package org.gradloom.files;

import java.util.List;
import java.util.Optional;
import org.gradloom.lesson.Answer;
import org.gradloom.practice.BegunPack.Answered;
import org.gradloom.practice.PackResults.Try;

/** What was done at an exercise, in the files that go on with it. */
final class AnsweredFields {
  private static final List<String> FIELDS =
      List.of("answers", "hints", "shown", "seconds", "draft");
  private static final List<String> OF_AN_ANSWER = List.of("typed", "lines");

  private AnsweredFields() {}

  static Answered read(JsonInput in) {
    var draft =
        new Object() {
          List<Try> answers = List.of();
          int hints;
          boolean shown;
          long seconds;
          List<String> draft = List.of();
        };
    in.object(
        "file.anAnswered",
        FIELDS,
        name -> {
          switch (name) {
            case "answers" -> draft.answers = in.list("file.aList", AnsweredFields::readTry);
            case "hints" -> draft.hints = in.wholeNumber(0);
            case "shown" -> draft.shown = in.truth("file.trueOrFalse");
            case "draft" -> draft.draft = in.list("file.aList", each -> each.text("file.aText"));
            default -> draft.seconds = in.wholeNumber(0, Long.MAX_VALUE);
          }
        });
    return new Answered(draft.answers, draft.hints, draft.shown, draft.seconds, draft.draft);
  }

  private static Try readTry(JsonInput in) {
    var draft =
        new Object() {
          String typed = "";
          Optional<Answer.Lines> lines = Optional.empty();
        };
    in.object(
        "file.anAnsweredTry",
        OF_AN_ANSWER,
        name -> {
          if (name.equals("typed")) {
            draft.typed = in.text("file.aText");
          } else {
            draft.lines = Optional.of(GivenAnswer.read(in).lines());
          }
        });
    return new Try(draft.typed, draft.lines);
  }

  static void write(Answered answered, JsonWriter json) {
    json.startObject();
    json.startList("answers");
    answered.answers().forEach(each -> write(each, json));
    json.endList();
    json.whole("hints", answered.hints());
    json.truth("shown", answered.shown());
    json.whole("seconds", answered.seconds());
    if (!answered.draft().isEmpty()) {
      json.startList("draft");
      answered.draft().forEach(json::text);
      json.endList();
    }
    json.endObject();
  }

  private static void write(Try answer, JsonWriter json) {
    json.startObject();
    json.text("typed", answer.words());
    answer
        .used()
        .ifPresent(lines -> {
          json.name("lines");
          new AnswerWriter(json).write(lines);
        });
    json.endObject();
  }
}
