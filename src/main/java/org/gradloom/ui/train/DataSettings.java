package org.gradloom.ui.train;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.gradloom.data.OwnPoints;
import org.gradloom.data.SampleGenerator;
import org.gradloom.data.ShippedData;
import org.gradloom.lesson.DataSource;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.FileName;
import org.gradloom.text.Texts;
import org.gradloom.training.PreparedData;
import org.gradloom.training.Preset;
import org.gradloom.training.Quantity;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.control.NodeVisibility;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The settings of the data: which, how many, how they are split and scaled. */
final class DataSettings {
  /** The names of all data sets, in the order in which they are offered. */
  private static final List<String> SETS = PreparedData.sets();

  private final Texts texts;
  private final SetupChanges changes;
  private final TrainScreen.Host host;

  private final SettingChoice<String> set;
  private final Button file = new Button();
  private final Button columns = new Button();
  private final SettingField samples;
  private final SettingField noise;
  private final SettingField testShare;
  private final SettingField seed;
  private final CheckBox standardized = new CheckBox();
  private final InputChoice inputs;
  private final Label rows = new Label();

  /**
   * Settings that show nothing yet.
   *
   * @param host asks for a table of the user's, and how it is read
   */
  DataSettings(Texts texts, SetupChanges changes, TrainScreen.Host host) {
    this.texts = texts;
    this.changes = changes;
    this.host = host;
    set = new SettingChoice<>("set", texts, SETS, this::nameOf, this::chooseSet);
    dressFile();
    dressColumns();
    samples =
        SettingField.ofData(
            "samples",
            5,
            texts,
            changes,
            (source, text) -> source.withSamples(SettingParser.whole(text)));
    noise =
        SettingField.ofData(
            "noise",
            5,
            texts,
            changes,
            (source, text) -> source.withNoise(SettingParser.number(text)));
    testShare =
        SettingField.ofData(
            "testShare",
            5,
            texts,
            changes,
            (source, text) -> source.withTestShare(SettingParser.share(text)));
    seed = SettingField.ofData("dataSeed", 5, texts, changes, DataSettings::withSeed);
    dressStandardized();
    inputs = new InputChoice(texts, changes);
    rows.setId("train-rows");
    rows.getStyleClass().add("muted");
    rows.setWrapText(true);
    rows.setMinHeight(Region.USE_PREF_SIZE);
  }

  private String nameOf(String name) {
    return texts.has("set." + name) ? texts.get("set." + name) : name;
  }

  private void dressFile() {
    file.setId("train-file");
    file.setMaxWidth(Double.MAX_VALUE);
    file.getStyleClass().add("list-item");
    file.setTooltip(new Tooltip(texts.get("train.file.tip")));
    file.setGraphic(new FontIcon(Feather.FOLDER));
    file.setOnAction(event -> chooseFile());
  }

  private void dressColumns() {
    columns.setId("train-columns");
    columns.setText(texts.get("train.columns"));
    columns.setTooltip(new Tooltip(texts.get("train.columns.tip")));
    columns.setMaxWidth(Double.MAX_VALUE);
    columns.setGraphic(new FontIcon(Feather.COLUMNS));
    columns.setOnAction(event -> ask(changes.source()));
  }

  private void dressStandardized() {
    standardized.setId("train-standardized");
    standardized.setText(texts.get("train.standardized"));
    standardized.setTooltip(new Tooltip(texts.get("train.standardized.tip")));
    standardized.setOnAction(event ->
        changes.prepare(
            changes.source().withStandardized(standardized.isSelected()),
            "train.done.standardized",
            wrong -> {
              standardized.setSelected(changes.source().standardized());
              changes.tell(wrong);
            }));
  }

  /** From above to below. */
  List<Node> nodes() {
    return List.of(set, file, columns, samples, noise, testShare, seed, standardized, inputs, rows);
  }

  // ---- what is shown

