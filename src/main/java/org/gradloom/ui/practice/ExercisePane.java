package org.gradloom.ui.practice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.gradloom.lesson.Answer;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Wording;
import org.gradloom.practice.AnswerDraft;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Session;
import org.gradloom.text.Texts;
import org.gradloom.typeset.TexRenderer;
import org.gradloom.ui.control.ExplainedButton;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.TextClipboard;
import org.gradloom.ui.keys.KeyNames;
import org.gradloom.ui.keys.Shortcut;
import org.gradloom.ui.stage.RichText;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.PracticeState;
import org.gradloom.ui.store.Store;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The exercise: what is asked, with which numbers, where it is answered, and what came of it. */
final class ExercisePane extends VBox {
  private final Store store;
  private final Texts texts;
  private final TexRenderer renderer;
  private final Clock clock;
  private final CellPaste paste;
  private final Label title = new Label();
  private final RichText say = new RichText("practice-say");
  private final VBox matrices = new VBox();
  private final VBox answer = new VBox();
  private final VBox lines = new VBox();
  private final ReplyCard reply;
  private final WorkedPane worked;
  private final Line tie = new Line();
  private final Button check;
  private final Button hint;
  private final ExplainedButton hintExplained;
  private final String hintTip;
  private final Button explore;
  private final Button tell;
  private final Label note = new Label();
  private final FlowPane buttons = new FlowPane();

  private Optional<Exercise> exercise = Optional.empty();
  private @Nullable ExerciseMatrices shown;
  private @Nullable AnswerForm form;
  private @Nullable LinesForm used;
  private AnswerDraft.TwoLines usedLines = NO_LINES;

  private static final AnswerDraft.TwoLines NO_LINES =
      new AnswerDraft.TwoLines(OptionalInt.empty(), OptionalInt.empty());

  ExercisePane(
      Store store,
      Texts texts,
      TexRenderer renderer,
      Clock clock,
      TextClipboard clipboard,
      Runnable seeInExplore) {
    this.store = store;
    this.texts = texts;
    this.renderer = renderer;
    this.clock = clock;
    this.paste =
        new CellPaste(
            clipboard, this::draft, this::enter, said -> store.dispatch(new Action.Tell(said)));
    this.reply = new ReplyCard(texts);
    this.worked = new WorkedPane(texts, renderer);
    getStyleClass().add("exercise");
    title.setId("practice-title");
    title.getStyleClass().add("stage-title");
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    say.getStyleClass().add("exercise-say");
    KeyNames keys = KeyNames.here(texts);
    check = button("check", Feather.CHECK, this::check, Shortcut.OfPractice.CHECK, keys);
    check.setGraphic(null);
    check.getStyleClass().add("accent");
    hint = button("hint", Feather.HELP_CIRCLE, this::openHint, Shortcut.OfPractice.HINT, keys);
    hint.setGraphic(null);
    hint.setTooltip(null);
    hintExplained = new ExplainedButton(hint);
    hintTip = texts.get("practice.hint.tip", keys.of(Shortcut.OfPractice.HINT));
    explore =
        button("explore", Feather.ARROW_UP_RIGHT, seeInExplore, Shortcut.OfPractice.EXPLORE, keys);
    explore.setContentDisplay(ContentDisplay.RIGHT);
    tell =
        button(
            "tell",
            Feather.EYE,
            () -> store.dispatch(new Action.TellAnswer(clock.instant())),
            Shortcut.OfPractice.TELL,
            keys);
    tell.setGraphic(null);
    buttons.getStyleClass().add("practice-buttons");
    buttons.getChildren().setAll(check, hintExplained, explore, tell);
    note.setId("practice-note");
    note.getStyleClass().addAll("muted", "practice-note");
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    answer.getStyleClass().add("practice-answer");
    tie.getStyleClass().add("reply-tie");
    tie.setManaged(false);
    tie.setMouseTransparent(true);
    getChildren().addAll(title, say, matrices, worked, answer, lines, reply, buttons, note, tie);
  }

  private Button button(String id, Feather icon, Runnable action, Shortcut key, KeyNames keys) {
    Button button = new Button(texts.get("practice." + id), new FontIcon(icon));
    button.setId("practice-" + id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(texts.get("practice." + id + ".tip", keys.of(key))));
    button.setOnAction(event -> action.run());
    return button;
  }

  void show(PracticeState practice) {
    Optional<PracticeState.Work> work = practice.work();
    NodeVisibility.set(this, work.isPresent());
    work.ifPresent(this::show);
  }

  private void show(PracticeState.Work work) {
    Session session = work.session();
    if (!exercise.equals(Optional.of(session.exercise()))) {
      exercise = Optional.of(session.exercise());
      build(session.exercise());
    }
    boolean ties =
        session.wrong().filter(last -> last.marked().asksLines()).isPresent() && work.isChecked();
    AnswerForm now = form;
    ExerciseMatrices around = shown;
    if (now == null || around == null) {
      return;
    }
    worked.show(session);
    if (!ties || used == null) {
      around.light(isLit() ? lit(session, around) : Optional.empty());
    }
    now.show(work);
    offerLines(ties, around);
    reply.show(session);
    title.setText(
        worked.isVisible() && !session.isOver()
            ? texts.get("practice.worked.title", said(session.exercise().ask().question()))
            : said(session.exercise().ask().question()));
    NodeVisibility.set(check, !session.isOver());
    hint.setText(
        session.hints() == 0
            ? texts.get("practice.hint")
            : texts.get("practice.hintOf", session.hints() + 1, session.exercise().hints().size()));
    hintExplained.explain(
        hintTip,
        session.isHintWaiting()
            ? Optional.of(texts.get("practice.hintWaits", session.hints() + 1))
            : Optional.empty());
    NodeVisibility.set(
        hintExplained, !session.isOver() && session.hints() < session.exercise().hints().size());
    NodeVisibility.set(tell, !session.isOver());
    note.setText(
        texts.get(
            session.isOver()
                ? "practice.over.note"
                : work.draft() instanceof AnswerDraft.InCells
                    ? "practice.note.numbers"
                    : "practice.note"));
  }

