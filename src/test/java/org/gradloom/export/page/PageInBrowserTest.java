package org.gradloom.export.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gradloom.derivation.Granularity;
import org.gradloom.files.LessonReader;
import org.gradloom.lesson.Lesson;
import org.gradloom.text.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The page as a reader has it: opened from the disk in a browser. */
@Tag("window")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageInBrowserTest {
  private static final Path LESSON =
      Path.of("assets/lessons/a-slope-for-each-weight.gradloom.json");
  private static final Path CHOICE = Path.of("assets/lessons/the-gate.gradloom.json");
  private static final Path PLAIN = Path.of("assets/documents/h.gradloom.json");

  /** Asks for a row of sixteen numbers, and for cells of as many columns. */
  private static final String WIDE =
      """
      {"gradloom": 1, "title": "Wide", "learningRate": 1, "x": [[1, 2]], "layers": [
        {"w": [[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16], [1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]]}],
       "loss": {"kind": "given", "upstream": [[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]]},
       "beats": [
         {"say": "One.", "ask": {"kind": "row", "of": "layer1/z/1", "question": "Z?"}},
         {"say": "Two.", "at": "layer1/z",
          "ask": {"kind": "cells", "question": "Which?", "answer": ["layer1/z/1,16"]}}]}
      """;

  private @Nullable Browser browser;
  private Path lesson = Path.of("lesson.html");
  private Path choice = Path.of("choice.html");
  private Path plain = Path.of("plain.html");
  private Path wide = Path.of("wide.html");

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    Optional<Path> program = Browser.program();
    if (program.isEmpty()) {
      System.err.println(
          "SKIPPED: no page was opened in a browser, for there is no chromium on the path.");
      return;
    }
    lesson = page(LESSON, folder.resolve("lesson.html"));
    choice = page(CHOICE, folder.resolve("choice.html"));
    plain = page(PLAIN, folder.resolve("plain.html"));
    Path asking = Files.writeString(folder.resolve("wide.gradloom.json"), WIDE);
    wide = page(asking, folder.resolve("wide.html"));
    browser = new Browser(program.get(), folder.resolve("profile"));
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  private static Path page(Path document, Path file) throws IOException {
    Lesson read = LessonReader.readAll(document).lessons().getFirst();
    return Files.writeString(
        file, WebPage.of(read, Optional.empty(), Granularity.TERM, Texts.english(), _ -> {}));
  }

  private Browser opened(Path file, String place) {
    assumeTrue(browser != null, "there is no chromium on the path");
    Browser now = Objects.requireNonNull(browser);
    now.width(1280, 800);
    now.open(file, place);
    return now;
  }

  private static void isQuiet(Browser page) {
    assertThat(page.complaints()).isEmpty();
    assertThat(page.requests()).hasSize(1).allMatch(url -> url.startsWith("file:"));
  }

  private static String text(Browser page, String id) {
    return page.get("document.getElementById('" + id + "').innerText.trim()");
  }

  @Test
  void wordsOfThePageAreThoseOfTheBundle() throws IOException {
    assertThat(Files.readString(Path.of("assets/page/page.html"))).contains("{{text_check}}");
  }

  @Test
  void goesFromTheFirstStepToTheLastAndAsksNobodyForAnything() {
    Browser page = opened(plain, "");
    assertThat(page.get("document.body.dataset.place")).isEqualTo("layer1/z/1,1/term1");
    assertThat(text(page, "running")).isEqualTo("1");
    page.press("ArrowRight");
    page.await("document.body.dataset.place === 'layer1/z/1,1/term2'");
    // z₁₁ = (−1)(−1) + 3·2 + 0·(−1)
    assertThat(text(page, "running")).isEqualTo("7");
    page.press("PageDown");
    page.await("document.body.dataset.place === 'loss/L/1,1/term1'");
    page.press("ArrowLeft");
    page.await("document.body.dataset.place === 'layer1/z/4,2/term3'");
    page.press("End");
    page.await("document.body.dataset.place.startsWith('layer1/wNext/3,2')");
    // 3 − 0.1·(−6)
    assertThat(text(page, "running")).isEqualTo("3.6");
    page.press("Home");
    page.await("document.body.dataset.place === 'layer1/z/1,1/term1'");
    String steps = page.get("document.getElementById('slider').max");
    page.get(
        "(async () => { for (let i = 0; i < "
            + steps
            + "; i++) { const before = document.body.dataset.place;"
            + " document.getElementById('next').click();"
            + " while (document.body.dataset.place === before)"
            + " await new Promise(go => setTimeout(go)); } })()");
    assertThat(page.get("document.body.dataset.place")).startsWith("layer1/wNext/3,2");
    isQuiet(page);
  }

  /** One swipe, or one press of an arrow, is one step, wherever the focus is. */
  @Test
  void goesByFingerAndBySlider() {
    Browser page = opened(plain, "");
    page.swipe("#where", -120);
    page.await("document.body.dataset.place === 'layer1/z/1,1/term2'");
    page.swipe("#where", 120);
    page.await("document.body.dataset.place === 'layer1/z/1,1/term1'");
    // A finger that hardly moves has touched, not swiped.
    page.swipe("#where", -30);
    page.press("ArrowRight");
    page.await("document.body.dataset.place === 'layer1/z/1,1/term2'");
    // The arrows move a slider too: still one step a press.
    page.get("document.getElementById('slider').focus()");
    page.press("ArrowRight");
    page.await("document.body.dataset.place === 'layer1/z/1,1/term3'");
    page.click("#slider", 0.5);
    String half = "Math.abs(slider.value / slider.max - 0.5) < 0.02";
    page.await(half + " && document.body.dataset.place === slider.getAttribute('aria-valuetext')");
    page.click("#slider", 1);
    page.await("document.body.dataset.place.startsWith('layer1/wNext/3,2')");
    isQuiet(page);
  }

  @Test
  void aLinkOpensItsStepWithRowColumnAndResultMarked() {
    Browser page = opened(plain, "layer1/dW/3,2/term4");
    assertThat(page.get("document.body.dataset.place")).isEqualTo("layer1/dW/3,2/term4");
    assertThat(text(page, "running")).isEqualTo("−6");
    // Row 3 of Xᵀ solid, column 2 of dL/dZ dashed, their last entries read, dL/dw₃₂ ringed.
    assertThat(page.get(cells("left"))).isEqualTo("0,1,0,2,0,1,0,2");
    assertThat(page.get(cells("right"))).isEqualTo("−1,−2,−2,−2");
    assertThat(page.get(cells("active"))).isEqualTo("2,2,−2");
    assertThat(page.get(cells("made"))).isEqualTo("−6");
    assertThat(page.get("getComputedStyle(document.querySelector('td.right')).borderTopStyle"))
        .isEqualTo("dashed");
    assertThat(page.get("document.querySelector('td.made').getAttribute('aria-label')"))
        .isEqualTo("dL/dW row 3, column 2: −6, being made");
    assertThat(text(page, "why")).contains("x₄₃ = 2");
    assertThat(page.get("document.querySelector('#listing .now').textContent"))
        .isEqualTo("dW = X.T @ dZ");
    page.get("location.hash = 'layer1/dX/2,3'");
    page.await("document.body.dataset.place === 'layer1/dX/2,3/term2'");
    isQuiet(page);
  }

  private static String cells(String mark) {
    return "[...document.querySelectorAll('td." + mark + "')].map(c => c.innerText.trim())";
  }

  @Test
  void aPredictionIsAnsweredWithItsDiagnosisAndNeverWithTheAnswer() {
    Browser page = opened(lesson, "");
    assertThat(text(page, "beatTitle")).isEqualTo("What does w₃₂ move?");
    page.get("document.getElementById('beatNext').click()");
    page.await("document.getElementById('beatTitle').innerText === 'What does that do to L?'");
    assertThat(page.get("document.getElementById('askShow').hidden")).isEqualTo("true");
    answer(page, "6");
    page.await("!!document.querySelector('#replies .bad')");
    String diagnosis = text(page, "replies");
    assertThat(diagnosis).contains("Your answer: 6").doesNotContain("−6").hasSizeGreaterThan(40);
    answer(page, "12.5");
    page.await("document.querySelectorAll('#replies .bad').length === 2");
    assertThat(text(page, "replies")).contains("12.5 does not come out here.").doesNotContain("−6");
    // What is asked for is covered wherever one looks.
    page.get("location.hash = 'layer1/dW/3,2'");
    page.await("document.body.dataset.place === 'layer1/dW/3,2/term4'");
    assertThat(text(page, "running")).isEqualTo("□");
    assertThat(text(page, "stage")).doesNotContain("−6").contains("?");
    assertThat(text(page, "formula")).doesNotContain("−6");
    page.get("document.getElementById('beatReturn').click()");
    page.await("document.body.dataset.place === 'loss/L/1,1/term4'");
    answer(page, "-6");
    page.await("!!document.querySelector('#replies .good')");
    assertThat(text(page, "replies")).contains("Your answer: -6").contains("Right");
    page.get("location.hash = 'layer1/dW/3,2'");
    page.await("document.body.dataset.place === 'layer1/dW/3,2/term4'");
    assertThat(text(page, "running")).isEqualTo("−6");
    isQuiet(page);
  }

  @Test
  void aChoiceIsAnsweredByTheReplyToIt() {
    Browser page = opened(choice, "");
    page.width(360, 640);
    for (int beat = 2; beat <= 5; beat++) {
      page.click("#beatNext", 0.5);
      page.await("beatCount.innerText.includes(' " + beat + " ')");
    }
    assertThat(text(page, "askQuestion")).isEqualTo("Which line makes dZ from dA?");
    assertThat(page.get("document.documentElement.scrollWidth"))
        .isEqualTo(page.get("document.documentElement.clientWidth"));
    page.click("#askCheck", 0.5);
    page.await("!!document.querySelector('#replies .plain')");
    assertThat(text(page, "replies")).isEqualTo("Choose one first.");
    choose(page, "dZ = dA @ (Z > 0)");
    page.await("!!document.querySelector('#replies .bad')");
    assertThat(text(page, "replies"))
        .contains("dZ = dA @ (Z > 0)", "@ lets rows meet columns.")
        .doesNotContain("Choose one", "dA * (Z > 0)");
    choose(page, "dZ = dA * (Z > 0)");
    page.await("!!document.querySelector('#replies .good')");
    assertThat(text(page, "replies")).contains("Your answer: dZ = dA * (Z > 0)", "Right");
    assertThat(page.get("document.getElementById('ask').hidden")).isEqualTo("true");
    isQuiet(page);
  }

  /** Sixteen fields or cells scroll beside each other, and the page stays as wide as it is. */
  @Test
  void everyAnswerFitsAPhone() {
    for (Path file : List.of(lesson, wide)) {
      Browser page = opened(file, "");
      int beats = Integer.parseInt(page.get("beatCount.innerText.match(/of (\\d+)/)[1]"));
      for (int beat = 1; beat <= beats; beat++) {
        page.await("beatCount.innerText.includes(' " + beat + " ')");
        for (int width : List.of(320, 360)) {
          page.width(width, 640);
          page.await("innerWidth === " + width);
          assertThat(page.get("document.documentElement.scrollWidth"))
              .as("%s, beat %d at %d", file.getFileName(), beat, width)
              .isEqualTo(page.get("document.documentElement.clientWidth"));
          assertThat(
                  page.get(
                      "[...askField.querySelectorAll('input[type=text], button')]"
                          + ".every(field => field.offsetWidth >= 40)"))
              .isEqualTo("true");
        }
        page.get("document.getElementById('beatNext').click()");
      }
      isQuiet(page);
    }
  }

  private static void choose(Browser page, String option) {
    page.get(
        "[...document.querySelectorAll('.option')].find(o => o.innerText.trim() === '"
            + option
            + "').click()");
    page.click("#askCheck", 0.5);
  }

  private static void answer(Browser page, String typed) {
    page.get("document.querySelector('#askField input').value = '" + typed + "'");
    page.get("document.getElementById('askCheck').click()");
  }

  @Test
  void fitsAPhoneAndPrintsAsAHandout() throws IOException {
    Browser page = opened(lesson, "layer1/dW/3,2/term4");
    page.width(360, 640);
    page.await("innerWidth === 360");
    assertThat(page.get("document.documentElement.scrollWidth"))
        .isEqualTo(page.get("document.documentElement.clientWidth"));
    assertThat(
            page.get(
                "new Set([...document.querySelectorAll('footer button')]"
                    + ".map(b => Math.round(b.getBoundingClientRect().top))).size"))
        .isEqualTo("1");
    page.send("Emulation.setEmulatedMedia", Map.of("media", "print"));
    assertThat(page.get("document.getElementById('walk').offsetParent")).isEqualTo("null");
    assertThat(text(page, "handout"))
        .contains("A slope for each weight", "Exercises", "What does w₃₂ move?");
    page.send("Emulation.setEmulatedMedia", Map.of("media", ""));
    byte[] pdf =
        Base64.getDecoder()
            .decode(page.send("Page.printToPDF", Map.of()).get("data").stringValue());
    assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
    isQuiet(page);
  }

  @Test
  void hasTheColoursThatTheReaderPrefers() {
    Browser page = opened(plain, "");
    for (var look :
        List.of(Map.entry("light", "rgb(244, 246, 249)"), Map.entry("dark", "rgb(13, 17, 23)"))) {
      page.send(
          "Emulation.setEmulatedMedia",
          Map.of(
              "features", List.of(Map.of("name", "prefers-color-scheme", "value", look.getKey()))));
      assertThat(page.get("getComputedStyle(document.documentElement).backgroundColor"))
          .isEqualTo(look.getValue());
    }
  }
}
