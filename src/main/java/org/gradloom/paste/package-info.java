/**
 * Texts that hold one matrix, in any form people copy: NumPy, PyTorch, TensorFlow, MATLAB, Octave,
 * Julia, R, LaTeX, Markdown, Java, spreadsheets, CSV.
 *
 * <p>{@link MatrixReader} is the way in. {@link PastedText} takes off what stands around a matrix
 * (prompts, comments, an assignment), {@link Spelling} writes in the usual way what one language
 * writes in its own, {@link PrintedReader} takes off labels that were printed. Then {@link
 * FilledReader} reads numbers that fill a matrix (R, EJML), {@link LatexReader} what LaTeX sets,
 * {@link BracketReader} what has brackets or is a call, and {@link GridReader} bare lines. What is
 * not understood to the last character is refused, since a wrong number read in silence is worse
 * than none. Where a text can be read in two {@link Way ways} both are given, the likelier one
 * first, and whoever knows the shape it is for asks for that first.
 *
 * <p>A {@link Reading} keeps how far each number may be from the one it was rounded from, for
 * whoever compares it with others.
 *
 * <p>Not a parser for each form: most texts mix them (a MATLAB matrix in NumPy's call, CSV with
 * Markdown's bars), and a form nobody thought of is mostly one of these with other names around.
 */
@NullMarked
package org.gradloom.paste;

import org.jspecify.annotations.NullMarked;
