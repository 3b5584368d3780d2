package org.gradloom.ui.explore;

import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Numbers;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.TypedSetting;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Store;

/** A number of the lesson that is typed, with what is wrong with a number that cannot be below. */
final class NumberSetting extends TypedSetting {
  private final Store store;
  private final Texts texts;
  private final ToDoubleFunction<Lesson> present;
  private final DoubleFunction<Edit> edit;

  /**
   * A setting.
   *
   * @param present the number that a lesson has
   * @param edit what makes a typed one of it
   */
  NumberSetting(
      String id,
      String words,
      Store store,
      Texts texts,
      ToDoubleFunction<Lesson> present,
      DoubleFunction<Edit> edit) {
    super(id, words, 5);
    this.store = store;
    this.texts = texts;
    this.present = present;
    this.edit = edit;
    FieldUndo.within(this, store);
  }

  /** A wrong number keeps the old one, which the field shows again once it is left. */
  @Override
  protected void take() {
    Lesson lesson = lesson();
    Optional<String> wrong = Optional.empty();
    if (!field().getText().equals(written(lesson))) {
      try {
        double typed = Numbers.parse(field().getText()).value();
        wrong = store.dispatch(new Action.Apply(edit.apply(typed))).map(texts::say);
      } catch (InvalidInput e) {
        wrong = Optional.of(texts.say(e.said()));
      }
    }
    say(wrong);
    show(lesson());
  }

  private Lesson lesson() {
    return store.state().explore().document().lesson();
  }

  private String written(Lesson lesson) {
    return Numbers.inFull(present.applyAsDouble(lesson));
  }

  void show(Lesson lesson) {
    write(written(lesson));
  }
}
