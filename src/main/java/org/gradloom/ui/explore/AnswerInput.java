package org.gradloom.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gradloom.derivation.Notation;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.gradloom.text.Texts;
import org.gradloom.ui.store.Action;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Where an answer is given, in the way that fits its kind: fields laid out as the numbers are,
 * options to choose from, tiles to order, cells to mark.
 *
 * @param node what is shown
 * @param first what takes the focus
 * @param given what stands there now
 * @param follow shows what is marked elsewhere, too
 */
record AnswerInput(Node node, Node first, Supplier given, Consumer<Set<Place.OfCell>> follow) {
  /** Beyond so many columns numbers are typed in one field. */
  private static final int MOST_FIELDS = 4;

  private AnswerInput(Node node, Node first, Supplier given) {
    this(node, first, given, marked -> {});
  }

  /** What an input holds, to be marked. */
  interface Supplier {
    Action.Predict get();
  }

  /**
   * The input for a question.
   *
   * @param right the answer, for its shape only
   * @param marked the cells that are marked already
   * @param mark called with a cell that is marked here, or no longer
   */
  static AnswerInput of(
      Beat.Ask ask,
      Answer right,
      Lesson lesson,
      Set<Place.OfCell> marked,
      Consumer<Place.OfCell> mark,
      Texts texts) {
    return switch (ask.kind()) {
      case NUMBER -> fields(new Shape(1, 1), texts);
      case ROW -> fields(shape(right), texts);
      case MATRIX -> fields(written(ask, shape(right), lesson), texts);
      case SHAPE -> pair("ask.shape", "answer-rows", "answer-columns", "×", texts);
      case LINES -> lines(texts);
      case EXPRESSION, PARTS -> text(texts);
      case CHOICE -> choice(ask.options(), texts);
      case CHOICES -> choices(ask.options(), texts);
      case ORDER -> order(ask.options(), texts);
      case CELLS -> cells(right, lesson, marked, mark, texts);
    };
  }

  private static Shape shape(Answer right) {
    return switch (right) {
      case Answer.Row(var values) -> values.shape();
      case Answer.OfMatrix(var values) -> values.shape();
      case Answer.Scalar _,
          Answer.OfShape _,
          Answer.Choice _,
          Answer.Choices _,
          Answer.Order _,
          Answer.Lines _,
          Answer.Cells _,
          Answer.Expression _,
          Answer.Parts _ ->
          new Shape(1, 1);
    };
  }

  private static Shape written(Beat.Ask ask, Shape shape, Lesson lesson) {
    return Optional.ofNullable(ask.of())
        .map(of -> lesson.convention().turned(of.operand(), shape))
        .orElse(shape);
  }

  /**
   * Takes over what was typed for the same numbers.
   *
   * @param turned whether their rows are columns here
   * @param turn what was typed in one field with rows for columns
   */
  void takeOver(AnswerInput other, boolean turned, UnaryOperator<String> turn) {
    if (other.node() instanceof TextField before && node() instanceof TextField now) {
      now.setText(turned ? turn.apply(before.getText()) : before.getText());
    }
    if (other.node() instanceof GridPane before && node() instanceof GridPane now) {
      before
          .getChildren()
          .forEach(field -> {
            int row = GridPane.getRowIndex(field);
            int column = GridPane.getColumnIndex(field);
            fieldAt(now, turned ? column : row, turned ? row : column)
                .ifPresent(here -> here.setText(((TextField) field).getText()));
          });
    }
  }

  private static Optional<TextField> fieldAt(GridPane grid, int row, int column) {
    return grid.getChildren().stream()
        .filter(
            field -> GridPane.getRowIndex(field) == row && GridPane.getColumnIndex(field) == column)
        .map(TextField.class::cast)
        .findFirst();
  }

  // ---- typed

  private static TextField field(String id, int columns, Texts texts) {
    TextField field = new TextField();
    field.setId(id);
    field.setPrefColumnCount(columns);
    field.setAccessibleText(texts.get("ask.field"));
    return field;
  }

  private static AnswerInput text(Texts texts) {
    TextField field = field("answer", 16, texts);
    field.setMaxWidth(Double.MAX_VALUE);
    return new AnswerInput(
        field, field, () -> new Action.Predict(field.getText(), Optional.empty()));
  }

