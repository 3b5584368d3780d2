package org.gradloom.blas;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose library it is, which its symbols tell whatever its file is called. */
enum BlasMaker {
  OPENBLAS("OpenBLAS", "openblas_set_num_threads", Counts.INT, "openblas_get_config"),
  MKL("Intel MKL", "MKL_Set_Num_Threads", Counts.INT, null),
  BLIS("BLIS", "bli_thread_set_num_threads", Counts.LONG, "bli_info_get_version_str"),
  /** Its 1 is not a number of threads but the name of one thread, which comes to the same. */
  ACCELERATE("Accelerate", "BLASSetThreading", Counts.INT, null);

  /** How wide a number of threads is. */
  private enum Counts {
    INT,
    LONG
  }

  private static final int LONGEST_VERSION = 256;

  private final String printed;
  private final String setsThreads;
  private final Counts count;
  private final @Nullable String tellsVersion;

  BlasMaker(String printed, String setsThreads, Counts count, @Nullable String tellsVersion) {
    this.printed = printed;
    this.setsThreads = setsThreads;
    this.count = count;
    this.tellsVersion = tellsVersion;
  }

  /** Whose this library is; nothing where no symbol of theirs is in it. */
  static Optional<BlasMaker> of(SymbolLookup library) {
    return Arrays.stream(values())
        .filter(maker -> library.find(maker.setsThreads).isPresent())
        .findFirst();
  }

  /** Lets the library work on the calling thread alone from now on. */
  @SuppressWarnings("restricted") // The descriptors are those of the libraries' headers.
  void keepToOneThread(SymbolLookup library) {
    MemorySegment set = library.find(setsThreads).orElseThrow();
    Linker linker = Linker.nativeLinker();
    try {
      switch (count) {
        case INT ->
            linker
                .downcallHandle(set, FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT))
                .invokeExact(1);
        case LONG ->
            linker
                .downcallHandle(set, FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG))
                .invokeExact(1L);
      }
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable never) {
      throw new IllegalStateException(never);
    }
  }

  /** Its name and, where it tells, its version: {@code OpenBLAS 0.3.21}. */
  String name(SymbolLookup library) {
    String told =
        Optional.ofNullable(tellsVersion)
            .flatMap(library::find)
            .map(BlasMaker::text)
            .orElse("")
            .strip();
    String version =
        Arrays.stream(told.split("\\s+"))
            .filter(word -> word.matches("v?\\d[\\w.\\-]*"))
            .findFirst()
            .orElse("");
    return (printed + " " + version).strip();
  }

  @SuppressWarnings("restricted") // A version is a C string, and no longer than this.
  private static String text(MemorySegment function) {
    try {
      MemorySegment text =
          (MemorySegment)
              Linker.nativeLinker()
                  .downcallHandle(function, FunctionDescriptor.of(ValueLayout.ADDRESS))
                  .invoke();
      return text.equals(MemorySegment.NULL) ? "" : text.reinterpret(LONGEST_VERSION).getString(0);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable never) {
      throw new IllegalStateException(never);
    }
  }
}
