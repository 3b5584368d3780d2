package org.gradloom.speed;

import org.gradloom.matrix.Matrix;

/** A product whose factors lie as one way wants them, so that it can be run again and again. */
public interface PreparedProduct {

  /** Computes Z and keeps it. */
  void run();

  /** Z of the last run, N×M. */
  Matrix result();
}
