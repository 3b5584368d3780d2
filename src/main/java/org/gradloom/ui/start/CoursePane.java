package org.gradloom.ui.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.SideScroll;
import org.gradloom.ui.keys.Shortcut;

/**
 * The path: a row for each lesson, the next one as a card, chapters' names at the left, and a line
 * through the numbers that is coloured as far as lessons are done.
 */
final class CoursePane extends Pane {
  /** Of a row's height: between two chapters, and around the card. */
  private static final double GAP = 0.28;

  /** Of a row's height: between names and rows. */
  private static final double BESIDE_NAMES = 0.36;

  /** Of a row's height: from a row's left edge to the middle of its number. */
  private static final double TO_NUMBER = 0.82;

  /** How high a line of text is, in the size of its letters. */
  private static final double LINE = 1.4;

  private final Texts texts;
  private final LessonRow.Opener opener;
  private final List<Stop> stops = new ArrayList<>();

  /**
   * One lesson on the path.
   *
   * @param number of the lesson on its path
   * @param line to the next one
   */
  private record Stop(int number, Region row, Optional<Label> chapter, Region line) {}

  /** A path without lessons. */
  CoursePane(Texts texts, LessonRow.Opener opener) {
    this.texts = texts;
    this.opener = opener;
    setId("course");
    getStyleClass().add("course");
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /**
   * Shows the path as it is now.
   *
   * @param card whether the next lesson is a card, with the one primary button of the screen
   */
  void show(Course course, boolean card) {
    boolean hadFocus = isFocusWithin();
    Optional<Integer> focused =
        stops.stream().filter(stop -> stop.row().isFocused()).map(Stop::number).findFirst();
    stops.clear();
    Optional<LessonEntry> next = course.next();
    String chapter = "";
    for (LessonEntry lesson : course.all()) {
      String name =
          course.yours().contains(lesson)
              ? texts.get("start.yours")
              : lesson.outline().chapter().in(texts.language());
      Region row =
          card && next.filter(lesson::equals).isPresent()
              ? new LessonCard(lesson, course, texts, opener)
              : new LessonRow(lesson, course, texts, opener);
      stops.add(
          new Stop(
              lesson.outline().number(),
              row,
              name.equals(chapter) ? Optional.empty() : chapter(name),
              line(lesson, course)));
      chapter = name;
    }
    List<Node> drawn = new ArrayList<>();
    // Behind what they join.
    stops.stream().limit(Math.max(0, stops.size() - 1)).map(Stop::line).forEach(drawn::add);
    stops.stream().map(Stop::chapter).flatMap(Optional::stream).forEach(drawn::add);
    stops.stream().map(Stop::row).forEach(drawn::add);
    getChildren().setAll(drawn);
    if (hadFocus) {
      focused.ifPresentOrElse(this::focus, this::focus);
    }
  }

  private static Optional<Label> chapter(String name) {
    Label label = new Label(name);
    label.getStyleClass().add("course-chapter");
    label.setWrapText(true);
    return Optional.of(label);
  }

  private static Region line(LessonEntry lesson, Course course) {
    Region line = new Region();
    line.getStyleClass().add(course.isDone(lesson) ? "course-line-done" : "course-line");
    return line;
  }

  // ---- focus

  /** Puts the focus on the primary button or, where all is done, on the first lesson. */
  void focus() {
    Optional.ofNullable(lookup("#start-primary"))
        .or(() -> stops.stream().<Node>map(Stop::row).findFirst())
        .ifPresent(Node::requestFocus);
  }

  /** To a lesson of the path or, where it is there no more, to where focus begins. */
  private void focus(int number) {
    stops.stream()
        .filter(stop -> stop.number() == number)
        .findFirst()
        .map(Stop::row)
        .ifPresentOrElse(row -> primaryOr(row).requestFocus(), this::focus);
  }

  /** The one button of a lesson's card, or its row. */
  private static Node primaryOr(Region row) {
    Node primary = row.lookup("#start-primary");
    return primary == null ? row : primary;
  }

  private int focusedIndex() {
    return stops.stream().map(stop -> stop.row().isFocusWithin()).toList().indexOf(true);
  }

  private void goTo(int index) {
    Region row = stops.get(Math.clamp(index, 0, stops.size() - 1)).row();
    primaryOr(row).requestFocus();
    SideScroll.reveal(row);
  }

  private void pressed(KeyEvent key) {
    int at = focusedIndex();
    Shortcut.of(Shortcut.OfCourse.values(), key)
        .filter(_ -> at >= 0)
        .ifPresent(meant -> {
          switch (meant) {
            case UP -> goTo(at - 1);
            case DOWN -> goTo(at + 1);
            case FIRST -> goTo(0);
            case LAST -> goTo(stops.size() - 1);
            case OPEN -> open((Node) key.getTarget());
          }
          key.consume();
        });
  }

  private static void open(Node focused) {
    switch (focused) {
      case LessonRow row -> row.open();
      case Button button -> button.fire();
      default -> {}
    }
  }

  // ---- layout

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return chapterWidth()
        + stops.stream().mapToDouble(stop -> stop.row().prefWidth(-1)).max().orElse(0);
  }

  private double chapterWidth() {
    return Math.ceil(
        stops.stream()
                .map(Stop::chapter)
                .flatMap(Optional::stream)
                .mapToDouble(chapter -> chapter.prefWidth(-1))
                .max()
                .orElse(0)
            + BESIDE_NAMES * rowHeight());
  }

  /** The least that a row is high. */
  private double rowHeight() {
    return stops.stream().mapToDouble(stop -> stop.row().minHeight(-1)).min().orElse(0);
  }

  @Override
  protected double computePrefHeight(double width) {
    double rows = width - chapterWidth();
    double height = 0;
    for (int i = 0; i < stops.size(); i++) {
      height += gapBefore(i) + height(stops.get(i).row(), rows);
    }
    return height;
  }

  private static double height(Region row, double width) {
    return Math.ceil(Math.max(row.minHeight(width), row.prefHeight(width)));
  }

  private double gapBefore(int index) {
    boolean isApart =
        index > 0 && (stops.get(index).chapter().isPresent() || isCard(index) || isCard(index - 1));
    return isApart ? Math.rint(GAP * rowHeight()) : 0;
  }

  private boolean isCard(int index) {
    return stops.get(index).row() instanceof LessonCard;
  }

  @Override
  protected void layoutChildren() {
    double left = chapterWidth();
    double width = getWidth() - left;
    double x = Math.rint(left + TO_NUMBER * rowHeight());
    double y = 0;
    double middleBefore = 0;
    for (int i = 0; i < stops.size(); i++) {
      Stop stop = stops.get(i);
      y += gapBefore(i);
      double height = height(stop.row(), width);
      double middle = Math.rint(y + height / 2);
      stop.row().resizeRelocate(left, y, width, height);
      stop.chapter().ifPresent(chapter -> seat(chapter, middle));
      if (i > 0) {
        join(stops.get(i - 1).line(), x, middleBefore, middle);
      }
      middleBefore = middle;
      y += height;
    }
  }

  /** Beside the middle of its first row; of two lines the first stands there. */
  private static void seat(Label chapter, double middle) {
    double width = chapter.prefWidth(-1);
    double oneLine = LINE * chapter.getFont().getSize();
    chapter.resizeRelocate(0, Math.rint(middle - oneLine / 2), width, chapter.prefHeight(width));
  }

  private static void join(Region line, double x, double from, double to) {
    double width = line.prefWidth(-1);
    line.resizeRelocate(x - width / 2, from, width, to - from);
  }
}
