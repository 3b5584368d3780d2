package org.gradloom.ui.shell;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.gradloom.files.Progress;
import org.gradloom.files.ProgressFile;
import org.gradloom.text.Message;

/** A learner's progress in the lessons, from one start to the next. */
final class RememberedProgress extends RememberedWork<Progress> {
  RememberedProgress(ProgressFile file, Executor away, Consumer<Message> notKept) {
    super(file, Progress.NONE, away, notKept);
  }

  /** What was reached in earlier windows. */
  Progress progress() {
    return atFirst();
  }

  @Override
  Progress since(Progress now, Progress before) {
    return now.since(before);
  }
}
