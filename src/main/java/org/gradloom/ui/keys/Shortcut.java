package org.gradloom.ui.keys;

import static org.gradloom.ui.keys.Chord.alt;
import static org.gradloom.ui.keys.Chord.command;
import static org.gradloom.ui.keys.Chord.controlCommand;
import static org.gradloom.ui.keys.Chord.key;
import static org.gradloom.ui.keys.Chord.shift;
import static org.gradloom.ui.keys.Chord.shiftCommand;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The table of keys: an entry for each thing that a key does, grouped by when it applies. Entries
 * without a row are what everybody expects and the sheet leaves out.
 */
@SuppressWarnings("ImmutableEnumChecker") // what an entry says is a record that nobody changes
public sealed interface Shortcut {

  /** What the table says of it. */
  Keys entry();

  /** The line of the sheet it stands in, if any. */
  default Optional<KeyRow> row() {
    return entry().row();
  }

  /** The keys that do it on a system, that one first which its users expect. */
  default List<Chord> chords(KeySystem system) {
    return system == KeySystem.MAC && !entry().onMac().isEmpty()
        ? entry().onMac()
        : entry().chords();
  }

  /** The one of its keys that a user of a system expects. */
  default Chord usual(KeySystem system) {
    return chords(system).getFirst();
  }

  /** Every entry, in the order of the sheet. */
  static List<Shortcut> all() {
    return Stream.<Shortcut[]>of(
            OfCourse.values(),
            OfWalk.values(),
            OfLesson.values(),
            OfLecture.values(),
            OfBallot.values(),
            OfQuestion.values(),
            OfTimed.values(),
            OfMatrix.values(),
            OfHeatMap.values(),
            OfEditor.values(),
            OfWindow.values(),
            OfNotice.values(),
            OfTraining.values(),
            OfPractice.values(),
            OfNetwork.values(),
            OfPoints.values(),
            OfFocus.values(),
            OfControl.values(),
            OfChart.values(),
            OfList.values(),
            OfSheet.values())
        .flatMap(Stream::of)
        .toList();
  }

  /** Whether a key does it. */
  default boolean matches(KeyEvent event) {
    return chords(KeySystem.HERE).stream().anyMatch(chord -> chord.matches(event));
  }

  /** Which of these entries a key is. */
  static <K extends Shortcut> Optional<K> of(K[] entries, KeyEvent event) {
    return Stream.of(entries).filter(entry -> entry.matches(event)).findFirst();
  }

  /** Whether a key only changes what others mean. */
  static boolean isModifier(KeyEvent event) {
    return event.getCode().isModifierKey();
  }

  /** The digit that a key is, with nothing held down beside it. */
  static OptionalInt digit(KeyEvent event) {
    boolean alone = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
    String name = event.getCode().getName();
    return alone && event.getCode().isDigitKey()
        ? OptionalInt.of(Character.digit(name.charAt(name.length() - 1), 10))
        : OptionalInt.empty();
  }

  /** Whether a presenter's remote has a button for it, so that it must work in any state. */
  default boolean isOnRemotes() {
    return this == OfWalk.PREVIOUS_PHASE || this == OfWalk.NEXT_PHASE;
  }

