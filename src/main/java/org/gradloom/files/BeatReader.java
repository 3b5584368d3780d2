package org.gradloom.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Scene;
import org.gradloom.lesson.Screen;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads the narration of a lesson. */
final class BeatReader {
  private static final List<String> FIELDS =
      List.of("scene", "screen", "at", "say", "cover", "ask");
  private static final List<String> ASK_FIELDS =
      List.of("kind", "of", "question", "options", "answer");

  private final JsonInput in;

  /** The places of this beat, by their paths in the document. */
  private final Map<String, Place> places = new LinkedHashMap<>();

  private BeatReader(JsonInput in) {
    this.in = in;
  }

  /**
   * A beat whose places are not looked up yet.
   *
   * @param path where it stands in the document
   * @param places its places by their own paths
   */
  record Draft(String path, Beat beat, Map<String, Place> places) {
    /**
     * The beat, at home in a lesson.
     *
     * @throws InvalidInput if the lesson has no such scene, or the scene no such place
     */
    Beat in(Lesson lesson) {
      Lesson shown = lesson;
      String scene = beat.scene();
      if (scene != null) {
        Scene found =
            lesson.scenes().stream()
                .filter(candidate -> candidate.name().equals(scene))
                .findFirst()
                .orElseThrow(
                    () -> new InvalidInput("file.noScene", path + ".scene", Quote.of(scene)));
        shown = lesson.with(found.x(), found.layers(), found.loss());
      }
      for (var named : places.entrySet()) {
        try {
          shown.require(lesson.convention().turned(named.getValue()));
        } catch (InvalidInput e) {
          throw new InvalidInput("file.at", Message.of("file.thePath", named.getKey()), e.said());
        }
      }
      return new Turning(lesson.convention()).beat(beat);
    }
  }

  static Draft read(JsonInput in) {
    return new BeatReader(in).read();
  }

  private Draft read() {
    var draft =
        new Object() {
          @Nullable String scene;
          Screen screen = Screen.EXPLORE;
          @Nullable Place at;
          @Nullable String say;
          List<Place> cover = List.of();
          Beat.@Nullable Ask ask;
        };
    String path = in.path();
    in.object(
        "file.aBeat",
        FIELDS,
        name -> {
          switch (name) {
            case "scene" -> draft.scene = in.text("file.aText");
            case "screen" ->
                draft.screen = Values.word(in, List.of(Screen.values()), Values::lowerCase);
            case "at" -> draft.at = place(in);
            case "say" -> draft.say = in.text("file.aText");
            case "cover" -> draft.cover = cover();
            default -> draft.ask = ask();
          }
        });
    Beat beat = new Beat(draft.scene, draft.screen, draft.at, draft.say, draft.cover, draft.ask);
    return new Draft(path, beat, places);
  }

  private List<Place> cover() {
    return in.at(JsonToken.VALUE_STRING)
        ? List.of(place(in))
        : in.list("file.aListOfPlaces", this::place);
  }

  private Place place(JsonInput in) {
    String text = in.text("file.aPlace");
    if (!Quote.isPlain(text)) {
      throw in.wrongType("file.aPlace");
    }
    try {
      Place place = Place.parse(text);
      places.put(in.path(), place);
      return place;
    } catch (InvalidInput e) {
      throw new InvalidInput("file.at", Message.of("file.thePath", in.path()), e.said());
    }
  }

  private Beat.Ask ask() {
    var draft =
        new Object() {
          Answer.@Nullable Kind kind;
          @Nullable Place of;
          @Nullable String question;
          List<String> options = List.of();
          AnswerReader.@Nullable Form answer;
        };
    Message where = Message.of("file.thePath", in.path());
    in.object(
        "file.anAsk",
        ASK_FIELDS,
        name -> {
          switch (name) {
            case "kind" ->
                draft.kind = Values.word(in, List.of(Answer.Kind.values()), Values::lowerCase);
            case "of" -> draft.of = place(in);
            case "question" -> draft.question = in.text("file.aText");
            case "options" ->
                draft.options = in.list("file.aListOfTexts", option -> option.text("file.aText"));
            default -> draft.answer = AnswerReader.form(in);
          }
        });
    Answer.Kind kind = draft.kind;
    if (kind == null) {
      throw Values.missing(where, "kind");
    }
    if (draft.options.isEmpty() && choosesOptions(kind)) {
      throw Values.missing(where, "options");
    }
    if (draft.answer == null && draft.of == null) {
      throw Values.missing(where, "answer");
    }
    Answer answer =
        draft.answer == null
            ? null
            : new AnswerReader(draft.options.size(), places::put).read(kind, draft.answer);
    return new Beat.Ask(kind, draft.of, draft.question, draft.options, answer);
  }

  private static boolean choosesOptions(Answer.Kind kind) {
    return switch (kind) {
      case CHOICE, CHOICES, ORDER -> true;
      case NUMBER, ROW, MATRIX, SHAPE, LINES, CELLS, EXPRESSION, PARTS -> false;
    };
  }
}
