package org.gradloom.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Holds the bundle and the code together. A key in the code is a string literal in the first
 * argument of one of the calls that take a key; it stands whole, or is put together from a
 * beginning and the name of a value ({@code "activation." + …}), and then only its beginning can be
 * looked up.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TextKeysTest {
  private static final Pattern CALL =
      Pattern.compile("(?:Message\\.of|new InvalidInput|[Tt]exts(?:\\(\\))?\\s*\\.get)\\s*\\(");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** Screens may be given their words before they are built; these packages say all of theirs. */
  private static final List<String> ROOMS =
      List.of(
          "number.",
          "paste.",
          "compare.",
          "lesson.",
          "place.",
          "edit.",
          "file.",
          "data.",
          "cli.",
          "display.",
          "compute.",
          "explain.",
          "why.",
          "mark.",
          "vote.",
          "practice.",
          "answer.",
          "expression.",
          "figure.");

  private static final Pattern QUOTE_CHARACTER = Pattern.compile("'\\\\?\"'");

  /** What no key looks like: the message of an exception within an argument, for one. */
  private static final Pattern SENTENCE = Pattern.compile(".*\\s.*");

  private final Texts texts = Texts.english();
  private final Set<String> literals = new TreeSet<>();

  /** Literals in the place of a key, with the first file they stand in. */
  private final Map<String, String> keys = new TreeMap<>();

  private final Map<String, String> beginnings = new TreeMap<>();
  private final Map<String, String> endings = new TreeMap<>();

  @BeforeAll
  void readTheSource() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String source = QUOTE_CHARACTER.matcher(Files.readString(file)).replaceAll("' '");
        LITERAL.matcher(source).results().forEach(found -> literals.add(found.group(1)));
        Matcher call = CALL.matcher(source);
        while (call.find()) {
          collect(firstArgument(source, call.end()), file.getFileName().toString());
        }
      }
    }
  }

  private void collect(String argument, String file) {
    Matcher literal = LITERAL.matcher(argument);
    while (literal.find()) {
      if (SENTENCE.matcher(literal.group(1)).matches()) {
        continue;
      }
      boolean goesOn = argument.substring(literal.end()).stripLeading().startsWith("+");
      boolean continues = argument.substring(0, literal.start()).stripTrailing().endsWith("+");
      Map<String, String> kind = goesOn ? beginnings : continues ? endings : keys;
      kind.putIfAbsent(literal.group(1), file);
    }
  }

  /** The text up to the comma or bracket that ends the first argument of a call. */
  private static String firstArgument(String source, int start) {
    int depth = 0;
    boolean quoted = false;
    for (int i = start; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '"' && source.charAt(i - 1) != '\\') {
        quoted = !quoted;
      } else if (!quoted && (c == '(' || c == '{')) {
        depth++;
      } else if (!quoted && (c == ')' || c == '}') && depth-- == 0) {
        return source.substring(start, i);
      } else if (!quoted && c == ',' && depth == 0) {
        return source.substring(start, i);
      }
    }
    return source.substring(start);
  }

  @Test
  void everyKeyInTheCodeHasItsText() {
    assertThat(keys).hasSizeGreaterThan(50);
    keys.forEach((key, file) -> assertThat(texts.keys()).as("a key in " + file).contains(key));
  }

  @Test
  void everyBeginningAndEndingOfAKeyFitsSomeText() {
    beginnings.forEach((beginning, file) ->
        assertThat(texts.keys())
            .as("keys that begin as in " + file)
            .anyMatch(key -> key.startsWith(beginning)));
    endings.forEach((ending, file) ->
        assertThat(texts.keys())
            .as("keys that end as in " + file)
            .anyMatch(key -> key.endsWith(ending)));
  }

  @Test
  void everyTextOfTheRoomsWithoutAScreenIsSaidSomewhere() {
    assertThat(texts.keys())
        .filteredOn(key -> ROOMS.stream().anyMatch(key::startsWith))
        .hasSizeGreaterThan(100)
        .allMatch(this::isSaid, "stands in a string of the code");
  }

  /** Whole, or as a beginning with a dot in it; what follows may be the name of any value. */
  private boolean isSaid(String key) {
    return literals.contains(key)
        || literals.stream()
            .filter(literal -> literal.contains(".") && key.startsWith(literal))
            .anyMatch(literal ->
                literal.endsWith(".") || literals.contains(key.substring(literal.length())));
  }

  @Test
  void everyTemplateParsesAndHoldsNoStraightApostrophe() throws IOException {
    for (String key : texts.keys()) {
      String template = texts.template(key);
      assertThat(new MessageFormat(template, Locale.ROOT).toPattern()).as(key).isNotNull();
      assertThat(template).as("%s, where ' would quote", key).doesNotContain("'");
    }
  }

  @Test
  void noTextStandsTwice() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("assets/text/en.properties"))) {
      List<String> found =
          lines
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.substring(0, line.indexOf('=')))
              .toList();
      assertThat(found).doesNotHaveDuplicates().hasSameSizeAs(texts.keys());
    }
  }

  @Test
  void namesOfValuesHaveTheirTexts() {
    for (var activation : org.gradloom.rule.Activation.all()) {
      assertThat(texts.keys()).contains("activation." + activation.documentName());
    }
    for (var kind : org.gradloom.rule.LossKind.values()) {
      assertThat(texts.keys()).contains("loss." + kind.ownName());
    }
    for (var phase : org.gradloom.lesson.Phase.values()) {
      assertThat(texts.keys()).contains("phase." + phase.name());
    }
  }

  @Test
  void nestedMessagesAreSaidAndNumbersChoose() {
    assertThat(texts.say(Message.of("edit.setLoss", Message.of("loss.squared-error"))))
        .isEqualTo("Loss set to squared error");
    assertThat(texts.get("lesson.biasDoesNotFit", 2, 1, "3×4", Message.of("noun.column")))
        .isEqualTo("layer 2: b has 1 entry but W is 3×4: b needs one entry for each column of W.");
  }
}
