/**
 * Expressions as people type them in NumPy: a small language of its own, read, and computed on
 * matrices that somebody names.
 *
 * <p>An {@link org.gradloom.expression.Expression} is a tree, read by recursive descent in one
 * pass; its value is an {@link org.gradloom.expression.NdArray} of no, one or two axes, with
 * NumPy's rules of shapes and of broadcasting. What is wrong is told with the character it stands
 * at, and shapes that do not fit are both named. Texts, depth and arrays are bounded, so that no
 * text takes long.
 *
 * <p>It is no part of package {@code formula}: a formula says what a step of the walk computes, and
 * is written and evaluated; an expression is a learner's own, and may be wrong. A scripting engine
 * was rejected: it would reach outside of this language.
 */
@NullMarked
package org.gradloom.expression;

import org.jspecify.annotations.NullMarked;
