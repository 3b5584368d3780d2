package org.gradloom.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The typefaces can set what a matrix needs. */
class FontsTest {
  private static final String DIGITS = "0123456789";
  private static final String WANTED = "−×·₀₁₂₃₄₅₆₇₈₉∂∞⁰¹²³→…“”’";
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  static List<String> files() {
    return Fonts.FILES;
  }

  @ParameterizedTest
  @MethodSource("files")
  void digitsAndTheMinusSignAreEquallyWide(String file) throws IOException, FontFormatException {
    Font font = font(file);
    Stream<Long> widths =
        (DIGITS + "−").chars().mapToObj(c -> Math.round(width(font, (char) c))).distinct();
    assertThat(widths).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("files")
  void everySignThatMathematicsNeedsIsThere(String file) throws IOException, FontFormatException {
    Font font = font(file);
    assertThat(WANTED.chars()).allMatch(font::canDisplay);
    if (file.contains("Sans")) {
      assertThat("ΣΔη✓↑↓←⁴⁵⁶⁷⁸⁹".chars()).allMatch(font::canDisplay);
    }
  }

  private static Font font(String file) throws IOException, FontFormatException {
    return Font.createFont(Font.TRUETYPE_FONT, new File("assets/fonts", file)).deriveFont(1000f);
  }

  private static double width(Font font, char c) {
    return font.createGlyphVector(EXACT, String.valueOf(c)).getGlyphMetrics(0).getAdvance();
  }
}
