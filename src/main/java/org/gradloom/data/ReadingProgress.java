package org.gradloom.data;

/** Told how far a table is read; who wants to stop it throws. */
@FunctionalInterface
public interface ReadingProgress {
  /** Nobody looks. */
  ReadingProgress UNSEEN = share -> {};

  /** So much of it is read, from 0 to 1. */
  void at(double share);
}
