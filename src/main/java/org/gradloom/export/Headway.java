package org.gradloom.export;

/** Is told how far an export is. */
@FunctionalInterface
public interface Headway {
  /** Nobody waits for it. */
  Headway UNSEEN = _ -> {};

  /**
   * Takes note; whoever wants no more of it throws a {@link
   * java.util.concurrent.CancellationException}, which ends the export.
   *
   * @param part from 0 to 1
   */
  void reached(double part);
}
