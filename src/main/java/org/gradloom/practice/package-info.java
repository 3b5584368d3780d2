/**
 * Exercises: twenty-one {@link org.gradloom.practice.Exercise.Kind kinds}, each drawn from a seed.
 *
 * <p>An {@link org.gradloom.practice.Exercise} is a lesson of one beat that asks for something it
 * covers. So whatever shows, marks and explains lessons does it with exercises: {@code marking}
 * knows the answers and the ideas behind wrong ones, Explore opens the numbers at the place, and a
 * document holds them. This package adds only how the numbers are drawn, the words of the question
 * and three hints. Words are in one language, since an exercise is drawn anew for another.
 *
 * <p>A {@link org.gradloom.practice.Draw} makes the same exercise on every machine: {@link
 * java.util.SplittableRandom} is part of Java's specification. Small integers make wrong methods
 * right by chance; {@link org.gradloom.practice.Exercises} draws again until they are not, with
 * larger numbers after a while, and more samples where sizes are free.
 *
 * <p>Levels are one term, a cell, a row and the matrix; kinds that ask for no number grow by what
 * they ask about. Sizes grow with them as in {@code Ramp}.
 *
 * <p>What a learner did is a {@link org.gradloom.practice.Session} while it lasts and a {@link
 * org.gradloom.practice.Result} afterwards; all that follows from results (what is mastered, what
 * is due, how hard, how much of a {@link org.gradloom.practice.WorkedExample} is shown, what comes
 * next) is computed from their list in {@link org.gradloom.practice.Mastery} and never kept beside
 * it, so that two windows cannot disagree. A worked example has no numbers of its own: its lines
 * are sides of the walk's formulas, and entries that are not shown with the question are worked out
 * on the way.
 *
 * <p>A {@link org.gradloom.practice.Pack} is what somebody puts together for others: exercises by
 * kind and seed, or the question of a kind about numbers of their own. Own numbers are part of the
 * draw, so that an exercise about them is drawn again like any other. Their words are told of them
 * only where they are so: a kind that speaks of a ReLU refuses a sigmoid. {@link
 * org.gradloom.practice.PackResults} are what a learner made of it, with all that marks it again. A
 * {@link org.gradloom.practice.BegunPack} is one in progress, kept by what draws and marks it again
 * and not as it stands, so that it outlives another version of this program.
 */
@NullMarked
package org.gradloom.practice;

import org.jspecify.annotations.NullMarked;
