/**
 * The Practice screen: kinds at the left, an exercise in the middle, tries and hints at the right,
 * and how far one is below.
 *
 * <p>An answer is given where it belongs: numbers into their own cells, lines and cells by clicking
 * them, factors by moving tiles. Each way is an {@link org.gradloom.ui.practice.AnswerForm} that
 * shows the draft in the state and tells it what was entered, so that undo knows every change, and
 * what is marked is what is seen. What an exercise is, how it is marked and what comes next is
 * {@code practice}'s; this package only draws it.
 *
 * <p>Numbers stand in plain cells of their own, no matrix controls of Explore: nothing here is
 * walked, edited or larger than 16 a side, and a field stands where its number does.
 */
@NullMarked
package org.gradloom.ui.practice;

import org.jspecify.annotations.NullMarked;
