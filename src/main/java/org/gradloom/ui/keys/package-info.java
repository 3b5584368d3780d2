/**
 * Every key that does something, in one table: {@link org.gradloom.ui.keys.Shortcut}.
 *
 * <p>The window, the menus, the screens and the controls ask the table which entry a key is, and
 * switch over the entries of their own place without a default: an entry that nobody handles, or a
 * handler without an entry, does not compile. Tooltips and the sheet of keys take their names from
 * the same entries, in the words of the system they run on. No key is written anywhere else.
 *
 * <p>Rejected: one list of keys with an action each. What a key does hangs on where the focus is
 * and is known there, and such a list would import every screen.
 */
@NullMarked
package org.gradloom.ui.keys;

import org.jspecify.annotations.NullMarked;
