/**
 * Explore before a class: the stage, the formula and what the beat says, as large as the screen
 * allows, and nothing else. What is shown is the same {@link org.gradloom.ui.store.Explore}, so a
 * lecture begins where somebody is and ends where it has come to.
 *
 * <p>Everything here is measured in em of one font size, which follows from the screen's height: at
 * 1080 lines plain text is 31 pixels high. A {@code Lecture} in the store says what a presenter has
 * done beside walking: black, zoom, a vote. Its keys come before any other (a remote must work
 * wherever the focus is), but where a text or a tally is typed they leave letters and digits alone.
 *
 * <p>A vote ({@code BallotPane}) shows neither shares nor reasons before it is revealed, so that
 * nobody votes with the others. {@code ClassPanels} are what a beat names for the class to see.
 *
 * <p>Before a class nothing is scrolled. On a projector that is not wide, a stage beside a vote has
 * smaller letters than all else: what is voted on was seen in large ones before, and a cut matrix
 * says less than a small one. What a lecture covers by hand is given back at its end, since outside
 * nothing would uncover it.
 *
 * <p>Where there are two screens the class has one ({@code LectureScreen}) and the presenter the
 * other, with his notes ({@code PresenterScreen}).
 */
@NullMarked
package org.gradloom.ui.lecture;

import org.jspecify.annotations.NullMarked;
