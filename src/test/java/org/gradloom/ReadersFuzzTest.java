package org.gradloom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gradloom.data.ReadingProgress;
import org.gradloom.data.TableReader;
import org.gradloom.files.BuiltInLessons;
import org.gradloom.files.LessonReader;
import org.gradloom.files.PackReader;
import org.gradloom.files.PracticeFile;
import org.gradloom.files.PreferencesFile;
import org.gradloom.files.ProgressFile;
import org.gradloom.files.RecoveryFolder;
import org.gradloom.files.Submission;
import org.gradloom.lesson.Place;
import org.gradloom.lesson.Region;
import org.gradloom.lesson.TableChoices;
import org.gradloom.matrix.Numbers;
import org.gradloom.paste.MatrixReader;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the app reads, changed at random: each text ends in a value or in one sentence that can be
 * shown, and in time that grows with its length alone. {@code -Dfuzz=1000} tries a thousand times
 * as many, {@code -Dfuzz.from=5} others; what fails is left as {@code target/fuzz-KIND.txt}.
 */
class ReadersFuzzTest {
  private static final int TIMES = Integer.getInteger("fuzz", 1);
  private static final long SEED = Long.getLong("fuzz.from", 13);
  private static final Texts TEXTS = Texts.english();

  /** Of processor time: for a short text, and for each character. */
  private static final long NANOS = 100_000_000;

  private static final long NANOS_EACH = 12_000;

  private static final int LONGEST_QUOTE = 60;
  private static final int LONGEST_SENTENCE = 900;
  private static final int LONG = 20_000;

  private static final Pattern HIDDEN =
      Pattern.compile(
          "[\\p{Cc}&&[^\\n]]|[\\u061C\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]|\\p{Cs}");

  /** What texts are changed with: signs that mean something somewhere, and some that never do. */
  private static final List<String> PIECES =
      List.of(
          "[",
          "]",
          "(",
          ")",
          "{",
          "}",
          ",",
          ";",
          ":",
          "\"",
          "'",
          "\n",
          "\r",
          "\t",
          " ",
          "-",
          "−",
          ".",
          "/",
          "*",
          "//",
          "/*",
          "*/",
          "#",
          "%",
          "|",
          "&",
          "\\",
          "\\\\",
          "=",
          "<-",
          ">>> ",
          "_",
          "0",
          "1",
          "9",
          "1e999",
          "-1",
          "0.5",
          "1/3",
          "1:9",
          "999999999999",
          "NaN",
          "inf",
          "null",
          "true",
          "[]",
          "{}",
          "[1]",
          "[[1, 2], [3, 4]]",
          "c(",
          "matrix(",
          "array(",
          "tensor(",
          ".T",
          "dtype=",
          "\\frac{",
          "\\begin{",
          "...",
          "layer1/",
          "layer1/w/1,1",
          "term2",
          ":,",
          "x",
          "weights",
          "@",
          "\u0000",
          "\u001B[2J",
          "\u202E",
          "\u200B",
          "\uFEFF",
          "\uD83D",
          "\uDE00",
          "\uD835\uDC65",
          "\u00A0",
          "\u2028",
          "{0}",
          "'{0}'",
          "%s",
          "$1",
          "\\u0000",
          "\\ud800");

  private final Random random = new Random(SEED);
  private final ThreadMXBean thread = ManagementFactory.getThreadMXBean();

  @TempDir private Path folder;

  /** What is read, and what is right of it. */
  enum Kind {
    DOCUMENT(40, false),
    PACK(40, false),
    TABLE(60, false),
    PREFERENCES(40, true),
    PROGRESS(40, true),
    PRACTICE(40, true),
    RECOVERY(40, true),
    ANSWERS(40, false),
    PASTE(150, false),
    NUMBER(100, false),
    PLACE(150, false),
    REGION(150, false);

    private final int tries;
    private final boolean never;

