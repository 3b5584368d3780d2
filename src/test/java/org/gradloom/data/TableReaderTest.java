package org.gradloom.data;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradloom.lesson.LearningTask;
import org.gradloom.lesson.TableChoices;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @TempDir private Path folder;

  private static TableReading read(byte[] bytes, TableChoices choices) {
    try {
      return TableReader.read(() -> new ByteArrayInputStream(bytes), choices);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static TableReading read(String text) {
    return read(text.getBytes(UTF_8), TableChoices.NONE);
  }

  private static TableReading readFor(String target, String text) {
    return read(text.getBytes(UTF_8), new TableChoices(Optional.of(target), List.of()));
  }

  private static String fault(byte[] bytes, TableChoices choices) {
    InvalidInput fault = catchThrowableOfType(InvalidInput.class, () -> read(bytes, choices));
    assertThat(fault).isNotNull();
    return Texts.english().say(fault.said());
  }

  private static String fault(String text) {
    return fault(text.getBytes(UTF_8), TableChoices.NONE);
  }

  private static String faultFor(String target, String text) {
    return fault(text.getBytes(UTF_8), new TableChoices(Optional.of(target), List.of()));
  }

  private static List<String> names(TableReading reading) {
    return reading.columns().stream().map(TableColumn::name).toList();
  }

  private static List<String> kinds(TableReading reading) {
    return reading.columns().stream().map(column -> column.kind().word()).toList();
  }

  private static List<String> roles(TableReading reading) {
    return reading.columns().stream().map(column -> column.role().word()).toList();
  }

  private static List<String> classes(TableReading reading) {
    return reading.classes().stream().map(TableReading.ClassCount::name).toList();
  }

  /** A table of one column x of these fields, beside numbers and a class, its lines repeated. */
  private static TableColumn column(String name, String... fields) {
    StringBuilder text = new StringBuilder(name + "\tsize\tclass\n");
    for (int i = 0; i < fields.length; i++) {
      text.append(fields[i]).append('\t').append(i).append(".5\t").append(i % 2 == 0 ? "a" : "b");
      text.append('\n');
    }
    return read(text.toString()).columns().getFirst();
  }

  // ---- encoding --------------------------------------------------------------------------------

  private static final String ACCENTS = "größe,class\n1,a\n2,b\n3,a\n4,b\n";

  @Test
  void aMarkDecidesTheEncoding() {
    assertThat(read(("\uFEFF" + ACCENTS).getBytes(UTF_8), TableChoices.NONE))
        .satisfies(found -> assertThat(found.encoding()).isEqualTo(TableEncoding.UTF_8))
        .satisfies(found -> assertThat(names(found)).first().isEqualTo("größe"));
    for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
      TableReading found = read(("\uFEFF" + ACCENTS).getBytes(charset), TableChoices.NONE);
      assertThat(found.encoding().printed()).isEqualTo("UTF-16");
      assertThat(names(found)).first().isEqualTo("größe");
    }
  }

  @Test
  void withoutAMarkItIsUtf8WhereThatIsValidElseWindows() {
    assertThat(read(ACCENTS).encoding()).isEqualTo(TableEncoding.UTF_8);
    TableReading old = read(ACCENTS.getBytes(WINDOWS), TableChoices.NONE);
    assertThat(old.encoding().printed()).isEqualTo("windows-1252");
    assertThat(names(old)).first().isEqualTo("größe");
  }

  @Test
  void knowsUtf16WithoutAMarkByItsZeros() {
    for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
      TableReading found =
          read("size,class\n1,a\n2,b\n3,a\n4,b\n".getBytes(charset), TableChoices.NONE);
      assertThat(found.encoding().printed()).isEqualTo("UTF-16");
      assertThat(found.rows()).isEqualTo(4);
    }
  }

  @Test
  void refusesAZeroByteNamingItsLine() {
    assertThat(fault("size,class\n1,a\n2,\0b\n"))
        .isEqualTo("line 3 holds a zero byte, so it is no text: save the table as CSV, in UTF-8.");
  }

  // ---- delimiter -------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", "|", ",", " "})
  void findsTheDelimiter(String delimiter) {
    TableReading found =
        read("size,mass,class\n1,7,a\n2,8,b\n3,9,a\n5,4,b\n".replace(",", delimiter));
    assertThat(Character.toString(found.delimiter())).isEqualTo(delimiter);
    assertThat(names(found)).containsExactly("size", "mass", "class");
    assertThat(found.rows()).isEqualTo(4);
  }

  @Test
  void whatStandsInQuotesDelimitsNothing() {
    TableReading found =
        read(
            "who,size,class\n\"Moe; Mads, \"\"M\"\"\",1,a\n\"Lind; Ulf, X\",2,b\n\"Aas; I\",3,a\n"
                + "\"Wiik; E\nF\",4,b\n");
    assertThat(found.delimiter()).isEqualTo(',');
    assertThat(kinds(found)).containsExactly("text", "number", "category");
    assertThat(found.rows()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sep=:\n", "SEP=:\r\n", "\"sep=:\"\n", "sep=:\r"})
  void aFirstLineMaySayTheDelimiter(String first) {
    TableReading found = read(first + "size:class\n1:a\n2:b\n3:a\n4:b\n");
    assertThat(found.delimiter()).isEqualTo(':');
    assertThat(names(found)).containsExactly("size", "class");
    assertThat(fault(first + "size:class\n1:a\n2\n3:a\n"))
        .isEqualTo("line 4 has 1 field, the others 2: every line needs the same count.");
  }

  @Test
  void commentsAndBlankLinesArePassedOver() {
    TableReading found =
        read("# of, spring; it's \"\n\nsize,class\n1,a\n# rain\n2,b\n\n3,a\n4,b\n#\n");
    assertThat(names(found)).containsExactly("size", "class");
    assertThat(found.rows()).isEqualTo(4);
    assertThat(found.comments()).isEqualTo(3);
  }

  @Test
  void theMeanOfAColumnIsThatOfItsNumbers() {
    TableReading found = read("size;class\n1,5;a\n;b\n2;a\n4;b\n");
    // (1.5 + 2 + 4) / 3
    assertThat(found.summaries().getFirst().mean()).isEqualTo(2.5);
    assertThat(found.summaries().getFirst().numbers()).isEqualTo(3);
  }

  @Test
  void aFirstColumnMayBeCalledByANumberSign() {
    TableReading found = read("#,size,class\n1,4,a\n2,7,b\n3,5,a\n4,9,b\n");
    assertThat(names(found)).containsExactly("#", "size", "class");
    assertThat(kinds(found)).containsExactly("index", "number", "category");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "size,class,\n1,a,\n2,b,\n3,a,\n4,b,\n",
        "size,class,,\n1,a,,\n2,b,,\n3,a,,\n4,b,,\n",
        "size,class\n1,a\n2,b,\n3,a\n4,b\n",
        "size,class\n1,a,\n2,b,\n3,a,\n4,b,\n"
      })
  void aDelimiterAtTheEndOfALineMakesNoColumn(String text) {
    TableReading found = read(text);
    assertThat(names(found)).containsExactly("size", "class");
    assertThat(found.rows()).isEqualTo(4);
  }

  @Test
  void aLastValueThatIsMissingIsNoDelimiterTooMany() {
    TableReading found = read("class,size,mass\na,1,\nb,2,5\na,3,8\nb,4,\na,3,2\n");
    assertThat(found.columns()).hasSize(3);
    assertThat(found.columns().getLast().missing()).isEqualTo(2);
    assertThat(found.rowsLeftOut()).isEqualTo(2);
    assertThat(found.rows()).isEqualTo(3);
  }

  // ---- lines that are wrong --------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "size,class~1,a~2,b~3~4,b~>line 4 has 1 field, the others 2: every line needs the same"
            + " count.",
        "size,class~1,a~2,b,7~3,a~4,b~>line 3 has 3 fields, the others 2: every line needs the"
            + " same count.",
        "size,mass,class~1,2~3,4~>line 1 has 3 fields, the others 2: every line needs the same"
            + " count.",
        "size~1~2~3~>no sign parts its lines into columns: write ;, a tab, |, a comma or blanks"
            + " between the fields, as many in every line.",
        "size,class~>line 1 names the columns and there is nothing below: a table needs a line"
            + " for each sample.",
        "~ ~# nothing~>it has no lines: a table needs a line for each sample, with a field for"
            + " each column.",
        "sep=;~>it has no lines: a table needs a line for each sample, with a field for each"
            + " column.",
      })
  void namesALineThatIsWrong(String text, String said) {
    assertThat(fault(text.replace('~', '\n'))).isEqualTo(said);
  }

  @Test
  void refusesAnEmptyFile() {
    assertThat(fault("")).startsWith("it has no lines");
    assertThat(fault("\uFEFF")).startsWith("it has no lines");
  }

  @Test
  void namesTheLineOfAQuotationMarkThatIsNotClosed() {
    assertThat(fault("size,class\n1,a\n2,\"b\n3,a\n4,b\n"))
        .startsWith("line 3 has a quotation mark that is not closed");
    assertThat(fault("size,class\n1,a\n2,\"b\n3,\"a\"\n4,b\n"))
        .startsWith("line 3 has a quotation mark that is not closed");
  }

  @Test
  void refusesAMillionColumns() {
    String line = "1,".repeat(999_999) + "1\n";
    assertThat(fault(line + line))
        .isEqualTo("it has more than 4097 columns: leave columns out until so many remain.");
  }

  @Test
  void refusesANumberTooLargeToComputeWith() {
    assertThat(fault("size,class\n1,a\n1e101,b\n3,a\n4,b\n"))
        .isEqualTo(
            "line 3, column “size”: 1e101 is too large to compute with: stay between −1e100 and"
                + " 1e100.");
  }

  // ---- decimal sign ----------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // What decimals are in no doubt about.
        "1,5~2,25~3~|,",
        "1.5~2.25~3~|.",
        "1~2~3~|.",
        "1.234,5~2~3~|,",
        "1,234.5~2~3~|.",
        // A point elsewhere makes a comma group; alone it is the decimal sign.
        "389,107~91.6~32.1~|.",
        "389,107~775,150~337,104~|,",
        // Thousands do not begin with 0.
        "0,125~775,150~337,104~|,",
        "0.125~775.150~337.104~|.",
      })
  void findsTheDecimalSign(String fields, String sign) {
    StringBuilder text = new StringBuilder("x;size;y\n");
    for (String field : fields.split("~", -1)) {
      text.append(field).append(";").append(text.length()).append(";7\n");
    }
    TableReading found = readFor("x", text.toString());
    assertThat(Character.toString(found.decimal().sign())).isEqualTo(sign);
    assertThat(kinds(found)).first().isEqualTo("number");
  }

  @Test
  void saysThatACommaCouldGroupThousands() {
    assertThat(read("x;y\n389,107;1\n775,150;2\n337,104;5\n").guessed())
        .extracting(Texts.english()::say)
        .containsExactly(
            "The comma is taken for the decimal sign: no number shows whether it groups"
                + " thousands.");
  }

  @Test
  void betweenCommasACommaGroupsThousands() {
    TableReading found = read("x,y\n\"389,107\",1.5\n\"1,775,150\",2\n\"104\",5\n");
    assertThat(found.decimal()).isEqualTo(DecimalSign.POINT);
    assertThat(kinds(found)).containsExactly("number", "number");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12%|12",
        "2.8 %|2.8",
        "−3|-3",
        "+4|4",
        ".5|0.5",
        "5.|5",
        "1e3|1000",
        "1,234,567|1234567",
        "1'234.5|1234.5",
        "12 345|12345",
      })
  void readsANumber(String field, double value) {
    assertThat(DecimalSign.POINT.value(field)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%", "-", ".", "1,5", "1,23,456", "1.2.3", "a1", "1a", "1e", "0x1F"})
  void readsNoNumber(String field) {
    assertThat(DecimalSign.POINT.value(field)).isNaN();
  }

  // ---- header ----------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // A text above numbers.
        "size,kind~1,a~2,b~3,a~4,b~|true",
        // Numbers in the first line, too.
        "9,a~1,a~2,b~3,a~4,b~|false",
        // Texts alone: names do not come again, categories do.
        "hue,kind~red,a~blue,b~red,a~blue,b~|true",
        "red,a~red,a~blue,b~red,a~blue,b~|false",
        "Red,a~red,a~blue,b~red,a~blue,b~|false",
        // An index column has no name, and names may come twice.
        ",hue,kind~0,red,a~1,blue,b~2,red,a~3,blue,b~|true",
        "size,size,kind~1,5,a~2,6,b~3,7,a~4,8,b~|true",
        // A value that is missing is no name.
        "?,a~1,a~2,b~3,a~4,b~|false",
      })
  void tellsAHeaderFromASample(String text, boolean header) {
    TableReading found = read(text.replace('~', '\n'));
    assertThat(found.header()).isEqualTo(header);
    assertThat(found.rows() + found.rowsLeftOut()).isEqualTo(header ? 4 : 5);
  }

  @Test
  void numbersColumnsWithoutNames() {
    assertThat(names(read("1,2,a\n2,3,b\n3,5,a\n4,4,b\n")))
        .containsExactly("column 1", "column 2", "column 3");
  }

  // ---- kinds -----------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x|1 2 4 3|number",
        "x|1 2 ? 3|number",
        "x|1 2 4 ten|text",
        "x|red blue RED blue|category",
        "x|red blue green red|text",
        "x|7 7 7.0 7|constant",
        "x|on ON ? on|constant",
        "x|NA n/a NULL -|empty",
        "x|2025-01-31 2025-02-28 2025-03-01 2024-02-29|date",
        "x|1.2.2025 31.12.2024 15.8.25 3.3.2003|date",
        "x|1/31/2025 12/1/2024 31/1/2025 2/2/02|date",
        "x|1-Feb-2025 2-march-24 3-Oct-2025 4-May-2025|date",
        "x|2025-01-31T10:00:00Z 2025-01-31T10:00:00.5+02:00 2025-01-01T01:01 2025-01-02|date",
        "x|2025-13-01 2025-02-28 2025-03-01 2024-02-29|text",
        "id|1 2 3 4|index",
        "ID|0 1 2 3|index",
        "Unnamed: 0|0 1 2 3|index",
        "id|2 3 4 5|number",
        "id|1 3 2 4|number",
        "id|1 2 ? 4|number",
        "x|1 2 3 4|number",
      })
  void tellsWhatAColumnHolds(String name, String fields, String kind) {
    assertThat(column(name, fields.split(" ", -1)).kind().word()).isEqualTo(kind);
  }

  @Test
  void onlyTheFirstColumnIsAnIndex() {
    assertThat(kinds(read("size,id,class\n1,1,a\n7,2,b\n3,3,a\n4,4,b\n")))
        .containsExactly("number", "number", "category");
  }

  @ParameterizedTest
  @CsvSource({"20,40,category", "21,42,text", "20,39,text"})
  void aCategoryHasAtMost20TextsAndHalfAsManyAsLines(int texts, int lines, String kind) {
    String[] fields =
        IntStream.range(0, lines).mapToObj(i -> "t" + i % texts).toArray(String[]::new);
    assertThat(column("x", fields).kind().word()).isEqualTo(kind);
  }

  @Test
  void countsWhatIsMissingAndLeavesItsLinesOut() {
    TableReading found = read("a,b,c,y\n1,,NaN,1\n2,,5,2\n,,6,3.5\n4,,7,?\n5,,8,5\n");
    assertThat(found.columns()).extracting(TableColumn::missing).containsExactly(1, 5, 1, 1);
    assertThat(roles(found)).containsExactly("feature", "left out", "feature", "target");
    assertThat(found.rows()).isEqualTo(2);
    assertThat(found.rowsLeftOut()).isEqualTo(3);
  }

  @Test
  void refusesATableOfWhichNoLineStays() {
    assertThat(fault("a,b,y\n1,,1\n,2,2\n3,,4\n,5,7\n"))
        .isEqualTo(
            "every line has a value missing in a column that is used, all 4: leave out the"
                + " columns that are mostly missing.");
  }

  // ---- target ----------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class",
        "Label",
        "target",
        "SPECIES",
        "outcome",
        "result",
        "Survived",
        "quality",
        "y"
      })
  void findsATargetByItsName(String name) {
    TableReading found = read(name + ",size,mass\n1.5,5,7\n2,6,8\n3,7,1\n");
    assertThat(found.target()).isZero();
    assertThat(found.targetBy()).isEqualTo(TableReading.TargetBy.NAMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // None of the names; two of them; one that is left out.
        "a,b,c\n1,5,7\n2,6,8\n3,7,1\n",
        "class,label,c\n1,5,7\n2,6,8\n3,7,1\n",
        "class,b,c\n1,5,7\n1,6,8\n1,7,1\n",
        "class,b,c,d\nx,5,7,\nz,6,8,\nw,7,1,\n",
      })
  void elseItGuessesTheLastColumnThatIsUsed(String text) {
    TableReading found = read(text);
    assertThat(found.label(found.target())).isEqualTo("c");
    assertThat(found.targetBy()).isEqualTo(TableReading.TargetBy.GUESSED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 1 1 0|0 1",
        "1.0 2 1 2.0|1.0 2",
        "10 9 9 10|9 10",
        "b a B a|a b",
        // A value that comes once, and one that is not whole.
        "0 1 1 2|",
        "0.5 1 1 0.5|",
      })
  void tellsAClassificationFromARegression(String target, String classes) {
    String[] fields = target.split(" ", -1);
    StringBuilder text = new StringBuilder("size,y\n");
    for (int i = 0; i < fields.length; i++) {
      text.append(i).append(".5,").append(fields[i]).append('\n');
    }
    TableReading found = read(text.toString());
    assertThat(found.task())
        .isEqualTo(classes == null ? LearningTask.REGRESSION : LearningTask.CLASSIFICATION);
    assertThat(String.join(" ", classes(found))).isEqualTo(classes == null ? "" : classes);
  }

  @ParameterizedTest
  @CsvSource({"10,CLASSIFICATION", "11,REGRESSION"})
  void atMostTenWholeNumbersAreClasses(int values, LearningTask task) {
    String lines =
        IntStream.range(0, 2 * values)
            .mapToObj(i -> i + ".5," + i % values + "\n")
            .collect(Collectors.joining());
    assertThat(read("x,y\n" + lines).task()).isEqualTo(task);
  }

  @Test
  void aTextAskedForIsAClassification() {
    TableReading found = readFor("who", "who,size\nUlf,1\nIda,2\nMads,3\n");
    assertThat(kinds(found)).containsExactly("text", "number");
    assertThat(roles(found)).containsExactly("target", "feature");
    assertThat(found.task()).isEqualTo(LearningTask.CLASSIFICATION);
    assertThat(classes(found)).containsExactly("Ida", "Mads", "Ulf");
  }

  @Test
  void refusesATargetThatCannotBeLearned() {
    String table = "a,a,when,one,none,b\n1,5,2025-01-01,x,,7\n2,6,2025-01-02,x,,5\n";
    assertThat(faultFor("a", table))
        .isEqualTo("columns 1 and 2 are both called “a”: give one of them another name.");
    assertThat(faultFor("when", table)).startsWith("column “when” holds dates");
    assertThat(faultFor("one", table)).startsWith("column “one” has one and the same value");
    assertThat(faultFor("none", table)).startsWith("column “none” has no values");
    assertThat(fault(table.getBytes(UTF_8), new TableChoices(Optional.of("b"), List.of("b"))))
        .isEqualTo("column “b” is to be the target and to be left out: choose one of them.");
  }

  @Test
  void refusesATargetOfWhichOneClassStays() {
    assertThat(fault("size,class\n1,a\n2,a\n,b\n,b\n5,a\n"))
        .isEqualTo(
            "column “class” holds “a” in every line that has no value missing, and 2 lines have:"
                + " leave out the columns that are mostly missing, or choose another target.");
  }

  @Test
  void refusesATableWithNothingToLearnFrom() {
    assertThat(fault("who,class\nUlf,a\nIda,b\nMads,a\nOle,b\n"))
        .isEqualTo(
            "beside the target “class” no column holds numbers or categories to learn from: at"
                + " least one is needed.");
    assertThat(fault("who,when\nUlf,2025-01-01\nIda,2025-01-02\n"))
        .startsWith("no column holds numbers or categories");
  }

  // ---- files -----------------------------------------------------------------------------------

  @Test
  void namesTheFile() {
    Path none = folder.resolve("none.csv");
    InvalidInput fault =
        catchThrowableOfType(
            InvalidInput.class,
            () -> TableReader.read(none, TableChoices.NONE, ReadingProgress.UNSEEN));
    assertThat(Texts.english().say(fault.said()))
        .isEqualTo(none + " does not exist: give the path of a CSV file.");
  }

  @Test
  void readsAHundredThousandLinesInTwoSeconds() {
    StringBuilder text = new StringBuilder("id,a,b,c,d,e,f,hue,when,class\n");
    for (int i = 1; i <= 100_000; i++) {
      text.append(i);
      for (int j = 1; j <= 6; j++) {
        text.append(',').append(i * j % 997).append('.').append(i % 89);
      }
      text.append(i % 3 == 0 ? ",red," : ",blue,").append("2025-01-").append(10 + i % 20);
      text.append(i % 2 == 0 ? ",yes\n" : ",no\n");
    }
    byte[] bytes = text.toString().getBytes(UTF_8);
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long before = clock.getCurrentThreadCpuTime();
    assertThat(read(bytes, TableChoices.NONE).rows()).isEqualTo(100_000);
    // Of the processor, for other tests run beside this one.
    assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - before))
        .isLessThan(Duration.ofSeconds(2));
  }

  /** As the dialog that opens tables offers them. */
  @ParameterizedTest
  @CsvSource({
    "marks.csv, true",
    "marks.TSV, true",
    "my marks.txt, true",
    "marks.json, false",
    "csv, false"
  })
  void aTableIsKnownByItsName(String name, boolean known) {
    assertThat(TableReader.isTable(Path.of(name))).isEqualTo(known);
  }
}
