package org.gradloom.blas;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.gradloom.text.Message;
import org.jspecify.annotations.Nullable;

/** This machine's BLAS, which is looked for when it is first asked for, and once. */
public final class MachineBlas {
  private final List<LibraryFile> files;
  private final Function<String, Optional<SymbolLookup>> loader;
  private @Nullable BlasSearch search;

  /**
   * A file that may hold one.
   *
   * @param name as the system's loader knows it
   * @param plain whether a BLAS of this name may be one that knows no threads
   */
  record LibraryFile(String name, boolean plain) {}

  /**
   * Looks in these files, the first that is right counts.
   *
   * @param loader finds a library by its name
   */
  MachineBlas(List<LibraryFile> files, Function<String, Optional<SymbolLookup>> loader) {
    this.files = List.copyOf(files);
    this.loader = loader;
  }

  /** Looks where the system's own loader looks. */
  public static MachineBlas ofSystem() {
    return new MachineBlas(files(System.getProperty("os.name", "")), MachineBlas::load);
  }

  /** A machine that has none. */
  public static MachineBlas none() {
    return new MachineBlas(List.of(), _ -> Optional.empty());
  }

  private static List<LibraryFile> files(String system) {
    String lower = system.toLowerCase(Locale.ROOT);
    if (lower.contains("mac")) {
      return of(
          List.of(
              "/System/Library/Frameworks/Accelerate.framework/Accelerate",
              "libopenblas.dylib",
              "/opt/homebrew/opt/openblas/lib/libopenblas.dylib",
              "/usr/local/opt/openblas/lib/libopenblas.dylib"),
          List.of());
    }
    if (lower.contains("win")) {
      return of(
          List.of("libopenblas.dll", "openblas.dll", "mkl_rt.3.dll", "mkl_rt.2.dll", "libblis.dll"),
          List.of());
    }
    return of(
        List.of(
            "libopenblas.so.0",
            "libopenblas.so",
            "libmkl_rt.so.3",
            "libmkl_rt.so.2",
            "libmkl_rt.so",
            "libblis.so.4",
            "libblis.so"),
        List.of("libcblas.so.3", "libblas.so.3"));
  }

  private static List<LibraryFile> of(List<String> threaded, List<String> plain) {
    List<LibraryFile> files = new ArrayList<>();
    threaded.forEach(name -> files.add(new LibraryFile(name, false)));
    plain.forEach(name -> files.add(new LibraryFile(name, true)));
    return files;
  }

  @SuppressWarnings(
      "restricted") // Finding it at all is what the manifest allows native access for.
  private static Optional<SymbolLookup> load(String name) {
    try {
      return Optional.of(SymbolLookup.libraryLookup(name, Arena.global()));
    } catch (IllegalArgumentException _) {
      // There is none of this name.
      return Optional.empty();
    }
  }

  /**
   * What is found, on the calling thread; the first time this may take as long as a library takes
   * to load.
   */
  public synchronized BlasSearch search() {
    BlasSearch known = search;
    if (known == null) {
      known = look();
      search = known;
    }
    return known;
  }

  /** The library, where one is found. */
  public Optional<Blas> blas() {
    return switch (search()) {
      case BlasSearch.Found(Blas blas) -> Optional.of(blas);
      case BlasSearch.None _ -> Optional.empty();
    };
  }

  private BlasSearch look() {
    List<Message> passedOver = new ArrayList<>();
    for (LibraryFile file : files) {
      Optional<SymbolLookup> library = loader.apply(file.name());
      if (library.isPresent()) {
        switch (judge(file, library.get())) {
          case BlasSearch.Found right -> {
            return right;
          }
          case BlasSearch.None(var why) -> passedOver.addAll(why);
        }
      }
    }
    return new BlasSearch.None(passedOver);
  }

  private static BlasSearch judge(LibraryFile file, SymbolLookup library) {
    Optional<MemorySegment> dgemm = library.find("cblas_dgemm");
    if (dgemm.isEmpty()) {
      return passedOver("blas.noSymbol", file);
    }
    Optional<BlasMaker> maker = BlasMaker.of(library);
    if (maker.isEmpty() && !file.plain()) {
      return passedOver("blas.threads", file);
    }
    maker.ifPresent(known -> known.keepToOneThread(library));
    Blas blas = new Blas(maker.map(known -> known.name(library)).orElse(file.name()), dgemm.get());
    return BlasCheck.isRight(blas) ? new BlasSearch.Found(blas) : passedOver("blas.wrong", file);
  }

  private static BlasSearch passedOver(String why, LibraryFile file) {
    return new BlasSearch.None(List.of(Message.of(why, file.name())));
  }
}
