package org.gradloom.ui.author;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gradloom.derivation.Notation;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;

/** The form of one beat. Nothing is changed until it is saved. */
final class BeatEditor extends VBox {
  private final Store store;
  private final Texts texts;
  private final FormFields form;
  private final Label at;
  private final Button move;
  private final TextField title;
  private final TextArea say;
  private final VBox covers = new VBox();
  private final Map<Coverable, CheckBox> cover = new LinkedHashMap<>();
  private final ComboBox<BeatDraft.Question> question = new ComboBox<>();
  private final TextArea asked;
  private final OptionFields options;
  private final TextField expression;
  private final TextArea cells;
  private final TextArea parts;
  private final TextArea hints;
  private final ComboBox<Perspective> view = new ComboBox<>();
  private final ComboBox<Optional<Place>> nudge = new ComboBox<>();
  private final TextArea notes;
  private final Label wrong = FormFields.sentence("", "field-error");
  private final VBox askedField;
  private final VBox optionsField;
  private final Label inOrder;
  private final VBox expressionField;
  private final VBox cellsField;
  private final VBox partsField;

  /** The beat as it was, or as it is since it was moved. */
  private Beat beat;

  /** The lesson with the beat's numbers. */
  private PlaceNames names;

  /**
   * A form that is not shown yet.
   *
   * @param numbers the lesson with the numbers that the beat is about
   * @param save takes the beat; says what is wrong where it cannot
   * @param close is called when it is not to be saved
   */
  BeatEditor(
      Store store,
      Texts texts,
      String heading,
      Beat beat,
      Lesson numbers,
      Function<Beat, Optional<Message>> save,
      Runnable close) {
    this.store = store;
    this.texts = texts;
    this.form = new FormFields(texts);
    this.beat = beat;
    this.names = new PlaceNames(numbers);
    BeatDraft draft = BeatDraft.of(beat, texts.language());
    setId("beat-editor");
    getStyleClass().add("beat-editor");
    at = FormFields.sentence("", "muted");
    at.setId("author-at");
    title = form.line("title", draft.title());
    say = form.lines("say", draft.say(), 5);
    asked = form.lines("asked", draft.asked(), 2);
    expression = form.line("expression", draft.expression());
    cells = form.lines("cells", CellsText.of(draft.cells(), numbers), 2);
    parts = form.lines("parts", PartsText.of(draft.parts(), numbers), 3);
    hints = form.lines("hints", draft.hints(), 2);
    notes = form.lines("notes", draft.notes(), 2);
    inOrder = FormFields.sentence(texts.get("author.inOrder"), "muted");
    options = new OptionFields(texts, draft.options());
    covers.getStyleClass().add("author-options");
    wrong.setId("author-wrong");
    NodeVisibility.set(wrong, false);
    form.list("question", question, this::name);
    form.list("view", view, seen -> texts.get("view." + seen.name().toLowerCase(Locale.ROOT)));
    form.list("nudge", nudge, this::name);
    view.getItems().setAll(Perspective.values());
    view.setValue(draft.view());
    offerToMove(draft.nudge());
    askedField = form.named("asked", asked);
    optionsField = form.named("options", options);
    optionsField.getChildren().add(1, inOrder);
    expressionField = form.named("expression", expression);
    cellsField = form.named("cells", cells);
    partsField = form.named("parts", parts);
    offer(draft.cover(), draft.question());
    question.valueProperty().subscribe(this::asks);
    move = button("move", this::moveHere);
    move.setWrapText(true);
    move.setMinHeight(USE_PREF_SIZE);
    Button saving = button("save", () -> save(save));
    saving.getStyleClass().add("accent");
    HBox ways = new HBox(saving, button("cancel", close));
    ways.getStyleClass().add("author-ways");
    getChildren()
        .addAll(
            FormFields.sentence(heading, "panel-title"),
            at,
            move,
            form.named("title", title),
            form.named("say", say),
            form.named("cover", covers),
            form.named("question", question),
            askedField,
            optionsField,
            expressionField,
            cellsField,
            partsField,
            form.named("hints", hints),
            form.named("view", view),
            form.named("nudge", nudge),
            form.named("notes", notes),
            wrong,
            ways);
    show(store.state().explore());
  }

  private Button button(String id, Runnable action) {
    Button button = new Button(texts.get("author." + id));
    button.setId("author-" + id);
    button.setOnAction(event -> action.run());
    return button;
  }

  /** Offers to move the beat where the walk or the numbers are not its own. */
  void show(Explore explore) {
    NodeVisibility.set(
        move,
        !explore.step().place().equals(beat.at())
            || !explore.document().lesson().hasNumbersOf(names.lesson()));
  }

  /** Where the form begins. */
  Node first() {
    return title;
  }