  /** What meets in the step that is the learner's, or by the second hint in what is asked. */
  private Optional<Place> lit(Session session, ExerciseMatrices around) {
    if (session.isOver()) {
      return Optional.empty();
    }
    return worked.yours().or(() -> session.hints() > 1 ? around.asked() : Optional.empty());
  }

  /** Where lines and cells are chosen in the given matrices, the choice is what is lit there. */
  private boolean isLit() {
    return !(form instanceof LinesForm) && !(form instanceof CorrectionForm);
  }

  private void build(Exercise next) {
    title.setText(said(next.ask().question()));
    say.setSentence(said(next.beat().say()));
    ExerciseMatrices around = new ExerciseMatrices(next, texts, renderer);
    AnswerForm made = new AnswerForms(next, this::draft, this::enter, paste, texts).form(around);
    shown = around;
    form = made;
    used = null;
    usedLines = NO_LINES;
    matrices.getChildren().setAll(around.with(made.matrix()));
    answer.getChildren().setAll(made.below());
    NodeVisibility.set(answer, !made.below().isEmpty());
  }

  private String said(@Nullable Wording words) {
    return words == null ? "" : words.in(texts.language());
  }

  private AnswerDraft draft() {
    return store.state().practice().work().map(PracticeState.Work::draft).orElseThrow();
  }

  private void enter(AnswerDraft draft) {
    store.dispatch(new Action.EnterAnswer(draft));
  }

  // ---- two ideas, one number

  /** Where two ideas lead to one number, the lines that were used tell them apart. */
  private void offerLines(boolean ties, ExerciseMatrices around) {
    if (!ties) {
      if (used != null) {
        used.close();
      }
      used = null;
      lines.getChildren().clear();
    } else if (used == null) {
      usedLines = NO_LINES;
      LinesForm made =
          new AnswerForms(exercise.orElseThrow(), this::draft, this::enter, paste, texts)
              .lines(around, () -> usedLines, this::nameLines);
      used = made;
      List<Node> all = new ArrayList<>();
      Label ask = new Label(texts.get("practice.lines.used"));
      ask.getStyleClass().add("strong");
      ask.setWrapText(true);
      all.add(ask);
      all.addAll(made.below());
      lines.getChildren().setAll(all);
      made.show(usedLines);
    }
    NodeVisibility.set(lines, ties);
  }

  private void nameLines(AnswerDraft entered) {
    AnswerForm.as(AnswerDraft.TwoLines.class, entered)
        .ifPresent(two -> {
          usedLines = two;
          LinesForm asking = used;
          if (asking != null) {
            asking.show(two);
          }
          if (two.left().isPresent() && two.right().isPresent()) {
            store.dispatch(
                new Action.NameUsed(
                    new Answer.Lines(two.left().getAsInt(), two.right().getAsInt())));
          }
        });
  }

  /** A line leads from a number that is not right down to what is said of it. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    AnswerForm now = form;
    Optional<Node> cell = now == null ? Optional.empty() : now.anchor();
    boolean tied =
        cell.isPresent()
            && reply.isVisible()
            && check.isVisible()
            && !answer.isVisible()
            && !lines.isVisible()
            && !worked.isVisible();
    tie.setVisible(tied);
    if (tied) {
      Node from = cell.orElseThrow();
      Bounds at = sceneToLocal(from.localToScene(from.getLayoutBounds()));
      tie.setStartX(Math.rint(at.getCenterX()) + 0.5);
      tie.setEndX(Math.rint(at.getCenterX()) + 0.5);
      // Not through the cells below.
      Node matrix = from.getParent();
      Bounds whole = sceneToLocal(matrix.localToScene(matrix.getLayoutBounds()));
      tie.setStartY(whole.getMaxY() + 2);
      tie.setEndY(reply.getLayoutY());
    }
  }

  /** What is said of an answer; hidden while nothing is. */
  Node reply() {
    return reply;
  }

  /** True for what the answer is given with, which Space presses. */
  boolean isOfAnswer(Node part) {
    for (Node node = part; node != null; node = node.getParent()) {
      if (node.equals(answer)) {
        return true;
      }
    }
    return false;
  }

  /** What can be done with an exercise, right under what is said of an answer. */
  Node buttons() {
    return buttons;
  }

  // ---- what is done

  /** Marks what stands there; past the end, goes on. */
  void check() {
    PracticeState practice = store.state().practice();
    practice
        .work()
        .ifPresent(work -> {
          if (work.session().isOver()) {
            store.dispatch(new Action.NextExercise(clock.instant()));
          } else {
            String words = new ExerciseWords(work.session().exercise(), texts).of(work.draft());
            store.dispatch(new Action.CheckAnswer(words, clock.instant()));
            focus();
          }
        });
  }

  /** The button rests then, and has no use for keys. */
  private void openHint() {
    store.dispatch(new Action.OpenHint());
    focus();
  }

  /** Puts the focus where the answer is given; a number that is wrong is typed over at once. */
  void focus() {
    AnswerForm now = form;
    if (now != null) {
      now.first()
          .ifPresent(node -> {
            node.requestFocus();
            if (node instanceof TextField field) {
              field.selectAll();
            }
          });
    }
  }
}
