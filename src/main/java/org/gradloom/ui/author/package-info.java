/**
 * Where an author writes the beats of a lesson, beside the numbers that they are about.
 *
 * <p>{@link org.gradloom.ui.author.BeatsPanel} lists the beats of the open document and changes
 * them by actions alone, so that undo takes every change back and a click on a beat shows it as a
 * learner will see it: there is no preview of its own. A form holds a {@link
 * org.gradloom.ui.author.BeatDraft}, which says what is wrong with it or is a beat; what a form
 * does not offer of a beat that a file has (a nudge, notes, an answer in another form) goes through
 * it unchanged. Like notices it is no screen's own: it knows the store, and where it stands is the
 * screen's business.
 */
@NullMarked
package org.gradloom.ui.author;

import org.jspecify.annotations.NullMarked;
