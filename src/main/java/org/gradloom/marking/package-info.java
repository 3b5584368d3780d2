/**
 * What a learner has worked out, held beside what the engine derives, and which mistake it shows.
 *
 * <p>A {@link org.gradloom.marking.GradientComparison} is a learner's own gradient beside the
 * derived one: which entries agree, and which {@link org.gradloom.marking.GradientPattern} explains
 * those that do not. A pattern is never guessed from the look of the differences: each mistake is
 * made on the true gradient, and named only where that gives the learner's matrix in every entry.
 * So the right answer has no pattern, a mistake that nobody foresaw has none either, and two
 * mistakes that give the same numbers here are both named.
 *
 * <p>Sentences are in {@link org.gradloom.marking.PatternSentences}, the same for a window and a
 * terminal.
 */
@NullMarked
package org.gradloom.marking;

import org.jspecify.annotations.NullMarked;
