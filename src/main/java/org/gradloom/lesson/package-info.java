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
 * cell or a term in the walk; its text form is the one of the document format. A {@link
 * org.gradloom.lesson.Region} is a place or else a row or a column, which can be covered and asked
 * for, but at which no step stands: the types say so, and no walk needs to refuse one.
 *
 * <p>A {@link org.gradloom.lesson.Layer} may hold the mask that dropout drew for it, a matrix of a
 * factor for each sample and unit: the document of one step, which every pass multiplies by. How
 * probable it is to be dropped is the {@link org.gradloom.lesson.TrainingPlan}'s to say, and a
 * setup to train has no masks, since training draws its own.
 *
 * <p>What a document tells is made of {@link org.gradloom.lesson.Beat}s. An {@link
 * org.gradloom.lesson.Answer} answers the question of one, and where the answer is a number of the
 * lesson itself, the question names its region and the engine gives it. What may be hidden until
 * then is {@link org.gradloom.lesson.Coverable}: a region, or what a view adds to the matrices.
 * Every text a reader sees is a {@link org.gradloom.lesson.Wording}, which keeps the languages of
 * its document.
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
