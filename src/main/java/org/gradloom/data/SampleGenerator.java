package org.gradloom.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Draws as many samples as wanted from a seed. */
public sealed interface SampleGenerator permits Generator, NoisyFunction, OwnPoints {
  int FEWEST_SAMPLES = 4;
  int MOST_SAMPLES = 10_000;
  double MOST_NOISE = 1;

  /** All of them, in the order in which they are offered. */
  static List<SampleGenerator> all() {
    return Stream.<SampleGenerator[]>of(
            Generator.values(), NoisyFunction.values(), OwnPoints.values())
        .flatMap(Stream::of)
        .toList();
  }

  /** The one that documents write so. */
  static Optional<SampleGenerator> named(String documentName) {
    return all().stream().filter(one -> one.documentName().equals(documentName)).findFirst();
  }

  /** As the document writes it; the data set's name too. */
  String documentName();

  /** How many samples to offer at first. */
  int usualSamples();

  /** How much noise to offer at first. */
  double usualNoise();

  /**
   * Draws the samples. The same three arguments give the same numbers bit for bit, everywhere.
   *
   * @param samples N, from {@value #FEWEST_SAMPLES} to {@value #MOST_SAMPLES}
   * @param noise the standard deviation of what is added, from 0 to 1
   * @throws org.gradloom.text.InvalidInput if samples or noise are out of range
   */
  DataSet make(int samples, double noise, long seed);
}
