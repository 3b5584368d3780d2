/**
 * Where the program starts.
 *
 * <p>{@link org.gradloom.Main} hands the command line to {@code cli}, which opens a window or
 * prints. The rooms build on each other in this order: {@code text}, {@code matrix}, {@code
 * lesson}, {@code engine}, {@code derivation}, beside them {@code data}; then {@code files} and
 * {@code export}, which carry their values in and out; then {@code ui} and {@code cli}, which put
 * everything together. A test holds all to it.
 */
@NullMarked
package org.gradloom;

import org.jspecify.annotations.NullMarked;