  /** Anywhere in the window. */
  enum OfWindow implements Shortcut {
    START(KeyRow.SCREENS, alt(KeyCode.HOME)),
    EXPLORE(KeyRow.SCREENS, command(KeyCode.DIGIT1)),
    TRAIN(KeyRow.SCREENS, command(KeyCode.DIGIT2)),
    PRACTICE(KeyRow.SCREENS, command(KeyCode.DIGIT3)),
    SPEED(KeyRow.SCREENS, command(KeyCode.DIGIT4)),
    UNDO(KeyRow.UNDO, command(KeyCode.Z)),
    REDO(
        Keys.of(KeyRow.UNDO, command(KeyCode.Y), shiftCommand(KeyCode.Z))
            .onMac(shiftCommand(KeyCode.Z), command(KeyCode.Y))),
    NEW(KeyRow.FILE, command(KeyCode.N)),
    OPEN(KeyRow.FILE, command(KeyCode.O)),
    SAVE(KeyRow.FILE, command(KeyCode.S)),
    SAVE_AS(null, shiftCommand(KeyCode.S)),
    LARGER(
        KeyRow.ZOOM,
        command(KeyCode.PLUS),
        // Where plus is typed with Shift, or without.
        command(KeyCode.EQUALS).anyShift(),
        command(KeyCode.ADD)),
    SMALLER(KeyRow.ZOOM, command(KeyCode.MINUS), command(KeyCode.SUBTRACT)),
    USUAL_SIZE(KeyRow.ZOOM, command(KeyCode.DIGIT0), command(KeyCode.NUMPAD0)),
    SIDES(KeyRow.SIDES, command(KeyCode.B)),
    LECTURE(KeyRow.LECTURE, key(KeyCode.F5)),
    THEME(KeyRow.THEME, command(KeyCode.T)),
    NOTICE(KeyRow.NOTICE, key(KeyCode.F6)),
    KEYS(KeyRow.HELP, key(KeyCode.F1));

    private final Keys entry;

    OfWindow(@Nullable KeyRow row, Chord... chords) {
      this(Keys.of(row, chords));
    }

    OfWindow(Keys entry) {
      this.entry = entry;
    }

    @Override
    public Keys entry() {
      return entry;
    }
  }

  /** While a notice or a comparison is shown, but where the key means something else. */
  enum OfNotice implements Shortcut {
    CLOSE(KeyRow.NOTICE, key(KeyCode.ESCAPE));

    private final Keys entry;

    OfNotice(KeyRow row, Chord chord) {
      this.entry = Keys.of(row, chord);
    }

    @Override
    public Keys entry() {
      return entry;
    }
  }

  /** Along the path of lessons on the Start screen. */
  enum OfCourse implements Shortcut {
    UP(KeyRow.COURSE, key(KeyCode.UP)),
    DOWN(KeyRow.COURSE, key(KeyCode.DOWN)),
    OPEN(KeyRow.COURSE, key(KeyCode.ENTER), key(KeyCode.SPACE)),
    FIRST(null, key(KeyCode.HOME)),
    LAST(null, key(KeyCode.END));

    private final Keys entry;

    OfCourse(@Nullable KeyRow row, Chord... chords) {
      this.entry = Keys.of(row, chords);
    }

    @Override
    public Keys entry() {
      return entry;
    }
  }

  /** On the Explore screen, whatever was clicked last; a {@link KeyOwner} says when. */
  enum OfWalk implements Shortcut {
    PLAY(KeyRow.PLAY, key(KeyCode.SPACE).anyShift()),
    BACK(KeyRow.STEP, key(KeyCode.LEFT)),
    FORWARD(KeyRow.STEP, key(KeyCode.RIGHT)),
    COARSER_BACK(KeyRow.COARSER, shift(KeyCode.LEFT), key(KeyCode.UP)),
    COARSER_FORWARD(KeyRow.COARSER, shift(KeyCode.RIGHT), key(KeyCode.DOWN)),
    FIRST(KeyRow.ENDS, key(KeyCode.HOME).anyShift()),
    LAST(KeyRow.ENDS, key(KeyCode.END).anyShift()),
    PREVIOUS_PHASE(KeyRow.PHASES, key(KeyCode.PAGE_UP).anyShift()),
    NEXT_PHASE(KeyRow.PHASES, key(KeyCode.PAGE_DOWN).anyShift());

    private final Keys entry;

    OfWalk(KeyRow row, Chord... chords) {
      this.entry = Keys.of(row, chords);
    }

    @Override
    public Keys entry() {
      return entry;
    }
  }

