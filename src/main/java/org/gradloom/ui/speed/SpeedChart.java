package org.gradloom.ui.speed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;
import org.gradloom.speed.Implementation;
import org.gradloom.speed.Measurer.Measuring;
import org.gradloom.speed.Quartiles;
import org.gradloom.speed.SpeedWords;
import org.gradloom.text.Texts;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.store.SpeedState;

/**
 * How long each way takes by size, both on log axes: a mark is a median, a bar the middle half of
 * the runs where it is larger than the mark. Clicking or the arrow keys choose a size to look at.
 */
final class SpeedChart extends Pane {
  private static final double TICK = 5;
  private static final double GAP = 8;

  private final Texts texts;
  private final IntConsumer choose;

  /** Nobody sees it; it has the font that the chart's words have. */
  private final Text probe = new Text();

  private SpeedState state = SpeedState.begun();
  private LogScale across = new LogScale(1, 2, 0, 1);
  private LogScale up = new LogScale(1, 2, 1, 0);

  /**
   * A chart of nothing yet.
   *
   * @param choose told the size that is chosen
   */
  SpeedChart(Texts texts, IntConsumer choose) {
    this.texts = texts;
    this.choose = choose;
    setId("speed-chart");
    getStyleClass().add("speed-chart");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setFocusTraversable(true);
    probe.setManaged(false);
    probe.setVisible(false);
    getChildren().add(probe);
    widthProperty().subscribe(this::draw);
    heightProperty().subscribe(this::draw);
    probe.fontProperty().subscribe(this::draw);
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
    addEventHandler(MouseEvent.MOUSE_CLICKED, event -> chooseAt(event.getX()));
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  void show(SpeedState next) {
    state = next;
    setAccessibleText(spoken());
    draw();
  }

  private String spoken() {
    List<String> said = new ArrayList<>(List.of(texts.get("speed.chart.title")));
    state
        .at()
        .ifPresent(n -> {
          said.add(texts.get("speed.n", n));
          for (Implementation way : Implementation.values()) {
            state
                .found()
                .median(way, n)
                .ifPresent(median -> said.add(name(way) + " " + time(median)));
          }
        });
    return String.join(", ", said);
  }

  private String name(Implementation way) {
    return texts.get("speed.way." + way);
  }

  private String time(double nanos) {
    return texts.say(SpeedWords.time(nanos));
  }

  // ---- choosing a size

  private void chooseAt(double x) {
    state.sizes().stream()
        .min(Comparator.comparingDouble(n -> Math.abs(across.at(n) - x)))
        .ifPresent(choose::accept);
  }

  private void press(KeyEvent event) {
    List<Integer> sizes = state.sizes().stream().filter(state.found()::isComplete).toList();
    Optional<Shortcut.OfChart> key = Shortcut.of(Shortcut.OfChart.values(), event);
    if (sizes.isEmpty() || key.isEmpty()) {
      return;
    }
    int last = sizes.size() - 1;
    int here = state.at().isPresent() ? sizes.indexOf(state.at().getAsInt()) : last;
    switch (key.get()) {
      case LEFT -> choose.accept(sizes.get(Math.max(0, here - 1)));
      case RIGHT -> choose.accept(sizes.get(Math.min(last, here + 1)));
      case START -> choose.accept(sizes.getFirst());
      case END -> choose.accept(sizes.getLast());
      case LEAVE -> {
        return;
      }
    }
    event.consume();
  }

  // ---- drawing

  /** One way's points, from the smallest size. */
  private record Series(Implementation way, List<Integer> sizes, List<Quartiles> times) {}

  private void draw() {
    getChildren().retainAll(List.of(probe));
    List<Integer> sizes = state.sizes();
    double em = probe.getFont().getSize();
    if (getWidth() < 20 * em || getHeight() < 8 * em || sizes.isEmpty()) {
      return;
    }
    List<Series> series = series(sizes);
    double left = 4.6 * em;
    double right = getWidth() - Math.min(12.5 * em, 0.34 * getWidth());
    double bottom = getHeight() - 3.1 * em;
    double top = 0.7 * em;
    across = LogScale.around(sizes.getFirst(), sizes.getLast(), left + em, right - 0.4 * em);
    up = heights(series, bottom - 0.3 * em, top);
    grid(left, right, bottom, em, sizes);
    state.at().ifPresent(n -> upright(n, "speed-at", top, bottom));
    state.news().filter(_ -> state.measuring()).ifPresent(news -> measuring(news, top, bottom, em));
    series.forEach(this::line);
    ends(series, right + 0.6 * em, top, bottom, em);
  }

  private List<Series> series(List<Integer> sizes) {
    List<Series> all = new ArrayList<>();
    for (Implementation way : Implementation.values()) {
      List<Integer> at = new ArrayList<>();
      List<Quartiles> times = new ArrayList<>();
      for (int n : sizes) {
        state
            .found()
            .times(way, n)
            .filter(found -> found.lower() > 0)
            .ifPresent(found -> {
              at.add(n);
              times.add(found);
            });
      }
      if (!at.isEmpty()) {
        all.add(new Series(way, at, times));
      }
    }
    return all;
  }

  /** Whole decades around what was found; 10 µs to 1 s before that. */
  private static LogScale heights(List<Series> series, double bottom, double top) {
    double low =
        series.stream()
            .flatMap(each -> each.times().stream())
            .mapToDouble(Quartiles::lower)
            .min()
            .orElse(1e4);
    double high =
        series.stream()
            .flatMap(each -> each.times().stream())
            .mapToDouble(Quartiles::upper)
            .max()
            .orElse(1e9);
    double from = Math.pow(10, Math.floor(Math.log10(low)));
    double to = Math.pow(10, Math.ceil(Math.log10(high)));
    return new LogScale(from, Math.max(to, 10 * from), bottom, top);
  }

  private void grid(double left, double right, double bottom, double em, List<Integer> sizes) {
    for (double time = up.low(); time <= 1.001 * up.high(); time *= 10) {
      double y = up.at(time);
      add(new Line(left, y, right, y), "speed-grid");
      Text tick = word(time(time), "speed-tick");
      tick.relocate(
          left - GAP - tick.getLayoutBounds().getWidth(),
          y - tick.getLayoutBounds().getHeight() / 2);
    }
    add(new Line(left, bottom, right, bottom), "speed-axis");
    double free = Double.NEGATIVE_INFINITY;
    for (int n : sizes) {
      double x = across.at(n);
      add(new Line(x, bottom, x, bottom + TICK), "speed-axis");
      Text tick = word(Integer.toString(n), "speed-tick");
      double width = tick.getLayoutBounds().getWidth();
      tick.relocate(x - width / 2, bottom + TICK + 2);
      tick.setVisible(x - width / 2 > free);
      free = tick.isVisible() ? x + width / 2 + 2 : free;
    }
    Text name = word(texts.get("speed.chart.across"), "speed-axis-name");
    name.relocate(
        (left + right - name.getLayoutBounds().getWidth()) / 2, bottom + TICK + 0.4 * em + em);
  }

  private void upright(int n, String styleClass, double top, double bottom) {
    double x = across.at(n);
    add(new Line(x, top, x, bottom), styleClass);
  }

  private void measuring(Measuring news, double top, double bottom, double em) {
    upright(news.n(), "speed-now", top, bottom);
    Text words = word(texts.get("speed.chart.now", news.n()), "speed-now-words");
    double width = words.getLayoutBounds().getWidth();
    double x = across.at(news.n());
    words.relocate(x - width - GAP > across.start() ? x - width - GAP : x + GAP, bottom - 1.7 * em);
  }

  private void line(Series series) {
    String styleClass = SeriesSign.styleClass(series.way());
    Polyline line = new Polyline();
    for (int k = 0; k < series.sizes().size(); k++) {
      double x = across.at(series.sizes().get(k));
      Quartiles times = series.times().get(k);
      line.getPoints().addAll(x, up.at(times.median()));
      double lower = up.at(times.lower());
      double upper = up.at(times.upper());
      if (lower - upper > 2 * SeriesSign.RADIUS) {
        add(new Line(x, lower, x, upper), "speed-bar", styleClass);
      }
    }
    add(line, "speed-line", styleClass);
    for (int k = 0; k < series.sizes().size(); k++) {
      Node mark = SeriesSign.mark(series.way());
      mark.setLayoutX(across.at(series.sizes().get(k)));
      mark.setLayoutY(up.at(series.times().get(k).median()));
      addUnmanaged(mark);
    }
  }

  /** The name of each way and its last time, at the height of its line's end or just below. */
  private void ends(List<Series> series, double x, double top, double bottom, double em) {
    List<Series> fromTop =
        series.stream()
            .sorted(Comparator.comparingDouble(each -> up.at(each.times().getLast().median())))
            .toList();
    double step = 2.55 * em;
    double free = top - em;
    double[] places = new double[fromTop.size()];
    for (int k = 0; k < places.length; k++) {
      places[k] = Math.max(free, up.at(fromTop.get(k).times().getLast().median()) - 1.2 * em);
      free = places[k] + step;
    }
    double end = bottom + em - step;
    for (int k = places.length - 1; k >= 0; k--) {
      places[k] = Math.min(places[k], end);
      end = places[k] - step;
    }
    for (int k = 0; k < places.length; k++) {
      Series each = fromTop.get(k);
      Text name =
          word(
              texts.get("speed.short." + each.way()),
              "speed-end",
              SeriesSign.styleClass(each.way()));
      name.relocate(x, places[k]);
      Text time =
          word(
              texts.get(
                  "speed.chart.end", time(each.times().getLast().median()), each.sizes().getLast()),
              "speed-end-time");
      time.relocate(x, places[k] + 1.2 * em);
    }
  }

  private Text word(String words, String... styleClasses) {
    Text text = new Text(words);
    add(text, styleClasses);
    text.applyCss();
    return text;
  }

  private void add(Node node, String... styleClasses) {
    node.getStyleClass().addAll(styleClasses);
    addUnmanaged(node);
  }

  private void addUnmanaged(Node node) {
    node.setManaged(false);
    node.setMouseTransparent(true);
    getChildren().add(node);
  }
}
