package org.gradloom.lesson;

import org.gradloom.formula.Dimension;
import org.gradloom.formula.Operand;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.rule.Activation;
import org.gradloom.rule.L1;
import org.gradloom.rule.L2;
import org.gradloom.rule.LossKind;
import org.gradloom.rule.Reduction;
import org.gradloom.rule.TargetForm;
import org.jspecify.annotations.Nullable;

/** One change of a lesson, as data. {@link Edits} carries it out. */
public sealed interface Edit {
  /** Puts a number into one cell of an input. Labels are classes from 1. */
  record SetEntry(Operand operand, Cell cell, Entry entry) implements Edit {}

  /**
   * Puts a block of numbers into an input with its first cell at {@code at}. Where it reaches past
   * an edge the dimension grows, and so does every matrix that shares it.
   */
  record SetBlock(Operand operand, Cell at, Matrix block) implements Edit {}

  /** Makes an input exactly this matrix; its dimensions grow or shrink to fit. */
  record Replace(Operand operand, Matrix matrix) implements Edit {}

  /** Fills an input, its shape kept. */
  record Fill(Operand operand, Filling filling) implements Edit {}

  /** One more sample or unit before index {@code at}, zeros at first. */
  record Insert(Dimension dimension, int at) implements Edit {}

  /** One sample or unit less. */
  record Remove(Dimension dimension, int at) implements Edit {}

  /** Gives a layer a bias of zeros, or takes it away. */
  record SetBias(int layer, boolean present) implements Edit {}

  record SetActivation(int layer, Activation activation) implements Edit {}

  /**
   * Changes the loss to another kind; what it compares with is kept where it can be, and a last
   * layer that must give probabilities then does.
   */
  record SetLossKind(LossKind kind) implements Edit {}

  /** Has the loss compare with another form of targets that it takes, made of those it has. */
  record SetTargetForm(TargetForm form) implements Edit {}

  record SetReduction(Reduction reduction) implements Edit {}

  record SetL2(L2 l2) implements Edit {}

  /** Another penalty that draws weights to 0. */
  record SetL1(L1 l1) implements Edit {}

  /** Freezes parameters of a layer, or has them learn again. */
  record SetFrozen(int layer, Frozen frozen) implements Edit {}

  /** Writes the same numbers another way. */
  record SetConvention(Convention convention) implements Edit {}

  record SetLearningRate(double learningRate) implements Edit {}

  record SetTitle(String title) implements Edit {}

  /** Makes the document a lesson of the list, another one, or none where there is no outline. */
  record SetOutline(@Nullable Outline outline) implements Edit {}

  /** A change of what is told; beats count from 0. */
  sealed interface OfBeats extends Edit {}

  /**
   * One more beat before the one at {@code at}; without a scene it is about the present numbers.
   */
  record AddBeat(int at, Beat beat) implements OfBeats {}

  /** Another beat in its place; without a scene it is about the present numbers. */
  record ReplaceBeat(int at, Beat beat) implements OfBeats {}

  /** Takes a beat out and puts it where it is the one at {@code to}. */
  record MoveBeat(int from, int to) implements OfBeats {}

  record RemoveBeat(int at) implements OfBeats {}
}
