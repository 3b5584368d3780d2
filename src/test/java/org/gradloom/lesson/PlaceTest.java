package org.gradloom.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.gradloom.formula.MatrixSymbol;
import org.gradloom.formula.Operand;
import org.gradloom.matrix.Cell;
import org.gradloom.matrix.Shape;
import org.gradloom.text.InvalidInput;
import org.gradloom.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

  @Test
  void countsFromOneInTextAndFromZeroInCode() {
    assertThat(Place.parse("layer1/dW/3,2/term2"))
        .isEqualTo(new Place.OfTerm(new Operand(0, MatrixSymbol.DW), new Cell(2, 1), 1));
    assertThat(Place.parse("layer12/bNext/1,10"))
        .isEqualTo(new Place.OfCell(new Operand(11, MatrixSymbol.B_NEXT), new Cell(0, 9)));
    assertThat(Place.parse("loss/L")).isEqualTo(new Place.OfMatrix(Operand.ofLoss(MatrixSymbol.L)));
  }

  @ParameterizedTest
  @EnumSource
  void isReadBackFromItsText(MatrixSymbol quantity) {
    for (int layer : quantity.belongsToLoss() ? new int[] {Operand.LOSS} : new int[] {0, 1, 9}) {
      Operand operand = new Operand(layer, quantity);
      for (int i = 0; i < 12; i += 5) {
        Cell cell = new Cell(i, 11 - i);
        assertReadBack(new Place.OfMatrix(operand));
        assertReadBack(new Place.OfCell(operand, cell));
        assertReadBack(new Place.OfTerm(operand, cell, i));
        assertReadBack(new Region.OfRow(operand, i));
        assertReadBack(new Region.OfColumn(operand, i));
      }
    }
  }

  private static void assertReadBack(Region region) {
    assertThat(Region.parse(region.toString())).isEqualTo(region);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layer1/dX/2 | 2,1 2,2 2,3",
        "layer1/dX/:,3 | 1,3 2,3",
        "layer1/dX/2,1 | 2,1",
        "layer1/dX/2,1/term2 | 2,1",
        "layer1/dX | 1,1 1,2 1,3 2,1 2,2 2,3",
      })
  void holdsTheseCellsOfATwoByThreeMatrix(String region, String cells) {
    assertThat(
            Region.parse(region).cells(new Shape(2, 3)).stream()
                .map(Cell::toString)
                .collect(Collectors.joining(" ")))
        .isEqualTo(cells);
  }

  @Test
  void aRowAndAColumnAreNoPlacesOfTheWalk() {
    assertThat(Region.parse("layer1/dX/2"))
        .isEqualTo(new Region.OfRow(new Operand(0, MatrixSymbol.DX), 1));
    assertThat(Region.parse("layer1/x/:,3"))
        .isEqualTo(new Region.OfColumn(new Operand(0, MatrixSymbol.X), 2));
    for (String line : List.of("layer1/dX/2", "layer1/x/:,3")) {
      assertThatThrownBy(() -> Place.parse(line))
          .isInstanceOfSatisfying(
              InvalidInput.class,
              refused ->
                  assertThat(Texts.english().say(refused.said()))
                      .isEqualTo(
                          "“"
                              + line
                              + "” is a row or a column, where no step stands:"
                              + " write a matrix or a cell, such as layer1/dW/3,2."));
    }
  }

  @Test
  void aLineTurnsWithItsMatrix() {
    Region row = Region.parse("layer1/dX/2");
    assertThat(Convention.WX.turned(row)).hasToString("layer1/dX/:,2");
    assertThat(Convention.WX.turned(Convention.WX.turned(row))).isEqualTo(row);
    assertThat(Convention.XWT.turned(row)).isEqualTo(row);
    assertThat(Convention.XWT.turned(Region.parse("layer1/dW/:,2"))).hasToString("layer1/dW/2");
    assertThat(Convention.WX.turned(Region.parse("layer1/dB/:,2"))).hasToString("layer1/dB/:,2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "layer1",
        "layer1/",
        "layer0/z",
        "layer01/z",
        "layer/z",
        "Layer1/z",
        "layer-1/z",
        "layer1/dW/0",
        "layer1/dW/:",
        "layer1/dW/:,",
        "layer1/dW/:,0",
        "layer1/dW/:,:",
        "layer1/dW/3,:",
        "layer1/dW/:,3/term1",
        "layer1/dW/3/term1",
        "layer1/dW/3,",
        "layer1/dW/0,1",
        "layer1/dW/1,0",
        "layer1/dW/3;2",
        "layer1/dW/3, 2",
        "layer1/dW/3,2/",
        "layer1/dW/3,2/2",
        "layer1/dW/3,2/term0",
        "layer1/dW/3,2/term",
        "layer1/dW/term2",
        " layer1/dW",
        "layer1/dW/3,2/term2/",
        "layer99999999999/z",
        "layer1/z/99999999999,1",
        "layer1/z/1,1/term99999999999",
        "layer1/z/١,1",
      })
  void refusesWhatIsNoPlace(String text) {
    assertThatThrownBy(() -> Place.parse(text))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused ->
                assertThat(Texts.english().say(refused.said()))
                    .isEqualTo(
                        "“" + text + "” is not a place: write one such as layer1/dW/3,2/term2."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"layer1/dw", "layer1/p", "layer1/L", "loss/z", "loss/W", "loss/loss"})
  void refusesMatricesThatDoNotExistThere(String text) {
    String name = text.substring(text.indexOf('/') + 1);
    assertThatThrownBy(() -> Place.parse(text))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused ->
                assertThat(Texts.english().say(refused.said()))
                    .isEqualTo(
                        "“"
                            + text
                            + "” is not a place: there is no matrix called "
                            + name
                            + " there."));
  }
}