  /** On the way through a lesson, also where something is typed. */
  enum OfLesson implements Shortcut {
    PREVIOUS(KeyRow.BEATS, alt(KeyCode.LEFT)),
    NEXT(KeyRow.BEATS, alt(KeyCode.RIGHT)),
    MORE(KeyRow.NUDGE, alt(KeyCode.UP)),
    LESS(KeyRow.NUDGE, alt(KeyCode.DOWN));

    private final Keys entry;

    OfLesson(KeyRow row, Chord chord) {
      this.entry = Keys.of(row, chord);
    }

    @Override
    public Keys entry() {
      return entry;
    }
  }

  /** Before a class, whatever has the focus. */
  enum OfLecture implements Shortcut {
    REVEAL(KeyRow.REVEAL, key(KeyCode.PAGE_DOWN).anyShift()),
    REVEAL_TOO(KeyRow.REVEAL, key(KeyCode.SPACE).anyShift()),
    BACK(KeyRow.REVEAL, key(KeyCode.PAGE_UP).anyShift()),
    STEP_BACK(KeyRow.LECTURE_STEP, key(KeyCode.LEFT)),
    STEP(KeyRow.LECTURE_STEP, key(KeyCode.RIGHT)),
    BLACK(KeyRow.BLANK, key(KeyCode.B), key(KeyCode.PERIOD), key(KeyCode.DECIMAL)),
    WHITE(KeyRow.BLANK, key(KeyCode.W), key(KeyCode.COMMA)),
    JUMP(KeyRow.JUMP, key(KeyCode.ENTER)),
    LARGER(
        KeyRow.LECTURE_ZOOM,
        key(KeyCode.PLUS).anyShift(),
        key(KeyCode.EQUALS).anyShift(),
        key(KeyCode.ADD)),
    SMALLER(KeyRow.LECTURE_ZOOM, key(KeyCode.MINUS), key(KeyCode.SUBTRACT)),
    SPOTLIGHT(KeyRow.SPOTLIGHT, key(KeyCode.S)),
    COVER(KeyRow.COVER, key(KeyCode.C)),
    VOTE(KeyRow.VOTE, key(KeyCode.V)),
    LEAVE(KeyRow.LEAVE_LECTURE, key(KeyCode.ESCAPE));

    private final Keys entry;

    OfLecture(KeyRow row, Chord... chords) {
      this.entry = Keys.of(row, chords);
    }

    @Override
    public Keys entry() {
      return entry;
    }

    /** Whether it is meant also where a text is typed. */
    public boolean reachesTexts() {
      return switch (this) {
        case REVEAL, BACK, LEAVE -> true;
        case REVEAL_TOO,
            STEP_BACK,
            STEP,
            BLACK,
            WHITE,
            JUMP,
            LARGER,
            SMALLER,
            SPOTLIGHT,
            COVER,
            VOTE ->
            false;
      };
    }

    /** Whether it is meant also where votes are counted: there are digits alone. */
    public boolean reachesTallies() {
      return this == REVEAL_TOO || reachesTexts();
    }
  }

  /** While a class votes: to the field that counts an option. */
  enum OfBallot implements Shortcut {
    A(0, key(KeyCode.A)),
    B(1, key(KeyCode.B)),
    C(2, key(KeyCode.C)),
    D(3, key(KeyCode.D));

    private final int option;
    private final Keys entry;

    OfBallot(int option, Chord chord) {
      this.option = option;
      this.entry = Keys.of(KeyRow.VOTE, chord);
    }

    /** The option that it counts, from 0. */
    public int option() {
      return option;
    }

    @Override
    public Keys entry() {
      return entry;
    }
  }

  /** Where an answer to a lesson's question is given. */
  enum OfQuestion implements Shortcut {
    CHECK(null, key(KeyCode.ENTER));

    private final Keys entry;

    OfQuestion(@Nullable KeyRow row, Chord chord) {
      this.entry = Keys.of(row, chord);
    }

