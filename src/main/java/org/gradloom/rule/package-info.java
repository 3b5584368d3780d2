/**
 * The mathematics of one entry: activations, losses and optimizers, each rule one value that says
 * all there is to know of it.
 *
 * <p>A document names rules, the engine computes with them and the walk explains them; so they
 * stand below all three. A rule has its name in documents, its function and its derivative for
 * numbers, and for training the same over arrays, where a loop of its own is faster than the one
 * that follows from its functions. Whoever needs one of these asks the rule. What nobody else can
 * say, such as a sentence or a line of another language, is found by an exhaustive switch.
 *
 * <p>What {@link org.gradloom.rule.Dropout} drops is a function of seed, step and layer, and not
 * the next draw of a generator: so any step can be looked at again, and a run without it draws what
 * it drew before.
 *
 * <p>An {@link org.gradloom.rule.Activation} is a value of one of two enums: an {@link
 * org.gradloom.rule.Elementwise} one has a slope, a {@link org.gradloom.rule.Rowwise} one a
 * Jacobian for each row, and the compiler asks whoever explains or draws an activation for both. A
 * {@link org.gradloom.rule.LossKind} is a value of an enum, too: its numbers belong to the lesson.
 * The squared error without its ½ is a kind of its own, so that no other rule knows of halves. What
 * is asked of the weights beside any of them is a {@link org.gradloom.rule.WeightPenalty}, of which
 * a loss has one {@link org.gradloom.rule.L2} and one {@link org.gradloom.rule.L1}, each with a λ
 * that may be 0: both are terms of their own, L1 behind L2, so that the places of a walk that had
 * an L2 alone stay what they are. An {@link org.gradloom.rule.Optimizer} carries its own settings,
 * so it is a record of a sealed type. Interfaces that anybody could implement were rejected: a rule
 * that is not on the list would have no name in documents and no sentence.
 */
@NullMarked
package org.gradloom.rule;

import org.jspecify.annotations.NullMarked;
