package org.gradloom.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gradloom.lesson.Convention;
import org.gradloom.practice.BegunPack.Answered;
import org.gradloom.practice.Draw;
import org.gradloom.practice.Exercise.Kind;
import org.gradloom.practice.Fading;
import org.gradloom.practice.LeftExercise;
import org.gradloom.practice.Sizes;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * The file of the exercise that one learner is at, if there is one. There is one for all windows:
 * the one where something was done last is gone on with.
 */
public final class ExerciseFile extends LearnerFile<Optional<LeftExercise>> {
  private static final int VERSION = 1;
  private static final List<String> FIELDS =
      List.of(
          "gradloomExercise", "kind", "seed", "convention", "level", "sizes", "fading", "exercise");

  public ExerciseFile(Path file) {
    super(file, Optional.empty(), Message.of("kept.exercise"));
  }

  /** Beside what else is remembered of a user. */
  public static ExerciseFile beside(PreferencesFile preferences) {
    return new ExerciseFile(preferences.file().toAbsolutePath().resolveSibling("exercise.json"));
  }

  @Override
  Optional<LeftExercise> together(Optional<LeftExercise> held, Optional<LeftExercise> made) {
    return made;
  }

  @Override
  Optional<LeftExercise> read(JsonInput in) {
    var draft =
        new Object() {
          @Nullable Kind kind;
          long seed;
          Convention convention = Convention.XW;
          int level = 1;
          @Nullable Sizes sizes;
          Fading fading = Fading.ALL;
          @Nullable Answered answered;
        };
    in.object(
        "file.theLeftExercise",
        FIELDS,
        name -> {
          switch (name) {
            case "gradloomExercise" -> requireKnown(in.wholeNumber(1), VERSION);
            case "kind" -> draft.kind = ExerciseFields.kind(in);
            case "seed" -> draft.seed = in.seed();
            case "convention" -> draft.convention = ExerciseFields.convention(in);
            case "level" -> draft.level = (int) in.wholeNumber(1, Draw.HIGHEST);
            case "sizes" -> draft.sizes = ExerciseFields.sizes(in);
            case "fading" ->
                draft.fading = Values.word(in, List.of(Fading.values()), Fading::documentName);
            default -> draft.answered = AnsweredFields.read(in);
          }
        });
    if (draft.kind == null) {
      return Optional.empty();
    }
    if (draft.sizes == null || draft.answered == null) {
      throw new InvalidInput("file.partOfLeftExercise");
    }
    return Optional.of(
        new LeftExercise(
            new Draw(
                draft.kind,
                draft.seed,
                draft.convention,
                draft.level,
                draft.sizes,
                Optional.empty()),
            draft.fading,
            draft.answered));
  }

  @Override
  void write(Optional<LeftExercise> left, JsonWriter json) {
    json.startObject();
    json.whole("gradloomExercise", VERSION);
    left.ifPresent(exercise -> write(exercise, json));
    json.endObject();
  }

  private static void write(LeftExercise left, JsonWriter json) {
    Draw draw = left.draw();
    json.text("kind", draw.kind().documentName());
    json.whole("seed", draw.seed());
    json.text("convention", draw.convention().documentName());
    json.whole("level", draw.level());
    Sizes sizes = draw.sizes();
    json.wholes("sizes", List.of(sizes.samples(), sizes.features(), sizes.neurons()));
    json.text("fading", left.fading().documentName());
    json.name("exercise");
    AnsweredFields.write(left.answered(), json);
  }
}
