package org.gradloom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gradloom.ui.control.NetworkPicture.Column;
import org.gradloom.ui.control.NetworkPicture.Emphasis;
import org.gradloom.ui.control.NetworkPicture.Gap;
import org.gradloom.ui.control.NetworkPicture.Slot;
import org.gradloom.ui.control.NetworkPicture.Unit;
import org.gradloom.ui.control.NetworkPicture.Wire;
import org.junit.jupiter.api.Test;

class NetworkPictureTest {
  private static Unit unit(int index, Emphasis emphasis) {
    return new Unit("x" + index, "x" + index, "", emphasis, "x " + index);
  }

  private static List<String> words(Column column) {
    List<String> words = new ArrayList<>();
    for (Slot slot : column.slots()) {
      words.add(
          switch (slot) {
            case Unit unit -> unit.id();
            case Gap gap -> "⋮" + gap.hidden();
          });
    }
    return words;
  }

  @Test
  void aLongColumnShowsTheFirstFewTheLitOneAndTheLast() {
    List<Integer> made = new ArrayList<>();
    Column column =
        Column.of(
            784,
            i -> i == 400,
            i -> {
              made.add(i);
              return unit(i, Emphasis.DIM);
            });
    assertThat(words(column))
        .containsExactly("x0", "x1", "x2", "x3", "⋮396", "x400", "⋮382", "x783");
    assertThat(made).hasSize(6);
  }

  @Test
  void eightUnitsAreAllShown() {
    assertThat(words(Column.of(8, i -> false, i -> unit(i, Emphasis.DIM)))).hasSize(8);
  }

  @Test
  void aColumnGivenWholeIsShortenedAroundItsLitUnits() {
    List<Slot> units = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      units.add(unit(i, i == 11 ? Emphasis.LEFT : Emphasis.DIM));
    }
    assertThat(words(new Column(units).shortened()))
        .containsExactly("x0", "x1", "x2", "x3", "⋮7", "x11", "⋮7", "x19");
  }

  @Test
  void manyLitUnitsLeaveNoMoreThanEightSlots() {
    Column column = Column.of(100, i -> i % 2 == 1, i -> unit(i, Emphasis.LEFT));
    assertThat(column.slots().stream().filter(Unit.class::isInstance).count()).isEqualTo(6);
    assertThat(words(column)).startsWith("x0", "x1").endsWith("x99");
  }

  @Test
  void arrowsWalkFromUnitToWireToUnit() {
    Column inputs = new Column(List.of(unit(1, Emphasis.DIM), unit(2, Emphasis.LEFT)));
    Column outputs = new Column(List.of(unit(3, Emphasis.DIM), unit(4, Emphasis.RIGHT)));
    List<Wire> wires = new ArrayList<>();
    for (int i = 1; i <= 2; i++) {
      for (int j = 3; j <= 4; j++) {
        Emphasis lit = i == 2 && j == 4 ? Emphasis.RESULT : Emphasis.DIM;
        wires.add(new Wire("w" + i + j, "x" + i, "x" + j, "", "", lit, ""));
      }
    }
    NetworkWalk walk = new NetworkWalk(new NetworkPicture(List.of(inputs, outputs), wires));
    assertThat(walk.down("x1")).contains("x2");
    assertThat(walk.down("x2")).isEmpty();
    assertThat(walk.right("x2")).contains("w24");
    assertThat(walk.right("w24")).contains("x4");
    assertThat(walk.right("x4")).isEmpty();
    assertThat(walk.left("x4")).contains("w24");
    assertThat(walk.up("w24")).contains("w23");
    assertThat(walk.left("w23")).contains("x2");
  }
}
