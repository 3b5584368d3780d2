package org.gradloom.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import org.gradloom.blas.MachineBlas;
import org.gradloom.derivation.Granularity;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.PackReader;
import org.gradloom.files.Preferences;
import org.gradloom.files.PreferencesFile;
import org.gradloom.files.Progress;
import org.gradloom.files.ProgressFile;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Screen;
import org.gradloom.marking.Marker;
import org.gradloom.matrix.Cell;
import org.gradloom.paste.MatrixReader;
import org.gradloom.practice.AnswerDraft;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Exercise.Kind;
import org.gradloom.practice.Exercises;
import org.gradloom.practice.Mastery;
import org.gradloom.practice.Pack;
import org.gradloom.practice.Plan;
import org.gradloom.practice.Result;
import org.gradloom.speed.Bench;
import org.gradloom.speed.FakeBench;
import org.gradloom.speed.Machine;
import org.gradloom.speed.Measurer;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.MemoryClipboard;
import org.gradloom.ui.practice.EnteredDrafts;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Pasted;
import org.gradloom.ui.store.Sides;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.theme.Fonts;

/**
 * Takes pictures of the window without a display. Arguments: the folder, then for each picture
 * {@code name lesson place theme width height}, where {@code lesson} is a built-in one or a file,
 * {@code place} may be a beat with what is predicted or done there, as in {@code beat3:-1.5:away}
 * ({@code away}, {@code shown}, {@code measured}, {@code up} and {@code folded}, and {@code write}
 * for its form), or a place and a view, as in {@code layer1/dW/3,2~cards}, before either of which
 * {@code lecture-} begins a lecture, {@code presenter-} one on two screens and {@code vote-} a
 * vote, which {@code =} behind reveals, and {@code theme} may say how large everything is, as in
 * {@code light@150}.
 */
public final class Pictures {
  /** So that whatever depends on the day is the same each time. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);

  private Pictures() {}

  public static void main(String[] args) throws Exception {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    Platform.setImplicitExit(false);
    Platform.startup(Fonts::load);
    try {
      takeAll(args);
    } finally {
      Platform.exit();
    }
  }

  private static void takeAll(String[] args) throws Exception {
    for (int i = 1; i + 5 < args.length; i += 6) {
      String lesson = args[i + 1];
      String place = args[i + 2];
      String theme = args[i + 3];
      int width = Integer.parseInt(args[i + 4]);
      int height = Integer.parseInt(args[i + 5]);
      Path file = Path.of(args[0], args[i] + ".png");
      Stage stage = onFxThread(() -> open(lesson, place, theme, width, height));
      // What the layout has put off comes between.
      onFxThread(() -> save(stage, file));
    }
  }

  private static <T> T onFxThread(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get();
  }

  private static Stage open(String lesson, String place, String theme, int width, int height)
      throws IOException {
    Path folder = Files.createTempDirectory("gradloom");
    PreferencesFile preferences = new PreferencesFile(folder.resolve("preferences.json"));
    preferences.save(
        Preferences.defaults()
            .withTheme(theme.replaceFirst("@.*", ""))
            .withScale(
                theme.contains("@") ? Integer.parseInt(theme.replaceFirst(".*@", "")) / 100.0 : 1)
            .withLayout(place.endsWith("!") ? "inline" : "falk"));
    if (lesson.equals("start")) {
      reach(ProgressFile.beside(preferences), place);
    }
    StartupDocument opening =
        lesson.equals("start")
            ? StartupDocument.builtIn("h").on(Screen.START)
            : lesson.equals("practice") || isPack(lesson)
                ? StartupDocument.builtIn("h").on(Screen.PRACTICE)
                : lesson.equals("speed")
                    ? StartupDocument.builtIn("h").on(Screen.SPEED)
                    : lesson.endsWith(".json")
                        ? StartupDocument.of(
                            org.gradloom.files.LessonReader.read(Path.of(lesson)),
                            Optional.of(Path.of(lesson)))
                        : StartupDocument.builtIn(lesson);
    MachineBlas blas = MachineBlas.ofSystem();
    FakeScreens screens = new FakeScreens();
    if (place.startsWith("presenter-")) {
      screens.plugIn(new Rectangle2D(0, 0, width, height));
    }
    Stage stage = new Stage();
    GradloomWindow window =
        new GradloomWindow(
            stage,
            new Surroundings(
                Texts.english(),
                preferences,
                new TexRenderer(),
                new MemoryClipboard(),
                Optional.empty(),
                Runnable::run,
                _ -> {},
                Runnable::run,
                place.equals("here")
                    ? new Bench(Machine.here(), blas, Measurer.ofThisMachine(blas), Runnable::run)
                    : FakeBench.on(Runnable::run),
                Duration.INDEFINITE,
                new SimpleBooleanProperty(true),
                screens,
                CLOCK),
            opening);
    stage.setWidth(width);
    stage.setHeight(height);
    stage.show();
    if (lesson.equals("practice")) {
      practise(window.store(), List.of(place.split(":")));
    } else if (lesson.equals("speed")) {
      if (!place.equals("-")) {
        ((Button) stage.getScene().lookup("#speed-measure")).fire();
      }
    } else if (isPack(lesson)) {
      Pack pack = PackReader.read(Path.of(lesson));
      Plan.OfPack plan =
          Plan.OfPack.of(pack, new Exercises(Texts.english()), Convention.XW, 0, CLOCK.instant());
      window.store().dispatch(new Action.Practise(plan, CLOCK.instant()));
      draw(window.store());
      work(window.store(), List.of(place.split(":")));
    } else if (!lesson.equals("start")) {
      go(stage, window.store(), place.replace("!", "").replace("presenter-", "lecture-"));
    }
    layOut(stage.getScene().getRoot());
    return stage;
  }

  /** So many lessons are done, and the next one is at a beat: {@code 4:3}. */
  private static void reach(ProgressFile file, String place) {
    int done = Integer.parseInt(place.replaceFirst(":.*", ""));
    int beat = Integer.parseInt(place.replaceFirst(".*:", ""));
    List<String> lessons = List.copyOf(BuiltInLessons.lessons().keySet());
    Progress progress = Progress.NONE;
    for (String id : lessons.subList(0, done)) {
      int beats = BuiltInLessons.read(id).beats().size();
      progress = progress.at(id, beats, beats);
    }
    if (done < lessons.size()) {
      String next = lessons.get(done);
      progress = progress.at(next, beat, BuiltInLessons.read(next).beats().size());
    }
    file.add(progress);
  }