    @Override
    public Keys entry() {
      return entry;
    }
  }

  /** On the Practice screen, also where something is typed. */
  enum OfPractice implements Shortcut {
    CHECK(Keys.of(KeyRow.CHECK, key(KeyCode.ENTER))),
    /** Chooses a cell, or marks it. */
    CHOOSE(Keys.of(null, key(KeyCode.SPACE))),
    HINT(letter(KeyRow.PRACTICE_HELP, KeyCode.H)),
    EXPLORE(letter(KeyRow.PRACTICE_EXPLORE, KeyCode.E)),
    TELL(letter(KeyRow.PRACTICE_HELP, KeyCode.A)),
    SKIP(letter(KeyRow.PRACTICE_HELP, KeyCode.S));

    private final Keys entry;

    OfPractice(Keys entry) {
      this.entry = entry;
    }

    /**
     * A letter must type nothing where an answer is given. On macOS Alt makes other characters of
     * letters, Ctrl moves the caret, and ⌘ has a meaning everywhere, so there it is both.
     */
    private static Keys letter(KeyRow row, KeyCode letter) {
      return Keys.of(row, alt(letter)).onMac(controlCommand(letter));
    }

    @Override
    public Keys entry() {
      return entry;
    }
  }

  /** On the Train screen, but where something is typed. */
  enum OfTraining implements Shortcut {
    TRAIN(KeyRow.TRAIN, key(KeyCode.SPACE).anyShift()),
    ONE_BATCH(KeyRow.ONE_BATCH, key(KeyCode.N)),
    ONE_EPOCH(KeyRow.ONE_BATCH, shift(KeyCode.N));

    private final Keys entry;

    OfTraining(KeyRow row, Chord chord) {
      this.entry = Keys.of(row, chord);
    }

    @Override
    public Keys entry() {
      return entry;
    }
  }

  /** At a cell of a matrix; a digit, or anything else that is typed, begins a number. */
  enum OfMatrix implements Shortcut {
    LEFT(KeyRow.IN_GRID, command(KeyCode.LEFT)),
    UP(KeyRow.IN_GRID, command(KeyCode.UP)),
    RIGHT(KeyRow.IN_GRID, command(KeyCode.RIGHT)),
    DOWN(KeyRow.IN_GRID, command(KeyCode.DOWN)),
    NEXT(KeyRow.IN_GRID, key(KeyCode.TAB)),
    PREVIOUS(null, shift(KeyCode.TAB)),
    ROW_START(null, command(KeyCode.HOME)),
    ROW_END(null, command(KeyCode.END)),
    EDIT(KeyRow.TYPE, key(KeyCode.F2)),
    /** Edits an input, and goes to where another number is computed. */
    OPEN(KeyRow.TYPE, key(KeyCode.ENTER)),
    ZERO(null, key(KeyCode.DELETE), key(KeyCode.BACK_SPACE)),
    MENU(KeyRow.MENU, shift(KeyCode.F10), key(KeyCode.CONTEXT_MENU).anyShift().anyControl()),
    COPY(KeyRow.COPY_PASTE, command(KeyCode.C)),
    PASTE(KeyRow.COPY_PASTE, command(KeyCode.V)),
    COMPARE(KeyRow.COMPARE, shiftCommand(KeyCode.V));

    private final Keys entry;

    OfMatrix(@Nullable KeyRow row, Chord... chords) {
      this.entry = Keys.of(row, chords);
    }

    @Override
    public Keys entry() {
      return entry;
    }

    /** Whether it goes to the next cell on one side, and from outside into a matrix. */
    public boolean isToNeighbour() {
      return switch (this) {
        case LEFT, UP, RIGHT, DOWN -> true;
        case NEXT, PREVIOUS, ROW_START, ROW_END, EDIT, OPEN, ZERO, MENU, COPY, PASTE, COMPARE ->
            false;
      };
    }
  }

