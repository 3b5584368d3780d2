package org.gradloom.ui.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gradloom.blas.BlasSearch;
import org.gradloom.derivation.CodeListing;
import org.gradloom.derivation.Derivation;
import org.gradloom.derivation.Granularity;
import org.gradloom.files.Progress;
import org.gradloom.files.RecoveryFolder;
import org.gradloom.formula.Operand;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Coverable;
import org.gradloom.lesson.Edit;
import org.gradloom.lesson.History;
import org.gradloom.lesson.Lesson;
import org.gradloom.lesson.Perspective;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.Screen;
import org.gradloom.matrix.Cell;
import org.gradloom.paste.Reading;
import org.gradloom.practice.AnswerDraft;
import org.gradloom.practice.Exercise;
import org.gradloom.practice.Mastery;
import org.gradloom.practice.Plan;
import org.gradloom.practice.Request;
import org.gradloom.speed.Measurer.Measuring;
import org.gradloom.speed.SpeedPlan;
import org.gradloom.speed.Timings;
import org.gradloom.text.Message;
import org.gradloom.training.Command;
import org.gradloom.training.TrainingSetup;
import org.gradloom.ui.theme.Appearance;

/** Something a user does that changes what is shown. */
public sealed interface Action {
  /** A lesson, already computed, takes the place of the present one. */
  record Open(Derivation derivation, Origin origin) implements Action {}

  /** What this file holds now was a screen's document when it was written. */
  record Saved(Screen screen, Lesson lesson, Path path) implements Action {}

  /** Explore's document becomes another of the same beats, from which undo leads back. */
  record Replace(Lesson lesson, Message done) implements Action {}

  /** What became of the file of a screen's document, if anything did. */
  record FoundElsewhere(Screen screen, Optional<Elsewhere> found) implements Action {}

  /** The file of a screen's document is known to hold this. */
  record HeldOnDisk(Screen screen, Lesson lesson) implements Action {}

  record Apply(Edit edit) implements Action {}

  /**
   * Writes what the document was at a moment in a convention, in the place of whatever was done
   * since: so conventions can be tried one after the other, and the last is one step of undo.
   */
  record Write(History before, Convention convention) implements Action {}

  /** The shown screen's document has another title, which undo can take back. */
  record Rename(String title) implements Action {}

  /**
   * Pastes in the likeliest way and offers the others, or asks first where other matrices would
   * lose by it.
   */
  record Paste(Pasted pasted) implements Action {}

  /** Pastes in the way that was chosen when it was asked. */
  record PasteAs(Pasted pasted, Pasted.Option option) implements Action {}

  /** Takes back what was just pasted and pastes it in another way, as one gesture with it. */
  record PasteInstead(Pasted pasted, Pasted.Option option) implements Action {}

  /** Compares a gradient with the user's own, and goes to the first entry that differs. */
  record Compare(Operand gradient, Reading yours) implements Action {}

  /** The user's own gradient is put away. */
  record EndComparison() implements Action {}

  /**
   * Hides these until they are uncovered, in every view. No change of the document: undo and saving
   * know nothing of it.
   */
  record Cover(Collection<? extends Coverable> items) implements Action {
    public Cover {
      items = List.copyOf(items);
    }
  }

  /** Shows these again. */
  record Uncover(Collection<? extends Coverable> items) implements Action {
    public Uncover {
      items = List.copyOf(items);
    }
  }

  record Undo() implements Action {}

  record Redo() implements Action {}

  /** The matrices of a lesson that was awaited; of any other they come too late. */
  record Computed(Derivation derivation) implements Action {}

  /**
   * The matrices of a lesson could not be computed. The document goes back to the numbers that are
   * shown, unless it has others by now.
   */
  record NotComputed(Lesson lesson, Message why) implements Action {}

  /** Back to the document's own numbers, which undo can take back. */
  record Reset() implements Action {}

  record StepBy(Granularity granularity) implements Action {}

