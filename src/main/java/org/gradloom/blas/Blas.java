package org.gradloom.blas;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** A library whose products were found to be right. Any number of threads may call it. */
public final class Blas {
  private static final int ROW_MAJOR = 101;
  private static final int AS_IT_IS = 111;
  private static final int TURNED = 112;

  /**
   * {@code cblas_dgemm} at the address that comes first. A constant, and so no slower than a call
   * from C; critical, so that the arrays of this heap are passed as they are.
   */
  @SuppressWarnings("restricted") // The descriptor is that of CBLAS.
  private static final MethodHandle DGEMM =
      Linker.nativeLinker()
          .downcallHandle(
              FunctionDescriptor.ofVoid(
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_DOUBLE,
                  ValueLayout.ADDRESS,
                  ValueLayout.JAVA_INT,
                  ValueLayout.ADDRESS,
                  ValueLayout.JAVA_INT,
                  ValueLayout.JAVA_DOUBLE,
                  ValueLayout.ADDRESS,
                  ValueLayout.JAVA_INT),
              Linker.Option.critical(true));

  private final String name;
  private final MemorySegment dgemm;

  /**
   * A library that is not checked yet.
   *
   * @param name of it and its version
   * @param dgemm the address of its {@code cblas_dgemm}
   */
  Blas(String name, MemorySegment dgemm) {
    this.name = name;
    this.dgemm = dgemm;
  }

  /** The library's name and, where it tells, its version. */
  public String name() {
    return name;
  }

  /**
   * c ← a·b + kept·c, with {@code a} rows×terms or its transpose, {@code b} terms×columns or its
   * transpose and {@code c} rows×columns. All are matrices row by row, and long enough.
   */
  void multiply(
      boolean turnedA,
      boolean turnedB,
      int rows,
      int columns,
      int terms,
      MemorySegment a,
      MemorySegment b,
      double kept,
      MemorySegment c) {
    try {
      DGEMM.invokeExact(
          dgemm,
          ROW_MAJOR,
          turnedA ? TURNED : AS_IT_IS,
          turnedB ? TURNED : AS_IT_IS,
          rows,
          columns,
          terms,
          1.0,
          a,
          turnedA ? rows : terms,
          b,
          turnedB ? terms : columns,
          kept,
          c,
          columns);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable never) {
      throw new IllegalStateException(never);
    }
  }
}
