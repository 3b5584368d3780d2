package org.gradloom.rule;

import java.util.Optional;

/** The function a layer applies to each entry of Z. */
public enum Activation {
  IDENTITY("identity"),
  RELU("relu"),
  LEAKY_RELU("leaky-relu"),
  SIGMOID("sigmoid"),
  TANH("tanh");

  private final String documentName;

  Activation(String documentName) {
    this.documentName = documentName;
  }

  /** As the document writes it. */
  public String documentName() {
    return documentName;
  }

  /** True if the slope jumps at 0, where a central difference means nothing. */
  public boolean hasKink() {
    return this == RELU || this == LEAKY_RELU;
  }

  public static Optional<Activation> named(String documentName) {
    for (Activation activation : values()) {
      if (activation.documentName.equals(documentName)) {
        return Optional.of(activation);
      }
    }
    return Optional.empty();
  }
}
