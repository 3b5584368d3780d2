/**
 * What networks learn from: rows of numbers, each with its class or with a number to predict.
 *
 * <p>A {@link org.gradloom.data.DataSet} comes from one of three places and is the same value from
 * each: drawn by a {@link org.gradloom.data.SampleGenerator} from a seed, read from what is shipped
 * with the app by {@link org.gradloom.data.ShippedData}, or read from a user's table by {@link
 * org.gradloom.data.TableReader}. {@link org.gradloom.data.Split} sets rows aside for the test, and
 * {@link org.gradloom.data.Standardizing} brings columns of different units to one scale.
 *
 * <p>Everything random comes from a seed through {@link java.util.Random}, whose numbers the JDK
 * specifies, and through {@link java.lang.StrictMath}, so that a seed means the same data on every
 * machine. Nothing here trains, and nothing here remembers: all are values and pure functions.
 *
 * <p>What a table says of itself is found out by {@link org.gradloom.data.TableReader} and is a
 * value too, a {@link org.gradloom.data.TableReading}. Each rule has a small class of its own: the
 * encoding ({@code TableEncoding}), the delimiter and how many columns there are ({@code
 * TableLayout}, from the beginning alone), the decimal sign ({@code DecimalSign}, which most fields
 * decide), the header and what each column holds ({@code ColumnTally}, {@code TableScan}), what
 * each column does ({@code TableRoles}) and which lines stay ({@code TableRows}). A file is gone
 * through three times and never held: only then can a sign in its last line still count, and memory
 * not grow with it.
 *
 * <p>What a user wants otherwise, {@link org.gradloom.lesson.TableChoices}, is part of the document
 * and decides wherever it says something. {@code SampleGatherer} makes rows of the lines that stay,
 * {@link org.gradloom.data.TableSamples}, in the third of the same three passes; numbers that are
 * missing are filled in only after the split, by {@link org.gradloom.data.Split#filled}, since
 * their mean may know of the training rows alone.
 *
 * <p>Who chooses otherwise may choose what cannot be had. {@link org.gradloom.data.TableOutcome}
 * says so, with what can be seen of the table all the same ({@link org.gradloom.data.TableGlance}),
 * so that there is something to choose from.
 *
 * <p>FastCSV lives here and in no other package. It takes a table apart into fields; what a data
 * set must be beyond that is said here, each fault with its line and its column.
 */
@NullMarked
package org.gradloom.data;

import org.jspecify.annotations.NullMarked;
