package org.gradloom.ui.speed;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.gradloom.lesson.Screen;
import org.gradloom.speed.Bench;
import org.gradloom.speed.TimingsSheet;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.LiveScroll;
import org.gradloom.ui.control.ScreenRoom;
import org.gradloom.ui.control.TextClipboard;
import org.gradloom.ui.notice.NoticeCard;
import org.gradloom.ui.sides.ScreenSides;
import org.gradloom.ui.stage.SpeedRun;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.SpeedState;
import org.gradloom.ui.store.Store;

/** The Speed screen. */
public final class SpeedScreen extends BorderPane {
  /** The width in em that each side needs beside the chart. */
  private static final double LEFT_FROM = 62;

  private static final double RIGHT_FROM = 84;

  private final Store store;
  private final SpeedRun run;
  private final SpeedSettings settings;
  private final AgreementCard agreement;
  private final SpeedChart chart;
  private final OrderCard order;
  private final SpeedAside aside;
  private final SpeedBar bar;
  private final NoticeCard notice;
  private final ScreenSides sides;
  private final VBox under = new VBox();
  private final VBox beside = new VBox();

  /**
   * The screen of a store.
   *
   * @param run measures on the bench
   * @param noticeStays how long a notice is shown that asks for nothing
   */
  public SpeedScreen(
      Store store,
      Texts texts,
      TexRenderer renderer,
      Bench bench,
      SpeedRun run,
      TextClipboard clipboard,
      Duration noticeStays) {
    this.store = store;
    this.run = run;
    setId("speed");
    settings = new SpeedSettings(store, texts, renderer);
    agreement = new AgreementCard(texts, bench);
    chart = new SpeedChart(texts, n -> store.dispatch(new Action.SeeSize(n)));
    order = new OrderCard(texts);
    aside = new SpeedAside(texts, bench);
    bar = new SpeedBar(texts, this::press, () -> copy(bench, clipboard, texts));
    notice = new NoticeCard(store, texts, noticeStays);
    VBox middle =
        new VBox(
            notice,
            words(texts.get("speed.title"), "stage-title"),
            words(texts.get("speed.subtitle"), "stage-subtitle"),
            agreement,
            times(texts),
            order,
            under);
    middle.getStyleClass().addAll("stage", "speed-middle");
    ScrollPane scroll = new LiveScroll(middle);
    scroll.setId("speed-middle");
    scroll.getStyleClass().add("stage-scroll");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    beside.getStyleClass().add("practice-beside");
    sides =
        new ScreenSides(
            store,
            this,
            new ScreenSides.Side("speed-left", settings, LEFT_FROM),
            new StackPane(scroll),
            new ScreenSides.Side("speed-right", beside, RIGHT_FROM));
    setBottom(bar);
    ScreenRoom.watch(
        this,
        room -> {
          sides.setWidth(room.getWidth());
          placeAside(room.getWidth() >= RIGHT_FROM);
        });
    run.setOnChange(() ->
        store.dispatch(
            new Action.TakeTimings(run.found(), run.isRunning(), run.running(), run.failed())));
    store.select(AppState::speed, this::show);
    store.select(state -> state.look().isMotionReduced(), still -> show(store.state().speed()));
    store.select(state -> state.notice(Screen.SPEED), notice::show);
    addEventHandler(KeyEvent.KEY_PRESSED, notice::closeByKey);
  }

  private static Label words(String said, String styleClass) {
    Label label = new Label(said);
    label.getStyleClass().add(styleClass);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private VBox times(Texts texts) {
    Label title = words(texts.get("speed.times").toUpperCase(Locale.ROOT), "panel-title");
    VBox card = new VBox(title, words(texts.get("speed.chart.note"), "muted"), chart);
    card.getStyleClass().addAll("card", "speed-card", "speed-times");
    VBox.setVgrow(chart, Priority.ALWAYS);
    VBox.setVgrow(card, Priority.ALWAYS);
    return card;
  }

  /** Where there is no room beside the chart, it stands under it. */
  private void placeAside(boolean wide) {
    under.getChildren().clear();
    beside.getChildren().clear();
    (wide ? beside : under).getChildren().add(aside);
    VBox.setVgrow(aside, Priority.ALWAYS);
  }

  private void press() {
    if (run.isRunning()) {
      run.cancel();
    } else {
      run.measure(store.state().speed().plan().missing(run.found()));
    }
  }

  private void copy(Bench bench, TextClipboard clipboard, Texts texts) {
    SpeedState state = store.state().speed();
    clipboard.write(TimingsSheet.of(bench.machine(), state.plan(), state.found(), texts));
  }

  private void show(SpeedState state) {
    settings.show(state);
    agreement.show(state);
    chart.show(state);
    order.show(state, store.state().look().isMotionReduced());
    aside.show(state);
    bar.show(state);
  }

  /** What stands beside the chart. */
  public ScreenSides sides() {
    return sides;
  }

  /** Brings the focus to the notice, or back from there. */
  public void toggleNoticeFocus() {
    notice.toggleFocus();
  }

  /** Puts the focus on what starts a measurement. */
  @Override
  public void requestFocus() {
    bar.focus();
  }
}
