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
 * <p>A matrix to be typed into has two looks. {@link org.gradloom.ui.control.MatrixGrid} has a node
 * for each number and suits what a person reads and types, up to 16 a side; {@link
 * org.gradloom.ui.control.HeatMap} paints any size into one image and moves a few nodes over it.
 * What both can do is in {@link org.gradloom.ui.control.MatrixControl}, what both ask of their
 * skins in {@code MatrixSkin}, and typing into a cell is one class, {@code CellEditing}. A skin
 * only puts its parts together: of a grid the window, the cells, the focus, the lines and the
 * edges; of a heat map what is in sight, the picture, the numbers and what lies over them.
 *
 * <p>A view that shows many matrices at once paints them: a {@link
 * org.gradloom.ui.control.PaintedGrid} looks like a grid of nodes and takes clicks and drags, a
 * {@link org.gradloom.ui.control.DotMap} shows what has few entries among many zeros. {@link
 * org.gradloom.ui.control.GridInk} brings them the colours of the stylesheets. A node for each cell
 * was rejected there: sixteen cards of sixteen a side would be some thousand nodes to style.
 *
 * <p>What shows a training ({@link org.gradloom.ui.control.CurveChart}, {@link
 * org.gradloom.ui.control.RegionPlot}, {@link org.gradloom.ui.control.NetworkMap} and smaller ones)
 * is drawn on a canvas, frame by frame: its owner sets an immutable picture, and as long as only
 * numbers differ nothing is laid out. A canvas has no parts for CSS, so {@link
 * org.gradloom.ui.control.CssPalette} takes its colours from the stylesheets all the same; words
 * are nodes. What these controls share is in {@link org.gradloom.ui.control.PictureControl} and
 * {@code CanvasSkin}.
 *
 * <p>JavaFX styles also what is hidden, and makes its skins. So what is hidden at first has no
 * children until it is seen ({@link org.gradloom.ui.control.NodeVisibility}), a tooltip is made
 * when the pointer comes ({@link org.gradloom.ui.control.Tip}), and a part that may never be seen
 * when it is asked for ({@link org.gradloom.ui.control.Late}).
 *
 * <p>What scrolls is a {@link org.gradloom.ui.control.LiveScroll}, which shows what is there now.
 *
 * <p>Formulas come as outlines from {@code org.gradloom.typeset}; here they become nodes, whose
 * colours are the theme's.
 *
 * <p>No screen, no store and no engine may be imported here.
 */
@NullMarked
package org.gradloom.ui.control;

import org.jspecify.annotations.NullMarked;
