package org.gradloom.ui.practice;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gradloom.practice.Exercise.Kind;
import org.gradloom.practice.Mastery;
import org.gradloom.practice.Plan;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.SideScroll;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.PracticeState;
import org.gradloom.ui.store.Store;

/** What can be practised, with how the last four of each went and which are due. */
final class KindList extends VBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

  private final Store store;
  private final Texts texts;
  private final Clock clock;
  private final Row mixed;
  private final Map<Kind, Row> rows = new EnumMap<>(Kind.class);

  /** What is asked now, and whether the list may have to be scrolled to it. */
  private Optional<Kind> asked = Optional.empty();

  private boolean isNews;

  /** One line of the list. */
  private final class Row extends Button {
    private final Label count = new Label();
    private final LastFour dots = new LastFour();
    private final Region due = new Region();

    Row(String id, String name, Plan plan) {
      setId(id);
      getStyleClass().addAll("list-item", "kind-row");
      setMaxWidth(Double.MAX_VALUE);
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      setMnemonicParsing(false);
      Label words = new Label(name);
      words.getStyleClass().add("kind-name");
      words.setMinWidth(0);
      words.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(words, Priority.ALWAYS);
      count.getStyleClass().addAll("muted", "kind-count");
      count.setMinWidth(USE_PREF_SIZE);
      due.getStyleClass().add("due-dot");
      HBox row = new HBox(words, count, dots, due);
      row.getStyleClass().add("kind-line");
      row.prefWidthProperty().bind(widthProperty().subtract(22));
      setGraphic(row);
      setOnAction(event -> store.dispatch(new Action.Practise(plan, clock.instant())));
    }
  }

  KindList(Store store, Texts texts, Clock clock) {
    this.store = store;
    this.texts = texts;
    this.clock = clock;
    setId("kind-list");
    getStyleClass().addAll("side-panel", "left-side", "kind-list");
    mixed = new Row("practice-mixed", texts.get("practice.mixed"), new Plan.Mixed());
    NodeVisibility.set(mixed.dots, false);
    mixed.setTooltip(new Tooltip(texts.get("practice.mixed.tip")));
    getChildren().add(mixed);
    for (Kind.Group group : Kind.Group.values()) {
      Label heading = new Label(texts.say(group.title()).toUpperCase(Locale.ROOT));
      heading.getStyleClass().add("panel-title");
      getChildren().add(heading);
      for (Kind kind : group.kinds()) {
        Row row =
            new Row("kind-" + kind.documentName(), texts.say(kind.title()), new Plan.OfKind(kind));
        NodeVisibility.set(row.count, false);
        row.setTooltip(new Tooltip(texts.say(kind.asks())));
        rows.put(kind, row);
        getChildren().add(row);
      }
    }
    setMinHeight(USE_PREF_SIZE);
  }

  void show(PracticeState practice) {
    Instant now = clock.instant();
    if (!practice.kind().equals(asked)) {
      asked = practice.kind();
      isNews = true;
      requestLayout();
    }
    Mastery mastery = practice.mastery();
    int due = mastery.due(now).size();
    mixed.count.setText(texts.get("practice.due", due));
    NodeVisibility.set(mixed.count, due > 0);
    mixed.due.setVisible(due > 0);
    mixed.pseudoClassStateChanged(SELECTED, practice.plan() instanceof Plan.Mixed);
    rows.forEach((kind, row) -> {
      List<Boolean> last = mastery.lastOf(kind);
      row.dots.show(last);
      row.due.setVisible(mastery.isDue(kind, now));
      boolean chosen = practice.plan().single().filter(kind::equals).isPresent();
      row.pseudoClassStateChanged(SELECTED, chosen);
      row.pseudoClassStateChanged(HERE, !chosen && asked.filter(kind::equals).isPresent());
      row.setAccessibleText(spoken(kind, last, mastery, now));
    });
  }

  /** Where rows stand is known now. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (isNews) {
      isNews = false;
      asked.map(rows::get).ifPresent(SideScroll::reveal);
    }
  }

  private String spoken(Kind kind, List<Boolean> last, Mastery mastery, Instant now) {
    long right = last.stream().filter(each -> each).count();
    return Stream.of(
            texts.say(kind.title()),
            last.isEmpty()
                ? texts.get("practice.spoken.new")
                : texts.get("practice.spoken.last", right, last.size()),
            mastery.isMastered(kind) ? texts.get("practice.spoken.mastered") : "",
            mastery.isDue(kind, now) ? texts.get("practice.spoken.due") : "")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
