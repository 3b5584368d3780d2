/**
 * What stands on the stage at one place of the walk: the matrices of its operation, its formula,
 * the other views of the same gradient ({@code StageViews}), and what both Explore and a lecture
 * show beside them, such as the network's path. Explore puts it between its sides, a lecture shows
 * it alone, so it is a package of its own and knows neither.
 *
 * <p>Every part here is drawn from {@link org.gradloom.ui.store.Explore} and changes it only by
 * dispatching an action. What it shows is worked out by a pure function first ({@code
 * StagePicture}, {@code StageContents}, {@code FormulaTex}) and then handed to a control of {@code
 * ui.control}, so that what is shown can be tested without a window.
 *
 * <p>Marks mean one thing everywhere: the left operand's line is solid, the right operand's dashed,
 * the result ringed. A matrix keeps the mark of its seat in the product also where it stands a
 * second time, as the origin of its transposed twin.
 *
 * <p>Cells are chosen for the stage's share of the window ({@code StageShare}), not for what
 * happens to be left. That is why a cell never gets smaller when the scale rises. That the stage
 * should scroll instead was rejected: the cell in question would be out of sight. A matrix of
 * colours has used up its share at any scale, so that its cells stay as they are while all are in
 * sight; what grows are the cells that one zooms into, since the rest may leave the sight.
 *
 * <p>A click on a computed number goes to where it is computed. A click on an input goes to where
 * it is used: in the cell one stands in, else in the matrix on stage, else first in the walk. The
 * last alone would tear a learner who clicks x₁₃ to change it away from the dL/dW he is watching.
 *
 * <p>What a lesson's beat wants at the cells themselves ({@code Prompts}) is marked there: a
 * question mark where a number is asked for, a dot where a cell was marked as an answer, a handle
 * where a number can be dragged. A click on such a cell does not lead away from it.
 *
 * <p>What stands on the stage moves as little as it can. A product keeps the size of its cells and
 * the room for its longest chip from the first term to the last; cells that one matrix of a walk
 * needs smaller stay so for the others, down to the size that most have room for. Two rejected
 * ways: the largest cells for each matrix, which jumped with every phase, and one size found in
 * advance, which needs all matrices styled before the first is shown.
 *
 * <p>Beside slopes, with a bias among the weights and at an update, matrices stand in bands ({@code
 * BandedView}). What has no room there is not made a map of colours alone: one reads and moves
 * single numbers, of which two maps that look alike tell nothing. So each matrix shows what is
 * around the present cell, its caption says which rows and columns those are, and a map below
 * ({@code PartMap}) shows all of it, with a frame around that part, and leads to the rest. Slopes
 * that take long are measured away from the window's thread, and the one that is looked at before
 * all others.
 *
 * <p>Cards ({@code CardsView}, {@code CardsFit}) rather show all samples in smaller cells than few
 * in large ones, since they are seen to add up only together. Sheets ({@code StackView}) keep the
 * numbers of their sum as long as they can and become dots first, since all but one line of each is
 * 0 anyway. A Jacobian is drawn as numbers, as a map of dots or not at all, by its size alone; of
 * the largest only counts are shown, which cost nothing. Its figures have their place beside it
 * also while they are covered, so that nothing moves when the answer uncovers them.
 */
@NullMarked
package org.gradloom.ui.stage;

import org.jspecify.annotations.NullMarked;
