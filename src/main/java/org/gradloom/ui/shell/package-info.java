/**
 * The window around the screens: the bar at the top, files, dialogs, themes, size, and what is
 * remembered from one start to the next.
 *
 * <p>Only this package knows every screen. {@link org.gradloom.ui.shell.GradloomWindow} wires its
 * parts: {@code WindowScreens} holds the screens, {@code WindowKeys} and {@code WindowCommands} say
 * what keys and menus do, {@code RememberedState} what is taken over from earlier windows, {@code
 * Opening} what is shown first, {@code IncomingFiles} what becomes of dropped files. What a test or
 * a machine without a desktop cannot have (a file chooser, a question to answer) stands behind
 * {@link org.gradloom.ui.shell.UserPrompts}. Files are read and written on a thread of their own;
 * what comes of it arrives in the store as an action.
 *
 * <p>A table that is opened is first asked about, in a sheet over the whole window ({@link
 * org.gradloom.ui.shell.TableDesk}, {@link org.gradloom.ui.shell.SheetLayer}); only what comes of
 * the sheet is an action.
 *
 * <p>Who comes for the first time meets the Start screen; who worked elsewhere comes back to that
 * screen, that document and, in a lesson, that beat. Progress is loaded before the first lesson is
 * opened and written whenever it changes, only what is new: {@link
 * org.gradloom.ui.shell.RememberedWork}.
 *
 * <p>What is shown first is read while the toolkit starts, and a screen is made when it is first
 * shown. Of Explore the stage is drawn first; the sides and the formula wait for that ({@code
 * FirstPicture}). {@code StartupBenchmark} holds a start beside that of a window with one label.
 *
 * <p>What no file holds yet is kept by {@link org.gradloom.ui.shell.RememberedUnsaved} a second
 * after it was changed, on a thread of its own, since a file that is read may occupy the other one
 * for a minute. The next start offers it on the Start screen; opening it keeps it as the new
 * window's own before the old file goes, and saving is always the user's. What is saved is kept
 * first, with where it goes, so that a window killed just then leaves nothing older than the file,
 * and what that file holds is not offered. {@code KillsTrial} kills windows while they save.
 *
 * <p>A file is looked at whenever the window comes to the front and before every save: {@link
 * org.gradloom.ui.shell.FileWatch} compares what the file system says of it with what it said last,
 * and reads only where that differs. Nothing watches in between, since systems tell such changes
 * late, twice or not at all, and it matters only where somebody looks or writes.
 *
 * <p>A window always opens and always closes. What is remembered is fitted to what can be before it
 * is used, titles exist for every document, and a failure that nobody foresaw becomes a notice and
 * an entry in the log: above the first lesson where a start fails, on stderr where a document was
 * named.
 */
@NullMarked
package org.gradloom.ui.shell;

import org.jspecify.annotations.NullMarked;
