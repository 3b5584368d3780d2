package org.gradloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What a piece of work allocates once it was done a few times. */
final class Allocation {
  private static final int ROUNDS = 20;
  private static final int TIMES = 100;

  private Allocation() {}

  /** Fails if every one of many rounds allocated something on this thread. */
  static void assertNone(Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    // In the first rounds classes are loaded, the products reserve their scratch memory, and the
    // virtual machine puts a few objects aside while it compiles.
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS && least > 0; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int time = 0; time < TIMES; time++) {
        work.run();
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isZero();
  }
}
