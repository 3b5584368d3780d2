package org.gradloom.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixTextTest {
  private static final Matrix TWO_BY_TWO = Matrix.of(new double[][] {{1, -2}, {3.5, 4}});
  private static final Texts TEXTS = Texts.english();

  @Test
  void writesAsNumPyMatlabAndSpreadsheetsDo() {
    assertThat(MatrixText.numpy(TWO_BY_TWO)).isEqualTo("[[1, -2], [3.5, 4]]");
    assertThat(MatrixText.matlab(TWO_BY_TWO)).isEqualTo("[1 -2; 3.5 4]");
    assertThat(MatrixText.spreadsheet(TWO_BY_TWO)).isEqualTo("1\t-2\n3.5\t4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[1, -2], [3.5, 4]]",
        "  [[1,-2],[3.5,4]]  ",
        "[[1, -2], [3.5, 4],]",
        "[[1, -2,], [3.5, 4,]]",
        "np.array([[1, -2], [3.5, 4]])",
        "numpy.asarray( [[1, -2], [3.5, 4]] )",
        "array([[ 1. , -2. ],\n       [ 3.5,  4. ]])",
        "np.array([[1, -2], [3.5, 4]], dtype=float)",
        "np.array([[1, -2],\n          [3.5, 4]],\n  dtype=np.float64)",
        "np.array([[1, -2], [3.5, 4]], dtype = 'f8')",
        "torch.tensor([[1, -2], [3.5, 4]], dtype=torch.float64)",
        "[[ 1.  -2. ]\n [ 3.5  4. ]]",
        "[\n  [1, -2],\n  [3.5, 4]\n]",
        "[[1, −2], [3.5, 4]]",
        "[1 -2; 3.5 4]",
        "[1, -2; 3.5, 4]",
        "[1 -2;\n 3.5 4;]",
        "[1 -2\n 3.5 4]",
        "1\t-2\n3.5\t4",
        "1\t-2\r\n3.5\t4\r\n",
        "1\t-2\n3.5\t4\n\n",
        "1,-2\n3.5,4",
        "1, -2\n3.5, 4\n",
        "1 -2\n3.5 4",
        "1 -2; 3.5 4",
        "\t1, -2\n\t3.5, 4",
      })
  void readsEveryCommonForm(String pasted) {
    assertThat(MatrixText.parse(pasted)).isEqualTo(TWO_BY_TWO);
  }

  @Test
  void readsSingleRowsColumnsAndNumbers() {
    assertThat(MatrixText.parse("[1, 2, 3]")).hasToString("[[1, 2, 3]]");
    assertThat(MatrixText.parse("1\t2\t3\n")).hasToString("[[1, 2, 3]]");
    assertThat(MatrixText.parse("[[1], [2], [3]]")).hasToString("[[1], [2], [3]]");
    assertThat(MatrixText.parse("[1; 2; 3]")).hasToString("[[1], [2], [3]]");
    assertThat(MatrixText.parse("1\n2\n3\n")).hasToString("[[1], [2], [3]]");
    assertThat(MatrixText.parse("7")).hasToString("[[7]]");
    assertThat(MatrixText.parse("[[7]]")).hasToString("[[7]]");
  }

  @Test
  void keepsFractions() {
    Matrix third = MatrixText.parse("1/3\t2\n−1/2\t0");
    assertThat(third.entry(0, 0)).isEqualTo(new Entry(1.0 / 3, "1/3"));
    assertThat(third).hasToString("[[1/3, 2], [-1/2, 0]]");
    assertThat(MatrixText.parse("[1/3, 1 / 4]")).hasToString("[[1/3, 1/4]]");
  }

  @Test
  void namesTheRowThatIsRagged() {
    assertRefused(
        "[[1, 2], [3]]",
        "Row 2 of the pasted text has one number and row 1 has 2: every row needs the same count.");
    assertRefused(
        "1 2 3\n4 5 6\n7 8 9 10",
        "Row 3 of the pasted text has 4 numbers and row 1 has 3: every row needs the same count.");
  }

  @Test
  void namesTheEntryThatIsNoNumber() {
    assertRefused(
        "1\t2\n3\tabc",
        "Row 2, column 2 of the pasted text: “abc” is not a number: write a decimal such as 1.5 or"
            + " a fraction such as 1/3.");
    assertRefused(
        "[[1, 2], [1/0, 4]]",
        "Row 2, column 1 of the pasted text: “1/0” divides by zero: the number below the line must"
            + " not be 0.");
    assertRefused(
        "1,5\t2\n3\t4",
        "Row 1, column 1 of the pasted text: “1,5” has a decimal comma: write 1.5.");
    assertRefused("1,,3", "Row 1, column 2 of the pasted text: A number is missing here.");
    assertRefused(
        "[1e999]",
        "Row 1, column 1 of the pasted text: “1e999” is too large to compute with: stay below"
            + " 1.8e308.");
  }

  @Test
  void namesTheEmptyCellOfASpreadsheet() {
    assertRefused(
        "\t1\t2\n3\t4\t5", "Row 1, column 1 of the pasted text: A number is missing here.");
    assertRefused(
        "1\t2\t\n3\t4\t5", "Row 1, column 3 of the pasted text: A number is missing here.");
    assertRefused(
        "1\t2\t3\n4\t5\t", "Row 2, column 3 of the pasted text: A number is missing here.");
    assertRefused(
        "1\t2\t3\n4\t\t6", "Row 2, column 2 of the pasted text: A number is missing here.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[[1, 2], [3, 4]", "[1, 2", "[[1, 2], [3, 4", "[1, 2]]", "[[1, 2]"})
  void saysThatABracketIsMissing(String pasted) {
    assertRefused(
        pasted, "The brackets of the pasted matrix do not match: each [ needs its own ].");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n ", "[]", "[[]]", "np.array([])", ";;", "\n\n"})
  void saysThatThereIsNothing(String pasted) {
    assertRefused(pasted, "There are no numbers to paste.");
  }

  @Test
  void refusesAWholeFilePastedByMistake() {
    assertRefused(
        "1,2,3\n".repeat(1_000_000),
        "That is too much text for a matrix: paste at most 16 rows and 16 columns.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"]   ", "1", "[", "array(", ", dtype=", "1 ", "\t", "1,", "(", "]\n", "[1],"})
  void refusesLongNonsenseAtOnce(String piece) {
    String nonsense = "[[" + piece.repeat(1_000_000 / piece.length()) + "x";
    assertThatThrownBy(() -> MatrixText.parse(nonsense)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> MatrixText.parse("array(" + nonsense + "]])"))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void readsBackWhatItWrote() {
    Random random = new Random(2);
    for (int n = 0; n < 300; n++) {
      Shape shape = new Shape(1 + random.nextInt(6), 1 + random.nextInt(6));
      Matrix matrix = Matrix.entries(shape, (i, j) -> entry(random));
      assertThat(MatrixText.parse(MatrixText.numpy(matrix))).isEqualTo(matrix);
      assertThat(MatrixText.parse(MatrixText.matlab(matrix))).isEqualTo(matrix);
      assertThat(MatrixText.parse(MatrixText.spreadsheet(matrix))).isEqualTo(matrix);
      assertThat(MatrixText.parse("np.array(" + MatrixText.numpy(matrix) + ", dtype=float)"))
          .isEqualTo(matrix);
    }
  }

  private static Entry entry(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Entry.of(random.nextInt(7) - 3);
      case 1 -> Numbers.parse((random.nextInt(7) - 3) + "/" + (1 + random.nextInt(9)));
      case 2 -> Entry.of(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
      default -> Entry.of(random.nextGaussian());
    };
  }

  @Test
  void readsRowsWhoseEntriesAreSeparatedBySemicolons() {
    assertThat(MatrixText.parse("1;2\n3;4\n"))
        .isEqualTo(Matrix.of(new double[][] {{1, 2}, {3, 4}}));
    assertThat(MatrixText.parse("1 2; 3 4")).isEqualTo(Matrix.of(new double[][] {{1, 2}, {3, 4}}));
    assertThat(MatrixText.parse("1;2")).isEqualTo(Matrix.of(new double[][] {{1}, {2}}));
  }

  @Test
  void answersGarbageWithASentenceAndNothingElse() {
    String alphabet = "[]()0123456789.,;/-+−eE \t\n\r'\"xnparydtype=∞٣😀\u0000";
    Random random = new Random(3);
    int refused = 0;
    for (int n = 0; n < 20_000; n++) {
      String garbage =
          random
              .ints(random.nextInt(30), 0, alphabet.length())
              .collect(
                  StringBuilder::new,
                  (text, i) -> text.append(alphabet.charAt(i)),
                  StringBuilder::append)
              .toString();
      try {
        assertThat(MatrixText.parse(garbage).isFinite()).as(garbage).isTrue();
      } catch (InvalidInput e) {
        refused++;
        assertThat(TEXTS.say(e.said())).as(garbage).isNotBlank().doesNotContain("{0}", "{1}");
      }
    }
    assertThat(refused).isBetween(15_000, 19_999);
  }

  @Test
  void aBlankLineBetweenSuchRowsIsNoRow() {
    assertThat(MatrixText.parse("1;2\n\n3;4"))
        .isEqualTo(Matrix.of(new double[][] {{1, 2}, {3, 4}}));
  }

  @Test
  void aSemicolonEndsARowWhereNotEveryLineIsOneOfEntriesBetweenSemicolons() {
    assertThat(MatrixText.parse("1;2\n3")).hasToString("[[1], [2], [3]]");
    assertThat(MatrixText.parse("1 2; 3 4\n5 6")).hasToString("[[1, 2], [3, 4], [5, 6]]");
  }

  @Test
  void readsFourMillionCharactersAndNotOneMore() {
    String longest = "7" + " ".repeat(3_999_999);
    assertThat(MatrixText.parse(longest)).hasToString("[[7]]");
    assertRefused(
        longest + " ", "That is too much text for a matrix: paste at most 16 rows and 16 columns.");
  }

  private static void assertRefused(String pasted, String sentence) {
    assertThatThrownBy(() -> MatrixText.parse(pasted))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(TEXTS.say(refused.said())).isEqualTo(sentence));
  }
}
