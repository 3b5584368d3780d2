package org.gradloom.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Beat;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Wording;
import org.gradloom.marking.Marked;
import org.gradloom.marking.Marker;
import org.gradloom.matrix.Entry;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.Unbroken;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.LessonPath;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.Tries;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What a beat asks, where the answer is given, and what was made of it: the prediction stays beside
 * the result. A hint and the answer itself are offered only once something was predicted.
 */
final class QuestionCard extends VBox {
  private static final String EN_SPACE = "\u2002";
  private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final Store store;
  private final Texts texts;
  private final Label question = new Label();
  private final PredictionScroll tried;
  private final VBox field = new VBox();
  private final Label refused = new Label();
  private final VBox hints = new VBox();
  private final HBox help = new HBox();
  private final NudgePanel nudge;
  private final Hyperlink hint;
  private final Hyperlink uncover;

  /**
   * What was shown last, so that what is being typed stays while anything else changes, and while
   * one looks at another place.
   */
  private Optional<Shown> shown = Optional.empty();

  private @Nullable AnswerInput input;

  /**
   * A beat of an opened document, and what was made of it.
   *
   * @param convention that answers are written in, where it shapes their fields or is read in them
   */
  private record Shown(long opening, Beat beat, LessonPath path, Optional<Convention> convention) {

    static Shown of(Explore state, LessonPath path) {
      Beat beat = path.beat(state.lesson());
      boolean isTyped =
          path.isAsking(state.lesson())
              && beat.ask() != null
              && switch (beat.ask().kind()) {
                case MATRIX, CELLS -> false;
                case NUMBER, ROW, SHAPE, CHOICE, CHOICES, ORDER, LINES, EXPRESSION, PARTS -> true;
              };
      return new Shown(
          state.document().opening(),
          beat,
          path.unmarked(),
          isTyped ? Optional.empty() : Optional.of(state.lesson().convention()));
    }

    /** True if all that differs is the convention. */
    boolean differsAsWritten(Shown other) {
      return convention.isPresent()
          && other.convention.isPresent()
          && equals(new Shown(other.opening, other.beat, other.path, convention));
    }

    Convention written() {
      return convention.orElseThrow();
    }
  }

  QuestionCard(Store store, Texts texts) {
    this.store = store;
    this.texts = texts;
    setId("question-card");
    getStyleClass().addAll("notice", "question-card");
    setAccessibleRole(AccessibleRole.PARENT);
    question.setId("question-asked");
    question.setWrapText(true);
    question.setMinHeight(USE_PREF_SIZE);
    refused.setId("question-refused");
    refused.getStyleClass().add("field-error");
    refused.setWrapText(true);
    refused.setMinHeight(USE_PREF_SIZE);
    hint = link("hint", new Action.Hint());
    uncover = link("uncover", new Action.ShowAnswer());
    help.getChildren().setAll(hint, uncover);
    help.getStyleClass().add("question-help");
    tried = new PredictionScroll(texts);
    hints.getStyleClass().add("question-hints");
    field.getStyleClass().add("question-field");
    nudge = new NudgePanel(store, texts);
    // Before a toggle takes the key for itself.
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    FieldUndo.within(this, store);
    NodeVisibility.hideEmpty(this, question, tried, field, refused, hints, help, nudge);
  }

  private Hyperlink link(String id, Action action) {
    Hyperlink link = new Hyperlink(texts.get("ask." + id));
    link.setId("question-" + id);
    link.setOnAction(event -> {
      store.dispatch(action);
      link.setVisited(false);
    });
    return link;
  }

  void show(Explore state) {
    Optional<Shown> next =
        state
            .path()
            .filter(_ -> state.isOnPath())
            .map(path -> Shown.of(state, path))
            .filter(QuestionCard::hasAnything);
    nudge.show(state);
    boolean wasSeen = isVisible();
    boolean focused = isFocusWithin();
    boolean same = wasSeen && sameBeat(next);
    NodeVisibility.set(this, next.isPresent());
    if (next.isEmpty()) {
      return;
    }
    Optional<Shown> before = shown;
    boolean isNew = !next.equals(before);
    shown = next;
    if (isNew) {
      AnswerInput typed = input;
      next.ifPresent(present -> show(state, present));
      if (typed != null) {
        before.ifPresent(old -> keepMatrix(state, old, next.get(), typed));
      }
    }
    follow(state);
    if (!isNew && wasSeen) {
      return;
    }
    if (focused || (!same && state.isAsking())) {
      focus();
    }
  }

