/**
 * The product of matrices of the machine's own BLAS, called through Java's foreign-function API
 * with arrays of this heap: nothing is copied, and the program depends on no library.
 *
 * <p>{@link org.gradloom.blas.MachineBlas} asks the system's loader for OpenBLAS, MKL, BLIS or
 * Accelerate, the first time that anybody wants one and on the thread that wants it; at a start
 * nothing is looked for. What it loads it first keeps to one thread, then holds against plain loops
 * on products of all kinds; a library without the symbol, with other answers, or that does not let
 * itself be kept to one thread is passed over, with the reason. {@link org.gradloom.blas.Blas} is
 * one that passed; {@link org.gradloom.blas.BlasCalls} calls it from one thread and allocates
 * nothing once it has seen the arrays.
 *
 * <p>The last bits of a BLAS differ from machine to machine. So nothing here explains anything:
 * Speed times it, and training uses it only for whoever asks for it.
 *
 * <p>A library that ends the process, such as one built for another processor, cannot be caught
 * here. That is one more reason not to touch any before it is asked for. A child process that tries
 * the library first was rejected: it takes seconds, and what crashes there is a broken installation
 * that NumPy crashes on too.
 */
@NullMarked
package org.gradloom.blas;

import org.jspecify.annotations.NullMarked;
