package org.gradloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.gradloom.export.ExportKind;
import org.gradloom.export.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gradloom export FILE --to OUT}: what is written, and what is refused with which words. */
class ExportCommandTest {
  /** One step of η = 0.1 makes 1.9 of the weight and 0.8 of the bias: dW = 1, db = 2. */
  private static final String TRAINING =
      """
      {"gradloom": 1, "convention": "WX", "x": [[1, 0]], "layers": [{"w": [[2]], "b": [1]}],
       "loss": {"kind": "squared-error", "targets": [[2, 0]], "reduction": "sum"},
       "learningRate": 0.1,
       "training": {"optimizer": {"kind": "sgd", "learningRate": 0.1}, "batchSize": 2,
         "epochs": 1, "shuffle": false}}
      """;

  @TempDir private Path folder;
  private Path document;

  @BeforeEach
  void saveTheDocument() throws IOException {
    document = Files.writeString(folder.resolve("one.gradloom.json"), TRAINING);
  }

  private Path written(String name, String... further) {
    Path out = folder.resolve(name);
    InProcess process = new InProcess();
    String[] arguments = {"export", document.toString(), "--to", out.toString()};
    assertThat(process.run(with(arguments, further))).as(process.err()).isZero();
    return out;
  }

  private String refused(String name, String... further) {
    InProcess process = new InProcess();
    String[] arguments = {"export", document.toString(), "--to", folder.resolve(name).toString()};
    assertThat(process.run(with(arguments, further))).isEqualTo(2);
    assertThat(process.err().lines()).hasSize(1);
    return process.err();
  }

  private static String[] with(String[] arguments, String... further) {
    String[] all = Arrays.copyOf(arguments, arguments.length + further.length);
    System.arraycopy(further, 0, all, arguments.length, further.length);
    return all;
  }

  /** An array as NumPy documents its format: shape and numbers. */
  private record Read(String shape, List<Double> numbers) {
    static Read of(byte[] npy) {
      ByteBuffer bytes = ByteBuffer.wrap(npy).order(ByteOrder.LITTLE_ENDIAN);
      assertThat(new String(npy, 1, 5, StandardCharsets.US_ASCII)).isEqualTo("NUMPY");
      int length = bytes.getShort(8);
      String header = new String(npy, 10, length, StandardCharsets.US_ASCII);
      assertThat((10 + length) % 64).isZero();
      assertThat(header).endsWith("\n").contains("'descr': '<f8'", "'fortran_order': False");
      double[] numbers = new double[(npy.length - 10 - length) / 8];
      bytes
          .position(10 + length)
          .slice()
          .order(ByteOrder.LITTLE_ENDIAN)
          .asDoubleBuffer()
          .get(numbers);
      return new Read(
          header.replaceAll("(?s).*'shape': (\\([^)]*\\)).*", "$1"),
          Arrays.stream(numbers).boxed().toList());
    }
  }

