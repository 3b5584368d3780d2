package org.gradloom.paste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.gradloom.KnownLessons;
import org.gradloom.derivation.CodeListing;
import org.gradloom.derivation.Derivation;
import org.gradloom.lesson.Lesson;
import org.gradloom.matrix.Entry;
import org.gradloom.matrix.Matrix;
import org.gradloom.matrix.MatrixText;
import org.gradloom.matrix.Numbers;
import org.gradloom.matrix.Shape;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every form of a text that holds one matrix, and what is refused. */
class MatrixReaderTest {
  private static final Matrix TWO_BY_TWO = Matrix.of(new double[][] {{1, -2}, {3.5, 4}});
  private static final Texts TEXTS = Texts.english();

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
        "[1 -2\n3.5 4]",
        "[\n 1 -2\n 3.5 4\n]",
        "1\t-2\n3.5\t4",
        "1\t-2\r\n3.5\t4\r\n",
        "1\t-2\n3.5\t4\n\n",
        "1,-2\n3.5,4",
        "1, -2\n3.5, 4\n",
        "1 -2\n3.5 4",
        "1 -2; 3.5 4",
        "\t1, -2\n\t3.5, 4",
        // Lines end as on any system, and nothing counts that nobody sees.
        "1 -2\r3.5 4\r",
        "1 -2\r\n3.5 4\r\n",
        "\uFEFF1 -2\u20283.5\u200B4\u200F",
        "1\u2060-2\n3.5\u00A04",
        // Comments begin after a blank, a separator or a bracket.
        "[[1, -2],# first\n [3.5, 4]]",
        "[1 -2;% first\n3.5 4]",
        "np.array([[1, -2], [3.5, 4]])# made",
        "[[1, -2], [3.5, 4]]# made",
        "{{1, -2}, {3.5, 4}}// made",
        "[[1, -2], [3.5, 4]] # made",
        // Blanks wherever a language lets them stand.
        "new  double[][] {{1, -2}, {3.5, 4}}",
        "np.array  (  [[1, -2], [3.5, 4]]  )",
        "( ( [[1, -2], [3.5, 4]] ) )",
        // A sentence may end behind a formula.
        "\\begin{bmatrix}1 & -2 \\\\ 3.5 & 4\\end{bmatrix}.",
        "\\begin{bmatrix}1 & -2 \\\\ 3.5 & 4\\end{bmatrix},",
        "\\begin{bmatrix}1 & -2 \\\\ 3.5 & 4\\end{bmatrix};",
        "[[1, -2]\n\n [3.5, 4]]",
        "- [1, -2]\n\n- [3.5, 4]",
        "1 -2;;3.5 4",
        "1 -2; 3.5 4;\n",
        "a b\n[1,] 1 -2\n\n[2,] 3.5 4",
        // A transcript that begins with its prompt.
        ">>> [[1, -2],\n...  [3.5, 4]]\n\n>>> ",
        ">>> [[1, -2], [3.5, 4]]",
        ">>> np.array([[1, -2],\n...           [3.5, 4]])",
        "In [1]: [[1, -2], [3.5, 4]]",
        "Out[1]: array([[1, -2], [3.5, 4]])",
        "np.matrix( '1 -2; 3.5 4' )",
        "((([[1, -2], [3.5, 4]])))",
        "m <- matrix(c(1, -2, 3.5, 4), nrow = 2, byrow = TRUE)",
        "new DMatrixRMaj(2, 2, true, 1, -2, 3.5, 4)",
        "new DMatrixRMaj(2, 2, true, new double[] {1, -2, 3.5, 4})",
        "new DMatrixRMaj(2, 2, false, new double[]{1, 3.5,\n -2, 4})",
      })
  void readsEveryCommonForm(String pasted) {
    assertThat(MatrixReader.read(pasted)).isEqualTo(TWO_BY_TWO);
  }

  @Test
  void readsSingleRowsColumnsAndNumbers() {
    assertThat(MatrixReader.read("[1, 2, 3]")).hasToString("[[1, 2, 3]]");
    assertThat(MatrixReader.read("1\t2\t3\n")).hasToString("[[1, 2, 3]]");
    assertThat(MatrixReader.read("[[1], [2], [3]]")).hasToString("[[1], [2], [3]]");
    assertThat(MatrixReader.read("[1; 2; 3]")).hasToString("[[1], [2], [3]]");
    assertThat(MatrixReader.read("1\n2\n3\n")).hasToString("[[1], [2], [3]]");
    assertThat(MatrixReader.read("7")).hasToString("[[7]]");
    assertThat(MatrixReader.read("[[7]]")).hasToString("[[7]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "matrix(1:4, 2) | [[1, 3], [2, 4]]",
        "matrix(4:1, 2) | [[4, 2], [3, 1]]",
        "matrix(c(7:7, 2L), 1) | [[7, 2]]",
        "matrix(c(1:3, -1), 2, byrow = TRUE) | [[1, 2], [3, -1]]",
      })
  void readsRangesOfR(String pasted, String read) {
    assertThat(MatrixReader.read(pasted)).hasToString(read);
  }

  @Test
  void refusesFourBracketsAroundAMatrixAndOneThatIsNotFilled() {
    assertThatThrownBy(() -> MatrixReader.read("(((([[1]]))))")).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> MatrixReader.read("new DMatrixRMaj(2, 2, true)"))
        .isInstanceOf(InvalidInput.class);
    String longest = "a".repeat(24);
    assertThatThrownBy(() -> MatrixReader.read(longest + "([1])"))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(TEXTS.say(refused.said())).contains(longest.substring(0, 23)));
  }

  @Test
  void putsTheReadingFirstThatHasTheShapePastedOnto() {
    String two = "1,5; 2,5";
    List<Reading> readings = MatrixReader.readings(two);
    assertThat(readings).hasSize(2);
    for (Reading each : readings) {
      assertThat(MatrixReader.readings(two, each.matrix().shape()))
          .hasSize(2)
          .first()
          .isEqualTo(each);
    }
    assertThat(MatrixReader.readings(two, new Shape(9, 9))).isEqualTo(readings);
  }

  /** Half a unit of the last digit that was printed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.33 1.500 | 0.0005 0.0005",
        "1.23e2 1e0 | 0.5 0.005",
        "-1.5e-3 0.e0 | 5.0E-5 0.05",
        "6 1.5e2 | 0.0 5.0",
        "6.0 -5.0 | 0.0 0.0",
        "6.5 1/3 | 0.05 0.0",
        "6.5 1.25e1 | 0.05 0.05",
      })
  void knowsHowFarACopiedNumberMayBeFromItsOwn(String copied, String rounding) {
    double[] found = MatrixReader.readings(copied).getFirst().rounding().toArray();
    double[] expected = Stream.of(rounding.split(" ")).mapToDouble(Double::parseDouble).toArray();
    assertThat(found).containsExactly(expected, within(1e-12));
  }

  @Test
  void keepsFractions() {
    Matrix third = MatrixReader.read("1/3\t2\n−1/2\t0");
    assertThat(third.entry(0, 0)).isEqualTo(new Entry(1.0 / 3, "1/3"));
    assertThat(third).hasToString("[[1/3, 2], [-1/2, 0]]");
    assertThat(MatrixReader.read("[1/3, 1 / 4]")).hasToString("[[1/3, 1/4]]");
  }

  @Test
  void namesTheRowThatIsRagged() {
    assertRefused(
        "[[1, 2], [3]]",
        "Row 2 of the text has one number and row 1 has 2: every row needs the same count.");
    assertRefused(
        "1 2 3\n4 5 6\n7 8 9 10",
        "Row 3 of the text has 4 numbers and row 1 has 3: every row needs the same count.");
  }

  @Test
  void namesTheEntryThatIsNoNumber() {
    assertRefused(
        "1\t2\n3\tabc",
        "Row 2, column 2 of the text: “abc” is not a number: write a decimal such as 1.5 or"
            + " a fraction such as 1/3.");
    assertRefused(
        "[[1, 2], [1/0, 4]]",
        "Row 2, column 1 of the text: “1/0” divides by zero: the number below the line must"
            + " not be 0.");
    assertRefused(
        "1,5\t2.5\n3\t4", "Row 1, column 1 of the text: “1,5” has a decimal comma: write 1.5.");
    assertRefused(
        "1,234\t2.5\n3\t4",
        "Row 1, column 1 of the text: “1,234” can be 1.234 or 1234: write the one you mean.");
    assertRefused("1,,3", "Row 1, column 2 of the text: A number is missing here.");
    assertRefused(
        "[1e999]",
        "Row 1, column 1 of the text: “1e999” is too large to compute with: stay below"
            + " 1.8e308.");
  }

  @Test
  void namesTheEmptyCellOfASpreadsheet() {
    assertRefused("\t1\t2\n3\t4\t5", "Row 1, column 1 of the text: A number is missing here.");
    assertRefused("1\t2\t\n3\t4\t5", "Row 1, column 3 of the text: A number is missing here.");
    assertRefused("1\t2\t3\n4\t5\t", "Row 2, column 3 of the text: A number is missing here.");
    assertRefused("1\t2\t3\n4\t\t6", "Row 2, column 2 of the text: A number is missing here.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[[1, 2], [3, 4]", "[1, 2", "[[1, 2], [3, 4", "[1, 2]]", "[[1, 2]"})
  void saysThatABracketIsMissing(String pasted) {
    assertRefused(pasted, "The brackets of the matrix do not match: each [ needs its own ].");
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
        "That is too much text for one matrix: give it the numbers alone, or fewer of them.");
    assertRefused(
        "c(" + "1:999999, ".repeat(1000) + "1)",
        "That is too much text for one matrix: give it the numbers alone, or fewer of them.");
  }

  @Test
  void refusesWhatNoMatrixOfTheLessonCanHoldBeforeItIsRead() {
    Shape largest = new Shape(16, 16);
    MatrixReader.requireShort("-0.1234567890123456789e-300, ".repeat(256), largest);
    assertThatThrownBy(() -> MatrixReader.requireShort("1 ".repeat(20_000), largest))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused ->
                assertThat(TEXTS.say(refused.said()))
                    .isEqualTo(
                        "That is too much text for a matrix: paste at most 16 rows and 16"
                            + " columns."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"]   ", "1", "[", "array(", ", dtype=", "1 ", "\t", "1,", "(", "]\n", "[1],"})
  void refusesLongNonsenseAtOnce(String piece) {
    String nonsense = "[[" + piece.repeat(100_000 / piece.length()) + "x";
    assertThatThrownBy(() -> MatrixReader.read(nonsense)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> MatrixReader.read("array(" + nonsense + "]])"))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void readsBackWhatItWrote() {
    Random random = new Random(2);
    for (int n = 0; n < 300; n++) {
      Shape shape = new Shape(1 + random.nextInt(6), 1 + random.nextInt(6));
      Matrix matrix = Matrix.entries(shape, (i, j) -> entry(random));
      assertThat(MatrixReader.read(MatrixText.numpy(matrix))).isEqualTo(matrix);
      assertThat(MatrixReader.read(MatrixText.matlab(matrix))).isEqualTo(matrix);
      assertThat(MatrixReader.read(MatrixText.spreadsheet(matrix))).isEqualTo(matrix);
      assertThat(MatrixReader.read("np.array(" + MatrixText.numpy(matrix) + ", dtype=float)"))
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
    assertThat(MatrixReader.read("1;2\n3;4\n"))
        .isEqualTo(Matrix.of(new double[][] {{1, 2}, {3, 4}}));
    assertThat(MatrixReader.read("1 2; 3 4")).isEqualTo(Matrix.of(new double[][] {{1, 2}, {3, 4}}));
    assertThat(MatrixReader.read("1;2")).isEqualTo(Matrix.of(new double[][] {{1, 2}}));
  }

  @Test
  void answersGarbageWithASentenceAndNothingElse() {
    String alphabet = "[]()0123456789.,;/-+−eE \t\n\r'\"xnparydtype=∞٣😀\u0000";
    Random random = new Random(3);
    int refused = 0;
    for (int n = 0; n < 5_000; n++) {
      String garbage =
          random
              .ints(random.nextInt(30), 0, alphabet.length())
              .collect(
                  StringBuilder::new,
                  (text, i) -> text.append(alphabet.charAt(i)),
                  StringBuilder::append)
              .toString();
      try {
        assertThat(MatrixReader.read(garbage).isFinite()).as(garbage).isTrue();
      } catch (InvalidInput e) {
        refused++;
        assertThat(TEXTS.say(e.said())).as(garbage).isNotBlank().doesNotContain("{0}", "{1}");
      }
    }
    assertThat(refused).isBetween(3_750, 4_999);
  }

  @Test
  void everySignThatLooksLikeAMinusIsOne() {
    assertThat(PastedText.plain("−1 –1 ‐1 ‑1 ‒1 ﹣1 －1")).isEqualTo("-1 -1 -1 -1 -1 -1 -1");
  }

  @Test
  void aBlankLineBetweenSuchRowsIsNoRow() {
    assertThat(MatrixReader.read("1;2\n\n3;4"))
        .isEqualTo(Matrix.of(new double[][] {{1, 2}, {3, 4}}));
  }

  @Test
  void aSemicolonEndsARowWhereNotEveryLineIsOneOfEntriesBetweenSemicolons() {
    assertThat(MatrixReader.read("1 2; 3 4\n5 6")).hasToString("[[1, 2], [3, 4], [5, 6]]");
  }

  @Test
  void readsFourMillionCharactersAndNotOneMore() {
    String longest = "7" + " ".repeat(3_999_999);
    assertThat(MatrixReader.read(longest)).hasToString("[[7]]");
    assertRefused(
        longest + " ",
        "That is too much text for one matrix: give it the numbers alone, or fewer of them.");
  }

  // ---- the golden texts

  static Stream<Arguments> golden() {
    JsonNode texts = new JsonMapper().readTree(Path.of("src/test/resources/golden/pastes.json"));
    return texts
        .valueStream()
        .map(text ->
            Arguments.of(
                text.get("form").asString(), text.get("text").asString(), text.get("rows")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("golden")
  void readsTheGoldenTexts(String form, String text, @Nullable JsonNode rows) {
    if (rows == null) {
      assertThatThrownBy(() -> MatrixReader.read(text)).as(form).isInstanceOf(InvalidInput.class);
    } else {
      double[][] numbers =
          rows.valueStream()
              .map(row -> row.valueStream().mapToDouble(JsonNode::asDouble).toArray())
              .toArray(double[][]::new);
      assertThat(MatrixReader.read(text)).as(text).isEqualTo(Matrix.of(numbers));
    }
  }

  // ---- what is around a matrix

  @ParameterizedTest
  @ValueSource(
      strings = {
        "W = np.array([[1, -2], [3.5, 4]])",
        "W1: = [[1, -2], [3.5, 4]]",
        "W <- [1 -2; 3.5 4]",
        "double[][] w = {{1, -2}, {3.5, 4}};",
        "float w[2][2] = {{1, -2}, {3.5, 4}};",
        "var x = new double[][] {{1, -2}, {3.5, 4}};",
        "DMatrixRMaj x = new DMatrixRMaj(new double[][] {{1, -2}, {3.5, 4}});",
        "x = torch.tensor([[1, -2], [3.5, 4]], dtype=torch.float64)  # the batch",
        "A = [1 -2; 3.5 4]; % weights",
        "const w = [[1, -2], [3.5, 4]]; // weights",
        "```python\n[[1, -2], [3.5, 4]]\n```",
        ">>> W = np.array([[1, -2],\n...               [3.5, 4]])",
        "In [3]: W\nOut[3]: \narray([[ 1. , -2. ],\n       [ 3.5,  4. ]])",
        """
        <tf.Tensor: shape=(2, 2), dtype=float64, numpy=
        array([[ 1. , -2. ],
               [ 3.5,  4. ]])>\
        """,
        "nn.Parameter(torch.tensor([[1, -2], [3.5, 4]]))",
        "Float64[1 -2; 3.5 4]",
        "{1, -2; 3.5, 4}",
        "[1, -2] [3.5, 4]",
        "[1, -2], [3.5, 4]",
        """
        tensor([[ 1.0000, -2.0000],
                [ 3.5000,  4.0000]], device='cuda:0', grad_fn=<AddBackward0>)\
        """,
        "torch.tensor([[1, -2], [3.5, 4]]).detach().cpu().numpy()",
        "np.array([[1, 3.5], [-2, 4]]).T",
        "np.array([[1, 3.5], [-2, 4]], dtype=float).transpose()",
        "[1 3.5; -2 4]'",
        "$$\\begin{pmatrix} 1 & -2 \\\\ 3.5 & 4 \\end{pmatrix}$$",
        "\\left[\\begin{array}{cc} 1 & -2 \\\\ \\frac{7}{2} & 4 \\end{array}\\right]",
        "\\begin{bmatrix} 1 & 3.5 \\\\ -2 & 4 \\end{bmatrix}^T",
        "| a | b |\n|---|---|\n| 1 | -2 |\n| 3.5 | 4 |",
        "a,b\n1,-2\n3.5,4",
        ",a,b\n0,1,-2\n1,3.5,4",
        "     0    1\n0  1.0 -2.0\n1  3.5  4.0",
        "     a    b\n0  1.0 -2.0\n1  3.5  4.0\n\n[2 rows x 2 columns]",
        "r1 1 -2\nr2 3.5 4",
        "  [,1] [,2]\n[1,]  1.0  -2\n[2,]  3.5   4",
        " Columns 1 through 1:\n\n   1.0\n   3.5\n\n Column 2:\n\n  -2\n   4\n",
        "ans =\n\n   1.0000  -2.0000\n   3.5000   4.0000\n\n",
        "2×2 Matrix{Float64}:\n 1.0  -2.0\n 3.5   4.0",
        "1,0;-2,0\n3,5;4,0",
        "1,0 -2,0\n3,5 4,0",
        "1.0;-2.0;\n3.5;4.0;",
        "1, -2,\n3.5, 4,",
        "1 ,-2\n3.5 ,4",
        "1 , -2\n3.5 , 4",
        "W <- matrix(c(1, 3.5, -2, 4), nrow=2)",
        "matrix(c(1, -2, 3.5, 4), ncol = 2, byrow = TRUE)",
        "matrix(c(1, 3.5, -2, 4), 2, 2)",
        "rbind(c(1, -2), c(3.5, 4L))",
        "cbind(c(1, 3.5), c(-2, 4))",
        "t(matrix(c(1, -2, 3.5, 4), 2))",
        "     x    y\n[1,] 1.0 -2\n[2,] 3.5  4",
        "$w\n     [,1] [,2]\n[1,]  1.0   -2\n[2,]  3.5    4",
        "\"\",\"x\",\"y\"\n\"1\",1,-2\n\"2\",3.5,4",
        "float[][] w = {{1.0f, -2f}, {3.5F, 4.f}};",
        "double[,] w = {{1d, -2.0D}, {3.5, 4}};",
        "std::vector<std::vector<double>> w = {{1, -2}, {3.5, 4}};",
        "let w = vec![vec![1.0, -2.0], vec![3.5, 4.0]];",
        "array![[1., -2.], [3.5, 4.]]",
        "w := [][]float64{{1, -2}, {3.5, 4}}",
        "new DMatrixRMaj(2, 2, true, 1, -2, 3.5, 4)",
        "SimpleMatrix w = new SimpleMatrix(2, 2, false, 1, 3.5, -2, 4);",
        "Type = DDRM , rows = 2 , cols = 2\n 1.0 -2.0\n 3.5  4.0",
        "Array2DRowRealMatrix{{1.0,-2.0},{3.5,4.0}}",
        "/* weights */ {{1, -2}, {3.5, 4}}",
        "A =\n\n   1.0e+03 *\n\n    0.0010   -0.0020\n    0.0035    0.0040\n",
        "1.0e-03 *\n 1000 -2000\n 3500 4000",
        "2×2 adjoint(::Matrix{Float64}) with eltype Float64:\n 1.0  -2.0\n 3.5   4.0",
        "<tf.Variable 'v:0' shape=(2, 2) dtype=float32, numpy=\narray([[1., -2.], [3.5, 4.]])>",
        "[[np.float64(1.0), np.float64(-2.0)], [np.float64(3.5), np.float64(4.0)]]",
        "[[tensor(1.), tensor(-2.)], [tensor(3.5), tensor(4., grad_fn=<MulBackward0>)]]",
        "[[Fraction(1, 1), Fraction(-2, 1)], [Fraction(7, 2), Fraction(4, 1)]]",
        "torch.from_numpy(np.array([[1, -2], [3.5, 4]]))",
        "pd.DataFrame([[1, -2], [3.5, 4]])",
        "array([[1, -2], [3.5, 4]], dtype='<f4')",
        "([[1, -2], [3.5, 4]])",
        "( {\n {1, -2},\n {3.5, 4}\n} )",
        "{{1, -2}, {35*^-1, 4.`}} // MatrixForm",
        "{{1, 3.5}, {-2, 4}} // Transpose",
        "- [1, -2]\n- [3.5, 4]",
        "\"w\": [[1, -2], [3.5, 4]],",
        "mat(1, -2; 3.5, 4)",
        "={1,-2;3.5,4}",
        "⎡ 1   -2⎤\n⎢       ⎥\n⎣3.5   4⎦",
        "+-----+----+\n|   1 | -2 |\n| 3.5 |  4 |\n+-----+----+",
        " a | b\n---+---\n 1 | -2\n 3.5 | 4\n(2 rows)",
        "\\mathbf{W} = \\begin{bmatrix} 1 & -2 \\\\ \\tfrac72 & 4 \\end{bmatrix}",
        "$W^{(1)} = \\begin{pmatrix} 1 & -2 \\\\ \\num{3.5} & 0.4 \\cdot 10^{1} \\end{pmatrix}$",
        "\\begin{bmatrix} 1 & 3.5 \\\\ -2 & 4 \\end{bmatrix}^{\\top}",
      })
  void takesOffWhatIsAroundAMatrix(String text) {
    double[] numbers = MatrixReader.read(text).toArray();
    assertThat(MatrixReader.read(text).shape()).isEqualTo(TWO_BY_TWO.shape());
    assertThat(numbers).containsExactly(1, -2, 3.5, 4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "np.array([[1, 2]]).reshape(2, 1) | “.reshape(2, 1)” beside the matrix is not understood",
        "np.array([[1, 2]]) * 0.01 | “* 0.01” beside the matrix is not understood",
        "np.array([[1, 2]]).astype(int) | “.astype(int)” beside the matrix is not understood",
        "np.array([[1.5, 2]], dtype=int) | “dtype=int” keeps whole numbers only, and 1.5 is none",
        "np.array([[1, 2]], dtype=complex) | “dtype=complex” is no option that leaves the numbers",
        "np.array([[1, 2]], offset=3) | “offset=3” is no option that leaves the numbers",
        "np.zeros((2, 2)) | “np.zeros(” is no matrix that can be read",
        "-np.array([[1, 2]]) | is not a number",
        "[[1, 2], [3, 4]] + 1 | “+ 1” beside the matrix is not understood",
        "[[[1, 2], [3, 4]]] | The brackets hold more than a matrix",
        "[[1; 2], [3, 4]] | The brackets hold more than a matrix",
        "[[1, 2, ..., 3]] | The text leaves numbers out where it has “…”",
        "10% | “10%” is not a number",
        "10 % 20 | “%” is not a number",
        "A = [1 2]; B = [3 4]; | “B = [3 4];” beside the matrix is not understood",
        "{{1, 2}, {3, 4}} // Inverse | “// Inverse” beside the matrix is not understood",
        "matrix(c(1, 2, 3), nrow=2) | 3 numbers do not fill 2 rows and 1 columns",
        "matrix(c(1, 2), 1, dimnames=list(1)) | “dimnames=list(1)” is no option",
        "matrix(c(1, 2), nrow=1) * 2 | “* 2” beside the matrix is not understood",
        "new DMatrixRMaj(2, 2, yes, 1, 2, 3, 4) | “yes” is no option",
        "vec![0.0; 3] | “vec![0.0” is not a number",
        "-\\begin{bmatrix} 1 & 2 \\end{bmatrix} | “-” is no matrix that can be read",
        "1 234 5 | “1 234” can be one number or several",
        "1 000,50 | “1 000” can be one number or several",
        "1 000;2 000 | “1 000” can be one number or several",
        "1,000,000\\n2,000,000 | “1,000,000” can be one number or several",
        "65,01,3,07 | “65,01,3,07” can be one number or several",
        "[65,01; 3,07] | “65,01” can be one number or several",
        "c(1,000,2) | “1,000,2” can be one number or several",
        "1e-3*\\n[[1,2],[3,4]] | “1e-3*” beside the matrix is not understood",
        "[10% 20] | “10%” is not a number",
        "1#2 | “1#2” is not a number",
        "abcdefghijklmnopqrstuvwx([1]) | “abcdefghijklmnopqrstuvw…” is no matrix",
        "abcdefghijklmnopqrstuvw([1]) | “abcdefghijklmnopqrstuvw(” is no matrix",
        "np.array(foo | “foo” is no matrix that can be read",
        "np.array([[1, 2]], dtype | bracket",
        "matrix(c(1, 2), 1 | bracket",
        "[[1, 2], [3, 4]) | bracket",
        "[[1, 2],, [3, 4]] | beside the matrix is not understood",
        "[1,,2] | number",
        "[,1] | number",
        "  [,1] [,2] | no number",
        "1.0e+03 * | number",
        "dtype: float64 | number",
        "alpha\\nbeta | “beta” is not a number",
        "5 6\\n0 1 2\\n1 3 4 | Row 2",
        "0 1\\n5 1 2\\n7 3 4 | Row 2",
        "1.0e+03 *\\n1,5 2,5 | “1.0e+03 *” beside the matrix is not understood",
      })
  void refusesWhatItDoesNotUnderstandByName(String text, String sentence) {
    assertThatThrownBy(() -> MatrixReader.read(text.replace("\\n", "\n")))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(TEXTS.say(refused.said())).contains(sentence));
  }

  // ---- two readings

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "28,97\\n30,50 | [[28, 97], [30, 50]] | [[28.97], [30.5]]",
        "1,5;2,5 | [[1.5, 2.5]] | [[1, 5], [2, 5]]",
        "0,5, 0,25\\n1,5, 2,0 | [[0.5, 0.25], [1.5, 2]] | [[0, 5, 0, 25], [1, 5, 2, 0]]",
        "[ 1 2\\n  3 4 ] | [[1, 2, 3, 4]] | [[1, 2], [3, 4]]",
        "[1 2\\n 3 4] | [[1, 2, 3, 4]] | [[1, 2], [3, 4]]",
      })
  void givesBothReadingsAndSaysSo(String text, String likely, String other) {
    List<Reading> readings = MatrixReader.readings(text.replace("\\n", "\n"));
    assertThat(readings.stream().map(reading -> reading.matrix().toString()))
        .containsExactly(likely, other);
    assertThat(readings.getFirst().said()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"65,01\n70,25", "65,01\n70", "65,01", "65,01\n7,5\n3"})
  void aPieceThatBeginsWithZeroIsDecimals(String text) {
    assertThat(MatrixReader.readings(text)).hasSize(1);
    assertThat(MatrixReader.read(text).get(0, 0)).isEqualTo(65.01);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1 2; 3 4]' | Rows and columns were swapped, as “'” says.",
        "a b\\n1 2 | The first line names the columns and was left out.",
        "a 1 2\\nb 3 4 | The first column names or counts the rows and was left out.",
        "  [,1] [,2]\\n[1,] 1 2 | The labels of rows and columns were left out.",
        "1,5\\t2 | The commas were read as decimal signs.",
        "1,5\\n2 | The commas were read as decimal signs.",
        "matrix(1:4, 2) | The numbers were filled in column by column, as R does.",
        "[1] 1 2\\n\\n[3] 3 | The labels of rows and columns were left out.",
        "+1 2,5\\n-3 4,5 | The commas were read as decimal signs.",
        "id\\n1\\n2 | The first line names the columns and was left out.",
        "id a\\n5 1\\n7 2 | The first line names the columns and was left out.",
        "1.0e+03 *\\n1 2 | Every number was multiplied by the factor above them, “1.0e+03 *”.",
        "0 1.5\\n1 2.5\\ndtype: float64 | The labels of rows and columns were left out.",
      })
  void saysWhatItDecided(String text, String sentence) {
    assertThat(MatrixReader.readings(text.replace("\\n", "\n").replace("\\t", "\t")))
        .singleElement()
        .satisfies(reading ->
            assertThat(reading.said().stream().map(TEXTS::say)).containsExactly(sentence));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1;2;3", "1\t-2\n3\t4", "1 2; 3 4"})
  void saysNothingWhereThereIsNothingToDecide(String text) {
    assertThat(MatrixReader.readings(text))
        .singleElement()
        .satisfies(reading -> assertThat(reading.said()).isEmpty());
  }

  private static void assertRefused(String pasted, String sentence) {
    assertThatThrownBy(() -> MatrixReader.read(pasted))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(TEXTS.say(refused.said())).isEqualTo(sentence));
  }

  /** What a spreadsheet cannot compute looks like a comment. */
  @Test
  void leavesNoErrorOfASpreadsheetOut() {
    assertRefused(
        "1\t#N/A\n2\t#N/A",
        "Row 1, column 2 of the text: “#N/A” is not a number: write a decimal such as 1.5 or a"
            + " fraction such as 1/3.");
    assertThatThrownBy(() -> MatrixReader.read("1\t#DIV/0!\n2\t#REF!"))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void keepsTheDigitsBehindAFactor() {
    Reading scaled = MatrixReader.readings("1.0e+03 *\n 1.5000 0.0030").getFirst();
    assertThat(scaled.matrix()).hasToString("[[1500, 3]]");
    assertThat(scaled.rounding()).hasToString("[[0.05, 0.05]]");
  }

  /** What the app writes as code is its own to read. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MATHS") // which has no numbers
  void readsTheNumbersOfEveryListing(CodeListing.Language language) {
    Lesson lesson = KnownLessons.lessonHWithBias();
    CodeListing listing = CodeListing.of(Derivation.of(lesson), language, TEXTS);
    assertThat(statements(listing).stream().flatMap(MatrixReaderTest::matrixIn).toList())
        .contains(lesson.x(), lesson.layers().getFirst().w());
  }

  private static Stream<Matrix> matrixIn(String statement) {
    try {
      return Stream.of(MatrixReader.read(statement));
    } catch (InvalidInput _) {
      return Stream.empty();
    }
  }

  /** The lines that set a listing up; one that goes on in the next is joined with it. */
  private static List<String> statements(CodeListing listing) {
    String lines = String.join("\n", listing.setUp()).replaceAll("(?m)^ {4}(?=[A-Za-z])", "");
    return Stream.of(lines.split("\n(?=\\S)")).toList();
  }
}
