/**
 * The arithmetic of networks. EJML lives here and in no other room.
 *
 * <p>{@link org.gradloom.engine.Trace} computes every matrix of one forward and backward pass of a
 * lesson. Its products are EJML's ordered ones: each cell is a sum that starts at 0 and adds its
 * terms by rising index, then the bias. A walk adds the same terms in the same order, so its last
 * running sum equals the cell bit for bit; faster kernels, which reorder, may serve training but
 * never a trace.
 *
 * <p>The scalar rules (an activation and its slope, a term of a loss, a step of an optimizer) stand
 * in {@link org.gradloom.engine.Activations}, {@link org.gradloom.engine.Losses} and {@link
 * org.gradloom.engine.Updates}, once, and serve both the trace and the walk that explains it.
 * {@link org.gradloom.engine.GradientCheck} measures by central differences what the trace derived.
 */
@NullMarked
package org.gradloom.engine;

import org.jspecify.annotations.NullMarked;
