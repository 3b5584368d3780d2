package org.gradloom.ui.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.gradloom.data.Generator;
import org.gradloom.data.ShippedData;
import org.gradloom.lesson.DataSource;
import org.gradloom.lesson.WeightInit;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.Activation;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Optimizer;
import org.gradloom.text.FileName;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;
import org.gradloom.text.Texts;
import org.gradloom.training.PreparedData;
import org.gradloom.training.Preset;
import org.gradloom.training.SetupEdits;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Background;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.Training;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Data, network and plan: everything that is chosen before training, and some while it runs. */
final class SetupPanel extends VBox {
  private static final int MOST_EPOCHS = 1_000_000;

  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,9}");

  /** What may stand between the sizes of two layers. */
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;·×–]+");

  /** The names of all data sets, in the order in which they are offered. */
  private static final List<String> SETS = sets();

  private final Store store;
  private final Texts texts;
  private final Background background;
  private final Supplier<Optional<Path>> csvToOpen;

  private final SettingChoice<String> set;
  private final Button file = new Button();
  private final SettingField classColumn;
  private final SettingField samples;
  private final SettingField noise;
  private final SettingField testShare;
  private final SettingField dataSeed;
  private final CheckBox standardized = new CheckBox();
  private final Label rows = new Label();

  private final SettingField hidden;
  private final SettingChoice<Activation> activation;
  private final SettingChoice<WeightInit> start;
  private final SettingField startSeed;

  private final SettingChoice<String> optimizer;
  private final SettingField rate;
  private final SettingField momentum;
  private final SettingField batch;
  private final SettingField epochs;
  private final SettingChoice<LossKind> loss;

  private @Nullable TrainingSetup shown;

  /**
   * A panel.
   *
   * @param csvToOpen asks for a file of the user's
   * @param openPreset opens a ready setup
   */
  SetupPanel(
      Store store,
      Texts texts,
      Background background,
      Supplier<Optional<Path>> csvToOpen,
      Consumer<Preset> openPreset) {
    this.store = store;
    this.texts = texts;
    this.background = background;
    this.csvToOpen = csvToOpen;
    set = new SettingChoice<>("set", texts, SETS, this::nameOfSet, this::chooseSet);
    classColumn = new SettingField("classColumn", store, texts, 6, this::takeClassColumn);
    samples = data("samples", text -> source().withSamples(whole(text)), "train.done.samples");
    noise = data("noise", text -> source().withNoise(number(text)), "train.done.noise");
    testShare =
        data("testShare", text -> source().withTestShare(percent(text)), "train.done.testShare");
    dataSeed =
        data(
            "dataSeed",
            text -> {
              long seed = seed(text);
              return source().withSeed(seed).withSplitSeed(seed);
            },
            "train.done.dataSeed");
    hidden =
        network(
            "hidden",
            7,
            (setup, text) -> SetupEdits.withHidden(setup, hidden(text)),
            "train.done.hidden");
    activation =
        new SettingChoice<>(
            "activation",
            texts,
            List.of(Activation.values()),
            value -> texts.get("activation." + value.documentName()),
            value ->
                change(setup -> SetupEdits.withActivation(setup, value), "train.done.activation"));
    start =
        new SettingChoice<>(
            "start",
            texts,
            List.of(WeightInit.values()),
            value -> texts.get("start." + value.documentName()),
            value ->
                change(
                    setup -> SetupEdits.withStart(setup, value, setup.startSeed()),
                    "train.done.start"));
    startSeed =
        network(
            "startSeed",
            5,
            (setup, text) -> SetupEdits.withStart(setup, setup.start(), seed(text)),
            "train.done.startSeed");
    optimizer =
        new SettingChoice<>(
            "optimizer",
            texts,
            Optimizer.kinds(1).stream().map(Optimizer::documentName).toList(),
            name -> texts.get("optimizer." + name),
            this::chooseOptimizer);
    rate =
        network(
            "rate",
            5,
            (setup, text) ->
                SetupEdits.with(setup, setup.plan().optimizer().withRate(positive(text))),
            "train.done.rate");
    momentum =
        network(
            "momentum",
            5,
            (setup, text) ->
                SetupEdits.with(
                    setup,
                    new Optimizer.Momentum(
                        setup.plan().optimizer().learningRate(), momentum(text))),
            "train.done.momentum");
    batch =
        network(
            "batch",
            5,
            (setup, text) -> SetupEdits.withBatchSize(setup, whole(text)),
            "train.done.batch");
    epochs =
        network(
            "epochs",
            5,
            (setup, text) -> SetupEdits.withEpochs(setup, epochs(text)),
            "train.done.epochs");
    loss =
        new SettingChoice<>(
            "loss",
            texts,
            losses(),
            kind -> texts.get("train.loss." + kind.documentName()),
            kind ->
                change(
                    setup -> SetupEdits.withLoss(setup, kind, setup.lesson().loss().reduction()),
                    "train.done.loss"));
    dress(openPreset);
  }

  /** What can be learnt, first the losses that give probabilities of classes. */
  private static List<LossKind> losses() {
    return Arrays.stream(LossKind.values())
        .filter(LossKind::isLearnt)
        .sorted(Comparator.comparing(kind -> !kind.hasProbabilities()))
        .toList();
  }

  private static List<String> sets() {
    List<String> names = new ArrayList<>();
    for (Generator generator : Generator.values()) {
      names.add(generator.documentName());
    }
    for (ShippedData shipped : ShippedData.values()) {
      names.add(shipped.documentName());
    }
    names.add(DataSource.CSV);
    return List.copyOf(names);
  }

  private void dress(Consumer<Preset> openPreset) {
    setId("train-setup");
    getStyleClass().add("numbers");
    MenuButton presets = new MenuButton(texts.get("train.presets"));
    presets.setId("train-presets");
    presets.setMaxWidth(Double.MAX_VALUE);
    for (Preset preset : Preset.values()) {
      MenuItem item = new MenuItem(texts.get("preset." + preset.id()));
      item.setId("preset-" + preset.id());
      item.setOnAction(event -> openPreset.accept(preset));
      presets.getItems().add(item);
    }
    file.setId("train-file");
    file.setMaxWidth(Double.MAX_VALUE);
    file.getStyleClass().add("list-item");
    file.setTooltip(new Tooltip(texts.get("train.file.tip")));
    file.setGraphic(new FontIcon(Feather.FOLDER));
    file.setOnAction(event -> chooseFile());
    standardized.setId("train-standardized");
    standardized.setText(texts.get("train.standardized"));
    standardized.setTooltip(new Tooltip(texts.get("train.standardized.tip")));
    standardized.setOnAction(event ->
        prepare(
            source().withStandardized(standardized.isSelected()),
            "train.done.standardized",
            wrong -> {
              standardized.setSelected(source().standardized());
              tell(wrong);
            }));
    rows.setId("train-rows");
    rows.getStyleClass().add("muted");
    rows.setWrapText(true);
    rows.setMinHeight(USE_PREF_SIZE);
    Label live = new Label(texts.get("train.live"));
    live.getStyleClass().add("muted");
    live.setWrapText(true);
    live.setMinHeight(USE_PREF_SIZE);
    getChildren()
        .addAll(
            presets,
            title("data"),
            set,
            file,
            classColumn,
            samples,
            noise,
            testShare,
            dataSeed,
            standardized,
            rows,
            title("network"),
            hidden,
            activation,
            start,
            startSeed,
            title("training"),
            optimizer,
            rate,
            momentum,
            batch,
            epochs,
            loss,
            live);
  }

  private Label title(String key) {
    Label title = new Label(texts.get("panel." + key));
    title.getStyleClass().add("panel-title");
    return title;
  }

  // ---- what is shown

  void show(Training training) {
    TrainingSetup setup = training.setup();
    if (setup.equals(shown)) {
      return;
    }
    shown = setup;
    showData(setup);
    hidden.show(
        String.join(" · ", setup.hidden().stream().map(units -> Integer.toString(units)).toList()));
    activation.show(setup.activation());
    NodeVisibility.set(activation, !setup.hidden().isEmpty());
    NodeVisibility.set(start, setup.data().isPresent());
    NodeVisibility.set(startSeed, setup.data().isPresent());
    start.show(setup.start());
    startSeed.show(Long.toString(setup.startSeed()));
    Optimizer rule = setup.plan().optimizer();
    optimizer.show(rule.documentName());
    rate.show(Entry.of(rule.learningRate()).exactText());
    NodeVisibility.set(momentum, rule instanceof Optimizer.Momentum);
    if (rule instanceof Optimizer.Momentum(_, double mu)) {
      momentum.show(Entry.of(mu).exactText());
    }
    batch.show(Integer.toString(setup.plan().batchSize()));
    epochs.show(Integer.toString(setup.plan().epochs()));
    loss.show(setup.lesson().loss().kind());
    NodeVisibility.set(loss, setup.labels().isPresent());
  }

  private void showData(TrainingSetup setup) {
    Optional<DataSource> source = setup.plan().data();
    boolean generated = source.flatMap(from -> Generator.named(from.set())).isPresent();
    Optional<DataSource.Csv> csv = source.flatMap(DataSource::csv);
    source.ifPresent(from -> set.show(from.set()));
    NodeVisibility.set(set, source.isPresent());
    NodeVisibility.set(file, csv.isPresent());
    NodeVisibility.set(classColumn, csv.isPresent());
    csv.ifPresent(from -> {
      file.setText(FileName.of(from.file()));
      classColumn.show(from.classColumn().orElse(texts.get("train.lastColumn")));
    });
    NodeVisibility.set(samples, generated);
    NodeVisibility.set(noise, generated);
    NodeVisibility.set(testShare, source.isPresent());
    NodeVisibility.set(dataSeed, source.isPresent());
    NodeVisibility.set(standardized, source.isPresent());
    source.ifPresent(from -> {
      from.samples().ifPresent(count -> samples.show(Integer.toString(count)));
      from.noise().ifPresent(deviation -> noise.show(Entry.of(deviation).exactText()));
      testShare.show(Numbers.format(100 * from.testShare().orElse(0)) + " %");
      dataSeed.show(Long.toString(from.seed().orElse(from.splitSeed().orElse(1))));
      standardized.setSelected(from.standardized());
    });
    rows.setText(
        setup
            .test()
            .map(test ->
                texts.get(
                    "train.rows.split",
                    Numbers.grouped(setup.lesson().samples()),
                    Numbers.grouped(test.size()),
                    setup.inputs(),
                    setup.outputs()))
            .orElseGet(() ->
                texts.get(
                    setup.labels().isPresent() ? "train.rows.classes" : "train.rows.all",
                    Numbers.grouped(setup.lesson().samples()),
                    setup.inputs(),
                    setup.outputs())));
  }

  private String nameOfSet(String name) {
    return texts.has("set." + name) ? texts.get("set." + name) : name;
  }

  // ---- changes

  private TrainingSetup setup() {
    return store.state().training().orElseThrow().setup();
  }

  private DataSource source() {
    return setup().plan().data().orElseThrow();
  }

  private Optional<Message> change(UnaryOperator<TrainingSetup> how, String done) {
    return store.dispatch(new Action.ChangeSetup(how.apply(setup()), Message.of(done)));
  }

  private interface Typed {
    TrainingSetup change(TrainingSetup setup, String text);
  }

  private SettingField network(String id, int columns, Typed how, String done) {
    return new SettingField(
        id, store, texts, columns, text -> change(setup -> how.change(setup, text), done));
  }

  /** A field of the data, which have to be made again before anything changes. */
  private SettingField data(String id, Function<String, DataSource> how, String done) {
    SettingField[] itself = new SettingField[1];
    itself[0] =
        new SettingField(
            id,
            store,
            texts,
            5,
            text -> {
              prepare(how.apply(text), done, wrong -> itself[0].refuse(text, texts.say(wrong)));
              return Optional.empty();
            });
    return itself[0];
  }

  private void prepare(DataSource source, String done, Consumer<Message> refused) {
    TrainingSetup before = setup();
    background.run(
        () -> PreparedData.of(source),
        prepared -> {
          Training now = store.state().training().orElseThrow();
          // Whoever changed something else meanwhile keeps that too.
          if (now.setup().data().equals(before.data())) {
            store.dispatch(
                new Action.ChangeSetup(SetupEdits.on(now.setup(), prepared), Message.of(done)));
          }
        },
        refused);
  }

  private void tell(Message wrong) {
    store.dispatch(new Action.Tell(new Notice(wrong, true)));
  }

  private void chooseSet(String name) {
    if (name.equals(DataSource.CSV)) {
      chooseFile();
      return;
    }
    DataSource wanted =
        Generator.named(name)
            .map(Preset::generated)
            .or(() ->
                ShippedData.named(name).map(data -> Preset.shipped(data, data == ShippedData.IRIS)))
            .orElseThrow();
    prepare(wanted, "train.done.set", this::tell);
  }

  private void chooseFile() {
    csvToOpen
        .get()
        .ifPresent(path ->
            prepare(
                Preset.file(
                    new DataSource.Csv(
                        path.toAbsolutePath().toString(), Optional.empty(), Optional.empty())),
                "train.done.set",
                this::tell));
  }

  private Optional<Message> takeClassColumn(String text) {
    DataSource.Csv csv = source().csv().orElseThrow();
    Optional<String> column = text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    prepare(
        source().with(new DataSource.Csv(csv.file(), csv.header(), column)),
        "train.done.classColumn",
        wrong -> classColumn.refuse(text, texts.say(wrong)));
    return Optional.empty();
  }

  private void chooseOptimizer(String name) {
    double eta = setup().plan().optimizer().learningRate();
    Optimizer wanted = Optimizer.named(name, eta).orElseThrow();
    change(setup -> SetupEdits.with(setup, wanted), "train.done.optimizer");
  }

  // ---- what is typed

  private static double number(String text) {
    return Numbers.parse(text).value();
  }

  private static double positive(String text) {
    double value = number(text);
    if (!(value > 0)) {
      throw new InvalidInput("train.notPositive", Numbers.format(value));
    }
    return value;
  }

  private static double momentum(String text) {
    double value = number(text);
    if (!(value >= 0 && value < 1)) {
      throw new InvalidInput("train.noMomentum", Numbers.format(value));
    }
    return value;
  }

  private static double percent(String text) {
    return number(text.replace('%', ' ')) / 100;
  }

  private static int whole(String text) {
    String digits = text.strip().replace(Numbers.MINUS, '-');
    if (!WHOLE.matcher(digits).matches()) {
      throw new InvalidInput("train.notWhole", Quote.of(text.strip()));
    }
    return Integer.parseInt(digits);
  }

  private static int epochs(String text) {
    int count = whole(text);
    if (count < 1 || count > MOST_EPOCHS) {
      throw new InvalidInput("train.wrongEpochs", count, MOST_EPOCHS);
    }
    return count;
  }

  private static long seed(String text) {
    return whole(text);
  }

  /** Units of the hidden layers, with signs or spaces between them; nothing for no hidden layer. */
  private static List<Integer> hidden(String text) {
    List<Integer> units = new ArrayList<>();
    for (String word : BETWEEN.split(text.strip(), -1)) {
      if (!word.isEmpty()) {
        units.add(whole(word));
      }
    }
    return units;
  }
}
