/**
 * The Explore screen: one place of the walk, shown as matrices, formula, network path, code and
 * words.
 *
 * <p>Every part here is drawn from the same {@link org.gradloom.ui.store.Explore} and changes it
 * only by dispatching an action; none knows another. What a part shows is worked out by a pure
 * function first ({@code StagePicture}, {@code NetworkDrawing}, {@code FormulaTex}) and then handed
 * to a control of {@code ui.control}, so that what is shown can be tested without a window.
 *
 * <p>However large letters are, the stage keeps its share of the window: {@link
 * org.gradloom.ui.sides.ScreenSides} folds the sides away, stylesheets set bars and titles closer
 * ({@link org.gradloom.ui.control.ScreenRoom}), and cells are chosen for the share ({@code
 * StageShare}), not for what happens to be left. That is why a cell never gets smaller when the
 * scale rises. That the stage should scroll instead was rejected: the cell in question would be out
 * of sight. A matrix of colours has used up its share at any scale, so that its cells stay as they
 * are while all are in sight; what grows are the cells that one zooms into, since the rest may
 * leave the sight.
 *
 * <p>Marks mean one thing everywhere: the left operand's line is solid, the right operand's dashed,
 * the result ringed. A matrix keeps the mark of its seat in the product also where it stands a
 * second time, as the origin of its transposed twin.
 *
 * <p>A click on a computed number goes to where it is computed. A click on an input goes to where
 * it is used: in the cell one stands in, else in the matrix on stage, else first in the walk. The
 * last alone would tear a learner who clicks x₁₃ to change it away from the dL/dW he is watching.
 *
 * <p>A beat that is about no place of the walk takes the stage's place ({@code TimedTable}, {@code
 * SummaryView}), and the formula gives way with it. What was timed is kept by the view, for as long
 * as its lesson is open, and not by the store: undo must not bring back other times.
 *
 * <p>What stands on the stage moves as little as it can. A product keeps the size of its cells and
 * the room for its longest chip from the first term to the last; cells that one matrix of a walk
 * needs smaller stay so for the others, down to the size that most have room for. Two rejected
 * ways: the largest cells for each matrix, which jumped with every phase, and one size found in
 * advance, which needs all matrices styled before the first is shown. Notices have a column of
 * their own ({@code CalloutColumn}), for which matrices move only where an answer is waited for.
 *
 * <p>A lesson's beat ({@code BeatCard}) stands in the place of the step's own question, and what it
 * asks ({@code QuestionCard}) beside the matrices, for which cells are chosen smaller before it is
 * shown: they must not move when somebody answers. What is asked for is given in the form of the
 * answer ({@code AnswerInput}): numbers in fields laid out as they are in the matrix, options as
 * options. A prediction typed into the cell itself was rejected, since its reply has to stand
 * somewhere, and the eye would go to and fro between the two. Whoever steps on from a question is
 * led to its field first. The numbers, the reason and the check that would answer it are covered
 * with it.
 */
@NullMarked
package org.gradloom.ui.explore;

import org.jspecify.annotations.NullMarked;