  /**
   * A kind, behind which a convention may stand as in {@code dw-cell@WX}, and a level that the
   * learner has climbed to as in {@code dw-cell@WX@4}, then what is done: {@code =} gives the right
   * answer, {@code alone}, {@code hint}, {@code tell}, {@code leave} and {@code next} do that, and
   * anything else is typed into each cell.
   */
  private static void practise(Store store, List<String> steps) {
    List<String> asked = List.of(steps.getFirst().split("@"));
    Kind kind = Kind.of(asked.getFirst()).orElseThrow();
    Stream.of(Convention.values())
        .filter(convention -> asked.contains(convention.documentName()))
        .forEach(
            convention -> store.dispatch(new Action.WriteExercisesAs(convention, CLOCK.instant())));
    if (asked.size() > 2) {
      climb(store, kind, Integer.parseInt(asked.getLast()));
    }
    store.dispatch(new Action.Practise(new Plan.OfKind(kind), CLOCK.instant()));
    draw(store);
    work(store, steps.subList(1, steps.size()));
  }

  private static void climb(Store store, Kind kind, int level) {
    Mastery mastery = Mastery.NONE;
    while (mastery.level(kind) < level) {
      Instant when = CLOCK.instant().plusSeconds(mastery.results().size());
      mastery =
          mastery.with(
              new Result(
                  kind,
                  mastery.results().size(),
                  mastery.level(kind),
                  when,
                  Result.Outcome.FIRST,
                  List.of()));
    }
    store.dispatch(new Action.TakeMastery(mastery));
  }

  private static boolean isPack(String lesson) {
    return lesson.endsWith(".json") && PackReader.isOne(Path.of(lesson));
  }

  private static void work(Store store, List<String> steps) {
    for (String step : steps) {
      switch (step) {
        case "leave" -> {
          store.dispatch(new Action.Practise(new Plan.OfKind(Kind.DB), CLOCK.instant()));
          draw(store);
        }
        case "alone" -> store.dispatch(new Action.SolveAlone());
        case "hint" -> store.dispatch(new Action.OpenHint());
        case "tell" -> store.dispatch(new Action.TellAnswer(CLOCK.instant()));
        case "next" -> {
          store.dispatch(new Action.NextExercise(CLOCK.instant()));
          draw(store);
        }
        default -> {
          AnswerDraft draft = store.state().practice().work().orElseThrow().draft();
          AnswerDraft typed = entered(store, draft, step);
          Exercise exercise = store.state().practice().session().orElseThrow().exercise();
          store.dispatch(new Action.EnterAnswer(typed));
          store.dispatch(
              new Action.CheckAnswer(EnteredDrafts.words(exercise, typed), CLOCK.instant()));
        }
      }
    }
  }

