package org.gradloom.ui.lecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.gradloom.derivation.CodeListing;
import org.gradloom.derivation.Narration;
import org.gradloom.lesson.Beat;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.NetworkView;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.stage.NetworkDrawing;
import org.gradloom.ui.stage.RichText;
import org.gradloom.ui.store.Explore;

/**
 * What stands beside the stage where a beat names it in {@code show}: the network path, the lines
 * of code around the one that runs, and why. A beat that names nothing shows what is said and the
 * formula alone.
 */
final class ClassPanels extends VBox {
  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

  /** Lines of code before and behind the one that runs. */
  private static final int AROUND = 3;

  private final Texts texts;
  private final NetworkView network;
  private final VBox code = new VBox();
  private final RichText why = new RichText("lecture-why");

  /** A panel that a beat can name. */
  enum PanelName {
    SAY("say"),
    FORMULA("formula"),
    NETWORK("network"),
    CODE("code"),
    WHY("why");

    private final String id;

    PanelName(String id) {
      this.id = id;
    }

    /** True if a beat shows it; without names what is said and the formula are shown. */
    boolean isShown(Optional<Beat> beat) {
      return beat.filter(now -> !now.show().isEmpty())
          .map(now -> now.show().contains(id))
          .orElse(this == SAY || this == FORMULA);
    }
  }

  ClassPanels(Texts texts) {
    this.texts = texts;
    this.network = new NetworkView(texts);
    setId("lecture-panels");
    getStyleClass().add("lecture-panels");
    setMinWidth(0);
    network.setId("lecture-network");
    network.getStyleClass().add("path");
    code.setId("lecture-code");
    code.getStyleClass().add("code-block");
    why.getStyleClass().add("why");
    getChildren().addAll(network, code, why);
  }

  void show(Explore state, Optional<Beat> beat) {
    boolean asked = state.asked().isPresent();
    NodeVisibility.set(network, PanelName.NETWORK.isShown(beat));
    NodeVisibility.set(code, PanelName.CODE.isShown(beat) && !state.hidesCode());
    NodeVisibility.set(why, PanelName.WHY.isShown(beat) && !asked);
    boolean any = getChildren().stream().anyMatch(Node::isManaged);
    NodeVisibility.set(this, any);
    if (network.isManaged()) {
      network.setPicture(
          NetworkDrawing.of(state.derivation(), state.step(), state.sampleInSight(), texts));
    }
    if (code.isManaged()) {
      code.getChildren().setAll(lines(state));
    }
    if (why.isManaged()) {
      why.setSentence(texts.say(Narration.of(state.step(), state.seen()).why()));
    }
  }

  private List<Label> lines(Explore state) {
    List<CodeListing.Statement> all =
        CodeListing.of(
                state.derivation(),
                state.view().language(),
                CodeListing.Seen.of(state.seen(), state.step()),
                texts)
            .lines();
    int running = 0;
    while (running < all.size() - 1 && !all.get(running).runsAt(state.step())) {
      running++;
    }
    List<Label> labels = new ArrayList<>();
    int last = Math.min(all.size(), running + AROUND + 1);
    for (CodeListing.Statement line : all.subList(Math.max(0, running - AROUND), last)) {
      Label label = new Label(line.text());
      label.getStyleClass().add("code-line");
      label.setMaxWidth(Double.MAX_VALUE);
      label.pseudoClassStateChanged(ACTIVE, line.runsAt(state.step()));
      labels.add(label);
    }
    return labels;
  }
}
