package org.gradloom.ui.author;

import atlantafx.base.controls.Spacer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Wording;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.SideScroll;
import org.gradloom.ui.control.Tip;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.LessonPath;
import org.gradloom.ui.store.Store;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The beats of the open document, to write and to put in order. A click on one shows it as a
 * learner will see it. Away until an author asks for it.
 */
public final class BeatsPanel extends VBox {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final Store store;
  private final Texts texts;
  private final VBox items = new VBox();
  private final Label none;
  private final Button add;
  private final Button edit;
  private final Button up;
  private final Button down;
  private final Button remove;
  private final VBox form = new VBox();

  /** The form of a beat, while one is open. */
  private Optional<BeatEditor> editor = Optional.empty();

  /** What was listed last. */
  private List<Beat> listed = List.of();

  public BeatsPanel(Store store, Texts texts) {
    this.store = store;
    this.texts = texts;
    setId("beats");
    getStyleClass().add("beats");
    Label title = new Label(texts.get("author.beats"));
    title.getStyleClass().add("panel-title");
    HBox head = new HBox(title, new Spacer(), icon("close", Feather.X, this::close));
    head.getStyleClass().add("panel-head");
    items.getStyleClass().add("lesson-list");
    none = FormFields.sentence(texts.get("author.none"), "muted");
    none.setId("beats-none");
    add = button("add", this::writeNew);
    add.getStyleClass().add("accent");
    Tip.set(add, texts.get("author.add.tip"));
    edit = button("edit", this::change);
    Tip.set(edit, texts.get("author.edit.tip"));
    up = icon("up", Feather.ARROW_UP, () -> move(-1));
    down = icon("down", Feather.ARROW_DOWN, () -> move(1));
    remove =
        icon(
            "remove",
            Feather.TRASH_2,
            () -> chosen().ifPresent(at -> narrate(new Edit.RemoveBeat(at))));
    Button card = button("card", this::place);
    FlowPane ways = new FlowPane(add, edit, new HBox(up, down, remove));
    ways.getStyleClass().add("beats-ways");
    getChildren().addAll(head, none, items, ways, form, card);
    NodeVisibility.set(this, false);
  }

  private Button button(String id, Runnable action) {
    Button button = new Button(texts.get("author." + id));
    button.setId("beats-" + id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  private Button icon(String id, Feather icon, Runnable action) {
    Button button = new Button("", new FontIcon(icon));
    button.setId("beats-" + id);
    button.getStyleClass().addAll("flat", "icon-button");
    button.setAccessibleText(texts.get("author." + id));
    Tip.set(button, texts.get("author." + id));
    button.setOnAction(event -> action.run());
    return button;
  }

  /** Shows it, where it is not yet; a form that was begun is still there. */
  public void open() {
    NodeVisibility.set(this, true);
    show(store.state().explore());
    if (form.getChildren().isEmpty()) {
      add.requestFocus();
    }
  }

  private void close() {
    closeForm();
    NodeVisibility.set(this, false);
  }

  /** The list is in sight again, however far down the form was scrolled. */
  private void closeForm() {
    if (!form.getChildren().isEmpty()) {
      SideScroll.showTop(this);
    }
    form.getChildren().clear();
    editor = Optional.empty();
  }

  /** The beats of a document, and the one where its path stands. */
  public void show(Explore state) {
    List<Beat> beats = state.document().lesson().beats();
    if (!beats.equals(listed)) {
      // What it was about may be another beat by now.
      closeForm();
      listed = beats;
      items
          .getChildren()
          .setAll(
              IntStream.range(0, beats.size())
                  .mapToObj(i -> item(i, beats.get(i), state.document().lesson()))
                  .toList());
    }
    int here = state.path().map(LessonPath::index).orElse(-1);
    for (int i = 0; i < items.getChildren().size(); i++) {
      items.getChildren().get(i).pseudoClassStateChanged(SELECTED, i == here);
    }
    editor.ifPresent(open -> open.show(state));
    NodeVisibility.set(none, beats.isEmpty());
    edit.setDisable(here < 0);
    remove.setDisable(here < 0);
    up.setDisable(here <= 0);
    down.setDisable(here < 0 || here == beats.size() - 1);
  }

  private Button item(int index, Beat beat, Lesson lesson) {
    Label badge = new Label(Integer.toString(index + 1));
    badge.getStyleClass().add("lesson-number");
    Button item = new Button(nameOf(beat, lesson), badge);
    item.setId("beats-item-" + (index + 1));
    item.getStyleClass().add("list-item");
    item.setMaxWidth(Double.MAX_VALUE);
    item.setWrapText(true);
    item.setMinHeight(USE_PREF_SIZE);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> store.dispatch(new Action.ToBeat(index)));
    return item;
  }

  /** Its headline, else what it says, else where it stands. */
  private String nameOf(Beat beat, Lesson lesson) {
    Wording title = beat.title();
    Wording say = beat.say();
    Place at = beat.at();
    if (title != null) {
      return title.in(texts.language());
    }
    if (say != null) {
      return say.in(texts.language());
    }
    return at == null
        ? texts.get("author.at.nowhere")
        : texts.say(new PlaceNames(lesson.in(beat).orElse(lesson)).of(at));
  }

  // ---- what the buttons do

  /** The beat that the path stands at, from 0. */
  private Optional<Integer> chosen() {
    return store.state().explore().path().map(LessonPath::index);
  }

  private Optional<Message> narrate(Edit.OfBeats change) {
    return store.dispatch(new Action.Narrate(change));
  }

  private void move(int by) {
    chosen().ifPresent(at -> narrate(new Edit.MoveBeat(at, at + by)));
  }

  private void writeNew() {
    Explore explore = store.state().explore();
    int at = chosen().map(index -> index + 1).orElse(listed.size());
    write(
        texts.get("author.new", at + 1),
        Beat.at(explore.step().place()),
        explore.document().lesson(),
        beat -> new Edit.AddBeat(at, beat));
  }

  private void change() {
    chosen()
        .ifPresent(at -> {
          Lesson lesson = store.state().explore().document().lesson();
          Beat beat = lesson.beats().get(at);
          write(
              texts.get("author.change", at + 1),
              beat,
              lesson.in(beat).orElse(lesson),
              changed -> new Edit.ReplaceBeat(at, changed));
        });
  }

  private void write(String heading, Beat beat, Lesson numbers, Function<Beat, Edit.OfBeats> edit) {
    BeatEditor opened =
        new BeatEditor(
            store,
            texts,
            heading,
            beat,
            numbers,
            written -> closedAfter(narrate(edit.apply(written))),
            this::closeForm);
    show(opened, opened.first());
    editor = Optional.of(opened);
  }

  private void place() {
    closeForm();
    OutlineEditor opened =
        new OutlineEditor(
            texts,
            store.state().explore().document().lesson().outline(),
            change -> closedAfter(store.dispatch(new Action.Apply(change))),
            this::closeForm);
    show(opened, opened.first());
  }

  private void show(Node opened, Node first) {
    form.getChildren().setAll(opened);
    first.requestFocus();
  }

  /** A form that was taken is done with. */
  private Optional<Message> closedAfter(Optional<Message> refused) {
    if (refused.isEmpty()) {
      closeForm();
    }
    return refused;
  }
}
