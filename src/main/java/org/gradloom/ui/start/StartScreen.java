package org.gradloom.ui.start;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Dimension2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.gradloom.files.RecoveryFolder;
import org.gradloom.lesson.Screen;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.ScreenRoom;
import org.gradloom.ui.control.SideScroll;
import org.gradloom.ui.notice.NoticeCard;
import org.gradloom.ui.store.StartContents;
import org.gradloom.ui.store.Store;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a newcomer meets: the path of lessons, and beside it the other ways in. */
public final class StartScreen extends StackPane {
  private static final PseudoClass CLOSER = PseudoClass.getPseudoClass("closer");

  /** In em: with less room the other ways stand under the path. */
  private static final double BESIDE_FROM = 92;

  private final Texts texts;
  private final List<LessonEntry> lessons;
  private final Label subtitle = new Label();
  private final CoursePane course;
  private final RecentList recent;
  private final NoticeCard notice;
  private final RecoveredPane recovered;
  private List<RecoveryFolder.Left> offered = List.of();
  private final Clock clock;
  private final VBox head;
  private final VBox path;
  private final VBox aside;
  private final StackPane ground = new StackPane();
  private final ScrollPane scroll = new SideScroll("start-scroll", ground);

  /** Whether the other ways stand beside the path; nothing until the room is known. */
  private Optional<Boolean> beside = Optional.empty();

  /** What the screen cannot do by itself. */
  public interface Host extends LessonRow.Opener {
    /** Explore, with numbers to change. */
    void showOwnNumbers();

    void showTraining();

    /** Shows the Practice screen. */
    void showPractice();

    /** Shows the Speed screen. */
    void showSpeed();

    /** Asks for a document and opens it. */
    void openFile();

    void openFile(Path file);

    /** Explore, with the form in which a lesson's beats are written. */
    void writeLesson();
  }

  /**
   * The screen of a store.
   *
   * @param lessons the app's own, in the order of their numbers
   * @param noticeStays how long a notice is shown that asks for nothing
   * @param clock says what time it is, and where
   * @param recovery takes what is chosen for unsaved work that was left
   */
  public StartScreen(
      Store store,
      Texts texts,
      List<LessonEntry> lessons,
      Duration noticeStays,
      Clock clock,
      Host host,
      RecoveredPane.Host recovery) {
    this.texts = texts;
    this.lessons = List.copyOf(lessons);
    this.course = new CoursePane(texts, host);
    this.recent = new RecentList(texts, host::openFile);
    this.recovered = new RecoveredPane(texts, recovery);
    this.clock = clock;
    this.notice = new NoticeCard(store, texts, noticeStays);
    notice.setMaxHeight(USE_PREF_SIZE);
    setAlignment(notice, Pos.TOP_RIGHT);
    setId("start");
    Label title = new Label(texts.get("start.title"));
    title.setId("start-title");
    title.getStyleClass().add("start-title");
    subtitle.setId("start-subtitle");
    subtitle.getStyleClass().add("stage-subtitle");
    this.head = new VBox(title, subtitle);
    head.getStyleClass().add("start-head");
    this.path = new VBox(head, course);
    path.getStyleClass().add("start-path");
    this.aside =
        new VBox(
            section("start.ways"),
            new OtherWays(texts, host),
            section("start.recent"),
            recent,
            opening(host),
            forInstructors(host));
    aside.getStyleClass().add("start-aside");
    // Its content is as high as it asks to be, and scrolled.
    scroll.setFitToHeight(false);
    getChildren().setAll(scroll);
    ScreenRoom.watch(this, this::fitInto);
    fitInto(new Dimension2D(BESIDE_FROM, 0));
    addEventHandler(KeyEvent.KEY_PRESSED, notice::closeByKey);
    store.select(state -> state.notice(Screen.START), notice::show);
    // While another screen is shown, what is reached there need not be drawn here.
    store.select(
        state ->
            state.screen() == Screen.START
                ? Optional.of(state.start())
                : Optional.<StartContents>empty(),
        shown -> shown.ifPresent(this::show));
  }

  private Label section(String key) {
    Label title = new Label(texts.get(key));
    title.getStyleClass().addAll("panel-title", "start-section");
    return title;
  }

  private Node opening(Host host) {
    Button open = new Button(texts.get("start.open"), new FontIcon(Feather.FOLDER));
    open.setId("start-open");
    open.setMinWidth(USE_PREF_SIZE);
    open.setOnAction(event -> host.openFile());
    Label drop = new Label(texts.get("start.drop"));
    drop.getStyleClass().add("muted");
    HBox line = new HBox(open, drop);
    line.getStyleClass().add("start-open");
    return line;
  }

  private Node forInstructors(Host host) {
    Label lead = new Label(texts.get("start.instructors"));
    lead.getStyleClass().add("muted");
    Hyperlink write = new Hyperlink(texts.get("start.write"));
    write.setId("start-write");
    write.setOnAction(event -> host.writeLesson());
    HBox line = new HBox(lead, write);
    line.getStyleClass().add("start-instructors");
    return line;
  }

  private void show(StartContents start) {
    Course now = Course.of(lessons, start);
    subtitle.setText(
        now.isNew()
            ? texts.get("start.subtitleNew", lessons.size())
            : texts.get("start.subtitle", now.done(), lessons.size()));
    List<RecoveryFolder.Left> left = start.left();
    NodeVisibility.set(head, left.isEmpty());
    course.show(now, left.isEmpty());
    course.pseudoClassStateChanged(CLOSER, !left.isEmpty());
    if (!left.equals(offered)) {
      offered = left;
      recovered.show(left, ZonedDateTime.now(clock));
      requestFocus();
    }
    recent.show(start.recent());
  }

  private void fitInto(Dimension2D room) {
    boolean wanted = room.getWidth() >= BESIDE_FROM;
    if (beside.filter(now -> now == wanted).isPresent()) {
      return;
    }
    beside = Optional.of(wanted);
    ground.getChildren().clear();
    HBox.setHgrow(path, Priority.ALWAYS);
    Node content = wanted ? new HBox(path, aside) : new VBox(path, aside);
    content.getStyleClass().add(wanted ? "start-beside" : "start-under");
    ground.getChildren().setAll(new VBox(recovered, content));
    placeNotice(wanted);
  }

  /** Above the other ways; where these may be scrolled away, over all, so that it is seen. */
  private void placeNotice(boolean besidePath) {
    aside.getChildren().remove(notice);
    getChildren().remove(notice);
    (besidePath ? aside.getChildren() : getChildren()).add(besidePath ? 0 : 1, notice);
  }

  /** Brings the focus to the notice, or back from there. */
  public void toggleNoticeFocus() {
    notice.toggleFocus();
  }

  /** Puts the focus on the primary button. */
  @Override
  public void requestFocus() {
    // A scroll pane's content is in the scene once it has its skin.
    applyCss();
    if (recovered.isVisible()) {
      recovered.focus();
    } else {
      course.focus();
    }
  }
}
