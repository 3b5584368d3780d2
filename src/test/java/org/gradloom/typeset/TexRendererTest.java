package org.gradloom.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gradloom.matrix.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TexRendererTest {
  private final TexRenderer renderer = new TexRenderer();

  @Test
  void everyRoleBecomesOneOutline() {
    TexPicture picture =
        renderer.picture(
            "\\frac{\\textcolor{left}{x_1}}{y}+\\textcolor{right}{z}\\cdot\\textcolor{left}{x_2}");
    assertThat(picture.runs())
        .extracting(TexPicture.Run::role)
        .containsExactlyInAnyOrder(TexRole.TEXT, TexRole.LEFT, TexRole.RIGHT);
    assertThat(picture.rules()).hasSize(1);
  }

  @Test
  void aBoxTakesNoRoom() {
    TexPicture plain = renderer.picture("a\\;+\\;x_2\\cdot y\\;+\\;c");
    TexPicture boxed = renderer.picture("a\\;+\\;\\boxed{x_2\\cdot y}\\;+\\;c");
    TexPicture coloured =
        renderer.picture(
            "a\\;+\\;\\boxed{\\textcolor{left}{x_2}\\cdot\\textcolor{right}{y}}\\;+\\;c");
    assertThat(boxed.width()).isEqualTo(plain.width());
    assertThat(coloured.width()).isEqualTo(plain.width());
    assertThat(boxed.active()).isPresent();
    assertThat(coloured.active()).isEqualTo(boxed.active());
    assertThat(plain.active()).isEmpty();
  }

  @Test
  void aRoleTakesNoRoomFromTheOperatorsAroundIt() {
    assertThat(renderer.picture("\\textcolor{left}{a}+\\textcolor{right}{b}").width())
        .isEqualTo(renderer.picture("a+b").width());
  }

  @Test
  void numbersAreSetAsTheyArePrinted() {
    assertThat(renderer.picture(Numbers.format(-2))).isEqualTo(renderer.picture("-2"));
    assertThat(renderer.picture("2·(−1)×3")).isEqualTo(renderer.picture("2\\cdot (-1)\\times 3"));
    assertThat(renderer.picture(Numbers.format(1.5e-7)))
        .isEqualTo(renderer.picture("1.5\\mathrm{e}{-}7"));
    assertThat(renderer.picture(Numbers.format(Double.NaN)))
        .isEqualTo(renderer.picture("\\mathrm{NaN}"));
    assertThat(renderer.picture(Numbers.format(Double.NEGATIVE_INFINITY)))
        .isEqualTo(renderer.picture("-\\infty"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\\frac{a}",
        "\\frac{a}{b",
        "{a",
        "a}",
        "x^",
        "x_",
        "x_{a^}",
        "\\sqrt",
        "\\textcolor{left}",
        "\\textcolor{leftish}{x}",
        "\\textcolor{#ff0000}{x}",
        "\\boxed x",
        "\\nosuchcommand",
        "\\GeoGebra",
        "a%b",
        "a$b",
        "a\\",
        "漢",
        "\\left( a",
        "\\begin{matrix}a"
      })
  void brokenTexIsRefused(String tex) {
    assertThatThrownBy(() -> renderer.picture(tex)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFormulaIsDrawnOnce() {
    TexPicture first = renderer.picture("x_{12}");
    assertThat(renderer.picture("x_{12}")).isSameAs(first);
    for (int i = 0; i < 600; i++) {
      renderer.picture("x_{" + i + "}");
    }
    assertThat(renderer.picture("x_{12}")).isNotSameAs(first);
  }

  @Test
  void warmingUpSetsAFormulaWithoutAWindow() {
    renderer.warmUp();
  }
}
