/**
 * Training: what is trained, in which order, the thread that trains it, and what is to be seen of
 * it. The arithmetic of a step is the engine's {@link org.gradloom.engine.Mlp}, which owns the
 * buffers; here nothing is multiplied.
 *
 * <p>A {@link org.gradloom.training.TrainingSetup} is a document like any other: its rows are the
 * training rows, its layers hold the start weights, its plan says how. So it is saved, undone and
 * trained on the command line without a format of its own. Only the test rows are not in it; {@link
 * org.gradloom.training.PreparedData} makes them again from the data source that the plan names.
 * What may be changed of it, and what such a change draws anew, is said by {@link
 * org.gradloom.training.SetupEdits} alone.
 *
 * <p>{@link org.gradloom.training.Schedule} says which rows the next mini-batch holds. The same
 * document is the same run bit for bit, however many cores there are and whoever looks on: every
 * order is drawn from a seed, and one thread adds everything in one order. {@link
 * org.gradloom.training.PlannedRun} takes all steps of a document at once, for the command line.
 * The {@link org.gradloom.training.Trainer} takes them on a thread of its own, as the user likes:
 * commands go in, and a {@link org.gradloom.training.Snapshot} comes out when the last one was
 * fetched, with the weights, the optimizer's memory, the rows of the next mini-batch, and every
 * loss so far, summed up in a bounded number of buckets, and the figures at steps that the run
 * alone decides. So its cost does not depend on how fast or how slowly anybody looks, and no loss
 * is left out. A snapshot is complete: the next step can be frozen as a lesson whose update is the
 * step that training really takes.
 *
 * <p>Training that diverges is no exception. A step whose numbers would not be finite is not taken,
 * so the weights before it remain to be looked at, and the step is named.
 *
 * <p>A document that was saved trained says how many steps of its plan brought it there. Training
 * goes on behind them: the mini-batches that were had are passed over, the optimizer remembers what
 * the document holds, so two runs are bit for bit one long run. In the window its weights are start
 * weights, since what is changed there (another optimizer, other data) has no use for such memory.
 *
 * <p>An {@link org.gradloom.training.Evaluation} is a pure function of a snapshot. It is computed
 * neither by the trainer nor by the window but by an {@link org.gradloom.training.Evaluator}
 * between them. All that a screen shows at a time comes from one evaluation: numbers from several
 * moments would contradict each other. The single numbers among it are {@link
 * org.gradloom.training.Figure}s, each of which says its name and how it is computed.
 *
 * <p>Rows have classes or numbers ({@link org.gradloom.data.Truth}). Numbers are learned by a
 * squared error, standardised where the features are, and {@link org.gradloom.training.Quantity}
 * brings them back to their own unit. All that people read of them is in that unit: {@link
 * org.gradloom.training.Score}, {@link org.gradloom.training.Fit} and {@link
 * org.gradloom.training.StraightLine}. The loss alone is of what is trained on, because a frozen
 * step comes to it.
 *
 * <p>No screen is known here.
 */
@NullMarked
package org.gradloom.training;

import org.jspecify.annotations.NullMarked;