  /** In a matrix shown as colours, beside those of any matrix. */
  enum OfHeatMap implements Shortcut {
    // Plus needs Shift on many keyboards.
    CLOSER(
        KeyRow.HEAT,
        key(KeyCode.PLUS).anyShift(),
        key(KeyCode.EQUALS).anyShift(),
        key(KeyCode.ADD)),
    FARTHER(KeyRow.HEAT, key(KeyCode.MINUS), key(KeyCode.SUBTRACT)),
    WHOLE(KeyRow.HEAT, key(KeyCode.DIGIT0), key(KeyCode.NUMPAD0));

    private final Keys entry;

    OfHeatMap(KeyRow row, Chord... chords) {
      this.entry = Keys.of(row, chords);
    }

    @Override
    public Keys entry() {
      return entry;
    }
  }

  /** While a number is typed over a cell, or into a field. */
  enum OfEditor implements Shortcut {
    TAKE(KeyRow.COMMIT, key(KeyCode.ENTER)),
    NEXT(KeyRow.COMMIT, key(KeyCode.TAB)),
    TAKE_UP(null, shift(KeyCode.ENTER)),
    PREVIOUS(null, shift(KeyCode.TAB)),
    /** The arrows take a number that was typed over another; one that is edited has a caret. */
    UP(null, key(KeyCode.UP).anyShift()),
    DOWN(null, key(KeyCode.DOWN).anyShift()),
    LEFT(null, key(KeyCode.LEFT)),
    RIGHT(null, key(KeyCode.RIGHT)),
    RESTORE(KeyRow.RESTORE, key(KeyCode.ESCAPE).anyShift());

    private final Keys entry;

    OfEditor(@Nullable KeyRow row, Chord chord) {
      this.entry = Keys.of(row, chord);
    }

    @Override
    public Keys entry() {
      return entry;
    }
  }

  /** In a picture of a network. */
  enum OfNetwork implements Shortcut {
    LEFT(KeyRow.NETWORK, key(KeyCode.LEFT)),
    UP(KeyRow.NETWORK, key(KeyCode.UP)),
    RIGHT(KeyRow.NETWORK, key(KeyCode.RIGHT)),
    DOWN(KeyRow.NETWORK, key(KeyCode.DOWN)),
    CHOOSE(KeyRow.NETWORK, key(KeyCode.ENTER), key(KeyCode.SPACE)),
    LEAVE(null, key(KeyCode.ESCAPE));

    private final Keys entry;

    OfNetwork(@Nullable KeyRow row, Chord... chords) {
      this.entry = Keys.of(row, chords);
    }

    @Override
    public Keys entry() {
      return entry;
    }
  }

  /** Among the points of a plane; with Shift the cross goes farther. */
  enum OfPoints implements Shortcut {
    LEFT(KeyRow.POINTS, key(KeyCode.LEFT)),
    UP(KeyRow.POINTS, key(KeyCode.UP)),
    RIGHT(KeyRow.POINTS, key(KeyCode.RIGHT)),
    DOWN(KeyRow.POINTS, key(KeyCode.DOWN)),
    ADD(KeyRow.POINTS, key(KeyCode.ENTER)),
    REMOVE(KeyRow.POINTS, key(KeyCode.DELETE), key(KeyCode.BACK_SPACE)),
    LEAVE(null, key(KeyCode.ESCAPE));

    private final Keys entry;

    OfPoints(@Nullable KeyRow row, Chord... chords) {
      this.entry = Keys.of(row, Stream.of(chords).map(Chord::anyShift).toArray(Chord[]::new));
    }

    @Override
    public Keys entry() {
      return entry;
    }
  }

  /** In an open list whose choice is seen before it is made. */
  enum OfList implements Shortcut {
    LEAVE(key(KeyCode.ESCAPE));

    private final Keys entry;

    OfList(Chord chord) {
      this.entry = Keys.of(null, chord);
    }

