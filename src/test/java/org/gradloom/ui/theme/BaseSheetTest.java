package org.gradloom.ui.theme;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javafx.css.Selector;
import javafx.css.Stylesheet;
import org.gradloom.Main;
import org.gradloom.assets.Assets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The base that the build makes of AtlantaFX's: whatever a control of ours can wear is in it. */
class BaseSheetTest {
  private static final Pattern STYLE_CLASS = Pattern.compile("\\.([a-z0-9-]+)");

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void leavesOutOnlyRulesThatMatchNoControlOfOurs(String ground) throws IOException {
    List<String> leftOut = new ArrayList<>(theirs(ground));
    kept(ground).forEach(leftOut::remove);
    Set<String> worn = worn();

    assertThat(theirs(ground)).containsSubsequence(kept(ground));
    assertThat(leftOut.stream().filter(rule -> worn.containsAll(names(rule)))).isEmpty();
  }

  @Test
  void isLessThanHalfOfWhatItIsMadeOf() throws IOException {
    assertThat(kept("light").size()).isBetween(300, theirs("light").size() / 2);
  }

  /** Everything that a node of this program may have for a style class. */
  private static Set<String> worn() throws IOException {
    Path classes =
        Path.of(URI.create(Main.class.getResource("/org/gradloom/Main.class").toString()))
            .getParent();
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .flatMap(BaseSheetTest::constants)
          .flatMap(BaseSheetTest::namesIn)
          .collect(toSet());
    }
  }

  private static Stream<PoolEntry> constants(Path file) {
    try {
      return StreamSupport.stream(ClassFile.of().parse(file).constantPool().spliterator(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A string may be several style classes; a control has the one that its name says. */
  private static Stream<String> namesIn(PoolEntry entry) {
    return switch (entry) {
      case StringEntry text -> Stream.of(text.stringValue().split(" "));
      case ClassEntry type when type.asInternalName().startsWith("javafx/scene/control/") ->
          Stream.of(dashed(type.asInternalName().replaceFirst(".*/", "")));
      default -> Stream.of();
    };
  }

  /** {@code DatePicker} as {@code date-picker}. */
  private static String dashed(String name) {
    return name.replaceAll("(?<=.)(?=\\p{Lu})", "-").toLowerCase(Locale.ROOT);
  }

  /** The style classes in a selector. */
  private static Set<String> names(String selector) {
    return STYLE_CLASS.matcher(selector).results().map(name -> name.group(1)).collect(toSet());
  }

  private static List<String> theirs(String ground) throws IOException {
    return selectors("atlantafx/base/theme/primer-" + ground + ".bss");
  }

  private static List<String> kept(String ground) throws IOException {
    return selectors("assets/styles/base-" + ground + ".bss");
  }

  private static List<String> selectors(String path) throws IOException {
    return Stylesheet.loadBinary(Assets.ofProgram().url(path)).getRules().stream()
        .flatMap(rule -> rule.getSelectors().stream())
        .map(Selector::toString)
        .toList();
  }
}
