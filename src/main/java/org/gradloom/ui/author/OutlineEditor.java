package org.gradloom.ui.author;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Outline;
import org.gradloom.lesson.Wording;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NodeVisibility;
import org.jspecify.annotations.Nullable;

/** The form of what makes a document a lesson in the list. */
final class OutlineEditor extends VBox {
  private static final int LARGEST = 999;

  private final Texts texts;
  private final @Nullable Outline old;
  private final TextField chapter;
  private final TextField number;
  private final TextArea aha;
  private final TextArea about;
  private final TextField minutes;
  private final Label wrong = FormFields.sentence("", "field-error");

  /**
   * A form that is not shown yet.
   *
   * @param save takes the change; says what is wrong where it cannot
   * @param close is called when it is not to be saved
   */
  OutlineEditor(
      Texts texts,
      @Nullable Outline old,
      Function<Edit.SetOutline, Optional<Message>> save,
      Runnable close) {
    this.texts = texts;
    this.old = old;
    FormFields form = new FormFields(texts);
    String language = texts.language();
    setId("outline-editor");
    getStyleClass().add("beat-editor");
    chapter = form.line("chapter", old == null ? "" : old.chapter().in(language));
    number = form.line("number", old == null ? "" : Integer.toString(old.number()));
    aha = form.lines("aha", old == null ? "" : old.aha().in(language), 2);
    about = form.lines("about", old == null ? "" : old.card().in(language), 2);
    minutes = form.line("minutes", old == null ? "" : Integer.toString(old.minutes()));
    wrong.setId("author-outline-wrong");
    NodeVisibility.set(wrong, false);
    Button place = button("place", () -> say(saved(save)));
    place.getStyleClass().add("accent");
    Button unlist = button("unlist", () -> say(save.apply(new Edit.SetOutline(null))));
    NodeVisibility.set(unlist, old != null);
    HBox ways = new HBox(place, button("cancel", close));
    ways.getStyleClass().add("author-ways");
    getChildren()
        .addAll(
            form.named("chapter", chapter),
            form.named("number", number),
            form.named("aha", aha),
            form.named("about", about),
            form.named("minutes", minutes),
            wrong,
            ways,
            unlist);
  }

  private Button button(String id, Runnable action) {
    Button button = new Button(texts.get("author." + id));
    button.setId("author-outline-" + id);
    button.setOnAction(event -> action.run());
    return button;
  }

  /** Where the form begins. */
  Node first() {
    return chapter;
  }

  private void say(Optional<Message> refused) {
    wrong.setText(refused.map(texts::say).orElse(""));
    NodeVisibility.set(wrong, refused.isPresent());
  }

  private Optional<Message> saved(Function<Edit.SetOutline, Optional<Message>> save) {
    try {
      Outline outline =
          new Outline(
              words("author.chapter", chapter.getText(), old == null ? null : old.chapter()),
              whole("author.number", number.getText()),
              words("author.aha", aha.getText(), old == null ? null : old.aha()),
              words("author.about", about.getText(), old == null ? null : old.card()),
              whole("author.minutes", minutes.getText()));
      return save.apply(new Edit.SetOutline(outline));
    } catch (InvalidInput missing) {
      return Optional.of(missing.said());
    }
  }

  private Wording words(String name, String text, @Nullable Wording before) {
    String typed = text.strip();
    if (typed.isEmpty()) {
      throw new InvalidInput("author.missing", Message.of(name));
    }
    return before == null ? Wording.of(typed) : before.with(texts.language(), typed);
  }

  private static int whole(String name, String text) {
    String typed = text.strip();
    if (!typed.matches("[1-9]\\d{0,2}")) {
      throw new InvalidInput("author.noNumber", Message.of(name), typed, LARGEST);
    }
    return Integer.parseInt(typed);
  }
}
