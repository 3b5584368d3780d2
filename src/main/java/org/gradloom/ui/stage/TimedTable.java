package org.gradloom.ui.stage;

import atlantafx.base.controls.Spacer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.application.Platform;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.ViewPart;
import org.gradloom.matrix.Numbers;
import org.gradloom.speed.Implementation;
import org.gradloom.speed.Measurer;
import org.gradloom.speed.SpeedPlan;
import org.gradloom.speed.SpeedWords;
import org.gradloom.speed.Workload;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.keys.KeyNames;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.store.Explore;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The timed comparison in the stage's place: first how much each way multiplies and whether the
 * numbers agree, then how long each took. What was measured stays for the whole lesson.
 */
public final class TimedTable extends VBox {
  /** Where a beat names none: one that is all overhead, one for the caches, one beyond them. */
  private static final List<Integer> USUAL_SIZES = List.of(16, 128, 512);

  /** The width that a card needs for three sizes, in em. */
  private static final double LEAST_CARD = 44;

  /** A lesson is about Z alone. */
  private static final Workload WORK = Workload.forward();

  private final Texts texts;
  private final SpeedRun run;
  private final Button measure = new Button();
  private final ProgressBar progress = new ProgressBar();
  private final Label words = new Label();
  private final GridPane agreement = new GridPane();
  private final GridPane times = new GridPane();
  private final VBox timesPlace = new VBox();
  private final FlowPane cards = new FlowPane();
  private Optional<Shown> shown = Optional.empty();

  /** What of the state it shows. */
  private record Shown(Beat beat, boolean asking, boolean hidden) {
    List<Integer> sizes() {
      return beat.sizes().isEmpty() ? USUAL_SIZES : beat.sizes().stream().distinct().toList();
    }
  }

  /** The lesson whose measurement is kept, by its beats. */
  private List<Beat> measured = List.of();

  /** A table that measures nothing yet. */
  public TimedTable(Texts texts, SpeedRun run) {
    this.texts = texts;
    this.run = run;
    setId("timed");
    getStyleClass().add("timed");
    setMinHeight(USE_PREF_SIZE);
    measure.setId("timed-measure");
    measure.setMinWidth(USE_PREF_SIZE);
    measure.setOnAction(event -> press());
    measure.setTooltip(
        new Tooltip(
            texts.get("speed.measure.tip", KeyNames.here(texts).of(Shortcut.OfTimed.MEASURE))));
    measure.addEventHandler(KeyEvent.KEY_PRESSED, this::pressByKey);
    progress.setId("timed-progress");
    words.setId("timed-words");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox controls = new HBox(measure, progress, words);
    controls.getStyleClass().add("timed-controls");
    cards
        .getChildren()
        .setAll(
            card("speed.numbers", texts.get("speed.numbers.note"), agreement),
            card("speed.times", texts.get("speed.times.note", SpeedPlan.USUAL_RUNS), timesPlace));
    cards.getStyleClass().add("timed-cards");
    cards.setMinWidth(0);
    cards.widthProperty().subscribe(width -> fit(width.doubleValue()));
    getChildren().addAll(controls, cards);
    run.setOnChange(this::refresh);
  }

  /** Side by side where both have room, else one below the other. */
  private void fit(double width) {
    double half = Math.floor((width - cards.getHgap()) / 2);
    boolean both = half >= LEAST_CARD * measure.getFont().getSize();
    cards.getChildren().forEach(card -> ((Region) card).setPrefWidth(both ? half : width));
  }

  private VBox card(String title, String note, Node content) {
    Label name = new Label(texts.get(title).toUpperCase(Locale.ROOT));
    name.getStyleClass().add("panel-title");
    name.setMinWidth(USE_PREF_SIZE);
    Label aside = new Label(note);
    aside.getStyleClass().add("muted");
    aside.setWrapText(true);
    aside.setMinHeight(USE_PREF_SIZE);
    HBox head = new HBox(name, new Spacer(), aside);
    head.getStyleClass().add("timed-head");
    VBox card = new VBox(head, content);
    card.getStyleClass().addAll("card", "timed-card");
    return card;
  }

