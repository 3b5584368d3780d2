package org.gradloom.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gradloom.lesson.Convention;
import org.gradloom.practice.BegunPack.Answered;
import org.gradloom.practice.Draw;
import org.gradloom.practice.Exercise.Kind;
import org.gradloom.practice.Fading;
import org.gradloom.practice.LeftExercise;
import org.gradloom.practice.PackResults.Try;
import org.gradloom.practice.Sizes;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExerciseFileTest {
  private static final LeftExercise LEFT =
      new LeftExercise(
          new Draw(Kind.DX_ROW, 7, Convention.WX, 3, new Sizes(4, 3, 2), Optional.empty()),
          Fading.LAST_TWO,
          new Answered(
              List.of(new Try("[1, 2, 3]", Optional.empty())), 1, false, 0, List.of("1", "", "−")));

  @TempDir private Path folder;

  private ExerciseFile file() {
    return new ExerciseFile(folder.resolve("exercise.json"));
  }

  @Test
  void theLastOneIsKeptUntilThereIsNone() {
    assertThat(file().load().held()).isEmpty();
    assertThat(file().add(Optional.of(LEFT))).isEmpty();
    assertThat(file().load().held()).contains(LEFT);
    assertThat(file().add(Optional.empty())).isEmpty();
    assertThat(file().load().held()).isEmpty();
    assertThat(file().load().fault()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsSaidAndKeptAside() throws IOException {
    file().add(Optional.of(LEFT));
    String whole = Files.readString(folder.resolve("exercise.json"));
    for (int length = 0; length < whole.length() - 1; length += 5) {
      refused(whole.substring(0, length));
    }
    refused(whole.replace("\"gradloomExercise\": 1", "\"gradloomExercise\": 2"));
    refused(whole.replace("last-two", "some"));
    refused(whole.replaceFirst("\"sizes\": \\[[^]]*],", ""));
  }

  private void refused(String text) throws IOException {
    Path path = folder.resolve("exercise.json");
    Files.writeString(path, text);
    LearnerFile.Kept<Optional<LeftExercise>> kept = file().load();
    assertThat(kept.held()).as(text).isEmpty();
    assertThat(Texts.english().say(kept.fault().orElseThrow()))
        .startsWith("The exercise that you were at begins anew; what was kept is now in ");
    Path aside = folder.resolve("exercise.unread-1.json");
    assertThat(aside).content().isEqualTo(text);
    Files.delete(aside);
  }
}
