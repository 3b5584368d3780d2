package org.gradloom.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.SkinBase;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.gradloom.ui.keys.Shortcut;

/** Bars, labels and the knob of a timeline. */
final class StepTimelineSkin extends SkinBase<StepTimeline> {
  private static final double LEAST_CELL = 4;
  private static final double LEAST_LABEL = 34;
  private static final double LABEL_GAP = 6;

  private final List<Region> tracks = new ArrayList<>();
  private final List<Region> fills = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();
  private final Path notches = new Path();
  private final Region knob = new Region();
  private final Tooltip tooltip = new Tooltip();

  StepTimelineSkin(StepTimeline timeline) {
    super(timeline);
    notches.getStyleClass().add("timeline-notches");
    notches.setManaged(false);
    knob.getStyleClass().add("timeline-knob");
    knob.setManaged(false);
    timeline.addEventHandler(MouseEvent.MOUSE_PRESSED, this::seek);
    timeline.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::seek);
    timeline.addEventHandler(MouseEvent.MOUSE_MOVED, this::showHoverText);
    timeline.addEventHandler(MouseEvent.MOUSE_EXITED, event -> tooltip.hide());
    timeline.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    registerChangeListener(timeline.modelProperty(), change -> rebuild());
    registerChangeListener(timeline.positionProperty(), change -> moved());
    rebuild();
  }

  private void rebuild() {
    tracks.clear();
    fills.clear();
    labels.clear();
    for (StepTimelineModel.Segment segment : getSkinnable().getModel().segments()) {
      tracks.add(bar("timeline-track"));
      fills.add(bar("timeline-fill"));
      Label label = new Label(segment.label());
      label.getStyleClass().add("timeline-label");
      label.setMouseTransparent(true);
      labels.add(label);
    }
    getChildren().setAll(tracks);
    getChildren().addAll(fills);
    getChildren().add(notches);
    getChildren().addAll(labels);
    getChildren().add(knob);
    knob.setVisible(!tracks.isEmpty());
    getSkinnable().requestLayout();
  }

  private static Region bar(String styleClass) {
    Region bar = new Region();
    bar.getStyleClass().add(styleClass);
    bar.setMouseTransparent(true);
    bar.setManaged(false);
    return bar;
  }

  // ---- gestures

  private void seek(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && !tracks.isEmpty()) {
      getSkinnable().requestFocus();
      getSkinnable().seek(scale().tick(event.getX() - left()));
      showHoverText(event);
      event.consume();
    }
  }

  private void onKey(KeyEvent event) {
    if (!tracks.isEmpty()) {
      Shortcut.of(Shortcut.OfTimeline.values(), event)
          .ifPresent(key -> {
            does(key, getSkinnable());
            event.consume();
          });
    }
  }

  private static void does(Shortcut.OfTimeline key, StepTimeline timeline) {
    switch (key) {
      case BACK -> timeline.seek(timeline.getPosition() - 1);
      case FORWARD -> timeline.seek(timeline.getPosition() + 1);
      case PREVIOUS_PART -> timeline.seekSegment(-1);
      case NEXT_PART -> timeline.seekSegment(1);
      case FIRST -> timeline.seek(0);
      case LAST -> timeline.seek(timeline.getModel().size() - 1);
    }
  }

  private void showHoverText(MouseEvent event) {
    if (tracks.isEmpty() || getSkinnable().getScene() == null) {
      return;
    }
    tooltip.setText(getSkinnable().hoverText(scale().tick(event.getX() - left())));
    Point2D bottom = getSkinnable().localToScreen(0, getSkinnable().getHeight());
    if (bottom == null) {
      return;
    }
    // It follows the pointer along the bars and never covers them.
    double x = event.getScreenX() + 12;
    double y = bottom.getY() + 6;
    if (tooltip.isShowing()) {
      tooltip.setAnchorX(x);
      tooltip.setAnchorY(y);
    } else {
      tooltip.show(getSkinnable(), x, y);
    }
  }

  // ---- layout

  private double knobSize() {
    return Math.ceil(knob.prefWidth(-1));
  }

  private double barHeight() {
    return tracks.isEmpty() ? 0 : Math.ceil(tracks.getFirst().prefHeight(-1));
  }

  private double left() {
    return snappedLeftInset() + knobSize() / 2;
  }

  private StepTimelineScale scale() {
    StepTimeline timeline = getSkinnable();
    double width = timeline.getWidth() - snappedLeftInset() - snappedRightInset() - knobSize();
    return new StepTimelineScale(timeline.getModel(), Math.max(1, width));
  }

  @Override
  protected double computePrefHeight(double width, double t, double r, double b, double l) {
    double label = labels.isEmpty() ? 0 : labels.getFirst().prefHeight(-1);
    return t + Math.max(knobSize(), barHeight()) + label + b;
  }

  @Override
  protected double computeMinHeight(double width, double t, double r, double b, double l) {
    return computePrefHeight(width, t, r, b, l);
  }

  @Override
  protected double computePrefWidth(double height, double t, double r, double b, double l) {
    return l + 320 + r;
  }

  @Override
  protected double computeMinWidth(double height, double t, double r, double b, double l) {
    return l + 120 + r;
  }

  @Override
  protected double computeMaxWidth(double height, double t, double r, double b, double l) {
    return Double.MAX_VALUE;
  }

  @Override
  protected void layoutChildren(double x, double y, double width, double height) {
    notches.getElements().clear();
    if (tracks.isEmpty()) {
      return;
    }
    StepTimelineScale scale = scale();
    double left = left();
    double knobSize = knobSize();
    double barHeight = barHeight();
    double top = barTop(y);
    for (int i = 0; i < tracks.size(); i++) {
      double from = Math.round(left + scale.start(i));
      double to = Math.round(left + scale.start(i) + scale.width(i));
      tracks.get(i).resizeRelocate(from, top, to - from, barHeight);
      addNotches(scale, i, left, top, barHeight);
    }
    placeLabels(scale, left, y + Math.max(knobSize, barHeight));
    showPosition(scale, y);
  }

  private double barTop(double y) {
    return y + Math.round((Math.max(knobSize(), barHeight()) - barHeight()) / 2);
  }

  /** What moves with the position lies within; nothing around needs to be laid out for it. */
  private void moved() {
    if (!getSkinnable().isNeedsLayout() && !tracks.isEmpty()) {
      showPosition(scale(), getSkinnable().snappedTopInset());
    }
  }

  private void showPosition(StepTimelineScale scale, double y) {
    StepTimelineModel model = getSkinnable().getModel();
    long position = model.clamp(getSkinnable().getPosition());
    boolean finished = position == model.size() - 1;
    double knobSize = knobSize();
    double barHeight = barHeight();
    double knobX = left() + scale.x(position);
    for (int i = 0; i < fills.size(); i++) {
      double from = tracks.get(i).getLayoutX();
      double whole = tracks.get(i).getWidth();
      double filled = finished ? whole : Math.clamp(knobX - from, 0, whole);
      fills.get(i).resizeRelocate(from, barTop(y), filled, barHeight);
      fills.get(i).setVisible(filled > 0);
    }
    knob.resizeRelocate(
        Math.rint(knobX - knobSize / 2),
        y + Math.rint((Math.max(knobSize, barHeight) - knobSize) / 2),
        knobSize,
        knobSize);
  }

  private void addNotches(
      StepTimelineScale scale, int segment, double left, double top, double high) {
    double cell = scale.cell(segment);
    if (cell < LEAST_CELL) {
      return;
    }
    for (long tick = 1; tick < getSkinnable().getModel().segments().get(segment).ticks(); tick++) {
      double x = Math.round(left + scale.start(segment) + tick * cell) + 0.5;
      notches.getElements().addAll(new MoveTo(x, top), new LineTo(x, top + high));
    }
  }

  /** A label is cut where its segment ends; one too narrow for a label may use its neighbours'. */
  private void placeLabels(StepTimelineScale scale, double left, double y) {
    double taken = 0;
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      double x = Math.round(left + scale.start(i));
      double wanted = Math.ceil(label.prefWidth(-1));
      double room = end(scale, i) - scale.start(i);
      for (int next = i + 1; room < LEAST_LABEL && sameGroup(i, next); next++) {
        if (end(scale, next) - scale.start(next) >= LEAST_LABEL) {
          break;
        }
        room = Math.max(room, Math.min(wanted, end(scale, next) - scale.start(i)));
        if (room >= wanted) {
          break;
        }
      }
      label.setVisible(x >= taken && room >= Math.min(wanted, LEAST_LABEL));
      if (label.isVisible()) {
        double width = Math.min(wanted, room);
        label.resizeRelocate(x, y, width, label.prefHeight(-1));
        taken = x + width + LABEL_GAP;
      }
    }
  }

  private boolean sameGroup(int one, int other) {
    List<StepTimelineModel.Segment> segments = getSkinnable().getModel().segments();
    return other < segments.size() && segments.get(one).group() == segments.get(other).group();
  }

  /** Where the room below a segment ends. */
  private double end(StepTimelineScale scale, int segment) {
    return segment + 1 < labels.size()
        ? scale.start(segment + 1) - LABEL_GAP
        : scale.start(segment) + scale.width(segment) + knobSize() / 2;
  }
}
