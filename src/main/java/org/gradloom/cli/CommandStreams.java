package org.gradloom.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gradloom.files.Documents;
import org.gradloom.lesson.Repetition;
import org.gradloom.text.Message;
import org.gradloom.text.Texts;

/**
 * Where commands speak: the answer on stdout, everything beside it on stderr.
 *
 * @param interactive whether a person reads both outputs as they come
 */
record CommandStreams(Texts texts, Terminal out, Terminal err, boolean interactive) {
  /**
   * Ends a command.
   *
   * @return the code
   */
  int refuse(int code, Message why) throws IOException {
    // What was printed before comes first also where both streams are one.
    out.flush();
    try {
      err.line(texts.get("cli.refusal", why).replace('\n', ' '));
      err.flush();
    } catch (IOException _) {
      // Nobody can be told; the exit code still says it.
    }
    return code;
  }

  /**
   * Ends the program when what it says cannot be written. A reader that has seen enough, as {@code
   * head} has, is no failure.
   *
   * @return the exit code
   */
  int outputFailed(IOException failure) {
    String reason = String.valueOf(failure.getMessage());
    String lower = reason.toLowerCase(Locale.ROOT);
    if (lower.contains("broken pipe") || lower.contains("pipe is being closed")) {
      return Commands.DONE;
    }
    try {
      err.line(texts.get("cli.refusal", Message.of("cli.outputFailed", reason)));
      err.flush();
    } catch (IOException _) {
      // Neither stream can be written; the exit code is all that is left to say it with.
    }
    return Commands.FAILED;
  }

  /** What had to be decided goes beside the answer. */
  void say(List<Message> decisions) throws IOException {
    for (Message said : decisions) {
      err.line(texts.say(said));
    }
    err.flush();
  }

  /** What is allowed and yet worth a word, on stderr. */
  void remark(Documents documents) throws IOException {
    for (int i = 0; i < documents.lessons().size(); i++) {
      Optional<Message> twice = Repetition.in(documents.lessons().get(i));
      if (twice.isPresent()) {
        err.line(texts.say(documents.within(i, twice.get())));
      }
    }
    err.flush();
  }

  /** A line on stderr that says how far something long has come. */
  ProgressLine progress() {
    return new ProgressLine(texts, err, interactive, System::nanoTime);
  }
}
