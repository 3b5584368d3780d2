/**
 * The sheet on which somebody says how a table is to be read, before it is trained on.
 *
 * <p>All that it shows follows from one value, {@link org.gradloom.ui.table.SheetModel}: what was
 * chosen, which is a {@link org.gradloom.lesson.TableChoices} as the document keeps it, and what
 * came of reading the table so. Its sentences ({@code SheetNotes}), what was decided ({@code
 * SheetDecision}), what each column is and does ({@code SheetColumn}) and what one click would mend
 * ({@code SheetOffer}) are pure functions of it and are tested without a window. A refusal stands
 * where the last choice was made, since that is what it is about.
 *
 * <p>Whatever is chosen, the file is read anew, away from the window's thread; what was asked for
 * last counts, and the reading before it ends at once ({@code SheetReader}). A reading that is
 * refused is looked at as far as it can be, so that a wrong choice can be taken back in the sheet.
 *
 * <p>A table may have thousands of columns, of which the sheet has nodes only for those that have
 * room ({@code ColumnWindow}). The toolkit's table was rejected: it makes a header for each.
 *
 * <p>The sheet is no screen and has no place in the state: until the table is used nothing has
 * changed, and closing it leaves nothing behind.
 */
@NullMarked
package org.gradloom.ui.table;

import org.jspecify.annotations.NullMarked;
