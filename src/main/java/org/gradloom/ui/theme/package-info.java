/**
 * How the window looks: themes, fonts and the scale of everything.
 *
 * <p>A theme is a file of colours, {@code assets/themes/<name>.css}, that holds nothing but tokens
 * on {@code .root}, below a first line that says what it is called. What wears which colour is said
 * once, in {@code assets/styles}, which holds no colour. So a new theme is one new file, which is
 * found by listing its folder, and a test holds all of them to the same tokens and to the contrast
 * that people need. What dresses the controls below all that is AtlantaFX, from which the build
 * leaves out the controls that no window here shows. Lengths are in em: {@link
 * org.gradloom.ui.theme.Appearance} sets one font size, and the window grows with it, as far as it
 * has room.
 *
 * <p>No control, no screen and no state live here; which appearance is chosen is the store's to
 * know.
 */
@NullMarked
package org.gradloom.ui.theme;

import org.jspecify.annotations.NullMarked;
