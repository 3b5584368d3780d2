package org.gradloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gradloom.practice.Exercise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** {@code gradloom worksheet PACK --to OUT}. */
class WorksheetCommandTest {
  /** As Moodle finds an embedded answer. */
  private static final Pattern GAP =
      Pattern.compile("\\{1:(NUMERICAL|MULTICHOICE|SHORTANSWER_C):([^{}]*)}");

  @TempDir private Path folder;

  private String pack() throws IOException {
    String items =
        Arrays.stream(Exercise.Kind.values())
            .map(kind -> "{\"kind\": \"%s\", \"seed\": 3}".formatted(kind.documentName()))
            .collect(Collectors.joining(", "));
    return Files.writeString(
            folder.resolve("pack.json"),
            "{\"gradloom-pack\": 1, \"title\": \"A/B & <C>\", \"intro\": \"x² − ∂₁ ᵀ ⊙ ½\","
                + " \"items\": ["
                + items
                + ", {\"kind\": \"db\", \"question\": \"{1:NUMERICAL:=2} ~ # \\\\ } 中\"}]}")
        .toString();
  }

  private Path written(String name, String... further) throws IOException {
    Path out = folder.resolve(name);
    List<String> arguments = new ArrayList<>(List.of("worksheet", pack(), "--to", out.toString()));
    arguments.addAll(List.of(further));
    InProcess process = new InProcess();
    assertThat(process.run(arguments.toArray(String[]::new))).as(process.err()).isZero();
    return out;
  }

  // ---- to print

  @Test
  void printsASheetAndThenItsKey() throws IOException {
    try (PDDocument document = Loader.loadPDF(written("sheet.pdf").toFile())) {
      assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(595f, 596f);
      String text = new PDFTextStripper().getText(document);
      assertThat(text)
          .contains("A/B & <C>", "x2 − ∂1 T", "½", "1. What is z", "22.", "Key: A/B & <C>");
      PDFTextStripper first = new PDFTextStripper();
      first.setEndPage(1);
      assertThat(first.getText(document)).doesNotContain("Key");
      assertThat(text.substring(text.indexOf("Key:"))).contains("X.T @ dZ", "dL/dz", "·", "−");
      document
          .getPage(0)
          .getResources()
          .getFontNames()
          .forEach(name -> assertThat(embedded(document, name)).isTrue());
    }
  }

  private static boolean embedded(PDDocument document, COSName name) {
    try {
      return document.getPage(0).getResources().getFont(name).isEmbedded();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void printsOnLetterToo() throws IOException {
    try (PDDocument document = Loader.loadPDF(written("sheet.pdf", "--paper", "Letter").toFile())) {
      assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(612);
    }
  }

  // ---- for Moodle

  private List<Element> questions() throws Exception {
    byte[] xml = Files.readAllBytes(written("bank.xml"));
    Document document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml));
    assertThat(new String(xml, StandardCharsets.UTF_8)).startsWith("<?xml version=\"1.0\"");
    NodeList all = document.getElementsByTagName("question");
    List<Element> questions = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      questions.add((Element) all.item(i));
    }
    return questions;
  }

  private static String text(Element question, String name) {
    return ((Element) question.getElementsByTagName(name).item(0)).getTextContent().strip();
  }

  @Test
  void everyExerciseIsAQuestionWithGaps() throws Exception {
    List<Element> questions = questions();
    assertThat(questions).hasSize(23);
    assertThat(questions.getFirst().getAttribute("type")).isEqualTo("category");
    assertThat(text(questions.getFirst(), "category")).isEqualTo("$course$/A//B & <C>");
    for (Element question : questions.subList(1, questions.size())) {
      assertThat(question.getAttribute("type")).isEqualTo("cloze");
      String html = text(question, "questiontext");
      assertThat(GAP.matcher(html).results().count()).as(html).isPositive();
      assertThat(question.getElementsByTagName("hint").getLength()).isEqualTo(3);
      assertThat(GAP.matcher(html).replaceAll("")).doesNotContain("{", "}");
    }
    assertThat(text(questions.getLast(), "questiontext"))
        .contains("&#123;1:NUMERICAL:=2&#125; ~ # \\ &#125; 中");
  }

  // ---- what is no worksheet

  private void refuses(String sentence, String... arguments) {
    InProcess process = new InProcess();
    assertThat(process.run(arguments)).isEqualTo(Commands.BAD_INPUT);
    assertThat(process.err()).startsWith("gradloom: ").contains(sentence);
  }

  @Test
  void refusesWhatItCannotWrite() throws IOException {
    String pack = pack();
    refuses("--to is missing: give the file to write, NAME.pdf or NAME.xml.", "worksheet", pack);
    refuses("--to is “a.txt” but must end in .pdf", "worksheet", pack, "--to", "a.txt");
    refuses(
        "--paper is “A5” but must be A4 or Letter.",
        "worksheet",
        pack,
        "--to",
        folder + "/a.pdf",
        "--paper",
        "A5");
    refuses("does not exist: give the path of a pack", "worksheet", "no.json", "--to", "a.pdf");
    refuses(
        "there is no directory",
        "worksheet",
        pack,
        "--to",
        folder.resolve("none/a.pdf").toString());
    assertThat(folder.resolve("a.pdf")).doesNotExist();
  }
}
