package org.gradloom.ui.theme;

import javafx.scene.paint.Color;

/**
 * What eyes see of a colour that have all three kinds of cones, or miss one. The matrices are those
 * of Machado, Oliveira and Fernandes, “A Physiologically-based Model for Simulation of Color Vision
 * Deficiency” (2009), for a kind that is missing altogether; they hold for linear RGB.
 */
@SuppressWarnings("ImmutableEnumChecker") // nobody writes into the matrix
enum ColourVision {
  USUAL(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}),
  PROTANOPIA(
      new double[][] {
        {0.152286, 1.052583, -0.204868},
        {0.114503, 0.786281, 0.099216},
        {-0.003882, -0.048116, 1.051998}
      }),
  DEUTERANOPIA(
      new double[][] {
        {0.367322, 0.860646, -0.227968},
        {0.280085, 0.672501, 0.047413},
        {-0.011820, 0.042940, 0.968881}
      }),
  TRITANOPIA(
      new double[][] {
        {1.255528, -0.076749, -0.178779},
        {-0.078411, 0.930809, 0.147602},
        {0.004733, 0.691367, 0.303900}
      });

  /** From linear RGB to XYZ, each divided by that of white, as the standard for sRGB has it. */
  private static final double[][] TO_XYZ = {
    {0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505},
    {0.2126, 0.7152, 0.0722},
    {0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089}
  };

  private final double[][] seen;

  ColourVision(double[][] seen) {
    this.seen = seen;
  }

  /** How far apart two colours are: ΔE of CIE 1976, where about 2 is the least one notices. */
  double difference(Color one, Color other) {
    double[] p = lab(one);
    double[] q = lab(other);
    return Math.hypot(Math.hypot(p[0] - q[0], p[1] - q[1]), p[2] - q[2]);
  }

  private double[] lab(Color colour) {
    double[] rgb = {linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())};
    double[] shown = times(seen, rgb);
    for (int i = 0; i < shown.length; i++) {
      shown[i] = Math.clamp(shown[i], 0.0, 1.0);
    }
    double[] xyz = times(TO_XYZ, shown);
    double x = perceived(xyz[0]);
    double y = perceived(xyz[1]);
    double z = perceived(xyz[2]);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] result = new double[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        result[i] += matrix[i][j] * vector[j];
      }
    }
    return result;
  }

  private static double perceived(double share) {
    return share > 216.0 / 24389 ? Math.cbrt(share) : (24389.0 / 27 * share + 16) / 116;
  }

  /** A channel of sRGB as light. */
  static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
