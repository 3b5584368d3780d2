/**
 * A document on paper: {@link org.gradloom.export.handout.Handout} says what stands on it, as a
 * list of {@link org.gradloom.export.handout.Block}s, and each form writes the same list its own
 * way. So a printed page, a PDF, LaTeX and Markdown hold one and the same.
 */
@NullMarked
package org.gradloom.export.handout;

import org.jspecify.annotations.NullMarked;