  /** Forgets what was measured once its lesson is left, whatever is on the stage. */
  public void follow(Explore state) {
    List<Beat> lesson = state.path().isPresent() ? state.lesson().beats() : List.of();
    if (!lesson.equals(measured)) {
      measured = lesson;
      shown = Optional.empty();
      run.forget();
    }
  }

  /** Shows a beat's sizes; with another beat, or an answer, the next thing to do is to measure. */
  public void show(Explore state, Beat beat) {
    boolean hidden = state.derivation().cover().items().stream().anyMatch(TimedTable::givesAway);
    Shown next = new Shown(beat, state.isAsking(), hidden);
    if (shown.filter(next::equals).isPresent()) {
      return;
    }
    shown = Optional.of(next);
    refresh();
    if (!next.asking()) {
      Platform.runLater(measure::requestFocus);
    }
  }

  /** Whoever sees the times can divide them, and a ratio tells how far apart they are. */
  private static boolean givesAway(Coverable item) {
    return item == ViewPart.TIMES || item == ViewPart.RATIO;
  }

  private void press() {
    if (run.isRunning()) {
      run.cancel();
    } else {
      shown.ifPresent(now -> run.measure(SpeedPlan.of(WORK, now.sizes()).missing(run.found())));
    }
  }

  private void pressByKey(KeyEvent key) {
    if (Shortcut.OfTimed.MEASURE.matches(key)) {
      measure.fire();
      key.consume();
    }
  }

  // ---- what is shown

  private void refresh() {
    shown.ifPresent(now -> {
      List<Integer> sizes = now.sizes();
      showControls(now);
      showAgreement(sizes);
      showTimes(now);
    });
  }

  private void showControls(Shown now) {
    boolean running = run.isRunning();
    boolean complete = now.sizes().stream().allMatch(run.found()::isComplete);
    measure.setText(
        texts.get(running ? "speed.cancel" : complete ? "speed.again" : "speed.measure"));
    measure.setGraphic(new FontIcon(running ? Feather.SQUARE : Feather.PLAY));
    NodeVisibility.set(progress, running);
    progress.setProgress(run.running().map(Measurer.Measuring::part).orElse(0.0));
    words.setText(
        run.failed()
            .map(texts::say)
            .or(() -> run.running().map(SpeedWords::step).map(texts::say))
            .or(() -> sentences(now))
            .orElseGet(() -> texts.get("speed.how", WORK.samples())));
  }

  private void showAgreement(List<Integer> sizes) {
    start(agreement, sizes, 2);
    agreement.add(muted(texts.get("speed.products")), 0, 0);
    int column = 1 + sizes.size();
    agreement.add(muted(texts.get("speed.difference")), column, 0);
    int row = 1;
    for (Implementation way : Implementation.values()) {
      agreement.add(name(way), 0, row);
      for (int k = 0; k < sizes.size(); k++) {
        int n = sizes.get(k);
        agreement.add(
            number("products", way, n, Numbers.grouped(WORK.multiplications(n))), 1 + k, row);
      }
      Label difference = new Label(difference(way));
      difference.getStyleClass().add("mono");
      agreement.add(difference, column, row);
      agreement.add(verdict(way), column + 1, row);
      row++;
    }
  }

  private String difference(Implementation way) {
    OptionalDouble largest = run.found().difference(way);
    return way == Implementation.LOOPS
        ? ""
        : largest.isPresent() ? Numbers.rounded(largest.getAsDouble(), 2) : "–";
  }

