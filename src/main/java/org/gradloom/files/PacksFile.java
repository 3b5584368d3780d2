package org.gradloom.files;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gradloom.lesson.Convention;
import org.gradloom.practice.BegunPack;
import org.gradloom.practice.BegunPack.Answered;
import org.gradloom.practice.BegunPack.Standing;
import org.gradloom.practice.BegunPacks;
import org.gradloom.practice.Pack;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * The file of what one learner has answered to packs. A pack lies in it as its own file would hold
 * it, since nobody can say whether that file is there the next time; its exercises are drawn again
 * from it.
 */
public final class PacksFile extends LearnerFile<BegunPacks> {
  private static final int VERSION = 1;
  private static final List<String> FIELDS = List.of("gradloomPacks", "packs");
  private static final List<String> OF_A_PACK =
      List.of("pack", "convention", "order", "begun", "behind", "standing", "exercises");

  public PacksFile(Path file) {
    super(file, BegunPacks.NONE, Message.of("kept.packs"));
  }

  /** Beside what else is remembered of a user. */
  public static PacksFile beside(PreferencesFile preferences) {
    return new PacksFile(preferences.file().toAbsolutePath().resolveSibling("packs.json"));
  }

  @Override
  BegunPacks together(BegunPacks held, BegunPacks made) {
    return held.together(made);
  }

  // ---- reading

  @Override
  BegunPacks read(JsonInput in) {
    List<BegunPack> packs = new ArrayList<>();
    in.object(
        "file.thePacks",
        FIELDS,
        name -> {
          switch (name) {
            case "gradloomPacks" -> requireKnown(in.wholeNumber(1), VERSION);
            default -> packs.addAll(in.list("file.aListOfPacks", PacksFile::readPack));
          }
        });
    return BegunPacks.NONE.together(new BegunPacks(packs));
  }

  private static BegunPack readPack(JsonInput in) {
    var draft =
        new Object() {
          @Nullable Pack pack;
          @Nullable Convention convention;
          long order;
          @Nullable Instant begun;
          int behind;
          Standing standing = Standing.OPEN;
          List<Answered> exercises = List.of();
        };
    String path = in.path();
    in.object(
        "file.aBegunPack",
        OF_A_PACK,
        name -> {
          switch (name) {
            case "pack" -> draft.pack = PackReader.within(in);
            case "convention" -> draft.convention = ExerciseFields.convention(in);
            case "order" -> draft.order = in.seed();
            case "begun" -> draft.begun = instant(in);
            case "behind" -> draft.behind = in.wholeNumber(0);
            case "standing" ->
                draft.standing =
                    Values.word(in, List.of(Standing.values()), Standing::documentName);
            default -> draft.exercises = in.list("file.theAnswered", AnsweredFields::read);
          }
        });
    if (draft.pack == null
        || draft.convention == null
        || draft.begun == null
        || draft.behind > draft.exercises.size()) {
      throw new InvalidInput("file.partOfBegunPack", path);
    }
    return new BegunPack(
        draft.pack,
        draft.convention,
        draft.order,
        draft.begun,
        draft.exercises,
        draft.behind,
        draft.standing);
  }

  private static Instant instant(JsonInput in) {
    String text = in.text("file.aTime");
    try {
      return Instant.parse(text);
    } catch (DateTimeException _) {
      throw in.wrongType("file.aTime");
    }
  }

  // ---- writing

  @Override
  void write(BegunPacks packs, JsonWriter json) {
    json.startObject();
    json.whole("gradloomPacks", VERSION);
    json.startList("packs");
    packs.all().forEach(pack -> write(pack, json));
    json.endList();
    json.endObject();
  }

  private static void write(BegunPack begun, JsonWriter json) {
    json.startObject();
    json.name("pack");
    PackWriter.write(begun.pack(), json);
    json.text("convention", begun.convention().documentName());
    json.whole("order", begun.order());
    json.text("begun", begun.begun().toString());
    json.whole("behind", begun.behind());
    json.text("standing", begun.standing().documentName());
    json.startList("exercises");
    begun.answered().forEach(answered -> AnsweredFields.write(answered, json));
    json.endList();
    json.endObject();
  }
}
