/**
 * The walk, its matrices and what a lesson tells of them in forms that leave the app.
 *
 * <p>Plain text for a terminal: {@link org.gradloom.export.TerminalText} tells a derivation, {@link
 * org.gradloom.export.LessonText} a lesson beat by beat, {@link org.gradloom.export.AlignedMatrix}
 * lays out one matrix. The answers it tells are those that a {@link org.gradloom.marking.Marker}
 * marks by. Everything is written to an {@link java.lang.Appendable} as it is made, so that a long
 * walk begins at once and needs no memory. No file is opened and no window drawn here: where the
 * text goes is the caller's affair, and so is what its terminal can show.
 *
 * <p>A document leaves as an {@link org.gradloom.export.ExportKind}, whose constants are all the
 * forms there are; the command and the window show these and know no form. What is to leave is an
 * {@link org.gradloom.export.ExportOrder}, and what comes of it is bytes: nothing is written before
 * all of it is made, so a file is whole or not there.
 *
 * <p>A {@link org.gradloom.export.Worksheet} of exercises leaves as pages to print ({@link
 * org.gradloom.export.WorksheetPdf}, by PDFBox, which is used nowhere else) or as questions that
 * Moodle imports ({@link org.gradloom.export.MoodleBank}). Its wrong answers and their replies are
 * those of the marker.
 *
 * <p>What people read leaves in many forms of few contents: a page for a browser ({@code page}), a
 * handout ({@code handout}, as PDF by {@code HandoutPdf}), a lesson's slides ({@code SlidesPdf})
 * and pictures of the stage ({@code picture}).
 *
 * <p>A training with dropout is refused as a program: NumPy, PyTorch and Java each draw other
 * numbers, and ours written out in their languages would be read by nobody. A step with its masks
 * is exported as what it computes, with the masks as numbers.
 */
@NullMarked
package org.gradloom.export;

import org.jspecify.annotations.NullMarked;
