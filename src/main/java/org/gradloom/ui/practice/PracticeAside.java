package org.gradloom.ui.practice;

import atlantafx.base.controls.Spacer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Misconception;
import org.gradloom.marking.Diagnosis;
import org.gradloom.marking.Ideas;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Exercise.Kind;
import org.gradloom.practice.Fading;
import org.gradloom.practice.Plan;
import org.gradloom.practice.Session;
import org.gradloom.practice.Session.Attempt;
import org.gradloom.practice.WorkedExample;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.ChoiceNames;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.stage.RichText;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.PracticeState;
import org.gradloom.ui.store.Store;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The learner's tries, the hints that are open, how the kind goes, and which ideas trip. */
final class PracticeAside extends VBox {
  private static final int MOST_IDEAS = 4;

  private final Store store;
  private final Texts texts;
  private final Clock clock;
  private final Consumer<Exercise.Kind> explain;
  private final VBox tries = section("practice.tries", "practice-tries");
  private final VBox fading = section("practice.fading", "practice-fading");
  private final VBox idea = section("practice.idea", "practice-idea");
  private final VBox hints = section("practice.hints", "practice-hints");
  private final VBox skill = section("practice.skill", "practice-skill");
  private final VBox ideas = section("practice.ideas", "practice-ideas");

  private final ComboBox<Convention> convention = new ComboBox<>();

  /**
   * @param explain opens the lesson that explains a kind
   */
  PracticeAside(Store store, Texts texts, Clock clock, Consumer<Exercise.Kind> explain) {
    this.explain = explain;
    this.store = store;
    this.texts = texts;
    this.clock = clock;
    setId("practice-aside");
    getStyleClass().addAll("side-panel", "right-side", "practice-aside");
    getChildren().addAll(fading, idea, tries, hints, skill, ideas, conventionChoice());
    setMinHeight(USE_PREF_SIZE);
  }

  private VBox conventionChoice() {
    Label heading = new Label(texts.get("panel.convention"));
    heading.getStyleClass().add("panel-title");
    convention.setId("practice-convention");
    convention.getItems().setAll(Convention.values());
    convention.setConverter(
        new ChoiceNames<>(value -> texts.get("convention.plain." + value.documentName())));
    convention.setMaxWidth(Double.MAX_VALUE);
    convention.setTooltip(new Tooltip(texts.get("practice.convention.tip")));
    convention.setAccessibleText(texts.get("practice.convention.tip"));
    convention.setOnAction(event -> {
      if (convention.getValue() != null
          && convention.getValue() != store.state().practice().convention()) {
        store.dispatch(new Action.WriteExercisesAs(convention.getValue(), clock.instant()));
      }
    });
    heading.setLabelFor(convention);
    VBox box = new VBox(heading, convention);
    box.getStyleClass().add("aside-section");
    return box;
  }

  private VBox section(String key, String id) {
    VBox box = new VBox();
    box.setId(id);
    box.setUserData(key);
    box.getStyleClass().add("aside-section");
    return box;
  }

  private void fill(VBox section, List<Node> nodes) {
    List<Node> all = new ArrayList<>();
    Label heading = new Label(texts.get(section.getUserData() + ".title"));
    heading.getStyleClass().add("panel-title");
    all.add(heading);
    all.addAll(nodes);
    section.getChildren().setAll(all);
    NodeVisibility.set(section, !nodes.isEmpty());
  }

