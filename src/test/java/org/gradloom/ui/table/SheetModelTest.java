package org.gradloom.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradloom.data.ReadingProgress;
import org.gradloom.data.TableColumn;
import org.gradloom.data.TableReader;
import org.gradloom.lesson.ColumnKind;
import org.gradloom.lesson.LearningTask;
import org.gradloom.lesson.TableChoices;
import org.gradloom.text.Message;
import org.gradloom.text.Middle;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sheet says of a table, and what a choice in it asks for. */
class SheetModelTest {
  private static final Texts TEXTS = Texts.english();

  @TempDir private Path folder;

  private static SheetModel read(Path file, SheetModel wanted) {
    return wanted.with(TableReader.look(file, wanted.choices(), ReadingProgress.UNSEEN));
  }

  private static SheetModel read(Path file) {
    return read(file, SheetModel.unread(TableChoices.NONE));
  }

  private SheetModel ferry() throws IOException {
    return read(FerryTable.in(folder));
  }

  private SheetModel ferry(SheetModel.Part part, TableChoices choices) throws IOException {
    return read(
        FerryTable.in(folder), SheetModel.unread(TableChoices.NONE).choosing(part, choices));
  }

  private SheetModel table(String text, TableChoices choices) throws IOException {
    return read(Files.writeString(folder.resolve("table.csv"), text), SheetModel.unread(choices));
  }

