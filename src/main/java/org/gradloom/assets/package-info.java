/**
 * Finds what is packed beside the program: lessons, themes, texts, fonts, data.
 *
 * <p>Everything that a person, not the compiler, reads lies in the folder {@code assets}. Where a
 * file there is to be found without being named in the code, as a new theme or lesson is, its
 * folder is listed: in a directory of classes while the program is built, in the jar where it is
 * shipped. Rejected: a list of names kept beside the files, which is a second place to forget.
 */
@NullMarked
package org.gradloom.assets;

import org.jspecify.annotations.NullMarked;
