package org.gradloom.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gradloom.files.Preferences;
import org.gradloom.lesson.Screen;
import org.gradloom.text.FileName;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.Store;

/** Says of files that were dropped together with another where they are to be found. */
final class WaitingFiles {
  private static final int NAMED = 3;

  /** As many as there is room for among the recent files, beside the one that is opened. */
  private static final int MOST = Preferences.MOST_RECENT_FILES - 1;

  private WaitingFiles() {}

  /** After what went wrong with the other, if anything did. */
  static void tell(Store store, List<Path> files) {
    if (files.isEmpty()) {
      return;
    }
    int left = Math.max(0, files.size() - MOST);
    Message waiting = Message.of("dropped.others", files.size() - left, names(files), left);
    Optional<Notice> wrong = store.state().notice().filter(Notice::isError);
    Message said = wrong.map(notice -> Notice.both(notice.said(), waiting)).orElse(waiting);
    store.dispatch(
        new Action.Tell(
            new Notice(said, wrong.isPresent())
                .offering(
                    new Notice.Choice(
                        Optional.empty(),
                        Message.of("dropped.see"),
                        new Action.Show(Screen.START)))));
  }

  private static Message names(List<Path> files) {
    String named =
        files.stream()
            .limit(NAMED)
            .map(file -> Quote.of(FileName.of(file)))
            .collect(Collectors.joining(", "));
    return Message.of("dropped.names", named, Math.max(0, Math.min(files.size(), MOST) - NAMED));
  }
}
