package org.gradloom.data;

/** Rows that are pictures: their pixels from left to right and line by line. */
public record ImageSize(int width, int height) {
  public ImageSize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("No picture is " + width + "×" + height);
    }
  }
}