    @Override
    public Keys entry() {
      return entry;
    }
  }

  /** On the sheet that says how a table is read. */
  enum OfSheet implements Shortcut {
    LEFT(KeyRow.SHEET, key(KeyCode.LEFT)),
    UP(KeyRow.SHEET, key(KeyCode.UP)),
    RIGHT(KeyRow.SHEET, key(KeyCode.RIGHT)),
    DOWN(KeyRow.SHEET, key(KeyCode.DOWN)),
    USE(KeyRow.SHEET, command(KeyCode.ENTER)),
    CANCEL(null, key(KeyCode.ESCAPE));

    private final Keys entry;

    OfSheet(@Nullable KeyRow row, Chord chord) {
      this.entry = Keys.of(row, chord);
    }

    @Override
    public Keys entry() {
      return entry;
    }
  }

  /** Where the focus goes, on every screen. */
  enum OfFocus implements Shortcut {
    NEXT(null, key(KeyCode.TAB).anyControl()),
    PREVIOUS(null, shift(KeyCode.TAB).anyControl()),
    GIVE_BACK(KeyRow.GIVE_BACK, key(KeyCode.ESCAPE));

    private final Keys entry;

    OfFocus(@Nullable KeyRow row, Chord chord) {
      this.entry = Keys.of(row, chord);
    }

    @Override
    public Keys entry() {
      return entry;
    }

    /** Whether it leads the focus to a control. */
    boolean leads() {
      return switch (this) {
        case NEXT, PREVIOUS -> true;
        case GIVE_BACK -> false;
      };
    }
  }

  /** What the toolkit's controls do by keys that also a screen has a use for. */
  enum OfControl implements Shortcut {
    ACTIVATE(key(KeyCode.SPACE)),
    LEFT(key(KeyCode.LEFT)),
    UP(key(KeyCode.UP)),
    RIGHT(key(KeyCode.RIGHT)),
    DOWN(key(KeyCode.DOWN));

    private final Keys entry;

    OfControl(Chord chord) {
      this.entry = Keys.of(null, chord);
    }

    @Override
    public Keys entry() {
      return entry;
    }

    /** Whether a button does something by it. */
    boolean activates() {
      return this == ACTIVATE;
    }

    /** Whether a list that can be opened does something by it. */
    boolean chooses() {
      return switch (this) {
        case ACTIVATE, UP, DOWN -> true;
        case LEFT, RIGHT -> false;
      };
    }

    /** Whether what can be scrolled does something by it. */
    boolean scrolls() {
      return this != ACTIVATE;
    }
  }

  /** On a chart of curves. */
  enum OfChart implements Shortcut {
    LEFT(key(KeyCode.LEFT)),
    RIGHT(key(KeyCode.RIGHT)),
    START(key(KeyCode.HOME)),
    END(key(KeyCode.END)),
    LEAVE(key(KeyCode.ESCAPE));

    private final Keys entry;

    OfChart(Chord chord) {
      this.entry = Keys.of(null, chord);
    }

    @Override
    public Keys entry() {
      return entry;
    }
  }

  /** Where the focus is on what starts the timed comparison. */
  enum OfTimed implements Shortcut {
    MEASURE(key(KeyCode.ENTER));

    private final Keys entry;

    OfTimed(Chord chord) {
      this.entry = Keys.of(null, chord);
    }

    @Override
    public Keys entry() {
      return entry;
    }
  }

  /**
   * What an entry of the table says.
   *
   * @param onMac its keys on macOS, where they are others
   */
  record Keys(Optional<KeyRow> row, List<Chord> chords, List<Chord> onMac) {
    static Keys of(@Nullable KeyRow row, Chord... chords) {
      return new Keys(Optional.ofNullable(row), List.of(chords), List.of());
    }

    Keys onMac(Chord... there) {
      return new Keys(row, chords, List.of(there));
    }
  }
}