  private String name(BeatDraft.Question asks) {
    return switch (asks) {
      case BeatDraft.Question.Nothing _ -> texts.get("author.question.nothing");
      case BeatDraft.Question.Numbers(var kind, var of) ->
          switch (kind) {
            case SHAPE ->
                texts.get(
                    "author.question.shape", new Notation(names.lesson()).plain(of.operand()));
            case LINES -> texts.get("author.question.lines", names.of(of));
            case NUMBER, ROW, MATRIX, CHOICE, CHOICES, ORDER, CELLS, EXPRESSION, PARTS ->
                texts.say(names.of(of));
          };
      case BeatDraft.Question.OneOf _ -> texts.get("author.question.choice");
      case BeatDraft.Question.SomeOf _ -> texts.get("author.question.choices");
      case BeatDraft.Question.Ordered _ -> texts.get("author.question.order");
      case BeatDraft.Question.Code _ -> texts.get("author.question.expression");
      case BeatDraft.Question.Marking _ -> texts.get("author.question.cells");
      case BeatDraft.Question.Several _ -> texts.get("author.question.parts");
      case BeatDraft.Question.AsWritten(var ask) ->
          texts.get("author.question.written", Message.of("author.kind." + ask.kind()));
    };
  }

  private String name(Optional<Place> moved) {
    return moved
        .map(place -> texts.say(names.of(place)))
        .orElseGet(() -> texts.get("author.nudge.nothing"));
  }

  // ---- what stands at its place

  private void offerToMove(Optional<Place> present) {
    nudge
        .getItems()
        .setAll(
            Stream.concat(
                    Stream.of(Optional.<Place>empty(), present),
                    CellsText.movable(names.lesson()).stream().map(Optional::of))
                .distinct()
                .toList());
    nudge.setValue(present);
  }

  private void offer(Set<Coverable> covered, BeatDraft.Question asks) {
    Place place = beat.at();
    at.setText(
        place == null ? texts.get("author.at.nowhere") : texts.get("author.at", names.of(place)));
    List<Region> here = names.at(place);
    cover.clear();
    for (Coverable item : BeatDraft.coverable(here, covered)) {
      CheckBox box = new CheckBox(texts.say(names.of(item)));
      box.setId("author-cover-" + (cover.size() + 1));
      box.setSelected(covered.contains(item));
      cover.put(item, box);
    }
    covers.getChildren().setAll(cover.values());
    question.getItems().setAll(BeatDraft.questions(here, asks));
    question.setValue(asks);
  }

  private Set<Coverable> covered() {
    Set<Coverable> covered = new LinkedHashSet<>();
    cover.forEach((item, box) -> {
      if (box.isSelected()) {
        covered.add(item);
      }
    });
    return covered;
  }

  private void moveHere() {
    Explore explore = store.state().explore();
    Set<Coverable> covered = covered();
    BeatDraft.Question asks = question.getValue();
    beat = beat.movedTo(explore.step().place());
    names = new PlaceNames(explore.document().lesson());
    offerToMove(nudge.getValue());
    offer(covered, asks);
    show(explore);
  }

  // ---- what is asked

  /** What is asked for is not to be seen, unless the author wants it so. */
  private void asks(BeatDraft.Question asks) {
    NodeVisibility.set(askedField, !asks.equals(new BeatDraft.Question.Nothing()));
    boolean ordered = asks.equals(new BeatDraft.Question.Ordered());
    boolean some = asks.equals(new BeatDraft.Question.SomeOf());
    boolean one = asks.equals(new BeatDraft.Question.OneOf());
    NodeVisibility.set(optionsField, ordered || some || one);
    NodeVisibility.set(inOrder, ordered);
    options.setRight(
        some ? OptionFields.Right.SOME : one ? OptionFields.Right.ONE : OptionFields.Right.NONE);
    NodeVisibility.set(expressionField, asks.equals(new BeatDraft.Question.Code()));
    NodeVisibility.set(cellsField, asks.equals(new BeatDraft.Question.Marking()));
    NodeVisibility.set(partsField, asks.equals(new BeatDraft.Question.Several()));
    if (asks instanceof BeatDraft.Question.Numbers(_, var of)
        && isShowing()
        && covered().isEmpty()
        && cover.containsKey(of)) {
      cover.get(of).setSelected(true);
    }
  }

  private boolean isShowing() {
    return getScene() != null;
  }

  // ---- saving

  private void save(Function<Beat, Optional<Message>> save) {
    Optional<Message> refused;
    try {
      refused = save.apply(draft().written(beat, texts.language()));
    } catch (InvalidInput missing) {
      refused = Optional.of(missing.said());
    }
    wrong.setText(refused.map(texts::say).orElse(""));
    NodeVisibility.set(wrong, refused.isPresent());
  }

  private BeatDraft draft() {
    boolean marks = question.getValue().equals(new BeatDraft.Question.Marking());
    boolean several = question.getValue().equals(new BeatDraft.Question.Several());
    return new BeatDraft(
        title.getText(),
        say.getText(),
        covered(),
        question.getValue(),
        asked.getText(),
        options.draft(),
        expression.getText(),
        marks ? CellsText.read(cells.getText(), names.lesson()) : List.of(),
        several ? PartsText.read(parts.getText(), names.lesson()) : List.of(),
        hints.getText(),
        view.getValue(),
        nudge.getValue(),
        notes.getText());
  }
}