  /** What is typed of a matrix is typed in any convention. */
  private void keepMatrix(Explore state, Shown old, Shown now, AnswerInput typed) {
    Beat.Ask ask = now.beat().ask();
    AnswerInput made = input;
    if (made == null
        || ask == null
        || ask.kind() != Answer.Kind.MATRIX
        || !old.differsAsWritten(now)) {
      return;
    }
    org.gradloom.lesson.Region of = ask.of();
    made.takeOver(
        typed,
        of != null && old.written().turns(of.operand()) != now.written().turns(of.operand()),
        text -> turned(state, ask, text));
  }

  /** What cannot be read stays as it was typed. */
  private String turned(Explore state, Beat.Ask ask, String text) {
    return new Marker(state.derivation(), ask)
        .readTurned(text)
        .map(new AnswerName(ask, state.lesson(), texts)::of)
        .orElse(text);
  }

  private void follow(Explore state) {
    AnswerInput given = input;
    if (given != null) {
      given.follow().accept(state.marked());
    }
  }

  private boolean sameBeat(Optional<Shown> next) {
    return shown.isPresent() && next.isPresent() && shown.get().beat().equals(next.get().beat());
  }

  private static boolean hasAnything(Shown present) {
    return present.beat().ask() != null
        || present.beat().nudge() != null
        || (!present.beat().cover().isEmpty() && !present.path().here().isOver());
  }

  private void show(Explore state, Shown present) {
    Beat.Ask ask = present.beat().ask();
    Tries tries = present.path().here();
    boolean open = ask != null && !tries.isOver();
    say(question, ask == null ? null : ask.question());
    showAttempts(state, ask, tries);
    refused.setText("");
    NodeVisibility.set(refused, false);
    field.getChildren().clear();
    input = null;
    if (ask != null && open) {
      showField(state, ask, tries);
    }
    boolean hasTried = !tries.attempts().isEmpty();
    List<Wording> known = present.beat().hints();
    hints
        .getChildren()
        .setAll(
            known.stream()
                .limit(open ? tries.hints() : 0)
                .map(words -> wrapped(words.in(texts.language()), "question-hint-text"))
                .toList());
    NodeVisibility.set(hints, !hints.getChildren().isEmpty());
    NodeVisibility.set(hint, open && hasTried && tries.hints() < known.size());
    NodeVisibility.set(
        uncover,
        ask == null ? !present.beat().cover().isEmpty() && !tries.isOver() : open && hasTried);
    uncover.setText(texts.get(ask == null ? "ask.show" : "ask.uncover"));
    NodeVisibility.set(help, hint.isVisible() || uncover.isVisible());
  }

  private void say(Label label, @Nullable Wording words) {
    label.setText(words == null ? "" : Unbroken.of(words.in(texts.language())));
    NodeVisibility.set(label, words != null);
  }