  /** Shows the present place in another way, or the nearest that there is in this way. */
  record See(Perspective perspective) implements Action {}

  record Play(boolean playing) implements Action {}

  record PlayAt(double speed) implements Action {}

  record LayOut(Layout layout) implements Action {}

  record ShowCode(CodeListing.Language language) implements Action {}

  record Fold(String panel, boolean folded) implements Action {}

  record ShowSides(Sides sides) implements Action {}

  record Tell(Notice notice) implements Action {}

  /** What a notice offers is done, and the notice has its answer. */
  record Answer(Notice.Choice choice) implements Action {}

  /** A notice was read, or its time is over; another one stays. */
  record Dismiss(Notice notice) implements Action {}

  /** On the way through a lesson's beats. */
  sealed interface OfLesson extends Action {}

  /**
   * To a beat: its place, its numbers, and what it covers.
   *
   * @param index from 0; one past either end is the last or the first
   */
  record ToBeat(int index) implements OfLesson {}

  record NextBeat() implements OfLesson {}

  record PreviousBeat() implements OfLesson {}

  /** Back to the present beat's place and numbers; the learner's own are one undo away. */
  record ReturnToBeat() implements OfLesson {}

  /** Away from the lesson: nothing is asked or covered any more, and the numbers stay. */
  record LeaveLesson() implements OfLesson {}

  /**
   * Says what the present question's answer will be; words that cannot be read are refused.
   *
   * @param words as they were typed, or what was chosen
   * @param answer what was chosen, where nothing was typed
   */
  record Predict(String words, Optional<org.gradloom.lesson.Answer> answer) implements OfLesson {}

  /** Marks a cell for the present question, or no longer. */
  record Mark(Place.OfCell cell) implements OfLesson {}

  /** Says, in words, which row and which column the last prediction was made of. */
  record NameLines(String words) implements OfLesson {}

  /** Moves the number that the present beat lets the learner move, by so many small steps. */
  record Nudge(int steps) implements OfLesson {}

  /** Moves an entry of an input by so many small steps; those in a row are one step of undo. */
  record Move(Place.OfCell entry, int steps) implements OfLesson {}

  /** Changes what is told, and goes to the beat that was changed to see it as a learner will. */
  record Narrate(Edit.OfBeats edit) implements OfLesson {}

  record Hint() implements OfLesson {}

  /** Shows what the present beat covers. */
  record ShowAnswer() implements OfLesson {}

  /** Before a class. */
  sealed interface OfLecture extends Action {}

  /** Shows Explore to a class; within a lecture it only withdraws the question about leaving. */
  record BeginLecture() implements OfLecture {}

  record EndLecture() implements OfLecture {}

  /** Shows what waits to be shown, else goes to the next beat or, without beats, phase. */
  record Reveal() implements OfLecture {}

  /** To the beat or phase before. */
  record GoBack() implements OfLecture {}

  /** Takes the picture away, or brings it back where it is away in this way. */
  record TurnBlank(Lecture.Blank blank) implements OfLecture {}

  /** Asks whether to leave; who means it asks again. */
  record AskToLeave() implements OfLecture {}

  /** What waits for another key is given up: the question about leaving, and a typed number. */
  record Withdraw() implements OfLecture {}

  /** A digit of the number of a beat. */
  record TypeDigit(int digit) implements OfLecture {}

  /** To the beat whose number was typed. */
  record JumpToTyped() implements OfLecture {}

  /** Makes everything larger by so many percent, or smaller. */
  record ZoomLecture(int by) implements OfLecture {}

  /** Lights only what is around the pointer, or everything. */
  record Spotlight(boolean lit) implements OfLecture {}

  /** Covers what is seen, and shows what is covered. */
  record TurnCover(Region region) implements OfLecture {}

  /** Lets the class vote on the present beat's question, if it has options. */
  record OpenVote() implements OfLecture {}

  record CloseVote() implements OfLecture {}

