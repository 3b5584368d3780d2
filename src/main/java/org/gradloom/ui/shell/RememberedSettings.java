package org.gradloom.ui.shell;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradloom.derivation.CodeListing;
import org.gradloom.files.Preferences;
import org.gradloom.files.PreferencesFile;
import org.gradloom.lesson.Screen;
import org.gradloom.text.Message;
import org.gradloom.ui.store.Backend;
import org.gradloom.ui.store.Layout;
import org.gradloom.ui.store.Look;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Sides;
import org.gradloom.ui.store.View;
import org.gradloom.ui.theme.Appearance;
import org.gradloom.ui.theme.Theme;

/**
 * What is remembered from one start to the next: preferences in the words of the window, written in
 * the background whenever one of them changes.
 */
final class RememberedSettings {
  /** Among the folded panels: both sides. */
  private static final String SIDES = "sides";

  private final PreferencesFile file;
  private final Executor away;
  private final Consumer<Message> notKept;
  private Preferences preferences;

  /**
   * What a file remembers.
   *
   * @param away writes it
   * @param notKept told, by {@code away}, why it could not be written
   */
  RememberedSettings(PreferencesFile file, Executor away, Consumer<Message> notKept) {
    this.file = file;
    this.away = away;
    this.notKept = notKept;
    this.preferences = file.load();
  }

  Preferences preferences() {
    return preferences;
  }

  /** The look that was left, before the system says what it asks for. */
  Look look() {
    Theme theme = Theme.of(preferences.theme()).orElseGet(Theme::usual);
    return new Look(
        new Appearance(theme, (int) Math.round(preferences.scale() * 100)),
        preferences.lessMotion(),
        false);
  }

  View view() {
    return new View(
        preferences.layout().equals("inline") ? Layout.INLINE : Layout.FALK,
        preferences
            .codeLanguage()
            .flatMap(name ->
                List.of(CodeListing.Language.values()).stream()
                    .filter(language -> language.name().equals(name))
                    .findFirst())
            .orElse(CodeListing.Language.NUMPY),
        preferences.foldedPanels().stream()
            .filter(panel -> !panel.equals(SIDES))
            .collect(Collectors.toUnmodifiableSet()),
        preferences.foldedPanels().contains(SIDES) ? Sides.HIDDEN : Sides.USUAL);
  }

  void keep(Look look) {
    keep(
        preferences
            .withTheme(look.appearance().theme().id())
            .withScale(look.appearance().percent() / 100.0)
            .withLessMotion(look.lessMotion()));
  }

  void keep(View view) {
    keep(
        preferences
            .withLayout(view.layout() == Layout.INLINE ? "inline" : "falk")
            .withCodeLanguage(view.language().name())
            .withFoldedPanels(
                Stream.concat(
                        view.folded().stream(),
                        view.sides() == Sides.HIDDEN ? Stream.of(SIDES) : Stream.empty())
                    .sorted()
                    .toList()));
  }

  /** What multiplies in training, where anything was chosen. */
  Backend backend() {
    return Backend.wanted(preferences.trainsOnBlas());
  }

  void keep(Backend backend) {
    keep(preferences.withTrainsOnBlas(backend.wantsBlas()));
  }

  /** Where the user is now, to come back to. */
  void keep(Screen screen) {
    keep(preferences.withScreen(screen.name().toLowerCase(Locale.ROOT)));
  }

  /** What is trained now; a file is remembered as the document that it is. */
  void keepTraining(Origin origin) {
    keep(
        preferences.withTraining(
            switch (origin) {
              case Origin.BuiltIn(var id) -> Optional.of(id);
              case Origin.InFile _, Origin.Unsaved _, Origin.FrozenStep _, Origin.OfExercise _ ->
                  Optional.empty();
            }));
  }

  /** What is open now, to be opened again. */
  void keep(Origin origin) {
    keep(
        switch (origin) {
          case Origin.BuiltIn(var id) -> preferences.withLesson(id);
          case Origin.InFile(var path) ->
              preferences.withFile(path.toAbsolutePath().toString(), Instant.now());
          case Origin.Unsaved _, Origin.FrozenStep _, Origin.OfExercise _ -> preferences;
        });
  }

  /** Files that wait to be opened. */
  void keepWaiting(List<Path> files) {
    keep(
        preferences.withWaiting(
            files.stream().map(file -> file.toAbsolutePath().toString()).toList()));
  }

  private void keep(Preferences next) {
    if (!next.equals(preferences)) {
      preferences = next;
      away.execute(() -> file.save(next).ifPresent(notKept));
    }
  }

  /** Written at once, for nothing may come after it. */
  void keepLast(Preferences.Window window) {
    preferences = preferences.withWindow(window);
    // That they could not be kept is no reason to stay open, and nobody is left to be told.
    file.save(preferences);
  }
}
