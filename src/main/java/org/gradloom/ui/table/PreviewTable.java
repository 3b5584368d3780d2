package org.gradloom.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gradloom.data.TableReading;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.keys.Shortcut;

/**
 * The first lines of the table below a header for each column. There are nodes for as many columns
 * and lines as have room; the rest of the columns is scrolled to, the target stays.
 */
final class PreviewTable extends VBox {
  private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

  /** In em. */
  private static final double HEAD = 10.1;

  private static final double LINE = 1.85;
  private static final double NUMBERS = 2.8;
  private static final double NARROWEST = 6.8;
  private static final double WIDEST = 14;
  private static final double LETTER = 0.5;
  private static final double AROUND = 1.5;

  /** By how much columns are widened at most to take the room that is left. */
  private static final double STRETCH = 1.7;

  private static final int FEWEST_LINES = 3;
  private static final int LINES_MEASURED = 12;

  private final Texts texts;
  private final PreviewColumn.Chooser chooser;
  private final Label plain = new Label();
  private final HBox strip = new HBox();
  private final StackPane frame = new StackPane(strip, plain);
  private final VBox numbers = new VBox();
  private final ScrollBar bar = new ScrollBar();
  private final Label lines = new Label();
  private final Label headers = new Label();
  private final Label refusal = SheetParts.refusal("table-refusal");
  private final List<PreviewColumn> pool = new ArrayList<>();
  private List<SheetColumn> columns = List.of();
  private List<Double> widths = List.of();
  private SheetModel model;
  private int first;

  /** Whether the target takes the focus as soon as it is seen. */
  private boolean focusWaits;

  PreviewTable(Texts texts, SheetModel model, PreviewColumn.Chooser chooser) {
    this.texts = texts;
    this.model = model;
    this.chooser = chooser;
    plain.setVisible(false);
    plain.setManaged(false);
    numbers.getStyleClass().add("table-numbers");
    strip.setId("table-preview");
    strip.setFillHeight(true);
    frame.getStyleClass().add("table-frame");
    frame.setMinHeight(0);
    bar.setId("table-scroll");
    bar.setOrientation(Orientation.HORIZONTAL);
    bar.setUnitIncrement(1);
    bar.valueProperty().subscribe(value -> scrollTo((int) Math.round(value.doubleValue())));
    lines.setId("table-lines");
    headers.setText(texts.get("table.headers"));
    for (Label hint : List.of(lines, headers)) {
      hint.getStyleClass().add("table-hint");
      hint.setMinWidth(0);
    }
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    HBox hints = new HBox(lines, between, headers);
    setVgrow(frame, Priority.ALWAYS);
    getStyleClass().add("table-part");
    getChildren().addAll(frame, bar, refusal, hints);
    frame.widthProperty().subscribe(this::arrange);
    frame.heightProperty().subscribe(this::arrange);
    plain.fontProperty().subscribe(this::arrange);
    addEventHandler(ScrollEvent.SCROLL, this::scrolled);
  }

  // ---- what is shown

  void show(SheetModel now) {
    boolean other = model.columns().size() != now.columns().size();
    model = now;
    columns = now.columns();
    widths = columns.stream().map(this::width).toList();
    if (other) {
      first = window(0).showing(now.target(), widths, room(), -1).first();
    }
    SheetParts.say(
        refusal,
        now.refusal(SheetModel.Part.COLUMNS)
            .map(wrong -> SheetNotes.sentence(texts, wrong))
            .orElse(""));
    arrange();
  }

  /** In em, by its longest words. */
  private double width(SheetColumn column) {
    int longest =
        Stream.concat(
                Stream.of(
                    Middle.shortened(column.name(), 20),
                    // A list has an arrow beside its words.
                    texts.get("table.kind." + column.kind().word()) + "____",
                    texts.say(SheetColumn.called(column.role())) + "____",
                    texts.say(column.holds()),
                    texts.say(column.becomes())),
                column.table().beginning().stream()
                    .limit(LINES_MEASURED)
                    .filter(line -> column.place() < line.fields().size())
                    .map(line -> line.fields().get(column.place())))
            .mapToInt(String::length)
            .max()
            .orElse(0);
    return Math.clamp(longest * LETTER + AROUND, NARROWEST, WIDEST);
  }

  /** Whole, so that lines of neighbouring columns stand beside each other. */
  private double pixels(double ems) {
    return Math.rint(ems * em());
  }

  private double em() {
    return plain.getFont().getSize();
  }

  /** In em. */
  private double room() {
    return frame.getWidth() / em() - NUMBERS - 0.2;
  }

  private ColumnWindow window(int wanted) {
    return ColumnWindow.from(wanted, widths, room(), model.target());
  }

