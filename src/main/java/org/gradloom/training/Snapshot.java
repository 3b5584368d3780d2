package org.gradloom.training;

import java.util.List;
import org.gradloom.lesson.Layer;
import org.gradloom.lesson.Lesson;

/**
 * A run between two steps. Immutable, and complete: the next step's mini-batch, the exact weights
 * and the optimizer's memory make it a lesson of its own.
 *
 * @param run the number under which the run was begun
 * @param obeyed how many commands the trainer had obeyed by then
 * @param setup what is trained; its lesson's layers are the start weights
 * @param layers the present weights, with what the optimizer remembers
 * @param steps taken so far
 * @param epochs completed so far
 * @param nextBatch the rows of the next mini-batch, from 0
 * @param losses of every step so far
 * @param figures so far, at steps that the run alone decides
 * @param samplesPerSecond how fast it goes, 0 where that is not known
 */
public record Snapshot(
    long run,
    long obeyed,
    TrainingSetup setup,
    List<Layer> layers,
    long steps,
    long epochs,
    List<Integer> nextBatch,
    Curve losses,
    FigureCurves figures,
    double samplesPerSecond,
    Status status) {
  public Snapshot {
    layers = List.copyOf(layers);
    nextBatch = List.copyOf(nextBatch);
  }

  /** The next step as a document: what it would compute is what training will compute. */
  public Lesson frozen() {
    return StepLesson.of(setup, layers, nextBatch, steps);
  }
}
