/**
 * The same dense layer, forward and, where asked for, backward, computed in several ways and timed
 * on this machine.
 *
 * <p>{@link org.gradloom.speed.Implementation} lists the ways; the first of them, the plain loops,
 * is what the others must agree with. A {@link org.gradloom.speed.SpeedPlan} says which of them at
 * which sizes of a {@link org.gradloom.speed.Workload}. {@link org.gradloom.speed.Measurer}
 * compares all ways at a size before it times the first: a way that answers otherwise, at whatever
 * size, has no time in {@link org.gradloom.speed.Timings}. What is said of it ({@link
 * org.gradloom.speed.SpeedWords}) names what this very run found, and no library in general: EJML's
 * own product on a whole batch is not always faster than on one sample at a time.
 *
 * <p>Why the ways differ is said by {@link org.gradloom.speed.SpeedReasons}, by comparing the times
 * of this run, and drawn by {@link org.gradloom.speed.ReadingOrder}. What the machine is, and what
 * it tells of its caches, is a {@link org.gradloom.speed.Machine}; where it tells nothing, nothing
 * is claimed.
 *
 * <p>Each way is timed by itself, run after run, on one thread. That the ways should take turns was
 * rejected: each would find the caches full of another's matrices, which is not how a layer runs.
 * The median counts, since a machine that does something else now and then spoils a mean.
 *
 * <p>What does not fit in memory is refused before anything is measured, by a bound from above: all
 * ways stand side by side, because only then can all be compared before any is timed.
 *
 * <p>It knows lessons and rules only because a layer of the engine is made of them.
 */
@NullMarked
package org.gradloom.speed;

import org.jspecify.annotations.NullMarked;
