package org.gradloom.ui.shell;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gradloom.files.LearnerFile;
import org.gradloom.files.PacksFile;
import org.gradloom.files.ResultsWriter;
import org.gradloom.lesson.Convention;
import org.gradloom.practice.BegunPack;
import org.gradloom.practice.BegunPack.Standing;
import org.gradloom.practice.BegunPacks;
import org.gradloom.practice.Exercises;
import org.gradloom.practice.Pack;
import org.gradloom.practice.PackResults;
import org.gradloom.practice.Plan;
import org.gradloom.text.FileName;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Background;
import org.gradloom.ui.store.Notice;
import org.gradloom.ui.store.PausedPack;
import org.gradloom.ui.store.PracticeState;
import org.gradloom.ui.store.Store;

/**
 * Opens packs, and keeps what was answered to them from one start to the next: whoever opens one
 * again goes on where it was left, until its results were saved to be handed in.
 */
final class PackDesk {
  private final PacksFile file;
  private final Store store;
  private final UserPrompts asking;
  private final Background background;
  private final Exercises exercises;
  private final Clock clock;
  private final Latest<List<BegunPack>> latest;

  /** What was handed to the file last. */
  private List<BegunPack> kept = List.of();

  /**
   * The packs of one window.
   *
   * @param soon runs what it is given after a moment
   * @param exercises draws theirs
   * @param notKept told, away from the window's thread, why something could not be written
   */
  PackDesk(
      PacksFile file,
      Store store,
      UserPrompts asking,
      Background background,
      Executor soon,
      Exercises exercises,
      Clock clock,
      Consumer<Message> notKept) {
    this.file = file;
    this.store = store;
    this.asking = asking;
    this.background = background;
    this.exercises = exercises;
    this.clock = clock;
    this.latest =
        new Latest<>(
            background.away(), soon, packs -> file.add(new BegunPacks(packs)).ifPresent(notKept));
  }

  // ---- opening

  /**
   * A pack with its exercises drawn.
   *
   * @param left it, where it was left, if it was begun before
   * @param fault why what was kept could not be read
   */
  private record Opened(Plan.OfPack plan, Optional<PausedPack> left, Optional<Message> fault) {}

  /** What an earlier window left, if any, and why it could not be read. */
  private record Found(Optional<PausedPack> left, Optional<Message> fault) {}

  /** Its exercises are practised, as soon as they are drawn; where it was left, if it was begun. */
  void open(Supplier<Pack> from) {
    open(from, () -> {});
  }

  /**
   * The same.
   *
   * @param then run when they are, or when it was said why they are not
   */
  void open(Supplier<Pack> from, Runnable then) {
    Convention convention = store.state().practice().convention();
    background.run(
        () -> opened(from.get(), convention),
        opened -> {
          practise(opened);
          then.run();
        },
        wrong -> {
          tell(wrong);
          then.run();
        });
  }

  private Opened opened(Pack pack, Convention convention) {
    LearnerFile.Kept<BegunPacks> packs = file.load();
    Optional<PausedPack> left = packs.held().of(pack).map(this::drawn);
    return new Opened(
        left.map(PausedPack::pack)
            .orElseGet(
                () -> Plan.OfPack.of(pack, exercises, convention, clock.millis(), clock.instant())),
        left,
        packs.fault());
  }

  private PausedPack drawn(BegunPack begun) {
    return PausedPack.of(begun, begun.plan(exercises), clock.instant());
  }

