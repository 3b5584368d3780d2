package org.gradloom.speed;

import java.util.List;
import org.gradloom.matrix.Matrix;

/** A layer whose matrices lie as one way wants them, so that it can be run again and again. */
public interface PreparedLayer {

  /** Computes all that is asked for and keeps it. */
  void run();

  /** Of the last run: Z (N×M) and, where the backward pass is run too, dL/dW and dL/dX. */
  List<Matrix> results();
}
