package org.gradloom.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Misconception;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Wording;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Reads the question of a beat.
 *
 * @param regions told of everything that the question names of the lesson's numbers
 */
record AskReader(JsonInput in, RegionReader regions) {
  private static final List<String> FIELDS =
      List.of("kind", "of", "question", "options", "answer", "measured");

  /** An answer that is wrong, held against its question's kind once that is known. */
  private record WrittenWrong(
      AnswerReader.Form answer, @Nullable Misconception misconception, @Nullable Wording reply) {}

  /** What a document lists as options, each in its own order. */
  private record Options(List<Beat.Option> shown, List<WrittenWrong> wrong) {
    Options() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  Beat.Ask read() {
    Options options = new Options();
    var draft =
        new Object() {
          Answer.@Nullable Kind kind;
          @Nullable Region of;
          @Nullable Wording question;
          AnswerReader.@Nullable Form answer;
          boolean measured;
        };
    Message where = Message.of("file.thePath", in.path());
    in.object(
        "file.anAsk",
        FIELDS,
        name -> {
          switch (name) {
            case "kind" ->
                draft.kind = Values.word(in, List.of(Answer.Kind.values()), Values::lowerCase);
            case "of" -> draft.of = regions.region();
            case "question" -> draft.question = WordingReader.read(in);
            case "options" -> in.list("file.aListOfTexts", _ -> addTo(options));
            case "answer" -> draft.answer = AnswerReader.form(in);
            default -> draft.measured = in.truth("file.aTruth");
          }
        });
    Answer.Kind kind = draft.kind;
    if (kind == null) {
      throw Values.missing(where, "kind");
    }
    if (options.shown().isEmpty() && choosesOptions(kind)) {
      throw Values.missing(where, "options");
    }
    if (draft.answer == null && draft.of == null && !draft.measured) {
      throw Values.missing(where, "answer");
    }
    AnswerReader answers = new AnswerReader(options.shown().size(), regions::add);
    return new Beat.Ask(
        kind,
        draft.of,
        draft.question,
        options.shown(),
        options.wrong().stream()
            .map(wrong ->
                new Beat.Wrong(
                    answers.read(kind, wrong.answer()), wrong.misconception(), wrong.reply()))
            .toList(),
        draft.answer == null ? null : answers.read(kind, draft.answer),
        draft.measured);
  }

  private boolean addTo(Options options) {
    if (!in.at(JsonToken.START_OBJECT)) {
      return options.shown().add(new Beat.Option(WordingReader.read(in), null));
    }
    String path = in.path();
    Map<String, String> languages = new LinkedHashMap<>();
    var draft =
        new Object() {
          @Nullable Wording text;
          AnswerReader.@Nullable Form answer;
          @Nullable Misconception misconception;
          @Nullable Wording reply;
        };
    in.fields(
        "file.anOptionOrWrong",
        name -> {
          switch (name) {
            case "text" -> draft.text = WordingReader.read(in);
            case "answer" -> draft.answer = AnswerReader.form(in);
            case "misconception" ->
                draft.misconception =
                    Values.word(in, List.of(Misconception.values()), Misconception::code);
            case "reply" -> draft.reply = WordingReader.read(in);
            default -> languages.put(name, in.text("file.aText"));
          }
        });
    AnswerReader.Form answer = draft.answer;
    Wording text = draft.text;
    boolean plain =
        text == null && answer == null && draft.misconception == null && draft.reply == null;
    for (String name : languages.keySet()) {
      if (!plain || !WordingReader.isLanguage(name)) {
        throw new InvalidInput(
            "file.unknownField",
            Quote.of(name),
            Message.of("file.thePath", path),
            "text, answer, misconception, reply");
      }
      text = new Wording.ByLanguage(languages);
    }
    if (text != null && answer != null) {
      throw new InvalidInput("file.textAndAnswer", path);
    }
    if (answer != null) {
      return options.wrong().add(new WrittenWrong(answer, draft.misconception, draft.reply));
    }
    if (text == null) {
      throw Values.missing(Message.of("file.thePath", path), "text");
    }
    return options.shown().add(new Beat.Option(text, draft.misconception, draft.reply));
  }

  private static boolean choosesOptions(Answer.Kind kind) {
    return switch (kind) {
      case CHOICE, CHOICES, ORDER -> true;
      case NUMBER, ROW, MATRIX, SHAPE, LINES, CELLS, EXPRESSION, PARTS -> false;
    };
  }
}
