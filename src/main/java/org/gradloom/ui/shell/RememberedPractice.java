package org.gradloom.ui.shell;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.gradloom.files.PracticeFile;
import org.gradloom.practice.Mastery;
import org.gradloom.text.Message;

/** What a learner has practised, from one start to the next. */
final class RememberedPractice extends RememberedWork<Mastery> {
  RememberedPractice(PracticeFile file, Executor away, Consumer<Message> notKept) {
    super(file, Mastery.NONE, away, notKept);
  }

  /** What was practised in earlier windows. */
  Mastery practised() {
    return atFirst();
  }

  @Override
  Mastery since(Mastery now, Mastery before) {
    return now.since(before);
  }
}
