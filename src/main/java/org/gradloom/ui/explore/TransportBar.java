package org.gradloom.ui.explore;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.gradloom.derivation.Captions;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.derivation.Narration;
import org.gradloom.derivation.Notation;
import org.gradloom.derivation.Perspectives;
import org.gradloom.derivation.Section;
import org.gradloom.derivation.Step;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.lesson.ViewPart;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.ChoiceNames;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.StepTimeline;
import org.gradloom.ui.control.StepTimelineModel;
import org.gradloom.ui.control.Tip;
import org.gradloom.ui.keys.KeyNames;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** First, back, play, forward, last; the timeline; how far a step goes. */
final class TransportBar extends HBox {
  private static final List<Double> SPEEDS = List.of(0.5, 1.0, 2.0, 4.0);

  private final Store store;
  private final Texts texts;
  private final KeyNames keys;
  private final Button first;
  private final Button back;
  private final Button play;
  private final Button forward;
  private final Button last;
  private final FontIcon playIcon = new FontIcon(Feather.PLAY);
  private final ComboBox<Double> speed = new ComboBox<>();
  private final StepTimeline timeline;
  private final Map<Granularity, ToggleButton> granularities = new EnumMap<>(Granularity.class);

  private @Nullable Derivation shown;

  TransportBar(Store store, Texts texts) {
    this.store = store;
    this.texts = texts;
    this.keys = KeyNames.here(texts);
    this.timeline = new StepTimeline(texts);
    getStyleClass().add("transport");
    first = button("first", Feather.SKIP_BACK, Shortcut.OfWalk.FIRST, new Action.First());
    back = stepButton("back", Feather.CHEVRON_LEFT, Shortcut.OfWalk.BACK, false);
    play = new Button("", playIcon);
    play.setId("transport-play");
    play.getStyleClass().addAll("transport-button", "primary");
    play.setOnAction(
        event -> store.dispatch(new Action.Play(!store.state().explore().playback().playing())));
    forward = stepButton("forward", Feather.CHEVRON_RIGHT, Shortcut.OfWalk.FORWARD, true);
    last = button("last", Feather.SKIP_FORWARD, Shortcut.OfWalk.LAST, new Action.Last());
    dressSpeed();
    timeline.setId("timeline");
    timeline.setMinWidth(120);
    HBox.setHgrow(timeline, Priority.ALWAYS);
    timeline.setDescriber(this::describe);
    timeline.setOnSeek(tick -> store.dispatch(new Action.Seek(tick)));
    Label stepBy = new Label(texts.get("transport.stepBy"));
    stepBy.getStyleClass().add("muted");
    stepBy.setMinWidth(USE_PREF_SIZE);
    HBox segmented = new HBox();
    segmented.getStyleClass().add("segmented");
    ToggleGroup group = new ToggleGroup();
    for (Granularity granularity : Granularity.values()) {
      segmented.getChildren().add(granularity(granularity, group));
    }
    segmented.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(first, back, play, forward, last, speed, timeline, stepBy, segmented);
  }

  private Button button(String id, Feather icon, Shortcut key, Action action) {
    Button button = new Button("", new FontIcon(icon));
    dress(button, id, key);
    button.setOnAction(event -> store.dispatch(action));
    return button;
  }

  private Button stepButton(String id, Feather icon, Shortcut key, boolean ahead) {
    Button button = new Button("", new FontIcon(icon));
    dress(button, id, key);
    button.setOnAction(event -> {
      Granularity by = store.state().explore().granularity();
      store.dispatch(new Action.Play(false));
      store.dispatch(ahead ? new Action.Forward(by) : new Action.Back(by));
    });
    return button;
  }

  private void dress(Button button, String id, Shortcut key) {
    button.setId("transport-" + id);
    button.getStyleClass().add("transport-button");
    String name = texts.get("transport." + id, keys.of(key));
    button.setAccessibleText(name);
    Tip.set(button, name);
  }

  private void dressSpeed() {
    speed.setId("transport-speed");
    speed.getStyleClass().add("quiet");
    speed.getItems().setAll(SPEEDS);
    speed.setMinWidth(USE_PREF_SIZE);
    speed.setAccessibleText(texts.get("transport.speed"));
    Tip.set(speed, texts.get("transport.speed"));
    speed.setConverter(new ChoiceNames<>(value -> Numbers.format(value) + "×"));
    speed.setOnAction(event -> {
      if (speed.getValue() != null) {
        store.dispatch(new Action.PlayAt(speed.getValue()));
      }
    });
  }

