package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gradloom.files.LessonReader;
import org.gradloom.files.LessonWriter;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Screen;
import org.gradloom.text.Texts;
import org.gradloom.training.PreparedData;
import org.gradloom.training.Preset;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A setup on a table opens with it, wherever both were taken, and without it too. */
class TableAwayTest {
  private static final Texts TEXTS = Texts.english();
  private static final String DOCUMENT = "heights.gradloom.json";
  private static final String TABLE = "heights.csv";

  @TempDir private Path home;

  /** Ten rows, two of which are kept for testing. */
  private Path written() throws IOException {
    Path course = Files.createDirectory(home.resolve("course"));
    StringBuilder rows = new StringBuilder("height,weight,class\n");
    for (int i = 0; i < 10; i++) {
      rows.append(150 + 3 * i).append(',').append(50 + i * i).append(i < 5 ? ",low\n" : ",high\n");
    }
    Path table = Files.writeString(course.resolve(TABLE), rows.toString());
    TrainingSetup setup =
        Preset.onTable(PreparedData.of(Preset.table(new DataSource.Table(table.toString()))));
    LessonWriter.save(setup.lesson(), course.resolve(DOCUMENT));
    return course;
  }

  private static Store opened(Path document) {
    Lesson lesson = LessonReader.read(document);
    StartupDocument start = StartupDocument.of(lesson, Optional.of(document));
    Store store = new Store(AppState.opened(start.derivation(), start.origin(), View.usual()));
    start.training().ifPresent(store::dispatch);
    assertThat(store.state().screen()).isEqualTo(Screen.TRAIN);
    return store;
  }

  private static TrainingSetup setup(Store store) {
    return store.state().training().orElseThrow().setup();
  }

  private static String said(Store store) {
    return store.state().notice().map(Notice::said).map(TEXTS::say).orElse("");
  }

  @Test
  void theTableComesAlong() throws IOException {
    Path desk = Files.move(written(), home.resolve("desk"));
    Store store = opened(desk.resolve(DOCUMENT));
    assertThat(said(store)).isEmpty();
    assertThat(setup(store).lesson().samples()).isEqualTo(8);
    assertThat(setup(store).test().orElseThrow().size()).isEqualTo(2);
    assertThat(setup(store).classNames()).containsExactly("high", "low");
  }

  @Test
  void withoutItsTableASetupHasTheRowsThatItHolds() throws IOException {
    Path course = written();
    Files.delete(course.resolve(TABLE));
    Store store = opened(course.resolve(DOCUMENT));
    assertThat(said(store))
        .isEqualTo(
            "The table heights.csv is not there, so the rows in this document are used, none of"
                + " them for testing. Put it beside the document, and open that again.");
    assertThat(setup(store).lesson().samples()).isEqualTo(8);
    assertThat(setup(store).test()).isEmpty();
    assertThat(setup(store).classNames()).containsExactly("1", "2");
    assertThat(store.state().training().orElseThrow().document().isChanged()).isFalse();
  }
}
