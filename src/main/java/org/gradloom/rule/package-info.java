/**
 * The mathematics of one entry: activations, losses and optimizers, each rule a value of its own.
 *
 * <p>A document names rules, the engine computes with them and the walk explains them; so they
 * stand below all three.
 */
@NullMarked
package org.gradloom.rule;

import org.jspecify.annotations.NullMarked;