  /** A field for each number, laid out as the numbers are. */
  private static AnswerInput fields(Shape shape, Texts texts) {
    if (shape.columns() > MOST_FIELDS || shape.rows() > MOST_FIELDS) {
      return text(texts);
    }
    GridPane grid = new GridPane();
    grid.getStyleClass().add("answer-fields");
    List<List<TextField>> rows = new ArrayList<>();
    boolean one = shape.size() == 1;
    for (int i = 0; i < shape.rows(); i++) {
      List<TextField> row = new ArrayList<>();
      for (int j = 0; j < shape.columns(); j++) {
        String id = one ? "answer" : "answer-" + (i + 1) + "-" + (j + 1);
        TextField field = field(id, one ? 5 : 3, texts);
        if (!one) {
          field.setAccessibleText(texts.get("ask.fieldAt", i + 1, j + 1));
        }
        row.add(field);
        grid.add(field, j, i);
      }
      rows.add(row);
    }
    return new AnswerInput(
        grid, rows.getFirst().getFirst(), () -> new Action.Predict(words(rows), Optional.empty()));
  }

  private static String words(List<List<TextField>> rows) {
    if (rows.size() == 1 && rows.getFirst().size() == 1) {
      return rows.getFirst().getFirst().getText();
    }
    String all =
        rows.stream()
            .map(row ->
                row.stream().map(TextField::getText).collect(Collectors.joining(", ", "[", "]")))
            .collect(Collectors.joining(", "));
    return rows.size() == 1 ? all : "[" + all + "]";
  }

  private static AnswerInput pair(
      String key, String left, String right, String between, Texts texts) {
    TextField first = field(left, 3, texts);
    TextField second = field(right, 3, texts);
    first.setAccessibleText(texts.get(key + ".first"));
    second.setAccessibleText(texts.get(key + ".second"));
    HBox row = new HBox(first, new Label(between), second);
    row.getStyleClass().add("answer-pair");
    return new AnswerInput(
        row,
        first,
        () -> new Action.Predict(first.getText() + between + second.getText(), Optional.empty()));
  }

  /** Which row and which column met. */
  static AnswerInput lines(Texts texts) {
    TextField row = field("answer-row", 2, texts);
    TextField column = field("answer-column", 2, texts);
    Label rowName = new Label(texts.get("ask.lines.row"));
    Label columnName = new Label(texts.get("ask.lines.column"));
    rowName.setMinWidth(Region.USE_PREF_SIZE);
    columnName.setMinWidth(Region.USE_PREF_SIZE);
    rowName.setLabelFor(row);
    columnName.setLabelFor(column);
    row.setAccessibleText(rowName.getText());
    column.setAccessibleText(columnName.getText());
    HBox fields = new HBox(rowName, row, columnName, column);
    fields.getStyleClass().add("answer-pair");
    return new AnswerInput(
        fields,
        row,
        () ->
            new Action.Predict(
                texts.get("ask.lines.words", row.getText(), column.getText()), Optional.empty()));
  }

  // ---- chosen

  private static String text(Beat.Option option, Texts texts) {
    return option.text().in(texts.language());
  }

  private static AnswerInput choice(List<Beat.Option> options, Texts texts) {
    ToggleGroup group = new ToggleGroup();
    VBox list = list();
    for (int i = 0; i < options.size(); i++) {
      RadioButton button = new RadioButton(text(options.get(i), texts));
      button.setId("answer-option-" + (i + 1));
      button.setWrapText(true);
      button.setToggleGroup(group);
      list.getChildren().add(button);
    }
    return new AnswerInput(
        list,
        list.getChildren().getFirst(),
        () -> {
          int chosen = group.getToggles().indexOf(group.getSelectedToggle());
          return chosen < 0
              ? new Action.Predict("", Optional.empty())
              : new Action.Predict(
                  text(options.get(chosen), texts), Optional.of(new Answer.Choice(chosen)));
        });
  }

