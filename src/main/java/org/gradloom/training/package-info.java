/**
 * Training without a screen: which rows come when, and what happens until the last of them.
 *
 * <p>{@link org.gradloom.training.Schedule} says which rows the next mini-batch holds; {@link
 * org.gradloom.training.PlannedRun} trains a document as its plan says and is what {@code gradloom
 * train} prints. The arithmetic of a step is the engine's {@link org.gradloom.engine.Mlp}, which
 * owns the buffers; here nothing is multiplied. The same document is the same run bit for bit,
 * however many cores there are: every order is drawn from a seed, and one thread adds everything in
 * one order.
 *
 * <p>Training that diverges is no exception. A step whose numbers would not be finite is not taken,
 * so the weights before it remain to be looked at, and the step is named.
 */
@NullMarked
package org.gradloom.training;

import org.jspecify.annotations.NullMarked;
