/**
 * Everything a user reads, as data.
 *
 * <p>A room that has something to say makes a {@link org.gradloom.text.Message}: a key and its
 * arguments, free of any language. Only the edges of the program (the window, the terminal) turn it
 * into words, with the one {@link org.gradloom.text.Texts} of the chosen language. A language is
 * one file under {@code assets/text}. Input that cannot be used travels as {@link
 * org.gradloom.text.InvalidInput}, which carries such a message: what is wrong, where, and what
 * would be right.
 *
 * <p>What such a sentence needs of the world outside lives here too, for whichever room reads a
 * file: {@link org.gradloom.text.Utf8Reader} decodes strictly and knows the line that is no text,
 * {@link org.gradloom.text.Quote} makes a piece of a file fit to be quoted, {@link
 * org.gradloom.text.Middle} makes room for what a name is put beside, and {@link
 * org.gradloom.text.Failures} repeats what the operating system says.
 */
@NullMarked
package org.gradloom.text;

import org.jspecify.annotations.NullMarked;
