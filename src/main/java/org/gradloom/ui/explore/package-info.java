/**
 * The Explore screen: one place of the walk, shown as matrices, formula, network path, code and
 * words.
 *
 * <p>Every part here is drawn from the same {@link org.gradloom.ui.store.Explore} and changes it
 * only by dispatching an action; none knows another. What a part shows is worked out by a pure
 * function first and then handed to a control of {@code ui.control}, so that what is shown can be
 * tested without a window. The matrices, the formula and the network's path are a package of their
 * own, {@link org.gradloom.ui.stage}, since a lecture shows them, too.
 *
 * <p>However large letters are, the stage keeps its share of the window: {@link
 * org.gradloom.ui.sides.ScreenSides} folds the sides away, and stylesheets set bars and titles
 * closer ({@link org.gradloom.ui.control.ScreenRoom}). Notices have a column of their own ({@code
 * CalloutColumn}), for which matrices move only where an answer is waited for.
 *
 * <p>A beat that is about no place of the walk takes the stage's place ({@code TimedTable}, {@code
 * SummaryView}), and the formula gives way with it. What was timed is kept by the view, for as long
 * as its lesson is open, and not by the store: undo must not bring back other times.
 *
 * <p>A lesson's beat ({@code BeatCard}) stands in the place of the step's own question, and what it
 * asks ({@code QuestionCard}) beside the matrices, for which cells are chosen smaller before it is
 * shown: they must not move when somebody answers; its tip ({@code CalloutPointer}) is as high as
 * the cell that is asked about, as long as that is in sight. What is asked for is given in the form
 * of the answer ({@code AnswerInput}): numbers in fields laid out as they are in the matrix,
 * options as options. A prediction typed into the cell itself was rejected, since its reply has to
 * stand somewhere, and the eye would go to and fro between the two. Whoever steps on from a
 * question is led to its field first. The numbers, the reason and the check that would answer it
 * are covered with it.
 */
@NullMarked
package org.gradloom.ui.explore;

import org.jspecify.annotations.NullMarked;