  private static AnswerInput choices(List<Beat.Option> options, Texts texts) {
    VBox list = list();
    List<CheckBox> boxes = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      CheckBox box = new CheckBox(text(options.get(i), texts));
      box.setId("answer-option-" + (i + 1));
      box.setWrapText(true);
      boxes.add(box);
    }
    list.getChildren().setAll(boxes);
    return new AnswerInput(
        list,
        boxes.getFirst(),
        () -> {
          List<Integer> chosen =
              IntStream.range(0, boxes.size())
                  .filter(i -> boxes.get(i).isSelected())
                  .boxed()
                  .toList();
          String words =
              chosen.isEmpty()
                  ? texts.get("ask.none")
                  : chosen.stream()
                      .map(i -> text(options.get(i), texts))
                      .collect(Collectors.joining("; "));
          return new Action.Predict(words, Optional.of(new Answer.Choices(chosen)));
        });
  }

  private static VBox list() {
    VBox list = new VBox();
    list.getStyleClass().add("answer-options");
    return list;
  }

  // ---- put in order

  private static AnswerInput order(List<Beat.Option> options, Texts texts) {
    VBox list = list();
    for (int i = 0; i < options.size(); i++) {
      list.getChildren().add(tile(options.get(i), i, list, texts));
    }
    return new AnswerInput(
        list,
        list.getChildren().getFirst().lookup(".button"),
        () -> {
          List<Integer> order =
              list.getChildren().stream().map(tile -> (Integer) tile.getUserData()).toList();
          String words =
              order.stream()
                  .map(i -> text(options.get(i), texts))
                  .collect(Collectors.joining(" → "));
          return new Action.Predict(words, Optional.of(new Answer.Order(order)));
        });
  }

  private static HBox tile(Beat.Option option, int index, VBox list, Texts texts) {
    Label words = new Label(text(option, texts));
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox tile = new HBox(words);
    tile.getStyleClass().add("answer-tile");
    tile.setId("answer-tile-" + (index + 1));
    tile.setUserData(index);
    tile.getChildren()
        .addAll(
            mover(tile, list, -1, Feather.CHEVRON_UP, "up", texts),
            mover(tile, list, 1, Feather.CHEVRON_DOWN, "down", texts));
    return tile;
  }

  private static Button mover(
      HBox tile, VBox list, int by, Feather icon, String name, Texts texts) {
    Button mover = new Button("", new FontIcon(icon));
    mover.setId(tile.getId() + "-" + name);
    mover.getStyleClass().addAll("flat", "icon-button");
    mover.setMinWidth(Region.USE_PREF_SIZE);
    mover.setAccessibleText(texts.get("ask.move." + name));
    mover.setTooltip(new Tooltip(texts.get("ask.move." + name)));
    mover.setOnAction(event -> {
      ObservableList<Node> tiles = list.getChildren();
      int to = Math.clamp(tiles.indexOf(tile) + by, 0, tiles.size() - 1);
      tiles.remove(tile);
      tiles.add(to, tile);
      mover.requestFocus();
    });
    return mover;
  }

  // ---- marked

  /** The cells of the matrix that is asked about, each to be marked or not. */
  private static AnswerInput cells(
      Answer right,
      Lesson lesson,
      Set<Place.OfCell> before,
      Consumer<Place.OfCell> mark,
      Texts texts) {
    List<Place.OfCell> wanted = right.places().toList();
    Operand operand = wanted.getFirst().operand();
    Shape shape = lesson.writtenShape(operand);
    Notation notation = new Notation(lesson);
    GridPane grid = new GridPane();
    grid.getStyleClass().add("answer-cells");
    List<ToggleButton> toggles = new ArrayList<>();
    List<Place.OfCell> places = new ArrayList<>();
    for (int i = 0; i < shape.rows(); i++) {
      for (int j = 0; j < shape.columns(); j++) {
        Cell inside = lesson.convention().turned(operand, new Cell(i, j));
        Place.OfCell place = new Place.OfCell(operand, inside);
        ToggleButton toggle = new ToggleButton(notation.entry(operand, inside));
        toggle.setId("answer-cell-" + (i + 1) + "-" + (j + 1));
        toggle.getStyleClass().add("answer-cell");
        toggle.setSelected(before.contains(place));
        toggle.setOnAction(event -> mark.accept(place));
        toggles.add(toggle);
        places.add(place);
        grid.add(toggle, j, i);
      }
    }
    return new AnswerInput(
        grid,
        toggles.getFirst(),
        () -> {
          List<Place.OfCell> chosen =
              IntStream.range(0, places.size())
                  .filter(n -> toggles.get(n).isSelected())
                  .mapToObj(places::get)
                  .toList();
          String words =
              chosen.isEmpty()
                  ? texts.get("ask.none")
                  : chosen.stream()
                      .map(place -> notation.entry(operand, place.cell()))
                      .collect(Collectors.joining(", "));
          return new Action.Predict(words, Optional.of(new Answer.Cells(chosen)));
        },
        marked -> {
          for (int n = 0; n < places.size(); n++) {
            ToggleButton toggle = toggles.get(n);
            boolean isMarked = marked.contains(places.get(n));
            if (toggle.isSelected() != isMarked) {
              toggle.setSelected(isMarked);
              // It was marked on the stage: from here, Enter sends.
              toggle.requestFocus();
            }
          }
        });
  }
}
