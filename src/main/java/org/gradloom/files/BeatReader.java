package org.gradloom.files;

import java.util.List;
import java.util.Map;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Screen;
import org.gradloom.lesson.Wording;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads the narration of a lesson. */
final class BeatReader {
  private static final List<String> FIELDS =
      List.of(
          "scene", "screen", "at", "title", "say", "cover", "ask", "view", "nudge", "notes", "show",
          "hints", "sizes");

  private final JsonInput in;
  private final RegionReader regions;

  private BeatReader(JsonInput in) {
    this.in = in;
    this.regions = new RegionReader(in);
  }

  /**
   * A beat whose regions are not looked up yet.
   *
   * @param path where it stands in the document
   * @param regions what it names of the lesson's numbers, by the paths where it does
   */
  record Draft(String path, Beat beat, Map<String, Region> regions) {
    /**
     * The beat, at home in a lesson.
     *
     * @throws InvalidInput if the lesson has no such scene, or the scene no such region
     */
    Beat in(Lesson lesson) {
      Lesson shown =
          lesson
              .in(beat)
              .orElseThrow(() ->
                  new InvalidInput(
                      "file.noScene", path + ": scene", Quote.of(String.valueOf(beat.scene()))));
      regions.forEach((where, region) -> {
        try {
          shown.require(lesson.convention().turned(region));
        } catch (InvalidInput e) {
          throw new InvalidInput("file.at", Message.of("file.thePath", where), e.said());
        }
      });
      Place at = beat.at();
      if (at != null && shown.inputs().contains(at.operand())) {
        throw new InvalidInput(
            "file.at",
            Message.of("file.thePath", path + ": at"),
            Message.of("place.input", at.toString()));
      }
      Place nudge = beat.nudge();
      if (nudge != null && !shown.inputs().contains(nudge.operand())) {
        throw new InvalidInput("file.notAnInput", path + ": nudge", nudge.toString());
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
          @Nullable Wording title;
          @Nullable Wording say;
          List<Coverable> cover = List.of();
          Beat.@Nullable Ask ask;
          Perspective view = Perspective.PRODUCT;
          @Nullable Place nudge;
          @Nullable Wording notes;
          List<String> show = List.of();
          List<Wording> hints = List.of();
          List<Integer> sizes = List.of();
        };
    String path = in.path();
    in.object(
        "file.aBeat",
        FIELDS,
        name -> {
          switch (name) {
            case "scene" -> draft.scene = in.text("file.aText");
            case "screen" -> draft.screen = Values.word(in, Screen.ofBeats(), Values::lowerCase);
            case "at" -> draft.at = regions.place();
            case "title" -> draft.title = WordingReader.read(in);
            case "say" -> draft.say = WordingReader.read(in);
            case "cover" -> draft.cover = cover();
            case "ask" -> draft.ask = new AskReader(in, regions).read();
            case "view" ->
                draft.view = Values.word(in, List.of(Perspective.values()), Values::lowerCase);
            case "nudge" -> draft.nudge = regions.place();
            case "notes" -> draft.notes = WordingReader.read(in);
            case "show" ->
                draft.show = in.list("file.aListOfTexts", panel -> panel.text("file.aText"));
            case "hints" -> draft.hints = in.list("file.aListOfTexts", WordingReader::read);
            default -> draft.sizes = in.list("file.aListOfSizes", BeatReader::size);
          }
        });
    Beat beat =
        new Beat(
            draft.scene,
            draft.screen,
            draft.at,
            draft.title,
            draft.say,
            draft.cover,
            draft.ask,
            draft.view,
            draft.nudge,
            draft.notes,
            draft.show,
            draft.hints,
            draft.sizes);
    return new Draft(path, beat, regions.named());
  }

  private static int size(JsonInput in) {
    return Math.toIntExact(in.wholeNumber(1, Beat.LARGEST_SIZE));
  }

  /** One thing alone needs no list. */
  private List<Coverable> cover() {
    return in.at(JsonToken.VALUE_STRING)
        ? List.of(regions.coverable())
        : in.list("file.aListOfPlaces", _ -> regions.coverable());
  }
}
