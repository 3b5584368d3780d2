package org.gradloom.ui.explore;

import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.gradloom.derivation.Narration;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NetworkPicture;
import org.gradloom.ui.control.NetworkView;
import org.gradloom.ui.control.TextClipboard;
import org.gradloom.ui.stage.NetworkDrawing;
import org.gradloom.ui.stage.RelayoutGuard;
import org.gradloom.ui.stage.RichText;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;

/** Right of the stage, the same step again: in the network, in code, in words, and measured. */
final class LinkedViews {
  private final Store store;
  private final Texts texts;
  private final NetworkView network;
  private final Label sample = new Label();
  private final RelayoutGuard steadyNetwork;
  private final Panel networkPanel;
  private final CodePanel code;
  private final RichText why = new RichText("why");
  private final RelayoutGuard steadyWhy = new RelayoutGuard(why);
  private final Panel whyPanel;
  private final CheckPanel check;

  /**
   * Puts them where there are none of them yet.
   *
   * @param scrolled takes what there is to read
   * @param ground takes below it what was measured: whatever there is to read, that stays in sight
   */
  LinkedViews(Store store, Texts texts, TextClipboard clipboard, Pane scrolled, Pane ground) {
    this.store = store;
    this.texts = texts;
    this.network = new NetworkView(texts);
    this.steadyNetwork = new RelayoutGuard(network);
    this.networkPanel = new Panel("path", store, texts, steadyNetwork, sample);
    this.code = new CodePanel(store, texts, clipboard);
    this.whyPanel = new Panel("why", store, texts, steadyWhy);
    this.check = new CheckPanel(store, texts);
    network.setId("network");
    network.getStyleClass().add("path");
    network.setOnChoose(this::chooseInNetwork);
    sample.setId("network-sample");
    sample.getStyleClass().add("matrix-caption");
    sample.setMinWidth(Region.USE_PREF_SIZE);
    why.getStyleClass().add("why");
    check.panel().setMinHeight(Region.USE_PREF_SIZE);
    scrolled.getChildren().addAll(networkPanel, code.panel(), whyPanel);
    ground.getChildren().add(check.panel());
  }

  void show(Explore state) {
    networkPanel.show(state);
    if (!state.view().folded().contains("path")) {
      int usual = state.sampleInSight();
      NetworkPicture picture = NetworkDrawing.of(state.derivation(), state.step(), usual, texts);
      steadyNetwork.change(() -> network.setPicture(picture));
      sample.setText(NetworkDrawing.sample(state.step(), usual).map(texts::say).orElse(""));
    }
    code.show(state);
    steadyWhy.change(() ->
        why.setSentence(
            state.hidesNumbers() || state.hidesSymbols()
                ? texts.get("ask.coveredWhy")
                : texts.say(Narration.of(state.step(), state.seen()).why())));
    whyPanel.show(state);
    check.show(state);
  }

  private void chooseInNetwork(String id) {
    Explore state = store.state().explore();
    NetworkDrawing.placeOf(state.derivation(), state.step(), state.sampleInSight(), id)
        .ifPresent(place -> store.dispatch(new Action.Go(place)));
  }
}
