package org.gradloom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.function.Function;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Origin;
import org.junit.jupiter.api.Test;

/** A start ends with a window, or with one sentence. */
class FirstWindowTest {
  private static final StartupDocument WANTED = StartupDocument.builtIn("shapes-can-lie");

  private static Message said(Throwable failure) {
    return Message.of("error.logged", failure.getClass().getSimpleName());
  }

  private static StartupDocument open(
      boolean named, Function<StartupDocument, StartupDocument> make) {
    return FirstWindow.open(WANTED, named, make, FirstWindowTest::said);
  }

  private static StartupDocument allButTheLecture(StartupDocument document) {
    if (document.origin().equals(WANTED.origin())) {
      throw new StackOverflowError();
    }
    return document;
  }

  private static StartupDocument none(StartupDocument document) {
    throw new IllegalStateException(document.toString());
  }

  @Test
  void whatIsWantedIsShown() {
    assertThat(open(false, document -> document)).isSameAs(WANTED);
    assertThat(open(true, document -> document)).isSameAs(WANTED);
  }

  @Test
  void whatCannotBeShownIsSaidAboveTheFirstLesson() {
    StartupDocument shown = open(false, FirstWindowTest::allButTheLecture);
    assertThat(shown.origin()).isEqualTo(new Origin.BuiltIn(BuiltInLessons.FIRST));
    assertThat(shown.notice())
        .isEqualTo(Optional.of(new Notice(Message.of("error.logged", "StackOverflowError"), true)));
  }

  @Test
  void insteadOfANamedDocumentNothingIsShown() {
    assertThatThrownBy(() -> open(true, FirstWindowTest::allButTheLecture))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused ->
                assertThat(refused.said())
                    .isEqualTo(Message.of("error.logged", "StackOverflowError")));
  }

  @Test
  void whereNothingCanBeShownTheStartEnds() {
    assertThatThrownBy(() -> open(false, FirstWindowTest::none))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused ->
                assertThat(refused.said())
                    .isEqualTo(Message.of("error.logged", "IllegalStateException")));
  }
}
