package org.gradloom.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Message;
import org.gradloom.text.Quote;

/**
 * The forms in which a document leaves the app. A kind is all there is to know of one: its name on
 * the command line, the ending of its files and what writes it. So a form is added by one constant
 * here, and the command, the window and their words have it.
 */
public enum ExportKind {
  HTML("html", ".html", ReadableFile::page, ExportSetting.PLACE, ExportSetting.STEP),
  HANDOUT("handout", ".pdf", ReadableFile::handout),
  SLIDES("slides", ".pdf", ReadableFile::slides, ExportSetting.THEME),
  LATEX("latex", ".tex", ReadableFile::latex),
  MARKDOWN("markdown", ".md", ReadableFile::markdown),
  SVG("svg", ".svg", ReadableFile::svg, ExportSetting.PLACE, ExportSetting.THEME),
  PNG("png", ".png", ReadableFile::png, ExportSetting.PLACE, ExportSetting.THEME),
  GIF("gif", ".gif", ReadableFile::gif, ExportSetting.PLACE, ExportSetting.THEME),
  CARDS("cards", ".gif", ReadableFile::cards, ExportSetting.PLACE, ExportSetting.THEME),
  NUMPY("numpy", ".py", NumPyProgram::write),
  PYTORCH("pytorch", ".py", TorchProgram::write),
  JAVA("java", ".java", EjmlProgram::write),
  NOTEBOOK("notebook", ".ipynb", Notebook::write),
  NPY("npy", ".npy", DataFile::npy, ExportSetting.PLACE),
  NPZ("npz", ".npz", DataFile::npz, ExportSetting.PLACE),
  CSV("csv", ".csv", DataFile::csv, ExportSetting.PLACE),
  JSON("json", ".json", DataFile::json, ExportSetting.PLACE);

  private static final Set<String> IN_THE_WAY =
      Set.of("numpy.py", "torch.py", "json.py", "math.py", "itertools.py", "os.py", "sys.py");

  private final String word;
  private final String ending;

  // Each is a static method, which has nothing to change.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Form form;

  @SuppressWarnings("ImmutableEnumChecker") // cannot be changed
  private final Set<ExportSetting> heeded;

  /** Writes a document in one form. */
  @FunctionalInterface
  interface Form {
    byte[] write(ExportOrder order, Headway headway);
  }

  ExportKind(String word, String ending, Form form, ExportSetting... heeded) {
    this.word = word;
    this.ending = ending;
    this.form = form;
    this.heeded = Set.of(heeded);
  }

  /** The name behind {@code --as}. */
  public String word() {
    return word;
  }

  /** What its files end in, with the dot. */
  public String ending() {
    return ending;
  }

  /** Whether what is said of this makes a difference to its files. */
  public boolean heeds(ExportSetting setting) {
    return heeded.contains(setting);
  }

  /**
   * Passes where a setting makes a difference.
   *
   * @throws InvalidInput if it makes none, naming the kinds to which it does
   */
  public void requireHeeds(ExportSetting setting) {
    if (!heeds(setting)) {
      throw new InvalidInput(
          "export.unheeded",
          setting.option(),
          word,
          Arrays.stream(values())
              .filter(kind -> kind.heeds(setting))
              .map(ExportKind::word)
              .collect(Collectors.joining(", ")));
    }
  }

  /** What a menu calls it. */
  public Message called() {
    return Message.of("export.kind." + word);
  }

  /**
   * The whole file.
   *
   * @param headway is told how far it is, and may end it by an exception of its own
   * @throws InvalidInput if this document cannot leave in this form, with what would fit
   */
  public byte[] write(ExportOrder order, Headway headway) {
    return form.write(order, headway);
  }

  /** What there is to know of a file that was written, if anything. */
  public Optional<Message> remark(ExportOrder order) {
    return this == PNG ? ReadableFile.pngRemark(order) : Optional.empty();
  }

  /**
   * The kind for a file of this name.
   *
   * @param as the word of a kind, where an ending has several; its first is meant otherwise
   * @throws InvalidInput naming the endings, or the kinds of this one
   */
  public static ExportKind of(String fileName, Optional<String> as) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    List<ExportKind> fitting =
        Arrays.stream(values()).filter(kind -> lower.endsWith(kind.ending)).toList();
    if (fitting.isEmpty()) {
      throw new InvalidInput("export.wrongEnding", Quote.of(fileName), endings());
    }
    return as.map(word ->
            fitting.stream()
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() ->
                    new InvalidInput(
                        "export.wrongKind",
                        Quote.of(word),
                        fitting.getFirst().ending,
                        fitting.stream().map(ExportKind::word).collect(Collectors.joining(", ")))))
        .orElseGet(fitting::getFirst);
  }

  /**
   * Passes where a file may have this name.
   *
   * @throws InvalidInput if a file of this name would not work: an ending alone hides it, and a
   *     program in Python that is called like a library stands in that library's way
   */
  public void requireName(String fileName) {
    String name =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    if (name.equalsIgnoreCase(ending)) {
      throw new InvalidInput("export.noName", Quote.of(name), "walk" + ending);
    }
    if (IN_THE_WAY.contains(name.toLowerCase(Locale.ROOT))) {
      throw new InvalidInput("export.inTheWay", Quote.of(name), "my_" + name);
    }
  }

  /** The words of all kinds, as the command's help shows them. */
  public static String words() {
    return Arrays.stream(values()).map(ExportKind::word).collect(Collectors.joining("|"));
  }

  private static String endings() {
    return Arrays.stream(values())
        .map(ExportKind::ending)
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