  /**
   * How many voted for an option.
   *
   * @param option from 0
   */
  record CountVotes(int option, int votes) implements OfLecture {}

  /** To another place in the walk. */
  sealed interface OfWalk extends Action {}

  record Go(Place place) implements OfWalk {}

  /**
   * To where a cell is computed or, for an input, used: in the cell where the walk stands, in the
   * present matrix, or first in the walk. Where a question asks for cells of the operand, the cell
   * is marked, or no longer.
   */
  record Choose(Operand operand, Cell cell) implements OfWalk {}

  /** To a term by its number, as a timeline counts. */
  record Seek(long term) implements OfWalk {}

  record Forward(Granularity by) implements OfWalk {}

  record Back(Granularity by) implements OfWalk {}

  /** To the beginning of the next phase. */
  record NextPhase() implements OfWalk {}

  /** To the beginning of this phase, or from there to that of the one before. */
  record PreviousPhase() implements OfWalk {}

  record First() implements OfWalk {}

  record Last() implements OfWalk {}

  /** What is known of lessons and files, on the Start screen. */
  sealed interface OfStart extends Action {}

  /** Nothing counts as done or begun any more. */
  record EraseProgress() implements OfStart {}

  /** What was reached in other windows, too; it is in the file already. */
  record TakeProgress(Progress progress) implements OfStart {}

  /** What the files hold that were opened last. */
  record ListRecent(List<RecentDocument> recent) implements OfStart {
    public ListRecent {
      recent = List.copyOf(recent);
    }
  }

  /** Unsaved work of windows that ended without being closed. */
  record ListLeft(List<RecoveryFolder.Left> left) implements OfStart {
    public ListLeft {
      left = List.copyOf(left);
    }
  }

  /** How the window looks, on every screen. */
  sealed interface OfLook extends Action {}

  /** Another theme or size. */
  record Wear(Appearance appearance) implements OfLook {}

  /** The user wants less motion, or no longer. */
  record LessMotion(boolean wanted) implements OfLook {}

  /** The system asks for less motion, or no longer. */
  record SystemMotion(boolean less) implements OfLook {}

  /** An action on the Train screen, or between it and Explore. */
  sealed interface OfTraining extends Action {}

  /** Another screen is shown; where it is Train again, it goes on as it was left. */
  record Show(Screen screen) implements OfTraining {}

  /** A setup, its data ready, takes the place of the present one. */
  record OpenSetup(TrainingSetup setup, Origin origin) implements OfTraining {}

  /** A change of the setup that undo takes back. */
  record ChangeSetup(TrainingSetup setup, Message done) implements OfTraining {}

  /** Training begins again, and goes on at once, from the same start weights with another setup. */
  record TryAgain(TrainingSetup setup, Message done) implements OfTraining {}

  /** Training begins again from the same start weights. */
  record SameStart() implements OfTraining {}

  record Train(boolean training) implements OfTraining {}

  /**
   * The run stopped by itself: it is done, or its numbers overflowed.
   *
   * @param run whose end it is; one that is no longer shown is left out
   */
  record Stopped(long run) implements OfTraining {}

  /** How many steps a second; infinite for as fast as it can. */
  record TrainAt(double stepsPerSecond) implements OfTraining {}

  /** Whose matrices are shown, from 0. */
  record ShowLayer(int layer) implements OfTraining {}

  /**
   * A weight or bias of the run is set by hand.
   *
   * @param set what the trainer is told
   * @param back what takes it back
   * @param done what undo calls it
   */
  record SetByHand(Command set, Command back, Message done) implements OfTraining {}

  /** The weights of the edited training step in Explore go to its run, which is shown then. */
  record TakeBack() implements OfTraining {}

  /** Another run stays in the chart of the losses. */
  record Keep(LossChart.KeptRun run) implements OfTraining {}

  /** Another name of a kept run, which counts from 0. */
  record NameKept(int run, String name) implements OfTraining {}

  /** A kept run, counted from 0, leaves the chart. */
  record Forget(int run) implements OfTraining {}

