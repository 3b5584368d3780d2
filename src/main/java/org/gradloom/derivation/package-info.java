/**
 * The walk through a lesson, and what is said of each of its places.
 *
 * <p>{@link org.gradloom.derivation.Derivation} orders every term of the forward pass, the loss,
 * the backward pass and the update, and reaches any of them by arithmetic: a prefix sum over the
 * matrices of the walk and a division within one. No list of steps is stored, so a 64×784×128
 * product costs nothing to build and any place is a microsecond away. A {@link
 * org.gradloom.derivation.Step} is one such place with what a view needs: the cell, the two lines
 * that meet in it, the active term, the running sum.
 *
 * <p>{@link org.gradloom.derivation.Operation} says how a matrix comes about; every switch over it
 * is exhaustive, so a new kind of matrix cannot be forgotten by a view. {@link
 * org.gradloom.derivation.Formula}, {@link org.gradloom.derivation.Narration} and {@link
 * org.gradloom.derivation.CodeListing} are pure functions from a step to symbols, sentences and
 * code; {@link org.gradloom.derivation.Notation} names matrices and entries for all of them.
 *
 * <p>A formula is made once a step, as trees: the rule gives its part, the step puts operands and
 * numbers in. The window, the terminal and a screen reader have the same trees written; captions
 * and the signs between the matrices of the stage are the rules of whole matrices, {@link
 * org.gradloom.derivation.MatrixFormula}; code is the rule's tree in another language, but where a
 * reader of that language expects an idiom. So a rule that is added is explained everywhere by the
 * formula it brings along, and a test evaluates that formula against what the engine computes.
 *
 * <p>What is written must come to what stands behind it. So where a formula's own numbers have lost
 * their digits, as in ln(1 − p) of a probability that a double holds as 1, the step is written as
 * the engine takes it, from the logits; and a sum whose terms cancel prints as many digits of them
 * as what is left needs.
 *
 * <p>Two values say what may be shown of a number. {@link org.gradloom.derivation.Derivation#reach}
 * says whether the walk has come to it, {@link org.gradloom.derivation.Cover} whether it is hidden
 * until the learner has said it. A derivation carries its cover to each of its steps, so that no
 * view, sentence or text needs to be handed one, and none can be handed another. A cover given to
 * every function that names a number was tried in thought and dropped: one forgotten argument would
 * give the number away.
 *
 * <p>What a beat covers is uncovered by its answer, but for what a later beat asks for: {@link
 * org.gradloom.derivation.StillCovered} works that out from the beats, so that a lesson's author
 * covers whole matrices and need not think of every question to come.
 *
 * <p>The same gradient can be seen in other ways, and each is a pure function of the walk, too: the
 * cards of the samples that dL/dW adds up ({@link org.gradloom.derivation.SampleCards}), the sheets
 * that dL/dX stacks ({@link org.gradloom.derivation.SampleSheets}), the slopes of all z that only a
 * contraction is left of ({@link org.gradloom.derivation.LayerJacobian}), a bias as the weight on
 * ones ({@link org.gradloom.derivation.BiasAsWeight}). They hold no numbers of their own but point
 * at those of the walk, so that what is reached and what is covered is asked there; and what they
 * would hold is counted by arithmetic, so that no layer is too large to be spoken of. {@link
 * org.gradloom.derivation.Perspectives} says which place has which view; {@code ViewFormula},
 * {@code ViewCode} and a narration for each view write down what it shows.
 *
 * <p>Division of a mean by N is a term of its own at the end of L, because it is a moment of its
 * own for a learner: the one place where 1/N lives. So is what the penalty on weights adds to L and
 * to dL/dW, and the term that makes a softmax row's dz of the sum before it. What a term does to
 * that sum is its {@link org.gradloom.derivation.TermRole}.
 */
@NullMarked
package org.gradloom.derivation;

import org.jspecify.annotations.NullMarked;
