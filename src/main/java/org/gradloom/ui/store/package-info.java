/**
 * What the window shows, as one immutable value, and the actions that change it.
 *
 * <p>The {@link org.gradloom.ui.store.Store} holds an {@link org.gradloom.ui.store.AppState} and
 * has one {@code dispatch}. What an action does is a pure function of the state before it ({@link
 * org.gradloom.ui.store.Reducer}; {@link org.gradloom.ui.store.Walk} says where a step leads), so
 * it is tested without a toolkit. Hover, drag and focus are the controls' business and never come
 * here; neither does anything slow: files are read elsewhere and arrive as an action. So do
 * matrices too large to be computed between two frames: the document has its new numbers at once,
 * {@link org.gradloom.ui.store.AwaitedNumbers} computes what follows, and until it arrives the
 * screen goes on with the numbers it has.
 *
 * <p>The state holds one record a screen ({@link org.gradloom.ui.store.Explore}, {@link
 * org.gradloom.ui.store.Training}) and what belongs to the window itself, such as its {@link
 * org.gradloom.ui.store.Look}. A screen {@code select}s the slice that it draws and is called when
 * that slice changes, so that nothing is drawn behind another screen because of what happens on
 * that one.
 *
 * <p>A document with beats is gone through on a {@link org.gradloom.ui.store.LessonPath}: which
 * beat was reached, and what was predicted at each. That one is on this path is not kept but seen
 * in the place and the numbers, so whoever steps or edits back to them is on it again; a flag that
 * an action sets would be wrong after the next undo. For that each beat is given a scene of its own
 * when the document opens, and moving to a beat is a gesture of the history like any edit: the
 * learner's own numbers are one undo away. What a beat covers stays covered away from the path.
 *
 * <p>Screens read the state and dispatch; none keeps a copy of its own. One property for each field
 * was rejected: fields that change together would be seen one by one, in an order that nobody
 * chose.
 */
@NullMarked
package org.gradloom.ui.store;

import org.jspecify.annotations.NullMarked;
