/**
 * The Speed screen: what is to be measured at the left, whether the ways agree and how long each
 * took in the middle, the numbers of one size and why at the right, and what measures below.
 *
 * <p>What is measured, what is said of it and in which order memory is read is {@code speed}'s;
 * this package only draws it, from the store, and hands what is chosen back. A measurement runs on
 * the bench's own thread and reports as it comes; nothing here moves meanwhile, since whatever is
 * drawn takes time from what is timed.
 *
 * <p>The chart is made of nodes and not drawn on a canvas: it has a few dozen of them, changes a
 * few times a second at most, and so takes colours and dashes from the stylesheets. A way is told
 * from the others by colour, mark and dash alike ({@link org.gradloom.ui.speed.SeriesSign}).
 */
@NullMarked
package org.gradloom.ui.speed;

import org.jspecify.annotations.NullMarked;