  private List<TableReading.Beginning> beginning() {
    List<TableReading.Beginning> all =
        model.glance().map(table -> table.beginning()).orElse(List.of());
    double free = frame.getHeight() - pixels(HEAD) - 2;
    int count = Math.max(FEWEST_LINES, (int) (free / pixels(LINE)));
    boolean refused = model.glance().filter(table -> table.refused().isPresent()).isPresent();
    int from = refused ? Math.max(0, all.size() - count) : 0;
    return all.subList(from, Math.min(all.size(), from + count));
  }

  private void arrange() {
    if (columns.isEmpty() || frame.getWidth() <= 0) {
      strip.getChildren().clear();
      NodeVisibility.set(bar, false);
      lines.setText("");
      return;
    }
    ColumnWindow window = window(first);
    first = window.first();
    List<TableReading.Beginning> shown = beginning();
    double taken =
        window.shown().stream().flatMapToDouble(j -> DoubleStream.of(widths.get(j))).sum();
    double stretch = Math.clamp(room() / taken, 1, STRETCH);
    while (pool.size() < window.shown().size()) {
      PreviewColumn column = new PreviewColumn(texts, chooser);
      column.onFocus(this::focused);
      column.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
      pool.add(column);
    }
    List<Node> wanted = new ArrayList<>();
    wanted.add(numbers);
    for (int i = 0; i < window.shown().size(); i++) {
      int j = window.shown().get(i);
      PreviewColumn column = pool.get(i);
      column.show(columns.get(j), shown, model.choices());
      size(column, widths.get(j) * stretch);
      wanted.add(column);
    }
    showNumbers(shown);
    if (!strip.getChildren().equals(wanted)) {
      strip.getChildren().setAll(wanted);
    }
    showBar(window);
    showHint(shown);
    if (focusWaits) {
      focusWaits = false;
      list(model.target(), true).ifPresent(Node::requestFocus);
    }
  }

  private void size(Region column, double width) {
    column.setMinWidth(width * em());
    column.setPrefWidth(width * em());
    column.setMaxWidth(width * em());
    VBox box = (VBox) column;
    for (int i = 0; i < box.getChildren().size(); i++) {
      Region part = (Region) box.getChildren().get(i);
      double height = pixels(i == 0 ? HEAD : LINE);
      part.setMinHeight(height);
      part.setPrefHeight(height);
      part.setMaxHeight(height);
    }
  }

  private void showNumbers(List<TableReading.Beginning> shown) {
    while (numbers.getChildren().size() < shown.size() + 1) {
      Label number = new Label();
      number.getStyleClass().add(numbers.getChildren().isEmpty() ? "table-head" : "table-number");
      number.setMaxWidth(Double.MAX_VALUE);
      numbers.getChildren().add(number);
    }
    numbers.getChildren().remove(shown.size() + 1, numbers.getChildren().size());
    for (int i = 0; i < shown.size(); i++) {
      Label number = (Label) numbers.getChildren().get(i + 1);
      TableReading.Beginning line = shown.get(i);
      number.setText(Integer.toString(line.number()));
      number.pseudoClassStateChanged(GONE, !line.stays());
      number.pseudoClassStateChanged(REFUSED, PreviewColumn.isRefused(line, columns.getFirst()));
    }
    size(numbers, NUMBERS);
  }

  private void showBar(ColumnWindow window) {
    boolean whole = window.isWhole(columns.size());
    NodeVisibility.set(bar, !whole);
    if (!whole) {
      int seen = window.last() - window.first();
      int end = ColumnWindow.from(columns.size() - 1, widths, room(), model.target()).first();
      bar.setMax(Math.max(end, window.first()));
      bar.setVisibleAmount(bar.getMax() * seen / columns.size());
      bar.setBlockIncrement(Math.max(1, seen - 1));
      bar.setValue(window.first());
      headers.setText(
          texts.get(
              "table.more", window.first() + 1, window.last(), Numbers.grouped(columns.size())));
    } else {
      headers.setText(texts.get("table.headers"));
    }
  }

  private void showHint(List<TableReading.Beginning> shown) {
    if (shown.isEmpty()) {
      lines.setText("");
      return;
    }
    String from = Numbers.grouped(shown.getFirst().number());
    String to = Numbers.grouped(shown.getLast().number());
    lines.setText(
        model
            .glance()
            .map(table ->
                table.refused().isPresent()
                    ? texts.get("table.linesTo", from, to)
                    : texts.get("table.lines", shown.size(), Numbers.grouped(table.lines())))
            .orElse(""));
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
      first = window(first).showing(place, widths, room(), model.target()).first();
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
    first = window(first).showing(place, widths, room(), model.target()).first();
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
