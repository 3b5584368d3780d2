/**
 * The Train screen: a setup to choose, a network that learns, and what is to be seen of it.
 *
 * <p>What the user chose is in the store, as a document with a history; {@link
 * org.gradloom.ui.train.TrainScreen} tells the trainer what of it changed. What training does many
 * times a second is not: one observation is fetched each frame and handed to the panes, so that all
 * numbers on the screen are from the same moment of the same run. An observation of an earlier run
 * is left out, and what follows from a command waits for an observation that has obeyed it.
 *
 * <p>A weight set by hand goes to the trainer and into no history: after the next step it would be
 * another number anyway. Same start takes it back.
 */
@NullMarked
package org.gradloom.ui.train;

import org.jspecify.annotations.NullMarked;
