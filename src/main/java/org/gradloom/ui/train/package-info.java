/**
 * The Train screen: a setup to choose, a network that learns, and what is to be seen of it.
 *
 * <p>What the user chose is in the store, as a document with a history. What training does many
 * times a second is not: one evaluation is fetched each frame and handed to the panes, so that all
 * numbers on the screen are from the same moment of the same run. {@link
 * org.gradloom.ui.train.RunController} stands between: it tells the trainer what changed, leaves
 * out an evaluation of an earlier run, and lets what follows from a command wait for an evaluation
 * that has obeyed it. It knows no toolkit and neither do {@link
 * org.gradloom.ui.train.SetupChanges}, {@link org.gradloom.ui.train.SettingParser} and {@link
 * org.gradloom.ui.train.NetworkEditing}; the panes show, and pass on what is done to them. That the
 * trainer itself should decide this was rejected: it would have to know screens, and whether one of
 * them is shown.
 *
 * <p>Panes that stand in one column give their nodes instead of being a box each, so that one style
 * says the distances of the whole column.
 *
 * <p>Where numbers are learned, what is drawn are values of {@code FitPictures}, in the unit of the
 * data: a curve over one input, a surface over two, and for more what is predicted against what is
 * true. The loss alone is of what is trained on, and {@code FitNotes} says by which scale.
 *
 * <p>A notice stands at the end of the right side, below what the network says ({@code
 * NoticePlace}). Above the network it would move what is being clicked on whenever something is
 * told.
 *
 * <p>A weight set by hand goes to the trainer and into no history: after the next step it would be
 * another number anyway. Same start takes it back.
 *
 * <p><b>To add a figure</b>, such as the largest gradient: one more value in {@link
 * org.gradloom.training.Figure.Measure}, with its id and how it is computed, the figures of it on
 * training and test rows, and the names {@code measure.<id>}, {@code figure.<id>}, {@code
 * train.chart.<id>} and {@code train.axis.<id>} in the bundle of texts. Its row here, and that it
 * can be drawn as a curve, follow. {@code FigureTest} fails by the figure's name where the text or
 * the number is missing.
 */
@NullMarked
package org.gradloom.ui.train;

import org.jspecify.annotations.NullMarked;
