package org.gradloom.lesson;

import java.util.List;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.Shape;
import org.gradloom.rule.Reduction;

/** The loss over the last layer's outputs A (N×M), with the numbers it compares them to. */
public sealed interface Loss {
  Reduction reduction();

  Loss with(Reduction reduction);

  /** L = Σ upstream ⊙ A, so that dL/dA is {@code upstream} (N×M), divided by N for the mean. */
  record Given(Matrix upstream, Reduction reduction) implements Loss {
    @Override
    public Given with(Reduction reduction) {
      return new Given(upstream, reduction);
    }
  }

  /** L = ½ Σ (A − targets)², targets N×M. */
  record SquaredError(Matrix targets, Reduction reduction) implements Loss {
    @Override
    public SquaredError with(Reduction reduction) {
      return new SquaredError(targets, reduction);
    }
  }

  /**
   * L = −Σₖ ln softmax(A)ₖ at the sample's class; A holds logits.
   *
   * @param labels one class a sample, from 0
   */
  record SoftmaxCrossEntropy(List<Integer> labels, Reduction reduction) implements Loss {
    public SoftmaxCrossEntropy {
      labels = List.copyOf(labels);
    }

    @Override
    public SoftmaxCrossEntropy with(Reduction reduction) {
      return new SoftmaxCrossEntropy(labels, reduction);
    }

    /** The labels as a learner sees them: N×1, classes from 1. */
    public Matrix classes() {
      return Matrix.numbers(new Shape(labels.size(), 1), (i, j) -> labels.get(i) + 1);
    }
  }

  /** L = −Σ t ln σ(a) + (1 − t) ln(1 − σ(a)), targets t in [0, 1], N×M; A holds logits. */
  record SigmoidCrossEntropy(Matrix targets, Reduction reduction) implements Loss {
    @Override
    public SigmoidCrossEntropy with(Reduction reduction) {
      return new SigmoidCrossEntropy(targets, reduction);
    }
  }

  /** The kinds by name, for menus and documents. */
  enum Kind {
    GIVEN("given"),
    SQUARED_ERROR("squared-error"),
    SOFTMAX_CROSS_ENTROPY("softmax-cross-entropy"),
    SIGMOID_CROSS_ENTROPY("sigmoid-cross-entropy");

    private final String documentName;

    Kind(String documentName) {
      this.documentName = documentName;
    }

    /** As the document writes it. */
    public String documentName() {
      return documentName;
    }
  }

  default Kind kind() {
    return switch (this) {
      case Given _ -> Kind.GIVEN;
      case SquaredError _ -> Kind.SQUARED_ERROR;
      case SoftmaxCrossEntropy _ -> Kind.SOFTMAX_CROSS_ENTROPY;
      case SigmoidCrossEntropy _ -> Kind.SIGMOID_CROSS_ENTROPY;
    };
  }

  /** True if the loss turns outputs into probabilities first, which the walk then shows. */
  default boolean hasProbabilities() {
    return this instanceof SoftmaxCrossEntropy || this instanceof SigmoidCrossEntropy;
  }
}