  private static void draw(Store store) {
    store
        .state()
        .practice()
        .wanted()
        .ifPresent(wanted ->
            store.dispatch(
                new Action.TakeExercise(
                    wanted, new Exercises(Texts.english()).draw(wanted), CLOCK.instant())));
  }

  private static AnswerDraft entered(Store store, AnswerDraft draft, String step) {
    Exercise exercise = store.state().practice().session().orElseThrow().exercise();
    Marker marker = exercise.marker();
    if (step.equals("=")) {
      return EnteredDrafts.of(exercise, marker.turned(marker.right()));
    }
    return switch (draft) {
      case AnswerDraft.InCells cells ->
          new AnswerDraft.InCells(
              cells.kind(), cells.shape(), Collections.nCopies(cells.texts().size(), step));
      case AnswerDraft.Sides _ -> new AnswerDraft.Sides("2", "7");
      case AnswerDraft.Code _ -> new AnswerDraft.Code(step);
      case AnswerDraft.Ticked _ -> new AnswerDraft.Ticked(Set.of(0, 1));
      case AnswerDraft.Ordered ordered -> ordered;
      case AnswerDraft.TwoLines _ -> new AnswerDraft.TwoLines(OptionalInt.of(0), OptionalInt.of(0));
      case AnswerDraft.CellSet(var matrix, _) ->
          new AnswerDraft.CellSet(matrix, Set.of(new Cell(0, 0)));
      case AnswerDraft.Correction(var matrix, _, _, _) ->
          new AnswerDraft.Correction(matrix, Optional.of(new Cell(0, 0)), OptionalInt.of(0), step);
    };
  }

  private static void go(Stage stage, Store store, String place) {
    if (place.startsWith("lecture-")) {
      go(stage, store, place.replaceFirst("lecture-", ""));
      store.dispatch(new Action.BeginLecture());
      return;
    }
    if (place.startsWith("paste-")) {
      String text = place.replaceFirst("paste-", "").replace('|', '\n');
      Operand x = new Operand(0, MatrixSymbol.X);
      Lesson lesson = store.state().explore().lesson();
      store.dispatch(
          new Action.Paste(
              Pasted.of(
                  lesson,
                  x,
                  lesson.shape(x),
                  text,
                  MatrixReader.readings(text),
                  matrix -> new Edit.Replace(x, matrix))));
      return;
    }
    if (place.startsWith("vote-")) {
      go(stage, store, place.replaceFirst("vote-", "lecture-").replace("=", ""));
      store.dispatch(new Action.OpenVote());
      List<Integer> hands = List.of(18, 31, 4, 9);
      for (int i = 0; i < hands.size(); i++) {
        store.dispatch(new Action.CountVotes(i, hands.get(i)));
      }
      if (place.endsWith("=")) {
        store.dispatch(new Action.Reveal());
      }
      return;
    }
    if (!place.startsWith("beat")) {
      List<String> seen = List.of(place.split("~"));
      store.dispatch(new Action.Go(Place.parse(seen.getFirst())));
      seen.stream()
          .skip(1)
          .map(view -> Perspective.valueOf(view.toUpperCase(Locale.ROOT)))
          .forEach(view -> store.dispatch(new Action.See(view)));
      return;
    }
    List<String> answers = List.of(place.substring("beat".length()).split(":"));
    store.dispatch(new Action.ToBeat(Integer.parseInt(answers.getFirst()) - 1));
    for (String answer : answers.subList(1, answers.size())) {
      switch (answer) {
        case "away" -> store.dispatch(new Action.Back(Granularity.TERM));
        case "shown" -> store.dispatch(new Action.ShowAnswer());
        case "up" -> store.dispatch(new Action.Nudge(1));
        case "folded" -> store.dispatch(new Action.ShowSides(Sides.HIDDEN));
        case "write" -> {
          ((MenuButton) stage.getScene().lookup("#menu-file"))
              .getItems().stream()
                  .filter(item -> "file-write".equals(item.getId()))
                  .forEach(MenuItem::fire);
          ((Button) stage.getScene().lookup("#beats-edit")).fire();
        }
        case "measured" -> ((Button) stage.getScene().lookup("#timed-measure")).fire();
        default -> store.dispatch(new Action.Predict(answer, Optional.empty()));
      }
    }
  }

  private static void layOut(Parent root) {
    for (int pass = 0; pass < 3; pass++) {
      root.applyCss();
      root.layout();
    }
  }

  private static Path save(Stage stage, Path file) throws IOException {
    layOut(stage.getScene().getRoot());
    Files.createDirectories(file.toAbsolutePath().getParent());
    ImageIO.write(
        SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null), "png", file.toFile());
    stage.close();
    return file;
  }
}
