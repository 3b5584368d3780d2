/**
 * What the window shows, as one immutable value, and the actions that change it.
 *
 * <p>The {@link org.gradloom.ui.store.Store} is a read-only property of an {@link
 * org.gradloom.ui.store.AppState} and one {@code dispatch}. What an action does is a pure function
 * of the state before it ({@link org.gradloom.ui.store.Reducer}), so it is tested without a
 * toolkit. Screens read the state and dispatch; none keeps a copy of its own. Hover, drag and focus
 * are the controls' business and never come here; neither does anything slow: files are read
 * elsewhere and arrive as an action.
 */
@NullMarked
package org.gradloom.ui.store;

import org.jspecify.annotations.NullMarked;
