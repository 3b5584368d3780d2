package org.gradloom.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Wording;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Exercises;
import org.gradloom.practice.Pack;
import org.gradloom.practice.Sizes;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.ChoiceNames;
import org.gradloom.ui.control.LiveScroll;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Puts exercises together for others: kinds, how many of each, their seed, sizes, own words, and
 * the numbers that Explore shows in the place of drawn ones.
 */
final class PackDialog extends Dialog<Pack> {
  private static final int MOST_OF_A_KIND = 50;
  private static final double WIDTH = 900;
  private static final double HEIGHT = 460;

  private final Texts texts;
  private final Lesson shown;
  private final TextField title = new TextField();
  private final TextField intro = new TextField();
  private final CheckBox shuffle = new CheckBox();
  private final GridPane table = new GridPane(8, 8);
  private final List<Row> rows = new ArrayList<>();
  private final Label wrong = new Label();
  private Optional<Pack> made = Optional.empty();

  /** One line of the table. */
  private record Row(
      ComboBox<Exercise.Kind> kind,
      WholeNumberSpinner count,
      TextField seed,
      TextField sizes,
      CheckBox own,
      TextField question,
      Button remove) {}

  /**
   * @param shown the numbers that Explore shows
   */
  PackDialog(Texts texts, Lesson shown) {
    this.texts = texts;
    this.shown = shown;
    setTitle(texts.get("pack.title"));
    setHeaderText(texts.get("pack.header"));
    setResizable(true);
    title.setId("pack-title");
    intro.setId("pack-intro");
    shuffle.setId("pack-shuffle");
    shuffle.setText(texts.get("pack.shuffle"));
    wrong.setId("pack-wrong");
    wrong.getStyleClass().add("field-error");
    wrong.setWrapText(true);
    Button add = new Button(texts.get("pack.add"), new FontIcon(Feather.PLUS));
    add.setId("pack-add");
    add.setOnAction(event -> add());
    GridPane head = new GridPane(8, 8);
    head.addRow(0, labelled("pack.name", title), title);
    head.addRow(1, labelled("pack.intro", intro), intro);
    intro.setPrefColumnCount(40);
    VBox form = new VBox(12, head, table, add, shuffle, wrong);
    ScrollPane scroll = new LiveScroll(form);
    scroll.setFitToWidth(true);
    getDialogPane().setContent(scroll);
    getDialogPane().setMinSize(WIDTH, HEIGHT);
    ButtonType save = new ButtonType(texts.get("pack.save"), ButtonBar.ButtonData.OK_DONE);
    getDialogPane()
        .getButtonTypes()
        .setAll(
            save, new ButtonType(texts.get("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
    getDialogPane()
        .lookupButton(save)
        .addEventFilter(
            ActionEvent.ACTION,
            event -> {
              try {
                made = Optional.of(pack());
              } catch (InvalidInput refused) {
                wrong.setText(texts.say(refused.said()));
                event.consume();
              }
            });
    setResultConverter(button -> button.equals(save) ? made.orElse(null) : null);
    add();
  }

  private Label label(String key) {
    Label label = new Label(texts.get(key));
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private Label labelled(String key, TextField field) {
    Label label = label(key);
    label.setLabelFor(field);
    return label;
  }

  private void add() {
    ComboBox<Exercise.Kind> kind = new ComboBox<>();
    kind.getItems().setAll(Exercise.Kind.values());
    kind.setValue(Exercise.Kind.DW_CELL);
    kind.setConverter(new ChoiceNames<>(value -> texts.say(value.title())));
    WholeNumberSpinner count = new WholeNumberSpinner(1, MOST_OF_A_KIND, 3);
    count.setAccessibleText(texts.get("pack.count"));
    kind.setAccessibleText(texts.get("pack.kind"));
    count.setPrefWidth(80);
    TextField seed = field("1", 8, "pack.seed");
    TextField sizes = field("", 7, "pack.sizes");
    CheckBox own = new CheckBox(texts.get("pack.own"));
    own.setTooltip(new Tooltip(texts.get("pack.own.tip")));
    TextField question = field("", 18, "pack.question");
    Button remove = new Button("", new FontIcon(Feather.X));
    remove.getStyleClass().addAll("flat", "icon-button");
    remove.setAccessibleText(texts.get("pack.remove"));
    Stream.of(kind, count, seed, sizes, own)
        .forEach(part -> part.setMinWidth(Region.USE_PREF_SIZE));
    Row row = new Row(kind, count, seed, sizes, own, question, remove);
    remove.setOnAction(event -> {
      rows.remove(row);
      showRows();
    });
    rows.add(row);
    showRows();
  }

  private TextField field(String text, int columns, String tip) {
    TextField field = new TextField(text);
    field.setPrefColumnCount(columns);
    field.setTooltip(new Tooltip(texts.get(tip + ".tip")));
    field.setAccessibleText(texts.get(tip));
    return field;
  }

  private void showRows() {
    table.getChildren().clear();
    List<String> names =
        List.of(
            "pack.kind", "pack.count", "pack.seed", "pack.sizes", "pack.numbers", "pack.question");
    for (int column = 0; column < names.size(); column++) {
      Label name = label(names.get(column));
      name.getStyleClass().add("muted");
      table.add(name, column, 0);
    }
    for (int n = 0; n < rows.size(); n++) {
      Row row = rows.get(n);
      row.kind().setId("pack-kind-" + (n + 1));
      row.seed().setId("pack-seed-" + (n + 1));
      row.sizes().setId("pack-sizes-" + (n + 1));
      row.question().setId("pack-question-" + (n + 1));
      table.addRow(
          n + 1,
          row.kind(),
          row.count(),
          row.seed(),
          row.sizes(),
          row.own(),
          row.question(),
          row.remove());
      row.remove().setDisable(rows.size() == 1);
    }
  }

  // ---- what it makes

  private Pack pack() {
    if (title.getText().isBlank()) {
      throw new InvalidInput("pack.noTitle");
    }
    List<Pack.Item> items = new ArrayList<>();
    for (int n = 0; n < rows.size(); n++) {
      try {
        items.add(item(rows.get(n)));
      } catch (InvalidInput refused) {
        throw new InvalidInput(Pack.within(n + 1, refused.said()));
      }
    }
    Pack pack =
        new Pack(title.getText().strip(), intro.getText().strip(), items, shuffle.isSelected());
    pack.exercises(new Exercises(texts), shown.convention(), 0);
    return pack;
  }

  private Pack.Item item(Row row) {
    long first = seed(row.seed().getText());
    int count = row.count().whole();
    String words = row.question().getText().strip();
    return new Pack.Item(
        row.kind().getValue(),
        LongStream.range(0, count).mapToObj(n -> first + n).toList(),
        sizes(row.sizes().getText()),
        row.own().isSelected() ? Optional.of(shown) : Optional.empty(),
        words.isEmpty() ? Optional.empty() : Optional.of(Wording.of(words)));
  }

  private static long seed(String text) {
    if (!text.strip().matches("\\d{1,15}")) {
      throw new InvalidInput("pack.wrongSeed", text.strip());
    }
    return Long.parseLong(text.strip());
  }

  private static Optional<Sizes> sizes(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    List<String> parts = List.of(text.strip().split("[\\s,;×]+", -1));
    boolean three = parts.size() == 3 && parts.stream().allMatch(part -> part.matches("\\d{1,2}"));
    List<Integer> sides = three ? parts.stream().map(Integer::valueOf).toList() : List.of(0);
    if (sides.stream().anyMatch(side -> side < 1 || side > Sizes.LARGEST)) {
      throw new InvalidInput("pack.wrongSizes", Sizes.LARGEST);
    }
    return Optional.of(new Sizes(sides.get(0), sides.get(1), sides.get(2)));
  }
}
