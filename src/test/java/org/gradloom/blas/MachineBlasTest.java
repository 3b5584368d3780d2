package org.gradloom.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradloom.blas.MachineBlas.LibraryFile;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

class MachineBlasTest {
  private static final LibraryFile FIRST = new LibraryFile("libfirst.so", false);

  private final List<String> asked = new ArrayList<>();

  /** A library in which these names are the C library's {@code abs}, which multiplies nothing. */
  private static SymbolLookup withNames(String... names) {
    MemorySegment abs = Linker.nativeLinker().defaultLookup().find("abs").orElseThrow();
    return name -> List.of(names).contains(name) ? Optional.of(abs) : Optional.empty();
  }

  private MachineBlas machine(Map<String, SymbolLookup> libraries, LibraryFile... files) {
    return new MachineBlas(
        List.of(files),
        name -> {
          asked.add(name);
          return Optional.ofNullable(libraries.get(name));
        });
  }

  private static List<String> passedOver(MachineBlas machine) {
    return switch (machine.search()) {
      case BlasSearch.Found _ -> List.of("found");
      case BlasSearch.None(var why) -> why.stream().map(Texts.english()::say).toList();
    };
  }

  @Test
  void nothingIsLookedForBeforeItIsAskedForAndThenOnce() {
    MachineBlas machine = machine(Map.of(), FIRST);
    assertThat(asked).isEmpty();
    assertThat(machine.blas()).isEmpty();
    assertThat(machine.search()).isEqualTo(new BlasSearch.None(List.of()));
    assertThat(asked).containsExactly("libfirst.so");
  }

  @Test
  void aLibraryWithoutTheSymbolIsPassedOver() {
    assertThat(passedOver(machine(Map.of("libfirst.so", withNames("dgemm_")), FIRST)))
        .containsExactly("libfirst.so has no cblas_dgemm and is not used");
  }

  @Test
  void aLibraryThatAnswersWronglyIsPassedOver() {
    SymbolLookup wrong = withNames("cblas_dgemm", "openblas_set_num_threads");
    assertThat(passedOver(machine(Map.of("libfirst.so", wrong), FIRST)))
        .containsExactly("libfirst.so does not multiply rightly and is not used");
  }

  @Test
  void aLibraryThatMayTakeMoreThreadsIsPassedOver() {
    assertThat(passedOver(machine(Map.of("libfirst.so", withNames("cblas_dgemm")), FIRST)))
        .containsExactly("libfirst.so does not say how to keep it to one thread and is not used");
    // One that is known to have none is tried.
    assertThat(
            passedOver(
                machine(
                    Map.of("libblas.so.3", withNames("cblas_dgemm")),
                    new LibraryFile("libblas.so.3", true))))
        .containsExactly("libblas.so.3 does not multiply rightly and is not used");
  }

  @Test
  void theLibraryOfThisMachineMultiplies() {
    Optional<Blas> found = MachineBlas.ofSystem().blas();
    assumeTrue(found.isPresent(), "No BLAS here");
    BlasCalls calls = new BlasCalls(found.orElseThrow());
    // The transpose of [1 3; 2 4] is [1 2; 3 4], and the transpose of [5 7; 6 8] is [5 6; 7 8].
    double[] c = {100, 0, 0, 0};
    calls.multiply(
        true, false, 2, 2, 2, new double[] {1, 3, 2, 4}, new double[] {5, 6, 7, 8}, 1, c);
    assertThat(c).containsExactly(119, 22, 43, 50);
    calls.multiply(
        false, true, 2, 2, 2, new double[] {1, 2, 3, 4}, new double[] {5, 7, 6, 8}, 0, c);
    assertThat(c).containsExactly(19, 22, 43, 50);
    assertThat(found.orElseThrow().name()).matches("[A-Za-z]+.*");
  }

  @Test
  void pastTheEndOfAnArrayNothingIsRead() {
    Blas never = new Blas("none", MemorySegment.NULL);
    double[] two = new double[2];
    double[] four = new double[4];
    assertThatThrownBy(
            () -> new BlasCalls(never).multiply(false, false, 2, 2, 2, two, four, 0, four))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 numbers are no 2×2 matrix");
    assertThatThrownBy(
            () -> new BlasCalls(never).multiply(false, false, 2, 2, 2, four, four, 0, two))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
