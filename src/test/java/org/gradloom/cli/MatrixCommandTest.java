package org.gradloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gradloom.matrix.Matrix;
import org.gradloom.paste.MatrixReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code gradloom matrix}. */
class MatrixCommandTest {
  @TempDir private Path folder;
  private final InProcess process = new InProcess();

  private void given(String text) {
    process.given(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void printsTheRowsOfAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("w.txt"), "W = np.array([[1, −2], [0.5, 4]])\n");
    assertThat(process.run("matrix", file.toString())).isZero();
    assertThat(process.out()).isEqualTo("[[1, -2], [0.5, 4]]\n");
    assertThat(process.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-"})
  void readsStandardInput(String file) {
    given("1 2; 3 4");
    assertThat(file.isEmpty() ? process.run("matrix") : process.run("matrix", file)).isZero();
    assertThat(process.out()).isEqualTo("[[1, 2], [3, 4]]\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "json | [[0.25, -2], [3, 4]]",
        "numpy | np.array([[1/4, -2], [3, 4]])",
        "torch | torch.tensor([[1/4, -2], [3, 4]], dtype=torch.float64)",
        "matlab | [1/4 -2; 3 4]",
        "latex | \\begin{bmatrix}~\\frac{1}{4} & -2 \\\\~3 & 4~\\end{bmatrix}",
        "tsv | 1/4>-2~3>4",
      })
  void printsEveryForm(String form, String printed) {
    given("1/4\t-2\n3\t4");
    assertThat(process.run("matrix", "--to", form)).isZero();
    assertThat(process.out()).isEqualTo(printed.replace('~', '\n').replace('>', '\t') + "\n");
  }

  @ParameterizedTest
  @EnumSource
  void everyFormIsReadBackAsTheSameNumbers(MatrixForm form) {
    Matrix matrix = MatrixReader.read("1/3 -2.5e-7 0\n1e20 7 -1/9");
    assertThat(MatrixReader.read(form.write(matrix)).toArray()).containsExactly(matrix.toArray());
  }

  @Test
  void saysWhatItDecidedBesideTheAnswer() {
    given("[1 2; 3 4]'");
    assertThat(process.run("matrix")).isZero();
    assertThat(process.out()).isEqualTo("[[1, 3], [2, 4]]\n");
    assertThat(process.err()).isEqualTo("Rows and columns were swapped, as “'” says.\n");
  }

  @Test
  void readsWhatOtherSystemsWrite() {
    process.given("\uFEFF1\t−2\n".getBytes(StandardCharsets.UTF_16LE));
    assertThat(process.run("matrix")).isZero();
    process.given("1\u00a0\u20132".getBytes(Charset.forName("windows-1252")));
    assertThat(process.run("matrix")).isZero();
    assertThat(process.out()).isEqualTo("[[1, -2]]\n[[1, -2]]\n");
  }

  @Test
  void refusesWhatIsNoMatrixInOneLine() {
    given("the weights are 1 and 2");
    assertThat(process.run("matrix")).isEqualTo(Commands.BAD_INPUT);
    assertThat(process.out()).isEmpty();
    assertThat(process.err())
        .isEqualTo(
            "gradloom: Row 1, column 1 of the text: “the” is not a number: write a decimal such as"
                + " 1.5 or a fraction such as 1/3.\n");
  }

  @Test
  void refusesAFormThatThereIsNot() {
    given("1");
    assertThat(process.run("matrix", "--to", "csv")).isEqualTo(Commands.BAD_INPUT);
    assertThat(process.err())
        .isEqualTo(
            "gradloom: --to is “csv” but must be one of json|numpy|torch|matlab|latex|tsv.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none.txt", "."})
  void refusesAFileThatCannotBeRead(String name) {
    String file = folder.resolve(name).toString();
    assertThat(process.run("matrix", file)).isEqualTo(Commands.BAD_INPUT);
    assertThat(process.err())
        .isEqualTo(
            "gradloom: "
                + file
                + " cannot be read: give the path of a text that holds a matrix, or - for standard"
                + " input.\n");
  }
}
