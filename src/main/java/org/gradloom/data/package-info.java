/**
 * What classifiers learn from: rows of numbers, each with its class.
 *
 * <p>A {@link org.gradloom.data.DataSet} comes from one of two places and is the same value from
 * each: drawn by a {@link org.gradloom.data.Generator} from a seed, or read from what is shipped
 * with the app by {@link org.gradloom.data.ShippedData}. {@link org.gradloom.data.Split} sets rows
 * aside for the test, and {@link org.gradloom.data.Standardizing} brings columns of different units
 * to one scale.
 *
 * <p>Everything random comes from a seed through {@link java.util.Random}, whose numbers the JDK
 * specifies, and through {@link java.lang.StrictMath}, so that a seed means the same data on every
 * machine. Nothing here trains, and nothing here remembers: all are values and pure functions.
 */
@NullMarked
package org.gradloom.data;

import org.jspecify.annotations.NullMarked;