  private Label verdict(Implementation way) {
    Label verdict = new Label();
    verdict.setId("timed-agrees-" + id(way));
    verdict.setMinWidth(USE_PREF_SIZE);
    boolean missing = run.found().isMissing(way);
    if (way == Implementation.LOOPS || missing) {
      verdict.setText(texts.get(missing ? "speed.blas.none" : "speed.reference"));
      verdict.getStyleClass().add("muted");
      return verdict;
    }
    run.found()
        .agrees(way)
        .ifPresent(agrees -> {
          verdict.setText(texts.get(agrees ? "speed.agrees" : "speed.differs"));
          verdict.setGraphic(new FontIcon(agrees ? Feather.CHECK : Feather.X));
          verdict.getStyleClass().add(agrees ? "timed-agrees" : "timed-differs");
        });
    return verdict;
  }

  private void showTimes(Shown now) {
    if (now.hidden()) {
      String key = now.asking() ? "ask.coveredNumbers" : "speed.covered";
      timesPlace.getChildren().setAll(Covering.of("covered-panel", texts.get(key)));
      return;
    }
    List<Integer> sizes = now.sizes();
    start(times, sizes, 0);
    int row = 1;
    for (Implementation way : Implementation.values()) {
      times.add(name(way), 0, row);
      for (int k = 0; k < sizes.size(); k++) {
        times.add(number("time", way, sizes.get(k), time(way, sizes.get(k))), 1 + k, row);
      }
      row++;
    }
    Label ratio = new Label(texts.get("speed.ratio"));
    ratio.getStyleClass().add("timed-ratio");
    times.add(ratio, 0, row);
    for (int k = 0; k < sizes.size(); k++) {
      times.add(ratio(sizes.get(k)), 1 + k, row);
    }
    timesPlace.getChildren().setAll(times);
  }

  private String time(Implementation way, int n) {
    OptionalDouble median = run.found().median(way, n);
    return median.isPresent()
        ? texts.get("speed.time", SpeedWords.milliseconds(median.getAsDouble()))
        : run.found().agrees(way).orElse(true) ? "–" : texts.get("speed.noTime");
  }

  private Label ratio(int n) {
    var ratio = run.found().ratio(n);
    Label shownRatio =
        new Label(
            ratio.isPresent()
                ? texts.get("speed.times.as", SpeedWords.times(ratio.getAsDouble()))
                : "–");
    shownRatio.setId("timed-ratio-" + n);
    shownRatio.getStyleClass().addAll("mono", "timed-ratio");
    return shownRatio;
  }

  /** What the largest size that is complete shows; what the others do stands in the table. */
  private Optional<String> sentences(Shown now) {
    return now.sizes().stream()
        .filter(n -> !now.hidden() && run.found().isComplete(n))
        .reduce(Math::max)
        .flatMap(n ->
            SpeedWords.of(run.found(), n).stream()
                .map(texts::say)
                .reduce((before, next) -> before + " " + next));
  }

  // ---- its parts

  /** An empty table with a column for the ways, one for each size and some more. */
  private void start(GridPane grid, List<Integer> sizes, int more) {
    grid.getStyleClass().setAll("timed-grid");
    grid.getChildren().clear();
    grid.getColumnConstraints().clear();
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().add(names);
    for (int k = 0; k < sizes.size() + more; k++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setHalignment(HPos.RIGHT);
      column.setMinWidth(USE_PREF_SIZE);
      grid.getColumnConstraints().add(column);
    }
    for (int k = 0; k < sizes.size(); k++) {
      grid.add(muted(texts.get("speed.n", sizes.get(k))), 1 + k, 0);
    }
  }

  private Label name(Implementation way) {
    Label name = new Label(texts.get("speed.way." + way));
    name.setWrapText(true);
    name.setMinHeight(USE_PREF_SIZE);
    return name;
  }

  private static Label muted(String said) {
    Label label = new Label(said);
    label.getStyleClass().add("muted");
    return label;
  }

  private static Label number(String what, Implementation way, int n, String said) {
    Label label = new Label(said);
    label.setId("timed-" + what + "-" + id(way) + "-" + n);
    label.getStyleClass().add("mono");
    return label;
  }

  private static String id(Implementation way) {
    return way.name().toLowerCase(Locale.ROOT);
  }
}