  private ToggleButton granularity(Granularity granularity, ToggleGroup group) {
    String name = granularity.name().toLowerCase(java.util.Locale.ROOT);
    ToggleButton toggle = new ToggleButton(texts.get("transport." + name));
    toggle.setId("step-by-" + name);
    toggle.setToggleGroup(group);
    Tip.set(toggle, texts.get("transport." + name + ".tip"));
    toggle.setOnAction(event -> {
      // One of them is always chosen.
      toggle.setSelected(true);
      store.dispatch(new Action.StepBy(granularity));
    });
    granularities.put(granularity, toggle);
    return toggle;
  }

  /** Where the keys of the walk are at home. */
  @Override
  public void requestFocus() {
    play.requestFocus();
  }

  void show(Explore state) {
    Derivation derivation = state.derivation();
    if (shown == null
        || !shown.sections().equals(derivation.sections())
        || hidesSymbols(shown) != hidesSymbols(derivation)) {
      timeline.setModel(model(derivation));
    }
    shown = derivation;
    timeline.setPosition(derivation.indexOf(Granularity.TERM, state.step()));
    timeline.setMark(
        state
            .beatStep()
            .map(at -> OptionalLong.of(derivation.indexOf(Granularity.TERM, at)))
            .orElseGet(OptionalLong::empty));
    boolean playing = state.playback().playing();
    playIcon.setIconCode(playing ? Feather.PAUSE : Feather.PLAY);
    String action =
        texts.get(playing ? "transport.pause" : "transport.play", keys.of(Shortcut.OfWalk.PLAY));
    if (!action.equals(play.getAccessibleText())) {
      play.setAccessibleText(action);
      Tip.set(play, action);
    }
    first.setDisable(state.isAtStart());
    back.setDisable(state.isAtStart());
    forward.setDisable(state.isAtEnd());
    last.setDisable(state.isAtEnd());
    speed.setValue(state.playback().speed());
    granularities.forEach((granularity, toggle) -> {
      toggle.setSelected(granularity == state.granularity());
      NodeVisibility.set(
          toggle,
          granularity != Granularity.SAMPLE || Perspectives.goBySamples(state.perspective()));
    });
  }

  private static boolean hidesSymbols(Derivation derivation) {
    return derivation.cover().hides(ViewPart.SYMBOLS);
  }

  /** Equations in the order in which they are computed; nameless where that is asked for. */
  private static StepTimelineModel model(Derivation derivation) {
    boolean nameless = hidesSymbols(derivation);
    Captions captions = new Captions(derivation.lesson());
    Notation notation = new Notation(derivation.lesson());
    return new StepTimelineModel(
        derivation.sections().stream()
            .map(section -> {
              String whole = nameless ? "" : captions.equation(section);
              String brief = nameless ? "" : notation.plain(section.result());
              return new StepTimelineModel.Segment(
                  new StepTimelineModel.Name(whole, brief, rank(section.result().quantity())),
                  group(section),
                  section.firstTerm(),
                  section.cells() * section.terms(),
                  whole);
            })
            .toList());
  }

  /** What a course is about is named first: a weight's gradient, and what it comes from. */
  private static int rank(MatrixSymbol result) {
    return switch (result) {
      case DW -> 0;
      case Z, W_NEXT -> 1;
      case DZ, DA, L -> 2;
      case A, P, DX -> 3;
      case DB, B_NEXT -> 4;
      case X, W, B, MASK, UPSTREAM, TARGETS, LABELS ->
          throw new IllegalArgumentException(result + " is given");
    };
  }

  /** Forward and backward stand together layer by layer; the loss and the update apart. */
  private static int group(Section section) {
    return switch (section.phase()) {
      case FORWARD -> 0;
      case LOSS -> 1;
      case BACKWARD -> 2;
      case UPDATE -> 3;
    };
  }

  private String describe(long tick) {
    Derivation derivation = store.state().explore().derivation();
    long within = Math.clamp(tick, 0, derivation.size(Granularity.TERM) - 1);
    Step step = derivation.at(Granularity.TERM, within);
    return texts.say(Narration.of(step).where());
  }
}
