package org.gradloom.ui.explore;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gradloom.derivation.CodeListing;
import org.gradloom.derivation.Derivation;
import org.gradloom.text.Texts;
import org.gradloom.ui.control.ChoiceNames;
import org.gradloom.ui.control.NodeVisibility;
import org.gradloom.ui.control.TextClipboard;
import org.gradloom.ui.control.Tip;
import org.gradloom.ui.control.WideScroll;
import org.gradloom.ui.stage.Covering;
import org.gradloom.ui.store.Action;
import org.gradloom.ui.store.Explore;
import org.gradloom.ui.store.Store;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The passes as code, with the line that runs now marked. */
final class CodePanel {
  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

  private final Texts texts;
  private final VBox lines = new VBox();
  private final ScrollPane scroll = new WideScroll(lines);
  private final ComboBox<CodeListing.Language> language = new ComboBox<>();
  private final Button copy = new Button("", new FontIcon(Feather.COPY));
  private final Panel panel;
  private final StackPane covering;

  private @Nullable Node running;
  private @Nullable CodeListing listing;
  private @Nullable Derivation of;
  private CodeListing.@Nullable Language in;
  private CodeListing.@Nullable Seen seen;

  CodePanel(Store store, Texts texts, TextClipboard clipboard) {
    this.texts = texts;
    lines.setId("code");
    lines.getStyleClass().add("code-block");
    lines.setMinWidth(Region.USE_PREF_SIZE);
    scroll.getStyleClass().add("code-scroll");
    scroll.setFitToWidth(true);
    scroll.viewportBoundsProperty().subscribe(() -> followRunningLine());
    lines.heightProperty().subscribe(() -> followRunningLine());
    scroll.setFocusTraversable(false);
    language.setId("code-language");
    language.getStyleClass().add("quiet");
    language.getItems().setAll(CodeListing.Language.values());
    language.setAccessibleText(texts.get("code.language"));
    language.setConverter(new ChoiceNames<>(shown -> texts.get("code." + shown.name())));
    language.setOnAction(event -> {
      if (language.getValue() != null) {
        store.dispatch(new Action.ShowCode(language.getValue()));
      }
    });
    copy.setId("code-copy");
    copy.getStyleClass().addAll("flat", "icon-button");
    copy.setAccessibleText(texts.get("code.copy"));
    Tip.set(copy, texts.get("code.copy"));
    copy.setOnAction(event -> {
      if (listing != null) {
        clipboard.write(listing.text());
      }
    });
    covering = Covering.of("covered-panel", texts.get("ask.coveredCode"));
    covering.setId("code-covered");
    panel = new Panel("code", store, texts, new StackPane(scroll, covering), language, copy);
  }

  Panel panel() {
    return panel;
  }

  void show(Explore state) {
    panel.show(state);
    boolean hidden = state.hidesCode();
    NodeVisibility.set(covering, hidden);
    NodeVisibility.set(scroll, !hidden);
    copy.setDisable(hidden);
    CodeListing.Language wanted = state.view().language();
    CodeListing.Seen now = CodeListing.Seen.of(state.seen(), state.step());
    if (of == null || !of.equals(state.derivation()) || in != wanted || !now.equals(seen)) {
      of = state.derivation();
      in = wanted;
      seen = now;
      language.setValue(wanted);
      setListing(CodeListing.of(state.derivation(), wanted, now, texts));
    }
    mark(state);
  }

  private void setListing(CodeListing next) {
    if (listing != null && listing.lines().equals(next.lines())) {
      listing = next;
      return;
    }
    listing = next;
    List<Node> labels = new ArrayList<>();
    for (CodeListing.Statement line : next.lines()) {
      Label label = new Label(line.text());
      label.getStyleClass().add("code-line");
      label.setMaxWidth(Double.MAX_VALUE);
      label.setMinWidth(Region.USE_PREF_SIZE);
      if (line.computes().isEmpty()) {
        label.getStyleClass().add("code-comment");
      }
      labels.add(label);
    }
    lines.getChildren().setAll(labels);
  }

  private void mark(Explore state) {
    if (listing == null) {
      return;
    }
    Node active = null;
    for (int i = 0; i < listing.lines().size(); i++) {
      boolean runs = listing.lines().get(i).runsAt(state.step());
      Node label = lines.getChildren().get(i);
      label.pseudoClassStateChanged(ACTIVE, runs);
      label.setAccessibleHelp(runs ? texts.get("code.runsNow") : null);
      if (runs && active == null) {
        active = label;
      }
    }
    running = active;
    followRunningLine();
  }

  /** Also called when the panel changes its size, or is laid out for the first time. */
  private void followRunningLine() {
    if (running != null) {
      bringIntoView(running);
    }
  }

  private void bringIntoView(Node line) {
    double height = lines.getHeight();
    double view = scroll.getViewportBounds().getHeight();
    if (height <= view || view <= 0) {
      return;
    }
    double top = line.getBoundsInParent().getMinY();
    double bottom = line.getBoundsInParent().getMaxY();
    double offset = scroll.getVvalue() * (height - view);
    if (top < offset || bottom > offset + view) {
      scroll.setVvalue(Math.clamp((top - view / 3) / (height - view), 0, 1));
    }
  }
}
