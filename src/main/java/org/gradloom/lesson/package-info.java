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
 * <p>Courses write a layer in four ways. Inside there is one, Z = X·W with a row for each sample:
 * every matrix, cell and place of this package and of the engine is meant so. {@link
 * org.gradloom.lesson.Convention} is the mirror between that and what is read and written, and it
 * is asked at the edges only: where a document, a command or an answer is read or written, where a
 * name or a shape is told, where a matrix is drawn. A lesson that turned its own matrices was
 * rejected: each rule of the engine, each edit and each walk would exist four times, and the place
 * in a walk would be lost when the writing changes.
 *
 * <p>Layers, rows, columns and terms count from 0 in code and from 1 in every text.
 */
@NullMarked
package org.gradloom.lesson;

import org.jspecify.annotations.NullMarked;