  /** Whether equal heights in the chart of losses are equal factors. */
  record ScaleLosses(boolean logarithmic) implements OfTraining {}

  /**
   * A frozen training step takes the place of the document in Explore; training waits.
   *
   * @param trains whether training goes on when the user comes back
   */
  record OpenStep(Derivation derivation, Origin.FrozenStep origin, boolean trains)
      implements OfTraining {}

  /** On the Practice screen. */
  sealed interface OfPractice extends Action {}

  /** The Practice screen as it was left; the first time with a mixed review. */
  record ShowPractice(Instant now) implements OfPractice {}

  /** Practises something else, from its first exercise. */
  record Practise(Plan plan, Instant now) implements OfPractice {}

  /** The exercise that was asked for; of any other request it comes too late. */
  record TakeExercise(Request request, Exercise exercise, Instant now) implements OfPractice {}

  /** The exercise that was asked for cannot be drawn. */
  record GiveUpExercise(Request request) implements OfPractice {}

  /** The answer stands like this now, which undo takes back. */
  record EnterAnswer(AnswerDraft draft) implements OfPractice {}

  /**
   * Marks the answer as it stands.
   *
   * @param words how it is read
   */
  record CheckAnswer(String words, Instant now) implements OfPractice {}

  /** The lines that the last wrong answer was made of, as they are written. */
  record NameUsed(org.gradloom.lesson.Answer.Lines lines) implements OfPractice {}

  /** Opens the next hint, if a try came since the last. */
  record OpenHint() implements OfPractice {}

  /** Takes the worked steps away. */
  record SolveAlone() implements OfPractice {}

  /** Ends the exercise without an answer of the learner's. */
  record TellAnswer(Instant now) implements OfPractice {}

  /** To the next exercise; past the last one, from the first again. */
  record NextExercise(Instant now) implements OfPractice {}

  /** Exercises are written in another convention. */
  record WriteExercisesAs(Convention convention, Instant now) implements OfPractice {}

  /**
   * Back from Explore to the exercise that was seen there; where that showed its answer, to the
   * next of its kind.
   */
  record ReturnToPractice(Instant now) implements OfPractice {}

  /** What was practised in other windows, too; it is in the file already. */
  record TakeMastery(Mastery mastery) implements OfPractice {}

  /** Nothing counts as practised any more. */
  record EraseMastery() implements OfPractice {}

  /** Goes on with a pack where it was left. */
  record ResumePack(PausedPack left) implements OfPractice {}

  /** A pack that was left is there to be gone on with. */
  record OfferPack(PausedPack left) implements OfPractice {}

  /** An exercise that an earlier window left is gone on with. */
  record ResumeExercise(PracticeState.Work left) implements OfPractice {}

  /** The pack that was left is not to be gone on with any more. */
  record LeavePack() implements OfPractice {}

  /**
   * An exercise takes the place of the document in Explore, with nothing covered.
   *
   * @param derivation of its numbers
   */
  record OpenExercise(Derivation derivation, Origin.OfExercise origin, Place at)
      implements OfPractice {}

  /** On the Speed screen. */
  sealed interface OfSpeed extends Action {}

  /** Something else is to be measured; nothing changes while a measurement goes on. */
  record PlanSpeed(SpeedPlan plan) implements OfSpeed {}

  /**
   * What was measured so far.
   *
   * @param measuring whether it goes on
   * @param news how far it has come
   * @param failed why it ended by itself before it was done
   */
  record TakeTimings(
      Timings found, boolean measuring, Optional<Measuring> news, Optional<Message> failed)
      implements OfSpeed {}

  /** Looks at what was measured at a size. */
  record SeeSize(int n) implements OfSpeed {}

  /** Whether training is to take the products of the machine's BLAS. */
  record TrainOnBlas(boolean wanted) implements OfSpeed {}

  /** What came of looking for the machine's BLAS. */
  record TakeBlas(BlasSearch found) implements OfSpeed {}
}
