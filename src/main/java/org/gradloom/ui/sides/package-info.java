/**
 * What stands left and right of a screen's middle, and folds away where there is little room.
 *
 * <p>{@link org.gradloom.ui.sides.ScreenSides} puts two sides beside the middle, over it, or away,
 * for any screen that has them; how much room each wants is the screen's to say. It is no control,
 * since it knows the store: what the user wants of the sides is one wish for all screens and
 * outlives the window.
 */
@NullMarked
package org.gradloom.ui.sides;

import org.jspecify.annotations.NullMarked;
