package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.gradloom.KnownLessons;
import org.gradloom.derivation.Derivation;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Screen;
import org.gradloom.text.Texts;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every document has a title, whatever it holds. */
class TitlesTest {
  private final Texts texts = Texts.english();

  private static AppState showing(Lesson lesson) {
    return AppState.opened(Derivation.of(lesson), new Origin.Unsaved(), View.usual());
  }

  private String title(Lesson lesson) {
    return Titles.of(showing(lesson), Screen.EXPLORE, texts);
  }

  private static Lesson fromTable(String path) {
    return OddDocuments.frozen(OddDocuments.source(new DataSource.Table(path)));
  }

  private static Lesson fromSet(String set) {
    return OddDocuments.frozen(OddDocuments.source(new DataSource.Named(set)));
  }

  static Stream<Lesson> documents() {
    return OddDocuments.all().stream();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyTitleIsOneShortLineOfCharacters(Lesson lesson) {
    assertThat(title(lesson))
        .isNotBlank()
        .doesNotContainPattern("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]")
        .hasSizeLessThan(450);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyDocumentHasAFileNameToSuggest(Lesson lesson) {
    assertThat(DocumentSaver.suggestion(new Origin.Unsaved(), title(lesson)))
        .matches("[\\p{L}\\p{N}-]{1,60}\\.gradloom\\.json");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyDocumentCanBeWorkedOn(Lesson lesson) {
    Store store = new Store(showing(lesson));
    for (Action action :
        new Action[] {
          new Action.Last(), new Action.Reset(), new Action.Undo(), new Action.Redo()
        }) {
      assertThat(store.dispatch(action)).isEmpty();
      assertThat(Titles.of(store.state(), store.state().screen(), texts)).isNotBlank();
    }
    assertThat(store.state().isFrozenStep()).isFalse();
  }

  @Test
  void aStepIsCalledAfterItsData() {
    assertThat(title(fromSet("moons"))).isEqualTo("Moons, step 4");
    assertThat(title(fromSet("no such set"))).isEqualTo("no such set, step 4");
    assertThat(title(fromSet(""))).isEqualTo("Own rows, step 4");
    assertThat(title(fromTable("/data/flowers.csv"))).isEqualTo("flowers.csv, step 4");
    assertThat(title(fromTable("/"))).isEqualTo("/, step 4");
    assertThat(title(fromTable("a\u0000b"))).isEqualTo("a\uFFFDb, step 4");
  }

  @Test
  void aSetupOnUnknownDataIsTitledToo() {
    Lesson lesson =
        OddDocuments.training(
            OddDocuments.source(new DataSource.Named("no such set")), OptionalInt.empty());
    Store store = new Store(showing(KnownLessons.twoLayers()));
    store.dispatch(
        new Action.OpenSetup(new TrainingSetup(lesson, Optional.empty()), new Origin.Unsaved()));
    assertThat(Titles.of(store.state(), Screen.TRAIN, texts)).startsWith("no such set · 2–");
  }
}
