/**
 * What a learner has worked out, held beside what the engine derives, and which mistake it shows.
 *
 * <p>A wrong method is the walk's own with one thing changed, its {@link
 * org.gradloom.marking.Slip}: another operand, another line, one of the two turned, a division too
 * many. {@code WrongMethods} makes all of them of what the walk makes the matrix of, so none is a
 * second formula, and each has a value for every cell. A mistake is never guessed from the look of
 * the differences: a method is named only where it gives the learner's own numbers. So the right
 * answer has no slip, and a mistake that nobody foresaw has none either. What one number may be by
 * chance too often, such as the sum without one of its terms, is asked of several numbers only.
 *
 * <p>Everybody who holds answers against the walk does it with these methods. A {@link
 * org.gradloom.marking.GradientComparison} is a learner's own gradient beside the derived one:
 * which entries agree, and which slip explains those that do not; {@link
 * org.gradloom.marking.PatternSentences} says it. A {@link org.gradloom.marking.Marker} marks the
 * answer to one question, as lessons, exercises, votes and the command line ask it, and what it
 * makes of it is {@link org.gradloom.marking.Marked}: credit, a reply, and a {@link
 * org.gradloom.marking.Diagnosis} where the wrong idea is known.
 *
 * <p>A reply says what was done and asks about the idea; it never holds the answer. The two agree
 * on numbers differently, too: a comparison allows what digits lose on their way here, a marker
 * what people round. What a question itself replies to one wrong answer goes before what a method
 * would say: its author knows what the numbers of this question are.
 *
 * <p>A {@link org.gradloom.marking.Vote} asks a class the same: its wrong options are the wrong
 * answers of the question and what those methods give, so that each has a reason to be told after
 * the vote, and none is a number that nobody would come to.
 *
 * <p>Rejected: wrong answers written beside each question only, which says nothing of numbers that
 * a learner has changed, and lets two questions call one mistake by two names.
 */
@NullMarked
package org.gradloom.marking;

import org.jspecify.annotations.NullMarked;
