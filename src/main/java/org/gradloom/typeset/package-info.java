/**
 * Formulas in TeX, set as outlines. This is the only package that knows the formula library, and it
 * needs no window: a screen shows what comes out of it as nodes, and a page or a picture file can
 * take the same.
 *
 * <p>{@link org.gradloom.typeset.TexRenderer} turns some TeX into a {@link
 * org.gradloom.typeset.TexPicture}: one outline for each {@link org.gradloom.typeset.TexRole} in
 * use, the lines of fractions, and where the boxed term stands, all in em and without a colour. So
 * a theme colours a formula by its roles, every size and every zoom is served by one picture, and a
 * picture may be made on any thread before it is looked at.
 *
 * <p>An outline is path data as SVG has it. That is a value, equal to another by its letters, and
 * what JavaFX and an SVG file both take as it is. A shape of {@code java.awt.geom} was rejected: it
 * is mutable and equal only to itself, and each formula would be turned into path data on the
 * window's thread.
 *
 * <p>The library can only paint, through AWT. It paints on {@code TexRecorder}, which keeps the
 * outlines; a ready-made Graphics2D on a canvas of JavaFX was rejected, since it needs the toolkit
 * and swallows what it cannot draw.
 */
@NullMarked
package org.gradloom.typeset;

import org.jspecify.annotations.NullMarked;
