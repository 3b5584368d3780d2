package org.gradloom.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradloom.data.TableReader;
import org.gradloom.files.Preferences;
import org.gradloom.lesson.Screen;
import org.gradloom.text.FileName;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Notice;

/**
 * What was dropped on a window at once.
 *
 * @param opened the first that a window can open; where none is, the first, to say so
 * @param others what it could open too, and what waits
 * @param strays what it never could
 */
record DroppedTogether(Path opened, List<Path> others, List<Path> strays) {
  private static final int NAMED = 3;

  /** Sorts what was dropped, at least one, by what the names say. */
  static DroppedTogether of(List<Path> files) {
    Path opened =
        files.stream().filter(DroppedTogether::canBeOpened).findFirst().orElse(files.getFirst());
    Predicate<Path> isOther = file -> !file.equals(opened);
    return new DroppedTogether(
        opened,
        files.stream().filter(isOther.and(DroppedTogether::canBeOpened)).toList(),
        files.stream().filter(isOther.and(file -> !canBeOpened(file))).toList());
  }

  private static boolean canBeOpened(Path file) {
    boolean isDocument = FileName.of(file).toLowerCase(Locale.ROOT).endsWith(".json");
    return (isDocument || TableReader.isTable(file)) && Files.isRegularFile(file);
  }

  /**
   * Says where what was not opened is to be found; nothing if all was.
   *
   * @param told what is said of the one that was opened, or of why it was not
   * @param recent the recent files by now
   */
  Optional<Notice> notice(Optional<Notice> told, List<Path> recent) {
    List<Path> waiting = others.stream().filter(file -> isAmong(recent, file)).toList();
    Optional<Message> said =
        Stream.of(waits(waiting), strayed()).flatMap(Optional::stream).reduce(Notice::both);
    boolean isError = told.filter(Notice::isError).isPresent();
    return said.map(words -> told.map(notice -> Notice.both(notice.said(), words)).orElse(words))
        .map(words -> new Notice(words, isError))
        .map(notice -> waiting.isEmpty() ? notice : notice.offering(choice()));
  }

  private static boolean isAmong(List<Path> recent, Path file) {
    return recent.contains(file.toAbsolutePath());
  }

  private Optional<Message> waits(List<Path> waiting) {
    return waiting.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Message.of(
                "dropped.others",
                waiting.size(),
                names(waiting),
                others.size() - waiting.size(),
                Preferences.MOST_RECENT_FILES));
  }

  private Optional<Message> strayed() {
    return strays.isEmpty()
        ? Optional.empty()
        : Optional.of(Message.of("dropped.strays", names(strays), strays.size()));
  }

  private static Notice.Choice choice() {
    return new Notice.Choice(
        Optional.empty(), Message.of("dropped.see"), new Action.Show(Screen.START));
  }

  private static Message names(List<Path> files) {
    String named =
        files.stream()
            .limit(NAMED)
            .map(file -> Quote.of(FileName.of(file)))
            .collect(Collectors.joining(", "));
    return Message.of("dropped.names", named, Math.max(0, files.size() - NAMED));
  }
}
