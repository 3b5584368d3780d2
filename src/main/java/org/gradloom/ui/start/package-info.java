/**
 * The Start screen: the path of lessons with one primary button, other ways in, recent documents.
 *
 * <p>What is next and what is done is a {@link org.gradloom.ui.start.Course}, a value made of the
 * lessons and the learner's progress; everything else draws it. The path has a layout of its own
 * ({@link org.gradloom.ui.start.CoursePane}), because a chapter's name stands beside two rows and a
 * line joins the numbers of all of them. Only the row of the next lesson opens to a card. Tab goes
 * past the path in one step, arrows go along it: fourteen stops before the rest of the screen would
 * be too many.
 *
 * <p>Each recent document is read in the background by the shell, which tells the store what it
 * holds; nothing here knows a file's content but a lesson's.
 */
@NullMarked
package org.gradloom.ui.start;

import org.jspecify.annotations.NullMarked;
