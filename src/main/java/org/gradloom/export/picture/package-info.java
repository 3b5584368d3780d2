/**
 * The stage as a picture: {@link org.gradloom.export.picture.StagePainter} draws it with an {@link
 * org.gradloom.export.picture.Ink}, which is pixels, SVG or a page of PDF, in the colours of the
 * app's themes and from the same values as the window's stage.
 *
 * <p>That the window itself should draw these pictures was tried in thought and dropped: a command
 * would have to start a toolkit, nothing would be sharp at every size, and on a page its pixels
 * would stand beside text. An ink takes filled and outlined shapes and nothing else, texts and
 * formulas included, so that a picture needs no font where it is shown, and a further form is a few
 * lines. Batik and a bridge from PDF to Java 2D were left out for the same reason: a path is all
 * that is needed of them.
 */
@NullMarked
package org.gradloom.export.picture;

import org.jspecify.annotations.NullMarked;
