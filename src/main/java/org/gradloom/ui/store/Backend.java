package org.gradloom.ui.store;

import java.util.List;
import java.util.Optional;
import org.gradloom.blas.Blas;
import org.gradloom.blas.BlasSearch;
import org.gradloom.text.Message;

/** What multiplies the matrices of training. */
public sealed interface Backend {
  /** Gradloom's own kernel, whose numbers are the same bits on every machine. */
  record Own() implements Backend {}

  /** The machine's BLAS, which is yet to be looked for; until then it is our own kernel. */
  record Sought() implements Backend {}

  /** The machine's BLAS. */
  record OnBlas(Blas library) implements Backend {}

  /**
   * Our own kernel, since the machine has no BLAS to use.
   *
   * @param passedOver why each library that was there is not used
   */
  record NoBlas(List<Message> passedOver) implements Backend {
    public NoBlas {
      passedOver = List.copyOf(passedOver);
    }
  }

  /** What is wanted, before anything was looked for. */
  static Backend wanted(boolean blas) {
    return blas ? new Sought() : new Own();
  }

  /** What came of looking, for whoever wanted it. */
  static Backend of(BlasSearch search) {
    return switch (search) {
      case BlasSearch.Found(Blas library) -> new OnBlas(library);
      case BlasSearch.None(var passedOver) -> new NoBlas(passedOver);
    };
  }

  /** Whether the user wants the machine's BLAS, be there one or not. */
  default boolean wantsBlas() {
    return !(this instanceof Own);
  }

  /** The library, where one was wanted and found. */
  default Optional<Blas> blas() {
    return this instanceof OnBlas(Blas library) ? Optional.of(library) : Optional.empty();
  }
}
