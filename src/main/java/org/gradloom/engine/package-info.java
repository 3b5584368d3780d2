/**
 * The arithmetic of networks. EJML lives here and in no other package.
 *
 * <p>{@link org.gradloom.engine.Trace} computes every matrix of one forward and backward pass of a
 * lesson. Its products are EJML's ordered ones: each cell is a sum that starts at 0 and adds its
 * terms by rising index, then the bias. A walk adds the same terms in the same order, so its last
 * running sum equals the cell bit for bit.
 *
 * <p>{@link org.gradloom.engine.Mlp} trains. It takes many thousand steps that nobody looks at term
 * by term, so its products are those of {@code Gemm}, which round in another order, are several
 * times as fast, and agree with EJML's within 1e-12. That there are two ways to multiply is
 * therefore no accident: the ordered one explains, the fast one trains and, in {@link
 * org.gradloom.engine.Prediction}, answers for many rows at once. A step of training that is to be
 * explained is frozen as a lesson and traced.
 *
 * <p>Whoever asks for it trains on the machine's BLAS instead. It is never the usual way, since its
 * last bits are those of one machine; products too small to be worth a call stay {@code Gemm}'s.
 *
 * <p>The rules themselves, what an activation, a term of a loss or a step of an optimizer is,
 * compute in {@link org.gradloom.rule}, for a number and for an array; {@link
 * org.gradloom.engine.Losses} adds up a lesson's loss of them. {@link
 * org.gradloom.engine.GradientCheck} measures by central differences what the trace derived.
 *
 * <p>The public face has no EJML in it, so that what is behind it can change. {@code Trace} and
 * {@code GradientCheck} explain a lesson, {@code Losses} tells its loss. {@code Mlp} learns from
 * {@code Examples}, {@code Prediction} answers; {@link org.gradloom.engine.DensePass} is one layer,
 * forward and backward over plain arrays, for whoever times the fast products beside EJML's own:
 * with many rows at once, or with one. Layers, parameters, buffers and products stay inside.
 */
@NullMarked
package org.gradloom.engine;

import org.jspecify.annotations.NullMarked;
