package org.gradloom.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradloom.KnownLessons;
import org.gradloom.derivation.Derivation;
import org.gradloom.matrix.Numbers;
import org.gradloom.rule.Elementwise;
import org.gradloom.text.Texts;
import org.gradloom.training.Command;
import org.gradloom.training.Evaluation;
import org.gradloom.training.Evaluations;
import org.gradloom.training.Preset;
import org.gradloom.training.Status;
import org.gradloom.ui.control.NetworkMap;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.AppState;
import org.gradloom.ui.store.ByHand;
import org.gradloom.ui.store.Origin;
import org.gradloom.ui.store.Store;
import org.gradloom.ui.store.View;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of the parts of a network of 4–8–3, and what is done to them. */
class NetworkEditingTest {
  private final Texts texts = Texts.english();
  private final Store store =
      new Store(
          AppState.opened(
              Derivation.of(KnownLessons.lessonH()), new Origin.BuiltIn("h"), View.usual()));
  private final List<Optional<NetworkMap.Unit>> pointedAt = new ArrayList<>();
  private final NetworkEditing editing = new NetworkEditing(store, texts, pointedAt::add);

  @BeforeEach
  void open() {
    store.dispatch(new Action.OpenSetup(Preset.IRIS.setup(), new Origin.BuiltIn("iris")));
  }

  private ByHand byHand() {
    return store.state().training().orElseThrow().byHand();
  }

  private List<Integer> hidden() {
    return store.state().training().orElseThrow().setup().hidden();
  }

  @Test
  void partsAreSaidOnceARunIsSeen() {
    NetworkMap.Wire wire = new NetworkMap.Wire(1, 2, 0);
    assertThat(editing.describe(wire)).isEmpty();
    Evaluation seen = Evaluations.of(Preset.IRIS.setup(), 1, 0, 0, new Status.Paused());
    editing.show(seen);
    String weight = Numbers.format(seen.snapshot().layers().get(1).w().get(2, 0));
    assertThat(editing.describe(wire))
        .startsWith("w from 3 to 1 of layer 2: " + weight + ", gradient ");
    assertThat(editing.describe(new NetworkMap.Unit(1, 4))).isEqualTo("unit 5 of layer 1, bias 0");
    assertThat(editing.describe(new NetworkMap.Unit(0, 0))).startsWith("input 1: ");
    editing.clear();
    assertThat(editing.describe(wire)).isEmpty();
  }

  @Test
  void numbersSetByHandAreToldWithThoseThatWereThere() {
    Evaluation seen = Evaluations.of(Preset.IRIS.setup(), 1, 0, 0, new Status.Paused());
    editing.show(seen);
    double before = seen.snapshot().layers().getFirst().w().get(3, 7);
    editing.setWeight(new NetworkMap.Wire(0, 3, 7), 6);
    editing.setBias(new NetworkMap.Unit(2, 2), -1);
    assertThat(byHand().done())
        .extracting(ByHand.Change::set)
        .containsExactly(new Command.SetWeight(0, 3, 7, 6), new Command.SetBias(1, 2, -1));
    assertThat(byHand().done())
        .extracting(ByHand.Change::back)
        .containsExactly(new Command.SetWeight(0, 3, 7, before), new Command.SetBias(1, 2, 0));
  }

  @Test
  void whatTheNetworkNoLongerHasIsLeftAlone() {
    editing.setWeight(new NetworkMap.Wire(2, 0, 0), 6);
    editing.setWeight(new NetworkMap.Wire(0, 4, 0), 6);
    editing.setWeight(new NetworkMap.Wire(0, 0, 8), 6);
    editing.setBias(new NetworkMap.Unit(3, 0), 6);
    editing.setBias(new NetworkMap.Unit(2, 3), 6);
    editing.changeUnits(1, 1);
    editing.removeLayer(1);
    assertThat(byHand().done()).isEmpty();
    assertThat(hidden()).containsExactly(8);
  }

  @Test
  void anActivationIsOfOneLayerAndCanBeTakenBack() {
    editing.insertLayer(1);
    editing.setActivation(1, Elementwise.RELU);
    assertThat(activations()).containsExactly(Elementwise.TANH, Elementwise.RELU);
    editing.setActivation(2, Elementwise.RELU);
    assertThat(activations()).containsExactly(Elementwise.TANH, Elementwise.RELU);
    editing.removeLayer(0);
    assertThat(activations()).containsExactly(Elementwise.RELU);
    store.dispatch(new Action.Undo());
    store.dispatch(new Action.Undo());
    assertThat(activations()).containsExactly(Elementwise.TANH, Elementwise.TANH);
  }

  private List<Elementwise> activations() {
    return store.state().training().orElseThrow().setup().activations();
  }

  @Test
  void unitsAndLayersChange() {
    editing.changeUnits(0, -1);
    assertThat(hidden()).containsExactly(7);
    editing.insertLayer(1);
    assertThat(hidden()).containsExactly(7, 7);
    editing.removeLayer(0);
    editing.removeLayer(0);
    assertThat(hidden()).isEmpty();
    editing.insertLayer(0);
    assertThat(hidden()).containsExactly(4);
  }

  @Test
  void aLayerWithoutUnitsIsRefusedAboveThePicture() {
    editing.changeUnits(0, -8);
    assertThat(hidden()).containsExactly(8);
    assertThat(store.state().notice().map(said -> texts.say(said.said())))
        .contains("A hidden layer of 0 units cannot be drawn: choose from 1 to 128.");
  }

  @Test
  void whatIsPointedAtIsPassedOn() {
    editing.hovered(Optional.of(new NetworkMap.Unit(1, 0)));
    editing.selectLayer(1);
    assertThat(pointedAt).containsExactly(Optional.of(new NetworkMap.Unit(1, 0)));
    assertThat(store.state().training().orElseThrow().layer()).isEqualTo(1);
  }
}
