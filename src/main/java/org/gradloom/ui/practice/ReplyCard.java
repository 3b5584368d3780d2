package org.gradloom.ui.practice;

import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gradloom.lesson.Answer;
import org.gradloom.practice.Session;
import org.gradloom.practice.Session.Attempt;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.stage.RichText;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What was made of the last answer: what was done, and a question about the idea. */
final class ReplyCard extends HBox {
  private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
  private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");

  /** What says no more than that it is right, which the head says. */
  private static final Set<String> RIGHT_KEYS = Set.of("mark.right", "mark.rightEntries");

  private final Texts texts;
  private final FontIcon icon = new FontIcon(Feather.X);
  private final Label head = new Label();
  private final RichText reply = new RichText("practice-reply");

  ReplyCard(Texts texts) {
    this.texts = texts;
    setId("practice-reply-card");
    getStyleClass().add("reply-card");
    head.setId("practice-reply-head");
    head.getStyleClass().add("strong");
    head.setWrapText(true);
    head.setMinHeight(USE_PREF_SIZE);
    VBox words = new VBox(head, reply);
    words.getStyleClass().add("reply-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(icon, words);
    setMinHeight(USE_PREF_SIZE);
  }

  void show(Session session) {
    Optional<Attempt> last =
        session.attempts().isEmpty() ? Optional.empty() : Optional.of(session.attempts().getLast());
    NodeVisibility.set(this, last.isPresent() || session.shown());
    boolean right = session.isRight();
    pseudoClassStateChanged(RIGHT, right || session.shown());
    pseudoClassStateChanged(
        UNREAD, !session.shown() && last.filter(it -> !it.marked().attempt()).isPresent());
    if (session.shown()) {
      icon.setIconCode(Feather.EYE);
      head.setText(texts.get("practice.shown"));
      reply.setSentence(texts.get("practice.shown.note"));
      NodeVisibility.set(reply, true);
      return;
    }
    last.ifPresent(attempt -> {
      icon.setIconCode(
          right ? Feather.CHECK : attempt.marked().attempt() ? Feather.X : Feather.INFO);
      head.setText(head(session, attempt));
      String said = texts.say(PointedError.of(attempt.marked().reply()).said());
      reply.setSentence(said);
      NodeVisibility.set(
          reply,
          !said.equals(head.getText()) && !RIGHT_KEYS.contains(attempt.marked().reply().key()));
    });
  }

  private String head(Session session, Attempt attempt) {
    if (session.isRight()) {
      return texts.get("practice.right." + session.outcome().orElseThrow().documentName());
    }
    if (!attempt.marked().attempt()) {
      return texts.get("practice.unread");
    }
    if (session.exercise().ask().kind() == Answer.Kind.PARTS) {
      return texts.get("practice.wrong.parts");
    }
    double credit = attempt.marked().credit();
    return credit > 0 && credit < 1
        ? texts.get("practice.partly", attempt.words())
        : texts.get("practice.wrong", attempt.words());
  }
}
