package org.gradloom.blas;

import java.util.List;
import org.gradloom.text.Message;

/** What came of looking for a BLAS. */
public sealed interface BlasSearch {
  /** One that is right. */
  record Found(Blas blas) implements BlasSearch {}

  /**
   * There is none to use.
   *
   * @param passedOver why each library that was there is not used
   */
  record None(List<Message> passedOver) implements BlasSearch {
    public None {
      passedOver = List.copyOf(passedOver);
    }
  }
}
