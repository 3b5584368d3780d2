package org.gradloom.ui.lecture;

import atlantafx.base.controls.Spacer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Wording;
import org.gradloom.text.Texts;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Lecture;
import org.gradloom.ui.store.Store;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What the presenter sees while the class looks at another screen: the beat with its notes, what
 * comes next, the time, and buttons for what his remote does.
 */
public final class PresenterScreen extends VBox {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final Store store;
  private final Texts texts;
  private final Clock clock;
  private final Label now = new Label();
  private final Label notes = new Label();
  private final Label next = new Label();
  private final Label time = new Label();
  private final Label elapsed = new Label();
  private final Timeline ticking;
  private Instant begun;

  /** A screen whose clock runs from now on, while it is shown. */
  public PresenterScreen(Store store, Texts texts, Clock clock) {
    this.store = store;
    this.texts = texts;
    this.clock = clock;
    this.begun = clock.instant();
    setId("presenter");
    getStyleClass().add("presenter");
    time.setId("presenter-time");
    time.getStyleClass().add("presenter-time");
    elapsed.setId("presenter-elapsed");
    elapsed.getStyleClass().add("muted");
    now.setId("presenter-now");
    now.getStyleClass().add("stage-title");
    notes.setId("presenter-notes");
    notes.getStyleClass().add("presenter-notes");
    next.setId("presenter-next");
    for (Label words : new Label[] {now, notes, next}) {
      words.setWrapText(true);
      words.setMinHeight(USE_PREF_SIZE);
    }
    HBox above = new HBox(time, elapsed);
    above.getStyleClass().add("presenter-clock");
    HBox ways =
        new HBox(
            button("back", Feather.ARROW_LEFT, new Action.GoBack()),
            button("onwards", Feather.ARROW_RIGHT, new Action.Reveal()),
            button("black", Feather.SQUARE, new Action.TurnBlank(Lecture.Blank.BLACK)),
            new Spacer(),
            button("leaveNow", Feather.X, new Action.EndLecture()));
    ways.getStyleClass().add("presenter-ways");
    getChildren()
        .addAll(
            above,
            heading("lecture.here"),
            now,
            heading("lecture.notes"),
            notes,
            heading("lecture.next"),
            next,
            ways);
    ticking = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), event -> tick()));
    ticking.setCycleCount(Timeline.INDEFINITE);
    sceneProperty()
        .subscribe(scene -> {
          if (scene == null) {
            ticking.stop();
          } else {
            ticking.play();
          }
        });
    store.select(AppState::explore, this::show);
  }

  private Label heading(String key) {
    Label heading = new Label(texts.get(key).toUpperCase(Locale.ROOT));
    heading.getStyleClass().add("panel-title");
    return heading;
  }

  private Button button(String id, Feather icon, Action action) {
    Button button = new Button(texts.get("lecture." + id), new FontIcon(icon));
    button.setId("presenter-" + id);
    button.setFocusTraversable(false);
    button.setOnAction(event -> store.dispatch(action));
    return button;
  }

  /** The lecture begins. */
  public void begin() {
    begun = clock.instant();
    tick();
  }

  private void tick() {
    time.setText(TIME.format(LocalTime.now(clock)));
    Duration since = Duration.between(begun, clock.instant());
    elapsed.setText(
        texts.get(
            "lecture.elapsed", "%d:%02d".formatted(since.toMinutes(), since.toSecondsPart())));
  }

  private void show(Explore state) {
    Optional<Beat> beat = state.beat();
    int index = state.path().map(path -> path.index()).orElse(-1);
    now.setText(beat.map(at -> words(at.title())).orElseGet(() -> state.lesson().title()));
    String said = beat.map(at -> words(at.notes())).orElse("");
    notes.setText(said.isEmpty() ? texts.get("lecture.noNotes") : said);
    boolean more = index >= 0 && index + 1 < state.lesson().beats().size();
    next.setText(
        more
            ? words(state.lesson().beats().get(index + 1).title())
            : index >= 0 ? texts.get("lecture.nextEnd") : "");
  }

  private String words(@Nullable Wording wording) {
    return wording == null ? "" : wording.in(texts.language());
  }
}
