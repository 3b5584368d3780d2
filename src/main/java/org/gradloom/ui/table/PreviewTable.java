package org.gradloom.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.gradloom.data.TableReading;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.keys.Shortcut;
import org.jspecify.annotations.Nullable;

/**
 * The first lines of the table below a header for each column. There are nodes for as many columns
 * and lines as have room; the rest of the columns is scrolled to, the target stays.
 */
final class PreviewTable extends VBox {
  private final Texts texts;
  private final PreviewColumn.Chooser chooser;
  private final Label plain = new Label();
  private final HBox strip = new HBox();
  private final StackPane frame = new StackPane(strip, plain);
  private final LineNumbers numbers = new LineNumbers();
  private final ScrollBar bar = new ScrollBar();
  private final PreviewHints hints;
  private final Label refusal = SheetParts.refusal("table-refusal");
  private final List<PreviewColumn> pool = new ArrayList<>();
  private List<SheetColumn> columns = List.of();
  private List<Double> widths = List.of();
  private SheetModel model;
  private int first;

  /** The room for which everything was put in place last. */
  private @Nullable PreviewSizes arranged;

  /** Whether the target takes the focus as soon as it is seen. */
  private boolean focusWaits;

  PreviewTable(Texts texts, SheetModel model, PreviewColumn.Chooser chooser) {
    this.texts = texts;
    this.model = model;
    this.chooser = chooser;
    plain.setVisible(false);
    plain.setManaged(false);
    strip.setId("table-preview");
    strip.setFillHeight(true);
    frame.getStyleClass().add("table-frame");
    frame.setMinSize(0, 0);
    Rectangle inside = new Rectangle();
    inside.widthProperty().bind(strip.widthProperty());
    inside.heightProperty().bind(strip.heightProperty());
    plain.fontProperty().subscribe(font -> inside.setArcWidth(font.getSize()));
    inside.arcHeightProperty().bind(inside.arcWidthProperty());
    strip.setClip(inside);
    bar.setId("table-scroll");
    bar.setOrientation(Orientation.HORIZONTAL);
    bar.setUnitIncrement(1);
    bar.setMinHeight(USE_PREF_SIZE);
    bar.valueProperty().subscribe(value -> scrollTo((int) Math.round(value.doubleValue())));
    hints = new PreviewHints(texts);
    getStyleClass().add("table-part");
    getChildren().addAll(frame, bar, refusal, hints);
    plain.fontProperty().subscribe(this::requestLayout);
    addEventHandler(ScrollEvent.SCROLL, this::scrolled);
  }

  // ---- what is shown

  void show(SheetModel now) {
    boolean other = model.columns().size() != now.columns().size();
    model = now;
    columns = now.columns();
    widths = columns.stream().map(column -> ColumnWidth.of(column, texts)).toList();
    if (other) {
      first = window(0).showing(now.target(), widths, sizes().room(), -1).first();
    }
    SheetParts.say(
        refusal,
        now.refusal(SheetModel.Part.COLUMNS)
            .map(wrong -> SheetNotes.sentence(texts, wrong))
            .orElse(""));
    arrange();
  }

  private PreviewSizes sizes() {
    double height = getHeight();
    for (Node part : getManagedChildren()) {
      height -= part.equals(frame) ? 0 : getSpacing() + part.prefHeight(getWidth());
    }
    return new PreviewSizes(plain.getFont().getSize(), getWidth(), height);
  }

  private ColumnWindow window(int wanted) {
    return ColumnWindow.from(wanted, widths, sizes().room(), model.target());
  }

  /** The first lines, or those down to the one that is refused. */
  private List<TableReading.Beginning> beginning(int count) {
    List<TableReading.Beginning> all = beginning();
    int from =
        model.glance().filter(table -> table.refused().isPresent()).isPresent()
            ? Math.max(0, all.size() - count)
            : 0;
    return all.subList(from, Math.min(all.size(), from + count));
  }

  private List<TableReading.Beginning> beginning() {
    return model.glance().map(table -> table.beginning()).orElse(List.of());
  }

  @Override
  protected void layoutChildren() {
    if (!sizes().equals(arranged)) {
      arrange();
    }
    super.layoutChildren();
  }