    /**
     * @param never whether it is read with what is wrong left out, and nothing is refused
     */
    Kind(int tries, boolean never) {
      this.tries = tries;
      this.never = never;
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void anyTextIsReadOrRefusedInASentence(Kind kind) throws IOException {
    List<String> right = right(kind);
    for (String text : right) {
      isAnswered(kind, text);
    }
    for (int n = 0; n < kind.tries * TIMES; n++) {
      isAnswered(kind, changed(right.get(random.nextInt(right.size())), right));
    }
  }

  private void isAnswered(Kind kind, String text) throws IOException {
    long most = NANOS + NANOS_EACH * text.length();
    long nanos = Long.MAX_VALUE;
    try {
      // What is compiled or collected meanwhile is not the text's fault.
      for (int again = 0; again < 3 && nanos > most; again++) {
        long start = thread.getCurrentThreadCpuTime();
        answer(kind, text);
        nanos = Math.min(nanos, thread.getCurrentThreadCpuTime() - start);
      }
      assertThat(nanos).as("nanoseconds for %d characters", text.length()).isLessThan(most);
    } catch (RuntimeException | Error e) {
      Path kept = Path.of("target", "fuzz-" + kind + ".txt");
      Files.write(kept, bytes(text));
      throw new AssertionError(kind + ", kept in " + kept + ": " + start(text), e);
    }
  }

  private static String start(String text) {
    return text.substring(0, Math.min(300, text.length()));
  }

  private void answer(Kind kind, String text) throws IOException {
    try {
      read(kind, text);
    } catch (InvalidInput refused) {
      assertThat(kind.never).as("refused: %s", refused.said()).isFalse();
      isSentence(TEXTS.say(refused.said()), text);
    } finally {
      // What could not be read was set aside.
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void isSentence(String said, String of) {
    assertThat(said).isNotBlank().hasSizeLessThan(LONGEST_SENTENCE).doesNotContainPattern(HIDDEN);
    for (int i = 0; i + LONGEST_QUOTE < said.length(); i++) {
      String piece = said.substring(i, i + LONGEST_QUOTE + 1);
      assertThat(of.contains(piece)).as("“%s” is quoted at length: %s", piece, said).isFalse();
    }
  }

  // ---- what is read

  private void read(Kind kind, String text) throws IOException {
    switch (kind) {
      case DOCUMENT -> LessonReader.readAll(file("some.gradloom.json", text));
      case PACK -> PackReader.read(file("some.json", text));
      case TABLE ->
          TableReader.read(file("some.csv", text), TableChoices.NONE, ReadingProgress.UNSEEN);
      case PREFERENCES -> new PreferencesFile(file("preferences.json", text)).load();
      case PROGRESS ->
          new ProgressFile(file("progress.json", text))
              .load()
              .fault()
              .ifPresent(fault -> isSentence(TEXTS.say(fault), text));
      case PRACTICE ->
          new PracticeFile(file("practice.json", text))
              .load()
              .fault()
              .ifPresent(fault -> isSentence(TEXTS.say(fault), text));
      case RECOVERY -> {
        file("unsaved/some.json", text);
        new RecoveryFolder(folder.resolve("unsaved"))
            .left()
            .faults()
            .forEach(fault -> isSentence(TEXTS.say(fault), text));
      }
      case ANSWERS ->
          Submission.readAll(file("some" + (text.startsWith("[") ? ".json" : ".csv"), text));
      case PASTE -> MatrixReader.readings(text);
      case NUMBER -> Numbers.parse(text);
      case PLACE -> Place.parse(text);
      case REGION -> Region.parse(text);
    }
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes(text));
    return file;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String packed(String path) {
    try (var stream = ReadersFuzzTest.class.getResourceAsStream("/assets/" + path)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> right(Kind kind) {
    return switch (kind) {
      case DOCUMENT ->
          List.of(
              BuiltInLessons.exampleOfFormat(),
              packed("examples/mazur.gradloom.json"),
              packed("lessons/one-sample.gradloom.json"));
      case PACK -> List.of(BuiltInLessons.exampleOfPack());
      case TABLE ->
          List.of(
              start(packed("data/iris.csv")),
              "a;b;c\n1,5;2;yes\n2,5;3;no\n3,5;4;yes\n",
              "x\ty\n1\t2\n3\t4\n",
              "\"a\",\"b\"\n\"1\",\"red\"\n\"2\",\"blue\"\n");
      case PREFERENCES ->
          List.of(
              "{\"theme\": \"dark\", \"window\": {\"x\": 1, \"y\": 2, \"width\": 900, \"height\":"
                  + " 700}, \"scale\": 1.5, \"lastDocument\": \"/a\", \"recent\": [\"/a\", \"/b\"],"
                  + " \"training\": \"spirals\", \"screen\": \"train\"}");
      case PROGRESS ->
          List.of(
              "{\"gradloomProgress\": 1, \"last\": \"a\", \"lessons\": {\"a\": {\"beat\": 0,"
                  + " \"beats\": 7}}}");
      case PRACTICE ->
          List.of(
              "{\"gradloomPractice\": 1, \"results\": [{\"kind\": \"db\", \"seed\": 5, \"level\":"
                  + " 1, \"when\": \"2026-01-01T00:00:00Z\", \"outcome\": \"right\", \"ideas\":"
                  + " [\"M3\"]}]}");
      case RECOVERY ->
          List.of(
              "{\"gradloomUnsaved\": 1, \"screen\": \"explore\", \"source\": \"/a\", \"since\":"
                  + " \"2026-01-01T00:00:00Z\", \"kept\": \"2026-01-01T00:00:00Z\", \"changes\":"
                  + " [\"one\"], \"saved\": "
                  + packed("examples/mazur.gradloom.json")
                  + ", \"document\": "
                  + packed("examples/mazur.gradloom.json")
                  + "}");
      case ANSWERS ->
          List.of(
              "kind,seed,answers\ndb,1,7\n",
              "kind;seed;level;answers\ndb;1;2;\"[1, 2]\"\n",
              "[{\"kind\": \"db\", \"seed\": 1, \"answers\": [\"1\"], \"shown\": false}]",
              "[{\"lesson\": \"one-sample\", \"beat\": 2, \"answer\": [1, 2]}]");
      case PASTE ->
          List.of(
              "[[1, -2], [3.5, 4]]",
              "np.array([[1, -2],\n [3.5, 4]], dtype=float)",
              "tensor([[ 1., -2.],\n        [ 3.5, 4.]], grad_fn=<AddBackward0>)",
              "[1 -2; 3.5 4]'",
              "1\t-2\n3\t4\n",
              "0,5;2\n3;4,5\n",
              "| a | b |\n|---|---|\n| 1 | 2 |\n",
              "\\begin{pmatrix} 1 & \\frac{1}{2} \\\\ 3 & 4 \\end{pmatrix}",
              "matrix(c(1, 2, 3, 4), nrow = 2, byrow = TRUE)",
              "rbind(c(1, 2), c(3, 4))",
              "     [,1] [,2]\n[1,]    1    2\n[2,]    3    4\n",
              "new DMatrixRMaj(2, 2, true, 1, 2, 3, 4)",
              "In [1]: x\nOut[1]: \narray([[1, 2]])\n",
              "2×2 Matrix{Float64}:\n 1.0  2.0\n 3.0  4.0\n",
              "1.0e+03 *\n\n 1.0 2.0\n 3.0 4.0\n",
              "let x = vec![vec![1.0, 2.0]];",
              "#= a =# /* b */ double[][] w = {{1, 2}, {3, 4}}; // c");
      case NUMBER -> List.of("-1.5", "1/3", "1e-7", "−2", "1,5", "1,000");
      case PLACE -> List.of("layer1/dW/3,2/term2", "layer2/z", "x/1,1", "loss", "layer1/w/1,1");
      case REGION ->
          List.of("layer1/dW/:,2", "layer1/dW/1,:", "layer1/z/1,1", "layer1/z", "x/1:2,1");
    };
  }

  // ---- how it is changed

  private String changed(String text, List<String> others) {
    StringBuilder changed = new StringBuilder(text);
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      int from = random.nextInt(changed.length() + 1);
      int to = Math.min(changed.length(), from + random.nextInt(1 + random.nextInt(30)));
      switch (random.nextInt(9)) {
        case 0 -> changed.delete(from, to);
        case 1 -> changed.insert(from, changed.substring(from, to));
        case 2, 3 -> changed.insert(from, piece());
        case 4 -> changed.replace(from, to, piece());
        case 5 -> changed.setLength(from);
        case 6 -> {
          String other = others.get(random.nextInt(others.size()));
          changed.insert(from, other.substring(random.nextInt(other.length())));
        }
        case 7 -> changed.insert(from, (char) random.nextInt(0x10000));
        default -> {
          String again = from < to && random.nextBoolean() ? changed.substring(from, to) : pieces();
          changed.insert(from, again.repeat(1 + repetitions(again.length())));
        }
      }
    }
    return changed.toString();
  }

  /** Mostly a few, now and then so many that what takes the square of them is noticed. */
  private int repetitions(int length) {
    return random.nextInt(4) == 0 ? LONG / length : random.nextInt(50);
  }

  private String piece() {
    return PIECES.get(random.nextInt(PIECES.size()));
  }

  private String pieces() {
    List<String> some = new ArrayList<>();
    for (int n = random.nextInt(3); n >= 0; n--) {
      some.add(piece());
    }
    return String.join("", some);
  }
}
