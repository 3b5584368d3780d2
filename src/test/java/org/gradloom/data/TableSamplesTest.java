package org.gradloom.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradloom.lesson.ColumnKind;
import org.gradloom.lesson.LearningTask;
import org.gradloom.lesson.TableChoices;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Matrix;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;

/** A table becomes rows to train on, as it is and as somebody wants it. */
class TableSamplesTest {
  private static final String FERRY =
      """
      no;deck;age;rescued;fare
      1;3rd;11;no;4,5
      2;1st;;yes;62,5
      3;2nd;29;no;28,5
      4;3RD;23;yes;6,25
      5;1st;44;no;58,25
      6;2nd;38;yes;13,5
      """;

  private static TableSamples samples(String text, TableChoices choices) {
    return samples(text.getBytes(UTF_8), choices);
  }

  private static TableSamples samples(byte[] bytes, TableChoices choices) {
    try {
      return TableReader.samples(() -> new ByteArrayInputStream(bytes), "ferry", choices);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String fault(String text, TableChoices choices) {
    InvalidInput fault = catchThrowableOfType(InvalidInput.class, () -> samples(text, choices));
    assertThat(fault).isNotNull();
    return Texts.english().say(fault.said());
  }

  private static final TableChoices RESCUED = TableChoices.NONE.withTarget("rescued");

  @Test
  void aCategoryIsAnInputForEachOfItsValuesAndALineWithoutAValueIsLeftOut() {
    DataSet ferry = samples(FERRY, RESCUED).samples();

    assertThat(ferry.features())
        .containsExactly("deck = 1st", "deck = 2nd", "deck = 3rd", "age", "fare");
    assertThat(ferry.oneHot()).containsExactly(0, 1, 2);
    assertThat(ferry.classes()).containsExactly("no", "yes");
    assertThat(ferry.labels()).containsExactly(0, 0, 1, 0, 1);
    assertThat(ferry.x())
        .isEqualTo(
            Matrix.of(
                new double[][] {
                  {0, 0, 1, 11, 4.5},
                  {0, 1, 0, 29, 28.5},
                  {0, 0, 1, 23, 6.25},
                  {1, 0, 0, 44, 58.25},
                  {0, 1, 0, 38, 13.5}
                }));
  }

  @Test
  void aNumberThatIsMissingIsFilledInWithTheMeanOfTheTrainingRowsAlone() {
    TableSamples filled = samples(FERRY, RESCUED.withFilled(true));

    assertThat(filled.samples().size()).isEqualTo(6);
    assertThat(filled.gaps()).containsExactly(new Cell(1, 3));
    assertThat(filled.reading().filled()).isEqualTo(1);

    for (long seed = 1; seed < 9; seed++) {
      Split split = Split.of(filled.samples(), 0.34, seed);
      double sum = 0;
      int count = 0;
      for (int row : split.trainRows()) {
        sum += row == 1 ? 0 : filled.samples().x().get(row, 3);
        count += row == 1 ? 0 : 1;
      }
      Split done = split.filled(filled.gaps());
      int at = done.trainRows().indexOf(1);
      double shown =
          at >= 0
              ? done.train().x().get(at, 3)
              : done.test().orElseThrow().x().get(done.testRows().indexOf(1), 3);
      assertThat(shown).isEqualTo(sum / count);
    }
  }

  @Test
  void columnsAreLeftOutOrTakenForSomethingElse() {
    DataSet ferry =
        samples(FERRY, RESCUED.without("age").withKind("no", ColumnKind.NUMBER)).samples();
    assertThat(ferry.features())
        .containsExactly("no", "deck = 1st", "deck = 2nd", "deck = 3rd", "fare");
    assertThat(ferry.size()).isEqualTo(6);

    String text = "pclass,size,class\n1,2.5,a\n2,3.5,b\n1,4.5,a\n2,5.5,b\n";
    assertThat(
            samples(text, TableChoices.NONE.withKind("pclass", ColumnKind.CATEGORY))
                .samples()
                .features())
        .containsExactly("pclass = 1", "pclass = 2", "size");
  }

  @Test
  void whatIsTakenForNumbersIsMissingWhereItIsNone() {
    String text = "size,age,class\n1.5,12,a\n2.5,about 30,b\n3.5,x,a\n4.5,7,b\n";
    TableSamples read =
        samples(text, TableChoices.NONE.withKind("age", ColumnKind.NUMBER).withFilled(true));
    assertThat(read.reading().columns().get(1).missing()).isEqualTo(2);
    assertThat(read.gaps()).containsExactly(new Cell(1, 1), new Cell(2, 1));
  }

  @Test
  void aTargetOfNumbersIsHandedOverAsNumbers() {
    DataSet ferry = samples(FERRY, TableChoices.NONE.withTarget("fare").without("age")).samples();
    assertThat(ferry.truth())
        .isEqualTo(
            new Truth.Quantities(
                "fare",
                Matrix.of(new double[][] {{4.5}, {62.5}, {28.5}, {6.25}, {58.25}, {13.5}})));
  }

  @Test
  void theTaskCanBeChosenWhereTheTargetAllowsIt() {
    String text = "x,y\n1.5,1\n2.5,2\n3.5,1\n4.5,2\n";
    TableChoices y = TableChoices.NONE.withTarget("y");
    assertThat(samples(text, y).samples().truth()).isInstanceOf(Truth.Classes.class);
    assertThat(samples(text, y.withTask(LearningTask.REGRESSION)).samples().truth())
        .isInstanceOf(Truth.Quantities.class);
    assertThat(fault(FERRY, RESCUED.withTask(LearningTask.REGRESSION)))
        .isEqualTo(
            "column “rescued” holds no numbers to measure an error by: choose classification, or"
                + " another target.");
  }

  @Test
  void moreThanTwentyClassesAreRefusedWithTheirCount() {
    String many =
        IntStream.range(0, 21)
            .mapToObj(i -> i + ".5,k" + i + "\n" + i + ".25,k" + i + "\n")
            .collect(Collectors.joining("", "size,class\n", ""));
    TableChoices byClass = TableChoices.NONE.withTarget("class");
    assertThat(fault(many, byClass)).contains("“class” has 21 classes, but at most 20 fit");
  }

  @Test
  void theFormCanBeSaidWhereItIsFoundOtherwise() {
    byte[] latin =
        "größe;klasse\n1,5;a\n2,5;b\n3,5;a\n4,5;b\n5,5;klasse\n"
            .getBytes(Charset.forName("windows-1252"));
    TableChoices.Form semicolons =
        new TableChoices.Form(
            Optional.of("windows-1252"), Optional.of(';'), Optional.of(','), Optional.of(false));
    TableReading read =
        samples(latin, TableChoices.NONE.with(semicolons).withKind("1", ColumnKind.NUMBER))
            .reading();
    assertThat(read.columns().getFirst().name()).isEqualTo("column 1");
    assertThat(read.columns().getFirst().missing()).isEqualTo(1);
    assertThat(read.encoding().printed()).isEqualTo("windows-1252");

    assertThat(
            fault(
                "a,b\n1,x\n2,y\n",
                TableChoices.NONE.with(TableChoices.Form.FOUND.withEncoding("EBCDIC"))))
        .isEqualTo(
            "“EBCDIC” is no encoding that tables are read in: choose one of UTF-8, UTF-16,"
                + " windows-1252.");
  }

  @Test
  void aSquareOfNumbersMayBePicturesWhoseConstantBorderStays() {
    String header =
        IntStream.range(0, 16).mapToObj(i -> "p" + i).collect(Collectors.joining(",")) + ",digit\n";
    String zero = "0,0,0,0,0,5,6,0,0,7,8,0,0,0,0,0,zero\n";
    String one = "0,0,0,0,0,1,2,0,0,3,4,0,0,0,0,0,one\n";
    String text = header + zero + one + zero + one;

    assertThat(samples(text, TableChoices.NONE).samples().features())
        .containsExactly("p5", "p6", "p9", "p10");

    DataSet pictures = samples(text, TableChoices.NONE.withPictures(true)).samples();
    assertThat(pictures.images()).contains(new ImageSize(4, 4));
    assertThat(pictures.x().get(0, 5)).isEqualTo(5);
    assertThat(fault(FERRY, RESCUED.withPictures(true)))
        .startsWith("the features are no square of numbers");
  }

  @Test
  void saysWhatEachColumnHoldsAndCosts() {
    TableReading ferry = samples(FERRY, RESCUED).reading();
    assertThat(ferry.uses().get(2).costs()).isEqualTo(1);
    assertThat(ferry.summaries().get(4).least()).isEqualTo(4.5);
    assertThat(ferry.summaries().get(4).greatest()).isEqualTo(62.5);
    assertThat(ferry.summaries().get(1).values()).hasValue(3);
    assertThat(IntStream.range(0, 5).mapToObj(ferry::inputs)).containsExactly(0, 3, 1, 0, 1);
    assertThat(ferry.beginning().get(1).stays()).isFalse();
    assertThat(ferry.beginning().get(1).missing()).containsExactly(2);
    assertThat(ferry.beginning().get(3).merged()).containsExactly(1);
  }

  @Test
  void columnsOfOneNameAreCalledByTheirNumber() {
    String text = "a,a,class\n1.5,2.5,x\n3.5,4.5,y\n5.5,6.5,x\n7.5,8.5,y\n";
    TableReading read = samples(text, TableChoices.NONE).reading();
    assertThat(read.key(1)).isEqualTo("column 2");
    assertThat(samples(text, TableChoices.NONE.without("column 2")).samples().x())
        .isEqualTo(Matrix.of(new double[][] {{1.5}, {3.5}, {5.5}, {7.5}}));
    assertThat(List.of(read.key(0), read.key(2))).containsExactly("column 1", "class");
  }
}
