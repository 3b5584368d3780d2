package org.gradloom.data;

import java.util.Optional;

/** Rows that are pictures: their pixels from left to right and line by line. */
public record ImageSize(int width, int height) {
  public ImageSize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("No picture is " + width + "×" + height);
    }
  }

  /** The square of so many pixels, if there is one. */
  static Optional<ImageSize> square(int pixels) {
    int side = (int) Math.round(Math.sqrt(pixels));
    return side > 0 && side * side == pixels
        ? Optional.of(new ImageSize(side, side))
        : Optional.empty();
  }
}
