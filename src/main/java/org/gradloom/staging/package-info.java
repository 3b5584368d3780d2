/**
 * Which matrices stand on the stage at a place of the walk, and what stands in their cells: a
 * {@link org.gradloom.staging.StagePicture} is what stands in line, {@link
 * org.gradloom.staging.Shown} one matrix as it is drawn, {@link org.gradloom.staging.StageNumbers}
 * its cells at one step with what of them is lit.
 *
 * <p>The window, a page for a browser, a handout and a picture all show this one stage, so what
 * stands where is said here, by values and without a toolkit; how it is drawn is theirs. That each
 * of them should work it out of the operation was rejected: marks mean one thing everywhere.
 */
@NullMarked
package org.gradloom.staging;

import org.jspecify.annotations.NullMarked;