  private static SheetColumn column(SheetModel model, String name) {
    return model.columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String said(Optional<Message> message) {
    return message.map(TEXTS::say).orElse("");
  }

  private static List<String> decisions(SheetModel model) {
    return SheetDecision.all(model).stream().map(decision -> TEXTS.say(decision.said())).toList();
  }

  private static List<String> roles(SheetModel model) {
    return model.columns().stream()
        .map(column -> column.name() + " " + column.role().word())
        .toList();
  }

  // ---- what is shown

  @Test
  void saysOfEachColumnWhatItHoldsAndBecomes() throws IOException {
    SheetModel model = ferry();
    assertThat(model.columns())
        .extracting(column -> column.kind().word())
        .containsExactly(
            "index", "text", "category", "number", "category", "number", "text", "category");
    assertThat(model.columns())
        .extracting(column -> TEXTS.say(column.holds()))
        .containsExactly(
            "1 to 60",
            "60 texts",
            "2 values",
            "21 to 59",
            "2 values",
            "1.5 to 60.5",
            "24 texts",
            "2 values");
    assertThat(model.columns())
        .extracting(column -> TEXTS.say(column.becomes()))
        .containsExactly(
            "–",
            "–",
            "2 inputs",
            "12 missing",
            "2 inputs",
            "1 input",
            "36 missing",
            "classes · guessed");
    assertThat(model.target()).isEqualTo(7);
  }

  @Test
  void saysHowMuchWasReadAndWhatGoesIn() throws IOException {
    SheetModel model = ferry();
    assertThat(said(SheetNotes.read(model, 34_940)))
        .isEqualTo("60 lines, 8 columns, all read · 34.9 kB");
    assertThat(said(SheetNotes.task(model)))
        .isEqualTo("port has 2 classes (at most 20):\nHolm\u00A0(36) · Sund\u00A0(12)");
    assertThat(said(SheetNotes.missing(model))).isEqualTo("12 lines go, 48 stay");
    assertThat(said(SheetNotes.inputs(model))).isEqualTo("4 columns make 6 inputs, one row a line");
    assertThat(said(SheetNotes.oneHot(model)))
        .isEqualTo("numbers standardised from the training rows; one-hot: deck 2, rescued 2");
  }

  @Test
  void saysHowManyLinesAreComments() throws IOException {
    assertThat(SheetNotes.comments(ferry())).isEmpty();
    String lines = "a,b,class\n1,2,yes\n# dry\n3,4,no\n5,1,yes\n7,9,no\n";
    assertThat(said(SheetNotes.comments(table(lines, TableChoices.NONE))))
        .isEqualTo("1 comment line skipped");
    assertThat(said(SheetNotes.comments(table("# warm\n" + lines, TableChoices.NONE))))
        .isEqualTo("2 comment lines skipped");
  }

  @Test
  void numbersOfAThousandLinesAreNeverOffByAFactor() throws IOException {
    StringBuilder lines = new StringBuilder("size,class\n");
    for (int i = 0; i < 16_307; i++) {
      lines.append(i % 3 == 0 ? "" : i).append(i % 2 == 0 ? ",a\n" : ",b\n");
    }
    SheetModel model = table(lines.toString(), TableChoices.NONE);
    assertThat(said(SheetNotes.read(model, 2_400_000)))
        .isEqualTo("16 307 lines, 2 columns, all read · 2.4 MB");
    assertThat(said(SheetNotes.missing(model))).isEqualTo("5 436 lines go, 10 871 stay");
  }

  @Test
  void theDecisionsBeginWithWhatWasGuessed() throws IOException {
    assertThat(decisions(ferry()))
        .containsExactly(
            "Guessed: the target is “port”, the last column that is used.",
            "3 columns are left out: no, name, cabin",
            "12 lines are left out for missing values.",
            "Column port: “holm” is read as “Holm” (1 spelling merged).",
            "encoding UTF-8, delimiter ; semicolon, decimal sign , comma, the first line names the"
                + " columns");
    assertThat(SheetDecision.all(ferry()).getFirst().guessed()).isTrue();
  }

  @Test
  void everyChoiceCanBeTakenBackByItself() throws IOException {
    TableChoices choices =
        TableChoices.NONE
            .withTarget("rescued")
            .withTask(LearningTask.CLASSIFICATION)
            .withKind("deck", ColumnKind.CATEGORY)
            .without("age")
            .with(
                TableChoices.Form.FOUND
                    .withEncoding("UTF-8")
                    .withDelimiter(';')
                    .withDecimal(',')
                    .withHeader(true));
    SheetModel model = ferry(SheetModel.Part.COLUMNS, choices);
    List<SheetDecision> chosen =
        SheetDecision.all(model).stream()
            .filter(decision -> decision.undone().isPresent())
            .toList();
    assertThat(chosen).hasSize(8);
    TableChoices none = choices;
    for (int i = 0; i < chosen.size() && !none.equals(TableChoices.NONE); i++) {
      none =
          SheetDecision.all(SheetModel.unread(none)).stream()
              .flatMap(decision -> decision.undone().stream())
              .findFirst()
              .orElseThrow();
    }
    assertThat(none).isEqualTo(TableChoices.NONE);
  }

  // ---- what is chosen

  @Test
  void anotherTargetMakesTheFormerOneAFeature() throws IOException {
    SheetModel guessed = ferry();
    TableChoices wanted = column(guessed, "rescued").as(TableColumn.Role.TARGET, guessed.choices());
    assertThat(roles(ferry(SheetModel.Part.COLUMNS, wanted)))
        .contains("rescued target", "port feature");
  }

  @Test
  void aTargetThatIsLeftOutLeavesTheTargetToBeFound() throws IOException {
    SheetModel model = ferry(SheetModel.Part.COLUMNS, TableChoices.NONE.withTarget("rescued"));
    TableChoices wanted = column(model, "rescued").as(TableColumn.Role.LEFT_OUT, model.choices());
    assertThat(roles(ferry(SheetModel.Part.COLUMNS, wanted)))
        .contains("rescued left out", "port target");
  }

  @Test
  void aFeatureOfTextIsTakenForACategoryAndOfAnIndexForNumbers() throws IOException {
    SheetModel model = ferry();
    assertThat(column(model, "cabin").as(TableColumn.Role.FEATURE, model.choices()).kinds())
        .isEqualTo(Map.of("cabin", ColumnKind.CATEGORY));
    assertThat(column(model, "no").as(TableColumn.Role.FEATURE, model.choices()).kinds())
        .isEqualTo(Map.of("no", ColumnKind.NUMBER));
  }

  @Test
  void aKindThatWasFoundIsNoChoiceAnyMore() throws IOException {
    SheetModel model =
        ferry(SheetModel.Part.COLUMNS, TableChoices.NONE.withKind("age", ColumnKind.CATEGORY));
    assertThat(column(model, "age").kind()).isEqualTo(ColumnKind.CATEGORY);
    assertThat(column(model, "age").as(ColumnKind.NUMBER, model.choices()))
        .isEqualTo(TableChoices.NONE);
  }

  @Test
  void offersToLeaveOutTheColumnThatCostsManyLines() throws IOException {
    SheetModel model = ferry();
    assertThat(model.offers()).hasSize(1);
    assertThat(TEXTS.say(model.offers().getFirst().words()))
        .isEqualTo("Leave age out: 60 lines stay");
    SheetModel without = ferry(SheetModel.Part.MISSING, model.offers().getFirst().choices());
    assertThat(said(SheetNotes.missing(without))).isEqualTo("No line goes, 60 stay");
    assertThat(without.offers()).isEmpty();
  }

  @Test
  void aMeanIsCountedAndACategoryHasNone() throws IOException {
    SheetModel model = ferry(SheetModel.Part.MISSING, TableChoices.NONE.withFilled(true));
    assertThat(said(SheetNotes.missing(model)))
        .isEqualTo(
            "No line goes, 60 stay; 12 numbers are filled in with the mean of the training rows");
    assertThat(column(model, "age").mean()).isEqualTo("36.67");
    SheetModel left =
        ferry(SheetModel.Part.MISSING, TableChoices.NONE.withKind("cabin", ColumnKind.CATEGORY));
    assertThat(said(SheetNotes.missing(left)))
        .isEqualTo("36 lines go, 24 stay. cabin is a category and has no mean");
  }

  @Test
  void whatIsUsedIsSettledInTheDocument() throws IOException {
    TableChoices settled = ferry().settled();
    assertThat(settled.target()).contains("port");
    assertThat(settled.task()).contains(LearningTask.CLASSIFICATION);
  }

  // ---- what is refused

  @Test
  void aRefusalStandsWhereTheChoiceWasMade() throws IOException {
    SheetModel model =
        ferry(SheetModel.Part.TASK, TableChoices.NONE.withTask(LearningTask.REGRESSION));
    assertThat(SheetNotes.sentence(TEXTS, model.refusal(SheetModel.Part.TASK).orElseThrow()))
        .isEqualTo(
            "Column “port” holds no numbers to measure an error by: choose classification, or"
                + " another target.");
    assertThat(model.refusal(SheetModel.Part.COLUMNS)).isEmpty();
    assertThat(model.columns()).hasSize(8);
    assertThat(model.target()).as("the target stays what it was").isEqualTo(7);
    assertThat(column(model, "port").role()).isEqualTo(TableColumn.Role.TARGET);
    assertThat(model.task()).contains(LearningTask.REGRESSION);
  }

  @Test
  void tooManyClassesAreTheTasksToSayWhateverWasChosen() throws IOException {
    SheetModel model = ferry(SheetModel.Part.COLUMNS, TableChoices.NONE.withTarget("name"));
    assertThat(said(model.refusal(SheetModel.Part.TASK)))
        .startsWith("column “name” has 48 classes, but at most 20 fit");
  }

  @Test
  void aTableWhoseTargetCannotBeLearnedLetsAnotherBeChosen() throws IOException {
    String text = "size,age,class\n1,5,a\n2,6,a\n3,5,a\n4,6,a\n5,5,a\n";
    SheetModel model = table(text, TableChoices.NONE.withTarget("class"));
    assertThat(said(model.refusal(SheetModel.Part.COLUMNS))).startsWith("column “class” has one");
    assertThat(roles(model)).containsExactly("size feature", "age feature", "class target");
    TableChoices wanted = column(model, "age").as(TableColumn.Role.TARGET, model.choices());
    assertThat(table(text, wanted).refusal()).isEmpty();
  }

  @Test
  void aTableOfWhichNoLineStaysOffersWhatIsMostlyMissing() throws IOException {
    String text = "a,b,c,class\n1,,,x\n2,,,y\n3,7,,x\n4,,8,y\n5,,9,x\n6,8,,y\n";
    SheetModel model = table(text, TableChoices.NONE);
    assertThat(said(model.refusal())).startsWith("every line has a value missing");
    assertThat(model.offers()).hasSize(1);
    assertThat(TEXTS.say(model.offers().getFirst().words()))
        .isEqualTo("Leave 2 columns out that are mostly missing");
    assertThat(table(text, model.offers().getFirst().choices()).refusal()).isEmpty();
  }

  @Test
  void anUnequalLineIsShownBelowThoseBeforeIt() throws IOException {
    StringBuilder lines = new StringBuilder("a,b,class\n");
    for (int i = 2; i <= 16; i++) {
      lines.append(i).append(",7,x\n");
    }
    SheetModel model = table(lines + "17,8\n18,7,y\n", TableChoices.NONE);
    assertThat(SheetNotes.sentence(TEXTS, model.refusal(SheetModel.Part.COLUMNS).orElseThrow()))
        .startsWith("Line 17 has 2 fields, the others 3");
    assertThat(model.glance().orElseThrow().refused()).hasValue(17);
    assertThat(model.glance().orElseThrow().beginning())
        .extracting(line -> line.number())
        .containsExactly(7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17);
    assertThat(said(SheetNotes.read(model, 500)))
        .isEqualTo("read down to line 17, 3 columns · 500 B");
    assertThat(model.offers()).isEmpty();
  }

  @Test
  void whatIsNoTableHasASentenceAndNoColumns() throws IOException {
    SheetModel model = table("", TableChoices.NONE);
    assertThat(said(model.refusal(SheetModel.Part.COLUMNS))).startsWith("it has no lines");
    assertThat(model.columns()).isEmpty();
    assertThat(SheetDecision.all(model)).isEmpty();
  }

  // ---- pictures

  @Test
  void aSquareOfNumbersMayBeTakenAsPictures() throws IOException {
    StringBuilder lines = new StringBuilder("label");
    for (int j = 0; j < 16; j++) {
      lines.append(",p").append(j);
    }
    for (int i = 0; i < 6; i++) {
      lines.append('\n').append(i % 2);
      for (int j = 0; j < 16; j++) {
        // The first pixel is dark in every picture.
        lines.append(',').append(j == 0 ? 0 : (i * 7 + j * 3) % 11);
      }
    }
    SheetModel model = table(lines.toString(), TableChoices.NONE);
    assertThat(SheetNotes.pictures(model))
        .hasValueSatisfying(size -> assertThat(size.width()).isEqualTo(4));
    assertThat(said(SheetNotes.inputs(model))).startsWith("15 columns make 15 inputs");
    SheetModel pictures = table(lines.toString(), TableChoices.NONE.withPictures(true));
    assertThat(pictures.refusal()).isEmpty();
    assertThat(said(SheetNotes.inputs(pictures))).startsWith("16 columns make 16 inputs");
    SheetModel fewer = table(lines.toString(), TableChoices.NONE.withPictures(true).without("p3"));
    assertThat(said(fewer.refusal(SheetModel.Part.PICTURES))).startsWith("the features are no");
    assertThat(SheetNotes.pictures(ferry())).isEmpty();
  }

  @Test
  void longNamesAreShortenedInTheMiddle() {
    assertThat(Middle.shortened("short", 5)).isEqualTo("short");
    assertThat(Middle.shortened("temperature_of_the_sea_in_may", 11)).isEqualTo("tempe…n_may");
    assertThat(Middle.shortened("😀😀😀😀😀😀", 3)).isEqualTo("😀…😀");
  }
}
