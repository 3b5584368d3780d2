/**
 * The document, the places in its walk, and the edits that change it.
 *
 * <p>A {@link org.gradloom.lesson.Lesson} is one small network with its numbers: X, the layers, the
 * loss and the learning rate. It is what is opened, saved, undone, shared and frozen from training;
 * everything else on screen is derived from it. Every lesson that exists is conformable: its
 * constructor refuses shapes that do not fit, so no other package checks them again.
 *
 * <p>Every matrix in sight has a name, an {@link org.gradloom.formula.Operand}, and every operand's
 * shape comes from three kinds of {@link org.gradloom.formula.Dimension}: samples, the units of a
 * layer, and one. Adding a sample or a neuron is therefore one edit of a dimension, and which
 * matrices grow follows from their names. A {@link org.gradloom.lesson.Place} names a matrix, a
 * cell or a term in the walk; its text form is the one of the document format. An {@link
 * org.gradloom.lesson.Answer} answers a question that a {@link org.gradloom.lesson.Beat} asks.
 *
 * <p>Layers, rows, columns and terms count from 0 in code and from 1 in every text.
 */
@NullMarked
package org.gradloom.lesson;

import org.jspecify.annotations.NullMarked;
