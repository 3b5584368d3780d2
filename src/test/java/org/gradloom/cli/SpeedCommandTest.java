package org.gradloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradloom.speed.FakeBench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code gradloom speed}, on a clock of its own: the loops take 8·n µs, the kernel n. */
class SpeedCommandTest {
  private final InProcess process = new InProcess();

  @Test
  void theAnswerIsTheContracts() {
    assertThat(process.run("speed", "--json", "--sizes", "32,16")).as(process.err()).isZero();
    JsonNode answer = new JsonMapper().readTree(process.out());
    assertThat(answer.propertyNames()).containsExactly("machine", "samples", "ways");
    assertThat(answer.get("machine").stringValue()).isEqualTo("Loom 9, 2 cores, JDK 25");
    assertThat(answer.get("samples").intValue()).isEqualTo(64);
    // There is no BLAS on this machine, and nothing is said of it.
    assertThat(answer.get("ways").size()).isEqualTo(4);
    JsonNode loops = answer.get("ways").get(0);
    assertThat(loops.propertyNames()).containsExactly("name", "agrees", "difference", "medians");
    assertThat(loops.get("name").stringValue()).isEqualTo("Nested loops");
    assertThat(loops.get("agrees").booleanValue()).isTrue();
    assertThat(loops.get("difference").doubleValue()).isZero();
    assertThat(loops.get("medians").propertyNames()).containsExactly("16", "32");
    // 8 · 16 µs and 8 · 32 µs, in seconds.
    assertThat(loops.get("medians").get("16").doubleValue()).isEqualTo(128e-6);
    assertThat(loops.get("medians").get("32").doubleValue()).isEqualTo(256e-6);
    assertThat(answer.get("ways").get(3).get("medians").get("16").doubleValue()).isEqualTo(16e-6);
  }

  @Test
  void theTableComparesFirstAndTimesThen() {
    assertThat(process.run("speed", "--sizes", "16,512")).as(process.err()).isZero();
    assertThat(process.out())
        .startsWith(
            """
            Loom 9, 2 cores, JDK 25
            A dense layer with n inputs and n neurons, forward and backward, for 64 samples; double\
             precision, one thread.

            First: the same numbers (largest difference from the loops, relative)
              Nested loops                        reference
              One sample at a time, EJML      0      agrees
              Whole batch, EJML               0      agrees
              Whole batch, Gradloom’s kernel  0      agrees
              Whole batch, BLAS                  none found
            BLAS: none found
            """)
        .contains(
            """
            Then: the time (median of at least 9 runs after a warm-up)
                                              n = 16  n = 512
              Nested loops                    128 µs   4.1 ms
              One sample at a time, EJML       48 µs  1.54 ms
              Whole batch, EJML                32 µs  1.02 ms
              Whole batch, Gradloom’s kernel   16 µs   512 µs
              Whole batch, BLAS                    –        –
            """)
        .contains("  Loops ÷ fastest                  8.0 ×    8.0 ×\n")
        .endsWith(
            """

            At n = 512 the fastest here is the whole batch on Gradloom’s kernel, with 0.512 ms: the\
             nested loops take 8.0 times as long.
            """);
    assertThat(process.err()).isEmpty();
  }

  @Test
  void aWayThatDoesNotAgreeShowsNoTime() {
    process.withBench(FakeBench.withWrongKernel());
    assertThat(process.run("speed", "--sizes", "16")).isZero();
    assertThat(process.out())
        .contains("  Whole batch, Gradloom’s kernel  0.25     differs\n")
        .contains("  Whole batch, Gradloom’s kernel  no time\n");
    InProcess asJson = new InProcess().withBench(FakeBench.withWrongKernel());
    asJson.run("speed", "--sizes", "16", "--json");
    JsonNode kernel = new JsonMapper().readTree(asJson.out()).get("ways").get(3);
    assertThat(kernel.get("agrees").booleanValue()).isFalse();
    assertThat(kernel.get("difference").doubleValue()).isEqualTo(0.25);
    assertThat(kernel.get("medians").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0", "16;32", "x", "''", "'16,'", "-3", "99999"})
  void sizesThatAreNoneAreRefused(String typed) {
    assertThat(process.run("speed", "--sizes=" + typed)).isEqualTo(2);
    assertThat(process.err())
        .isEqualTo(
            "gradloom: --sizes is “"
                + typed
                + "” but must be whole numbers from 1 to 32768 with commas between, such as"
                + " 16,512.\n");
    assertThat(process.out()).isEmpty();
  }

  @Test
  void aSizeThatDoesNotFitInMemoryIsRefusedInOneSentence() {
    assertThat(process.run("speed", "--sizes", "16,8192")).isEqualTo(2);
    assertThat(process.err())
        .startsWith("gradloom: n = 8192 needs up to ")
        .contains(" and there are 500 MB for it")
        .hasLineCount(1);
    assertThat(process.out()).isEmpty();
  }
}
