package org.gradloom.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradloom.matrix.Matrix;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {
  private static final CsvFile.Options WITH_HEADER =
      new CsvFile.Options(Optional.of(true), Optional.empty());
  private static final CsvFile.Options WITHOUT_HEADER =
      new CsvFile.Options(Optional.of(false), Optional.empty());

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("fish.csv");
  }

  private DataSet read(String text) throws IOException {
    return read(text, CsvFile.Options.NONE);
  }

  private DataSet read(String text, CsvFile.Options options) throws IOException {
    return CsvFile.read(Files.writeString(file(), text), options);
  }

  private static CsvFile.Options classIn(String column) {
    return new CsvFile.Options(Optional.empty(), Optional.of(column));
  }

  /** What is said of the table, without the file's name before it. */
  private String fault(String text) throws IOException {
    return fault(text, CsvFile.Options.NONE);
  }

  private String fault(String text, CsvFile.Options options) throws IOException {
    Files.writeString(file(), text);
    return faultOf(file(), options).replace(file() + ": ", "");
  }

  private static String faultOf(Path file, CsvFile.Options options) {
    InvalidInput fault =
        catchThrowableOfType(InvalidInput.class, () -> CsvFile.read(file, options));
    assertThat(fault).as("the fault of %s", file).isNotNull();
    return Texts.english().say(fault.said());
  }

  // ---- tables that are right -------------------------------------------------------------------

  @Test
  void readsNumbersAndClassesBelowAHeader() throws IOException {
    DataSet fish = read("length,weight,kind\n1.5,-2,perch\n3,4e1,bream\n5,1/4,perch\n");
    assertThat(fish)
        .isEqualTo(
            new DataSet(
                "fish",
                Matrix.of(new double[][] {{1.5, -2}, {3, 40}, {5, 0.25}}),
                List.of(0, 1, 0),
                List.of("length", "weight"),
                List.of("perch", "bream"),
                Optional.empty()));
  }

  @Test
  void takesTheFirstLineForASampleWhereItHasNumbersToo() throws IOException {
    DataSet fish = read("1,2,perch\n3,4,bream\n");
    assertThat(fish.size()).isEqualTo(2);
    assertThat(fish.features()).containsExactly("x₁", "x₂");
    assertThat(fish.classes()).containsExactly("perch", "bream");
  }

  @Test
  void findsAHeaderByTheClassColumnToo() throws IOException {
    DataSet fish = read("2023,2024,kind\n1,2,0\n3,4,1\n");
    assertThat(fish.size()).isEqualTo(2);
    assertThat(fish.features()).containsExactly("2023", "2024");
  }

  @Test
  void canBeToldWhetherThereIsAHeader() throws IOException {
    String text = "1,2,perch\n3,4,bream\n5,6,perch\n";
    assertThat(read(text, WITH_HEADER).features()).containsExactly("1", "2");
    assertThat(read(text, WITH_HEADER).size()).isEqualTo(2);
    assertThat(read(text, WITHOUT_HEADER).size()).isEqualTo(3);
  }

  @Test
  void numbersTheColumnsThatHaveNoName() throws IOException {
    String text =
        ",b," + ",".repeat(9) + "kind\n" + "1,".repeat(11) + "0\n" + "1,".repeat(11) + "1";
    assertThat(read(text).features()).startsWith("x₁", "b", "x₃").endsWith("x₁₁").hasSize(11);
  }

  @Test
  void takesTheClassFromTheColumnNamedOrNumbered() throws IOException {
    String text = "kind,length,weight\nperch,1,2\nbream,3,4\n";
    for (String column : new String[] {"kind", "1"}) {
      DataSet fish = read(text, classIn(column));
      assertThat(fish.x()).isEqualTo(Matrix.of(new double[][] {{1, 2}, {3, 4}}));
      assertThat(fish.features()).containsExactly("length", "weight");
      assertThat(fish.classes()).containsExactly("perch", "bream");
    }
    assertThat(
            read("2,1\n5,6\n7,8\n", new CsvFile.Options(Optional.of(true), Optional.of("2")))
                .classes())
        .as("a column called 2 goes before the second")
        .containsExactly("5", "7");
  }

  @Test
  void sortsClassesThatAreNumbersByTheirValue() throws IOException {
    DataSet fish = read("a,kind\n1,10\n2,2\n3,-1\n4,2.0\n5,0\n6,-0\n");
    assertThat(fish.classes()).containsExactly("-1", "0", "2", "10");
    assertThat(fish.labels()).containsExactly(3, 2, 0, 2, 1, 1);
  }

  @Test
  void findsSemicolonsAndTabs() throws IOException {
    assertThat(read("a;b;kind, or species\n1;2;x\n3;4;y\n").features()).containsExactly("a", "b");
    assertThat(read("a\tb\tkind\n1\t2\tx\n3\t4\ty\n").features()).containsExactly("a", "b");
  }

  @Test
  void readsQuotedFields() throws IOException {
    DataSet fish =
        read("\"length, in \"\"inches\"\"\", \"kind\"\n\"1\",\"a \"\"b\"\"\"\n 2 , \"c\"\n");
    assertThat(fish.features()).containsExactly("length, in \"inches\"");
    assertThat(fish.classes()).containsExactly("a \"b\"", "c");
    assertThat(fish.x()).isEqualTo(Matrix.of(new double[][] {{1}, {2}}));
  }

  @Test
  void passesOverAMarkAtTheStartWindowsLineEndsAndBlankLines() throws IOException {
    DataSet plain = read("größe,kind\n1,x\n2,y\n");
    assertThat(read("\uFEFFgröße,kind\r\n1,x\r\n2,y\r\n\r\n  \r\n")).isEqualTo(plain);
    assertThat(read("\n\"größe\",kind\n\n1,x\n2,y")).isEqualTo(plain);
  }

  @Test
  void readsTheLargestTableThatFits() throws IOException {
    String line = "0.5,".repeat(CsvFile.MOST_FEATURES);
    DataSet wide = read(line + "x\n" + line + "y\n");
    assertThat(wide.x().columns()).isEqualTo(1024);
    String classes =
        IntStream.range(0, CsvFile.MOST_CLASSES)
            .mapToObj(k -> "1,k" + k)
            .collect(Collectors.joining("\n"));
    assertThat(read(classes).classes()).hasSize(20).endsWith("k19");
  }

  // ---- lines that are wrong --------------------------------------------------------------------

  @Test
  void saysWhereAValueIsMissing() throws IOException {
    assertThat(fault("a,b,kind\n1,2,x\n3, ,y\n"))
        .isEqualTo("line 3, column “b”: a value is missing: fill it in, or leave the line out.");
    assertThat(fault("a,b,kind\n\n1,2,\n")).startsWith("line 3, column “kind”: a value is missing");
  }

  @Test
  void saysWhereTextStandsInPlaceOfANumber() throws IOException {
    assertThat(fault("a,b,kind\n1,2,x\n3,four,y\n"))
        .isEqualTo(
            "line 3, column “b”: “four” is no number: every column but the class’s, which is"
                + " “kind”, must hold numbers.");
    assertThat(fault("perch,1,2\nbream,3,4\n")).startsWith("line 1, column “x₁”: “perch” is no");
  }

  @Test
  void saysWhatElseIsWrongWithANumber() throws IOException {
    assertThat(fault("a;kind\n1,5;x\n2,5;y\n"))
        .isEqualTo("line 2, column “a”: “1,5” has a decimal comma: write 1.5.");
    assertThat(fault("1,5;2,5;x\n3,5;4,5;y\n"))
        .isEqualTo("line 1, column “x₁”: “1,5” has a decimal comma: write 1.5.");
    for (String number : new String[] {"NaN", "Infinity", "-inf", "0x10", "1d", "-", "1.2.3"}) {
      assertThat(fault("a,kind\n1,x\n" + number + ",y\n"))
          .startsWith("line 3, column “a”: “" + number + "” is no number");
    }
    for (String number : new String[] {"1e999", "-2e100", "1" + "0".repeat(101)}) {
      assertThat(fault("a,kind\n1,x\n" + number + ",y\n"))
          .startsWith("line 3, column “a”: ")
          .endsWith(" is too large to compute with: stay between −1e100 and 1e100.");
    }
  }

  @Test
  void saysWhichLineIsRagged() throws IOException {
    assertThat(fault("a,b,kind\n1,2,x\n3,y\n"))
        .isEqualTo("line 3 has 2 fields but line 1 has 3: every line needs the same count.");
    assertThat(fault("a,b,kind\n1,2,x\n3,4,5,y\n")).startsWith("line 3 has 4 fields but line 1");
    assertThat(fault("a,b,kind\n1,2,x\n7\n")).startsWith("line 3 has 1 field but line 1 has 3");
  }

  @Test
  void saysWhichLineHasAStrayQuotationMark() throws IOException {
    String sentence =
        "line 3 has a quotation mark that is not closed, or text after one that is: write \"…\""
            + " around the whole field, and \"\" for a quotation mark within it.";
    assertThat(fault("a,kind\n1,x\n\"2\"2,y\n")).isEqualTo(sentence);
    assertThat(fault("a,kind\n1,x\n\"2,y\n3,x\n")).isEqualTo(sentence);
  }

  // ---- tables that are wrong -------------------------------------------------------------------

  @Test
  void refusesATableWithoutSamples() throws IOException {
    assertThat(fault("")).startsWith("it is empty: a table needs a line for each sample");
    assertThat(fault(" \n\n")).startsWith("it is empty");
    assertThat(fault("a,b,kind\n"))
        .isEqualTo(
            "there is no line with numbers after the header in line 1: a table needs a line for"
                + " each sample.");
  }

  @Test
  void refusesTooFewAndTooManyColumns() throws IOException {
    assertThat(fault("a\n1\n2\n"))
        .isEqualTo(
            "line 1 has one column only: a table needs numbers and a class, with commas,"
                + " semicolons or tabs between them.");
    String line = "0.5,".repeat(CsvFile.MOST_FEATURES + 1);
    assertThat(fault(line + "x\n"))
        .isEqualTo("line 1 has 1025 columns beside the class: at most 1024 fit.");
  }

  @Test
  void refusesOneClassOnly() throws IOException {
    assertThat(fault("a,kind\n1,x\n2,x\n"))
        .isEqualTo(
            "column “kind” holds “x” in every line: a classifier needs at least two classes.");
    assertThat(fault("a,kind\n1,1\n2,1.0\n")).startsWith("column “kind” holds “1” in every line");
  }

  @Test
  void takesAColumnOfManyValuesForAMeasurement() throws IOException {
    String lines =
        IntStream.range(0, 30).mapToObj(i -> i + "," + i / 8.0).collect(Collectors.joining("\n"));
    assertThat(fault("a,weight\n" + lines))
        .isEqualTo(
            "line 22, column “weight”: with this there are more than 20 classes: if this column"
                + " holds a measurement, choose another for the class.");
  }

  @Test
  void refusesAClassColumnThatIsNotThere() throws IOException {
    assertThat(fault("a,b,kind\n1,2,x\n3,4,y\n", classIn("species")))
        .isEqualTo(
            "there is no column “species” to take the class from: the columns, from 1 to 3, are a,"
                + " b, kind.");
    assertThat(fault("1,2,x\n3,4,y\n", classIn("4")))
        .isEqualTo("there is no column “4” to take the class from: give its number, from 1 to 3.");
    assertThat(fault("kind,kind,b\nx,x,1\ny,y,2\n", classIn("kind")))
        .isEqualTo(
            "two columns are called “kind”: give the number of the one that holds the class, from"
                + " 1 to 3.");
  }

  // ---- files that are no tables ----------------------------------------------------------------

  @Test
  void refusesWhatIsNoFile() {
    Path missing = folder.resolve("missing.csv");
    assertThat(faultOf(missing, CsvFile.Options.NONE))
        .isEqualTo(missing + " does not exist: give the path of a CSV file.");
    assertThat(faultOf(folder, CsvFile.Options.NONE))
        .isEqualTo(folder + " is a directory: give the path of a CSV file.");
  }

  @Test
  void refusesWhatIsNoText() throws IOException {
    Files.write(file(), new byte[] {'P', 'K', 3, 4, 0, 0, 1, 2});
    assertThat(faultOf(file(), CsvFile.Options.NONE))
        .isEqualTo(file() + ": line 1 holds what is no text: save the table as CSV in UTF-8.");
    Files.writeString(file(), "a,kind\n1,fjord\n2,sjö\n", ISO_8859_1);
    assertThat(faultOf(file(), CsvFile.Options.NONE)).contains("line 3 holds what is no text");
    Files.write(file(), ("a,kind\n" + "1,x\n2,y\n".repeat(20_000) + "3,\0\n").getBytes(UTF_8));
    assertThat(faultOf(file(), CsvFile.Options.NONE)).contains("line 40002 holds what is no text");
  }

  @Test
  void refusesAFileThatIsTooLargeBySizeAlone() throws IOException {
    try (RandomAccessFile large = new RandomAccessFile(file().toFile(), "rw")) {
      large.setLength(100_000_000);
      // Its zeros would be refused as no text, were a byte of them read.
      assertThat(faultOf(file(), CsvFile.Options.NONE))
          .isEqualTo(
              file() + ": it has 100 MB, but a table may have at most 50 MB: leave rows out.");
      large.setLength(50_000_001);
      assertThat(faultOf(file(), CsvFile.Options.NONE)).contains("it has 51 MB");
      large.setLength(50_000_000);
      assertThat(faultOf(file(), CsvFile.Options.NONE)).contains("line 1 holds what is no text");
    }
  }
}