  @Test
  void trainsAndWritesTheWeightsForNumPy() throws IOException {
    Map<String, Read> arrays = new LinkedHashMap<>();
    try (InputStream file = Files.newInputStream(written("weights.npz"));
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        arrays.put(entry.getName(), Read.of(zip.readAllBytes()));
      }
    }
    assertThat(arrays)
        .containsExactly(
            Map.entry("W1.npy", new Read("(1, 1)", List.of(1.9))),
            Map.entry("b1.npy", new Read("(1,)", List.of(0.8))));
  }

  @Test
  void writesTheMatrixAtAPlaceAsTheConventionHasIt() throws IOException {
    assertThat(Read.of(Files.readAllBytes(written("z.npy", "--at", "layer1/z"))))
        .isEqualTo(new Read("(1, 2)", List.of(3.0, 1.0)));
    assertThat(written("z.csv", "--at", "layer1/z")).hasContent("3,1");
    assertThat(written("z.json", "--at", "layer1/dB")).hasContent("[2]");
  }

  @Test
  void writesWeightsAsCsvAndJson() {
    assertThat(written("w.csv")).hasContent("matrix,row,column,value\nW1,1,1,1.9\nb1,1,1,0.8");
    assertThat(written("w.json"))
        .hasContent("{\"layers\": [\n  {\"w\": [[1.9]], \"b\": [0.8]}\n]}");
  }

  @Test
  void drawsPicturesInTheColoursOfATheme() throws IOException {
    for (String theme : Tokens.themes()) {
      for (String ending : List.of(".png", ".gif")) {
        BufferedImage picture =
            ImageIO.read(written(theme + ending, "--theme", theme, "--at", "layer1/dW").toFile());
        assertThat(new Color(picture.getRGB(0, 0))).isEqualTo(Tokens.of(theme).colour("surface"));
      }
      assertThat(written(theme + ".svg", "--theme", theme))
          .content()
          .contains(Tokens.of(theme).colours().get("muted"));
    }
    assertThat(written("usual.svg")).hasSameTextualContentAs(folder.resolve("light.svg"));
  }

  /** What a form makes no use of is never taken without a word. */
  @Test
  void refusesWhatTheFormMakesNoUseOf() {
    Map<String, List<String>> heeded =
        Map.of(
            "--at",
            List.of("html", "svg", "png", "gif", "cards", "npy", "npz", "csv", "json"),
            "--step",
            List.of("html"),
            "--theme",
            List.of("slides", "svg", "png", "gif", "cards"));
    Map<String, String> values = Map.of("--at", "layer1/dW", "--step", "matrix", "--theme", "dark");
    for (ExportKind kind : ExportKind.values()) {
      heeded.forEach((option, kinds) -> {
        String name = kind.word() + option + kind.ending();
        String[] further = {"--as", kind.word(), option, values.get(option)};
        if (!kinds.contains(kind.word())) {
          assertThat(refused(name, further))
              .isEqualToIgnoringNewLines(
                  "gradloom: %s does nothing for the form “%s”: leave it out. It is for %s."
                      .formatted(option, kind.word(), String.join(", ", kinds)));
          assertThat(folder.resolve(name)).doesNotExist();
        } else if (kind != ExportKind.SLIDES) {
          assertThat(written(name, further)).isNotEmptyFile();
        }
      });
    }
  }

  /** Sixteen numbers of seven digits a side would make 10,000 pixels. */
  @Test
  void saysThatAPictureWasMadeSmaller() throws IOException {
    String row = "[" + "0.123457, ".repeat(15) + "-1.234567]";
    String rows = "[" + (row + ", ").repeat(15) + row + "]";
    Files.writeString(
        document,
        """
        {"gradloom": 1, "learningRate": 1, "x": %s, "layers": [{"w": %s}],
         "loss": {"kind": "given", "upstream": %s}}
        """
            .formatted(rows, rows, rows));
    InProcess process = new InProcess();
    Path out = folder.resolve("wide.png");
    assertThat(process.run("export", document.toString(), "--to", out.toString())).isZero();
    assertThat(process.err())
        .isEqualToIgnoringNewLines(
            "The picture was made smaller, to 4000 pixels across: as SVG it is sharp at any size.");
    assertThat(ImageIO.read(out.toFile()).getWidth()).isEqualTo(4000);
  }

  @Test
  void leavesAFileAloneThatIsThereUnlessItMayGo() throws IOException {
    Path there = Files.writeString(folder.resolve("w.csv"), "mine");
    assertThat(refused("w.csv")).contains("w.csv is there already", "--force");
    assertThat(there).hasContent("mine");
    assertThat(written("w.csv", "--force")).content().startsWith("matrix,row");
  }

  /**
   * The file would be refused for its one matrix, too, but only once somebody had waited for it.
   */
  @Test
  void makesNothingForAPlaceThatTakesNoFile() throws IOException {
    assertThat(refused("nowhere/w.npy")).contains("no directory " + folder.resolve("nowhere"));
    Files.createDirectory(folder.resolve("d.npy"));
    assertThat(refused("d.npy")).contains("d.npy is a directory").doesNotContain("--force");
    assertThat(refused("d.npy", "--force")).contains("d.npy is a directory");
  }

  @Test
  void saysWhatWouldBeRight() {
    assertThat(refused("w.doc")).contains("w.doc", "must end in one of", ".npz, .csv");
    assertThat(refused("w.csv", "--as", "pytorch")).contains("“pytorch”", ".csv: csv");
    assertThat(refused("numpy.py")).contains("“numpy.py”", "my_numpy.py");
    assertThat(refused(".npz")).contains("“.npz” has no name before its ending", "walk.npz");
    assertThat(refused("w.npy")).contains("--at layer1/w", ".npz");
    assertThat(refused("w.npy", "--at", "layer2/w")).contains("layer2/w");
    assertThat(refused("w.png", "--theme", "neon"))
        .contains("“neon”", "colour-blind, dark, light, projector");
    assertThat(folder).isDirectoryNotContaining("glob:**w.*");
  }
}
