package org.gradloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gradloom.KnownLessons;
import org.gradloom.files.LessonWriter;
import org.gradloom.lesson.Convention;
import org.gradloom.lesson.Lesson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code gradloom check FILE --at GRADIENT --against MINE}. */
class AgainstTest {
  @TempDir private Path folder;
  private final InProcess process = new InProcess();
  private String h;

  @BeforeEach
  void writeTheDocument() {
    Path file = folder.resolve("h.gradloom.json");
    LessonWriter.save(KnownLessons.lessonHWithBias(), file);
    h = file.toString();
  }

  private int against(String at, String mine) {
    return process.run("check", h, "--at", at, "--against", mine);
  }

  @Test
  void printsWhatDiffersAndTheSampleThatIsMissing() throws IOException {
    Path mine =
        Files.writeString(folder.resolve("mine.txt"), "array([[8, -6], [2, -6], [7, -6]])\n");
    assertThat(against("layer1/dW", mine.toString())).isEqualTo(Commands.FAILED);
    assertThat(process.err()).isEmpty();
    assertThat(process.out())
        .isEqualTo(
            """
            layer1/dW   dL/dW = Xᵀ · dL/dZ
              cell                     yours                 derived
              1,1                          8                       6
              1,2                         −6                      −5
              2,1                          2                       8
              2,2                         −6                      −9

            2 of 6 entries agree.
            Sample 1 is missing: each difference is what column 1 of Xᵀ times row 1 of dL/dZ adds.
            Row 3 agrees only because x₁₃ = 0.
            A loop that begins at 1 where samples are counted from 0 does this.
            """);
  }

  @Test
  void isDoneWhereAllAgree() {
    process.given("6 -5\n8 -9\n7 -6".getBytes(StandardCharsets.UTF_8));
    assertThat(against("layer1/dW", "-")).isZero();
    assertThat(process.out()).isEqualTo("layer1/dW   dL/dW = Xᵀ · dL/dZ\nAll 6 entries agree.\n");
  }

  @Test
  void takesTheMatrixItselfAndSaysHowItWasRead() {
    assertThat(against("layer1/dW", "[6 8 7; -5 -9 -6]'")).isZero();
    assertThat(process.err()).isEqualTo("Rows and columns were swapped, as “'” says.\n");
  }

  @Test
  void theShapeDecidesBetweenTwoReadings() {
    assertThat(against("layer1/dX", "3,0\n3,-1\n-3,1\n4,-3\n")).isEqualTo(Commands.BAD_INPUT);
    assertThat(against("layer1/dW", "6,5\n8,9\n7,6\n")).isEqualTo(Commands.FAILED);
    assertThat(process.out()).contains("  1,2                          5                      −5");
  }

  @Test
  void namesATransposeOfAnotherShape() {
    assertThat(against("layer1/dW", "[[6, 8, 7], [-5, -9, -6]]")).isEqualTo(Commands.FAILED);
    assertThat(process.out())
        .endsWith(
            "dL/dZ\nTransposed: yours has the rows and columns of dL/dW swapped, which needs the"
                + " shape of W.\n");
  }

  @Test
  void namesTheFurthestEntryWhereNothingExplainsIt() {
    assertThat(against("layer1/dW", "[[6, -5.5], [8, -7], [7, -6]]")).isEqualTo(Commands.FAILED);
    assertThat(process.out())
        .endsWith("No mistake known here explains it: the largest difference is at 2,2.\n");
  }

  @Test
  void printsAsManyDigitsAsItTakesToDiffer() {
    assertThat(against("layer1/dB", "[8.0001, -7.00002]")).isEqualTo(Commands.FAILED);
    assertThat(process.out()).contains("1,2                   −7.00002                      −7");
    assertThat(against("layer1/dX", "[0 5 -5; 1.000003 8 -9; 3 4 -7; 2 6 -8]"))
        .isEqualTo(Commands.FAILED);
    assertThat(process.out()).contains("2,1                   1.000003                       1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layer1/dW | [[1, 2]] | Yours is 1×2 but dL/dW is 3×2, as W is: give one number for each"
            + " entry.",
        "layer1/z | [[1, 2]] | layer1/z is no gradient: compare layer1/dW, layer1/dB or another"
            + " dL/d… of the walk.",
        "layer1/dW/1,1 | [[1, 2]] | layer1/dW/1,1 is one entry: compare the whole gradient,"
            + " layer1/dW.",
        "layer1/dW | none.txt | none.txt cannot be read: give the path of a text that holds a"
            + " matrix, or - for standard input.",
      })
  void refusesWhatCannotBeCompared(String at, String mine, String sentence) {
    assertThat(against(at, mine)).isEqualTo(Commands.BAD_INPUT);
    assertThat(process.out()).isEmpty();
    assertThat(process.err()).isEqualTo("gradloom: " + sentence + "\n");
  }

  @Test
  void needsBothOptions() {
    assertThat(process.run("check", h, "--at", "layer1/dW")).isEqualTo(Commands.BAD_INPUT);
    assertThat(process.err())
        .isEqualTo(
            "gradloom: --against is missing: --at names the gradient and --against gives yours.\n");
  }

  @Test
  void readsAndPrintsAsTheConventionWrites() {
    Lesson plain = KnownLessons.lessonH();
    LessonWriter.save(
        new Lesson(
            "",
            Convention.WX,
            plain.x(),
            plain.layers(),
            plain.loss(),
            0.1,
            null,
            List.of(),
            List.of()),
        Path.of(h));
    assertThat(against("layer1/dW", "[6 8 7; -5 -9 -6]")).isZero();
    assertThat(against("layer1/dX", "[0 1 3 2; 5 8 4 6; -5 -9 -7 -8]")).isZero();
    assertThat(against("layer1/dW", "[6 8 0; -5 -9 -6]")).isEqualTo(Commands.FAILED);
    assertThat(process.out()).contains("  1,3                          0                       7");
    assertThat(against("layer1/dW", "[6 -5; 8 -9; 7 -6]")).isEqualTo(Commands.FAILED);
    assertThat(process.out()).contains("Transposed: ");
    assertThat(against("layer1/dW", "[1 2]")).isEqualTo(Commands.BAD_INPUT);
    assertThat(process.err()).contains("Yours is 1×2 but dL/dW is 2×3");
  }
}
