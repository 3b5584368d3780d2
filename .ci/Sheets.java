import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/**
 * Makes the style sheets that a window reads at every start quick to read.
 *
 * <p>What dresses JavaFX's controls is a theme of AtlantaFX. Three fifths of it dress controls of
 * which there is none here, so they are left out: tables, trees, tabs, dates, charts and more. A
 * test holds what is left out against the program's own classes.
 *
 * <p>The result and each of our sheets are written in JavaFX's own form too, beside the text. Where
 * it finds that, it does not read the text: each name of a colour would cost it two exceptions. In
 * all it takes the thread that draws the window 0.05 s less.
 */
@SuppressWarnings("DefaultPackage") // the launcher runs it straight from its source
final class Sheets {
  /** Style classes of controls, and of AtlantaFX's own, that no window here shows. */
  private static final List<String> ABSENT =
      List.of(
          "accordion",
          "bb-code",
          "breadcrumbs",
          "calendar",
          "chart",
          "chart-[a-z-]+",
          "choice-box",
          "color-palette",
          "color-palette-region",
          "color-picker",
          "custom-color-dialog",
          "custom-text-field",
          "date-picker",
          "date-picker-popup",
          "default-color[0-7]",
          "html-editor[a-z-]*",
          "menu-bar",
          "modal-box",
          "modal-pane",
          "notification",
          "pagination",
          "popover",
          "ring-progress-indicator",
          "segmented-control",
          "split-menu-button",
          "split-pane",
          "tab-line",
          "tab-pane",
          "table-cell",
          "table-row-cell",
          "table-view",
          "tile-base",
          "titled-pane",
          "toggle-switch",
          "tool-bar",
          "tree-cell",
          "tree-table-row-cell",
          "tree-table-view",
          "tree-view");

  private static final Pattern NAMES_ABSENT =
      Pattern.compile("\\.(" + String.join("|", ABSENT) + ")(?![a-z0-9-])");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");

  private Sheets() {}

  /**
   * Argument: the folder of the program's compiled classes and assets, which is written to. What is
   * there and needs no change stays as it is: a file newer than the jar would have that packed
   * anew, and the jar's cache would be of no use any more.
   */
  public static void main(String[] args) throws IOException {
    Path assets = Path.of(args[0], "assets");
    for (String ground : List.of("light", "dark")) {
      Path base = assets.resolve("styles/base-" + ground + ".css");
      String rules = withoutAbsent(ofAtlantaFx(ground));
      if (!Files.exists(base) || !Files.readString(base).equals(rules)) {
        Files.writeString(base, rules);
      }
    }
    for (String folder : List.of("styles", "themes")) {
      for (Path sheet : Tools.list(assets.resolve(folder))) {
        if (sheet.toString().endsWith(".css")) {
          writeBinary(sheet, Path.of(sheet.toString().replaceFirst("css$", "bss")));
        }
      }
    }
  }

  private static void writeBinary(Path sheet, Path binary) throws IOException {
    if (!Files.exists(binary)
        || Files.getLastModifiedTime(binary).compareTo(Files.getLastModifiedTime(sheet)) < 0) {
      Stylesheet.convertToBinary(sheet.toFile(), binary.toFile());
    }
  }

  private static String ofAtlantaFx(String ground) throws IOException {
    String path = "/atlantafx/base/theme/primer-" + ground + ".css";
    try (var stream = Sheets.class.getResourceAsStream(path)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Rules, without the selectors that match a control of which there is none. */
  private static String withoutAbsent(String sheet) {
    Matcher rule = RULE.matcher(COMMENT.matcher(sheet).replaceAll(""));
    StringBuilder kept = new StringBuilder();
    while (rule.find()) {
      String selectors =
          Stream.of(rule.group(1).split(","))
              .filter(selector -> !NAMES_ABSENT.matcher(selector).find())
              .map(String::strip)
              .collect(Collectors.joining(",\n"));
      if (!selectors.isEmpty()) {
        kept.append(selectors).append(" {").append(rule.group(2)).append("}\n");
      }
    }
    return kept.toString();
  }
}