  private void arrange() {
    NodeVisibility.set(frame, !columns.isEmpty());
    NodeVisibility.set(hints, !columns.isEmpty());
    if (columns.isEmpty() || getWidth() <= 0) {
      strip.getChildren().clear();
      NodeVisibility.set(bar, false);
      return;
    }
    ColumnWindow window = window(first);
    first = window.first();
    showBar(window);
    PreviewSizes sizes = sizes();
    arranged = sizes;
    PreviewSizes.Lines heights = sizes.lines(beginning().size());
    List<TableReading.Beginning> shown = beginning(heights.count());
    List<Double> across = sizes.columns(window.shown().stream().map(widths::get).toList());
    frame.setPrefSize(sizes.width(across), heights.height());
    frame.setMinHeight(sizes.least(beginning().size()).height());
    frame.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    while (pool.size() < window.shown().size()) {
      PreviewColumn column = new PreviewColumn(texts, chooser);
      column.onFocus(this::focused);
      column.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
      pool.add(column);
    }
    List<Node> wanted = new ArrayList<>();
    wanted.add(numbers);
    for (int i = 0; i < window.shown().size(); i++) {
      PreviewColumn column = pool.get(i);
      column.show(columns.get(window.shown().get(i)), shown, model.choices());
      size(column, across.get(i), heights);
      wanted.add(column);
    }
    numbers.show(shown, columns.getFirst());
    size(numbers, sizes.numbers(), heights);
    if (!strip.getChildren().equals(wanted)) {
      strip.getChildren().setAll(wanted);
    }
    hints.show(model, shown, window);
    if (focusWaits) {
      focusWaits = false;
      list(model.target(), true).ifPresent(Node::requestFocus);
    }
  }

  private static void size(VBox column, double width, PreviewSizes.Lines heights) {
    column.setMinWidth(width);
    column.setPrefWidth(width);
    column.setMaxWidth(width);
    for (int i = 0; i < column.getChildren().size(); i++) {
      Region part = (Region) column.getChildren().get(i);
      double height = i == 0 ? heights.head() : heights.line();
      part.setMinHeight(height);
      part.setPrefHeight(height);
      part.setMaxHeight(height);
    }
  }

  private void showBar(ColumnWindow window) {
    boolean whole = window.isWhole(columns.size());
    NodeVisibility.set(bar, !whole);
    if (!whole) {
      int seen = window.last() - window.first();
      int end =
          ColumnWindow.from(columns.size() - 1, widths, sizes().room(), model.target()).first();
      bar.setMax(Math.max(end, window.first()));
      bar.setVisibleAmount(bar.getMax() * seen / columns.size());
      bar.setBlockIncrement(Math.max(1, seen - 1));
      bar.setValue(window.first());
    }
  }

  // ---- what is done

  private void scrollTo(int wanted) {
    if (wanted != first) {
      first = wanted;
      arrange();
    }
  }

  private void scrolled(ScrollEvent event) {
    double moved = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
    if (bar.isVisible() && moved != 0) {
      bar.setValue(Math.clamp(first - Math.signum(moved), 0, bar.getMax()));
      event.consume();
    }
  }

  private void focused(int place, boolean ofRole) {
    if (place >= 0) {
      first = window(first).showing(place, widths, sizes().room(), model.target()).first();
    }
  }

  /** Arrows move among the headers while no list is open. */
  private void pressed(KeyEvent event) {
    for (PreviewColumn column : pool) {
      for (boolean ofRole : new boolean[] {false, true}) {
        ComboBox<?> list = column.list(ofRole);
        if (list.isFocused() && !list.isShowing()) {
          Shortcut.of(Shortcut.OfSheet.values(), event)
              .ifPresent(key -> {
                OptionalInt to = moved(column.place(), key);
                boolean toRole =
                    switch (key) {
                      case UP -> false;
                      case DOWN -> true;
                      case LEFT, RIGHT, USE, CANCEL -> ofRole;
                    };
                if (to.isPresent()) {
                  focus(to.getAsInt(), toRole);
                  event.consume();
                }
              });
          return;
        }
      }
    }
  }

  private OptionalInt moved(int place, Shortcut.OfSheet key) {
    return switch (key) {
      case LEFT -> OptionalInt.of(Math.max(0, place - 1));
      case RIGHT -> OptionalInt.of(Math.min(columns.size() - 1, place + 1));
      case UP, DOWN -> OptionalInt.of(place);
      case USE, CANCEL -> OptionalInt.empty();
    };
  }

  /** Brings the focus to a header, and that into sight. */
  private void focus(int place, boolean ofRole) {
    first = window(first).showing(place, widths, sizes().room(), model.target()).first();
    arrange();
    list(place, ofRole).ifPresent(Node::requestFocus);
  }

  private Optional<ComboBox<?>> list(int place, boolean ofRole) {
    return pool.stream()
        .filter(column -> column.place() == place && column.getParent() != null)
        .<ComboBox<?>>map(column -> column.list(ofRole))
        .findFirst();
  }

  /** Brings the focus to what the target does, as soon as there is room for it to be seen. */
  void focusTarget() {
    focusWaits = true;
    arrange();
  }
}