  private static Label wrapped(String words, String... styles) {
    Label label = new Label(words);
    label.getStyleClass().addAll(styles);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  void show(PracticeState practice) {
    fill(fading, practice.session().map(this::fading).orElse(List.of()));
    fill(idea, practice.session().map(this::idea).orElse(List.of()));
    fill(tries, practice.session().map(this::tries).orElse(List.of()));
    fill(hints, practice.session().map(this::hints).orElse(List.of()));
    fill(skill, practice.kind().map(kind -> skill(practice, kind)).orElse(List.of()));
    fill(ideas, ideas(practice));
    convention.setValue(practice.convention());
  }

  // ---- a kind that is new

  private List<Node> fading(Session session) {
    if (session.fading() == Fading.ALL || session.isOver()) {
      return List.of();
    }
    List<Node> rows = new ArrayList<>();
    for (Fading stage : Fading.values()) {
      boolean here = stage == session.fading();
      Label row = wrapped(texts.get("practice.fading." + stage.name()), here ? "strong" : "muted");
      rows.add(row);
    }
    rows.add(wrapped(texts.get("practice.fading.note"), "muted", "practice-note"));
    Button alone = new Button(texts.get("practice.fading.alone"));
    alone.setId("practice-alone");
    alone.setOnAction(event -> store.dispatch(new Action.SolveAlone()));
    rows.add(alone);
    return rows;
  }

  private List<Node> idea(Session session) {
    if (session.fading() == Fading.ALL) {
      return List.of();
    }
    return WorkedExample.of(session.exercise())
        .map(WorkedExample::idea)
        .map(said -> {
          RichText words = new RichText("practice-idea-words");
          words.setSentence(texts.say(said));
          return List.<Node>of(words);
        })
        .orElse(List.of());
  }

  // ---- tries

  private List<Node> tries(Session session) {
    List<Node> rows = new ArrayList<>();
    int number = 1;
    for (Attempt attempt : session.tries()) {
      rows.add(attempt(number, attempt));
      number++;
    }
    if (!session.isOver() && number > 1) {
      rows.add(wrapped(texts.get("practice.nextTry", number), "muted"));
    }
    return rows;
  }

  private Node attempt(int number, Attempt attempt) {
    Label count = new Label(Integer.toString(number));
    count.getStyleClass().add("muted");
    count.setMinWidth(USE_PREF_SIZE);
    Label words = wrapped(attempt.words(), "strong");
    Label made = wrapped(verdict(attempt));
    HBox row = new HBox(count, new VBox(words, made));
    row.setId("practice-try-" + number);
    row.getStyleClass().add("try-row");
    return row;
  }

  private String verdict(Attempt attempt) {
    if (attempt.marked().correct()) {
      return texts.get("practice.try.right");
    }
    if (attempt.marked().asksLines()) {
      return texts.get("practice.try.tied");
    }
    return attempt
        .marked()
        .diagnosis()
        .map(Diagnosis::misconception)
        .flatMap(idea -> Optional.ofNullable(idea))
        .map(Ideas::name)
        .map(texts::say)
        .orElseGet(() -> texts.get("practice.try.wrong"));
  }

  // ---- hints

  /** Where the hints stand that are open. */
  Node hints() {
    return hints;
  }

  private List<Node> hints(Session session) {
    List<Node> rows = new ArrayList<>();
    for (int n = 0; n < session.hints(); n++) {
      RichText hint = new RichText("practice-hint-" + (n + 1));
      hint.setSentence(session.exercise().hints().get(n).in(texts.language()));
      rows.add(hint);
    }
    if (session.isHintWaiting()) {
      Label locked =
          new Label(
              texts.get("practice.hintWaits", session.hints() + 1), new FontIcon(Feather.LOCK));
      locked.setId("practice-hint-waits");
      locked.getStyleClass().add("muted");
      locked.setWrapText(true);
      locked.setMinHeight(USE_PREF_SIZE);
      rows.add(locked);
    }
    return rows;
  }

  // ---- the kind

  private List<Node> skill(PracticeState practice, Kind kind) {
    LastFour dots = new LastFour();
    dots.show(practice.mastery().lastOf(kind));
    Label name = new Label(texts.say(kind.title()));
    HBox row = new HBox(name, new Spacer(), dots);
    row.getStyleClass().add("kind-line");
    boolean mastered = practice.mastery().isMastered(kind);
    Hyperlink lesson = new Hyperlink(texts.get("practice.explains", kind.lesson()));
    lesson.setId("practice-lesson");
    lesson.setOnAction(event -> explain.accept(kind));
    return List.of(
        row,
        wrapped(
            texts.get(mastered ? "practice.mastered" : "practice.mastery"),
            "muted",
            "practice-note"),
        wrapped(
            texts.get("practice.level", practice.mastery().level(kind)), "muted", "practice-note"),
        lesson);
  }

  // ---- ideas

  private List<Node> ideas(PracticeState practice) {
    Map<Misconception, Integer> week = practice.mastery().ideasThisWeek(clock.instant());
    return week.entrySet().stream()
        .limit(MOST_IDEAS)
        .flatMap(entry -> Stream.of(idea(entry.getKey(), entry.getValue())))
        .toList();
  }

  private Node idea(Misconception idea, int count) {
    Hyperlink link =
        new Hyperlink(texts.get("practice.idea.count", texts.say(Ideas.name(idea)), count));
    link.setId("practice-idea-" + idea.code());
    link.setWrapText(true);
    link.setOnAction(event -> {
      link.setVisited(false);
      store.dispatch(new Action.Practise(new Plan.OfIdea(idea), clock.instant()));
    });
    return link;
  }
}
