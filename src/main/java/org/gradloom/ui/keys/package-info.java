/**
 * Every key that does something, in one table: {@link org.gradloom.ui.keys.Shortcut}.
 *
 * <p>The window, the menus, the screens and the controls ask the table which entry a key is, and
 * switch over the entries of their own place without a default: an entry that nobody handles, or a
 * handler without an entry, does not compile. Tooltips and the sheet of keys take their names from
 * the same entries, in the words of the system they run on. No key is written anywhere else.
 *
 * <p>Whose turn it is stands in one place as well, {@link org.gradloom.ui.keys.KeyOwner}: the
 * screen's, whatever was clicked last, but while text is edited, while a list is open, and where
 * Tab led to a control that does something by this key. That every control should leave the
 * screen's keys alone by itself was rejected: combo boxes, buttons and menus are the toolkit's and
 * do not.
 *
 * <p>Rejected: one list of keys with an action each. What a key does hangs on where the focus is
 * and is known there, and such a list would import every screen.
 */
@NullMarked
package org.gradloom.ui.keys;

import org.jspecify.annotations.NullMarked;