  private void practise(Opened opened) {
    Optional<Message> before = store.state().notice().filter(Notice::isError).map(Notice::said);
    opened
        .left()
        .map(this::asHere)
        .ifPresentOrElse(
            left -> store.dispatch(new Action.ResumePack(left)),
            () -> store.dispatch(new Action.Practise(opened.plan(), clock.instant())));
    Pack pack = opened.plan().pack();
    int count = opened.plan().length();
    Message said =
        opened
            .left()
            .map(left -> resumed(left, pack, count))
            .orElseGet(() ->
                Message.of(
                    pack.intro().isEmpty() ? "pack.opened" : "pack.openedWith",
                    Quote.of(pack.title()),
                    count,
                    Quote.sentences(pack.intro())));
    // What went wrong just before, as at the start of the window, stays in sight.
    Optional<Message> wrong =
        Stream.of(before, opened.fault()).flatMap(Optional::stream).reduce(Notice::both);
    store.dispatch(
        new Action.Tell(
            wrong
                .map(fault -> new Notice(Notice.both(fault, said), true))
                .orElseGet(() -> new Notice(said, false))));
  }

  private static Message resumed(PausedPack left, Pack pack, int count) {
    int behind = left.done().size();
    return behind == count
        ? Message.of("pack.finished", Quote.of(pack.title()), count)
        : Message.of("pack.resumed", Quote.of(pack.title()), behind + 1, count);
  }

  /** As it stands in this window, with what is typed, where it is this one that goes on. */
  private PausedPack asHere(PausedPack left) {
    return store
        .state()
        .practice()
        .begunPacks()
        .filter(here -> here.pack().equals(left.pack()))
        .findFirst()
        .orElse(left);
  }

  /** Offers to go on with what an earlier window left, unless something goes on here by then. */
  void offerLeft() {
    background.run(
        () -> {
          LearnerFile.Kept<BegunPacks> packs = file.load();
          return new Found(packs.held().last().map(this::drawn), packs.fault());
        },
        found -> {
          found.left().ifPresent(left -> store.dispatch(new Action.OfferPack(left)));
          found.fault().ifPresent(this::tell);
        },
        this::tell);
  }

  // ---- keeping

  /** Takes how far packs are now; what is not checked may change with every key. */
  void keep(PracticeState practice) {
    List<BegunPack> now = practice.begunPacks().map(PausedPack::kept).toList().reversed();
    if (now.equals(kept)) {
      return;
    }
    boolean typed = checked(now).equals(checked(kept));
    kept = now;
    if (typed) {
      latest.keepSoon(now);
    } else {
      latest.keep(now);
    }
  }

  private static List<BegunPack> checked(List<BegunPack> packs) {
    return packs.stream().map(BegunPack::checked).toList();
  }

  /** The window is closed. */
  void close() {
    latest.flush();
  }

  private void add(List<BegunPack> packs) {
    tellAfter(() -> file.add(new BegunPacks(packs)));
  }

  /** It is not offered any more, here or at a later start; its answers stay in the file. */
  void leave(PausedPack left) {
    store.dispatch(new Action.LeavePack());
    add(List.of(left.kept().with(Standing.LEFT)));
    store.dispatch(
        new Action.Tell(
            new Notice(Message.of("pack.left", Quote.of(left.pack().pack().title())), false)
                .offering(
                    new Notice.Choice(
                        Optional.empty(),
                        Message.of("pack.left.back"),
                        new Action.OfferPack(left)))));
  }

  /** Forgets what was answered to packs. */
  void erase() {
    tellAfter(file::erase);
  }

  private void tellAfter(Supplier<Optional<Message>> change) {
    background.run(change, wrong -> wrong.ifPresent(this::tell), this::tell);
  }

  /** What was made of a pack goes into a file to be handed in. */
  void saveResults(PackResults results) {
    Optional<BegunPack> done =
        store.state().practice().begunPacks().findFirst().map(PausedPack::kept);
    asking
        .fileToSave("results.csv")
        .ifPresent(chosen ->
            background.run(
                () -> {
                  ResultsWriter.save(results, chosen);
                  return chosen;
                },
                written -> {
                  done.ifPresent(pack -> add(List.of(pack.with(Standing.HANDED_IN))));
                  store.dispatch(
                      new Action.Tell(
                          new Notice(
                              Message.of("pack.resultsSaved", FileName.of(written)), false)));
                },
                this::tell));
  }

  private void tell(Message wrong) {
    store.dispatch(new Action.Tell(new Notice(wrong, true)));
  }
}