  void show(TrainingSetup setup) {
    Optional<DataSource> source = setup.source();
    Optional<SampleGenerator> generator =
        source.flatMap(from -> SampleGenerator.named(from.rows().set()));
    boolean own = generator.equals(Optional.of(OwnPoints.OWN));
    boolean generated = generator.isPresent() && !own;
    Optional<DataSource.Table> table = source.flatMap(DataSource::table);
    NodeVisibility.set(set, source.isPresent());
    // Own points lie where they were put: to make them again would leave none of them.
    for (Node node : List.of(testShare, seed, standardized)) {
      NodeVisibility.set(node, source.isPresent() && !own);
    }
    NodeVisibility.set(file, table.isPresent());
    NodeVisibility.set(columns, table.isPresent() && setup.data().isPresent());
    NodeVisibility.set(samples, generated);
    NodeVisibility.set(noise, generated);
    source.ifPresent(this::show);
    table.ifPresent(from -> file.setText(FileName.of(from.file())));
    inputs.show(setup);
    rows.setText(rowsOf(setup));
  }

  private void show(DataSource source) {
    set.show(source.rows().set());
    if (source.rows() instanceof DataSource.Named(_, var count, var deviation, _)) {
      count.ifPresent(known -> samples.show(SettingParser.text(known)));
      deviation.ifPresent(known -> noise.show(SettingParser.text(known)));
    }
    testShare.show(SettingParser.percent(source.test().share().orElse(0)));
    seed.show(SettingParser.text(source.seed().orElse(1)));
    standardized.setSelected(source.standardized());
  }

  private String rowsOf(TrainingSetup setup) {
    String trained = Numbers.grouped(setup.lesson().samples());
    Optional<String> tested = setup.test().map(test -> Numbers.grouped(test.size()));
    Optional<Quantity> learned = setup.data().flatMap(PreparedData::quantity);
    if (learned.isPresent()) {
      String from =
          setup.features().columns() == 1
              ? setup.data().orElseThrow().train().features().getFirst()
              : texts.get("train.rows.features", setup.features().columns());
      String name = learned.get().name();
      String counted =
          tested
              .map(test -> texts.get("train.rows.split.numbers", trained, test, from, name))
              .orElseGet(() -> texts.get("train.rows.numbers", trained, from, name));
      return learned.get().isStandardized()
          ? counted + "\n" + texts.get("train.rows.undone")
          : counted + made(setup);
    }
    return tested
            .map(test ->
                texts.get(
                    "train.rows.split", trained, test, setup.features().columns(), setup.outputs()))
            .orElseGet(() ->
                texts.get(
                    setup.labels().isPresent() ? "train.rows.classes" : "train.rows.all",
                    trained,
                    setup.features().columns(),
                    setup.outputs()))
        + made(setup);
  }

  /** What generated samples follow, where that is said. */
  private String made(TrainingSetup setup) {
    return setup
        .source()
        .map(source -> "set." + source.rows().set() + ".made")
        .filter(texts::has)
        .map(key -> "\n" + texts.get(key))
        .orElse("");
  }

  // ---- what is chosen

  private void chooseSet(String name) {
    if (name.equals(DataSource.CSV)) {
      chooseFile();
      return;
    }
    DataSource wanted =
        SampleGenerator.named(name)
            .map(Preset::generated)
            .or(() ->
                ShippedData.named(name).map(data -> Preset.shipped(data, data == ShippedData.IRIS)))
            .orElseThrow();
    changes.prepare(wanted, "train.done.set");
  }

  private void chooseFile() {
    host.csvToOpen()
        .map(path -> path.toAbsolutePath().toString())
        .map(path -> Preset.table(new DataSource.Table(path)))
        .ifPresent(this::ask);
  }

  /** Other data, as soon as it is said how their table is read. */
  private void ask(DataSource source) {
    host.askAbout(source, data -> changes.use(data, "train.done.set"));
  }

  private static DataSource withSeed(DataSource source, String text) {
    int wanted = SettingParser.whole(text);
    return source.withSeed(wanted);
  }
}