  private static Label wrapped(String words, String styleClass) {
    Label label = new Label(Unbroken.of(words));
    label.getStyleClass().add(styleClass);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  // ---- what was predicted

  /** The last one first: it is what the result stands beside. */
  private void showAttempts(Explore state, Beat.@Nullable Ask ask, Tries tries) {
    List<Region> rows = new ArrayList<>();
    if (tries.uncovered()) {
      // What is a number of the lesson is seen where it stands.
      Answer said = ask == null ? null : ask.answer();
      if (ask != null && said != null) {
        Answer written = new Marker(state.derivation(), ask).turned(said);
        String name = seen(ask, new AnswerName(ask, state.lesson(), texts).of(written));
        Label answer = wrapped(texts.get("ask.answer", name), "strong");
        answer.setId("question-answer");
        rows.add(answer);
      }
      rows.add(wrapped(texts.get("ask.uncovered"), "muted"));
    }
    for (int i = tries.attempts().size() - 1; i >= 0; i--) {
      Tries.Attempt attempt = tries.attempts().get(i);
      String words = ask == null ? attempt.words() : seen(ask, attempt.words());
      rows.add(attempt(attempt, words, i, tries.attempts().size()));
    }
    tried.show(rows);
    NodeVisibility.set(tried, !rows.isEmpty());
  }

  /** Numbers with a real minus, code as it is typed, and what is in order one below the other. */
  private static String seen(Beat.Ask ask, String words) {
    return switch (ask.kind()) {
      case EXPRESSION, CHOICE, CHOICES -> words;
      case ORDER -> words.replace(" → ", " →\n");
      case NUMBER, ROW, MATRIX, SHAPE, LINES, CELLS -> withRealMinus(words);
      case PARTS -> hasCode(ask) ? words : withRealMinus(words);
    };
  }

  private static String withRealMinus(String words) {
    return words.replace('-', '−');
  }

  private static boolean hasCode(Beat.Ask ask) {
    return ask.answer() instanceof Answer.Parts(var parts)
        && parts.stream().anyMatch(Answer.Expression.class::isInstance);
  }

  private Region attempt(Tries.Attempt attempt, String seen, int index, int of) {
    Optional<Marked> marked = attempt.marked();
    boolean right = marked.filter(Marked::correct).isPresent();
    String which =
        marked.isEmpty()
            ? texts.get("ask.guess")
            : of == 1 ? texts.get("ask.prediction") : texts.get("ask.predictionOf", index + 1);
    Text words = new Text(seen + EN_SPACE);
    words.getStyleClass().addAll("text", "strong");
    Label name = new Label(which);
    name.getStyleClass().add("muted");
    // As one text: a long prediction has the whole width, and what it is called follows it.
    TextFlow said = new TextFlow(words, name);
    HBox.setHgrow(said, Priority.ALWAYS);
    HBox head = new HBox();
    marked.ifPresent(_ -> head.getChildren().add(new FontIcon(right ? Feather.CHECK : Feather.X)));
    head.getChildren().add(said);
    head.getStyleClass().add("attempt-head");
    VBox row = new VBox(head);
    marked
        .map(Marked::reply)
        .map(texts::say)
        .map(reply -> wrapped(reply, "attempt-reply"))
        .ifPresent(reply -> {
          reply.setId("attempt-reply-" + (index + 1));
          row.getChildren().add(reply);
        });
    row.setId("attempt-" + (index + 1));
    row.getStyleClass().add("attempt");
    row.pseudoClassStateChanged(RIGHT, right);
    row.pseudoClassStateChanged(WRONG, marked.isPresent() && !right);
    return row;
  }

  // ---- where it is said

  private void showField(Explore state, Beat.Ask ask, Tries tries) {
    boolean ties = tries.asksLines();
    AnswerInput made =
        ties
            ? AnswerInput.lines(texts)
            : AnswerInput.of(
                ask,
                right(state, ask),
                state.lesson(),
                state.marked(),
                cell -> store.dispatch(new Action.Mark(cell)),
                texts);
    Button check = new Button(texts.get("ask.check"));
    check.setId("question-check");
    check.getStyleClass().add("accent");
    check.setMinWidth(USE_PREF_SIZE);
    check.setOnAction(event -> give());
    FlowPane row = new FlowPane(made.node(), check);
    row.getStyleClass().add("question-row");
    if (tries.attempts().isEmpty() && texts.has("ask.form." + ask.kind())) {
      field.getChildren().add(wrapped(texts.get("ask.form." + ask.kind()), "question-form"));
    }
    field.getChildren().add(row);
    input = made;
  }

  private static Answer right(Explore state, Beat.Ask ask) {
    return ask.measured()
        ? new Answer.Scalar(Entry.of(0))
        : new Marker(state.derivation(), ask).right();
  }

  private void give() {
    AnswerInput given = input;
    Explore state = store.state().explore();
    if (given == null) {
      return;
    }
    boolean ties = state.path().map(LessonPath::here).filter(Tries::asksLines).isPresent();
    Action.Predict prediction = given.given().get();
    Optional<Message> wrong =
        store.dispatch(ties ? new Action.NameLines(prediction.words()) : prediction);
    refused.setText(wrong.map(texts::say).orElse(""));
    NodeVisibility.set(refused, wrong.isPresent());
  }

  /** Puts the focus where the answer is given. */
  void focus() {
    AnswerInput given = input;
    if (given != null) {
      given.first().requestFocus();
    }
  }

  /** True if an answer could be given here now. */
  boolean isOpen() {
    return isVisible() && input != null;
  }

  private void pressed(KeyEvent key) {
    if (Shortcut.OfQuestion.CHECK.matches(key) && !(key.getTarget() instanceof Hyperlink)) {
      give();
      key.consume();
    }
  }
}
