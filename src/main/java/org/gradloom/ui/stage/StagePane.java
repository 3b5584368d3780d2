package org.gradloom.ui.stage;

import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Bounds;
import javafx.scene.layout.Region;
import org.gradloom.ui.store.Explore;

/**
 * What can stand on the stage: the matrices of an operation, or another view of the same gradient.
 * Something else can stand at its right, for which it leaves room.
 */
public abstract class StagePane extends Region {
  private final ReadOnlyDoubleWrapper beside = new ReadOnlyDoubleWrapper(this, "beside");

  private final ReadOnlyObjectWrapper<Optional<Bounds>> inQuestion =
      new ReadOnlyObjectWrapper<>(this, "inQuestion", Optional.empty());

  StagePane() {}

  /** Shows a state. */
  public abstract void show(Explore state);

  /** Chooses the cell where the walk stands, if none here is chosen; false if one was. */
  public abstract boolean takeFocus();

  /** Without motion everything is where it ends up at once, and changed cells do not flash. */
  public abstract void setReducedMotion(boolean reduced);

  /** Whether nothing stands beside it at any time, so that it has the whole width. */
  public abstract void setAlone(boolean wanted);

  /** How large the user wants letters to be, in pixels; there may be room for less. */
  public abstract void setLetters(double wanted);

  /** How large the window lets it be; what it shows is chosen to fit in there. */
  public abstract void setRoom(Bounds viewport);

  /** How much of the width it leaves, in pixels; 0 where it needs more than there is. */
  public final ReadOnlyDoubleProperty besideProperty() {
    return beside.getReadOnlyProperty();
  }

  final void setBeside(double width) {
    beside.set(width);
  }

  /** Where the numbers stand that a question is about, as far as they are in sight. */
  public final ReadOnlyObjectProperty<Optional<Bounds>> inQuestionProperty() {
    return inQuestion.getReadOnlyProperty();
  }

  final void setInQuestion(Optional<Bounds> bounds) {
    inQuestion.set(bounds);
  }

  /** Keeps a width free at the right, in pixels: what it shows is chosen for what is left. */
  public abstract void keepFree(double width);

  /** Pixels of the width at the right that it leaves to something else. */
  public abstract void setFreeAtRight(double width);
}
