/**
 * Controls made for matrices and for the walk through them, each a Control with its Skin.
 *
 * <p>A control here knows what it shows and what may be done to it, and nothing of lessons, places
 * or steps: {@link org.gradloom.ui.control.MatrixGrid} is told a text and marks for each cell, and
 * tells its owner which cell was chosen and what was typed. That keeps it usable in every screen,
 * and lets a test drive it without a derivation. Words come from the owner or from the bundle of
 * texts; colours, sizes and line styles from the theme's stylesheets, reached by style classes and
 * pseudo-classes only, because a style set on a node would cost frames at every step.
 *
 * <p>No screen, no store and no engine may be imported here.
 */
@NullMarked
package org.gradloom.ui.control;

import org.jspecify.annotations.NullMarked;
